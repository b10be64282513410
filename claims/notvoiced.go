package claims

import (
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// toldOfSource reports whether the claim is what the article tells of
// the source of x, not what that one says: "Orr seems to have found that", "Orr
// spent May in Belmark, showing how", "Orr calls for a ban and | backs the bill".
func (w *rewriting) toldOfSource(x *quotes.Quote) bool {
	if x.Cue.Empty() || x.Type == quotes.Direct {
		return false
	}
	a := w.a
	f, l := a.TokensIn(x.Cue)
	v := l - 1
	if l <= f || v < 2 {
		return false
	}
	if a.Tokens[v].POS == nlp.VBN && w.low(v-1) == "have" && w.low(v-2) == "to" && v > 2 {
		switch a.Tokens[v-3].Lemma {
		case "seem", "appear":
			return true
		}
	}
	if a.Tokens[v].POS == nlp.VBG && a.Tokens[v-1].POS == nlp.Comma && outward[a.Tokens[v].Lemma] && x.Speaker >= 0 && x.Speaker < len(w.q.Speakers) && w.q.Speakers[x.Speaker].Kind == quotes.PersonSpeaker {
		return true
	}
	p := w.p
	if p.subjectLast <= p.subjectFirst || len(x.Source) != 1 {
		return false
	}
	return x.Source[0].Overlaps(a.Span(p.subjectFirst, p.subjectLast))
}

// outward are verbs for what somebody's doings show to others.
var outward = set("show illustrate reflect demonstrate underscore highlight prove reveal signal exemplify")
