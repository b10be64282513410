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
func (v *survey) decide(p []float64, address string) []bool {
	v.discountTeasers(p, address)
	keep := make([]bool, len(p))
	words := 0
	for i := range p {
		if keep[i] = p[i] > threshold; keep[i] {
			words += v.bs[i].words
		}
	}
	if words < fewWords {
		v.takeBest(p, keep)
	}
	v.joinQuotes(p, keep)
	v.dropEndHeadings(keep)
	return keep
}

// fewWords is a body so short that the classifier has probably erred.
const fewWords = 15

// takeBest keeps the blocks nearest to being kept, where hardly any are and
// some are not far from it.
func (v *survey) takeBest(p []float64, keep []bool) {
	top := 0.0
	for i := range p {
		if v.bs[i].long {
			top = max(top, p[i])
		}
	}
	if top < 0.1 {
		return
	}
	for i := range p {
		if p[i] > 0.7*top {
			keep[i] = true
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
		if b := &v.bs[i]; b.long && p[i] > threshold && v.titleArticle != nil && articleOf(b.chain) == v.titleArticle {
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
// between blocks that are kept is part of the article: nobody else puts
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
			if embed && !yes {
				yes = v.between(i, end, keep)
			}
			for k := i; k < end; k++ {
				keep[k] = yes
			}
		}
		i = end
	}
}

// between reports whether the blocks before i and from end on are kept and
// stand in the container of the quotation between them. Other embedded posts
// are passed over.
func (v *survey) between(i, end int, keep []bool) bool {
	before, after := i-1, end
	for before >= 0 && v.bs[before].quote != nil && v.bs[before].kind != Blockquote {
		before--
	}
	for after < len(v.bs) && v.bs[after].quote != nil && v.bs[after].kind != Blockquote {
		after++
	}
	if before < 0 || !keep[before] || !v.bs[before].long && v.bs[before].words < 8 {
		return false
	}
	box := v.bs[before].box
	return inside(v.bs[i].node, box) && (after >= len(v.bs) || keep[after] || !inside(v.bs[after].node, box))
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
