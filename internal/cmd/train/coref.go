package main

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/onrecord/onrecord/internal/coreference"
	"github.com/onrecord/onrecord/internal/corpus"
	packed "github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/nlp"
)

// trainCoref trains the ranker of antecedents on GUM and on the speakers of
// marked articles, as the models before it annotate their text.
func trainCoref(root, data string) error {
	trees, err := corpus.Conllu(filepath.Join(data, "gum", "train.conllu.gz"))
	if err != nil {
		return err
	}
	b, err := nlp.New(nlp.WithoutCoref())
	if err != nil {
		return err
	}
	var docs []nlp.Referents
	for i := range trees {
		d := coreference.Lay(&trees[i])
		a := new(nlp.Annotation)
		if err := b.Annotate(context.Background(), d.Input, a); err != nil {
			return err
		}
		docs = append(docs, nlp.Referents{Annotation: a, Gold: d.Heads(a)})
	}
	wild, err := corpus.JSONLines[corpus.Marked](filepath.Join(data, "wild", "train.jsonl.gz"))
	if err != nil {
		return err
	}
	speakers, err := speakersOf(b, wild)
	if err != nil {
		return err
	}
	docs = append(docs, speakers...)
	docs = append(docs, speakers...)
	own, err := corpus.Own(data)
	if err != nil {
		return err
	}
	if speakers, err = speakersOf(b, own); err != nil {
		return err
	}
	docs = append(docs, speakers...)
	w := nlp.TrainCorefer(docs, nlp.CoreferTraining{Epochs: 12, Rate: 0.05, Bits: 16, Seed: 1})
	if err := packed.Save(filepath.Join(root, "nlp", "model", "coref.bin"), w); err != nil {
		return err
	}
	return nil
}

// speakersOf makes of marked articles documents whose referents are known
// where they speak: the speaker's name wherever it stands, and the sources of
// quotations.
func speakersOf(b *nlp.Builtin, arts []corpus.Marked) ([]nlp.Referents, error) {
	var docs []nlp.Referents
	for _, art := range arts {
		a := new(nlp.Annotation)
		if err := b.Annotate(context.Background(), nlp.Input{Text: art.Text}, a); err != nil {
			return nil, err
		}
		gold := make([]int32, len(a.Tokens))
		for i := range gold {
			gold[i] = -2
		}
		ids, last := map[string]int32{}, map[string]int32{}
		for _, q := range art.Quotes {
			if q.Speaker == "" || q.Kind == "unclear" {
				continue
			}
			if _, ok := ids[q.Speaker]; !ok {
				n := int32(len(ids))
				ids[q.Speaker] = n
				if q.Kind == "person" {
					w := strings.Fields(q.Speaker)
					l := w[len(w)-1]
					if _, ok := last[l]; ok {
						n = -2 // two of one name
					}
					last[l] = n
				}
			}
		}
		for i := range a.Tokens {
			if n, ok := last[a.Word(i)]; ok && a.Tokens[i].POS.Proper() {
				gold[i] = n
			}
		}
		for _, q := range art.Quotes {
			n, ok := ids[q.Speaker]
			if !ok || q.Source == nil {
				continue
			}
			head := -1
			for i := a.TokenAt(q.Source[0]); i < len(a.Tokens) && int(a.Tokens[i].End) <= q.Source[1]; i++ {
				p := a.Tokens[i].POS
				if p == nlp.PRP || p == nlp.PRPS || p == nlp.WP || p.Noun() {
					head = i
				} else if p == nlp.IN || p == nlp.Comma || p == nlp.POSS || p == nlp.CC {
					break
				}
			}
			if head >= 0 {
				gold[head] = n
			}
		}
		docs = append(docs, nlp.Referents{Annotation: a, Gold: gold})
	}
	return docs, nil
}
