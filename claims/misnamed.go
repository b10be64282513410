package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// misnamed reports whether the source of the quotation that p stands in cannot
// mean the speaker whom it was taken for: "she" a man, "an employee" somebody
// who was named, "the businessman" a broadcaster.
func (ar *article) misnamed(p *proposition, speaker int) bool {
	if p.quote < 0 || speaker < 0 || speaker >= len(ar.q.Speakers) {
		return false
	}
	s := &ar.q.Speakers[speaker]
	for _, src := range ar.q.Quotes[p.quote].Source {
		words := strings.ToLower(src.Of(ar.a.Text))
		if s.Kind == quotes.PersonSpeaker {
			switch words {
			case "he", "she":
				// The text's own pronouns may have been taken for the wrong one.
				if otherSex(s.Name, words) {
					return true
				}
				continue
			case "they":
				return !strings.Contains(s.Name, " and ")
			case "it":
				return true
			}
		}
		f, l := ar.a.TokensIn(src)
		if ar.anotherKind(f, l, s) {
			return true
		}
	}
	return false
}

// anotherKind reports whether the source [first, last), which names nobody, is of
// another kind than the speaker s.
func (ar *article) anotherKind(first, last int, s *quotes.Speaker) bool {
	a := ar.a
	head := -1
	for k := first; k < last; k++ {
		t := &a.Tokens[k]
		if t.POS == nlp.Comma || t.POS.Proper() && strings.Contains(s.Name, a.Word(k)) {
			return false
		}
		if head < 0 && t.POS.Noun() && (k+1 >= last || !a.Tokens[k+1].POS.Noun() && a.Tokens[k+1].POS != nlp.POSS) {
			head = k
		}
	}
	if head < 0 {
		return false
	}
	noun := strings.ToLower(a.Tokens[head].Lemma)
	if a.Tokens[head].POS.Proper() && !offices[noun] {
		return false
	}
	kind := nlp.KindOfNoun(noun)
	switch s.Kind {
	case quotes.PersonSpeaker:
		if role := strings.ToLower(s.Role); offices[noun] && role != "" && !strings.Contains(role, noun[:3]) {
			return true // "the senator" is no mayor
		}
		return ar.indefiniteAt(first) || kind == nlp.OrganizationNoun || kind == nlp.GroupNoun || kind == nlp.DocumentNoun
	case quotes.OrganizationSpeaker:
		return kind == nlp.PersonNoun && !leads(noun) && !strings.HasPrefix(noun, "spokes") && noun != "official" && noun != "representative"
	}
	return false
}

// offices are nouns for what not many persons of one article are.
var offices = set("senator mayor governor congressman congresswoman judge sheriff bishop ambassador")
