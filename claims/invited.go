package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// invited is who is meant by the subject m of a verb that takes or leaves an
// invitation or an offer, "she has accepted that invitation": whom the sentences
// before tell it was made to, never who made it. It returns false for another m,
// or where nobody is told.
func (ar *article) invited(m *nlp.Mention) (string, bool) {
	a := ar.a
	t := &a.Tokens[m.First]
	low := strings.ToLower(m.Span.Of(a.Text))
	v := int(t.Head)
	if t.Rel != nlp.Nsubj || v <= m.First || low != "he" && low != "she" {
		return "", false
	}
	switch a.Tokens[v].Lemma {
	case "accept", "decline", "refuse", "reject":
	default:
		return "", false
	}
	o := a.Dependent(v, nlp.Obj)
	if o < v {
		return "", false
	}
	made := ""
	switch a.Tokens[o].Lemma {
	case "invitation":
		made = "invite"
	case "offer":
		made = "offer"
	default:
		return "", false
	}
	for k := a.Sentences[t.Sentence].First - 1; k >= 0 && t.Sentence-a.Tokens[k].Sentence <= 2; k-- {
		if a.Tokens[k].Lemma != made || !a.Tokens[k].POS.Verb() {
			continue
		}
		for _, rel := range [...]nlp.Rel{nlp.Iobj, nlp.Obj} {
			if name := ar.sexed(a.Dependent(k, rel), low); name != "" {
				return name, true
			}
		}
	}
	return "", true
}

// sexed is the name of who is named at token i, a person or what was taken for a
// firm but has two names, if the pronoun low can mean it.
func (ar *article) sexed(i int, low string) string {
	if i < 0 {
		return ""
	}
	a := ar.a
	for k := range a.Mentions {
		m := &a.Mentions[k]
		if m.First > i {
			break
		}
		if m.Last <= i || m.Kind != nlp.Named || m.Chain < 0 {
			continue
		}
		if ch := &a.Chains[m.Chain]; (ch.Kind == nlp.Person || strings.Count(ch.Name, " ") == 1 && ch.Kind != nlp.Place && isCompany(ch.Name)) && properName(ch.Name) && (ch.Gender != nlp.Female || low == "she") && (ch.Gender != nlp.Male || low == "he") {
			return evenCapitals(ch.Name)
		}
	}
	return ""
}
