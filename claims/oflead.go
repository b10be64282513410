package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// ofLead reports whether the "this" at token i means what the article or the part of
// it that the claim stands in reports, not the sentence before: "this was Norland's
// first victory" where that sentence tells of no victory, "this appears to be a case of".
func (w *rewriting) ofLead(i int) bool {
	a, p := w.a, w.p
	if i > p.first || w.low(i) != "this" || i+4 >= p.last {
		return false
	}
	k := i + 1
	switch a.Tokens[k].Lemma {
	case "appear", "seem":
		return w.low(k+1) == "to" && w.low(k+2) == "be" && (w.low(k+3) == "a" || w.low(k+3) == "an") && (w.lowAt(k+4) == "case" || w.lowAt(k+4) == "accident")
	case "be":
	default:
		return false
	}
	ranked := false
	for k++; k < min(p.last, i+9); k++ {
		t := &a.Tokens[k]
		switch {
		case ordinals[w.low(k)] > 0 || w.low(k) == "first" || w.low(k) == "last" || t.POS == nlp.JJS:
			ranked = true
		case ranked && t.POS == nlp.NN && !w.posAt(k+1).Noun():
			noun := strings.ToLower(t.Lemma)
			return (outcomes[noun] || deverbal[noun] != "") && !w.toldBefore(noun)
		case t.POS == nlp.DT || t.POS == nlp.POSS || t.POS.Noun() || t.POS == nlp.JJ || t.POS == nlp.PRPS || t.POS == nlp.CD:
		default:
			return false
		}
	}
	return false
}

// outcomes are nouns for what a report is of, which are ranked as the first or the
// biggest.
var outcomes = set("goal title point discount price bargain accident crash medal trophy")

// toldBefore reports whether the sentence before the claim's has noun, or the verb
// that noun names.
func (w *rewriting) toldBefore(noun string) bool {
	a := w.a
	s := int(a.Tokens[w.p.first].Sentence)
	if s == 0 {
		return false
	}
	x := &a.Sentences[s-1]
	for k := x.First; k < x.Last; k++ {
		if t := &a.Tokens[k]; strings.EqualFold(t.Lemma, noun) || t.POS.Verb() && names(noun, t.Lemma) {
			return true
		}
	}
	return false
}
