package quotes

import (
	"cmp"
	"slices"

	"github.com/onrecord/onrecord/nlp"
)

// The labels of the role model: which tokens around a cue are its source and
// which its content.
const (
	roleO = iota
	sourceB
	sourceI
	contentB
	contentI
	roleLabels
)

// roleAllowed tells which label may follow which.
func roleAllowed(prev, next int) bool {
	switch next {
	case sourceI:
		return prev == sourceB || prev == sourceI
	case contentI:
		return prev == contentB || prev == contentI
	}
	return true
}

// window is the stretch of tokens in which a cue's roles are looked for.
type window struct{ first, last int }

// reach bounds a window on either side of the cue, in tokens.
const reach = 220

// reachCues bounds it in likely cues: content is not looked for behind eight
// other quotations.
const reachCues = 8

// window returns the block around c, and the next one too where a colon or
// what the next block is says that the quotation stands there. others are the
// candidate cues around, in order.
func (p *page) window(c cueSpan, others []cueSpan) window {
	w := p.blockWindow(c)
	at, _ := slices.BinarySearchFunc(others, c.first, func(o cueSpan, t int) int { return cmp.Compare(o.first, t) })
	n := 0
	for k := at - 1; k >= 0 && others[k].first > w.first; k-- {
		if others[k].prob >= .5 {
			if n++; n > reachCues {
				w.first = others[k].first
				break
			}
		}
	}
	n = 0
	for k := at; k < len(others) && others[k].last < w.last; k++ {
		if others[k].prob >= .5 && others[k].first >= c.last {
			if n++; n > reachCues {
				w.last = others[k].last
				break
			}
		}
	}
	return w
}

func (p *page) blockWindow(c cueSpan) window {
	bi := p.tok[c.first].block
	if bi < 0 {
		s := p.a.Sentences[p.a.Tokens[c.first].Sentence]
		return window{s.First, s.Last}
	}
	b := &p.blocks[bi]
	w := window{max(b.first, c.first-reach), min(b.last, c.last+reach)}
	if int(bi)+1 < len(p.blocks) && w.last == b.last && (b.colon || p.blocks[bi+1].quote) &&
		p.a.Tokens[c.last-1].Sentence == p.a.Tokens[b.last-1].Sentence {
		w.last = min(p.blocks[bi+1].last, c.last+reach)
	}
	return w
}

// branch is how a token hangs together with the cue's head: through the
// child (by rel) of the head's ancestor so many levels up.
type branch struct {
	rel   nlp.Rel
	level int8 // 0: below the head itself; -1: not in its sentence
	root  int32
}

// branches fills dst for the tokens of sentence s with respect to the cue's
// head h, starting at dst[0] for s.First.
func (p *page) branches(dst []branch, s *nlp.Sentence, h int) []branch {
	n := s.Last - s.First
	dst = dst[:0]
	for range n {
		dst = append(dst, branch{level: -1, root: -1})
	}
	lvl := int8(0)
	for i, steps := int32(h), 0; i >= 0 && steps < n; steps++ {
		k := int(i) - s.First
		if k < 0 || k >= n || dst[k].level >= 0 {
			break
		}
		dst[k] = branch{rel: nlp.Root, level: lvl, root: i}
		if lvl < 5 {
			lvl++
		}
		i = p.tok[i].head
	}
	for k := range dst {
		if dst[k].level >= 0 {
			continue
		}
		// Climb to a token whose branch is known, then hand it down.
		i, top, steps := int32(s.First+k), int32(s.First+k), 0
		for i >= 0 && steps < n && dst[int(i)-s.First].level < 0 {
			top = i
			i = p.tok[i].head
			steps++
		}
		var b branch
		switch {
		case i < 0 || dst[int(i)-s.First].level < 0:
			b = branch{rel: nlp.NoRel, level: 6, root: top}
		case dst[int(i)-s.First].rel == nlp.Root:
			b = branch{rel: p.a.Tokens[top].Rel, level: dst[int(i)-s.First].level, root: top}
		default:
			b = dst[int(i)-s.First]
		}
		for j, m := int32(s.First+k), 0; j >= 0 && m <= steps; m++ {
			d := &dst[int(j)-s.First]
			if d.level >= 0 {
				break
			}
			*d = b
			j = p.tok[j].head
		}
	}
	return dst
}

// bucket puts a distance in tokens into one of 12 classes.
func bucket(d int) int {
	switch {
	case d <= 5:
		return d
	case d <= 7:
		return 6
	case d <= 10:
		return 7
	case d <= 15:
		return 8
	case d <= 25:
		return 9
	case d <= 45:
		return 10
	}
	return 11
}
