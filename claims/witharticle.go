package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// withArticle puts "the" before a name that the article itself uses with it.
func (ar *article) withArticle(chain int, name string) string {
	a := ar.a
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		return "the " + name[4:]
	}
	ch := &a.Chains[chain]
	if ch.Kind == nlp.Person {
		return name
	}
	for _, i := range ch.Mentions {
		m := &a.Mentions[i]
		if m.Kind != nlp.Named || m.Last < len(a.Tokens) && a.Tokens[m.Last].POS.Noun() {
			continue // "the Wells Fargo chief" says nothing of "Wells Fargo"
		}
		w := m.Span.Of(a.Text)
		if w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"); strings.HasSuffix(w, name) {
			// "The airline Orlo Air" says nothing of "Orlo Air".
			lead := strings.TrimSpace(strings.TrimSuffix(w, name))
			if lead == "" && articled[name] {
				return "the " + name
			}
			if strings.EqualFold(lead, "the") || strings.HasPrefix(strings.ToLower(lead), "the ") && (properName(lead) || bodies[strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])]) || lead == "" && m.First > 0 && strings.EqualFold(a.Word(m.First-1), "the") {
				return "the " + name
			}
			return name
		}
	}
	for _, i := range ch.Mentions {
		// "The Times" says that it is the Orsund Times.
		if m := &a.Mentions[i]; m.Kind == nlp.Named && ch.Kind == nlp.Organization {
			if w := strings.TrimSuffix(strings.TrimSuffix(m.Span.Of(a.Text), "'s"), "’s"); len(w) > 4 && strings.EqualFold(w[:4], "the ") && strings.HasSuffix(name, " "+w[4:]) {
				return "the " + name
			}
		}
	}
	if ch.Kind == nlp.Place && articled[name] || ch.Kind == nlp.Organization && teams[strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])] && strings.Contains(name, " ") {
		return "the " + name
	}
	return name
}

// articled are countries with an article.
var articled = map[string]bool{"United States": true, "United Kingdom": true, "Netherlands": true, "Philippines": true, "Bahamas": true, "Maldives": true, "Czech Republic": true, "United Arab Emirates": true, "Soviet Union": true, "Dominican Republic": true}

// teams are the last words of names that an article goes with.
var teams = set("team committee commission board department ministry agency panel council")
