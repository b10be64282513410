// Query asks an SQLite file that onrecord batch --to sqlite wrote who is
// quoted most, and which claims are made in more than one article.
//
//	go run ./examples/query out/records.sqlite
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/onrecord/onrecord/sqlite"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: query FILE.sqlite")
	}
	if err := report(context.Background(), os.Stdout, os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func report(ctx context.Context, w io.Writer, path string) error {
	db, err := sqlite.Open(path)
	if err != nil {
		return err
	}
	defer db.Close()

	// The ready search ...
	people, err := db.Search(ctx, sqlite.Query{In: sqlite.Speakers, Limit: 10})
	if err != nil {
		return err
	}
	for _, p := range people {
		fmt.Fprintf(w, "%s is quoted %d times in %d articles\n", p.Speaker, p.Quotes, p.Articles)
	}

	// ... and SQL of one's own.
	rows, err := db.SQL().QueryContext(ctx, `
		SELECT count(DISTINCT seq) AS articles, min(standalone), group_concat(DISTINCT claimant)
		FROM claims WHERE key <> '' GROUP BY key HAVING articles > 1 ORDER BY articles DESC, key LIMIT 10`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var n int
		var claim, who string
		if err := rows.Scan(&n, &claim, &who); err != nil {
			return err
		}
		fmt.Fprintf(w, "in %d articles: %s (%s)\n", n, claim, who)
	}
	return rows.Err()
}
