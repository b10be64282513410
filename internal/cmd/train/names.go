package main

import (
	"path/filepath"

	"github.com/onrecord/onrecord/internal/linear"
	pack "github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/internal/names"
	"github.com/onrecord/onrecord/internal/postag"
	"github.com/onrecord/onrecord/internal/words"
	"strings"

	"os"
)

// buildNames trains the model of names.
func buildNames(root, data string) error {
	packed, err := os.ReadFile(filepath.Join(root, "nlp", "model", "pos.bin"))
	if err != nil {
		return err
	}
	r, err := pack.Open(packed)
	if err != nil {
		return err
	}
	tagger, err := postag.Read(r)
	if err != nil {
		return err
	}
	ss, err := polnear(data, "train")
	if err != nil {
		return err
	}
	var train []names.Sentence
	var scratch postag.Scratch
	add := func(s *tagged) {
		x := names.Sentence{Words: s.words(), Tags: s.fixedTags(), Labels: nameLabels(s.names)}
		words.CaseOf(x.Words)
		tagger.Tag(x.Words, x.Tags, &scratch)
		train = append(train, x)
	}
	for k := range ss {
		add(&ss[k])
		if k%25 == 0 {
			add(recase(&ss[k], strings.ToUpper))
		}
		if k%25 == 12 {
			add(recase(&ss[k], headline))
		}
	}
	m := names.Train(train, linear.Training{Bits: 16, Epochs: 6, Rate: 0.1, Seed: 3, Progress: func(e int, loss float64) { logf("  epoch %d: loss %.4f", e, loss) }})
	return pack.Save(filepath.Join(root, "nlp", "model", "names.bin"), m)
}

// nameLabels turns CoreNLP's labels into those of package names.
func nameLabels(ner []string) []uint8 {
	out := make([]uint8, len(ner))
	for i, n := range ner {
		k := -1
		switch n {
		case "PERSON":
			k = names.Person
		case "ORGANIZATION":
			k = names.Organization
		case "LOCATION":
			k = names.Place
		case "MISC":
			k = names.Misc
		}
		if k < 0 {
			continue
		}
		out[i] = uint8(2*k + 1)
		if i > 0 && ner[i-1] == n {
			out[i]++
		}
	}
	return out
}
