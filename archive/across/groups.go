package across

import "slices"

// Count is a text with how often it occurs.
type Count struct {
	Text  string `json:"text"`
	Count int    `json:"count"`
}

// counts counts texts; the empty text does not count.
type counts struct {
	m     map[string]int
	order []string
}

func (c *counts) add(s string) { c.addN(s, 1) }

func (c *counts) addN(s string, n int) {
	if s == "" {
		return
	}
	if c.m == nil {
		c.m = map[string]int{}
	}
	if c.m[s] == 0 {
		c.order = append(c.order, s)
	}
	c.m[s] += n
}

// list returns the texts, the most frequent first, then in order of appearance.
func (c *counts) list() []Count {
	out := make([]Count, 0, len(c.order))
	for _, s := range c.order {
		out = append(out, Count{s, c.m[s]})
	}
	slices.SortStableFunc(out, func(a, b Count) int { return b.Count - a.Count })
	return out
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
		if names.m[q.Speaker] == 0 {
			n := parseName(q.Speaker, q.Kind, q.Role)
			for _, o := range parsed {
				g.Disputed = g.Disputed || n.relation(o) == otherSpeaker
			}
			parsed = append(parsed, n)
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
