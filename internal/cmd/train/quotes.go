package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/corpus"
	pack "github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/internal/score"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// buildQuotes trains the quotation models on PolNeAR and on the marked news
// articles, and measures the whole from raw text on the dev sets of both.
func buildQuotes(root, data string) error {
	full, err := corpus.JSONLines[corpus.Attributed](filepath.Join(data, "polnear", "train.jsonl.gz"))
	if err != nil {
		return err
	}
	said, err := corpus.JSONLines[corpus.Marked](filepath.Join(data, "wild", "train.jsonl.gz"))
	if err != nil {
		return err
	}
	if !strings.Contains(os.Getenv("ONRECORD_SKIP"), "own") {
		own, err := corpus.Own(data)
		if err != nil {
			return err
		}
		said = append(said, own...)
	}
	if !strings.Contains(os.Getenv("ONRECORD_SKIP"), "written") {
		written, err := corpus.Written()
		if err != nil {
			return err
		}
		said = append(said, written...)
	}
	an, err := nlp.New(nlp.WithoutCoref())
	if err != nil {
		return err
	}
	var train []quotes.Example
	for _, a := range full {
		x, err := quoteExample(an, a.Text)
		if err != nil {
			return fmt.Errorf("%s: %w", a.ID, err)
		}
		for _, g := range a.Attributions {
			x.Gold = append(x.Gold, quotes.Gold{Source: corpus.Spans(g.Source), Cue: corpus.Spans(g.Cue), Content: corpus.Spans(g.Content)})
		}
		train = append(train, x)
	}
	for _, a := range said {
		if a.Quotes == nil {
			continue // only its sentences are labelled
		}
		x, err := quoteExample(an, a.Text)
		if err != nil {
			return fmt.Errorf("%s: %w", a.ID, err)
		}
		x.Statements = true
		for _, q := range a.Quotes {
			x.Gold = append(x.Gold, quotes.Gold{Content: corpus.Spans(q.Content), Cue: optional(q.Cue), Source: optional(q.Source)})
		}
		train = append(train, x)
	}
	m := quotes.Train(train, quotes.Config{Log: os.Stderr})
	if err := pack.Save(filepath.Join(root, "quotes", "model", "quotes.bin"), m); err != nil {
		return err
	}
	return measureQuotes(m, data)
}

func optional(p *corpus.Pair) []span.Span {
	if p == nil {
		return nil
	}
	return []span.Span{p.Span()}
}

func quoteExample(an nlp.Annotator, text string) (quotes.Example, error) {
	x := quotes.Example{Annotation: &nlp.Annotation{}}
	ctx := context.Background()
	d, err := extract.Text(ctx, []byte(text))
	if err != nil {
		return x, err
	}
	for _, b := range d.Blocks {
		if b.Quotable() {
			x.Blocks = append(x.Blocks, nlp.Block{Span: b.Span, Heading: b.Kind == extract.Heading})
		}
	}
	return x, an.Annotate(ctx, nlp.Input{Text: d.Text, Blocks: x.Blocks}, x.Annotation)
}

// measureQuotes prints the figures of m on the dev sets, from raw text.
func measureQuotes(m *quotes.Model, data string) error {
	for _, set := range []struct {
		path string
		opts []onrecord.Option
	}{
		{filepath.Join(data, "polnear", "dev.jsonl.gz"), []onrecord.Option{onrecord.WithAllAttributions()}},
		{filepath.Join(data, "wild", "dev.jsonl.gz"), nil},
	} {
		gold, err := score.ReadGold(set.path)
		if err != nil {
			return err
		}
		a, err := onrecord.New(append(set.opts, onrecord.WithFormat(onrecord.Text), onrecord.WithQuotes(quotes.WithModel(m)))...)
		if err != nil {
			return err
		}
		var records []onrecord.Record
		for i := range gold {
			gold[i].Sentences = nil
			r, err := a.Analyze(context.Background(), gold[i].ID, []byte(gold[i].Text))
			if err != nil {
				return err
			}
			records = append(records, *r)
		}
		f := score.Records(gold, records)
		if set.opts != nil {
			f = score.Attributions(score.Attributed(gold), score.AsAttributions(gold, records))
		}
		fmt.Fprintln(os.Stderr, set.path)
		if err := f.Write(os.Stderr, 26); err != nil {
			return err
		}
	}
	return nil
}
