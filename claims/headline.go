package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// foundBy are words that a headline names its source by: "Poll: two in three
// would leave".
var foundBy = set("poll study survey report analysis")

// longestHeadline is how many words a first line has at most that is taken for
// a headline where the article has no other title.
const longestHeadline = 17

// isHeadline reports whether the claim is the article's title or a part of it.
func (w *rewriting) isHeadline() bool {
	return strings.Contains(w.title(), strings.TrimSuffix(w.c.Span.Of(w.a.Text), ".")) && (w.doc.Title != "" || len(strings.Fields(w.title())) <= longestHeadline)
}

// headline makes a sentence of a claim that is a headline: what names its
// source goes, and a verb left out is put in.
func (w *rewriting) headline() {
	if !w.isHeadline() {
		return
	}
	w.headlineCopula()
	if n := w.foundByWord(); n > 0 {
		w.put(span.Span{Start: w.c.Span.Start, End: w.c.Span.Start + n}, "", "headline")
	}
}

// foundByWord is how many bytes of the claim name its source: "Poll: ".
func (w *rewriting) foundByWord() int {
	if first, _, ok := strings.Cut(w.c.Span.Of(w.a.Text), ": "); ok && foundBy[strings.ToLower(first)] {
		return len(first) + len(": ")
	}
	return 0
}

// headlineSource is the source that a headline names before a colon, as a note;
// "" for none.
func (w *rewriting) headlineSource() string {
	a := w.a
	if n := w.foundByWord(); n > 0 {
		return "according to a " + strings.ToLower(a.Text[w.c.Span.Start:w.c.Span.Start+n-len(": ")])
	}
	first := a.Sentences[a.Tokens[w.p.first].Sentence].First
	if w.p.first != first+2 || a.Word(first+1) != ":" || !capital(a.Word(first)) {
		return ""
	}
	if low := w.low(first); foundBy[low] {
		return "according to a " + low
	}
	if !a.Tokens[first].POS.Proper() {
		return ""
	}
	return "according to " + a.Word(first)
}

// headlineCopula puts in the "is" or "are" that a headline leaves out between
// names and where they stand: "Holm and Orr in dead heat".
func (w *rewriting) headlineCopula() {
	a, p := w.a, w.p
	if w.anyFinite(p.first, p.last) {
		return
	}
	verb := " is"
	k := p.first
	if k+2 < p.last && a.Word(k+1) == ":" {
		k += 2
	}
	first := k
	for ; k < p.last && a.Tokens[k].POS != nlp.IN; k++ {
		switch t := &a.Tokens[k]; {
		case t.POS == nlp.CC && strings.EqualFold(a.Word(k), "and"):
			verb = " are"
		case !t.POS.Proper():
			return
		}
	}
	if k > first && k < p.last && strings.EqualFold(a.Word(k), "in") {
		s := int(a.Tokens[k-1].End)
		w.put(span.Span{Start: s, End: s}, verb, "headline")
	}
}
