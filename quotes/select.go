package quotes

import (
	"cmp"
	"context"
	"slices"
)

// candidates gives each candidate cue of the page its best reading, scored,
// likeliest first. Of readings that overlap in their cue or say nearly the
// same, only the likeliest is kept.
func (p *page) candidates(ctx context.Context, m *reader, sc *scratch) ([]attribution, error) {
	sc.cues = p.cues(m.cue, candidateThreshold, sc.cues)
	var out []attribution
	for i, c := range sc.cues {
		if i&63 == 63 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		near := around(sc.cues, i)
		rs := p.readings(m.role, c, near, kBest, sc)
		if best := p.judge(m, rs, near, sc); best >= 0 && rs[best].score >= stateCandidate {
			p.sayso(m, &rs[best], &sc.x[best], sc)
			out = append(out, rs[best])
		}
	}
	slices.SortStableFunc(out, func(a, b attribution) int { return cmp.Compare(max(b.score, b.state), max(a.score, a.state)) })
	sc.taken.reset(len(p.tok))
	kept := out[:0]
next:
	for i := range out {
		a := out[i]
		first, last := a.extent()
		for k := range sc.taken.over(first, last) {
			if o := &kept[k]; a.cue.first < o.cue.last && o.cue.first < a.cue.last || sameContent(&a, o) && !a.holds(o.cue) {
				continue next
			}
		}
		sc.taken.add(len(kept), first, last)
		kept = append(kept, a)
	}
	return kept, nil
}

// around returns the cues whose windows can meet that of cues[i].
func around(cues []cueSpan, i int) []cueSpan {
	lo, hi := i, i+1
	for lo > 0 && cues[lo-1].last > cues[i].first-2*reach && i-lo < 64 {
		lo--
	}
	for hi < len(cues) && cues[hi].first < cues[i].last+2*reach && hi-i < 64 {
		hi++
	}
	return cues[lo:hi]
}

// extent is the range of tokens that a's cue and content lie in.
func (a *attribution) extent() (first, last int) {
	first, last = a.cue.first, a.cue.last
	for _, t := range a.content {
		first, last = min(first, t.first), max(last, t.last)
	}
	return first, last
}

// holds reports whether c is in a's content: one quotation in another.
func (a *attribution) holds(c cueSpan) bool {
	return slices.ContainsFunc(a.content, func(t tokens) bool { return t.first <= c.first && c.last <= t.last })
}

// sameContent reports whether a and b ascribe mostly the same tokens.
func sameContent(a, b *attribution) bool {
	n, na, nb := 0, 0, 0
	for _, x := range a.content {
		na += x.last - x.first
		for _, y := range b.content {
			n += max(0, min(x.last, y.last)-max(x.first, y.first))
		}
	}
	for _, y := range b.content {
		nb += y.last - y.first
	}
	return 2*n > na+nb-n
}
