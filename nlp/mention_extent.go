package nlp

import (
	"strings"

	"github.com/onrecord/onrecord/internal/linear"
)

// Where noun phrases begin, how far they go on, and what is attached to them.

// begins reports whether a noun phrase can begin with token i.
func (r *resolver) begins(i, last int) bool {
	if e := r.entityAt[i]; e >= 0 {
		return named(r.a.Entities[e].Kind)
	}
	if r.postnominal(i) {
		return false
	}
	switch r.a.Tokens[i].POS {
	case DT, PDT, PRPS, CD, JJ, JJR, JJS, NN, NNS, NNP, NNPS, WPS:
		return true
	case VBN, VBG, RB, RBS:
		return i+1 < last && r.a.Tokens[i+1].POS.Noun() && r.a.Tokens[i].POS != RB
	}
	return false
}

// continues reports whether token j belongs to the noun phrase from i on.
func (r *resolver) continues(i, j, last int) bool {
	a := r.a
	e := r.entityAt[j]
	if e >= 0 && j > i && r.entityAt[j-1] == e {
		return true // inside of one name, whatever its tags
	}
	if e >= 0 && !named(a.Entities[e].Kind) {
		return a.Entities[e].Kind != Date && a.Entities[e].Kind != Clock && a.Entities[e].Kind != Money
	}
	if p := r.entityAt[j-1]; p >= 0 && !named(a.Entities[p].Kind) && (a.Entities[p].Kind == Date || a.Entities[p].Kind == Clock) {
		return a.Tokens[j].POS == POSS
	}
	if i > 0 && (a.Tokens[i-1].POS == IN || a.Tokens[i-1].POS == TO) && a.Tokens[j-1].POS.Noun() && (r.entityAt[j-1] >= 0 || (r.classOf(j-1) != PersonNoun || j-1 == i && capital(a.Word(i))) && !title(a.Word(j-1))) {
		// "the head of the Refugee Council | Ann Lee", "... | Dr Ann Lee"
		n := j
		if e < 0 && j+1 < last && courtesy(a.Word(j)) {
			n++
		}
		if p := r.entityAt[n]; p >= 0 && a.Entities[p].Kind == Person && a.Entities[p].First == n || n > j && honorific(a.Word(j)) && capital(a.Word(n)) {
			return false
		}
	}
	if r.postnominal(j) {
		return false
	}
	prev := a.Tokens[j-1].POS
	next := NoPOS
	if j+1 < last {
		next = a.Tokens[j+1].POS
	}
	if r.inChief(j, last) {
		return true
	}
	switch a.Tokens[j].POS {
	case NN, NNS, NNP, NNPS, JJ, JJR, JJS, CD:
		// A pronoun of possession is followed by its own phrase; nothing else
		// ends a phrase before a noun.
		return true
	case DT, PRPS:
		return prev == PDT || j == i+1 && prev == DT && r.all(i)
	case POSS:
		return true
	case HYPH:
		return next.Noun() || next == JJ || next == VBN || next == VBG || next == CD
	case VBN, VBG:
		return (prev == DT || prev == JJ || prev == PRPS || prev == POSS || prev == CD || prev == HYPH || prev == RB) && (next.Noun() || next == JJ || next == HYPH || next == POSS)
	case RB, RBR, RBS:
		return (prev == DT || prev == PRPS || prev == POSS) && (next == JJ || next == VBN || next == VBG)
	case CC:
		return a.Word(j) == "&" || r.oneOffice(i, j, last)
	case LRB: // "the Health Organization (HO) director"
		return j+3 < last && prev.Proper() && caps(a.Word(j+1)) && a.Tokens[j+2].POS == RRB && a.Tokens[j+3].POS.Noun()
	case RRB:
		return j-2 > i && a.Tokens[j-2].POS == LRB && next.Noun()
	}
	return false
}

// inChief reports whether token j belongs to the end of "editor | -in-chief".
func (r *resolver) inChief(j, last int) bool {
	a := r.a
	for k := max(j-3, 1); k <= j; k++ {
		if k+3 < last && a.Word(k) == "-" && strings.EqualFold(a.Word(k+1), "in") && a.Word(k+2) == "-" && strings.EqualFold(a.Word(k+3), "chief") && a.Tokens[k-1].POS.Noun() {
			return true
		}
	}
	return false
}

// oneOffice reports whether the "and" at token j joins what one person does:
// "health | and safety officer", "research | and extension officer Ann Lee".
func (r *resolver) oneOffice(i, j, last int) bool {
	a := r.a
	if a.Word(j) != "and" || !a.Tokens[j-1].POS.Noun() || a.Tokens[j-1].POS.Proper() && j+1 < last && !capital(a.Word(j+1)) || r.classOf(j-1) == PersonNoun || r.entityAt[j-1] >= 0 {
		return false
	}
	if r.classOf(j-1) == OrganizationNoun && a.Tokens[i].POS == DT {
		return false // "a chemist at the institute | and first author"
	}
	n, k := 0, j+1
	for ; k < last && k < j+6; k++ {
		if p := a.Tokens[k].POS; p != NN && p != NNP && p != JJ || r.entityAt[k] >= 0 {
			break
		}
		n++
		if r.classOf(k) == PersonNoun && a.Tokens[k].POS != JJ {
			return n > 1
		}
	}
	return false
}

func (r *resolver) all(i int) bool {
	switch a := r.a.Tokens[i].Lemma; a {
	case "all", "both", "half":
		return true
	}
	return false
}

// attach lengthens a phrase by the phrase behind its "of", and a phrase for a
// person by "for", "at", "from", "with" and "in" with an organisation or place.
func (r *resolver) attach(m, last int) {
	a := r.a
	mn, x := &a.Mentions[m], &r.info[m]
	if mn.Kind == Pronoun || x.nested || mn.Last+1 >= last || mn.Kind == Named && mn.Entity == Person {
		return
	}
	t := mn.Last
	if a.Tokens[t].POS != IN && a.Tokens[t].POS != TO {
		return
	}
	p := linear.Lower(a.Word(t))
	// The phrase that begins behind the preposition.
	o := -1
	for k := m + 1; k < len(a.Mentions); k++ {
		if a.Mentions[k].First == t+1 {
			o = k
			break
		}
		if a.Mentions[k].First > t+1 {
			break
		}
	}
	if o < 0 {
		return
	}
	obj := &a.Mentions[o]
	switch p {
	case hashOf:
		if mn.Kind == Named && mn.Entity == Place {
			return
		}
	case hashFor, hashAt, hashFrom, hashWith, hashIn, hashTo, hashBy:
		if x.class == DocumentNoun && (p == hashFrom || p == hashIn || p == hashBy) && obj.Kind != Pronoun && (obj.Entity == Organization || obj.Entity == Person) {
			break // "a report from the bank"
		}
		if x.class != PersonNoun && x.class != GroupNoun || obj.Kind == Pronoun || p == hashTo && mn.Kind == Named ||
			p == hashBy || !(p == hashTo && obj.Kind == Named && diplomats[a.Tokens[mn.Head].Lemma]) && !(p == hashFor && obj.Kind == Named && mn.Kind != Indef) && obj.Entity != Organization && obj.Entity != Place && obj.Entity != Person && r.info[o].class != OrganizationNoun {
			return
		}
	default:
		return
	}
	if x.owner < 0 {
		x.owner, x.prep = int32(obj.Head), p
	}
	// The object may itself go on.
	r.attach(o, last)
	mn.Last = max(mn.Last, a.Mentions[o].Last)
	mn.Span = a.Span(mn.First, mn.Last)
}
