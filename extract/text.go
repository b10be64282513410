package extract

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"github.com/onrecord/onrecord/span"
)

// Text makes a document of a plain-text file, whose text stays as it is.
// Paragraphs are what blank lines part, or every line in a file without blank
// lines whose lines are not wrapped. Lines that belong to the page and not to
// the article ("Share This:") become blocks of kind Boilerplate.
func Text(ctx context.Context, src []byte, opts ...Option) (*Document, error) {
	c := newConfig(opts)
	if err := c.checkBytes(len(src)); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	ctx, cancel, explain := c.withTimeout(ctx)
	defer cancel()
	d := &Document{URL: c.url}
	d.Text, d.Encoding = decode(src, c.contentType, false)
	if err := d.readText(ctx, &c); err != nil {
		return nil, fmt.Errorf("extract: %w", explain(err))
	}
	return d, nil
}

func (d *Document) readText(ctx context.Context, c *config) error {
	lines := splitLines(d.Text)
	if err := c.checkNodes(len(lines)); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	single := !wrapped(d.Text, lines)
	var cur span.Span
	end := func() {
		if !cur.Empty() {
			d.addParagraph(cur)
		}
		cur = span.Span{}
	}
	for i, l := range lines {
		if i%4096 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		switch {
		case l.Empty():
			end()
		case single:
			d.addParagraph(l)
		case isBoilerplate(l.Of(d.Text)):
			end()
			d.addParagraph(l)
		case cur.Empty():
			cur = l
		default:
			cur.End = l.End
		}
	}
	end()
	d.Form = Empty
	for _, b := range d.Blocks {
		if b.Kind != Boilerplate {
			d.Form = Article
			break
		}
	}
	return nil
}

func (d *Document) addParagraph(s span.Span) {
	b := Block{Kind: Paragraph, Span: s, Source: s, Repeats: -1}
	if isBoilerplate(s.Of(d.Text)) {
		b.Kind = Boilerplate
	}
	d.Blocks = append(d.Blocks, b)
}

// splitLines returns the lines of text without the white space around them;
// blank lines are empty spans.
func splitLines(text string) []span.Span {
	var out []span.Span
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		next := 0
		if end < 0 {
			end, next = len(text), len(text)
		} else {
			end += at
			next = end + 1
		}
		l := text[at:end]
		t := strings.TrimLeftFunc(l, unicode.IsSpace)
		s := at + len(l) - len(t)
		t = strings.TrimRightFunc(t, unicode.IsSpace)
		out = append(out, span.Span{Start: s, End: s + len(t)})
		at = next
	}
	return out
}
