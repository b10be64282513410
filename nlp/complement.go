package nlp

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
