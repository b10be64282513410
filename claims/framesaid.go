package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// longestSaidFrame is how many tokens may stand before ", she said," that belong to
// what she said.
const longestSaidFrame = 9

// frameBeforeSaid is the phrase that opens the claim's sentence before its source is
// put in, which belongs to what is said: "In May 2018, Ann Lee said, | the board
// sold it"; empty for none.
func (w *rewriting) frameBeforeSaid() frame {
	a, p := w.a, w.p
	x := &a.Sentences[a.Tokens[p.first].Sentence]
	if w.nested || p.quote < 0 || w.q.Quotes[p.quote].Type == quotes.Direct || p.subjectLast > p.subjectFirst || p.first < x.First+5 || p.first > x.First+longestSaidFrame+8 || a.Word(p.first-1) != "," || quoteMark(a.Tokens[p.first].POS) || a.Tokens[x.First].POS != nlp.IN || w.conditional(x.First) {
		return frame{}
	}
	q := w.ascribing(p.quote)
	if q.Cue.Empty() || len(q.Source) != 1 || q.Source[0].End > q.Cue.Start {
		return frame{}
	}
	f, _ := a.TokensIn(q.Source[0])
	_, last := a.TokensIn(q.Cue)
	if last != p.first-1 || f < x.First+3 || f > x.First+longestSaidFrame || a.Word(f-1) != "," || w.anyFinite(x.First, f) || strings.ContainsAny(a.Span(x.First, f).Of(a.Text), "\"“”") {
		return frame{}
	}
	for k := x.First; k < f; k++ {
		switch l := a.Tokens[k].Lemma; {
		case occasions[l], writings[l], l == "addition", l == "fact", l == "response", l == "word", l == "result", l == "accord":
			return frame{} // at what it was said
		case a.Tokens[k].POS == nlp.PRP, a.Tokens[k].POS == nlp.VBG && k == x.First+1 && reporting[l]:
			return frame{}
		}
	}
	return frame{x.First, f}
}
