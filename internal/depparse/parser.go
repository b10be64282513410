package depparse

// Parser is a trained model. It is read-only and safe for concurrent use.
type Parser struct {
	moveBits, relBits uint
	allowed           uint64 // relations seen in training, a bit each
	moves             []uint32
	rels              [][relWords]uint64
	nrel              int
	beam              int
	margin            int32
	raw               [2][]int8 // weights before packing, kept for writing only
	super             *Supertagger
	hook              *trainer // in training: scores come from here
}

// Work is the memory that parsing works in. Reuse one to save memory; it must
// not be shared between goroutines.
type Work struct {
	s      sentence
	items  []item
	states []state
	cand   []candidate
	f      feats
	// Sums that many states share.
	buffer  []memo
	memos   [numMemos][]memo
	relMemo []relMemo
	fetched uint64 // kept so that rows are fetched
	// Want holds heads that another parser found, -2 where it says nothing;
	// nil for none. A move that follows it gains Bonus, one against it loses
	// as much.
	Want  []int32
	Bonus int32
}

// wish is what Want says to attaching d to h.
func (w *Work) wish(d, h int16) int32 {
	if w.Want == nil || w.Want[d] < -1 {
		return 0
	}
	if w.Want[d] == int32(h) {
		return w.Bonus
	}
	return -w.Bonus
}

// relMemo remembers the relation chosen for an attachment.
type relMemo struct {
	key uint64
	rel uint8
}

// start makes w ready for the sentence w.s, which is prepared.
func (w *Work) start() {
	w.items = w.items[:0]
	w.states = append(w.states[:0], state{first: newItem(0), top: none, prev: none})
	if w.relMemo == nil {
		for k := range w.memos {
			w.memos[k] = make([]memo, 1<<memoBits)
		}
		w.relMemo = make([]relMemo, 1<<relMemoBits)
		w.buffer = make([]memo, maxLen+1)
	}
	for _, m := range w.memos {
		clear(m)
	}
	clear(w.relMemo)
	clear(w.buffer[:len(w.s.tok)+1])
}

const relMemoBits = 9

type candidate struct {
	score int32
	from  int32
	move  move
}

// Parse finds the tree of the words tok. It sets head[i] to the index of the
// head of word i, -1 for a root, and rel[i] to its relation, rootRel for a
// root. A sentence has one root; one of more than 250 words is parsed in
// stretches, the roots of all but the first of which depend on the first one
// with relation nextRel.
func (p *Parser) Parse(tok []Token, w *Work, head []int32, rel []uint8, rootRel, nextRel uint8) {
	root := int32(-1)
	for at := 0; at < len(tok); at += maxLen {
		end := min(at+maxLen, len(tok))
		w.s.tok = tok[at:end]
		w.s.prepare()
		p.super.supertag(w)
		last := p.search(w)
		h, r := head[at:end], rel[at:end]
		p.tree(w, last, h, r)
		for i := range h {
			if h[i] >= 0 {
				h[i] += int32(at)
				continue
			}
			if root < 0 {
				root = int32(at + i)
				r[i] = rootRel
			} else {
				h[i], r[i] = root, nextRel
			}
		}
	}
}

// tree reads the tree off the moves that led to state i.
func (p *Parser) tree(w *Work, i int32, head []int32, rel []uint8) {
	for k := range head {
		head[k] = -1
	}
	for ; i > 0; i = w.states[i].prev {
		st := &w.states[i]
		prev := &w.states[st.prev]
		switch st.move {
		case left:
			d := w.items[prev.top].word
			head[d], rel[d] = int32(prev.b), st.rel
		case right:
			d := &w.items[prev.top]
			head[d.word], rel[d.word] = int32(w.items[d.below].word), st.rel
		}
	}
}

// search runs the beam and returns the best final state.
func (p *Parser) search(w *Work) int32 {
	n := len(w.s.tok)
	w.start()
	lo, hi := int32(0), int32(1)
	for range 2*n - 1 {
		w.cand = w.cand[:0]
		for i := lo; i < hi; i++ {
			p.expand(w, i, n)
		}
		for _, c := range w.cand {
			if c.score < w.cand[0].score-p.margin && p.hook == nil {
				break
			}
			p.apply(w, c)
		}
		lo, hi = hi, int32(len(w.states))
		if p.hook != nil && p.hook.watch(w, lo, hi) {
			break
		}
	}
	return lo // candidates are sorted, so the first is the best
}

// expand adds the moves of state i to the candidates, of which it keeps the
// best in order. Among equals the earlier one wins.
func (p *Parser) expand(w *Work, i int32, n int) {
	st := &w.states[i]
	sh, l, r := can(st, w.items, n)
	score := p.scoreMoves(w, st)
	if sh {
		p.offer(w, candidate{st.score + score[shift], i, shift})
	}
	if l {
		p.offer(w, candidate{st.score + score[left] + w.wish(w.items[st.top].word, st.b), i, left})
	}
	if r {
		s0 := &w.items[st.top]
		p.offer(w, candidate{st.score + score[right] + w.wish(s0.word, w.items[s0.below].word), i, right})
	}
}

// scores are the scores of the moves. All are too high by the same amount,
// which is the same in all states.
type scores [numMoves]int32

func (x *scores) add(y *scores) {
	for k := range x {
		x[k] += y[k]
	}
}

// memo remembers sums of groups of features within one sentence.
type memo struct {
	key uint64
	sum scores
}

const memoBits = 9

// The groups of features whose sums are remembered by more than a word.
const (
	topMemo = iota
	stackMemo
	tripleMemo
	deepMemo
	topItemMemo
	firstItemMemo
	secondItemMemo
	topSecondMemo
	numMemos
)

// memo finds the place for a sum of group g by its key, which is not 0, and
// reports whether the sum is there. If not, the features of the group are to
// be collected and summed up.
func (p *Parser) memo(w *Work, g int, key uint64) (*memo, bool) {
	m := &w.memos[g][key*0x9e3779b97f4a7c15>>(64-memoBits)]
	if m.key == key {
		return m, true
	}
	m.key = key
	w.f.reset(p.moveBits)
	return m, false
}

// scoreMoves scores the moves of st.
func (p *Parser) scoreMoves(w *Work, st *state) scores {
	i0, i1, i2 := st.stack(w.items)
	s0, s1, s2, b := int(i0.word), int(i1.word), int(i2.word), int(st.b)
	// Keys of words: none is -1, and no key is 0.
	k0, k1, k2, kb := uint64(s0+2), uint64(s1+2), uint64(s2+2), uint64(b+2)
	buf := &w.buffer[b]
	if buf.key == 0 {
		w.f.reset(p.moveBits)
		w.s.bufferFeatures(b, &w.f)
		buf.key, buf.sum = 1, p.sum(&w.f)
	}
	sum := buf.sum
	m, ok := p.memo(w, topMemo, k0<<16|kb)
	if !ok {
		w.s.topFeatures(s0, b, &w.f)
		m.sum = p.sum(&w.f)
	}
	sum.add(&m.sum)
	if m, ok = p.memo(w, stackMemo, k1<<16|k0); !ok {
		w.s.stackFeatures(s1, s0, &w.f)
		m.sum = p.sum(&w.f)
	}
	sum.add(&m.sum)
	if m, ok = p.memo(w, tripleMemo, k1<<32|k0<<16|kb); !ok {
		w.s.tripleFeatures(s1, s0, b, &w.f)
		m.sum = p.sum(&w.f)
	}
	sum.add(&m.sum)
	if m, ok = p.memo(w, deepMemo, k2<<32|k1<<16|k0); !ok {
		w.s.deepFeatures(s2, s1, s0, &w.f)
		m.sum = p.sum(&w.f)
	}
	sum.add(&m.sum)
	if m, ok = p.memo(w, topItemMemo, i0.id+kb); !ok {
		w.s.topItemFeatures(i0, b, &w.f)
		m.sum = p.sum(&w.f)
	}
	sum.add(&m.sum)
	if m, ok = p.memo(w, firstItemMemo, st.first.id+k0); !ok {
		w.s.firstItemFeatures(&st.first, s0, &w.f)
		m.sum = p.sum(&w.f)
	}
	sum.add(&m.sum)
	if m, ok = p.memo(w, secondItemMemo, i1.id+k0); !ok {
		w.s.secondItemFeatures(i1, s0, &w.f)
		m.sum = p.sum(&w.f)
	}
	sum.add(&m.sum)
	if m, ok = p.memo(w, topSecondMemo, i0.id+k1); !ok {
		w.s.topSecondFeatures(i0, s1, &w.f)
		m.sum = p.sum(&w.f)
	}
	sum.add(&m.sum)
	return sum
}

// sum adds up the weights of the features f.
func (p *Parser) sum(f *feats) scores {
	if p.hook != nil {
		return p.hook.sum(f)
	}
	return sumMoves(p.moves, f.rows())
}

func (p *Parser) offer(w *Work, c candidate) {
	k := len(w.cand)
	if k == p.beam {
		if w.cand[k-1].score >= c.score {
			return
		}
		k--
	} else {
		w.cand = append(w.cand, c)
	}
	for k > 0 && w.cand[k-1].score < c.score {
		w.cand[k] = w.cand[k-1]
		k--
	}
	w.cand[k] = c
}

// apply makes the state that candidate c leads to.
func (p *Parser) apply(w *Work, c candidate) {
	prev := &w.states[c.from]
	st := state{first: prev.first, score: c.score, prev: c.from, top: prev.top, b: prev.b, move: c.move}
	switch c.move {
	case shift:
		x := prev.first
		x.below = prev.top
		st.top = int32(len(w.items))
		w.items = append(w.items, x)
		st.b++
		st.first = newItem(int(st.b))
	case left:
		d := &w.items[prev.top]
		st.rel = p.relation(w, d, &prev.first)
		st.first.addLeft(d.word, st.rel)
		st.top = d.below
	case right:
		d := &w.items[prev.top]
		h := w.items[d.below]
		st.rel = p.relation(w, d, &h)
		h.addRight(d.word, st.rel)
		st.top = int32(len(w.items))
		w.items = append(w.items, h)
	}
	w.states = append(w.states, st)
}

// relation chooses the relation of d to h.
func (p *Parser) relation(w *Work, d, h *item) uint8 {
	key := relKey(d, h)
	m := &w.relMemo[key>>(64-relMemoBits)]
	if m.key != key {
		w.s.relFeatures(d, h, &w.f, p.relBits)
		m.key, m.rel = key, p.bestRelation(w)
	}
	return m.rel
}

// relKey hashes all that relFeatures looks at.
func relKey(d, h *item) uint64 {
	const k = 0x9e3779b97f4a7c15
	x := uint64(uint16(d.word)) | uint64(uint16(h.word))<<16 | uint64(uint16(d.lc))<<32 | uint64(uint16(d.rc))<<48
	x = (x ^ x>>29) * k
	x += uint64(d.ll) | uint64(d.rl)<<8 | uint64(h.ll)<<16 | uint64(h.rl)<<24
	x = (x ^ x>>31) * k
	x += d.lset
	x = (x ^ x>>30) * k
	x += d.rset
	x = (x ^ x>>28) * k
	x += h.lset
	x = (x ^ x>>31) * k
	x += h.rset
	return (x^x>>29)*k | 1
}

// bestRelation chooses the relation with the highest sum over w.f.
func (p *Parser) bestRelation(w *Work) uint8 {
	if p.hook != nil {
		return p.hook.relation(&w.f)
	}
	var sum relationSums
	w.fetched += fetchRelations(p.rels, w.f.rows())
	sumRelations(p.rels, w.f.rows(), p.nrel, &sum)
	best, arg := int32(-1), 0
	for k := 0; k < p.nrel; k++ {
		if p.allowed>>k&1 == 0 {
			continue
		}
		if s := sum.at(k); s > best {
			best, arg = s, k
		}
	}
	return uint8(arg)
}

// SetBeam sets the width of the beam, and how far below the best of it, in the
// units of scores, a state may lie to be kept. It must not be called while p
// is in use.
func (p *Parser) SetBeam(width, margin int) { p.beam, p.margin = width, int32(margin) }
