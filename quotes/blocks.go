package quotes

import (
	"strings"

	"github.com/onrecord/onrecord/span"
)

// colons gives the block behind a cue that ends its own block ("X said:",
// "As X said.") to that cue.
func (d *draft) colons() {
	p := d.page
	for bi := range p.blocks {
		b := &p.blocks[bi]
		if bi+1 >= len(p.blocks) || b.last <= b.first || b.heading {
			continue
		}
		if w := strings.ToLower(b.Of(p.a.Text)); strings.HasPrefix(w, "notes to editors") || strings.HasPrefix(w, "note to editors") {
			continue // what a press release tells the press
		}
		next := &p.blocks[bi+1]
		given := d.covered
		if next.quote {
			given = d.claimed
		}
		if next.heading || next.last <= next.first || given(next.Span) > .5 {
			continue
		}
		quotedNext := next.quote || p.tok[next.first].mark == opening
		if !b.colon && (!quotedNext && !p.asSaid(b) || !next.quote && (p.a.Tokens[b.last-1].POS.String() != "." || !p.allQuoted(next))) {
			continue
		}
		// The likeliest statement cue near the block's end that has no content
		// of its own behind it.
		best := -1
		for _, k := range d.foundIn(b.last-4-longestCue, b.last) {
			i := int(k)
			a := &d.found[i]
			if a.cue.first < b.first || a.cue.last > b.last || a.cue.last < b.last-4 {
				continue
			}
			if best < 0 || a.cue.prob > d.found[best].cue.prob || a.cue.prob == d.found[best].cue.prob && i < best {
				best = i
			}
		}
		c, source := cueSpan{}, []span.Span(nil)
		if best >= 0 {
			c = d.found[best].cue
			source = p.bytes(d.found[best].source)
		} else if k := p.closingCue(b); k.last > 0 {
			c = k
			if t, ok := p.subjectOf(p.cueHead(k)); ok {
				source = []span.Span{p.a.Span(t.first, t.last)}
			}
		}
		if c.last == 0 && !(b.colon && quotedNext) {
			if b.colon {
				d.goesOnBelow(bi)
			}
			continue
		}
		if c.last > 0 && p.cueMask(c)&1 == 0 {
			continue
		}
		if !b.colon && d.contentBefore(c, b) {
			continue
		}
		if b.colon && d.contentBefore(c, b) && c.last > 0 {
			// "He called it absurd:" and then the words themselves.
			c, source = cueSpan{}, nil
		}
		if d.cued(c, func(*draftQuote) bool { return true }) {
			c = cueSpan{} // one cue, one quotation
		}
		q := newDraft(c)
		q.Content = d.blockRun(bi + 1)
		q.Source = source
		q.Act, q.Confidence, q.How = Statement, sureBlock, "block"
		if c.last > 0 {
			q.Cue = p.a.Span(c.first, c.last)
			p.stance(&q.Quote, c)
		}
		if d.typeIsBlock(q.Content) {
			q.Type = Block
		}
		d.push(q)
	}
}

// goesOnBelow gives the block behind bi, which ends with a colon, to whom the
// words before the colon are from, where some of them are quoted: “The mayor
// called it “absurd” and “late”:” and then the words themselves.
func (d *draft) goesOnBelow(bi int) {
	p := d.page
	b := &p.blocks[bi]
	for i := range d.near(b.Span) {
		q := &d.quotes[i]
		last := q.Content[len(q.Content)-1]
		if q.Act != Statement || q.cue.last == 0 || q.cue.first < b.first || q.cue.last > b.last || last.End > b.End || b.End-last.End > 3 || p.typeOf(q.Content) != Mixed {
			continue
		}
		rest := newDraft(cueSpan{})
		rest.Continues, rest.Content = i, d.blockRun(bi+1)
		rest.Act, rest.Confidence, rest.How = Statement, min(q.Confidence, sureContinuation), "continuation"
		if d.typeIsBlock(rest.Content) {
			rest.Type = Block
		}
		d.push(rest)
		return
	}
}

// allQuoted reports whether b has nothing but one quoted stretch, or none: with
// "she said" behind it a quotation has its own cue.
func (p *page) allQuoted(b *pageBlock) bool {
	qi := p.tok[b.first].quoted
	return qi < 0 || strings.TrimSpace(p.a.Text[p.quoted[qi].End:b.End]) == ""
}

// asSaid reports whether block b ends in a sentence like "As the mayor said."
func (p *page) asSaid(b *pageBlock) bool {
	s := p.a.Sentences[p.a.Tokens[b.last-1].Sentence]
	return s.Last-s.First <= 12 && strings.EqualFold(p.a.Word(s.First), "as")
}

// contentBefore reports whether a quotation with this cue has been given
// content in block b.
func (d *draft) contentBefore(c cueSpan, b *pageBlock) bool {
	return d.cued(c, func(q *draftQuote) bool { return overlap(q.Content, b.Span) > 0 })
}

// closingCue finds a plain verb of saying that ends block b (before its stop
// or colon) with nothing but a source before it in its sentence.
func (p *page) closingCue(b *pageBlock) cueSpan {
	i := b.last - 1
	for i > b.first && p.tok[i].shape == 7 {
		i--
	}
	if p.tok[i].pos.Verb() && p.actMask(i)&1 != 0 {
		s := p.a.Sentences[p.a.Tokens[i].Sentence]
		if i-s.First <= 25 {
			return cueSpan{first: i, last: i + 1, prob: .5}
		}
	}
	return cueSpan{}
}

// blockRun is the content that begins with block bi: the block, and the ones
// behind it that are quoted blocks too or that go on its quotation marks.
func (d *draft) blockRun(bi int) []span.Span {
	p := d.page
	out := []span.Span{p.blocks[bi].Span}
	for k := bi + 1; k < len(p.blocks); k++ {
		prev, b := &p.blocks[k-1], &p.blocks[k]
		goesOn := prev.quote && b.kind == prev.kind && prev.attribution.Empty()
		if !goesOn && b.first < b.last && p.tok[b.first].quoted >= 0 {
			goesOn = p.quoted[p.tok[b.first].quoted].continues
		}
		if !goesOn {
			break
		}
		out = append(out, b.Span)
	}
	if len(out) == 1 && p.blocks[bi].first < p.blocks[bi].last {
		// A paragraph that is quoted only in part gives the quoted part.
		if t := &p.tok[p.blocks[bi].first]; t.mark == opening && !p.blocks[bi].quote {
			if q := p.quoted[t.quoted]; q.closed && p.blocks[bi].End-q.End > 3 {
				out[0] = q.Span
			}
		}
	}
	return out
}

// typeIsBlock reports whether content stands as a block without marks.
func (d *draft) typeIsBlock(content []span.Span) bool {
	return d.page.typeOf(content) != Direct
}

// signedBlocks gives blockquotes and posts that somebody is named under, in
// the page's own markup, to that name: nothing else tells better.
func (d *draft) signedBlocks() {
	p := d.page
	for bi := 0; bi < len(p.blocks); bi++ {
		if b := &p.blocks[bi]; !b.quote || b.last <= b.first {
			continue
		}
		run := d.blockRun(bi)
		last := bi + len(run) - 1
		if p.blocks[last].attribution.Empty() {
			continue
		}
		d.quotedBlock(run, p.signed(p.blocks[last].attribution))
		d.signed = append(d.signed, run...)
		bi = last
	}
}

// signed is the name in the line under a blockquote or post: "— Ann Lee
// (@annlee) May 2, 2019", "Ann Lee, mayor".
func (p *page) signed(line span.Span) []span.Span {
	text := line.Of(p.a.Text)
	s := span.Span{Start: line.End - len(strings.TrimLeft(text, "—–―- \u00a0")), End: line.End}
	if k := strings.Index(s.Of(p.a.Text), " (@"); k > 0 {
		s.End = s.Start + k
	}
	if s.Empty() {
		return nil
	}
	return []span.Span{s}
}

// quotedBlock adds the quotation of a run of quoted blocks.
func (d *draft) quotedBlock(run, source []span.Span) {
	q := newDraft(cueSpan{})
	q.Content, q.Source, q.Act, q.Confidence, q.How = run, source, Statement, sureBlock, "block"
	if d.typeIsBlock(run) {
		q.Type = Block
	}
	d.push(q)
}

// quotedBlocks gives quoted blocks that nothing has claimed to whom the
// discourse suggests.
func (d *draft) quotedBlocks() {
	p := d.page
	for bi := 0; bi < len(p.blocks); bi++ {
		b := &p.blocks[bi]
		if !b.quote || b.last <= b.first || d.claimed(b.Span) > .4 {
			continue
		}
		run := d.blockRun(bi)
		d.quotedBlock(run, nil)
		bi += len(run) - 1
	}
}
