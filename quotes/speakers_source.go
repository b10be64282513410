package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// source finds what the source of quotation i refers to.
func (s *resolver) source(i int) reference {
	q := &s.r.Quotes[i]
	if q.How == "block" && q.Cue.Empty() {
		if r := s.signature(q.Source[0]); r.known {
			return r
		}
	}
	if strings.EqualFold(q.Source[0].Of(s.a.Text), "you") {
		if r := s.asked(i); r.known {
			return r
		}
	}
	if r := s.ofTwo(i); r.known {
		return r
	}
	if q.How == "transcript" {
		if r := s.labelled(q.Source[0]); r.known {
			return r
		}
	}
	var top []int
	for _, sp := range q.Source {
		top = s.topMentions(top, sp)
	}
	if len(top) == 0 {
		if w := strings.ToLower(q.Source[0].Of(s.a.Text)); (w == "i" || w == "we") && s.around(i, q.Source[0]) < 0 {
			return s.author(q.Source[0])
		}
		return s.words(q.Source[0])
	}
	if joined := s.joined(i, top); joined != nil {
		return s.join(i, joined)
	}
	p := s.principal(top, q.Source)
	ref := s.refer(i, p)
	if ref.known && ref.kind == PersonSpeaker && ref.chain >= 0 && strings.Contains(s.a.Chains[ref.chain].Name, " ") {
		return ref
	}
	if r := s.fullName(q.Source[0], ref); r.known {
		return r
	}
	if r := s.appositive(q.Source[0], top[0]); r.known {
		return r
	}
	if ref.chain < 0 || s.a.Chains[ref.chain].Name == "" {
		if r := s.byNoun(p); r.known {
			return r
		}
		if r := s.samePhrase(p); r.known {
			return r
		}
		if r := s.announced(i, p); r.known {
			return r
		}
	}
	return ref
}

// signature refers to the name that a post is signed with. Where the article
// knows no such person or organisation, it is taken as it is written, but for
// emoji.
func (s *resolver) signature(sp span.Span) reference {
	for _, m := range s.topMentions(nil, sp) {
		if mn := &s.a.Mentions[m]; mn.Kind == nlp.Named && strings.ContainsFunc(mn.Of(s.a.Text), unicode.IsLetter) {
			return reference{chain: -1}
		}
	}
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	text := sp.Of(s.a.Text)
	from := strings.IndexFunc(text, letter)
	if from < 0 {
		return reference{chain: -1}
	}
	to := strings.LastIndexFunc(text, letter)
	_, n := utf8.DecodeRuneInString(text[to:])
	at := span.Span{Start: sp.Start + from, End: sp.Start + to + n}
	return reference{known: true, kind: PersonSpeaker, name: tidy(at.Of(s.a.Text)), chain: -1, mention: at}
}

// labelled refers the initials that an interview labels its turns with to whom
// another label has in full.
func (s *resolver) labelled(sp span.Span) reference {
	w := sp.Of(s.a.Text)
	if len(w) < 2 || len(w) > 3 {
		return reference{chain: -1}
	}
	for j := range s.r.Quotes {
		if q := &s.r.Quotes[j]; q.How == "transcript" && len(q.Source) > 0 && initialsOf(q.Source[0].Of(s.a.Text)) == w {
			return s.resolve(j)
		}
	}
	return reference{chain: -1}
}

// topMentions appends the mentions whose head is in sp and which stand in no
// other such mention.
func (s *resolver) topMentions(top []int, sp span.Span) []int {
	a := s.a
	first := len(top)
	// Mentions before may reach into sp; those that matter begin not long before.
	lo := s.mentionsFrom(sp.Start - 200)
	end := -1
	for ; lo < len(a.Mentions) && a.Mentions[lo].Start < sp.End; lo++ {
		mn := &a.Mentions[lo]
		h := a.Tokens[mn.Head]
		if int(h.Start) < sp.Start || int(h.End) > sp.End || s.bracketed(mn, sp) {
			continue
		}
		if mn.Last <= end && len(top) > first {
			continue // inside the one before
		}
		top = append(top, lo)
		end = max(end, mn.Last)
	}
	return top
}

// bracketed reports whether mention mn stands in brackets inside sp, or is the
// party and state of a politician: "Ann Lee (D-Ohio)", "Ann Lee, R-Ohio".
func (s *resolver) bracketed(mn *nlp.Mention, sp span.Span) bool {
	a := s.a
	w := a.Word(mn.First)
	if len(w) > 2 && w[1] == '-' && (w[0] == 'D' || w[0] == 'R' || w[0] == 'I') && w[2] >= 'A' && w[2] <= 'Z' {
		return true
	}
	return mn.First > 0 && a.Tokens[mn.First-1].POS == nlp.LRB && int(a.Tokens[mn.First-1].Start) > sp.Start
}

// principal picks from the top mentions of a source the one that names the
// source best: a person's name in apposition before the description.
func (s *resolver) principal(top []int, src []span.Span) int {
	a := s.a
	p := top[0]
	ch := a.Mentions[p].Chain
	for _, m := range top[1:] {
		mn := &a.Mentions[m]
		if mn.Kind != nlp.Named || a.Mentions[p].Kind == nlp.Named && a.Mentions[p].Entity == nlp.Person {
			continue
		}
		if ch >= 0 && mn.Chain == ch {
			p = m
			continue
		}
		// A person's name at the end of the source, behind a description.
		if mn.Entity == nlp.Person && mn.End == src[len(src)-1].End && a.Mentions[p].Kind != nlp.Pronoun && !plural(a, &a.Mentions[p]) && !(mn.First > 0 && a.Tokens[mn.First-1].POS == nlp.IN) {
			p = m
		}
	}
	return p
}

// describes reports whether mention m is a common noun for a person.
func (s *resolver) describes(m int) bool {
	mn := &s.a.Mentions[m]
	return (mn.Kind != nlp.Named || mn.Entity == nlp.NoEntity && mn.Last == mn.First+1) && nounKind(s.a.Tokens[mn.Head].Lemma) == nlp.PersonNoun
}

// joined returns the members of a coordination, nil if top is none: mentions
// with a comma or conjunction between each and the next, and one conjunction
// at least.
func (s *resolver) joined(i int, top []int) []int {
	a := s.a
	if len(top) < 2 {
		return nil
	}
	and := false
	out := []int{top[0]}
	for k := 1; k < len(top); k++ {
		prev, m := &a.Mentions[out[len(out)-1]], &a.Mentions[top[k]]
		if m.Chain >= 0 && m.Chain == prev.Chain {
			continue // an apposition
		}
		between := false
		depth := 0
		for t := prev.Last; t < m.First; t++ {
			switch p := a.Tokens[t].POS; {
			case p == nlp.LRB:
				depth++
				continue
			case p == nlp.RRB:
				depth--
				continue
			}
			if w := a.Word(t); depth > 0 || len(w) > 2 && w[1] == '-' {
				continue
			}
			switch a.Tokens[t].POS {
			case nlp.CC:
				if w := strings.ToLower(a.Word(t)); w != "and" && w != "or" && w != "&" {
					return nil
				}
				and, between = true, true
			case nlp.Comma:
				between = true
			case nlp.RB:
			default:
				return nil
			}
		}
		if !between {
			return nil
		}
		out = append(out, top[k])
	}
	if !and || len(out) < 2 {
		return nil
	}
	// One name among singular nouns for a person is that person with two
	// roles: "professor and poet Ann Lee", "Ann Lee, a poet and professor".
	named, roles := 0, 0
	for _, m := range out {
		if mn := &a.Mentions[m]; mn.Kind == nlp.Named && mn.Entity != nlp.Organization && !s.describes(m) {
			named++
		} else if s.describes(m) && !plural(a, mn) && (m == out[0] || !strings.EqualFold(a.Word(mn.First), "the")) {
			roles++
		}
	}
	if named == 0 && roles == len(out) && a.Tokens[a.Mentions[out[0]].First].POS == nlp.DT && a.Tokens[a.Mentions[out[1]].First].POS != nlp.DT {
		return nil // "the poet and teacher"
	}
	if named == 1 && named+roles == len(out) && (a.Mentions[out[0]].Kind != nlp.Named || a.Tokens[a.Mentions[out[0]].Last].POS == nlp.Comma) {
		return nil
	}
	return out
}

// join makes one reference of several.
func (s *resolver) join(i int, ms []int) reference {
	var out reference
	var names []string
	kind := SpeakerKind("")
	for _, m := range ms {
		r := s.refer(i, m)
		if !r.known {
			continue
		}
		out.joined = append(out.joined, r)
		names = append(names, r.name)
		if kind == "" {
			kind = r.kind
		} else if kind != r.kind {
			kind = GroupSpeaker
		}
	}
	switch len(names) {
	case 0:
		return reference{chain: -1}
	case 1:
		return out.joined[0]
	}
	if kind == UnnamedSpeaker || kind == PersonSpeaker && len(names) > 2 {
		kind = GroupSpeaker
	}
	out.known, out.kind, out.chain = true, kind, -1
	if kind == GroupSpeaker && len(s.r.Quotes[i].Source) == 1 && !s.allNamed(ms) {
		out.name = stripDeterminer(tidy(s.r.Quotes[i].Source[0].Of(s.a.Text)))
		return out
	}
	out.name = strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
	return out
}

func (s *resolver) allNamed(ms []int) bool {
	for _, m := range ms {
		if s.a.Mentions[m].Kind != nlp.Named {
			return false
		}
	}
	return true
}

// refer finds what mention m, the source of quotation i, refers to.
func (s *resolver) refer(i, m int) reference {
	a := s.a
	mn := &a.Mentions[m]
	if mn.Kind == nlp.Pronoun {
		return s.pronoun(i, m)
	}
	lemma := a.Tokens[mn.Head].Lemma
	if speech[lemma] && mn.Kind != nlp.Named {
		// "Lee's remarks": the person's own words.
		if o := s.owner(m); o >= 0 {
			if r := s.refer(i, o); r.known {
				return r
			}
		}
	}
	if p := s.focus(m); p.known {
		return p
	}
	if p := s.firm(i, m); p.known {
		return p
	}
	if mn.Chain >= 0 {
		if r := s.chain(mn.Chain); r.known {
			if mn.Kind == nlp.Named || r.kind != PersonSpeaker || nlp.KindOfNoun(lemma) != nlp.DocumentNoun {
				return r
			}
		}
	}
	return s.describe(i, m)
}

// speech are nouns for what somebody says, which stand for who says it.
var speech = map[string]bool{"remark": true, "comment": true, "word": true, "explanation": true, "statement": true, "speech": true, "testimony": true, "claim": true, "assertion": true,
	"allegation": true, "analysis": true, "assessment": true, "announcement": true, "response": true, "answer": true, "argument": true, "criticism": true, "view": true, "opinion": true,
	"message": false, "suggestion": true, "reply": true, "prediction": true, "description": true, "account": true, "tweet": true, "interview": true, "eye": true, "voice": true, "mind": true}

// owner returns the mention that stands before mention m as its possessor, or
// -1: "Lee's remarks", "her words".
func (s *resolver) owner(m int) int {
	a := s.a
	mn := &a.Mentions[m]
	for k := m + 1; k < len(a.Mentions) && a.Mentions[k].First < mn.Head; k++ {
		o := &a.Mentions[k]
		if o.First != mn.First {
			continue
		}
		if o.Kind == nlp.Pronoun || o.Last < mn.Head && a.Tokens[o.Last].POS == nlp.POSS {
			return k
		}
	}
	// "the words of Lee"
	for k := m + 1; k < len(a.Mentions) && a.Mentions[k].First <= mn.Head+2; k++ {
		if o := &a.Mentions[k]; o.First == mn.Head+2 && a.Tokens[mn.Head+1].POS == nlp.IN && strings.EqualFold(a.Word(mn.Head+1), "of") && (o.Entity == nlp.Person || o.Entity == nlp.Organization) {
			return k
		}
	}
	return -1
}

// mentionsFrom returns the index of the first mention that begins at byte b
// or later.
func (s *resolver) mentionsFrom(b int) int {
	lo, hi := 0, len(s.a.Mentions)
	for lo < hi {
		m := (lo + hi) / 2
		if s.a.Mentions[m].Start >= b {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}
