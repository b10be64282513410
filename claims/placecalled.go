package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// placeCalled is the place that the "it" m means where its sentence says what kind
// of place it is: the last one named in the sentence before, "They went to Orsund
// before Belmark. It's a town where"; "" for none.
func (w *rewriting) placeCalled(m *nlp.Mention) string {
	a := w.a
	s := int(a.Tokens[m.First].Sentence)
	if !w.callsPlace(s) || m.First != a.Sentences[s].First {
		return ""
	}
	before := s - 1
	for before > 0 && s-before < 3 && w.callsPlace(before) {
		before-- // "It's also a place where" goes on
	}
	if before < 0 || w.headings[before] || a.Sentences[s].Block-a.Sentences[before].Block > 1 {
		return ""
	}
	x := &a.Sentences[before]
	for i := len(a.Entities) - 1; i >= 0; i-- {
		e := &a.Entities[i]
		if e.First < x.First || e.Last > x.Last {
			continue
		}
		if e.Kind != nlp.Place {
			continue
		}
		if e.Last < x.Last && (a.Tokens[e.Last].POS.Noun() || a.Tokens[e.Last].POS == nlp.POSS) {
			return "" // "the Belmark vote"
		}
		name := e.Span.Of(a.Text)
		if k := w.mentionOf(e.First, e.Last); k >= 0 && a.Mentions[k].Chain >= 0 {
			return w.withArticle(a.Mentions[k].Chain, name)
		}
		return name
	}
	return ""
}

// callsPlace reports whether sentence s says of an "it" what kind of place it is:
// "It's a state where".
func (ar *article) callsPlace(s int) bool {
	a := ar.a
	x := &a.Sentences[s]
	k := x.First
	if x.Last-k < 6 || ar.low(k) != "it" || a.Tokens[k+1].Lemma != "be" && ar.low(k+1) != "'s" && ar.low(k+1) != "’s" {
		return false
	}
	for k += 2; k < x.First+6 && (a.Tokens[k].POS == nlp.RB || a.Tokens[k].POS == nlp.DT || a.Tokens[k].POS == nlp.JJ); k++ {
	}
	noun := strings.ToLower(a.Tokens[k].Lemma)
	if !placeNouns[noun] && noun != "state" && noun != "country" && noun != "place" || k+1 >= x.Last {
		return false
	}
	switch ar.low(k + 1) {
	case "where", "that", "with", "of", "in", "which":
		return true
	}
	return false
}
