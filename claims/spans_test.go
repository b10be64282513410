package claims

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Each case of testdata/spans.txt is a text and the propositions in it, every
// one of them, check-worthy or not.
func TestSpanCases(t *testing.T) {
	b, err := os.ReadFile("testdata/spans.txt")
	require.NoError(t, err)
	d := detector(t, WithThreshold(0))
	for _, c := range strings.Split(strings.TrimSpace(string(b)), "\n\n") {
		text := ""
		var want []string
		for _, line := range strings.Split(c, "\n") {
			switch {
			case strings.HasPrefix(line, "#"):
			case strings.HasPrefix(line, "> "):
				want = append(want, line[2:])
			default:
				text = line
			}
		}
		doc, cs := analyse(t, d, text, "en", time.Date(2019, 11, 19, 0, 0, 0, 0, time.UTC))
		var got []string
		for _, c := range cs {
			got = append(got, c.Span.Of(doc.Text))
		}
		require.Equal(t, want, got, text)
	}
}
