package extract

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What belongs together is kept together: the blocks of a quotation, of a list
// and of what a paragraph announces, what stands between the prose, and the
// entries of a live blog.

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
	before := v.pastPosts(i, -1)
	// A fold or a box may stand between the two.
	for n := 0; before >= 0 && !keep[before] && n < maxFold && v.bs[before].links == 0; n++ {
		before--
	}
	if before < 0 || !keep[before] || !inside(v.bs[i].node, v.bs[before].box) {
		return false
	}
	if v.bs[before].long || v.bs[before].words >= 8 {
		return true
	}
	// Below a line or two, prose must follow.
	after := v.pastPosts(i, 1)
	return after < len(keep) && keep[after] && v.bs[before].kind == Paragraph && v.bs[after].box == v.bs[before].box
}

// maxFold is how many blocks that are left out may stand between prose and the
// post that goes with it.
const maxFold = 3

// pastPosts returns the next block in a direction from block i that is not part
// of a post; it may lie beyond the blocks of the page.
func (v *survey) pastPosts(i, step int) int {
	for i += step; i >= 0 && i < len(v.bs) && v.bs[i].quote != nil && v.bs[i].kind != Blockquote; {
		i += step
	}
	return i
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
		if b := &v.bs[i-1]; b.kind == Heading && !keep[i-1] && b.links == 0 && p[i-1] > headShare*threshold {
			start--
		}
		least := threshold * float64(end-i)
		if links == 0 && (sum > betweenShare*least && v.isBetween(start, end, keep) || sum > behindShare*least && v.isBehind(start, keep)) {
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
	if f < 0 || !keep[f] || v.bs[f].kind == Caption {
		return false
	}
	// The prose before may stand in a column of its own.
	if end < len(keep) && keep[end] && v.bs[end].kind == Paragraph && inside(v.bs[start].node, v.bs[end].box) && inside(v.bs[f].node, v.bs[end].box) {
		return true
	}
	if !inside(v.bs[start].node, v.bs[f].box) {
		return false
	}
	return v.goesOn(v.bs[f].box, end-1, 1, keep) || end < len(keep) && v.bs[end].kind == Paragraph && v.bs[end].like == v.bs[f].like
}

// isBehind reports whether the blocks from start on, under a heading of their
// own, stand right behind a list that is kept, in its container.
func (v *survey) isBehind(start int, keep []bool) bool {
	f := start - 1
	return f > 0 && keep[f] && v.bs[start].kind == Heading && v.bs[f].kind == ListItem && v.bs[f].links == 0 && inside(v.bs[start].node, v.bs[f].box)
}

// What the mean probability of blocks must be, as a share of the threshold,
// between prose and behind a list.
const betweenShare, behindShare = 0.3, 0.5

// headShare is what that of the heading above them must be.
const headShare = 0.2

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

// entryOf returns the entry of a live blog that a block stands in: the
// <article>, or an element that stands beside others of its kind and has a
// heading or a time of its own; nil where there is none.
func (v *survey) entryOf(b *seen, known map[*html.Node]bool) *html.Node {
	if a := articleOf(b.chain); a != nil && a != v.titleArticle {
		return a
	}
	for a := b.chain; a != nil && a.node.DataAtom != atom.Article && a.node.DataAtom != atom.Body; a = a.up {
		is, ok := known[a.node]
		if !ok {
			is = isEntry(a.node)
			known[a.node] = is
		}
		if is {
			return a.node
		}
	}
	return nil
}

func isEntry(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Li:
	default:
		return false
	}
	class := attr(n, "class")
	like := func(s *html.Node) bool { return s != nil && s.DataAtom == n.DataAtom && attr(s, "class") == class }
	beside := false
	for s, i := n.NextSibling, 0; s != nil && i < maxBeside && !beside; s, i = s.NextSibling, i+1 {
		beside = like(s)
	}
	for s, i := n.PrevSibling, 0; s != nil && i < maxBeside && !beside; s, i = s.PrevSibling, i+1 {
		beside = like(s)
	}
	return class != "" && beside && find(n, func(x *html.Node) bool {
		switch x.DataAtom {
		case atom.Time, atom.H2, atom.H3, atom.H4:
			return true
		}
		return false
	}) != nil
}

// maxBeside is how far away the next entry of a live blog may stand.
const maxBeside = 8

// joinEntries keeps the prose, the headings and the lists of a live blog's
// entries: of all that stand beside two whose prose is kept.
func (v *survey) joinEntries(keep []bool, self *url.URL) {
	if !v.live {
		return
	}
	known, entries := map[*html.Node]bool{}, make([]*html.Node, len(keep))
	kept, blogs := map[*html.Node]bool{}, map[*html.Node]int{}
	for i := range keep {
		a := v.entryOf(&v.bs[i], known)
		entries[i] = a
		if keep[i] && a != nil && v.bs[i].kind == Paragraph && !kept[a] {
			kept[a] = true
			blogs[a.Parent]++
		}
	}
	leads := map[*html.Node]bool{}
	for i, a := range entries {
		b := &v.bs[i]
		if a == nil || blogs[a.Parent] < 2 || b.furniture || 2*b.links >= len(b.text) {
			continue
		}
		away, ok := leads[a]
		if !ok {
			away = leadsElsewhere(a, self)
			leads[a] = away
		}
		switch {
		case away:
		case b.kind == Heading, b.kind == ListItem && b.list != nil, b.kind == Paragraph && b.words >= 8 && !isByline(b.text),
			b.kind == Paragraph && endsSentence(b.text) && v.neighbour(keep, i, -1):
			keep[i] = true
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
