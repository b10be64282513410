package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// firstNamed reports whether name begins with a first name.
func firstNamed(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	_, ok := nlp.FirstName(first)
	return ok
}

// namedSource reports whether the source of what p says names the organisation
// called name.
func (ar *article) namedSource(p *proposition, name string) bool {
	for _, s := range ar.q.Quotes[p.quote].Source {
		if t := s.Of(ar.a.Text); strings.Contains(t, name) || properName(t) && strings.Contains(name, t) {
			return true
		}
	}
	return false
}

// speakerPronoun replaces the subject pronoun of reported speech that nothing
// else explains by the one who speaks: "she said she had voted".
func (ar *article) speakerPronoun(p *proposition, c *Claim, m *nlp.Mention, add func(span.Span, string, string)) {
	if c.Speaker < 0 || m.Kind != nlp.Pronoun || m.First > p.first+1 || p.quote < 0 || ar.q.Quotes[p.quote].Type == quotes.Direct {
		return
	}
	s := &ar.q.Speakers[c.Speaker]
	if s.Name == "" || s.Kind == quotes.DocumentSpeaker && !properName(s.Name) {
		return // "statement was withholding"
	}
	w := strings.ToLower(m.Span.Of(ar.a.Text))
	switch {
	case (w == "he" || w == "she") && s.Kind == quotes.PersonSpeaker:
		if ar.notSpeaker(p, m, s.Name) {
			return
		}
	case ar.saidAfter(p, m):
		return
	case w == "it" && (s.Kind == quotes.OrganizationSpeaker || s.Kind == quotes.DocumentSpeaker || s.Kind == quotes.PersonSpeaker && s.Role == "" && !firstNamed(s.Name) && ar.namedSource(p, s.Name)):
		// "it is clear that" speaks of nothing.
		if t := &ar.a.Tokens[m.First]; !subjectRel(t.Rel) || m.Last < len(ar.a.Tokens) && ar.a.Tokens[m.Last].Lemma == "be" && m.Last+1 < len(ar.a.Tokens) && !ar.a.Tokens[m.Last+1].POS.Verb() {
			return
		}
	case w == "they" && s.Kind == quotes.OrganizationSpeaker && ar.plainVerb(m):
		return // "the University produce less": what it speaks of
	case w == "they" && (s.Kind == quotes.GroupSpeaker || s.Kind == quotes.OrganizationSpeaker || s.Kind == quotes.UnnamedSpeaker):
		if x := &ar.a.Sentences[ar.a.Tokens[m.First].Sentence]; s.Kind == quotes.OrganizationSpeaker {
			for k := x.First; k < m.First; k++ {
				if ar.a.Tokens[k].POS == nlp.NNS {
					return // "after small increases in deficits, the office said, they"
				}
			}
		}
	default:
		return
	}
	name := s.Name
	if s.Kind == quotes.OrganizationSpeaker && properName(name) {
		name = ar.speakerCalled(s, name)
		if n := ar.nameInSource(name, &ar.q.Quotes[p.quote]); strings.HasPrefix(n, name+" and ") {
			name = n // "Customs | and Harbour Services"
		}
	} else if s.Kind == quotes.OrganizationSpeaker {
		switch first, _, _ := strings.Cut(name, " "); first {
		case "his", "her", "its", "their", "our", "my":
			return
		default:
			if !strings.HasSuffix(first, "'s") && !strings.HasSuffix(first, "’s") && !(capital(first) && strings.Contains(name, "s ") && strings.ContainsAny(name, "'’")) {
				name = "the " + name
			}
		}
	}
	if strings.Count(name, ",") == 1 {
		name += "," // "Owners, including the Guild, support": what stands between is closed
	}
	add(m.Span, name, "pronoun")
}

// plainVerb reports whether the verb of the subject pronoun m shows that it is
// plural: "they produce", "they have", but not "they had".
func (ar *article) plainVerb(m *nlp.Mention) bool {
	a := ar.a
	for k := m.Last; k < min(len(a.Tokens), m.Last+3); k++ {
		switch t := a.Tokens[k].POS; t {
		case nlp.RB:
			continue
		case nlp.VBP:
			return true
		case nlp.VBD:
			return strings.EqualFold(a.Word(k), "were")
		}
		return false
	}
	return false
}
