package corpus

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSoft(t *testing.T) {
	xs, err := Soft(Need(t, "data"))
	require.NoError(t, err)
	require.Greater(t, len(xs), 3000)
	seen := map[string]bool{}
	for _, a := range xs {
		require.False(t, seen[a.ID], "%s is there twice", a.ID)
		seen[a.ID] = true
		last := 0
		for _, s := range a.Sentences {
			require.True(t, last <= s.Start && s.Start < s.End && s.End <= len(a.Text), a.ID)
			last = s.End
			var label, typ float32
			for _, p := range s.Label {
				label += p
			}
			for _, p := range s.Type {
				typ += p
			}
			require.InDelta(t, 1, label, 0.02)
			require.InDelta(t, 1, typ, 1e-4)
		}
	}
}
