package quotes

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/onrecord/onrecord/nlp"
)

//go:embed lexicon/acts.txt
var actsText string

// acts maps a lemma to the acts that it is listed under, in the order of the
// list: the first is the commonest.
var acts = sync.OnceValue(func() map[string][]Act {
	m := map[string][]Act{}
	var act Act
	for line := range strings.Lines(actsText) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case strings.HasSuffix(line, ":"):
			act = Act(strings.TrimSuffix(line, ":"))
		default:
			for _, w := range strings.Fields(line) {
				as := m[w]
				if len(as) == 0 || as[len(as)-1] != act {
					m[w] = append(as, act)
				}
			}
		}
	}
	return m
})

// actOrder numbers the acts for features.
var actOrder = [...]Act{Statement, Belief, Attitude, Intention, Decree, Perception, Appearance}

// actMask has a bit for each act that the head of c is listed under.
func (p *page) actMask(h int) uint32 {
	var m uint32
	for _, a := range acts()[p.a.Tokens[h].Lemma] {
		for i, o := range actOrder {
			if a == o {
				m |= 1 << i
			}
		}
	}
	return m
}

// act decides what the source of a does. statement says whether the model
// takes it for something said or written.
func (p *page) act(a *attribution, statement bool) Act {
	if statement {
		return Statement
	}
	for i := a.cue.first; i < a.cue.last; i++ {
		if i != p.cueHead(a.cue) {
			continue
		}
		for _, x := range acts()[p.a.Tokens[i].Lemma] {
			if x != Statement {
				return x
			}
		}
	}
	for i := a.cue.first; i < a.cue.last; i++ {
		for _, x := range acts()[p.a.Tokens[i].Lemma] {
			if x != Statement {
				return x
			}
		}
	}
	if p.tok[p.cueHead(a.cue)].pos == nlp.JJ {
		return Attitude
	}
	return Belief
}
