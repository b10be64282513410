package depparse

import (
	"math/rand/v2"
)

// Tree is a sentence with its tree.
type Tree struct {
	Tokens []Token
	Head   []int32 // -1 for the root
	Rel    []uint8
	Weight int32 // of its updates, in tenths; 0 means 10
}

// Training says how a parser is trained.
type Training struct {
	MoveBits, RelBits uint // log2 of the numbers of rows
	Relations         int  // relations are numbered below this
	Beam              int
	Epochs            int
	Seed              uint64
	Super             *Supertagger
	// Cutoff sets rows to zero that were updated fewer times.
	Cutoff int
	// Progress, if set, is called with the parser as it is after each epoch,
	// with averaged weights.
	Progress func(epoch int, p *Parser, loss float64)
	// Every is how many epochs lie between two calls of Progress (1).
	Every int
}

type trainer struct {
	p        *Parser
	mw       []int32 // weights of moves, 4 a row
	mc       []uint16
	rel      *perceptron
	rng      *rand.Rand // of what is left out
	allowed  []bool
	step     int64
	mu64     []int64 // their changes times the step they came at
	path     []int32
	waiting  []uint8 // dependents that a word still waits for
	tree     *Tree
	goldWork Work
	// the largest violation so far
	violation int32
	worst     int32 // state in the beam's work
	worstAt   int
	at        int
}

// Train trains a parser on trees.
func (t Training) Train(trees []Tree) *Parser {
	p := &Parser{moveBits: t.MoveBits, relBits: t.RelBits, nrel: t.Relations, beam: t.Beam, margin: 1<<24 - 1, super: t.Super}
	h := &trainer{p: p,
		mw: make([]int32, 4<<t.MoveBits), mu64: make([]int64, 4<<t.MoveBits), mc: make([]uint16, 1<<t.MoveBits),
		rel: newPerceptron(t.RelBits, t.Relations), rng: rand.New(rand.NewPCG(t.Seed, 0x72656c73)), allowed: make([]bool, t.Relations),
	}
	for i := range trees {
		for k, r := range trees[i].Rel {
			if trees[i].Head[k] >= 0 {
				p.allowed |= 1 << r
				h.allowed[r] = true
			}
		}
	}
	order := make([]int, len(trees))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(t.Seed, 0x64657073))
	every := max(1, t.Every)
	var w Work
	for e := 1; e <= t.Epochs; e++ {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		p.hook = h
		bad := 0
		for _, i := range order {
			if h.learn(&trees[i], &w) {
				bad++
			}
		}
		p.hook = nil
		if e%every == 0 || e == t.Epochs {
			h.average(t.Cutoff)
			if t.Progress != nil {
				t.Progress(e, p, float64(bad)/float64(len(trees)))
			}
		}
	}
	return p
}

// learn updates the weights on one tree and reports whether the moves' had to
// change.
func (h *trainer) learn(t *Tree, w *Work) bool {
	n := len(t.Tokens)
	if n == 0 || n > maxLen {
		return false
	}
	h.step++
	weight := t.Weight
	if weight == 0 {
		weight = 10
	}
	// The gold derivation, by which the relations are learnt too.
	h.tree = t
	g := &h.goldWork
	g.s.tok = t.Tokens
	if !h.derive(g, weight) {
		return false
	}
	h.violation, h.worst, h.at = 0, none, 0
	w.s.tok = t.Tokens
	w.s.prepare()
	h.p.search(w)
	if h.worst == none {
		return false
	}
	// The moves before the derivations part cancel out.
	h.path = append(h.path[:0], make([]int32, h.worstAt+1)...)
	for i, k := h.worst, h.worstAt; k >= 0; k-- {
		h.path[k] = i
		i = w.states[i].prev
	}
	k := 1
	for k <= h.worstAt && w.states[h.path[k]].move == g.states[k].move {
		k++
	}
	for ; k <= h.worstAt; k++ {
		h.update(g, int32(k), weight)
		h.update(w, h.path[k], -weight)
	}
	return true
}

// derive runs the gold derivation in g, so that state i is the one behind i
// moves.
func (h *trainer) derive(g *Work, weight int32) bool {
	p, t := h.p, h.tree
	n := len(t.Tokens)
	g.s.prepare()
	g.start()
	wait := h.waiting[:0]
	for range n {
		wait = append(wait, 0)
	}
	h.waiting = wait
	for i := range n {
		if hd := t.Head[i]; hd >= 0 && wait[hd] < 255 {
			wait[hd]++
		}
	}
	for range 2*n - 1 {
		st := &g.states[len(g.states)-1]
		_, l, r := can(st, g.items, n)
		mv := shift
		if st.top >= 0 {
			s0 := &g.items[st.top]
			d := int(s0.word)
			switch {
			case l && t.Head[d] == int32(st.b):
				mv = left
			case r && t.Head[d] == int32(g.items[s0.below].word) && wait[d] == 0:
				mv = right
			}
		}
		if mv == shift && int(st.b) >= n {
			return false // not projective
		}
		// score of the move, for the violations
		score := p.scoreMoves(g, st)
		c := candidate{st.score + score[mv], int32(len(g.states) - 1), mv}
		if mv != shift {
			s0 := &g.items[st.top]
			hd := &st.first
			if mv == right {
				hd = &g.items[s0.below]
			}
			wait[hd.word]--
			g.s.relFeatures(s0, hd, &g.f, p.relBits)
			h.rel.learn(h.rel.thin(g.f.rows(), h.rng), int(t.Rel[s0.word]), h.allowed, 100, weight, h.step)
		}
		p.apply(g, c)
	}
	return true
}

// relation chooses a relation with the weights as they are.
func (h *trainer) relation(f *feats) uint8 {
	return uint8(h.rel.best(h.rel.scores(f.rows()), h.allowed, -1))
}

func (h *trainer) sum(f *feats) scores {
	mask := uint32(1)<<h.p.moveBits - 1
	var a, b, c int32
	for _, r := range f.rows() {
		row := h.mw[int(r&mask)*4:][:4]
		a += row[0]
		b += row[1]
		c += row[2]
	}
	return scores{a, b, c}
}

// watch is told of each new beam, the states [lo, hi); it reports whether the
// search can end.
func (h *trainer) watch(w *Work, lo, hi int32) bool {
	h.at++
	best := &w.states[lo]
	gold := &h.goldWork.states[h.at]
	if v := best.score - gold.score; v >= h.violation && !h.same(w, lo) {
		h.violation, h.worst, h.worstAt = v, lo, h.at
	}
	return false
}

// same reports whether state i of w was reached by the gold moves.
func (h *trainer) same(w *Work, i int32) bool {
	for k := h.at; k > 0; k-- {
		if w.states[i].move != h.goldWork.states[k].move {
			return false
		}
		i = w.states[i].prev
	}
	return true
}

// update adds weight to the features of the move that led to state i.
func (h *trainer) update(w *Work, i int32, weight int32) {
	mask := uint32(1)<<h.p.moveBits - 1
	mv := int(w.states[i].move)
	w.s.moveFeatures(&w.states[w.states[i].prev], w.items, &w.f, h.p.moveBits)
	for _, r := range w.f.rows() {
		k := int(r&mask)*4 + mv
		h.mw[k] += weight
		h.mu64[k] += int64(weight) * h.step
		if h.mc[r&mask] < 65535 {
			h.mc[r&mask]++
		}
	}
}

// average puts the averaged weights into the parser.
func (h *trainer) average(cutoff int) {
	p := h.p
	step := float64(h.step + 1)
	m := make([]float64, int(numMoves)<<p.moveBits)
	for i := range 1 << p.moveBits {
		if int(h.mc[i]) < cutoff {
			continue
		}
		for k := range int(numMoves) {
			m[i+(k<<p.moveBits)] = float64(h.mw[i*4+k]) - float64(h.mu64[i*4+k])/step
		}
	}
	p.raw = [2][]int8{quantize(m, 12), h.rel.average(cutoff, h.step+1)}
	p.setWeights(p.raw[0], p.raw[1])
}
