package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// topicOf is what is studied where the "it" or "they" m is the subject of what
// a study of it shows: "research into hibernation shows it helps"; "" for none.
func (w *rewriting) topicOf(m *nlp.Mention) string {
	if m.Kind != nlp.Pronoun {
		return ""
	}
	a := w.a
	low := strings.ToLower(m.Span.Of(a.Text))
	if low != "it" && low != "they" || m.First > w.p.first || w.expletive(m) {
		return ""
	}
	s := w.tellerOf(m)
	if s < 0 || !studying[a.Tokens[s].Lemma] || a.Tokens[s].Sentence != a.Tokens[m.First].Sentence {
		return ""
	}
	found := ""
	for k := s + 1; k < m.First; k++ {
		t := &a.Tokens[k]
		if t.Rel != nlp.Nmod || int(t.Head) != s {
			continue
		}
		c := a.Dependent(k, nlp.Case)
		if c < s {
			return ""
		}
		switch w.low(c) {
		case "of", "into", "on", "about":
		case "in", "at", "from", "by", "for", "to":
			continue // where, and by whom
		default:
			return ""
		}
		several := t.POS == nlp.NNS || t.POS == nlp.NNPS
		if found != "" || !t.POS.Noun() || several != (low == "they") || k-c > 4 {
			return "" // it may be either
		}
		found = a.Span(c+1, k+1).Of(a.Text)
		switch f := &a.Tokens[c+1]; {
		case w.indefiniteAt(c + 1):
			found = "the" + found[len(a.Word(c+1)):]
		case f.POS == nlp.PRPS, f.POS == nlp.CD:
			return ""
		}
	}
	return found
}

// studying are nouns for what looks into something.
var studying = set("research study review survey analysis investigation inquiry report examination trial test experiment evidence")
