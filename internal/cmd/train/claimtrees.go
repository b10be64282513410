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
	kindTraining  = boost.Training{Trees: 60, Depth: 4, Rate: 0.15, L2: 10, MinChild: 5, Features: 0.2, Rows: 0.7, Seed: 1}
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
	var held, line [claimFolds][]scored
	kinds := &checkworthy.Model{}
	for k := range claimFolds {
		in, out := parted(k, labelled, taught)
		judge := trainJudge(in)
		for _, a := range out {
			if a.set == "" || a.set == "own" {
				held[k] = append(held[k], decided(judge, []*article{a})...)
				line[k] = append(line[k], linearly([]*article{a})...)
			}
		}
	}
	report("train, 5-fold, linear", flat(line[:]))
	report("train, 5-fold", flat(held[:]))
	chosen("train, 5-fold", held[:])
	m.Linear = platt(flat(line[:]))
	m.Scale[checkworthy.News] = platt(flat(held[:]))
	for p := 0.3; p < 0.52; p += 0.05 {
		at := (math.Log(p/(1-p)) - float64(m.Scale[checkworthy.News][1])) / float64(m.Scale[checkworthy.News][0])
		f, _ := f1At(flat(held[:]), at)
		fmt.Fprintf(os.Stderr, "train, 5-fold, threshold %.2f: F1 %.3f\n", p, f)
	}
	// One fold tells what the types are worth.
	in, out := parted(0, labelled, taught)
	kinds.Kinds = trainKinds(in)
	fmt.Fprintf(os.Stderr, "train, a fifth: type accuracy %.3f (linear %.3f)\n", typeAccuracy(out, byTrees(kinds)), typeAccuracy(out, byLine))

	all := append(append([]*article(nil), labelled...), taught...)
	m.Judge, m.Kinds = trainJudge(all), trainKinds(all)
	m.Main, m.Types = trainMain(all), trainTypes(all)
}

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

// trainJudge trains the trees that tell C from the rest.
func trainJudge(as []*article) *boost.Model {
	var x [][]float32
	var y, w []float32
	for k, a := range as {
		if a.set == "soft" && k%2 == 0 {
			continue // half of them teach as much
		}
		for i, s := range a.sentences {
			p, weight := float32(0), float32(1)
			switch {
			case s.soft != nil:
				p, weight = s.soft.Label[checkworthy.C], 0.6
			case s.label == checkworthy.C:
				p = 1
			}
			if a.set == "written" {
				weight = 0.5
			}
			x, y, w = append(x, a.rows[i]), append(y, p), append(w, weight)
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
			var p [checkworthy.TypeCount]float32
			weight := float32(1)
			switch {
			case s.soft != nil && s.soft.Label[checkworthy.C] >= 0.2:
				p, weight = s.soft.Type, 0.3*s.soft.Label[checkworthy.C]
			case s.soft == nil && s.typ >= 0:
				p[s.typ] = 1
				if a.set == "" {
					weight = 3 // by those who labelled what is measured on
				}
			default:
				continue
			}
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

// byTrees is the log-odds of type k for sentence i by m's trees, byLine its
// log-probability by the linear model.
func byTrees(m *checkworthy.Model) func(a *article, i, k int) float64 {
	return func(a *article, i, k int) float64 { return m.Kinds[k].Score(a.rows[i]) }
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
