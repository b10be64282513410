package quotes

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// Labels: names with a colon before what they say.

// labelBefore reads whom a name with a colon gives the quotation to that fills
// the rest of their block: “Rovers goalkeeper Ann Lee: "..."”.
func (p *page) labelBefore(q *quoted) (cueSpan, span.Span) {
	b := &p.blocks[q.block]
	i := p.a.TokenAt(q.Start) - 1
	if i <= b.first || i >= b.last || p.a.Word(i) != ":" || i-b.first > 14 || strings.TrimSpace(p.a.Text[q.End:b.End]) != "" {
		return cueSpan{}, span.Span{}
	}
	for k := b.first; k < i; k++ {
		if v := p.tok[k].pos; v == nlp.VBD || v == nlp.VBZ || v == nlp.VBP || v == nlp.MD || p.tok[k].quoted >= 0 {
			return cueSpan{}, span.Span{}
		}
	}
	for e := range p.a.Entities {
		if ent := &p.a.Entities[e]; ent.First >= b.first && ent.Last <= i && ent.Kind == nlp.Person {
			return cueSpan{first: i, last: i + 1, prob: 1}, p.a.Span(b.first, i)
		}
	}
	return cueSpan{}, span.Span{}
}

// joinInitials counts the turns of "AL:" with those of "Ann Lee:", and returns
// the names that initials among the labels stand for.
func joinInitials(count map[string]int) map[string]string {
	full := map[string]string{}
	for name := range count {
		short := initialsOf(name)
		if len(short) < 2 || count[short] == 0 {
			continue
		}
		if _, two := full[short]; two {
			name = ""
		}
		full[short] = name
	}
	for short, name := range full {
		if name == "" {
			delete(full, short) // of two
			continue
		}
		count[name] += count[short]
		count[short] = count[name]
	}
	return full
}

// initialsOf is the first letters of the words of a name of two or three, "" for
// others.
func initialsOf(name string) string {
	w := strings.Fields(name)
	if len(w) < 2 || len(w) > 3 {
		return ""
	}
	var b strings.Builder
	for _, x := range w {
		if x[0] < 'A' || x[0] > 'Z' {
			return ""
		}
		b.WriteByte(x[0])
	}
	return b.String()
}
