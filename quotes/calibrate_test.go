package quotes

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPlattUndoesOverconfidence(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var xs []outcome
	for range 5000 {
		score := 0.35 + 0.65*rng.Float64()
		xs = append(xs, outcome{score, rng.Float64() < platt{.6, -.4}.of(score)})
	}
	p := fitPlatt(xs)
	require.InDelta(t, .6, p.A, .1)
	require.InDelta(t, -.4, p.B, .15)
	require.Equal(t, platt{1, 0}, fitPlatt(xs[:20]), "too little to learn from")
	for _, always := range []bool{true, false} {
		for i := range xs {
			xs[i].right = always
		}
		q := fitPlatt(xs)
		require.True(t, q.of(.5) >= 0 && q.of(.5) <= 1)
	}
}
