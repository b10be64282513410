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
	src        span.Span
	emphasized bool
}

// turns parts a paragraph that holds a question and its answer, with nothing
// but a line break between the two, as the paragraphs of an interview are
// parted; nil for any other.
func (w *walker) turns(b *block) []line {
	if b.kind != Paragraph || !strings.Contains(b.text, "\n") || !strings.Contains(b.text, "?\n") && !strings.Contains(b.text, ":") {
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
				last.join(l)
			}
		}
		return out
	case lines[0].emphasized && strings.HasSuffix(lines[0].text, "?") && !lines[1].emphasized:
		for _, l := range lines[2:] {
			lines[1].join(l)
		}
		return lines[:2]
	}
	return nil
}

// turnLabel is how a line names who speaks.
var turnLabel = pattern(`^(?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})\s?: `)

// join adds the line below to l.
func (l *line) join(below line) {
	l.text += "\n" + below.text
	l.src.End = below.src.End
	l.emphasized = l.emphasized && below.emphasized
}

// lines parts a block at its line breaks. It returns nil where the source does
// not tell where each stands.
func (w *walker) lines(b *block) []line {
	texts := strings.Split(b.text, "\n")
	out := make([]line, len(texts))
	mine := make(map[*html.Node]bool, len(b.texts))
	for _, id := range b.texts {
		mine[w.texts[id]] = true
	}
	at, styled, broken, begun := 0, 0, false, false
	end := func() {
		l := &out[at]
		l.text = texts[at]
		l.emphasized = styled > 0 && styled+strings.Count(l.text, " ")+2 >= len(l.text)
		styled = 0
	}
	for n := range b.node.Descendants() {
		if n.DataAtom == atom.Br {
			broken = begun
		}
		if n.Type != html.TextNode || !mine[n] {
			continue
		}
		if broken {
			end()
			if at++; at == len(out) {
				return nil
			}
		}
		begun, broken = true, false
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
