package quotes

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
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
	p.heard(q)
	p.withoutClock(q)
	p.interrupted(q)
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

// noSpeech reports whether what follows cue c only looks like speech: a wish to
// stay unnamed ("two traders, who asked not to be named"), or the label of what
// a press release tells the press ("Notes to editors:").
func (p *page) noSpeech(c cueSpan, content []tokens) bool {
	if len(content) == 0 {
		return false
	}
	h := p.cueHead(c)
	word := func(i int) string {
		if i >= len(p.tok) {
			return ""
		}
		return strings.ToLower(p.a.Word(i))
	}
	if p.a.Tokens[h].Lemma == "note" && (word(h+1) == "to" || word(h+1) == "for") && strings.HasPrefix(word(h+2), "editor") {
		return true
	}
	if !wishes[p.a.Tokens[h].Lemma] {
		return false
	}
	part := slices.IndexFunc(content, func(t tokens) bool { return t.first >= c.last && t.first <= c.last+1 })
	if part < 0 {
		return false
	}
	i := content[part].first
	for i < content[part].last && (word(i) == "not" || word(i) == "to" || word(i) == "that" || word(i) == "be" || word(i) == "remain" || word(i) == "stay" || word(i) == "for") {
		i++
	}
	switch word(i) {
	case "named", "identified", "anonymous", "unnamed", "anonymity", "unidentified":
		return true
	}
	return false
}

// wishes are verbs of asking for something for oneself.
var wishes = map[string]bool{"ask": true, "request": true, "decline": true, "refuse": true, "insist": true, "wish": true, "want": true, "prefer": true, "demand": true}

// heard begins content behind "told" and whom: "told the court | she had left".
func (p *page) heard(q *draftQuote) {
	if q.cue.last == 0 || len(q.Content) == 0 {
		return
	}
	h := p.cueHead(q.cue)
	s := &q.Content[0]
	first, last := p.a.TokensIn(*s)
	if p.a.Tokens[h].Lemma != "tell" || first != q.cue.last || last-first < 5 || p.tok[first].quoted >= 0 {
		return
	}
	i := first
	if p.tok[i].pos == nlp.DT || p.tok[i].pos == nlp.PRPS {
		i++
	}
	if !audiences[p.a.Tokens[i].Lemma] {
		return
	}
	i++
	if i+2 >= last {
		return
	}
	r, _ := utf8.DecodeRuneInString(p.a.Word(i))
	switch pos := p.tok[i].pos; {
	case unicode.IsUpper(r), pos == nlp.PRP, pos == nlp.DT, pos == nlp.PRPS, pos == nlp.NNS, pos == nlp.EX, p.tok[i].quoted >= 0 && p.tok[i].mark == opening:
		s.Start = p.a.Span(i, i+1).Start
	case pos == nlp.IN && strings.EqualFold(p.a.Word(i), "that"):
		s.Start = p.a.Span(i+1, i+2).Start
	}
}

// audiences are nouns for those to whom things are told.
var audiences = map[string]bool{"court": true, "jury": true, "inquest": true, "hearing": true, "tribunal": true, "judge": true, "juror": true, "magistrate": true, "reporter": true, "journalist": true, "meeting": true,
	"councillor": true, "councilor": true, "committee": true, "parliament": true, "mp": true, "lawmaker": true, "senator": true, "conference": true, "viewer": true, "listener": true, "fan": true, "supporter": true, "delegate": true,
	"police": true, "officer": true, "investor": true, "analyst": true, "inquiry": true, "panel": true}

// withoutClock takes the time of a post off the front of its words: "14:10 |
// ‘Stay at home’".
func (p *page) withoutClock(q *draftQuote) {
	if len(q.Content) == 0 {
		return
	}
	s := &q.Content[0]
	m := clockFront.FindString(s.Of(p.a.Text))
	if m == "" || len(m) == s.Len() || p.blockAt(s.Start) < 0 || p.blocks[p.blockAt(s.Start)].Start != s.Start {
		return
	}
	s.Start += len(m)
}

var clockFront = regexp.MustCompile(`^\d{1,2}[:.]\d{2}(?: ?[ap]m| ?[AP]M)?(?: (?:GMT|BST|CET|EST|ET|PT))?[ \x{a0}:–—-]+`)

// interrupted goes on with what an "according to" interrupts: "In that time,
// according to Acme, | prices fell", or begins with what stands before it.
func (p *page) interrupted(q *draftQuote) {
	if q.cue.last == 0 || len(q.Content) != 1 || len(q.Source) != 1 || !strings.EqualFold(q.Cue.Of(p.a.Text), "according to") {
		return
	}
	s, src := q.Content[0], q.Source[0]
	if src.Start < q.Cue.End || p.marksIn(s) {
		return
	}
	behind := s.Start >= src.End
	if behind {
		first := p.a.Sentences[p.a.Tokens[q.cue.first].Sentence].First
		if q.cue.first-1 <= first || p.tok[q.cue.first-1].pos != nlp.Comma {
			return
		}
		s = p.a.Span(first, q.cue.first-1)
	}
	first, last := p.a.TokensIn(s)
	if s.End > q.Cue.Start || first >= last || last-first > 8 || p.tok[first].pos != nlp.IN && p.tok[first].pos != nlp.RB || p.a.Sentences[p.a.Tokens[first].Sentence].First != first {
		return
	}
	for i := first; i < last; i++ {
		if p.tok[i].pos.Verb() || p.tok[i].pos == nlp.MD {
			return
		}
	}
	if behind {
		q.Content = append([]span.Span{s}, q.Content...)
		return
	}
	i := p.a.TokenAt(src.End)
	end := p.a.Sentences[p.a.Tokens[first].Sentence].Last
	if i+3 >= end || p.tok[i].pos != nlp.Comma || p.a.Tokens[i].Sentence != p.a.Tokens[first].Sentence {
		return
	}
	if p.tok[end-1].pos == nlp.Stop {
		end--
	}
	for k := i + 1; k < end; k++ {
		if p.tok[k].quoted >= 0 {
			return
		}
	}
	q.Content = append(q.Content, p.a.Span(i+1, end))
}

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
