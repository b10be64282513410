package claims

import (
	"strings"
	"time"

	"github.com/onrecord/onrecord/span"
)

// yearOnYear reports whether the claim's time i, "a year ago", is that of what a
// month or a quarter named before it is compared with, so that it means the same
// one a year before: "sold 12 in October, down from 15 a year ago".
func (w *rewriting) yearOnYear(i int) bool {
	t := &w.c.Times[i]
	if words := t.Span.Of(w.a.Text); !strings.EqualFold(words, "a year ago") && !strings.EqualFold(words, "one year ago") {
		return false
	}
	compared := false
	for k := w.a.TokenAt(t.Start) - 1; k >= max(w.p.first, w.a.TokenAt(t.Start)-7) && !compared; k-- {
		switch w.low(k) {
		case "from", "than", "with", "to", "over", "versus", "against", "on":
			compared = true
		}
	}
	if !compared {
		return false
	}
	for j := 0; j < i; j++ {
		x := &w.c.Times[j]
		if size := x.To.Sub(x.From); !x.From.IsZero() && size >= 7*24*time.Hour && size <= 93*24*time.Hour || strings.HasSuffix(strings.ToLower(x.Span.Of(w.a.Text)), "quarter") {
			return true
		}
	}
	return false
}

// saidAgain leaves out the claim's time i where it stands in brackets behind the
// one before it and says the same: "tomorrow (March 3)".
func (w *rewriting) saidAgain(i int) bool {
	if i == 0 {
		return false
	}
	t, before := &w.c.Times[i], &w.c.Times[i-1]
	text := w.a.Text
	if t.From.IsZero() || !t.From.Equal(before.From) || !t.To.Equal(before.To) || strings.TrimSpace(text[before.End:t.Start]) != "(" || !strings.HasPrefix(text[t.End:], ")") || t.End >= w.c.Span.End {
		return false
	}
	w.put(span.Span{Start: before.End, End: t.End + len(")")}, "", "time")
	return true
}
