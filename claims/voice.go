package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// firstPerson replaces "I" by the speaker and "we" by whom the speaker stands
// for, where the article says so.
func (ar *article) firstPerson(p *proposition, c *Claim, add func(span.Span, string, string)) {
	if c.Speaker < 0 || c.Speaker >= len(ar.q.Speakers) {
		return
	}
	s := &ar.q.Speakers[c.Speaker]
	if s.Name == "" || s.Kind == quotes.UnnamedSpeaker {
		return
	}
	group := s.Affiliation
	if s.Kind == quotes.OrganizationSpeaker {
		group = s.Name
	}
	a := ar.a
	for i := range a.Entities {
		// Only who governs a place speaks for it.
		if e := &a.Entities[i]; group != "" && e.Kind == nlp.Place && e.Span.Of(a.Text) == group && s.Kind == quotes.PersonSpeaker && !governs(s.Role) {
			group = ""
		}
	}
	for i := range a.Chains {
		if a.Chains[i].Name == group && group != "" {
			group = ar.withArticle(i, group)
			break
		}
	}
	used := false // the group is named: its possessives can be "its"
	for k := p.first; k < p.last; k++ {
		if a.Tokens[k].POS != nlp.PRP && a.Tokens[k].POS != nlp.PRPS {
			continue
		}
		sp := a.Span(k, k+1)
		switch strings.ToLower(a.Word(k)) {
		case "i":
			if s.Kind != quotes.PersonSpeaker {
				continue
			}
			add(sp, s.Name, "first person")
			ar.agree(k, p, add)
		case "me":
			add(sp, s.Name, "first person")
		case "my":
			add(sp, possessive(s.Name), "first person")
		case "we":
			if group != "" {
				add(sp, group, "first person")
				used = true
				ar.agree(k, p, add)
			}
		case "our":
			switch {
			case group == "":
			case used:
				add(sp, "its", "first person")
			default:
				add(sp, possessive(group), "first person")
				used = true
			}
		case "us":
			if group != "" {
				add(sp, group, "first person")
			}
		}
	}
}

// governs reports whether role speaks for the place that it belongs to.
func governs(role string) bool {
	r := strings.ToLower(role)
	for _, w := range []string{"mayor", "governor", "president", "premier", "prime minister", "minister", "chancellor", "council", "ambassador"} {
		if strings.Contains(r, w) {
			return true
		}
	}
	return false
}

// agree puts the verb behind the subject at k into the third person.
func (ar *article) agree(k int, p *proposition, add func(span.Span, string, string)) {
	a := ar.a
	for i := k + 1; i < p.last && i < k+4; i++ {
		t := &a.Tokens[i]
		w := strings.ToLower(a.Word(i))
		to := ""
		switch w {
		case "am", "are":
			to = "is"
		case "'m", "’m", "'re", "’re":
			to = " is"
		case "'ve", "’ve":
			to = " has"
		case "have":
			to = "has"
		case "do":
			to = "does"
		case "were":
			to = "was"
		case "was", "had", "did", "'d", "'ll", "’d", "’ll":
			if w[0] == '\'' || strings.HasPrefix(w, "’") {
				to = map[byte]string{'d': " would", 'l': " will"}[w[len(w)-1]]
			}
			if to == "" {
				return
			}
		default:
			switch t.POS {
			case nlp.RB:
				continue
			case nlp.VBP:
				to = thirdPerson(w)
			default:
				return
			}
		}
		add(a.Span(i, i+1), to, "agreement")
		return
	}
}

func thirdPerson(w string) string {
	n := len(w)
	switch {
	case n > 1 && w[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(w[n-2])):
		return w[:n-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "o"):
		return w + "es"
	}
	return w + "s"
}
