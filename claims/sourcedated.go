package claims

import (
	"strings"
	"time"

	"github.com/onrecord/onrecord/nlp"
)

// sourceDated is when the source behind "according to" came out, " on May 4, 2016",
// where the article says so with it: "a Harbour poll taken last week"; "" otherwise.
func (w *rewriting) sourceDated() string {
	a := w.a
	if w.p.quote < 0 || w.pub.IsZero() {
		return ""
	}
	q := w.ascribing(w.p.quote)
	if q.Cue.Empty() || len(q.Source) != 1 || q.Source[0].Start < q.Cue.End {
		return ""
	}
	first, last := a.TokensIn(q.Source[0])
	if c := a.TokenAt(q.Cue.Start); !strings.EqualFold(a.Word(c), "according") {
		return ""
	}
	x := &a.Sentences[a.Tokens[first].Sentence]
	for k := first + 1; k < min(last+1, x.Last-1); k++ {
		t := &a.Tokens[k]
		if t.POS != nlp.VBN || !a.Tokens[k-1].POS.Noun() || !outOn[t.Lemma] {
			continue
		}
		ts := w.timesIn(a.Span(k+1, min(k+7, x.Last)))
		if len(ts) == 0 {
			return ""
		}
		at := ts[0]
		if at.From.IsZero() || a.TokenAt(at.Start) > k+2 || at.From.After(w.pub) || at.To.Sub(at.From) > 31*24*time.Hour {
			return ""
		}
		if at.To.Sub(at.From) <= 24*time.Hour {
			return " on " + at.From.Format(longDay)
		}
		at.Relative = true // as words, whatever it leans on
		if on := w.dateWords(&at); on != "" && !strings.Contains(on, "–") {
			return " in " + on
		}
		return ""
	}
	return ""
}

// outOn are verbs for how something comes out that is a source.
var outOn = set("publish release issue conduct take unveil post")
