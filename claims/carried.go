package claims

import (
	"github.com/onrecord/onrecord/internal/checkworthy"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// hypothesis is all of unit u if it asks to suppose something, "suppose that the
// mill closes while prices rise": no part of it is stated.
func (ar *article) hypothesis(u checkworthy.Unit) (proposition, bool) {
	k := u.First
	for k < u.Last && k < u.First+4 && (isMark(ar.a, k) || introductory[ar.low(k)] || ar.low(k) == "for" || ar.low(k) == "instance" || ar.low(k) == "example" || ar.low(k) == "let") {
		k++
	}
	if k+6 > u.Last || ar.low(k) != "suppose" && ar.low(k) != "imagine" || ar.a.Tokens[k].POS == nlp.VBP && k > u.First && ar.a.Tokens[k-1].POS == nlp.PRP {
		return proposition{}, false
	}
	if !ar.thatAt(k+1) && ar.opensClause(k+1, u.Last) < 0 {
		return proposition{}, false
	}
	p := proposition{first: u.First, last: u.Last, quote: None, speaker: None, weight: 1}
	ar.trim(&p)
	return p, p.last > p.first
}

// carried is what the parts of unit u that can stand alone are: a reason goes with
// what somebody said for it, "Because it rained, Lund says | the mill closed", and
// a noun of which only a relative clause tells is no statement.
func (ar *article) carried(out []proposition, u checkworthy.Unit) []proposition {
	for i := range out {
		ar.cutOccasion(&out[i], u)
	}
	if len(out) < 2 {
		return out
	}
	if a, b := &out[0], &out[1]; a.first == u.First+1 && ar.low(u.First) == "because" && ar.a.Word(a.last) == "," && b.first > a.last+2 && b.frame.empty() && ar.opensClause(a.last+1, b.first) >= 0 {
		b.frame = frame{u.First, a.last + 1}
		out = out[1:]
	}
	kept := out[:0]
	for i := range out {
		p := &out[i]
		if !ar.onlyRelative(p) {
			kept = append(kept, *p)
			continue
		}
		switch n := len(kept); {
		case n > 0 && ar.joinedOnly(&kept[n-1], p):
			kept[n-1].last = p.last
		case i+1 < len(out) && ar.joinedOnly(p, &out[i+1]):
			out[i+1].first, out[i+1].frame = p.first, p.frame
			out[i+1].subjectFirst, out[i+1].subjectLast = p.subjectFirst, p.subjectLast
		case n == 0 && i+1 == len(out):
			kept = append(kept, *p)
		}
	}
	return kept
}

// cutOccasion cuts ", and when the mill closed" off the end of p where the clause
// that it belongs to was cut off already.
func (ar *article) cutOccasion(p *proposition, u checkworthy.Unit) {
	a := ar.a
	next := p.last
	for next < u.Last && isMark(a, next) {
		next++
	}
	if next >= u.Last || p.quote != None && ar.q.Quotes[p.quote].Type == quotes.Direct || ar.opensClause(next, u.Last) < 0 {
		return
	}
	for k := p.first + 3; k+3 < p.last; k++ {
		if a.Word(k) == "," && a.Tokens[k+1].POS == nlp.CC && ar.conditional(k+2) && ar.anyFinite(p.first, k) && ar.balanced(p.first, k) {
			p.last = k
			return
		}
	}
}

// joinedOnly reports whether nothing but a conjunction stands between p and q, told
// by the same.
func (ar *article) joinedOnly(p, q *proposition) bool {
	if p.quote != q.quote || q.first <= p.last || q.first > p.last+3 {
		return false
	}
	for k := p.last; k < q.first; k++ {
		if ar.a.Tokens[k].POS != nlp.CC && ar.a.Word(k) != "," {
			return false
		}
	}
	return true
}

// onlyRelative reports whether every finite verb of p is that of a relative clause
// whose pronoun stands right before it: "the number of mills that have closed".
func (ar *article) onlyRelative(p *proposition) bool {
	if p.subjectLast > p.subjectFirst || p.presupVerb > 0 || p.participle > 0 || subjective[ar.low(p.first)] {
		return false
	}
	a := ar.a
	found := false
	for k := p.first; k < p.last; k++ {
		if !finitePOS(a.Tokens[k].POS) {
			switch t := &a.Tokens[k]; {
			case t.POS == nlp.VBN && (t.Rel == nlp.Root || k > p.first && (a.Tokens[k-1].POS.Noun() || a.Tokens[k-1].POS == nlp.PRP)):
				return false // a past taken for a participle
			case t.POS == nlp.POSS && k+1 < p.last && !a.Tokens[k+1].POS.Noun() && a.Tokens[k+1].POS != nlp.JJ:
				return false // "Lund's not the one who"
			}
			continue
		}
		i := k - 1
		for i > p.first && a.Tokens[i].POS == nlp.RB {
			i--
		}
		if i <= p.first || a.Tokens[i].POS != nlp.WDT && a.Tokens[i].POS != nlp.WP || !a.Tokens[i-1].POS.Noun() && a.Word(i-1) != "," {
			return false
		}
		found = true
	}
	return found
}

// whenPhrase is the index behind a time of a word or two that begins at token k,
// "and | last week | sold it"; k for none.
func (ar *article) whenPhrase(k int) int {
	switch ar.low(k) {
	case "last", "this", "next", "that":
		_, day := weekdays[ar.low(k+1)]
		if day || grainWord(ar.low(k+1)) {
			return k + 2
		}
	case "later":
		return k + 1
	default:
		if _, day := weekdays[ar.low(k)]; day {
			return k + 1
		}
	}
	return k
}

// seasonal are verbs for what a month or a year itself does.
var seasonal = set("be see bring mark have become prove begin start end")

// runsOn reports whether the dots at token k part two statements of somebody who
// broke off: "he began with the clerks… now the mayor is ill".
func (ar *article) runsOn(p *proposition, k int) bool {
	a := ar.a
	if t := a.Tokens[k-1].POS; !t.Noun() && t != nlp.JJ && t != nlp.RB || !ar.balanced(p.first, k) || ar.opensClause(p.first, k) < 0 || ar.opener(p.first, k) || k+5 > p.last {
		return false
	}
	lo := k + 1
	if !ar.anyFinite(lo, p.last) {
		return false
	}
	return ar.low(lo) == "now" || capital(a.Word(lo)) && !a.Tokens[lo].POS.Proper() || ar.opensClause(lo, p.last) >= 0
}
