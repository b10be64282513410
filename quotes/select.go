package quotes

import (
	"cmp"
	"slices"
)

// attributions finds what the page attributes to whom: for each candidate
// cue its best reading, kept where it is likelier right than threshold, one
// per cue, in order of the cues.
func (p *page) attributions(m *Model, threshold float64, sc *scratch) []attribution {
	sc.cues = p.cues(m.cue, candidateThreshold, sc.cues)
	var out []attribution
	for _, c := range sc.cues {
		best := -1
		rs := p.readings(m.role, c, sc.cues, kBest, sc)
		for i := range rs {
			p.accept(m.accept, &rs[i], sc.cues, sc)
			if best < 0 || better(&rs[i], &rs[best]) {
				best = i
			}
		}
		if best >= 0 && rs[best].score >= threshold {
			out = append(out, rs[best])
		}
	}
	// Where two readings share a cue or are the same but for the cue, the
	// likelier one stays.
	slices.SortStableFunc(out, func(a, b attribution) int { return cmp.Compare(b.score, a.score) })
	kept := out[:0]
	for i := range out {
		a := &out[i]
		clash := slices.ContainsFunc(kept, func(b attribution) bool {
			return a.cue.first < b.cue.last && b.cue.first < a.cue.last || sameContent(a, &b)
		})
		if !clash {
			kept = append(kept, *a)
		}
	}
	slices.SortFunc(kept, func(a, b attribution) int { return cmp.Compare(a.cue.first, b.cue.first) })
	return kept
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
