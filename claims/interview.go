package claims

import (
	"github.com/onrecord/onrecord/span"
)

// How far around a claim questions are looked for, in sentences, and how many
// sentences one has at most.
const (
	aroundAnswer    = 40
	longestQuestion = 3
)

// answering reports whether sentence s stands in an interview, behind one of its
// questions: two paragraphs near it or more are questions alone.
func (ar *article) answering(s int) bool {
	a := ar.a
	asked, before := 0, false
	for k := max(0, s-aroundAnswer); k < min(len(a.Sentences), s+aroundAnswer); k++ {
		if _, ok := ar.questionEnds(k); ok {
			asked++
			before = before || k < s
		}
	}
	return before && asked >= 2
}

// questionEnds is the first sentence of the paragraph that sentence k ends, if that
// is a question alone and an answer follows.
func (ar *article) questionEnds(k int) (int, bool) {
	a := ar.a
	x := &a.Sentences[k]
	if x.Last <= x.First || a.Word(x.Last-1) != "?" || k+1 >= len(a.Sentences) || a.Sentences[k+1].Block == x.Block {
		return 0, false
	}
	first := k
	for first > 0 && a.Sentences[first-1].Block == x.Block {
		first--
	}
	return first, k-first < longestQuestion
}

// question is the question that the claim answers in its paragraph's first
// sentence, as a note, where that is no sentence of its own: "asked “How much
// have you raised?”"; "" for none.
func (w *rewriting) question() string {
	a, p := w.a, w.p
	s := int(a.Tokens[p.first].Sentence)
	if s == 0 || w.nested || w.explainedAtAll() || a.Sentences[s-1].Block == a.Sentences[s].Block || w.anyFinite(p.first, p.last) || !w.answering(s) {
		return ""
	}
	first, ok := w.questionEnds(s - 1)
	if !ok {
		return ""
	}
	y := a.Span(a.Sentences[first].First, a.Sentences[s-1].Last)
	t := spaced(y.Of(a.Text))
	if len(t) > longestTitle {
		return ""
	}
	return "asked " + noted(t)
}

// asked puts the question that the claim answers behind it.
func (w *rewriting) asked() {
	if q := w.question(); q != "" {
		end := w.c.Span.End
		w.put(span.Span{Start: end, End: end}, " ["+q+"]", "context")
	}
}
