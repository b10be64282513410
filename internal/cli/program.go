// Package cli is the command line of onrecord. A [Program] holds what differs
// between binaries; a binary that links more (a database sink, say) fills in
// more of it and keeps the rest.
//
//	program.go  the commands, exit codes, usage errors
//	analysis.go flags that say how articles are read, shared by commands
//	input.go    files, folders, URLs and standard input
//	fetch.go    pages from the web: one at a time, robots.txt honoured
//	output.go   records in the form asked for, to standard output or a folder
//	text.go, screen.go   the summary for a terminal
//	extract.go, batch.go, across.go, convert.go, score.go, eval.go, train.go, schema.go   a command each
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/onrecord/onrecord/archive"
)

// Exit codes.
const (
	ExitOK     = 0
	ExitFailed = 1 // some inputs failed; each is named on standard error
	ExitUsage  = 2
)

// ErrSomeFailed is returned by a command that went on past failed inputs,
// each of which it has named on standard error with [Env.Complain].
var ErrSomeFailed = errors.New("some inputs failed")

// Program is one binary.
type Program struct {
	Name           string
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	// Commands are added to the built-in ones.
	Commands []Command
	// Sinks are added to those that the batch command writes to, by the name
	// that --to knows them by.
	Sinks map[string]func(dir string) (archive.Sink, error)
}

// Command is a command that a binary adds. Cmd points to a struct with kong's
// field tags and a method Run(*Env) error; a method Help() string gives the
// text, with an example, that --help shows.
type Command struct {
	Name, Help string
	Cmd        any
}

// Env is what a command runs in.
type Env struct {
	Context        context.Context
	Name           string // of the program
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Sinks          map[string]func(dir string) (archive.Sink, error)
	failed         bool
}

// Complain reports an input that failed, which must be named in err, and lets
// the run go on.
func (e *Env) Complain(err error) {
	e.failed = true
	fmt.Fprintf(e.Stderr, "%s: %s\n", e.Name, strings.ReplaceAll(withRemedy(err), "\n", " "))
}

// Failed returns ErrSomeFailed if there was anything to complain about.
func (e *Env) Failed() error {
	if e.failed {
		return ErrSomeFailed
	}
	return nil
}

// UsageError is an error in how a command was called.
type UsageError struct{ Err error }

func (e UsageError) Error() string { return e.Err.Error() }

// Unwrap returns the error itself.
func (e UsageError) Unwrap() error { return e.Err }

func usagef(format string, args ...any) error { return UsageError{fmt.Errorf(format, args...)} }

// commands is the grammar that every binary shares.
type commands struct {
	Extract Extract `cmd:"" help:"Read articles and print who said what, and what can be checked."`
	Batch   Batch   `cmd:"" help:"Analyse an archive: folders, JSON Lines, WARC, Parquet; resumable."`
	Across  Across  `cmd:"" help:"Find what the articles of an archive have in common: copies, altered quotations, repeated claims."`
	Schema  Schema  `cmd:"" help:"Print the JSON Schema of a record."`
	Score   Score   `cmd:"" help:"Score sentences, one a line, by whether they are worth checking."`
	Eval    Eval    `cmd:"" help:"Measure what is found against what people marked."`
	Train   Train   `cmd:"" help:"Train the quotation model on marked articles of your own."`
	Convert Convert `cmd:"" help:"Turn records and marked articles from one form into another."`

	Version kong.VersionFlag `help:"Print the version and stop."`
}

const description = `Reads news articles (HTML or text) and writes down who said what, and which of it can be checked.

	onrecord extract article.html

Results go to standard output, all else to standard error. The exit code is 0 if all went well, 1 if some inputs failed, 2 if the call was wrong.`

// exit carries the code of kong's own early exits (--help, --version).
type exit int

// Main runs the program and returns its exit code.
func (p Program) Main(ctx context.Context, args []string) (code int) {
	if p.Getenv == nil {
		p.Getenv = os.Getenv
	}
	defer func() {
		if r := recover(); r != nil {
			c, ok := r.(exit)
			if !ok {
				panic(r)
			}
			code = int(c)
		}
	}()
	var c commands
	opts := []kong.Option{
		kong.Name(p.Name), kong.Description(description), kong.Writers(p.Stdout, p.Stderr),
		kong.Exit(func(n int) { panic(exit(n)) }), kong.Vars{"version": version()},
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
	}
	for _, x := range p.Commands {
		opts = append(opts, kong.DynamicCommand(x.Name, x.Help, "", x.Cmd))
	}
	parser, err := kong.New(&c, opts...)
	if err != nil {
		fmt.Fprintf(p.Stderr, "%s: building the command line: %v\n", p.Name, err)
		return ExitUsage
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	kctx, err := parser.Parse(args)
	if err != nil {
		return p.usage(err, commandOf(err))
	}
	env := &Env{Context: ctx, Name: p.Name, Stdin: p.Stdin, Stdout: p.Stdout, Stderr: p.Stderr, Getenv: p.Getenv, Sinks: p.Sinks}
	switch err := kctx.Run(env); {
	case err == nil:
		return ExitOK
	case errors.Is(err, ErrSomeFailed):
		return ExitFailed
	case errors.As(err, new(UsageError)):
		return p.usage(err, kctx.Selected().Name)
	case brokenPipe(err):
		return ExitFailed
	default:
		fmt.Fprintf(p.Stderr, "%s: %s\n", p.Name, withRemedy(err))
		return ExitFailed
	}
}

func (p Program) usage(err error, command string) int {
	help := p.Name + " --help"
	if command != "" {
		help = p.Name + " " + command + " --help"
	}
	fmt.Fprintf(p.Stderr, "%s: %v (see %s)\n", p.Name, err, help)
	return ExitUsage
}

// commandOf names the command whose flags did not parse.
func commandOf(err error) string {
	var pe *kong.ParseError
	if errors.As(err, &pe) && pe.Context != nil {
		if n := pe.Context.Selected(); n != nil {
			return n.Name
		}
	}
	return ""
}

// version is the module's version as the Go tool recorded it.
func version() string {
	v := "devel"
	if b, ok := debug.ReadBuildInfo(); ok && b.Main.Version != "" && b.Main.Version != "(devel)" {
		v = b.Main.Version
	}
	return v
}
