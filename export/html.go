package export

import (
	_ "embed" // the page's template
	"fmt"
	"html/template"
	"io"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/onrecord/onrecord"
)

//go:embed page.html
var pageSource string

var pageTemplate = sync.OnceValues(func() (*template.Template, error) { return template.New("page").Parse(pageSource) })

// HTML writes r as one page to read by eye: the article with its quotations
// in a colour for each speaker and its claims underlined, details on hover.
// The page needs nothing from the network.
func HTML(w io.Writer, r *onrecord.Record) error {
	t, err := pageTemplate()
	if err != nil {
		return err
	}
	return t.Execute(w, newPage(r))
}

type page struct {
	Lang, Title, Note string
	Facts             []string
	URL               string
	Blocks            []pageBlock
	Speakers          []pageSpeaker
	Claims            []pageItem
	NQuotes           int
	Cards             map[string]card // by id, for the script
}

type pageBlock struct {
	Class  string
	N      int
	Pieces []piece
}

// piece is a stretch of text that the same annotations cover.
type piece struct {
	Text    string
	Class   string
	Style   template.CSS
	IDs     string
	First   string // the id of the quotation or claim that begins here
	Covered bool
}

type pageSpeaker struct {
	Name, Details string
	Style         template.CSS
	Quotes        []pageItem
}

type pageItem struct {
	ID, Text, Details string
	Paragraph         int
}

// card is what hovering shows.
type card struct {
	Head  string   `json:"head"`
	Lines []string `json:"lines"`
	Hue   int      `json:"hue"`
}

// layer is one annotated stretch.
type layer struct {
	start, end int
	id         string
	class      string
	hue        int // -1 for none
}

func newPage(r *onrecord.Record) *page {
	a := &r.Article
	p := &page{Lang: a.Language, Title: a.Title, URL: a.URL, NQuotes: len(r.Quotes), Cards: map[string]card{}}
	if p.Title == "" {
		p.Title = r.Input
	}
	for _, f := range []string{a.Site, strings.Join(a.Authors, ", "), strings.Replace(a.Published, "T", " ", 1)} {
		if f != "" {
			p.Facts = append(p.Facts, f)
		}
	}
	switch a.Form {
	case "index":
		p.Note = "This page lists articles and is none itself."
	case "stub":
		p.Note = "Only the free beginning of this article is here."
	case "empty":
		p.Note = "There is no readable text here."
	}
	if !strings.HasPrefix(p.URL, "http://") && !strings.HasPrefix(p.URL, "https://") {
		p.URL = ""
	}
	hue := map[string]int{}
	at := map[string]int{}
	for i, s := range r.Speakers {
		hue[s.ID], at[s.ID] = speakerHue(i), i
	}
	speakers := speakersByID(r)
	var layers []layer
	items := make([][]pageItem, len(r.Speakers)+1)
	for _, q := range r.Quotes {
		h, who, k := -1, "Not attributed", len(r.Speakers)
		if q.Speaker != nil && speakers[*q.Speaker] != nil {
			h, who, k = hue[*q.Speaker], Describe(speakers[*q.Speaker]), at[*q.Speaker]
		}
		for _, c := range q.Content {
			layers = append(layers, layer{c.Start, c.End, q.ID, "q " + q.Type, h})
		}
		if q.Cue != nil {
			layers = append(layers, layer{q.Cue.Start, q.Cue.End, q.ID, "cue", h})
		}
		for _, s := range q.Source {
			layers = append(layers, layer{s.Start, s.End, q.ID, "source", h})
		}
		lines := []string{q.Type + " · " + q.Act + flags(&q)}
		if q.Cue != nil {
			lines = append(lines, "cue: "+q.Cue.Text)
		}
		if len(q.Source) > 0 {
			lines = append(lines, "source: "+words(q.Source))
		}
		if q.Within != nil {
			lines = append(lines, "within "+*q.Within)
		}
		lines = append(lines, fmt.Sprintf("%s · %.0f%% · %s", q.ID, 100*q.Confidence, q.How))
		p.Cards[q.ID] = card{who, lines, h}
		start := 0
		if len(q.Content) > 0 {
			start = q.Content[0].Start
		}
		items[k] = append(items[k], pageItem{ID: q.ID, Text: words(q.Content), Details: q.Type + flags(&q), Paragraph: paragraph(r, start)})
	}
	for i, s := range r.Speakers {
		if len(items[i]) > 0 {
			more := strings.TrimPrefix(strings.TrimPrefix(Describe(&s), s.Name), ", ")
			if s.Kind != "person" {
				more = strings.TrimPrefix(more+" · "+s.Kind, " · ")
			}
			p.Speakers = append(p.Speakers, pageSpeaker{Name: s.Name, Details: more, Style: hueStyle(hue[s.ID]), Quotes: items[i]})
		}
	}
	if rest := items[len(r.Speakers)]; len(rest) > 0 {
		p.Speakers = append(p.Speakers, pageSpeaker{Name: "Not attributed", Quotes: rest})
	}
	for _, m := range r.Marked {
		layers = append(layers, layer{m.Span.Start, m.Span.End, "", "marked", -1})
	}
	claims := make([]*onrecord.Claim, len(r.Claims))
	for i := range r.Claims {
		claims[i] = &r.Claims[i]
	}
	slices.SortStableFunc(claims, func(a, b *onrecord.Claim) int { return a.Rank - b.Rank })
	for _, c := range claims {
		layers = append(layers, layer{c.Span.Start, c.Span.End, c.ID, "c", -1})
		by := "the article"
		if c.Claimant.Speaker != nil && speakers[*c.Claimant.Speaker] != nil {
			by = speakers[*c.Claimant.Speaker].Name
		}
		head := fmt.Sprintf("Claim %d · %s", c.Rank, c.Type)
		lines := []string{c.Stance + " by " + by + fmt.Sprintf(" · %.0f%%", 100*c.Score)}
		if c.Standalone != "" && c.Standalone != c.Span.Text {
			lines = append(lines, "“"+c.Standalone+"”")
		}
		if len(c.Reasons) > 0 {
			lines = append(lines, strings.Join(c.Reasons, "; "))
		}
		p.Cards[c.ID] = card{head, lines, -1}
		p.Claims = append(p.Claims, pageItem{ID: c.ID, Text: c.Span.Text, Details: fmt.Sprintf("%s · %s by %s · %.0f%%", c.Type, c.Stance, by, 100*c.Score), Paragraph: paragraph(r, c.Span.Start)})
	}
	seen := map[string]bool{}
	n := 0
	for _, b := range a.Blocks {
		o := pageBlock{Class: b.Kind, Pieces: pieces(a.Text, b.Start, b.End, layers, seen)}
		if b.Kind != "boilerplate" {
			n++
			o.N = n
		}
		p.Blocks = append(p.Blocks, o)
	}
	return p
}

func flags(q *onrecord.Quote) string {
	s := ""
	for _, f := range []struct {
		on   bool
		name string
	}{{q.Negated, "negated"}, {q.Hedged, "hedged"}, {q.Endorsed, "endorsed"}, {q.Disputed, "disputed"}} {
		if f.on {
			s += " · " + f.name
		}
	}
	return s
}

// speakerHue spreads colours: the first eight far from each other, then by
// the golden angle.
func speakerHue(i int) int {
	first := [...]int{210, 30, 140, 280, 350, 180, 55, 315}
	if i < len(first) {
		return first[i]
	}
	return (17 + i*137) % 360
}

func hueStyle(h int) template.CSS {
	if h < 0 {
		return ""
	}
	return template.CSS(fmt.Sprintf("--h:%d", h))
}

// paragraph is the number of the block that holds an offset, from 1, without
// boilerplate.
func paragraph(r *onrecord.Record, at int) int {
	n := 0
	for _, b := range r.Article.Blocks {
		if b.Start > at {
			break
		}
		if b.Kind != "boilerplate" {
			n++
		}
	}
	return n
}

// pieces cuts text[start:end] wherever a layer begins or ends.
func pieces(text string, start, end int, layers []layer, seen map[string]bool) []piece {
	cuts := []int{start, end}
	var here []layer
	for _, l := range layers {
		if l.start < end && start < l.end {
			here = append(here, l)
			cuts = append(cuts, max(start, l.start), min(end, l.end))
		}
	}
	sort.Ints(cuts)
	cuts = slices.Compact(cuts)
	// Longer stretches are outer: the last one that covers a piece gives it
	// its colour.
	sort.SliceStable(here, func(i, j int) bool { return here[i].end-here[i].start > here[j].end-here[j].start })
	var out []piece
	for i := 0; i+1 < len(cuts); i++ {
		p := piece{Text: text[cuts[i]:cuts[i+1]]}
		var classes, ids []string
		hue, outer := -1, -1
		for _, l := range here {
			if l.start > cuts[i] || l.end < cuts[i+1] {
				continue
			}
			classes = append(classes, strings.Fields(l.class)...)
			if l.id != "" && !slices.Contains(ids, l.id) {
				ids = append(ids, l.id)
			}
			if strings.HasPrefix(l.class, "q ") {
				if hue >= 0 {
					outer = hue
				}
				hue = l.hue
			} else if l.hue >= 0 && hue < 0 {
				hue = l.hue
			}
			if l.start == cuts[i] && !seen[l.id] && (l.class == "c" || strings.HasPrefix(l.class, "q ")) && p.First == "" && l.id != "" {
				p.First = l.id
				seen[l.id] = true
			}
		}
		if outer >= 0 {
			classes = append(classes, "nested")
		}
		slices.Sort(classes)
		p.Class, p.IDs, p.Covered = strings.Join(slices.Compact(classes), " "), strings.Join(ids, " "), len(classes) > 0
		if hue >= 0 {
			p.Style = hueStyle(hue)
			if outer >= 0 {
				p.Style += template.CSS(fmt.Sprintf(";--o:%d", outer))
			}
		}
		out = append(out, p)
	}
	return out
}
