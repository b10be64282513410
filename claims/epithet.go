package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// otherBearer reports whether the definite m, "the candidate" or "the Republican
// nominee", is more likely somebody else than the person called name: who says it
// does not speak of himself so, who runs a campaign is no candidate, and a party's
// nominee is no other party's.
func (w *rewriting) otherBearer(m *nlp.Mention, name string) bool {
	if m.Kind != nlp.Definite || m.Chain < 0 || w.a.Chains[m.Chain].Kind != nlp.Person {
		return false
	}
	if w.c.Speaker >= 0 && w.p.quote >= 0 && w.q.Speakers[w.c.Speaker].Name == w.a.Chains[m.Chain].Name {
		return true
	}
	if w.otherGender(m) {
		return true
	}
	switch strings.ToLower(w.a.Tokens[m.Head].Lemma) {
	case "nominee", "candidate", "contender", "hopeful":
	default:
		return false
	}
	role := strings.ToLower(w.a.Chains[m.Chain].Role)
	for _, r := range [...]string{"manager", "adviser", "advisor", "aide", "strategist", "spokes", "chief", "director", "consultant"} {
		if strings.Contains(role, r) {
			return true
		}
	}
	said := ""
	for k := m.First; k < m.Head; k++ {
		if p := parties[w.low(k)]; p != "" {
			said = p
		}
	}
	if said == "" {
		return false
	}
	side := w.partyOf(name)
	return side != "" && side != said || side == "" && strings.Contains(role, "vice president")
}

// parties are the words for two parties of which most articles that speak of a
// nominee have one each.
var parties = map[string]string{"republican": "republican", "gop": "republican", "democratic": "democratic", "democrat": "democratic"}

// partyOf is the party that the article names right before the person called
// name, "Democratic candidate Ann Lee", "" for none.
func (ar *article) partyOf(name string) string {
	text := ar.a.Text
	for i := range occurrences(text, name) {
		before := text[max(0, i-40):i]
		if k := strings.LastIndexAny(before, ".,;\n"); k >= 0 {
			before = before[k+1:]
		}
		for word := range strings.FieldsSeq(strings.ToLower(before)) {
			if p := parties[word]; p != "" {
				return p
			}
		}
	}
	return ""
}

// runsOn reports whether the name of a place or body goes on into words that are
// none of it: "the Rose State over winner Carl Orr".
func runsOn(name string) bool {
	for word := range strings.FieldsSeq(name) {
		switch word {
		case "over", "against", "after", "before", "during", "with", "than", "while", "because", "who", "which", "that", "winner":
			return true
		}
	}
	return false
}

// bareHeadline reports whether the person called name is only so called in one
// heading, where the last word of the name is a thing's that the text has in small
// letters: "Orr Photo".
func (ar *article) bareHeadline(name string) bool {
	i := strings.Index(ar.a.Text, name)
	k := strings.LastIndexByte(name, ' ')
	if i < 0 || k < 0 || strings.Contains(ar.a.Text[i+len(name):], name) {
		return false
	}
	t := ar.a.TokenAt(i)
	return t >= 0 && ar.titles[ar.a.Tokens[t].Sentence] && strings.Contains(ar.a.Text, " "+strings.ToLower(name[k+1:]))
}
