package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/internal/cli"
)

func TestBatchAndSearch(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	require.NoError(t, os.WriteFile(in, []byte(`{"id":"a","text":"“The harbour froze twice in ten years,” said Vera Holm, the mayor of Orsund."}`+"\n"), 0o666))
	out := filepath.Join(dir, "out")
	call := func(args ...string) (int, string, string) {
		var stdout, stderr bytes.Buffer
		p := program()
		p.Stdout, p.Stderr = &stdout, &stderr
		code := p.Main(context.Background(), args)
		return code, stdout.String(), stderr.String()
	}
	code, _, stderr := call("batch", "--out", out, "--to", "sqlite,jsonl", in)
	require.Equal(t, cli.ExitOK, code, stderr)
	require.FileExists(t, filepath.Join(out, "records.sqlite"))
	require.FileExists(t, filepath.Join(out, "records-00000.jsonl"))
	code, stdout, stderr := call("search", out, "freeze", "orsund")
	require.Equal(t, cli.ExitOK, code, stderr)
	require.Contains(t, stdout+stderr, "nothing found") // "froze" is no form that a stemmer knows
	code, stdout, stderr = call("search", out, "--format", "jsonl", "harbours")
	require.Equal(t, cli.ExitOK, code, stderr)
	require.Contains(t, stdout, "froze twice")
	code, _, _ = call("search", filepath.Join(dir, "none"), "x")
	require.Equal(t, cli.ExitFailed, code)
	code, _, _ = call("search")
	require.Equal(t, cli.ExitUsage, code)
}
