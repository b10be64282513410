package coreference

import (
	"sort"
	"strings"

	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// Document is a document of a treebank with its coreference, laid out over
// one text.
type Document struct {
	ID, Genre string
	Input     nlp.Input
	Mentions  []Mention
	tree      *corpus.Tree
	words     []span.Span
	gold      []corpus.Coreferent
}

// Mention is one gold mention. Chain numbers its referent in the document.
type Mention struct {
	Span  span.Span
	Heads []span.Span // the words of its smallest span
	Chain int
	Kind  string // person, organization, place, abstract ...
	Form  nlp.MentionKind
}

// Lay lays out a document of a treebank in the manner of GUM.
func Lay(t *corpus.Tree) *Document {
	d := &Document{ID: t.ID, Genre: t.Genre, tree: t}
	var b strings.Builder
	for i, s := range t.Sentences {
		if i > 0 {
			if s.Par {
				b.WriteString("\n\n")
			} else {
				b.WriteByte(' ')
			}
		}
		if i == 0 || s.Par {
			d.Input.Blocks = append(d.Input.Blocks, nlp.Block{Span: span.Span{Start: b.Len()}, Heading: s.Block == "head"})
		}
		for _, w := range s.Words {
			d.words = append(d.words, span.Span{Start: b.Len() + w.Start, End: b.Len() + w.End})
		}
		b.WriteString(s.Text)
		d.Input.Blocks[len(d.Input.Blocks)-1].End = b.Len()
	}
	d.Input.Text = b.String()
	var ws []corpus.Word
	for _, s := range t.Sentences {
		ws = append(ws, s.Words...)
	}
	chains := map[string]int{}
	d.gold = corpus.Coreferents(t)
	for _, c := range d.gold {
		if c.Last > len(ws) {
			continue
		}
		n, ok := chains[c.Chain]
		if !ok {
			n = len(chains)
			chains[c.Chain] = n
		}
		m := Mention{Span: span.Span{Start: d.words[c.First].Start, End: d.words[c.Last-1].End}, Chain: n, Kind: c.Kind, Form: form(ws, c)}
		for _, h := range c.Min {
			if h < len(d.words) {
				m.Heads = append(m.Heads, d.words[h])
			}
		}
		d.Mentions = append(d.Mentions, m)
	}
	return d
}

// form tells named, definite and indefinite mentions and pronouns apart.
func form(ws []corpus.Word, c corpus.Coreferent) nlp.MentionKind {
	proper := 0
	for _, h := range c.Min {
		if h < len(ws) {
			switch ws[h].XPOS {
			case "NNP", "NNPS":
				proper++
			case "PRP", "PRP$", "WP", "WP$":
				if len(c.Min) == 1 {
					return nlp.Pronoun
				}
			}
		}
	}
	if proper > 0 {
		return nlp.Named
	}
	switch w := ws[c.First]; {
	case w.XPOS == "PRP$":
		return nlp.Definite
	case w.XPOS == "DT" || w.XPOS == "PDT":
		switch w.Lemma {
		case "the", "this", "that", "these", "those", "both", "all":
			return nlp.Definite
		}
		return nlp.Indef
	}
	for k := c.First; k < c.Last; k++ {
		if len(c.Min) > 0 && k >= c.Min[0] {
			break
		}
		if ws[k].XPOS == "POS" {
			return nlp.Definite
		}
	}
	return nlp.Indef
}

// Annotation returns the treebank's own annotation, with dependencies if
// heads is set, and names as its coreference marks them.
func (d *Document) Annotation(heads bool) *nlp.Annotation {
	a := &nlp.Annotation{Text: d.Input.Text}
	n, block := 0, -1
	for i, s := range d.tree.Sentences {
		if i == 0 || s.Par {
			block++
		}
		first := n
		for _, w := range s.Words {
			t := nlp.Token{Start: int32(d.words[n].Start), End: int32(d.words[n].End), Lemma: w.Lemma, POS: nlp.ParsePOS(w.XPOS), Head: -1, Sentence: int32(i)}
			if t.Lemma == "" || t.Lemma == "_" {
				t.Lemma = strings.ToLower(w.Form)
			}
			if heads {
				t.Rel = nlp.ParseRel(w.Rel)
				if w.Head > 0 {
					t.Head = int32(first + w.Head - 1)
				}
			}
			a.Tokens = append(a.Tokens, t)
			n++
		}
		a.Sentences = append(a.Sentences, nlp.Sentence{Span: a.Span(first, n), First: first, Last: n, Block: block})
	}
	var es []nlp.Entity
	for _, c := range d.gold {
		var k nlp.EntityKind
		switch c.Kind {
		case "person":
			k = nlp.Person
		case "organization":
			k = nlp.Organization
		case "place":
			k = nlp.Place
		case "time":
			k = nlp.Date
		default:
			k = nlp.Misc
		}
		if len(c.Min) == 0 || c.Last > n {
			continue
		}
		f, l := c.Min[0], c.Min[len(c.Min)-1]+1
		ok := l <= n && l-f <= 8
		for t := f; ok && t < l; t++ {
			p := a.Tokens[t].POS
			ok = p.Proper() || t > f && (p == nlp.IN || p == nlp.DT || p == nlp.CC || p == nlp.HYPH || p == nlp.Stop)
		}
		if ok {
			es = append(es, nlp.Entity{Span: a.Span(f, l), Kind: k, First: f, Last: l})
		}
	}
	sort.SliceStable(es, func(i, j int) bool { return es[i].Last-es[i].First > es[j].Last-es[j].First })
	taken := make([]bool, n)
	for _, e := range es {
		free := true
		for t := e.First; t < e.Last; t++ {
			free = free && !taken[t]
		}
		if free {
			for t := e.First; t < e.Last; t++ {
				taken[t] = true
			}
			a.Entities = append(a.Entities, e)
		}
	}
	sort.Slice(a.Entities, func(i, j int) bool { return a.Entities[i].First < a.Entities[j].First })
	return a
}

// Heads numbers the gold referent of every token of a that can be the head of
// a gold mention; -1 elsewhere.
func (d *Document) Heads(a *nlp.Annotation) []int32 {
	out := make([]int32, len(a.Tokens))
	size := make([]int, len(a.Tokens))
	for i := range out {
		out[i] = -1
	}
	for _, m := range d.Mentions {
		for _, h := range m.Heads {
			t := a.TokenAt(h.Start)
			if t < len(a.Tokens) && (out[t] < 0 || m.Span.Len() > size[t]) {
				out[t], size[t] = int32(m.Chain), m.Span.Len()
			}
		}
	}
	return out
}

// Measure adds the chains of a to s: over the named, definite and pronoun
// mentions of persons and organisations, without referents that are mentioned
// once. A mention is found if its head lies in the gold mention's smallest
// span (as in the shared tasks on CorefUD).
func (d *Document) Measure(s *Score, a *nlp.Annotation) {
	golds := map[int][]int{}
	at := map[int][]int{} // first byte of a head word to mentions
	for i, m := range d.Mentions {
		if m.Form == nlp.Indef || m.Kind != "person" && m.Kind != "organization" {
			continue
		}
		golds[m.Chain] = append(golds[m.Chain], i)
		for _, h := range m.Heads {
			for b := h.Start; b < h.End; b++ {
				at[b] = append(at[b], i)
			}
		}
	}
	used := map[int]bool{}
	preds := map[int][]int{}
	next := len(d.Mentions)
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Chain < 0 || m.Kind == nlp.Indef {
			continue
		}
		if p := a.Tokens[m.Head].POS; p == nlp.WP || p == nlp.WDT || p == nlp.WPS {
			continue
		}
		if k := a.Chains[m.Chain].Kind; k != nlp.Person && k != nlp.Organization {
			continue
		}
		best, far := -1, 1<<30
		for _, g := range at[int(a.Tokens[m.Head].Start)] {
			x := d.Mentions[g].Span
			dist := abs(x.Start-m.Start) + abs(x.End-m.End)
			if !used[g] && dist < far {
				best, far = g, dist
			}
		}
		id := next
		if best >= 0 {
			used[best] = true
			id = best
		} else {
			next++
		}
		preds[m.Chain] = append(preds[m.Chain], id)
	}
	s.Add(several(golds), several(preds))
}

func several(m map[int][]int) [][]int {
	var ks []int
	for k, v := range m {
		if len(v) > 1 {
			ks = append(ks, k)
		}
	}
	sort.Ints(ks)
	out := make([][]int, len(ks))
	for i, k := range ks {
		out[i] = m[k]
	}
	return out
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}
