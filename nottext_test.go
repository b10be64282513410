package onrecord_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
)

// Any bytes can be read as text; those that are none are an error that says
// what they are and what to do.
func TestNotText(t *testing.T) {
	an, err := onrecord.New()
	require.NoError(t, err)
	for _, c := range []struct{ src, says string }{
		{"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "pdftotext"},
		{"{\\rtf1\\ansi It rained.}", "save it as text"},
		{"PK\x03\x04\x14\x00word/document.xml", "an office document"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"},
		{"\x1f\x8b\x08\x00\x00", "onrecord batch"},
		{"\x28\xb5\x2f\xfd\x04", "zstd"},
		{"\xfd7zXZ\x00\x00", "xz"},
		{"\x89PNG\r\n\x1a\n\x00\x00", "picture"},
		{"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"},
		{"GIF89a\x01\x00", "picture"},
		{"PAR1\x15\x04", "Parquet"},
		{`{"id":1,"text":"It rained, said Ada Brook."}`, "JSON Lines"},
		{" \n[{\"text\":\"It rained.\"}]", "JSON"},
		{"[\n  {\n    \"text\": \"It rained.\"\n  }\n]", "JSON"},
		{"WARC/1.1\r\nWARC-Type: response\r\n", "web archive"},
		{noise(4096), "control characters"},
	} {
		_, err := an.Analyze(t.Context(), "odd", []byte(c.src))
		require.ErrorIs(t, err, onrecord.ErrNotText, "%.20q", c.src)
		require.ErrorContains(t, err, "odd: ")
		require.ErrorContains(t, err, c.says)
	}
	_, err = an.AnalyzeDocument(t.Context(), "none", nil)
	require.ErrorContains(t, err, "none: no document")
	for _, src := range []string{
		"", "\ufeff“It rained,” said Ada Brook.", "GIF is said with a hard G, said Ada Brook.", "It \x1b[31mrained\x07, said Ada Brook.",
		"\xff\xfe" + strings.Repeat("\x05\x06", 200), // UTF-16
		strings.Repeat("I\x00t\x00 \x00r\x00", 50),
		"\x1b$B" + strings.Repeat("\x1b(Bab\x1b$B", 50),
	} {
		_, err := an.Analyze(t.Context(), "plain", []byte(src))
		require.NoError(t, err, "%.20q", src)
	}
	text, err := onrecord.New(onrecord.WithFormat(onrecord.Text))
	require.NoError(t, err)
	_, err = text.Analyze(t.Context(), "said to be text", []byte(`{"as she said"} is how the note begins.`))
	require.NoError(t, err)
}
