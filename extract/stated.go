package extract

import (
	"context"
	"strings"
)

// The bounds of a body in JSON-LD that stands in for one that the page shows
// by script only or not at all: it must be more than a teaser, and much more
// than what was found.
const (
	statedWords = 80
	statedTimes = 3
)

// statedMarkup is what tells a body that is written as HTML.
var statedMarkup = pattern(`(?i)<(?:p|br|div|h[2-6]|li|blockquote)\b[^<>]*>`)

// takeStatedBody makes the document of the articleBody of the page's JSON-LD
// where the page itself shows no or hardly any text. Its blocks have no place.
func (d *Document) takeStatedBody(ctx context.Context, body string, c *config) error {
	n := countWords(body)
	if n < statedWords || n < statedTimes*countWords(d.Text) {
		return nil
	}
	blocks, err := statedBlocks(ctx, body, c)
	if err != nil {
		return err
	}
	d.Blocks = d.Blocks[:0]
	var text strings.Builder
	for _, b := range blocks {
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		b.Start = text.Len()
		text.WriteString(b.words)
		b.End = text.Len()
		d.Blocks = append(d.Blocks, b.Block)
	}
	d.Text = text.String()
	d.Form = Article
	return nil
}

// statedBlock is a block of a body in JSON-LD.
type statedBlock struct {
	Block
	words string
}

// statedBlocks parts a stated body at its lines, or as its tags do.
func statedBlocks(ctx context.Context, body string, c *config) ([]statedBlock, error) {
	var out []statedBlock
	add := func(k Kind, level int, words string) {
		if words != "" {
			out = append(out, statedBlock{Block{Kind: k, Level: level, Repeats: -1}, words})
		}
	}
	if strings.Contains(body, "&lt;") && !statedMarkup().MatchString(body) {
		body = unescape(body)
	}
	if !statedMarkup().MatchString(body) {
		for _, p := range strings.Split(body, "\n") {
			add(Paragraph, 0, clean(p))
		}
		return out, nil
	}
	p, err := parse(ctx, body, c)
	if err != nil {
		return nil, err
	}
	p.prune()
	for _, b := range p.walk().blocks {
		add(b.kind, b.level, tidy(b.kind, b.text))
	}
	return out, nil
}
