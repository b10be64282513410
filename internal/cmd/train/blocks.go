package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/boost"
	"github.com/onrecord/onrecord/internal/corpus"
	pack "github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/internal/shingle"
)

type bodyPage struct {
	page   corpus.Page
	truth  shingle.Shingles
	blocks []extract.Candidate
	silent []extract.Candidate // without the selector's vote
	label  []bool
	weight []float32
	fold   int
	small  []*bodyPage // pages made of this one
}

const bodyFolds = 10

func loadBodies(data string) ([]*bodyPage, error) {
	ps, err := corpus.Pages(filepath.Join(data, "html"))
	if err != nil {
		return nil, err
	}
	foldOf := map[string]int{}
	var out []*bodyPage
	for _, p := range ps {
		c, err := extract.Candidates(context.Background(), p.HTML, extract.WithClassifier(func([]float32) float64 { return 0 }))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.URL, err)
		}
		silent, err := extract.Candidates(context.Background(), p.HTML, extract.WithClassifier(func([]float32) float64 { return 0 }), extract.WithoutSelector())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.URL, err)
		}
		l := &bodyPage{page: p, truth: shingle.Of(p.Body), blocks: c, silent: silent}
		f, ok := foldOf[p.Domain]
		if !ok {
			f = len(foldOf) % bodyFolds
			foldOf[p.Domain] = f
		}
		l.fold = f
		l.mark()
		if l.small, err = l.variants(uint64(len(out))); err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, nil
}

func bodyWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 0x80 && r != '“' && r != '”' && r != '’' && r != '‘' && r != '–' && r != '—' && r != '…')
	})
}

// mark labels each block by whether the true body holds it.
func (l *bodyPage) mark() {
	n := len(l.blocks)
	l.label = make([]bool, n)
	l.weight = make([]float32, n)
	body := " " + strings.Join(bodyWords(l.page.Body), " ") + " "
	short := make([]bool, n)
	left := make(shingle.Shingles, len(l.truth))
	for k, v := range l.truth {
		left[k] = v
	}
	for i, b := range l.blocks {
		ws := bodyWords(b.Text)
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

func (l *bodyPage) score(keep func(i int) bool) shingle.Score {
	var b strings.Builder
	for i, c := range l.blocks {
		if keep(i) {
			b.WriteString(c.Text)
			b.WriteString("\n\n")
		}
	}
	return shingle.Compare(l.truth, shingle.Of(b.String()))
}

func blockWeight(l *bodyPage, i int) float64 {
	return math.Sqrt(1+float64(l.weight[i])) / 4
}

// blockTraining was chosen by cross-validation.
var blockTraining = boost.Training{Trees: 500, Rate: .03, Depth: 5, Features: .1, MinChild: 3}

func heard(l *bodyPage) []extract.Candidate  { return l.blocks }
func silent(l *bodyPage) []extract.Candidate { return l.silent }

// buildBlocks trains the block classifier of package extract and saves it.
// Its figures come from cross-validation with all pages of a site in one fold.
func buildBlocks(root, data string) error {
	pages, err := loadBodies(data)
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
	final := trainBlocksAll(pages)
	if err := pack.Save(filepath.Join(root, "extract", "model", "blocks.bin"), final[0], final[1], final[2]); err != nil {
		return err
	}
	return crossValidate(pages)
}

// crossValidate measures what models trained in the same way on the other
// sites' pages make of each page. Where $MISTAKES names a file, the blocks
// that they judge wrongly are written to it.
func crossValidate(pages []*bodyPage) error {
	var total, without, small shingle.Score
	kinds := map[extract.Kind][2]int{}
	var errs []string
	for f := 0; f < bodyFolds; f++ {
		var train []*bodyPage
		for _, l := range pages {
			if l.fold != f {
				train = append(train, l)
			}
		}
		k := trainBlocksAll(train)
		m := func(x []float32) float64 {
			if x[silentAt] > 0 {
				return k[2].P(x)
			}
			return (k[0].P(x) + k[1].P(x)) / 2
		}
		for _, l := range pages {
			if l.fold == f {
				s, rep, err := l.measure(m, kinds)
				if err != nil {
					return err
				}
				total.Add(s)
				if s, _, err = l.measure(m, nil, extract.WithoutSelector()); err != nil {
					return err
				}
				without.Add(s)
				for _, v := range l.small {
					if s, _, err = v.measure(m, nil); err != nil {
						return err
					}
					small.Add(s)
				}
				errs = append(errs, rep)
			}
		}
	}
	fmt.Fprintf(os.Stderr, "cross-validated: %+v\nwithout the selector: %+v\nsmall pages made of these: %+v\nin the body and kept, by kind: %v\n", total, without, small, kinds)
	if f := os.Getenv("MISTAKES"); f != "" {
		sort.Strings(errs)
		return os.WriteFile(f, []byte(strings.Join(errs, "")), 0o644)
	}
	return nil
}

// measure scores a classifier on the page and reports its mistakes.
func (l *bodyPage) measure(k extract.Classifier, kinds map[extract.Kind][2]int, opts ...extract.Option) (shingle.Score, string, error) {
	c, err := extract.Candidates(context.Background(), l.page.HTML, append(opts, extract.WithClassifier(k))...)
	if err != nil {
		return shingle.Score{}, "", err
	}
	s := l.score(func(i int) bool { return c[i].Kept })
	for i, x := range c {
		if l.label[i] && kinds != nil {
			n := kinds[x.Kind]
			if n[0]++; x.Kept {
				n[1]++
			}
			kinds[x.Kind] = n
		}
	}
	best := l.score(func(i int) bool { return l.label[i] })
	var b strings.Builder
	if best.F1-s.F1 > .01 {
		fmt.Fprintf(&b, "== %.3f (%.3f) P %.3f R %.3f %s\n", s.F1, best.F1, s.Precision, s.Recall, l.page.URL)
		for i, x := range c {
			if x.Kept != l.label[i] {
				fmt.Fprintf(&b, "   %v p=%.2f w=%.0f %s %s vote=%.1f | %.140q\n", l.label[i], x.Score, l.weight[i], x.Kind, x.Path, x.Features[voteAt], x.Text)
			}
		}
	}
	return s, b.String(), nil
}

var voteAt, silentAt = slices.Index(extract.FeatureNames(), "vote"), slices.Index(extract.FeatureNames(), "selector silent")

// smallShare is the weight of the pages made of others.
const smallShare = 0.25

// trainBlocksAll trains the three models of package extract: on pages as they
// are, on these and smaller ones, and on both without the selector's vote.
func trainBlocksAll(pages []*bodyPage) [3]*boost.Model {
	return [3]*boost.Model{trainBlocks(pages, 0, heard), trainBlocks(pages, smallShare, heard), trainBlocks(pages, smallShare, silent)}
}

// trainBlocks trains on the pages' blocks as of picks them, and, with the
// weight small, on the smaller pages made of these.
func trainBlocks(pages []*bodyPage, small float32, of func(l *bodyPage) []extract.Candidate) *boost.Model {
	var x [][]float32
	var y []bool
	var w []float32
	for _, page := range pages {
		for k, l := range append([]*bodyPage{page}, page.small...) {
			if k > 0 && small == 0 {
				break
			}
			for i, b := range of(l) {
				x = append(x, b.Features)
				y = append(y, l.label[i])
				weight := float32(blockWeight(l, i))
				if k > 0 {
					weight *= small
				}
				w = append(w, weight)
			}
		}
	}
	return blockTraining.Train(x, y, w)
}
