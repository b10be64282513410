package extract

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// cssPath returns a CSS selector that matches exactly n: its tags from the
// nearest ancestor with a usable id down, with :nth-of-type where siblings
// share the tag.
func cssPath(n *html.Node, ids map[string]int) string {
	var parts []string
	for ; n != nil && n.Type == html.ElementNode; n = n.Parent {
		if id := attr(n, "id"); id != "" && ids[id] == 1 && plainName(id) {
			parts = append(parts, "#"+id)
			break
		}
		s := n.Data
		if !plainName(s) {
			s = "*"
		}
		i, more := 1, false
		for p := n.PrevSibling; p != nil; p = p.PrevSibling {
			if p.Type == html.ElementNode && p.Data == n.Data {
				i++
			}
		}
		for p := n.NextSibling; p != nil && !more; p = p.NextSibling {
			more = p.Type == html.ElementNode && p.Data == n.Data
		}
		if i > 1 || more {
			s += ":nth-of-type(" + strconv.Itoa(i) + ")"
		}
		parts = append(parts, s)
	}
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return strings.Join(parts, " > ")
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
