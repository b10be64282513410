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
		m := datelines.FindStringSubmatch(b.Span.Of(ar.doc.Text)[:min(b.End-b.Start, 90)])
		if m == nil {
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
