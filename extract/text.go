package extract

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

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
	// Lines longer than any that are wrapped by hand or by a mailer are
	// paragraphs, also where blank lines part some of them.
	wide := false
	for _, l := range lines {
		wide = wide || l.Len() > wideLine
	}
	var cur span.Span
	count := 0 // of the lines in cur
	end := func() {
		if !cur.Empty() {
			d.addParagraph(cur, count == 1)
		}
		cur, count = span.Span{}, 0
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
		case single, d.isFurniture(l.Of(d.Text)):
			end()
			d.addParagraph(l, true)
		case cur.Empty():
			cur, count = l, 1
		case wide && (endsSentence(d.Text[:cur.End]) || opensParagraph(l.Of(d.Text))):
			end()
			cur, count = l, 1
		default:
			cur.End = l.End
			count++
		}
	}
	end()
	d.markHeadings()
	markRepeats(d)
	if d.Published.IsZero() {
		d.Published = d.dispatched()
	}
	d.Form = Empty
	for _, b := range d.Blocks {
		if b.Kind != Boilerplate {
			d.Form = Article
			break
		}
	}
	return nil
}

// addParagraph adds a paragraph; line tells whether it is a single line.
func (d *Document) addParagraph(s span.Span, line bool) {
	b := Block{Kind: Paragraph, Span: s, Source: s, Repeats: -1}
	switch t := s.Of(d.Text); {
	case line && d.isFurniture(t):
		b.Kind = Boilerplate
		d.readFurniture(t)
	case noteStart().MatchString(t[:min(len(t), 200)]):
		b.Kind, b.Corrects = Note, correction().MatchString(t)
	case line && looksLikeHeading(t):
		b.Kind = Heading // until markHeadings has seen what follows
	}
	d.Blocks = append(d.Blocks, b)
}

// wideLine is longer than the lines of a wrapped text.
const wideLine = 160

// endsSentence reports whether s ends a sentence or introduces a quotation.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, "…")
}

// opensParagraph reports whether a line begins as no continuation does: with
// an opening quotation mark or a bullet.
func opensParagraph(s string) bool {
	for _, m := range []string{"“", "„", "«", "•", "- ", "* ", "— ", "– "} {
		if strings.HasPrefix(s, m) {
			return true
		}
	}
	return false
}

// maxTop is how many blocks a text's byline and date are looked for in.
const maxTop = 8

// isFurniture reports whether a line belongs to the page and not to the
// article: furniture of the site anywhere, a byline or a date at the top.
func (d *Document) isFurniture(s string) bool {
	if isBoilerplate(s) {
		return true
	}
	return len(d.Blocks) < maxTop && len(s) < 100 && isByline(s)
}

// readFurniture takes what a byline says.
func (d *Document) readFurniture(s string) {
	if len(d.Blocks) >= maxTop {
		return
	}
	b, _ := readByline(s)
	d.Authors = append(d.Authors, b.authors...)
	if d.Published.IsZero() {
		d.Published = b.published
	}
}

// isByline reports whether every line of s is one that readByline reads.
func isByline(s string) bool {
	for _, l := range strings.Split(s, "\n") {
		if _, ok := readByline(l); !ok {
			return false
		}
	}
	return true
}

// isDateline reports whether a line is a date and nothing else.
func isDateline(s string) bool {
	if len(s) > 60 || !strings.ContainsAny(s, "0123456789") || strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ".m.") {
		return false
	}
	_, ok := parseWhole(s)
	return ok
}

// signedWords is a line of somebody's words with a name behind a dash.
var signedWords = pattern(`^["“”‘].*[.!?…]["”’] *[-–—―~]`)

// looksLikeHeading reports whether a line that stands alone could be a heading.
func looksLikeHeading(s string) bool {
	if len(s) > 140 || len(strings.Fields(s)) > 18 {
		return false
	}
	if signedWords().MatchString(s) {
		return false
	}
	t := look(s)
	if t.letters < 3 || t.ends && !strings.HasSuffix(s, "?") || t.startsLower || t.startsMark {
		return false
	}
	switch r, _ := utf8.DecodeLastRuneInString(s); r {
	case ':', ',', ';', '-', '–', '—', '"', '”', ')':
		return false
	}
	return true
}

// markHeadings keeps the headings that prose follows, numbers their levels
// and takes the first block's for the title.
func (d *Document) markHeadings() {
	first := true
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == Boilerplate {
			continue
		}
		if b.Kind == Heading {
			k := i + 1
			for k < len(d.Blocks) && d.Blocks[k].Kind == Boilerplate {
				k++
			}
			switch {
			case k == len(d.Blocks) || d.Blocks[k].Len() < b.Len() && d.Blocks[k].Kind != Heading, strings.HasSuffix(b.Span.Of(d.Text), "?") && !first:
				b.Kind = Paragraph
			case first:
				b.Level = 1
				d.Title = b.Span.Of(d.Text)
			default:
				b.Level = 2
			}
		}
		first = false
	}
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
