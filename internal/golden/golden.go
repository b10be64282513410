// Package golden has the flag -update, with which tests write anew what they
// compare with: expected records, golden files, the floor of the scores, the
// output that the README shows.
//
//	go test ./... -update
//
// go test hands its flags to the tests of every package it is given, and those
// that do not know one fail. So each package with tests imports this one, at
// least by its name alone, which TestEveryPackageHasTheFlag sees to.
package golden

import (
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write anew what the tests compare with: golden files, expected records, floors")

// Update reports whether golden files are to be written anew.
func Update() bool { return *update }

// Equal compares got with the file at path, or writes it there.
func Equal(t testing.TB, path, got string) {
	t.Helper()
	if Update() {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "no golden file: look at what go test -update makes, and keep it if it is right")
	require.Equal(t, string(want), got)
}
