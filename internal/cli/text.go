package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/export"
	"github.com/rivo/uniseg"
)

// summary writes r for a person to read: the quotations by speaker, then the
// claims, most check-worthy first, each with the number of its paragraph.
func (s *screen) summary(w io.Writer, r *onrecord.Record, keeps func(part string) bool) error {
	p := printer{screen: s, record: r, speakers: map[string]*onrecord.Speaker{}, quotes: map[string]*onrecord.Quote{}}
	for i := range r.Speakers {
		p.speakers[r.Speakers[i].ID] = &r.Speakers[i]
	}
	for i := range r.Quotes {
		p.quotes[r.Quotes[i].ID] = &r.Quotes[i]
	}
	p.head()
	if keeps("article") && !keeps("quotes") && !keeps("claims") {
		p.article()
	}
	if keeps("quotes") {
		p.quotations()
	}
	if keeps("claims") {
		p.claims()
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

type printer struct {
	*screen
	record   *onrecord.Record
	speakers map[string]*onrecord.Speaker
	quotes   map[string]*onrecord.Quote
	out      strings.Builder
}

// Select Graphic Rendition codes.
const (
	bold   = "1"
	dim    = "2"
	red    = "31"
	yellow = "33"
	cyan   = "36"
)

func (p *printer) paint(code, s string) string {
	if !p.colour || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p *printer) line(s string) { p.out.WriteString(strings.TrimRight(s, " ") + "\n") }

func (p *printer) head() {
	a := &p.record.Article
	title := a.Title
	if title == "" {
		title = p.record.Input
	}
	for _, l := range wrap(title, p.width) {
		p.line(p.paint(bold, l))
	}
	var facts []string
	if a.Site != "" {
		facts = append(facts, a.Site)
	}
	if len(a.Authors) > 0 {
		facts = append(facts, "by "+strings.Join(a.Authors, ", "))
	}
	if a.Published != "" {
		facts = append(facts, strings.Replace(a.Published, "T", " ", 1))
	}
	facts = append(facts, count(len(strings.Fields(a.Text)), "word", "words"))
	for _, l := range wrap(strings.Join(facts, " · "), p.width) {
		p.line(p.paint(dim, l))
	}
	if a.URL != "" {
		p.line(p.paint(dim, a.URL))
	} else if a.Title != "" {
		p.line(p.paint(dim, p.record.Input))
	}
	note := map[string]string{
		"index": "This page lists articles and is none itself: nothing was read from it.",
		"stub":  "Only the free beginning of this article is here; the rest is behind a paywall.",
		"empty": "There is no readable text here.",
	}[a.Form]
	if note != "" {
		p.line("")
		for _, l := range wrap(note, p.width) {
			p.line(p.paint(yellow, l))
		}
	}
}

func (p *printer) article() {
	for _, b := range p.record.Article.Blocks {
		if b.Kind == "boilerplate" {
			continue
		}
		p.line("")
		text := p.record.Article.Text[b.Start:b.End]
		switch b.Kind {
		case "paragraph":
			p.hang("", "", text)
		case "heading":
			for _, l := range wrap(text, p.width) {
				p.line(p.paint(bold, l))
			}
		case "list_item":
			p.hang("  - ", "    ", text)
		default:
			p.line(p.paint(dim, "["+strings.ReplaceAll(b.Kind, "_", " ")+"]"))
			p.hang("    ", "    ", text)
		}
	}
}

// group is the quotations of one speaker.
type group struct {
	speaker *onrecord.Speaker // nil: not attributed
	quotes  []*onrecord.Quote
}

// groups sorts the quotations by speaker, in order of appearance; those
// without one come last.
func (p *printer) groups() []group {
	var gs []group
	at := map[string]int{}
	var rest []*onrecord.Quote
	for i := range p.record.Quotes {
		q := &p.record.Quotes[i]
		if q.Speaker == nil {
			rest = append(rest, q)
			continue
		}
		k, ok := at[*q.Speaker]
		if !ok {
			k = len(gs)
			at[*q.Speaker] = k
			gs = append(gs, group{speaker: p.speakers[*q.Speaker]})
		}
		gs[k].quotes = append(gs[k].quotes, q)
	}
	if len(rest) > 0 {
		gs = append(gs, group{quotes: rest})
	}
	return gs
}

func (p *printer) quotations() {
	gs := p.groups()
	who := len(gs)
	if who > 0 && gs[who-1].speaker == nil {
		who--
	}
	title := fmt.Sprintf("%d by %s", len(p.record.Quotes), count(who, "speaker", "speakers"))
	if len(p.record.Quotes) == 0 {
		title = "none"
	}
	p.section("QUOTATIONS", title)
	for _, g := range gs {
		p.line("")
		if g.speaker == nil {
			p.line(p.paint(bold, "Not attributed"))
		} else {
			p.speaker(g.speaker)
		}
		for _, q := range g.quotes {
			p.quote(q)
		}
	}
}

// speaker is a heading such as "Ada Brook, mayor, Elding [person]".
func (p *printer) speaker(s *onrecord.Speaker) {
	text := export.Describe(s)
	if s.Kind != "person" {
		text += " [" + s.Kind + "]"
	}
	for i, l := range wrap(text, p.width) {
		name := l
		if i > 0 {
			name = ""
		} else if strings.HasPrefix(l, s.Name) {
			name = s.Name
		}
		p.line(p.paint(bold, name) + strings.TrimPrefix(l, name))
	}
}

func (p *printer) quote(q *onrecord.Quote) {
	var parts []string
	at := 0
	for i, c := range q.Content {
		if i == 0 {
			at = c.Start
		}
		parts = append(parts, c.Text)
	}
	head := fmt.Sprintf("  ¶%-3d %-9s", p.paragraph(at), q.Type)
	body := strings.Join(parts, " … ")
	var notes []string
	if q.Act != "statement" {
		notes = append(notes, q.Act)
	}
	for _, f := range []struct {
		on   bool
		name string
	}{{q.Negated, "negated"}, {q.Hedged, "hedged"}, {q.Endorsed, "confirmed by the article"}, {q.Disputed, "disputed by the article"}} {
		if f.on {
			notes = append(notes, f.name)
		}
	}
	if q.Within != nil {
		if o := p.quotes[*q.Within]; o != nil && o.Speaker != nil && p.speakers[*o.Speaker] != nil {
			notes = append(notes, "as told by "+p.speakers[*o.Speaker].Name)
		}
	}
	if q.Confidence < 0.5 {
		notes = append(notes, "unsure")
	}
	pad := strings.Repeat(" ", uniseg.StringWidth(head)+1)
	if len(notes) > 0 {
		body += " [" + strings.Join(notes, "; ") + "]"
	}
	p.hang(p.paint(dim, head)+" ", pad, body)
}

func (p *printer) claims() {
	cs := make([]*onrecord.Claim, 0, len(p.record.Claims))
	for i := range p.record.Claims {
		cs = append(cs, &p.record.Claims[i])
	}
	slices.SortStableFunc(cs, func(a, b *onrecord.Claim) int { return a.Rank - b.Rank })
	title := fmt.Sprintf("%d, the most check-worthy first", len(cs))
	switch len(cs) {
	case 0:
		title = "none"
	case 1:
		title = "1"
	}
	p.section("CLAIMS", title)
	for i, c := range cs {
		p.line("")
		head := fmt.Sprintf("%3d  ¶%-3d", i+1, p.paragraph(c.Span.Start))
		pad := strings.Repeat(" ", 11)
		text := c.Standalone
		if text == "" {
			text = c.Span.Text
		}
		p.hang(p.paint(dim, head)+"  ", pad, text)
		by := "the article"
		if s := c.Claimant.Speaker; s != nil && p.speakers[*s] != nil {
			by = p.speakers[*s].Name
		}
		stance := c.Stance
		facts := []string{c.Type, stance + " by " + by, fmt.Sprintf("%.0f%%", 100*c.Score)}
		if c.Repeats != nil {
			facts = append(facts, "repeats "+*c.Repeats)
		}
		code := dim
		if stance == "denied" {
			code = red
		}
		for _, l := range wrap(strings.Join(facts, " · "), p.width-len(pad)) {
			p.line(pad + p.paint(code, l))
		}
	}
}

func (p *printer) section(name, rest string) {
	p.line("")
	p.line(p.paint(bold+";"+cyan, name) + "  " + p.paint(dim, rest))
}

// paragraph is the number of the block that holds the byte offset at, counted
// from 1 without boilerplate.
func (p *printer) paragraph(at int) int {
	n := 0
	for _, b := range p.record.Article.Blocks {
		if b.Start > at {
			break
		}
		if b.Kind != "boilerplate" {
			n++
		}
	}
	return n
}

// hang writes text wrapped to the screen, its first line behind first and
// the others behind pad. Both take as much room.
func (p *printer) hang(first, pad, text string) {
	lines := wrap(text, p.width-len(pad))
	if len(lines) == 0 {
		lines = []string{""}
	}
	for i, l := range lines {
		if i == 0 {
			p.line(first + l)
		} else {
			p.line(pad + l)
		}
	}
}

// wrap breaks text at white space into lines of at most width columns; a
// longer word gets a line of its own. Control characters are left out, so
// that no article can steer the terminal.
func wrap(text string, width int) []string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, text)
	var lines []string
	var b strings.Builder
	n := 0
	for _, w := range strings.Fields(text) {
		k := uniseg.StringWidth(w)
		if n > 0 && n+1+k > width {
			lines = append(lines, b.String())
			b.Reset()
			n = 0
		}
		if n > 0 {
			b.WriteByte(' ')
			n++
		}
		b.WriteString(w)
		n += k
	}
	if n > 0 {
		lines = append(lines, b.String())
	}
	return lines
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
