package score

import (
	"encoding/binary"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/span"
)

// AttributionSet is one article's attributions, as marked or as found; Text
// matters for the marked ones only.
type AttributionSet struct {
	ID           string               `json:"id"`
	Text         string               `json:"text,omitempty"`
	Attributions []corpus.Attribution `json:"attributions"`
}

var roles = [...]string{"source", "cue", "content"}

var kinds = [...]string{"all", "direct", "mixed", "indirect"}

// Attributions compares found attributions with marked ones: each role by
// exact span and by token as in the evaluation of BBC Citron, and whole
// attributions by source and content, each at Jaccard 0.5 or more over words.
func Attributions(gold, pred []AttributionSet) Figures {
	byID := map[string]*AttributionSet{}
	for i := range pred {
		byID[pred[i].ID] = &pred[i]
	}
	var exact, loose, overlap [3]counts
	var link, content, linkExact [4]counts
	for i := range gold {
		t := newWords(gold[i].Text)
		g := t.prepare(gold[i].Attributions)
		var p []attribution
		if s := byID[gold[i].ID]; s != nil {
			p = t.prepare(s.Attributions)
		}
		for r := range roles {
			exact[r].sets(distinct(t, g, r, false), distinct(t, p, r, false))
			loose[r].sets(distinct(t, g, r, true), distinct(t, p, r, true))
			overlap[r].ints(united(g, r), united(p, r))
		}
		score(&link, g, p, func(a, b *attribution) bool {
			if like(a.words[2], b.words[2]) < 0.5 {
				return false
			}
			if len(a.words[0]) == 0 {
				return len(b.words[0]) == 0
			}
			return like(a.words[0], b.words[0]) >= 0.5
		})
		score(&content, g, p, func(a, b *attribution) bool { return like(a.words[2], b.words[2]) >= 0.5 })
		score(&linkExact, g, p, func(a, b *attribution) bool { return a.bare[2] == b.bare[2] && a.bare[0] == b.bare[0] })
	}
	var f Figures
	for r, name := range roles {
		f = append(f, Figure{name + ".exact", exact[r].prf()}, Figure{name + ".exact_nopunct", loose[r].prf()}, Figure{name + ".overlap", overlap[r].prf()})
	}
	for k, name := range kinds {
		f = append(f, Figure{"link50." + name, link[k].prf()}, Figure{"content50." + name, content[k].prf()}, Figure{"linkexact." + name, linkExact[k].prf()})
	}
	return f
}

type counts struct{ right, pred, gold int }

func (c *counts) prf() PRF { return prf(c.right, c.pred, c.gold) }

func (c *counts) sets(gold, pred map[string]bool) {
	for k := range gold {
		if pred[k] {
			c.right++
		}
	}
	c.pred += len(pred)
	c.gold += len(gold)
}

func (c *counts) ints(gold, pred []int) {
	c.right += intersect(gold, pred)
	c.pred += len(pred)
	c.gold += len(gold)
}

// attribution is one prepared for comparison. Arrays are indexed by role.
type attribution struct {
	norm  [3][]span.Span // trimmed and joined
	words [3][]int       // the words in them
	bare  [3]string      // a key of norm without outer punctuation
	kind  int            // index in kinds
}

func (w *words) prepare(as []corpus.Attribution) []attribution {
	var out []attribution
	for _, a := range as {
		if len(a.Content) == 0 {
			continue
		}
		var p attribution
		for r, s := range [3][]corpus.Pair{a.Source, a.Cue, a.Content} {
			p.norm[r] = w.normal(corpus.Spans(s))
			p.words[r] = w.in(p.norm[r])
			p.bare[r] = key(w.strip(p.norm[r]))
		}
		p.kind = w.kind(p.norm[2])
		out = append(out, p)
	}
	return out
}

// distinct is the set of the spans of a role, as keys.
func distinct(w *words, as []attribution, role int, bare bool) map[string]bool {
	m := map[string]bool{}
	for i := range as {
		if s := as[i].norm[role]; len(s) > 0 {
			if bare {
				m[as[i].bare[role]] = true
			} else {
				m[key(s)] = true
			}
		}
	}
	return m
}

func united(as []attribution, role int) []int {
	var all []int
	for i := range as {
		all = append(all, as[i].words[role]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func key(s []span.Span) string {
	b := make([]byte, 0, 8*len(s))
	for _, x := range s {
		b = binary.AppendVarint(binary.AppendVarint(b, int64(x.Start)), int64(x.End))
	}
	return string(b)
}

// like is the Jaccard similarity of two sets, 1 for two empty ones.
func like(a, b []int) float64 {
	if j, ok := jaccard(a, b); ok {
		return j
	}
	return 1
}

// pairUp matches gold and pred one to one, best content first, among the
// pairs that are ok, and returns them as pairs of indices.
func pairUp(g, p []attribution, ok func(g, p *attribution) bool) [][2]int {
	type pair struct {
		like float64
		i, j int
	}
	var all []pair
	for i := range g {
		for j := range p {
			if ok(&g[i], &p[j]) {
				all = append(all, pair{like(g[i].words[2], p[j].words[2]), i, j})
			}
		}
	}
	sort.SliceStable(all, func(x, y int) bool { return all[x].like > all[y].like })
	gi, pj := make([]bool, len(g)), make([]bool, len(p))
	var out [][2]int
	for _, x := range all {
		if !gi[x.i] && !pj[x.j] {
			gi[x.i], pj[x.j] = true, true
			out = append(out, [2]int{x.i, x.j})
		}
	}
	return out
}

func score(acc *[4]counts, g, p []attribution, ok func(g, p *attribution) bool) {
	m := pairUp(g, p, ok)
	kindOf := make([]int, len(p)) // of the gold that a prediction matches, else its own
	for j := range p {
		kindOf[j] = p[j].kind
	}
	for _, x := range m {
		k := g[x[0]].kind
		acc[0].right++
		acc[k].right++
		kindOf[x[1]] = k
	}
	acc[0].pred += len(p)
	acc[0].gold += len(g)
	for _, k := range kindOf {
		acc[k].pred++
	}
	for i := range g {
		acc[g[i].kind].gold++
	}
}

// words is a text cut into words and marks.
type words struct {
	text   string
	tok    []span.Span
	word   []bool // not a mark
	quoted []bool // by token: its first byte stands in quotation marks
}

// newWords cuts text into runs of letters, digits and underscores, and single
// other characters that are not white space.
func newWords(text string) *words {
	w := &words{text: text}
	open, start := false, -1
	flush := func(end int) {
		if start >= 0 {
			w.tok = append(w.tok, span.Span{Start: start, End: end})
			start = -1
		}
	}
	mark := make([]bool, 0, len(text)/5) // by token, as they begin
	for i, r := range text {
		switch r {
		case '“':
			open = true
		case '"':
			open = !open
		case '\n':
			if strings.HasPrefix(text[i+1:], "\n") {
				open = false
			}
		}
		in := open || r == '“' || r == '”' || r == '"'
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_':
			if start < 0 {
				start = i
				mark = append(mark, in)
			}
		default:
			flush(i)
			if !space(r) {
				size := utf8.RuneLen(r)
				if r == utf8.RuneError {
					_, size = utf8.DecodeRuneInString(text[i:])
				}
				w.tok = append(w.tok, span.Span{Start: i, End: i + size})
				mark = append(mark, in)
			}
		}
		if r == '”' {
			open = false
		}
	}
	flush(len(text))
	w.quoted = mark
	w.word = make([]bool, len(w.tok))
	for i, t := range w.tok {
		c := text[t.Start]
		w.word[i] = c >= 0x80 || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	return w
}

// space tells what Python's \s does.
func space(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

// in lists the words that overlap spans.
func (w *words) in(spans []span.Span) []int {
	var out []int
	for _, s := range spans {
		for i := sort.Search(len(w.tok), func(i int) bool { return w.tok[i].End > s.Start }); i < len(w.tok) && w.tok[i].Start < s.End; i++ {
			if w.word[i] {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// kind tells whether all, some or none of the words stand in quotation marks.
func (w *words) kind(spans []span.Span) int {
	ws := w.in(spans)
	n := 0
	for _, i := range ws {
		if w.quoted[i] {
			n++
		}
	}
	switch {
	case n == 0:
		return 3
	case n == len(ws):
		return 1
	}
	return 2
}

// normal sorts spans, trims white space off them, and joins neighbours.
func (w *words) normal(spans []span.Span) []span.Span {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b span.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	var out []span.Span
	for _, s := range spans {
		s.Start, s.End = max(s.Start, 0), min(s.End, len(w.text))
		for s.Start < s.End && asciiSpace(w.text[s.Start]) {
			s.Start++
		}
		for s.Start < s.End && asciiSpace(w.text[s.End-1]) {
			s.End--
		}
		if n := len(out); n > 0 && s.Start-out[n-1].End <= 1 {
			out[n-1].End = max(out[n-1].End, s.End)
		} else if s.Start < s.End {
			out = append(out, s)
		}
	}
	return out
}

func asciiSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

const outerMarks = " \t\n\"“”'‘’,.;:!?-–—()[]"

// strip takes punctuation off both ends of each span.
func (w *words) strip(spans []span.Span) []span.Span {
	var out []span.Span
	for _, s := range spans {
		x := s.Of(w.text)
		l := len(x) - len(strings.TrimLeft(x, outerMarks))
		r := len(x) - len(strings.TrimRight(x, outerMarks))
		if s.Start+l < s.End-r {
			out = append(out, span.Span{Start: s.Start + l, End: s.End - r})
		}
	}
	return out
}
