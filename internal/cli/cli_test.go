package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/stretchr/testify/require"
)

const fixtures = "../../testdata/articles/"

// run calls the program as a shell does.
func run(t *testing.T, stdin string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	return runEnv(t, nil, stdin, args...)
}

func runEnv(t *testing.T, env map[string]string, stdin string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	p := Program{Name: "onrecord", Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &errs, Getenv: func(k string) string { return env[k] }}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	code = p.Main(ctx, args)
	return out.String(), errs.String(), code
}

func records(t *testing.T, out string) []onrecord.Record {
	t.Helper()
	rs, err := readRecords(strings.NewReader(out), "test")
	require.NoError(t, err)
	rs2 := make([]onrecord.Record, len(rs))
	for i, r := range rs {
		rs2[i] = *r
	}
	return rs2
}

func TestExtractWritesARecordALine(t *testing.T) {
	out, errs, code := run(t, "", "extract", fixtures+"tram-strike.txt", fixtures+"harbour-dredger.html")
	require.Equal(t, ExitOK, code, errs)
	require.Empty(t, errs)
	rs := records(t, out)
	require.Len(t, rs, 2)
	require.Equal(t, fixtures+"tram-strike.txt", rs[0].Input)
	require.Equal(t, "Grounded dredger cost Elding port two weeks of trade", rs[1].Article.Title)
	require.Equal(t, 2, strings.Count(out, "\n"))
	again, _, _ := run(t, "", "extract", fixtures+"tram-strike.txt", fixtures+"harbour-dredger.html")
	require.Equal(t, out, again)
}

func TestExtractGoesOnPastBadInput(t *testing.T) {
	dir := t.TempDir()
	write := func(name, s string) string {
		p := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(p), 0o755))
		require.NoError(t, os.WriteFile(p, []byte(s), 0o644))
		return p
	}
	write("b/two.txt", "“Two,” said Bo Lind.")
	write("a/one.txt", "“One,” said Al Moe.")
	write("a/skip.pdf", "%PDF")
	write(".hidden/no.txt", "“No,” said nobody.")
	big := write("c/big.txt", strings.Repeat("x", 3000))
	out, errs, code := run(t, "", "extract", "--max-bytes", "2000", dir, filepath.Join(dir, "nope.txt"), filepath.Join(dir, "b"))
	require.Equal(t, ExitFailed, code)
	rs := records(t, out)
	require.Len(t, rs, 3)
	for i, want := range []string{"a/one.txt", "b/two.txt", "b/two.txt"} {
		require.Equal(t, filepath.Join(dir, want), rs[i].Input)
	}
	lines := strings.Split(strings.TrimSpace(errs), "\n")
	require.Len(t, lines, 2)
	require.Contains(t, lines[0], big)
	require.Contains(t, lines[0], "--max-bytes")
	require.Contains(t, lines[1], "nope.txt")
	require.Contains(t, lines[1], "check the path")
	_, errs, code = run(t, "", "extract", t.TempDir())
	require.Equal(t, ExitFailed, code)
	require.Contains(t, errs, "no articles in this folder")
}

func TestExtractReadsStandardInput(t *testing.T) {
	out, _, code := run(t, "“It rained,” said Ada Brook.\n", "extract", "-")
	require.Equal(t, ExitOK, code)
	require.Equal(t, "-", records(t, out)[0].Input)
	out, _, code = run(t, "<p>“It rained,” said Ada Brook.", "extract", "--input", "text", "-")
	require.Equal(t, ExitOK, code)
	require.Equal(t, "<p>“It rained,” said Ada Brook.", records(t, out)[0].Article.Text)
}

func TestExtractOnly(t *testing.T) {
	keys := func(args ...string) []string {
		out, errs, code := run(t, "", append([]string{"extract", fixtures + "tram-strike.txt"}, args...)...)
		require.Equal(t, ExitOK, code, errs)
		var m map[string]json.RawMessage
		require.NoError(t, json.Unmarshal([]byte(out), &m))
		var ks []string
		for _, k := range []string{"article", "speakers", "quotes", "claims"} {
			if m[k] != nil {
				ks = append(ks, k)
			}
		}
		return ks
	}
	require.Equal(t, []string{"article", "speakers", "quotes", "claims"}, keys())
	require.Equal(t, []string{"article"}, keys("--only", "article"))
	require.Equal(t, []string{"speakers", "quotes", "claims"}, keys("--only", "quotes", "--only", "claims"))
}

func TestExtractOffsets(t *testing.T) {
	read := func(unit string) onrecord.Record {
		out, errs, code := run(t, "", "extract", "--offsets", unit, fixtures+"tram-strike.txt", "--format", "json")
		require.Equal(t, ExitOK, code, errs)
		var r onrecord.Record
		require.NoError(t, json.Unmarshal([]byte(out), &r))
		return r
	}
	r := read("rune")
	rs := []rune(r.Article.Text)
	for _, b := range r.Article.Blocks {
		require.LessOrEqual(t, b.End, len(rs))
	}
	for _, q := range r.Quotes {
		for _, c := range q.Content {
			require.Equal(t, c.Text, string(rs[c.Start:c.End]))
		}
	}
	_, errs, code := run(t, "", "extract", "--offsets", "rune", "--format", "citron", fixtures+"tram-strike.txt")
	require.Equal(t, ExitUsage, code)
	require.Contains(t, errs, "--offsets")
}

func TestUsageErrors(t *testing.T) {
	for _, args := range [][]string{
		{"extract"}, {"extract", "--format", "xml", "a"}, {"extract", "--only", "everything", "a"}, {"nonsense"}, {"eval"}, {"convert"},
		{"extract", "--offsets", "word", "a"}, {"extract", "--prose-model", "x", "a"}, {"extract", "--format", "brat", "a"},
	} {
		out, errs, code := run(t, "", args...)
		require.Equal(t, ExitUsage, code, "%v", args)
		require.Empty(t, out, "%v", args)
		require.Contains(t, errs, "--help", "%v", args)
	}
}

func TestHelpHasExamples(t *testing.T) {
	out, errs, code := run(t, "", "--help")
	require.Equal(t, ExitOK, code)
	require.Empty(t, errs)
	commands := 0
	usage, err := os.ReadFile("../../docs/usage.md")
	require.NoError(t, err)
	_, list, _ := strings.Cut(out, "Commands:\n")
	for _, l := range strings.Split(list, "\n") {
		f := strings.Fields(l)
		if len(f) < 2 || !strings.HasPrefix(l, "  ") {
			break
		}
		if strings.HasPrefix(l, "   ") { // the help of the command above goes on
			continue
		}
		commands++
		help, _, code := run(t, "", f[0], "--help")
		require.Equal(t, ExitOK, code)
		require.Contains(t, help, "Example", f[0])
		require.Contains(t, help, "onrecord "+f[0], f[0])
		require.Contains(t, string(usage), "| `"+f[0]+"` |", "docs/usage.md")
	}
	require.GreaterOrEqual(t, commands, 4)
	out, _, code = run(t, "", "--version")
	require.Equal(t, ExitOK, code)
	require.NotEmpty(t, strings.TrimSpace(out))
}

func TestSummaryFitsTheScreen(t *testing.T) {
	for _, width := range []string{"40", "72", "100"} {
		out, errs, code := runEnv(t, map[string]string{"COLUMNS": width}, "", "extract", "--format", "text", fixtures+"harbour-dredger.html")
		require.Equal(t, ExitOK, code, errs)
		require.Contains(t, out, "QUOTATIONS")
		require.Contains(t, out, "CLAIMS")
		require.NotContains(t, out, "\x1b", "no colours where there is no terminal")
		w := map[string]int{"40": 40, "72": 72, "100": 100}[width]
		for _, l := range strings.Split(out, "\n") {
			if strings.Contains(l, "https://") || !strings.Contains(l, " ") {
				continue
			}
			require.LessOrEqual(t, len([]rune(l)), w+1, l)
		}
	}
	out, _, _ := run(t, "“It \x1b[31mrained\x07,” said Ada Brook.\n", "extract", "--format", "text", "-")
	require.NotContains(t, out, "\x1b")
	require.NotContains(t, out, "\x07")
}

func TestConvertBetweenForms(t *testing.T) {
	dir := t.TempDir()
	out, errs, code := run(t, "", "extract", fixtures)
	require.Equal(t, ExitOK, code, errs)
	recs := filepath.Join(dir, "records.jsonl")
	require.NoError(t, os.WriteFile(recs, []byte(out), 0o644))
	_, errs, code = run(t, "", "convert", "--format", "brat", "--out", filepath.Join(dir, "brat"), recs)
	require.Equal(t, ExitOK, code, errs)
	require.FileExists(t, filepath.Join(dir, "brat", "annotation.conf"))
	back, errs, code := run(t, "", "convert", filepath.Join(dir, "brat"))
	require.Equal(t, ExitOK, code, errs)
	a, b := records(t, out), records(t, back)
	require.Len(t, b, len(a))
	for i := range a {
		require.Equal(t, a[i].Article.Text, b[i].Article.Text)
		require.Len(t, b[i].Quotes, len(a[i].Quotes))
		require.Len(t, b[i].Claims, len(a[i].Claims))
		for k, q := range a[i].Quotes {
			require.Equal(t, q.Content, b[i].Quotes[k].Content)
			require.Equal(t, q.Cue, b[i].Quotes[k].Cue)
			require.Equal(t, q.Type, b[i].Quotes[k].Type)
		}
	}
	for _, form := range []string{"citron", "gold"} {
		x, errs, code := run(t, "", "convert", "--format", form, recs)
		require.Equal(t, ExitOK, code, errs)
		y, errs, code := run(t, x, "convert", "-")
		require.Equal(t, ExitOK, code, errs)
		require.Len(t, records(t, y), len(a))
	}
	for _, form := range []string{"webannotation", "schemaorg", "html", "text"} {
		_, errs, code := run(t, "", "convert", "--format", form, "--out", filepath.Join(dir, form), recs)
		require.Equal(t, ExitOK, code, errs)
		files, err := os.ReadDir(filepath.Join(dir, form))
		require.NoError(t, err)
		require.Len(t, files, len(a))
	}
}

func TestEvalPrintsFigures(t *testing.T) {
	out, errs, code := run(t, "", "eval", "--errors", "--limit", "1", "../../testdata/gold.jsonl")
	require.Equal(t, ExitOK, code, errs)
	require.Regexp(t, `(?m)^missing +0 $`, out)
	require.Regexp(t, `(?m)^quotes.found +P +[\d.]+ R +[\d.]+ F1 +[\d.]+ +pred \d+ gold \d+$`, out)
	require.Regexp(t, `(?m)^claims.ap +[\d.]+$`, out)
	require.Contains(t, out, "⟦")
	out, errs, code = run(t, "", "eval", "--json", "--pages", fixtures, "../../testdata/gold.jsonl")
	require.Equal(t, ExitOK, code, errs)
	var m map[string]any
	require.NoError(t, json.Unmarshal([]byte(out), &m))
	require.Empty(t, m["missing"])
	_, errs, code = run(t, "", "eval", "nope.jsonl")
	require.Equal(t, ExitFailed, code)
	require.Contains(t, errs, "nope.jsonl")
}

func TestSchemaIsJSON(t *testing.T) {
	out, _, code := run(t, "", "schema")
	require.Equal(t, ExitOK, code)
	var m map[string]any
	require.NoError(t, json.Unmarshal([]byte(out), &m))
	require.Equal(t, "#/$defs/Record", m["$ref"])
}

func TestScoreSentences(t *testing.T) {
	in := `{"id":"a","text":"Unemployment fell to 4.1 percent in May, the lowest rate since 1969."}
{"id":7,"text":"I love this song."}

{"id":"bad"
{"id":"none"}
{"text":""}
`
	out, errs, code := run(t, in, "score")
	require.Equal(t, ExitFailed, code)
	require.Contains(t, errs, "-:4: ")
	require.Contains(t, errs, `-:5: no "text"`)
	var got []sentenceOut
	dec := json.NewDecoder(strings.NewReader(out))
	for dec.More() {
		var s sentenceOut
		require.NoError(t, dec.Decode(&s))
		got = append(got, s)
	}
	require.Len(t, got, 3)
	require.Equal(t, `"a"`, string(got[0].ID))
	require.Equal(t, "7", string(got[1].ID))
	require.Greater(t, got[0].Score, 0.5)
	require.Less(t, got[1].Score, 0.5)
}

func TestTrainOnOwnArticles(t *testing.T) {
	own := filepath.Join(t.TempDir(), "own.bin")
	out, errs, code := run(t, "", "train", "--out", own, "--epochs", "2", "../../testdata/gold.jsonl")
	require.Equal(t, ExitOK, code, errs)
	require.Regexp(t, `(?s)the built-in model, on 3 others:.*quotes.found.*a model trained on 13 of the articles, on 3 others:.*quotes.found`, out)
	again := filepath.Join(t.TempDir(), "again.bin")
	_, errs, code = run(t, "", "train", "--out", again, "--epochs", "2", "--hold", "0", "../../testdata/gold.jsonl")
	require.Equal(t, ExitOK, code, errs)
	a, err := os.ReadFile(own)
	require.NoError(t, err)
	b, err := os.ReadFile(again)
	require.NoError(t, err)
	require.True(t, bytes.Equal(a, b), "the same articles make the same model")
	out, errs, code = run(t, "", "extract", "--quote-model", own, fixtures+"tram-strike.txt")
	require.Equal(t, ExitOK, code, errs)
	builtin, _, _ := run(t, "", "extract", fixtures+"tram-strike.txt")
	require.NotEqual(t, builtin, out)
	_, errs, code = run(t, "", "extract", "--quote-model", fixtures+"tram-strike.txt", fixtures+"tram-strike.txt")
	require.Equal(t, ExitFailed, code)
	require.Contains(t, errs, "not a quotation model")
}

func TestProseAnnotator(t *testing.T) {
	if testing.Short() {
		t.Skip("prose is slow")
	}
	out, errs, code := run(t, "“It rained,” Ada Brook said. “It poured,” the mayor said.\n", "extract", "--annotator", "prose", "-")
	require.Equal(t, ExitOK, code, errs)
	require.NoError(t, records(t, out)[0].Check())
	_, errs, code = run(t, "", "extract", "--annotator", "prose", "--prose-model", t.TempDir(), "-")
	require.Equal(t, ExitFailed, code)
	require.NotEmpty(t, errs)
}
