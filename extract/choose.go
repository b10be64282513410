package extract

import (
	"net/url"

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
	self, err := url.Parse(d.URL)
	if err != nil {
		self = &url.URL{}
	}
	v.discountTeasers(p, self)
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
	v.joinEntries(keep, self)
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
func (v *survey) discountTeasers(p []float64, self *url.URL) {
	if len(v.articles) < 2 {
		return
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
		if b := &v.bs[i]; keep[i] && b.kind == Heading && b.isLink() && (!prose[b.box] || b.list != nil && !prose[b.list]) {
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
