package archive

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/corpus"
)

var largeMB = flag.Int("mb", 3, "megabytes of input for TestLargeWARC and TestLargeJSONLines")

// A WARC file of real pages, repeated: no record is lost, none is doubled,
// every body is what was put in, and memory does not depend on the size.
// Run it alone with -mb 1000 for the figures in docs/performance.md.
func TestLargeWARC(t *testing.T) {
	dir := corpus.Need(t, "data", "html", "pages")
	files, err := filepath.Glob(filepath.Join(dir, "*.html.gz"))
	require.NoError(t, err)
	var pages [][]byte
	for _, p := range files {
		r, err := corpus.Open(p)
		require.NoError(t, err)
		b, err := io.ReadAll(r)
		require.NoError(t, err)
		require.NoError(t, r.Close())
		pages = append(pages, b)
	}
	path := filepath.Join(t.TempDir(), "large.warc.gz")
	f, err := os.Create(path)
	require.NoError(t, err)
	w := bufio.NewWriter(f)
	n := 0
	for size := 0; size < *largeMB<<20; n++ {
		page := pages[n%len(pages)]
		z, _ := gzip.NewWriterLevel(w, gzip.BestSpeed) // a member a record
		fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://orsund.example/%d\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n", n, len(page)+len(httpHead))
		io.WriteString(z, httpHead)
		z.Write(page)
		io.WriteString(z, "\r\n\r\n")
		require.NoError(t, z.Close())
		size += len(page)
	}
	require.NoError(t, w.Flush())
	require.NoError(t, f.Close())

	an := &checker{pages: pages, seen: make([]int, n)}
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(300 << 20))
	s, err := Run(context.Background(), an, Input{Paths: []string{path}}, "", []Sink{nullSink{}})
	require.NoError(t, err)
	require.EqualValues(t, n, s.Articles)
	require.Zero(t, s.Failures)
	for i, k := range an.seen {
		require.Equal(t, 1, k, "page %d", i)
	}
	t.Logf("%d records of %d MB (uncompressed), %d MB peak, %.0f pages a second", n, *largeMB, peakMB(), s.Rate())
}

const httpHead = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"

// checker is an Analyzer that checks that page i is the i-th.
type checker struct {
	pages [][]byte
	mu    sync.Mutex
	seen  []int
	sums  sync.Map
}

func (c *checker) ExtractAs(_ context.Context, src []byte, _ onrecord.Format, _ ...extract.Option) (*extract.Document, error) {
	sum := sha256.Sum256(src)
	return &extract.Document{Text: string(sum[:])}, nil
}

func (c *checker) AnalyzeDocument(_ context.Context, input string, doc *extract.Document) (*onrecord.Record, error) {
	i, err := strconv.Atoi(input[strings.LastIndexByte(input, '/')+1:])
	if err != nil {
		return nil, err
	}
	want, ok := c.sums.Load(i % len(c.pages))
	if !ok {
		sum := sha256.Sum256(c.pages[i%len(c.pages)])
		want = string(sum[:])
		c.sums.Store(i%len(c.pages), want)
	}
	if doc.Text != want {
		return nil, fmt.Errorf("page %d is not what was put in", i)
	}
	c.mu.Lock()
	c.seen[i]++
	c.mu.Unlock()
	return &onrecord.Record{}, nil
}

// Plain-text articles from JSON Lines to JSON Lines and Parquet, without the
// analysis: memory does not depend on the size.
func TestLargeJSONLines(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large.jsonl.gz")
	f, err := os.Create(path)
	require.NoError(t, err)
	z, _ := gzip.NewWriterLevel(f, gzip.BestSpeed)
	block := jsonl(500, 100)
	n := 0
	for size := 0; size < *largeMB<<20; size += len(block) {
		_, err := z.Write(block)
		require.NoError(t, err)
		n += 500
	}
	require.NoError(t, z.Close())
	require.NoError(t, f.Close())
	out := t.TempDir()
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(300 << 20))
	s, err := Run(context.Background(), &fake{}, Input{Paths: []string{path}}, out, append(jsonSink(t, out), NewParquet(out)))
	require.NoError(t, err)
	require.EqualValues(t, n, s.Items)
	require.EqualValues(t, n/100, s.Failures)
	m, err := filepath.Glob(filepath.Join(out, "records-*.jsonl"))
	require.NoError(t, err)
	lines := 0
	for _, p := range m {
		b, err := os.ReadFile(p)
		require.NoError(t, err)
		lines += bytes.Count(b, []byte("\n"))
	}
	require.Equal(t, n-n/100, lines)
	t.Logf("%d articles of %d MB, %d MB peak, %.0f articles a second", n, *largeMB, peakMB(), s.Rate())
}
