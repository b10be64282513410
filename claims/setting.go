package claims

import (
	"regexp"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// longestTitle is how many bytes of a title may stand in a setting.
const longestTitle = 140

// setting says at the end of the claim where it is from, as far as the claim
// depends on it: the article's title where words stayed open or nothing in the
// claim is named, and the day and the dateline's place where it tells what
// happened without saying when.
func (w *rewriting) setting() {
	topic := len(w.open()) > 0 || len(w.c.Entities) == 0 && len(w.c.Times) == 0 && len(w.subs) == 0
	when := w.undated()
	if !topic && !when {
		return
	}
	var parts []string
	intro := "reported "
	t := w.title()
	if !when && t == "" {
		return
	}
	if topic && t != "" && !strings.Contains(t, w.c.Span.Of(w.a.Text)) {
		intro = "from "
		parts = append(parts, "“"+strings.NewReplacer("“", "‘", "”", "’", "\"", "'", "[", "(", "]", ")").Replace(t)+"”")
	}
	if p := w.dateplace(); p != "" {
		if intro == "reported " {
			intro = "reported from "
		}
		parts = append(parts, p)
	}
	if !w.pub.IsZero() {
		parts = append(parts, w.pub.Format(longDay))
	}
	if len(parts) == 0 {
		return
	}
	end := w.c.Span.End
	w.put(span.Span{Start: end, End: end}, " ["+intro+strings.Join(parts, ", ")+"]", "setting")
}

// title is the article's title, or its first block if that is a heading; ""
// for none, or for one too long to be one.
func (ar *article) title() string {
	t := ar.doc.Title
	if t == "" && len(ar.units) > 0 && ar.units[0].Heading {
		t = ar.a.Span(ar.units[0].First, ar.units[0].Last).Of(ar.a.Text)
	}
	t = strings.TrimSuffix(strings.Join(strings.Fields(t), " "), ".")
	if len(t) > longestTitle {
		return ""
	}
	return t
}

// undated reports whether the claim tells of something that happened, or
// stands so just now, and does not say when.
func (w *rewriting) undated() bool {
	a, p := w.a, w.p
	for i := range w.c.Times {
		if !w.c.Times[i].From.IsZero() {
			return false
		}
	}
	if p.verb < 0 {
		return false
	}
	f := w.finite(p.verb, p.first, p.last)
	switch a.Tokens[p.verb].POS {
	case nlp.VBD, nlp.VBG:
		return true
	case nlp.VBN:
		// "has done", "was done", not "is done" day by day.
		return f < 0 || a.Tokens[f].POS == nlp.VBD || a.Tokens[f].Lemma == "have"
	}
	return f >= 0 && a.Tokens[f].POS == nlp.VBD
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
		words := strings.Fields(strings.ToLower(m[1]))
		for k, x := range words {
			words[k] = strings.ToUpper(x[:1]) + x[1:]
		}
		if x := strings.Join(words, " "); len(m[1]) > 3 {
			ar.place = x + m[2]
		}
		break
	}
	return ar.place
}
