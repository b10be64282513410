// Onrecord reads news articles and writes down who said what, and which of
// it can be checked.
package main

import (
	"context"
	"os"
	"os/signal"

	"github.com/onrecord/onrecord/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cli.Program{Name: "onrecord", Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv}.Main(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
