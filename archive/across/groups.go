package across

import (
	"slices"
	"strings"
)

// Count is a text with how often it occurs.
type Count struct {
	Text  string `json:"text"`
	Count int    `json:"count"`
}

// counts counts texts; the empty text does not count. Most count a few texts
// only, and there are millions of them: only large ones have an index.
type counts struct {
	all []Count // in order of appearance
	m   map[string]int32
}

// fewCounts is how many texts are looked through one by one.
const fewCounts = 16

func (c *counts) find(s string) int {
	if c.m != nil {
		if i, ok := c.m[s]; ok {
			return int(i)
		}
		return -1
	}
	return slices.IndexFunc(c.all, func(k Count) bool { return k.Text == s })
}

// add counts s, of which it may keep a copy.
func (c *counts) add(s string) {
	if s == "" {
		return
	}
	if i := c.find(s); i >= 0 {
		c.all[i].Count++
		return
	}
	s = strings.Clone(s)
	c.all = append(c.all, Count{s, 1})
	switch {
	case c.m != nil:
		c.m[s] = int32(len(c.all) - 1)
	case len(c.all) > fewCounts:
		c.m = make(map[string]int32, 2*fewCounts)
		for i, k := range c.all {
			c.m[k.Text] = int32(i)
		}
	}
}

// list returns the texts, the most frequent first, then in order of appearance.
func (c *counts) list() []Count {
	out := append([]Count{}, c.all...)
	byCount(out)
	return out
}

func byCount(c []Count) {
	slices.SortStableFunc(c, func(a, b Count) int { return b.Count - a.Count })
}

// earlier returns the earlier of two dates, as records write them.
func earlier(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// QuoteGroup is one quotation that several articles carry, with its variants.
type QuoteGroup struct {
	// Text is the standard wording: the most frequent, of several equally
	// frequent the longest, then the first.
	Text     string  `json:"text"`
	Speakers []Count `json:"speakers"`
	// Disputed says that instances name speakers whose names do not agree.
	Disputed bool `json:"disputed"`
	// Altered says that the words of a variant differ from the standard in
	// more than what is left out.
	Altered  bool      `json:"altered"`
	Articles int       `json:"articles"`
	First    string    `json:"first"` // the earliest date of publication
	Variants []Variant `json:"variants"`
}

// Variant is one wording of a quotation.
type Variant struct {
	Text    string        `json:"text"`
	Changes []Change      `json:"changes"` // against the standard wording
	Quotes  []QuoteMember `json:"quotes"`
}

// QuoteMember is one instance of a quotation.
type QuoteMember struct {
	Seq       int64  `json:"seq"`
	Article   string `json:"article"`
	Input     string `json:"input"`
	Published string `json:"published"`
	Quote     string `json:"quote"`
	Type      string `json:"type"`
	Speaker   string `json:"speaker"`
}

type quoteMember struct {
	QuoteMember
	Text, Kind, Role string
}

func newQuoteGroup(m []quoteMember) *QuoteGroup {
	g := &QuoteGroup{}
	var names counts
	index := map[uint64]int{} // variant by its words
	last := int64(-1)
	var parsed []name
	for _, q := range m {
		h := hashWords(appendWords(nil, q.Text))
		i, ok := index[h]
		if !ok {
			i = len(g.Variants)
			index[h] = i
			g.Variants = append(g.Variants, Variant{Text: q.Text, Changes: []Change{}})
		}
		g.Variants[i].Quotes = append(g.Variants[i].Quotes, q.QuoteMember)
		if names.find(q.Speaker) < 0 {
			n := parseName(q.Speaker, q.Kind, q.Role)
			if !g.Disputed {
				g.Disputed = slices.ContainsFunc(parsed, func(o name) bool { return n.relation(o) == otherSpeaker })
				parsed = append(parsed, n)
			}
		}
		names.add(q.Speaker)
		g.First = earlier(g.First, q.Published)
		if q.Seq != last {
			g.Articles++
			last = q.Seq
		}
	}
	g.Speakers = names.list()
	slices.SortStableFunc(g.Variants, func(a, b Variant) int {
		if d := len(b.Quotes) - len(a.Quotes); d != 0 {
			return d
		}
		return len(b.Text) - len(a.Text)
	})
	g.Text = g.Variants[0].Text
	for i := range g.Variants[1:] {
		v := &g.Variants[i+1]
		if c := diff(g.Text, v.Text); c != nil {
			v.Changes = c
		}
		for _, c := range v.Changes {
			g.Altered = g.Altered || c.Kind != "cut"
		}
	}
	return g
}
