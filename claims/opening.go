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

// besidesOpening is the index behind an opening that only says to what else the
// statement comes, "in addition to the fees,", "along with the mill,", or p.first.
func (ar *article) besidesOpening(p *proposition) int {
	a := ar.a
	k := p.first
	switch ar.low(k) {
	case "in", "on":
		if k+5 >= p.last || ar.low(k+1) != "addition" && ar.low(k+1) != "top" || ar.low(k+2) != "to" && ar.low(k+2) != "of" {
			return p.first
		}
		k += 3
	case "along":
		if ar.low(k+1) != "with" {
			return p.first
		}
		k += 2
	case "alongside":
		k++
	default:
		return p.first
	}
	for ; k+4 < p.last; k++ {
		switch {
		case a.Word(k) == "," && a.Tokens[k+1].POS != nlp.CC && ar.balanced(p.first, k) && ar.opensClause(k+1, p.last) >= 0:
			return k + 1
		case finitePOS(a.Tokens[k].POS) && !ar.tellsOfNoun(k-1):
			return p.first
		}
	}
	return p.first
}

// aimed is the index behind an opening that says no more of a purpose than that
// there is one, "in search of answers,", or points to what was told, "to solve
// this riddle,"; else p.first.
func (ar *article) aimed(p *proposition) int {
	a := ar.a
	k := p.first
	if p.last-k < 9 {
		return p.first
	}
	switch ar.low(k) {
	case "in":
		if (ar.low(k+1) == "search" || ar.low(k+1) == "pursuit") && ar.low(k+2) == "of" && sought[ar.low(k+3)] && a.Word(k+4) == "," {
			return k + 5
		}
	case "to":
		if a.Tokens[k+1].POS != nlp.VB || !demonstrative[ar.low(k+2)] {
			return p.first
		}
		for i := k + 3; i < k+6; i++ {
			if a.Word(i) == "," {
				return i + 1
			}
			if !a.Tokens[i].POS.Noun() && a.Tokens[i].POS != nlp.JJ {
				return p.first
			}
		}
	}
	return p.first
}

// sought are what is looked for wherever something is looked for.
var sought = set("answers clues solutions explanations insight insights evidence")

// demonstrative are words for what was told before.
var demonstrative = set("this that these those")
