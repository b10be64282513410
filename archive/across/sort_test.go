package across

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSortByUpper(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	var spare []uint64
	for _, n := range []int{0, 1, 2, 5000} {
		p := make([]uint64, n)
		for i := range p {
			p[i] = uint64(r.Uint32()>>r.IntN(32))<<32 | uint64(i)
		}
		want := slices.Clone(p)
		slices.SortStableFunc(want, func(a, b uint64) int { return int(int64(a>>32) - int64(b>>32)) })
		p, spare = sortByUpper(p, spare)
		require.True(t, slices.Equal(want, p))
		seen, last := 0, uint64(1)<<40
		for b := range buckets(p) {
			require.GreaterOrEqual(t, len(b), 2)
			for _, v := range b {
				require.Equal(t, b[0]>>32, v>>32)
			}
			require.NotEqual(t, last, b[0]>>32)
			last = b[0] >> 32
			seen += len(b)
		}
		alone := 0
		for i := range p {
			if (i == 0 || p[i-1]>>32 != p[i]>>32) && (i == len(p)-1 || p[i+1]>>32 != p[i]>>32) {
				alone++
			}
		}
		require.Equal(t, n, seen+alone)
	}
}

// Groups come in order, and their members in the order in which they were added.
func TestSpill(t *testing.T) {
	s, err := newSpill[int](t.TempDir(), 50, 200_000)
	require.NoError(t, err)
	r := rand.New(rand.NewPCG(5, 5))
	want := map[int32][]int{}
	for i := range 3000 {
		g := r.Int32N(50) / 3 * 3
		want[g] = append(want[g], i)
		require.NoError(t, s.add(g, i))
	}
	last := int32(-1)
	require.NoError(t, s.each(func(g int32, m []int) error {
		require.Greater(t, g, last)
		last = g
		require.Equal(t, want[g], m)
		delete(want, g)
		return nil
	}))
	require.Empty(t, want)
	require.NoError(t, s.remove())
}
