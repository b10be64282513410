package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// cutRemark cuts off the end of p what is hung on behind a comma and only
// judges or guesses at what was stated: ", dealing a blow to", ", the latest
// chapter in", ", presumably with". What has an amount in it stays.
func (ar *article) cutRemark(p *proposition) {
	a := ar.a
	r := ar.root(p.first, p.last)
	if r < 0 || p.presupVerb > 0 || ar.conditional(p.first) {
		return
	}
	for i := max(r+1, p.first+4); i+4 < p.last; i++ {
		if a.Word(i) != "," || a.Tokens[i-1].POS == nlp.RB || a.Tokens[i-1].POS == nlp.CC || !ar.anyFinite(p.first, i) || !ar.balanced(p.first, i) {
			continue
		}
		if ar.judges(i+1, p.last) || ar.guesses(i+1, p.last) || ar.accompanies(i+1, p.last) || ar.labels(i+1, p.last) {
			if !ar.amountIn(i+1, p.last) {
				p.last = i
			}
			return
		}
	}
}

// amountIn reports whether an amount in figures or a share stands in [first, last).
func (ar *article) amountIn(first, last int) bool {
	a := ar.a
	for k := first; k < last; k++ {
		if w := a.Word(k); '0' <= w[0] && w[0] <= '9' || w == "%" || a.Tokens[k].Lemma == "percent" {
			return true
		}
	}
	return false
}

// explained cuts ", explaining that ..." off the end of p and returns what was
// explained as a proposition of its own, by the subject of p.
func (ar *article) explained(p *proposition) (proposition, bool) {
	a := ar.a
	r := ar.root(p.first, p.last)
	if r < 0 || p.quote != None || p.reported || ar.conditional(p.first) {
		return proposition{}, false
	}
	sf, sl := ar.subject(r, p.first, p.last)
	for i := max(r+1, p.first+4); i+6 < p.last && sl > sf; i++ {
		if a.Word(i) != "," || a.Tokens[i+1].POS != nlp.VBG || !explaining[a.Tokens[i+1].Lemma] || !ar.anyFinite(p.first, i) || !ar.balanced(p.first, i) {
			continue
		}
		k := i + 2
		if ar.thatAt(k) {
			k++
		}
		if ar.opensClause(k, p.last) < 0 {
			return proposition{}, false
		}
		c := *p
		c.first, c.reported, c.speaker = k, true, ar.speakerAt(sf, sl)
		p.last = i
		return c, true
	}
	return proposition{}, false
}

// explaining are verbs of saying whose participle gives the words that went
// with what somebody did.
var explaining = set("explain say add argue note claim insist state warn contend assert allege maintain acknowledge admit conclude")

// judges reports whether [first, last) is a participle with the words of a
// comment: "raising fears of", "underscoring how".
func (ar *article) judges(first, last int) bool {
	a := ar.a
	k := first
	if a.Tokens[k].POS == nlp.RB && k+2 < last {
		k++
	}
	if a.Tokens[k].POS != nlp.VBG {
		return false
	}
	if underlining[a.Tokens[k].Lemma] {
		return true
	}
	if !dealing[a.Tokens[k].Lemma] {
		return false
	}
	for i := k + 1; i < last && i < k+5; i++ {
		switch t := &a.Tokens[i]; {
		case t.POS.Noun():
			if verdicts[t.Lemma] {
				return true
			}
		case t.POS == nlp.DT, t.POS == nlp.JJ, t.POS == nlp.JJR, t.POS == nlp.RB, t.POS == nlp.PRPS, t.POS == nlp.VBG, t.POS == nlp.VBN:
		default:
			return false
		}
	}
	return false
}

// underlining are verbs for what a fact does to its readers.
var underlining = set("underscore underline highlight illustrate signal signify")

// dealing are verbs that join an event to a word of judgement, one of verdicts.
var dealing = set("deal hand give deliver send raise spark fuel stoke stir cast mark prompt heighten add create ignite renew revive open")

var verdicts = set("blow setback victory boost defeat win message signal question hope fear concern doubt suspicion eyebrow speculation outrage alarm worry turning shadow prospect possibility")

// guesses reports whether [first, last) is a phrase that an adverb of guessing
// opens, with no clause in it: "presumably with the owner's consent".
func (ar *article) guesses(first, last int) bool {
	a := ar.a
	if !guessing[strings.ToLower(a.Word(first))] || ar.anyFinite(first, last) || last-first > 14 {
		return false
	}
	switch strings.ToLower(a.Word(first + 1)) {
	case "with", "without", "because", "out", "due", "as", "to":
		return true // but "probably in May" says when
	}
	return a.Tokens[first+1].POS == nlp.VBG
}

var guessing = set("presumably apparently seemingly perhaps maybe possibly probably arguably supposedly evidently")

// accompanies reports whether [first, last) is "with most of the mills
// reporting profits": evidence for what was stated, without a verb that could
// stand alone. Where somebody is named or counted, it is a fact that would be
// lost.
func (ar *article) accompanies(first, last int) bool {
	a := ar.a
	if !strings.EqualFold(a.Word(first), "with") {
		return false
	}
	noun := false
	for k := first + 1; k < last && k < first+9; k++ {
		switch t := &a.Tokens[k]; {
		case t.POS.Noun():
			noun = true
		case t.POS == nlp.VBG && noun:
			return !ar.anyFinite(first, last) && !ar.particular(first, last)
		case t.POS == nlp.DT, t.POS == nlp.JJ, t.POS == nlp.JJS, t.POS == nlp.JJR, t.POS == nlp.PRPS, t.POS == nlp.POSS, t.POS == nlp.HYPH, t.POS == nlp.RB:
		case t.POS == nlp.IN && strings.EqualFold(a.Word(k), "of"):
		default:
			return false
		}
	}
	return false
}

// particular reports whether a name or a number stands in [first, last).
func (ar *article) particular(first, last int) bool {
	for k := first; k < last; k++ {
		if t := ar.a.Tokens[k].POS; t.Proper() || t == nlp.CD {
			return true
		}
	}
	return false
}

// labels reports whether [first, last) is an apposition to all of the clause
// that says how to take it: "the latest chapter in a long feud".
func (ar *article) labels(first, last int) bool {
	a := ar.a
	switch strings.ToLower(a.Word(first)) {
	case "the", "a", "an", "another", "yet":
	default:
		return false
	}
	for k := first + 1; k+2 < last && k < first+5; k++ {
		switch t := &a.Tokens[k]; {
		case t.POS.Noun():
			if a.Tokens[k+1].POS.Noun() {
				continue
			}
			w := strings.ToLower(a.Word(k + 1))
			return labelling[t.Lemma] && (a.Tokens[k+1].POS == nlp.IN || a.Tokens[k+1].POS == nlp.TO || w == "that" || w == "to")
		case t.POS == nlp.JJ, t.POS == nlp.JJS, t.POS == nlp.JJR, t.POS == nlp.DT, t.POS == nlp.RB, t.POS == nlp.RBS, t.POS == nlp.VBG, t.POS == nlp.VBN:
		default:
			return false
		}
	}
	return false
}

var labelling = set("chapter blow sign signal setback twist episode reminder rebuke boost embarrassment testament coup triumph salvo")
