package quotes

import (
	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/nlp"
)

// The features of a token for the role model fall into groups by what they
// look at: the token and its side of the cue; that and how far its sentence
// is from the cue's; and the rest. The sums of the first two groups are the same
// for many cues, and far from a cue all are the same for many cues that are alike.

// roleView is a cue's window as the features see it.
type roleView struct {
	c         cueSpan
	w         window
	sentence  int // the cue's
	first     int // token of that
	block     int32
	cue, head uint32 // the lemmas of the cue's first token and of its head
	near      uint32 // the class of meaning of the head
	pos       uint32 // of the head
	hang      uint32 // how the cue hangs in its sentence
	start     uint32 // whether it is of one token and begins its sentence
	// Quoted stretches: the cue's own, and the ones before and behind.
	in, prev, next int32
	branch         []branch   // of the tokens of the cue's sentence
	other          []uint8    // by token of the window: whether it belongs to another candidate cue
	between        []distance // by token of the window
}

// distance counts what lies between the cue and a token.
type distance struct{ commas, verbs, marks, cues uint8 }

// roleMemo remembers sums of a token's features on one side of a cue.
type roleMemo struct {
	token, place, far linear.Sum
	farKey            uint64 // what far is for
	placeKey          uint32 // what place is for
}

// view sets sc.view to the window w of cue c. others are the candidate cues
// around.
func (p *page) view(c cueSpan, w window, others []cueSpan, sc *roleView) {
	a := p.a
	h := p.cueHead(c)
	v := sc
	v.c, v.w, v.block = c, w, p.tok[c.first].block
	v.sentence = int(a.Tokens[c.first].Sentence)
	s := &a.Sentences[v.sentence]
	v.first = s.First
	v.branch = p.branches(v.branch, s, h)
	v.cue, v.head, v.pos = p.tok[c.first].lemma, p.tok[h].lemma, uint32(p.tok[h].pos)
	v.near = uint32(p.tok[h].near)
	v.start = 0
	if c.first == s.First {
		v.start = 1
	}
	if c.last-c.first == 1 {
		v.start |= 2
	}
	// A cue that shares the subject of another verb finds its source there.
	v.hang = uint32(a.Tokens[h].Rel) << 1
	if p.tok[h].kids&kidSubject != 0 {
		v.hang |= 1
	}
	n := w.last - w.first
	if cap(v.other) < n {
		v.other, v.between = make([]uint8, n+n/2), make([]distance, n+n/2)
	}
	v.other, v.between = v.other[:n], v.between[:n]
	clear(v.other)
	for _, o := range others {
		if o.last <= w.first || o.first >= w.last || o.first < c.last && c.first < o.last {
			continue
		}
		for k := max(o.first, w.first); k < min(o.last, w.last); k++ {
			v.other[k-w.first] = 1
		}
	}
	v.in, v.prev, v.next = p.tok[c.first].quoted, -1, -1
	var d distance
	for i := c.first - 1; i >= w.first; i-- {
		v.between[i-w.first] = d
		p.count(&d, i, v.other[i-w.first])
		if q := p.tok[i].quoted; v.prev < 0 && q != v.in {
			v.prev = q
		}
	}
	for i := c.first; i < min(c.last, w.last); i++ {
		v.between[i-w.first] = distance{}
	}
	d = distance{}
	for i := c.last; i < w.last; i++ {
		v.between[i-w.first] = d
		p.count(&d, i, v.other[i-w.first])
		if q := p.tok[i].quoted; v.next < 0 && q != v.in {
			v.next = q
		}
	}
}

// count adds token i to what lies between.
func (p *page) count(d *distance, i int, other uint8) {
	switch w := &p.tok[i]; {
	case w.pos == nlp.Comma:
		d.commas = min(d.commas+1, 3)
	case w.pos.Verb() || w.pos == nlp.MD:
		d.verbs = min(d.verbs+1, 3)
	case w.mark == opening || w.mark == closing:
		d.marks = min(d.marks+1, 4)
	}
	d.cues = min(d.cues+other, 2)
}

var noWord = word{form: 1, lemma: 1, suffix: 1, quoted: -1, block: -1, head: -1}

// at is what is known of token i, which may be outside the page.
func (p *page) at(i int) *word {
	if i < 0 || i >= len(p.tok) {
		return &noWord
	}
	return &p.tok[i]
}

// roleToken is how one token of a window stands to the cue.
type roleToken struct {
	i           int
	dir         uint32 // 0 before the cue, 1 in it, 2 behind
	place       uint32 // dir and sentences between
	dist        uint32
	counts      uint32
	quoted      uint32 // which quoted stretch it is in
	other       uint32
	here        bool // in the cue's sentence
	far         bool
	verbs, cues uint32
	commas      uint32
	marks       uint32
}

// token sets t to token i of v.
func (p *page) roleToken(v *roleView, i int, t *roleToken) {
	t.i = i
	d := 0
	switch {
	case i < v.c.first:
		t.dir, d = 0, v.c.first-i
	case i >= v.c.last:
		t.dir, d = 2, i-v.c.last+1
	default:
		t.dir = 1
	}
	so := int(p.a.Tokens[i].Sentence) - v.sentence
	w := &p.tok[i]
	so32 := uint32(max(-2, min(2, so)) + 2)
	if w.block != v.block {
		so32 = 5
	}
	t.place = t.dir<<8 | so32<<4
	t.here = so == 0
	t.dist = uint32(bucket(d))
	t.far = d > farFrom && !t.here
	x := v.between[i-v.w.first]
	t.commas, t.marks, t.verbs, t.cues = uint32(x.commas), uint32(x.marks), uint32(x.verbs), uint32(x.cues)
	t.counts = t.commas<<6 | t.marks<<3 | t.verbs
	t.other = uint32(v.other[i-v.w.first])
	switch q := w.quoted; {
	case q < 0:
		t.quoted = 0
	case q == v.in:
		t.quoted = 1
	case q == v.prev:
		t.quoted = 2
	case q == v.next:
		t.quoted = 3
	default:
		t.quoted = 4
	}
}

// farFrom is the distance in tokens from the cue beyond which what is seen of
// a token changes so little from one cue to the next that it is remembered.
const farFrom = 15

// roleFeatures adds the features of the tokens of w with respect to cue c.
// others are the candidate cues around.
func (p *page) roleFeatures(f *linear.Features, c cueSpan, w window, others []cueSpan, v *roleView) {
	p.view(c, w, others, v)
	var t roleToken
	for i := w.first; i < w.last; i++ {
		p.roleToken(v, i, &t)
		p.tokenFeatures(f, &t)
		p.placeFeatures(f, &t)
		p.cueRoleFeatures(f, v, &t)
		f.Next()
	}
}

// roleScores computes the scores that roleFeatures leads to.
func (p *page) roleScores(m *linear.CRF, c cueSpan, w window, others []cueSpan, v *roleView) {
	p.view(c, w, others, v)
	p.forget(m)
	m.Items(&p.lat, w.last-w.first)
	cue := linear.F3(linear.F3(v.cue, v.head, v.pos, v.hang), v.start, 0, 0)
	var t roleToken
	f := &p.feats
	sum := func() linear.Sum {
		s := m.Sum(f.Rows())
		f.Reset()
		return s
	}
	f.Reset()
	for i := w.first; i < w.last; i++ {
		p.roleToken(v, i, &t)
		memo := &p.memo[2*i+int(t.dir>>1)]
		key := uint64(0)
		if t.far {
			key = uint64(cue)<<32 | uint64(t.place|t.dist|t.counts<<12|t.quoted<<22|t.cues<<26|t.other<<28|1<<31)
			if memo.farKey == key {
				m.SetItem(&p.lat, i-w.first, memo.far)
				continue
			}
		}
		p.cueRoleFeatures(f, v, &t)
		if t.dir == 1 {
			p.tokenFeatures(f, &t)
			p.placeFeatures(f, &t)
			m.SetItem(&p.lat, i-w.first, sum())
			continue
		}
		s := sum()
		if memo.placeKey == 0 {
			p.tokenFeatures(f, &t)
			memo.token = sum()
		}
		if memo.placeKey != t.place+1 {
			p.placeFeatures(f, &t)
			memo.place = sum()
			memo.placeKey = t.place + 1
		}
		s.Add(memo.token)
		s.Add(memo.place)
		if t.far {
			memo.farKey, memo.far = key, s
		}
		m.SetItem(&p.lat, i-w.first, s)
	}
}

// forget empties the memory of sums if they are not m's.
func (p *page) forget(m *linear.CRF) {
	if p.memoOf == m && p.memoIn == p.scope {
		return
	}
	p.memoOf, p.memoIn = m, p.scope
	n := 2 * len(p.tok)
	if cap(p.memo) < n {
		p.memo = make([]roleMemo, n+n/4)
	}
	p.memo = p.memo[:n]
	clear(p.memo)
}

// tokenFeatures adds those features of t that hang on nothing but the words
// around it and its side of the cue.
func (p *page) tokenFeatures(f *linear.Features, t *roleToken) {
	i, dir := t.i, t.dir
	w, l1, r1, l2, r2 := p.at(i), p.at(i-1), p.at(i+1), p.at(i-2), p.at(i+2)
	pos, p1, q1 := uint32(w.pos), uint32(l1.pos), uint32(r1.pos)
	rel := uint32(p.a.Tokens[i].Rel)
	f.Add(
		linear.F2(15, dir, w.form), linear.F3(16, dir, l1.form, p1), linear.F3(17, dir, r1.form, q1), linear.F3(18, dir, l1.form, w.form),
		linear.F3(19, dir, w.form, r1.form), linear.F3(22, dir, pos, p1<<8|q1),
		linear.F3(23, dir, p1<<8|uint32(l2.pos), pos), linear.F3(24, dir, q1<<8|uint32(r2.pos), pos),
		linear.F3(26, dir, uint32(w.entity)<<8|uint32(l1.entity), uint32(r1.entity)),
		linear.F3(36, dir, rel, pos), linear.F3(43, dir, l2.form, l1.form),
		linear.F3(54, dir, uint32(w.near), pos), linear.F3(55, dir, uint32(l1.group)<<8|uint32(r1.group), uint32(w.group)),
	)
	if w.head >= 0 {
		h := p.at(int(w.head))
		f.Add(linear.F3(44, dir, h.lemma, rel), linear.F3(45, dir, uint32(h.pos), rel<<8|pos))
	}
	if p.scope == statements {
		f.Add(linear.F2(65, dir, w.form), linear.F3(66, dir, l1.form, p1), linear.F3(67, dir, r1.form, q1))
	}
}

// placeFeatures adds those that hang on the words around t and on its place.
func (p *page) placeFeatures(f *linear.Features, t *roleToken) {
	w, p1, q1 := p.at(t.i), uint32(p.at(t.i-1).pos), uint32(p.at(t.i+1).pos)
	pos, place := uint32(w.pos), t.place
	f.Add(linear.F3(20, place, pos, p1), linear.F3(21, place, pos, q1), linear.F3(35, place, w.suffix, pos))
	if p.scope == statements {
		f.Add(linear.F3(68, place, pos, p1), linear.F3(69, place, pos, q1))
	}
}

// cueRoleFeatures adds the features of t that hang on the cue and on what
// lies between.
func (p *page) cueRoleFeatures(f *linear.Features, v *roleView, t *roleToken) {
	i, dir, place, counts, db, qrel, cue := t.i, t.dir, t.place, t.counts, t.dist, t.quoted, v.head
	w, l1, r1 := p.at(i), p.at(i-1), p.at(i+1)
	pos, p1, mk := uint32(w.pos), uint32(l1.pos), uint32(w.mark)
	own := uint32(p.a.Tokens[i].Rel)
	br := branch{level: 7}
	edge := uint32(0)
	if t.here {
		if br = v.branch[i-v.first]; br.root >= 0 && br.rel != nlp.Root {
			if int(p.tok[br.root].left) == i {
				edge |= 1
			}
			if int(p.tok[br.root].right) == i+1 {
				edge |= 2
			}
		}
	}
	rel, lvl := uint32(br.rel), uint32(uint8(br.level))
	way := rel<<4 | lvl
	s := &p.a.Sentences[p.a.Tokens[i].Sentence]
	first, last := uint32(0), uint32(0)
	if i == s.First {
		first = 1
	}
	if i == s.Last-1 {
		last = 1
	}
	// Where a branch begins or ends is where contents do.
	l, r := uint32(0), uint32(0)
	if w.head >= 0 {
		if int(w.left) == i {
			l = 1
		}
		if int(w.right) == i+1 {
			r = 1
		}
	}
	f.Add(
		linear.F2(1, place, db), linear.F3(2, place, counts, pos), linear.F3(3, place, qrel, mk), linear.F3(4, place, qrel|first<<4|last<<5, cue),
		linear.F3(5, dir, db, cue), linear.F3(6, place, db, pos), linear.F3(7, dir, t.commas, cue), linear.F3(8, place, t.verbs, t.cues),
		linear.F3(9, rel, lvl, dir), linear.F3(10, way, dir, cue), linear.F3(11, way, edge, dir), linear.F3(12, way, dir, pos),
		linear.F3(13, way, edge|dir<<4, v.pos), linear.F3(14, way, dir|qrel<<4|mk<<8, counts),
		linear.F3(25, place, uint32(w.entity), t.commas), linear.F3(27, dir, db, pos<<8|p1), linear.F3(28, cue, dir, w.form), linear.F3(29, cue, dir, pos),
		linear.F3(30, v.cue, dir|db<<4, pos), linear.F3(31, dir|t.other<<4|t.cues<<6, pos, rel), linear.F3(32, place, qrel|mk<<4, t.marks),
		linear.F3(33, place|first<<1|last, qrel, t.cues), linear.F3(34, dir, uint32(w.shape)<<4|uint32(l1.shape), db),
		linear.F3(37, dir, own|rel<<8|lvl<<16, edge), linear.F3(38, v.start, place, qrel),
		linear.F3(39, uint32(l1.mark)<<4|uint32(r1.mark), mk|dir<<4, qrel), linear.F3(40, cue, place, counts),
		linear.F3(41, v.pos, place|qrel, db), linear.F3(42, dir|last<<4, pos, counts),
		linear.F3(46, dir|l<<2|r<<3, own, way), linear.F3(47, way, v.hang, dir), linear.F3(48, v.hang, place, pos), linear.F3(49, way, v.hang, edge|dir<<4),
		linear.F3(50, v.near, dir, pos), linear.F3(51, v.near, way, dir), linear.F3(52, v.near, place, qrel), linear.F3(53, v.near, dir|uint32(w.near)<<2, rel),
	)
	if p.scope == statements {
		f.Add(linear.F3(61, place, counts, pos), linear.F3(62, place, qrel, mk), linear.F3(63, rel, lvl, dir), linear.F3(64, way, edge, dir),
			linear.F3(70, place|first<<1|last, qrel, t.cues), linear.F3(71, dir|l<<2|r<<3, own, way), linear.F3(72, dir, cue, pos))
	}
}
