package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// nounBefore reports whether a noun stands between the beginning lo of a joined
// clause and its verb, or what is taken for its predicate.
func (ar *article) nounBefore(lo, verb int) bool {
	for k := lo; k < verb; k++ {
		t := &ar.a.Tokens[k]
		if t.POS == nlp.VBZ || t.POS == nlp.VBD || t.POS == nlp.VBP || t.POS == nlp.MD {
			return false
		}
		if t.POS.Noun() && t.Rel != nlp.Obl {
			return true
		}
	}
	return false
}

// thingBefore reports whether a noun phrase that is no time stands between the
// beginning lo of what is joined and the subject: then the clause only tells of
// it, "the effect | big firms can have".
func (ar *article) thingBefore(lo, subject int) bool {
	for k := lo; k+1 < subject; k++ {
		if k > lo && ar.a.Tokens[k-1].POS == nlp.IN {
			continue // "but in the course of the day | it fell"
		}
		if ar.a.Tokens[k].POS == nlp.DT && ar.a.Tokens[k+1].POS.Noun() && !grainWord(ar.low(k+1)) {
			return true
		}
	}
	return false
}

// naming are verbs for what only people and bodies do with words.
var naming = set("identify add note call describe cite name urge recommend warn predict accuse praise mention")

// actor reports whether a person or body is named in the subject [first, last),
// or a pronoun stands there.
func (ar *article) actor(first, last int) bool {
	a := ar.a
	for k := first; k < last; k++ {
		if a.Tokens[k].POS.Proper() || a.Tokens[k].POS == nlp.PRP || people(strings.ToLower(a.Tokens[k].Lemma)) && !notDoers[strings.ToLower(a.Tokens[k].Lemma)] || organizationNouns[strings.ToLower(a.Tokens[k].Lemma)] {
			return true
		}
	}
	return false
}

// led reports whether a preposition or subordinator leads the clause of verb
// that begins at lo up to its subject: it is then no clause of its own, save
// behind a conjunction, "but in May | it fell".
func (ar *article) led(lo, subject, verb int) bool {
	a := ar.a
	for i := lo; i < subject; i++ {
		switch a.Tokens[i].POS {
		case nlp.IN:
			if a.Tokens[i].Rel != nlp.Case || lo == 0 || a.Tokens[lo-1].POS != nlp.CC || !a.Under(i, verb) {
				return true
			}
		case nlp.LRB:
			return true
		case nlp.WRB, nlp.WDT, nlp.WP:
			return true
		}
	}
	return false
}
