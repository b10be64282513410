package claims

import (
	"strconv"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// yearsBeforeNow is how a number of years that opens the claim, "six years earlier,",
// is written where no other time stands before that they could be counted from, so
// that they lead back from the article's news; "" for another time.
func (w *rewriting) yearsBeforeNow(t *When) string {
	a, p := w.a, w.p
	if !t.From.IsZero() || w.pub.IsZero() || w.nested || p.verb < 0 || p.quote >= 0 || a.TokenAt(t.Start) > p.first+1 || !strings.HasSuffix(t.Span.Of(a.Text), " years earlier") {
		return ""
	}
	l := lexed(lex(nil, t.Span.Of(a.Text), 0, t.End-t.Start))
	n, g, _, ok := l.units(0)
	if !ok || g != yearGrain || n < 2 || n != float64(int(n)) {
		return ""
	}
	if v := w.finite(p.verb, p.first, p.last); v < 0 || a.Tokens[v].POS != nlp.VBD {
		return ""
	}
	s := int(a.Tokens[p.first].Sentence)
	from := s
	for from > 0 && s-from < 2 && !w.headings[from-1] && a.Sentences[s].Block-a.Sentences[from-1].Block <= 1 {
		from--
	}
	for _, x := range w.timesIn(span.Span{Start: int(a.Tokens[a.Sentences[from].First].Start), End: t.Start}) {
		if x.From.IsZero() || x.From.Before(w.pub.AddDate(0, -2, 0)) {
			return ""
		}
	}
	return "around " + strconv.Itoa(w.pub.Year()-int(n))
}
