package beam

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"testing"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/archive"
	"github.com/onrecord/onrecord/archive/across"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// input writes a JSON Lines file with a broken line and a WARC file.
func input(t *testing.T) []string {
	t.Helper()
	dir := t.TempDir()
	var lines, warc bytes.Buffer
	for i := range 12 {
		text := fmt.Sprintf("The harbour of Orsund froze %d times in ten years, said Vera Holm, the mayor. \u201cNo ship came,\u201d she said.", i)
		b, _ := json.Marshal(map[string]string{"id": fmt.Sprint("a", i), "text": text})
		lines.Write(append(b, '\n'))
		page := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head><title>Ice %d</title></head><body><article><h1>Ice %d</h1><p>%s</p><p>%s</p><p>%s</p></article></body></html>", i, i, text, text, text)
		fmt.Fprintf(&warc, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://orsund.example/%d\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", i, len(page), page)
	}
	lines.WriteString("{broken\n")
	a, b := filepath.Join(dir, "a.jsonl"), filepath.Join(dir, "b.warc")
	require.NoError(t, os.WriteFile(a, lines.Bytes(), 0o666))
	require.NoError(t, os.WriteFile(b, warc.Bytes(), 0o666))
	return []string{a, b, filepath.Join(dir, "absent.jsonl")}
}

func records(t *testing.T, dir string) []string {
	t.Helper()
	m, err := filepath.Glob(filepath.Join(dir, "records-*.jsonl"))
	require.NoError(t, err)
	var out []string
	for _, p := range m {
		b, err := os.ReadFile(p)
		require.NoError(t, err)
		for line := range bytes.Lines(b) {
			var r onrecord.Record
			require.NoError(t, json.Unmarshal(line, &r))
			r.Input = r.ID // differs: this package reads files as streams
			j, err := json.Marshal(r)
			require.NoError(t, err)
			out = append(out, string(j))
		}
	}
	sort.Strings(out)
	return out
}

// The pipeline on Beam's local runner gives the records of an archive run.
func TestPipeline(t *testing.T) {
	files := input(t)
	an, err := onrecord.New()
	require.NoError(t, err)
	want := t.TempDir()
	sink, err := archive.NewJSONLines(want, archive.Plain)
	require.NoError(t, err)
	s, err := archive.Run(context.Background(), an, archive.Input{Paths: files}, want, []archive.Sink{sink})
	require.NoError(t, err)
	require.EqualValues(t, 24, s.Articles)

	out := t.TempDir()
	p, scope := sdk.NewPipelineWithRoot()
	articles, unread := Read(scope, sdk.CreateList(scope, files), ReadOptions{})
	recs, failed := Extract(scope, articles, ExtractOptions{})
	Write(scope, recs, WriteOptions{Dir: out, Shards: 3})
	Write(scope, recs, WriteOptions{Dir: out, Format: Parquet, Shards: 2})
	textio.Write(scope, filepath.Join(out, "errors.jsonl"), sdk.Flatten(scope, unread, failed))
	require.NoError(t, ptest.Run(p))

	require.Equal(t, records(t, want), records(t, out))
	m, err := filepath.Glob(filepath.Join(out, "records-*.jsonl"))
	require.NoError(t, err)
	require.Len(t, m, 3)
	b, err := os.ReadFile(filepath.Join(out, "errors.jsonl"))
	require.NoError(t, err)
	require.Equal(t, 2, bytes.Count(b, []byte("\n")))
	require.Contains(t, string(b), `"cause":"json"`)
	require.Contains(t, string(b), `"cause":"read"`)
	// The tables are those that the second pass reads.
	n := 0
	require.NoError(t, across.Each(out, func(a *across.Article) error {
		n++
		require.NotEmpty(t, a.Text)
		return nil
	}))
	require.Equal(t, 24, n)
}
