package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// prune takes out of the tree what stands inside the article's sentences and is
// not of them: the marks of footnotes, links that edit a section, what screen
// readers are told of a link, and words that are there once for the eye and
// once for the ear. The texts that stay keep their places in the source.
func (p *page) prune() {
	var out []*html.Node
	var raised []*html.Node
	for n := range p.root.Descendants() {
		switch {
		case n.Type == html.TextNode:
			if strings.Contains(n.Data, "ew ") && newTab().MatchString(n.Data) && ofLink(n) {
				n.Data = newTab().ReplaceAllString(n.Data, "")
			}
		case n.Type == html.ElementNode && (isReference(n) || isEditLink(n) || isSpoken(n)):
			out = append(out, n)
		case n.DataAtom == atom.Sup && isExponent(n):
			raised = append(raised, n.FirstChild)
		}
	}
	for _, n := range raised {
		n.Data = strings.Map(raise, n.Data)
	}
	for _, n := range out {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// maxReference is how many bytes the mark of a footnote has at most: "[citation
// needed]" is longer, and told by its class.
const maxReference = 12

var (
	// referenceText is how the mark of a footnote looks.
	referenceText = pattern(`^[\[(]?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4}|note \d{1,2}|[*†‡§]{1,3})[\])]?$`)
	// referenceName is what its link leads to, or is named.
	referenceName = pattern(`(?i)(?:^|[#_\s-])(?:foot|end|cite_?|side)?_?(?:notes?|fn|ftn|edn|refs?|references?|cite|citation)(?:$|[\d_:.\s-])`)
	// newTab is what those who do not see it are told of a link that opens a
	// page of its own.
	newTab = pattern(`(?i)(?:^|,|\s[(\[])\s*(?:(?:external )?link )?opens? (?:in )?(?:a )?new (?:tab|window|browser tab)(?: or window)?[)\]]?\.?\s*$`)
)

// isReference reports whether n is the mark of a footnote.
func isReference(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Sup:
		t := innerText(n)
		switch c := attr(n, "class"); {
		case strings.Contains(c, "Inline-Template"), strings.Contains(c, "noprint"):
			return true
		case len(t) > maxReference || !referenceText().MatchString(t):
			return false
		case referenceName().MatchString(c) || strings.Contains(strings.ToLower(c), "footnote"):
			return true
		}
		if a := find(n, func(x *html.Node) bool { return x.DataAtom == atom.A }); a != nil {
			return strings.HasPrefix(attr(a, "href"), "#")
		}
		return t[0] == '[' || '0' <= t[0] && t[0] <= '9' && closesSentence(n)
	case atom.A:
		h := attr(n, "href")
		if i := strings.IndexByte(h, '#'); i < 0 || i > 0 && !strings.Contains(attr(n, "class"), "footnote") {
			return false
		}
		t := innerText(n)
		return len(t) <= maxReference && referenceText().MatchString(t) && textBefore(n) != "" &&
			(strings.Contains(attr(n, "class"), "footnote") || referenceName().MatchString(h) || find(n, func(x *html.Node) bool { return x.DataAtom == atom.Sup }) != nil)
	}
	return false
}

// isExponent reports whether n raises a number right behind another, which
// without a mark of it would be one number: 10<sup>6</sup>.
func isExponent(n *html.Node) bool {
	c := n.FirstChild
	if c == nil || c != n.LastChild || c.Type != html.TextNode || strings.Trim(c.Data, "0123456789-−") != "" {
		return false
	}
	t := textBefore(n)
	return t != "" && '0' <= t[len(t)-1] && t[len(t)-1] <= '9'
}

// raise returns the raised form of a digit or a sign.
func raise(r rune) rune {
	switch r {
	case '1':
		return '¹'
	case '2':
		return '²'
	case '3':
		return '³'
	case '-', '−':
		return '⁻'
	}
	return '⁰' + r - '0'
}

// closesSentence reports whether the text right before n ends a sentence or a
// quotation: a raised number there is no power and no price.
func closesSentence(n *html.Node) bool {
	t := textBefore(n)
	s := strings.TrimRight(t, ".,;:!?\"”’")
	return s != t && (s == "" || s[len(s)-1] < '0' || s[len(s)-1] > '9')
}

// textBefore returns the text that ends right before n, within its parent.
func textBefore(n *html.Node) string {
	p := n.PrevSibling
	for p != nil && p.Type == html.ElementNode && p.LastChild != nil && !isBlock[p.DataAtom] {
		p = p.LastChild
	}
	if p == nil || p.Type != html.TextNode || strings.TrimSpace(p.Data) == "" {
		return ""
	}
	return p.Data
}

// isEditLink reports whether n is where a wiki offers to edit a section.
func isEditLink(n *html.Node) bool {
	return n.DataAtom == atom.Span && strings.Contains(attr(n, "class"), "mw-editsection")
}

// ofLink reports whether a text stands in a link, or right behind one.
func ofLink(n *html.Node) bool {
	if p := n.PrevSibling; p != nil && p.DataAtom == atom.A {
		return true
	}
	for i, a := 0, n.Parent; a != nil && i < 3; i, a = i+1, a.Parent {
		if a.DataAtom == atom.A {
			return true
		}
	}
	return false
}

// isSpoken reports whether n stands for screen readers only, right beside what
// stands for the eye only: both say the same.
func isSpoken(n *html.Node) bool {
	if n.DataAtom != atom.Span || !unseen(n) || innerText(n) == "" {
		return false
	}
	for _, s := range [2]*html.Node{n.PrevSibling, n.NextSibling} {
		if s != nil && s.Type == html.ElementNode && attr(s, "aria-hidden") == "true" {
			if t := innerText(s); t != "" && strings.Contains(innerText(n), t) {
				return true
			}
		}
	}
	return false
}

// unseen reports whether n's class says that it is for screen readers only.
func unseen(n *html.Node) bool {
	for _, c := range strings.Fields(attr(n, "class")) {
		switch strings.ToLower(c) {
		case "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only", "a11y-hidden", "sr":
			return true
		}
	}
	return false
}

// innerText returns the text below n, trimmed; a long one is cut.
func innerText(n *html.Node) string {
	var b strings.Builder
	for x := range n.Descendants() {
		if x.Type == html.TextNode {
			if b.WriteString(x.Data); b.Len() > 200 {
				break
			}
		}
	}
	return strings.TrimSpace(b.String())
}
