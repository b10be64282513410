package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/corpus"
	pack "github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

func loadSilver(data, set string) ([]corpus.Attributed, []quotes.Example, error) {
	arts, err := corpus.JSONLines[corpus.Attributed](filepath.Join(data, "polnear", set+".jsonl.gz"))
	if err != nil {
		return nil, nil, err
	}
	b, err := nlp.New(nlp.WithoutCoref())
	if err != nil {
		return nil, nil, err
	}
	var keep []corpus.Attributed
	var out []quotes.Example
	for _, a := range arts {
		d, _ := extract.Text(context.Background(), []byte(a.Text))
		x := quotes.Example{Annotation: &nlp.Annotation{}}
		for _, b := range d.Blocks {
			if b.Quotable() {
				x.Blocks = append(x.Blocks, nlp.Block{Span: b.Span, Heading: b.Kind == extract.Heading})
			}
		}
		if err := b.Annotate(context.Background(), nlp.Input{Text: d.Text, Blocks: x.Blocks}, x.Annotation); err != nil {
			return nil, nil, err
		}
		for _, g := range a.Attributions {
			x.Gold = append(x.Gold, quotes.Gold{Source: corpus.Spans(g.Source), Cue: corpus.Spans(g.Cue), Content: corpus.Spans(g.Content)})
		}
		keep = append(keep, a)
		out = append(out, x)
	}
	return keep, out, nil
}

func buildQuotes(root, data string) error {
	_, train, err := loadSilver(data, "train")
	if err != nil {
		return err
	}
	if n := os.Getenv("ONRECORD_LIMIT"); n != "" {
		var k int
		fmt.Sscan(n, &k)
		train = train[:k]
	}
	w, err := loadMarked(data, "train")
	if err != nil {
		return err
	}
	train = append(train, w...)
	m := quotes.Train(train, quotes.Config{Log: os.Stderr})
	if err := pack.Save(filepath.Join(root, "quotes", "model", "quotes.bin"), m); err != nil {
		return err
	}
	arts, dev, err := loadSilver(data, "dev")
	if err != nil {
		return err
	}
	for _, th := range []float64{.25, .3, .35, .4, .45} {
		f, err := os.Create(fmt.Sprintf("/tmp/quotes/dev-%.2f.jsonl", th))
		if err != nil {
			return err
		}
		e := json.NewEncoder(f)
		for i, x := range dev {
			e.Encode(map[string]any{"id": arts[i].ID, "attributions": quotes.Predict(m, x, th)})
		}
		f.Close()
	}
	return nil
}

func loadMarked(data, set string) ([]quotes.Example, error) {
	arts, err := corpus.JSONLines[corpus.Marked](filepath.Join(data, "wild", set+".jsonl.gz"))
	if err != nil {
		return nil, err
	}
	b, err := nlp.New(nlp.WithoutCoref())
	if err != nil {
		return nil, err
	}
	var out []quotes.Example
	for _, a := range arts {
		d, err := extract.Text(context.Background(), []byte(a.Text))
		if err != nil {
			return nil, err
		}
		x := quotes.Example{Annotation: &nlp.Annotation{}, Statements: true}
		for _, b := range d.Blocks {
			if b.Quotable() {
				x.Blocks = append(x.Blocks, nlp.Block{Span: b.Span, Heading: b.Kind == extract.Heading})
			}
		}
		if err := b.Annotate(context.Background(), nlp.Input{Text: d.Text, Blocks: x.Blocks}, x.Annotation); err != nil {
			return nil, err
		}
		for _, q := range a.Quotes {
			g := quotes.Gold{Content: corpus.Spans(q.Content)}
			if q.Cue != nil {
				g.Cue = []span.Span{q.Cue.Span()}
			}
			if q.Source != nil {
				g.Source = []span.Span{q.Source.Span()}
			}
			x.Gold = append(x.Gold, g)
		}
		out = append(out, x)
	}
	return out, nil
}
