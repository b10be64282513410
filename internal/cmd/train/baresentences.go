package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/onrecord/onrecord/internal/checkworthy"
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/internal/vectors"
	"github.com/onrecord/onrecord/nlp"
)

// bare is a sentence by itself with a yes or no.
type bare struct {
	Text                                                string
	Checkworthy, Verifiable, Factual, Objective, Causal *int
	yes                                                 bool
}

// norm computes where the mean word vectors of sentences lie.
func (t *claimTrainer) norm(sets [][]bare) checkworthy.Norm {
	var norm checkworthy.Norm
	t.sc.S.Norm = &norm
	var sum, square [vectors.Dims]float64
	n := 0.0
	for _, xs := range sets {
		for i := 0; i < len(xs); i += 4 {
			var v [vectors.Dims]float32
			a := t.annotate(xs[i].Text)
			if !t.sc.S.Meaning(&v, a, 0, len(a.Tokens)) {
				continue
			}
			n++
			for d, x := range v {
				sum[d] += float64(x)
				square[d] += float64(x) * float64(x)
			}
		}
	}
	for d := range sum {
		mean := sum[d] / n
		norm.Mean[d] = float32(mean)
		norm.Scale[d] = float32(1 / math.Sqrt(square[d]/n-mean*mean))
	}
	return norm
}

func (t *claimTrainer) annotate(text string) *nlp.Annotation {
	a := new(nlp.Annotation)
	if err := t.ann.Annotate(context.Background(), nlp.Input{Text: text}, a); err != nil {
		panic(err)
	}
	return a
}

func (t *claimTrainer) bare(name string) ([]bare, error) {
	xs, err := corpus.JSONLines[bare](filepath.Join(t.data, "claims", name+".jsonl.gz"))
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	out := xs[:0]
	for _, x := range xs {
		switch {
		case x.Checkworthy != nil:
			x.yes = *x.Checkworthy == 1
		case x.Verifiable != nil:
			x.yes = *x.Verifiable == 1
		case x.Factual != nil:
			if *x.Factual == 2 {
				continue // somewhat factual, somewhat opinion: neither
			}
			x.yes = *x.Factual == 1
		case x.Causal != nil:
			x.yes = *x.Causal == 1
		}
		if k := strings.ToLower(x.Text); !seen[k] {
			seen[k] = true
			out = append(out, x)
		}
	}
	return out, nil
}

func without(xs, held []bare) []bare {
	seen := map[string]bool{}
	for _, x := range held {
		seen[strings.ToLower(x.Text)] = true
	}
	out := xs[:0:0]
	for _, x := range xs {
		if !seen[strings.ToLower(x.Text)] {
			out = append(out, x)
		}
	}
	return out
}

// bareTraining suits the large sets, smallTraining those of a few thousand.
var (
	bareTraining  = linear.Training{Bits: 18, Classes: 2, Epochs: 10, Rate: 0.01, Seed: 1, L2: 0.1}
	smallTraining = linear.Training{Bits: 18, Classes: 2, Epochs: 8, Rate: 0.05, Seed: 1, L2: 1e-3}
)

func (t *claimTrainer) trainBare(xs []bare) *linear.CRF {
	var ex []linear.Example
	for i := range xs {
		var f linear.Features
		t.bareFeatures(&f, xs[i].Text)
		y := uint8(0)
		if xs[i].yes {
			y = 1
		}
		ex = append(ex, linear.Example{F: f.Clone(), Labels: []uint8{y}})
	}
	if len(xs) < 5000 {
		return smallTraining.Train(ex)
	}
	return bareTraining.Train(ex)
}

// bareFeatures makes the features of a sentence by itself; with t.bag, of a
// plain bag of words with numbers, to compare against.
func (t *claimTrainer) bareFeatures(f *linear.Features, text string) {
	a := t.annotate(text)
	if t.bag {
		t.sc.S.Bag(f, a, 0, len(a.Tokens))
	} else {
		t.sc.S.Words(f, a, 0, len(a.Tokens))
	}
	f.Next()
}

// folds scores every sentence by a model of the other folds, prints the
// figures and returns the scores by fold.
func (t *claimTrainer) folds(name string, xs []bare, n int) [][]scored {
	out := make([][]scored, n)
	for k := range n {
		var in, held []bare
		for _, x := range xs {
			h := fnv.New32a()
			h.Write([]byte(x.Text))
			if int(h.Sum32()>>8)%n == k {
				held = append(held, x)
			} else {
				in = append(in, x)
			}
		}
		c := t.trainBare(in)
		for i := range held {
			var f linear.Features
			t.bareFeatures(&f, held[i].Text)
			var acc [2]int32
			c.Add(acc[:], f.At(0))
			out[k] = append(out[k], scored{float64(float32(acc[1]-acc[0]) * c.Scale()), held[i].yes})
		}
	}
	name = fmt.Sprintf("%s, %d-fold", name, n)
	report(name, flat(out))
	chosen(name, out)
	return out
}

func flat(by [][]scored) []scored {
	var all []scored
	for _, ps := range by {
		all = append(all, ps...)
	}
	return all
}

// chosen prints F1 of decisions at a threshold that is chosen for each fold on
// the other folds: what a threshold chosen on labelled data is worth on other data.
func chosen(name string, by [][]scored) {
	var decided []scored
	for k, ps := range by {
		rest := append(append([][]scored(nil), by[:k]...), by[k+1:]...)
		_, at := bestF1(flat(rest))
		for _, p := range ps {
			decided = append(decided, scored{p.x - at, p.yes})
		}
	}
	f, macro := f1At(decided, 0)
	fmt.Fprintf(os.Stderr, "%-32s n %5d  F1 %.3f  macro %.3f  at thresholds of the other folds\n", name, len(decided), f, macro)
}
