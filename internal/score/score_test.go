package score

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/corpus"
	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/stretchr/testify/require"
)

// python runs one of the reference tools and returns its --json output as
// flat numbers, and its printed output.
func python(t *testing.T, tool string, args ...string) (map[string]float64, string) {
	t.Helper()
	path := corpus.Need(t, "tools", tool)
	py, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3, in which the reference tools are written, is not here")
	}
	out, err := exec.Command(py, append(append([]string{path}, args...), "--json")...).Output()
	require.NoError(t, err)
	text, err := exec.Command(py, append([]string{path}, args...)...).Output()
	require.NoError(t, err)
	return flat(t, out), string(text)
}

func flat(t *testing.T, b []byte) map[string]float64 {
	var m map[string]any
	require.NoError(t, json.Unmarshal(b, &m))
	out := map[string]float64{}
	for k, v := range m {
		switch v := v.(type) {
		case float64:
			out[k] = v
		case map[string]any:
			for n, x := range v {
				out[k+"."+n] = x.(float64)
			}
		case []any:
			out[k] = float64(len(v))
		}
	}
	return out
}

func same(t *testing.T, want map[string]float64, text string, got Figures, width int) {
	t.Helper()
	b, err := json.Marshal(got)
	require.NoError(t, err)
	require.Equal(t, want, flat(t, b))
	var s strings.Builder
	require.NoError(t, got.Write(&s, width))
	require.Equal(t, strings.TrimSpace(text), strings.TrimSpace(s.String()))
}

func writeLines[T any](t *testing.T, name string, items []T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	require.NoError(t, err)
	defer f.Close()
	enc := json.NewEncoder(f)
	enc.SetEscapeHTML(false)
	for _, x := range items {
		require.NoError(t, enc.Encode(x))
	}
	return path
}

// plain is an attribution in the lower-case keys of the data.
func plain(a corpus.Attribution) map[string]any {
	list := func(ps []corpus.Pair) []corpus.Pair { return append([]corpus.Pair{}, ps...) }
	return map[string]any{"source": list(a.Source), "cue": list(a.Cue), "content": list(a.Content)}
}

// TestAttributionsAsPython spoils marked attributions in every way that
// matters, and expects the reference tool's figures to the last bit.
func TestAttributionsAsPython(t *testing.T) {
	path := corpus.Need(t, "data", "polnear", "dev.jsonl.gz")
	gold, err := ReadGold(path)
	require.NoError(t, err)
	rnd := rand.New(rand.NewPCG(1, 2))
	var pred []AttributionSet
	var lines []map[string]any
	for i, g := range gold {
		if i%9 == 4 {
			continue
		}
		s := AttributionSet{ID: g.ID}
		move := func(ps []corpus.Pair, by int) []corpus.Pair {
			var out []corpus.Pair
			for _, p := range ps {
				p[0] = min(max(p[0]+rnd.IntN(2*by+1)-by, 0), len(g.Text))
				p[1] = min(max(p[1]+rnd.IntN(2*by+1)-by, p[0]), len(g.Text))
				for p[0] < len(g.Text) && g.Text[p[0]]&0xC0 == 0x80 {
					p[0]++
				}
				for p[1] < len(g.Text) && g.Text[p[1]]&0xC0 == 0x80 {
					p[1]++
				}
				out = append(out, p)
			}
			return out
		}
		for _, a := range g.Attributions {
			switch rnd.IntN(6) {
			case 0:
				continue
			case 1:
				a.Source = nil
			case 2:
				a.Content = move(a.Content, 40)
			case 3:
				a.Content, a.Source = move(a.Content, 1), move(a.Source, 1)
			case 4:
				at := rnd.IntN(len(g.Text) - 60)
				for g.Text[at]&0xC0 == 0x80 {
					at++
				}
				s.Attributions = append(s.Attributions, corpus.Attribution{Content: move([]corpus.Pair{{at, at + 30}, {at + 30, at + 50}}, 3)})
			}
			s.Attributions = append(s.Attributions, a)
		}
		pred = append(pred, s)
		var as []map[string]any
		for _, a := range s.Attributions {
			as = append(as, plain(a))
		}
		lines = append(lines, map[string]any{"id": g.ID, "attributions": as})
	}
	want, text := python(t, "score_attributions.py", path, writeLines(t, "pred.jsonl", lines))
	same(t, want, text, Attributions(Attributed(gold), pred), 26)
	require.Less(t, want["link50.all.f"], 0.99)
	require.Greater(t, want["link50.all.f"], 0.3)
}

// TestRecordsAsPython does the same for records, made from the marks: on the
// marked text itself, and on a text with other words before and inside it.
func TestRecordsAsPython(t *testing.T) {
	for _, set := range []string{"wild/dev.jsonl.gz", "wild/train.jsonl.gz", "claims/news_dev.jsonl.gz"} {
		for _, page := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s page=%v", set, page), func(t *testing.T) {
				path := corpus.Need(t, "data", filepath.FromSlash(set))
				gold, err := ReadGold(path)
				require.NoError(t, err)
				if page {
					gold = gold[:min(len(gold), 8)]
					path = writeRaw(t, path, len(gold))
				}
				rnd := rand.New(rand.NewPCG(3, uint64(len(set))))
				var recs []onrecord.Record
				for i, g := range gold {
					if i%11 != 5 {
						recs = append(recs, spoil(rnd, g, page))
					}
				}
				want, text := python(t, "score_records.py", path, writeLines(t, "records.jsonl", recs))
				same(t, want, text, Records(gold, recs), 18)
			})
		}
	}
}

// writeRaw copies the first n lines of a data file.
func writeRaw(t *testing.T, path string, n int) string {
	lines, err := corpus.JSONLines[json.RawMessage](path)
	require.NoError(t, err)
	return writeLines(t, "gold.jsonl", lines[:n])
}

func spoil(rnd *rand.Rand, g Gold, page bool) onrecord.Record {
	text, shift := g.Text, func(at int) int { return at }
	if page {
		cut := len(g.Text) / 2
		for g.Text[cut]&0xC0 == 0x80 {
			cut--
		}
		text = "Menu Home “News” the of\n\n" + g.Text[:cut] + " the advertisement said İ’s " + g.Text[cut:]
		shift = func(at int) int {
			if at >= cut {
				at += len(" the advertisement said İ’s ")
			}
			return at + len("Menu Home “News” the of\n\n")
		}
	}
	r := onrecord.Record{Schema: onrecord.SchemaVersion, Input: "some/where/" + g.ID + ".html", Article: onrecord.Article{Text: text}}
	sp := func(a, b int) onrecord.Span {
		a, b = shift(a), shift(b)
		return onrecord.Span{Start: a, End: b, Text: text[a:b]}
	}
	for i, q := range g.Quotes {
		o := onrecord.Quote{ID: "q" + strconv.Itoa(i), Type: q.Type}
		for _, p := range q.Content {
			o.Content = append(o.Content, sp(p[0], p[1]))
		}
		name := q.Speaker
		switch rnd.IntN(7) {
		case 0:
			continue
		case 1:
			name = "Sen. " + name + "'s"
		case 2:
			name = "Somebody Else"
		case 3:
			o.Type = "mixed"
			o.Content[0].End = o.Content[0].Start + (o.Content[0].End-o.Content[0].Start)*2/3
			o.Content[0].Text = ""
		case 4:
			name = ""
		case 5:
			if f := strings.Fields(name); len(f) > 1 {
				name = "Xavier " + f[len(f)-1]
			}
		}
		if name != "" {
			id := "s" + strconv.Itoa(i)
			r.Speakers = append(r.Speakers, onrecord.Speaker{ID: id, Name: name, Role: "the " + q.Role, Affiliation: q.Affiliation + " of Elsewhere"})
			o.Speaker = &id
		}
		r.Quotes = append(r.Quotes, o)
	}
	if page {
		r.Quotes = append(r.Quotes, onrecord.Quote{Content: []onrecord.Span{{Start: 0, End: 9}}})
	}
	for _, s := range g.Sentences {
		if n := s.End - s.Start; s.Label == "C" && rnd.IntN(4) > 0 || rnd.IntN(5) == 0 {
			c := onrecord.Claim{Span: sp(s.Start, s.End), Type: []string{"event", "state", s.Type}[rnd.IntN(3)], Score: float64(rnd.IntN(50)) / 50}
			if rnd.IntN(3) == 0 {
				c.Span.Start, c.Span.Text = c.Span.Start+n/3, ""
			}
			r.Claims = append(r.Claims, c)
		}
	}
	return r
}
