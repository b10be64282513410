package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/export"
	"github.com/onrecord/onrecord/span"
)

// Extract is the extract command.
type Extract struct {
	Analysis
	Format  string   `short:"f" help:"Form of the results: ${enum}. Default: text on a terminal, else jsonl." enum:"auto,text,json,jsonl" default:"auto" group:"Results"`
	Offsets string   `help:"What offsets count in json and jsonl: byte, rune or utf16." enum:"byte,rune,utf16" default:"byte" group:"Results"`
	Only    []string `help:"Keep only these parts of each record: article, quotes, claims (repeatable)." enum:"article,quotes,claims" placeholder:"PART" group:"Results"`
	Paths   []string `arg:"" name:"input" help:"File, folder, URL, or - for standard input."`
}

// Help is shown by --help.
func (*Extract) Help() string {
	return `Examples:

	onrecord extract article.html
	onrecord extract --format html article.html > article-on-record.html
	curl -s https://example.org/story | onrecord extract - | jq '.quotes[].content[0].text'

Folders are walked in the order of their names. A failed input is named on standard error and the others go on; the exit code is then 1.`
}

// Run carries the command out.
func (c *Extract) Run(e *Env) error {
	unit, err := span.ParseUnit(c.Offsets)
	if err != nil {
		return UsageError{err}
	}
	format := c.Format
	screen := newScreen(e)
	if format == "auto" {
		format = "jsonl"
		if screen.terminal {
			format = "text"
		}
	}
	if unit != span.Bytes && format != "json" && format != "jsonl" {
		return usagef("--offsets is for --format json and jsonl; %s has offsets of its own kind", format)
	}
	an, err := c.Analyzer()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(e.Stdout)
	n := 0
	err = Articles(e, c.Paths, c.MaxBytes, func(a Article) error {
		ctx, cancel := context.WithTimeout(e.Context, c.Timeout)
		defer cancel()
		r, err := an.Analyze(ctx, a.Name, a.Body)
		if err != nil {
			if e.Context.Err() != nil {
				return e.Context.Err()
			}
			e.Complain(err)
			return nil
		}
		if err := c.write(out, screen, r, format, unit, n); err != nil {
			return fmt.Errorf("%s: writing the result: %w", a.Name, err)
		}
		n++
		return out.Flush()
	})
	if ferr := out.Flush(); err == nil && ferr != nil {
		err = fmt.Errorf("writing the results: %w", ferr)
	}
	if err != nil {
		return err
	}
	return e.Failed()
}

func (c *Extract) write(w io.Writer, s *screen, r *onrecord.Record, format string, unit span.Unit, n int) error {
	switch format {
	case "text":
		if n > 0 {
			if _, err := fmt.Fprintln(w); err != nil {
				return err
			}
		}
		return s.summary(w, r, c.keeps)
	}
	return writeJSON(w, only(export.Offsets(r, unit), c.Only), format == "json")
}

func (c *Extract) keeps(part string) bool { return len(c.Only) == 0 || slices.Contains(c.Only, part) }

// part is a record of which parts may be left out.
type part struct {
	Schema   string              `json:"schema"`
	ID       string              `json:"id"`
	Input    string              `json:"input"`
	Article  *onrecord.Article   `json:"article,omitempty"`
	Speakers *[]onrecord.Speaker `json:"speakers,omitempty"`
	Quotes   *[]onrecord.Quote   `json:"quotes,omitempty"`
	Claims   *[]onrecord.Claim   `json:"claims,omitempty"`
	Marked   []onrecord.Marked   `json:"marked,omitempty"`
}

// only keeps the named parts of r; speakers go with quotations and claims.
func only(r *onrecord.Record, parts []string) any {
	if len(parts) == 0 {
		return r
	}
	p := part{Schema: r.Schema, ID: r.ID, Input: r.Input}
	for _, x := range parts {
		switch x {
		case "article":
			p.Article = &r.Article
		case "quotes":
			p.Speakers, p.Quotes, p.Marked = &r.Speakers, &r.Quotes, r.Marked
		case "claims":
			p.Speakers, p.Claims = &r.Speakers, &r.Claims
		}
	}
	return p
}

func writeJSON(w io.Writer, v any, indent bool) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if indent {
		enc.SetIndent("", "  ")
	}
	return enc.Encode(v)
}
