package claims

import (
	"sort"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// standalone writes the words of p so that they read without the article, and
// lists every change. Nothing is put in that the article does not say, but for
// dates computed from the day of publication.
func (ar *article) standalone(p *proposition, c *Claim) {
	a := ar.a
	var subs []Substitution
	add := func(s span.Span, to, why string) {
		from := s.Of(a.Text)
		if to == "" && from == "" || from == to {
			return
		}
		for _, x := range subs {
			if x.Span.Overlaps(s) {
				return
			}
		}
		subs = append(subs, Substitution{Span: s, From: from, To: to, Why: why})
	}
	for i := range c.Times {
		t := &c.Times[i]
		if to := ar.dateWords(t); to != "" {
			add(ar.withPreposition(t, to, p))
		}
	}
	done := map[int]bool{}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.First < p.first || m.Last > p.last || m.Chain < 0 {
			continue
		}
		name := a.Chains[m.Chain].Name
		if name == "" {
			continue
		}
		ar.replaceMention(p, m, name, done, add)
	}
	if len(a.Mentions) == 0 {
		for _, e := range c.Entities {
			if e.Name != e.Span.Of(a.Text) && e.Kind == "person" {
				add(e.Span, e.Name, "name")
			}
		}
	}
	ar.firstPerson(p, c, add)
	sort.SliceStable(subs, func(i, j int) bool { return subs[i].Span.Start < subs[j].Span.Start })
	// Compose.
	var b strings.Builder
	if p.subjectLast > p.subjectFirst {
		s := a.Span(p.subjectFirst, p.subjectLast)
		sub := s.Of(a.Text)
		subs = append([]Substitution{{Span: span.Span{Start: c.Span.Start, End: c.Span.Start}, To: sub, Why: "subject"}}, subs...)
		b.WriteString(sub)
		b.WriteByte(' ')
	}
	at := c.Span.Start
	for _, s := range subs {
		if s.Span.Empty() {
			continue
		}
		b.WriteString(a.Text[at:s.Span.Start])
		b.WriteString(s.To)
		at = s.Span.End
	}
	b.WriteString(a.Text[at:c.Span.End])
	c.Substitutions = subs
	c.Standalone = tidy(b.String())
}

// tidy balances quotation marks and brackets that a cut left open, joins
// lines, begins with a capital and ends with a full stop.
func tidy(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = balance(s)
	s = strings.TrimSpace(strings.TrimRight(s, " ,;:—–-"))
	r, n := utf8.DecodeRuneInString(s)
	if n > 0 && unicode.IsLower(r) {
		s = string(unicode.ToUpper(r)) + s[n:]
	}
	if s != "" && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") && !strings.HasSuffix(s, "?") {
		s += "."
	}
	return s
}

// balance drops double quotation marks and brackets without a partner.
func balance(s string) string {
	drop := map[int]bool{}
	var open []int
	var round []int
	straight := -1
	for i, r := range s {
		switch r {
		case '“':
			open = append(open, i)
		case '”':
			if len(open) == 0 {
				drop[i] = true
			} else {
				open = open[:len(open)-1]
			}
		case '"':
			if straight < 0 {
				straight = i
			} else {
				straight = -1
			}
		case '(':
			round = append(round, i)
		case ')':
			if len(round) == 0 {
				drop[i] = true
			} else {
				round = round[:len(round)-1]
			}
		}
	}
	for _, i := range append(open, round...) {
		drop[i] = true
	}
	if straight >= 0 {
		drop[straight] = true
	}
	if strings.Count(s, "''")%2 == 1 {
		i := strings.Index(s, "''")
		drop[i], drop[i+1] = true, true
	}
	if len(drop) == 0 {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if !drop[i] {
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// replaceMention puts the name of what m refers to in its place.
func (ar *article) replaceMention(p *proposition, m *nlp.Mention, name string, done map[int]bool, add func(span.Span, string, string)) {
	a := ar.a
	w := m.Span.Of(a.Text)
	low := strings.ToLower(w)
	switch m.Kind {
	case nlp.Pronoun:
		if firstPersonWords[low] || low == "you" || low == "your" || low == "who" || low == "which" || low == "that" || low == "whose" || strings.HasSuffix(low, "self") || strings.HasSuffix(low, "selves") {
			return
		}
		// A pronoun whose referent is named in the claim already is clear.
		if done[m.Chain] || ar.namedBefore(p, m) {
			done[m.Chain] = true
			return
		}
		done[m.Chain] = true
		if a.Tokens[m.Head].POS == nlp.PRPS || low == "its" || low == "their" || low == "his" {
			name = possessive(name)
		}
		add(m.Span, name, "pronoun")
	case nlp.Definite:
		if done[m.Chain] || ar.namedBefore(p, m) {
			return
		}
		done[m.Chain] = true
		// "the city's police": the mention is a possessive.
		if strings.HasSuffix(low, "'s") || strings.HasSuffix(low, "’s") {
			name = possessive(name)
		}
		add(m.Span, name, "definite")
	case nlp.Named:
		if done[m.Chain] {
			return
		}
		done[m.Chain] = true
		// Only a bare part of the name grows: "Sessions" to "Jeff Sessions".
		if len(name) > len(w) && strings.Contains(name, w) && !strings.Contains(w, " ") && m.Entity == nlp.Person {
			add(m.Span, name, "name")
		}
	}
}

// namedBefore reports whether p names m's referent before m.
func (ar *article) namedBefore(p *proposition, m *nlp.Mention) bool {
	for _, i := range ar.a.Chains[m.Chain].Mentions {
		o := &ar.a.Mentions[i]
		if o.Kind == nlp.Named && o.First >= p.first && o.Last <= m.First {
			return true
		}
	}
	return false
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

var firstPersonWords = set("i me my mine myself we us our ours ourselves")

// firstPerson replaces "I" by the speaker and "we" by whom the speaker stands
// for, where the article says so.
func (ar *article) firstPerson(p *proposition, c *Claim, add func(span.Span, string, string)) {
	if c.Speaker < 0 || c.Speaker >= len(ar.q.Speakers) {
		return
	}
	s := &ar.q.Speakers[c.Speaker]
	if s.Name == "" || s.Kind == quotes.UnnamedSpeaker {
		return
	}
	group := s.Affiliation
	if s.Kind == quotes.OrganizationSpeaker {
		group = s.Name
	}
	a := ar.a
	usedI, usedWe := false, false
	for k := p.first; k < p.last; k++ {
		if a.Tokens[k].POS != nlp.PRP && a.Tokens[k].POS != nlp.PRPS {
			continue
		}
		sp := a.Span(k, k+1)
		switch strings.ToLower(a.Word(k)) {
		case "i":
			if !usedI {
				add(sp, s.Name, "first person")
				ar.agree(k, p, add)
				usedI = true
			} else {
				add(sp, s.Name, "first person")
				ar.agree(k, p, add)
			}
		case "me":
			add(sp, s.Name, "first person")
		case "my":
			add(sp, possessive(s.Name), "first person")
		case "we":
			if group != "" {
				add(sp, group, "first person")
				if !usedWe {
					usedWe = true
				}
				ar.agree(k, p, add)
			}
		case "our":
			if group != "" {
				add(sp, possessive(group), "first person")
			}
		case "us":
			if group != "" {
				add(sp, group, "first person")
			}
		}
	}
}

// agree puts the verb behind the subject at k into the third person.
func (ar *article) agree(k int, p *proposition, add func(span.Span, string, string)) {
	a := ar.a
	for i := k + 1; i < p.last && i < k+4; i++ {
		t := &a.Tokens[i]
		w := strings.ToLower(a.Word(i))
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
		return
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

// dateWords writes a relative time as a date; "" to leave it as it stands.
func (ar *article) dateWords(t *When) string {
	if !t.Relative || t.From.IsZero() {
		return ""
	}
	last := t.To.AddDate(0, 0, -1)
	const day = "January 2, 2006"
	switch {
	case last.Equal(t.From):
		return t.From.Format(day)
	case t.From.Day() == 1 && t.To.Equal(t.From.AddDate(0, 1, 0)):
		return t.From.Format("January 2006")
	case t.From.YearDay() == 1 && t.To.Equal(t.From.AddDate(1, 0, 0)):
		return t.From.Format("2006")
	case t.To.Sub(t.From) <= 4*24*time.Hour && t.From.Month() == last.Month():
		return t.From.Format("January 2") + "–" + last.Format("2, 2006")
	case t.To.Equal(t.From.AddDate(0, 0, 7)) && t.From.Weekday() == time.Monday:
		return "the week of " + t.From.Format(day)
	case t.From.Day() == 1 && t.To.Day() == 1:
		if last.Year() == t.From.Year() {
			return t.From.Format("January") + "–" + last.Format("January 2006")
		}
		return t.From.Format("January 2006") + "–" + last.Format("January 2006")
	}
	return t.From.Format(day) + "–" + last.Format(day)
}

// withPreposition fits a date into its place: "last Friday" becomes "on April
// 21, 2017", but after a preposition or before a noun the date alone.
func (ar *article) withPreposition(t *When, to string, p *proposition) (span.Span, string, string) {
	a := ar.a
	k := a.TokenAt(t.Start)
	prev := ""
	if k > p.first {
		prev = strings.ToLower(a.Word(k - 1))
	}
	n := a.TokenAt(t.End)
	if n < p.last && strings.HasPrefix(a.Text[t.End:], "'s") || strings.HasPrefix(a.Text[t.End:], "’s") {
		return t.Span, to, "time"
	}
	switch prev {
	case "on", "in", "since", "until", "by", "from", "of", "before", "after", "during", "for", "between", "through", "late", "early", "over", "to", "till", "than", "at", "this", "the", "within", "as":
		return t.Span, to, "time"
	}
	if n < p.last && a.Tokens[n].POS.Noun() && !strings.Contains(to, ",") {
		return t.Span, to, "time"
	}
	switch {
	case strings.Contains(to, "–"):
		to = "in " + to
	case strings.HasPrefix(to, "the week"):
		to = "in " + to
	case strings.Contains(to, ","):
		to = "on " + to
	default:
		to = "in " + to
	}
	return t.Span, to, "time"
}
