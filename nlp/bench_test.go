//go:build unix

package nlp_test

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"
)

// cpu is the user time that the process has used.
func cpu() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano())
}

func layers(b testing.TB, opts ...nlp.Option) *nlp.Builtin {
	a, err := nlp.New(opts...)
	require.NoError(b, err)
	return a
}

// BenchmarkLayers annotates the dev articles of PolNeAR with more and more
// layers, and reports tokens per second of user time.
func BenchmarkLayers(b *testing.B) {
	docs := silver(b)
	for _, c := range []struct {
		name string
		run  func(in nlp.Input, a *nlp.Annotation)
	}{
		{"split", nlp.Split},
		{"tags", annotator(b, nlp.WithoutEntities(), nlp.WithoutParse())},
		{"names", annotator(b, nlp.WithoutParse(), nlp.WithoutCoref())},
		{"parse", annotator(b, nlp.WithoutCoref())},
		{"all", annotator(b)},
	} {
		b.Run(c.name, func(b *testing.B) {
			var a nlp.Annotation
			n := 0
			for _, d := range docs {
				c.run(nlp.Input{Text: d.text}, &a)
				n += len(a.Tokens)
			}
			b.ReportAllocs()
			start := cpu()
			b.ResetTimer()
			for range b.N {
				for _, d := range docs {
					c.run(nlp.Input{Text: d.text}, &a)
				}
			}
			b.ReportMetric(float64(n*b.N)/(cpu()-start).Seconds(), "tokens/cpu-s")
		})
	}
}

func annotator(b testing.TB, opts ...nlp.Option) func(in nlp.Input, a *nlp.Annotation) {
	x := layers(b, opts...)
	return func(in nlp.Input, a *nlp.Annotation) { _ = x.Annotate(context.Background(), in, a) }
}

// BenchmarkLength shows how cost grows with the length of a text.
func BenchmarkLength(b *testing.B) {
	var all strings.Builder
	for _, d := range silver(b) {
		all.WriteString(d.text)
		all.WriteString("\n\n")
	}
	text := all.String()
	for len(text) < 10<<20 {
		text += text
	}
	run := annotator(b, nlp.WithoutCoref(), nlp.WithoutParse())
	for _, n := range []int{1 << 10, 10 << 10, 100 << 10, 1 << 20, 10 << 20} {
		b.Run(fmt.Sprintf("%dKB", n>>10), func(b *testing.B) {
			var a nlp.Annotation
			in := nlp.Input{Text: text[:n]}
			run(in, &a)
			start := cpu()
			b.ResetTimer()
			for range b.N {
				run(in, &a)
			}
			b.ReportMetric(float64(n*b.N)/1e6/(cpu()-start).Seconds(), "MB/cpu-s")
		})
	}
}

// TestNoAllocations checks that a second annotation of a text into the same
// memory allocates nothing per token.
func TestNoAllocations(t *testing.T) {
	run := annotator(t, nlp.WithoutParse(), nlp.WithoutCoref())
	text := strings.Repeat("Mayor Ana Brandt of Ostby told the council on Tuesday that she hadn’t seen the $5.3 million long-term plan. “It is late,” she said.\n\n", 60)
	var a nlp.Annotation
	in := nlp.Input{Text: text}
	run(in, &a)
	run(in, &a)
	require.Greater(t, len(a.Tokens), 1800)
	require.LessOrEqual(t, testing.AllocsPerRun(20, func() { run(in, &a) }), 20.0)
}

// TestCostIsLinear compares the cost per byte of short and long texts, with
// room for noise.
func TestCostIsLinear(t *testing.T) {
	run := annotator(t, nlp.WithoutParse(), nlp.WithoutCoref())
	for _, piece := range []string{"Ana Brandt told the council that the dam is safe. “It is,” she said. ", "a", "-", ".", "\" ", "x.", "'", "( ", "https://a", "A. ", "New York ", "\n", "“"} {
		per := func(n int) float64 {
			text := strings.Repeat(piece, n/len(piece))
			var a nlp.Annotation
			run(nlp.Input{Text: text}, &a)
			start := cpu()
			for range 1 << 18 / n {
				run(nlp.Input{Text: text}, &a)
			}
			return float64(cpu() - start)
		}
		short, long := per(1<<12), per(1<<17)
		require.Less(t, long, 20*short+float64(200*time.Millisecond), "%q: %v for texts of 4 KB, %v for texts of 128 KB", piece, time.Duration(short), time.Duration(long))
	}
}

// firstLoad measures the loading of all models. They are shared, so only the
// first time in a process costs anything.
var firstLoad = sync.OnceValues(func() (time.Duration, float64) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := cpu()
	_, err := nlp.New()
	used := cpu() - start
	runtime.GC()
	runtime.ReadMemStats(&after)
	if err != nil {
		panic(err)
	}
	return used, float64(after.HeapAlloc-before.HeapAlloc) / (1 << 20)
})

// BenchmarkLoad is the cost of loading all models of the package. Run it alone.
func BenchmarkLoad(b *testing.B) {
	used, size := firstLoad()
	for range b.N {
	}
	b.ReportMetric(float64(used.Microseconds())/1000, "cpu-ms")
	b.ReportMetric(size, "MB")
}
