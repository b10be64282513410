package depparse

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
)

// Parser is a trained model. It is read-only and safe for concurrent use.
type Parser struct {
	moveBits, relBits uint
	allowed           uint64   // relations seen in training, a bit each
	moves             []uint64 // one word a row: shift, left, right
	rels              []uint64 // relWords words a row
	nrel              int
	beam              int
	raw               [2][]int8 // weights before packing, kept for writing only
	// Clusters are the classes of words; nil for none.
	Clusters *Clusters
	hook     *trainer // in training: scores come from here
}

// Work is the memory that parsing works in. Reuse one to save memory; it must
// not be shared between goroutines.
type Work struct {
	s      sentence
	items  []item
	states []state
	cand   []candidate
	f      feats
}

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
	w.s.prepare()
	w.items = w.items[:0]
	w.states = append(w.states[:0], state{first: newItem(0), top: none, prev: none})
	lo, hi := int32(0), int32(1)
	for range 2*n - 1 {
		w.cand = w.cand[:0]
		for i := lo; i < hi; i++ {
			p.expand(w, i, n)
		}
		for _, c := range w.cand {
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
	w.s.moveFeatures(st, w.items, &w.f, p.moveBits)
	score := p.scoreMoves(&w.f)
	if sh {
		p.offer(w, candidate{st.score + score[shift], i, shift})
	}
	if l {
		p.offer(w, candidate{st.score + score[left], i, left})
	}
	if r {
		p.offer(w, candidate{st.score + score[right], i, right})
	}
}

func (p *Parser) scoreMoves(f *feats) (score [numMoves]int32) {
	if p.hook != nil {
		return p.hook.scoreMoves(f)
	}
	var sum uint64
	m := p.moves
	mask := uint32(len(m) - 1)
	for _, r := range f.row[:f.n] {
		sum += m[r&mask]
	}
	o := int32(f.n) * offset
	for k := range score {
		score[k] = lane(sum, k) - o
	}
	return
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
	w.s.relFeatures(d, h, &w.f, p.relBits)
	if p.hook != nil {
		return p.hook.relation(&w.f)
	}
	var sum [relWords]uint64
	mask := uint32(len(p.rels)/relWords - 1)
	for _, r := range w.f.row[:w.f.n] {
		row := p.rels[int(r&mask)*relWords:][:relWords]
		for k := range sum {
			sum[k] += row[k]
		}
	}
	best, arg := int32(-1), 0
	for k := 0; k < p.nrel; k++ {
		if p.allowed>>k&1 == 0 {
			continue
		}
		if s := lane(sum[k/lanes], k%lanes); s > best {
			best, arg = s, k
		}
	}
	return uint8(arg)
}

// WriteTo writes the model in a form that compresses well.
func (p *Parser) WriteTo(w io.Writer) (int64, error) {
	head := []uint64{uint64(p.moveBits), uint64(p.relBits), uint64(p.nrel), uint64(p.beam), p.allowed}
	if err := binary.Write(w, binary.LittleEndian, head); err != nil {
		return 0, err
	}
	n := int64(8 * len(head))
	for _, r := range p.raw {
		if err := binary.Write(w, binary.LittleEndian, r); err != nil {
			return n, err
		}
		n += int64(len(r))
	}
	m, err := p.Clusters.WriteTo(w)
	return n + m, err
}

// Read reads what WriteTo wrote.
func Read(r io.Reader) (*Parser, error) {
	var head [5]uint64
	if err := binary.Read(r, binary.LittleEndian, &head); err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	p := &Parser{moveBits: uint(head[0]), relBits: uint(head[1]), nrel: int(head[2]), beam: int(head[3]), allowed: head[4]}
	if p.moveBits > 24 || p.relBits > 20 || p.nrel > relWords*lanes || p.beam < 1 || p.beam > 64 {
		return nil, fmt.Errorf("parser: a header that is none: %v", head)
	}
	m := make([]int8, int(numMoves)<<p.moveBits)
	l := make([]int8, p.nrel<<p.relBits)
	for _, x := range [][]int8{m, l} {
		if err := binary.Read(r, binary.LittleEndian, x); err != nil {
			return nil, fmt.Errorf("parser's weights: %w", err)
		}
	}
	p.setWeights(m, l)
	var err error
	p.Clusters, err = ReadClusters(r)
	return p, err
}

// setWeights packs the weights: by class, then by row.
func (p *Parser) setWeights(m, l []int8) {
	p.moves = make([]uint64, 1<<p.moveBits)
	for i := range p.moves {
		pack(p.moves[i:i+1], []int8{m[i], m[i+(1<<p.moveBits)], m[i+(2<<p.moveBits)]})
	}
	p.rels = make([]uint64, relWords<<p.relBits)
	row := make([]int8, p.nrel)
	for i := range 1 << p.relBits {
		for k := range row {
			row[k] = l[i*p.nrel+k]
		}
		pack(p.rels[i*relWords:(i+1)*relWords], row)
	}
}

// quantize turns averaged weights into 8-bit ones, clipped at limit standard
// deviations.
func quantize(w []float64, limit float64) []int8 {
	var sum, top float64
	var n int
	for _, x := range w {
		if x != 0 {
			sum += x * x
			n++
			top = math.Max(top, math.Abs(x))
		}
	}
	out := make([]int8, len(w))
	if n == 0 {
		return out
	}
	clip := math.Min(top, limit*math.Sqrt(sum/float64(n)))
	for i, x := range w {
		out[i] = int8(math.Round(math.Max(-1, math.Min(1, x/clip)) * 127))
	}
	return out
}
