// Tables reads the Parquet tables that onrecord batch --to parquet wrote and
// prints the most check-worthy claims with who makes them.
//
//	go run ./examples/tables out
//
// The same in DuckDB:
//
//	SELECT c.score, c.claimant, c.standalone, a.url
//	FROM 'out/claims-*.parquet' c JOIN 'out/articles-*.parquet' a USING (seq) ORDER BY c.score DESC LIMIT 20
//
// and in pandas:
//
//	pandas.read_parquet("out/claims-00000.parquet").nlargest(20, "score")[["score", "claimant", "standalone"]]
package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"

	"github.com/parquet-go/parquet-go"

	"github.com/onrecord/onrecord/archive"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: tables FOLDER")
	}
	if err := top(os.Stdout, os.Args[1], 20); err != nil {
		log.Fatal(err)
	}
}

// top prints the n claims of the highest score.
func top(w io.Writer, dir string, n int) error {
	files, err := filepath.Glob(filepath.Join(dir, "claims-*.parquet"))
	if err != nil {
		return err
	}
	var best []archive.ClaimRow
	for _, path := range files {
		rows, err := parquet.ReadFile[archive.ClaimRow](path)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		best = append(best, rows...)
		slices.SortStableFunc(best, func(a, b archive.ClaimRow) int {
			switch {
			case a.Score > b.Score:
				return -1
			case a.Score < b.Score:
				return 1
			}
			return 0
		})
		best = best[:min(n, len(best))]
	}
	for _, c := range best {
		who := c.Claimant
		if who == "" {
			who = "the author"
		}
		if _, err := fmt.Fprintf(w, "%.2f\t%s\t%s\n", c.Score, who, c.Standalone); err != nil {
			return err
		}
	}
	return nil
}
