package vectors_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/internal/vectors"
)

func TestLikeWordsLieNear(t *testing.T) {
	x, err := vectors.Load()
	require.NoError(t, err)
	mean := func(words ...string) (v [vectors.Dims]float32) {
		var rows []int32
		for _, w := range words {
			rows = append(rows, x.Row(linear.Lower(w)))
		}
		require.True(t, x.Mean(&v, rows), words)
		return v
	}
	cosine := func(a, b [vectors.Dims]float32) float64 {
		var ab, aa, bb float64
		for d := range a {
			ab += float64(a[d]) * float64(b[d])
			aa += float64(a[d]) * float64(a[d])
			bb += float64(b[d]) * float64(b[d])
		}
		return ab / math.Sqrt(aa*bb)
	}
	require.Greater(t, cosine(mean("senator"), mean("governor")), cosine(mean("senator"), mean("banana"))+.3)
	require.Greater(t, cosine(mean("Rose", "sharply"), mean("fell", "steeply")), cosine(mean("rose", "sharply"), mean("lovely", "song")))
	// A frequent word hardly moves the mean.
	require.Greater(t, cosine(mean("the", "senator"), mean("senator")), .95)
}

func TestUnknownWordsHaveNoMeaning(t *testing.T) {
	x, err := vectors.Load()
	require.NoError(t, err)
	r := x.Row(linear.Lower("qzxvw"))
	require.Equal(t, int32(-1), r)
	var v [vectors.Dims]float32
	require.False(t, x.Mean(&v, []int32{r}))
	require.False(t, x.Mean(&v, nil))
}
