package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// bearerMeant reports whether m, a surname that several people of the article have,
// means the person called full, as coreference took it: its "Mr." or "Mrs." is
// none of the others', or full was named first of them, and more often than any
// other, and no other one just before.
func (w *rewriting) bearerMeant(m *nlp.Mention, full string) bool {
	a := w.a
	g := honorific(m.Span.Of(a.Text))
	own := &a.Chains[m.Chain]
	if g != nlp.UnknownGender && own.Gender != nlp.UnknownGender && g != own.Gender || w.stranger(full) {
		return false
	}
	if g == nlp.UnknownGender && (len(own.Mentions) < 4 || w.otherGender(m) || w.otherGenderNext(m)) {
		return false
	}
	surname := full[strings.LastIndexByte(full, ' ')+1:]
	named := false
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != nlp.Person {
			continue
		}
		n := e.Span.Of(a.Text)
		if len(n) <= len(surname) || !strings.HasSuffix(n, surname) || n[len(n)-len(surname)-1] != ' ' || honorific(n) != nlp.UnknownGender {
			continue
		}
		if n = behindHeadlineVerb(n); n == surname || w.headlineAlone(n, e.First, e.Span.Start) {
			continue
		}
		if strings.HasSuffix(full, n) || strings.HasSuffix(n, full) || sameButInitials(n, full) {
			named = true
			continue
		}
		other := nlp.UnknownGender
		times := strings.Count(a.Text, n)
		if k := w.mentionOf(e.First, e.Last); k >= 0 && a.Mentions[k].Chain >= 0 && a.Mentions[k].Chain != m.Chain {
			other = a.Chains[a.Mentions[k].Chain].Gender
			times = len(a.Chains[a.Mentions[k].Chain].Mentions)
		}
		if g != nlp.UnknownGender {
			if other == g && len(own.Mentions) < 4*times || other == nlp.UnknownGender && len(own.Mentions) < 2*times {
				return false
			}
			continue
		}
		if s := int(a.Tokens[m.First].Sentence) - int(a.Tokens[e.First].Sentence); !named || len(own.Mentions) < 2*times || s >= 0 && s <= 1 {
			return false
		}
	}
	return named
}

// honorific is the gender that the title before the name n says.
func honorific(n string) nlp.Gender {
	switch t, _, _ := strings.Cut(n, " "); strings.TrimSuffix(t, ".") {
	case "Mr":
		return nlp.Male
	case "Mrs", "Ms", "Miss":
		return nlp.Female
	}
	return nlp.UnknownGender
}

// titledSo reports whether the person called full can have a title of gender g.
func (ar *article) titledSo(full string, g nlp.Gender) bool {
	for i := range ar.a.Chains {
		if c := &ar.a.Chains[i]; c.Kind == nlp.Person && c.Name == full {
			return c.Gender == g || c.Gender == nlp.UnknownGender && g == nlp.Male
		}
	}
	return g == nlp.Male
}

// otherGenderNext reports whether the sentence behind m's opens with a pronoun for a
// person of another gender than m's.
func (ar *article) otherGenderNext(m *nlp.Mention) bool {
	a := ar.a
	s := int(a.Tokens[m.First].Sentence) + 1
	if s >= len(a.Sentences) {
		return false
	}
	x := &a.Sentences[s]
	for k := x.First; k < min(x.Last, x.First+4); k++ {
		switch ar.low(k) {
		case "he", "his":
			return a.Chains[m.Chain].Gender == nlp.Female
		case "she", "her":
			return a.Chains[m.Chain].Gender == nlp.Male
		}
	}
	return false
}

// withOffice is the surname with the office that the article calls its bearer by
// where it says no first name, "President Orr"; "" for none, or for several.
func (ar *article) withOffice(surname string) string {
	full, ok := ar.offices[surname]
	if !ok {
		if ar.offices == nil {
			ar.offices = map[string]string{}
		}
		full = ar.findOffice(surname)
		ar.offices[strings.Clone(surname)] = full
	}
	return full
}

// findOffice looks through the text for what withOffice returns.
func (ar *article) findOffice(surname string) string {
	text, found := ar.a.Text, ""
	for k := range occurrences(text, surname) {
		if k == 0 || text[k-1] != ' ' {
			continue
		}
		first := strings.LastIndexAny(text[:k-1], " \n“\"'‘—-") + 1
		word := text[first : k-1]
		switch {
		case !capital(word), honorific(word) != nlp.UnknownGender:
			continue
		case !officesBefore[word]:
			// A sentence may begin so; a first name may stand there.
			if t := ar.a.TokenAt(k); t > 0 && ar.a.Tokens[t-1].POS.Proper() && !isMark(ar.a, t-1) && !ar.titles[ar.a.Tokens[t].Sentence] {
				return ""
			}
			continue
		}
		before := text[max(0, first-8):first]
		if strings.HasSuffix(before, "former ") || strings.HasSuffix(before, "Former ") || strings.HasSuffix(before, "Vice ") || strings.HasSuffix(before, "vice ") || strings.HasSuffix(before, "ex-") {
			return ""
		}
		if found != "" && found != word {
			return ""
		}
		found = word
	}
	if found == "" {
		return ""
	}
	return found + " " + surname
}

// officesBefore are offices that stand right before a surname.
var officesBefore = set("President Chancellor Judge Justice Senator Sen. Governor Gov. Mayor Rep. Pope King Queen Prince Princess General Gen. Professor")
