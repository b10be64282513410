package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// reporting are verbs whose clause is somebody's claim, for sentences in
// which no quotation was found.
var reporting = set("say claim argue allege assert contend insist maintain report state declare tell warn note add explain suggest show find reveal acknowledge admit confirm announce estimate conclude believe think know mean indicate testify complain boast charge")

// factive verbs take their clause for granted.
var factive = set("know realize realise regret acknowledge admit reveal discover learn forget remember prove confirm recognize recognise")

// reported finds a clause that a reporting verb of p governs: the proposition
// without "they claimed that". The subject that claims it is returned too.
func (ar *article) reported(p *proposition) (inner proposition, verb, sf, sl int, ok bool) {
	a := ar.a
	for i := p.first; i < p.last; i++ {
		t := &a.Tokens[i]
		if !t.POS.Verb() || !reporting[t.Lemma] {
			continue
		}
		for j := p.first; j < p.last; j++ {
			u := &a.Tokens[j]
			if int(u.Head) != i || u.Rel != nlp.Ccomp || !ar.clausal(j, p.first, p.last) {
				continue
			}
			lo, hi := ar.subtree(j, p.first, p.last)
			if lo <= i && hi > i || hi-lo < 4 {
				continue
			}
			for lo < hi-4 && a.Tokens[lo].POS == nlp.Comma {
				lo++
			}
			if ar.asks(lo, hi) || lo > i && (strings.EqualFold(a.Word(lo), "to") || strings.EqualFold(a.Word(lo), "including")) {
				continue // "argued over whether it is safe", "people admitted to a country"
			}
			if _, l := ar.subject(j, p.first, p.last); l == 0 && u.POS.Noun() {
				continue // "polls show a close contest": a thing, no clause
			}
			// "no court has held that": what is denied is the holding.
			if ar.negated(i, p.first, p.last) || ar.hypothetical(i) || ar.likely(i) {
				return proposition{}, 0, 0, 0, false
			}
			sf, sl = ar.subject(i, p.first, p.last)
			if ar.share(sf, sl) {
				return proposition{}, 0, 0, 0, false
			}
			inner = *p
			inner.first, inner.last = lo, ar.restOfList(lo, hi, p.last)
			return inner, i, sf, sl, true
		}
	}
	return proposition{}, 0, 0, 0, false
}

// asks reports whether [first, last) begins as a question behind a preposition:
// "argue over whether the mill is safe".
func (ar *article) asks(first, last int) bool {
	if first+1 >= last || ar.a.Tokens[first].POS != nlp.IN {
		return false
	}
	switch ar.low(first + 1) {
	case "whether", "what", "how", "who", "why":
		return true
	}
	return false
}

// hypothetical reports whether the verb at token i is one that "would" or
// "could" leads: "that would have meant suspects could be sent abroad".
func (ar *article) hypothetical(i int) bool {
	a := ar.a
	if i > 0 && a.Tokens[i].POS == nlp.VB && a.Tokens[i-1].POS == nlp.TO {
		return true // "fail to tell their bosses that they are ill"
	}
	for k := i - 1; k >= max(0, i-4); k-- {
		switch t := &a.Tokens[k]; {
		case t.POS == nlp.MD && (t.Lemma == "would" || t.Lemma == "could" || t.Lemma == "might" || strings.EqualFold(a.Word(k), "would") || strings.EqualFold(a.Word(k), "could")):
			return true
		case t.POS != nlp.RB && t.Lemma != "have" && t.Lemma != "be":
			return false
		}
	}
	return false
}

// likely reports whether the verb at token i only makes its clause likely, "the
// find almost certainly means": without that it would be told as a fact.
func (ar *article) likely(i int) bool {
	if i == 0 || ar.a.Tokens[i].Lemma != "mean" {
		return false
	}
	switch ar.low(i - 1) {
	case "certainly", "probably", "likely", "possibly", "may":
		return true
	}
	return false
}

// negated reports whether the clause of verb i is negated, by a word on the
// verb or by the determiner of its subject.
func (ar *article) negated(i, first, last int) bool {
	a := ar.a
	for j := i + 1; j < min(last, i+3); j++ {
		if w := ar.low(j); (w == "not" || w == "no" || w == "nothing") && int(a.Tokens[j].Head) == i {
			return true
		}
	}
	for j := i - 1; j >= max(first, i-7); j-- {
		t := &a.Tokens[j]
		switch ar.low(j) {
		case "not", "n't", "n’t", "never", "no", "none", "nobody", "neither", "nothing", "few":
			return true
		}
		// Only the verb's own auxiliaries and subject are looked through.
		switch {
		case t.Lemma == "have" || t.Lemma == "be" || t.Lemma == "do" || t.POS == nlp.MD || t.POS.Noun() || t.POS == nlp.JJ || t.POS == nlp.RB:
		default:
			return false
		}
	}
	return false
}
