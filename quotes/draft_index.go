package quotes

import (
	"cmp"
	"slices"

	"github.com/onrecord/onrecord/span"
)

// draftIndex finds the quotations of a draft by where they are, so that a text
// of many takes time in proportion.
type draftIndex struct {
	contents buckets // by byte
	cues     buckets // by token
	seen     []int32 // by quotation: the last search that came upon it
	search   int32
}

// buckets lists things by the stretches of the text, 512 units long, that
// they reach into.
type buckets struct {
	head []int32 // by stretch: 1 + its last entry
	list []entry
}

type entry struct{ thing, next int32 }

const bucketBits = 9

func (b *buckets) reset(size int) {
	n := size>>bucketBits + 1
	b.head = append(b.head[:0], make([]int32, n)...)
	b.list = b.list[:0]
}

// add enters thing as reaching over [from, to).
func (b *buckets) add(thing, from, to int) {
	for k := from >> bucketBits; k <= (to-1)>>bucketBits && k < len(b.head); k++ {
		b.list = append(b.list, entry{int32(thing), b.head[k]})
		b.head[k] = int32(len(b.list))
	}
}

// in yields what reaches into stretch k.
func (b *buckets) in(k int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for e := b.head[k]; e > 0; e = b.list[e-1].next {
			if !yield(int(b.list[e-1].thing)) {
				return
			}
		}
	}
}

// over yields what may reach into [from, to), some of it several times.
func (b *buckets) over(from, to int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for k := max(0, from) >> bucketBits; k <= (to-1)>>bucketBits && k < len(b.head); k++ {
			for x := range b.in(k) {
				if !yield(x) {
					return
				}
			}
		}
	}
}

// push adds a quotation.
func (d *draft) push(q draftQuote) {
	d.quotes = append(d.quotes, q)
	d.enter(len(d.quotes) - 1)
}

func (d *draft) enter(i int) {
	q := &d.quotes[i]
	for _, s := range q.Content {
		d.index.contents.add(i, s.Start, s.End)
	}
	if q.cue.last > 0 {
		d.index.cues.add(i, q.cue.first, q.cue.last)
	}
	d.index.seen = append(d.index.seen, 0)
}

// reindex enters all quotations anew.
func (d *draft) reindex() {
	d.index.contents.reset(len(d.page.a.Text))
	d.index.cues.reset(len(d.page.tok))
	d.index.seen, d.index.search = d.index.seen[:0], 0
	for i := range d.quotes {
		d.enter(i)
	}
}

// near yields each quotation whose content may overlap s, once.
func (d *draft) near(s span.Span) func(func(int) bool) {
	return func(yield func(int) bool) {
		d.index.search++
		for i := range d.index.contents.over(s.Start, s.End) {
			if d.index.seen[i] == d.index.search {
				continue
			}
			d.index.seen[i] = d.index.search
			if !yield(i) {
				return
			}
		}
	}
}

// overlap is the number of bytes of s that content has. Content is in order.
func overlap(content []span.Span, s span.Span) int {
	n := 0
	i, _ := slices.BinarySearchFunc(content, s.Start, func(c span.Span, at int) int { return cmp.Compare(c.End, at) })
	for ; i < len(content) && content[i].Start < s.End; i++ {
		n += content[i].Overlap(s)
	}
	return n
}

// cued reports whether a quotation that f accepts has a cue that overlaps c.
func (d *draft) cued(c cueSpan, f func(*draftQuote) bool) bool {
	for i := range d.index.cues.over(c.first, c.last) {
		if q := &d.quotes[i]; q.cue.last > 0 && c.first < q.cue.last && q.cue.first < c.last && f(q) {
			return true
		}
	}
	return false
}

// longestCue bounds the cues, in tokens, that may end a block.
const longestCue = 64

// foundIn lists the candidates whose cues begin at tokens [from, to).
func (d *draft) foundIn(from, to int) []int32 {
	if d.byCue == nil {
		d.byCue = make([]int32, len(d.found))
		for i := range d.byCue {
			d.byCue[i] = int32(i)
		}
		slices.SortFunc(d.byCue, func(x, y int32) int { return cmp.Compare(d.found[x].cue.first, d.found[y].cue.first) })
	}
	at := func(token int) int {
		k, _ := slices.BinarySearchFunc(d.byCue, token, func(i int32, t int) int { return cmp.Compare(d.found[i].cue.first, t) })
		return k
	}
	lo := at(from)
	return d.byCue[lo:max(lo, at(to))]
}
