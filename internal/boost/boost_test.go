package boost

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rows draws points of which those with exactly one coordinate above a half
// are a yes, which no linear sum can tell.
func rows(n int) (x [][]float32, y []bool, w []float32) {
	r := rand.New(rand.NewPCG(1, 2))
	for range n {
		a, b := r.Float32(), r.Float32()
		x, y, w = append(x, []float32{a, b, r.Float32()}), append(y, (a > .5) != (b > .5)), append(w, 1)
	}
	return x, y, w
}

func TestTrainLearnsWhatIsNotLinear(t *testing.T) {
	x, y, w := rows(1000)
	m := Training{Trees: 50, Features: 1}.Train(x, y, w)
	right := 0
	fresh, want, _ := rows(2000)
	for i := 1000; i < 2000; i++ {
		if (m.Score(fresh[i]) > 0) == want[i] {
			right++
		}
	}
	assert.Greater(t, right, 950)
}

// TestFitProbabilities: rows that look alike get the mean of what is asked.
func TestFitProbabilities(t *testing.T) {
	var x [][]float32
	var y, w []float32
	for i := range 400 {
		x, y, w = append(x, []float32{float32(i % 2)}), append(y, 0.2+0.5*float32(i%2)), append(w, 1)
	}
	m := Training{Trees: 200, Features: 1, L2: 0.1}.Fit(x, y, w)
	assert.InDelta(t, 0.2, m.P([]float32{0}), 0.02)
	assert.InDelta(t, 0.7, m.P([]float32{1}), 0.02)
}

func TestReadWritten(t *testing.T) {
	x, y, w := rows(300)
	m := Training{Trees: 10}.Train(x, y, w)
	var b bytes.Buffer
	n, err := m.WriteTo(&b)
	require.NoError(t, err)
	assert.Equal(t, int64(b.Len()), n)
	whole := bytes.Clone(b.Bytes())
	got, err := Read(&b)
	require.NoError(t, err)
	for i := range x {
		assert.Equal(t, m.Score(x[i]), got.Score(x[i]))
	}
	_, err = Read(bytes.NewReader(whole[:len(whole)-1]))
	assert.Error(t, err)
}
