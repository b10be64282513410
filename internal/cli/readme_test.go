package cli

import (
	"os"
	"strings"
	"testing"

	"github.com/onrecord/onrecord/internal/golden"
	"github.com/stretchr/testify/require"
)

// TestReadmeShowsRealOutput runs the README's command and compares what it
// shows with what comes out.
func TestReadmeShowsRealOutput(t *testing.T) {
	const path = "../../README.md"
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	head, rest, ok := strings.Cut(string(b), "```text\n")
	require.True(t, ok)
	shown, tail, ok := strings.Cut(rest, "```\n")
	require.True(t, ok)
	_, args, ok := strings.Cut(head, "\tgo run ./cmd/onrecord ")
	require.True(t, ok)
	args, _, _ = strings.Cut(args, "\n")
	t.Chdir("../..")
	out, errs, code := runEnv(t, map[string]string{"COLUMNS": "96"}, "", append(strings.Fields(args), "--format", "text")...)
	require.Equal(t, ExitOK, code, errs)
	if golden.Update() {
		require.NoError(t, os.WriteFile("README.md", []byte(head+"```text\n"+out+"```\n"+tail), 0o644))
		return
	}
	require.Equal(t, shown, out)
}
