package claims

import (
	"strings"
	"time"
)

// nearMonths is how many months away a month named without its year may lie to
// be taken for the one to come.
const nearMonths = 3

// monthsYear is the year of the month m, which the lexeme at i names without
// one: of the last such month before publication, unless the words look ahead.
func (l lexed) monthsYear(i int, m time.Month, a *anchor) int {
	y, pub := a.pub.Year(), a.pub.Month()
	since := (int(pub) - int(m) + 12) % 12 // months from the last one to publication
	switch {
	case since == 0:
	case l.wasDue(i) && since < 6:
		// "He was due to leave in March", told in May.
		if m > pub {
			y--
		}
	case l.ahead(i), 12-since <= nearMonths && (l.notYet(i) || l.untensed(i)):
		if m < pub {
			y++
		}
	case m > pub:
		y--
	}
	return y
}

// wasDue reports whether what was to be at i was still to come at a time that is
// past: "was due to leave in March".
func (l lexed) wasDue(i int) bool {
	for k := i - 1; k > 0 && k >= i-12 && !l.stops(k); k-- {
		if l.is(k, "due", "set", "scheduled", "expected", "slated", "supposed", "meant") && (l.is(k+1, "to", "for") || k == i-2) {
			return l.is(k-1, "was", "were") || l.is(k-2, "was", "were", "had")
		}
	}
	return false
}

// notYet reports whether the time at i is of what has not been done yet: "have
// not yet qualified for the March debate".
func (l lexed) notYet(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6 && !l.stops(k); k-- {
		if l.is(k, "yet") {
			return (l.is(k-1, "not") && l.is(k-2, "have", "has", "is", "are") || l.is(k-1, "haven't", "hasn't", "isn't", "aren't") || l.is(k+1, "to") && l.is(k-1, "have", "has", "is", "are"))
		}
	}
	return false
}

// untensed reports whether the sentence around i is in the present tense alone,
// and does not look back to the time at i: "goes on sale in March".
func (l lexed) untensed(i int) bool {
	if l.is(i-1, "since", "than", "from", "after") || l.is(i-2, "since", "than", "from", "after") {
		return false
	}
	first, last := i, i
	for first > 0 && !l.stops(first-1) {
		first--
	}
	for last < len(l) && !l.stops(last) {
		last++
	}
	present := false
	for k := first; k < last; k++ {
		if l.past(k) {
			return false
		}
		present = present || l.is(k, "is", "are", "goes", "go", "comes", "come", "gets", "get", "takes", "take", "starts", "opens", "hits", "hopes", "wants", "needs", "faces", "gives")
	}
	return present
}

// stops reports whether a sentence or a clause of its own ends at k.
func (l lexed) stops(k int) bool {
	if l.is(k, ".") {
		return k+1 == len(l) || !l.glued(k+1) && l[k+1].upper && k > 0 && len(l[k-1].low) > 2
	}
	return l[k].shape == mark && l.is(k, ";", "?", "!")
}

// past reports whether the word at k is a verb in the past, or may be.
func (l lexed) past(k int) bool {
	w := l[k].low
	if notPast[w] || l.glued(k) && l.is(k-1, "-") {
		return false
	}
	return pasts[w] || strings.HasSuffix(w, "ed") && len(w) > 4 && !l[k].upper || strings.HasSuffix(w, "n't") && pasts[w[:len(w)-3]]
}

// pasts are past forms of verbs that do not end in -ed, and words that come with
// the past.
var pasts = set(`was were had did been since ago began became bought broke brought built came chose cost cut died drew
drove fell felt fought found gave got grew held hit kept knew laid led left lent let lost made met paid put quit ran rose said sank
sat saw sent set shot shed shut sold spent split spoke spread stood stole struck swept swore taught thought threw told took went won
wrote taken given known seen shown grown done gone written beaten fallen risen driven drawn`)

// notPast are words in -ed that do not tell of the past.
var notPast = set("booked reserved planned scheduled limited unlimited united indeed speed need exceed proceed succeed")
