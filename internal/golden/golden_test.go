package golden

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEveryPackageHasTheFlag(t *testing.T) {
	const root, self = "../..", "github.com/onrecord/onrecord/internal/golden"
	has := map[string]bool{}
	require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			name := d.Name()
			if path != root && (strings.HasPrefix(name, ".") && name != ".." || name == "testdata") {
				return filepath.SkipDir
			}
			if _, err := os.Stat(filepath.Join(path, "go.mod")); err == nil && path != root {
				return filepath.SkipDir // a module of its own, which ./... does not reach
			}
			return nil
		}
		if !strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir := filepath.Dir(path)
		has[dir] = has[dir] || dir == filepath.Join(root, "internal/golden")
		for _, i := range file.Imports {
			p, _ := strconv.Unquote(i.Path.Value)
			has[dir] = has[dir] || p == self
		}
		return nil
	}))
	require.Greater(t, len(has), 20)
	for dir, ok := range has {
		require.True(t, ok, "the tests of %s do not know -update: import _ %q in one of their files", dir, self)
	}
}
