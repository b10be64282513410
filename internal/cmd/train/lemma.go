package main

import (
	"path/filepath"
	"strings"

	"github.com/onrecord/onrecord/internal/corpus"
	pack "github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/nlp"
)

// buildLemma builds the table of lemmas that the rules get wrong. A treebank
// counts four times what CoreNLP's lemmatiser counts.
func buildLemma(root, data string) error {
	type key struct {
		form string
		tag  nlp.POS
	}
	counts := map[key]map[string]int{}
	add := func(trees []corpus.Tree, weight int) {
		for _, t := range trees {
			for _, s := range t.Sentences {
				for _, w := range s.Words {
					k := key{strings.ReplaceAll(strings.ToLower(w.Form), "’", "'"), nlp.ParsePOS(w.XPOS)}
					lemma := strings.ToLower(w.Lemma)
					if k.tag.Proper() || k.form == "" || lemma == "" || lemma == "_" || strings.ContainsAny(k.form, "'- ") || strings.Contains(lemma, " ") {
						continue
					}
					if counts[k] == nil {
						counts[k] = map[string]int{}
					}
					counts[k][lemma] += weight
				}
			}
		}
	}
	for _, f := range []string{"gum", "ewt"} {
		trees, err := corpus.Conllu(filepath.Join(data, f, "train.conllu.gz"))
		if err != nil {
			return err
		}
		add(trees, 4)
	}
	silver, err := corpus.CoreNLP(filepath.Join(data, "polnear", "train.corenlp.tsv.gz"))
	if err != nil {
		return err
	}
	add(silver, 1)
	// Forms tagged VBD and VBN, say, share a kind: the commonest lemma wins.
	var t nlp.LemmaTable
	kept, seen := 0, 0
	type best struct {
		lemma string
		tag   nlp.POS
		n     int
	}
	merged := map[string]best{}
	for k, c := range counts {
		for l, n := range c {
			id := nlp.LemmaKind(k.tag) + "/" + k.form
			if b := merged[id]; n > b.n || n == b.n && (l < b.lemma || l == b.lemma && k.tag < b.tag) {
				merged[id] = best{l, k.tag, n}
			}
		}
	}
	for id, b := range merged {
		if b.n < 2 {
			continue
		}
		seen++
		if t.Learn(id[strings.IndexByte(id, '/')+1:], b.tag, b.lemma) {
			kept++
		}
	}
	logf("  %d of %d forms are not as the rules say", kept, seen)
	return pack.Save(filepath.Join(root, "nlp", "model", "lemma.bin"), &t)
}
