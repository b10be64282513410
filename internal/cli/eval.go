package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/score"
)

// Eval is the eval command.
type Eval struct {
	Analysis
	Pages  string   `help:"Folder of the articles' pages, named by their ids: read these, not the marked text." placeholder:"DIR" type:"path"`
	JSON   bool     `help:"Print the figures as one JSON object."`
	Errors bool     `help:"List the mistakes too, by class and with their context."`
	Class  []string `help:"List only mistakes whose class begins so: missed, spurious, boundary, speaker, source, content, type, claim (repeatable)." placeholder:"CLASS"`
	Limit  int      `help:"List at most so many mistakes of a class; 0 for all." default:"10"`
	Gold   string   `arg:"" help:"Marked articles: JSON Lines, perhaps compressed, in the format of docs/usage.md."`
	Found  string   `arg:"" optional:"" help:"What was found: records, or attributions in the format of the marked ones; - for standard input. Default: read the articles now."`
}

// Help is shown by --help.
func (*Eval) Help() string {
	return `Examples:

	onrecord eval marked.jsonl
	onrecord eval --class speaker marked.jsonl
	onrecord extract pages/ | onrecord eval marked.jsonl -

A record belongs to the marked article whose id its "input" contains. Articles with "attributions" are scored by role and link, those with "quotes" or "sentences" end to end; docs/accuracy.md says what each figure means.`
}

// Run carries the command out.
func (c *Eval) Run(e *Env) error {
	for _, x := range c.Class {
		if !slices.ContainsFunc(score.Classes[:], func(known string) bool { return strings.HasPrefix(x, known) || strings.HasPrefix(known, x) }) {
			return usagef("--class %q: no class of mistakes begins so: use one of %s", x, strings.Join(score.Classes[:], ", "))
		}
	}
	c.Errors = c.Errors || len(c.Class) > 0
	gold, err := e.marked(c.Gold)
	if err != nil {
		return err
	}
	var records []onrecord.Record
	var attributions []score.AttributionSet
	if c.Found != "" {
		records, attributions, err = c.found(e)
	} else {
		records, err = c.extract(e, gold)
	}
	if err != nil {
		return err
	}
	return c.report(e, gold, records, attributions)
}

// marked reads marked articles.
func (e *Env) marked(path string) ([]score.Gold, error) {
	f, err := e.open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	gold, err := score.DecodeGold(f, path)
	if err != nil {
		return nil, fmt.Errorf("%w: it needs marked articles, one JSON object a line, in the format of docs/usage.md", err)
	}
	if len(gold) == 0 {
		return nil, fmt.Errorf("%s: no marked articles in it: it needs one JSON object a line", path)
	}
	if !slices.ContainsFunc(gold, func(g score.Gold) bool { return g.Quotes != nil || g.Sentences != nil || g.Attributions != nil }) {
		return nil, fmt.Errorf(`%s: nothing is marked in it: an article needs "quotes", "sentences" or "attributions", as docs/usage.md says`, path)
	}
	return gold, nil
}

// found reads what is to be measured.
func (c *Eval) found(e *Env) ([]onrecord.Record, []score.AttributionSet, error) {
	f, err := e.open(c.Found)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	records, attributions, err := score.ReadPredictions(f, c.Found)
	if err == nil && len(records)+len(attributions) == 0 {
		err = fmt.Errorf("%s: nothing in it", c.Found)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%w: it needs records, as extract and batch write them, or attributions", err)
	}
	return records, attributions, nil
}

func (c *Eval) report(e *Env, gold []score.Gold, records []onrecord.Record, attributions []score.AttributionSet) error {
	figures, width := score.Records(gold, records), 18
	var list []score.Mistake
	if gold[0].Attributions != nil || attributions != nil {
		g := score.Attributed(gold)
		if attributions == nil {
			attributions = score.AsAttributions(gold, records)
		}
		figures, width = score.Attributions(g, attributions), 26
		if c.Errors {
			list = score.AttributionMistakes(g, attributions)
		}
	} else if c.Errors {
		list = score.Mistakes(gold, records)
	}
	if c.JSON {
		if err := writeJSON(e.Stdout, figures, false); err != nil {
			return err
		}
	} else if err := figures.Write(e.Stdout, width); err != nil {
		return err
	}
	if c.Errors {
		if err := score.WriteMistakes(e.Stdout, list, c.Class, c.Limit); err != nil {
			return err
		}
	}
	return e.Failed()
}

// extract reads the marked articles with the analyzer.
func (c *Eval) extract(e *Env, gold []score.Gold) ([]onrecord.Record, error) {
	var pages []string
	if c.Pages != "" {
		ds, err := os.ReadDir(c.Pages)
		if err != nil {
			return nil, err
		}
		for _, d := range ds {
			pages = append(pages, d.Name())
		}
	} else if c.Input == "auto" {
		c.Input = "text"
	}
	an, err := c.Analyzer()
	if err != nil {
		return nil, err
	}
	var out []onrecord.Record
	for _, g := range gold {
		src := []byte(g.Text)
		if c.Pages != "" {
			if src, err = e.page(c.Pages, pages, g.ID, c.MaxBytes); err != nil {
				e.Complain(err)
				continue
			}
		}
		ctx, cancel := c.limit(e.Context)
		r, err := an.Analyze(ctx, g.ID, src)
		cancel()
		if e.Context.Err() != nil {
			return nil, e.Context.Err()
		}
		if err != nil {
			e.Complain(err)
			continue
		}
		out = append(out, *r)
	}
	return out, nil
}

// page reads the page whose name contains an article's id.
func (e *Env) page(dir string, names []string, id string, maxBytes int64) ([]byte, error) {
	for _, n := range names {
		if !strings.Contains(n, id) {
			continue
		}
		return e.read(filepath.Join(dir, n), maxBytes)
	}
	return nil, fmt.Errorf("%s: no page in %s has this id in its name", id, dir)
}
