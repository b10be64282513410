package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/onrecord/onrecord/claims"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/checkworthy"
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/linear"
	store "github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// claimTrainer holds what training the claim model needs.
type claimTrainer struct {
	data   string
	ann    nlp.Annotator
	quotes *quotes.Extractor
	sc     checkworthy.Scorer
	lat    linear.Lattice
	bag    bool
}

func buildClaims(root, data string) error {
	ann, err := nlp.Default()
	if err != nil {
		return err
	}
	ex, err := quotes.New(quotes.WithStatementsOnly())
	if err != nil {
		return err
	}
	t := &claimTrainer{data: data, ann: ann, quotes: ex}
	m := &checkworthy.Model{}
	var aux [checkworthy.AuxCount][]bare
	names := []string{"debate", "speech", "opinion", "cause"}
	files := []string{"claimbuster", "policlaim", "babe", "causalnews"}
	for k, f := range files {
		if aux[k], err = t.bare(f); err != nil {
			return err
		}
	}
	dev, err := t.bare("claimbuster_dev")
	if err != nil {
		return err
	}
	aux[checkworthy.Debate] = without(aux[checkworthy.Debate], dev)
	m.Norm = t.norm(aux[:])
	t.sc.S.Norm = &m.Norm
	if fold := os.Getenv("CLAIM_FOLDS"); fold != "" {
		for k, n := range []int{4, 4, 5, 5} {
			if strings.Contains(fold, names[k]) {
				t.folds(names[k], aux[k], n)
				t.bag = true
				t.folds(names[k]+" (bag of words)", aux[k], n)
				t.bag = false
			}
		}
		return nil
	}
	for k := range aux {
		m.Aux[k] = t.trainBare(aux[k])
		fmt.Fprintf(os.Stderr, "%s: %d sentences\n", names[k], len(aux[k]))
	}
	// The scores of bare sentences are calibrated on what each fold did not see.
	m.Scale[checkworthy.DebateGenre] = platt(flat(t.folds("debate", aux[checkworthy.Debate], 4)))
	m.Scale[checkworthy.SpeechGenre] = platt(flat(t.folds("speech", aux[checkworthy.Speech], 4)))
	var ps []scored
	for i := range dev {
		a := t.annotate(dev[i].Text)
		ps = append(ps, scored{float64(m.AuxScores(&t.sc, a, 0, len(a.Tokens))[checkworthy.Debate]), dev[i].yes})
	}
	report("claimbuster_dev", ps)

	labelled, err := t.marks()
	if err != nil {
		return err
	}
	taught, err := t.taught(labelled)
	if err != nil {
		return err
	}
	t.features(m, taught)
	t.features(m, labelled)
	t.stack(m, labelled, taught)
	for _, f := range []string{"claims/news_dev", "wild/dev"} {
		as, err := t.articles(f)
		if err != nil {
			return err
		}
		t.features(m, as)
		t.measure(m, as)
		report(f+", linear", linearly(as))
		report(f, decided(m.Judge, as))
		fmt.Fprintf(os.Stderr, "%s: type accuracy %.3f (linear %.3f)\n", f, typeAccuracy(as, byTrees(m)), typeAccuracy(as, byLine))
	}
	return store.Save(filepath.Join(root, "internal/checkworthy/model/claims.bin"), m)
}

// article is an annotated article with labelled sentences.
type article struct {
	id        string
	set       string // "own", "written", "soft", or "" for other sets
	a         *nlp.Annotation
	sentences []labelled
	said      []checkworthy.Attribution

	units []checkworthy.Unit // the sentences
	ctx   []checkworthy.Context
	f, ft *linear.Features
	read  []checkworthy.Reading
	rows  [][]float32 // what the trees see
}

type labelled struct {
	first, last int // tokens
	label, typ  int // typ -1 for none
	agreed      bool
	typeAgreed  bool
	soft        *corpus.SoftSentence // in place of label and typ, nil for none
	also        *corpus.SoftSentence // beside them
}

var claimTypes = []string{"quantity", "comparison", "record", "law", "causal", "event", "state"}

func (t *claimTrainer) articles(name string) ([]*article, error) {
	xs, err := corpus.JSONLines[corpus.Marked](filepath.Join(t.data, name+".jsonl.gz"))
	if err != nil {
		return nil, err
	}
	return t.marked(xs)
}

func (t *claimTrainer) marked(xs []corpus.Marked) ([]*article, error) {
	var out []*article
	for _, x := range xs {
		ar, err := t.read(x.ID, x.Text)
		if err != nil {
			return nil, err
		}
		for _, s := range x.Sentences {
			l := ar.at(s.Start, s.End)
			l.label, l.typ = strings.Index("CFN", s.Label), -1
			if s.Label == "C" {
				for k, n := range claimTypes {
					if n == s.Type {
						l.typ = k
					}
				}
			}
			l.agreed = s.Label2 == "" || (s.Label == "C") == (s.Label2 == "C")
			l.typeAgreed = s.Label == "C" && (s.Label2 == "" || s.Type == s.Type2)
			if l.last > l.first {
				ar.sentences = append(ar.sentences, l)
			}
		}
		out = append(out, ar)
	}
	return out, nil
}

// read annotates a text and finds what it ascribes to sources.
func (t *claimTrainer) read(id, text string) (*article, error) {
	ar := &article{id: id, a: t.annotate(text)}
	doc, err := extract.Text(context.Background(), []byte(text))
	if err != nil {
		return nil, err
	}
	q, err := t.quotes.Extract(context.Background(), doc, ar.a)
	if err != nil {
		return nil, err
	}
	ar.said = claims.Attributions(ar.a, q)
	return ar, nil
}

// at is the sentence from byte start to byte end.
func (ar *article) at(start, end int) labelled {
	first, last := ar.a.TokensIn(span.Span{Start: start, End: end})
	return labelled{first: first, last: last}
}

// features makes the features that the linear models see.
func (t *claimTrainer) features(m *checkworthy.Model, as []*article) {
	for _, ar := range as {
		for _, s := range ar.sentences {
			ar.units = append(ar.units, checkworthy.Unit{First: s.first, Last: s.last, Heading: checkworthy.IsHeading(ar.a, s.first, s.last)})
		}
		ar.ctx = checkworthy.Contexts(nil, ar.a, ar.units, ar.said, checkworthy.Quoted(nil, ar.a))
		var f, ft linear.Features
		for i, s := range ar.sentences {
			aux := m.AuxScores(&t.sc, ar.a, s.first, s.last)
			ar.read = append(ar.read, checkworthy.Reading{Aux: [checkworthy.AuxCount]float32(aux)})
			t.sc.S.Sentence(&f, ar.a, s.first, s.last, &ar.ctx[i], aux)
			f.Next()
			t.sc.S.Type(&ft, ar.a, s.first, s.last, &ar.ctx[i], aux)
			ft.Next()
		}
		ar.f, ar.ft = f.Clone(), ft.Clone()
	}
}

var (
	mainTraining = linear.Training{Bits: 18, Classes: checkworthy.LabelCount, Epochs: 12, Rate: 0.005, Seed: 1, L2: 0.03}
	typeTraining = linear.Training{Bits: 20, Classes: checkworthy.TypeCount, Epochs: 12, Rate: 0.01, Seed: 1, L2: 0.002, Prune: 0.0095}
)

func trainMain(as []*article) *linear.CRF {
	var ex []linear.Example
	for _, a := range as {
		if a.set == "written" {
			continue // they teach the trees, but made this worse
		}
		x := linear.Example{F: a.f, Weight: a.weight()}
		for _, s := range a.sentences {
			x.Soft = append(x.Soft, s.labels()...)
		}
		ex = append(ex, x)
	}
	return mainTraining.Train(ex)
}

func trainTypes(as []*article) *linear.CRF {
	var ex []linear.Example
	for _, a := range as {
		if a.set == "written" {
			continue
		}
		for i, s := range a.sentences {
			x := linear.Example{}
			p, w := s.types()
			if w < 0.05 {
				continue
			}
			x.Soft, x.Weight = p[:], w
			var f linear.Features
			f.Add(a.ft.At(i)...)
			f.Next()
			x.F = f.Clone()
			ex = append(ex, x)
		}
	}
	return typeTraining.Train(ex)
}
