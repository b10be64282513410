package nlp

import "strings"

// Subject returns the head of the subject of the verb or other predicate v. A
// predicate without one shares that of the predicate it is coordinated with;
// an infinitive or participle that complements another verb has that verb's
// object as its subject, or else its subject.
func (a *Annotation) Subject(v int) int {
	b := a.bounds(v)
	for n := b.Last - b.First; n > 0 && v >= 0; n-- {
		if s := a.Dependent(v, Nsubj, NsubjPass, Csubj, CsubjPass); s >= 0 {
			return s
		}
		h := a.Governor(v)
		switch a.Tokens[v].Rel {
		case Conj:
			// "Lee sat and Roe stood" has two subjects, "Lee sat and
			// stood" shares one.
		case Xcomp:
			if h >= 0 {
				if o := a.Dependent(h, Obj, Iobj); o >= 0 {
					return o
				}
			}
		default:
			return -1
		}
		v = h
	}
	return -1
}

// Agent returns the head of the phrase that names who does what the passive
// verb v says ("by the council"), -1 if there is none.
func (a *Annotation) Agent(v int) int { return a.Dependent(v, OblAgent) }

// Passive reports whether the verb v is in the passive.
func (a *Annotation) Passive(v int) bool {
	return a.Dependent(v, AuxPass, NsubjPass, CsubjPass) >= 0
}

// FiniteVerb returns the finite verb of the predicate v: v itself, or the
// auxiliary or copula that bears the tense; -1 if it has none.
func (a *Annotation) FiniteVerb(v int) int {
	for d := a.NextDependent(v, -1); d >= 0; d = a.NextDependent(v, d) {
		switch a.Tokens[d].Rel {
		case Aux, AuxPass, Cop:
			if finite(a.Tokens[d].POS) {
				return d
			}
		}
	}
	if b := a.bounds(v); !b.Empty() && finite(a.Tokens[v].POS) {
		return v
	}
	return -1
}

func finite(p POS) bool { return p == VBD || p == VBZ || p == VBP || p == MD }

// Negated reports whether the predicate v is negated by a word of its own:
// "not", "never", "no longer", "hardly".
func (a *Annotation) Negated(v int) bool {
	for d := a.NextDependent(v, -1); d >= 0; d = a.NextDependent(v, d) {
		if a.Tokens[d].Rel != Advmod {
			continue
		}
		w := a.Word(d)
		for _, n := range [...]string{"not", "n't", "n’t", "never", "hardly", "scarcely", "neither", "nor"} {
			if strings.EqualFold(w, n) {
				return true
			}
		}
		// "no longer": "no" is an adverb of "longer".
		if m := a.Dependent(d, Advmod, Det); m >= 0 && strings.EqualFold(a.Word(m), "no") {
			return true
		}
	}
	return false
}

// FirstConjunct returns the first of the words that token i is coordinated
// with; it is i itself where it is the first or the only one. The others are
// the dependents of the first in relation Conj.
func (a *Annotation) FirstConjunct(i int) int {
	b := a.bounds(i)
	for n := b.Last - b.First; n > 0; n-- {
		if a.Tokens[i].Rel != Conj {
			return i
		}
		h := a.Governor(i)
		if h < 0 {
			return i
		}
		i = h
	}
	return i
}

// Clause is one finite clause of a sentence.
type Clause struct {
	Head    int // the predicate: a verb, or what a copula links
	Verb    int // the finite verb
	Subject int // head of the subject, -1 for none
	Mark    int // the subordinating conjunction, -1 for none
	Rel     Rel // of Head: Root, Ccomp, Advcl, ACLRelcl, Conj, Parataxis ...
	Parent  int // index of the clause around it among those returned with it, -1 for none
	// Range is the clause with the clauses inside it, but without its
	// conjunction, clauses coordinated with it or set beside it, and commas
	// and stops at its ends.
	Range
}

// Clauses appends the finite clauses of sentence k to dst, in the order of
// their predicates.
func (a *Annotation) Clauses(dst []Clause, k int) []Clause {
	if k < 0 || k >= len(a.Sentences) {
		return dst
	}
	base := len(dst)
	s := &a.Sentences[k]
	for i := s.First; i < s.Last; i++ {
		if !a.clausal(i) {
			continue
		}
		c := Clause{Head: i, Verb: a.FiniteVerb(i), Subject: a.Subject(i), Mark: -1, Rel: a.Tokens[i].Rel, Parent: -1}
		c.Range = a.content(i, &c.Mark)
		for d := a.NextDependent(i, -1); d >= 0; d = a.NextDependent(i, d) {
			if r := a.Tokens[d].Rel; (r == Conj || r == Parataxis) && a.clausal(d) {
				if x := a.Subtree(d); d > i {
					c.Last = max(i+1, min(c.Last, x.First))
				} else {
					c.First = min(i, max(c.First, x.Last))
				}
			}
		}
		c.Range = a.trim(c.Range, i)
		dst = append(dst, c)
	}
	out := dst[base:]
	for i := range out {
		for h, n := a.Governor(out[i].Head), reach; h >= 0 && n > 0; h, n = a.Governor(h), n-1 {
			lo, hi := 0, len(out)
			for lo < hi {
				if m := (lo + hi) / 2; out[m].Head < h {
					lo = m + 1
				} else {
					hi = m
				}
			}
			if lo < len(out) && out[lo].Head == h {
				out[i].Parent = lo
				break
			}
		}
	}
	return dst
}

// ClauseHead returns the predicate of the innermost finite clause that token i
// belongs to, -1 if there is none.
func (a *Annotation) ClauseHead(i int) int {
	b := a.bounds(i)
	for n := b.Last - b.First; n > 0 && i >= 0; n-- {
		if a.clausal(i) {
			return i
		}
		i = a.Governor(i)
	}
	return -1
}

// clausal reports whether token i is the predicate of a finite clause.
func (a *Annotation) clausal(i int) bool {
	switch a.Tokens[i].Rel {
	case Root, Ccomp, Advcl, ACLRelcl, ACL, Csubj, CsubjPass, Parataxis, Conj, Xcomp, Appos, Dep, List, Dislocated:
		return a.FiniteVerb(i) >= 0
	}
	return false
}
