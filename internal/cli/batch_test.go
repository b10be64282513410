package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func batch(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	p := Program{Name: "onrecord", Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }}
	code = p.Main(context.Background(), append([]string{"batch"}, args...))
	return code, out.String(), errs.String()
}

const twoArticles = `{"id":"a","body":"The mayor of Orsund, Vera Holm, said the harbour froze twice.","date":"2031-01-02"}
{"id":"b","body":"Nothing was said."}
`

func TestBatch(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	require.NoError(t, os.WriteFile(in, []byte(twoArticles+"{broken\n"), 0o666))
	out := filepath.Join(dir, "out")
	sum := filepath.Join(dir, "sum.json")
	for range 2 { // the second finds it all done
		code, stdout, stderr := batch(t, "", "--out", out, "--to", "jsonl,parquet", "--compress", "zstd", "--summary", sum, in)
		require.Equal(t, ExitFailed, code, stderr)
		require.Empty(t, stdout)
		require.Contains(t, stderr, "2 articles")
		require.Contains(t, stderr, "1 failed: json 1")
		require.FileExists(t, filepath.Join(out, "records-00000.jsonl.zst"))
		require.FileExists(t, filepath.Join(out, "quotes-00000.parquet"))
		b, err := os.ReadFile(sum)
		require.NoError(t, err)
		require.Contains(t, string(b), `"json": 1`)
	}
}

func TestBatchStandardStreams(t *testing.T) {
	code, stdout, stderr := batch(t, twoArticles, "--out", "-", "--progress", "none", "--field", "text=body", "-")
	require.Equal(t, ExitOK, code, stderr)
	require.Equal(t, 2, strings.Count(stdout, "\n"))
	require.Contains(t, stdout, `"input":"a"`)
}

func TestBatchDryRun(t *testing.T) {
	dir := t.TempDir()
	code, stdout, stderr := batch(t, twoArticles, "--out", filepath.Join(dir, "out"), "--dry-run", "-")
	require.Equal(t, ExitOK, code, stderr)
	require.Contains(t, stdout, "2 articles\n1 shard")
	require.Contains(t, stdout, "published: 2031-01-02")
	require.NoDirExists(t, filepath.Join(dir, "out"))
}

func TestBatchUsage(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"--out", "x", "--to", "sqlite", "in"}, "sqlite/cmd/onrecord@latest"},
		{[]string{"--out", "x", "--to", "csv", "in"}, "jsonl, parquet"},
		{[]string{"--out", "x", "--shard", "3/2", "in"}, "I/N"},
		{[]string{"--out", "x", "--field", "words=body", "in"}, "authors"},
		{[]string{"--out", "-", "--to", "parquet", "in"}, "folder"},
		{[]string{"in"}, "--out"},
	} {
		code, _, stderr := batch(t, "", c.args...)
		require.Equal(t, ExitUsage, code, "%v", c.args)
		require.Contains(t, stderr, c.says)
	}
}

func TestAcross(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	require.NoError(t, os.WriteFile(in, []byte(twoArticles+twoArticles), 0o666))
	out := filepath.Join(dir, "out")
	code, _, stderr := batch(t, "", "--out", out, "--to", "parquet", in)
	require.Equal(t, ExitOK, code, stderr)
	var stdout, errs bytes.Buffer
	p := Program{Name: "onrecord", Stdout: &stdout, Stderr: &errs, Getenv: func(string) string { return "" }}
	require.Equal(t, ExitOK, p.Main(context.Background(), []string{"across", out}), errs.String())
	require.Contains(t, stdout.String(), `"articles":4,`)
	require.Contains(t, stdout.String(), `"article_groups":2,`)
	require.FileExists(t, filepath.Join(out, "across", "quotes.jsonl"))
	require.Equal(t, ExitFailed, p.Main(context.Background(), []string{"across", dir}))
	require.Equal(t, ExitUsage, p.Main(context.Background(), []string{"across", "--resemblance", "2", out}))
}

// The first interrupt asks a run to stop, the second ends it.
func TestTwice(t *testing.T) {
	ctx, interrupt := context.WithCancel(context.Background())
	var said bytes.Buffer
	hard, stop, release := twice(ctx, &said)
	defer release()
	select {
	case <-stop:
		t.Fatal("stopped before anything happened")
	default:
	}
	interrupt()
	<-stop
	require.NoError(t, hard.Err())
	require.Contains(t, said.String(), "interrupt again")
	self, err := os.FindProcess(os.Getpid())
	require.NoError(t, err)
	if self.Signal(os.Interrupt) != nil {
		t.Skip("no signals here")
	}
	<-hard.Done()
}
