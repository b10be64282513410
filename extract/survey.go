package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// stats sums up a set of blocks.
type stats struct {
	order                                         int // of the block last asked about
	passed                                        int // words of the blocks before it
	blocks, words, bytes, links, long, paragraphs int
	votes                                         float64
	first, last                                   int
}

func (s *stats) add(i int, b *seen) {
	if s.blocks == 0 {
		s.first = i
	}
	s.last = i
	s.blocks++
	s.words += b.words
	s.bytes += len(b.text)
	s.links += b.links
	s.votes += b.vote
	if b.long {
		s.long++
	}
	if b.node.DataAtom == atom.P {
		s.paragraphs++
	}
}

func (s *stats) density() float64 { return float64(s.links) / float64(max(1, s.bytes)) }

// seen is a block with what is computed of it once.
type seen struct {
	*block
	words     int
	vote      float64
	long      bool // like a paragraph of prose
	folded    string
	cues      cues // somewhere in the text
	opening   cues
	furniture bool
	box       *html.Node // the container
	like      string
	list      *html.Node
}

// isLink reports whether hardly anything of b stands outside links.
func (b *seen) isLink() bool { return 10*b.links >= 8*len(b.text) }

// survey is what is known of a page's blocks together before any is judged.
type survey struct {
	bs                  []seen
	boxes               map[*html.Node]*stats
	likes               map[string]*stats
	lists               map[*html.Node]*stats
	copies              map[string]int
	total               stats
	firstVote, lastVote int
	title               int // the block that is the headline, -1 if there is none
	titleText           string
	titleArticle        *html.Node
	best                *html.Node // the container with the most prose
	bestAt              stats
	authors             []string
	description         string
	articles            map[*html.Node]int
	live                bool   // the page is a live blog, whose entries are articles
	mainLike            string // the template that most prose is made by
	main                *seen  // the first block made by it
}

// mainTag is the tag of most prose.
func (v *survey) mainTag() atom.Atom {
	if v.main == nil {
		return 0
	}
	return v.main.node.DataAtom
}

// survey looks over the page.
func (w *walker) survey(d *Document, m *metadata, votes []bool) *survey {
	n := len(w.blocks)
	v := &survey{bs: make([]seen, n), boxes: map[*html.Node]*stats{}, likes: map[string]*stats{}, lists: map[*html.Node]*stats{}, copies: map[string]int{},
		firstVote: -1, lastVote: -1, title: -1, titleText: fold(d.Title), bestAt: stats{first: -1}, description: fold(m.first("description", "og:description")), live: m.ld.live(), articles: w.articles}
	for i, b := range w.blocks {
		s := &v.bs[i]
		s.block = b
		s.words = countWords(b.text)
		if votes != nil {
			s.vote = w.share(b, votes)
		}
		s.long = s.words >= 20 && float64(b.links) < 0.4*float64(len(b.text))
		if len(b.text) < 600 {
			s.folded = fold(b.text)
		}
		s.cues, s.opening = cuesOf(b.text)
		s.furniture = s.words < 25 && isBoilerplate(b.text)
		s.box = container(b.node)
		s.like = b.chain.signature()
		s.list = listOf(b.chain)
		addTo(v.boxes, s.box, i, s)
		addTo(v.likes, s.like, i, s)
		if s.list != nil {
			addTo(v.lists, s.list, i, s)
		}
		v.total.add(i, s)
		v.copies[b.text]++
		if s.vote > 0.5 {
			if v.firstVote < 0 {
				v.firstVote = i
			}
			v.lastVote = i
		}
		if v.title < 0 && b.kind == Heading && v.titleText != "" && len(s.folded) > 5 && (s.folded == v.titleText || b.level == 1 && strings.Contains(v.titleText, s.folded)) {
			v.title = i
		}
	}
	for i := 0; v.title < 0 && i < n; i++ {
		if v.bs[i].kind == Heading && v.bs[i].level == 1 {
			v.title = i
		}
	}
	if v.title >= 0 {
		v.titleArticle = articleOf(v.bs[v.title].chain)
	}
	most := 0
	for i := range v.bs {
		if s := v.boxes[v.bs[i].box]; s.long > 0 && s.words-s.links/6 > most {
			most, v.best = s.words-s.links/6, v.bs[i].box
		}
	}
	most = 0
	for i := range v.bs {
		// The first of equals wins, so that the order of a map does not count.
		if l := v.likes[v.bs[i].like]; l.long > 0 && l.words > most {
			most, v.mainLike, v.main = l.words, v.bs[i].like, &v.bs[i]
		}
	}
	if v.best != nil {
		v.bestAt = *v.boxes[v.best]
	}
	for _, a := range d.Authors {
		if f := fold(a); len(f) > 4 {
			v.authors = append(v.authors, f)
		}
	}
	return v
}

// nowhere stands for the neighbour beyond the ends of a page.
var nowhere = seen{block: &block{}}

func at(bs []seen, i int) *seen {
	if i < 0 || i >= len(bs) {
		return &nowhere
	}
	return &bs[i]
}

// gap counts the blocks to the next long one in a direction.
func gap(bs []seen, i, step int) int {
	for k := 1; k < 20; k++ {
		j := i + k*step
		if j < 0 || j >= len(bs) || bs[j].long {
			return k
		}
	}
	return 20
}

func addTo[K comparable](m map[K]*stats, k K, i int, b *seen) {
	s := m[k]
	if s == nil {
		s = &stats{}
		m[k] = s
	}
	s.add(i, b)
}

// container returns the element that a block stands in together with its
// like: the nearest one that is more than a wrapper or part of a list.
func container(n *html.Node) *html.Node {
	for n.Parent != nil && n.Parent.Type == html.ElementNode {
		n = n.Parent
		switch n.DataAtom {
		case atom.Li, atom.Ul, atom.Ol, atom.Blockquote, atom.Tr, atom.Tbody, atom.Table, atom.Dl, atom.P, atom.Figure, atom.Td, atom.Center:
			continue
		}
		elements := 0
		for c := n.FirstChild; c != nil && elements < 2; c = c.NextSibling {
			if c.Type == html.ElementNode {
				elements++
			}
		}
		if elements > 1 || n.DataAtom == atom.Body {
			return n
		}
	}
	return n
}

func listOf(a *ancestor) *html.Node {
	for ; a != nil; a = a.up {
		switch a.node.DataAtom {
		case atom.Ul, atom.Ol, atom.Dl, atom.Table:
			return a.node
		}
	}
	return nil
}

func inside(n, box *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == box {
			return true
		}
	}
	return false
}

// signature names the block's element and the three above it by tag and
// class: blocks that share it are made by the same template.
func (a *ancestor) signature() string {
	var b strings.Builder
	for i := 0; a != nil && i < 4; a = a.up {
		if !isBlock[a.node.DataAtom] {
			continue
		}
		b.WriteString(a.node.Data)
		b.WriteByte('.')
		c := attr(a.node, "class")
		if len(c) > maxNames {
			c = c[:maxNames]
		}
		b.WriteString(c)
		b.WriteByte('>')
		i++
	}
	return b.String()
}

// near returns what the names of the nearest elements say, and of the rest
// below <body>.
func (a *ancestor) near() (near, far groups) {
	i := 0
	for ; a != nil && i < 3; a = a.up {
		near |= a.words
		if isBlock[a.node.DataAtom] {
			i++
		}
	}
	for ; a != nil && a.node.DataAtom != atom.Body && a.node.DataAtom != atom.Html; a = a.up {
		far |= a.words
	}
	return near, far
}

func containsAny(s string, of []string) bool {
	for _, o := range of {
		if strings.Contains(s, o) {
			return true
		}
	}
	return false
}

// articleOf returns the nearest <article> around a.
func articleOf(a *ancestor) *html.Node {
	for ; a != nil; a = a.up {
		if a.node.DataAtom == atom.Article {
			return a.node
		}
	}
	return nil
}

// centered reports whether n or its parent centers its text, as captions and
// slogans are set.
func centered(n *html.Node) bool {
	for i := 0; i < 2 && n != nil; i++ {
		if n.DataAtom == atom.Center || attr(n, "align") == "center" || strings.Contains(strings.ReplaceAll(attr(n, "style"), " ", ""), "text-align:center") {
			return true
		}
		n = n.Parent
	}
	return false
}
