package nlp

import "github.com/onrecord/onrecord/internal/linear"

var (
	hashThe, hashThis, hashThat = linear.Lower("the"), linear.Lower("this"), linear.Lower("that")
	hashThese, hashThose        = linear.Lower("these"), linear.Lower("those")
	hashBoth, hashA, hashAn     = linear.Lower("both"), linear.Lower("a"), linear.Lower("an")
	hashOf, hashFor, hashAt     = linear.Lower("of"), linear.Lower("for"), linear.Lower("at")
	hashFrom, hashWith, hashIn  = linear.Lower("from"), linear.Lower("with"), linear.Lower("in")
	hashTo, hashBy, hashOn      = linear.Lower("to"), linear.Lower("by"), linear.Lower("on")
	hashAccording               = linear.Lower("according")
)

// function finds the grammatical function of mention m: from the dependencies
// where there are any, else from the words around it.
func (r *resolver) function(m, first, last int) {
	a := r.a
	mn, x := &a.Mentions[m], &r.info[m]
	if x.nested {
		return
	}
	tok := &a.Tokens[mn.Head]
	if mn.Kind == Pronoun && x.pron.poss {
		x.grammar = possGram
		return
	}
	next := int(x.base)
	if next < last && a.Tokens[next].POS == POSS {
		x.grammar = possGram
		return
	}
	if tok.Head >= 0 && int(tok.Head) < len(a.Tokens) {
		v := &a.Tokens[tok.Head]
		switch tok.Rel {
		case Nsubj, NsubjPass, Csubj:
			x.grammar = subjectGram
			x.says = v.POS.Verb() && saying[v.Lemma]
		case Obj, Iobj:
			x.grammar = objectGram
		case NmodPoss:
			x.grammar = possGram
		case Obl, Nmod, OblAgent:
			x.grammar = prepGram
			x.says = r.according(mn.First, first)
		}
		if x.grammar != otherGram {
			return
		}
	}
	prev := NoPOS
	if mn.First > first {
		prev = a.Tokens[mn.First-1].POS
	}
	if prev == IN || prev == TO {
		x.grammar = prepGram
		x.says = r.according(mn.First, first)
		return
	}
	if v := r.verbBehind(mn.Last, last); v >= 0 {
		x.grammar = subjectGram
		x.says = saying[a.Tokens[v].Lemma]
		if x.says || !prev.Verb() {
			return
		}
	}
	if prev.Verb() {
		x.grammar = objectGram
		// "said Ann Lee": inverted, behind a quotation.
		v := mn.First - 1
		if a.Tokens[v].POS == VBD || a.Tokens[v].POS == VBZ {
			if saying[a.Tokens[v].Lemma] && (v == first || !a.Tokens[v-1].POS.Noun() && a.Tokens[v-1].POS != PRP && a.Tokens[v-1].POS != WP && a.Tokens[v-1].POS != RB) {
				x.grammar, x.says = subjectGram, true
			}
		}
	}
}

// according reports whether "according to" stands before token i.
func (r *resolver) according(i, first int) bool {
	return i-2 >= first && linear.Lower(r.a.Word(i-2)) == hashAccording
}

// verbBehind finds the finite verb that follows a subject ending at token t,
// over adverbs, auxiliaries and one stretch between commas; -1 for none.
func (r *resolver) verbBehind(t, last int) int {
	a := r.a
	if t < last && a.Tokens[t].POS == Comma {
		// ", the mayor of Springfield,"
		for k := t + 1; k < last && k < t+25; k++ {
			if a.Tokens[k].POS == Comma && k > t+1 {
				t = k + 1
				if v := r.verbAt(t, last); v >= 0 {
					return v
				}
			}
		}
		return -1
	}
	return r.verbAt(t, last)
}

func (r *resolver) verbAt(t, last int) int {
	a := r.a
	found := -1
	for ; t < last; t++ {
		switch a.Tokens[t].POS {
		case RB, MD:
			if a.Tokens[t].POS == MD {
				found = t
			}
			continue
		case VBD, VBZ, VBP:
			found = t
			continue
		case VB, VBN, VBG:
			if found >= 0 {
				found = t
				continue
			}
		}
		break
	}
	return found
}

// naming are verbs for giving an office, which it follows: "Ann Lee was
// appointed | director".
var naming = set("appoint name elect reappoint re-elect")

// predicates links nouns behind a form of "be" to the subject before it: "Ann
// Lee is a teacher".
func (r *resolver) predicates(from, first int) {
	a := r.a
	for m := from; m < len(a.Mentions); m++ {
		mn, x := &a.Mentions[m], &r.info[m]
		if mn.Kind == Pronoun || mn.Kind == Named || x.nested || x.appos >= 0 || x.by > 0 || x.class != PersonNoun && x.class != OrganizationNoun {
			continue
		}
		t := mn.First - 1
		for t > first && (a.Tokens[t].POS == RB || a.Tokens[t].POS == VBN && naming[a.Tokens[t].Lemma]) {
			t--
		}
		if t <= first || a.Tokens[t].Lemma != "be" || !a.Tokens[t].POS.Verb() {
			continue
		}
		for t-1 > first && (a.Tokens[t-1].POS == MD || a.Tokens[t-1].POS == RB || a.Tokens[t-1].Lemma == "have") {
			t--
		}
		for k := m - 1; k >= from; k-- {
			s := &r.info[k]
			if a.Mentions[k].Last != t && int(s.base) != t || s.nested || s.plural != x.plural && a.Mentions[k].Kind != Pronoun || s.grammar == prepGram || s.grammar == possGram {
				continue
			}
			if a.Mentions[k].Kind == Pronoun && (s.pron.plural != x.plural || s.gender == Neuter && x.class == PersonNoun) {
				continue
			}
			if a.Mentions[k].Kind != Pronoun && !fits(a.Mentions[k].Entity, x.class) {
				continue
			}
			x.appos = int32(k)
			break
		}
	}
}

// fits reports whether a noun of class c can describe an entity of kind k.
func fits(k EntityKind, c NounKind) bool {
	switch k {
	case Person:
		return c == PersonNoun
	case Organization:
		return c == OrganizationNoun || c == GroupNoun
	case Place:
		return c == PlaceNoun || c == OrganizationNoun
	}
	return c != OtherNoun
}
