package extract

import (
	"context"
	"fmt"
	"strings"

	"github.com/onrecord/onrecord/span"
)

// HTML extracts the article of a page. See the package comment for what is
// kept. It fails only where a limit is met or ctx is done: a page without an
// article gives a Document that says so.
func HTML(ctx context.Context, src []byte, opts ...Option) (*Document, error) {
	c := newConfig(opts)
	if err := c.checkBytes(len(src)); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	ctx, cancel, explain := c.withTimeout(ctx)
	defer cancel()
	d, err := extractHTML(ctx, src, &c)
	if err != nil {
		return nil, fmt.Errorf("extract: %w", explain(err))
	}
	return d, nil
}

func extractHTML(ctx context.Context, src []byte, c *config) (*Document, error) {
	text, encoding := decode(src, c.contentType, true)
	p, err := parse(ctx, text, c)
	if err != nil {
		return nil, err
	}
	p.prune()
	d := &Document{Encoding: encoding}
	m := readMetadata(d, p.root, c.url)
	w := p.walk()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	k, err := c.judge()
	if err != nil {
		return nil, err
	}
	v := w.survey(d, m, w.vote(c))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	_, score := v.judge(k)
	v.readTitle(d)
	v.readTop(d, m)
	keep := v.decide(score, d)
	if d.Form = v.form(d, m, keep); d.Form == Article || d.Form == Stub {
		w.assemble(d, keep)
	}
	if d.Form != Index {
		if err := d.takeStatedBody(ctx, str(m.ld.get("articleBody")), c); err != nil {
			return nil, err
		}
	}
	if d.Published.IsZero() {
		d.Published = d.dispatched()
	}
	if d.Published.IsZero() {
		d.Published = m.changed
	}
	return d, ctx.Err()
}

// nearTitle is how many blocks below the headline a byline and a date are
// looked for in.
const nearTitle = 6

// readTop reads the byline and the dates that are printed below the headline,
// where the page's markup states none or less.
func (v *survey) readTop(d *Document, m *metadata) {
	impersonal := m.ld.byOrganization()
	for i := max(0, v.title-1); i < min(len(v.bs), max(0, v.title)+nearTitle); i++ {
		b := &v.bs[i]
		if b.words > maxBylineWords || b.kind == Heading && b.level < 3 {
			continue
		}
		lines := strings.Split(b.text, "\n")
		if len(lines) == 2 {
			// A name above a day is a byline, where neither is one alone.
			if l := lines[0] + " | " + lines[1]; isDateline(lines[1]) && !isByline(lines[0]) && isByline(l) {
				lines = []string{l}
			}
		}
		for _, l := range lines {
			r, ok := readByline(l)
			if ok {
				d.takeAuthors(r, l, impersonal)
			}
			if m.changed.IsZero() {
				m.changed = r.modified
			}
			if ok && d.Published.IsZero() && r.published != r.modified {
				d.Published = r.published
			}
			if d.Published.IsZero() && !ok && len(l) < 100 && b.opening&(cAgo|cByline) != 0 && !changedStart().MatchString(l) {
				d.Published, _ = parseDate(l)
			}
		}
	}
	if d.Published.IsZero() {
		d.Published = v.published()
	}
	const day = "2006-01-02" // one of the two may be without its zone or hour
	if d.Modified.IsZero() && !m.changed.IsZero() && m.changed.Format(day) >= d.Published.Format(day) {
		d.Modified = m.changed
	}
}

// published returns the date of the first line of the page that says of itself
// that it is the day of publication, and nothing else.
func (v *survey) published() Time {
	for i := range v.bs {
		if b := &v.bs[i]; b.words <= maxBylineWords && publishedStart().MatchString(b.text) {
			if r, ok := readByline(b.text); ok && r.published != r.modified {
				return r.published
			}
		}
	}
	return Time{}
}

// publishedStart is how such a line opens.
var publishedStart = pattern(`(?i)^(?:(?:date|first|originally)\s+)?published\b`)

// takeAuthors takes the authors from a printed byline: all where markup states
// none or, being impersonal, only the site itself, else those that it states
// besides markup's.
func (d *Document) takeAuthors(r byline, line string, impersonal bool) {
	switch {
	case len(r.authors) == 0:
	case len(d.Authors) == 0, r.by && impersonal && len(d.Authors) == 1 && fold(d.Authors[0]) == fold(d.Site):
		d.Authors = r.authors
	case r.by && len(r.authors) > len(d.Authors) && joined().MatchString(line):
		all := append([]string(nil), d.Authors...)
		for _, n := range r.authors {
			all = appendName(all, n)
		}
		if len(all) == len(r.authors) {
			d.Authors = all
		}
	}
}

// joined is what stands before the last of several names.
var joined = pattern(`\s(?:and|&)\s`)

// assembly is a document in the making.
type assembly struct {
	d       *Document
	text    strings.Builder
	quoteAt int       // the block that an attribution that follows belongs to
	head    span.Span // the attribution above the post that follows
}

// assemble writes the kept blocks as the document's text.
func (w *walker) assemble(d *Document, keep []bool) {
	at := newPaths(w.page.root)
	as := &assembly{d: d, quoteAt: -1}
	next := 0
	for i, b := range w.blocks {
		if !keep[i] || i < next {
			continue
		}
		var words string
		var last *block
		words, last, next = w.paragraph(i, keep)
		o := Block{Kind: b.kind, Level: b.level, Source: b.src, Path: at.of(b.node), Repeats: -1}
		if last != b && !b.src.Empty() && !last.src.Empty() {
			o.Source.End = last.src.End
		}
		o.Emphasized = isStyled(b.text, max(b.bold, b.italic))
		if b.kind == Paragraph && lateNote().MatchString(b.text) {
			o.Kind = Note
		}
		names := b.kind == Embed && i+1 < len(keep) && keep[i+1] && w.blocks[i+1].quote == b.quote && handle().MatchString(b.text)
		var turns []line
		if last == b {
			turns = w.turns(b)
		}
		for _, t := range turns {
			o.Source, o.Emphasized = t.src, t.emphasized
			as.add(o, tidy(o.Kind, t.text), false)
		}
		if turns == nil {
			as.add(o, words, names)
		}
	}
	d.Text = as.text.String()
	markRepeats(d)
}

// add adds a block and its words; names tells that these only name whose post
// follows.
func (as *assembly) add(o Block, words string, names bool) {
	if words == "" {
		return
	}
	if as.text.Len() > 0 {
		as.text.WriteString("\n\n")
	}
	o.Start = as.text.Len()
	as.text.WriteString(words)
	o.End = as.text.Len()
	if names {
		o.Kind, as.head = Attribution, o.Span
	}
	o.Corrects = o.Kind == Note && correction().MatchString(words)
	switch o.Kind {
	case Blockquote, Embed, PullQuote:
		as.quoteAt = len(as.d.Blocks)
		o.Attribution, as.head = as.head, span.Span{}
	case Attribution:
		if as.quoteAt >= 0 {
			as.d.Blocks[as.quoteAt].Attribution = o.Span
		}
		as.quoteAt = -1
	default:
		as.quoteAt = -1
	}
	as.d.Blocks = append(as.d.Blocks, o)
}

// handle is a name on a social network, which some posts have above their words.
var handle = pattern(`^@[\w.]+$`)

// markRepeats finds the pull quotes that repeat the words of another block,
// also those that their markup does not tell.
func markRepeats(d *Document) {
	var folded []string
	unmarked, looked := 0, 0
	for i := range d.Blocks {
		if looked == maxRepeats {
			return
		}
		if d.Blocks[i].Kind != PullQuote && !d.quotedAlone(i) {
			if unmarked == maxUnmarked || !d.mayRepeat(i) {
				continue
			}
			unmarked++
		}
		looked++
		if folded == nil {
			folded = make([]string, len(d.Blocks))
			for k, b := range d.Blocks {
				folded[k] = fold(b.Span.Of(d.Text))
			}
		}
		for k, b := range d.Blocks {
			if k != i && b.Kind != PullQuote && (d.Blocks[i].Kind == PullQuote || len(folded[k]) > len(folded[i])+10) && b.Kind != Attribution && len(folded[i]) > 0 && strings.Contains(folded[k], folded[i]) {
				d.Blocks[i].Kind, d.Blocks[i].Repeats = PullQuote, k
				break
			}
		}
	}
}

// maxRepeats bounds the blocks whose words are looked for elsewhere, which
// takes the product of their number and the text; maxUnmarked those among them
// that are block quotations.
const maxRepeats, maxUnmarked = 1000, 100

// mayRepeat reports whether block i is set as a quotation that nothing
// announces, with words enough to be recognised where they stand again.
func (d *Document) mayRepeat(i int) bool {
	b := &d.Blocks[i]
	if i > 0 && strings.HasSuffix(d.Blocks[i-1].Of(d.Text), ":") {
		return false
	}
	return b.Kind == Blockquote && b.Len() <= 400 && len(strings.Fields(b.Of(d.Text))) >= 4
}

// quotedAlone reports whether block i is one quotation and nothing else.
func (d *Document) quotedAlone(i int) bool {
	b := &d.Blocks[i]
	if b.Kind != Paragraph && b.Kind != Blockquote || b.Len() > 400 {
		return false
	}
	t := b.Of(d.Text)
	for _, m := range [][2]string{{"“", "”"}, {"\"", "\""}, {"‘", "’"}} {
		if len(t) > 30 && strings.HasPrefix(t, m[0]) && strings.HasSuffix(t, m[1]) {
			in := t[len(m[0]) : len(t)-len(m[1])]
			return !strings.Contains(in, m[0]) && (m[1] == "’" || !strings.Contains(in, m[1]))
		}
	}
	return false
}

// fold reduces a text to what two printings of the same words share.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := true
	for _, r := range strings.ToLower(s) {
		if isWord(r) {
			b.WriteRune(r)
			space = false
		} else if !space && r != '\'' && r != '’' {
			b.WriteByte(' ')
			space = true
		}
	}
	return strings.TrimSpace(b.String())
}
