package claims

import "github.com/onrecord/onrecord/nlp"

// opensOpen reports whether the sentence [first, last), as it reads alone, begins with
// a word that only the sentence before it explains: "They argue that", "All were sold".
func (w *rewriting) opensOpen(first, last int) bool {
	a := w.a
	if a.Tokens[first].POS == nlp.OpenQuote && first+1 < last {
		first++
	}
	switch w.low(first) {
	case "they", "he", "she":
	case "all", "both", "none", "each", "neither":
		if first+1 >= last || !finitePOS(a.Tokens[first+1].POS) {
			return false
		}
	default:
		return false
	}
	n, _ := w.alone(first, last, anyOpen)
	return n == nil || !n.changed(a.Span(first, first+1))
}

// withBefore is what sentence s says, said, behind the sentence before it, which tells
// what it begins with; "" where that does not read alone either.
func (w *rewriting) withBefore(s int, said string) string {
	a := w.a
	if s == 0 || w.headings[s-1] || a.Sentences[s].Block-a.Sentences[s-1].Block > 1 {
		return ""
	}
	x := &a.Sentences[s-1]
	if w.opensOpen(x.First, x.Last) || w.pointer(x.First) {
		return ""
	}
	before := w.explain(x.First, x.Last, anyOpen)
	if before == "" || len(before)+len(said) > longestJoined {
		return before
	}
	return joinSentences(before, said)
}
