package archive

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
)

// fake is an Analyzer without models: the first line of an article is its
// quotation. It takes a random time, so that results come in any order.
type fake struct {
	delay   time.Duration // at most
	calls   atomic.Int64
	analyse func(text string) error
}

func (f *fake) ExtractAs(ctx context.Context, src []byte, form onrecord.Format, _ ...extract.Option) (*extract.Document, error) {
	if form == onrecord.HTML { // enough for pages made by these tests
		s := string(src)
		if i := strings.Index(s, "<p>"); i >= 0 {
			s = s[i+3:]
		}
		src = []byte(strings.SplitN(s, "</p>", 2)[0])
	}
	return &extract.Document{Form: extract.Article, Text: string(src)}, nil
}

func (f *fake) AnalyzeDocument(ctx context.Context, input string, doc *extract.Document) (*onrecord.Record, error) {
	f.calls.Add(1)
	if f.delay > 0 {
		time.Sleep(rand.N(f.delay))
	}
	if f.analyse != nil {
		if err := f.analyse(doc.Text); err != nil {
			return nil, err
		}
	}
	sum := sha256.Sum256([]byte(doc.Text))
	r := &onrecord.Record{Schema: onrecord.SchemaVersion, ID: hex.EncodeToString(sum[:8]), Input: input, Speakers: []onrecord.Speaker{}, Quotes: []onrecord.Quote{}, Claims: []onrecord.Claim{}}
	r.Article = onrecord.Article{Form: string(doc.Form), Text: doc.Text, URL: doc.URL, Title: doc.Title, Authors: doc.Authors, Published: doc.Published.String()}
	line, _, _ := strings.Cut(doc.Text, "\n")
	id := "s1"
	sp := onrecord.Span{Start: 0, End: len(line), Text: line}
	r.Speakers = append(r.Speakers, onrecord.Speaker{ID: id, Kind: "person", Name: "Vera Holm", Aliases: []string{}, Mentions: []onrecord.Span{sp}})
	r.Quotes = append(r.Quotes, onrecord.Quote{ID: "q1", Type: "direct", Act: "statement", Content: []onrecord.Span{sp}, Source: []onrecord.Span{}, Speaker: &id, Confidence: 0.9})
	r.Claims = append(r.Claims, onrecord.Claim{ID: "c1", Span: sp, Sentence: sp, Type: "state", Key: line, Claimant: onrecord.Claimant{Kind: "speaker", Speaker: &id}})
	return r, nil
}

// article makes the text of article i, of varying length.
func article(i int) string {
	rng := rand.New(rand.NewPCG(1, uint64(i)))
	var b strings.Builder
	fmt.Fprintf(&b, "Article %d says the harbour of Orsund froze %d times.", i, rng.IntN(90))
	for range rng.IntN(40) {
		fmt.Fprintf(&b, "\nThe council of Orsund met %d times about \"quay %c\" in the year.", rng.IntN(9), 'A'+rng.IntN(20))
	}
	return b.String()
}

// jsonl makes the lines of n articles; every bad-th (0: none) is broken.
func jsonl(n, bad int) []byte {
	var b bytes.Buffer
	for i := range n {
		if bad > 0 && i%bad == bad-1 {
			switch i / bad % 3 {
			case 0:
				b.WriteString("{\"text\": \"cut off\n")
			case 1:
				b.WriteString("{\"title\":\"no text\"}\n")
			case 2:
				b.WriteString("[1,2]\n")
			}
			continue
		}
		line, _ := json.Marshal(map[string]any{"id": fmt.Sprint("a", i), "text": article(i), "url": fmt.Sprintf("https://orsund.example/%d", i), "published": "2031-04-05"})
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.Bytes()
}

func gz(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

func put(t testing.TB, path string, data []byte) string {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
	require.NoError(t, os.WriteFile(path, data, 0o666))
	return path
}

// tree returns the files below dir, less the lock.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	m := map[string]string{}
	require.NoError(t, filepath.Walk(dir, func(p string, st os.FileInfo, err error) error {
		if err != nil || st.IsDir() || filepath.Base(p) == lockName {
			return err
		}
		b, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		m[rel] = string(b)
		return err
	}))
	return m
}

// same says which files of two trees differ, without printing them.
func same(t testing.TB, want, got map[string]string) {
	t.Helper()
	for k, w := range want {
		g, ok := got[k]
		require.True(t, ok, "%s is missing", k)
		require.True(t, w == g, "%s differs: %d and %d bytes", k, len(w), len(g))
	}
	for k := range got {
		_, ok := want[k]
		require.True(t, ok, "%s is too many", k)
	}
}

func records(t testing.TB, dir string) []onrecord.Record {
	t.Helper()
	m, err := filepath.Glob(filepath.Join(dir, "records-*.jsonl"))
	require.NoError(t, err)
	var out []onrecord.Record
	for _, p := range m {
		b, err := os.ReadFile(p)
		require.NoError(t, err)
		for line := range bytes.Lines(b) {
			var r onrecord.Record
			require.NoError(t, json.Unmarshal(line, &r))
			out = append(out, r)
		}
	}
	return out
}

func failures(t testing.TB, dir string) []Failure {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, errorsName))
	require.NoError(t, err)
	var out []Failure
	for line := range bytes.Lines(b) {
		var f Failure
		require.NoError(t, json.Unmarshal(line, &f))
		out = append(out, f)
	}
	return out
}

func jsonSink(t testing.TB, dir string) []Sink {
	t.Helper()
	s, err := NewJSONLines(dir, Plain)
	require.NoError(t, err)
	return []Sink{s}
}

var errBoom = errors.New("boom")

func zst(data []byte) []byte {
	w, _ := zstd.NewWriter(nil)
	return w.EncodeAll(data, nil)
}

// stuck never ends by itself.
type stuck struct{ *fake }

func (s stuck) AnalyzeDocument(ctx context.Context, input string, _ *extract.Document) (*onrecord.Record, error) {
	<-ctx.Done()
	return nil, fmt.Errorf("%s: %w", input, ctx.Err())
}
