// Onrecord with SQLite: the command line of github.com/onrecord/onrecord,
// with batch --to sqlite and search.
package main

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/onrecord/onrecord/archive"
	"github.com/onrecord/onrecord/internal/cli"
	"github.com/onrecord/onrecord/sqlite"
)

// fileName is the database in the output folder of onrecord batch.
const fileName = "records.sqlite"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := program().Main(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

func program() cli.Program {
	return cli.Program{Name: "onrecord", Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv,
		Sinks: map[string]func(string) (archive.Sink, error){
			"sqlite": func(dir string) (archive.Sink, error) { return sqlite.NewSink(filepath.Join(dir, fileName)) },
		},
		Commands: []cli.Command{{Name: "search", Help: "Search the quotations, claims and speakers of an SQLite file.", Cmd: new(search)}},
	}
}
