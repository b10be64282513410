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
		if head.Kind == nlp.Named && head.Entity != nlp.Person && s.verbBetween(head.Last, ent.First) {
			continue // "Lakeland, led by Mayor Ann Lee,"
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

// verbBetween reports whether a verb stands among the tokens [first, last).
func (s *resolver) verbBetween(first, last int) bool {
	for t := first; t < last; t++ {
		if s.a.Tokens[t].POS.Verb() {
			return true
		}
	}
	return false
}

// county is the chain of the county that the article elsewhere calls by its
// whole name, -1 for none or several: "Lakeland" for Lakeland County.
func (s *resolver) county(name string) int {
	s.index()
	if c, ok := s.counties[name]; ok {
		return c
	}
	return -1
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
	if c, ok := s.surname(w); ok && c != ref.chain && (ref.chain < 0 || !s.addressed(ref) || fitsGender(&a.Chains[c], a.Chains[ref.chain].Gender)) {
		return s.chain(c)
	}
	s.index()
	if c, ok := s.legal[w]; ok && c >= 0 && c != ref.chain && !s.addressed(ref) {
		return s.chain(c)
	}
	if ref.known && ref.kind == PersonSpeaker && ref.chain >= 0 && a.Chains[ref.chain].Gender != nlp.UnknownGender && a.Chains[ref.chain].Gender != nlp.Neuter {
		if c := s.misspelt(w, ref); c >= 0 {
			return s.chain(c)
		}
		return none
	}
	if c, ok := s.firms[w]; ok && c >= 0 && c != ref.chain {
		if ref.chain >= 0 && a.Chains[ref.chain].Kind == nlp.Place && !legalName(a.Chains[c].Name) {
			return none // "Lakeland" is not the Lakeland Post
		}
		return s.chain(c)
	}
	if c := s.initials(w); c >= 0 && c != ref.chain {
		return s.chain(c)
	}
	if c := s.misspelt(w, ref); c >= 0 {
		return s.chain(c)
	}
	return none
}

// fuller is the chain of the full name that the one word by which chain c goes
// is short for, or c.
func (s *resolver) fuller(c int) int {
	ch := &s.a.Chains[c]
	if ch.Name == "" || strings.Contains(ch.Name, " ") {
		return c
	}
	if o := s.county(ch.Name); o >= 0 && (ch.Kind != nlp.Person || ch.Gender == nlp.UnknownGender) {
		return o
	}
	if ch.Kind != nlp.Person {
		return c
	}
	if o, ok := s.surname(ch.Name); ok {
		if p := &s.a.Chains[o]; p.Gender == ch.Gender || p.Gender == nlp.UnknownGender || ch.Gender == nlp.UnknownGender {
			return o
		}
		return c
	}
	if o, ok := s.legal[ch.Name]; ok && o >= 0 && !s.addressed(reference{known: true, chain: c}) {
		return o
	}
	return c
}

// announced refers the description of somebody at the head of an article, "a
// Lakeland botanist", to the person whom the article names right after as its
// speaker.
func (s *resolver) announced(i, m int) reference {
	a := s.a
	mn := &a.Mentions[m]
	none := reference{chain: -1}
	noun := a.Tokens[mn.Head].Lemma
	if plural(a, mn) || mn.Chain < 0 || s.block[i] < 0 || nlp.KindOfNoun(noun) != nlp.PersonNoun || bystanders[noun] {
		return none
	}
	// "China's ambassador" is one; and it may be anywhere.
	office := officeNouns[strings.ToLower(noun)] && (s.possessed(m) || mn.Last > mn.Head+1)
	if !office && (mn.Kind != nlp.Indef || s.block[i] > 2 || strings.EqualFold(a.Word(mn.First), "one") || strings.EqualFold(a.Word(mn.First), "the")) {
		return none
	}
	reach := 4
	if s.block[i] > 2 {
		reach = 1
	}
	for j := i + 1; j < len(s.r.Quotes) && j < i+5; j++ {
		q := &s.r.Quotes[j]
		if len(q.Source) == 0 || s.block[j]-s.block[i] > reach {
			continue
		}
		for _, k := range s.topMentions(nil, q.Source[0]) {
			c := a.Mentions[k].Chain
			if a.Mentions[k].Kind != nlp.Named || c < 0 || a.Chains[c].Kind != nlp.Person {
				continue
			}
			ch := &a.Chains[c]
			if exclusive[noun] && ch.Role != "" && !endsWithWord(ch.Role, noun) {
				continue // "a judge" is not the victim who speaks first
			}
			if ch.Mentions[0] > m && ch.Name != "" && (office && (ch.Role == "" || endsWithWord(ch.Role, noun)) || !office && (ch.Role != "" || ch.Affiliation != "")) {
				r := s.chain(c)
				if !office && ch.Role == "" && mn.Kind == nlp.Indef {
					r.role = a.Chains[mn.Chain].Role
				}
				return r
			}
			return none
		}
	}
	if exclusive[noun] && mn.Kind == nlp.Indef {
		if c := s.onlyHolder(noun); c >= 0 && a.Chains[c].Mentions[0] > m {
			return s.chain(c)
		}
	}
	return none
}

// exclusive are nouns for offices and professions that nobody has beside
// another role that the article calls him by.
var exclusive = map[string]bool{"judge": true, "magistrate": true, "coroner": true, "minister": true, "governor": true, "mayor": true, "senator": true, "ambassador": true,
	"referee": true, "bishop": true, "archbishop": true}

// onlyHolder is the chain of the one named person whose role ends with the
// noun, -1 for none or several.
func (s *resolver) onlyHolder(noun string) int {
	found := -1
	for c := range s.a.Chains {
		if ch := &s.a.Chains[c]; ch.Kind == nlp.Person && ch.Name != "" && endsWithWord(ch.Role, noun) {
			if found >= 0 {
				return -1
			}
			found = c
		}
	}
	return found
}

// bystanders are nouns for those whom articles keep unnamed.
var bystanders = map[string]bool{"spokesman": true, "spokeswoman": true, "spokesperson": true, "official": true, "source": true, "user": true, "witness": true, "person": true, "insider": true,
	"aide": true, "neighbor": true, "neighbour": true, "resident": true, "friend": true, "man": true, "woman": true, "counsel": true, "lawyer": true, "attorney": true, "dispatcher": true, "moderator": true, "interviewer": true, "announcer": true, "analyst": true, "consul": true, "arbitrator": true, "mediator": true, "kicker": true, "member": true, "employee": true, "candidate": true}

// addressed reports whether a title stands before a name of what ref refers to.
func (s *resolver) addressed(ref reference) bool {
	if !ref.known || ref.chain < 0 {
		return false
	}
	for _, m := range s.a.Chains[ref.chain].Mentions {
		mn := &s.a.Mentions[m]
		if mn.Kind == nlp.Named && (nlp.IsTitle(s.a.Word(mn.First)) || mn.First > 0 && nlp.IsTitle(s.a.Word(mn.First-1))) {
			return true
		}
	}
	return false
}

// initials finds the one organisation that w is the acronym of, -1 for none.
func (s *resolver) initials(w string) int {
	if len(w) < 3 || len(w) > 7 || strings.ToUpper(w) != w {
		return -1
	}
	found := -1
	for c := range s.a.Chains {
		ch := &s.a.Chains[c]
		if ch.Kind == nlp.Person || strings.Count(ch.Name, " ") < len(w)-1 {
			continue
		}
		var all, capitals []byte
		for _, p := range strings.FieldsFunc(ch.Name, func(r rune) bool { return r == ' ' || r == '-' }) {
			if p[0] >= 'a' && p[0] <= 'z' {
				all = append(all, p[0]-'a'+'A')
				continue
			}
			all, capitals = append(all, p[0]), append(capitals, p[0])
		}
		if strings.HasSuffix(string(all), w) || strings.HasSuffix(string(capitals), w) {
			if found >= 0 {
				return -1
			}
			found = c
		}
	}
	return found
}

// misspelt finds the one person whose surname is w but for a letter, where w
// is named nowhere with a first name; -1 for none.
func (s *resolver) misspelt(w string, ref reference) int {
	if len(w) < 4 || !ref.known || ref.kind != PersonSpeaker || strings.Contains(ref.name, " ") {
		return -1
	}
	found := -1
	for c := range s.a.Chains {
		ch := &s.a.Chains[c]
		k := strings.LastIndexByte(ch.Name, ' ')
		if ch.Kind != nlp.Person || k < 0 || !nearly(ch.Name[k+1:], w) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = c
	}
	return found
}

// nearly reports whether two words with the same first letter differ by one
// letter that is more, less, another, or by two that have changed places.
func nearly(v, w string) bool {
	if v == w || len(v) < 4 || v[0] != w[0] || len(v)-len(w) > 1 || len(w)-len(v) > 1 {
		return false
	}
	i := 0
	for i < len(v) && i < len(w) && v[i] == w[i] {
		i++
	}
	p, q := v[i:], w[i:]
	switch {
	case len(p) == len(q):
		return p[1:] == q[1:] || len(p) > 1 && p[0] == q[1] && p[1] == q[0] && p[2:] == q[2:]
	case len(p) > len(q):
		return p[1:] == q
	}
	return q[1:] == p
}

// byNoun refers "the commission" to the organisation that has the noun in its
// name, and "the president" to the person with that office, where the chains
// know neither: the last mentioned before mention m.
func (s *resolver) byNoun(m int) reference {
	a := s.a
	mn := &a.Mentions[m]
	none := reference{chain: -1}
	if mn.Kind != nlp.Definite || mn.Head != mn.First+1 || mn.Last != mn.Head+1 || !strings.EqualFold(a.Word(mn.First), "the") || plural(a, mn) {
		return none
	}
	noun := strings.ToLower(a.Word(mn.Head))
	kind := nlp.KindOfNoun(noun)
	best, at := -1, -1
	for c := range a.Chains {
		ch := &a.Chains[c]
		if ch.Name == "" || c == mn.Chain {
			continue
		}
		switch {
		case kind == nlp.PersonNoun && ch.Kind == nlp.Person && endsWithWord(ch.Role, noun):
		case kind != nlp.PersonNoun && kind != nlp.DocumentNoun && ch.Kind == nlp.Organization && hasWord(ch.Name, noun):
		default:
			continue
		}
		for _, k := range ch.Mentions {
			if k < m && k > at {
				best, at = c, k
			}
		}
	}
	if best < 0 {
		return none
	}
	return s.chain(best)
}

// hasWord reports whether name has the word, with a capital.
func hasWord(name, word string) bool {
	for _, w := range strings.Fields(name) {
		if strings.EqualFold(w, word) && w[0] <= 'Z' {
			return true
		}
	}
	return false
}

// endsWithWord reports whether a part of a role ends with the word.
func endsWithWord(role, word string) bool {
	for _, part := range strings.Split(role, ", ") {
		if k := strings.LastIndexByte(part, ' '); strings.EqualFold(part[k+1:], word) {
			return true
		}
	}
	return false
}

// legalName reports whether a name ends as those of companies do.
func legalName(n string) bool {
	for _, e := range []string{"Inc", "Inc.", "Corp", "Corp.", "Co", "Co.", "Cos.", "Ltd", "Ltd.", "PLC", "Plc", "plc", "LLC", "AG", "SA", "NV", "Utilities", "Holdings", "Industries", "Association",
		"Hotspur", "Rovers", "United", "Athletic", "Wanderers", "Albion", "Rangers", "FC"} {
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

// index notes the first and last words of the names of chains, and of
// counties all but the last.
func (s *resolver) index() {
	if s.surnames != nil {
		return
	}
	s.surnames, s.firms, s.legal, s.counties = map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	note := func(m map[string]int, w string, c int) {
		if o, ok := m[w]; ok && o != c {
			m[w] = -1
			return
		}
		m[w] = c
	}
	for c := range s.a.Chains {
		ch := &s.a.Chains[c]
		for _, kind := range [...]string{" County", " Parish", " Borough"} {
			if w, ok := strings.CutSuffix(ch.Name, kind); ok {
				note(s.counties, w, c)
			}
		}
		switch ch.Kind {
		case nlp.Person:
			if k := strings.LastIndexAny(ch.Name, " "); k > 0 {
				note(s.surnames, ch.Name[k+1:], c)
			}
		case nlp.Organization:
			if w, _, ok := strings.Cut(ch.Name, " "); ok {
				note(s.firms, w, c)
				if legalName(ch.Name) {
					note(s.legal, w, c)
				}
			}
		}
	}
}
