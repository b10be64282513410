package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// recalled is the sentence that a definite noun which stayed open in the claim
// goes back to: the last one of the ten before that has the noun and a name, or
// that introduced it by "a", as it reads alone. It is "" where there is none.
func (w *rewriting) recalled() string {
	for _, x := range w.open() {
		n, ok := w.definiteAt(w.a.TokenAt(x.Start), w.p.last)
		if !ok || localNouns[strings.ToLower(w.a.Tokens[n.head].Lemma)] {
			continue
		}
		if said := w.lastWith(n); said != "" {
			return said
		}
	}
	return ""
}

// lastWith is the last sentence that tells of the noun of n, as it reads alone.
func (w *rewriting) lastWith(n nominal) string {
	a := w.a
	h := &a.Tokens[n.head]
	for j, seen := w.sameNoun(n.head), 0; j >= 0 && seen < mostSame; j, seen = w.sameNoun(j), seen+1 {
		t := &a.Tokens[j]
		if h.Sentence-t.Sentence > farthest {
			return ""
		}
		if t.Sentence == h.Sentence || t.POS.Proper() != h.POS.Proper() || (t.POS == nlp.NNS) != (h.POS == nlp.NNS) || w.headings[t.Sentence] {
			continue
		}
		if k := j + 1; k < len(a.Tokens) && a.Tokens[k].Sentence == t.Sentence && (a.Tokens[k].POS.Noun() || a.Tokens[k].POS == nlp.HYPH) {
			continue // "the bill sponsor" is no bill
		}
		x := &a.Sentences[t.Sentence]
		if w.title() != "" && strings.HasPrefix(a.Span(x.First, x.Last).Of(a.Text), w.title()) {
			continue
		}
		d, ok := w.describedAt(j)
		if !(ok && d.indefinite) && !w.namesSomething(x.First, x.Last) {
			continue
		}
		if said := w.explain(x.First, x.Last, nounsOpen); said != "" {
			return said
		}
	}
	return ""
}

// namesSomething reports whether a name stands in the tokens [first, last).
func (ar *article) namesSomething(first, last int) bool {
	for k := first; k < last; k++ {
		if ar.a.Tokens[k].POS.Proper() {
			return true
		}
	}
	return false
}
