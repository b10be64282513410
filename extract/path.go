package extract

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// paths writes the CSS paths of a page's elements.
type paths struct {
	ids map[string]int // how often each id occurs
	nth map[*html.Node]string
}

func newPaths(root *html.Node) *paths {
	return &paths{ids: idCounts(root), nth: map[*html.Node]string{}}
}

// of returns a CSS selector that matches exactly n: its tags from the nearest
// ancestor with a usable id down, with :nth-of-type where siblings share the
// tag.
func (p *paths) of(n *html.Node) string {
	var parts []string
	for ; n != nil && n.Type == html.ElementNode; n = n.Parent {
		if id := attr(n, "id"); id != "" && p.ids[id] == 1 && plainName(id) {
			parts = append(parts, "#"+id)
			break
		}
		parts = append(parts, p.step(n))
	}
	slices.Reverse(parts)
	return strings.Join(parts, " > ")
}

// step returns the selector of n among its siblings. All siblings are numbered
// at once: there may be many.
func (p *paths) step(n *html.Node) string {
	if s, ok := p.nth[n]; ok {
		return s
	}
	first := n
	for n.Parent == nil && first.PrevSibling != nil {
		first = first.PrevSibling
	}
	if n.Parent != nil {
		first = n.Parent.FirstChild
	}
	count := map[string]int{}
	for c := first; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			count[c.Data]++
		}
	}
	at := map[string]int{}
	for c := first; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		s := c.Data
		if !plainName(s) {
			s = "*"
		}
		if at[c.Data]++; count[c.Data] > 1 {
			s += ":nth-of-type(" + strconv.Itoa(at[c.Data]) + ")"
		}
		p.nth[c] = s
	}
	return p.nth[n]
}

// plainName reports whether s can stand in a selector as it is.
func plainName(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_':
		case i > 0 && ('0' <= c && c <= '9' || c == '-'):
		default:
			return false
		}
	}
	return s != ""
}

// idCounts counts how often each id occurs.
func idCounts(root *html.Node) map[string]int {
	m := map[string]int{}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			if id := attr(n, "id"); id != "" {
				m[id]++
			}
		}
	}
	return m
}
