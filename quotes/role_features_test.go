package quotes

import (
	"slices"
	"strings"
	"testing"

	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/nlp"
	"github.com/stretchr/testify/require"
)

// TestRoleScoresAreThoseOfTheFeatures compares the scores that are put
// together from remembered sums with the sums over all features, which the
// model is trained on.
func TestRoleScoresAreThoseOfTheFeatures(t *testing.T) {
	m, err := builtin()
	require.NoError(t, err)
	ann, err := nlp.Default()
	require.NoError(t, err)
	text := strings.Repeat("“We will mend the bridge, and soon,” said Ada Brook, the mayor of Elding. The council says it was told that "+
		"nobody knew. According to Mr Roe, who denied it, “all ships were late.” ", 6)
	var a nlp.Annotation
	require.NoError(t, ann.Annotate(t.Context(), nlp.Input{Text: text}, &a))
	for in, r := range m.readers {
		var p page
		p.reset(&a, pageBlocks([]nlp.Block{{Span: a.Span(0, len(a.Tokens))}}), scope(in))
		cues := p.cues(r.cue, candidateThreshold, nil)
		require.Greater(t, len(cues), 12)
		var v roleView
		var f linear.Features
		var lat linear.Lattice
		// Each cue twice, so that what is remembered is used.
		for _, c := range slices.Concat(cues, cues) {
			w := p.window(c, cues)
			f.Reset()
			p.roleFeatures(&f, c, w, cues, &v)
			r.role.Emit(&f, &lat)
			r.role.Infer(&lat)
			p.roleScores(r.role, c, w, cues, &v)
			r.role.Infer(&p.lat)
			require.Equal(t, lat.LogZ, p.lat.LogZ)
			require.Equal(t, lat.Marginal, p.lat.Marginal)
		}
	}
}
