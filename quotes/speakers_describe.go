package quotes

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// chain refers to a chain by its name, or by the first description that it has.
func (s *resolver) chain(c int) reference {
	a := s.a
	c = s.fuller(c)
	ch := &a.Chains[c]
	r := reference{known: true, chain: c, name: tidy(ch.Name)}
	switch ch.Kind {
	case nlp.Person:
		r.kind = PersonSpeaker
	case nlp.Organization, nlp.Place:
		r.kind = OrganizationSpeaker
	default:
		r.kind = OrganizationSpeaker
	}
	if r.name != "" {
		if ch.Kind == nlp.Misc || ch.Kind == nlp.NoEntity {
			r.kind = s.kindByNouns(ch, r.kind)
		}
		return r
	}
	if d, ok := s.described[c]; ok {
		return d
	}
	best := reference{chain: -1}
	for _, m := range ch.Mentions {
		if a.Mentions[m].Kind == nlp.Pronoun {
			continue
		}
		d := s.describe(s.sourceAt(m), m)
		if d.known && (!best.known || len(strings.Fields(d.name)) > len(strings.Fields(best.name))) {
			if best.known {
				d.kind = best.kind
			}
			best = d
		}
	}
	s.described[c] = best
	return best
}

// sourceAt returns the quotation whose source mention m is, -1 for none.
func (s *resolver) sourceAt(m int) int {
	if i, ok := s.sources[m]; ok {
		return i
	}
	return -1
}

// kindByNouns tells the kind of a named referent that is neither a person nor
// an organisation by the nouns that it is called.
func (s *resolver) kindByNouns(ch *nlp.Chain, otherwise SpeakerKind) SpeakerKind {
	for _, m := range ch.Mentions[:min(len(ch.Mentions), described)] {
		t := &s.a.Tokens[s.a.Mentions[m].Head]
		switch nlp.KindOfNoun(strings.ToLower(t.Lemma)) {
		case nlp.DocumentNoun:
			return DocumentSpeaker
		case nlp.PersonNoun:
			if t.POS == nlp.NNPS || t.POS == nlp.NNS {
				return GroupSpeaker
			}
		}
		if t.POS == nlp.NNPS {
			return GroupSpeaker // "Democrats"
		}
	}
	return otherwise
}

// describe keeps an unnamed source as the article describes it: in the words
// of the source span ("one of the residents", "a person who knows the matter"),
// up to the first comma unless it speaks of several.
func (s *resolver) describe(i, m int) reference {
	a := s.a
	mn := &a.Mentions[m]
	if k := s.measured(m); k >= 0 {
		return s.describe(-1, k)
	}
	text := mn.Of(a.Text)
	kind := s.kindOf(mn)
	if i >= 0 {
		for _, sp := range s.r.Quotes[i].Source {
			if h := int(a.Tokens[mn.Head].End); sp.Start <= mn.Start && sp.End < mn.End && sp.End >= h {
				text = text[:sp.End-mn.Start] // "a judge | last month"
			}
			if sp.Contains(mn.Span) && s.leads(m, sp) {
				text = sp.Of(a.Text)
				if kind != GroupSpeaker || nlp.KindOfNoun(a.Tokens[mn.Head].Lemma) != nlp.PersonNoun || relativeBehind(a, mn.Last) {
					text = clause(text, mn.End-sp.Start)
				}
			}
		}
	}
	if kind == GroupSpeaker && len(text) > 4 && strings.EqualFold(text[:4], "one ") {
		kind = UnnamedSpeaker
	}
	ref := reference{known: true, chain: mn.Chain, name: stripDeterminer(tidy(text)), kind: kind, mention: mn.Span}
	if k := mn.Head - 1; k >= mn.First && strings.EqualFold(a.Word(mn.Head), "management") {
		// "Company management" is Acme's.
		if noun := strings.ToLower(a.Word(k)); firmNouns[noun] == 'c' && strings.EqualFold(ref.name, noun+" management") {
			if f := s.firmNear(i, m, noun, 'c'); f.known {
				ref.name, ref.affiliation = f.name+" management", f.name
			}
		}
	}
	return ref
}

// measured returns the mention of the persons in "a string of | ministers", -1
// for none.
func (s *resolver) measured(m int) int {
	a := s.a
	mn := &a.Mentions[m]
	if !vagueMeasures[a.Tokens[mn.Head].Lemma] || mn.Head+2 >= len(a.Tokens) || a.Word(mn.Head+1) != "of" {
		return -1
	}
	for k := m + 1; k < len(a.Mentions) && a.Mentions[k].First <= mn.Head+2; k++ {
		o := &a.Mentions[k]
		if o.First == mn.Head+2 && plural(a, o) && nlp.KindOfNoun(strings.ToLower(a.Tokens[o.Head].Lemma)) == nlp.PersonNoun {
			return k
		}
	}
	return -1
}

// vagueMeasures are nouns for not so few of something.
var vagueMeasures = map[string]bool{"string": true, "stream": true, "succession": true, "procession": true, "host": true, "raft": true, "slew": true}

// relativeBehind reports whether a comma and a relative pronoun stand at token t.
func relativeBehind(a *nlp.Annotation, t int) bool {
	return t+1 < len(a.Tokens) && a.Tokens[t].POS == nlp.Comma && (a.Tokens[t+1].POS == nlp.WP || a.Tokens[t+1].POS == nlp.WDT)
}

// leads reports whether mention m is the first of the source sp.
func (s *resolver) leads(m int, sp span.Span) bool {
	s.top = s.topMentions(s.top[:0], sp)
	return len(s.top) > 0 && s.top[0] == m
}

// clause is the beginning of a description up to a comma, dash or bracket
// behind byte n.
func clause(text string, n int) string {
	for _, stop := range []string{", ", " (", " — ", " – "} {
		if k := strings.Index(text, stop); k >= n {
			text = text[:k]
		}
	}
	return text
}

func plural(a *nlp.Annotation, mn *nlp.Mention) bool {
	p := a.Tokens[mn.Head].POS
	return p == nlp.NNS || p == nlp.NNPS
}

// kindOf tells the kind of an unnamed source by its head noun.
func (s *resolver) kindOf(mn *nlp.Mention) SpeakerKind {
	a := s.a
	lemma := strings.ToLower(a.Tokens[mn.Head].Lemma)
	many := plural(a, mn)
	k := nounKind(lemma)
	many = many || strings.HasSuffix(lemma, "men") && k == nlp.PersonNoun
	if k == nlp.OtherNoun && mn.Kind == nlp.Named {
		switch mn.Entity {
		case nlp.Person:
			return PersonSpeaker
		case nlp.Organization, nlp.Place:
			return OrganizationSpeaker
		}
	}
	switch k {
	case nlp.PersonNoun:
		if many {
			if lemma == "source" {
				return UnnamedSpeaker
			}
			return GroupSpeaker
		}
		return UnnamedSpeaker
	case nlp.GroupNoun:
		return GroupSpeaker
	case nlp.OrganizationNoun, nlp.PlaceNoun:
		if many {
			return GroupSpeaker
		}
		return OrganizationSpeaker
	case nlp.DocumentNoun:
		return DocumentSpeaker
	}
	if many {
		return GroupSpeaker
	}
	return DocumentSpeaker
}

// words keeps a source without any mention as its words.
func (s *resolver) words(sp span.Span) reference {
	n := stripDeterminer(tidy(clause(sp.Of(s.a.Text), 1)))
	switch strings.ToLower(n) {
	case "who", "which", "that":
		return s.antecedent(sp)
	case "", "he", "she", "it", "they", "i", "we", "you", "him", "her", "his", "them":
		return reference{chain: -1}
	}
	return reference{known: true, kind: s.kindOfWords(sp), name: n, chain: -1, mention: sp}
}

// kindOfWords tells the kind of a source that is no mention by its last noun
// before anything that qualifies it.
func (s *resolver) kindOfWords(sp span.Span) SpeakerKind {
	a := s.a
	first, last := a.TokensIn(sp)
	head := -1
	for i := first; i < last; i++ {
		if quantities[strings.ToLower(a.Word(i))] {
			return GroupSpeaker
		}
		p := a.Tokens[i].POS
		if head >= 0 && !p.Noun() {
			break
		}
		if p.Noun() {
			head = i
		}
	}
	if head >= 0 && nounKind(a.Tokens[head].Lemma) != nlp.OtherNoun {
		return s.kindOf(&nlp.Mention{First: first, Last: head + 1, Head: head})
	}
	return UnnamedSpeaker
}

// quantities are words for several people that stand alone.
var quantities = map[string]bool{"some": true, "many": true, "both": true, "others": true, "several": true, "few": true, "most": true, "all": true, "hundreds": true, "thousands": true, "dozens": true, "scores": true}

// stripDeterminer takes articles, possessive pronouns and vague quantifiers off the front of a
// description, but not off "some of the residents".
func stripDeterminer(n string) string {
	for {
		w, rest, ok := strings.Cut(n, " ")
		w = strings.ToLower(w)
		if !ok || !determiners[w] && w != "one" || strings.HasPrefix(rest, "of ") {
			return n
		}
		n = strings.TrimLeft(rest, " ")
	}
}

var determiners = map[string]bool{"the": true, "a": true, "an": true, "some": true, "several": true, "many": true, "multiple": true, "both": true, "this": true, "that": true, "these": true, "those": true, "other": true,
	"individual": true, "various": true, "certain": true, "his": true, "her": true, "its": true, "their": true, "my": true, "our": true, "your": true, "own": true}
