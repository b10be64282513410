package claims

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// TestClaimsOutliveAnnotation: claims are the same when the annotation that they
// were found in is used for the next article.
func TestClaimsOutliveAnnotation(t *testing.T) {
	raw, err := os.ReadFile("testdata/standalone.txt")
	require.NoError(t, err)
	ctx := context.Background()
	d := detector(t, WithThreshold(0.01))
	an, err := nlp.Default()
	require.NoError(t, err)
	qx, err := quotes.New(quotes.WithStatementsOnly())
	require.NoError(t, err)
	var a nlp.Annotation
	for _, c := range strings.Split(string(raw), "# ")[1:] {
		_, rest, _ := strings.Cut(c, "\n")
		text, _, _ := strings.Cut(rest, "\n> ")
		doc, err := extract.Text(ctx, []byte(strings.TrimSpace(text)))
		require.NoError(t, err)
		doc.Language, doc.Published = "en", extract.Time{Time: day}
		require.NoError(t, an.Annotate(ctx, nlp.Input{Text: doc.Text}, &a))
		q, err := qx.Extract(ctx, doc, &a)
		require.NoError(t, err)
		cs, err := d.Detect(ctx, doc, &a, q)
		require.NoError(t, err)
		before, err := json.Marshal(cs)
		require.NoError(t, err)
		next := strings.Repeat("Ponies tried carrying copies. ", len(doc.Text)/20+1)
		require.NoError(t, an.Annotate(ctx, nlp.Input{Text: next}, &a))
		after, err := json.Marshal(cs)
		require.NoError(t, err)
		require.Equal(t, string(before), string(after))
	}
}
