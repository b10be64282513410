package quotes

import (
	"sort"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// described is how many mentions of somebody without a name are looked at for a
// description that tells who it is, so that cost stays in proportion.
const described = 64

// pronoun resolves a pronoun.
func (s *resolver) pronoun(i, m int) reference {
	a := s.a
	mn := &a.Mentions[m]
	w := strings.ToLower(mn.Of(a.Text))
	switch w {
	case "i", "me", "my", "we", "us", "our", "myself":
		if j := s.around(i, mn.Span); j >= 0 {
			return s.resolve(j)
		}
		if w[0] != 'w' && w[0] != 'u' && w[0] != 'o' {
			return s.author(mn.Span)
		}
	}
	if mn.Chain >= 0 {
		r := s.chain(mn.Chain)
		if p, ok := s.besideChain(i, m, w, r); ok {
			return p
		}
		if a.Chains[mn.Chain].Name == "" && w[0] != 'h' && w[0] != 's' {
			if p := s.firstOf(m, func(k int) reference { return s.firm(i, k) }); p.known {
				return p
			}
		}
		if a.Chains[mn.Chain].Name == "" && mn.Entity == nlp.Person {
			if p := s.firstOf(m, s.focus); p.known {
				return p
			}
		}
		if w == "it" {
			if p := s.thing(i, m, r); p.known || r.kind == PersonSpeaker {
				return p
			}
		}
		if r.known {
			if p := s.goesOn(i, m, r); p.known {
				return p
			}
			if p := s.answers(i, m, r); p.known {
				return p
			}
			if p := s.paragraph(m, r); p.known {
				return p
			}
			return r
		}
	}
	switch w {
	case "it":
		return s.thing(i, m, reference{chain: -1})
	case "he", "she", "his", "her", "him":
		return s.somebody(i, m)
	case "we", "us", "our":
		return s.author(mn.Span)
	}
	return reference{chain: -1}
}

// besideChain tells whom the pronoun w at mention m means where r, whom the
// chains take it for, cannot be meant; false where r may be.
func (s *resolver) besideChain(i, m int, w string, r reference) (reference, bool) {
	a := s.a
	mn := &a.Mentions[m]
	switch w {
	case "we", "us", "our":
		if r.known && r.kind == PersonSpeaker {
			return s.author(mn.Span), true // outside of quotations, the newsroom
		}
	case "he", "she", "his", "her", "him", "himself", "herself":
		if r.known && r.kind != PersonSpeaker && r.kind != UnnamedSpeaker && r.kind != AuthorSpeaker || r.kind == UnnamedSpeaker && s.bare(mn.Chain) {
			return s.somebody(i, m), true
		}
	case "they", "their", "them":
		if i > 0 && s.block[i] >= 0 && s.block[i] == s.block[i-1] && r.known && r.kind == PersonSpeaker && a.Chains[mn.Chain].Gender != nlp.UnknownGender {
			// "Acme have denied that Lee left. “He is here,” they said."
			if p := s.resolve(i - 1); p.known && (p.kind == OrganizationSpeaker || p.kind == GroupSpeaker) {
				return p, true
			}
		}
		if !r.known || a.Chains[mn.Chain].Name == "" && (r.kind != GroupSpeaker || !s.speaks(mn.Chain)) {
			p := s.pair(i, m)
			return p, p.known
		}
	}
	return reference{}, false
}

// firstOf asks f of the mentions of m's chain up to m, the first ones first,
// and returns the first reference that it knows.
func (s *resolver) firstOf(m int, f func(int) reference) reference {
	for n, k := range s.a.Chains[s.a.Mentions[m].Chain].Mentions {
		if k > m || n == described {
			break
		}
		if p := f(k); p.known {
			return p
		}
	}
	return reference{chain: -1}
}

// bare reports whether nothing but a noun without an article behind a
// preposition names chain c, which is nobody: "by | hand".
func (s *resolver) bare(c int) bool {
	a := s.a
	n := 0
	for _, m := range a.Chains[c].Mentions {
		mn := &a.Mentions[m]
		if mn.Kind == nlp.Pronoun {
			continue
		}
		if mn.Kind == nlp.Named || plural(a, mn) || mn.First != mn.Head || mn.First == 0 || a.Tokens[mn.First-1].POS != nlp.IN {
			return false
		}
		n++
	}
	return n > 0
}

// speaks reports whether chain c is called something that can speak, by one
// noun at least: not "male spiders".
func (s *resolver) speaks(c int) bool {
	for _, m := range s.a.Chains[c].Mentions {
		if mn := &s.a.Mentions[m]; mn.Kind != nlp.Pronoun && nounKind(s.a.Tokens[mn.Head].Lemma) != nlp.OtherNoun {
			return true
		}
	}
	return false
}

// goesOn refers the pronoun m, the source of quotation i, to whoever spoke
// last, where that one fits it and r, what the chains take it for, is less
// likely to speak: somebody without a name, named only in what has just been
// said ("Ann Lee said Bob Roe was late. She said"), or another than the one
// who speaks in the paragraph.
func (s *resolver) goesOn(i, m int, r reference) reference {
	none := reference{chain: -1}
	if i < 1 || r.chain < 0 || s.block[i] < 0 || s.block[i-1] < 0 || s.block[i]-s.block[i-1] > 3 {
		return none
	}
	a := s.a
	at := a.Mentions[m].Start
	said := s.r.Quotes[i-1].Content
	if len(said) == 0 || said[0].Start > at {
		return none
	}
	last, named := -1, -1
	ids := a.Chains[r.chain].Mentions
	for n := sort.SearchInts(ids, m) - 1; n >= 0 && named < 0; n-- {
		k := ids[n]
		if a.Mentions[k].End > at {
			continue
		}
		last = max(last, k)
		if a.Mentions[k].Kind != nlp.Pronoun || !firstPerson(a.Mentions[k].Of(a.Text)) {
			named = k
		}
	}
	if last < 0 {
		return none
	}
	if named >= 0 && s.tookOver(i, named) {
		return none
	}
	near, own := s.block[i]-s.block[i-1] <= 1, false
	in := near && (a.Chains[r.chain].Name == "" || s.block[i] == s.block[i-1])
	for j := max(0, i-4); j <= i && !in; j++ {
		// What this quotation names itself is rarely its speaker.
		k := last
		if j == i {
			k = named
		}
		if k < 0 || j == i && a.Mentions[k].Kind == nlp.Pronoun || !near && j < i {
			continue
		}
		for _, c := range s.r.Quotes[j].Content {
			if c.Contains(a.Mentions[k].Span) {
				in, own = true, j == i
			}
		}
	}
	if !in {
		return none
	}
	p := s.resolve(i - 1)
	if !p.known || p.chain < 0 || p.chain == r.chain || p.kind == UnnamedSpeaker && (own || !near) {
		return none
	}
	ch := &a.Chains[p.chain]
	switch strings.ToLower(a.Mentions[m].Of(a.Text)) {
	case "he", "him", "his":
		if p.kind != PersonSpeaker && p.kind != UnnamedSpeaker || ch.Gender == nlp.Female || ch.Plural {
			return none
		}
	case "she", "her":
		if p.kind != PersonSpeaker && p.kind != UnnamedSpeaker || ch.Gender == nlp.Male || ch.Plural {
			return none
		}
	case "it", "its":
		if p.kind != OrganizationSpeaker && p.kind != DocumentSpeaker {
			return none
		}
	case "they", "their":
		if p.kind != GroupSpeaker && p.kind != OrganizationSpeaker {
			return none
		}
	default:
		return none
	}
	return p
}

// tookOver reports whether mention m is a name that is the subject of a
// sentence between the quotation before i and i: "Ann Lee, the mayor, denied
// it. “No,” she said."
func (s *resolver) tookOver(i, m int) bool {
	a := s.a
	mn := &a.Mentions[m]
	if mn.Kind != nlp.Named {
		return false
	}
	before := s.r.Quotes[i-1].Content
	if mn.Start < before[len(before)-1].End || a.Tokens[mn.First].Sentence == a.Tokens[a.TokenAt(before[len(before)-1].End-1)].Sentence {
		return false
	}
	for _, c := range s.r.Quotes[i].Content {
		if c.Contains(mn.Span) || c.Start < mn.Start {
			return false
		}
	}
	for k := m; k >= 0 && a.Tokens[a.Mentions[k].First].Sentence == a.Tokens[mn.First].Sentence; k-- {
		if rel := a.Tokens[a.Mentions[k].Head].Rel; a.Mentions[k].Chain == mn.Chain && (rel == nlp.Nsubj || rel == nlp.NsubjPass) {
			return true
		}
	}
	return false
}

func firstPerson(w string) bool {
	switch strings.ToLower(w) {
	case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves":
		return true
	}
	return false
}

// somebody is whom "he" or "she" at mention m, the source of quotation i, may
// be where the chains do not tell: who spoke last, or whom the text has been
// about since.
func (s *resolver) somebody(i, m int) reference {
	a := s.a
	g := nlp.Male
	switch strings.ToLower(a.Mentions[m].Of(a.Text)) {
	case "she", "her", "herself":
		g = nlp.Female
	}
	last, block := reference{chain: -1}, -1
	for j := i - 1; j >= 0 && j > i-6; j-- {
		if r := s.resolve(j); r.known && (r.kind == PersonSpeaker || r.kind == UnnamedSpeaker) && (r.chain < 0 || fitsGender(&a.Chains[r.chain], g)) {
			last, block = r, s.block[j]
			break
		}
	}
	if t := s.topic(m, g); t.known && t.chain >= 0 {
		for _, k := range a.Chains[t.chain].Mentions {
			if k < m && (!last.known || s.blockAt(a.Mentions[k].Start) > block) {
				return t
			}
		}
	}
	return last
}

// pair refers to the two persons last named together, "Ann Lee and Bob Roe",
// not more than two sentences before mention m.
func (s *resolver) pair(i, m int) reference {
	a := s.a
	here := a.Tokens[a.Mentions[m].First].Sentence
	for k := m - 1; k > 0; k-- {
		y := &a.Mentions[k]
		if here-a.Tokens[y.First].Sentence > 2 {
			break
		}
		if y.Kind != nlp.Named || y.Entity != nlp.Person {
			continue
		}
		for l := k - 1; l >= 0 && l > k-5; l-- {
			x := &a.Mentions[l]
			if x.Kind != nlp.Named || x.Entity != nlp.Person || x.Chain == y.Chain || a.Tokens[x.First].Sentence != a.Tokens[y.First].Sentence {
				continue
			}
			if a.Tokens[y.First-1].POS == nlp.CC && y.First-x.Last < 12 {
				return s.join(i, []int{l, k})
			}
			break
		}
	}
	return reference{chain: -1}
}

// around returns the quotation other than i whose content holds sp; i is -1 where
// sp is of none.
func (s *resolver) around(i int, sp span.Span) int {
	// What encloses it begins not far away.
	near := i
	if i < 0 {
		near = sort.Search(len(s.r.Quotes), func(j int) bool {
			c := s.r.Quotes[j].Content
			return len(c) > 0 && c[0].Start > sp.Start
		})
	}
	for j := max(0, near-30); j < min(len(s.r.Quotes), near+30); j++ {
		if j == i {
			continue
		}
		for _, c := range s.r.Quotes[j].Content {
			if c.Contains(sp) {
				return j
			}
		}
	}
	return -1
}

// author is the reference of an article's own "I".
func (s *resolver) author(at span.Span) reference {
	n := strings.Join(s.doc.Authors, " and ")
	if n == "" {
		n = "author"
	}
	return reference{known: true, kind: AuthorSpeaker, name: n, chain: -1, mention: at}
}

// antecedent refers to the mention right before a relative pronoun.
func (s *resolver) antecedent(sp span.Span) reference {
	a := s.a
	t := a.TokenAt(sp.Start)
	for m := s.mentionsFrom(sp.Start) - 1; m >= 0; m-- {
		mn := &a.Mentions[m]
		if mn.Last == t || mn.Last == t-1 && a.Tokens[t-1].POS == nlp.Comma {
			return s.refer(-1, m)
		}
		if mn.Last < t-30 {
			break
		}
	}
	return reference{chain: -1}
}
