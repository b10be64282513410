package quotes

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// tidySource gives the parts of a source that end or begin within a person's
// name all of it, and takes off them what is not of the source.
func (p *page) tidySource(source []tokens, a *attribution) []tokens {
	inName := func(i int) bool {
		return i > 0 && i < len(p.tok) && p.tok[i].entity == nlp.Person && (!p.tok[i].entityStart || honorific(p.a.Word(i-1)) && p.tok[i-1].pos.Proper())
	}
	var out []tokens
	if t, ok := p.sender(source, a.cue); ok {
		return []tokens{t}
	}
	for k, t := range source {
		t = p.withoutManner(p.ownClause(p.withoutTime(t), a.cue))
		first, last := t.first, t.last
		for inName(first) {
			first--
		}
		for inName(last) {
			last++
		}
		if (first != source[k].first || last != source[k].last) && p.clear(tokens{first, last}, a) {
			if out == nil {
				out = slices.Clone(source)
			}
			out[k] = tokens{first, last}
		}
	}
	if out == nil {
		return source
	}
	return out
}

// withoutManner takes off a source that begins with a name what says how or when
// it was said: "Ann Lee | , speaking on Monday", "Ann Lee | , on her first day".
func (p *page) withoutManner(t tokens) tokens {
	for i := t.first + 1; i+1 < t.last; i++ {
		if p.tok[i].pos != nlp.Comma {
			continue
		}
		if !p.tok[i-1].pos.Proper() {
			return t
		}
		switch next := p.tok[i+1].pos; {
		case next == nlp.VBG:
			return tokens{t.first, i}
		case next == nlp.IN || next == nlp.WRB:
			switch p.a.Tokens[i+1].Lemma {
			case "on", "in", "during", "after", "before", "while", "when", "as", "amid", "upon":
				return tokens{t.first, i}
			}
		}
		return t
	}
	return t
}

// sender is the person whom a source before a colon is from: "A lesson from |
// Ann Lee | : ‘Be kind’".
func (p *page) sender(source []tokens, c cueSpan) (tokens, bool) {
	if len(source) != 1 || p.a.Word(c.first) != ":" {
		return tokens{}, false
	}
	t := source[0]
	for i := t.first + 1; i+1 < t.last; i++ {
		if p.a.Word(i) != "from" || !p.tok[i+1].entityStart || p.tok[i+1].entity != nlp.Person {
			continue
		}
		for k := i + 2; k < t.last; k++ {
			if p.tok[k].entity != nlp.Person || p.tok[k].entityStart {
				return tokens{}, false
			}
		}
		return tokens{i + 1, t.last}, true
	}
	return tokens{}, false
}

// honorific reports whether w is the title that a name begins with.
func honorific(w string) bool {
	switch w {
	case "Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Mrs", "Ms", "Dr", "Sen.", "Rep.", "Gov.":
		return true
	}
	return false
}

// withoutDay takes "today" and the like off the end of a source; where nothing
// else is left, the source is what the sentence begins with: "Acme Inc., a
// maker of pumps, today announced".
func (p *page) withoutDay(source []span.Span, c cueSpan) []span.Span {
	if len(source) != 1 {
		return source
	}
	first, last := p.a.TokensIn(source[0])
	if last <= first || last != c.first || !day(p.a.Word(last-1)) {
		return source
	}
	last--
	if first == last {
		k := int(p.a.Tokens[c.first].Sentence)
		s := p.a.Sentences[k]
		if k > 0 && p.tok[s.First].pos == nlp.LRB && p.tok[p.a.Sentences[k-1].First].block == p.tok[s.First].block {
			s = p.a.Sentences[k-1] // "Acme Inc. (ACM), a maker of pumps"
		}
		first = p.afterDateline(tokens{s.First, c.first})
		for i := first; i < last; i++ {
			if v := p.tok[i].pos; v == nlp.VBD || v == nlp.VBZ || v == nlp.VBP || v == nlp.MD || p.tok[i].quoted >= 0 {
				return source
			}
		}
	}
	for last > first && p.tok[last-1].pos == nlp.Comma {
		last--
	}
	if last <= first || !p.tok[last-1].pos.Noun() && p.tok[last-1].pos != nlp.RRB && p.tok[last-1].pos != nlp.PRP {
		return source
	}
	return []span.Span{p.a.Span(first, last)}
}

// day reports whether w is a day as seen from that of the article.
func day(w string) bool { return w == "today" || w == "yesterday" || w == "tonight" }

// withoutTime takes off the end of a source when it was said, or on what
// occasion: "The harbour board | on Tuesday", "a spokesman | when contacted by
// the Post".
func (p *page) withoutTime(t tokens) tokens {
	for i := t.first + 1; i < t.last; i++ {
		if p.tok[i].pos == nlp.WRB && strings.EqualFold(p.a.Word(i), "when") && (i+1 == t.last || p.tok[i+1].pos == nlp.VBN || p.tok[i+1].pos == nlp.VBD) {
			t.last = i
		}
	}
	last := t.last
	switch w := p.a.Word(last - 1); {
	case weekday(w):
		last--
		for last > t.first && (p.a.Word(last-1) == "late" || p.a.Word(last-1) == "early" || p.a.Word(last-1) == "last") {
			last--
		}
		switch {
		case last == t.first:
			return t
		case strings.EqualFold(p.a.Word(last-1), "on"):
			last--
		case p.tok[last-1].pos != nlp.Comma && p.tok[last-1].pos != nlp.RRB:
			return t // a name, perhaps
		}
	case w == "week" || w == "month" || w == "year":
		if last-2 <= t.first {
			return t
		}
		if d := p.a.Word(last - 2); d != "this" && d != "last" || slices.ContainsFunc(p.tok[t.first:last], func(w word) bool { return w.pos.Verb() }) {
			return t // "released last month"
		}
		last -= 2
	default:
		return t
	}
	for last > t.first && p.tok[last-1].pos == nlp.Comma {
		last--
	}
	if last <= t.first || !p.tok[last-1].pos.Noun() && p.tok[last-1].pos != nlp.RRB && p.tok[last-1].pos != nlp.PRP {
		return t
	}
	return tokens{t.first, last}
}

// weekday reports whether w is the name of a day.
func weekday(w string) bool {
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}

// ownClause takes off the front of a source what stands before a comma and is
// another clause, or the end of "in a letter to": "Proposing the motion, | Ann
// Lee", "the company's chairman, | the workers".
func (p *page) ownClause(t tokens, c cueSpan) tokens {
	n := p.subjectIn(t, p.cueHead(c))
	if n < 0 || t.last > c.first {
		return t
	}
	from := -1
	for i := t.first + 1; i < n; i++ {
		if p.tok[i].pos == nlp.Comma && p.tok[i].quoted == p.tok[t.first].quoted {
			from = i + 1
		}
	}
	if from < 0 {
		return t
	}
	opens := p.tok[t.first].pos == nlp.VBG || t.first > 0 && p.a.Tokens[t.first-1].Sentence == p.a.Tokens[t.first].Sentence && p.a.Tokens[t.first-1].Rel == nlp.Case
	if !opens {
		return t
	}
	return tokens{from, t.last}
}

// subjectIn is the head of the subject of the verb h, if it is in t; -1 if not.
func (p *page) subjectIn(t tokens, h int) int {
	for i := t.first; i < t.last; i++ {
		if r := p.a.Tokens[i].Rel; int(p.tok[i].head) == h && (r == nlp.Nsubj || r == nlp.NsubjPass) {
			return i
		}
	}
	return -1
}

// relative is the source of a cue with a relative pronoun right before it as
// its subject, where the model took another: "Mr. Lee answered a report | which
// | alleged".
func (p *page) relative(source []span.Span, c cueSpan) []span.Span {
	i := c.first - 1
	if i < 1 || p.tok[i].pos != nlp.WDT && p.tok[i].pos != nlp.WP || !p.tok[i-1].pos.Noun() || p.tok[i].quoted >= 0 || !p.cueVerbBehind(i, c) {
		return source
	}
	switch strings.ToLower(p.a.Word(i)) {
	case "which", "who":
	default:
		return source
	}
	at := p.a.Span(i, i+1)
	for _, s := range source {
		if s.Contains(at) || s.End > at.End || strings.Trim(p.a.Text[s.End:at.Start], ", ") == "" {
			return source // it or its antecedent
		}
	}
	return []span.Span{at}
}

// cueVerbBehind reports whether the relative pronoun i is the subject of cue c.
func (p *page) cueVerbBehind(i int, c cueSpan) bool {
	h := p.cueHead(c)
	return p.tok[h].pos.Verb() && int(p.tok[i].head) == h
}
