package claims

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
)

// TestClaimsOutliveTheAnnotation: what a claim says must not lie in memory that
// an annotation uses again for the next article.
func TestClaimsOutliveTheAnnotation(t *testing.T) {
	ctx := context.Background()
	d := detector(t, WithThreshold(0.01))
	an, err := nlp.Default()
	require.NoError(t, err)
	var a nlp.Annotation
	annotate := func(text string) *extract.Document {
		doc, err := extract.Text(ctx, []byte(text))
		require.NoError(t, err)
		in := nlp.Input{Text: doc.Text}
		for _, b := range doc.Blocks {
			in.Blocks = append(in.Blocks, nlp.Block{Span: b.Span})
		}
		require.NoError(t, an.Annotate(ctx, in, &a))
		return doc
	}
	doc := annotate("In the new cup, teams play only two singles in each tie, with the 14 group winners advancing to the final stage in Orsund. It matters.")
	cs, err := d.Detect(ctx, doc, &a, nil)
	require.NoError(t, err)
	finite := false
	for i := range cs {
		for _, x := range cs[i].Substitutions {
			finite = finite || x.Why == "finite" && x.To == "advance"
		}
	}
	require.True(t, finite, "the case needs a form made of a lemma")
	before, err := json.Marshal(cs)
	require.NoError(t, err)
	annotate("Ministers quarrelled about taxes, harbours, vessels and emptied warehouses while strikers blockaded several motorways.")
	after, err := json.Marshal(cs)
	require.NoError(t, err)
	require.JSONEq(t, string(before), string(after))
}
