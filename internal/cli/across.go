package cli

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"path/filepath"

	"github.com/onrecord/onrecord/archive/across"
	"github.com/onrecord/onrecord/internal/heap"
)

// Across is the across command.
type Across struct {
	Out         string  `short:"o" help:"Output folder. Default: across, in the folder that is read." placeholder:"DIR" type:"path" group:"Results"`
	Resemblance float64 `help:"Share of word sequences in common from which two articles are nearly equal." default:"0.5" group:"Limits"`
	Quiet       bool    `help:"No log lines." group:"Work"`
	Dir         string  `arg:"" name:"folder" help:"Output folder of onrecord batch: its Parquet tables, or its JSON Lines." type:"path"`
}

// Help is shown by --help.
func (*Across) Help() string {
	return `Examples:

	onrecord batch --out tables --to parquet archive/
	onrecord across tables
	jq 'select(.altered)' tables/across/quotes.jsonl

Writes articles.jsonl (equal and nearly equal articles), quotes.jsonl (quotations that occur more than once, with their variants and the words in which they differ), claims.jsonl (claims that repeat each other) and speakers.jsonl (who is quoted, over all articles). Prints how much of each as JSON.`
}

// Run carries the command out.
func (c *Across) Run(e *Env) error {
	if c.Resemblance <= 0 || c.Resemblance > 1 {
		return usagef("--resemblance %g: it is a share above 0 and up to 1", c.Resemblance)
	}
	if c.Out == "" {
		c.Out = filepath.Join(c.Dir, "across")
	}
	o := across.Options{Resemblance: c.Resemblance}
	if !c.Quiet {
		o.Log = slog.New(slog.NewTextHandler(e.Stderr, nil))
	}
	defer heap.Slack(96 << 20)()
	s, err := across.Run(e.Context, c.Dir, c.Out, o)
	if err != nil {
		return err
	}
	b, err := json.Marshal(s)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(e.Stdout, "%s\n", b)
	return err
}
