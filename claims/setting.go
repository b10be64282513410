package claims

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// longestTitle is how many bytes of a title may stand in a setting.
const longestTitle = 140

// setting says at the end of the claim where it is from, as far as the claim
// depends on it: who says it and the article's title where what stayed open
// bears the claim or nothing in it is named, and the day and the dateline's
// place where it tells what happened without saying when.
func (w *rewriting) setting() {
	topic, when := w.adrift(), w.undated()
	if !topic && !when {
		return
	}
	var parts []string
	intro := "reported "
	if topic {
		if n := w.teller(); n != "" {
			parts, intro = append(parts, "said by "+n), ""
		}
		if t := w.title(); t != "" && !strings.Contains(t, w.c.Span.Of(w.a.Text)) {
			t = "“" + strings.NewReplacer("“", "‘", "”", "’", "\"", "'", "[", "(", "]", ")").Replace(t) + "”"
			if len(parts) > 0 {
				t = "in " + t
			} else {
				intro = "from "
			}
			parts = append(parts, t)
		}
		if w.title() == "" && !w.explainedOnce() {
			if s := w.follows(); s != "" {
				parts, intro = append(parts, "after “"+strings.NewReplacer("“", "‘", "”", "’", "\"", "'").Replace(s)+"”"), ""
			}
		}
		topic = len(parts) > 0
	}
	if !topic && !w.explainedOnce() {
		if s := w.earlier(); s != "" {
			parts, intro = append(parts, "after “"+strings.NewReplacer("“", "‘", "”", "’", "\"", "'").Replace(s)+"”"), ""
		}
	}
	if p := w.dateplace(); p != "" && (len(parts) == 0 || topic && w.local()) && (!topic || !w.placeNamed()) {
		if intro == "reported " {
			intro = "reported from "
		}
		parts = append(parts, p)
	}
	if !w.pub.IsZero() && (topic || when) {
		parts = append(parts, w.pub.Format(longDay))
	}
	if len(parts) == 0 || !topic && !when {
		return
	}
	end := w.c.Span.End
	w.put(span.Span{Start: end, End: end}, " ["+intro+strings.Join(parts, ", ")+"]", "setting")
}

// follows is the sentence before the claim's, for articles without a title, ""
// where it would have to be explained itself.
func (w *rewriting) follows() string {
	a := w.a
	s := int(a.Tokens[w.p.first].Sentence)
	if s == 0 || w.heading(s-1) || a.Sentences[s].Block-a.Sentences[s-1].Block > 1 {
		return ""
	}
	return w.explain(a.Sentences[s-1].First, a.Sentences[s-1].Last, noneOpen)
}

// earlier is the sentence before the claim's, if it tells of a time some days
// before publication, to which a claim in the past tense without a time of its
// own is likely to belong.
func (w *rewriting) earlier() string {
	a := w.a
	if w.pub.IsZero() || w.p.verb < 0 || a.Tokens[w.p.verb].POS != nlp.VBD {
		return ""
	}
	s := int(a.Tokens[w.p.first].Sentence)
	if s == 0 || w.heading(s-1) || a.Sentences[s].Block-a.Sentences[s-1].Block > 1 {
		return ""
	}
	y := &a.Sentences[s-1]
	sp := a.Span(y.First, y.Last)
	l := lexed(lex(nil, a.Text, sp.Start, sp.End))
	past := false
	for _, t := range l.times(a.Text, anchor{pub: w.pub}, nil) {
		switch {
		case t.To.IsZero():
		case t.To.Before(w.pub.AddDate(0, 0, -6)):
			past = true
		default:
			return "" // it tells of these days too
		}
	}
	if !past {
		return ""
	}
	return w.explain(y.First, y.Last, noneOpen)
}

// local reports whether the claim leaves a place open that the dateline may
// tell: "the city", "here".
func (w *rewriting) local() bool {
	for _, s := range w.open() {
		words := strings.Fields(strings.ToLower(s.Of(w.a.Text)))
		if l := words[len(words)-1]; placeNouns[l] || localNouns[l] || l == "here" || l == "there" || l == "area" || l == "neighborhood" || l == "neighbourhood" {
			return true
		}
	}
	return false
}

// explainedOnce reports whether a sentence stands in the claim already to
// explain it.
func (w *rewriting) explainedOnce() bool {
	for _, x := range w.subs {
		if x.Why == "explained" {
			return true
		}
	}
	return false
}

// teller is the name of who says the claim, "" where the claim names them, or
// where it is the article's own.
func (w *rewriting) teller() string {
	if w.c.Speaker < 0 || w.c.Speaker >= len(w.q.Speakers) {
		return ""
	}
	s := &w.q.Speakers[w.c.Speaker]
	switch s.Kind {
	case quotes.PersonSpeaker, quotes.OrganizationSpeaker, quotes.UnnamedSpeaker:
	default:
		return ""
	}
	n := w.speakerName(s)
	if n == "" || s.Kind != quotes.UnnamedSpeaker && !properName(n) {
		return ""
	}
	for i := range w.a.Chains {
		if c := &w.a.Chains[i]; s.Kind == quotes.OrganizationSpeaker && c.Name == n {
			n = w.withArticle(i, n)
			break
		}
	}
	for _, x := range w.subs {
		if strings.Contains(x.To, n) {
			return ""
		}
	}
	if strings.Contains(w.c.Span.Of(w.a.Text), n) {
		return ""
	}
	return n
}

// adrift reports whether the claim needs to be told what it is about: a word
// that stayed open bears it, or it names nothing.
func (w *rewriting) adrift() bool {
	a := w.a
	for _, x := range w.subs {
		if x.Why == "definite" && x.Span.Start == w.c.Span.Start && strings.LastIndexFunc(x.To, unicode.IsUpper) < 0 && !strings.ContainsAny(x.To, "0123456789") && len(strings.Fields(x.To)) <= 4 {
			return true // "the contentious visa program": which?
		}
		if x.Why == "subject" {
			switch f, _, _ := strings.Cut(strings.ToLower(x.To), " "); f {
			case "that", "this", "these", "those", "it", "they", "he", "she", "we":
				if !strings.Contains(x.To, "speaking]") {
					return true
				}
			}
		}
		if x.Why == "relative" && strings.LastIndexFunc(x.To, unicode.IsUpper) <= 0 {
			return true
		}
	}
	anchors := w.anchors()
	for _, s := range w.open() {
		if w.bears(s, anchors) {
			return true
		}
	}
	if r := w.root(w.p.first, w.p.last); r >= 0 && w.p.subjectLast == w.p.subjectFirst && a.Tokens[r].POS == nlp.VB {
		if _, sl := w.subject(r, w.p.first, w.p.last); sl == 0 && !w.anyFinite(w.p.first, r) {
			return true // "expect to hear the hits": whose?
		}
	}
	if anchors > 0 && w.anyFinite(w.p.first, w.p.last) {
		return false
	}
	for _, x := range w.subs {
		switch x.Why {
		case "explained", "definite", "pronoun", "first person", "subject":
			if to := strings.TrimSpace(x.To); strings.LastIndexFunc(to, unicode.IsUpper) > 0 || x.Why != "subject" && properName(to) || strings.IndexFunc(to, unicode.IsUpper) == 0 && strings.ContainsAny(to, "'’") {
				return false
			}
		}
	}
	return true
}

// bears reports whether the claim cannot be understood without what the open
// words s mean, when it has so many anchors.
func (w *rewriting) bears(s span.Span, anchors int) bool {
	a := w.a
	i := a.TokenAt(s.Start)
	if i >= len(a.Tokens) {
		return false
	}
	for k := range w.c.Times {
		if w.c.Times[k].Span == s {
			return w.pub.IsZero() || !w.c.Times[k].Relative
		}
	}
	if w.pointingAt(i) > 0 {
		return true
	}
	switch t := &a.Tokens[i]; t.POS {
	case nlp.RB:
		return strings.ToLower(a.Word(i)) != "then"
	case nlp.DT:
		n, ok := w.definiteAt(i, w.p.last)
		if !ok || n.pointing {
			return true
		}
		if l := strings.ToLower(a.Tokens[n.head].Lemma); localNouns[l] && n.last-n.first == 2 {
			return true
		}
		for k := n.first + 1; k <= n.head; k++ {
			if kinds[strings.ToLower(a.Tokens[k].Lemma)] && (k == n.head || a.Tokens[k+1].POS == nlp.POSS) && !w.bodyNamed() {
				return true // "the veteran band's hits": whose?
			}
		}
		r := a.Tokens[n.head].Rel
		return r == nlp.Nsubj || r == nlp.NsubjPass || r == nlp.Obj && rulings[strings.ToLower(a.Tokens[n.head].Lemma)] || anchors < 2
	case nlp.NNP, nlp.NNPS:
		return anchors < 2
	}
	return true
}

// bodyNamed reports whether the claim names an organisation, or a person in
// full.
func (w *rewriting) bodyNamed() bool {
	for i := range w.c.Entities {
		switch e := &w.c.Entities[i]; e.Kind {
		case nlp.Organization.String():
			return true
		case nlp.Person.String():
			if strings.Contains(e.Name, " ") {
				return true
			}
		}
	}
	return false
}

// anchors counts what the claim names in full, and its times.
func (w *rewriting) anchors() int {
	a, n := w.a, 0
	for k := w.p.first; k < w.p.last; k++ {
		if !a.Tokens[k].POS.Proper() && !w.unknownName(k) || w.timeWord(k) {
			continue
		}
		first := k
		for k+1 < w.p.last && (a.Tokens[k+1].POS.Proper() || (a.Word(k+1) == "of" || a.Tokens[k+1].Start == a.Tokens[k].End && a.Tokens[k+1].POS != nlp.POSS && a.Word(k+1) != ",") && k+2 < w.p.last && a.Tokens[k+2].POS.Proper()) {
			k++
		}
		// "GOP" in "the GOP candidate" names no candidate, nor does a surname
		// that nothing makes full.
		if k == first && !w.namesAlone(k) {
			continue
		}
		n++
	}
	for i := range w.c.Times {
		if n > 0 && !w.c.Times[i].From.IsZero() {
			return n + 1 // a date alone does not tell what about
		}
	}
	return n
}

// unknownName reports whether token k is a noun with a capital within its
// sentence: a name that the tagger does not know.
func (w *rewriting) unknownName(k int) bool {
	a := w.a
	if a.Tokens[k].POS != nlp.NN || a.Sentences[a.Tokens[k].Sentence].First == k || isMark(a, k-1) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(a.Word(k))
	return unicode.IsUpper(r)
}

// perhapsPlace reports whether the lone name at token k, taken for a person's,
// stands where places do: "the fleet of Hakuma".
func (w *rewriting) perhapsPlace(k int) bool {
	if k == w.p.first {
		return false
	}
	switch strings.ToLower(w.a.Word(k - 1)) {
	case "in", "near", "at", "from", "off":
		return true
	case "of":
		return k > w.p.first+1 && w.a.Tokens[k-2].POS == nlp.NN
	}
	return false
}

// namesAlone reports whether the single proper noun at token k is enough to
// know what is meant.
func (w *rewriting) namesAlone(k int) bool {
	a := w.a
	s := a.Span(k, k+1)
	for i := range w.c.Entities {
		e := &w.c.Entities[i]
		if !e.Span.Contains(s) {
			continue
		}
		switch e.Kind {
		case nlp.Person.String():
			return strings.Contains(e.Name, " ") || w.perhapsPlace(k)
		case nlp.Place.String():
			return true
		}
	}
	if strings.ContainsAny(a.Word(k), "0123456789") {
		return true
	}
	if a.Sentences[a.Tokens[k].Sentence].First == k && strings.Contains(a.Text, " "+strings.ToLower(a.Word(k))+" ") {
		return false // a common noun at the beginning
	}
	return k+1 >= w.p.last || !a.Tokens[k+1].POS.Noun()
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

// title is the article's title, or its first block if that is a heading or a
// single sentence, as a title with a full stop is; "" for none, or for one too
// long to be one.
func (ar *article) title() string {
	if !ar.titled {
		ar.titled, ar.heads = true, ar.findTitle()
	}
	return ar.heads
}

func (ar *article) findTitle() string {
	t := ar.doc.Title
	if t == "" && len(ar.units) > 3 {
		for i := range ar.doc.Blocks {
			b := &ar.doc.Blocks[i]
			if !b.Quotable() && b.Kind != extract.Heading {
				continue
			}
			// Without a stop and no heading it is a caption or a button.
			s := b.Span.Of(ar.doc.Text)
			if u := ar.units[0]; u.Heading || (ar.a.Span(u.First, u.Last).End >= b.End || strings.Contains(s, ";") && len(s) < 200 || len(s) < 100) && strings.ContainsAny(s[max(0, len(s)-4):], ".!?") {
				t = s
			}
			break
		}
	}
	t = strings.TrimSuffix(strings.Join(strings.Fields(t), " "), ".")
	if h, _, ok := strings.Cut(t, "; "); ok && len(strings.Fields(h)) > 3 {
		t = h // what follows is the line below
	}
	if len(t) > longestTitle || len(strings.Fields(t)) < 3 || strings.HasPrefix(t, "-") || t[0] >= 'a' && t[0] <= 'z' {
		return "" // "- Advertisement -"
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
	for i := range w.c.Times {
		if t := &w.c.Times[i]; t.Relative && t.From.IsZero() && !w.pub.IsZero() {
			return true // "in recent weeks"
		}
	}
	if len(w.c.Times) == 0 {
		for k := p.first; k < p.last; k++ {
			switch strings.ToLower(a.Word(k)) {
			case "soon", "currently", "recently", "lately", "now":
				if prev := strings.ToLower(a.Word(max(k-1, p.first))); a.Tokens[k].POS == nlp.RB && prev != "how" && prev != "as" {
					return true
				}
			}
		}
		// A share of today's is another one tomorrow.
		for i := range w.c.Quantities {
			if w.c.Quantities[i].Unit == "percent" && w.anchors() > 0 {
				return true
			}
		}
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
		words := strings.Fields(strings.ToLower(strings.TrimRight(m[1], " -")))
		for k, x := range words {
			r, n := utf8.DecodeRuneInString(x)
			words[k] = string(unicode.ToUpper(r)) + x[n:]
		}
		if x := strings.Join(words, " "); len(m[1]) > 3 {
			ar.place = x + m[2]
		}
		break
	}
	return ar.place
}

// rulings are things that a claim is about even as an object: "challenged the
// law".
var rulings = set("law bill rule ruling regulation measure decision plan deal agreement lawsuit suit case report study proposal legislation amendment treaty verdict sentence ban order policy problem")
