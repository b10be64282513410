package extract

import (
	"net/url"
	"strconv"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/go-shiori/dom"
	"golang.org/x/net/html"
)

// The sizes beyond which the candidate selector is not asked: its time grows
// faster than the page. The classifier then goes without its vote.
const (
	maxSelectorNodes = 40_000
	maxSelectorText  = 1 << 20
)

// maxAttribute bounds the attributes that the selector, which runs patterns
// over them, gets to see.
const maxAttribute = 2000

// textMark is the attribute that carries a text's number through the selector.
const textMark = "n"

// vote asks go-readability which texts it takes for the article. vote[i]
// tells whether text i survived; nil where it was not asked or found nothing.
//
// Its result is not used for anything else: it drops class names and
// attributions and merges elements. Texts are recognised in the result by an
// attribute on the text node itself, which copies keep and no rule looks at.
func (w *walker) vote(c *config) []bool {
	if c.noSelector {
		return nil
	}
	size := 0
	for _, n := range w.texts {
		size += len(n.Data)
	}
	if size == 0 || size > maxSelectorText || w.page.nodes > maxSelectorNodes {
		return nil
	}
	for i, n := range w.texts {
		n.Attr = []html.Attribute{{Key: textMark, Val: strconv.Itoa(i)}}
	}
	doc := dom.Clone(w.page.root, true)
	for _, n := range w.texts {
		n.Attr = nil
	}
	for n := range doc.Descendants() {
		for i := range n.Attr {
			if a := &n.Attr[i]; len(a.Val) > maxAttribute {
				a.Val = a.Val[:maxAttribute]
			}
		}
	}
	p := readability.NewParser()
	p.DisableJSONLD = true
	art, err := p.ParseAndMutate(doc, &url.URL{})
	if err != nil || art.Node == nil {
		return nil
	}
	votes := make([]bool, len(w.texts))
	for n := range art.Node.Descendants() {
		if n.Type == html.TextNode && len(n.Attr) == 1 && n.Attr[0].Key == textMark {
			if i, err := strconv.Atoi(n.Attr[0].Val); err == nil && i < len(votes) {
				votes[i] = true
			}
		}
	}
	return votes
}

// share returns which part of b's text the votes are for.
func (w *walker) share(b *block, votes []bool) float64 {
	var in, all int
	for _, i := range b.texts {
		n := len(w.texts[i].Data)
		all += n
		if votes[i] {
			in += n
		}
	}
	if all == 0 {
		return 0
	}
	return float64(in) / float64(all)
}
