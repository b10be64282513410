package cli

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
)

func write(t *testing.T, path, text string) string {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

// TestWrongFiles gives each command what it is not for: it ends soon, names
// the file and says what it wants instead.
func TestWrongFiles(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	require.NoError(t, os.Mkdir(at("folder"), 0o755))
	write(t, at("noise"), "\x00\x01\x02\x03\x8d\xff"+strings.Repeat("\x01\x02zq\x05", 200))
	write(t, at("empty"), "")
	write(t, at("bare.jsonl"), `{"id":"a","text":"It rained."}`+"\n")
	write(t, at("list.json"), `[{"schema":"onrecord/1"}]`)
	write(t, at("record.jsonl"), `{"schema":"onrecord/1","id":"1","quotes":[{"id":"q1","content":[{"start":0,"end":2,"text":"It"}]}]}`+"\n")
	const gold = "../../testdata/gold.jsonl"
	for _, c := range []struct {
		args []string
		says string
		code int
	}{
		{[]string{"extract", at("bare.jsonl")}, "onrecord batch", ExitFailed},
		{[]string{"extract", at("noise")}, "control characters", ExitFailed},
		{[]string{"score", at("folder")}, "name a file", ExitFailed},
		{[]string{"score", at("noise")}, `{"id", "text"}`, ExitFailed},
		{[]string{"score", at("absent")}, "check the path", ExitFailed},
		{[]string{"convert", at("folder")}, "nothing to convert", ExitFailed},
		{[]string{"convert", at("noise")}, "what extract or batch wrote", ExitFailed},
		{[]string{"convert", at("list.json")}, "one record after the other", ExitFailed},
		{[]string{"convert", at("record.jsonl")}, "no --only", ExitFailed},
		{[]string{"eval", at("folder")}, "name a file", ExitFailed},
		{[]string{"eval", at("noise")}, "docs/usage.md", ExitFailed},
		{[]string{"eval", at("empty")}, "no marked articles", ExitFailed},
		{[]string{"eval", at("bare.jsonl")}, "nothing is marked", ExitFailed},
		{[]string{"eval", gold, at("empty")}, "needs records", ExitFailed},
		{[]string{"eval", gold, at("bare.jsonl")}, "neither a record nor attributions", ExitFailed},
		{[]string{"eval", gold, at("noise")}, "needs records", ExitFailed},
		{[]string{"eval", "--class", "mistake", at("mistake")}, "missed, spurious", ExitUsage},
		{[]string{"train", "--out", at("model"), at("bare.jsonl")}, "nothing is marked", ExitFailed},
		{[]string{"across", at("absent")}, "output folder of onrecord batch", ExitFailed},
		{[]string{"across", at("bare.jsonl")}, "output folder of onrecord batch", ExitFailed},
	} {
		out, errs, code := run(t, "", c.args...)
		require.Equal(t, c.code, code, "%v: %s", c.args, errs)
		require.Empty(t, out, "%v", c.args)
		require.Contains(t, errs, c.says, "%v", c.args)
		require.Contains(t, errs, filepath.Base(c.args[len(c.args)-1]), "%v", c.args)
	}
	require.NoDirExists(t, at("absent"))
}

func TestWrongLimits(t *testing.T) {
	for _, args := range [][]string{
		{"extract", "--timeout=-1s", "a"}, {"extract", "--max-bytes=-1", "a"}, {"extract", "--quote-threshold", "2", "a"}, {"extract", "--claim-threshold", "NaN", "a"},
		{"score", "--genre", "poem"}, {"batch", "--out", "x", "--log-every", "0s", "a"}, {"batch", "--out", "x", "--workers=-1", "a"},
		{"batch", "--out", "x", "--shard-size", "0", "a"}, {"batch", "--out", "x", "--max-article", "0", "a"},
	} {
		out, errs, code := run(t, "", args...)
		require.Equal(t, ExitUsage, code, "%v: %s", args, errs)
		require.Empty(t, out)
		require.Contains(t, errs, "--help", "%v", args)
	}
	out, errs, code := run(t, "“It rained,” said Ada Brook.", "extract", "--timeout", "0", "--max-bytes", "0", "-")
	require.Equal(t, ExitOK, code, errs)
	require.Len(t, records(t, out), 1)
}

func TestThresholdsAndGenre(t *testing.T) {
	count := func(args ...string) (quotes, claims int) {
		out, errs, code := run(t, "", append([]string{"extract", fixtures + "tram-strike.txt"}, args...)...)
		require.Equal(t, ExitOK, code, errs)
		r := records(t, out)[0]
		return len(r.Quotes), len(r.Claims)
	}
	q, c := count()
	strictQ, sameC := count("--quote-threshold", "0.97")
	require.Less(t, strictQ, q)
	require.Equal(t, c, sameC)
	_, strictC := count("--claim-threshold", "0.9")
	require.Less(t, strictC, c)
	score := func(genre string) string {
		out, errs, code := run(t, `{"text":"Taxes rose 4 percent in May."}`, "score", "--genre", genre)
		require.Equal(t, ExitOK, code, errs)
		return out
	}
	require.NotEqual(t, score("news"), score("debate"))
}

// answers is a writer that tells when it was written to.
type answers chan string

func (a answers) Write(p []byte) (int, error) { a <- string(p); return len(p), nil }

// A line is answered at once, also where a piece of the next one is there.
func TestScoreAnswersLineByLine(t *testing.T) {
	in, ask := io.Pipe()
	got := make(answers, 10)
	end := make(chan int)
	var errs bytes.Buffer
	p := Program{Name: "onrecord", Stdin: in, Stdout: got, Stderr: &errs, Getenv: func(string) string { return "" }}
	go func() { end <- p.Main(context.Background(), []string{"score"}) }()
	answer := func(want string) {
		select {
		case s := <-got:
			require.Contains(t, s, want)
		case <-time.After(30 * time.Second):
			t.Fatal("no answer for " + want)
		}
	}
	say := func(s string) { _, err := io.WriteString(ask, s); require.NoError(t, err) }
	say("\ufeff{\"id\":1,\"text\":\"It rained.\"}\r\n")
	answer(`"id":1`)
	say("no JSON\n{\"id\":2,\"text\":\"It rained.\"}\n{\"id\":3,")
	answer(`"id":2`)
	say("\"text\":\"It rained.\"}")
	ask.Close()
	answer(`"id":3`)
	require.Equal(t, ExitFailed, <-end)
	require.Contains(t, errs.String(), "-:2: ")
}

func TestOutputNeverOverwritesArticles(t *testing.T) {
	dir := t.TempDir()
	const said = "“It rained,” said Ada Brook."
	story := write(t, filepath.Join(dir, "a", "story.txt"), said)
	write(t, filepath.Join(dir, "b", "story.txt"), said)
	write(t, filepath.Join(dir, "c", "story.txt"), said)
	_, errs, code := run(t, "", "extract", "--format", "text", "--out", dir, dir)
	require.Equal(t, ExitUsage, code)
	require.Contains(t, errs, "name another")
	for _, format := range []string{"text", "brat"} {
		_, errs, code = run(t, "", "extract", "--format", format, "--out", filepath.Join(dir, "a"), story)
		require.Equal(t, ExitFailed, code)
		require.Contains(t, errs, story+": the result would overwrite the article")
	}
	b, err := os.ReadFile(story)
	require.NoError(t, err)
	require.Equal(t, said, string(b))
	// Equal articles of one name have a file each; a second run reads no result.
	for range 2 {
		_, errs, code = run(t, "", "extract", "--format", "text", "--out", filepath.Join(dir, "out"), dir)
		require.Equal(t, ExitOK, code, errs)
		made, err := os.ReadDir(filepath.Join(dir, "out"))
		require.NoError(t, err)
		require.Len(t, made, 3)
	}
}

// What batch writes, compressed or not, convert and eval read.
func TestBatchOutputIsRead(t *testing.T) {
	dir := t.TempDir()
	in := write(t, filepath.Join(dir, "in.jsonl"), twoArticles)
	for _, c := range []string{"none", "gzip", "zstd"} {
		out := filepath.Join(dir, c)
		code, _, errs := batch(t, "", "--out", out, "--compress", c, in)
		require.Equal(t, ExitOK, code, errs)
		got, errs, code := run(t, "", "convert", out)
		require.Equal(t, ExitOK, code, errs)
		require.Len(t, records(t, got), 2)
	}
	marked := pack(t, "gz", `{"id":"a","text":"It rained, said Ada Brook.","quotes":[]}`)
	rec, _, _ := run(t, "", "convert", filepath.Join(dir, "none"))
	got, errs, code := run(t, rec, "eval", write(t, filepath.Join(dir, "marked"), marked), "-")
	require.Equal(t, ExitOK, code, errs)
	require.Regexp(t, `missing +0 `, got)
}

// pack compresses text.
func pack(t *testing.T, how, text string) string {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser = gzip.NewWriter(&b)
	if how == "zst" {
		z, err := zstd.NewWriter(&b)
		require.NoError(t, err)
		w = z
	}
	_, err := io.WriteString(w, text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.String()
}

// A compressed article is read as if it were not, bounded as it is unpacked.
func TestExtractUnpacks(t *testing.T) {
	const said = "“It rained,” said Ada Brook."
	for _, how := range []string{"gz", "zst"} {
		dir := t.TempDir()
		packed := pack(t, how, said)
		story := write(t, filepath.Join(dir, "in", "story.txt."+how), packed)
		for _, c := range []struct{ stdin, arg string }{{"", story}, {packed, "-"}, {"", filepath.Dir(story)}} {
			out, errs, code := run(t, c.stdin, "extract", c.arg)
			require.Equal(t, ExitOK, code, errs)
			r := records(t, out)
			require.Len(t, r, 1)
			require.Equal(t, said, strings.TrimSpace(r[0].Article.Text))
		}
		_, errs, code := run(t, "", "extract", "--out", filepath.Join(dir, "out"), story)
		require.Equal(t, ExitOK, code, errs)
		require.FileExists(t, filepath.Join(dir, "out", "story.jsonl"))

		bomb := write(t, filepath.Join(dir, "bomb."+how), pack(t, how, strings.Repeat("It rained. ", 10<<20)))
		cut := write(t, filepath.Join(dir, "cut."+how), pack(t, how, strings.Repeat(said, 100))[:40])
		for path, says := range map[string]string{bomb: "raise --max-bytes", cut: "cut off"} {
			out, errs, code := run(t, "", "extract", "--max-bytes", "1000000", path, story)
			require.Equal(t, ExitFailed, code)
			require.Contains(t, errs, path)
			require.Contains(t, errs, says)
			require.Len(t, records(t, out), 1, "the others go on")
		}
	}
}

// A run is told from one with another model, limit or threshold.
func TestBatchOfOtherReadingIsRefused(t *testing.T) {
	dir := t.TempDir()
	in := write(t, filepath.Join(dir, "in.jsonl"), twoArticles)
	out := filepath.Join(dir, "out")
	code, _, errs := batch(t, "", "--out", out, in)
	require.Equal(t, ExitOK, code, errs)
	for _, args := range [][]string{{"--max-text", "5000"}, {"--genre", "speech"}, {"--claim-threshold", "0.9"}, {"--quote-threshold", "0.9"}, {"--attributions", "all"}} {
		code, _, errs := batch(t, "", append(args, "--out", out, in)...)
		require.Equal(t, ExitFailed, code, "%v", args)
		require.Contains(t, errs, "another run")
	}
	r := Reading{QuoteModel: write(t, filepath.Join(dir, "m"), "one"), Genre: "news"}
	one, err := r.fingerprint()
	require.NoError(t, err)
	write(t, r.QuoteModel, "another")
	another, err := r.fingerprint()
	require.NoError(t, err)
	require.NotEqual(t, one, another)
}

// Without an output folder there is no errors.jsonl: failures are named at once.
func TestBatchToStandardOutputNamesFailures(t *testing.T) {
	code, out, errs := batch(t, twoArticles+"{broken\n", "--out", "-", "--progress", "none", "-")
	require.Equal(t, ExitFailed, code)
	require.Equal(t, 2, strings.Count(out, "\n"))
	require.Contains(t, errs, "cause=json")
	require.NotContains(t, errs, "errors.jsonl")
}

// An interrupt ends a command that waits for standard input.
func TestInterruptEndsWaiting(t *testing.T) {
	for _, args := range [][]string{{"score"}, {"extract", "-"}, {"convert", "-"}} {
		ctx, interrupt := context.WithCancel(t.Context())
		in, _ := io.Pipe()
		var errs bytes.Buffer
		p := Program{Name: "onrecord", Stdin: in, Stdout: io.Discard, Stderr: &errs, Getenv: func(string) string { return "" }}
		end := make(chan int)
		go func() { end <- p.Main(ctx, args) }()
		time.AfterFunc(50*time.Millisecond, interrupt)
		select {
		case code := <-end:
			require.Equal(t, ExitFailed, code)
			require.Contains(t, errs.String(), "interrupted")
		case <-time.After(30 * time.Second):
			t.Fatal(args[0], " goes on waiting")
		}
	}
}

// counted is a reader that counts its readers and never has anything.
type counted chan struct{}

func (c counted) Read([]byte) (int, error) { c <- struct{}{}; select {} }

// After an interrupt nobody reads any more, however often one is asked to.
func TestWaitingReadsOnceAfterInterrupt(t *testing.T) {
	ctx, interrupt := context.WithCancel(t.Context())
	in := make(counted, 9)
	w := newWaiting(ctx, in)
	time.AfterFunc(10*time.Millisecond, interrupt)
	for range 3 {
		n, err := w.Read(make([]byte, 10))
		require.Zero(t, n)
		require.ErrorIs(t, err, context.Canceled)
	}
	require.Len(t, in, 1)
}

func TestWaitingGivesAll(t *testing.T) {
	text := strings.Repeat("It rained. ", 50_000)
	b, err := io.ReadAll(newWaiting(t.Context(), iotest.DataErrReader(strings.NewReader(text))))
	require.NoError(t, err)
	require.Equal(t, text, string(b))
	broken := errors.New("broken")
	b, err = io.ReadAll(newWaiting(t.Context(), io.MultiReader(strings.NewReader("It"), iotest.ErrReader(broken))))
	require.ErrorIs(t, err, broken)
	require.Equal(t, "It", string(b))
}
