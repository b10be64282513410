package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// passedOn is who is meant by the "he" or "she" m where coreference went past
// the nearest one: it is taken for somebody whom the sentence before does not
// mention, while a person is the subject there, "My cousin Ida runs a bakery. She
// employs", or it goes on from a "he said" whose speaker is known as another. It
// returns false where nothing speaks against what m is taken for.
func (ar *article) passedOn(m *nlp.Mention) (string, bool) {
	if m.Kind != nlp.Pronoun {
		return "", false
	}
	a := ar.a
	low := strings.ToLower(m.Span.Of(a.Text))
	if !heOrShe(low) || m.Chain < 0 || ar.inQuotation(m) {
		return "", false
	}
	taken := a.Chains[m.Chain].Name
	// The first of the pronouns that follow each other, a sentence apart at most.
	first := m
	ids := a.Chains[m.Chain].Mentions
	for k := len(ids) - 1; k >= 0; k-- {
		o := &a.Mentions[ids[k]]
		if o.First >= first.First {
			continue
		}
		if a.Tokens[first.First].Sentence-a.Tokens[o.First].Sentence > 1 {
			break
		}
		if o.Kind != nlp.Pronoun {
			// It may be another's surname: only the words tell.
			t := o.Span.Of(a.Text)
			if n := ar.subjectOver(o, first); n != "" && !samePerson(n, taken) && !otherSex(n, low) {
				return n, true
			}
			if !capital(t) || strings.Contains(t, " ") || samePerson(t, taken) {
				return "", false
			}
			n := ar.personCalled(t)
			return n, n != "" && !otherSex(n, low)
		}
		if n := ar.sourceNamed(o); n != "" && a.Tokens[o.First].Sentence != a.Tokens[m.First].Sentence {
			if samePerson(n, taken) {
				return "", false
			}
			return n, !otherSex(n, low)
		}
		if w := strings.ToLower(o.Span.Of(a.Text)); heOrShe(w) {
			if a.Tokens[o.First].POS == nlp.PRPS && a.Tokens[o.First].Sentence < a.Tokens[first.First].Sentence && subjectRel(a.Tokens[m.First].Rel) {
				// "His cousin, Leo Marsh, was fined. He also must": either may.
				if n := ar.ownedSubject(o); n != "" && !samePerson(n, taken) && !otherSex(n, low) {
					return "", true
				}
			}
			first = o // not a "my" that was taken for the same
		}
	}
	s := int(a.Tokens[first.First].Sentence)
	if s == 0 || ar.headings[s-1] || a.Sentences[s].Block-a.Sentences[s-1].Block > 1 || ar.inQuotation(first) {
		return "", false
	}
	n := ar.personSubject(s - 1)
	if n == "" || samePerson(n, taken) || otherSex(n, low) {
		return "", false
	}
	return n, true
}

// subjectOver is the name of the person who is the subject of the sentence before
// the one that the "he" or "she" m opens, where the mention o of another is not; "" for
// none: an article goes on with its subject, not with whom that one spoke of or owed.
func (ar *article) subjectOver(o, m *nlp.Mention) string {
	a := ar.a
	s := int(a.Tokens[m.First].Sentence)
	if s == 0 || int(a.Tokens[o.First].Sentence) != s-1 || ar.headings[s-1] || ar.inQuotation(o) || ar.inQuotation(m) {
		return ""
	}
	if !subjectRel(a.Tokens[m.First].Rel) && m.First > a.Sentences[s].First+1 {
		return ""
	}
	r := ar.root(a.Sentences[s-1].First, a.Sentences[s-1].Last)
	if r < 0 || subjectRel(a.Tokens[o.Head].Rel) && int(a.Tokens[o.Head].Head) == r {
		return ""
	}
	if a.Sentences[s].Block != a.Sentences[s-1].Block && reporting[a.Tokens[r].Lemma] {
		return "" // a new paragraph may be about whom the source spoke of
	}
	return ar.personSubject(s - 1)
}

// heOrShe reports whether the word low is a pronoun for one person.
func heOrShe(low string) bool {
	switch low {
	case "he", "she", "his", "her", "him":
		return true
	}
	return false
}

// sourceNamed is the name of the person who the pronoun o is as the source of a
// quotation, "" for none.
func (ar *article) sourceNamed(o *nlp.Mention) string {
	for i := range ar.q.Quotes {
		x := &ar.q.Quotes[i]
		if len(x.Source) != 1 || x.Source[0] != o.Span || x.Speaker < 0 || x.Speaker >= len(ar.q.Speakers) {
			continue
		}
		if s := &ar.q.Speakers[x.Speaker]; s.Kind == quotes.PersonSpeaker {
			return s.Name
		}
	}
	return ""
}

// samePerson reports whether one of two names may be short for the other.
func samePerson(x, y string) bool {
	for _, w := range strings.Fields(x) {
		for _, v := range strings.Fields(y) {
			if w == v {
				return true
			}
		}
	}
	return false
}

// ownedSubject is the name of the person who is the subject of the sentence of the
// possessive o that opens it, "his brother-in-law, Leo Marsh"; "" for none.
func (ar *article) ownedSubject(o *nlp.Mention) string {
	s := int(ar.a.Tokens[o.First].Sentence)
	if o.First != ar.a.Sentences[s].First {
		return ""
	}
	return ar.personSubject(s)
}

// personSubject is the name of the one person who is the subject of sentence s,
// as a name, "my cousin Ida" or "the coach, Leo Marsh", "" for none and where a
// quotation has it.
func (ar *article) personSubject(s int) string {
	a := ar.a
	_, sf, sl := ar.mainSubject(s)
	if sl == 0 || ar.quotedDirectly(a.Span(sf, sl)) {
		return ""
	}
	for k := sf; k < sl; k++ {
		switch t := &a.Tokens[k]; {
		case t.POS == nlp.IN && k > sf && a.Tokens[k-1].POS == nlp.HYPH: // "brother-in-law"
		case t.POS == nlp.CC, t.POS == nlp.IN, t.POS == nlp.POSS, t.POS == nlp.WDT, t.POS == nlp.WP, t.POS == nlp.WPS, t.POS == nlp.NNS, t.POS.Verb():
			return "" // several, "the coach of Orr", "Orr's watch"
		}
		for i := range a.Entities {
			e := &a.Entities[i]
			if e.First != k {
				continue
			}
			if e.Kind != nlp.Person {
				break
			}
			if e.Last < len(a.Tokens) && (a.Tokens[e.Last].POS == nlp.POSS || a.Tokens[e.Last].POS == nlp.CC) {
				return ""
			}
			n := ar.fullName(e.First, e.Last, e.Span.Of(a.Text), e.Kind)
			if !properName(n) {
				return ""
			}
			return n
		}
		if capital(a.Word(k)) && k+1 == sl {
			if n := ar.personCalled(a.Word(k)); n != "" {
				return n
			}
		}
	}
	return ""
}

// speakerPassed is the name n of the speaker of x, or of whom the "he" or "she"
// that x has for its source means where n was taken past that one.
func (ar *article) speakerPassed(x *quotes.Quote, n string) string {
	if len(x.Source) != 1 {
		return n
	}
	f, l := ar.a.TokensIn(x.Source[0])
	i := ar.mentionOf(f, l)
	if i < 0 || l != f+1 || ar.a.Mentions[i].Chain < 0 || !samePerson(n, ar.a.Chains[ar.a.Mentions[i].Chain].Name) {
		return n
	}
	if to, ok := ar.passedOn(&ar.a.Mentions[i]); ok && to != "" {
		return to
	}
	return n
}
