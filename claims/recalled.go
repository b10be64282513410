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
		if w.namedNearer(n) {
			return ""
		}
		if said := w.lastWith(n); said != "" {
			return said
		}
	}
	return ""
}

// namedNearer reports whether the sentence before that of n, a body as a subject,
// has a name for its subject in the same paragraph: "Orlo Brothers are nominated.
// The band is".
func (w *rewriting) namedNearer(n nominal) bool {
	a := w.a
	h := &a.Tokens[n.head]
	s := int(h.Sentence)
	noun := strings.ToLower(h.Lemma)
	if !subjectRel(h.Rel) || n.last-n.first > 2 || s == 0 || a.Sentences[s-1].Block != a.Sentences[s].Block || w.headings[s-1] || !kinds[noun] && !organizationNouns[noun] {
		return false
	}
	x := &a.Sentences[s-1]
	for k := x.First; k < x.Last; k++ {
		if t := &a.Tokens[k]; t.POS.Proper() && subjectRel(t.Rel) && !w.inPerson(k) {
			return true
		}
	}
	return false
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
			if b, ok := w.definiteAt(x.First, x.Last); ok && b.head == j && j == x.First+1 && !w.filledIn(x.First, x.Last, j) {
				// "The film opens in May": which one stands before that.
				if both := w.joined(int(t.Sentence)-1, said); both != "" {
					return both
				}
			}
			return said
		}
	}
	return ""
}

// filledIn reports whether the sentence [first, last), as it reads alone, has
// something in the place of the noun at token j.
func (w *rewriting) filledIn(first, last, j int) bool {
	n, _ := w.alone(first, last, nounsOpen)
	return n != nil && n.changed(w.a.Span(j, j+1))
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
