package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// staged is the index behind an opening that says in what light to see what
// follows, "on the positive side for the mill," "in an odd twist,", or p.first.
func (ar *article) staged(p *proposition) int {
	a := ar.a
	if p.last-p.first < 6 {
		return p.first
	}
	switch ar.low(p.first) {
	case "on", "in", "by", "to":
	case "complicating", "compounding", "adding", "underscoring", "making":
		return ar.weighed(p)
	default:
		return p.first
	}
	noun := false
	for k := p.first + 1; k < p.first+9 && k+4 < p.last; k++ {
		switch t := &a.Tokens[k]; {
		case a.Word(k) == ",":
			if noun {
				return k + 1
			}
			return p.first
		case t.POS == nlp.NN && !noun:
			if strings.EqualFold(a.Word(k+1), "of") || !stages[t.Lemma] && !(strings.EqualFold(a.Word(k), "side") && lights[ar.low(k-1)]) {
				return p.first // "on the Republican side" says of whom
			}
			noun = true
		case noun && (t.POS == nlp.IN || t.POS.Noun()):
		case t.POS == nlp.DT, t.POS == nlp.JJ, t.POS == nlp.RB, t.POS == nlp.PRPS, t.POS == nlp.VBG:
		default:
			return p.first
		}
	}
	return p.first
}

// weighed is the index behind an opening participle that weighs what follows,
// "complicating matters," "adding to the confusion," or p.first.
func (ar *article) weighed(p *proposition) int {
	a := ar.a
	if n := a.Tokens[p.first+1].Lemma; strings.EqualFold(a.Word(p.first), "making") && n != "matter" && n != "thing" {
		return p.first
	}
	for k := p.first + 1; k < p.first+9 && k+4 < p.last; k++ {
		switch t := &a.Tokens[k]; {
		case a.Word(k) == ",":
			return k + 1
		case finitePOS(t.POS), t.POS == nlp.CD, t.POS == nlp.CC:
			return p.first
		}
	}
	return p.first
}

// stages are nouns of such openings.
var stages = set("note twist irony coincidence surprise downside upside")

// lights are what sides may be that say no more than how good something is.
var lights = set("positive negative bright brighter plus minus flip good bad")
