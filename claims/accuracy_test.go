package claims

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// read is an annotated article with its quotations.
type read struct {
	doc *extract.Document
	a   *nlp.Annotation
	q   *quotes.Result
	x   corpus.Marked
}

func readAll(t testing.TB, path string) []read {
	t.Helper()
	ctx := context.Background()
	xs, err := corpus.JSONLines[corpus.Marked](path)
	require.NoError(t, err)
	an, err := nlp.Default()
	require.NoError(t, err)
	qx, err := quotes.New(quotes.WithStatementsOnly())
	require.NoError(t, err)
	var out []read
	for _, x := range xs {
		r := read{x: x, a: new(nlp.Annotation)}
		r.doc, err = extract.Text(ctx, []byte(x.Text))
		require.NoError(t, err)
		require.NoError(t, an.Annotate(ctx, nlp.Input{Text: x.Text}, r.a))
		r.q, err = qx.Extract(ctx, r.doc, r.a)
		require.NoError(t, err)
		out = append(out, r)
	}
	return out
}

// TestNewsFloor keeps the detector from getting worse on the dev articles
// unnoticed. A sentence is claimed when a claim's span overlaps half of it or
// lies inside it.
func TestNewsFloor(t *testing.T) {
	d := detector(t)
	var tp, pred, gold int
	for _, r := range readAll(t, corpus.Need(t, "data", "claims", "news_dev.jsonl.gz")) {
		cs, err := d.Detect(context.Background(), r.doc, r.a, r.q)
		require.NoError(t, err)
		check(t, r.doc, r.q, cs)
		for _, s := range r.x.Sentences {
			if (s.Label == "C") != (s.Label2 == "C") {
				continue
			}
			hit := false
			for _, c := range cs {
				o := min(c.Span.End, s.End) - max(c.Span.Start, s.Start)
				hit = hit || o > 0 && (2*o >= s.End-s.Start || 5*o >= 4*c.Span.Len())
			}
			if hit {
				pred++
			}
			if s.Label == "C" {
				gold++
				if hit {
					tp++
				}
			}
		}
	}
	f := 2 * float64(tp) / float64(pred+gold)
	t.Logf("claimed %d, gold %d, F1 %.3f", pred, gold, f)
	require.Greater(t, f, 0.75)
}

// BenchmarkNews compares the time of claims with that of quotations on the
// dev articles.
func BenchmarkNews(b *testing.B) {
	rs := readAll(b, corpus.Need(b, "data", "claims", "news_dev.jsonl.gz"))
	ctx := context.Background()
	qx, err := quotes.New(quotes.WithStatementsOnly())
	require.NoError(b, err)
	d := detector(b)
	tokens := 0
	for _, r := range rs {
		tokens += len(r.a.Tokens)
	}
	b.Run("quotes", func(b *testing.B) {
		for b.Loop() {
			for _, r := range rs {
				_, _ = qx.Extract(ctx, r.doc, r.a)
			}
		}
		b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
	})
	b.Run("claims", func(b *testing.B) {
		for b.Loop() {
			for _, r := range rs {
				_, _ = d.Detect(ctx, r.doc, r.a, r.q)
			}
		}
		b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
	})
}
