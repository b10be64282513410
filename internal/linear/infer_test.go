package linear

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// lattices calls f with small chains of random scores, of which many are
// equal and some transitions are forbidden.
func lattices(n int, f func(c *CRF, l *Lattice)) {
	rng := rand.New(rand.NewPCG(1, 2))
	var l Lattice
	for it := range n {
		labels, items := 1+rng.IntN(4), 1+rng.IntN(5)
		trans := make([]float32, (labels+1)*labels)
		for i := range trans {
			trans[i] = float32(rng.IntN(5)) - 2
			if rng.IntN(6) == 0 && it&1 == 0 {
				trans[i] = Forbidden
			}
		}
		l.emit = grow(l.emit, labels*items)
		for i := range l.emit {
			l.emit[i] = float32(rng.IntN(7))
			if it%3 == 0 {
				l.emit[i] += rng.Float32() * 30
			}
		}
		f(newCRF(&Table{classes: labels}, trans), &l)
	}
}

func TestDecodeKFindsTheBestOfAll(t *testing.T) {
	lattices(2000, func(c *CRF, l *Lattice) {
		n, m := c.classes, len(l.emit)/c.classes
		type path struct {
			labels []uint8
			score  float32
		}
		var all []path
		var walk func(labels []uint8, score float32)
		walk = func(labels []uint8, score float32) {
			if len(labels) == m {
				all = append(all, path{slices.Clone(labels), score})
				return
			}
			for j := range n {
				if len(labels) == 0 {
					walk(append(labels, uint8(j)), c.trans[n*n+j]+l.emit[j])
				} else if tr := c.trans[int(labels[len(labels)-1])*n+j]; tr > Forbidden {
					walk(append(labels, uint8(j)), score+tr+l.emit[len(labels)*n+j])
				}
			}
		}
		walk(nil, 0)
		all = slices.DeleteFunc(all, func(p path) bool { return p.score <= Forbidden/2 })
		slices.SortFunc(all, func(x, y path) int { return cmp.Compare(y.score, x.score) })
		c.Infer(l)
		for _, k := range []int{1, 3, 6, 100} {
			got := c.DecodeK(l, k, nil)
			require.Len(t, got, min(k, len(all)))
			for i, b := range got {
				require.InDelta(t, float64(all[i].score)-l.LogZ, b.LogProb, 1e-5)
			}
			for i := range got {
				for j := range i {
					require.NotEqual(t, got[i].Labels, got[j].Labels)
				}
			}
		}
	})
}

func TestInferIsTheSameInLogs(t *testing.T) {
	lattices(2000, func(c *CRF, l *Lattice) {
		var logs Lattice
		logs.emit = l.emit
		c.Infer(l)
		inferInLogs(c.classes, c.trans, &logs)
		require.InDelta(t, 0, (l.LogZ-logs.LogZ)/(1+math.Abs(logs.LogZ)), 1e-9)
		if logs.LogZ > Forbidden/2 {
			require.InDeltaSlice(t, logs.Marginal, l.Marginal, 1e-9)
		}
	})
}

func TestInferOfScoresBeyondExponentials(t *testing.T) {
	c := newCRF(&Table{classes: 2}, []float32{0, Forbidden, Forbidden, 0, 0, -2000})
	l := Lattice{emit: []float32{0, 0, 0, 2000, 0, 3}}
	c.Infer(&l)
	require.InDelta(t, 1/(1+math.Exp(3)), l.Marginal[0], 1e-9)
}
