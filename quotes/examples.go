package quotes

import (
	"cmp"
	"slices"

	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// training is one article under training.
type training struct {
	page page
	said bool // only statements are marked
	gold []goldTokens
	fold int
	cues []cueSpan // found by a model that has not seen the article
}

type goldTokens struct {
	source, cue, content []tokens
	words                struct{ source, content []int }
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

// exact reports whether a has exactly the content of a marked attribution,
// marks aside.
func (t *training) exact(a *attribution) bool {
	c := t.page.wordsOf(a.content)
	for i := range t.gold {
		if slices.Equal(c, t.gold[i].words.content) {
			return true
		}
	}
	return false
}

// sourceExact reports whether a has exactly the source of a marked attribution
// that has its content, marks aside.
func (t *training) sourceExact(a *attribution) bool {
	c, s := t.page.wordsOf(a.content), t.page.wordsOf(a.source)
	for i := range t.gold {
		if g := &t.gold[i]; slices.Equal(s, g.words.source) && jaccard(c, g.words.content) >= .5 {
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

// newTraining prepares an article. Those that mark only statements are read in
// the narrow scope if others mark more.
func newTraining(x Example, fold int, mixed bool) *training {
	t := &training{fold: fold, said: x.Statements}
	in := everything
	if x.Statements && mixed {
		in = statements
	}
	t.page.reset(x.Annotation, pageBlocks(x.Blocks), in)
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

// cueExamples makes an example of each sentence.
func (t *training) cueExamples(weight float32) []linear.Example {
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
		p.feats.Reset()
		p.cueFeatures(&p.feats, s.First, s.Last)
		y := slices.Clone(labels[s.First:s.Last])
		if y[0] == cueI {
			y[0] = cueB
		}
		out = append(out, linear.Example{F: p.feats.Clone(), Labels: y, Weight: weight})
	}
	return out
}

// roleExamples makes an example of each cue: of those marked, and, if
// negatives, of those found that are not, which have no content.
func (t *training) roleExamples(weight float32, negatives bool) []linear.Example {
	p := &t.page
	var out []linear.Example
	var v roleView
	add := func(c cueSpan, g *goldTokens) {
		w := p.window(c, t.cues)
		p.feats.Reset()
		p.roleFeatures(&p.feats, c, w, t.cues, &v)
		y := make([]uint8, w.last-w.first)
		weight := weight
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
			weight /= 2
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
		if !negatives || f.prob < .3 || slices.ContainsFunc(goldCues, func(g tokens) bool { return g.first < f.last && f.first < g.last }) {
			continue
		}
		add(f, nil)
	}
	return out
}

// pickExample makes a training example of how good a reading a is.
func (t *training) pickExample(a *attribution, near []cueSpan) linear.Example {
	x := t.example(t.page.pickFeatures, a, near, false)
	if t.right(a) {
		x.Labels[0] = pickRight
		if t.exact(a) {
			x.Labels[0] = pickExact
		}
	}
	return x
}

// example makes a training example of one decision about a.
func (t *training) example(features func(*linear.Features, *attribution, []cueSpan), a *attribution, near []cueSpan, yes bool) linear.Example {
	var f linear.Features
	features(&f, a, near)
	f.Next()
	y := uint8(0)
	if yes {
		y = 1
	}
	return linear.Example{F: f.Clone(), Labels: []uint8{y}}
}
