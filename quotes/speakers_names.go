package quotes

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// appositive refers to the one person whom a source names beside a
// description, where the chains do not say that the two are one: "Acting
// Attorney for the District of Lakeland | Ann Lee", "One of the men, | Ann
// Lee, 70". A name behind a preposition, before "'s" or joined to something
// else is not the source's own. first is the source's first mention.
func (s *resolver) appositive(sp span.Span, first int) reference {
	a := s.a
	from, to := a.TokenAt(sp.Start), a.TokenAt(sp.End)
	head := &a.Mentions[first]
	if head.Kind != nlp.Named && nlp.KindOfNoun(a.Tokens[head.Head].Lemma) == nlp.DocumentNoun {
		return reference{chain: -1}
	}
	several := plural(a, head) && !strings.EqualFold(a.Word(from), "one")
	found := reference{chain: -1}
	for e := range entitiesIn(a, from, to) {
		ent := &a.Entities[e]
		if ent.Kind != nlp.Person || ent.First < from || ent.Last > to {
			continue
		}
		if ent.Last < to {
			switch p := a.Tokens[ent.Last].POS; {
			case p == nlp.POSS, p == nlp.CC, p.Noun(), p.Verb():
				continue
			}
		}
		if ent.First > from {
			switch p := a.Tokens[ent.First-1].POS; {
			case p == nlp.Comma && (several || head.Kind == nlp.Named):
				continue
			case p == nlp.CC, p == nlp.IN, p == nlp.TO, p.Verb(), p == nlp.LRB:
				continue
			}
		}
		if found.known {
			return reference{chain: -1} // two: whichever it is, it is not this rule's to say
		}
		found = s.entity(e)
	}
	return found
}

// entity refers to a person's name.
func (s *resolver) entity(e int) reference {
	a := s.a
	ent := &a.Entities[e]
	name := tidy(ent.Of(a.Text))
	r := reference{known: true, kind: PersonSpeaker, name: name, chain: -1, mention: ent.Span}
	for m := s.mentionsFrom(ent.Start - 200); m < len(a.Mentions) && a.Mentions[m].First < ent.Last; m++ {
		mn := &a.Mentions[m]
		if mn.Head < ent.First || mn.Head >= ent.Last || mn.Chain < 0 {
			continue
		}
		if ch := &a.Chains[mn.Chain]; ch.Kind == nlp.Person && ch.Name != "" && len(ch.Name) >= len(name) {
			return s.chain(mn.Chain)
		}
	}
	if !strings.Contains(name, " ") {
		if c, ok := s.surname(name); ok {
			return s.chain(c)
		}
	}
	return r
}

// fullName refers to the person or organisation that a source of one word,
// or with a title before it, is short for, where the chains do not tell:
// "June" for Carl June, "Corvo" for Corvo Industries.
func (s *resolver) fullName(sp span.Span, ref reference) reference {
	a := s.a
	none := reference{chain: -1}
	from, to := a.TokenAt(sp.Start), a.TokenAt(sp.End)
	for from < to-1 && (nlp.IsTitle(a.Word(from)) || strings.EqualFold(a.Word(from), "the")) {
		from++
	}
	if to <= from || to-from > 3 {
		return none
	}
	w := a.Span(from, to).Of(a.Text)
	if strings.ContainsAny(w, " \n") || w == "" || w[0] < 'A' || w[0] > 'Z' {
		return none
	}
	if c, ok := s.surname(w); ok && c != ref.chain {
		return s.chain(c)
	}
	if ref.known && ref.kind == PersonSpeaker && ref.chain >= 0 && a.Chains[ref.chain].Gender != nlp.UnknownGender && a.Chains[ref.chain].Gender != nlp.Neuter {
		return none
	}
	s.index()
	if c, ok := s.firms[w]; ok && c >= 0 && c != ref.chain {
		if ref.chain >= 0 && a.Chains[ref.chain].Kind == nlp.Place && !legalName(a.Chains[c].Name) {
			return none // "Lakeland" is not the Lakeland Post
		}
		return s.chain(c)
	}
	return none
}

// legalName reports whether a name ends as those of companies do.
func legalName(n string) bool {
	for _, e := range []string{"Inc", "Inc.", "Corp", "Corp.", "Co", "Co.", "Cos.", "Ltd", "Ltd.", "PLC", "plc", "LLC", "AG", "SA", "NV", "Utilities", "Holdings", "Industries", "Group"} {
		if strings.HasSuffix(n, " "+e) {
			return true
		}
	}
	return false
}

// surname finds the chain of the one person whose full name ends with w.
func (s *resolver) surname(w string) (int, bool) {
	s.index()
	c, ok := s.surnames[w]
	return c, ok && c >= 0
}

// index notes the first and last words of the names of chains.
func (s *resolver) index() {
	if s.surnames != nil {
		return
	}
	s.surnames, s.firms = map[string]int{}, map[string]int{}
	note := func(m map[string]int, w string, c int) {
		if o, ok := m[w]; ok && o != c {
			m[w] = -1
			return
		}
		m[w] = c
	}
	for c := range s.a.Chains {
		ch := &s.a.Chains[c]
		switch ch.Kind {
		case nlp.Person:
			if k := strings.LastIndexAny(ch.Name, " "); k > 0 {
				note(s.surnames, ch.Name[k+1:], c)
			}
		case nlp.Organization:
			if w, _, ok := strings.Cut(ch.Name, " "); ok {
				note(s.firms, w, c)
			}
		}
	}
}
