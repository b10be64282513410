package quotes

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// trim takes off content what is the article's own, as the sentence around the
// cue shows.
func (p *page) trim(q *draftQuote) {
	p.withinQuoted(q)
	if q.cue.last == 0 || len(q.Content) == 0 || q.Type == Block {
		return
	}
	p.answer(q)
	p.behindNoun(q)
	p.withoutTitle(q)
	p.thatItself(q)
	p.mainClause(q)
	p.deniedAside(q)
	p.lastSentence(q)
}

// keepParts keeps the parts of content that f accepts, if there are any.
func (q *draftQuote) keepParts(f func(span.Span) bool) {
	if len(q.Content) > 1 && slices.ContainsFunc(q.Content, f) {
		q.Content = slices.DeleteFunc(q.Content, func(s span.Span) bool { return !f(s) })
	}
}

// nestedIn is the quoted stretch that q's cue and source are both in, so that
// it is said within what another says; -1 for none.
func (p *page) nestedIn(q *draftQuote) int {
	if q.cue.last == 0 || len(q.Source) == 0 {
		return -1
	}
	k := p.tok[q.cue.first].quoted
	if k < 0 || !p.quoted[k].Contains(q.Source[0]) || len(q.Content) == 0 || q.Content[0].Start <= p.quoted[k].Start {
		return -1 // what opens with the mark is the whole, whose end was forgotten
	}
	return int(k)
}

// withinQuoted cuts content to the quoted stretch in which it is ascribed.
func (p *page) withinQuoted(q *draftQuote) {
	k := p.nestedIn(q)
	if k < 0 {
		return
	}
	in := p.quoted[k].Span
	out := q.Content[:0]
	for _, s := range q.Content {
		if s.Start = max(s.Start, in.Start); s.Start < in.End {
			s.End = min(s.End, in.End)
			if !s.Empty() && s.End > s.Start {
				out = append(out, s)
			}
		}
	}
	q.Content = out
}

// answer leaves out the question that an answer stands behind: "Asked | whether
// she would resign, | Ann Lee said | no".
func (p *page) answer(q *draftQuote) {
	s := p.a.Sentences[p.a.Tokens[q.cue.first].Sentence]
	i := s.First
	if p.tok[i].pos == nlp.WRB {
		i++
	}
	if i >= q.cue.first {
		return
	}
	if !asking(p.a.Word(i)) {
		return
	}
	if len(q.Source) == 0 || q.Source[0].Start < p.a.Span(i, i+1).End {
		return
	}
	q.keepParts(func(c span.Span) bool { return c.Start < s.Start || c.End > q.Source[0].Start })
}

// behindNoun leaves out what stands before a noun that has its words behind
// it: "The plan was approved despite | claims | that it would fail".
func (p *page) behindNoun(q *draftQuote) {
	if h := p.cueHead(q.cue); !p.tok[h].pos.Noun() {
		return
	}
	behind := slices.IndexFunc(q.Content, func(s span.Span) bool {
		i := p.a.TokenAt(s.Start)
		return i >= q.cue.last && i <= q.cue.last+1 && strings.EqualFold(p.a.Word(q.cue.last), "that")
	})
	if behind > 0 {
		q.Content = q.Content[behind:]
	}
}

// withoutTitle leaves out the title of a work in which somebody says the rest:
// "“It was cold,” she wrote in her memoir, | “Plainly Speaking”".
func (p *page) withoutTitle(q *draftQuote) {
	q.keepParts(func(s span.Span) bool {
		in := p.stretch(s.Start)
		if in == nil || in.Span != s || s.Start < q.Cue.End {
			return true
		}
		first := p.a.TokenAt(s.Start)
		for i := max(q.cue.last, first-3); i < first; i++ {
			if p.work(i) {
				inner := in.inner.Of(p.a.Text)
				return !p.title(in, inner, words(inner))
			}
		}
		return true
	})
}

// thatItself keeps the "that" which is the subject of what was said: "said |
// that was the least she could do".
func (p *page) thatItself(q *draftQuote) {
	for k := range q.Content {
		s := &q.Content[k]
		i := p.a.TokenAt(s.Start)
		if i < 1 || i >= len(p.tok) || s.Start < q.Cue.End || p.tok[i].quoted >= 0 || !strings.EqualFold(p.a.Word(i-1), "that") || i-1 < q.cue.last {
			continue
		}
		switch p.tok[i].pos {
		case nlp.VBD, nlp.VBZ, nlp.VBP, nlp.MD:
			s.Start = p.a.Span(i-1, i).Start
		}
	}
}

// mainClause ends content before the clause that the cue's own clause hangs on:
// "When I asked | whether it was true | , she looked away".
func (p *page) mainClause(q *draftQuote) {
	h := p.cueHead(q.cue)
	g := int(p.tok[h].head)
	if p.a.Tokens[h].Rel != nlp.Advcl || g <= h {
		return
	}
	if opens := p.tok[p.tok[h].left].pos; opens != nlp.WRB && opens != nlp.IN {
		return
	}
	s := &q.Content[len(q.Content)-1]
	first, last := p.a.TokensIn(*s)
	if first < q.cue.last || g < first || g >= last || p.tok[g].quoted >= 0 || p.opensClause(first) {
		return
	}
	for i := g; i > first; i-- {
		if p.tok[i].pos == nlp.Comma && p.tok[i].quoted < 0 {
			if n := p.subjectIn(tokens{i + 1, g}, g); n > 0 && g-i <= 12 {
				s.End = p.a.Span(i-1, i).End
			}
			return
		}
	}
}

// opensClause reports whether a clause of its own, which has a comma behind it,
// begins at token i: "if it rained", "even if it rained". "Whether it rained" is
// what was asked.
func (p *page) opensClause(i int) bool {
	switch p.tok[i].pos {
	case nlp.IN:
		return p.a.Tokens[i].Lemma != "whether"
	case nlp.RB:
		return i+1 < len(p.tok) && p.tok[i+1].pos == nlp.IN
	}
	return false
}

// asking reports whether w is what a sentence begins with that tells what the
// speaker was asked: "Asked about the vote, she said".
func asking(w string) bool {
	switch strings.ToLower(w) {
	case "asked", "pressed", "quizzed", "questioned":
		return true
	}
	return false
}

// deniedAside ends content before what the article adds of an accusation at its
// end: "she incited unrest | , a charge she denies". What goes on behind another
// comma, "the fee, a charge that many reject, would go", is all of it said.
func (p *page) deniedAside(q *draftQuote) {
	s := &q.Content[len(q.Content)-1]
	first, last := p.a.TokensIn(*s)
	for i := max(first+2, last-14); i+3 < last; i++ {
		if p.tok[i].pos != nlp.Comma || p.tok[i].quoted >= 0 {
			continue
		}
		n := i + 1
		if p.tok[n].pos == nlp.DT || p.tok[n].pos == nlp.CD {
			n++
		}
		if !accusations[p.a.Tokens[n].Lemma] {
			continue
		}
		for k := n + 1; k < last && k <= n+8 && p.tok[k].pos != nlp.Comma; k++ {
			switch p.a.Tokens[k].Lemma {
			case "deny", "reject", "dispute":
				if p.tok[k].pos.Verb() && !slices.ContainsFunc(p.tok[k:last-1], func(w word) bool { return w.pos == nlp.Comma }) {
					s.End = p.a.Span(i-1, i).End
					return
				}
			}
		}
	}
}

// accusations are nouns for what people deny.
var accusations = map[string]bool{"charge": true, "claim": true, "accusation": true, "allegation": true, "assertion": true, "suggestion": true, "contention": true}

// lastSentence begins content with the quoted sentence right before the cue,
// where the part before it is somebody else's: "“Never,” one wrote. | “Not me,”
// | another wrote".
func (p *page) lastSentence(q *draftQuote) {
	s := &q.Content[len(q.Content)-1]
	in := p.stretch(s.End - 1)
	if in == nil || in.End != s.End || in.Start <= s.Start || s.End > q.Cue.Start || len(q.Source) == 0 {
		return
	}
	if i := p.a.TokenAt(s.End); min(q.cue.first, p.a.TokenAt(q.Source[0].Start)) != i || p.a.Tokens[i].Sentence != p.a.Tokens[q.cue.first].Sentence {
		return
	}
	i := p.a.TokenAt(in.Start)
	if p.a.Sentences[p.a.Tokens[i].Sentence].First != i || p.tok[i-1].quoted >= 0 || p.tok[i-1].pos != nlp.Stop || p.tok[i].block != p.tok[q.cue.first].block {
		return
	}
	if !p.marksIn(span.Span{Start: s.Start, End: in.Start}) {
		return
	}
	q.Content = append(q.Content[:0], in.Span)
}
