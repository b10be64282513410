package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// saidOfNamed is the name of the one person whom the words before a quotation in its
// sentence speak of, where the "he" or "she" m opens the quotation and is taken for
// another: "asked why he chose Orr, Vale said: “He is honest”"; "" for none. Who asks,
// is told or speaks is not spoken of.
func (w *rewriting) saidOfNamed(m *nlp.Mention) string {
	a, p := w.a, w.p
	if m.Kind != nlp.Pronoun || m.First != p.first || p.quote < 0 || w.c.Speaker < 0 || w.q.Quotes[p.quote].Type != quotes.Direct {
		return ""
	}
	low := strings.ToLower(m.Span.Of(a.Text))
	first := a.Sentences[a.Tokens[m.First].Sentence].First
	if !heOrShe(low) || m.First < first+4 || !quoteMark(a.Tokens[m.First-1].POS) {
		return ""
	}
	speaker, taken, found := w.q.Speakers[w.c.Speaker].Name, a.Chains[m.Chain].Name, ""
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.First < first || e.Kind != nlp.Person {
			continue
		}
		if e.First >= m.First {
			break
		}
		n := w.fullName(e.First, e.Last, e.Span.Of(a.Text), e.Kind)
		switch {
		case samePerson(n, taken):
			return ""
		case samePerson(n, speaker) || otherSex(n, low) || w.otherGenderOf(n, low) || w.spokenTo(e.Last-1):
			continue
		case found != "" && found != n || !properName(n):
			return ""
		}
		found = n
	}
	return found
}

// spokenTo reports whether the person named at token k asks or is told: "by Orr", "told
// Orr".
func (ar *article) spokenTo(k int) bool {
	a := ar.a
	t := &a.Tokens[k]
	if c := a.Dependent(k, nlp.Case); c >= 0 {
		switch ar.low(c) {
		case "by", "to", "with":
			return true
		}
		return false
	}
	return (t.Rel == nlp.Obj || t.Rel == nlp.Iobj) && t.Head >= 0 && reporting[a.Tokens[t.Head].Lemma] || t.Rel == nlp.NmodPoss
}
