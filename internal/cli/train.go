package cli

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/score"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// Train is the train command.
type Train struct {
	Out    string   `short:"o" help:"Write the model to this file." required:"" type:"path" placeholder:"FILE"`
	Hold   int      `help:"Measure on every Nth article, which is then not trained on; 0 measures nothing." default:"5"`
	Epochs int      `help:"Passes over the articles; 0 is as for the built-in model." default:"0"`
	Marked []string `arg:"" help:"Marked articles: JSON Lines in the format of docs/usage.md."`
}

// Help is shown by --help.
func (*Train) Help() string {
	return `Example:

	onrecord train --out ours.bin marked.jsonl
	onrecord extract --quote-model ours.bin story.html

The model finds quotations: cues, sources and contents. It is trained on your articles alone, so it pays from some hundreds on; before the model is written, one trained on four fifths of them is measured on the rest beside the built-in one, so that you see which to use.`
}

// marked is a marked article, ready for training.
type marked struct {
	gold    score.Gold
	example quotes.Example
}

// Run carries the command out.
func (c *Train) Run(e *Env) error {
	an, err := nlp.New(nlp.WithoutCoref())
	if err != nil {
		return err
	}
	var all []marked
	for _, path := range c.Marked {
		gold, err := e.marked(path)
		if err != nil {
			return err
		}
		for _, g := range gold {
			x, err := example(e.Context, an, &g)
			if err != nil {
				if e.Context.Err() != nil {
					return e.Context.Err()
				}
				e.Complain(fmt.Errorf("%s: %s: %w", path, g.ID, err))
				continue
			}
			all = append(all, marked{g, x})
		}
	}
	if len(all) < 2 {
		return errors.New("fewer than two marked articles: a model needs some hundreds")
	}
	if c.Hold > 1 {
		if err := c.measure(e, all); err != nil {
			return err
		}
	}
	m := c.train(all, e.Stderr)
	if err := m.Save(c.Out); err != nil {
		return err
	}
	fmt.Fprintf(e.Stderr, "%s: trained on %s, written to %s\n", e.Name, count(len(all), "article", "articles"), c.Out)
	return e.Failed()
}

func (c *Train) train(all []marked, log io.Writer) *quotes.Model {
	xs := make([]quotes.Example, len(all))
	for i := range all {
		xs[i] = all[i].example
	}
	return quotes.Train(xs, quotes.Config{Epochs: c.Epochs, Log: log})
}

// measure trains on most articles and compares the result with the built-in
// model on the others.
func (c *Train) measure(e *Env, all []marked) error {
	var most []marked
	var rest []score.Gold
	for i, m := range all {
		if i%c.Hold == c.Hold-1 {
			rest = append(rest, m.gold)
		} else {
			most = append(most, m)
		}
	}
	if len(rest) == 0 {
		return nil
	}
	own := c.train(most, io.Discard)
	for _, x := range []struct {
		name string
		opts []quotes.Option
	}{{"the built-in model", nil}, {fmt.Sprintf("a model trained on %d of the articles", len(most)), []quotes.Option{quotes.WithModel(own)}}} {
		fmt.Fprintf(e.Stdout, "%s, on %d others:\n", x.name, len(rest))
		f, err := evaluate(e.Context, rest, x.opts)
		if err != nil {
			return err
		}
		if err := f.Write(e.Stdout, 26); err != nil {
			return err
		}
		fmt.Fprintln(e.Stdout)
	}
	return nil
}

// evaluate measures quotations on marked articles.
func evaluate(ctx context.Context, gold []score.Gold, opts []quotes.Option) (score.Figures, error) {
	full := gold[0].Attributions != nil
	o := []onrecord.Option{onrecord.WithFormat(onrecord.Text), onrecord.WithQuotes(opts...)}
	if full {
		o = append(o, onrecord.WithAllAttributions())
	}
	an, err := onrecord.New(o...)
	if err != nil {
		return nil, err
	}
	var records []onrecord.Record
	gold = append([]score.Gold{}, gold...)
	for i := range gold {
		gold[i].Sentences = nil // claims do not change
		r, err := an.Analyze(ctx, gold[i].ID, []byte(gold[i].Text))
		if err != nil {
			return nil, err
		}
		records = append(records, *r)
	}
	if full {
		return score.Attributions(score.Attributed(gold), score.AsAttributions(gold, records)), nil
	}
	return score.Records(gold, records), nil
}

// example annotates a marked article.
func example(ctx context.Context, an nlp.Annotator, g *score.Gold) (quotes.Example, error) {
	x := quotes.Example{Annotation: &nlp.Annotation{}, Statements: g.Attributions == nil}
	doc, err := extract.Text(ctx, []byte(g.Text))
	if err != nil {
		return x, err
	}
	if doc.Text != g.Text {
		return x, errors.New("its text is not valid UTF-8, so that offsets do not hold: save it as UTF-8 and mark it anew")
	}
	for _, b := range doc.Blocks {
		if b.Quotable() {
			x.Blocks = append(x.Blocks, nlp.Block{Span: b.Span, Heading: b.Kind == extract.Heading})
		}
	}
	if err := an.Annotate(ctx, nlp.Input{Text: doc.Text, Blocks: x.Blocks}, x.Annotation); err != nil {
		return x, err
	}
	one := func(p *corpus.Pair) []span.Span {
		if p == nil {
			return nil
		}
		return []span.Span{p.Span()}
	}
	for _, q := range g.Quotes {
		x.Gold = append(x.Gold, quotes.Gold{Content: corpus.Spans(q.Content), Cue: one(q.Cue), Source: one(q.Source)})
	}
	for _, a := range g.Attributions {
		x.Gold = append(x.Gold, quotes.Gold{Content: corpus.Spans(a.Content), Cue: corpus.Spans(a.Cue), Source: corpus.Spans(a.Source)})
	}
	for _, q := range x.Gold {
		for _, ss := range [][]span.Span{q.Content, q.Cue, q.Source} {
			for _, s := range ss {
				if !s.Valid(len(g.Text)) {
					return x, fmt.Errorf("the span %d-%d is outside its text of %d bytes", s.Start, s.End, len(g.Text))
				}
			}
		}
	}
	return x, nil
}
