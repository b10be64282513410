package quotes

import (
	"math"

	"github.com/onrecord/onrecord/internal/linear"
)

// The labels of the pick model.
const (
	pickWrong = iota
	pickRight // source and content overlap with those marked by half
	pickExact // and the content is the same to the word
	pickLabels
)

// pickFeatures adds what tells whether a is right to the word: all that tells
// whether it is right, and what stands on either side of the edges of its content.
func (p *page) pickFeatures(f *linear.Features, a *attribution, all []cueSpan) {
	p.acceptFeatures(f, a, all)
	p.edgeFeatures(f, a)
}

// edgeFeatures adds what stands on either side of the edges of a's content.
func (p *page) edgeFeatures(f *linear.Features, a *attribution) {
	kind := p.kindNumber(a.content)
	none := word{form: 1, lemma: 1, head: -1}
	at := func(i int) *word {
		if i < 0 || i >= len(p.tok) {
			return &none
		}
		return &p.tok[i]
	}
	rel := func(i int) uint32 {
		if i < 0 || i >= len(p.tok) {
			return 0
		}
		return uint32(p.a.Tokens[i].Rel)
	}
	// Which side of the content the head of token i is on.
	hangs := func(i int) uint32 {
		if i < 0 || i >= len(p.tok) {
			return 0
		}
		h := int(p.tok[i].head)
		for k, t := range a.content {
			if h >= t.first && h < t.last {
				return uint32(min(k, 1)) + 1
			}
		}
		if h >= a.cue.first && h < a.cue.last {
			return 3
		}
		return 4
	}
	where := func(i int) uint32 { // with respect to the cue
		if i < a.cue.first {
			return 0
		}
		return 1
	}
	sc, cue := uint32(p.scope), p.tok[p.cueHead(a.cue)].lemma
	for k, t := range a.content {
		n := uint32(min(k, 1)) << 1
		l, l0, r, r1 := at(t.first), at(t.first-1), at(t.last-1), at(t.last)
		s := where(t.first) | n | sc<<3
		f.Add(linear.F3(80, l.lemma, l0.lemma, s), linear.F3(81, uint32(l.pos), uint32(l0.pos), s), linear.F2(82, l.lemma, s), linear.F2(83, l0.lemma, s),
			linear.F3(84, r.lemma, r1.lemma, s), linear.F3(85, uint32(r.pos), uint32(r1.pos), s), linear.F2(86, r1.lemma, s), linear.F3(87, r1.lemma, at(t.last+1).lemma, s),
			linear.F3(88, uint32(r1.pos), uint32(at(t.last+1).pos), s), linear.F3(89, rel(t.last), hangs(t.last), s), linear.F3(90, rel(t.last+1), hangs(t.last+1), s),
			linear.F3(91, rel(t.first-1), hangs(t.first-1), s), linear.F3(92, rel(t.first), hangs(t.first), s), linear.F3(93, rel(t.last-1), hangs(t.last-1), s),
			linear.F3(94, uint32(l.mark)<<4|uint32(l0.mark), uint32(r.mark)<<4|uint32(r1.mark), s|kind<<4), linear.F3(95, uint32(l.class), uint32(l0.pos), s),
			linear.F3(96, uint32(r1.class), uint32(r.pos), s), linear.F3(97, cue, l.lemma, s), linear.F3(98, cue, r1.lemma, s))
		// The innermost phrases that end at the right edge, and those cut by it.
		if h := int(at(t.last).head); h >= t.first && h < t.last {
			f.Add(linear.F3(99, rel(t.last), uint32(p.tok[h].pos), s), linear.F3(100, rel(t.last), p.tok[h].lemma, r1.lemma))
		}
		if h := int(l0.head); h >= t.first && h < t.last {
			f.Add(linear.F3(101, rel(t.first-1), uint32(p.tok[h].pos), s), linear.F3(102, rel(t.first-1), l0.lemma, s))
		}
	}
	f.Add(linear.F3(103, uint32(a.rank), logBucket(math.Exp(a.logProb)), uint32(min(9, int(a.gap*1.5)))), linear.F3(104, uint32(a.rank), uint32(len(a.content)), kind|sc<<3), linear.F2(105, uint32(a.rank), sc))
}

// pick sets what the linear models make of a, how good a reading it is and
// whether it is right, and returns the probabilities of the labels.
func (p *page) pick(m *reader, a *attribution, all []cueSpan, sc *scratch) [pickLabels]float64 {
	sc.feats.Reset()
	p.acceptFeatures(&sc.feats, a, all)
	if m.accept != nil {
		a.score = sc.decide(m.accept)[1]
		sc.feats.Resume()
	}
	p.edgeFeatures(&sc.feats, a)
	probs := [pickLabels]float64(sc.decide(m.pick))
	// Being right counts as much as being so to the word does beyond it.
	a.pick = probs[pickRight] + 2*probs[pickExact]
	return probs
}
