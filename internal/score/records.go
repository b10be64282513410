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

// Gold is a marked article: with quotations, labelled sentences, or both.
type Gold struct {
	ID        string         `json:"id"`
	URL       string         `json:"url,omitempty"`
	Text      string         `json:"text"`
	Quotes    []GoldQuote    `json:"quotes,omitzero"`
	Sentences []GoldSentence `json:"sentences,omitzero"`
	// Attributions are there in data marked the way of PolNeAR.
	Attributions []corpus.Attribution `json:"attributions,omitzero"`
}

// GoldQuote is a marked quotation.
type GoldQuote struct {
	Type        string        `json:"type"`
	Content     []corpus.Pair `json:"content"`
	Cue         *corpus.Pair  `json:"cue"`
	Source      *corpus.Pair  `json:"source"`
	Speaker     string        `json:"speaker"` // "" for nobody
	Kind        string        `json:"kind"`
	Role        string        `json:"role"`
	Affiliation string        `json:"affiliation"`
}

// GoldSentence is a labelled sentence: C, F or N, and the type of a C. A
// second annotator's label and type are there only where one worked.
type GoldSentence struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Label  string  `json:"label"`
	Type   string  `json:"type,omitempty"`
	Label2 string  `json:"label2,omitempty"`
	Type2  *string `json:"type2,omitempty"`
}

// Records compares records with marked articles, end to end. A record belongs
// to the article whose id its input contains. Its text need not be the marked
// one: words are aligned, and what is found counts by the marked words that
// it covers.
func Records(gold []Gold, records []onrecord.Record) Figures {
	var s recordScore
	for i := range gold {
		s.add(compare(&gold[i], recordOf(gold[i].ID, records)))
	}
	return s.figures()
}

// recordOf finds the last record of an article, nil for none.
func recordOf(id string, records []onrecord.Record) *onrecord.Record {
	for i := len(records) - 1; i >= 0; i-- {
		if strings.Contains(records[i].Input, id) {
			return &records[i]
		}
	}
	return nil
}

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

// agreed reports whether both annotators, where there were two, say the same
// of a sentence being check-worthy.
func (s *GoldSentence) agreed() bool { return s.Label2 == "" || (s.Label == "C") == (s.Label2 == "C") }

type share struct{ right, all int }

func (s share) value() float64 {
	if s.all == 0 {
		return 0
	}
	return float64(s.right) / float64(s.all)
}

func (s *share) add(ok bool) {
	s.all++
	if ok {
		s.right++
	}
}

type scored struct {
	score float64
	is    bool
}

type recordScore struct {
	missing                                []string
	found, right                           counts
	types                                  []string // in order of appearance
	recall                                 map[string]*share
	speaker, lenient, typ, role, affiliate share
	claims                                 counts
	claimType                              share
	ranking                                []scored
}

func (s *recordScore) add(c *comparison) {
	if c.missed {
		s.missing = append(s.missing, c.gold.ID)
	}
	if s.recall == nil {
		s.recall = map[string]*share{}
	}
	if c.gold.Quotes != nil {
		for _, n := range []*counts{&s.found, &s.right} {
			n.gold += len(c.gold.Quotes)
			n.pred += len(c.quotes)
		}
		for i := range c.gold.Quotes {
			t := c.gold.Quotes[i].Type
			if s.recall[t] == nil {
				s.types = append(s.types, t)
				s.recall[t] = &share{}
			}
			s.recall[t].all++
		}
		for _, p := range c.pairs {
			g, q := &c.gold.Quotes[p[0]], c.quotes[p[1]].Quote
			s.found.right++
			s.recall[g.Type].right++
			sp := c.speaker(q)
			if sp == nil {
				sp = &onrecord.Speaker{}
			}
			ok := c.right(g, q)
			if ok {
				s.right.right++
			}
			s.typ.add(q.Type == g.Type)
			if g.Speaker != "" {
				s.speaker.add(ok)
				a, b := nameWords(sp.Name), nameWords(g.Speaker)
				s.lenient.add(ok || g.Kind == "person" && lastWord(a) == lastWord(b))
				if g.Role != "" {
					s.role.add(halfShared(sp.Role, g.Role))
				}
				if g.Affiliation != "" {
					s.affiliate.add(halfShared(sp.Affiliation, g.Affiliation))
				}
			}
		}
	}
	for i := range c.gold.Sentences {
		g := &c.gold.Sentences[i]
		if !g.agreed() {
			continue
		}
		best, is := c.claim(g), g.Label == "C"
		x := scored{is: is}
		if is {
			s.claims.gold++
		}
		if best != nil {
			x.score = best.Score
			s.claims.pred++
			if is {
				s.claims.right++
				if g.Type != "" && (g.Type2 == nil || *g.Type2 == g.Type) {
					s.claimType.add(best.Type == g.Type)
				}
			}
		}
		s.ranking = append(s.ranking, x)
	}
}

func (s *recordScore) figures() Figures {
	missing := s.missing
	if missing == nil {
		missing = []string{}
	}
	f := Figures{{"missing", missing}}
	if s.found.gold > 0 {
		f = append(f, Figure{"quotes.found", s.found.prf()}, Figure{"quotes.right", s.right.prf()})
		for _, t := range s.types {
			f = append(f, Figure{"recall." + t, s.recall[t].value()})
		}
		f = append(f, Figure{"speaker.acc", s.speaker.value()}, Figure{"speaker.lenient", s.lenient.value()}, Figure{"type.acc", s.typ.value()},
			Figure{"role.acc", s.role.value()}, Figure{"affiliation.acc", s.affiliate.value()})
	}
	if len(s.ranking) > 0 {
		f = append(f, Figure{"claims", s.claims.prf()}, Figure{"claims.ap", averagePrecision(s.ranking)}, Figure{"claims.type", s.claimType.value()})
	}
	return f
}

// averagePrecision is the mean, over the true ones, of the precision of the
// ranking down to each.
func averagePrecision(x []scored) float64 {
	x = slices.Clone(x)
	sort.SliceStable(x, func(i, j int) bool { return x[i].score > x[j].score })
	hit, sum := 0, 0.0
	for i, y := range x {
		if y.is {
			hit++
			sum += float64(hit) / float64(i+1)
		}
	}
	if hit == 0 {
		return 0
	}
	return sum / float64(hit)
}

// titles do not count in the comparison of names.
var titles = strings.Fields("mr mrs ms dr sen rep gov president vice prof sir dame lord lady prince the a an rev gen lt col sgt capt judge justice chief secretary mayor senator representative governor")

// nameWords is a name as it is compared: lower case, without titles,
// articles, marks and a possessive ending.
func nameWords(s string) []string {
	var all, kept []string
	for _, t := range tokens(s) {
		w := t.form
		if strings.HasSuffix(w, "'s") {
			w = strings.TrimRight(w, "'s")
		}
		w = strings.Trim(w, ".'")
		all = append(all, w)
		if !slices.Contains(titles, w) {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return all
	}
	return kept
}

func lastWord(w []string) string {
	if len(w) == 0 {
		return ""
	}
	return w[len(w)-1]
}

// halfShared reports whether b's words have half of theirs in a, and one at least.
func halfShared(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	slices.Sort(y)
	y = slices.Compact(y)
	n := 0
	for _, w := range y {
		if slices.Contains(x, w) {
			n++
		}
	}
	return n > 0 && float64(n) >= 0.5*float64(len(y))
}
