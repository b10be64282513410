package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
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
			x.Blocks = append(x.Blocks, nlp.Block{Span: b.Span})
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
	m := quotes.Train(train, quotes.Config{Log: os.Stderr})
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
