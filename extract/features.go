package extract

import (
	"math"
	"strings"

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
	for range classCues {
		add("under heading of class")
	}
	add("main like", "main node", "main parent", "main depth", "centered", "caption place", "bracketed", "own links only", "same as prev node", "same as next node")
	add("since heading", "heading in box", "all one style", "prev furniture", "next furniture", "quote", "list start cue")
	return n
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
		var class groups
		if head >= 0 {
			class, _ = bs[head].chain.near()
		}
		for _, c := range classCues {
			flag(class&c != 0)
		}
		flag(b.like == v.mainLike)
		flag(v.main != nil && b.node.DataAtom == v.main.node.DataAtom)
		flag(v.main != nil && b.node.Parent == v.main.node.Parent)
		if v.main != nil {
			add(float64(b.chain.depth-v.main.chain.depth) / 10)
		} else {
			add(0)
		}
		flag(centered(b.node))
		flag(b.images > 0 && b.words < 40 && b.node.DataAtom != v.mainTag())
		flag(b.text[0] == '[' || b.text[0] == '(')
		flag(b.linkN > 0 && b.links*10 > 9*len(b.text) && b.kind != ListItem)
		flag(p.block.node != nil && p.node.DataAtom == b.node.DataAtom && p.node.Parent == b.node.Parent)
		flag(q.block.node != nil && q.node.DataAtom == b.node.DataAtom && q.node.Parent == b.node.Parent)
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

// sectionCues are the cues that, in a heading, tell of the section below it.
var sectionCues = []cues{cMore, cRelated, cShare, cSubscribe, cComments, cTags, cByline, cWatch, cSource, cPhoto}

const sectionAll = cMore | cRelated | cShare | cSubscribe | cComments | cTags

// classCues are what the names of a heading's elements tell of the section
// below it.
var classCues = []groups{gRelated, gPopular | gMore, gNewsletter | gPromo, gComment, gShare | gSocial, gWidget | gSidebar, gByline | gBio}
