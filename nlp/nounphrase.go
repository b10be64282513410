package nlp

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
