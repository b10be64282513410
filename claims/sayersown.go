package claims

import (
	"sort"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// sayersOwn puts who says it in the place of the pronoun that opens reported speech
// and that nothing else was found for: in "the agency, which runs it, said it was
// taking steps" it is the agency.
func (w *rewriting) sayersOwn() {
	a, p := w.a, w.p
	i := p.first
	if i+1 < p.last && strings.EqualFold(a.Word(i), "that") {
		i++
	}
	if i == 0 || a.Tokens[i].POS != nlp.PRP || w.changed(a.Span(i, i+1)) || p.subjectLast > p.subjectFirst || p.quote >= 0 && w.q.Quotes[p.quote].Type == quotes.Direct {
		return
	}
	low := w.low(i)
	switch low {
	case "it", "he", "she":
	default:
		return
	}
	if m := w.mentionOf(i, i+1); m >= 0 && w.expletive(&a.Mentions[m]) || a.Tokens[i].Rel == nlp.Expl || low == "it" && !subjectRel(a.Tokens[i].Rel) {
		return
	}
	v := i - 1
	if v > 0 && strings.EqualFold(a.Word(v), "that") {
		v--
	}
	if v < 1 || a.Tokens[v].Sentence != a.Tokens[i].Sentence || !reporting[a.Tokens[v].Lemma] {
		return
	}
	s := w.sayer(v)
	if s < 0 || s >= v {
		return
	}
	if n := w.sayerCalled(s, low); n != "" && !w.putAlready(n) {
		w.put(a.Span(i, i+1), n, "pronoun")
	}
}

// sayer is the subject of the verb of saying v: its own, that of the verb before it,
// "said no but later | said", or of the clause that a "claiming" adds to, if nobody
// else is named there; -1 for none.
func (ar *article) sayer(v int) int {
	a := ar.a
	if a.Tokens[v].POS == nlp.VBG {
		h := int(a.Tokens[v].Head)
		if a.Tokens[v].Rel != nlp.Advcl || h < 0 || h > v || !finitePOS(a.Tokens[h].POS) {
			return -1
		}
		s := a.Dependent(h, nlp.Nsubj)
		if s < 0 || s > h || ar.peopleIn(s+1, v) {
			return -1
		}
		return s
	}
	if a.Tokens[v].POS != nlp.VBD && a.Tokens[v].POS != nlp.VBZ {
		return -1
	}
	s := a.Dependent(v, nlp.Nsubj)
	if h := int(a.Tokens[v].Head); s < 0 && a.Tokens[v].Rel == nlp.Conj && h >= 0 && h < v {
		if s = a.Dependent(h, nlp.Nsubj); s < h && !ar.peopleIn(s+1, v) {
			return s
		}
		return -1
	}
	return s
}

// peopleIn reports whether the tokens [first, last) tell of somebody.
func (ar *article) peopleIn(first, last int) bool {
	for k := first; k < last; k++ {
		switch t := &ar.a.Tokens[k]; {
		case t.POS == nlp.NN && nlp.KindOfNoun(strings.ToLower(t.Lemma)) == nlp.PersonNoun, t.POS == nlp.PRP, t.POS.Proper() && ar.person(k):
			return true
		}
	}
	return false
}

// sayerCalled is what the subject at token s, of a verb of saying, is called where
// the pronoun low means it, "" where it cannot.
func (w *rewriting) sayerCalled(s int, low string) string {
	a := w.a
	k := sort.Search(len(a.Mentions), func(k int) bool { return a.Mentions[k].First > s })
	for k--; k >= 0 && a.Mentions[k].First > s-12; k-- {
		m := &a.Mentions[k]
		if m.Last <= s || m.Kind != nlp.Named || m.Chain < 0 {
			continue
		}
		ch := &a.Chains[m.Chain]
		if ch.Plural || !properName(ch.Name) {
			continue
		}
		switch {
		case low == "it" && ch.Kind != nlp.Person:
			if strings.ContainsAny(ch.Name, "'’") {
				return ch.Name
			}
			return w.withArticle(m.Chain, ch.Name)
		case low == "he" && ch.Kind == nlp.Person && ch.Gender != nlp.Female, low == "she" && ch.Kind == nlp.Person && ch.Gender != nlp.Male:
			return w.knownAs(evenCapitals(ch.Name))
		}
		return ""
	}
	return w.sayerDescribed(s, low)
}

// sayerDescribed is the description of the one who is the subject at token s, "the
// clerk" for "a clerk", where the pronoun low can mean it.
func (w *rewriting) sayerDescribed(s int, low string) string {
	a := w.a
	noun := strings.ToLower(a.Tokens[s].Lemma)
	kind := nlp.KindOfNoun(noun)
	if a.Tokens[s].POS != nlp.NN || (low == "it") != (kind == nlp.OrganizationNoun || organizationNouns[noun]) || low != "it" && kind != nlp.PersonNoun && !personNouns[noun] {
		return ""
	}
	n := a.NounCore(s)
	if n.Empty() || n.Last-n.First > 6 || n.Last-n.First < 2 {
		return ""
	}
	t := w.phraseWords(n.First, n.Last)
	switch det, rest, _ := strings.Cut(t, " "); strings.ToLower(det) {
	case "a", "an", "the":
		return "the " + rest
	case "his", "her", "its", "their", "one", "another", "no", "some", "every", "each", "any":
		return ""
	}
	if !strings.ContainsAny(t, "'’") {
		return ""
	}
	return t
}
