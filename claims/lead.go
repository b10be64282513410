package claims

import (
	"slices"
	"strings"
)

// How far into an article the sentence may be that tells what it is about, and how
// many tokens it may have.
const (
	openingWithin  = 4
	longestOpening = 56
	// shortestLong is how many sentences an article has at least of which a claim
	// does not tell by itself what it is about.
	shortestLong = 10
)

// openingFor is what the article says first where the note n needs it: without a
// title, if something has to be told at all, and with one where a noun stayed open
// that nothing else explains and that sentence speaks of the same things.
func (w *rewriting) openingFor(n *note, needed bool) string {
	if n.headline || len(w.a.Sentences) < shortestLong {
		return ""
	}
	t := ""
	switch {
	case w.title() == "" && (needed || w.unexplained()):
		t, _ = w.firstTold()
	case n.title != "" && n.before == "" && n.under == "" && !w.explainedAtAll() && w.unexplained() && w.takesUpNoun():
		s := -1
		if t, s = w.firstTold(); t != "" && !w.sharesNoun(s) {
			t = ""
		}
	}
	if strings.Contains(n.before, t) || slices.ContainsFunc(w.subs, func(x Substitution) bool { return strings.Contains(x.To, t) }) {
		return "" // it stands there
	}
	return t
}

// sharesNoun reports whether a noun of the claim stands in sentence s.
func (w *rewriting) sharesNoun(s int) bool {
	a := w.a
	for k := w.p.first; k < w.p.last; k++ {
		if !a.Tokens[k].POS.Noun() || w.timeWord(k) {
			continue
		}
		for j := a.Sentences[s].First; j < a.Sentences[s].Last; j++ {
			if t := &a.Tokens[j]; t.POS.Noun() && strings.EqualFold(t.Lemma, a.Tokens[k].Lemma) {
				return true
			}
		}
	}
	return false
}

// firstTold is the first sentence of the article that states something and reads
// alone, and its index, "" where it comes after the claim or is the title again.
func (w *rewriting) firstTold() (string, int) {
	a := w.a
	for s := 0; s < min(openingWithin, int(a.Tokens[w.p.first].Sentence)); s++ {
		x := &a.Sentences[s]
		if x.Last-x.First > longestOpening || x.Last-x.First < 7 || w.headings[s] || !w.anyFinite(x.First, x.Last) {
			continue
		}
		if raw := strings.TrimSuffix(a.Span(x.First, x.Last).Of(a.Text), "."); w.title() != "" && (strings.Contains(raw, w.title()) || strings.Contains(w.title(), raw)) {
			continue
		}
		if t := w.explain(x.First, x.Last, nounsOpen); t != "" && balanced(t) {
			return t, s
		}
	}
	return "", -1
}
