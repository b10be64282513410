package quotes

import (
	"math"
	"slices"

	"github.com/onrecord/onrecord/internal/linear"
)

// tokens is the range [first, last) of tokens.
type tokens struct{ first, last int }

// attribution is one reading of a candidate cue: the source and content that
// the role model gives it.
type attribution struct {
	cue     cueSpan
	source  []tokens
	content []tokens
	logProb float64 // of the whole labelling
	rank    int     // among the readings of its cue, from 0
	gap     float64 // to the best reading's log-probability
	edges   float64 // the least sure of the boundaries of its parts
	pick    float64 // how good it is among the readings of its cue
	score   float64 // probability that it is right
	state   float64 // probability that it is right and a statement
}

// readings decodes the k best readings of c that have a content.
func (p *page) readings(m *linear.CRF, c cueSpan, all []cueSpan, k int, sc *scratch) []attribution {
	w := p.window(c, all)
	p.roleScores(m, c, w, all, &sc.role)
	// A cue is neither its own source nor its own content.
	for i := c.first; i < min(c.last, w.last); i++ {
		for l := sourceB; l < roleLabels; l++ {
			p.lat.Bias(roleLabels, i-w.first, l, -50)
		}
	}
	m.Infer(&p.lat)
	sc.best = m.DecodeK(&p.lat, k, sc.best)
	out := sc.readings[:0]
	if len(sc.best) == 0 {
		return out
	}
	for r := range sc.best {
		a := p.reading(c, w, sc.best[r].Labels)
		a.source = p.outsideQuoted(a.source, &a)
		if a.content = p.wholeQuoted(p.tidy(a.content, &a), &a); len(a.content) > 0 {
			a.logProb, a.rank, a.gap = sc.best[r].LogProb, r, sc.best[0].LogProb-sc.best[r].LogProb
			// Readings that have become the same count as one.
			if k := slices.IndexFunc(out, func(o attribution) bool {
				return slices.Equal(o.content, a.content) && slices.Equal(o.source, a.source)
			}); k >= 0 {
				out[k].logProb = math.Log(math.Exp(out[k].logProb) + math.Exp(a.logProb))
				continue
			}
			out = append(out, a)
		}
	}
	out = p.variants(out, k)
	sc.readings = out
	return out
}

// reading turns labels into an attribution.
func (p *page) reading(c cueSpan, w window, labels []uint8) attribution {
	a := attribution{cue: c, edges: 1}
	for i := 0; i < len(labels); {
		l := labels[i]
		if l != sourceB && l != contentB {
			i++
			continue
		}
		j := i + 1
		for j < len(labels) && labels[j] == l+1 {
			j++
		}
		a.edges = math.Min(a.edges, p.lat.Marginal[i*roleLabels+int(l)])
		if j < len(labels) {
			a.edges = math.Min(a.edges, 1-p.lat.Marginal[j*roleLabels+int(l)+1])
		}
		t := tokens{w.first + i, w.first + j}
		if l == sourceB {
			a.source = append(a.source, t)
		} else {
			a.content = append(a.content, t)
		}
		i = j
	}
	return a
}

// scratch is the memory of one extraction.
type scratch struct {
	role     roleView
	best     []linear.Best
	readings []attribution
	cues     []cueSpan
	taken    buckets
	feats    linear.Features
	lat      linear.Lattice
	x        []measures // of the readings of one cue
}

// decide gives the probabilities of m's labels for the one item whose features
// have been added to sc.
func (sc *scratch) decide(m *linear.CRF) []float64 {
	sc.feats.Next()
	m.Emit(&sc.feats, &sc.lat)
	m.Infer(&sc.lat)
	return sc.lat.Marginal
}

// kind is direct if all words of the content are inside quotation marks,
// indirect if none is, else mixed.
func (p *page) kind(content []tokens) Type {
	in, out := 0, 0
	for _, t := range content {
		for i := t.first; i < t.last; i++ {
			switch {
			case p.tok[i].shape == 7:
			case p.tok[i].quoted >= 0:
				in++
			default:
				out++
			}
		}
	}
	switch {
	case in > 0 && out == 0:
		return Direct
	case in > 0:
		return Mixed
	}
	return Indirect
}

// kindNumber is the kind of content as features know it.
func (p *page) kindNumber(content []tokens) uint32 {
	switch p.kind(content) {
	case Direct:
		return 1
	case Mixed:
		return 2
	}
	return 0
}
