package main

import (
	"math/rand/v2"
	"path/filepath"
	"strings"

	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/linear"
	pack "github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/internal/names"
	"github.com/onrecord/onrecord/internal/postag"
	"github.com/onrecord/onrecord/internal/words"
	"github.com/onrecord/onrecord/nlp"
)

// named is a document with its names.
type named []names.Sentence

// buildNames trains the model of names, on PolNeAR's silver names and on those
// of GUM. Half of the sentences come with what a model that did not see them
// calls their words elsewhere in the document, so that one model serves both
// passes over a document.
func buildNames(root, data string) error {
	tagger, err := readTagger()
	if err != nil {
		return err
	}
	silver, err := polnear(data, "train")
	if err != nil {
		return err
	}
	gold, err := gumNames(filepath.Join(data, "gum", "train.conllu.gz"))
	if err != nil {
		return err
	}
	docs := append(documents(silver, tagger), documents(gold, tagger)...)
	nSilver := len(documents(silver, nil))
	train := func(keep func(i int) bool, epochs int) *names.Model {
		var ss []names.Sentence
		rng := rand.New(rand.NewPCG(5, 6))
		for i, d := range docs {
			if keep(i) {
				for _, x := range d {
					ss = append(ss, forget(x, rng))
				}
			}
		}
		return names.Train(ss, linear.Training{Bits: 17, Epochs: epochs, Rate: 0.1, Seed: 3, Dropout: 0.1, Progress: func(e int, loss float64) { logf("  epoch %d: loss %.4f", e, loss) }})
	}
	// GUM names no nationalities and the like: take those from a model of
	// the silver names.
	half := [2]*names.Model{}
	for k := range half {
		half[k] = train(func(i int) bool { return i%2 == k && i < nSilver }, 3)
	}
	var s names.Scratch
	for i := nSilver; i < len(docs); i++ {
		for _, x := range docs[i] {
			for k, l := range half[0].Label(x.Words, x.Tags, nil, &s) {
				if x.Labels[k] == 0 && l > 2*names.Misc {
					x.Labels[k] = l
				}
			}
			mend(x.Labels)
		}
	}
	for k := range half {
		half[k] = train(func(i int) bool { return i%2 == k }, 3)
	}
	var d names.Document
	n := 0
	for i := range docs {
		d.Reset()
		first := make([][]uint8, len(docs[i]))
		for k, x := range docs[i] {
			first[k] = append([]uint8(nil), half[1-i%2].Label(x.Words, x.Tags, nil, &s)...)
			d.Add(x.Words, first[k])
		}
		for k := range docs[i] {
			x := &docs[i][k]
			hints := make([]uint8, len(x.Words))
			d.Hints(hints, x.Words, first[k])
			if n++; n%2 == 0 {
				x.Doc = hints
			}
		}
	}
	m := train(func(int) bool { return true }, 6)
	return pack.Save(filepath.Join(root, "nlp", "model", "names.bin"), m)
}

// forget returns x with one in four of its capitalised words made unknown, so
// that the model learns from lists, shapes and context what to make of names
// that it never saw.
func forget(x names.Sentence, rng *rand.Rand) names.Sentence {
	x.Words = append([]words.Word(nil), x.Words...)
	for i := range x.Words {
		if w := &x.Words[i]; w.Cap && rng.IntN(4) == 0 {
			w.Low = rng.Uint32()
			w.Form = w.Low
			w.Fine, w.Coarse = 0, 0
			w.Near, w.Group = 0, 0
			if rng.IntN(2) == 0 {
				w.Suf3, w.Suf4, w.Pre3 = rng.Uint32(), rng.Uint32(), rng.Uint32()
			}
		}
	}
	return x
}

// mend makes first words of further words that follow no name of their kind.
func mend(labels []uint8) {
	for i, l := range labels {
		if l > 0 && l%2 == 0 && (i == 0 || labels[i-1] != l && labels[i-1] != l-1) {
			labels[i]--
		}
	}
}

// documents groups tagged sentences by document and tags them; some appear
// again in capitals, as headlines are. Without a tagger the documents are
// empty.
func documents(ss []tagged, tagger *postag.Tagger) []named {
	var out []named
	var scratch postag.Scratch
	last := -1
	add := func(s *tagged) {
		x := names.Sentence{Words: s.words(), Tags: s.fixedTags(), Labels: nameLabels(s.names)}
		if err := nlp.LookUp(x.Words); err != nil {
			panic(err) // the model was built a moment ago
		}
		words.CaseOf(x.Words)
		tagger.Tag(x.Words, x.Tags, &scratch)
		out[len(out)-1] = append(out[len(out)-1], x)
	}
	for k := range ss {
		if ss[k].doc != last {
			last = ss[k].doc
			out = append(out, nil)
		}
		if tagger == nil {
			continue
		}
		add(&ss[k])
		if k%25 == 0 {
			add(recase(&ss[k], strings.ToUpper))
		}
		if k%25 == 12 {
			add(recase(&ss[k], headline))
		}
	}
	return out
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

// gumNames reads GUM with the names among its mentions, as corpus.Names
// finds them.
func gumNames(path string) ([]tagged, error) {
	trees, err := corpus.Conllu(path)
	if err != nil {
		return nil, err
	}
	out, err := universal(path)
	if err != nil {
		return nil, err
	}
	k := 0
	for _, t := range trees {
		for _, ner := range corpus.Names(&t) {
			out[k].names = ner
			k++
		}
	}
	return out, nil
}
