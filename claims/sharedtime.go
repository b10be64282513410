package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// sharedTime is the time that opens the claim's sentence, as it reads alone, for
// a claim that is joined there to another past event and has no time of its own:
// "Last May Orbis cut 60 jobs and Orsund cut several hundred"; "" for none.
func (w *rewriting) sharedTime() string {
	a, p := w.a, w.p
	x := &a.Sentences[a.Tokens[p.first].Sentence]
	if w.nested || !p.frame.empty() || p.quote != None && w.q.Quotes[p.quote].Type == quotes.Direct || len(w.c.Times) > 0 || p.first < x.First+5 || p.subjectLast > p.subjectFirst || p.verb < 0 || a.Tokens[p.verb].POS != nlp.VBD {
		return ""
	}
	if low := w.low(p.first - 1); low != "and" && low != "while" {
		return ""
	}
	r := w.root(x.First, p.first)
	if r < 0 || a.Tokens[r].POS != nlp.VBD {
		return ""
	}
	ts := w.timesIn(a.Span(x.First, p.first))
	if len(ts) != 1 || ts[0].From.IsZero() || a.TokenAt(ts[0].Start) > x.First+1 {
		return ""
	}
	f, last := a.TokensIn(ts[0].Span)
	if a.Word(last) != "," || f > x.First && a.Tokens[x.First].POS != nlp.IN {
		return ""
	}
	return strings.TrimRight(w.phraseWords(x.First, last), " ,") + ", "
}
