package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// reasoned is the index behind an opening that only says that what follows comes
// of what stands before, "that is why", "it is for this reason that", or p.first.
func (ar *article) reasoned(p *proposition) int {
	a := ar.a
	k := p.first
	if k+7 > p.last || a.Tokens[k+1].Lemma != "be" && a.Word(k+1) != "'s" && a.Word(k+1) != "’s" {
		return p.first
	}
	switch w := ar.low(k); {
	case (w == "that" || w == "this" || w == "it") && ar.low(k+2) == "why":
		k += 3
	case w == "it" && ar.low(k+2) == "for" && demonstrative[ar.low(k+3)] && a.Tokens[k+4].Lemma == "reason" && ar.thatAt(k+5):
		k += 6
	default:
		return p.first
	}
	return ar.toClause(p, k)
}

// toClause is token k of p if a clause begins there, p.first if none does.
func (ar *article) toClause(p *proposition, k int) int {
	if ar.opensClause(k, p.last) < 0 && ar.fronted(k, p.last) < 0 {
		return p.first
	}
	return k
}

// drawing is the index behind a "so" without a comma that only joins the clause
// it opens to what stands before, "So the mill closed"; not "So far" or "So did".
func (ar *article) drawing(p *proposition) int {
	a := ar.a
	k := p.first + 1
	if !strings.EqualFold(a.Word(p.first), "so") || k+4 > p.last || strings.EqualFold(a.Word(k), "that") {
		return p.first
	}
	switch t := a.Tokens[k].POS; {
	case t == nlp.DT, t == nlp.PRP, t == nlp.PRPS, t == nlp.EX, t == nlp.NNP, t == nlp.NNS, ar.conditional(k):
	default:
		return p.first
	}
	return ar.toClause(p, k)
}

// pair is the index behind the dateline of a place and the region it lies in,
// "Orvik, Ill. —", that p begins with; p.first for none.
func (ar *article) pair(p *proposition) int {
	a := ar.a
	comma := false
	for k := p.first; k < p.first+8 && k+4 < p.last; k++ {
		switch w := a.Word(k); {
		case w == "," && k > p.first && !comma:
			comma = true
		case ar.dash(k) && comma && a.Word(k-1) != "," && a.Tokens[k].Start > a.Tokens[k-1].End:
			prev := a.Word(k - 1)
			if len(prev) <= 6 && (prev == strings.ToUpper(prev) || strings.HasSuffix(prev, ".")) || ar.opensClause(k+1, p.last) >= 0 || ar.fronted(k+1, p.last) >= 0 {
				return k + 1
			}
			return p.first
		case w[0] < 'A' || w[0] > 'Z':
			return p.first
		}
	}
	return p.first
}

// result is the index behind a result that heads a report of a game, "Orvik 4,
// Hale 1:", or p.first.
func (ar *article) result(p *proposition) int {
	a := ar.a
	sums := 0
	for k := p.first; k < p.first+12 && k+4 < p.last; k++ {
		switch t := &a.Tokens[k]; {
		case t.POS == nlp.CD && k > p.first && a.Tokens[k-1].POS != nlp.CD && (a.Word(k+1) == "," || a.Word(k+1) == ":"):
			sums++
		case a.Word(k) == "," && sums == 1 && a.Tokens[k-1].POS == nlp.CD:
		case a.Word(k) == ":" && sums == 2:
			return k + 1
		case a.Word(k)[0] < 'A' || a.Word(k)[0] > 'Z':
			return p.first
		}
	}
	return p.first
}

// summed is the index behind the word that heads a paragraph which sums up the
// ones before, "Summary Studies show", or p.first.
func (ar *article) summed(p *proposition) int {
	a := ar.a
	k := p.first + 1
	if a.Word(p.first) != "Summary" || k+4 > p.last || a.Tokens[k].Start == a.Tokens[p.first].End {
		return p.first
	}
	if w := a.Word(k); w[0] < 'A' || w[0] > 'Z' || w == "Judgment" || w == "Judgement" || strings.HasPrefix(w, "Execution") {
		return p.first
	}
	return k
}

// game is the result that heads the paragraph of the claim in a report of many
// games, "Orvik 4, Hale 1", which tells more than the report's title; "" for none.
func (w *rewriting) game() string {
	a := w.a
	s := int(a.Tokens[w.p.first].Sentence)
	for n := 0; n < 12 && s > 0 && a.Sentences[s-1].Block == a.Sentences[s].Block; n++ {
		s--
	}
	x := &a.Sentences[s]
	last := w.afterResult(s)
	if last == x.First {
		return ""
	}
	return a.Span(x.First, last-1).Of(a.Text)
}

// afterResult is the token behind the result that heads sentence s, its first
// one for none.
func (ar *article) afterResult(s int) int {
	x := &ar.a.Sentences[s]
	return ar.result(&proposition{first: x.First, last: x.Last})
}

// newGame reports whether the claim's sentence begins with the result of a game,
// so that it does not go on from what stands before.
func (w *rewriting) newGame() bool {
	s := int(w.a.Tokens[w.p.first].Sentence)
	return w.afterResult(s) > w.a.Sentences[s].First
}
