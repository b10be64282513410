package claims

import (
	"regexp"
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// local reports whether the claim leaves a place open that the dateline may
// tell: "the city", "here".
func (w *rewriting) local() bool {
	for _, s := range w.open() {
		words := strings.Fields(strings.ToLower(s.Of(w.a.Text)))
		if l := words[len(words)-1]; placeNouns[l] || localNouns[l] || l == "here" || l == "there" || l == "area" || l == "neighborhood" || l == "neighbourhood" {
			return true
		}
	}
	return w.compass()
}

// compass reports whether the claim names a part of a country that it does not
// name: "in the north", "up north".
func (w *rewriting) compass() bool {
	a := w.a
	for k := w.p.first + 1; k < w.p.last; k++ {
		switch w.low(k) {
		case "north", "south", "east", "west":
		default:
			continue
		}
		if k+1 < w.p.last && (a.Tokens[k+1].POS == nlp.IN || a.Tokens[k+1].POS == nlp.HYPH || a.Tokens[k+1].POS.Noun()) {
			continue
		}
		switch w.low(k - 1) {
		case "the", "up", "down":
			return true
		}
	}
	return false
}

// placeNamed reports whether the claim or the title names a place.
func (w *rewriting) placeNamed() bool {
	for i := range w.c.Entities {
		if w.c.Entities[i].Kind == nlp.Place.String() {
			return true
		}
	}
	p, _, _ := strings.Cut(w.dateplace(), ",")
	return strings.Contains(w.title(), p)
}

// datelines begin a report with its place: "SAN FRANCISCO (AP) —".
var datelines = regexp.MustCompile(`^(\p{Lu}[\p{Lu}'’. -]{2,30})((?:, \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?)?)(?:, \p{Lu}[a-z.]+ \d{1,2})? ?(?:\([\p{L} .]+\)|/[\p{L} .]+/)? ?(?:—|–|--|- )`)

// dateplace is the place in the article's dateline, "" if it has none.
func (ar *article) dateplace() string {
	if ar.placed {
		return ar.place
	}
	ar.placed = true
	n := 0
	for i := range ar.doc.Blocks {
		b := &ar.doc.Blocks[i]
		if !b.Quotable() || n == 3 {
			continue
		}
		n++
		head := b.Span.Of(ar.doc.Text)[:min(b.End-b.Start, 90)]
		m := datelines.FindStringSubmatch(head)
		if m == nil {
			if ar.place = ar.placeBefore(head); ar.place != "" {
				break
			}
			continue
		}
		words := strings.Fields(strings.ToLower(strings.TrimRight(m[1], " -")))
		for k, x := range words {
			words[k] = capitalized(x)
		}
		if x := strings.Join(words, " "); len(m[1]) > 3 {
			ar.place = x + m[2]
		}
		break
	}
	return ar.place
}

// placeBefore is the place that text begins with before a colon or a dash, "NEW
// ORSUND: Two men", "Belmark, Md. – Two men", if the article names it elsewhere as
// one or a state or country follows it; "" for none.
func (ar *article) placeBefore(text string) string {
	end := -1
	for _, mark := range [...]string{": ", " — ", " – ", " -- "} {
		if i := strings.Index(text, mark); i > 3 && i < 50 && (end < 0 || i < end) {
			end = i
		}
	}
	if end < 0 {
		return ""
	}
	words := strings.Fields(text[:end])
	for i, x := range words {
		if !capital(x) || i > 4 {
			return ""
		}
	}
	town, rest, more := strings.Cut(text[:end], ", ")
	if n := len(strings.Fields(town)); n == 0 || n > 3 || strings.ContainsAny(town, ".()") {
		return ""
	}
	if town == strings.ToUpper(town) {
		parts := strings.Fields(strings.ToLower(town))
		for i, x := range parts {
			parts[i] = capitalized(x)
		}
		town = strings.Join(parts, " ")
	}
	if more && len(strings.Fields(rest)) <= 3 && !strings.Contains(rest, ":") {
		first, _, _ := strings.Cut(rest, ",")
		if len(first) == 2 && first == strings.ToUpper(first) || strings.HasSuffix(first, ".") || states[first] || nations[first] != "" {
			return town + ", " + rest
		}
		return ""
	}
	if more {
		return ""
	}
	last := town[strings.LastIndexByte(town, ' ')+1:]
	switch last {
	case "News", "Times", "Post", "Herald", "Press", "Gazette", "Tribune", "Journal", "Mail", "Observer", "Online", "Today":
		return "" // a paper
	}
	for i := range ar.a.Entities {
		if e := &ar.a.Entities[i]; e.Kind == nlp.Place && int(e.Span.Start) > 0 && (e.Span.Of(ar.a.Text) == town || e.Span.Of(ar.a.Text) == last) {
			return town
		}
	}
	return ""
}

// wires reports whether name is that of the agency in the article's dateline.
func (ar *article) wires(name string) bool {
	if name == "" || ar.dateplace() == "" {
		return false
	}
	head := ar.doc.Text[:min(len(ar.doc.Text), 400)]
	for i := 0; ; {
		k := strings.Index(head[i:], "("+name+")")
		if k < 0 {
			return false
		}
		i += k + len(name) + 2
		rest := strings.TrimLeft(head[i:], " ")
		for _, dash := range [...]string{"—", "–", "-"} {
			if strings.HasPrefix(rest, dash) {
				return true
			}
		}
	}
}
