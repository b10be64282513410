package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// narrowed reports whether the words behind n, before token end, tell which one
// is meant: a clause without a pronoun, "the tariffs the firm put in place", what
// was done to it, "the tariffs imposed so far by", its own name in marks.
func (ar *article) narrowed(n nominal, end int) bool {
	a := ar.a
	k := n.last
	if k+1 >= end || a.Tokens[k].Sentence != a.Tokens[n.head].Sentence {
		return false
	}
	switch t := &a.Tokens[k]; t.POS {
	case nlp.DT, nlp.PRP, nlp.PRPS, nlp.NNP, nlp.NNPS, nlp.NNS:
		for j := k + 1; j < min(end, k+8); j++ {
			if a.Tokens[j].Rel == nlp.ACLRelcl && int(a.Tokens[j].Head) == n.head {
				return true
			}
		}
	case nlp.VBN, nlp.VBD:
		// Another verb is the clause's: this one is the noun's.
		v := ar.nextFinite(k+1, end)
		if v == end || ar.anyMark(k, v) {
			return false
		}
		if t.POS == nlp.VBD {
			return ar.doneBy(k+1, v)
		}
		return a.Tokens[k+1].POS == nlp.IN || a.Tokens[k+1].POS == nlp.RB
	case nlp.OpenQuote:
		return !n.pointing && capital(a.Word(k+1)) && ar.opensMarks(k)
	}
	return false
}

// doneBy reports whether the tokens [first, last) have a "by" near and nothing that
// begins a clause: "imposed | so far by the firm".
func (ar *article) doneBy(first, last int) bool {
	by := false
	for k := first; k < last; k++ {
		switch t := &ar.a.Tokens[k]; t.POS {
		case nlp.CC, nlp.WDT, nlp.WP, nlp.WRB, nlp.PRP:
			return false
		case nlp.IN:
			by = by || k < first+4 && strings.EqualFold(ar.a.Word(k), "by")
		}
	}
	return by
}

// nextFinite is the first finite verb of the tokens [first, last), last for none.
func (ar *article) nextFinite(first, last int) int {
	for first < last && !finitePOS(ar.a.Tokens[first].POS) {
		first++
	}
	return first
}

// anyMark reports whether a mark stands in the tokens [first, last).
func (ar *article) anyMark(first, last int) bool {
	for k := first; k < last; k++ {
		if isMark(ar.a, k) {
			return true
		}
	}
	return false
}

// idiomatic reports whether n only joins what it stands in to what was said: "in
// that case", "in this regard".
func (ar *article) idiomatic(n nominal) bool {
	if n.last-n.first != 2 || n.first == 0 {
		return false
	}
	w := ar.low(n.first - 1)
	switch ar.low(n.head) {
	case "case":
		return w == "in" && n.pointing
	case "regard", "respect", "sense", "vein", "instance", "event", "process":
		return w == "in"
	case "matter":
		return w == "for" && n.pointing
	case "end", "effect", "extent":
		return w == "to" && n.pointing
	case "note", "score", "count", "front":
		return w == "on" && n.pointing
	case "token":
		return w == "by"
	}
	return false
}

// wordForWord reports whether token i stands in quotation marks that the claim
// keeps, so that other words in its place were not said.
func (w *rewriting) wordForWord(i int) bool {
	open := false
	for k := w.p.first; k < i; k++ {
		switch p := w.a.Tokens[k].POS; {
		case p == nlp.OpenQuote:
			open = true
		case p == nlp.CloseQuote:
			open = false
		}
	}
	return open
}

// theMore reports whether the "the" at token i only sets one degree against
// another: "the earlier people go, the more".
func (ar *article) theMore(i int) bool {
	a := ar.a
	degree := func(k int) bool {
		return k < len(a.Tokens) && (a.Tokens[k].POS == nlp.JJR || a.Tokens[k].POS == nlp.RBR)
	}
	if !strings.EqualFold(a.Word(i), "the") || !degree(i+1) {
		return false
	}
	for k := i + 2; k < len(a.Tokens) && a.Tokens[k].Sentence == a.Tokens[i].Sentence; k++ {
		if isMark(a, k-1) && ar.low(k) == "the" && degree(k+1) {
			return true
		}
	}
	return false
}

// another reports whether n is one more than what was spoken of: "that trade too".
func (ar *article) another(n nominal) bool {
	return n.last < len(ar.a.Tokens) && ar.low(n.last) == "too"
}

// works are nouns for what has a title, by which the sentence before may name it.
var works = set("movie film book song album show novel play series game documentary")
