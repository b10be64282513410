package linear

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTableSums compares the packed sums with plain ones, for widths that fill
// their words and that do not, and for more rows than a lane can sum.
func TestTableSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, classes := range []int{1, 2, 7, 8, 9, 16, 46, 51} {
		w := make([]int8, classes<<6)
		for i := range w {
			w[i] = int8(rng.IntN(255) - 127)
		}
		for k := range classes {
			w[k], w[classes+k] = 127, -127 // the extremes
		}
		tab := newTable(asBytes(w), classes, 1<<6-1, 1)
		require.Equal(t, w, tab.unpack())
		for _, n := range []int{0, 1, 30, 257, 258, 1000} {
			rows := make([]uint32, n)
			for i := range rows {
				switch {
				case n > 257:
					rows[i] = 64 * uint32(i%2) // row 0 again and again
				default:
					rows[i] = rng.Uint32()
				}
			}
			want := make([]int32, classes)
			for _, r := range rows {
				for k := range want {
					want[k] += int32(w[int(r&63)*classes+k])
				}
			}
			got := make([]int32, classes)
			tab.Add(got, rows)
			require.Equal(t, want, got)
			for k := range want {
				require.Equal(t, want[k], tab.Score(k, rows))
			}
		}
		var b bytes.Buffer
		_, err := tab.WriteTo(&b)
		require.NoError(t, err)
		back, err := ReadTable(&b)
		require.NoError(t, err)
		require.Equal(t, tab, back)
	}
}

func BenchmarkTableAdd(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	w := make([]int8, 46<<16)
	for i := range w {
		w[i] = int8(rng.IntN(255) - 127)
	}
	tab := newTable(asBytes(w), 46, 1<<16-1, 1)
	rows := make([]uint32, 32)
	dst := make([]int32, 46)
	for b.Loop() {
		for i := range rows {
			rows[i] = rng.Uint32()
		}
		tab.Add(dst, rows)
	}
}
