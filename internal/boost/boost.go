// Package boost is logistic regression by gradient-boosted decision trees
// (Friedman, 2001; second-order steps as in Chen and Guestrin, 2016): the
// probability of a yes is the logistic function of the sum that small trees
// vote for. It serves where a few hundred measurements of a thing decide in
// combination, which a linear sum of them cannot express.
//
// Training is single-threaded and deterministic.
package boost

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// Model is a trained sum of trees. It is read-only and safe for concurrent use.
type Model struct {
	bias  float32
	nodes []node // of all trees, each tree's root first
	roots []int32
	flat  flat
	// Features is the length of the vectors that the model reads.
	Features int
}

// node is an inner node, which sends a vector left if its feature is below
// the threshold, or a leaf, whose feature is -1 and whose value is its vote.
type node struct {
	Feature     int32
	Left, Right int32
	Value       float32 // threshold or vote
}

// flat is a model for reading: every tree as deep as the deepest, its inner nodes in
// the order of their levels, its leaves from left to right. So which way to go is
// reckoned rather than branched on, which processors guess wrong half of the time.
type flat struct {
	depth  int
	splits []split
	votes  []float32
}

type split struct {
	value   float32
	feature int32
}

// maxFlat is the depth up to which trees are filled up.
const maxFlat = 8

// flatten makes m ready to read; trees that are too deep are read node by node.
func (m *Model) flatten() {
	depth := 0
	for _, r := range m.roots {
		depth = max(depth, m.depth(r))
	}
	if depth > maxFlat {
		return
	}
	inner := 1<<depth - 1
	m.flat = flat{depth, make([]split, inner*len(m.roots)), make([]float32, (inner+1)*len(m.roots))}
	for t, r := range m.roots {
		m.fill(m.flat.splits[t*inner:(t+1)*inner], m.flat.votes[t*(inner+1):(t+1)*(inner+1)], r, 0)
	}
}

func (m *Model) depth(at int32) int {
	if n := &m.nodes[at]; n.Feature >= 0 {
		return 1 + max(m.depth(n.Left), m.depth(n.Right))
	}
	return 0
}

// fill enters the subtree of node at as node k of the tree.
func (m *Model) fill(splits []split, votes []float32, at int32, k int) {
	n := &m.nodes[at]
	if k >= len(splits) {
		votes[k-len(splits)] = n.Value
		return
	}
	left, right := at, at // a leaf that stands higher: both ways lead to it
	if n.Feature >= 0 {
		splits[k] = split{n.Value, n.Feature}
		left, right = n.Left, n.Right
	}
	m.fill(splits, votes, left, 2*k+1)
	m.fill(splits, votes, right, 2*k+2)
}

// Score returns the log-odds of x.
func (m *Model) Score(x []float32) float64 {
	s := m.bias
	f := &m.flat
	if len(f.votes) == 0 {
		for _, r := range m.roots {
			s += m.vote(r, x)
		}
		return float64(s)
	}
	inner := 1<<f.depth - 1
	t, v := 0, 0
	// Four trees at a time: the way down one waits for memory at each step.
	for ; v+4*(inner+1) <= len(f.votes); t, v = t+4*inner, v+4*(inner+1) {
		a, b, c, d := f.splits[t:t+inner], f.splits[t+inner:t+2*inner], f.splits[t+2*inner:t+3*inner], f.splits[t+3*inner:t+4*inner]
		i, j, k, l := 0, 0, 0, 0
		for range f.depth {
			i, j, k, l = a[i].down(x, i), b[j].down(x, j), c[k].down(x, k), d[l].down(x, l)
		}
		s += f.votes[v+i-inner]
		s += f.votes[v+j+1]
		s += f.votes[v+k+inner+2]
		s += f.votes[v+l+2*inner+3]
	}
	for ; v < len(f.votes); t, v = t+inner, v+inner+1 {
		a, i := f.splits[t:t+inner], 0
		for range f.depth {
			i = a[i].down(x, i)
		}
		s += f.votes[v+i-inner]
	}
	return float64(s)
}

// down is the node below node k, which n is, that x leads to.
func (n *split) down(x []float32, k int) int {
	right := 0
	if x[n.feature] >= n.value {
		right = 1
	}
	return 2*k + 1 + right
}

// vote is the vote of the tree at root r.
func (m *Model) vote(r int32, x []float32) float32 {
	n := &m.nodes[r]
	for n.Feature >= 0 {
		if x[n.Feature] < n.Value {
			n = &m.nodes[n.Left]
		} else {
			n = &m.nodes[n.Right]
		}
	}
	return n.Value
}

// P returns the probability of a yes.
func (m *Model) P(x []float32) float64 { return 1 / (1 + math.Exp(-m.Score(x))) }

var magic = [4]byte{'O', 'R', 'B', '1'}

// WriteTo writes m.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	h := struct {
		Magic                  [4]byte
		Features, Roots, Nodes uint32
		Bias                   float32
	}{magic, uint32(m.Features), uint32(len(m.roots)), uint32(len(m.nodes)), m.bias}
	for _, v := range []any{h, m.roots, m.nodes} {
		if err := binary.Write(w, binary.LittleEndian, v); err != nil {
			return 0, err
		}
	}
	return int64(20 + 4*len(m.roots) + 16*len(m.nodes)), nil
}

// Read reads what WriteTo wrote.
func Read(r io.Reader) (*Model, error) {
	var h struct {
		Magic                  [4]byte
		Features, Roots, Nodes uint32
		Bias                   float32
	}
	if err := binary.Read(r, binary.LittleEndian, &h); err != nil {
		return nil, fmt.Errorf("trees: %w", err)
	}
	if h.Magic != magic || h.Roots > 1<<20 || h.Nodes > 1<<24 {
		return nil, errors.New("trees: not a model of this version")
	}
	m := &Model{bias: h.Bias, Features: int(h.Features), roots: make([]int32, h.Roots), nodes: make([]node, h.Nodes)}
	if err := binary.Read(r, binary.LittleEndian, m.roots); err != nil {
		return nil, fmt.Errorf("trees: %w", err)
	}
	if err := binary.Read(r, binary.LittleEndian, m.nodes); err != nil {
		return nil, fmt.Errorf("trees: %w", err)
	}
	for i, n := range m.nodes {
		if n.Feature >= int32(m.Features) || n.Feature >= 0 && (int(n.Left) <= i || int(n.Right) <= i || int(n.Left) >= len(m.nodes) || int(n.Right) >= len(m.nodes)) {
			return nil, errors.New("trees: damaged")
		}
	}
	for _, r := range m.roots {
		if r < 0 || int(r) >= len(m.nodes) {
			return nil, errors.New("trees: damaged")
		}
	}
	m.flatten()
	return m, nil
}
