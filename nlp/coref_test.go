package nlp_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/internal/coreference"
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/nlp"
)

// measureGUM measures coreference on GUM dev, on the treebank's annotation or
// on the built-in annotator's from the raw text.
func measureGUM(t *testing.T, own bool) *coreference.Score {
	path := corpus.Need(t, "data", "gum", "dev.conllu.gz")
	trees, err := corpus.Conllu(path)
	require.NoError(t, err)
	b, err := nlp.Default()
	require.NoError(t, err)
	var all coreference.Score
	genres := map[string]*coreference.Score{}
	for i := range trees {
		d := coreference.Lay(&trees[i])
		var a *nlp.Annotation
		if own {
			a = new(nlp.Annotation)
			require.NoError(t, b.Annotate(context.Background(), d.Input, a))
		} else {
			a = d.Annotation(false)
			require.NoError(t, nlp.Corefer(context.Background(), a))
		}
		d.Measure(&all, a)
		if genres[d.Genre] == nil {
			genres[d.Genre] = new(coreference.Score)
		}
		d.Measure(genres[d.Genre], a)
	}
	for n, g := range genres {
		t.Logf("%-14s CoNLL %.3f  mentions %.3f", n, g.CoNLL(), g.Mentions.F1())
	}
	for n, c := range map[string]coreference.Counts{"MUC": all.MUC, "B3": all.B3, "CEAFe": all.CEAFe} {
		t.Logf("  %s P %.3f R %.3f (%.0f predicted, %.0f gold)", n, c.PrecisionNum/c.PrecisionDen, c.RecallNum/c.RecallDen, c.PrecisionDen, c.RecallDen)
	}
	m := all.Mentions
	t.Logf("all CoNLL %.4f MUC %.3f B3 %.3f CEAFe %.3f mentions %.3f (P %.3f R %.3f)", all.CoNLL(), all.MUC.F1(), all.B3.F1(), all.CEAFe.F1(), m.F1(),
		m.PrecisionNum/m.PrecisionDen, m.RecallNum/m.RecallDen)
	return &all
}

func TestCoreferenceOnGUMGold(t *testing.T) {
	require.Greater(t, measureGUM(t, false).CoNLL(), 0.6)
}

func TestCoreferenceOnGUMRaw(t *testing.T) {
	require.Greater(t, measureGUM(t, true).CoNLL(), 0.6)
}
