package onrecord_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
	"github.com/stretchr/testify/require"
)

// FuzzAnalyze reads anything at all, and expects a record in which everything
// holds, the same one twice, or an error that names the input.
func FuzzAnalyze(f *testing.F) {
	for _, n := range articles(f) {
		f.Add(read(f, n))
	}
	for _, s := range []string{"", "“", "\"\"\"\"", "’”“‘ said", "<p>“a</p><p>“b”", "A: b\n\nB: c\n", "\xff\xfe\x00", "said said said", "“X,” said X, X of X, of X.", "<", "<!doctype html><table><tr><td>",
		"Monday said: “It is not so bad as all that.”", "week said it was “the worst of times”.", "said Rep. Ann Lee (D-Moor),"} {
		f.Add([]byte(s))
	}
	an, err := onrecord.New(onrecord.WithAllAttributions())
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, src []byte) {
		r, err := an.Analyze(t.Context(), "name", src)
		if err != nil {
			require.True(t, strings.HasPrefix(err.Error(), "name: "), err)
			return
		}
		require.NoError(t, r.Check())
		require.True(t, utf8.ValidString(r.Article.Text))
		again, err := an.Analyze(t.Context(), "name", src)
		require.NoError(t, err)
		require.Equal(t, indented(t, r), indented(t, again))
	})
}
