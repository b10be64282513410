package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// knownBefore reports whether the phrase at token k of the claim is known only from
// what stands before: "all three groups", "the 37-year-old mayor".
func (w *rewriting) knownBefore(k int) bool {
	a := w.a
	switch w.lowAt(k) {
	case "all":
		// Not "all three of them", "all three groups of voters".
		return w.posAt(k+1) == nlp.CD && smallNumber(w.lowAt(k+1)) && w.posAt(k+2) == nlp.NNS && !w.timeWord(k+2) && w.lowAt(k+3) != "of" && !w.listedBefore(k)
	case "the":
		return w.agedAt(k+1) && !w.namesPerson() && !w.changed(a.Span(k, k+1))
	}
	return false
}

// smallNumber reports whether low is a number of things that were just named.
func smallNumber(low string) bool {
	switch low {
	case "two", "three", "four", "five":
		return true
	}
	return false
}

// listedBefore reports whether the claim joins things before token k, which it
// may mean: "mills, docks and yards ... all three trades".
func (w *rewriting) listedBefore(k int) bool {
	for j := w.p.first; j < k; j++ {
		if w.a.Tokens[j].POS == nlp.CC {
			return true
		}
	}
	return false
}

// agedAt reports whether somebody's age stands at token k, as a name is taken up
// again: "37-year-old".
func (w *rewriting) agedAt(k int) bool {
	if strings.HasSuffix(w.lowAt(k), "year-old") {
		return true
	}
	return w.posAt(k) == nlp.CD && (w.lowAt(k+2) == "year" && w.lowAt(k+4) == "old" || w.lowAt(k+1) == "year" && w.lowAt(k+3) == "old")
}

// namesPerson reports whether the claim names a person.
func (w *rewriting) namesPerson() bool {
	for i := range w.c.Entities {
		if w.c.Entities[i].Kind == nlp.Person.String() {
			return true
		}
	}
	return false
}

// pastMisread reports whether the sentence [first, last), which has no finite
// verb, has a past tense that was taken for the participle of its noun: "storms at
// sea created waves". A participle behind a noun has no object.
func (ar *article) pastMisread(first, last int) bool {
	a := ar.a
	if first != a.Sentences[a.Tokens[first].Sentence].First {
		return false
	}
	for k := first + 1; k < last; k++ {
		h := int(a.Tokens[k].Head)
		if a.Tokens[k].Rel != nlp.Obj || h <= first || h >= k {
			continue
		}
		v := &a.Tokens[h]
		if v.POS == nlp.VBN && v.Rel == nlp.ACL && strings.HasSuffix(ar.low(h), "ed") && !giving[v.Lemma] && !calling[v.Lemma] {
			return true
		}
	}
	return false
}
