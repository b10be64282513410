package archive

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/corpus"
)

// benchArticles are the articles of PolNeAR's development set.
func benchArticles(b *testing.B) (texts [][]byte, lines string) {
	arts, err := corpus.JSONLines[corpus.Attributed](corpus.Need(b, "data", "polnear", "dev.jsonl.gz"))
	require.NoError(b, err)
	lines = filepath.Join(b.TempDir(), "in.jsonl")
	f, err := os.Create(lines)
	require.NoError(b, err)
	e := json.NewEncoder(f)
	for _, a := range arts {
		texts = append(texts, []byte(a.Text))
		require.NoError(b, e.Encode(map[string]string{"id": a.ID, "text": a.Text}))
	}
	require.NoError(b, f.Close())
	return texts, lines
}

// BenchmarkAnalyze is the extraction alone, on two goroutines: what
// BenchmarkRun, which reads and writes JSON Lines, is to be compared with, by
// processor time where the machine is not idle.
func BenchmarkAnalyze(b *testing.B) {
	texts, _ := benchArticles(b)
	an, err := onrecord.New()
	require.NoError(b, err)
	measure(b, len(texts), func() {
		todo := make(chan []byte)
		var g sync.WaitGroup
		for range 2 {
			g.Go(func() {
				for t := range todo {
					doc, err := an.ExtractAs(context.Background(), t, onrecord.Text)
					if err == nil {
						_, err = an.AnalyzeDocument(context.Background(), "-", doc)
					}
					if err != nil {
						b.Error(err)
					}
				}
			})
		}
		for _, t := range texts {
			todo <- t
		}
		close(todo)
		g.Wait()
	})
}

func BenchmarkRun(b *testing.B) {
	texts, lines := benchArticles(b)
	an, err := onrecord.New()
	require.NoError(b, err)
	measure(b, len(texts), func() {
		out := b.TempDir()
		s, err := Run(context.Background(), an, Input{Paths: []string{lines}}, out, jsonSink(b, out), WithWorkers(2))
		require.NoError(b, err)
		require.EqualValues(b, len(texts), s.Articles)
	})
}

// measure reports the processor time and the elapsed time of an article.
func measure(b *testing.B, articles int, f func()) {
	f() // load models
	b.ResetTimer()
	cpu := cpuTime()
	for b.Loop() {
		f()
	}
	n := float64(b.N * articles)
	b.ReportMetric(float64((cpuTime()-cpu).Microseconds())/1000/n, "cpu-ms/article")
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/n, "ms/article")
	b.ReportMetric(0, "ns/op")
}
