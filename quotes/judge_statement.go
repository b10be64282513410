package quotes

import (
	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/nlp"
)

// stateFeatures adds what tells whether a is something said or written.
func (p *page) stateFeatures(f *linear.Features, a *attribution, _ []cueSpan) {
	h := p.cueHead(a.cue)
	pos, mask := uint32(p.tok[h].pos), p.cueMask(a.cue)
	kind := p.kindNumber(a.content)
	sc := logBucket(a.score) / 2
	src := p.sourceClass(a)
	if p.tok[h].kids&kidPassive != 0 {
		src |= 16
	}
	in := uint32(0)
	if p.tok[a.cue.first].quoted >= 0 {
		in = 1
	}
	heading := uint32(0)
	if b := p.tok[a.cue.first].block; b >= 0 && p.blocks[b].heading {
		heading = 1
	}
	// Modals and negation around the cue: what would, could or will be said
	// has not been.
	mood := uint32(0)
	for i := max(0, a.cue.first-3); i < a.cue.last; i++ {
		switch p.tok[i].pos {
		case nlp.MD:
			mood |= 1
		case nlp.TO:
			if i+1 <= h {
				mood |= 2
			}
		}
		if l := p.a.Tokens[i].Lemma; l == "not" || l == "n't" || l == "never" {
			mood |= 4
		}
	}
	agree := uint32(0)
	c0 := a.content[0]
	if hd := p.top(c0); hd >= 0 {
		agree = uint32(p.a.Tokens[hd].Rel)<<8 | uint32(p.tok[hd].pos)
	}
	order := uint32(0)
	if c0.first >= a.cue.last {
		order = 1
	}
	n := 0
	for _, t := range a.content {
		n += t.last - t.first
	}
	written := p.written(a)
	f.Add(linear.F2(20, written, mask), linear.F2(21, written, p.tok[h].lemma), linear.F3(22, written, agree, kind))
	f.Add(linear.F1(0, 0), linear.F1(1, sc), linear.F2(2, mask, kind), linear.F2(3, mask, sc), linear.F1(4, p.tok[h].lemma), linear.F2(5, pos, kind),
		linear.F3(6, src, kind, mask), linear.F2(7, in, kind), linear.F2(8, heading, mask), linear.F2(9, mood, mask), linear.F2(10, agree, mask),
		linear.F2(11, uint32(bucket(n)), kind), linear.F2(12, order, mask), linear.F2(13, pos, mask), linear.F2(14, logBucket(a.cue.prob)/2, mask),
		linear.F2(15, src, kind), linear.F2(16, src, mask), linear.F2(17, agree>>8, kind), linear.F3(18, agree>>8, src, order))
	if p.scope == statements {
		f.Add(linear.F1(60, sc), linear.F2(61, mask, kind), linear.F2(62, logBucket(a.cue.prob)/2, mask), linear.F2(63, mask, sc), linear.F2(64, pos, kind))
	}
	p.stateWords(f, a, h, kind)
}

// written says what the cue's verb has between it and the content: a document
// ("have written letters on how ..."), 2; another noun, 1; nothing, 0.
func (p *page) written(a *attribution) uint32 {
	out := uint32(0)
	for i := p.cueHead(a.cue) + 1; i < min(len(p.tok), max(a.cue.last, min(a.content[0].first, a.cue.last+4))); i++ {
		if !p.tok[i].pos.Noun() || !p.free(i, i+1, &attribution{source: a.source}) {
			continue
		}
		if sourceNouns()[p.a.Tokens[i].Lemma] == 1 {
			return 2
		}
		out = 1
	}
	return out
}

// stateWords adds the words that stand around and inside a.
func (p *page) stateWords(f *linear.Features, a *attribution, h int, kind uint32) {
	lemma := func(i int) uint32 {
		if i < 0 || i >= len(p.tok) || p.tok[i].block != p.tok[h].block {
			return 0
		}
		return p.tok[i].lemma
	}
	pos := func(i int) uint32 {
		if i < 0 || i >= len(p.tok) || p.tok[i].block != p.tok[h].block {
			return 0
		}
		return uint32(p.tok[i].pos)
	}
	l := p.tok[h].lemma
	c0 := a.content[0]
	last := a.content[len(a.content)-1].last - 1
	source, who := uint32(0), uint32(0)
	if len(a.source) > 0 {
		if i := p.top(a.source[0]); i >= 0 {
			source, who = p.tok[i].lemma, uint32(p.tok[i].pos)
		}
	}
	rel := uint32(p.a.Tokens[h].Rel)
	up := uint32(0)
	if g := int(p.tok[h].head); g >= 0 {
		up = p.tok[g].lemma
	}
	f.Add(linear.F2(30, l, kind), linear.F2(31, l, lemma(h+1)), linear.F2(32, l, lemma(a.cue.first-1)), linear.F1(33, lemma(a.cue.first-1)), linear.F1(34, lemma(a.cue.last)),
		linear.F1(35, lemma(c0.first)), linear.F2(36, lemma(c0.first), l), linear.F2(37, pos(c0.first), l), linear.F1(38, pos(c0.first)), linear.F2(39, lemma(c0.first), kind),
		linear.F1(40, source), linear.F2(41, source, l), linear.F2(42, who, l), linear.F2(43, rel, l), linear.F2(44, rel, uint32(p.tok[h].pos)), linear.F2(45, up, rel),
		linear.F2(46, pos(last+1), kind), linear.F1(47, lemma(last+1)), linear.F1(48, lemma(c0.first-1)), linear.F2(49, pos(a.cue.first-1), pos(a.cue.last)))
	class := uint32(p.tok[h].class)
	f.Add(linear.F2(52, class, kind), linear.F2(53, class, pos(c0.first)), linear.F2(54, class, lemma(c0.first)), linear.F2(55, class, who), linear.F2(56, class, rel))
	near := uint32(p.tok[h].near)
	f.Add(linear.F2(57, near, kind), linear.F2(58, near, pos(c0.first)), linear.F2(59, near, who))
	if t := p.top(c0); t >= 0 {
		f.Add(linear.F1(50, p.tok[t].lemma), linear.F2(51, uint32(p.a.Tokens[t].Rel), l))
	}
}

// statement scores a as a statement.
func (p *page) statement(m *linear.CRF, a *attribution, sc *scratch) {
	sc.feats.Reset()
	p.stateFeatures(&sc.feats, a, nil)
	a.state = sc.decide(m)[1]
}
