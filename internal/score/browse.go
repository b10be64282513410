package score

import (
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/span"
)

// Mistake is one difference between marks and findings.
type Mistake struct {
	// Class is what went wrong: "missed direct", "spurious", "boundary",
	// "speaker", "type", "source", "claim missed" ...
	Class string
	ID    string // of the article
	At    int    // byte offset in the marked text
	Note  string // what was marked and what was found
	// Context is the marked text around it: what is marked in ⟦ ⟧, what was
	// found in { }.
	Context string
}

// Classes are what the classes of mistakes begin with.
var Classes = [...]string{"missed", "spurious", "boundary", "speaker", "source", "content", "type", "claim", "no record"}

// Mistakes lists what records got wrong, in the order of the articles.
func Mistakes(gold []Gold, records []onrecord.Record) []Mistake {
	var out []Mistake
	for i := range gold {
		c := compare(&gold[i], recordOf(gold[i].ID, records))
		if c.missed {
			out = append(out, Mistake{Class: "no record", ID: c.gold.ID, Note: "no record's input contains the id"})
			continue
		}
		var own []Mistake
		if c.gold.Quotes != nil {
			own = c.quoteMistakes()
		}
		own = append(own, c.claimMistakes()...)
		sort.SliceStable(own, func(i, j int) bool { return own[i].At < own[j].At })
		out = append(out, own...)
	}
	return out
}

func (c *comparison) quoteMistakes() []Mistake {
	var out []Mistake
	add := func(class, note string, marked, found []span.Span) {
		out = append(out, mistake(c.gold.ID, c.gold.Text, class, note, marked, found))
	}
	gi, pj := map[int]bool{}, map[int]bool{}
	for _, p := range c.pairs {
		gi[p[0]], pj[p[1]] = true, true
		g, q := &c.gold.Quotes[p[0]], c.quotes[p[1]]
		marked, found := corpus.Spans(g.Content), c.place(q.words)
		how := fmt.Sprintf("%s %.2f", q.How, q.Confidence)
		if !c.right(g, q.Quote) {
			name := ""
			if s := c.speaker(q.Quote); s != nil {
				name = s.Name
			}
			add("speaker", fmt.Sprintf("marked %q, found %q (%s)", g.Speaker, name, how), marked, found)
		}
		if g.Type != q.Type {
			add("type", fmt.Sprintf("marked %s, found %s (%s)", g.Type, q.Type, how), marked, found)
		}
		if l, _ := jaccard(c.marked[p[0]], q.words); l < 0.8 {
			add("boundary", fmt.Sprintf("share %.2f (%s)", l, how), marked, found)
		}
	}
	for i := range c.gold.Quotes {
		if g := &c.gold.Quotes[i]; !gi[i] {
			note := fmt.Sprintf("speaker %q", g.Speaker)
			if g.Cue != nil {
				note += fmt.Sprintf(", cue %q", g.Cue.Span().Of(c.gold.Text))
			}
			add("missed "+g.Type, note, corpus.Spans(g.Content), nil)
		}
	}
	for j, q := range c.quotes {
		if !pj[j] {
			note := fmt.Sprintf("%s %.2f", q.How, q.Confidence)
			if s := c.speaker(q.Quote); s != nil {
				note += fmt.Sprintf(", speaker %q", s.Name)
			}
			if q.Cue != nil {
				note += fmt.Sprintf(", cue %q", q.Cue.Text)
			}
			add("spurious "+q.Type, note, nil, c.place(q.words))
		}
	}
	return out
}

func (c *comparison) claimMistakes() []Mistake {
	var out []Mistake
	for i := range c.gold.Sentences {
		g := &c.gold.Sentences[i]
		if !g.agreed() {
			continue
		}
		at := []span.Span{{Start: g.Start, End: g.End}}
		best := c.claim(g)
		switch {
		case best == nil && g.Label == "C":
			out = append(out, mistake(c.gold.ID, c.gold.Text, "claim missed", "type "+g.Type, at, nil))
		case best != nil && g.Label != "C":
			out = append(out, mistake(c.gold.ID, c.gold.Text, "claim spurious", fmt.Sprintf("label %s, found %s %.2f", g.Label, best.Type, best.Score), nil, at))
		case best != nil && g.Type != "" && g.Type != best.Type:
			out = append(out, mistake(c.gold.ID, c.gold.Text, "claim type", fmt.Sprintf("marked %s, found %s", g.Type, best.Type), at, nil))
		}
	}
	return out
}

// place is the stretch of gold text that words cover, those it lacks aside.
func (c *comparison) place(words []int) []span.Span {
	var out []span.Span
	last := -2
	for _, i := range words {
		if i < 0 {
			continue
		}
		if i == last+1 {
			out[len(out)-1].End = c.words[i].End
		} else {
			out = append(out, c.words[i].Span)
		}
		last = i
	}
	return out
}

// AttributionMistakes lists what found attributions got wrong.
func AttributionMistakes(gold, pred []AttributionSet) []Mistake {
	byID := map[string]*AttributionSet{}
	for i := range pred {
		byID[pred[i].ID] = &pred[i]
	}
	var out []Mistake
	for i := range gold {
		t := newWords(gold[i].Text)
		g := t.prepare(gold[i].Attributions)
		var p []attribution
		if s := byID[gold[i].ID]; s != nil {
			p = t.prepare(s.Attributions)
		}
		var own []Mistake
		add := func(class, note string, marked, found []span.Span) {
			own = append(own, mistake(gold[i].ID, gold[i].Text, class, note, marked, found))
		}
		text := func(ss []span.Span) string {
			var w []string
			for _, s := range ss {
				w = append(w, s.Of(gold[i].Text))
			}
			return strings.Join(w, " … ")
		}
		note := func(a *attribution) string {
			return fmt.Sprintf("source %q, cue %q", text(a.norm[0]), text(a.norm[1]))
		}
		gi, pj := map[int]bool{}, map[int]bool{}
		for _, m := range pairUp(g, p, func(a, b *attribution) bool { return like(a.words[2], b.words[2]) >= 0.5 }) {
			gi[m[0]], pj[m[1]] = true, true
			a, b := &g[m[0]], &p[m[1]]
			if like(a.words[0], b.words[0]) < 0.5 {
				add("source", fmt.Sprintf("marked %q, found %q", text(a.norm[0]), text(b.norm[0])), a.norm[2], b.norm[2])
			}
			if a.bare[2] != b.bare[2] {
				add("boundary", note(a), a.norm[2], b.norm[2])
			}
		}
		for i := range g {
			if gi[i] {
				continue
			}
			class := "missed " + kinds[g[i].kind]
			var found []span.Span
			for j := range p {
				if !pj[j] && intersect(g[i].words[1], p[j].words[1]) > 0 {
					class, found = "content "+kinds[g[i].kind], p[j].norm[2]
					pj[j] = true
					break
				}
			}
			add(class, note(&g[i]), g[i].norm[2], found)
		}
		for j := range p {
			if !pj[j] {
				add("spurious "+kinds[p[j].kind], note(&p[j]), nil, p[j].norm[2])
			}
		}
		sort.SliceStable(own, func(i, j int) bool { return own[i].At < own[j].At })
		out = append(out, own...)
	}
	return out
}

// around is how many bytes of context are shown on either side.
const around = 160

func mistake(id, text, class, note string, marked, found []span.Span) Mistake {
	type edge struct {
		at   int
		mark string
		open bool
	}
	var es []edge
	lo, hi := len(text), 0
	for k, ss := range [2][]span.Span{marked, found} {
		m := [2][2]string{{"⟦", "⟧"}, {"{", "}"}}[k]
		for _, s := range ss {
			es = append(es, edge{s.Start, m[0], true}, edge{s.End, m[1], false})
			lo, hi = min(lo, s.Start), max(hi, s.End)
		}
	}
	if len(es) == 0 {
		return Mistake{Class: class, ID: id, Note: note}
	}
	sort.SliceStable(es, func(i, j int) bool { return es[i].at < es[j].at || es[i].at == es[j].at && !es[i].open && es[j].open })
	at := boundary(text, lo-around, -1)
	end := boundary(text, hi+around, 1)
	var b strings.Builder
	if at > 0 {
		b.WriteString("…")
	}
	for _, e := range es {
		b.WriteString(text[at:e.at])
		b.WriteString(e.mark)
		at = e.at
	}
	b.WriteString(text[at:end])
	if end < len(text) {
		b.WriteString("…")
	}
	return Mistake{Class: class, ID: id, At: lo, Note: note, Context: strings.Join(strings.Fields(b.String()), " ")}
}

// boundary moves at to the nearest place between words in direction step.
func boundary(text string, at, step int) int {
	for at > 0 && at < len(text) && text[at] != ' ' && text[at] != '\n' {
		at += step
	}
	return min(max(at, 0), len(text))
}

// WriteMistakes prints up to limit mistakes of each class (0: all), or of
// the classes that begin with one of the names in only, biggest class first.
func WriteMistakes(w io.Writer, ms []Mistake, only []string, limit int) error {
	by := map[string][]Mistake{}
	var classes []string
	for _, m := range ms {
		if len(only) > 0 && !slices.ContainsFunc(only, func(s string) bool { return strings.HasPrefix(m.Class, s) }) {
			continue
		}
		if by[m.Class] == nil {
			classes = append(classes, m.Class)
		}
		by[m.Class] = append(by[m.Class], m)
	}
	sort.SliceStable(classes, func(i, j int) bool { return len(by[classes[i]]) > len(by[classes[j]]) })
	var b strings.Builder
	for _, c := range classes {
		fmt.Fprintf(&b, "\n%s: %d\n", c, len(by[c]))
		for i, m := range by[c] {
			if limit > 0 && i == limit {
				fmt.Fprintf(&b, "  and %d more (--limit)\n", len(by[c])-limit)
				break
			}
			fmt.Fprintf(&b, "  %s @%d: %s\n", m.ID, m.At, m.Note)
			if m.Context != "" {
				fmt.Fprintf(&b, "      %s\n", m.Context)
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
