package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// oneOf reports whether all persons of the article with a surname are one, so
// that the surname can be made full.
func (ar *article) oneOf(surname, full string) bool {
	if ar.stranger(full) {
		return false
	}
	for i := range ar.a.Entities {
		e := &ar.a.Entities[i]
		if e.Kind != nlp.Person {
			continue
		}
		if i := strings.LastIndexByte(surname, ' '); i >= 0 {
			surname = surname[i+1:] // behind "Mr."
		}
		w := e.Span.Of(ar.a.Text)
		if len(w) <= len(surname) || !strings.HasSuffix(w, surname) || w[len(w)-len(surname)-1] != ' ' || ar.headlineAlone(w, e.First, e.Span.Start) {
			continue
		}
		if w = behindHeadlineVerb(w); !strings.HasSuffix(full, w) && !strings.HasSuffix(w, full) && !sameButInitials(w, full) {
			return false
		}
	}
	return true
}

// stranger reports whether the person called full is only named as one of whom
// the name is all that is known: "a Carl Orlo", who is not the Orlo that the
// article is about.
func (ar *article) stranger(full string) bool {
	found := false
	for text := ar.a.Text; ; {
		k := strings.Index(text, full)
		if k < 0 {
			return found
		}
		if !strings.HasSuffix(text[:k], " a ") && !strings.HasSuffix(text[:k], " an ") {
			return false
		}
		found = true
		text = text[k+len(full):]
	}
}

// unlessStranger is the person's name, the surname alone if the full one is a
// stranger's.
func (ar *article) unlessStranger(name string) string {
	if i := strings.LastIndexByte(name, ' '); i >= 0 && ar.stranger(name) {
		return name[i+1:]
	}
	return name
}

// otherGender reports whether the first pronoun behind m in its sentence is
// for a person of another gender than m's: "Trump ... how his wife" is not the
// wife.
func (ar *article) otherGender(m *nlp.Mention) bool {
	a := ar.a
	g := a.Chains[m.Chain].Gender
	if g != nlp.Female && g != nlp.Male {
		return false
	}
	for k := m.Last; k < len(a.Tokens) && a.Tokens[k].Sentence == a.Tokens[m.First].Sentence; k++ {
		switch ar.low(k) {
		case "he", "his", "him":
			return g == nlp.Female && ar.onlyPerson(m, k)
		case "she", "her", "hers":
			return g == nlp.Male && ar.onlyPerson(m, k)
		}
	}
	return false
}

// onlyPerson reports whether m is the only person named in its sentence before
// token k.
func (ar *article) onlyPerson(m *nlp.Mention, k int) bool {
	for i := range ar.a.Entities {
		if e := &ar.a.Entities[i]; e.Kind == nlp.Person && e.Last <= k && ar.a.Tokens[e.First].Sentence == ar.a.Tokens[k].Sentence && e.First != m.First {
			return false
		}
	}
	return true
}

// foremost reports whether the person called full is the one that the surname
// alone means: named in full before any other with that surname and twice as
// often, and four times as often in all: the candidate, not his father.
func (ar *article) foremost(full string) bool {
	text := ar.a.Text
	surname := full[strings.LastIndexByte(full, ' ')+1:]
	own, other := 0, 0
	first, times := strings.Index(text, full), strings.Count(text, full)
	for i := range ar.a.Chains {
		ch := &ar.a.Chains[i]
		if ch.Kind != nlp.Person || !strings.HasSuffix(ch.Name, surname) {
			continue
		}
		if ch.Name == full {
			own += len(ch.Mentions)
			continue
		}
		other = max(other, len(ch.Mentions))
		if k := strings.Index(text, ch.Name); k >= 0 && (k < first || 2*strings.Count(text, ch.Name) > times) {
			return false
		}
	}
	for i := range ar.a.Entities {
		e := &ar.a.Entities[i]
		if e.Kind != nlp.Person {
			continue
		}
		// Full names that coreference took for the same one's.
		if n := e.Span.Of(text); strings.HasSuffix(n, " "+surname) && !strings.HasSuffix(full, n) && !strings.HasSuffix(n, full) && (e.Span.Start < first || 2*strings.Count(text, n) > times) {
			return false
		}
	}
	return other > 0 && first >= 0 && own >= 8 && own >= 4*other
}

// hyphened reports whether m is only a part of what a hyphen joins, "Ann" of
// "Ann-Orr".
func (ar *article) hyphened(m *nlp.Mention) bool {
	a := ar.a
	if k := m.First - 1; k > 0 && a.Word(k) == "-" && a.Tokens[k].End == a.Tokens[m.First].Start {
		return true
	}
	return m.Last < len(a.Tokens) && a.Word(m.Last) == "-" && int(a.Tokens[m.Last].Start) == m.End
}

// otherLength reports whether bare, a part of a name that stands at offset at, is
// not short for name: an acronym that name ends with, a word that opens a name said
// later but stands alone again and again.
func (ar *article) otherLength(at int, bare, name string) bool {
	if bare == strings.ToUpper(bare) && name != strings.ToUpper(name) {
		return true
	}
	text := ar.a.Text
	return strings.HasPrefix(name, bare+" ") && !strings.Contains(text[:at], name) && strings.Count(text, bare)-strings.Count(text, name) > 3
}
