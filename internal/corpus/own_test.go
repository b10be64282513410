package corpus

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOwnMarksFitTheirTexts(t *testing.T) {
	as, err := Own(Need(t, "data"))
	require.NoError(t, err)
	require.NotEmpty(t, as)
	for _, a := range as {
		end := 0
		for _, s := range a.Sentences {
			require.True(t, end <= s.Start && s.Start < s.End && s.End <= len(a.Text), "%s: sentence at %d", a.ID, s.Start)
			require.Contains(t, "CFN", s.Label)
			require.Equal(t, s.Label == "C", s.Type != "")
			end = s.End
		}
		for _, q := range a.Quotes {
			at := -1
			for _, c := range q.Content {
				require.True(t, at < c[0] && c[0] < c[1] && c[1] <= len(a.Text), "%s: content at %d", a.ID, c[0])
				require.Equal(t, strings.TrimSpace(a.Text[c[0]:c[1]]), a.Text[c[0]:c[1]])
				at = c[1]
			}
		}
	}
}
