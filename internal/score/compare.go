package score

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/span"
)

// comparison is one article and its record, brought to the same words.
type comparison struct {
	gold   *Gold
	record *onrecord.Record // an empty one if missing
	missed bool             // there is no record
	words  []token          // of the gold text
	quotes []foundQuote     // of the record
	marked [][]int          // the words of each gold quotation
	pairs  [][2]int         // gold and found quotations that match, best first
	claims []foundClaim
}

type foundQuote struct {
	*onrecord.Quote
	words []int // of the gold text; negative for words that it lacks
}

type foundClaim struct {
	*onrecord.Claim
	words []int
}

// token is a word in lower case and its place.
type token struct {
	span.Span
	form string
}

// tokens cuts a text into words: letters and digits, joined by apostrophes
// and full stops inside.
func tokens(text string) []token {
	var out []token
	rs := []rune(text)
	at := make([]int, len(rs)+1)
	for i, r := range []rune(text) {
		at[i+1] = at[i] + len(string(r))
	}
	in := func(i int) bool { return i < len(rs) && (unicode.IsLetter(rs[i]) || unicode.IsNumber(rs[i])) }
	for i := 0; i < len(rs); {
		if !in(i) {
			i++
			continue
		}
		j := i
		for {
			for in(j) {
				j++
			}
			if j < len(rs) && (rs[j] == '\'' || rs[j] == '’' || rs[j] == '.') && in(j+1) {
				j++
				continue
			}
			break
		}
		out = append(out, token{span.Span{Start: at[i], End: at[j]}, strings.ReplaceAll(strings.ToLower(string(rs[i:j])), "’", "'")})
		i = j
	}
	return out
}

// within lists the tokens that overlap spans.
func within(ts []token, spans []span.Span) []int {
	var out []int
	for _, s := range spans {
		for i := sort.Search(len(ts), func(i int) bool { return ts[i].End > s.Start }); i < len(ts) && ts[i].Start < s.End; i++ {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func compare(g *Gold, r *onrecord.Record) *comparison {
	c := &comparison{gold: g, record: r, words: tokens(g.Text)}
	if r == nil {
		c.missed, c.record = true, &onrecord.Record{}
	}
	same := c.record.Article.Text == g.Text
	own := c.words
	var to []int
	if !same {
		own = tokens(c.record.Article.Text)
		to = align(forms(own), forms(c.words))
	}
	project := func(spans []span.Span) []int {
		ws := within(own, spans)
		if same {
			return ws
		}
		for k, i := range ws {
			if ws[k] = to[i]; to[i] < 0 {
				ws[k] = -1 - i
			}
		}
		slices.Sort(ws)
		return slices.Compact(ws)
	}
	for i := range c.record.Quotes {
		q := foundQuote{&c.record.Quotes[i], project(spansOf(c.record.Quotes[i].Content...))}
		// On a page, quotations from outside the marked body do not count.
		if same || len(q.words) > 0 && q.words[len(q.words)-1] >= 0 {
			c.quotes = append(c.quotes, q)
		}
	}
	for i := range c.record.Claims {
		k := &c.record.Claims[i]
		c.claims = append(c.claims, foundClaim{k, project(spansOf(k.Span))})
	}
	for _, q := range g.Quotes {
		c.marked = append(c.marked, within(c.words, corpus.Spans(q.Content)))
	}
	type pair struct {
		like float64
		i, j int
	}
	var all []pair
	for i, a := range c.marked {
		for j := range c.quotes {
			if l, _ := jaccard(a, c.quotes[j].words); l >= 0.5 {
				all = append(all, pair{l, i, j})
			}
		}
	}
	sort.SliceStable(all, func(x, y int) bool { return all[x].like > all[y].like })
	gi, pj := make([]bool, len(c.marked)), make([]bool, len(c.quotes))
	for _, x := range all {
		if !gi[x.i] && !pj[x.j] {
			gi[x.i], pj[x.j] = true, true
			c.pairs = append(c.pairs, [2]int{x.i, x.j})
		}
	}
	return c
}

func forms(ts []token) []string {
	out := make([]string, len(ts))
	for i, t := range ts {
		out[i] = t.form
	}
	return out
}

func spansOf(ss ...onrecord.Span) []span.Span {
	out := make([]span.Span, len(ss))
	for i, s := range ss {
		out[i] = span.Span{Start: s.Start, End: s.End}
	}
	return out
}

// speaker is the speaker of a found quotation, nil where it has none.
func (c *comparison) speaker(q *onrecord.Quote) *onrecord.Speaker {
	if q.Speaker != nil {
		for i := range c.record.Speakers {
			if c.record.Speakers[i].ID == *q.Speaker {
				return &c.record.Speakers[i]
			}
		}
	}
	return nil
}

// right reports whether found quotation q has the speaker of gold g.
func (c *comparison) right(g *GoldQuote, q *onrecord.Quote) bool {
	s := c.speaker(q)
	if g.Speaker == "" {
		return s == nil
	}
	return s != nil && slices.Equal(nameWords(s.Name), nameWords(g.Speaker)) || s == nil && len(nameWords(g.Speaker)) == 0
}

// claim finds the claim that says a sentence is one: the best of those that
// cover half of its words, or lie in it with three words or more.
func (c *comparison) claim(s *GoldSentence) *onrecord.Claim {
	w := within(c.words, []span.Span{{Start: s.Start, End: s.End}})
	if len(w) == 0 {
		return nil
	}
	var best *onrecord.Claim
	for _, k := range c.claims {
		n := intersect(w, k.words)
		if float64(n) >= 0.5*float64(len(w)) || n >= 3 && float64(n) >= 0.8*float64(len(k.words)) {
			if best == nil || k.Score > best.Score {
				best = k.Claim
			}
		}
	}
	return best
}
