package quotes

import (
	"slices"

	"github.com/onrecord/onrecord/nlp"
)

// wholeQuoted extends content over the quoted stretches of which it has the
// beginning or the better half, unless cue or source are in there.
func (p *page) wholeQuoted(content []tokens, a *attribution) []tokens {
	own := p.tok[a.cue.first].quoted
	for k := 0; k < len(content); k++ {
		for i := content[k].first; i < content[k].last; i++ {
			qi := p.tok[i].quoted
			if qi < 0 || qi == own {
				continue
			}
			q := &p.quoted[qi]
			first, last := p.a.TokensIn(q.Span)
			t := &content[k]
			n := min(t.last, last) - max(t.first, first)
			opens := t.first <= first && n > 1
			if (opens || 2*n >= last-first) && p.free(first, last, a) {
				t.first, t.last = min(t.first, first), max(t.last, last)
			}
			i = last - 1
		}
	}
	// Parts may have grown into each other.
	out := content[:0]
	for _, t := range content {
		if n := len(out); n > 0 && t.first <= out[n-1].last {
			out[n-1].last = max(out[n-1].last, t.last)
			continue
		}
		out = append(out, t)
	}
	return out
}

// afterDateline is where t begins behind a dateline ("PARIS (AP) — "), if it
// begins with one.
func (p *page) afterDateline(t tokens) int {
	b := p.tok[t.first].block
	if b < 0 || p.blocks[b].first != t.first {
		return t.first
	}
	for i := t.first; i < min(t.last-1, t.first+10); i++ {
		switch w := &p.tok[i]; {
		case i > t.first && dash(p.a.Word(i)):
			return i + 1
		case w.pos.Proper(), w.pos == nlp.Comma, w.pos == nlp.LRB, w.pos == nlp.RRB, w.pos == nlp.Stop, w.pos == nlp.CD, w.shape == 3:
		default:
			return t.first
		}
	}
	return t.first
}

// premodifier reports whether a token of this tag belongs to the noun behind it.
func premodifier(t nlp.POS) bool {
	return t.Noun() || t >= nlp.JJ && t <= nlp.JJS || t == nlp.DT || t == nlp.CD || t == nlp.PRPS || t == nlp.PDT
}

// tidy mends the edges of content: no part begins or ends inside a noun phrase, or ends with
// a comma, a colon or a conjunction that leads on, and none is function words
// alone.
func (p *page) tidy(content []tokens, a *attribution) []tokens {
	out := content[:0]
	for k, t := range content {
		t.first = p.afterDateline(t)
		if k == len(content)-1 {
			t.last = p.aside(t)
		}
		for range 3 {
			last := t.last - 1
			h := int(p.tok[last].head)
			if h <= last || h-last > 3 || p.tok[last].mark == closing || !(p.tok[h].pos.Noun() || p.tok[h].pos == nlp.CD) ||
				k+1 < len(content) && content[k+1].first <= h || !p.free(last+1, h+1, a) {
				break
			}
			t.last = h + 1
		}
		for range 3 {
			w := &p.tok[max(0, t.first-1)]
			if t.first == 0 || int(w.head) < t.first || int(w.head) >= min(t.last, t.first+4) || w.shape == 7 || !p.free(t.first-1, t.first, a) ||
				!p.tok[w.head].pos.Noun() || !premodifier(w.pos) || w.quoted != p.tok[t.first].quoted {
				break
			}
			t.first--
		}
		for t.last > t.first && p.tok[t.last-1].quoted < 0 {
			w := &p.tok[t.last-1]
			if w.pos != nlp.Comma && w.pos != nlp.Colon && w.pos != nlp.CC && w.pos != nlp.LRB {
				break
			}
			t.last--
		}
		full := false
		for i := t.first; i < t.last && !full; i++ {
			switch w := &p.tok[i]; w.pos {
			case nlp.IN, nlp.CC, nlp.DT, nlp.TO:
			default:
				full = w.shape != 7
			}
		}
		if full && !(len(out) > 0 && p.narrates(t, out[len(out)-1], a.cue)) {
			out = append(out, t)
		}
	}
	return out
}

// narrates reports whether t is the article's own words behind a quotation and
// its cue: "“It is over,” she said, and the lights went out."
func (p *page) narrates(t, quotation tokens, c cueSpan) bool {
	return t.first >= c.last && quotation.last <= c.first && p.tok[quotation.first].quoted >= 0 && p.tok[quotation.last-1].mark == closing &&
		!slices.ContainsFunc(p.tok[t.first:t.last], func(w word) bool { return w.quoted >= 0 })
}

// aside is where, in the last part of a content, the article takes the word
// again: behind a dash, to qualify or dispute what was said ("— but the law says
// otherwise"), or to draw its own conclusion (", meaning that ..."); t.last where it does not.
func (p *page) aside(t tokens) int {
	for i := t.first + 2; i < t.last-2; i++ {
		if p.tok[i].quoted >= 0 || p.tok[i+1].quoted >= 0 {
			continue
		}
		switch next := p.a.Tokens[i+1].Lemma; {
		case dash(p.a.Word(i)):
			switch next {
			case "but", "though", "although", "which":
				return i
			}
		case p.tok[i].pos == nlp.Comma && next == "mean" && p.tok[i+1].pos == nlp.VBG && p.tok[i+1].kids&kidCcomp != 0:
			return i
		}
	}
	return t.last
}

// free reports whether [from, to) holds nothing of a's cue or source.
func (p *page) free(from, to int, a *attribution) bool {
	if from < a.cue.last && a.cue.first < to {
		return false
	}
	for _, t := range a.source {
		if from < t.last && t.first < to {
			return false
		}
	}
	return true
}
