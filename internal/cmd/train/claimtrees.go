package main

import (
	"fmt"
	"math"
	"os"

	"github.com/onrecord/onrecord/internal/boost"
	"github.com/onrecord/onrecord/internal/checkworthy"
)

var (
	judgeTraining = boost.Training{Trees: 160, Depth: 5, Rate: 0.08, L2: 20, MinChild: 10, Features: 0.2, Rows: 0.7, Seed: 1}
	kindTraining  = boost.Training{Trees: 200, Depth: 4, Rate: 0.045, L2: 10, MinChild: 5, Features: 0.2, Rows: 0.7, Seed: 1}
)

// claimFolds is the number of parts of the articles, each of which is read by
// linear models that were trained on the others.
const claimFolds = 5

// stack trains the linear models and, on what they make of articles that they
// have not seen, the trees. What it prints and calibrates by is decided by
// trees that have not seen the articles either.
func (t *claimTrainer) stack(m *checkworthy.Model, labelled, taught []*article) {
	for k := range claimFolds {
		in, out := parted(k, labelled, taught)
		t.measure(&checkworthy.Model{Main: trainMain(in), Types: trainTypes(in)}, out)
	}
	t.scale(m, labelled, taught)
	all := append(append([]*article(nil), labelled...), taught...)
	m.Judge, m.Kinds = trainJudge(all), trainKinds(all)
	m.Main, m.Types = trainMain(all), trainTypes(all)
}

// scale sets what the scores are worth. Those of the trees are fitted to the
// labels of news_train and wild/train, by the annotators who labelled what is
// measured on.
func (t *claimTrainer) scale(m *checkworthy.Model, labelled, taught []*article) {
	var held, line, theirs [claimFolds][]scored
	var kinds [checkworthy.TypeCount][]scored
	for k := range claimFolds {
		in, out := parted(k, labelled, taught)
		judge, each := trainJudge(in), trainKinds(in)
		var set []*article
		for _, a := range out {
			if a.set == "" || a.set == "own" {
				held[k] = append(held[k], decided(judge, []*article{a})...)
				line[k] = append(line[k], linearly([]*article{a})...)
			}
			if a.set == "" {
				set = append(set, a)
			}
		}
		theirs[k] = decided(judge, set)
		for t := range kinds {
			kinds[t] = append(kinds[t], ofType(each[t], set, t)...)
		}
	}
	report("train, 5-fold, linear", flat(line[:]))
	report("train, 5-fold", flat(held[:]))
	report("news_train and wild/train, 5-fold", flat(theirs[:]))
	chosen("news_train and wild/train, 5-fold", theirs[:])
	m.Linear = platt(flat(line[:]))
	m.Scale[checkworthy.News] = platt(flat(theirs[:]))
	for p := 0.3; p < 0.52; p += 0.05 {
		at := (math.Log(p/(1-p)) - float64(m.Scale[checkworthy.News][1])) / float64(m.Scale[checkworthy.News][0])
		f, _ := f1At(flat(held[:]), at)
		g, _ := f1At(flat(theirs[:]), at)
		fmt.Fprintf(os.Stderr, "train, 5-fold, threshold %.2f: F1 %.3f, of news_train and wild/train %.3f\n", p, f, g)
	}
	for t := range kinds {
		m.KindScale[t] = platt(kinds[t])
	}
	right := 0
	for i := range kinds[0] {
		best := 0
		for t := range kinds {
			if scaled(m.KindScale[t], kinds[t][i].x) > scaled(m.KindScale[best], kinds[best][i].x) {
				best = t
			}
		}
		if kinds[best][i].yes {
			right++
		}
	}
	fmt.Fprintf(os.Stderr, "news_train and wild/train, 5-fold: type accuracy %.3f; slopes and intercepts %.2f\n", float64(right)/float64(len(kinds[0])), m.KindScale)
}

// scaled is the log-odds x by slope and intercept.
func scaled(by [2]float32, x float64) float64 { return float64(by[0])*x + float64(by[1]) }

// parted returns the articles of all parts but k, and those of k.
func parted(k int, sets ...[]*article) (in, out []*article) {
	for _, as := range sets {
		for i, a := range as {
			if i%claimFolds == k {
				out = append(out, a)
			} else {
				in = append(in, a)
			}
		}
	}
	return in, out
}

// measure has the linear models of m read the articles and sets what trees see.
func (t *claimTrainer) measure(m *checkworthy.Model, as []*article) {
	var x checkworthy.Measurer
	for _, a := range as {
		if len(a.units) == 0 {
			continue
		}
		m.Readings(a.read, &t.lat, a.f, a.ft)
		flat, width := x.Measure(nil, &t.sc.S, a.a, a.units, a.ctx, a.read)
		a.rows = nil
		for i := range a.units {
			a.rows = append(a.rows, flat[i*width:(i+1)*width])
		}
	}
}

// trainJudge trains the trees that tell C from the rest. They do without whom
// the article is about: of sentences that the model has not seen they tell no
// more with it.
func trainJudge(as []*article) *boost.Model {
	var x [][]float32
	var y, w []float32
	for _, a := range as {
		for i, s := range a.sentences {
			p, weight := s.labels()[checkworthy.C], float32(1)
			if s.soft != nil {
				weight = 0.6
			}
			weight *= a.weight()
			if a.set == "written" {
				weight = 0.5
			}
			row := a.rows[i]
			x, y, w = append(x, row[:len(row)-checkworthy.CastCount]), append(y, p), append(w, weight)
		}
	}
	return judgeTraining.Fit(x, y, w)
}

// trainKinds trains the trees that tell each type of claim from the others.
func trainKinds(as []*article) (m [checkworthy.TypeCount]*boost.Model) {
	var x [][]float32
	var w []float32
	var y [checkworthy.TypeCount][]float32
	for _, a := range as {
		for i, s := range a.sentences {
			p, weight := s.types()
			if weight < 0.2 {
				continue
			}
			if s.soft != nil || s.also != nil {
				weight *= 0.3
			}
			weight *= a.weight()
			x, w = append(x, a.rows[i]), append(w, weight)
			for k := range p {
				y[k] = append(y[k], p[k])
			}
		}
	}
	for k := range m {
		m[k] = kindTraining.Fit(x, y[k], w)
	}
	return m
}

// decided lists the log-odds of C by trees.
func decided(judge *boost.Model, as []*article) []scored {
	return scoredBy(as, func(a *article, i int) float64 { return judge.Score(a.rows[i]) })
}

// linearly lists the log-odds of C by the linear models alone.
func linearly(as []*article) []scored {
	return scoredBy(as, func(a *article, i int) float64 { return float64(a.read[i].Label[checkworthy.C]) })
}

func scoredBy(as []*article, score func(a *article, i int) float64) []scored {
	var out []scored
	for _, a := range as {
		for i, s := range a.sentences {
			if s.agreed {
				out = append(out, scored{score(a, i), s.label == checkworthy.C})
			}
		}
	}
	return out
}

// ofType lists the log-odds of type k for the claims whose type is known.
func ofType(trees *boost.Model, as []*article, k int) []scored {
	var out []scored
	for _, a := range as {
		for i, s := range a.sentences {
			if s.typ >= 0 && s.typeAgreed {
				out = append(out, scored{trees.Score(a.rows[i]), s.typ == k})
			}
		}
	}
	return out
}

// byTrees is the log-odds of type k for sentence i by m's trees, byLine its
// log-probability by the linear model.
func byTrees(m *checkworthy.Model) func(a *article, i, k int) float64 {
	return func(a *article, i, k int) float64 {
		return scaled(m.KindScale[k], m.Kinds[k].Score(a.rows[i]))
	}
}

func byLine(a *article, i, k int) float64 { return float64(a.read[i].Type[k]) }

// typeAccuracy is the share of claims whose type scores best.
func typeAccuracy(as []*article, score func(a *article, i, k int) float64) float64 {
	right, all := 0, 0
	for _, a := range as {
		for i, s := range a.sentences {
			if !s.typeAgreed || s.typ < 0 {
				continue
			}
			best := 0
			for k := range checkworthy.TypeCount {
				if score(a, i, k) > score(a, i, best) {
					best = k
				}
			}
			all++
			if best == s.typ {
				right++
			}
		}
	}
	return float64(right) / float64(max(1, all))
}
