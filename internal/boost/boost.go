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

// Score returns the log-odds of x.
func (m *Model) Score(x []float32) float64 {
	s := m.bias
	for _, r := range m.roots {
		n := &m.nodes[r]
		for n.Feature >= 0 {
			if x[n.Feature] < n.Value {
				n = &m.nodes[n.Left]
			} else {
				n = &m.nodes[n.Right]
			}
		}
		s += n.Value
	}
	return float64(s)
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
	return m, nil
}
