package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// whenSaid reports whether the time of the tokens [first, last) is when the verb v of
// saying was: it hangs on it, on the occasion or on the verb that v
// goes on from, or stands with what was written.
func (w *rewriting) whenSaid(v, first, last int) bool {
	a := w.a
	f := first
	if f > 0 && (strings.EqualFold(a.Word(f-1), "on") || strings.EqualFold(a.Word(f-1), "in")) {
		f--
	}
	if last == v && f > a.Sentences[a.Tokens[v].Sentence].First && (a.Tokens[f-1].POS.Noun() || a.Tokens[f-1].POS == nlp.PRP) {
		return true // "the bank on Tuesday said"
	}
	if f > 1 && last < v && written[a.Tokens[f-1].Lemma] && writings[a.Tokens[f-2].Lemma] && a.Tokens[f-2].Sentence == a.Tokens[v].Sentence {
		return true // "in a message posted Friday, the bank said"
	}
	from := w.goesOnFrom(v)
	for k := first; k < last; k++ {
		h := int(a.Tokens[k].Head)
		if h < 0 {
			continue
		}
		if h == v || h == from && (h > last || a.Tokens[v].POS == nlp.VBG) || k < v && w.publishedAt(h) {
			return true
		}
		if on := int(a.Tokens[h].Head); on >= 0 && (on == v || on == from) && w.occasionAt(h) {
			return true
		}
	}
	return false
}

// written are participles for how a text came out.
var written = set("post publish release send issue write tweet record air broadcast file dated date")

// goesOnFrom is the verb whose time holds for the verb v too: "visited the docks in
// May and argued that", "endorsed Orr in May, saying that"; -1 for none.
func (w *rewriting) goesOnFrom(v int) int {
	a := w.a
	t := &a.Tokens[v]
	h := int(t.Head)
	if h >= 0 && h < v && t.Rel == nlp.Advcl && a.Tokens[h].POS == nlp.VBG && v-h < 12 && w.whenBetween(h, v) {
		return h // "was talking about wool when he told a clerk that"
	}
	if h < 0 || h >= v || !a.Tokens[h].POS.Verb() || a.Dependent(v, nlp.Nsubj) >= 0 || a.Dependent(v, nlp.Mark) >= 0 {
		return -1
	}
	if t.Rel == nlp.Conj && t.POS == a.Tokens[h].POS || t.POS == nlp.VBG {
		return h
	}
	return -1
}

// whenBetween reports whether "when" stands between the tokens i and j.
func (ar *article) whenBetween(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if strings.EqualFold(ar.a.Word(k), "when") {
			return true
		}
	}
	return false
}

// lasting is how long the claim was said, " for decades", by the words that lead it
// in, "" where they do not tell.
func (w *rewriting) lasting(v int) string {
	a := w.a
	if v+2 >= len(a.Tokens) || v+2 > w.p.first && v < w.p.first || !strings.EqualFold(a.Word(v+1), "for") || a.Tokens[v+2].POS != nlp.NNS || !grainWord(w.low(v+2)) {
		return ""
	}
	return " for " + w.low(v+2)
}
