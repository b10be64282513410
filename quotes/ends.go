package quotes

import (
	"strings"
	"unicode/utf8"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// ends takes off content what stands outside its quotation marks where these
// show how far the words go. Marks that close behind a comma or stop end the
// words ("“It is late,” | striker Ann Lee said"), and of two halves around a
// cue, the second begins at its mark as the first did ("“It is,” she said, her
// voice low, | “too late”"). Nouns that are taken off
// right before the source are its beginning.
func (d *draft) ends(q *draftQuote) {
	p := d.page
	t := p.a.Text
	halved := false
	if last := &q.Content[len(q.Content)-1]; q.Type != Block && last.Len() > 1 && t[last.End-1] == '.' && p.stretch(last.End-1) == nil {
		// The article's own stop.
		if i := p.a.TokenAt(last.End - 1); i < len(p.tok) && p.tok[i].pos == nlp.Stop && p.a.Span(i, i+1).Start > last.Start {
			last.End = p.a.Span(i-1, i).End
		}
	}
	for k := range q.Content {
		s := &q.Content[k]
		in := p.stretch(s.Start)
		if in == nil {
			if halved && s.Start >= q.Cue.End && k == len(q.Content)-1 {
				p.startAtMark(s)
			}
			continue
		}
		if in.Start != s.Start || in.block != p.blockAt(s.Start) || !in.closed {
			continue
		}
		halved = halved || in.End == s.End && s.End <= q.Cue.Start && endsWith(in.inner.Of(t), ",")
		if in.End >= s.End || words(in.inner.Of(t)) < 2 || !endsWith(in.inner.Of(t), ",.!?") || p.marksIn(span.Span{Start: in.End, End: s.End}) {
			continue
		}
		rest := span.Span{Start: in.End, End: s.End}
		if b := p.blocks[in.block]; rest.End > b.End || words(rest.Of(t)) == 0 {
			continue
		}
		s.End = in.End
		for i := range q.Source {
			if !p.modifies(rest) {
				break
			}
			if src := &q.Source[i]; src.Start >= rest.End && strings.TrimSpace(t[rest.End:src.Start]) == "" {
				src.Start = rest.Start + len(rest.Of(t)) - len(strings.TrimLeft(rest.Of(t), " \u00a0"))
				break
			}
		}
	}
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

// modifies reports whether s holds only what may stand before a noun.
func (p *page) modifies(s span.Span) bool {
	first, last := p.a.TokensIn(s)
	for i := first; i < last; i++ {
		if !premodifier(p.tok[i].pos) {
			return false
		}
	}
	return true
}

// startAtMark begins s with the quoted stretch that ends it, if a comma parts
// that from the words before.
func (p *page) startAtMark(s *span.Span) {
	in := p.stretch(s.End - 1)
	if in == nil || in.Start <= s.Start || p.marksIn(span.Span{Start: s.Start, End: in.Start}) {
		return
	}
	if endsWith(strings.TrimSpace(p.a.Text[s.Start:in.Start]), ",") {
		s.Start = in.Start
	}
}

// stretch is the outermost quoted stretch around byte b, or nil.
func (p *page) stretch(b int) *quoted {
	if k := p.quotedAt(b); k >= 0 {
		return &p.quoted[k]
	}
	return nil
}

// blockAt is the block that byte b is in, or -1.
func (p *page) blockAt(b int) int {
	if i := p.a.TokenAt(b); i < len(p.tok) {
		return int(p.tok[i].block)
	}
	return -1
}

// marksIn reports whether something is quoted within s.
func (p *page) marksIn(s span.Span) bool {
	first, last := p.a.TokensIn(s)
	for i := first; i < last; i++ {
		if p.tok[i].quoted >= 0 {
			return true
		}
	}
	return false
}

// endsWith reports whether s ends with one of chars, white space aside.
func endsWith(s, chars string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(s))
	return strings.ContainsRune(chars, r)
}
