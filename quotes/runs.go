package quotes

import (
	"cmp"
	"slices"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// paragraphs lets quotations run on over paragraphs whose marks say so.
func (d *draft) paragraphs() {
	p := d.page
	for i := range d.quotes {
		q := &d.quotes[i]
		if q.bounded() || p.nestedIn(q) >= 0 {
			continue
		}
		// Forwards from the last part, backwards from the first.
		for {
			n := p.runsOnTo(q)
			if n < 0 || d.given(p.quoted[n].Span) > .3 {
				break
			}
			q.Content = append(q.Content, p.quoted[n].Span)
			d.index.contents.add(i, p.quoted[n].Start, p.quoted[n].End)
		}
		for {
			first := q.Content[0]
			k := p.quotedAt(first.Start)
			if k < 0 || !p.quoted[k].continues {
				break
			}
			n := p.previousOpen(k)
			if n < 0 || d.given(p.quoted[n].Span) > .3 {
				break
			}
			q.Content = append([]span.Span{p.quoted[n].Span}, q.Content...)
			d.index.contents.add(i, p.quoted[n].Start, p.quoted[n].End)
		}
	}
}

// bounded reports whether q is of structure that says itself where it ends.
func (q *draftQuote) bounded() bool {
	return q.How == "block" || q.How == "transcript" || q.How == howQuestion || q.How == howAnswer
}

// runsOnTo is the stretch that the next block goes on with where q leaves its
// marks open, or -1.
func (p *page) runsOnTo(q *draftQuote) int {
	k := p.quotedAt(q.Content[len(q.Content)-1].End - 1)
	if k < 0 || p.quoted[k].closed {
		return -1
	}
	return p.nextContinuing(k)
}

// joinRuns makes one quotation of those of one speaker of whom the first leaves
// its marks open and the next one opens its paragraph with a mark: the
// convention for what runs on, whether or not the next has a cue of its own.
func (d *draft) joinRuns() {
	p := d.page
	gone := map[int]bool{}
	for i := range d.quotes {
		q := &d.quotes[i]
		for !gone[i] && !q.bounded() && p.nestedIn(q) < 0 {
			n := p.runsOnTo(q)
			if n < 0 {
				break
			}
			j := d.beginsIn(p.quoted[n].Span)
			if j < 0 || j == i || gone[j] || !d.sameVoice(q, &d.quotes[j]) {
				break
			}
			q.Content = append(q.Content, d.quotes[j].Content...)
			gone[j] = true
		}
	}
	if len(gone) == 0 {
		return
	}
	kept := d.quotes[:0]
	for i := range d.quotes {
		if !gone[i] {
			kept = append(kept, d.quotes[i])
		}
	}
	d.quotes = kept
	d.reindex()
}

// beginsIn is the quotation whose content begins with s, or -1.
func (d *draft) beginsIn(s span.Span) int {
	for i := range d.near(s) {
		if c := d.quotes[i].Content[0].Start; c >= s.Start && c <= s.Start+4 {
			return i
		}
	}
	return -1
}

// sameVoice reports whether b's source may be a's: a pronoun, or a name of a's.
func (d *draft) sameVoice(a, b *draftQuote) bool {
	if len(b.Source) == 0 {
		return true
	}
	p := d.page
	first, last := p.a.TokensIn(b.Source[0])
	name := ""
	for i := first; i < last; i++ {
		switch w := &p.tok[i]; {
		case w.pos == nlp.PRP:
			return true
		case w.pos.Proper():
			name = p.a.Word(i)
		}
	}
	return name != "" && slices.ContainsFunc(a.Source, func(s span.Span) bool { return strings.Contains(s.Of(p.a.Text), name) })
}

// nextContinuing is the stretch that the next block goes on k with, or -1.
func (p *page) nextContinuing(k int) int {
	next := p.quoted[k].block + 1
	n, _ := slices.BinarySearchFunc(p.quoted, next, func(q quoted, block int) int { return cmp.Compare(q.block, block) })
	if n < len(p.quoted) && p.quoted[n].block == next && p.quoted[n].continues {
		return n
	}
	return -1
}

// previousOpen is the stretch that the block before leaves open, or -1.
func (p *page) previousOpen(k int) int {
	for n := k - 1; n >= 0 && p.quoted[n].block >= p.quoted[k].block-1; n-- {
		if p.quoted[n].block == p.quoted[k].block-1 && p.quoted[n].depth == 0 && !p.quoted[n].closed {
			return n
		}
	}
	return -1
}
