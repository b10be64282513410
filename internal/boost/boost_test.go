package boost

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
)

// sample is a question that no single measurement answers: whether two are on
// the same side.
func sample(n int) (x [][]float32, y []bool, w []float32) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range n {
		v := []float32{rng.Float32(), rng.Float32(), rng.Float32()}
		x, y, w = append(x, v), append(y, (v[0] < .5) == (v[2] < .5)), append(w, 1)
	}
	return x, y, w
}

func TestTreesCombine(t *testing.T) {
	x, y, w := sample(4000)
	m := Training{Trees: 40, Depth: 3, Features: 1}.Train(x[:3000], y[:3000], w[:3000])
	right := 0
	for i := 3000; i < 4000; i++ {
		if m.P(x[i]) > .5 == y[i] {
			right++
		}
	}
	require.Greater(t, right, 950)
}

func TestSavedAndFlatAgree(t *testing.T) {
	x, y, w := sample(2000)
	for _, depth := range []int{1, 4, 7, maxFlat + 2} { // the last is too deep to flatten
		m := Training{Trees: 20, Depth: depth, Features: 1, MinChild: .01, L2: .01}.Train(x, y, w)
		var b bytes.Buffer
		_, err := m.WriteTo(&b)
		require.NoError(t, err)
		saved, err := Read(&b)
		require.NoError(t, err)
		for _, v := range x {
			s := m.bias
			for _, r := range m.roots {
				s += m.vote(r, v)
			}
			require.Equal(t, float64(s), m.Score(v))
			require.Equal(t, float64(s), saved.Score(v))
		}
	}
}

func TestDamagedTrees(t *testing.T) {
	x, y, w := sample(200)
	var b bytes.Buffer
	_, err := Training{Trees: 3}.Train(x, y, w).WriteTo(&b)
	require.NoError(t, err)
	good := b.Bytes()
	for cut := range len(good) {
		_, err := Read(bytes.NewReader(good[:cut]))
		require.Error(t, err, cut)
	}
}

// TestFitProbabilities: rows that look alike get the mean of what is asked.
func TestFitProbabilities(t *testing.T) {
	var x [][]float32
	var y, w []float32
	for i := range 400 {
		x, y, w = append(x, []float32{float32(i % 2)}), append(y, 0.2+0.5*float32(i%2)), append(w, 1)
	}
	m := Training{Trees: 200, Features: 1, L2: 0.1}.Fit(x, y, w)
	require.InDelta(t, 0.2, m.P([]float32{0}), 0.02)
	require.InDelta(t, 0.7, m.P([]float32{1}), 0.02)
}

func BenchmarkScore(b *testing.B) {
	x, y, w := sample(2000)
	m := Training{Trees: 200, Depth: 5, Features: 1}.Train(x, y, w)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.Score(x[i%len(x)])
	}
}
