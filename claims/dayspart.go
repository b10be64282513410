package claims

import (
	"time"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// dayParts are parts of a day.
var dayParts = set("morning afternoon evening night")

// partsOfDay writes the day that a part of a day is of, which the claim leaves out,
// where the words before it or the sentence before tell: "later in the day", "that
// night", "in the morning".
func (w *rewriting) partsOfDay() {
	a, p := w.a, w.p
	if w.pub.IsZero() || w.nested || p.quote >= 0 && w.q.Quotes[p.quote].Type == quotes.Direct {
		return
	}
	for k := p.first; k+1 < p.last; k++ {
		if a.Tokens[k+1].POS != nlp.NN && a.Tokens[k+1].POS != nlp.DT {
			continue
		}
		f, last, to := k, 0, ""
		switch low, next := w.low(k), w.low(k+1); {
		case low == "that" && dayParts[next]:
			last, to = k+2, "on the "+next+" of "
			if k > p.first && (w.low(k-1) == "later" || w.low(k-1) == "earlier") {
				to = "on the " + next + " of "
			} else if k > p.first && a.Tokens[k-1].POS == nlp.IN {
				continue // "by that night"
			}
		case low == "in" && next == "the" && k+2 < p.last && w.low(k+2) == "day" && k > p.first && (w.low(k-1) == "later" || w.low(k-1) == "earlier"):
			last, to = k+3, "on "
		case low == "in" && next == "the" && k == p.first && k+3 < p.last && dayParts[w.low(k+2)] && a.Word(k+3) == ",":
			last, to = k+3, "on the "+w.low(k+2)+" of "
		default:
			continue
		}
		if last < p.last && (a.Tokens[last].POS.Noun() || a.Tokens[last].POS == nlp.POSS) {
			continue
		}
		day, ok := w.dayBefore(f)
		if !ok {
			return
		}
		w.put(a.Span(f, last), to+day.Format(longDay), "time")
		return
	}
}

// dayBefore is the last day told before token k, in its sentence or the one before;
// false where the claim tells one itself, or none is told.
func (w *rewriting) dayBefore(k int) (time.Time, bool) {
	a := w.a
	for i := range w.c.Times {
		if t := &w.c.Times[i]; !t.From.IsZero() && t.To.Sub(t.From) <= 24*time.Hour && !w.beforeNoun(t, w.p) {
			return time.Time{}, false
		}
	}
	s := int(a.Tokens[k].Sentence)
	first := a.Sentences[s].First
	if s > 0 && !w.headings[s-1] && a.Sentences[s].Block-a.Sentences[s-1].Block <= 1 {
		first = a.Sentences[s-1].First
	}
	ts := w.timesIn(span.Span{Start: int(a.Tokens[first].Start), End: int(a.Tokens[k].Start)})
	if len(ts) == 0 {
		return time.Time{}, false
	}
	t := ts[len(ts)-1]
	if t.From.IsZero() || t.To.Sub(t.From) > 24*time.Hour || t.From.After(w.pub) {
		return time.Time{}, false
	}
	return t.From, true
}
