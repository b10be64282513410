package across

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/archive"
	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/onrecord/onrecord/internal/synth"
)

// write makes a run's output folder of records.
func write(t testing.TB, parquet bool, recs []*onrecord.Record) string {
	t.Helper()
	dir := t.TempDir()
	s := archive.NewParquet(dir)
	if !parquet {
		var err error
		s, err = archive.NewJSONLines(dir, archive.Zstd)
		require.NoError(t, err)
	}
	for shard := 0; len(recs) > 0; shard++ {
		require.NoError(t, s.Begin(shard))
		n := min(300, len(recs))
		for i, r := range recs[:n] {
			e, err := s.Encode(&archive.Result{Seq: int64(shard*300 + i), Record: r})
			require.NoError(t, err)
			require.NoError(t, s.Write(e))
		}
		recs = recs[n:]
		require.NoError(t, s.Commit())
	}
	return dir
}

func read[T any](t testing.TB, dir, name string) []T {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	require.NoError(t, err)
	var out []T
	for line := range bytes.Lines(b) {
		var v T
		require.NoError(t, json.Unmarshal(line, &v))
		out = append(out, v)
	}
	return out
}

func said(input, date string, quotes ...[3]string) *onrecord.Record {
	r := &onrecord.Record{ID: input, Input: input, Article: onrecord.Article{Published: date, Text: input + " is short."}}
	for _, q := range quotes {
		id := q[0]
		r.Speakers = append(r.Speakers, onrecord.Speaker{ID: id, Kind: "person", Name: q[0], Affiliation: q[2]})
		r.Quotes = append(r.Quotes, onrecord.Quote{ID: "q" + id, Type: "direct", Content: []onrecord.Span{{Text: q[1]}}, Speaker: &id})
		r.Claims = append(r.Claims, onrecord.Claim{ID: "c" + id, Key: q[1][:10], Span: onrecord.Span{Text: q[1]}})
	}
	return r
}

func TestAlteredQuotation(t *testing.T) {
	recs := []*onrecord.Record{
		said("a", "2031-05-02", [3]string{"Vera Holm", "We will spend 20 million crowns on the harbour and not one crown on the stadium.", "Orsund council"}),
		said("b", "2031-05-01", [3]string{"Mayor Vera K. Holm", "we will spend 20 million crowns on the harbour, and not one crown on the stadium", "the council"}),
		said("c", "2031-05-03", [3]string{"Holm", "We will spend 200 million crowns on the harbour and one crown on the stadium.", ""}),
		said("d", "", [3]string{"Vera Holm", "We will spend 20 million crowns on the harbour ...", "Tindra Rowing Club"}),
		said("e", "2031-05-03", [3]string{"Jonas Brandt", "We will spend 20 million crowns on a museum for the children of Tindra.", ""}),
		said("f", "2031-05-03", [3]string{"Jonas Brandt", "No comment.", ""}),
		said("g", "2031-05-03", [3]string{"Vera Holm", "No comment.", ""}),
	}
	dir := write(t, false, recs)
	killed := filepath.Join(dir, ".across-123.tmp")
	require.NoError(t, os.MkdirAll(filepath.Join(killed, "0"), 0o777))
	s, err := Run(context.Background(), dir, dir, Options{})
	require.NoError(t, err)
	require.NoDirExists(t, killed)
	gs := read[QuoteGroup](t, dir, "quotes.jsonl")
	require.Len(t, gs, 1)
	g := gs[0]
	require.Equal(t, 4, g.Articles)
	require.True(t, g.Altered)
	require.False(t, g.Disputed)
	require.Equal(t, "2031-05-01", g.First)
	require.Contains(t, g.Text, "20 million")
	require.Len(t, g.Variants, 3)
	require.Len(t, g.Variants[0].Quotes, 2)
	kinds := map[string]Change{}
	for _, v := range g.Variants[1:] {
		for _, c := range v.Changes {
			kinds[c.Kind] = c
		}
	}
	require.Equal(t, Change{At: 3, From: "20", To: "200", Kind: "number"}, kinds["number"])
	require.Equal(t, Change{At: 10, From: "not", To: "", Kind: "negation"}, kinds["negation"])
	require.Equal(t, "and not one crown on the stadium", kinds["cut"].From)
	require.Equal(t, 1, s.Altered)
	// "We will sp" is the claims' normal form here.
	cs := read[ClaimGroup](t, dir, "claims.jsonl")
	require.Len(t, cs, 2)
	// The rowing club speaks against its being the same Vera Holm.
	people := read[Speaker](t, dir, "speakers.jsonl")
	require.Len(t, people, 3)
	require.True(t, people[0].Uncertain)
	require.Equal(t, 3, people[0].Articles)
	require.Equal(t, "Jonas Brandt", people[2].Name)
}

// The figures for a small archive, with some room: the measured ones, for
// large archives, are in docs/performance.md.
func TestSynthetic(t *testing.T) {
	a := synth.Archive{Seed: 7, N: 1500}
	var recs []*onrecord.Record
	var arts []*synth.Article
	for i := range a.N {
		arts = append(arts, a.Article(i))
		recs = append(recs, arts[i].Record())
	}
	for _, parquet := range []bool{true, false} {
		dir := write(t, parquet, recs)
		var groups []int32
		s, err := Run(context.Background(), dir, dir, Options{Members: func(_ int64, _ string, g int32) { groups = append(groups, g) }})
		require.NoError(t, err)
		var ms []synth.Member
		own := uint64(1) << 63
		for _, art := range arts {
			for _, q := range art.Quotes {
				m := synth.Member{Origin: q.Origin, Group: groups[len(ms)], Altered: q.Altered}
				if q.Stock {
					own++
					m.Origin = own
				}
				ms = append(ms, m)
			}
		}
		require.Len(t, groups, len(ms))
		c := synth.Compare(ms)
		require.Greater(t, c.Precision(), 0.96)
		require.Greater(t, c.Recall(), 0.96)
		require.Greater(t, c.AlteredRecall(), 0.95)
		// Copies of articles, too.
		var am []synth.Member
		group := make([]int32, a.N)
		for i := range group {
			group[i] = -1
		}
		for k, g := range read[ArticleGroup](t, dir, "articles.jsonl") {
			for _, m := range g.Articles {
				group[m.Seq] = int32(k)
			}
		}
		for i, art := range arts {
			am = append(am, synth.Member{Origin: uint64(art.Original), Group: group[i]})
		}
		c = synth.Compare(am)
		require.Greater(t, c.Precision(), 0.98)
		require.Greater(t, c.Recall(), 0.95)
		// Again: the same bytes.
		before := map[string][]byte{}
		for _, n := range []string{"articles.jsonl", "quotes.jsonl", "claims.jsonl", "speakers.jsonl"} {
			before[n], err = os.ReadFile(filepath.Join(dir, n))
			require.NoError(t, err)
		}
		s2, err := Run(context.Background(), dir, dir, Options{})
		require.NoError(t, err)
		require.Equal(t, s, s2)
		for n, b := range before {
			again, err := os.ReadFile(filepath.Join(dir, n))
			require.NoError(t, err)
			require.True(t, bytes.Equal(b, again), n)
		}
		left, _ := filepath.Glob(filepath.Join(dir, tempFolders))
		require.Empty(t, left)
	}
}

func TestNothingThere(t *testing.T) {
	dir := t.TempDir()
	_, err := Run(context.Background(), dir, filepath.Join(dir, "across"), Options{})
	require.ErrorContains(t, err, "output folder of onrecord batch")
	require.NoDirExists(t, filepath.Join(dir, "across"))
}

// Each gives the same articles from either kind of table.
func TestEach(t *testing.T) {
	recs := []*onrecord.Record{
		said("a", "2031-05-02", [3]string{"Vera Holm", "We will spend 20 million crowns.", "Orsund council"}),
		said("b", ""),
	}
	recs[0].Article.Title, recs[0].Article.URL = "Crowns", "https://elding.example/crowns"
	var want []Article
	for _, parquet := range []bool{true, false} {
		var got []Article
		require.NoError(t, Each(write(t, parquet, recs), func(a *Article) error {
			c := *a
			c.Quotes, c.Claims = append([]Quote{}, a.Quotes...), append([]Claim{}, a.Claims...)
			got = append(got, c)
			return nil
		}))
		require.Len(t, got, 2)
		require.Equal(t, "a is short.", got[0].Text)
		require.Equal(t, "Crowns", got[0].Title)
		require.Equal(t, "Orsund council", got[0].Quotes[0].Affiliation)
		require.EqualValues(t, 1, got[1].Seq)
		if want != nil {
			require.Equal(t, want, got)
		}
		want = got
	}
}

func FuzzDiff(f *testing.F) {
	f.Add("We will not go.", "We will go \u2026 now")
	f.Add("", "a")
	f.Fuzz(func(t *testing.T, a, b string) {
		cs := diff(a, b)
		if a == b && len(cs) > 0 {
			t.Fatal("a text differs from itself")
		}
		last := -1
		for _, c := range cs {
			if c.From == "" && c.To == "" || c.At < last {
				t.Fatal(cs)
			}
			last = c.At
		}
		if n := len(appendWords(nil, a)); n > len(a) {
			t.Fatal(n)
		}
	})
}
