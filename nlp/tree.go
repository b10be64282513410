package nlp

// The functions of this file, nounphrase.go, complement.go and clause.go read
// the trees that an Annotation holds: heads and relations of Universal
// Dependencies. Tokens are given and returned as indices in
// Annotation.Tokens, -1 standing for none. They allocate nothing,
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
