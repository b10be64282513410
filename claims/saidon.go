package claims

import (
	"strings"
	"time"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// saidOn is when the claim was said, "on November 15, 2019", "in March 2019", where the words
// that lead it in have another time than the day of the article; "" otherwise.
func (w *rewriting) saidOn() string {
	a := w.a
	v := w.sayingVerb()
	if v < 0 || w.pub.IsZero() {
		return ""
	}
	x := &a.Sentences[a.Tokens[v].Sentence]
	when := ""
	for _, t := range w.timesIn(a.Span(x.First, x.Last)) {
		if t.From.IsZero() || t.To.After(dayOf(w.pub)) || w.saidWithin(t.Span) {
			continue
		}
		on := "on " + t.From.Format(longDay)
		if t.To.Sub(t.From) > 24*time.Hour {
			t.Relative = true // as words, whatever it leans on
			if on = w.dateWords(&t); on == "" || strings.ContainsAny(on, "–") {
				continue
			}
			on = "in " + on
		}
		f, last := a.TokensIn(t.Span)
		for k := f; k < last; k++ {
			if int(a.Tokens[k].Head) == v {
				when = on
			}
		}
	}
	return when
}

// sayingVerb is the verb outside the claim that says so, -1 for none.
func (w *rewriting) sayingVerb() int {
	a, p := w.a, w.p
	v := -1
	switch r := w.root(p.first, p.last); {
	case p.quote >= 0 && !w.q.Quotes[p.quote].Cue.Empty():
		v, _ = a.TokensIn(w.q.Quotes[p.quote].Cue)
	case p.quote < 0 && p.reported && r >= 0 && a.Tokens[r].Rel == nlp.Ccomp:
		v = int(a.Tokens[r].Head)
	}
	if v < 0 || !a.Tokens[v].POS.Verb() || !reporting[a.Tokens[v].Lemma] || v >= p.first && v < p.last {
		return -1
	}
	return v
}

// saidEarlier is " earlier", or how long before, where the words that lead the
// claim in were said before what the article reports: "had warned that", "said
// then", "several weeks ago"; "" otherwise.
func (w *rewriting) saidEarlier() string {
	a := w.a
	v := w.sayingVerb()
	if v < 0 {
		return ""
	}
	x := &a.Sentences[a.Tokens[v].Sentence]
	for k := x.First; k < x.Last; k++ {
		if int(a.Tokens[k].Head) != v || k >= w.p.first && k < w.p.last || w.saidWithin(a.Span(k, k+1)) {
			continue
		}
		switch strings.ToLower(a.Word(k)) {
		case "ago":
			if k-2 >= x.First && grainWord(strings.ToLower(a.Word(k-1))) {
				f := k - 2
				if f > x.First && a.Tokens[f-1].POS == nlp.DT {
					f--
				}
				return " " + strings.ToLower(a.Span(f, k).Of(a.Text)) + " earlier"
			}
		case "then":
			if k == v+1 {
				return " earlier"
			}
		case "earlier", "previously", "originally":
			return " earlier"
		case "had":
			if k < v && a.Tokens[v].POS == nlp.VBN {
				return " earlier"
			}
		}
	}
	return ""
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
