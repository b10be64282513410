package claims

import (
	"strings"
	"time"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// byFrameYear puts the month or day t, which has no year, into the year that the
// sentence before opens with where that and the claim tell of the past: "Eight years
// ago, Orr led. One test was left: the vote of early March".
func (w *rewriting) byFrameYear(t *When) (When, bool) {
	a, p := w.a, w.p
	if !t.Relative || t.From.IsZero() || w.pub.IsZero() || w.nested || p.verb < 0 || t.To.Sub(t.From) > 31*24*time.Hour || !monthIn(t.Span.Of(a.Text)) {
		return When{}, false
	}
	if v := w.finite(p.verb, p.first, p.last); v < 0 || a.Tokens[v].POS != nlp.VBD {
		return When{}, false
	}
	s := int(a.Tokens[p.first].Sentence)
	if s == 0 || a.TokenAt(t.Start) <= a.Sentences[s].First+1 || w.headings[s-1] || a.Sentences[s].Block != a.Sentences[s-1].Block {
		return When{}, false
	}
	if ts := w.timesIn(span.Span{Start: int(a.Tokens[a.Sentences[s].First].Start), End: t.End}); len(ts) != 1 {
		return When{}, false
	}
	y := &a.Sentences[s-1]
	ts := w.timesIn(a.Span(y.First, y.Last))
	if len(ts) == 0 || a.TokenAt(ts[0].Start) > y.First+1 {
		return When{}, false
	}
	at := ts[0]
	if size := at.To.Sub(at.From); at.From.IsZero() || at.From.Year() >= w.pub.Year() || size < 28*24*time.Hour || size > 366*24*time.Hour {
		return When{}, false
	}
	r := w.root(y.First, y.Last)
	if r < 0 {
		return When{}, false
	}
	if v := w.finite(r, y.First, y.Last); v < 0 || a.Tokens[v].POS != nlp.VBD {
		return When{}, false
	}
	in := *t
	years := at.From.Year() - t.From.Year()
	in.From, in.To = t.From.AddDate(years, 0, 0), t.To.AddDate(years, 0, 0)
	return in, true
}

// monthIn reports whether the name of a month is the first or second word of words.
func monthIn(words string) bool {
	for n := 0; n < 2; n++ {
		word, rest, _ := strings.Cut(words, " ")
		if months[strings.ToLower(strings.TrimSuffix(word, "."))] > 0 {
			return true
		}
		words = rest
	}
	return false
}

// habitToday writes the "today" that opens a claim of what is so these days as
// the day that it is so as of: "Today, 40 mills weave wool".
func (w *rewriting) habitToday(t *When) bool {
	a, p := w.a, w.p
	if a.TokenAt(t.Start) != p.first || t.From.IsZero() || !strings.EqualFold(t.Span.Of(a.Text), "today") || p.last < p.first+4 {
		return false
	}
	r := w.root(p.first+1, p.last)
	if r < 0 {
		return false
	}
	v := w.finite(r, p.first+1, p.last)
	if v <= p.first+1 || a.Tokens[v].POS != nlp.VBP && a.Tokens[v].POS != nlp.VBZ || r == v && ofTheDay[a.Tokens[r].Lemma] {
		return false
	}
	switch a.Tokens[v].Lemma {
	case "be", "have", "do":
		if r != v && a.Tokens[r].POS == nlp.VBG && a.Tokens[r].Lemma != "begin" || a.Tokens[v].Lemma == "have" && a.Tokens[r].POS == nlp.VBN {
			return false // "is meeting", "has met"
		}
	}
	w.put(t.Span, "as of "+t.From.Format(longDay), "time")
	return true
}

// ofTheDay are verbs for what is done on one day.
var ofTheDay = set("announce release launch publish report unveil vote meet begin start open celebrate mark host say tell join ask urge come go head")
