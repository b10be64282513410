package claims

import (
	"slices"
	"strings"
)

// How far into an article without a title the sentence may be that tells what it
// is about, and how many tokens it may have.
const (
	openingWithin  = 4
	longestOpening = 56
	// shortestLong is how many sentences an article has at least of which a claim
	// does not tell by itself what it is about.
	shortestLong = 10
)

// opening is the first sentence of the article that states something, for a claim
// of an article without a title, "" where it comes after the claim or has to be
// explained itself.
func (w *rewriting) opening() string {
	if len(w.a.Sentences) < shortestLong {
		return ""
	}
	t := w.firstTold()
	if t == "" || slices.ContainsFunc(w.subs, func(x Substitution) bool { return strings.Contains(x.To, t) }) {
		return "" // it stands there
	}
	return t
}

// firstTold is the first sentence of the article that states something and reads
// alone, "" where it comes after the claim.
func (w *rewriting) firstTold() string {
	a := w.a
	for s := 0; s < min(openingWithin, int(a.Tokens[w.p.first].Sentence)); s++ {
		x := &a.Sentences[s]
		if x.Last-x.First > longestOpening || x.Last-x.First < 7 || w.headings[s] || !w.anyFinite(x.First, x.Last) {
			continue
		}
		if t := w.explain(x.First, x.Last, nounsOpen); t != "" && balanced(t) {
			return t
		}
	}
	return ""
}
