package quotes

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// Gold is one marked attribution: byte spans in the article's text.
type Gold struct {
	Source, Cue, Content []span.Span
}

// Example is one marked article.
type Example struct {
	Annotation *nlp.Annotation
	Blocks     []nlp.Block // those that Annotation was made with
	Gold       []Gold
	// Statements says that only what was said or written is marked in this
	// article; otherwise beliefs, intentions and the like are marked too.
	Statements bool
}

// training is one article under training.
type training struct {
	page page
	part bool // only statements are marked, while others have more
	said bool // only statements are marked
	gold []goldTokens
	fold int
	cues []cueSpan // found by a model that has not seen the article
}

type goldTokens struct {
	source, cue, content []tokens
	words                struct{ source, content []int }
}

// Config says how models are trained.
type Config struct {
	Epochs int       // passes over the data for the cue and role models (6)
	Log    io.Writer // progress, nil for none
	Seed   uint64
}

// tokenRanges turns byte spans into token ranges: a token belongs to a span
// that covers more than half of it.
func tokenRanges(a *nlp.Annotation, spans []span.Span) []tokens {
	var out []tokens
	for _, s := range spans {
		i := a.TokenAt(s.Start)
		if i < len(a.Tokens) {
			t := a.Tokens[i]
			if int(t.Start) < s.Start && (s.Start-int(t.Start))*2 > int(t.End-t.Start) {
				i++
			}
		}
		j := i
		for j < len(a.Tokens) && int(a.Tokens[j].Start) < s.End {
			t := a.Tokens[j]
			if int(t.End) > s.End && (int(t.End)-s.End)*2 > int(t.End-t.Start) {
				break
			}
			j++
		}
		if i < j {
			out = append(out, tokens{i, j})
		}
	}
	slices.SortFunc(out, func(x, y tokens) int { return cmp.Compare(x.first, y.first) })
	return out
}

func (p *page) wordsOf(ts []tokens) []int {
	var out []int
	for _, t := range ts {
		for i := t.first; i < t.last; i++ {
			if p.tok[i].shape != 7 {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// jaccard of two sorted lists; 1 if both are empty.
func jaccard(a, b []int) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return float64(n) / float64(len(a)+len(b)-n)
}

// right reports whether a has the content and source of a marked attribution
// at Jaccard >= 0.5 each, as link50 is defined.
func (t *training) right(a *attribution) bool {
	c, s := t.page.wordsOf(a.content), t.page.wordsOf(a.source)
	for i := range t.gold {
		g := &t.gold[i]
		if jaccard(c, g.words.content) >= .5 && jaccard(s, g.words.source) >= .5 {
			return true
		}
	}
	return false
}

// found reports whether a has the content of a marked attribution.
func (t *training) found(a *attribution) bool {
	c := t.page.wordsOf(a.content)
	for i := range t.gold {
		if jaccard(c, t.gold[i].words.content) >= .5 {
			return true
		}
	}
	return false
}

const folds = 2

// Train makes the models that find attributions from marked articles.
func Train(data []Example, cfg Config) *Model {
	if cfg.Epochs == 0 {
		cfg.Epochs = 6
	}
	logf := func(format string, args ...any) {
		if cfg.Log != nil {
			fmt.Fprintf(cfg.Log, format+"\n", args...)
		}
	}
	docs := make([]*training, len(data))
	mixed := slices.ContainsFunc(data, func(x Example) bool { return !x.Statements })
	for i, x := range data {
		docs[i] = newTraining(x, i%folds)
		docs[i].part = x.Statements && mixed
	}

	// Cues.
	var cueData [folds][]linear.Example
	for _, d := range docs {
		cueData[d.fold] = append(cueData[d.fold], d.cueExamples()...)
	}
	cueT := linear.Training{Bits: 19, Classes: cueLabels, Epochs: cfg.Epochs, Rate: .03, Seed: cfg.Seed, Start: 1, Skip: 1e-3, Allowed: cueAllowed,
		Progress: func(e int, l float64) { logf("  cue epoch %d: %.4f", e, l) }}
	m := &Model{}
	var fold [folds]*linear.CRF
	concurrently(folds+1, func(f int) {
		if f == folds {
			m.cue = averaged(cueT).Train(slices.Concat(cueData[:]...))
		} else {
			fold[f] = cueT.Train(others(cueData[:], f))
		}
	})
	for _, d := range docs {
		d.cues = d.page.cues(fold[d.fold], candidateThreshold, nil)
	}
	cueData = [folds][]linear.Example{}

	// Roles.
	var roleData [folds][]linear.Example
	for _, d := range docs {
		roleData[d.fold] = append(roleData[d.fold], d.roleExamples()...)
	}
	roleT := linear.Training{Bits: 20, Classes: roleLabels, Epochs: cfg.Epochs, Rate: .012, Seed: cfg.Seed, Start: 1, Skip: 1e-3, Allowed: roleAllowed,
		Progress: func(e int, l float64) { logf("  role epoch %d: %.4f", e, l) }}
	concurrently(folds+1, func(f int) {
		if f == folds {
			m.role = averaged(roleT).Train(slices.Concat(roleData[:]...))
		} else {
			fold[f] = roleT.Train(others(roleData[:], f))
		}
	})

	// Acceptance, on readings by models that have not seen the article.
	var acceptData [folds][]linear.Example
	type pending struct {
		d    *training
		a    attribution
		near []cueSpan
	}
	var rs []pending
	var sc scratch
	for f := range folds {
		rm := fold[f]
		for _, d := range docs {
			if d.fold != f {
				continue
			}
			for i, c := range d.cues {
				near := around(d.cues, i)
				for _, a := range d.page.readings(rm, c, near, kBest, &sc) {
					rs = append(rs, pending{d, a, near})
					if d.part {
						continue
					}
					var ft linear.Features
					d.page.acceptFeatures(&ft, &a, near)
					ft.Next()
					y := uint8(0)
					if d.right(&a) {
						y = 1
					}
					acceptData[f] = append(acceptData[f], linear.Example{F: ft.Clone(), Labels: []uint8{y}})
				}
			}
		}
	}
	acceptT := linear.Training{Bits: 16, Classes: 2, Epochs: 8, Rate: .03, Seed: cfg.Seed, Start: 1,
		Progress: func(e int, l float64) { logf("  accept epoch %d: %.4f", e, l) }}
	concurrently(folds+1, func(f int) {
		if f == folds {
			m.accept = averaged(acceptT).Train(slices.Concat(acceptData[:]...))
		} else {
			fold[f] = acceptT.Train(others(acceptData[:], f))
		}
	})
	// Of each cue the best reading is what counts from here on.
	var best []pending
	for i := range rs {
		r := &rs[i]
		r.d.page.accept(fold[r.d.fold], &r.a, r.near, &sc)
		if n := len(best); n > 0 && best[n-1].d == r.d && best[n-1].a.cue == r.a.cue {
			if r.a.score > best[n-1].a.score {
				best[n-1] = *r
			}
			continue
		}
		best = append(best, *r)
	}
	var accepted []outcome
	var stateData []linear.Example
	for i := range best {
		r := &best[i]
		if r.a.score >= acceptShown && !r.d.part {
			accepted = append(accepted, outcome{r.a.score, r.d.right(&r.a)})
		}
		if r.a.score < stateCandidate || !r.d.said {
			continue
		}
		var ft linear.Features
		r.d.page.stateFeatures(&ft, &r.a)
		ft.Next()
		y := uint8(0)
		if r.d.found(&r.a) {
			y = 1
		}
		stateData = append(stateData, linear.Example{F: ft.Clone(), Labels: []uint8{y}})
	}
	stateT := linear.Training{Bits: 12, Classes: 2, Epochs: 20, Rate: .1, Seed: cfg.Seed, Start: 1, L2: .002,
		Progress: func(e int, l float64) { logf("  statement epoch %d: %.4f", e, l) }}
	m.state = averaged(stateT).Train(stateData)
	m.acceptSure = fitPlatt(accepted)
	logf("  confidence from %d readings: %+v", len(accepted), m.acceptSure)
	return m
}

// averaged makes t train several times.
func averaged(t linear.Training) linear.Training {
	t.Runs = 3
	return t
}

// concurrently runs f(0) ... f(n-1) at the same time.
func concurrently(n int, f func(int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { f(i) })
	}
	wg.Wait()
}

func others(data [][]linear.Example, f int) []linear.Example {
	var out []linear.Example
	for i := range data {
		if i != f {
			out = append(out, data[i]...)
		}
	}
	return out
}

func newTraining(x Example, fold int) *training {
	t := &training{fold: fold, said: x.Statements}
	t.page.reset(x.Annotation, pageBlocks(x.Blocks))
	for _, g := range x.Gold {
		gt := goldTokens{source: tokenRanges(x.Annotation, g.Source), cue: tokenRanges(x.Annotation, g.Cue), content: tokenRanges(x.Annotation, g.Content)}
		gt.words.source, gt.words.content = t.page.wordsOf(gt.source), t.page.wordsOf(gt.content)
		if len(gt.content) > 0 {
			t.gold = append(t.gold, gt)
		}
	}
	return t
}

func pageBlocks(bs []nlp.Block) []pageBlock {
	out := make([]pageBlock, len(bs))
	for i, b := range bs {
		out[i] = pageBlock{Span: b.Span, heading: b.Heading}
	}
	return out
}

func (t *training) cueExamples() []linear.Example {
	p := &t.page
	labels := make([]uint8, len(p.tok))
	for _, g := range t.gold {
		for _, c := range g.cue {
			for i := c.first; i < c.last; i++ {
				labels[i] = cueI
			}
			labels[c.first] = cueB
		}
	}
	var out []linear.Example
	for _, s := range p.a.Sentences {
		if s.First >= s.Last {
			continue
		}
		if t.part && !slices.ContainsFunc(labels[s.First:s.Last], func(l uint8) bool { return l != cueO }) {
			continue // what is not marked here may still be a belief
		}
		p.feats.Reset()
		p.cueFeatures(&p.feats, s.First, s.Last)
		y := slices.Clone(labels[s.First:s.Last])
		if y[0] == cueI {
			y[0] = cueB
		}
		out = append(out, linear.Example{F: p.feats.Clone(), Labels: y})
	}
	return out
}

func (t *training) roleExamples() []linear.Example {
	p := &t.page
	var out []linear.Example
	var sc roleScratch
	add := func(c cueSpan, g *goldTokens) {
		w := p.window(c)
		p.feats.Reset()
		p.roleFeatures(&p.feats, c, w, t.cues, &sc)
		y := make([]uint8, w.last-w.first)
		weight := float32(1)
		if g != nil {
			for _, r := range []struct {
				ts []tokens
				l  uint8
			}{{g.content, contentB}, {g.source, sourceB}} {
				for _, s := range r.ts {
					for i := max(s.first, w.first); i < min(s.last, w.last); i++ {
						if i >= c.first && i < c.last {
							continue
						}
						y[i-w.first] = r.l + 1
					}
				}
				for i := range y {
					if y[i] == r.l+1 && (i == 0 || y[i-1] != r.l+1 && y[i-1] != r.l) {
						y[i] = r.l
					}
				}
				for _, s := range r.ts {
					if s.first >= w.first && s.first < w.last && y[s.first-w.first] == r.l+1 {
						y[s.first-w.first] = r.l
					}
				}
			}
		} else {
			weight = .5
		}
		out = append(out, linear.Example{F: p.feats.Clone(), Labels: y, Weight: weight})
	}
	var goldCues []tokens
	for i := range t.gold {
		g := &t.gold[i]
		if len(g.cue) == 0 {
			continue
		}
		c := cueSpan{first: g.cue[0].first, last: g.cue[len(g.cue)-1].last, prob: 1}
		goldCues = append(goldCues, tokens{c.first, c.last})
		add(c, g)
		// The cue as it will be found, where that differs.
		for _, f := range t.cues {
			if f.prob >= .3 && f.first < c.last && c.first < f.last && (f.first != c.first || f.last != c.last) {
				add(f, g)
				break
			}
		}
	}
	for _, f := range t.cues {
		if t.part || f.prob < .3 || slices.ContainsFunc(goldCues, func(g tokens) bool { return g.first < f.last && f.first < g.last }) {
			continue
		}
		add(f, nil)
	}
	return out
}
