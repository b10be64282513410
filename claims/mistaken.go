package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// mistaken reports whether the words around the pronoun m, in small letters low,
// speak against what it is taken for, so that it is better left as it stands.
func (w *rewriting) mistaken(m *nlp.Mention, low string) bool {
	if (low == "it" || low == "they") && (w.othersSubject(m) || w.objectsTurn(m)) {
		return true
	}
	switch low {
	case "he", "she", "his", "her":
	default:
		if w.onlySaid(m) {
			return true
		}
	}
	return w.unnamedSource(m) || w.placePassed(m) || w.actsOnItself(m) || w.namedBelow(m) || w.othersSource(m) || w.studied(m)
}

// othersSubject reports whether the pronoun m opens its sentence and the one
// before is about something else than what m is taken for: its subject is of
// another chain and the chain's last mention no subject.
func (ar *article) othersSubject(m *nlp.Mention) bool {
	a := ar.a
	s := int(a.Tokens[m.First].Sentence)
	o := ar.lastBefore(m)
	if s == 0 || o == nil || m.First > a.Sentences[s].First+1 || int(a.Tokens[o.First].Sentence) < s-1 {
		return false
	}
	if rel := a.Tokens[o.Head].Rel; subjectRel(rel) {
		return false
	}
	_, sf, sl := ar.mainSubject(s - 1)
	if sl == 0 || o.First >= sf && o.Last <= sl {
		return false
	}
	for i := range a.Mentions {
		if y := &a.Mentions[i]; y.First >= sf && y.Last <= sl && y.Entity == nlp.Organization && y.Chain != m.Chain {
			return true
		}
	}
	return false
}

// objectsTurn reports whether something is done to the "it" m that opens its
// sentence and may be what the one before brings up as an object: "the agency
// issued a warning. It has since been lifted".
func (ar *article) objectsTurn(m *nlp.Mention) bool {
	a := ar.a
	s := int(a.Tokens[m.First].Sentence)
	if s == 0 || a.Tokens[m.First].Rel != nlp.NsubjPass || m.First > a.Sentences[s].First+1 {
		return false
	}
	x := &a.Sentences[s-1]
	r := ar.root(x.First, x.Last)
	if r < 0 {
		return false
	}
	o := a.Dependent(r, nlp.Obj)
	if o < r || a.Tokens[o].POS != nlp.NN {
		return false
	}
	d := a.Dependent(o, nlp.Det)
	return d >= 0 && d < o && ar.indefiniteAt(d)
}

// onlySaid reports whether what m is taken for was last named as who says
// something else: in "the lake stood at a fifth, the authority said. It ..."
// the lake goes on.
func (ar *article) onlySaid(m *nlp.Mention) bool {
	a := ar.a
	o := ar.lastBefore(m)
	if o == nil || a.Tokens[o.First].Sentence == a.Tokens[m.First].Sentence {
		return false
	}
	t := &a.Tokens[o.Head]
	if t.Rel != nlp.Nsubj || !ar.saying(o.Head) {
		return false
	}
	return ar.subjectWithin(a.Sentences[t.Sentence].First, o.First)
}

// unnamedSource reports whether the "he" or "she" m opens what an unnamed
// person is reported to say before it, so that it is that one, whatever it is
// taken for: "a former aide sued, claiming he was fired".
func (w *rewriting) unnamedSource(m *nlp.Mention) bool {
	a, p := w.a, w.p
	if low := strings.ToLower(m.Span.Of(a.Text)); low != "he" && low != "she" {
		return false
	}
	if p.quote < 0 || w.c.Speaker < 0 || m.First > p.first+1 || w.q.Quotes[p.quote].Type == quotes.Direct || w.q.Speakers[w.c.Speaker].Kind != quotes.UnnamedSpeaker || w.saidAfter(p, m) {
		return false
	}
	for _, s := range w.q.Quotes[p.quote].Source {
		if f, l := a.TokensIn(s); l <= m.First && f < l && oneNoun(a, f, l) && a.Tokens[f].Sentence == a.Tokens[m.First].Sentence {
			for _, i := range a.Chains[m.Chain].Mentions {
				if o := &a.Mentions[i]; o.First >= f && o.Last <= l {
					return false
				}
			}
			return true
		}
	}
	return false
}

// oneNoun reports whether the tokens [first, last) have a noun in the singular
// and none in the plural.
func oneNoun(a *nlp.Annotation, first, last int) bool {
	one := false
	for k := first; k < last; k++ {
		switch a.Tokens[k].POS {
		case nlp.NN:
			one = true
		case nlp.NNS:
			return false
		}
	}
	return one
}

// placePassed reports whether m is taken for a place that the sentence only
// names by the way, while it has another thing for its subject: in "the fund
// backs nobody in Norland, but its owners" the owners are the fund's.
func (ar *article) placePassed(m *nlp.Mention) bool {
	a := ar.a
	o := ar.lastBefore(m)
	if a.Chains[m.Chain].Kind != nlp.Place || o == nil || a.Tokens[o.First].Sentence != a.Tokens[m.First].Sentence {
		return false
	}
	if rel := a.Tokens[o.Head].Rel; subjectRel(rel) {
		return false
	}
	for k := a.Sentences[a.Tokens[m.First].Sentence].First; k < o.First; k++ {
		if t := &a.Tokens[k]; subjectRel(t.Rel) && (t.POS == nlp.NN || t.POS == nlp.NNP) && !ar.person(k) {
			return true
		}
	}
	return false
}

// person reports whether a person is named or described by the mention that
// token k heads.
func (ar *article) person(k int) bool {
	i := ar.mentionOf(k, k+1)
	if i < 0 {
		return false
	}
	m := &ar.a.Mentions[i]
	return m.Entity == nlp.Person || m.Chain >= 0 && ar.a.Chains[m.Chain].Kind == nlp.Person
}

// actsOnItself reports whether m is the object of a verb whose subject is
// taken for the same: "it has changed them" would have "itself" then.
func (ar *article) actsOnItself(m *nlp.Mention) bool {
	a := ar.a
	t := &a.Tokens[m.Head]
	if t.Rel != nlp.Obj && t.Rel != nlp.Iobj && t.Rel != nlp.Obl || genitive(a, m) || t.Head < 0 {
		return false
	}
	for _, i := range a.Chains[m.Chain].Mentions {
		if s := &a.Tokens[a.Mentions[i].Head]; s.Rel == nlp.Nsubj && s.Head == t.Head {
			return true
		}
	}
	return false
}

// namedBelow reports whether what m is taken for is named in the clause whose
// subject m is, so that m is somebody else: "he is second to Orr".
func (w *rewriting) namedBelow(m *nlp.Mention) bool {
	a := w.a
	t := &a.Tokens[m.Head]
	if !subjectRel(t.Rel) || int(t.Head) < m.First {
		return false
	}
	for _, i := range a.Chains[m.Chain].Mentions {
		if o := &a.Mentions[i]; o.Kind == nlp.Named && o.First > m.First && o.Last <= w.p.last && a.Tokens[o.Head].Rel != nlp.NmodPoss && w.sameClause(o.Head, int(t.Head)) {
			return true
		}
	}
	return false
}

// sameClause reports whether token i depends on verb v with no other verb
// between.
func (ar *article) sameClause(i, v int) bool {
	for n := 0; i >= 0 && n < 40; n++ {
		i = int(ar.a.Tokens[i].Head)
		if i == v {
			return true
		}
		if i < 0 || ar.a.Tokens[i].POS.Verb() {
			return false
		}
	}
	return false
}

// othersSource reports whether the "it", "he" or "she" m is the subject of what
// is said by somebody who is called otherwise than what m is taken for: "the
// maker said it had mended the fault" is about the maker.
func (ar *article) othersSource(m *nlp.Mention) bool {
	a := ar.a
	s := ar.tellerOf(m)
	if s < 0 || !a.Tokens[s].POS.Noun() {
		return false
	}
	noun := strings.ToLower(a.Tokens[s].Lemma)
	switch strings.ToLower(m.Span.Of(a.Text)) {
	case "it":
		if a.Tokens[s].POS != nlp.NN || !organizationNouns[noun] && nlp.KindOfNoun(noun) != nlp.OrganizationNoun {
			return false
		}
	case "he", "she":
		// "Senator from Texas says he": a plain description in a heading.
		if a.Tokens[s].POS != nlp.NN && (s+1 >= len(a.Tokens) || a.Tokens[s+1].POS != nlp.IN) || nlp.KindOfNoun(noun) != nlp.PersonNoun {
			return false
		}
	default:
		return false
	}
	if ar.ownedBy(s, m.Chain) {
		return false // "her coach said she would rest"
	}
	o := ar.mentionOf(s, s+1)
	return o < 0 || a.Mentions[o].Chain != m.Chain
}

// ownedBy reports whether a possessive before noun k is of the chain.
func (ar *article) ownedBy(k, chain int) bool {
	for i := k - 1; i >= 0 && i > k-8 && ar.a.Tokens[i].Sentence == ar.a.Tokens[k].Sentence; i-- {
		if t := &ar.a.Tokens[i]; t.Rel != nlp.NmodPoss || int(t.Head) != k {
			continue
		}
		o := ar.mentionOf(i, i+1)
		return o >= 0 && ar.a.Mentions[o].Chain == chain
	}
	return false
}

// studied reports whether m is the subject of what a document says whose
// author m is taken for: what "a study by the university found they produce"
// is about is not the university.
func (ar *article) studied(m *nlp.Mention) bool {
	s := ar.tellerOf(m)
	if s < 0 || nlp.KindOfNoun(strings.ToLower(ar.a.Tokens[s].Lemma)) != nlp.DocumentNoun {
		return false
	}
	o := ar.lastBefore(m)
	return o != nil && o.Head != s && ar.a.Tokens[o.First].Sentence == ar.a.Tokens[s].Sentence && ar.hangsOn(o.Head, s)
}

// tellerOf is the subject of the verb of saying that governs the clause whose
// subject m is, -1 for none.
func (ar *article) tellerOf(m *nlp.Mention) int {
	a := ar.a
	v := int(a.Tokens[m.First].Head)
	if v < m.First || a.Tokens[v].Rel != nlp.Ccomp {
		return -1
	}
	v = int(a.Tokens[v].Head)
	if v < 0 || v > m.First || !reporting[a.Tokens[v].Lemma] {
		return -1
	}
	if s := a.Dependent(v, nlp.Nsubj); s < v {
		return s
	}
	return -1
}

// severalBehind reports whether o only says, within its sentence, what the
// pronoun m goes on with, and a plural noun stands before it: "after increases
// in deficits, the office said, they will go up".
func (ar *article) severalBehind(o, m *nlp.Mention) bool {
	a := ar.a
	t := &a.Tokens[o.Head]
	if t.Rel != nlp.Nsubj || !ar.saying(o.Head) || t.Sentence != a.Tokens[m.First].Sentence {
		return false
	}
	for k := a.Sentences[t.Sentence].First; k < o.First; k++ {
		if p := a.Tokens[k].POS; p == nlp.NNS && !grainWord(ar.low(k)) {
			return true
		}
	}
	return false
}

// ownerOfNamed is who "his" is in "his own firm, Norr Steel," at token i: whoever
// of the article belongs to that firm, "" where nobody known does. It returns false
// where no name stands behind.
func (ar *article) ownerOfNamed(i int) (string, bool) {
	a := ar.a
	if i+4 >= len(a.Tokens) || ar.low(i+1) != "own" || !a.Tokens[i+2].POS.Noun() || a.Word(i+3) != "," {
		return "", false
	}
	for k := range a.Entities {
		e := &a.Entities[k]
		if e.First != i+4 || e.Kind != nlp.Organization {
			continue
		}
		firm := e.Span.Of(a.Text)
		for n := range a.Chains {
			if c := &a.Chains[n]; c.Kind == nlp.Person && properName(c.Name) && c.Affiliation == firm {
				return c.Name, true
			}
		}
		return "", true
	}
	return "", false
}
