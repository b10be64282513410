package quotes

import (
	"slices"

	"github.com/onrecord/onrecord/nlp"
)

// The kinds of variants of readings, counted from 1: each has ranks of its own.
const (
	variantSource = iota + 1 // the source with more or less of what follows it
	variantBoth              // a content on both sides of its cue
	variantShared            // the subject that the parse shares out
	variantNear              // the subject of the verb before
	variantBehind            // the noun phrase behind the cue
	variantTold              // the content without who was told it
	variantCut               // the content up to where the article may take the word again
	variantWhole             // the content up to the end of the sentence
	variantPaired            // the subject of the verb before, a verb of speech of the same form
)

// variants adds to out, the readings of one cue, of which the k best were
// asked for, those that structure offers beside them.
func (p *page) variants(out []attribution, k int) []attribution {
	if len(out) == 0 {
		return out
	}
	offer := func(a attribution, kind int) {
		if len(a.content) == 0 || slices.ContainsFunc(out, func(o attribution) bool {
			return slices.Equal(o.content, a.content) && slices.Equal(o.source, a.source)
		}) {
			return
		}
		a.rank += kind * (k + 1)
		out = append(out, a)
	}
	// A source may go on in a relative clause, or may have taken in what is not of
	// it; what stands between commas may leave a content on both sides.
	for r := range out {
		if t, ok := p.wholeSource(&out[r]); ok {
			a := out[r]
			a.source = append(slices.Clone(a.source[:len(a.source)-1]), t)
			offer(a, variantSource)
		}
		if t, ok := p.told(&out[r]); ok {
			a := out[r]
			a.content = append([]tokens{t}, a.content[1:]...)
			offer(a, variantTold)
		}
		if ts, ok := p.bothSides(&out[r]); ok {
			a := out[r]
			a.content = p.wholeQuoted(p.tidy(ts, &a), &a)
			offer(a, variantBoth)
		}
	}
	// Where a content ends is what people agree on least.
	if i := len(out[0].content) - 1; out[0].content[i].first >= out[0].cue.last {
		cut, whole := p.otherEnds(&out[0])
		for _, o := range [2]struct{ last, kind int }{{cut, variantCut}, {whole, variantWhole}} {
			a := out[0]
			if o.last > a.content[i].first+1 && o.last != a.content[i].last {
				a.content = slices.Clone(a.content)
				a.content[i].last = o.last
				a.content = p.wholeQuoted(p.tidy(a.content, &a), &a)
				offer(a, o.kind)
			}
		}
	}
	// A cue that shares the subject of another verb ("X called it A and said B")
	// may have been left without a source or with a wrong one, and a quotation's
	// first words may have been taken for it.
	for _, t := range p.otherSources(out[0].cue) {
		a := out[0]
		a.source = []tokens{t.tokens}
		if p.clear(t.tokens, &a) {
			offer(a, t.kind)
		}
	}
	return out
}

// otherSource is a possible source, and what kind of variant has it.
type otherSource struct {
	tokens
	kind int
}

// otherSources lists what structure finds that may be the source of c.
func (p *page) otherSources(c cueSpan) []otherSource {
	var out [3]otherSource
	n := 0
	put := func(t tokens, ok bool, kind int) {
		if ok {
			out[n] = otherSource{t, kind}
			n++
		}
	}
	h := p.cueHead(c)
	if t, ok := p.paired(c); ok {
		put(t, true, variantPaired)
	} else {
		t, _, ok := p.subjectBefore(c)
		put(t, ok, variantNear)
		t, ok = p.sharedSubject(h)
		put(t, ok && t.last <= c.first, variantShared)
	}
	t, ok := p.behind(c)
	put(t, ok, variantBehind)
	return out[:n]
}

// paired is the subject of the verb of speech that c is coordinated with, of
// one form with it: the two have one subject, whatever the parse says.
func (p *page) paired(c cueSpan) (tokens, bool) {
	t, verb, ok := p.subjectBefore(c)
	return t, ok && p.actMask(verb)&1 != 0 && p.tok[verb].pos == p.tok[p.cueHead(c)].pos
}

// pairedSource is a's source, but where it stands before the one that c must
// share with the verb of speech before it, that one.
func (p *page) pairedSource(a *attribution) []tokens {
	if len(a.source) == 1 {
		if t, ok := p.paired(a.cue); ok && a.source[0].last <= t.first && p.clear(t, a) {
			return []tokens{t}
		}
	}
	return a.source
}

// clear reports whether t, a possible source of a, has nothing of its cue or content.
func (p *page) clear(t tokens, a *attribution) bool {
	return p.free(t.first, t.last, &attribution{cue: a.cue, source: a.content})
}

// sharedSubject is the subject of the verb that h is coordinated with or
// hangs on, where h has none of its own.
func (p *page) sharedSubject(h int) (tokens, bool) {
	for range 4 {
		if p.tok[h].kids&kidSubject != 0 {
			return p.subjectOf(h)
		}
		switch p.a.Tokens[h].Rel {
		case nlp.Conj, nlp.Xcomp, nlp.Advcl, nlp.Parataxis:
		default:
			return tokens{}, false
		}
		if h = int(p.tok[h].head); h < 0 {
			return tokens{}, false
		}
	}
	return tokens{}, false
}

// subjectBefore is the subject of the nearest finite verb before c, and that
// verb, where c goes on with it: "as the mayor's remarks called the law unfair and claimed
// that ...". The parse may have hung c on a verb farther away.
func (p *page) subjectBefore(c cueSpan) (t tokens, verb int, ok bool) {
	s := &p.a.Sentences[p.a.Tokens[c.first].Sentence]
	i := c.first - 1
	for i > s.First && (p.tok[i].pos == nlp.RB || p.tok[i].pos == nlp.MD || p.a.Tokens[i].Rel == nlp.Aux) {
		i--
	}
	if i <= s.First || p.tok[i].pos != nlp.CC || p.tok[i].quoted != p.tok[c.first].quoted {
		return tokens{}, 0, false
	}
	for i--; i > s.First; i-- {
		if w := &p.tok[i]; w.quoted == p.tok[c.first].quoted && w.kids&kidSubject != 0 && w.pos.Verb() {
			t, ok = p.subjectOf(i)
			return t, i, ok && t.last <= i
		}
	}
	return tokens{}, 0, false
}

// subjectOf is the subject of h, without marks at its end.
func (p *page) subjectOf(h int) (tokens, bool) {
	s := &p.a.Sentences[p.a.Tokens[h].Sentence]
	for i := s.First; i < s.Last; i++ {
		if r := p.a.Tokens[i].Rel; int(p.tok[i].head) == h && (r == nlp.Nsubj || r == nlp.NsubjPass) {
			t := tokens{int(p.tok[i].left), int(p.tok[i].right)}
			for t.last > t.first && p.tok[t.last-1].shape == 7 {
				t.last--
			}
			// The parse may have taken "Mr." from its name.
			for t.last > t.first && t.last < s.Last && p.tok[t.last-1].pos.Proper() && p.tok[t.last].pos.Proper() {
				t.last++
			}
			return t, t.last > t.first
		}
	}
	return tokens{}, false
}

// behind is the noun phrase behind c that ends at a mark: "‘I shut my eyes,’
// admitted the striker".
func (p *page) behind(c cueSpan) (tokens, bool) {
	t := tokens{c.last, c.last}
	s := &p.a.Sentences[p.a.Tokens[c.first].Sentence]
	for t.last < s.Last && t.last-t.first < 8 && p.tok[t.last].quoted < 0 && p.tok[t.last].pos != nlp.Comma && p.tok[t.last].pos != nlp.Stop && p.tok[t.last].pos != nlp.Colon {
		t.last++
	}
	return t, t.last > t.first && (premodifier(p.tok[t.first].pos) || p.tok[t.first].pos == nlp.PRP)
}

// wholeSource is another end for the last part of a's source: the relative
// clause that follows its last noun ("said Mara, who leads the group") may
// belong to it, where and how it said it ("said Mara, speaking in the hall")
// does not.
func (p *page) wholeSource(a *attribution) (tokens, bool) {
	if len(a.source) == 0 {
		return tokens{}, false
	}
	t := a.source[len(a.source)-1]
	for i := t.first + 1; i < t.last-1; i++ {
		if p.tok[i].pos != nlp.Comma || !p.tok[i-1].pos.Noun() && p.tok[i-1].pos != nlp.PRP {
			continue
		}
		if w := p.tok[i+1].pos; w == nlp.VBG || w == nlp.VBD || w == nlp.IN && p.a.Tokens[i+1].Rel == nlp.Case {
			t.last = i
			return t, true
		}
	}
	i, s := t.last, &p.a.Sentences[p.a.Tokens[t.last-1].Sentence]
	if i < s.Last && p.tok[i].pos == nlp.Comma {
		i++
	}
	if i >= s.Last || p.tok[i].pos != nlp.WP && p.tok[i].pos != nlp.WPS && p.tok[i].pos != nlp.WDT || !p.tok[t.last-1].pos.Noun() {
		return tokens{}, false
	}
	// The clause runs on to what is cue, content or quoted.
	end := s.Last
	if a.cue.first >= i {
		end = min(end, a.cue.first)
	}
	for _, c := range a.content {
		if c.first >= i {
			end = min(end, c.first)
		}
	}
	for j := i; j < end; j++ {
		if p.tok[j].mark == opening {
			end = j
		}
	}
	for end > i && p.tok[end-1].shape == 7 {
		end--
	}
	if end <= i+1 || !p.free(i, end, a) {
		return tokens{}, false
	}
	t.last = end
	return t, true
}

// told is the first part of a's content without the object of the cue's verb
// that it begins with: who is told to do something ("told | the board | to
// resign") is not part of what is said.
func (p *page) told(a *attribution) (tokens, bool) {
	t := a.content[0]
	if t.first != a.cue.last || p.tok[t.first].quoted >= 0 {
		return t, false
	}
	h := p.cueHead(a.cue)
	for i := t.first; i < t.last && p.tok[i].quoted < 0; i++ {
		if int(p.tok[i].head) != h {
			continue
		}
		if r := p.a.Tokens[i].Rel; r != nlp.Obj && r != nlp.Iobj || int(p.tok[i].left) != t.first {
			return t, false
		}
		t.first = i + 1
		return t, p.wordsIn(t.first, t.last) > 1 && (p.tok[t.first].pos == nlp.TO || p.a.Tokens[t.first].Rel == nlp.Mark)
	}
	return t, false
}

// otherEnds are other ends of a's content: where its last part comes to a
// clause that may be the article's own, and the end of the sentence. They are 0
// where there are none.
func (p *page) otherEnds(a *attribution) (cut, whole int) {
	t := a.content[len(a.content)-1]
	h := p.cueHead(a.cue)
	for i := t.first + 2; i < t.last-1 && cut == 0; i++ {
		if p.turn(i, h) != noTurn {
			cut = i
		}
	}
	s := &p.a.Sentences[p.a.Tokens[t.last-1].Sentence]
	for whole = s.Last; whole > t.last && (p.tok[whole-1].pos == nlp.Stop || p.tok[whole-1].quoted >= 0); whole-- {
	}
	if whole <= t.last || !p.free(t.last, whole, a) {
		whole = 0
	}
	return cut, whole
}

// The turns that a sentence may take from what is said to the article's own words.
const (
	noTurn = iota
	turnWhile
	turnBut
	turnWhich
	turnAs
	turnNoun // ", a group that ranges from ..."
	turnVerb // "... and named two banks", where the cue's subject goes on
)

// turn says which turn the sentence takes at token i, a comma or a conjunction
// outside quotation marks, if any. h is the cue's head.
func (p *page) turn(i, h int) int {
	if i+1 >= len(p.tok) || p.tok[i].quoted >= 0 || p.tok[i+1].quoted >= 0 {
		return noTurn
	}
	switch p.tok[i].pos {
	case nlp.Comma:
		switch p.a.Tokens[i+1].Lemma {
		case "while", "though", "although", "whereas":
			return turnWhile
		case "but":
			return turnBut
		case "which", "who":
			return turnWhich
		case "as", "compare":
			return turnAs
		case "a", "an":
			for k := i + 2; k < min(len(p.tok), i+8); k++ {
				if t := p.tok[k].pos; (t == nlp.WDT || t == nlp.WP) && p.tok[k-1].pos.Noun() {
					return turnNoun
				}
			}
		}
	case nlp.CC:
		for k := i + 1; k < min(len(p.tok), i+4); k++ {
			if w := &p.tok[k]; w.pos == nlp.VBD || w.pos == nlp.VBZ || w.pos == nlp.VBP {
				if w.kids&kidSubject == 0 && (int(w.head) == h || w.pos == p.tok[h].pos) {
					return turnVerb
				}
				return noTurn
			}
		}
	}
	return noTurn
}

// bothSides is all of the sentence but the cue and its source, where these
// stand together between commas ("A, X said, and B", "A, according to X, is B")
// and a has what is on one side.
func (p *page) bothSides(a *attribution) ([]tokens, bool) {
	c := a.cue
	if len(a.content) != 1 || len(a.source) != 1 || p.tok[c.first].quoted >= 0 {
		return nil, false
	}
	first, last := c.first, c.last
	switch t := a.source[0]; {
	case t.first == last:
		last = t.last
	case t.last == first:
		first = t.first
	default:
		return nil, false
	}
	s := &p.a.Sentences[p.a.Tokens[c.first].Sentence]
	if first <= s.First || last >= s.Last || p.tok[first-1].pos != nlp.Comma || p.tok[last].pos != nlp.Comma {
		return nil, false
	}
	left, right := tokens{s.First, first - 1}, tokens{last + 1, s.Last}
	for right.last > right.first && p.tok[right.last-1].pos == nlp.Stop && p.tok[right.last-1].quoted < 0 {
		right.last--
	}
	if p.wordsIn(left.first, left.last) < 2 || p.wordsIn(right.first, right.last) < 2 {
		return nil, false
	}
	return []tokens{left, right}, true
}

// outsideQuoted leaves out of source what is part of a longer quoted stretch that
// the cue is not in: nobody is named within what he is quoted for.
func (p *page) outsideQuoted(source []tokens, a *attribution) []tokens {
	own := p.tok[a.cue.first].quoted
	return slices.DeleteFunc(source, func(t tokens) bool {
		qi := p.tok[t.first].quoted
		if qi < 0 || qi == own {
			return false
		}
		first, last := p.a.TokensIn(p.quoted[qi].Span)
		return p.wordsIn(first, last) > p.wordsIn(t.first, t.last)
	})
}
