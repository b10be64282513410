package quotes

import (
	"math"

	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/nlp"
)

// acceptFeatures adds what tells whether a is right.
func (p *page) acceptFeatures(f *linear.Features, a *attribution, all []cueSpan) {
	h := p.cueHead(a.cue)
	lemma, pos := p.tok[h].lemma, uint32(p.tok[h].pos)
	kind := p.kindNumber(a.content)
	n, parts := 0, uint32(min(len(a.content), 3))
	for _, t := range a.content {
		n += t.last - t.first
	}
	size := uint32(bucket(n))
	src := uint32(0)
	if len(a.source) > 0 {
		t := a.source[0]
		src = 1
		switch {
		case p.tok[t.last-1].pos == nlp.PRP:
			src = 2
		case p.tok[t.first].pos.Proper() || p.tok[t.last-1].pos.Proper():
			src = 3
		case p.tok[t.last-1].pos == nlp.NNS:
			src = 4
		}
		if len(a.source) > 1 {
			src |= 8
		}
	}
	first, last := a.content[0].first, a.content[len(a.content)-1].last
	order := uint32(0)
	switch {
	case first >= a.cue.last:
		order = 1
	case last <= a.cue.first:
		order = 2
	}
	if len(a.source) > 0 && a.source[0].first < a.cue.first {
		order |= 4
	}
	pc, pl, pe, gp := logBucket(a.cue.prob), logBucket(math.Exp(a.logProb)), logBucket(a.edges), uint32(min(9, int(a.gap*1.5)))
	in := uint32(0)
	if p.tok[a.cue.first].quoted >= 0 {
		in = 1
	}
	// How the content's edges agree with quotation marks and clauses.
	edge := uint32(0)
	for k, i := range [2]int{first, last - 1} {
		w := &p.tok[i]
		e := uint32(0)
		switch {
		case w.mark == opening || w.mark == closing:
			e = 1
		case w.mark == inside:
			e = 2
		case w.pos == nlp.Comma:
			e = 3
		case w.pos == nlp.Stop:
			e = 4
		}
		edge |= e << (4 * k)
	}
	sentLast := uint32(0)
	s := &p.a.Sentences[p.a.Tokens[last-1].Sentence]
	if last >= s.Last-1 {
		sentLast = 1
	}
	if first == s.First {
		sentLast |= 2
	}
	heading := uint32(0)
	if b := p.tok[a.cue.first].block; b >= 0 && p.blocks[b].heading {
		heading = 1
	}
	// Other cues within the content, or this cue within another's reach.
	inner, near := uint32(0), uint32(0)
	for _, o := range all {
		if o.first == a.cue.first || o.prob < .4 {
			continue
		}
		for _, t := range a.content {
			if o.first >= t.first && o.first < t.last {
				inner = min(2, inner+1)
			}
		}
		if o.first < a.cue.last && a.cue.first < o.last {
			near = 1
		}
	}
	agree := uint32(0)
	c0 := a.content[0]
	if hd := p.top(c0); hd >= 0 {
		agree = uint32(p.a.Tokens[hd].Rel)
		if int(p.tok[hd].left) == c0.first {
			agree |= 1 << 8
		}
		if int(p.tok[hd].right) == c0.last {
			agree |= 1 << 9
		}
		if int(p.tok[hd].head) == h {
			agree |= 1 << 10
		}
	}
	sag := uint32(0)
	if len(a.source) > 0 {
		t := a.source[0]
		if hd := p.top(t); hd >= 0 {
			sag = uint32(p.a.Tokens[hd].Rel)
			if int(p.tok[hd].left) == t.first {
				sag |= 1 << 8
			}
			if int(p.tok[hd].right) == t.last {
				sag |= 1 << 9
			}
			if int(p.tok[hd].head) == h {
				sag |= 1 << 10
			}
		}
	}
	f.Add(linear.F1(1, pc), linear.F1(2, pl), linear.F1(3, pe), linear.F1(4, gp), linear.F2(5, pc, pl), linear.F2(6, pl, pe), linear.F3(7, pc, pl, kind),
		linear.F1(8, lemma), linear.F2(9, lemma, src), linear.F2(10, lemma, kind), linear.F3(11, kind, order, src), linear.F3(12, kind, order, parts),
		linear.F2(13, size, kind), linear.F2(14, size, lemma), linear.F3(15, edge, kind, order), linear.F3(16, sentLast, order, kind), linear.F2(17, in, kind),
		linear.F2(18, inner, kind), linear.F2(19, near, pc), linear.F2(20, heading, kind), linear.F2(21, pos, src), linear.F3(22, pos, order, kind),
		linear.F2(23, agree, kind), linear.F3(24, agree, order, lemma), linear.F2(25, sag, order), linear.F2(26, agree, sag), linear.F3(27, gp, pl, pc),
		linear.F3(28, edge, sentLast, agree), linear.F2(29, uint32(a.rank), gp), linear.F3(30, pe, size, kind), linear.F1(0, 0),
		linear.F3(31, uint32(p.tok[first].pos), order, kind), linear.F3(32, uint32(p.tok[last-1].pos), order, kind),
		linear.F3(33, uint32(p.around(first-1)), order, kind), linear.F3(34, uint32(p.around(last)), order, kind),
		linear.F3(35, p.tok[first].lemma, order, kind), linear.F3(36, uint32(p.around(last)), uint32(p.tok[last-1].pos), sentLast),
		linear.F2(37, p.sourceClass(a), kind), linear.F2(38, p.sourceClass(a), lemma), linear.F2(39, p.actMask(h), kind), linear.F3(40, p.actMask(h), p.sourceClass(a), order), linear.F3(41, uint32(p.a.Tokens[h].Rel), uint32(p.tok[h].kids&kidSubject), src), linear.F2(42, uint32(a.rank), uint32(p.a.Tokens[h].Rel)))
	if p.scope == statements {
		f.Add(linear.F1(60, 0), linear.F2(61, lemma, kind), linear.F1(62, pc), linear.F1(63, pl), linear.F2(64, order, pos), linear.F2(65, src, pos), linear.F1(66, lemma),
			linear.F2(67, p.actMask(h), kind), linear.F3(68, kind, order, parts), linear.F2(69, p.sourceClass(a), kind), linear.F2(70, size, kind))
	}
}

func (p *page) around(i int) nlp.POS {
	if i < 0 || i >= len(p.tok) {
		return nlp.NoPOS
	}
	return p.tok[i].pos
}

// top is the token of t whose head lies outside t; -1 where there is none.
func (p *page) top(t tokens) int {
	for i := t.first; i < t.last; i++ {
		h := int(p.tok[i].head)
		if (h < t.first || h >= t.last) && p.tok[i].shape != 7 {
			return i
		}
	}
	return -1
}

// logBucket puts a probability into one of 24 classes by its log-odds.
func logBucket(x float64) uint32 {
	return uint32(math.Max(0, math.Min(23, 12+1.5*logOdds(x))))
}
