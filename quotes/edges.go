package quotes

import (
	"slices"
	"strings"

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

// outsideQuoted leaves out of source what is part of a longer quoted stretch that
// the cue is not in: nobody is named within what he is quoted for.
func (p *page) outsideQuoted(source []tokens, a *attribution) []tokens {
	own := p.tok[a.cue.first].quoted
	return slices.DeleteFunc(source, func(t tokens) bool {
		qi := p.tok[t.first].quoted
		if qi < 0 || qi == own {
			return false
		}
		first, last := p.a.TokensIn(p.quoted[qi].Span)
		return p.wordsIn(first, last) > p.wordsIn(t.first, t.last)
	})
}

// wholeSource is another end for the last part of a's source: the relative
// clause that follows its last noun ("said Mara, who leads the group") may
// belong to it, where and how it said it ("said Mara, speaking in the hall")
// does not.
func (p *page) wholeSource(a *attribution) (tokens, bool) {
	if len(a.source) == 0 {
		return tokens{}, false
	}
	t := a.source[len(a.source)-1]
	for i := t.first + 1; i < t.last-1; i++ {
		if p.tok[i].pos != nlp.Comma || !p.tok[i-1].pos.Noun() && p.tok[i-1].pos != nlp.PRP {
			continue
		}
		if w := p.tok[i+1].pos; w == nlp.VBG || w == nlp.VBD || w == nlp.IN && p.a.Tokens[i+1].Rel == nlp.Case {
			t.last = i
			return t, true
		}
	}
	i, s := t.last, &p.a.Sentences[p.a.Tokens[t.last-1].Sentence]
	if i < s.Last && p.tok[i].pos == nlp.Comma {
		i++
	}
	if i >= s.Last || p.tok[i].pos != nlp.WP && p.tok[i].pos != nlp.WPS && p.tok[i].pos != nlp.WDT || !p.tok[t.last-1].pos.Noun() {
		return tokens{}, false
	}
	// The clause runs on to what is cue, content or quoted.
	end := s.Last
	if a.cue.first >= i {
		end = min(end, a.cue.first)
	}
	for _, c := range a.content {
		if c.first >= i {
			end = min(end, c.first)
		}
	}
	for j := i; j < end; j++ {
		if p.tok[j].mark == opening {
			end = j
		}
	}
	for end > i && p.tok[end-1].shape == 7 {
		end--
	}
	if end <= i+1 || !p.free(i, end, a) {
		return tokens{}, false
	}
	t.last = end
	return t, true
}

// bothSides is all of the sentence but "according to" and its source, where
// these stand between commas and a has what is on one side.
func (p *page) bothSides(a *attribution) ([]tokens, bool) {
	c := a.cue
	if len(a.content) != 1 || len(a.source) != 1 || a.source[0].first != c.last || p.tok[c.first].quoted >= 0 || !strings.EqualFold(p.a.Word(c.first), "according") {
		return nil, false
	}
	s := &p.a.Sentences[p.a.Tokens[c.first].Sentence]
	left, right := tokens{s.First, c.first - 1}, tokens{a.source[0].last + 1, s.Last}
	for right.last > right.first && p.tok[right.last-1].pos == nlp.Stop && p.tok[right.last-1].quoted < 0 {
		right.last--
	}
	if left.last <= left.first || right.first >= right.last || p.tok[left.last].pos != nlp.Comma || p.tok[right.first-1].pos != nlp.Comma ||
		p.wordsIn(left.first, left.last) < 2 || p.wordsIn(right.first, right.last) < 2 {
		return nil, false
	}
	return []tokens{left, right}, true
}

// notQuoted is a's source, but where a quotation's first words have been taken
// for who said it ("‘I shut my eyes,’ admitted the striker"), the noun phrase
// behind the cue, if there is one.
func (p *page) notQuoted(a *attribution) []tokens {
	if len(p.outsideQuoted(slices.Clone(a.source), a)) == len(a.source) {
		return a.source
	}
	first, last := a.cue.last, a.cue.last
	s := &p.a.Sentences[p.a.Tokens[a.cue.first].Sentence]
	for last < s.Last && last-first < 8 && p.tok[last].quoted < 0 && p.tok[last].pos != nlp.Comma && p.tok[last].pos != nlp.Stop && p.tok[last].pos != nlp.Colon {
		last++
	}
	if first == last || !(premodifier(p.tok[first].pos) || p.tok[first].pos == nlp.PRP) || !p.free(first, last, &attribution{cue: a.cue, source: a.content}) {
		return nil
	}
	return []tokens{{first, last}}
}
