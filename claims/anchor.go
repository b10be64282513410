package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

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
		return w.low(i) != "then"
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
		if g := int(a.Tokens[n.head].Head); r == nlp.Nmod && g >= w.p.first && g < n.first && a.Tokens[g].Rel == nlp.Nsubj {
			return true // "the largest of the new entrants": to what?
		}
		return r == nlp.Nsubj || r == nlp.Root && n.first == w.p.first || r == nlp.NsubjPass || r == nlp.Obj && rulings[strings.ToLower(a.Tokens[n.head].Lemma)] || anchors < 2
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
	switch w.low(k - 1) {
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
	if a.Sentences[a.Tokens[k].Sentence].First == k && strings.Contains(a.Text, " "+w.low(k)+" ") {
		return false // a common noun at the beginning
	}
	return k+1 >= w.p.last || !a.Tokens[k+1].POS.Noun()
}

// rulings are things that a claim is about even as an object: "challenged the
// law".
var rulings = set("law bill rule ruling regulation measure decision plan deal agreement lawsuit suit case report study proposal legislation amendment treaty verdict sentence ban order policy problem")
