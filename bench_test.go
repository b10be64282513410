package onrecord_test

import (
	"context"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// cpu is the processor time that the process has used.
func cpu() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// devTexts are the articles of PolNeAR's dev set.
func devTexts(b *testing.B) (texts []string, tokens int) {
	arts, err := corpus.JSONLines[corpus.Attributed](corpus.Need(b, "data", "polnear", "dev.jsonl.gz"))
	require.NoError(b, err)
	var a nlp.Annotation
	for _, x := range arts {
		texts = append(texts, x.Text)
		nlp.Split(nlp.Input{Text: x.Text}, &a)
		tokens += len(a.Tokens)
	}
	return texts, tokens
}

// BenchmarkAnalyze measures text to record, whole and by layer, in tokens per
// CPU second; run it with -cpu 1.
func BenchmarkAnalyze(b *testing.B) {
	texts, tokens := devTexts(b)
	ctx := context.Background()
	an, err := onrecord.New(onrecord.WithFormat(onrecord.Text))
	require.NoError(b, err)
	q, err := quotes.New(quotes.WithStatementsOnly())
	require.NoError(b, err)
	ann, err := nlp.Default()
	require.NoError(b, err)
	layer := func(name string, f func(string, *nlp.Annotation)) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var a nlp.Annotation
			f(texts[0], &a)
			start := cpu()
			for b.Loop() {
				for _, t := range texts {
					f(t, &a)
				}
			}
			b.ReportMetric(float64(tokens*b.N)/(cpu()-start).Seconds(), "tokens/cpu-s")
		})
	}
	annotate := func(t string, a *nlp.Annotation) *extract.Document {
		d, err := extract.Text(ctx, []byte(t))
		require.NoError(b, err)
		in := nlp.Input{Text: d.Text}
		for _, x := range d.Blocks {
			in.Blocks = append(in.Blocks, nlp.Block{Span: x.Span, Heading: x.Kind == extract.Heading})
		}
		require.NoError(b, ann.Annotate(ctx, in, a))
		return d
	}
	layer("language", func(t string, a *nlp.Annotation) { annotate(t, a) })
	layer("language+quotes", func(t string, a *nlp.Annotation) {
		_, err := q.Extract(ctx, annotate(t, a), a)
		require.NoError(b, err)
	})
	layer("record", func(t string, _ *nlp.Annotation) {
		_, err := an.Analyze(ctx, "bench", []byte(t))
		require.NoError(b, err)
	})
}
