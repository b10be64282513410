package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// byProfession reports whether the definite m describes the person called name,
// whom the claim does not name, by what that one does, in more words than the
// bare noun: "the Orsund businessman", which says more than the name would.
func (w *rewriting) byProfession(m *nlp.Mention, name string) bool {
	a := w.a
	if n := m.Last - m.First; n < 3 || n > 6 || m.Head != m.Last-1 || a.Tokens[m.Head].POS != nlp.NN || !strings.EqualFold(a.Word(m.First), "the") {
		return false
	}
	ch := &a.Chains[m.Chain]
	if noun := strings.ToLower(a.Tokens[m.Head].Lemma); ch.Kind != nlp.Person || ch.Plural || !strings.Contains(name, " ") || !properName(name) || !professions[noun] {
		return false
	}
	if k := w.c.Speaker; k >= 0 && k < len(w.q.Speakers) && w.q.Speakers[k].Name == ch.Name {
		return false // nobody calls himself so
	}
	return !w.namedIn(w.p, m.Chain)
}

// professions are nouns by which somebody is called again who was named, not
// those of people without a name ("aide"), nor of offices that an article
// about one has several holders of ("president", "nominee").
var professions = set(`senator governor mayor congressman congresswoman lawmaker legislator ceo businessman businesswoman billionaire tycoon mogul
actor actress singer author coach boss striker surgeon neurosurgeon physician economist attorney judge professor scientist`)
