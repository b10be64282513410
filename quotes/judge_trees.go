package quotes

import (
	"math"
	"slices"

	"github.com/onrecord/onrecord/internal/boost"
	"github.com/onrecord/onrecord/internal/linear"
)

// trees are what has the last word on readings: sums of decision trees over
// measurements of a reading, among them what the linear models make of it and
// how far the other readings of its cue agree with it. They weigh these against
// each other as no linear model can (stacking: Wolpert, 1992).
type trees struct {
	right *boost.Model // whether source and content are right
	exact *boost.Model // whether they are so to the word
	said  *boost.Model // whether the content is right and a statement
}

// measures are what the trees decide by: numbers, and codes of tags, relations
// and the like, which trees can take apart, too.
type measures [70]float32

// filler fills measures in their order.
type filler struct {
	x *measures
	n int
}

func (f *filler) put(vs ...float64) {
	for _, v := range vs {
		f.x[f.n] = float32(v)
		f.n++
	}
}

// exactness is what being right to the word counts beside being right, by scope:
// where beliefs and the like are asked for, too, people differ on the words.
var exactness = [2]float64{everything: .25, statements: 1}

// judge scores the readings of one cue and returns the best one's index, -1 if
// there is none.
func (p *page) judge(m *reader, rs []attribution, near []cueSpan, sc *scratch) int {
	p.measure(m, rs, near, sc)
	best := -1
	for i := range rs {
		rs[i].score = m.right.P(sc.x[i][:])
		rs[i].pick = rs[i].score + exactness[p.scope]*m.exact.P(sc.x[i][:])
		if best < 0 || rs[i].pick > rs[best].pick {
			best = i
		}
	}
	return best
}

// measure fills sc.x with the measures of the readings of one cue.
func (p *page) measure(m *reader, rs []attribution, near []cueSpan, sc *scratch) {
	sc.x = slices.Grow(sc.x[:0], len(rs))[:len(rs)]
	for i := range rs {
		a, x := &rs[i], &sc.x[i]
		*x = measures{}
		probs := p.pick(m, a, near, sc)
		f := filler{x: x}
		f.put(a.logProb, a.gap, logOdds(a.edges), float64(a.rank), logOdds(a.cue.prob), a.pick, logOdds(probs[pickWrong]), logOdds(probs[pickRight]), logOdds(probs[pickExact]), logOdds(a.score), float64(len(rs)))
		// How probable the readings are that have this content, this source, or both.
		var both, content, source, all, shared float64
		for j := range rs {
			b := &rs[j]
			w := math.Exp(b.logProb)
			c, s := p.overlap(a.content, b.content), p.overlap(a.source, b.source)
			all += w
			shared += w * c
			if c >= .5 {
				content += w
			}
			if s >= .5 {
				source += w
			}
			if c >= .5 && s >= .5 {
				both += w
			}
		}
		f.put(both, content, source, all, shared, logOdds(both), logOdds(content))
		p.measureShape(a, &f)
		p.measureCues(a, near, &f)
	}
	// Against the best of the others.
	for i := range rs {
		x, most, better := &sc.x[i], 0., 0
		for j := range rs {
			if j != i {
				most = math.Max(most, rs[j].pick)
				if rs[j].pick > rs[i].pick {
					better++
				}
			}
		}
		x[len(x)-2], x[len(x)-1] = float32(rs[i].pick-most), float32(better)
	}
}

// measureShape measures how a stands in its sentence.
func (p *page) measureShape(a *attribution, f *filler) {
	h := p.cueHead(a.cue)
	length, sourceLength, sourceAt, sourceEnd := 0, 0, 0, 0
	for _, t := range a.content {
		length += t.last - t.first
	}
	first, last := a.content[0].first, a.content[len(a.content)-1].last
	var sourceEdges [4]float64
	if n := len(a.source); n > 0 {
		l, r := a.source[0].first, a.source[n-1].last
		sourceEdges = [4]float64{float64(p.around(l - 1)), float64(p.around(l)), float64(p.around(r)), float64(p.around(r + 1))}
		sourceLength, sourceAt = a.source[n-1].last-a.source[0].first, a.source[0].first-a.cue.first
		sourceEnd = int(p.tok[a.source[n-1].last-1].pos)
	}
	f.put(float64(p.kindNumber(a.content)), float64(len(a.content)), float64(len(a.source)), float64(length), float64(sourceLength), float64(sourceEnd), float64(sourceAt),
		float64(first-a.cue.last), float64(a.cue.first-last), float64(p.sourceClass(a)), float64(p.actMask(h)), float64(p.tok[h].pos), float64(p.a.Tokens[h].Rel), float64(p.tok[h].kids),
		float64(a.cue.last-a.cue.first))
	s := &p.a.Sentences[p.a.Tokens[last-1].Sentence]
	f.put(float64(s.Last-last), float64(first-s.First), float64(s.Last-s.First))
	s = &p.a.Sentences[p.a.Tokens[a.cue.first].Sentence]
	f.put(float64(s.Last-a.cue.last), float64(a.cue.first-s.First))
	f.put(float64(p.tok[first].mark), float64(p.tok[last-1].mark), float64(p.tok[first].pos), float64(p.tok[last-1].pos), float64(p.around(first-1)), float64(p.around(last)))
	for _, ts := range [2][]tokens{a.content[:1], a.source} {
		rel, left, right, direct := -1., 0., 0., 0.
		if len(ts) > 0 {
			if t := p.top(ts[0]); t >= 0 {
				rel, left, right = float64(p.a.Tokens[t].Rel), float64(int(p.tok[t].left)-ts[0].first), float64(int(p.tok[t].right)-ts[0].last)
				if int(p.tok[t].head) == h {
					direct = 1
				}
			}
		}
		f.put(rel, left, right, direct)
	}
	in, heading := 0., 0.
	if p.tok[a.cue.first].quoted >= 0 {
		in = 1
	}
	if b := p.tok[a.cue.first].block; b >= 0 && p.blocks[b].heading {
		heading = 1
	}
	f.put(in, heading, float64(p.scope), float64(p.written(a)))
	// Where the sentence may turn to the article's own words: within the content, behind it.
	turn, at := noTurn, 0
	for i := max(first, a.cue.last) + 2; i < last-1 && turn == noTurn; i++ {
		turn, at = p.turn(i, h), i
	}
	f.put(float64(turn), float64(last-at), float64(p.turn(last, h)))
	f.put(sourceEdges[:]...)
}

// measureCues measures the other cues in and around a.
func (p *page) measureCues(a *attribution, near []cueSpan, f *filler) {
	inside, insideSum, meets, nearest := 0., 0., 0., 99.
	for _, o := range near {
		if o.first == a.cue.first {
			continue
		}
		if a.holds(o) {
			inside = math.Max(inside, o.prob)
			insideSum += o.prob
		}
		if o.first < a.cue.last && a.cue.first < o.last {
			meets = math.Max(meets, o.prob)
		}
		if o.prob > .5 {
			nearest = math.Min(nearest, math.Abs(float64(o.first-a.cue.first)))
		}
	}
	f.put(inside, insideSum, meets, nearest, float64(len(near)))
}

// overlap is the Jaccard index of the words of a and b, lists of ranges that
// do not meet; 1 if both are empty.
func (p *page) overlap(a, b []tokens) float64 {
	na, nb, n := 0, 0, 0
	for _, x := range a {
		na += p.wordsIn(x.first, x.last)
		for _, y := range b {
			n += p.wordsIn(max(x.first, y.first), min(x.last, y.last))
		}
	}
	for _, y := range b {
		nb += p.wordsIn(y.first, y.last)
	}
	if na+nb == 0 {
		return 1
	}
	return float64(n) / float64(na+nb-n)
}

// wordsIn counts the tokens of [first, last) that are no marks.
func (p *page) wordsIn(first, last int) int {
	if first >= last {
		return 0
	}
	return int(p.before[last] - p.before[first])
}

func logOdds(x float64) float64 { return linear.LogOdds(x, 1e-6) }

// sayso sets whether a, whose measures are x, is a statement.
func (p *page) sayso(m *reader, a *attribution, x *measures, sc *scratch) {
	p.statement(m.state, a, sc)
	y := p.saidMeasures(a, x)
	a.state = m.said.P(y[:])
}

// saidMeasures are those of the trees that tell statements: what the linear model
// makes of it and the score of the other trees take the places of what only tells
// readings of one cue apart.
func (p *page) saidMeasures(a *attribution, x *measures) measures {
	y := *x
	y[1], y[3], y[len(y)-2], y[len(y)-1] = float32(logOdds(a.state)), float32(logOdds(a.score)), float32(a.pick), float32(p.cueMask(a.cue))
	return y
}
