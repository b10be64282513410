package corpus

import (
	"strconv"
	"strings"
)

// Coreferent is one mention that a treebank marks in the Entity= field (the
// manner of GUM): the words [First, Last) of a document, counted over all its
// sentences.
type Coreferent struct {
	First, Last int
	Min         []int  // words of the smallest span that still names the referent
	Chain       string // equal for mentions of one referent
	Kind        string // person, organization, place, object, abstract ...
	Link        string // sgl, coref, ana, appos ...
	Identity    string // the title of a reference article, "" for none
}

// Coreferents returns the mentions of a document in the order of their ends.
// Mentions that are not contiguous are joined.
func Coreferents(t *Tree) []Coreferent {
	var out, open []Coreferent
	n := 0
	for _, s := range t.Sentences {
		open = open[:0]
		for _, w := range s.Words {
			v := entityField(w.Misc)
			for v != "" {
				if v[0] == '(' {
					end := 1 + strings.IndexAny(v[1:], "()")
					if end == 0 {
						end = len(v)
					}
					c := parseCoreferent(v[1:end], n)
					if end < len(v) && v[end] == ')' {
						c.Last = n + 1
						out = append(out, c)
						end++
					} else {
						open = append(open, c)
					}
					v = v[end:]
					continue
				}
				id, rest, ok := strings.Cut(v, ")")
				if !ok {
					// The id may be followed by an opening bracket.
					break
				}
				if i := strings.LastIndexByte(id, '('); i >= 0 {
					break // malformed: left out
				}
				for k := len(open) - 1; k >= 0; k-- {
					if open[k].Chain == id {
						open[k].Last = n + 1
						out = append(out, open[k])
						open = append(open[:k], open[k+1:]...)
						break
					}
				}
				v = rest
			}
			n++
		}
	}
	return out
}

func entityField(misc string) string {
	for misc != "" {
		var f string
		f, misc, _ = strings.Cut(misc, "|")
		if v, ok := strings.CutPrefix(f, "Entity="); ok {
			return v
		}
	}
	return ""
}

// parseCoreferent reads GRP-etype-infstat-salience-centering-minspan-link-identity.
func parseCoreferent(s string, first int) Coreferent {
	f := strings.SplitN(s, "-", 8)
	c := Coreferent{First: first, Chain: f[0]}
	if i := strings.IndexByte(c.Chain, '['); i >= 0 {
		c.Chain = c.Chain[:i]
	}
	if len(f) > 1 {
		c.Kind = f[1]
	}
	if len(f) > 5 {
		for _, m := range strings.Split(f[5], ",") {
			if k, err := strconv.Atoi(m); err == nil {
				c.Min = append(c.Min, first+k-1)
			}
		}
	}
	if len(f) > 6 {
		c.Link = f[6]
	}
	if len(f) > 7 {
		c.Identity = f[7]
	}
	return c
}
