package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// meansSayer is the name of the person who is reported to say what the pronoun m
// stands in, where m is taken for another who is not named in those words: "Orr, who
// calls Vale a rival, said voters should choose him". It returns false where m may be
// whom it is taken for, and no name where either is meant.
func (w *rewriting) meansSayer(m *nlp.Mention) (string, bool) {
	a, p := w.a, w.p
	if m.Kind != nlp.Pronoun || p.quote < 0 || w.c.Speaker < 0 || m.First <= p.first+1 {
		return "", false
	}
	q := &w.q.Quotes[p.quote]
	low := strings.ToLower(m.Span.Of(a.Text))
	if !heOrShe(low) || q.Type == quotes.Direct || w.q.Speakers[w.c.Speaker].Kind != quotes.PersonSpeaker {
		return "", false
	}
	name := w.q.Speakers[w.c.Speaker].Name
	if c := &a.Chains[m.Chain]; c.Kind != nlp.Person || c.Name == name || otherSex(name, low) || w.otherGenderOf(name, low) {
		return "", false
	}
	o := w.lastBefore(m)
	if o == nil || a.Tokens[o.First].Sentence == a.Tokens[m.First].Sentence && !w.saysBetween(o.Last, p.first) || w.inQuotation(m) || w.inside(m) {
		return "", false
	}
	marks := 0
	for k := p.first; k < m.First; k++ {
		switch t := a.Tokens[k].POS; {
		case t == nlp.OpenQuote || t == nlp.CloseQuote:
			marks++
		case t == nlp.NN && (nlp.KindOfNoun(a.Tokens[k].Lemma) == nlp.PersonNoun || personNouns[a.Tokens[k].Lemma]):
			return "", false // "the chief's report was hard on him"
		}
	}
	if marks%2 == 1 {
		return "", false
	}
	for i := range w.c.Entities {
		if e := &w.c.Entities[i]; e.Kind == nlp.Person.String() && e.Span.Start < m.Start && !samePerson(e.Name, name) && !otherSex(e.Name, low) {
			return "", false
		}
	}
	object := !genitive(a, m) && low != "he" && low != "she"
	if !genitive(a, m) && w.saidAfter(p, m) || object && a.Tokens[o.First].Sentence != a.Tokens[m.First].Sentence {
		return "", true
	}
	return name, true
}

// saysBetween reports whether a verb of saying stands in the tokens [first, last).
func (ar *article) saysBetween(first, last int) bool {
	for k := first; k < last; k++ {
		if t := &ar.a.Tokens[k]; t.POS.Verb() && t.Rel != nlp.Amod && reporting[t.Lemma] {
			return true
		}
	}
	return false
}

// otherGenderOf reports whether the article speaks of the person called name with
// pronouns of the other sex than low.
func (ar *article) otherGenderOf(name, low string) bool {
	woman := low == "she" || low == "her"
	for i := range ar.a.Chains {
		if c := &ar.a.Chains[i]; c.Name == name && (c.Gender == nlp.Female && !woman || c.Gender == nlp.Male && woman) {
			return true
		}
	}
	return false
}
