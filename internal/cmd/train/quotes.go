package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// silver makes an annotation of CoreNLP's rows (an experiment's stand-in for
// the built-in annotator).
func silver(text string, t *corpus.Tree) *nlp.Annotation {
	a := &nlp.Annotation{Text: text}
	for _, s := range t.Sentences {
		first := len(a.Tokens)
		for _, w := range s.Words {
			head := int32(-1)
			if w.Head > 0 {
				head = int32(first + w.Head - 1)
			}
			rel := w.Rel
			switch rel {
			case "dobj":
				rel = "obj"
			case "nsubjpass":
				rel = "nsubj:pass"
			case "auxpass":
				rel = "aux:pass"
			case "neg":
				rel = "advmod"
			}
			a.Tokens = append(a.Tokens, nlp.Token{Start: int32(w.Start), End: int32(w.End), Lemma: strings.ToLower(w.Lemma), POS: nlp.ParsePOS(w.XPOS), Rel: nlp.ParseRel(rel), Head: head, Sentence: int32(len(a.Sentences))})
		}
		a.Sentences = append(a.Sentences, nlp.Sentence{Span: span.Span{Start: s.Words[0].Start, End: s.Words[len(s.Words)-1].End}, First: first, Last: len(a.Tokens)})
		for i := 0; i < len(s.Words); {
			k := map[string]nlp.EntityKind{"PERSON": nlp.Person, "LOCATION": nlp.Place, "ORGANIZATION": nlp.Organization, "MISC": nlp.Misc, "DATE": nlp.Date, "MONEY": nlp.Money}[s.Words[i].NER]
			j := i + 1
			for j < len(s.Words) && s.Words[j].NER == s.Words[i].NER {
				j++
			}
			if k != 0 {
				a.Entities = append(a.Entities, nlp.Entity{Kind: k, First: first + i, Last: first + j})
			}
			i = j
		}
	}
	return a
}

func loadSilver(data, set string) ([]corpus.Attributed, []quotes.Example, error) {
	arts, err := corpus.JSONLines[corpus.Attributed](filepath.Join(data, "polnear", set+".jsonl.gz"))
	if err != nil {
		return nil, nil, err
	}
	trees, err := corpus.CoreNLP(filepath.Join(data, "polnear", set+".corenlp.tsv.gz"))
	if err != nil {
		return nil, nil, err
	}
	by := map[string]*corpus.Tree{}
	for i := range trees {
		by[trees[i].ID] = &trees[i]
	}
	var keep []corpus.Attributed
	var out []quotes.Example
	for _, a := range arts {
		t := by[a.ID]
		if t == nil {
			continue
		}
		d, _ := extract.Text(context.Background(), []byte(a.Text))
		x := quotes.Example{Annotation: silver(a.Text, t)}
		for _, b := range d.Blocks {
			x.Blocks = append(x.Blocks, nlp.Block{Span: b.Span})
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
