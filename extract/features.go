package extract

import (
	"math"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What the classifier sees of a block: some of it of the block alone, some of
// its neighbours, its container and its like on the page. The names are those
// of featureNames, in order; values are about 0 to 1 or logarithms.

// featureNames names the features, in order.
var featureNames = makeFeatureNames()

var kindsSeen = []Kind{Paragraph, Heading, Blockquote, ListItem, TableCell, Caption, PullQuote, Embed, Preformatted, Note, Attribution}

var nodesSeen = []atom.Atom{atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Td, atom.Th, atom.Dd, atom.Dt, atom.Figcaption, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Blockquote, atom.Pre, atom.Address, atom.Body, atom.Legend, atom.Summary}

var wordSteps = []int{1, 2, 3, 5, 8, 12, 20, 35, 60, 100}

var linkSteps = []float64{0.001, 0.1, 0.25, 0.5, 0.8, 0.999}

func makeFeatureNames() []string {
	var n []string
	add := func(s ...string) { n = append(n, s...) }
	add("one", "log words", "log bytes", "sentences", "ends sentence", "ends colon", "ends ellipsis", "starts lower", "starts mark", "capitals", "title case", "digits", "commas", "quotes", "bars", "bold", "italic", "breaks", "images", "links", "level", "latin")
	for range wordSteps {
		add("words step")
	}
	for range linkSteps {
		add("link step")
	}
	for _, k := range kindsSeen {
		add("kind " + string(k))
	}
	for _, a := range nodesSeen {
		add("node " + a.String())
	}
	for i := 0; i < nTags; i++ {
		add("inside tag")
	}
	for range 2 * nCues {
		add("cue", "cue in short text")
	}
	for i := 0; i < nGroups; i++ {
		add("near group")
	}
	for i := 0; i < nGroups; i++ {
		add("far group")
	}
	add("vote", "voted none", "vote prev", "vote next", "vote around", "vote container", "vote like", "before votes", "after votes", "log before", "log after", "selector silent")
	add("is title", "in title", "is description", "is author", "before title", "after title", "log since title", "no title")
	add("position", "depth", "hidden", "duplicate", "first of container", "last of container")
	add("container words", "container share", "container links", "container blocks", "container long share", "siblings p")
	add("like words", "like count", "like links", "like share", "like mean words")
	add("prev words", "prev links", "prev heading", "prev long", "next words", "next links", "next heading", "next long", "run words", "same container prev", "same container next", "gap to long before", "gap to long after", "near list")
	add("long like share", "best container", "in best container", "distance to best", "text before", "text after", "list links", "list share")
	add("furniture", "articles", "article number", "in first article", "in title article", "in an article", "box before", "box after", "box words after")
	for range sectionCues {
		add("under heading with cue")
	}
	add("since heading", "heading in box", "all one style", "prev furniture", "next furniture", "quote", "list start cue")
	return n
}

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
}

// survey looks over the page.
func (w *walker) survey(d *Document, description string, votes []bool) *survey {
	n := len(w.blocks)
	v := &survey{bs: make([]seen, n), boxes: map[*html.Node]*stats{}, likes: map[string]*stats{}, lists: map[*html.Node]*stats{}, copies: map[string]int{},
		firstVote: -1, lastVote: -1, title: -1, titleText: fold(d.Title), bestAt: stats{first: -1}, description: fold(description), articles: w.articles}
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

// features computes the vectors of all blocks of the page, len(featureNames)
// each, one after the other.
func (v *survey) features() []float32 {
	bs, n := v.bs, len(v.bs)
	title, titleText, description, authors := v.title, v.titleText, v.description, v.authors
	firstVote, lastVote, best, bestAt := v.firstVote, v.lastVote, v.best, v.bestAt
	head := -1 // the last heading, or what looks like one
	out := make([]float32, 0, n*len(featureNames))
	var before int
	for i := range bs {
		b := &bs[i]
		start := len(out)
		add := func(x float64) { out = append(out, float32(x)) }
		flag := func(x bool) {
			if x {
				out = append(out, 1)
			} else {
				out = append(out, 0)
			}
		}
		t := look(b.text)
		length := float64(max(1, len(b.text)))
		density := float64(b.links) / length
		add(1)
		add(log1(b.words) / 5)
		add(log1(len(b.text)) / 7)
		add(log1(t.sentences) / 3)
		flag(t.ends)
		flag(strings.HasSuffix(b.text, ":"))
		flag(strings.HasSuffix(b.text, "…") || strings.HasSuffix(b.text, "..."))
		flag(t.startsLower)
		flag(t.startsMark)
		add(float64(t.upper) / float64(max(1, t.letters)))
		add(float64(t.titled) / float64(max(1, b.words)))
		add(float64(t.digits) / length)
		add(math.Min(1, 5*float64(t.commas)/float64(max(1, b.words))))
		flag(t.quotes > 0)
		flag(t.bars > 0)
		add(math.Min(1, float64(b.bold)/length))
		add(math.Min(1, float64(b.italic)/length))
		add(log1(b.breaks) / 3)
		add(log1(b.images) / 3)
		add(log1(b.linkN) / 3)
		add(float64(b.level) / 6)
		add(float64(t.ascii) / length)
		for _, s := range wordSteps {
			flag(b.words > s)
		}
		for _, s := range linkSteps {
			flag(density > s)
		}
		for _, k := range kindsSeen {
			flag(b.kind == k)
		}
		for _, a := range nodesSeen {
			flag(b.node.DataAtom == a)
		}
		for k := 0; k < nTags; k++ {
			flag(b.chain.tags>>k&1 == 1)
		}
		for _, c := range []cues{b.cues, b.opening} {
			for k := 0; k < nCues; k++ {
				flag(c>>k&1 == 1)
				flag(c>>k&1 == 1 && b.words < 12)
			}
		}
		near, far := b.chain.near()
		for k := 0; k < nGroups; k++ {
			flag(near>>k&1 == 1)
		}
		for k := 0; k < nGroups; k++ {
			flag(far>>k&1 == 1)
		}

		add(b.vote)
		flag(b.vote == 0)
		around, count := 0.0, 0
		for k := max(0, i-4); k <= min(n-1, i+4); k++ {
			around += bs[k].vote
			count++
		}
		add(at(bs, i-1).vote)
		add(at(bs, i+1).vote)
		add(around / float64(count))
		box, like := v.boxes[b.box], v.likes[b.like]
		add(box.votes / float64(box.blocks))
		add(like.votes / float64(like.blocks))
		flag(firstVote >= 0 && i < firstVote)
		flag(firstVote >= 0 && i > lastVote)
		add(log1(max(0, firstVote-i)) / 5)
		add(log1(max(0, i-lastVote)) / 5)
		flag(firstVote < 0)

		isTitle := b.folded != "" && b.folded == titleText
		flag(isTitle)
		flag(!isTitle && len(b.folded) > 8 && strings.Contains(titleText, b.folded))
		flag(len(b.folded) > 20 && (strings.HasPrefix(description, b.folded) || len(description) > 20 && strings.HasPrefix(b.folded, description)))
		flag(b.words < 30 && containsAny(b.folded, authors))
		flag(title >= 0 && i < title)
		flag(title >= 0 && i > title)
		add(log1(max(0, i-title)) / 5)
		flag(title < 0)

		add(float64(i) / float64(n))
		add(float64(b.chain.depth) / 30)
		flag(b.chain.all&gHidden != 0)
		add(log1(v.copies[b.text]-1) / 2)
		flag(box.first == i)
		flag(box.last == i)

		add(log1(box.words) / 7)
		add(float64(box.words) / float64(max(1, v.total.words)))
		add(box.density())
		add(log1(box.blocks) / 5)
		add(float64(box.long) / float64(box.blocks))
		add(log1(box.paragraphs) / 4)

		add(log1(like.words) / 7)
		add(log1(like.blocks) / 5)
		add(like.density())
		add(float64(like.words) / float64(max(1, v.total.words)))
		add(log1(like.words/like.blocks) / 5)

		p, q := at(bs, i-1), at(bs, i+1)
		for _, x := range []*seen{p, q} {
			add(log1(x.words) / 5)
			add(float64(x.links) / float64(max(1, len(x.text))))
			flag(x != &nowhere && x.kind == Heading)
			flag(x.long)
		}
		run := 0
		for k := max(0, i-3); k <= min(n-1, i+3); k++ {
			run += bs[k].words
		}
		add(log1(run) / 6)
		flag(p != &nowhere && p.box == b.box)
		flag(q != &nowhere && q.box == b.box)
		add(log1(gap(bs, i, -1)) / 3)
		add(log1(gap(bs, i, 1)) / 3)
		flag(p != &nowhere && p.kind == ListItem || q != &nowhere && q.kind == ListItem)

		add(float64(like.long) / float64(like.blocks))
		flag(b.box == best)
		flag(best != nil && inside(b.node, best))
		switch {
		case bestAt.first < 0:
			add(0)
		case i < bestAt.first:
			add(log1(bestAt.first-i) / 5)
		case i > bestAt.last:
			add(log1(i-bestAt.last) / 5)
		default:
			add(0)
		}
		add(float64(before) / float64(max(1, v.total.words)))
		before += b.words
		add(1 - float64(before)/float64(max(1, v.total.words)))
		if l := v.lists[b.list]; l != nil {
			add(l.density())
			add(log1(l.words/l.blocks) / 5)
		} else {
			add(0)
			add(0)
		}
		flag(b.furniture)
		own := articleOf(b.chain)
		add(log1(len(v.articles)) / 3)
		add(log1(v.articles[own]) / 3)
		flag(own != nil && v.articles[own] == 1)
		flag(own != nil && own == v.titleArticle)
		flag(own != nil)
		add(log1(box.order) / 4)
		add(log1(box.blocks-1-box.order) / 4)
		box.order++
		box.passed += b.words
		add(log1(box.words-box.passed) / 7)
		var under cues
		since := 20
		if head >= 0 {
			since = i - head
			under = bs[head].cues
		}
		for _, c := range sectionCues {
			flag(under&c != 0)
		}
		add(log1(min(since, 20)) / 3)
		flag(head >= 0 && bs[head].box == b.box)
		flag(b.italic*10 > 9*len(b.text) || b.bold*10 > 9*len(b.text))
		flag(p.furniture)
		flag(q.furniture)
		flag(b.quote != nil)
		flag(p.cues&sectionAll != 0 && p.words < 10)
		if b.kind == Heading || b.words <= 8 && (strings.HasSuffix(b.text, ":") || b.bold*10 > 9*len(b.text)) || b.words <= 6 && b.cues&sectionAll != 0 {
			head = i
			if b.kind == Heading && b.long {
				head = -1
			}
		}
		if len(out)-start != len(featureNames) {
			panic("extract: the features do not match their names") // a mistake in this file, met by every page
		}
	}
	return out
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

func log1(n int) float64 {
	if n < 64 {
		return logs[n]
	}
	return math.Log1p(float64(n))
}

var logs = func() (t [64]float64) {
	for i := range t {
		t[i] = math.Log1p(float64(i))
	}
	return t
}()

// countWords counts the words of s; of a run of letters without case and
// without blanks (Chinese, Japanese, Thai), two letters count as one.
func countWords(s string) int {
	n, dense := 0, 0
	in := false
	for _, r := range s {
		if r < 0x80 {
			w := isWord(r)
			if w && !in {
				n++
			}
			in = w
			continue
		}
		if r >= 0x3040 && r <= 0x9FFF || r >= 0x0E00 && r <= 0x0E7F || r >= 0x20000 {
			dense++
			in = false
			continue
		}
		w := isWord(r)
		if w && !in {
			n++
		}
		in = w
	}
	return n + (dense+1)/2
}

// looks is what one pass over a text finds.
type looks struct {
	letters, upper, titled, digits, commas, quotes, bars, sentences, ascii int
	ends, startsLower, startsMark                                          bool
}

func look(s string) (t looks) {
	start := true
	var prev rune
	for i, r := range s {
		switch {
		case r < 0x80:
			t.ascii++
			switch {
			case 'a' <= r && r <= 'z':
				t.letters++
				if i == 0 {
					t.startsLower = true
				}
				start = false
			case 'A' <= r && r <= 'Z':
				t.letters++
				t.upper++
				if start {
					t.titled++
				}
				start = false
			case '0' <= r && r <= '9':
				t.digits++
				start = false
			case r == ',' || r == ';':
				t.commas++
			case r == '"':
				t.quotes++
			case r == '|' || r == '>' || r == '\\':
				t.bars++
			case r == ' ' || r == '\n':
				start = true
				if prev == '.' || prev == '!' || prev == '?' {
					t.sentences++
				}
			}
			if i == 0 && !isWord(r) && r != '"' && r != '\'' {
				t.startsMark = true
			}
		case r == '“' || r == '”' || r == '«' || r == '»' || r == '„':
			t.quotes++
		case r == '•' || r == '·' || r == '›' || r == '→' || r == '▸':
			t.bars++
			if i == 0 {
				t.startsMark = true
			}
		case r == '。' || r == '！' || r == '？':
			t.sentences++
		case r == '，' || r == '、':
			t.commas++
		case unicode.IsLetter(r):
			t.letters++
			if unicode.IsUpper(r) {
				t.upper++
				if start {
					t.titled++
				}
			} else if i == 0 && unicode.IsLower(r) {
				t.startsLower = true
			}
			start = false
		}
		if r != '”' && r != '"' && r != '’' && r != '\'' && r != ')' {
			prev = r
		}
	}
	switch prev {
	case '.', '!', '?', '。', '！', '？', '…':
		t.ends = true
		t.sentences++
	}
	return t
}

// sectionCues are the cues that, in a heading, tell of the section below it.
var sectionCues = []cues{cMore, cRelated, cShare, cSubscribe, cComments, cTags, cByline, cWatch, cSource, cPhoto}

const sectionAll = cMore | cRelated | cShare | cSubscribe | cComments | cTags

// articleOf returns the nearest <article> around a.
func articleOf(a *ancestor) *html.Node {
	for ; a != nil; a = a.up {
		if a.node.DataAtom == atom.Article {
			return a.node
		}
	}
	return nil
}
