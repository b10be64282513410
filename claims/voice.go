package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// firstPerson replaces "I" by the speaker and "we" by whom the speaker stands
// for, where the article says so; else it says once who speaks.
func (w *rewriting) firstPerson() {
	a, p := w.a, w.p
	if w.c.Speaker < 0 || w.c.Speaker >= len(w.q.Speakers) {
		return
	}
	s := &w.q.Speakers[w.c.Speaker]
	name := w.speakerName(s)
	if name == "" {
		return
	}
	group := w.groupOf(s)
	if n := w.house(); n != "" && s.Kind == quotes.AuthorSpeaker {
		name = n
	}
	plain := strings.TrimPrefix(group, "the ")
	used := false // the group is named: "its" is clear
	said := false // it was said who speaks
	tell := func(sp span.Span) {
		w.put(span.Span{Start: sp.End, End: sp.End}, " ["+w.presented(s, name)+" speaking]", "first person")
		said = true
	}
	both := group == "" && w.singularAndPlural()
	for k := p.first; k < p.last; k++ {
		if a.Tokens[k].POS != nlp.PRP && a.Tokens[k].POS != nlp.PRPS || w.spokenOf(k) {
			continue
		}
		sp := a.Span(k, k+1)
		low := w.low(k)
		used = used || plain != "" && strings.Contains(a.Text[w.c.Span.Start:sp.Start], plain)
		if w.wordAlone(k) {
			continue // the word "We"
		}
		switch low {
		case "i", "me", "my":
			if s.Kind != quotes.PersonSpeaker && s.Kind != quotes.UnnamedSpeaker {
				continue
			}
			if both {
				if !said {
					tell(sp)
				}
				continue
			}
			to := name
			if low == "my" {
				to = possessive(name)
			}
			w.put(sp, to, "first person")
			if low == "i" {
				w.agree(k, p, w.put)
			}
		case "we", "us", "our":
			switch {
			case group == "":
				if !said {
					tell(sp)
				}
				continue
			case used && low == "our":
				w.put(sp, "its", "first person")
			case used:
				w.put(sp, "it", "first person")
			case low == "our":
				w.put(sp, possessive(group), "first person")
			default:
				w.put(sp, group, "first person")
			}
			used = true
			if low == "we" {
				w.agree(k, p, w.put)
			}
		}
	}
}

// singularAndPlural reports whether the claim's words have "I" and "we", neither alone
// in quotation marks: where one stays, so does the other.
func (w *rewriting) singularAndPlural() bool {
	one, several := false, false
	for k := w.p.first; k < w.p.last; k++ {
		if t := w.a.Tokens[k].POS; t != nlp.PRP && t != nlp.PRPS || w.spokenOf(k) || w.wordAlone(k) {
			continue
		}
		switch w.low(k) {
		case "i", "me", "my":
			one = true
		case "we", "us", "our":
			several = true
		}
	}
	return one && several
}

// spokenOf reports whether token k stands in quotation marks alone: the word
// “We”, which means nobody.
func (ar *article) spokenOf(k int) bool {
	a := ar.a
	return k > 0 && k+1 < len(a.Tokens) && a.Tokens[k-1].POS == nlp.OpenQuote && a.Tokens[k+1].POS == nlp.CloseQuote
}

// speakerName is what a claim calls its speaker: the name, or of a single
// unnamed one the description, as "the patient".
func (ar *article) speakerName(s *quotes.Speaker) string {
	if s.Kind != quotes.UnnamedSpeaker {
		if s.Kind == quotes.DocumentSpeaker && !properName(s.Name) {
			return "" // "another statement"
		}
		if s.Kind == quotes.PersonSpeaker {
			return ar.callsign(evenCapitals(s.Name))
		}
		if n := ar.callsign(s.Name); n != s.Name && strings.Contains(ar.a.Text, s.Name+":") {
			return n
		}
		return ar.brand(s)
	}
	det, rest, ok := strings.Cut(s.Name, " ")
	if !ok || strings.Contains(rest, ",") {
		return ar.introducedAs(s)
	}
	switch strings.ToLower(det) {
	case "a", "an", "the", "one":
		return "the " + rest
	}
	if nameAfterAll(s) {
		return s.Name
	}
	return ar.introducedAs(s)
}

// nameAfterAll reports whether the speaker s, taken for one without a name, has
// one: two words with capitals.
func nameAfterAll(s *quotes.Speaker) bool {
	first, last, ok := strings.Cut(s.Name, " ")
	return ok && s.Kind == quotes.UnnamedSpeaker && capital(first) && capital(last) && !strings.Contains(last, " ") && !startsDefinite(strings.ToLower(s.Name))
}

// introducedAs is the description of the unnamed speaker s with the article
// that it was introduced with: "the old woman" for "an old woman said"; "" where
// it never had one.
func (ar *article) introducedAs(s *quotes.Speaker) string {
	if strings.Contains(s.Name, ",") {
		return ""
	}
	for _, m := range s.Mentions {
		det, rest, ok := strings.Cut(m.Of(ar.a.Text), " ")
		if !ok || !strings.HasPrefix(rest, s.Name) && !strings.HasPrefix(s.Name, rest) {
			continue
		}
		switch strings.ToLower(det) {
		case "a", "an", "the":
			return "the " + s.Name
		}
	}
	return ""
}

// callsign is the name of a person whom a transcript only names in capitals,
// "VALE:", as it is written elsewhere in the article, or as names are; "the
// moderator" for "MODERATOR:".
func (ar *article) callsign(name string) string {
	if len(name) < 4 || strings.ContainsAny(name, " .") || name != strings.ToUpper(name) {
		return name
	}
	low := strings.ToLower(name)
	if nlp.KindOfNoun(low) == nlp.PersonNoun {
		return "the " + low
	}
	name = capitalized(low)
	if full := ar.personCalled(name); full != "" {
		return full
	}
	return name
}

// wordAlone reports whether token k stands in quotation marks by itself, as a
// word that is spoken of.
func (ar *article) wordAlone(k int) bool {
	a := ar.a
	return k > 0 && k+1 < len(a.Tokens) && quoteMark(a.Tokens[k-1].POS) && quoteMark(a.Tokens[k+1].POS)
}

func quoteMark(p nlp.POS) bool { return p == nlp.OpenQuote || p == nlp.CloseQuote }

// wholeName reports whether name stands in the text with no other name's word
// beside it: not "Gold" of "Gold Star".
func (ar *article) wholeName(name string) bool {
	text := ar.a.Text
	for i := range occurrences(text, name) {
		rest := text[i+len(name):]
		next := strings.TrimPrefix(rest, " ")
		if r, _ := utf8.DecodeRuneInString(next); len(next) == len(rest) || !unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// presented is a speaker's name with whom a person belongs to.
func (ar *article) presented(s *quotes.Speaker, name string) string {
	if s.Kind != quotes.PersonSpeaker || leads(s.Role) || governs(s.Role) || s.Affiliation == "" || !properName(s.Affiliation) || strings.Contains(name, s.Affiliation) || settled[strings.ToLower(s.Affiliation)] || !strings.Contains(s.Affiliation, " ") && !ar.wholeName(s.Affiliation) {
		return name
	}
	for i := range ar.a.Entities {
		if e := &ar.a.Entities[i]; e.Kind != nlp.Organization && e.Span.Of(ar.a.Text) == s.Affiliation {
			return name
		}
	}
	if notCompany[strings.ToLower(s.Affiliation)] || len(s.Affiliation) > 1 && s.Affiliation[1] == '-' {
		return name // a party, "R-Ind."
	}
	return name + ", " + s.Affiliation + ","
}

// groupOf is whom s means by "we": the organisation itself or the one that
// the speaker belongs to, "" where the article names none.
func (ar *article) groupOf(s *quotes.Speaker) string {
	a := ar.a
	group := s.Affiliation
	switch {
	case group == "Republican" || group == "Democrat":
		return "" // what he is
	case s.Kind == quotes.UnnamedSpeaker && !nameAfterAll(s) && !samePerson(s.Name, group):
		return "" // whoever was named near "an official"
	case s.Kind == quotes.OrganizationSpeaker:
		group = ar.brand(s)
	case (s.Kind == quotes.PersonSpeaker || nameAfterAll(s)) && !leads(s.Role) && !governs(s.Role) || !properName(group) || notCompany[strings.ToLower(group)] && strings.HasSuffix(strings.ToLower(group), "ic"):
		return "" // what a scholar or a member calls "we" may be anybody
	}
	for i := range a.Entities {
		// Only who governs a place speaks for it.
		if e := &a.Entities[i]; group != "" && e.Kind == nlp.Person && e.Span.Of(a.Text) == group {
			return ""
		}
		if e := &a.Entities[i]; group != "" && e.Kind == nlp.Place && e.Span.Of(a.Text) == group && s.Kind == quotes.PersonSpeaker && !governs(s.Role) {
			return ""
		}
	}
	if settled[strings.ToLower(group)] || ar.wires(group) {
		return "" // "State" of a secretary is no name, the dateline's agency no firm
	}
	for i := range a.Chains {
		if c := &a.Chains[i]; c.Name == group && group != "" {
			if c.Kind == nlp.Person {
				return ""
			}
			group = ar.withArticle(i, group)
			break
		}
	}
	return group
}

// governs reports whether role speaks for the place that it belongs to.
func governs(role string) bool {
	r := strings.ToLower(role)
	for _, w := range []string{"mayor", "governor", "president", "premier", "prime minister", "minister", "chancellor", "council", "ambassador"} {
		if strings.Contains(r, w) {
			return true
		}
	}
	return false
}

// agree puts the verb behind the subject at k into the third person.
func (ar *article) agree(k int, p *proposition, add func(span.Span, string, string)) {
	a := ar.a
	for i := k + 1; i < p.last && i < k+4; i++ {
		t := &a.Tokens[i]
		w := ar.low(i)
		to := ""
		switch w {
		case "am", "are":
			to = "is"
		case "'m", "’m", "'re", "’re":
			to = " is"
		case "'ve", "’ve":
			to = " has"
		case "have":
			to = "has"
		case "do":
			to = "does"
		case "were":
			to = "was"
		case "was", "had", "did", "'d", "'ll", "’d", "’ll":
			if w[0] == '\'' || strings.HasPrefix(w, "’") {
				to = map[byte]string{'d': " would", 'l': " will"}[w[len(w)-1]]
			}
			if to == "" {
				return
			}
		default:
			switch t.POS {
			case nlp.RB:
				continue
			case nlp.VBP:
				to = thirdPerson(w)
			default:
				return
			}
		}
		add(a.Span(i, i+1), to, "agreement")
		ar.agreeJoined(i, p, add)
		return
	}
}

// agreeJoined puts the verbs that are joined to the one at token v, and share its
// subject, into the third person as well: "we clean rivers and publish figures".
func (ar *article) agreeJoined(v int, p *proposition, add func(span.Span, string, string)) {
	a := ar.a
	prev := v
	for i := v + 1; i < p.last; i++ {
		t := &a.Tokens[i]
		if h := int(t.Head); t.Rel != nlp.Conj || h != v && h != prev || t.POS != nlp.VBP && t.POS != nlp.VB || a.Dependent(i, nlp.Nsubj) >= 0 || a.Dependent(i, nlp.Aux) >= 0 {
			continue
		}
		if b := a.Tokens[i-1].POS; b != nlp.CC && b != nlp.RB && b != nlp.Comma {
			continue
		}
		prev = i
		switch w := ar.low(i); w {
		case "be":
		case "are":
			add(a.Span(i, i+1), "is", "agreement")
		case "have":
			add(a.Span(i, i+1), "has", "agreement")
		default:
			add(a.Span(i, i+1), thirdPerson(w), "agreement")
		}
	}
}

func thirdPerson(w string) string {
	n := len(w)
	switch {
	case n > 1 && w[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(w[n-2])):
		return w[:n-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "o"):
		return w + "es"
	}
	return w + "s"
}

// others reports whether the pronoun m, taken for the speaker or for somebody
// else, is plainly not: nobody says "she" of herself in direct speech, and
// within "Orr, who lost her last three finals" it is Orr's.
func (w *rewriting) others(c *Claim, m *nlp.Mention) bool {
	a, p := w.a, w.p
	if m.Kind != nlp.Pronoun || m.Chain < 0 {
		return false
	}
	switch strings.ToLower(m.Span.Of(a.Text)) {
	case "he", "she", "him", "her", "his", "hers":
	default:
		return false
	}
	if p.quote >= 0 && c.Speaker >= 0 && w.q.Quotes[p.quote].Type == quotes.Direct && w.q.Speakers[c.Speaker].Name == a.Chains[m.Chain].Name && w.inQuotation(m) {
		return true
	}
	for k := m.First - 1; k > p.first && m.First-k <= 8; k-- {
		if a.Tokens[k].POS != nlp.WP || !strings.EqualFold(a.Word(k), "who") {
			continue
		}
		if isMark(a, k-1) {
			k--
		}
		for i := range a.Mentions {
			if o := &a.Mentions[i]; o.Last == k && o.Kind == nlp.Named && o.Entity == nlp.Person && o.Chain != m.Chain {
				return true
			}
		}
		return false
	}
	return false
}
