package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/nlp"
)

// marked lists the quoted stretches that belong to no quotation, and says
// what they are instead.
func (d *draft) marked() []Marked {
	p := d.page
	var out []Marked
	for k := range p.quoted {
		q := &p.quoted[k]
		if q.depth > 0 || !q.closed || d.covered(q.Span) > 0 {
			continue
		}
		inner := q.inner.Of(p.a.Text)
		n := words(inner)
		switch {
		case p.nickname(q):
			out = append(out, Marked{q.Span, Nickname})
		case n <= 12 && p.title(q, inner, n):
			out = append(out, Marked{q.Span, Title})
		case n <= 6:
			out = append(out, Marked{q.Span, Scare})
		}
	}
	return out
}

// nickname reports whether q stands inside a person's name.
func (p *page) nickname(q *quoted) bool {
	first, last := p.a.TokensIn(q.Span)
	if first == 0 || last >= len(p.tok) || last-first > 5 {
		return false
	}
	b, a := &p.tok[first-1], &p.tok[last]
	return b.pos.Proper() && a.pos.Proper() && b.block == a.block && (b.entity == nlp.Person || a.entity == nlp.Person || b.entity == nlp.NoEntity && a.entity == nlp.NoEntity)
}

// title reports whether the words of q are capitalised as titles are, or
// stand beside a word for a work.
func (p *page) title(q *quoted, inner string, n int) bool {
	capitals, small := 0, 0
	for _, w := range strings.Fields(inner) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(“‘\"'"))
		switch {
		case unicode.IsUpper(r) || unicode.IsDigit(r):
			capitals++
		case len(w) > 3:
			small++
		}
	}
	if capitals == 0 || small > 0 {
		return false
	}
	first, last := p.a.TokensIn(q.Span)
	for i := max(0, first-4); i < min(len(p.tok), last+3); i++ {
		if i >= first && i < last {
			continue
		}
		if p.work(i) {
			return true
		}
	}
	return n >= 2 && capitals >= 2
}

// work reports whether token i is a word for a work that has a title.
func (p *page) work(i int) bool {
	switch p.a.Tokens[i].Lemma {
	case "book", "novel", "memoir", "film", "movie", "documentary", "show", "series", "song", "album", "single", "play", "musical", "opera", "poem", "essay", "article",
		"episode", "title", "entitle", "painting", "exhibition", "exhibit", "podcast", "column", "paper", "game", "star", "author", "host", "program", "programme", "sitcom", "ballad", "sequel", "remake":
		return true
	}
	return false
}

// aloneWord reports whether content is one word that stands for something else.
func (p *page) aloneWord(content []tokens) bool {
	if len(content) != 1 || p.wordsIn(content[0].first, content[0].last) != 1 {
		return false
	}
	for i := content[0].first; i < content[0].last; i++ {
		switch w := &p.tok[i]; {
		case w.quoted >= 0:
			return false
		case w.pos == nlp.PRP, w.pos == nlp.DT, w.pos == nlp.WP, w.pos == nlp.WDT:
			return true
		}
	}
	return false
}

// soCalled reports whether cue c is the end of "so-called".
func (p *page) soCalled(c cueSpan) bool {
	h := c.last - 1
	return h >= 2 && p.a.Tokens[h].Lemma == "call" && p.a.Tokens[h-1].POS == nlp.HYPH && strings.EqualFold(p.a.Word(h-2), "so")
}

// ticker reports whether c is the colon within brackets of "(NYSE: ACME)".
func (p *page) ticker(c cueSpan) bool {
	if p.a.Word(c.first) != ":" {
		return false
	}
	for i := c.first - 1; i >= max(0, c.first-4); i-- {
		switch p.tok[i].pos {
		case nlp.LRB:
			return true
		case nlp.RRB, nlp.Stop:
			return false
		}
	}
	return false
}
