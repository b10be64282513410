package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/onrecord/onrecord/span"
)

// block is a stretch of a page between two block boundaries: what may become
// a Block of the document.
type block struct {
	node  *html.Node // the nearest block-level element
	chain *ancestor  // node and what encloses it
	kind  Kind
	level int
	text  string // white space normalised
	src   span.Span
	// quote is the quotation element (blockquote, embed) that the block is part of.
	quote *html.Node

	links    int // bytes of text inside links
	linkN    int // links
	bold     int // bytes of text in bold
	italic   int
	breaks   int // <br> within the block
	images   int // images and other media since the block before
	elements int // inline elements
	texts    []int
}

// ancestor is an element on the way down to a block.
type ancestor struct {
	up    *ancestor
	node  *html.Node
	depth int
	words groups // what the element's own class, id and role say
	all   groups // what those of all ancestors say
	tags  tagSet
}

// walker collects the blocks of a page.
type walker struct {
	page     *page
	blocks   []*block
	cur      *block
	buf      strings.Builder
	space    bool // white space is due before the next word
	brs      int  // line breaks since the last word
	anchor   int  // depth of enclosing links
	strong   int
	em       int
	media    int
	pre      int
	quotes   int // depth of enclosing <q>
	first    place
	last     place
	texts    []*html.Node       // all text nodes, in order
	articles map[*html.Node]int // the page's <article> elements, numbered from 1
}

// place is a byte of a text node.
type place struct {
	node *html.Node
	at   int
}

// walk returns the blocks of p in reading order.
func (p *page) walk() *walker {
	w := &walker{page: p, articles: map[*html.Node]int{}}
	for n := range p.root.ChildNodes() {
		if n.Type == html.ElementNode {
			w.element(n, nil)
		}
	}
	w.flush()
	return w
}

// isBlock are the elements that begin and end a block.
var isBlock = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Center: true, atom.Dd: true,
	atom.Details: true, atom.Dialog: true, atom.Dir: true, atom.Div: true, atom.Dl: true, atom.Dt: true, atom.Fieldset: true,
	atom.Figcaption: true, atom.Figure: true, atom.Footer: true, atom.Form: true, atom.H1: true, atom.H2: true, atom.H3: true,
	atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true, atom.Hgroup: true, atom.Hr: true, atom.Html: true, atom.Legend: true,
	atom.Li: true, atom.Main: true, atom.Menu: true, atom.Nav: true, atom.Ol: true, atom.P: true, atom.Pre: true, atom.Section: true,
	atom.Summary: true, atom.Table: true, atom.Caption: true, atom.Tbody: true, atom.Td: true, atom.Tfoot: true, atom.Th: true, atom.Thead: true,
	atom.Tr: true, atom.Ul: true, atom.Listing: true, atom.Plaintext: true, atom.Xmp: true, atom.Search: true, atom.Optgroup: true,
}

// unread are the elements whose content is not for reading.
var unread = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Title: true, atom.Textarea: true,
	atom.Svg: true, atom.Math: true, atom.Iframe: true, atom.Object: true, atom.Embed: true, atom.Applet: true, atom.Canvas: true,
	atom.Select: true, atom.Datalist: true, atom.Input: true, atom.Button: true, atom.Noembed: true, atom.Noframes: true, atom.Map: true,
	atom.Audio: true, atom.Video: true, atom.Rp: true, atom.Rt: true, atom.Progress: true, atom.Meter: true,
}

func (w *walker) element(n *html.Node, up *ancestor) {
	switch n.DataAtom {
	case atom.Br:
		w.brs++
		if w.cur != nil {
			w.cur.breaks++
		}
		w.space = true
		return
	case atom.Img, atom.Iframe, atom.Video, atom.Audio, atom.Svg, atom.Canvas, atom.Object:
		w.media++
	case atom.Wbr:
		return
	}
	if unread[n.DataAtom] {
		return
	}
	if n.DataAtom == 0 && n.Namespace != "" {
		return
	}
	// A <cite> right below a <blockquote> names its source on a line of its own.
	if isBlock[n.DataAtom] || n.DataAtom == atom.Cite && n.Parent != nil && n.Parent.DataAtom == atom.Blockquote {
		w.flush()
		if n.DataAtom == atom.Article {
			w.articles[n] = len(w.articles) + 1
		}
		a := newAncestor(n, up)
		pre := n.DataAtom == atom.Pre || n.DataAtom == atom.Listing || n.DataAtom == atom.Xmp || n.DataAtom == atom.Plaintext
		if pre {
			w.pre++
		}
		// A link around a block is a link inside it for what follows.
		w.children(n, a)
		w.flush()
		if pre {
			w.pre--
		}
		return
	}
	if w.cur != nil {
		w.cur.elements++
	}
	a := up
	if up == nil || len(n.Attr) > 0 && n.DataAtom != atom.A || n.DataAtom == atom.Cite {
		a = newAncestor(n, up)
	}
	// A caption or credit that is made by style alone stands by itself too.
	apart := n.DataAtom == atom.Span && n.Parent != nil && n.Parent.DataAtom == atom.Div && a.words&(gCaption|gCredit) != 0
	if apart {
		w.flush()
		defer w.flush()
	}
	switch n.DataAtom {
	case atom.A:
		w.anchor++
		if w.cur != nil {
			w.cur.linkN++
		}
		w.children(n, a)
		w.anchor--
	case atom.B, atom.Strong:
		w.strong++
		w.children(n, a)
		w.strong--
	case atom.I, atom.Em:
		w.em++
		w.children(n, a)
		w.em--
	case atom.Q:
		w.quotes++
		w.generated(a, w.quotes, false)
		w.children(n, a)
		w.generated(a, w.quotes, true)
		w.quotes--
	default:
		w.children(n, a)
	}
}

func (w *walker) children(n *html.Node, a *ancestor) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.ElementNode:
			w.element(c, a)
		case html.TextNode:
			w.text(c, a)
		}
	}
}

// generated writes the quotation mark that browsers show for <q>.
func (w *walker) generated(a *ancestor, depth int, closing bool) {
	marks := [4]string{"“", "”", "‘", "’"}
	i := (depth + 1) % 2 * 2
	if closing {
		if w.cur != nil {
			w.buf.WriteString(marks[i+1])
		}
		return
	}
	w.open(a)
	w.gap()
	w.buf.WriteString(marks[i])
}

func (w *walker) open(a *ancestor) {
	if w.cur == nil {
		w.cur = &block{chain: a, images: w.media}
		w.media = 0
		w.first = place{}
		if w.anchor > 0 {
			w.cur.linkN++
		}
	} else {
		w.cur.chain = w.cur.chain.common(a)
	}
}

// gap writes the white space that is due.
func (w *walker) gap() {
	if w.buf.Len() > 0 {
		if w.brs > 0 {
			w.buf.WriteByte('\n')
		} else if w.space {
			w.buf.WriteByte(' ')
		}
	}
	w.space, w.brs = false, 0
}

func (w *walker) text(n *html.Node, a *ancestor) {
	s := n.Data
	if w.pre > 0 {
		w.preformatted(n, a)
		return
	}
	id := -1
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == 0:
			w.space = true
			i++
			continue
		case c < utf8.RuneSelf:
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if unicode.IsSpace(r) {
				w.space = true
				i += size
				continue
			}
			if invisible(r) {
				i += size
				continue
			}
		}
		// A word: everything up to the next space.
		end := i
		for end < len(s) {
			c := s[end]
			if c <= ' ' {
				break
			}
			if c < utf8.RuneSelf {
				end++
				continue
			}
			r, size := utf8.DecodeRuneInString(s[end:])
			if unicode.IsSpace(r) || invisible(r) {
				break
			}
			end += size
		}
		if end == i { // a control character
			end = i + 1
			i = end
			continue
		}
		if w.brs > 1 {
			w.flush()
		}
		w.open(a)
		w.gap()
		if id < 0 {
			id = w.textID(n)
			w.cur.texts = append(w.cur.texts, id)
		}
		w.count(end - i)
		w.buf.WriteString(s[i:end])
		if w.first.node == nil {
			w.first = place{n, i}
		}
		w.last = place{n, end - 1}
		i = end
	}
}

func (w *walker) count(n int) {
	if w.anchor > 0 {
		w.cur.links += n
	}
	if w.strong > 0 {
		w.cur.bold += n
	}
	if w.em > 0 {
		w.cur.italic += n
	}
}

func (w *walker) textID(n *html.Node) int {
	w.texts = append(w.texts, n)
	return len(w.texts) - 1
}

// invisible are characters that show nothing and only split words.
func invisible(r rune) bool {
	return r == 0x200B || r == 0xFEFF || r == 0xAD || r == 0x2060
}

// preformatted adds a text whose white space counts.
func (w *walker) preformatted(n *html.Node, a *ancestor) {
	s := strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsSpace(r):
			return ' '
		case invisible(r) || r < ' ':
			return -1
		}
		return r
	}, n.Data)
	if strings.TrimSpace(s) == "" && w.cur == nil {
		return
	}
	w.open(a)
	for ; w.brs > 0; w.brs-- {
		w.buf.WriteByte('\n')
	}
	w.space = false
	w.buf.WriteString(s)
	w.count(len(s))
	w.cur.texts = append(w.cur.texts, w.textID(n))
	if t := strings.TrimLeftFunc(n.Data, unicode.IsSpace); t != "" {
		if w.first.node == nil {
			w.first = place{n, len(n.Data) - len(t)}
		}
		w.last = place{n, len(strings.TrimRightFunc(n.Data, unicode.IsSpace)) - 1}
	}
}

// flush ends the block under construction.
func (w *walker) flush() {
	b := w.cur
	w.cur = nil
	w.space, w.brs = false, 0
	if b == nil {
		return
	}
	b.text = w.buf.String()
	if w.pre > 0 {
		b.text = strings.Trim(b.text, "\n \t")
	}
	w.buf.Reset()
	if b.text == "" {
		w.media += b.images
		return
	}
	if w.first.node != nil {
		s, _, ok1 := w.page.sourceAt(w.first.node, w.first.at)
		_, e, ok2 := w.page.sourceAt(w.last.node, w.last.at)
		if ok1 && ok2 && s < e {
			b.src = span.Span{Start: s, End: e}
		}
	}
	w.first, w.last = place{}, place{}
	b.node = b.chain.block()
	w.classify(b)
	w.blocks = append(w.blocks, b)
}

// newAncestor describes n, which stands below up.
func newAncestor(n *html.Node, up *ancestor) *ancestor {
	a := &ancestor{up: up, node: n}
	a.words = wordsOf(n)
	a.all = a.words
	if up != nil {
		a.depth = up.depth + 1
		a.all |= up.all
		a.tags = up.tags
	}
	a.tags |= tagOf[n.DataAtom]
	return a
}

// common returns the nearest ancestor of both.
func (a *ancestor) common(b *ancestor) *ancestor {
	for a != b {
		if a.depth >= b.depth && a.up != nil {
			a = a.up
		} else if b.up != nil {
			b = b.up
		} else {
			return a
		}
	}
	return a
}

// block returns the nearest block-level element.
func (a *ancestor) block() *html.Node {
	for ; a.up != nil; a = a.up {
		if isBlock[a.node.DataAtom] || a.node.DataAtom == atom.Cite && a.up.node.DataAtom == atom.Blockquote {
			return a.node
		}
	}
	return a.node
}
