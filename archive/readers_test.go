package archive

import (
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
)

// TestReadByOthers has DuckDB, pandas and pyarrow read the tables of the
// project's own articles and compares them with the records: types, rows,
// nested columns, joins. Several shards, one of them with empty tables.
// ONRECORD_PYTHON names a Python that has the three (pip install duckdb
// pandas pyarrow); by default it is python3.
func TestReadByOthers(t *testing.T) {
	python := os.Getenv("ONRECORD_PYTHON")
	if python == "" {
		python = "python3"
	}
	if out, err := exec.Command(python, "-c", "import duckdb, pandas, pyarrow").CombinedOutput(); err != nil {
		t.Skipf("%s with duckdb, pandas and pyarrow is needed; set ONRECORD_PYTHON: %v %s", python, err, out)
	}
	an, err := onrecord.New()
	require.NoError(t, err)
	dir := t.TempDir()
	// The first shard holds two pages without quotations and claims.
	const articles = "../testdata/articles/"
	in := Input{Paths: []string{articles + "empty.html", articles + "front-page.html", articles + "*.html", articles + "*.txt"}}
	_, err = Run(t.Context(), an, in, dir, append(jsonSink(t, dir), NewParquet(dir)), WithShards(2, 1<<30))
	require.NoError(t, err)
	report, err := exec.Command(python, "testdata/tables.py", dir).CombinedOutput()
	require.NoError(t, err, string(report))
	t.Logf("%s", report)
}
