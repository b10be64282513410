package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// saidSo cuts "the mill said" off the start of p, an author's clause that goes on
// with a clause of what was said, and gives p to who said it: for clauses that
// were joined to others, "it is fast, yet | Norr says it is cheap", and those
// whose verb was taken for a participle, "the unions said | 900 people came".
func (ar *article) saidSo(p *proposition) {
	a := ar.a
	relayed := ar.accordingTo(p)
	if p.quote != None && !relayed || p.reported || p.presupVerb > 0 {
		return
	}
	v, sf, sl := p.first, p.subjectFirst, p.subjectLast
	if sl == sf || !finitePOS(a.Tokens[v].POS) {
		if sl > sf {
			return
		}
		sf = p.first
		if v = ar.opensClause(sf, p.last); v < 0 {
			// "In May, the minister said".
			if v = ar.fronted(p.first, p.last); v < 0 || ar.conditional(p.first) {
				return
			}
			for sf = v; sf > p.first && a.Word(sf-1) != ","; sf-- {
			}
		}
		sl = v
	}
	// "Has said", "also said".
	if v+1 < p.last && a.Tokens[v].Lemma == "have" && a.Tokens[v+1].Lemma == "say" {
		v++
	}
	l := a.Tokens[v].Lemma
	found := (showing[l] || l == "notice") && v+3 < p.last && ar.thatAt(v+1) && ar.doingIs(v+2, p.last) && ar.finding(sf, sl)
	if l != "say" && (l != "add" || v > p.first) && !found || ar.share(sf, sl) || ar.negated(v, p.first, p.last) {
		return
	}
	lo := v + 1
	if lo+4 > p.last {
		return
	}
	if ar.thatAt(lo) && a.Tokens[lo].POS == nlp.IN {
		lo++
	}
	// Whom a pronoun means that opens what was said is plainer with who said it.
	if _, day := weekdays[ar.low(lo)]; day || a.Word(lo) == "," || a.Tokens[lo].POS == nlp.PRP || a.Tokens[lo].POS == nlp.OpenQuote {
		return
	}
	if ar.opensClause(lo, p.last) < 0 && ar.fronted(lo, p.last) < 0 && !ar.countedDid(lo, p.last) && !ar.doingIs(lo, p.last) {
		return
	}
	if k := ar.speakerAt(sf, sl); k != None || relayed {
		p.speaker = k
	}
	p.first, p.reported = lo, true
	p.sourceFirst, p.sourceLast = sf, sl
	p.subjectFirst, p.subjectLast = 0, 0
}

// accordingTo reports whether p is told according to somebody, who may only pass on
// what another said: "According to the Post, | Norr said the mill was old".
func (ar *article) accordingTo(p *proposition) bool {
	if p.quote == None || ar.q.Quotes[p.quote].Type != quotes.Indirect || ar.q.Quotes[p.quote].Cue.Empty() {
		return false
	}
	k := ar.a.TokenAt(ar.q.Quotes[p.quote].Cue.Start)
	return k < p.first && ar.low(k) == "according"
}

// countedDid reports whether [first, last) is a clause of what some number of
// people or things did, whose verb was taken for a participle: "more than 900
// people registered for the rally".
func (ar *article) countedDid(first, last int) bool {
	a := ar.a
	number := false
	for k := first; k+1 < last && k < first+8; k++ {
		switch t := a.Tokens[k].POS; {
		case t == nlp.CD:
			number = true
		case t == nlp.VBN && number && a.Tokens[k-1].POS == nlp.NNS:
			return !ar.anyFinite(k, last) && !strings.EqualFold(a.Word(k+1), "by")
		case t.Noun(), t == nlp.DT, t == nlp.JJ, t == nlp.RB, t == nlp.RBR, t == nlp.JJR, t == nlp.IN && !number:
		default:
			return false
		}
	}
	return false
}

// doingIs reports whether [first, last) is a clause with a participle for its
// subject: "returning to the mill was necessary".
func (ar *article) doingIs(first, last int) bool {
	a := ar.a
	if a.Tokens[first].POS != nlp.VBG {
		return false
	}
	for k := first + 1; k+1 < last && k < first+9; k++ {
		switch t := a.Tokens[k].POS; {
		case finitePOS(t):
			return true
		case t == nlp.Comma, t == nlp.CC, t == nlp.WDT, t == nlp.WP, t == nlp.WRB, t == nlp.PRP:
			return false
		}
	}
	return false
}

// reasonAlone cuts the "because" off p, a part of somebody's words that tells a
// reason and not of what.
func (ar *article) reasonAlone(p *proposition) {
	t := &ar.a.Tokens[p.first]
	if ar.low(p.first) != "because" || p.quote == None || t.Rel != nlp.Mark || p.last-p.first < 6 || p.first > 0 && ar.thatAt(p.first-1) {
		return
	}
	if ar.anyFinite(p.first, p.last) && !ar.mainBehind(p) {
		p.first++
	}
}

// mainBehind reports whether a comma of p ends the clause that opens it, and the
// main one follows.
func (ar *article) mainBehind(p *proposition) bool {
	for k := p.first + 2; k+2 < p.last; k++ {
		if ar.a.Word(k) != "," {
			continue
		}
		lo := k + 1
		if ar.a.Tokens[lo].POS == nlp.CloseQuote {
			lo++
		}
		if ar.opensClause(lo, p.last) >= 0 || ar.fronted(lo, p.last) >= 0 {
			return true
		}
	}
	return false
}
