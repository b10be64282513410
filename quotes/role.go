package quotes

import (
	"github.com/onrecord/onrecord/internal/linear"
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

// window returns the block around c, and the next one too where a colon or
// what the next block is says that the quotation stands there.
func (p *page) window(c cueSpan) window {
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

// roleScratch is memory for roleFeatures.
type roleScratch struct {
	branch []branch
	other  []uint8 // tokens that belong to other candidate cues
}

// roleFeatures adds the features of the tokens of w with respect to cue c.
// others are all candidate cues of the page.
func (p *page) roleFeatures(f *linear.Features, c cueSpan, w window, others []cueSpan, sc *roleScratch) {
	a := p.a
	h := p.cueHead(c)
	cueSent := int(a.Tokens[c.first].Sentence)
	s := &a.Sentences[cueSent]
	sc.branch = p.branches(sc.branch, s, h)
	cue := p.tok[h].lemma
	cuePOS := uint32(p.tok[h].pos)
	cueIn := p.tok[c.first].quoted
	if n := w.last - w.first; cap(sc.other) < n {
		sc.other = make([]uint8, n+n/2)
	}
	sc.other = sc.other[:w.last-w.first]
	clear(sc.other)
	for _, o := range others {
		if o.last <= w.first || o.first >= w.last || o.first < c.last && c.first < o.last {
			continue
		}
		for k := max(o.first, w.first); k < min(o.last, w.last); k++ {
			sc.other[k-w.first] = 1
		}
	}
	// Cumulative counts from the cue outwards are found by difference.
	prevQuote, nextQuote := int32(-1), int32(-1)
	for k := c.first - 1; k >= w.first; k-- {
		if q := p.tok[k].quoted; q >= 0 && q != cueIn {
			prevQuote = q
			break
		}
	}
	for k := c.last; k < w.last; k++ {
		if q := p.tok[k].quoted; q >= 0 && q != cueIn {
			nextQuote = q
			break
		}
	}
	cueFirst := p.tok[c.first].lemma
	single := uint32(0)
	if c.last-c.first == 1 {
		single = 1
	}
	sentStart := uint32(0)
	if c.first == s.First {
		sentStart = 1
	}
	// How the cue hangs in its sentence: a cue that shares the subject of
	// another verb finds its source there.
	hang := uint32(a.Tokens[h].Rel) << 1
	if p.tok[h].kids&kidSubject != 0 {
		hang |= 1
	}
	none := word{form: 1, lemma: 1, suffix: 1, quoted: -1, block: -1, head: -1}
	at := func(i int) *word {
		if i < 0 || i >= len(p.tok) {
			return &none
		}
		return &p.tok[i]
	}
	// between counts what lies from the cue to token i, exclusive.
	var commas, verbs, marks, cues int
	count := func(i int) {
		switch w := &p.tok[i]; {
		case w.pos == nlp.Comma:
			commas++
		case w.pos.Verb() || w.pos == nlp.MD:
			verbs++
		case w.mark == opening || w.mark == closing:
			marks++
		}
		cues += int(sc.other[i-w.first])
	}
	type dist struct{ commas, verbs, marks, cues uint8 }
	ds := make([]dist, w.last-w.first)
	note := func(i int) {
		ds[i-w.first] = dist{uint8(min(commas, 3)), uint8(min(verbs, 3)), uint8(min(marks, 4)), uint8(min(cues, 2))}
	}
	for i := c.first - 1; i >= w.first; i-- {
		note(i)
		count(i)
	}
	commas, verbs, marks, cues = 0, 0, 0, 0
	for i := c.last; i < w.last; i++ {
		note(i)
		count(i)
	}
	for i := w.first; i < w.last; i++ {
		t, l1, r1, l2, r2 := at(i), at(i-1), at(i+1), at(i-2), at(i+2)
		dir := uint32(1)
		d := 0
		if i < c.first {
			dir, d = 0, c.first-i
		} else if i >= c.last {
			dir, d = 2, i-c.last+1
		}
		ti := &a.Tokens[i]
		so := int(ti.Sentence) - cueSent
		so32 := uint32(max(-2, min(2, so)) + 2)
		if t.block != p.tok[c.first].block {
			so32 = 5
		}
		db := uint32(bucket(d))
		x := ds[i-w.first]
		qrel := uint32(0)
		switch q := t.quoted; {
		case q < 0:
		case q == cueIn:
			qrel = 1
		case q == prevQuote:
			qrel = 2
		case q == nextQuote:
			qrel = 3
		default:
			qrel = 4
		}
		mk := uint32(t.mark)
		br := branch{level: 7}
		if so == 0 {
			br = sc.branch[i-s.First]
		}
		edge := uint32(0)
		if br.root >= 0 && so == 0 && br.rel != nlp.Root {
			if int(p.tok[br.root].left) == i {
				edge |= 1
			}
			if int(p.tok[br.root].right) == i+1 {
				edge |= 2
			}
		}
		rel, lvl := uint32(br.rel), uint32(uint8(br.level))
		sen := &a.Sentences[ti.Sentence]
		first, last := uint32(0), uint32(0)
		if i == sen.First {
			first = 1
		}
		if i == sen.Last-1 {
			last = 1
		}
		pos, p1, q1 := uint32(t.pos), uint32(l1.pos), uint32(r1.pos)
		oth := uint32(sc.other[i-w.first])
		place := dir<<8 | so32<<4
		counts := uint32(x.commas)<<6 | uint32(x.marks)<<3 | uint32(x.verbs)
		f.Add(
			linear.F2(1, place, db), linear.F3(2, place, counts, pos), linear.F3(3, place, qrel, mk), linear.F3(4, place, qrel|first<<4|last<<5, cue),
			linear.F3(5, dir, db, cue), linear.F3(6, place, db, pos), linear.F3(7, dir, uint32(x.commas), cue), linear.F3(8, place, uint32(x.verbs), uint32(x.cues)),
			linear.F3(9, rel, lvl, dir), linear.F3(10, rel<<4|lvl, dir, cue), linear.F3(11, rel<<4|lvl, edge, dir), linear.F3(12, rel<<4|lvl, dir, pos),
			linear.F3(13, rel<<4|lvl, edge|dir<<4, cuePOS), linear.F3(14, rel<<4|lvl, dir|qrel<<4|mk<<8, counts),
			linear.F2(15, dir, t.form), linear.F3(16, dir, l1.form, p1), linear.F3(17, dir, r1.form, q1), linear.F3(18, dir, l1.form, t.form),
			linear.F3(19, dir, t.form, r1.form), linear.F3(20, place, pos, p1), linear.F3(21, place, pos, q1), linear.F3(22, dir, pos, p1<<8|q1),
			linear.F3(23, dir, p1<<8|uint32(l2.pos), pos), linear.F3(24, dir, q1<<8|uint32(r2.pos), pos),
			linear.F3(25, place, uint32(t.entity), uint32(x.commas)), linear.F3(26, dir, uint32(t.entity)<<8|uint32(l1.entity), uint32(r1.entity)),
			linear.F3(27, dir, db, pos<<8|p1), linear.F3(28, cue, dir, t.form), linear.F3(29, cue, dir, pos), linear.F3(30, cueFirst, dir|db<<4, pos),
			linear.F3(31, dir|oth<<4|uint32(x.cues)<<6, pos, rel), linear.F3(32, place, qrel|mk<<4, uint32(x.marks)), linear.F3(33, place|first<<1|last, qrel, uint32(x.cues)),
			linear.F3(34, dir, uint32(t.shape)<<4|uint32(l1.shape), db), linear.F3(35, place, t.suffix, pos), linear.F3(36, dir, uint32(ti.Rel), pos),
			linear.F3(37, dir, uint32(ti.Rel)|rel<<8|lvl<<16, edge), linear.F3(38, sentStart|single<<1, place, qrel),
			linear.F3(39, uint32(l1.mark)<<4|uint32(r1.mark), mk|dir<<4, qrel), linear.F3(40, cue, place, counts),
			linear.F3(41, cuePOS, place|qrel, db), linear.F3(42, dir|last<<4, pos, counts), linear.F3(43, dir, l2.form, l1.form),
			linear.F3(47, rel<<4|lvl, hang, dir), linear.F3(48, hang, place, pos), linear.F3(49, rel<<4|lvl, hang, edge|dir<<4),
		)
		if t.head >= 0 {
			hd := at(int(t.head))
			f.Add(linear.F3(44, dir, hd.lemma, uint32(ti.Rel)), linear.F3(45, dir, uint32(hd.pos), uint32(ti.Rel)<<8|pos))
		}
		// Where a branch begins or ends is where contents do.
		l, r := uint32(0), uint32(0)
		if t.head >= 0 {
			if int(p.tok[i].left) == i {
				l = 1
			}
			if int(p.tok[i].right) == i+1 {
				r = 1
			}
		}
		f.Add(linear.F3(46, dir|l<<2|r<<3, uint32(ti.Rel), rel<<4|lvl))
		if p.scope == statements {
			f.Add(linear.F3(61, place, counts, pos), linear.F3(62, place, qrel, mk), linear.F3(63, rel, lvl, dir), linear.F3(64, rel<<4|lvl, edge, dir), linear.F2(65, dir, t.form),
				linear.F3(66, dir, l1.form, p1), linear.F3(67, dir, r1.form, q1), linear.F3(68, place, pos, p1), linear.F3(69, place, pos, q1),
				linear.F3(70, place|first<<1|last, qrel, uint32(x.cues)), linear.F3(71, dir|l<<2|r<<3, uint32(ti.Rel), rel<<4|lvl), linear.F3(72, dir, cue, pos))
		}
		f.Next()
	}
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
