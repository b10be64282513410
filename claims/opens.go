package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// subjective are pronouns that only a verb follows.
var subjective = set("he she they we i")

// opensClause is the finite verb of the clause that begins at lo with a noun
// phrase, -1 if there is none.
func (ar *article) opensClause(lo, last int) int {
	a := ar.a
	noun := false
	if lo < last && a.Tokens[lo].POS == nlp.OpenQuote {
		lo++
	}
	limit := lo + 14 // beyond what is set off behind the subject
	for k := lo; k < last && k < limit; k++ {
		t := &a.Tokens[k]
		if finitePOS(t.POS) {
			if !noun {
				return -1
			}
			return k
		}
		switch t.POS {
		case nlp.OpenQuote:
			if !noun {
				return -1 // but "and the panel “gained access”"
			}
		case nlp.PRP, nlp.EX:
			if noun && strings.HasSuffix(ar.low(k), "selves") {
				continue // "the clerks themselves are"
			}
			if noun && k > lo+1 && ar.low(k-1) == "of" {
				continue // "almost all of them are"
			}
			if k > lo || accusative[ar.low(k)] {
				return -1 // the subject of a clause inside, or no subject
			}
			noun = true
		case nlp.DT, nlp.PRPS:
			if k > lo && a.Tokens[k-1].POS.Noun() && !grainWord(ar.low(k-1)) {
				return -1 // "a step | the agency said was late"
			}
		case nlp.PDT, nlp.JJ, nlp.JJR, nlp.JJS, nlp.CD, nlp.RB, nlp.RBR, nlp.RBS, nlp.HYPH, nlp.POSS, nlp.VBN:
			noun = noun || t.POS == nlp.CD || t.POS == nlp.JJ && k == lo+1 && strings.EqualFold(a.Word(lo), "the") // "the next would be"
		case nlp.NN, nlp.NNS, nlp.NNP, nlp.NNPS:
			noun = true
		case nlp.Comma:
			// "and Orvik, who had left, sold".
			// But not the end of a list.
			c := ar.asideEnd(k, last)
			if !noun || c < 0 || lo > 0 && strings.EqualFold(a.Word(lo-1), "and") {
				return -1
			}
			limit += c - k
			k = c
		case nlp.IN:
			if !noun && k+1 < last && (a.Tokens[k+1].POS == nlp.CD || a.Tokens[k+1].Lemma == "half") && quantified[ar.low(k)] {
				continue // "just over half"
			}
			if !noun && k > lo && strings.EqualFold(a.Word(k), "of") {
				noun = true // "many of the others"
				continue
			}
			if noun == strings.EqualFold(a.Word(k), "than") {
				return -1 // but "fewer than one in five people wear them"
			}
		case nlp.TO, nlp.VB, nlp.VBG, nlp.CC:
			if t.POS == nlp.VB && k > lo && a.Tokens[k-1].POS == nlp.DT {
				noun = true // "a gauge of stocks", taken for a verb
			}
			if t.POS == nlp.VBG && !strings.HasSuffix(ar.low(k), "ing") {
				noun = true // "sedan sales are down"
			}
			if !noun {
				return -1
			}
		default:
			if w := a.Word(k); w != "$" && w != "%" && !ar.joinsNumbers(k) {
				return -1
			}
		}
	}
	return -1
}

// accusative are pronouns that are no subject.
var accusative = set("him them me us")

// quantified are prepositions that stand before a number as adverbs do.
var quantified = set("over under about around above below up nearly")

// asideEnd is the comma that ends what the comma at token k sets off behind a
// subject, if a finite verb follows it; -1 if none does.
func (ar *article) asideEnd(k, last int) int {
	a := ar.a
	for c := k + 2; c+2 < last && c < k+15; c++ {
		if a.Word(c) != "," {
			continue
		}
		if v := c + 1; ar.balanced(k, c) && (finitePOS(a.Tokens[v].POS) || a.Tokens[v].POS == nlp.RB && finitePOS(a.Tokens[v+1].POS)) {
			return c
		}
		return -1
	}
	return -1
}
