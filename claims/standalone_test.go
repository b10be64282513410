package claims

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/internal/golden"
)

// TestStandaloneCases: each case of testdata/standalone.txt is what it shows,
// an article, "> words of the claim's span" and what is expected to stand
// alone; what stays open follows behind "open:".
func TestStandaloneCases(t *testing.T) {
	raw, err := os.ReadFile("testdata/standalone.txt")
	require.NoError(t, err)
	d := detector(t, WithThreshold(0.01))
	var out strings.Builder
	for i, c := range strings.Split(string(raw), "# ")[1:] {
		name, rest, _ := strings.Cut(c, "\n")
		text, want, ok := strings.Cut(rest, "\n> ")
		require.True(t, ok, name)
		words, _, _ := strings.Cut(want, "\n")
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString("# " + name + "\n" + text + "\n> " + words + "\n")
		published := day
		if strings.Contains(name, "undated") {
			published = time.Time{}
		}
		doc, cs := analyse(t, d, strings.TrimSpace(text), "en", published)
		k := find(t, doc, cs, words)
		out.WriteString(k.Standalone + "\n")
		for _, s := range k.Open {
			require.True(t, k.Span.Contains(s))
			out.WriteString("open: " + s.Of(doc.Text) + "\n")
		}
	}
	golden.Equal(t, "testdata/standalone.txt", out.String())
}
