package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// antecedent is the description that a pronoun without a named referent
// stands for ("the man"), if it is in the same sentence or the one before;
// "" for none.
func (ar *article) antecedent(p *proposition, m *nlp.Mention) string {
	a := ar.a
	w := strings.ToLower(m.Span.Of(a.Text))
	if m.Kind != nlp.Pronoun || m.Chain < 0 || notReplaced[w] || strings.HasSuffix(w, "self") || strings.HasSuffix(w, "selves") || m.First > p.first+3 {
		return ""
	}
	s := a.Tokens[m.First].Sentence
	ids := a.Chains[m.Chain].Mentions
	for k := len(ids) - 1; k >= 0; k-- {
		o := &a.Mentions[ids[k]]
		if o.First >= m.First || o.Kind == nlp.Pronoun {
			continue
		}
		if o.First >= p.first {
			return "" // it stands in the claim
		}
		if s-a.Tokens[o.First].Sentence > 1 || o.Last-o.First > 8 {
			return ""
		}
		several := a.Tokens[o.Head].POS == nlp.NNS || a.Tokens[o.Head].POS == nlp.NNPS
		switch w {
		case "they", "them", "their":
			if !several && o.Entity != nlp.Organization {
				return ""
			}
		case "it", "its":
			if several || o.Entity == nlp.Person {
				return ""
			}
		default:
			if several {
				return ""
			}
		}
		t := strings.TrimSuffix(strings.TrimSuffix(o.Span.Of(a.Text), "'s"), "’s")
		if strings.Contains(t, "\n") {
			return ""
		}
		for _, d := range []string{"A ", "a ", "An ", "an "} {
			if strings.HasPrefix(t, d) {
				t = "the " + t[len(d):]
			}
		}
		if r, n := utf8.DecodeRuneInString(t); a.Tokens[o.First].POS == nlp.DT || a.Tokens[o.First].POS == nlp.PRPS {
			t = string(unicode.ToLower(r)) + t[n:]
		}
		return t
	}
	return ""
}

// subjectWords are the words of an elided subject, a pronoun resolved.
func (ar *article) subjectWords(p *proposition, c *Claim) string {
	a := ar.a
	s := a.Span(p.subjectFirst, p.subjectLast).Of(a.Text)
	if p.subjectLast-p.subjectFirst == 1 && a.Tokens[p.subjectFirst].POS == nlp.PRP {
		if m := ar.mentionOf(p.subjectFirst, p.subjectLast); m >= 0 {
			if ch := a.Mentions[m].Chain; ch >= 0 && a.Chains[ch].Name != "" {
				return ar.withArticle(ch, a.Chains[ch].Name)
			}
		}
		if c.Speaker >= 0 && strings.EqualFold(s, "i") && ar.q.Speakers[c.Speaker].Name != "" {
			return ar.q.Speakers[c.Speaker].Name
		}
	}
	return s
}

var notReplaced = set("i me my mine we us our ours you your yours who which that whose whom this these those there here one ones each other another himself herself itself themselves")

// expletive reports whether m is an "it" that stands for a clause behind it:
// "it is unconstitutional for towns to ...".
func (ar *article) expletive(m *nlp.Mention) bool {
	a := ar.a
	if !strings.EqualFold(m.Span.Of(a.Text), "it") {
		return false
	}
	if a.Tokens[m.First].Rel == nlp.Expl {
		return true
	}
	i := m.Last
	if i >= len(a.Tokens) || a.Tokens[i].Lemma != "be" && a.Word(i) != "'s" && a.Word(i) != "’s" {
		return false
	}
	for j := i + 1; j < len(a.Tokens) && j < i+5; j++ {
		if a.Tokens[j].POS == nlp.JJ {
			for k := j + 1; k < len(a.Tokens) && k < j+3; k++ {
				switch strings.ToLower(a.Word(k)) {
				case "for", "that", "to":
					return true
				}
			}
			return false
		}
	}
	return false
}

// inside reports whether the pronoun m is likely to be explained by p itself:
// it stands behind p's own subject, or before a person who is that subject
// ("with her film, Orr ..."). Leaving it is safer than guessing.
func (ar *article) inside(p *proposition, m *nlp.Mention) bool {
	r := ar.root(p.first, p.last)
	if r < 0 {
		return m.First > p.first+4
	}
	sf, sl := ar.subject(r, p.first, p.last)
	if sl == 0 {
		return m.First > p.first+4
	}
	if m.First >= sl {
		// A pronoun as the subject is what needs its name; what refers back to
		// it follows.
		return true
	}
	if m.First < sf {
		for i := range ar.a.Entities {
			if e := &ar.a.Entities[i]; e.First >= sf && e.Last <= sl && e.Kind == nlp.Person {
				return true
			}
		}
	}
	return false
}

// agrees reports whether pronoun w can stand for chain: a person for "he", no
// person for "it", several or a body for "they".
func (ar *article) agrees(w string, chain int) bool {
	c := &ar.a.Chains[chain]
	person := c.Kind == nlp.Person
	switch w {
	case "he", "she", "him", "her", "his", "hers":
		return person || c.Kind == nlp.NoEntity
	case "it", "its":
		return !person
	case "they", "them", "their", "theirs":
		return c.Plural || !person
	}
	return true
}

// ownVoice is the speaker's name where a pronoun opens reported speech and so
// means the one who speaks: "he said his company had won".
func (ar *article) ownVoice(p *proposition, c *Claim, m *nlp.Mention) string {
	if m.Kind != nlp.Pronoun || c.Speaker < 0 || p.quote < 0 || m.First > p.first+1 || ar.q.Quotes[p.quote].Type == quotes.Direct {
		return ""
	}
	s := &ar.q.Speakers[c.Speaker]
	if s.Kind != quotes.PersonSpeaker {
		return ""
	}
	switch strings.ToLower(m.Span.Of(ar.a.Text)) {
	case "he", "she", "his", "her":
		return s.Name
	}
	return ""
}

// speakerPronoun replaces the subject pronoun of reported speech that nothing
// else explains by the one who speaks: "she said she had voted".
func (ar *article) speakerPronoun(p *proposition, c *Claim, m *nlp.Mention, done map[int]bool, add func(span.Span, string, string)) {
	if c.Speaker < 0 || m.Kind != nlp.Pronoun || m.First > p.first+1 || p.quote < 0 || ar.q.Quotes[p.quote].Type == quotes.Direct {
		return
	}
	s := &ar.q.Speakers[c.Speaker]
	if s.Name == "" {
		return
	}
	w := strings.ToLower(m.Span.Of(ar.a.Text))
	switch {
	case (w == "he" || w == "she") && s.Kind == quotes.PersonSpeaker:
	case w == "it" && (s.Kind == quotes.OrganizationSpeaker || s.Kind == quotes.DocumentSpeaker):
		// "it is clear that" speaks of nothing.
		if t := &ar.a.Tokens[m.First]; t.Rel != nlp.Nsubj && t.Rel != nlp.NsubjPass || m.Last < len(ar.a.Tokens) && ar.a.Tokens[m.Last].Lemma == "be" && m.Last+1 < len(ar.a.Tokens) && !ar.a.Tokens[m.Last+1].POS.Verb() {
			return
		}
	case w == "they" && (s.Kind == quotes.GroupSpeaker || s.Kind == quotes.OrganizationSpeaker || s.Kind == quotes.UnnamedSpeaker):
	default:
		return
	}
	add(m.Span, s.Name, "pronoun")
}

// namedBefore reports whether p names m's referent before m.
func (ar *article) namedBefore(p *proposition, m *nlp.Mention) bool {
	for _, i := range ar.a.Chains[m.Chain].Mentions {
		o := &ar.a.Mentions[i]
		if o.Kind == nlp.Named && o.First >= p.first && o.Last <= m.First {
			return true
		}
	}
	return false
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}
