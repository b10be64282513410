package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// pastSource is where the content [f, l) of x begins if what stands there up to
// a comma only tells who its source is: "according to Orla Venn, the town's
// mayor, | the bridge has been closed"; else f.
func (ar *article) pastSource(x *quotes.Quote, f, l int) int {
	a := ar.a
	if len(x.Source) == 0 || f < 2 || a.Word(f-1) != "," || x.Source[len(x.Source)-1].End != int(a.Tokens[f-2].End) {
		return f
	}
	noun := false
	for k := f; k < min(f+12, l-3); k++ {
		switch t := &a.Tokens[k]; {
		case a.Word(k) == ",":
			if noun && ar.opensClause(k+1, l) >= 0 {
				return k + 1
			}
			return f
		case t.POS.Noun():
			noun = true
			if w := ar.low(k); grainWord(w) || months[w] > 0 || t.Lemma == "time" {
				return f
			}
		case t.POS.Verb(), t.POS == nlp.MD, t.POS == nlp.CD, k == f && t.POS == nlp.IN:
			return f
		}
	}
	return f
}

// fragment reports whether the words [f, l) in quotation marks, in a sentence that
// begins at first, are a part of the clause that they stand in and no clause
// themselves: `the reasons are “the ability to sell what was lost”`.
func (ar *article) fragment(f, l, first int) bool {
	a := ar.a
	k, prev := f, f-1
	for k < l && isMark(a, k) {
		k++
	}
	for prev >= first && isMark(a, prev) && a.Tokens[prev].POS == nlp.OpenQuote {
		prev--
	}
	if k >= l || prev < first || a.Word(k)[0] < 'a' || a.Word(k)[0] > 'z' {
		return false
	}
	switch t := &a.Tokens[prev]; {
	case t.Lemma == "be", t.POS == nlp.DT, t.POS == nlp.TO, t.POS == nlp.IN && !ar.thatAt(prev):
		return ar.opensClause(k, l) < 0
	}
	return false
}

// dubbing are verbs that give a thing its name.
var dubbing = set("call name dub nickname title entitle")

// wholeClause reports whether the content [f, l) is a clause from its subject to
// the end of a sentence or a mark, whatever its parse. What its subject is to do,
// "urge the board to act", is one only behind "that".
func (ar *article) wholeClause(x *quotes.Quote, f, l, first int) bool {
	a := ar.a
	if !x.Cue.Empty() {
		c := a.TokenAt(x.Cue.Start)
		if strings.EqualFold(a.Word(c), "according") && ar.framed(first, f) {
			return false // "over the years, according to the board, sales fell": over the years
		}
		if a.Tokens[c].POS == nlp.VBG && c > first && a.Word(c-1) == "," {
			return false // see explained
		}
	}
	if l < len(a.Tokens) && a.Tokens[l].Sentence == a.Tokens[f].Sentence && !isMark(a, l) {
		return false
	}
	v := ar.opensClause(f, l)
	if v < 0 || f > first && strings.EqualFold(a.Word(f-1), "that") {
		return v >= 0
	}
	for k := f; k < v; k++ {
		if a.Tokens[k].POS == nlp.TO {
			return false
		}
	}
	return true
}
