package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/onrecord/onrecord/span"
)

// line is what stands in a block between two line breaks.
type line struct {
	text       string
	at         int // in the block's text
	src        span.Span
	emphasized bool
}

// turns parts a paragraph that holds a question and its answer, with nothing
// but a line break between the two, as the paragraphs of an interview are
// parted; nil for any other.
func (w *walker) turns(b *block) []line {
	if len(b.texts) == 0 || b.kind != Paragraph || !strings.Contains(b.text, "\n") || !strings.Contains(b.text, "?\n") && !strings.Contains(b.text, ":") {
		return nil
	}
	lines := w.lines(b)
	if len(lines) < 2 {
		return nil
	}
	labels, asks := 0, false
	for i := range lines {
		if turnLabel().MatchString(lines[i].text) {
			labels++
			asks = asks || lines[i].emphasized || strings.HasSuffix(lines[i].text, "?")
		}
	}
	switch {
	case asks && labels > 1 && turnLabel().MatchString(lines[0].text):
		out := lines[:1]
		for _, l := range lines[1:] {
			if last := &out[len(out)-1]; turnLabel().MatchString(l.text) {
				out = append(out, l)
			} else {
				last.join(l, b.text)
			}
		}
		return out
	case lines[0].emphasized && strings.HasSuffix(lines[0].text, "?") && !lines[1].emphasized:
		for _, l := range lines[2:] {
			lines[1].join(l, b.text)
		}
		return lines[:2]
	}
	return nil
}

// turnLabel is how a line names who speaks.
var turnLabel = pattern(`^(?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})\s?: `)

// join adds the line below to l, both of the block text.
func (l *line) join(below line, text string) {
	l.text = text[l.at : below.at+len(below.text)]
	l.src.End = below.src.End
	l.emphasized = l.emphasized && below.emphasized
}

// lines parts a block at its line breaks. It returns nil where the source does
// not tell where each stands.
func (w *walker) lines(b *block) []line {
	texts := strings.Split(b.text, "\n")
	out := make([]line, len(texts))
	for i, at := 0, 0; i < len(out); i++ {
		out[i].text, out[i].at = texts[i], at
		at += len(texts[i]) + 1
	}
	at, styled, broken := 0, 0, false
	end := func() {
		out[at].emphasized = isStyled(out[at].text, styled)
		styled = 0
	}
	// Other blocks may stand in b's element: only what is between its first and
	// its last text is walked through.
	n := w.texts[b.texts[0]]
	for next := 0; next < len(b.texts); n = following(n, b.node) {
		if n == nil {
			return nil
		}
		broken = broken || n.DataAtom == atom.Br
		if n != w.texts[b.texts[next]] {
			continue
		}
		if next++; broken {
			end()
			if at++; at == len(out) {
				return nil
			}
			broken = false
		}
		first := len(n.Data) - len(strings.TrimLeft(n.Data, whitespace))
		last := len(strings.TrimRight(n.Data, whitespace)) - 1
		s, _, ok1 := w.page.sourceAt(n, first)
		_, e, ok2 := w.page.sourceAt(n, last)
		if !ok1 || !ok2 || s >= e {
			return nil
		}
		if l := &out[at]; l.src.Empty() {
			l.src = span.Span{Start: s, End: e}
		} else {
			l.src.End = e
		}
		if emphatic(n, b.node) {
			styled += len(strings.Join(strings.Fields(n.Data), ""))
		}
	}
	if at != len(out)-1 {
		return nil
	}
	end()
	return out
}

// following is the node behind n in the order of the document, below root; nil
// for none.
func following(n, root *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	for ; n != nil && n != root; n = n.Parent {
		if n.NextSibling != nil {
			return n.NextSibling
		}
	}
	return nil
}

// isStyled reports whether a text is all in bold or italic letters, of which
// it has so many; blanks and a mark at either end do not count.
func isStyled(text string, styled int) bool {
	return styled > 0 && styled+strings.Count(text, " ")+2 >= len(text)
}

// emphatic reports whether n is set in bold or italics within box.
func emphatic(n, box *html.Node) bool {
	for ; n != nil && n != box; n = n.Parent {
		switch n.DataAtom {
		case atom.B, atom.Strong, atom.I, atom.Em:
			return true
		}
	}
	return false
}
