package sqlite

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/archive"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/killed"
)

// fake is an Analyzer without models: a line "NAME: words" is a quotation.
type fake struct{ delay time.Duration }

func (f fake) ExtractAs(_ context.Context, src []byte, _ onrecord.Format, _ ...extract.Option) (*extract.Document, error) {
	return &extract.Document{Form: extract.Article, Text: string(src)}, nil
}

func (f fake) AnalyzeDocument(_ context.Context, input string, doc *extract.Document) (*onrecord.Record, error) {
	if f.delay > 0 {
		time.Sleep(rand.N(f.delay))
	}
	r := &onrecord.Record{Schema: onrecord.SchemaVersion, ID: input, Input: input,
		Article: onrecord.Article{Form: "article", Title: doc.Title, Published: doc.Published.String(), Site: doc.Site, Text: doc.Text}}
	at := 0
	for i, line := range strings.SplitAfter(doc.Text, "\n") {
		if who, words, ok := strings.Cut(strings.TrimSpace(line), ": "); ok {
			n := strconv.Itoa(i + 1)
			sp := onrecord.Span{Start: at + len(who) + 2, End: at + len(who) + 2 + len(words), Text: words}
			sid := "s" + n
			r.Speakers = append(r.Speakers, onrecord.Speaker{ID: sid, Kind: "person", Name: who, Role: "mayor", Affiliation: "Orsund"})
			r.Quotes = append(r.Quotes, onrecord.Quote{ID: "q" + n, Type: "direct", Act: "statement", Content: []onrecord.Span{sp}, Speaker: &sid, Confidence: 0.5})
			r.Claims = append(r.Claims, onrecord.Claim{ID: "c" + n, Type: "quantity", Span: sp, Sentence: sp, Standalone: "In Orsund, " + words, Key: words, Score: 0.75,
				Claimant: onrecord.Claimant{Kind: "speaker", Speaker: &sid}, Quantities: []onrecord.Amount{{Value: 1.5, Unit: "percent"}}})
		}
		at += len(line)
	}
	return r, nil
}

func input(n int) []byte {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"a%d","title":"Harbour %d","published":"2031-%02d-01","site":"orsund.example","text":"Vera Holm: The harbour taxes rose %d times.\nJonas Brandt: I never said “taxing boats”, I said it's number %d."}`+"\n", i, i, 1+i%12, i, i)
	}
	return []byte(b.String())
}

func TestMain(m *testing.M) {
	if in := os.Getenv("ONRECORD_TEST_RUN"); in != "" {
		if err := run(in, os.Getenv("ONRECORD_TEST_OUT"), 2*time.Millisecond); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func run(in, out string, delay time.Duration) error {
	s, err := NewSink(filepath.Join(out, "records.sqlite"))
	if err != nil {
		return err
	}
	_, err = archive.Run(context.Background(), fake{delay}, archive.Input{Paths: []string{in}}, out, []archive.Sink{s}, archive.WithShards(40, 1<<30), archive.WithWorkers(3))
	return err
}

func made(t *testing.T, n int) (dir, db string) {
	t.Helper()
	dir = t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	require.NoError(t, os.WriteFile(in, input(n), 0o666))
	require.NoError(t, run(in, filepath.Join(dir, "out"), 0))
	return dir, filepath.Join(dir, "out", "records.sqlite")
}

func TestSearch(t *testing.T) {
	_, path := made(t, 100)
	db, err := Open(path)
	require.NoError(t, err)
	defer db.Close()
	ctx := context.Background()
	search := func(q Query) []Hit {
		t.Helper()
		hits, err := db.Search(ctx, q)
		require.NoError(t, err)
		return hits
	}
	hits := search(Query{Words: "tax 42"}) // the stem of "taxes"
	require.Len(t, hits, 2)                // his and hers
	hits = search(Query{Words: "tax 42", Speaker: "holm"})
	require.Len(t, hits, 1)
	h := hits[0]
	require.Equal(t, "The harbour taxes rose 42 times.", h.Text)
	require.Equal(t, "The harbour [taxes] rose [42] times.", h.Snippet)
	require.Equal(t, "Vera Holm", h.Speaker)
	require.Equal(t, "a42", h.Input)
	require.Equal(t, "Harbour 42", h.Title)
	require.EqualValues(t, 42, h.Seq)
	require.Equal(t, len("Vera Holm: "), int(h.Start))
	require.Empty(t, search(Query{Words: `"harbour rose"`}))
	require.Len(t, search(Query{Words: `"harbour taxes" 7`}), 1)
	require.Len(t, search(Query{Words: "harbour", Limit: 1000, From: "2031-03", To: "2031-04"}), 18)
	require.Len(t, search(Query{In: Claims, Words: "orsund 5"}), 2)
	require.Equal(t, 0.75, search(Query{In: Claims, Words: "orsund 5"})[0].Score)
	require.Len(t, search(Query{Speaker: "brandt", Limit: 1000}), 100)
	require.Len(t, search(Query{Words: "number OR rose", Raw: true, Limit: 1000}), 200)
	people := search(Query{In: Speakers, Words: "mayor"})
	require.Len(t, people, 2)
	require.EqualValues(t, 100, people[0].Quotes)
	require.Len(t, search(Query{In: Speakers}), 2)
	// Whatever people type is no syntax error.
	for _, w := range []string{`it's`, `"`, `a"b`, `x*`, `(`, `AND OR`, `-`, `^a`, `a:b`, "\x00a", `“taxing boats”`} {
		_, err := db.Search(ctx, Query{Words: w})
		if err != nil {
			require.ErrorContains(t, err, "nothing to search for", w)
		}
	}
	_, err = db.Search(ctx, Query{Words: "(", Raw: true})
	require.ErrorContains(t, err, "fts5")
	var n int
	require.NoError(t, db.SQL().QueryRow(`SELECT count(*) FROM speakers`).Scan(&n))
	require.Equal(t, 2, n)
	require.NoError(t, db.SQL().QueryRow(`SELECT json_extract("values", '$[0]') = 1.5 FROM claims LIMIT 1`).Scan(&n))
	require.Equal(t, 1, n)
}

func TestOpenWrongFile(t *testing.T) {
	dir := t.TempDir()
	_, err := Open(filepath.Join(dir, "none"))
	require.ErrorIs(t, err, os.ErrNotExist)
	_, err = Open(dir)
	require.ErrorContains(t, err, "folder")
	p := filepath.Join(dir, "text")
	require.NoError(t, os.WriteFile(p, []byte("this is a text file and no database at all"), 0o666))
	_, err = Open(p)
	require.Error(t, err)
}

// Killed at random moments, the file is in the end that of an uninterrupted run.
func TestKilledAndResumed(t *testing.T) {
	dir, path := made(t, 300)
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 0))
	kills := 0
	for i := 0; kills < 10 && i < 40; i++ {
		out := filepath.Join(dir, "out"+strconv.Itoa(i))
		kills += killed.Again(t, rng, 500*time.Millisecond, func() []string {
			return []string{"ONRECORD_TEST_RUN=" + filepath.Join(dir, "in.jsonl"), "ONRECORD_TEST_OUT=" + out}
		})
		got, err := os.ReadFile(filepath.Join(out, "records.sqlite"))
		require.NoError(t, err)
		require.True(t, string(want) == string(got), "the files differ: %d and %d bytes", len(want), len(got))
		require.NoError(t, os.RemoveAll(out))
	}
	t.Logf("killed %d times", kills)
}

// A shard that was committed before the journal knew is not there twice.
func TestShardAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.sqlite")
	s, err := NewSink(path)
	require.NoError(t, err)
	rec, err := fake{}.AnalyzeDocument(context.Background(), "a", &extract.Document{Text: "Vera Holm: Yes."})
	require.NoError(t, err)
	for range 2 {
		require.NoError(t, s.Begin(0))
		e, err := s.Encode(&archive.Result{Record: rec})
		require.NoError(t, err)
		require.NoError(t, s.Write(e))
		require.NoError(t, s.Commit())
	}
	require.NoError(t, s.Begin(1))
	e, err := s.Encode(&archive.Result{Seq: 1, Record: rec})
	require.NoError(t, err)
	require.NoError(t, s.Write(e))
	s.Abort()
	require.NoError(t, s.Close())
	db, err := Open(path)
	require.NoError(t, err)
	defer db.Close()
	var n int
	require.NoError(t, db.SQL().QueryRow(`SELECT (SELECT count(*) FROM articles) + (SELECT count(*) FROM quotes) + (SELECT count(*) FROM claims)`).Scan(&n))
	require.Equal(t, 3, n)
	require.NoError(t, s.Remove())
	require.NoFileExists(t, path)
}

func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=200k", "none", dir).CombinedOutput(); err != nil {
		t.Skipf("cannot mount a small file system here: %s", out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", dir).Run() })
	src, path := made(t, 400)
	in, out := filepath.Join(src, "in.jsonl"), filepath.Join(dir, "out")
	err := run(in, out, 0)
	require.ErrorContains(t, err, "the disk is full")
	require.NoError(t, exec.Command("mount", "-o", "remount,size=64m", dir).Run())
	require.NoError(t, run(in, out, 0))
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	got, err := os.ReadFile(filepath.Join(out, "records.sqlite"))
	require.NoError(t, err)
	require.True(t, string(want) == string(got))
}
