package nlp

import "strings"

// The functions of this file read the trees that an Annotation holds: heads
// and relations of Universal Dependencies. Tokens are given and returned as
// indices in Annotation.Tokens, -1 standing for none. They allocate nothing,
// cost no more than time linear in the sentence for each level of its tree,
// and bear with any Annotation: one without heads, or with heads that run in
// circles, yields no relatives rather than a panic.

// Range is the tokens [First, Last); it is empty if First >= Last.
type Range struct{ First, Last int }

// Empty reports whether r has no token.
func (r Range) Empty() bool { return r.First >= r.Last }

// Contains reports whether token i is in r.
func (r Range) Contains(i int) bool { return r.First <= i && i < r.Last }

// reach is how far from a word its relatives are looked for. The parser cuts
// longer stretches (depparse), so that nothing is missed, and cost stays linear
// in texts that never end a sentence.
const reach = 250

// bounds returns the tokens of the sentence of token i that are within reach.
func (a *Annotation) bounds(i int) Range {
	if i < 0 || i >= len(a.Tokens) {
		return Range{}
	}
	k := int(a.Tokens[i].Sentence)
	if k < 0 || k >= len(a.Sentences) {
		return Range{i, i + 1}
	}
	s := &a.Sentences[k]
	if i < s.First || i >= s.Last || s.First < 0 || s.Last > len(a.Tokens) {
		return Range{i, i + 1}
	}
	return Range{max(s.First, i-reach), min(s.Last, i+reach+1)}
}

// Governor returns the head of token i, -1 if it is a root or has none in its
// sentence.
func (a *Annotation) Governor(i int) int {
	b := a.bounds(i)
	if b.Empty() {
		return -1
	}
	if h := int(a.Tokens[i].Head); h != i && b.Contains(h) {
		return h
	}
	return -1
}

// Under reports whether token i is j or depends on it, directly or not.
func (a *Annotation) Under(i, j int) bool {
	b := a.bounds(i)
	if !b.Contains(j) {
		return false
	}
	for n := b.Last - b.First; n >= 0 && i >= 0; n-- {
		if i == j {
			return true
		}
		i = a.Governor(i)
	}
	return false
}

// NextDependent returns the first dependent of token i behind token after, -1
// if there is none. To visit all of them:
//
//	for d := a.NextDependent(i, -1); d >= 0; d = a.NextDependent(i, d) { ... }
func (a *Annotation) NextDependent(i, after int) int {
	b := a.bounds(i)
	for j := max(b.First, after+1); j < b.Last; j++ {
		if int(a.Tokens[j].Head) == i && j != i {
			return j
		}
	}
	return -1
}

// Dependent returns the first dependent of token i that stands in one of the
// relations, -1 if there is none.
func (a *Annotation) Dependent(i int, rels ...Rel) int {
	for d := a.NextDependent(i, -1); d >= 0; d = a.NextDependent(i, d) {
		for _, r := range rels {
			if a.Tokens[d].Rel == r {
				return d
			}
		}
	}
	return -1
}

// Subtree returns the tokens of token i and all that depends on it. If a part
// of them stands apart from the rest, it is left out.
func (a *Annotation) Subtree(i int) Range {
	b := a.bounds(i)
	if b.Empty() {
		return b
	}
	r := Range{i, i + 1}
	for r.First > b.First && a.Under(r.First-1, i) {
		r.First--
	}
	for r.Last < b.Last && a.Under(r.Last, i) {
		r.Last++
	}
	return r
}

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

// Apposition returns the head of the apposition of noun n ("the mayor" in
// "Ann Lee, the mayor, ..."), -1 if there is none.
func (a *Annotation) Apposition(n int) int { return a.Dependent(n, Appos) }

// RelativeClause returns the predicate of the relative clause of noun n, -1 if
// there is none.
func (a *Annotation) RelativeClause(n int) int { return a.Dependent(n, ACLRelcl) }

// NounPhrase returns the largest noun phrase of which token h is the head,
// with its modifiers, appositions, relative clauses and what is coordinated
// with it, but without the preposition or conjunction that leads to it and
// without marks at its ends.
func (a *Annotation) NounPhrase(h int) Range {
	r := a.Subtree(h)
	for d := a.NextDependent(h, -1); d >= 0; d = a.NextDependent(h, d) {
		switch a.Tokens[d].Rel {
		case Case, CCRel, CCPreconj, Mark, Advmod, Discourse, Cop, Aux, Nsubj, Expl:
			// Advmod stands here for "even the mayor", "only in Paris":
			// it goes only if it is before a preposition.
			if d < h && r.First <= d && (a.Tokens[d].Rel != Advmod || a.leads(h, d)) {
				r.First = max(r.First, min(a.Subtree(d).Last, h))
			}
		case Parataxis:
			if d > h && d < r.Last {
				r.Last = max(h+1, a.Subtree(d).First)
			}
		}
	}
	return a.trim(r, h)
}

// leads reports whether token d stands before a preposition of h.
func (a *Annotation) leads(h, d int) bool {
	c := a.Dependent(h, Case)
	return c >= 0 && d < c && c < h
}

// NounCore returns the innermost phrase around the noun h: determiner,
// adjectives, compound and name, but nothing that follows as an apposition, a
// clause, a prepositional phrase or a further conjunct.
func (a *Annotation) NounCore(h int) Range {
	b := a.bounds(h)
	if b.Empty() {
		return b
	}
	r := Range{h, h + 1}
	for d := a.NextDependent(h, -1); d >= 0; d = a.NextDependent(h, d) {
		switch a.Tokens[d].Rel {
		case Det, DetPredet, Amod, Compound, Nummod, NmodPoss, NmodDesc, Flat, Fixed, Goeswith:
			s := a.Subtree(d)
			if s.Last <= h {
				r.First = min(r.First, s.First)
			} else if s.First == r.Last {
				r.Last = s.Last
			}
		}
	}
	return a.trim(r, h)
}

// trim takes commas, colons, stops and conjunctions off the ends of r, down to
// token keep.
func (a *Annotation) trim(r Range, keep int) Range {
	edge := func(i int) bool {
		switch a.Tokens[i].POS {
		case Comma, Colon, Stop:
			return true
		case CC:
			return a.Tokens[i].Rel == CCRel
		}
		return false
	}
	for r.First < r.Last && r.First < keep && edge(r.First) {
		r.First++
	}
	for r.Last > r.First && r.Last-1 > keep && edge(r.Last-1) {
		r.Last--
	}
	return r
}

// ComplementKind tells how a Complement is joined to its verb.
type ComplementKind uint8

// The kinds of complement.
const (
	NoComplement  ComplementKind = iota
	Clausal                      // "said that it rained", "“It rained,” said Lee"
	Parenthetical                // "It rained, Lee said": the verb is the guest in the clause
	Infinitival                  // "promised to pay", "denied knowing", without a subject of its own
)

// Complement is what a verb of saying or thinking has as its content.
type Complement struct {
	Kind ComplementKind
	Head int // the predicate of the content, -1 for none
	Mark int // the word that leads to it ("that", "whether", "to"), -1 for none
	// Parts are the tokens of the content in order, without a complementiser
	// and without commas and stops at their ends. The second is empty unless
	// the verb stands inside the content.
	Parts [2]Range
}

// Complement returns the content of the verb v: its complement clause, the
// clause that it is a parenthesis in, or its infinitive.
func (a *Annotation) Complement(v int) Complement {
	c := Complement{Head: -1, Mark: -1}
	if a.bounds(v).Empty() {
		return c
	}
	clause := a.Dependent(v, Ccomp)
	if clause < 0 {
		// Speech behind a colon or in quotation marks may be placed beside
		// its verb.
		for d := a.NextDependent(v, v); d >= 0; d = a.NextDependent(v, d) {
			if r := a.Subtree(d); a.Tokens[d].Rel == Parataxis && r.First > v+1 && a.opens(r.First) {
				clause = d
				break
			}
		}
	}
	if clause >= 0 {
		c.Kind, c.Head = Clausal, clause
		c.Parts[0] = a.content(clause, &c.Mark)
		if r := c.Parts[0]; r.Contains(v) {
			c.Parts = a.around(r, v, v)
		}
		return c
	}
	if g := a.Governor(v); g >= 0 && a.Tokens[v].Rel == Parataxis && a.Dependent(v, Nsubj) >= 0 {
		c.Kind, c.Head = Parenthetical, g
		c.Parts = a.around(a.content(g, &c.Mark), v, g)
		return c
	}
	if x := a.Dependent(v, Xcomp); x >= 0 {
		c.Kind, c.Head = Infinitival, x
		c.Parts[0] = a.trim(a.Subtree(x), x)
		c.Mark = a.Dependent(x, Mark)
	}
	return c
}

// opens reports whether speech may begin with token i.
func (a *Annotation) opens(i int) bool {
	return a.Tokens[i].POS == OpenQuote || i > 0 && (a.Tokens[i-1].POS == Colon || a.Tokens[i-1].POS == OpenQuote)
}

// content is the clause of predicate h without its complementiser, which it
// puts into mark.
func (a *Annotation) content(h int, mark *int) Range {
	r := a.Subtree(h)
	for d := a.NextDependent(h, -1); d >= 0 && d < h; d = a.NextDependent(h, d) {
		if a.Tokens[d].Rel == Mark && r.Contains(d) && a.onlyEdge(r.First, d) {
			*mark = d
			r.First = d + 1
		}
	}
	return a.trim(r, h)
}

// onlyEdge reports whether nothing but marks and conjunctions stand between
// tokens i and j.
func (a *Annotation) onlyEdge(i, j int) bool {
	for ; i < j; i++ {
		if t := &a.Tokens[i]; t.Rel != Punct && t.Rel != CCRel {
			return false
		}
	}
	return true
}

// around returns r without the subtree of v, in up to two parts; keep is the
// predicate of r.
func (a *Annotation) around(r Range, v, keep int) [2]Range {
	s := a.Subtree(v)
	if s.Contains(keep) {
		// v is above keep: leave out v and what lies between.
		s = Range{v, v + 1}
	}
	x, y := Range{r.First, min(s.First, r.Last)}, Range{max(s.Last, r.First), r.Last}
	x, y = a.trim(x, x.First), a.trim(y, y.Last-1)
	for y.First < y.Last && (a.Tokens[y.First].POS == Comma || a.Tokens[y.First].POS == Stop) {
		y.First++
	}
	if x.Empty() {
		return [2]Range{y}
	}
	if y.Empty() {
		return [2]Range{x}
	}
	return [2]Range{x, y}
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
