package quotes

import (
	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/nlp"
)

// The labels of the cue model.
const (
	cueO = iota
	cueB
	cueI
	cueLabels
)

// cueAllowed tells which label may follow which.
func cueAllowed(prev, next int) bool {
	return next != cueI || prev == cueB || prev == cueI
}

// cueFeatures adds the features of the tokens [first, last) of one sentence:
// words, lemmas and tags around, quotation marks, entities, and the syntax of
// the token as a governor.
func (p *page) cueFeatures(f *linear.Features, first, last int) {
	none := word{form: 1, lemma: 1, suffix: 1, quoted: -1, block: -1, head: -1}
	at := func(i int) *word {
		if i < first || i >= last {
			return &none
		}
		return &p.tok[i]
	}
	// What the sentence as a whole offers.
	hasQuote := uint32(0)
	for i := first; i < last; i++ {
		if p.tok[i].mark == opening || p.tok[i].mark == closing {
			hasQuote = 1
			break
		}
	}
	heading := uint32(0)
	if b := p.tok[first].block; b >= 0 && p.blocks[b].heading {
		heading = 1
	}
	lastClose, nextOpen := 99, 99
	for i := first; i < last; i++ {
		w, l1, l2, r1, r2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
		r3, l3 := at(i+3), at(i-3)
		if lastClose < 99 {
			lastClose++
		}
		if w.mark == closing {
			lastClose = 0
		}
		nextOpen = 99
		for k := i + 1; k < last && k <= i+6; k++ {
			if p.tok[k].mark == opening {
				nextOpen = k - i
				break
			}
		}
		pos, in := uint32(w.pos), uint32(0)
		if w.quoted >= 0 {
			in = 1
		}
		lc, no := uint32(min(lastClose, 7)), uint32(min(nextOpen, 7))
		p1, q1 := uint32(l1.pos), uint32(r1.pos)
		f.Add(
			linear.F1(1, w.lemma), linear.F1(2, w.form), linear.F2(3, w.lemma, pos), linear.F2(4, w.lemma, in),
			linear.F1(5, l1.form), linear.F1(6, r1.form), linear.F1(7, l2.form), linear.F1(8, r2.form),
			linear.F2(9, w.lemma, l1.form), linear.F2(10, w.lemma, r1.form), linear.F2(11, w.lemma, p1), linear.F2(12, w.lemma, q1),
			linear.F3(13, pos, p1, q1), linear.F3(14, pos, p1, uint32(l2.pos)), linear.F3(15, pos, q1, uint32(r2.pos)),
			linear.F2(16, w.suffix, pos), linear.F2(17, uint32(w.shape), pos), linear.F1(18, r3.lemma), linear.F1(19, l3.lemma),
			linear.F3(20, w.lemma, l1.lemma, l2.lemma), linear.F3(21, w.lemma, r1.lemma, r2.lemma), linear.F3(22, w.lemma, l1.lemma, r1.lemma),
			linear.F3(23, w.lemma, uint32(l1.entity), uint32(r1.entity)), linear.F3(24, pos, uint32(l1.entity), uint32(r1.entity)),
			linear.F3(25, in, pos, hasQuote), linear.F3(26, lc, no, pos), linear.F3(27, lc, no, w.lemma), linear.F2(28, heading, w.lemma),
			linear.F2(29, heading, pos), linear.F1(30, l1.lemma), linear.F1(31, r1.lemma), linear.F2(32, w.lemma, uint32(r2.pos)),
			linear.F3(33, w.lemma, q1, uint32(r2.pos)), linear.F3(34, w.lemma, p1, uint32(l2.pos)), linear.F2(35, uint32(min(i-first, 4)), pos),
			linear.F2(36, uint32(min(last-i, 4)), w.lemma),
		)
		class := uint32(w.class)
		f.Add(linear.F2(40, class, pos), linear.F3(41, class, pos, uint32(w.kids)), linear.F2(42, class, uint32(l1.class)), linear.F2(43, class, uint32(r1.class)), linear.F3(44, class, in, q1))
		near := uint32(w.near)
		f.Add(linear.F2(45, near, pos), linear.F3(46, near, pos, uint32(w.kids)), linear.F3(47, near, in, q1), linear.F2(48, near, uint32(l1.group)), linear.F2(49, near, uint32(r1.group)))
		// Syntax.
		kids := uint32(w.kids)
		rel := uint32(p.a.Tokens[i].Rel)
		f.Add(linear.F2(50, kids, pos), linear.F2(51, kids, w.lemma), linear.F2(52, rel, w.lemma), linear.F2(53, rel, pos),
			linear.F3(54, rel, uint32(w.kids&(kidSubject|kidCcomp|kidXcomp|kidParataxis)), pos))
		if w.head >= 0 {
			h := &p.tok[w.head]
			side := uint32(0)
			if int(w.head) > i {
				side = 1
			}
			f.Add(linear.F3(55, h.lemma, rel, w.lemma), linear.F3(56, h.lemma, rel, side), linear.F3(57, uint32(h.pos), rel, pos),
				linear.F3(58, uint32(h.kids), rel, pos), linear.F3(59, rel, side, w.lemma))
		}
		if w.kids&kidSubject != 0 {
			f.Add(linear.F3(60, w.lemma, uint32(w.kids&(kidSubjectName|kidSubjectPronoun)), uint32(w.kids&(kidCcomp|kidXcomp|kidParataxis|kidObject))))
		}
		if p.scope == statements {
			f.Add(linear.F1(70, 0), linear.F1(71, w.lemma), linear.F2(72, w.lemma, pos), linear.F2(73, pos, kids), linear.F2(74, w.lemma, kids), linear.F2(75, class, pos),
				linear.F3(76, in, hasQuote, pos), linear.F2(77, w.lemma, l1.lemma), linear.F2(78, w.lemma, r1.lemma), linear.F2(79, heading, pos), linear.F2(80, w.lemma, in),
				linear.F3(81, lc, no, pos))
		}
		f.Next()
	}
}

// cueSpan is a candidate cue: tokens [first, last) and its probability.
type cueSpan struct {
	first, last int
	prob        float64
}

// cues finds candidate cues: the best labelling's, and every other stretch
// whose first token is one with probability of at least threshold.
func (p *page) cues(m *linear.CRF, threshold float64, dst []cueSpan) []cueSpan {
	dst = dst[:0]
	for si := range p.a.Sentences {
		s := &p.a.Sentences[si]
		if s.First >= s.Last || p.tok[s.First].block < 0 {
			continue
		}
		p.feats.Reset()
		p.cueFeatures(&p.feats, s.First, s.Last)
		m.Emit(&p.feats, &p.lat)
		m.Infer(&p.lat)
		n := s.Last - s.First
		mg := p.lat.Marginal
		for i := 0; i < n; i++ {
			b := mg[i*cueLabels+cueB]
			if b < threshold {
				continue
			}
			// Follow it while going on is likelier than not.
			j := i + 1
			for j < n && mg[j*cueLabels+cueI] > 0.5*min(1, mg[(j-1)*cueLabels+cueB]+mg[(j-1)*cueLabels+cueI]) {
				j++
			}
			dst = append(dst, cueSpan{first: s.First + i, last: s.First + j, prob: b})
		}
	}
	return dst
}

// head is the token that a cue's lemma features are taken from: its last
// verb, else its last noun or adjective, else its first token.
func (p *page) cueHead(c cueSpan) int {
	h := -1
	for i := c.first; i < c.last; i++ {
		if p.tok[i].pos.Verb() {
			h = i
			if i+1 < c.last && p.tok[i+1].pos == nlp.RP {
				break
			}
			// "said in a statement": the first full verb counts.
			if l := p.a.Tokens[i].Lemma; l != "be" && l != "have" && l != "do" {
				return h
			}
		}
	}
	if h >= 0 {
		return h
	}
	for i := c.last - 1; i >= c.first; i-- {
		if ps := p.tok[i].pos; ps.Noun() || ps == nlp.JJ {
			return i
		}
	}
	return c.first
}
