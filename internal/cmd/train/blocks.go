package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/shingle"
)

type labelled struct {
	page   corpus.Page
	truth  shingle.Shingles
	blocks []extract.Candidate
	label  []bool
	weight []float32
	fold   int
}

const folds = 10

func loadPages(data string) ([]*labelled, error) {
	ps, err := corpus.Pages(filepath.Join(data, "html"))
	if err != nil {
		return nil, err
	}
	foldOf := map[string]int{}
	var out []*labelled
	for _, p := range ps {
		c, err := extract.Candidates(context.Background(), p.HTML)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.URL, err)
		}
		l := &labelled{page: p, truth: shingle.Of(p.Body), blocks: c}
		f, ok := foldOf[p.Domain]
		if !ok {
			f = len(foldOf) % folds
			foldOf[p.Domain] = f
		}
		l.fold = f
		l.mark()
		out = append(out, l)
	}
	return out, nil
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 0x80 && r != '“' && r != '”' && r != '’' && r != '‘' && r != '–' && r != '—' && r != '…')
	})
}

// mark labels each block by whether the true body holds it.
func (l *labelled) mark() {
	n := len(l.blocks)
	l.label = make([]bool, n)
	l.weight = make([]float32, n)
	body := " " + strings.Join(words(l.page.Body), " ") + " "
	short := make([]bool, n)
	left := make(shingle.Shingles, len(l.truth))
	for k, v := range l.truth {
		left[k] = v
	}
	for i, b := range l.blocks {
		ws := words(b.Text)
		l.weight[i] = float32(len(ws))
		if len(ws) < 4 {
			short[i] = len(ws) > 0 && strings.Contains(body, " "+strings.Join(ws, " ")+" ")
			continue
		}
		in, all := 0, 0
		s := shingle.Of(b.Text)
		for k, v := range s {
			all += v
			in += min(v, left[k])
		}
		if l.label[i] = 2*in > all; l.label[i] {
			for k, v := range s {
				left[k] -= min(v, left[k])
			}
		}
	}
	// A short block is in the body if it stands between blocks that are.
	for i := range l.blocks {
		if !short[i] {
			continue
		}
		near := 0
		for k := max(0, i-3); k <= min(n-1, i+3); k++ {
			if l.label[k] && l.weight[k] >= 4 {
				near++
			}
		}
		l.label[i] = near >= 2
	}
}

func (l *labelled) score(keep func(i int) bool) shingle.Score {
	var b strings.Builder
	for i, c := range l.blocks {
		if keep(i) {
			b.WriteString(c.Text)
			b.WriteString("\n\n")
		}
	}
	return shingle.Compare(l.truth, shingle.Of(b.String()))
}

type logistic struct{ w []float64 }

func (m *logistic) p(x []float32) float64 {
	z := 0.0
	for i, v := range x {
		z += m.w[i] * float64(v)
	}
	return 1 / (1 + math.Exp(-z))
}

func trainLogistic(pages []*labelled, use func(l *labelled) bool, epochs int, rate, l2 float64) *logistic {
	n := len(extract.FeatureNames())
	m := &logistic{w: make([]float64, n)}
	g2 := make([]float64, n)
	for e := 0; e < epochs; e++ {
		for _, l := range pages {
			if !use(l) {
				continue
			}
			for i := range l.blocks {
				x := l.blocks[i].Features
				y := 0.0
				if l.label[i] {
					y = 1
				}
				g := (y - m.p(x)) * weightOf(l, i)
				for k, v := range x {
					if v == 0 {
						continue
					}
					d := g*float64(v) - l2*m.w[k]
					g2[k] += d * d
					m.w[k] += rate * d / (1e-3 + math.Sqrt(g2[k]))
				}
			}
		}
	}
	return m
}

func weightOf(l *labelled, i int) float64 {
	return math.Sqrt(1+float64(l.weight[i])) / 4
}

func buildBlocks(root, data string) error {
	pages, err := loadPages(data)
	if err != nil {
		return err
	}
	var oracle shingle.Score
	nb, pos := 0, 0
	for _, l := range pages {
		oracle.Add(l.score(func(i int) bool { return l.label[i] }))
		nb += len(l.blocks)
		for _, x := range l.label {
			if x {
				pos++
			}
		}
	}
	fmt.Fprintf(os.Stderr, "%d pages, %d blocks, %d in, %d features; oracle %+v\n", len(pages), nb, pos, len(extract.FeatureNames()), oracle)
	for _, cfg := range []struct {
		ep   int
		r, l float64
	}{{15, 0.05, 1e-4}, {15, 0.05, 1e-3}, {30, 0.1, 1e-3}, {15, .05, 5e-3}} {
		var s [3]shingle.Score
		for f := 0; f < folds; f++ {
			m := trainLogistic(pages, func(l *labelled) bool { return l.fold != f }, cfg.ep, cfg.r, cfg.l)
			for _, l := range pages {
				if l.fold == f {
					for k, th := range []float64{.4, .5, .6} {
						s[k].Add(l.score(func(i int) bool { return m.p(l.blocks[i].Features) > th }))
					}
				}
			}
		}
		fmt.Fprintf(os.Stderr, "%+v %+v\n", cfg, s)
	}
	return nil
}
