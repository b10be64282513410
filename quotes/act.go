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
	readLexicon(actsText, func(class, w string) {
		act, as := Act(class), m[w]
		if len(as) == 0 || as[len(as)-1] != act {
			m[w] = append(as, act)
		}
	})
	return m
})

//go:embed lexicon/sources.txt
var sourcesText string

// sourceNouns maps a lemma to a number for the kind of source that it names.
var sourceNouns = sync.OnceValue(func() map[string]uint8 {
	m := map[string]uint8{}
	class := map[string]uint8{"document": 1, "people": 2, "body": 3, "instrument": 4}
	readLexicon(sourcesText, func(c, w string) {
		if m[w] == 0 {
			m[w] = class[c]
		}
	})
	return m
})

// readLexicon calls f for each word of a list of classes: a line that ends in
// a colon names the class of the words on the lines below it.
func readLexicon(text string, f func(class, word string)) {
	class := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case strings.HasSuffix(line, ":"):
			class = strings.TrimSuffix(line, ":")
		default:
			for _, w := range strings.Fields(line) {
				f(class, w)
			}
		}
	}
}

// sourceClass says what kind of source a has, for features: 0 none, 1 to 4 as
// sourceNouns, then person, organisation, place, personal pronoun, relative or
// other pronoun, other proper noun, other plural, anything else.
func (p *page) sourceClass(a *attribution) uint32 {
	if len(a.source) == 0 {
		return 0
	}
	h := p.top(a.source[0])
	if h < 0 {
		h = a.source[0].last - 1
	}
	w := &p.tok[h]
	for i := a.source[0].first; i < a.source[0].last; i++ {
		switch p.tok[i].entity {
		case nlp.Person:
			return 5
		case nlp.Organization:
			return 6
		case nlp.Place:
			if i == h {
				return 7
			}
		}
	}
	if k := sourceNouns()[p.a.Tokens[h].Lemma]; k > 0 {
		return uint32(k)
	}
	switch {
	case w.pos == nlp.PRP:
		if l := p.a.Tokens[h].Lemma; l == "it" {
			return 13
		}
		return 8
	case w.pos == nlp.WP || w.pos == nlp.WDT || w.pos == nlp.DT:
		return 9
	case w.pos.Proper():
		return 10
	case w.pos == nlp.NNS:
		return 11
	}
	return 12
}

// actOrder numbers the acts for features.
var actOrder = [...]Act{Statement, Belief, Attitude, Intention, Decree, Perception, Appearance}

// cueMask has a bit for each act that the head of c is listed under. A verb
// that carries no act of its own ("made it clear", "gave orders", "has hopes")
// leaves it to the words that go with it.
func (p *page) cueMask(c cueSpan) uint32 {
	h := p.cueHead(c)
	if !light(p.a.Tokens[h].Lemma) {
		return p.actMask(h)
	}
	for i := c.last - 1; i > h; i-- {
		if m := p.actMask(i); m != 0 && p.tok[i].pos != nlp.IN {
			return m
		}
	}
	return p.actMask(h)
}

func light(lemma string) bool {
	switch lemma {
	case "make", "have", "give", "take", "issue", "release", "offer", "put", "get", "be", "do", "go", "come", "keep", "hold", "deliver", "raise", "draw", "send", "lodge", "file":
		return true
	}
	return false
}

// actMask has a bit for each act that token h is listed under.
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
	h := p.cueHead(a.cue)
	for _, x := range acts()[p.a.Tokens[h].Lemma] {
		if x != Statement {
			return x
		}
	}
	for i := a.cue.first; i < a.cue.last; i++ {
		for _, x := range acts()[p.a.Tokens[i].Lemma] {
			if x != Statement {
				return x
			}
		}
	}
	if p.tok[h].pos == nlp.JJ {
		return Attitude
	}
	return Belief
}

// speaks reports whether the head of c is a word of saying and of nothing else.
func (p *page) speaks(c cueSpan) bool {
	as := acts()[p.a.Tokens[p.cueHead(c)].Lemma]
	return len(as) == 1 && as[0] == Statement
}
