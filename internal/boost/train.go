package boost

import (
	"math"
	"math/rand/v2"
	"sort"
)

// Training says how a model is trained. Zero fields take the defaults named.
type Training struct {
	Trees    int     // number of trees (200)
	Depth    int     // of each tree (4)
	Rate     float64 // share of each step that is taken (0.1)
	L2       float64 // pull of the leaves towards zero (5)
	MinChild float64 // least sum of second derivatives in a leaf (2)
	Features float64 // share of the features that each tree looks at (0.5)
	Rows     float64 // share of the rows that each tree looks at (0.7)
	Seed     uint64
}

const maxBins = 32

// Train fits a model to the rows x, of which y tells the yes, weighted by w.
func (t Training) Train(x [][]float32, y []bool, w []float32) *Model {
	p := make([]float32, len(y))
	for i, yes := range y {
		if yes {
			p[i] = 1
		}
	}
	return t.Fit(x, p, w)
}

// Fit fits a model to the rows x, of which y tells the probabilities of a yes,
// weighted by w.
func (t Training) Fit(x [][]float32, y, w []float32) *Model {
	if t.Trees == 0 {
		t.Trees = 200
	}
	if t.Depth == 0 {
		t.Depth = 4
	}
	if t.Rate == 0 {
		t.Rate = 0.1
	}
	if t.L2 == 0 {
		t.L2 = 5
	}
	if t.MinChild == 0 {
		t.MinChild = 2
	}
	if t.Features == 0 {
		t.Features = 0.5
	}
	if t.Rows == 0 {
		t.Rows = 0.7
	}
	m := &Model{}
	if len(x) == 0 {
		return m
	}
	m.Features = len(x[0])
	g := newGrower(x, y, w, t)
	var pos, all float64
	for i, p := range y {
		all += float64(w[i])
		pos += float64(w[i] * p)
	}
	p := math.Min(math.Max(pos/all, 1e-3), 1-1e-3)
	m.bias = float32(math.Log(p / (1 - p)))
	for i := range g.score {
		g.score[i] = float64(m.bias)
	}
	for k := 0; k < t.Trees; k++ {
		m.roots = append(m.roots, int32(len(m.nodes)))
		g.tree(m)
	}
	m.flatten()
	return m
}

// grower holds the rows as bins of each feature, column by column.
type grower struct {
	t       Training
	y       []float32
	w       []float32
	bins    [][]uint8
	edges   [][]float32 // edges[f][b] is the least value of bin b+1
	score   []float64
	g, h    []float64
	rng     *rand.Rand
	columns []int
	rows    []int32
}

func newGrower(x [][]float32, y, w []float32, t Training) *grower {
	n, f := len(x), len(x[0])
	g := &grower{t: t, y: y, w: w, score: make([]float64, n), g: make([]float64, n), h: make([]float64, n), rng: rand.New(rand.NewPCG(t.Seed, 0x6f6e7265636f7264))}
	col := make([]float32, n)
	for k := 0; k < f; k++ {
		for i := range x {
			col[i] = x[i][k]
		}
		e := edgesOf(col)
		b := make([]uint8, n)
		for i := range x {
			v := x[i][k]
			b[i] = uint8(sort.Search(len(e), func(j int) bool { return v < e[j] }))
		}
		g.edges = append(g.edges, e)
		g.bins = append(g.bins, b)
	}
	return g
}

// edgesOf cuts a column into bins of about equal numbers of distinct values.
func edgesOf(col []float32) []float32 {
	s := append([]float32(nil), col...)
	sort.Slice(s, func(i, j int) bool { return s[i] < s[j] })
	d := s[:1]
	for _, v := range s[1:] {
		if v != d[len(d)-1] {
			d = append(d, v)
		}
	}
	var e []float32
	step := math.Max(1, float64(len(d))/maxBins)
	for at := step; at < float64(len(d))-1e-9; at += step {
		i := int(at)
		v := (d[i-1] + d[i]) / 2
		if !(v > d[i-1]) {
			v = d[i]
		}
		if len(e) == 0 || v > e[len(e)-1] {
			e = append(e, v)
		}
	}
	if len(e) >= maxBins {
		e = e[:maxBins-1]
	}
	return e
}

// tree grows one tree and adds its votes to the scores.
func (g *grower) tree(m *Model) {
	g.rows = g.rows[:0]
	for i, s := range g.score {
		p := 1 / (1 + math.Exp(-s))
		w := float64(g.w[i])
		g.g[i] = w * (float64(g.y[i]) - p)
		g.h[i] = w * p * (1 - p)
		if g.rng.Float64() < g.t.Rows {
			g.rows = append(g.rows, int32(i))
		}
	}
	g.columns = g.columns[:0]
	for f := range g.bins {
		if len(g.edges[f]) > 0 && g.rng.Float64() < g.t.Features {
			g.columns = append(g.columns, f)
		}
	}
	root := len(m.nodes)
	g.grow(m, g.rows, g.t.Depth)
	for i := range g.score {
		n := &m.nodes[root]
		for n.Feature >= 0 {
			if v := g.bins[n.Feature][i]; float32(v) < n.Value {
				n = &m.nodes[n.Left]
			} else {
				n = &m.nodes[n.Right]
			}
		}
		g.score[i] += float64(n.Value)
	}
	// The thresholds are bins up to here; the model wants values.
	for i := root; i < len(m.nodes); i++ {
		if n := &m.nodes[i]; n.Feature >= 0 {
			n.Value = g.edges[n.Feature][int(n.Value)-1]
		}
	}
}

// grow adds the subtree of rows to m and returns its index.
func (g *grower) grow(m *Model, rows []int32, depth int) int32 {
	at := int32(len(m.nodes))
	var sg, sh float64
	for _, i := range rows {
		sg += g.g[i]
		sh += g.h[i]
	}
	m.nodes = append(m.nodes, node{Feature: -1, Value: float32(g.t.Rate * sg / (sh + g.t.L2))})
	if depth == 0 || sh < 2*g.t.MinChild {
		return at
	}
	base := sg * sg / (sh + g.t.L2)
	best, bestF, bestB := 1e-3, -1, 0
	for _, f := range g.columns {
		var hg, hh [maxBins]float64
		b := g.bins[f]
		for _, i := range rows {
			hg[b[i]] += g.g[i]
			hh[b[i]] += g.h[i]
		}
		var lg, lh float64
		for k := 0; k < len(g.edges[f]); k++ {
			lg += hg[k]
			lh += hh[k]
			if lh < g.t.MinChild || sh-lh < g.t.MinChild {
				continue
			}
			if gain := lg*lg/(lh+g.t.L2) + (sg-lg)*(sg-lg)/(sh-lh+g.t.L2) - base; gain > best {
				best, bestF, bestB = gain, f, k+1
			}
		}
	}
	if bestF < 0 {
		return at
	}
	b := g.bins[bestF]
	k := 0
	for i, r := range rows {
		if int(b[r]) < bestB {
			rows[k], rows[i] = rows[i], rows[k]
			k++
		}
	}
	left := g.grow(m, rows[:k], depth-1)
	right := g.grow(m, rows[k:], depth-1)
	m.nodes[at] = node{Feature: int32(bestF), Left: left, Right: right, Value: float32(bestB)}
	return at
}
