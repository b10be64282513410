package quotes

import (
	"cmp"
	"slices"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// draft is a result in the making. Its methods each add what one kind of
// structure tells; content that is taken is not given again.
type draft struct {
	page       *page
	learnt     *reader
	found      []attribution // the model's candidates, likeliest first
	statements float64       // thresholds
	others     float64

	quotes []draftQuote
	index  *draftIndex
	byCue  []int32      // found, by the first tokens of their cues
	signed []span.Span  // blocks that say themselves whom they quote
	turns  map[int]bool // first bytes of the colons that a transcript's labels end with
}

type draftQuote struct {
	Quote
	cue cueSpan // tokens; last 0 where there is none
}

// spans turns token ranges into byte spans: parts that only white space
// separates are joined, parts that run over blocks are cut.
func (p *page) bytes(ts []tokens) []span.Span {
	var out []span.Span
	for _, t := range ts {
		for i := t.first; i < t.last; {
			j := i + 1
			for j < t.last && p.tok[j].block == p.tok[i].block {
				j++
			}
			s := p.a.Span(i, j)
			if n := len(out); n > 0 && s.Overlaps(out[n-1]) {
				// Two parts of a source may have been tidied to the same words.
				out[n-1] = span.Span{Start: min(s.Start, out[n-1].Start), End: max(s.End, out[n-1].End)}
			} else if n > 0 && s.Start >= out[n-1].End && strings.TrimSpace(p.a.Text[out[n-1].End:s.Start]) == "" && !strings.Contains(p.a.Text[out[n-1].End:s.Start], "\n\n") {
				out[n-1].End = s.End
			} else {
				out = append(out, s)
			}
			i = j
		}
	}
	return out
}

func newDraft(c cueSpan) draftQuote {
	return draftQuote{Quote: Quote{Continues: None, Speaker: None, Within: None}, cue: c}
}

// covered is the share of s's bytes that quotations have been given.
func (d *draft) covered(s span.Span) float64 {
	n := 0
	for i := range d.near(s) {
		n += overlap(d.quotes[i].Content, s)
	}
	return float64(n) / float64(max(1, s.Len()))
}

// claimed is like covered, but for what is ascribed within s itself: that does
// not say who says s.
func (d *draft) claimed(s span.Span) float64 {
	n := 0
	for i := range d.near(s) {
		if q := &d.quotes[i]; q.Cue.Empty() || !s.Contains(q.Cue) {
			n += overlap(q.Content, s)
		}
	}
	return float64(n) / float64(max(1, s.Len()))
}

// given is like covered, but for what is nested in s: said by somebody whom the
// speaker of s quotes.
func (d *draft) given(s span.Span) float64 {
	n := 0
	for i := range d.near(s) {
		if q := &d.quotes[i]; q.bounded() || q.Cue.Empty() || len(q.Source) == 0 || q.Content[0].Start <= s.Start || !s.Contains(q.Cue) || !s.Contains(q.Source[0]) {
			n += overlap(q.Content, s)
		}
	}
	return float64(n) / float64(max(1, s.Len()))
}

// model adds the model's attributions that are likely enough.
func (d *draft) model() {
	for i := range d.found {
		a := &d.found[i]
		if a.state >= d.statements || d.page.scope == everything && a.score >= d.others {
			d.add(a, "cue")
		}
	}
}

// add makes a quotation of a.
func (d *draft) add(a *attribution, how string) {
	p := d.page
	if p.soCalled(a.cue) || p.ticker(a.cue) || p.noSpeech(a.cue, a.content) {
		return // a scare quote, a wish
	}
	q := newDraft(a.cue)
	q.Content = d.snap(p.bytes(a.content), a.cue)
	q.Source = p.relative(p.withoutDay(p.bytes(p.tidySource(p.pairedSource(a), a)), a.cue), a.cue)
	q.Cue = p.a.Span(a.cue.first, a.cue.last)
	q.Content = slices.DeleteFunc(q.Content, func(s span.Span) bool {
		return slices.ContainsFunc(d.signed, func(b span.Span) bool { return b.Contains(s) && !b.Overlaps(q.Cue) })
	})
	if len(q.Content) == 0 {
		return
	}
	for i := q.Cue.Start; i < q.Cue.End; i++ {
		if d.turns[i] {
			return // the whole turn is a quotation already
		}
	}
	if !d.wholeBlocks(&q) {
		return
	}
	d.ends(&q)
	if p.trim(&q); len(q.Content) == 0 {
		return
	}
	statement := a.state >= d.statements
	q.Act = p.act(a, statement)
	if q.Act == Statement && p.aloneWord(a.content) {
		return // "he reads it"
	}
	if !statement && (q.Type == Block || p.typeOf(q.Content) == Direct) && p.speaks(a.cue) {
		// Whole words in quotation marks, or in a block, were said, whatever the model makes of it.
		q.Act = Statement
		a.state = max(a.state, a.score)
	}
	q.Confidence = d.learnt.sure.of(a.score)
	if q.Act == Statement {
		// Two views of the same: that it is a statement rightly delimited, and
		// that content and source belong together.
		q.Confidence = (a.state + q.Confidence) / 2
	}
	q.How = how
	p.stance(&q.Quote, a.cue)
	d.push(q)
}

// wholeBlocks gives q all of a blockquote of which the model gave it a part,
// from a cue outside. It reports false if the block says itself whom it quotes.
func (d *draft) wholeBlocks(q *draftQuote) bool {
	p := d.page
	if len(q.Content) != 1 {
		return true
	}
	c := q.Content[0]
	bi, _ := slices.BinarySearchFunc(p.blocks, c.Start, func(b pageBlock, at int) int { return cmp.Compare(b.End, at+1) })
	if bi >= len(p.blocks) || !p.blocks[bi].quote || !p.blocks[bi].Contains(c) || p.blocks[bi].Overlaps(q.Cue) {
		return true
	}
	run := d.blockRun(bi)
	if !p.blocks[bi+len(run)-1].attribution.Empty() {
		return false
	}
	q.Content = run
	if d.typeIsBlock(run) {
		q.Type = Block
	}
	return true
}

// snap moves the edges of content onto quotation marks: who is given most of
// a quoted stretch that the cue is not in, or its beginning, is given all of it.
func (d *draft) snap(content []span.Span, c cueSpan) []span.Span {
	p := d.page
	if len(content) == 0 {
		return content
	}
	lo, hi := content[0].Start, content[len(content)-1].End
	cue := p.a.Span(c.first, c.last)
	i, _ := slices.BinarySearchFunc(p.quoted, lo, func(q quoted, at int) int { return cmp.Compare(q.End, at) })
	for i = max(0, i-1); i < len(p.quoted) && p.quoted[i].Start <= hi; i++ {
		q := &p.quoted[i]
		if q.depth > 0 || c.last > 0 && q.Overlaps(cue) {
			continue
		}
		n, opens := 0, false
		for _, s := range content {
			n += s.Overlap(q.Span)
			opens = opens || s.Start <= q.inner.Start && s.End > q.inner.Start+1
		}
		if n == 0 || 2*n < q.Len() && !opens {
			continue
		}
		content = merge(append(content, q.Span), p.a.Text)
	}
	return content
}

// merge sorts spans and joins those that touch or that only white space
// within a block separates.
func merge(ss []span.Span, text string) []span.Span {
	slices.SortFunc(ss, func(a, b span.Span) int { return cmp.Compare(a.Start, b.Start) })
	out := ss[:0]
	for _, s := range ss {
		if n := len(out); n > 0 && (s.Start <= out[n-1].End ||
			strings.TrimSpace(text[out[n-1].End:s.Start]) == "" && !strings.Contains(text[out[n-1].End:s.Start], "\n\n")) {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// selfReports drops what the speaker of a quotation says there in the first
// person of what "I" or "we" do: it is no attribution to anybody else.
func (d *draft) selfReports() {
	p := d.page
	inBlock := func(cue span.Span) bool {
		for i := range d.near(cue) {
			if o := &d.quotes[i]; (o.How == "block" || o.Type == Block) && slices.ContainsFunc(o.Content, func(s span.Span) bool { return s.Contains(cue) }) {
				return true
			}
		}
		return false
	}
	var kept []draftQuote
	for i, q := range d.quotes {
		drop := false
		if q.cue.last > 0 && len(q.Source) == 1 {
			switch strings.ToLower(q.Source[0].Of(p.a.Text)) {
			case "i", "we":
				drop = p.tok[q.cue.first].quoted >= 0 || inBlock(q.Cue)
			}
		}
		if drop && kept == nil {
			kept = append(make([]draftQuote, 0, len(d.quotes)), d.quotes[:i]...)
		}
		if !drop && kept != nil {
			kept = append(kept, q)
		}
	}
	if kept != nil {
		d.quotes = kept
		d.reindex()
	}
}

// secondChance takes readings that were too unlikely by themselves where
// they explain a long quoted stretch that nothing else does.
func (d *draft) secondChance() {
	p := d.page
	for i := range d.found {
		a := &d.found[i]
		if a.state >= d.statements || p.scope == everything && a.score >= d.others || max(a.state, a.score) < .15 {
			continue
		}
		if d.clashes(a) {
			continue
		}
		for _, t := range a.content {
			if p.tok[t.first].mark == opening && p.tok[t.first].quoted >= 0 {
				q := p.quoted[p.tok[t.first].quoted]
				if words(q.Of(p.a.Text)) >= 5 && d.covered(q.Span) == 0 {
					a.state = max(a.state, d.statements)
					d.add(a, "quoted")
					break
				}
			}
		}
	}
}

// clashes reports whether a's cue is in use or its content mostly given.
func (d *draft) clashes(a *attribution) bool {
	if d.cued(a.cue, func(*draftQuote) bool { return true }) {
		return true
	}
	for _, s := range d.page.bytes(a.content) {
		if d.covered(s) > .5 {
			return true
		}
	}
	return false
}

// words counts the words of s.
func words(s string) int { return len(strings.Fields(s)) }

// result orders what was found and links what is nested.
func (d *draft) result() *Result {
	order := make([]int, len(d.quotes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		a, b := &d.quotes[x], &d.quotes[y]
		return cmp.Or(cmp.Compare(a.Content[0].Start, b.Content[0].Start), cmp.Compare(b.Content[len(b.Content)-1].End, a.Content[len(a.Content)-1].End),
			cmp.Compare(a.Cue.Start, b.Cue.Start))
	})
	at := make([]int, len(order))
	sorted := make([]draftQuote, len(order))
	for k, i := range order {
		sorted[k] = d.quotes[i]
		at[i] = k
	}
	for k := range sorted {
		if sorted[k].Continues != None {
			sorted[k].Continues = at[sorted[k].Continues]
		}
	}
	d.quotes = sorted
	d.reindex()
	r := &Result{}
	for i := range d.quotes {
		q := &d.quotes[i]
		if q.Type == "" {
			q.Type = d.page.typeOf(q.Content)
		}
		// Contents are ordered by their start, so what encloses comes before.
		for j := i - 1; j >= 0 && j > i-64; j-- {
			if o := &d.quotes[j]; encloses(o.Content, q) {
				q.Within = j
				break
			}
		}
		r.Quotes = append(r.Quotes, q.Quote)
	}
	r.Marked = d.marked()
	return r
}

// encloses reports whether the cue, or without one the content, of q lies in
// one part of content, and the content as well.
func encloses(content []span.Span, q *draftQuote) bool {
	for _, c := range content {
		if q.Cue.Empty() || c.Contains(q.Cue) {
			if c.Contains(q.Content[0]) && c.Len() > q.Content[0].Len() {
				return true
			}
		}
	}
	return false
}

// sameSpeaker gives what goes on after a quotation the quotation's speaker.
func (d *draft) sameSpeaker(r *Result) {
	for i := range d.quotes {
		if p := d.quotes[i].Continues; p != None {
			r.Quotes[i].Speaker = r.Quotes[p].Speaker
		}
	}
}

// typeOf says how content stands to quotation marks.
func (p *page) typeOf(content []span.Span) Type {
	var ts []tokens
	for _, s := range content {
		first, last := p.a.TokensIn(s)
		ts = append(ts, tokens{first, last})
	}
	return p.kind(ts)
}

// stance sets negation, hedging, and what the article thinks of the content,
// from the words at the cue.
func (p *page) stance(q *Quote, c cueSpan) {
	h := p.cueHead(c)
	if p.tok[h].kids&kidNeg != 0 {
		q.Negated = true
	}
	s := &p.a.Sentences[p.a.Tokens[h].Sentence]
	for i := max(s.First, c.first-3); i < min(s.Last, c.last+2); i++ {
		if i >= c.first && i < c.last && i > h && p.tok[i].pos != nlp.RB {
			continue
		}
		near := i >= c.first-3 && i < c.last
		switch p.a.Tokens[i].Lemma {
		case "not", "n't", "never", "neither", "nor":
			if near && i < h {
				q.Negated = true
			}
		case "deny", "refute", "rebut":
			if i == h {
				q.Negated = true
			}
		case "reportedly", "apparently", "allegedly", "supposedly", "purportedly", "may", "might", "seemingly", "possibly", "perhaps":
			if i < h {
				q.Hedged = true
			}
		case "rightly", "correctly", "accurately", "truthfully":
			q.Endorsed = true
		case "falsely", "wrongly", "incorrectly", "erroneously", "misleadingly", "inaccurately", "baselessly":
			q.Disputed = true
		}
	}
	// "claimed, without evidence, that"
	if at := p.a.Tokens[c.last-1].End; int(at) < s.End {
		rest := strings.ToLower(p.a.Text[at:min(s.End, int(at)+40)])
		if strings.HasPrefix(strings.TrimLeft(rest, ", —–-"), "without evidence") || strings.HasPrefix(strings.TrimLeft(rest, ", —–-"), "without proof") {
			q.Disputed = true
		}
	}
}
