package extract

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// threshold is the probability from which on a block is kept.
const threshold = 0.5

// judge returns the probability of each block to belong to the article.
func (v *survey) judge(k Classifier) (features []float32, p []float64) {
	m := len(featureNames)
	features = v.features()
	p = make([]float64, len(v.bs))
	for i := range p {
		p[i] = k(features[i*m : (i+1)*m])
	}
	return features, p
}

// decide turns probabilities into decisions. What belongs together is decided
// together, and what the classifier cannot see from one block is put right.
func (v *survey) decide(p []float64, d *Document) []bool {
	v.discountTeasers(p, d.URL)
	keep := make([]bool, len(p))
	least := v.least(p)
	for i := range p {
		keep[i] = p[i] > least && !v.isTop(i) && !v.bs[i].furniture
	}
	v.joinQuotes(p, keep)
	v.joinLists(p, keep)
	if least < threshold {
		v.joinTemplates(p, keep, least)
	}
	v.fillGaps(p, keep, least)
	v.joinBetween(p, keep)
	v.joinEntries(keep, d.URL)
	v.dropTeasers(keep)
	v.dropAsides(keep, d.Authors)
	v.dropEndHeadings(keep)
	return keep
}

// least returns the probability from which on blocks are kept: the threshold,
// or less where the page's best prose hardly reaches it. That happens on small
// and plain pages, which give the classifier little to go by.
func (v *survey) least(p []float64) float64 {
	top := 0.0
	for i := range p {
		if v.bs[i].words >= 8 {
			top = max(top, p[i])
		}
	}
	if top < 0.15 {
		return threshold
	}
	return min(threshold, 0.65*top)
}

// isTop reports whether a block is a byline or a date below the headline.
func (v *survey) isTop(i int) bool {
	b := &v.bs[i]
	return b.words <= maxBylineWords && i <= max(0, v.title)+nearTitle && isByline(b.text)
}

// joinTemplates decides on the paragraphs that one template made together, on
// pages where the classifier is unsure of everything.
func (v *survey) joinTemplates(p []float64, keep []bool, least float64) {
	type sum struct{ p, w float64 }
	sums := map[string]*sum{}
	prose := func(b *seen) bool { return b.kind == Paragraph && b.links == 0 && b.words >= 5 && !b.furniture }
	for i := range p {
		if b := &v.bs[i]; prose(b) {
			x := sums[b.like]
			if x == nil {
				x = &sum{}
				sums[b.like] = x
			}
			x.p += float64(b.words) * p[i]
			x.w += float64(b.words)
		}
	}
	for i := range p {
		if b := &v.bs[i]; prose(b) && !v.isTop(i) && p[i] > 0.4*least {
			if x := sums[b.like]; x.p > least*x.w {
				keep[i] = true
			}
		}
	}
}

// discountTeasers lowers the probability of blocks in <article> elements that
// are other articles: their headline leads to another page, or they stand
// beside the <article> that holds the page's headline and prose of its own.
func (v *survey) discountTeasers(p []float64, address string) {
	if len(v.articles) < 2 {
		return
	}
	self, err := url.Parse(address)
	if err != nil {
		self = &url.URL{}
	}
	own := 0
	for i := range p {
		if b := &v.bs[i]; b.long && p[i] > 0.5*threshold && v.titleArticle != nil && articleOf(b.chain) == v.titleArticle {
			own += b.words
		}
	}
	other := make(map[*html.Node]bool, len(v.articles))
	for a := range v.articles {
		switch {
		case a == v.titleArticle:
		case leadsElsewhere(a, self):
			other[a] = true
		case own >= enoughWords && !v.live:
			other[a] = !inside(a, v.titleArticle) && !inside(v.titleArticle, a)
		}
	}
	for i := range p {
		if a := articleOf(v.bs[i].chain); a != nil && other[a] {
			p[i] *= 0.2
		}
	}
}

// enoughWords is prose enough for an article of its own.
const enoughWords = 60

// leadsElsewhere reports whether the first headline in n links to a page
// other than self.
func leadsElsewhere(n *html.Node, self *url.URL) bool {
	h := find(n, func(n *html.Node) bool {
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4:
			return true
		}
		return false
	})
	if h == nil {
		return false
	}
	a := find(h, func(n *html.Node) bool { return n.DataAtom == atom.A && attr(n, "href") != "" })
	if a == nil && h.Parent != nil && h.Parent.DataAtom == atom.A {
		a = h.Parent
	}
	if a == nil {
		return false
	}
	u, err := url.Parse(attr(a, "href"))
	return err == nil && u.Path != "" && u.Path != self.Path
}

// find returns the first element below n that ok holds for, nil if there is none.
func find(n *html.Node, ok func(*html.Node) bool) *html.Node {
	for x := range n.Descendants() {
		if x.Type == html.ElementNode && ok(x) {
			return x
		}
	}
	return nil
}

// joinQuotes decides on the blocks of one quotation together. A post embedded
// behind a paragraph that is kept is part of the article: nobody else puts
// posts there.
func (v *survey) joinQuotes(p []float64, keep []bool) {
	for i := 0; i < len(p); {
		q := v.bs[i].quote
		end := i + 1
		for end < len(p) && v.bs[end].quote == q {
			end++
		}
		if q != nil {
			var sum, weight float64
			embed := false
			for k := i; k < end; k++ {
				w := float64(v.bs[k].words) + 1
				sum += w * p[k]
				weight += w
				embed = embed || v.bs[k].kind == Embed
			}
			yes := sum > threshold*weight
			if !yes && v.announced(i, sum, weight, p, keep) {
				yes, keep[i-1] = true, true
			}
			if embed && !yes {
				yes = v.illustrates(i, keep)
			}
			for k := i; k < end; k++ {
				keep[k] = yes
			}
		}
		i = end
	}
}

// illustrates reports whether the post at i stands right behind prose that is
// kept, in the container of that prose, whatever follows it. Other embedded
// posts are passed over.
func (v *survey) illustrates(i int, keep []bool) bool {
	before := i - 1
	for before >= 0 && v.bs[before].quote != nil && v.bs[before].kind != Blockquote {
		before--
	}
	if before < 0 || !keep[before] || !inside(v.bs[i].node, v.bs[before].box) {
		return false
	}
	if v.bs[before].long || v.bs[before].words >= 8 {
		return true
	}
	// Below a line or two, prose must follow.
	after := i + 1
	for after < len(keep) && v.bs[after].quote != nil && v.bs[after].kind != Blockquote {
		after++
	}
	return after < len(keep) && keep[after] && v.bs[before].kind == Paragraph && v.bs[after].box == v.bs[before].box
}

// joinLists decides on the cells of one table, and on the items of one list,
// together, as far as they lean the same way.
func (v *survey) joinLists(p []float64, keep []bool) {
	type sum struct {
		p, w, links, n float64
		first          int
	}
	sums := map[*html.Node]*sum{}
	for i := range p {
		b := &v.bs[i]
		if b.list == nil || b.kind != ListItem && b.kind != TableCell {
			continue
		}
		x := sums[b.list]
		if x == nil {
			x = &sum{first: i}
			sums[b.list] = x
		}
		x.n++
		x.links += float64(b.words) * float64(b.links) / float64(len(b.text))
		w := float64(b.words) + 1
		x.p += w * p[i]
		x.w += w
	}
	for i := range p {
		b := &v.bs[i]
		if b.list == nil || b.kind != ListItem && b.kind != TableCell {
			continue
		}
		x := sums[b.list]
		mean := x.p / x.w
		// A list of prose below a paragraph that is kept belongs to it.
		if f := x.first; x.w > 10*x.n && x.links < 0.3*x.w && mean > 0.6*threshold && f > 0 && keep[f-1] && inside(b.list, v.bs[f-1].box) {
			mean = max(mean, threshold+0.01)
		}
		// So does one that a paragraph announces: "The main points:".
		if f := x.first; x.links < 0.3*x.w && v.announced(f, x.p, x.w, p, keep) {
			keep[f-1], keep[i] = true, true
			continue
		}
		switch {
		case mean > threshold && (p[i] > 0.1 && b.kind == TableCell || p[i] > 0.5*threshold):
			keep[i] = true
		case mean < 0.6*threshold && !b.long:
			keep[i] = false
		}
	}
}

// joinBetween keeps the lists, tables and preformatted lines that stand between
// the prose, in its container, with the heading above them: the classifier sees
// little in a cell, but furniture there is made of links.
func (v *survey) joinBetween(p []float64, keep []bool) {
	for i := 1; i < len(p); i++ {
		end, links, sum := i, 0, 0.0
		for ; end < len(p) && !keep[end] && v.isInset(end); end++ {
			links += v.bs[end].links
			sum += p[end]
		}
		if end == i {
			continue
		}
		start := i
		if b := &v.bs[i-1]; b.kind == Heading && !keep[i-1] && b.links == 0 && p[i-1] > 0.6*threshold {
			start--
		}
		if links == 0 && sum > betweenShare*threshold*float64(end-i) && v.isBetween(start, end, keep) {
			for k := start; k < end; k++ {
				keep[k] = true
			}
		}
		i = end
	}
}

// isBetween reports whether the article stands right before the blocks from
// start to end and goes on behind them.
func (v *survey) isBetween(start, end int, keep []bool) bool {
	f := start - 1
	for f > 0 && v.bs[start].kind == Heading && !keep[f] && start-f < maxLeftOut {
		f--
	}
	if f < 0 || !keep[f] || v.bs[f].kind == Caption || !inside(v.bs[start].node, v.bs[f].box) {
		return false
	}
	return v.goesOn(v.bs[f].box, end-1, 1, keep) || end < len(keep) && v.bs[end].kind == Paragraph && v.bs[end].like == v.bs[f].like
}

// betweenShare is what the mean probability of blocks between prose must be, as
// a share of the threshold.
const betweenShare = 0.3

// isInset reports whether block i is of a kind that stands between prose.
func (v *survey) isInset(i int) bool {
	b := &v.bs[i]
	return !b.furniture && (b.list != nil && (b.kind == ListItem || b.kind == TableCell) || b.kind == Preformatted)
}

// goesOn reports whether, in a direction from block i, the article stands in
// box, a few blocks at most being left out before.
func (v *survey) goesOn(box *html.Node, i, step int, keep []bool) bool {
	for k := 1; k <= maxLeftOut; k++ {
		if j := i + k*step; j < 0 || j >= len(keep) {
			return false
		} else if keep[j] {
			return v.bs[j].kind != Note && inside(v.bs[j].node, box)
		}
	}
	return false
}

// maxLeftOut is how many blocks of boxes and links may interrupt the prose.
const maxLeftOut = 8

// joinEntries keeps the prose, the headings and the lists of a live blog's
// entries: of all that stand beside two whose prose is kept.
func (v *survey) joinEntries(keep []bool, address string) {
	if !v.live {
		return
	}
	self, err := url.Parse(address)
	if err != nil {
		self = &url.URL{}
	}
	kept, blogs := map[*html.Node]bool{}, map[*html.Node]int{}
	for i := range keep {
		a := articleOf(v.bs[i].chain)
		if keep[i] && a != nil && a != v.titleArticle && v.bs[i].kind == Paragraph && !kept[a] {
			kept[a] = true
			blogs[a.Parent]++
		}
	}
	entry := make(map[*html.Node]bool, len(v.articles))
	for a := range v.articles {
		entry[a] = blogs[a.Parent] > 1 && a != v.titleArticle && !leadsElsewhere(a, self)
	}
	for i := range keep {
		b := &v.bs[i]
		if !entry[articleOf(b.chain)] || b.furniture || 2*b.links >= len(b.text) {
			continue
		}
		switch {
		case b.kind == Heading, b.kind == ListItem && b.list != nil, b.kind == Paragraph && b.words >= 8 && !isByline(b.text):
			keep[i] = true
		}
	}
}

// fillGaps keeps what the classifier is unsure of where everything around it
// in the same container is kept, and the notes that editors put to the prose.
func (v *survey) fillGaps(p []float64, keep []bool, least float64) {
	kept := append([]bool(nil), keep...)
	for i := range p {
		b := &v.bs[i]
		if keep[i] || b.furniture || v.isTop(i) {
			continue
		}
		before, after := v.neighbour(kept, i, -1), v.neighbour(kept, i, 1)
		switch {
		case b.kind == Paragraph && v.announces(i) && i+1 < len(p):
			// What is announced is kept, so what announces it is.
			keep[i] = kept[i+1] && p[i] > 0.2*least
		case b.kind == Note:
			for k := i - 1; k >= max(0, i-noteGap) && !keep[i]; k-- {
				keep[i] = kept[k] && v.bs[k].box == b.box
			}
			keep[i] = keep[i] || after
		case b.kind == Preformatted, b.kind == PullQuote:
			keep[i] = before && after && p[i] > 0.2*least
		case b.kind == Paragraph && b.links == 0:
			keep[i] = before && after && p[i] > 0.6*least
		case b.kind == Heading && (least < threshold || b.links == 0):
			keep[i] = after && (before || b.links == 0 && v.goesOn(b.box, i, -1, kept)) && p[i] > 0.6*least
		}
	}
}

// announces reports whether block i ends with a colon, as what leads up to a
// list, a quotation or a post does.
func (v *survey) announces(i int) bool {
	b := &v.bs[i]
	return b.kind == Paragraph && b.words >= 3 && strings.HasSuffix(b.text, ":") && 2*b.links < len(b.text)
}

// announced reports whether the blocks from i on, whose probabilities sum up to
// sum at the weight given, belong to the article because the block before
// announces them: it is kept, or both together are likely enough.
func (v *survey) announced(i int, sum, weight float64, p []float64, keep []bool) bool {
	if i == 0 || !v.announces(i-1) || !inside(v.bs[i].node, v.bs[i-1].box) || v.bs[i-1].furniture || v.isTop(i-1) {
		return false
	}
	w := float64(v.bs[i-1].words) + 1
	return keep[i-1] && sum > announcedShare*threshold*weight || sum+w*p[i-1] > togetherShare*threshold*(weight+w)
}

// What the mean probability of blocks must be, as a share of the threshold,
// where a kept block announces them, and where neither is kept by itself.
const announcedShare, togetherShare = 0.2, 0.7

// noteGap is how many blocks a note may stand below the prose.
const noteGap = 8

// neighbour reports whether the next block in a direction is kept and stands
// in the same container as block i.
func (v *survey) neighbour(keep []bool, i, step int) bool {
	j := i + step
	return j >= 0 && j < len(keep) && keep[j] && v.bs[j].box == v.bs[i].box
}

// dropTeasers drops headings that are links to other articles, which some
// pages put between the paragraphs: nothing kept stands under them.
func (v *survey) dropTeasers(keep []bool) {
	prose := map[*html.Node]bool{}
	for i := range keep {
		if b := &v.bs[i]; keep[i] && b.kind != Heading {
			prose[b.box] = true
			if b.list != nil {
				prose[b.list] = true
			}
		}
	}
	for i := range keep {
		if b := &v.bs[i]; keep[i] && b.kind == Heading && 10*b.links >= 8*len(b.text) && (!prose[b.box] || b.list != nil && !prose[b.list]) {
			keep[i] = false
		}
	}
}

// dropEndHeadings drops headings that nothing kept follows.
func (v *survey) dropEndHeadings(keep []bool) {
	for i := len(keep) - 1; i >= 0; i-- {
		if !keep[i] {
			continue
		}
		if v.bs[i].kind != Heading {
			return
		}
		keep[i] = false
	}
}
