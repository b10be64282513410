package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// fronted is the finite verb of the clause that begins at lo with a phrase or
// clause before its subject: ", today, ten mills are", "by May she was well",
// "when it was over, they had". It is -1 if there is none.
func (ar *article) fronted(lo, last int) int {
	a := ar.a
	aside := a.Word(lo) == ","
	if aside {
		lo++
	}
	if lo+3 >= last {
		return -1
	}
	subordinate := ar.conditional(lo)
	switch t := &a.Tokens[lo]; {
	case subordinate, t.POS == nlp.IN, aside:
	case strings.EqualFold(a.Word(lo), "contrary"):
	default:
		return -1
	}
	for k := lo + 1; k+2 < last && k < lo+24; k++ {
		t := &a.Tokens[k]
		switch {
		case a.Word(k) == ",":
			if a.Tokens[k-1].POS == nlp.CD && a.Tokens[k+1].POS == nlp.CD {
				continue // "June 3, 2014"
			}
			if subordinate != ar.anyFinite(lo, k) || !ar.balanced(lo, k) && a.Tokens[lo+1].POS != nlp.OpenQuote {
				return -1
			}
			return ar.opensClause(k+1, last)
		case subordinate:
		case subjective[ar.low(k)] && a.Word(k) != "I" && finitePOS(a.Tokens[k+1].POS) && (a.Tokens[k-1].POS.Noun() || a.Tokens[k-1].POS == nlp.CD):
			return k + 1 // "by six months | he felt"
		case subjective[ar.low(k)] && a.Word(k) != "I" && a.Tokens[k+1].POS == nlp.RB && k+3 < last && finitePOS(a.Tokens[k+2].POS) && a.Tokens[k-1].POS.Noun():
			return k + 2 // "despite the cost | they still sell"
		case finitePOS(t.POS):
			return -1
		}
	}
	return -1
}

// onlyTold reports whether every subordinate clause that opens in [first, last)
// tells of a noun, or is what is asked: what a comma and a conjunction join
// behind it is no part of it, "which she knew, and they left".
func (ar *article) onlyTold(first, last int) bool {
	a := ar.a
	for k := first; k < last; k++ {
		t := &a.Tokens[k]
		if t.POS == nlp.WRB || t.Rel == nlp.Mark && t.POS == nlp.IN && !strings.EqualFold(a.Word(k), "whether") {
			return false
		}
	}
	return true
}

// tellsOfNoun reports whether token k opens a relative clause of which it is the
// subject: "the aide who | left".
func (ar *article) tellsOfNoun(k int) bool {
	t := ar.a.Tokens
	return (t[k].POS == nlp.WP || t[k].POS == nlp.WDT) && k+1 < len(t) && (finitePOS(t[k+1].POS) || t[k+1].POS == nlp.RB) && k > 0 && (t[k-1].POS.Noun() || t[k-1].POS == nlp.Comma || t[k-1].POS == nlp.CD)
}

// halfSubject reports whether what stands between a subordinator and cut is only
// the first half of its subject, the other being what is joined at cut: "came
// after Orvik | and Hale won".
func (ar *article) halfSubject(first, cut, subject int) bool {
	a := ar.a
	if w := ar.low(subject); subjective[w] {
		return false // "he worked as a clerk and he sang"
	}
	for k := cut - 1; k > first; k-- {
		switch t := a.Tokens[k].POS; {
		case t == nlp.IN || t == nlp.WRB:
			return subordinators[ar.low(k)] && k < cut-1 && !ar.asWell(k)
		case t.Noun(), t == nlp.PRP, t == nlp.DT, t == nlp.PRPS, t == nlp.JJ, t == nlp.CD, t == nlp.POSS, t == nlp.HYPH:
		default:
			return false
		}
	}
	return false
}

var subordinators = set("after before when while as because until if that although though whether")

// toldOf reports whether the noun that opens [first, verb) is told of by a clause
// right behind it, so that it may be joined to a noun: "and the pride | he takes".
func (ar *article) toldOf(first, verb int) bool {
	t := ar.a.Tokens
	if t[first].POS == nlp.IN {
		return false // "but in its report it could not"
	}
	for k := first + 1; k < verb; k++ {
		if t[k].POS == nlp.PRP && t[k-1].POS.Noun() && finitePOS(t[k+1].POS) {
			return true
		}
	}
	return false
}

// bareNoun reports whether what is taken for a subject and its verb are nouns, by
// their number: "online and gun | show sales".
func (ar *article) bareNoun(first, last, verb int) bool {
	a := ar.a
	if a.Tokens[verb].POS != nlp.VBP || last != first+1 || verb != last {
		return false
	}
	return a.Tokens[first].POS == nlp.NN
}

// spliced reports whether the comma at token k of p alone joins two clauses, as
// in a list of them: "you have no jobs, your schools are closed".
func (ar *article) spliced(p *proposition, k, verb int) bool {
	a := ar.a
	lo := k + 1
	t := &a.Tokens[lo]
	if t.POS == nlp.CC || a.Tokens[lo+1].POS == nlp.JJR || a.Tokens[lo+1].POS == nlp.RBR || ar.between(verb, k) || ar.markedThat(verb+1, k) || ar.contrast(p.first, k) {
		return false
	}
	first := p.first
	if ar.bounded(first, verb) {
		if f := ar.frameBefore(p, verb); !f.empty() {
			first = f.last
		} else if r := ar.root(p.first, p.last); r > p.first && r < k {
			first = max(first, ar.frameBefore(p, r).last)
		}
	}
	left, right := ar.opensClause(first, k), ar.opensClause(lo, p.last)
	if left < 0 || right < 0 || a.Tokens[first].POS == nlp.RB && !strings.EqualFold(a.Word(first), "just") {
		return false
	}
	// A noun phrase may tell of what stands before the comma, a pronoun does not.
	switch w := ar.low(lo); {
	case (subjective[w] || w == "it" || w == "you") && right <= lo+2:
	case t.POS == nlp.PRPS && right <= lo+3:
	case a.Tokens[left].Lemma == a.Tokens[right].Lemma && left <= first+3 && right <= lo+3 && a.Tokens[right-1].POS.Noun():
	case t.POS == nlp.CD && a.Tokens[lo+1].Lemma == "percent":
	default:
		return false
	}
	for _, v := range [...]int{left, right} {
		if l := a.Tokens[v].Lemma; reporting[l] || said[l] || asides[l] {
			return false // "the mill, he says, is old"
		}
	}
	if strings.EqualFold(a.Word(lo), "it") {
		for i := first; i < k; i++ {
			if w := ar.low(i); w == "not" || w == "n't" || w == "n’t" {
				return false // "it is not a ship, it is a boat"
			}
		}
	}
	return true
}

// markedThat reports whether "that" opens a clause in [first, last), which may go
// on behind any comma.
func (ar *article) markedThat(first, last int) bool {
	for k := first; k < last; k++ {
		if ar.a.Tokens[k].Rel == nlp.Mark && ar.thatAt(k) {
			return true
		}
	}
	return false
}

// asides are verbs that, with a subject, may only hedge what they stand beside.
var asides = set("guess seem suppose hope appear expect feel hear understand recall call write ask reply")

// plainClause reports whether a clause with a plain subject begins at lo, joined
// by the conjunction at token k without a comma: "and the motion was defeated".
// What stands before must have no verb that could have both for its object.
func (ar *article) plainClause(p *proposition, k, lo int) bool {
	a := ar.a
	bare := false
	if t := a.Tokens[lo].POS; t != nlp.DT && t != nlp.PRPS {
		if bare = t.Noun() || t == nlp.JJ; !bare {
			return false
		}
	}
	v := ar.opensClause(lo, p.last)
	if bare && (v < lo+1 || !ar.bareClause(p, k, lo, v)) {
		return false
	}
	if v < lo+2 && !bare || v > lo+7 || ar.halfSubject(p.first, k, lo) || !ar.conditional(p.first) && ar.opener(p.first, k) {
		return false
	}
	// No noun behind the subject's own: "the effect firms can have".
	ended := false
	for i := lo + 1; i < v; i++ {
		switch t := a.Tokens[i].POS; {
		case t == nlp.IN:
			if !belonging[ar.low(i)] {
				return false
			}
			ended = false
		case t == nlp.RB:
			if i+1 < v {
				return false
			}
		case t == nlp.DT, t == nlp.PRPS:
			if a.Tokens[i-1].POS != nlp.IN {
				return false
			}
		case t.Noun():
			if ended || t == nlp.NNS && a.Tokens[i-1].POS.Noun() && a.Tokens[v].POS != nlp.VBD && !(bare && a.Tokens[i-1].POS.Proper()) {
				return false
			}
			ended = !a.Tokens[i+1].POS.Noun() && a.Tokens[i+1].POS != nlp.HYPH && a.Tokens[i+1].POS != nlp.POSS
		case t == nlp.JJ, t == nlp.CD, t == nlp.JJR, t == nlp.JJS, t == nlp.HYPH, t == nlp.POSS:
		default:
			return false
		}
	}
	for i := p.first; i < k; i++ {
		w := ar.low(i)
		if w == "between" || subordinators[w] && a.Tokens[i].POS == nlp.IN && !ar.anyFinite(i, k) && !ar.asWell(i) {
			return false // "after talks with the firm and its union broke down"
		}
		if t := &a.Tokens[i]; t.POS.Verb() && (reporting[t.Lemma] || factive[t.Lemma] || asides[t.Lemma]) && !(ar.low(i+1) == "to" && a.Tokens[i+2].POS == nlp.VBG) || t.POS == nlp.DT && w == "both" {
			return false // but "admitted to selling"
		}
	}
	return true
}

// belonging are prepositions that join a noun to the one before it.
var belonging = set("of in for at on from")

// consequence reports whether the "so" at token k joins a clause that follows
// from the one before it, without a comma: "so he spent a fortune", not "so he
// could".
func (ar *article) consequence(k int) bool {
	a := ar.a
	if !strings.EqualFold(a.Word(k), "so") || k+3 >= len(a.Tokens) || !a.Tokens[k-1].POS.Noun() {
		return false
	}
	if w := ar.low(k + 2); a.Tokens[k+1].POS == nlp.IN && (w == "that" || w == "this") && a.Tokens[k+3].POS.Noun() {
		return ar.opensClause(k+4, a.Sentences[a.Tokens[k].Sentence].Last) >= 0 // "so in that time the mayor will"
	}
	t := a.Tokens[k+2].POS
	return subjective[ar.low(k+1)] && finitePOS(t) && t != nlp.MD
}
