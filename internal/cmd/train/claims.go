package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/onrecord/onrecord/claims"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/checkworthy"
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/linear"
	store "github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/internal/vectors"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// bare is a sentence by itself with a yes or no.
type bare struct {
	Text                                                string
	Checkworthy, Verifiable, Factual, Objective, Causal *int
	yes                                                 bool
}

// claimTrainer holds what training the claim model needs.
type claimTrainer struct {
	data   string
	ann    nlp.Annotator
	quotes *quotes.Extractor
	sc     checkworthy.Scorer
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
	var ps []scored
	for i := range dev {
		a := t.annotate(dev[i].Text)
		ps = append(ps, scored{float64(m.AuxScores(&t.sc, a, 0, len(a.Tokens))[checkworthy.Debate]), dev[i].yes})
	}
	report("claimbuster_dev", ps)
	m.Scale[checkworthy.DebateGenre] = platt(ps)
	var sp []scored
	for i := range aux[checkworthy.Speech] {
		if i%10 == 0 {
			a := t.annotate(aux[checkworthy.Speech][i].Text)
			sp = append(sp, scored{float64(m.AuxScores(&t.sc, a, 0, len(a.Tokens))[checkworthy.Speech]), aux[checkworthy.Speech][i].yes})
		}
	}
	m.Scale[checkworthy.SpeechGenre] = platt(sp)

	var train []*article
	for _, f := range []string{"claims/news_train", "wild/train"} {
		as, err := t.articles(f)
		if err != nil {
			return err
		}
		train = append(train, as...)
	}
	if !strings.Contains(os.Getenv("ONRECORD_SKIP"), "own") {
		own, err := corpus.Own(data)
		if err != nil {
			return err
		}
		as, err := t.marked(own)
		if err != nil {
			return err
		}
		for _, a := range as {
			a.own = true
		}
		train = append(train, as...)
	}
	t.features(m, train)
	// Calibrate on what each fold did not see.
	var held, foreign []scored
	const folds = 5
	for k := range folds {
		var in, out []*article
		for i, a := range train {
			if i%folds == k {
				out = append(out, a)
			} else {
				in = append(in, a)
			}
		}
		fm := &checkworthy.Model{Main: trainMain(in)}
		held = append(held, scoreAll(fm, out)...)
		for _, a := range out {
			if !a.own {
				foreign = append(foreign, scoreAll(fm, []*article{a})...)
			}
		}
	}
	report("train, 5-fold", held)
	report("train without own, 5-fold", foreign)
	m.Scale[checkworthy.News] = platt(held)
	m.Main = trainMain(train)
	m.Types = trainTypes(train)
	for _, f := range []string{"claims/news_dev", "wild/dev"} {
		as, err := t.articles(f)
		if err != nil {
			return err
		}
		t.features(m, as)
		report(f, scoreAll(m, as))
		fmt.Fprintf(os.Stderr, "%s: type accuracy %.3f\n", f, typeAccuracy(m, as))
	}
	return store.Save(filepath.Join(root, "internal/checkworthy/model/claims.bin"), m)
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

// folds prints cross-validated figures.
func (t *claimTrainer) folds(name string, xs []bare, n int) {
	var ps []scored
	for k := range n {
		var in, out []bare
		for _, x := range xs {
			h := fnv.New32a()
			h.Write([]byte(x.Text))
			if int(h.Sum32()>>8)%n == k {
				out = append(out, x)
			} else {
				in = append(in, x)
			}
		}
		c := t.trainBare(in)
		for i := range out {
			var f linear.Features
			t.bareFeatures(&f, out[i].Text)
			var acc [2]int32
			c.Add(acc[:], f.At(0))
			ps = append(ps, scored{float64(float32(acc[1]-acc[0]) * c.Scale()), out[i].yes})
		}
	}
	report(fmt.Sprintf("%s, %d-fold", name, n), ps)
}

// article is an annotated article with labelled sentences.
type article struct {
	id        string
	own       bool // of corpus.Own
	a         *nlp.Annotation
	sentences []labelled
	f, ft     *linear.Features
	said      []checkworthy.Attribution
}

type labelled struct {
	first, last int // tokens
	label, typ  int // typ -1 for none
	agreed      bool
	typeAgreed  bool
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
		ar := &article{id: x.ID, a: t.annotate(x.Text)}
		for _, s := range x.Sentences {
			l := labelled{first: ar.a.TokenAt(s.Start), last: ar.a.TokenAt(s.End-1) + 1, label: strings.Index("CFN", s.Label), typ: -1}
			l.last = min(l.last, len(ar.a.Tokens))
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
		doc, err := extract.Text(context.Background(), []byte(x.Text))
		if err != nil {
			return nil, err
		}
		q, err := t.quotes.Extract(context.Background(), doc, ar.a)
		if err != nil {
			return nil, err
		}
		ar.said = claims.Attributions(ar.a, q)
		out = append(out, ar)
	}
	return out, nil
}

func (t *claimTrainer) features(m *checkworthy.Model, as []*article) {
	for _, ar := range as {
		var units []checkworthy.Unit
		for _, s := range ar.sentences {
			units = append(units, checkworthy.Unit{First: s.first, Last: s.last, Heading: checkworthy.IsHeading(ar.a, s.first, s.last)})
		}
		ctx := checkworthy.Contexts(nil, ar.a, units, ar.said, checkworthy.Quoted(nil, ar.a))
		var f, ft linear.Features
		for i, s := range ar.sentences {
			aux := m.AuxScores(&t.sc, ar.a, s.first, s.last)
			t.sc.S.Sentence(&f, ar.a, s.first, s.last, &ctx[i], aux)
			f.Next()
			t.sc.S.Type(&ft, ar.a, s.first, s.last, &ctx[i], aux)
			ft.Next()
		}
		ar.f, ar.ft = f.Clone(), ft.Clone()
	}
}

var (
	mainTraining = linear.Training{Bits: 18, Classes: checkworthy.LabelCount, Epochs: 12, Rate: 0.005, Seed: 1, L2: 0.03}
	typeTraining = linear.Training{Bits: 18, Classes: checkworthy.TypeCount, Epochs: 12, Rate: 0.005, Seed: 1, L2: 0.05}
)

func trainMain(as []*article) *linear.CRF {
	var ex []linear.Example
	for _, a := range as {
		var ls []uint8
		for _, s := range a.sentences {
			ls = append(ls, uint8(s.label))
		}
		ex = append(ex, linear.Example{F: a.f, Labels: ls})
	}
	return mainTraining.Train(ex)
}

func trainTypes(as []*article) *linear.CRF {
	var ex []linear.Example
	for _, a := range as {
		for i, s := range a.sentences {
			if s.typ >= 0 {
				var f linear.Features
				f.Add(a.ft.At(i)...)
				f.Next()
				ex = append(ex, linear.Example{F: f.Clone(), Labels: []uint8{uint8(s.typ)}})
			}
		}
	}
	return typeTraining.Train(ex)
}

func typeAccuracy(m *checkworthy.Model, as []*article) float64 {
	var lat linear.Lattice
	right, all := 0, 0
	for _, a := range as {
		for i, s := range a.sentences {
			if !s.typeAgreed || s.typ < 0 {
				continue
			}
			var f linear.Features
			f.Add(a.ft.At(i)...)
			f.Next()
			m.Types.Emit(&f, &lat)
			all++
			if int(m.Types.Decode(&lat)[0]) == s.typ {
				right++
			}
		}
	}
	return float64(right) / float64(all)
}

// scored is a log-odds and what is true.
type scored struct {
	x   float64
	yes bool
}

func scoreAll(m *checkworthy.Model, as []*article) []scored {
	var out []scored
	var lat linear.Lattice
	for _, a := range as {
		m.Main.Emit(a.f, &lat)
		m.Main.Infer(&lat)
		for i, s := range a.sentences {
			if !s.agreed {
				continue
			}
			p := math.Min(math.Max(lat.Marginal[i*checkworthy.LabelCount+checkworthy.C], 1e-6), 1-1e-6)
			out = append(out, scored{math.Log(p / (1 - p)), s.label == checkworthy.C})
		}
	}
	return out
}

// platt fits slope and intercept of a logistic curve by Newton's method.
func platt(ps []scored) [2]float32 {
	a, b := 1.0, 0.0
	for range 30 {
		var ga, gb, haa, hab, hbb float64
		for _, p := range ps {
			q := 1 / (1 + math.Exp(-(a*p.x + b)))
			y := 0.0
			if p.yes {
				y = 1
			}
			ga += (y - q) * p.x
			gb += y - q
			w := q * (1 - q)
			haa += w * p.x * p.x
			hab += w * p.x
			hbb += w
		}
		haa += 1e-3
		hbb += 1e-3
		det := haa*hbb - hab*hab
		if det == 0 {
			break
		}
		a += (ga*hbb - gb*hab) / det
		b += (gb*haa - ga*hab) / det
	}
	return [2]float32{float32(a), float32(b)}
}

// report prints F1 at even odds and at the best threshold, average precision,
// and the macro F1 of both classes.
func report(name string, ps []scored) {
	f1 := func(limit float64) (float64, float64) {
		var tp, fp, fn, tn float64
		for _, p := range ps {
			switch {
			case p.x >= limit && p.yes:
				tp++
			case p.x >= limit:
				fp++
			case p.yes:
				fn++
			default:
				tn++
			}
		}
		f := 2 * tp / (2*tp + fp + fn)
		g := 2 * tn / (2*tn + fp + fn)
		return f, (f + g) / 2
	}
	s := append([]scored(nil), ps...)
	sort.SliceStable(s, func(i, j int) bool { return s[i].x > s[j].x })
	var hit, ap float64
	for i, p := range s {
		if p.yes {
			hit++
			ap += hit / float64(i+1)
		}
	}
	best, at := 0.0, 0.0
	for l := -4.0; l <= 4; l += .05 {
		if f, _ := f1(l); f > best {
			best, at = f, l
		}
	}
	f, macro := f1(0)
	pl := platt(ps)
	fmt.Fprintf(os.Stderr, "%-32s n %5d  F1 %.3f  macro %.3f  AP %.3f  best F1 %.3f at %+.2f  platt %.2f %.2f\n", name, len(ps), f, macro, ap/hit, best, at, pl[0], pl[1])
}
