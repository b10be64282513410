package claims

import (
	"time"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// saidOn is when the claim was said, "on November 15, 2019", where the words
// that lead it in have another day than that of the article; "" otherwise.
func (w *rewriting) saidOn() string {
	a, p := w.a, w.p
	v := -1
	switch r := w.root(p.first, p.last); {
	case p.quote >= 0 && !w.q.Quotes[p.quote].Cue.Empty():
		v, _ = a.TokensIn(w.q.Quotes[p.quote].Cue)
	case p.quote < 0 && p.reported && r >= 0 && a.Tokens[r].Rel == nlp.Ccomp:
		v = int(a.Tokens[r].Head)
	}
	if v < 0 || w.pub.IsZero() || !a.Tokens[v].POS.Verb() || !reporting[a.Tokens[v].Lemma] || v >= p.first && v < p.last {
		return ""
	}
	x := &a.Sentences[a.Tokens[v].Sentence]
	when := ""
	for _, t := range w.timesIn(a.Span(x.First, x.Last)) {
		if t.From.IsZero() || t.To.Sub(t.From) > 24*time.Hour || t.To.After(dayOf(w.pub)) || w.saidWithin(t.Span) {
			continue
		}
		f, last := a.TokensIn(t.Span)
		for k := f; k < last; k++ {
			if int(a.Tokens[k].Head) == v {
				when = "on " + t.From.Format(longDay)
			}
		}
	}
	return when
}

// saidWithin reports whether s is part of the claim or of what is quoted with
// it.
func (w *rewriting) saidWithin(s span.Span) bool {
	if s.Overlaps(w.c.Span) {
		return true
	}
	if w.p.quote >= 0 {
		for _, c := range w.q.Quotes[w.p.quote].Content {
			if c.Overlaps(s) {
				return true
			}
		}
	}
	return false
}
