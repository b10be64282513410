package quotes

import (
	"iter"
	"slices"
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// Whom a paragraph is about, where it tells more than the nearest name.

// genderOf is the gender of the pronoun w, if it is of a person.
func genderOf(w string) (g nlp.Gender, ok bool) {
	switch strings.ToLower(w) {
	case "he", "him", "his", "himself":
		return nlp.Male, true
	case "she", "her", "herself":
		return nlp.Female, true
	}
	return nlp.UnknownGender, false
}

// asksFirst reports whether the sentence of token t begins with the question
// that what stands at t answers: "Asked about the vote, | she said".
func (s *resolver) asksFirst(t int) bool {
	st := &s.a.Sentences[s.a.Tokens[t].Sentence]
	i := st.First
	if s.a.Tokens[i].POS == nlp.WRB {
		i++
	}
	return i < t && asking(s.a.Word(i)) && s.a.Tokens[i].POS.Verb()
}

// answers refers the pronoun m, the source of quotation i, to whoever spoke
// before, where its sentence begins with what was asked and r, whom the chains
// take it for, has been named there: "Asked about Lee, | he said".
func (s *resolver) answers(i, m int, r reference) reference {
	none := reference{chain: -1}
	a := s.a
	mn := &a.Mentions[m]
	g, ok := genderOf(mn.Of(a.Text))
	if !ok || r.chain < 0 || !s.asksFirst(mn.First) {
		return none
	}
	at := a.Tokens[mn.First].Sentence
	in := false
	for k := range s.back(r.chain, m) {
		if a.Tokens[a.Mentions[k].First].Sentence != at {
			break
		}
		in = in || a.Mentions[k].Kind == nlp.Named
	}
	j := s.spokenBefore(i)
	if !in || j < 0 || s.block[j] < 0 || s.block[i]-s.block[j] > 2 {
		return none
	}
	if p := s.resolve(j); p.known && p.kind == PersonSpeaker && p.chain >= 0 && p.chain != r.chain && fitsGender(&a.Chains[p.chain], g) {
		return p
	}
	return none
}

// paragraph refers the pronoun m to the person who is the subject in its
// paragraph, where r, whom the chains take it for, is not mentioned there
// but by pronouns behind that one.
func (s *resolver) paragraph(m int, r reference) reference {
	none := reference{chain: -1}
	a := s.a
	mn := &a.Mentions[m]
	g, ok := genderOf(mn.Of(a.Text))
	if !ok || r.chain < 0 {
		return none
	}
	k := s.subjectBefore(m, g)
	if k < 0 || a.Mentions[k].Chain == r.chain {
		return none
	}
	b := s.blockAt(mn.Start)
	for o := range s.back(r.chain, m) {
		x := &a.Mentions[o]
		if s.blockAt(x.Start) != b {
			break
		}
		if (x.Kind != nlp.Pronoun || o < k) && s.around(-1, x.Span) < 0 {
			return none
		}
	}
	return s.chain(a.Mentions[k].Chain)
}

// lookBack is how many mentions back somebody is looked for in a paragraph. It
// bounds the cost of one that is a book: who is further away is not who is
// spoken of.
const lookBack = 400

// back goes through the mentions of a chain before mention m and within
// lookBack of it, the last one first.
func (s *resolver) back(chain, m int) iter.Seq[int] {
	return func(yield func(int) bool) {
		ms := s.a.Chains[chain].Mentions
		n, _ := slices.BinarySearch(ms, m)
		for n--; n >= 0 && ms[n] >= m-lookBack && yield(ms[n]); n-- {
		}
	}
}

// subjectBefore is the last mention of a named person of gender g, as far as
// known, that is the subject of a clause before mention m in its paragraph,
// outside of quotations; else of the only one there who is known to be of that
// gender; -1 for none.
func (s *resolver) subjectBefore(m int, g nlp.Gender) int {
	a := s.a
	b := s.blockAt(a.Mentions[m].Start)
	only, several := -1, false
	for k := m - 1; k >= max(0, m-lookBack); k-- {
		o := &a.Mentions[k]
		if s.blockAt(o.Start) != b {
			break
		}
		if o.Chain < 0 || o.Kind != nlp.Named {
			continue
		}
		ch := &a.Chains[o.Chain]
		if ch.Kind != nlp.Person || ch.Name == "" || ch.Plural || !fitsGender(ch, g) || s.around(-1, o.Span) >= 0 {
			continue
		}
		if s.isSubject(k) {
			return k
		}
		if ch.Gender == g {
			several = several || only >= 0 && a.Mentions[only].Chain != o.Chain
			only = k
		}
	}
	if several {
		return -1
	}
	return only
}

// isSubject reports whether mention m is the subject of a clause.
func (s *resolver) isSubject(m int) bool { return s.verbOf(m) >= 0 }

// verbOf is the token that mention m is the subject of, -1 for none.
func (s *resolver) verbOf(m int) int {
	mn := &s.a.Mentions[m]
	for t := mn.First; t < mn.Last; t++ {
		k := &s.a.Tokens[t]
		if (k.Rel == nlp.Nsubj || k.Rel == nlp.NsubjPass) && (int(k.Head) < mn.First || int(k.Head) >= mn.Last) {
			return int(k.Head)
		}
	}
	return -1
}

// about is whom the sentence before quotation i in its paragraph is about,
// where nothing else says who speaks: "Lee is not so sure. | “It means ...”".
func (s *resolver) about(i int) reference {
	none := reference{chain: -1}
	a := s.a
	at := s.r.Quotes[i].Content[0].Start
	here := s.sentenceAt(at)
	for k := s.mentionsFrom(at) - 1; k >= 0; k-- {
		o := &a.Mentions[k]
		if s.blockAt(o.Start) != s.block[i] || here-s.sentenceAt(o.Start) > 1 {
			break
		}
		if o.Chain < 0 || !s.isSubject(k) || s.around(-1, o.Span) >= 0 {
			continue
		}
		// The sentence's own subject, not one of a clause in it.
		if h := s.verbOf(k); a.Tokens[h].Rel != nlp.Root {
			continue
		}
		if o.Kind == nlp.Pronoun {
			if _, ok := genderOf(o.Of(a.Text)); !ok {
				return none
			}
		}
		if ch := &a.Chains[o.Chain]; ch.Kind == nlp.Person && !ch.Plural && ch.Name != "" && !s.speaksOf(i, k) {
			return s.chain(o.Chain)
		}
		return none
	}
	return none
}

// speaksOf reports whether it is the person of mention m whom quotation i speaks
// of, as somebody else would: "Lee coached them for years. | “He never shouted”".
// Who else is mentioned beside may be meant as well.
func (s *resolver) speaksOf(i, m int) bool {
	a := s.a
	about := &a.Chains[a.Mentions[m].Chain]
	first, last := a.TokensIn(s.r.Quotes[i].Content[0])
	for t := first; t < last; t++ {
		switch strings.ToLower(a.Word(t)) {
		case "i", "me", "my", "we", "us", "our":
			return false
		}
		if g, ok := genderOf(a.Word(t)); ok {
			return fitsGender(about, g) && !s.besides(m, g)
		}
	}
	return false
}

// besides reports whether the sentence of mention m mentions another person of
// gender g.
func (s *resolver) besides(m int, g nlp.Gender) bool {
	a := s.a
	in := a.Sentences[a.Tokens[a.Mentions[m].First].Sentence]
	for k := s.mentionsFrom(in.Start); k < len(a.Mentions) && a.Mentions[k].Start < in.End; k++ {
		if c := a.Mentions[k].Chain; c >= 0 && c != a.Mentions[m].Chain && a.Chains[c].Kind == nlp.Person && fitsGender(&a.Chains[c], g) {
			return true
		}
	}
	return false
}

// thing refers "it" at mention m, the source of quotation i, where the chains
// take it for a person or for nothing: to the text that reads so, to the subject
// of "what it called", or to the body that spoke last nearby.
func (s *resolver) thing(i, m int, r reference) reference {
	none := reference{chain: -1}
	a := s.a
	mn := &a.Mentions[m]
	if mn.First > 0 && strings.EqualFold(a.Word(mn.First-1), "what") {
		at := a.Tokens[mn.First].Sentence
		for k := s.mentionsFrom(a.Sentences[at].Start); k < m; k++ {
			if o := &a.Mentions[k]; o.Kind != nlp.Pronoun && s.isSubject(k) && o.Chain != mn.Chain && nounKind(a.Tokens[o.Head].Lemma) != nlp.PersonNoun && o.Entity != nlp.Person {
				return s.refer(i, k)
			}
		}
	}
	if i < 0 {
		return none
	}
	if q := &s.r.Quotes[i]; !q.Cue.Empty() && a.Tokens[a.TokenAt(q.Cue.Start)].Lemma == "read" && (!r.known || r.kind != DocumentSpeaker) {
		for k := m - 1; k >= max(0, m-lookBack) && s.blockAt(mn.Start)-s.blockAt(a.Mentions[k].Start) <= 1; k-- {
			if o := &a.Mentions[k]; o.Kind != nlp.Pronoun && nounKind(a.Tokens[o.Head].Lemma) == nlp.DocumentNoun && !plural(a, o) && s.around(-1, o.Span) < 0 {
				return s.describe(-1, k)
			}
		}
	}
	if r.known && r.kind != PersonSpeaker && r.kind != UnnamedSpeaker {
		return none
	}
	if j := s.spokenBefore(i); j >= 0 && s.block[i] >= 0 && s.block[i]-s.block[j] <= 1 {
		if p := s.resolve(j); p.known && (p.kind == OrganizationSpeaker || p.kind == DocumentSpeaker) {
			return p
		}
	}
	return s.body(m)
}

// body is the named organisation that is the subject last before mention m,
// in its sentence or the one before.
func (s *resolver) body(m int) reference {
	a := s.a
	here := a.Tokens[a.Mentions[m].First].Sentence
	for k := m - 1; k >= 0 && here-a.Tokens[a.Mentions[k].First].Sentence <= 1; k-- {
		if o := &a.Mentions[k]; o.Kind == nlp.Named && o.Chain >= 0 && s.isSubject(k) && a.Chains[o.Chain].Kind == nlp.Organization && s.around(-1, o.Span) < 0 {
			return s.chain(o.Chain)
		}
	}
	return reference{chain: -1}
}

// ofTwo refers "the former" and "the latter" to those who spoke in the sentence
// before, or whom it names together.
func (s *resolver) ofTwo(i int) reference {
	none := reference{chain: -1}
	first := false
	switch strings.ToLower(s.r.Quotes[i].Source[0].Of(s.a.Text)) {
	case "the former":
		first = true
	case "the latter":
	default:
		return none
	}
	at := s.sentenceAt(s.r.Quotes[i].Source[0].Start)
	j := s.spokenBefore(i)
	if j < 0 || at-s.sentenceAt(s.r.Quotes[j].Content[0].Start) > 1 {
		return none
	}
	k := s.spokenBefore(j)
	if k < 0 || s.sentenceAt(s.r.Quotes[k].Content[0].Start) != s.sentenceAt(s.r.Quotes[j].Content[0].Start) {
		return none
	}
	if first {
		return s.resolve(k)
	}
	return s.resolve(j)
}
