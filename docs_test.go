package onrecord_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
)

// sources calls f with every file of the repository that has the ending.
func sources(t *testing.T, end string, f func(path string)) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case strings.HasSuffix(path, end):
			f(path)
		}
		return nil
	}))
}

// Links of the documents lead somewhere.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	n := 0
	sources(t, ".md", func(path string) {
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		for _, m := range link.FindAllStringSubmatch(string(b), -1) {
			to, _, _ := strings.Cut(m[1], "#")
			if to == "" || strings.Contains(to, "://") {
				continue
			}
			n++
			_, err := os.Stat(filepath.Join(filepath.Dir(path), to))
			require.NoError(t, err, "%s links to %s", path, m[1])
		}
	})
	require.Greater(t, n, 10)
}

// The files that a package's comment says are there are there.
func TestPackageCommentsNameFiles(t *testing.T) {
	file := regexp.MustCompile(`[a-z][\w*]*\.go\b`)
	n := 0
	sources(t, ".go", func(path string) {
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.PackageClauseOnly|parser.ParseComments)
		require.NoError(t, err)
		if f.Doc == nil || strings.HasSuffix(path, "_test.go") {
			return
		}
		for _, name := range file.FindAllString(f.Doc.Text(), -1) {
			n++
			there, err := filepath.Glob(filepath.Join(filepath.Dir(path), name))
			require.NoError(t, err)
			require.NotEmpty(t, there, "%s: the package comment names %s", path, name)
		}
	})
	require.Greater(t, n, 50)
}

// Every field of a record is described.
func TestRecordIsDescribed(t *testing.T) {
	b, err := os.ReadFile("docs/record.md")
	require.NoError(t, err)
	for name, def := range onrecord.JSONSchema()["$defs"].(map[string]any) {
		for field := range def.(map[string]any)["properties"].(map[string]any) {
			require.True(t, strings.Contains(string(b), "`"+field+"`") || strings.Contains(string(b), `"`+field+`"`), "docs/record.md: %s.%s", name, field)
		}
	}
}
