package main

import (
	"context"
	"path/filepath"

	"github.com/onrecord/onrecord/internal/coreference"
	"github.com/onrecord/onrecord/internal/corpus"
	packed "github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/nlp"
)

// trainCoref trains the ranker of antecedents on GUM, as the models before it
// annotate its text.
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
	w := nlp.TrainCorefer(docs, 6, 16, 1)
	if err := packed.Save(filepath.Join(root, "nlp", "model", "coref.bin"), w); err != nil {
		return err
	}
	return nil
}
