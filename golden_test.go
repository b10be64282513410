package onrecord_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/export"
	"github.com/onrecord/onrecord/internal/golden"
	"github.com/onrecord/onrecord/internal/score"
	"github.com/onrecord/onrecord/span"
	"github.com/stretchr/testify/require"
)

const fixtures = "testdata/articles"

// articles lists the fixtures: NAME.html or NAME.txt, each with NAME.json.
func articles(t testing.TB) []string {
	t.Helper()
	var out []string
	expected := map[string]bool{}
	ds, err := os.ReadDir(fixtures)
	require.NoError(t, err)
	for _, d := range ds {
		switch filepath.Ext(d.Name()) {
		case ".html", ".txt":
			out = append(out, d.Name())
		case ".json":
			expected[d.Name()] = true
		default:
			t.Fatalf("%s is neither an article nor an expected record", d.Name())
		}
	}
	for _, n := range out {
		delete(expected, stem(n)+".json")
	}
	require.Empty(t, expected, "expected records without an article")
	require.GreaterOrEqual(t, len(out), 14)
	return out
}

func stem(name string) string { return strings.TrimSuffix(name, filepath.Ext(name)) }

func read(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(fixtures, name))
	require.NoError(t, err)
	return b
}

func indented(t testing.TB, v any) string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	require.NoError(t, enc.Encode(v))
	return b.String()
}

// TestGolden compares every fixture's record with the expected one. Adding an
// article and running with -update adds a case.
func TestGolden(t *testing.T) {
	an, err := onrecord.New()
	require.NoError(t, err)
	for _, n := range articles(t) {
		t.Run(n, func(t *testing.T) {
			r, err := an.Analyze(t.Context(), n, read(t, n))
			require.NoError(t, err)
			got := indented(t, r)
			path := filepath.Join(fixtures, stem(n)+".json")
			if golden.Update() {
				require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
				return
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err, "no expected record: look at what go test -update makes, and keep it if it is right")
			if string(want) != got {
				t.Errorf("another record than expected; first difference:\n%s", firstDifference(string(want), got))
			}
		})
	}
}

// firstDifference shows where two texts part: a whole record is too much to
// print.
func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	show := func(mark string, l []string) string {
		return mark + strings.Join(l[min(i, len(l)):min(i+4, len(l))], "\n"+mark)
	}
	return fmt.Sprintf("line %d\n  %s\n%s\n%s", i+1, strings.Join(a[max(0, i-3):i], "\n  "), show("- ", a), show("+ ", b))
}

// TestRecordsHold checks, on every fixture and with every option, what must
// hold of any record.
func TestRecordsHold(t *testing.T) {
	for _, opts := range [][]onrecord.Option{nil, {onrecord.WithAllAttributions()}} {
		an, err := onrecord.New(opts...)
		require.NoError(t, err)
		for _, n := range articles(t) {
			src := read(t, n)
			r, err := an.Analyze(t.Context(), n, src)
			require.NoError(t, err, n)
			holds(t, n, src, r)
		}
	}
}

func holds(t *testing.T, name string, src []byte, r *onrecord.Record) {
	t.Helper()
	require.NoError(t, r.Check(), name)
	require.Equal(t, onrecord.SchemaVersion, r.Schema)
	require.Equal(t, name, r.Input)
	if strings.HasSuffix(name, ".txt") {
		require.Equal(t, string(src), r.Article.Text, name)
	}
	cues := map[[2]int]string{}
	at := -1
	for _, q := range r.Quotes {
		require.True(t, q.Confidence >= 0 && q.Confidence <= 1, "%s %s", name, q.ID)
		require.NotEmpty(t, q.How, "%s %s", name, q.ID)
		require.GreaterOrEqual(t, q.Content[0].Start, at, "%s: quotations in order", name)
		at = q.Content[0].Start
		for i, c := range q.Content {
			require.NotEmpty(t, strings.TrimSpace(c.Text), "%s %s", name, q.ID)
			require.True(t, i == 0 || c.Start >= q.Content[i-1].End, "%s %s: parts in order", name, q.ID)
		}
		if q.Cue != nil {
			k := [2]int{q.Cue.Start, q.Cue.End}
			require.Empty(t, cues[k], "%s: %s and %s share the cue %q", name, cues[k], q.ID, q.Cue.Text)
			cues[k] = q.ID
		}
	}
	ranks := map[int]bool{}
	for _, c := range r.Claims {
		require.True(t, c.Score >= 0 && c.Score <= 1, "%s %s", name, c.ID)
		require.True(t, c.Sentence.Start <= c.Span.Start && c.Span.End <= c.Sentence.End, "%s %s inside its sentence", name, c.ID)
		require.False(t, ranks[c.Rank], "%s: rank %d twice", name, c.Rank)
		ranks[c.Rank] = true
		require.True(t, c.Rank >= 1 && c.Rank <= len(r.Claims), "%s %s rank %d", name, c.ID, c.Rank)
	}
	if f := r.Article.Form; f == "index" || f == "empty" {
		require.Empty(t, r.Quotes, name)
		require.Empty(t, r.Claims, name)
	}
	// Offsets in other units, turned back, are the same bytes.
	for _, unit := range []span.Unit{span.Runes, span.UTF16} {
		back := map[int]int{}
		c := span.NewConverter(r.Article.Text, unit)
		for i := range r.Article.Text {
			back[c.Offset(i)] = i
		}
		back[c.Offset(len(r.Article.Text))] = len(r.Article.Text)
		o := export.Offsets(r, unit)
		for i, q := range o.Quotes {
			for k, s := range q.Content {
				require.Equal(t, r.Quotes[i].Content[k].Start, back[s.Start])
				require.Equal(t, r.Quotes[i].Content[k].End, back[s.End])
			}
		}
		for i, x := range o.Claims {
			require.Equal(t, r.Claims[i].Span.Start, back[x.Span.Start])
		}
	}
}

// TestSameBytes runs every fixture again and again, from many goroutines at
// once, and expects the same bytes.
func TestSameBytes(t *testing.T) {
	an, err := onrecord.New()
	require.NoError(t, err)
	names := articles(t)
	first := map[string]string{}
	for _, n := range names {
		r, err := an.Analyze(t.Context(), n, read(t, n))
		require.NoError(t, err)
		first[n] = indented(t, r)
	}
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for k := range names {
				n := names[(k*7+g*5)%len(names)]
				r, err := an.Analyze(context.Background(), n, read(t, n))
				if err != nil || indented(t, r) != first[n] {
					t.Errorf("%s: another record (or error %v) from goroutine %d", n, err, g)
				}
			}
		})
	}
	wg.Wait()
}

// TestFormsOfPages expects pages that are no articles to be told as such.
func TestFormsOfPages(t *testing.T) {
	an, err := onrecord.New()
	require.NoError(t, err)
	for n, form := range map[string]string{"front-page.html": "index", "empty.html": "empty", "paywalled.html": "stub", "harbour-dredger.html": "article"} {
		r, err := an.Analyze(t.Context(), n, read(t, n))
		require.NoError(t, err)
		require.Equal(t, form, r.Article.Form, n)
	}
}

// TestScores measures the fixtures against their marks, and does not let the
// figures fall below the recorded ones.
func TestScores(t *testing.T) {
	gold, err := score.ReadGold("testdata/gold.jsonl")
	require.NoError(t, err)
	an, err := onrecord.New()
	require.NoError(t, err)
	var records []onrecord.Record
	for _, n := range articles(t) {
		r, err := an.Analyze(t.Context(), n, read(t, n))
		require.NoError(t, err)
		records = append(records, *r)
	}
	figures := score.Records(gold, records)
	var b strings.Builder
	require.NoError(t, figures.Write(&b, 18))
	t.Log("\n" + b.String())
	const path = "testdata/floor.json"
	names := []string{"quotes.found", "quotes.right", "recall.direct", "recall.mixed", "recall.indirect", "recall.block", "speaker.acc", "type.acc", "claims", "claims.ap", "claims.type"}
	if golden.Update() {
		floor := map[string]float64{}
		for _, n := range names {
			floor[n] = math.Floor(figures.Get(n)*1000) / 1000
		}
		require.NoError(t, os.WriteFile(path, []byte(indented(t, floor)), 0o644))
		return
	}
	var floor map[string]float64
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(raw, &floor))
	for _, n := range names {
		require.Contains(t, floor, n)
		require.GreaterOrEqual(t, figures.Get(n), floor[n], n)
	}
}

// With all attributions, a quotation that goes on without a cue is one with the
// quotation that it goes on, and a claim made there is made in that one.
func TestJoinedQuotations(t *testing.T) {
	src := []byte(`“Taxes rose 4 percent in May,” said Ada Brook, the mayor of Elding. “The council spent $20 million on ships in 2019.”`)
	for _, c := range []struct {
		opts         []onrecord.Option
		quotes, made int // how many quotations, and in which one the second claim is made
	}{{nil, 2, 1}, {[]onrecord.Option{onrecord.WithAllAttributions()}, 1, 0}} {
		an, err := onrecord.New(c.opts...)
		require.NoError(t, err)
		r, err := an.Analyze(t.Context(), "joined", src)
		require.NoError(t, err)
		require.NoError(t, r.Check())
		require.Len(t, r.Quotes, c.quotes)
		require.Len(t, r.Claims, 2)
		require.Equal(t, &r.Quotes[0].ID, r.Claims[0].Quote)
		require.Equal(t, &r.Quotes[c.made].ID, r.Claims[1].Quote)
		if c.quotes == 2 {
			require.Equal(t, &r.Quotes[0].ID, r.Quotes[1].Continues)
			*r.Quotes[1].Continues = "q7"
			require.ErrorContains(t, r.Check(), `"q7"`)
		}
	}
}
