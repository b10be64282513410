package quotes_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// Each threshold bounds what it is for: a higher one keeps some of what a
// lower one keeps and brings nothing else, and 2, which no probability
// reaches, keeps none.
func TestThresholds(t *testing.T) {
	files, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	// cues finds, by cue, what the model found likely enough.
	cues := func(text string, statements, others float64) (said, other map[span.Span]bool) {
		_, r := analyze(t, text, quotes.WithThresholds(statements, others))
		said, other = map[span.Span]bool{}, map[span.Span]bool{}
		for _, q := range r.Quotes {
			if q.How != "cue" {
				continue
			}
			if q.Act == quotes.Statement {
				said[q.Cue] = true
			} else {
				other[q.Cue] = true
			}
		}
		return said, other
	}
	var low, high, lowOthers, highOthers int
	for _, f := range files {
		b, err := os.ReadFile(f)
		require.NoError(t, err)
		text := string(b)

		many, none := cues(text, .3, 2)
		few, _ := cues(text, .8, 2)
		require.Empty(t, none, "others than statements, in %s", f)
		require.Subset(t, many, few, f)
		low, high = low+len(many), high+len(few)

		_, many = cues(text, 2, .3)
		_, few = cues(text, 2, .8)
		require.Subset(t, many, few, f)
		lowOthers, highOthers = lowOthers+len(many), highOthers+len(few)

		said, other := cues(text, 2, 2)
		require.Empty(t, said, f)
		require.Empty(t, other, f)
	}
	require.Greater(t, low, high)
	require.Positive(t, high)
	require.Greater(t, lowOthers, highOthers)
	require.Positive(t, highOthers)
}
