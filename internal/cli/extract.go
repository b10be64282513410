package cli

import (
	"context"
	"fmt"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

// Extract is the extract command.
type Extract struct {
	Analysis
	Format  string   `short:"f" help:"Form of the results: ${enum}. Default: text on a terminal, else jsonl." enum:"auto,text,json,jsonl,html,webannotation,schemaorg,brat,citron,gold" default:"auto" group:"Results"`
	Offsets string   `help:"What offsets count in json and jsonl: byte, rune or utf16." enum:"byte,rune,utf16" default:"byte" group:"Results"`
	Only    []string `help:"Keep only these parts of each record: article, quotes, claims (repeatable)." enum:"article,quotes,claims" placeholder:"PART" group:"Results"`
	Out     string   `short:"o" help:"Write a file for each article to this folder, not to standard output." placeholder:"DIR" type:"path" group:"Results"`
	Paths   []string `arg:"" name:"input" help:"File (perhaps compressed), folder, URL, or - for standard input."`
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
	out, err := newOutput(e, c.Format, c.Offsets, c.Only, c.Out)
	if err != nil {
		return err
	}
	an, err := c.Analyzer()
	if err != nil {
		return err
	}
	err = Articles(e, c.Paths, c.MaxBytes, c.Out, func(a Article) error {
		r, err := c.read(e.Context, an, a)
		if err != nil {
			if e.Context.Err() != nil {
				return e.Context.Err()
			}
			e.Complain(err)
			return nil
		}
		return out.write(r)
	})
	if err != nil {
		return err
	}
	return e.Failed()
}

// read analyses one article. What the web said of it helps to read it.
func (f *Analysis) read(ctx context.Context, an *onrecord.Analyzer, a Article) (*onrecord.Record, error) {
	ctx, cancel := f.limit(ctx)
	defer cancel()
	if a.URL == "" {
		return an.Analyze(ctx, a.Name, a.Body)
	}
	doc, err := an.ExtractAs(ctx, a.Body, f.format(), extract.WithContentType(a.ContentType), extract.WithURL(a.URL))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.Name, err)
	}
	return an.AnalyzeDocument(ctx, a.Name, doc)
}
