package extract

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/onrecord/onrecord/internal/golden"
	"github.com/stretchr/testify/require"
)

// TestGolden reads each file of testdata and compares what comes out with the
// .golden file beside it. To add a case, add NAME.html or NAME.txt and run
// go test ./extract -run Golden -update.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	require.NoError(t, err)
	n := 0
	for _, f := range files {
		ext := filepath.Ext(f)
		if ext != ".html" && ext != ".txt" {
			continue
		}
		n++
		t.Run(filepath.Base(f), func(t *testing.T) {
			src, err := os.ReadFile(f)
			require.NoError(t, err)
			require.Equal(t, ext == ".html", IsHTML(src))
			read := Text
			if ext == ".html" {
				read = HTML
			}
			d, err := read(context.Background(), src)
			require.NoError(t, err)
			checkDocument(t, d, string(src))
			golden.Equal(t, strings.TrimSuffix(f, ext)+".golden", dump(d))
		})
	}
	require.Greater(t, n, 8)
}

// dump writes a document for reading.
func dump(d *Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "form: %s\nencoding: %s\ntitle: %s\nauthors: %q\npublished: %s\nmodified: %s\nurl: %s\nsite: %s\nlanguage: %s\nsection: %s\ntags: %q\n",
		d.Form, d.Encoding, d.Title, d.Authors, d.Published, d.Modified, d.URL, d.Site, d.Language, d.Section, d.Tags)
	for i, x := range d.Blocks {
		fmt.Fprintf(&b, "\n%d %s", i, x.Kind)
		if x.Level > 0 {
			fmt.Fprintf(&b, " %d", x.Level)
		}
		fmt.Fprintf(&b, " %d-%d", x.Start, x.End)
		if !x.Source.Empty() {
			fmt.Fprintf(&b, " from %d-%d", x.Source.Start, x.Source.End)
		}
		if x.Path != "" {
			fmt.Fprintf(&b, " %s", x.Path)
		}
		if !x.Attribution.Empty() {
			fmt.Fprintf(&b, " attribution %q", x.Attribution.Of(d.Text))
		}
		if x.Repeats >= 0 {
			fmt.Fprintf(&b, " repeats %d", x.Repeats)
		}
		fmt.Fprintf(&b, "\n%s\n", x.Span.Of(d.Text))
	}
	return b.String()
}
