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
	if p.presupVerb > 0 {
		add(a.Span(p.presupFirst, p.presupVerb+1), pastOf(a.Tokens[p.presupVerb].Lemma), "presupposition")
	}
	for i := range c.Times {
		t := &c.Times[i]
		if to := ar.dateWords(t); to != "" {
			add(ar.withPreposition(t, to, p))
		}
	}
	done := map[int]bool{}
	filled := map[string]bool{}
	from := sort.Search(len(a.Mentions), func(i int) bool { return a.Mentions[i].First >= p.first })
	for i := from; i < len(a.Mentions) && a.Mentions[i].First < p.last; i++ {
		m := &a.Mentions[i]
		if m.Last > p.last {
			continue
		}
		if m.Chain < 0 || a.Chains[m.Chain].Name == "" {
			ar.speakerPronoun(p, c, m, done, add)
			n := ar.salient(m)
			if c.Speaker >= 0 && m.Kind == nlp.Definite && n != "" {
				// What a speaker calls "the company" is the speaker's own.
				n = ar.speakersCompany(c, m)
			}
			if n == "" {
				n = ar.antecedent(p, m)
			}
			if n != "" && !strings.Contains(c.Span.Of(a.Text), n) && !filled[n] {
				filled[n] = true
				w := strings.ToLower(m.Span.Of(a.Text))
				why := "definite"
				if m.Kind == nlp.Pronoun {
					why = "pronoun"
				}
				if w == "its" || w == "his" || w == "their" || w == "her" && a.Tokens[m.Head].POS == nlp.PRPS || strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") {
					n = possessive(n)
				}
				add(m.Span, n, why)
			}
			continue
		}
		name := a.Chains[m.Chain].Name
		if m.Kind == nlp.Definite && ar.speakersCompany(c, m) != "" {
			add(m.Span, ar.speakersCompany(c, m), "definite")
			continue
		}
		if n := ar.ownVoice(p, c, m); n != "" {
			name = n
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
	ar.fuller(p, add)
	ar.firstPerson(p, c, add)
	sort.SliceStable(subs, func(i, j int) bool { return subs[i].Span.Start < subs[j].Span.Start })
	// Compose.
	var b strings.Builder
	if p.subjectLast > p.subjectFirst {
		sub := ar.subjectWords(p, c)
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

// antecedent is the description that a pronoun without a named referent
// stands for ("the man"), if it is in the same sentence or the one before;
// "" for none.
func (ar *article) antecedent(p *proposition, m *nlp.Mention) string {
	a := ar.a
	w := strings.ToLower(m.Span.Of(a.Text))
	if m.Kind != nlp.Pronoun || m.Chain < 0 || notReplaced[w] || strings.HasSuffix(w, "self") || strings.HasSuffix(w, "selves") || m.First > p.first+3 {
		return ""
	}
	s := a.Tokens[m.First].Sentence
	ids := a.Chains[m.Chain].Mentions
	for k := len(ids) - 1; k >= 0; k-- {
		o := &a.Mentions[ids[k]]
		if o.First >= m.First || o.Kind == nlp.Pronoun {
			continue
		}
		if o.First >= p.first {
			return "" // it stands in the claim
		}
		if s-a.Tokens[o.First].Sentence > 1 || o.Last-o.First > 8 {
			return ""
		}
		several := a.Tokens[o.Head].POS == nlp.NNS || a.Tokens[o.Head].POS == nlp.NNPS
		switch w {
		case "they", "them", "their":
			if !several && o.Entity != nlp.Organization {
				return ""
			}
		case "it", "its":
			if several || o.Entity == nlp.Person {
				return ""
			}
		default:
			if several {
				return ""
			}
		}
		t := strings.TrimSuffix(strings.TrimSuffix(o.Span.Of(a.Text), "'s"), "’s")
		if strings.Contains(t, "\n") {
			return ""
		}
		for _, d := range []string{"A ", "a ", "An ", "an "} {
			if strings.HasPrefix(t, d) {
				t = "the " + t[len(d):]
			}
		}
		if r, n := utf8.DecodeRuneInString(t); a.Tokens[o.First].POS == nlp.DT || a.Tokens[o.First].POS == nlp.PRPS {
			t = string(unicode.ToLower(r)) + t[n:]
		}
		return t
	}
	return ""
}

// subjectWords are the words of an elided subject, a pronoun resolved.
func (ar *article) subjectWords(p *proposition, c *Claim) string {
	a := ar.a
	s := a.Span(p.subjectFirst, p.subjectLast).Of(a.Text)
	if p.subjectLast-p.subjectFirst == 1 && a.Tokens[p.subjectFirst].POS == nlp.PRP {
		if m := ar.mentionOf(p.subjectFirst, p.subjectLast); m >= 0 {
			if ch := a.Mentions[m].Chain; ch >= 0 && a.Chains[ch].Name != "" {
				return ar.withArticle(ch, a.Chains[ch].Name)
			}
		}
		if c.Speaker >= 0 && strings.EqualFold(s, "i") && ar.q.Speakers[c.Speaker].Name != "" {
			return ar.q.Speakers[c.Speaker].Name
		}
	}
	return s
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
	if e := strings.TrimRight(s, "”\"')"); s != "" && !strings.HasSuffix(e, ".") && !strings.HasSuffix(e, "!") && !strings.HasSuffix(e, "?") {
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
		if notReplaced[low] || strings.HasSuffix(low, "self") || strings.HasSuffix(low, "selves") || !ar.agrees(low, m.Chain) || ar.expletive(m) || ar.inside(p, m) {
			return
		}
		// A pronoun whose referent is named in the claim already is clear.
		if done[m.Chain] || ar.namedBefore(p, m) {
			done[m.Chain] = true
			return
		}
		if ar.namedIn(p, m.Chain) && m.First > p.first+3 {
			return
		}
		done[m.Chain] = true
		name = ar.withArticle(m.Chain, name)
		if a.Tokens[m.Head].POS == nlp.PRPS || low == "its" || low == "their" || low == "his" {
			name = possessive(name)
		}
		add(m.Span, name, "pronoun")
	case nlp.Definite:
		if done[m.Chain] || ar.namedIn(p, m.Chain) || !ar.referential(m) || !ar.fits(m, name) || strings.Contains(strings.ToLower(name), strings.TrimPrefix(low, "the ")) {
			return
		}
		done[m.Chain] = true
		name = ar.withArticle(m.Chain, name)
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
		bare := strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if m.Entity == nlp.Person && len(name) > len(bare) && !strings.Contains(bare, " ") && strings.HasSuffix(name, " "+bare) && !a.Chains[m.Chain].Plural && ar.oneOf(bare, name) {
			add(span.Span{Start: m.Start, End: m.Start + len(bare)}, name, "name")
		}
	}
}

var notReplaced = set("i me my mine we us our ours you your yours who which that whose whom this these those there here one ones each other another himself herself itself themselves")

// expletive reports whether m is an "it" that stands for a clause behind it:
// "it is unconstitutional for towns to ...".
func (ar *article) expletive(m *nlp.Mention) bool {
	a := ar.a
	if !strings.EqualFold(m.Span.Of(a.Text), "it") {
		return false
	}
	if a.Tokens[m.First].Rel == nlp.Expl {
		return true
	}
	i := m.Last
	if i >= len(a.Tokens) || a.Tokens[i].Lemma != "be" && a.Word(i) != "'s" && a.Word(i) != "’s" {
		return false
	}
	for j := i + 1; j < len(a.Tokens) && j < i+5; j++ {
		if a.Tokens[j].POS == nlp.JJ {
			for k := j + 1; k < len(a.Tokens) && k < j+3; k++ {
				switch strings.ToLower(a.Word(k)) {
				case "for", "that", "to":
					return true
				}
			}
			return false
		}
	}
	return false
}

// inside reports whether the pronoun m is likely to be explained by p itself:
// it stands behind p's own subject, or before a person who is that subject
// ("with her film, Orr ..."). Leaving it is safer than guessing.
func (ar *article) inside(p *proposition, m *nlp.Mention) bool {
	r := ar.root(p.first, p.last)
	if r < 0 {
		return m.First > p.first+4
	}
	sf, sl := ar.subject(r, p.first, p.last)
	if sl == 0 {
		return m.First > p.first+4
	}
	if m.First >= sl {
		// A pronoun as the subject is what needs its name; what refers back to
		// it follows.
		return true
	}
	if m.First < sf {
		for i := range ar.a.Entities {
			if e := &ar.a.Entities[i]; e.First >= sf && e.Last <= sl && e.Kind == nlp.Person {
				return true
			}
		}
	}
	return false
}

// namedLately reports whether the last place named before m is m's referent.
func (ar *article) namedLately(m *nlp.Mention) bool {
	a := ar.a
	for k := len(a.Mentions) - 1; k >= 0; k-- {
		o := &a.Mentions[k]
		if o.First < m.First && o.Kind == nlp.Named && o.Entity == nlp.Place {
			return o.Chain == m.Chain
		}
	}
	return false
}

// oneOf reports whether all persons of the article with a surname are one, so
// that the surname can be made full.
func (ar *article) oneOf(surname, full string) bool {
	for i := range ar.a.Entities {
		e := &ar.a.Entities[i]
		if e.Kind != nlp.Person {
			continue
		}
		if w := e.Span.Of(ar.a.Text); len(w) > len(surname) && strings.HasSuffix(w, surname) && w[len(w)-len(surname)-1] == ' ' && !strings.HasSuffix(full, w) && !strings.HasSuffix(w, full) {
			return false
		}
	}
	return true
}

// agrees reports whether pronoun w can stand for chain: a person for "he", no
// person for "it", several or a body for "they".
func (ar *article) agrees(w string, chain int) bool {
	c := &ar.a.Chains[chain]
	person := c.Kind == nlp.Person
	switch w {
	case "he", "she", "him", "her", "his", "hers":
		return person || c.Kind == nlp.NoEntity
	case "it", "its":
		return !person
	case "they", "them", "their", "theirs":
		return c.Plural || !person
	}
	return true
}

// fits reports whether name can be what the noun of the definite m says: an
// organisation only if it is the one that the article is about so far, a
// person only by role.
func (ar *article) fits(m *nlp.Mention, name string) bool {
	a := ar.a
	c := &a.Chains[m.Chain]
	noun := strings.ToLower(a.Tokens[m.Head].Lemma)
	switch {
	case placeNouns[noun]:
		return c.Kind == nlp.Place && ar.namedLately(m)
	case personNouns[noun]:
		role := strings.ToLower(c.Role)
		return c.Kind == nlp.Person && (strings.Contains(role, noun) || noun == "nominee" || noun == "candidate" || noun == "lawmaker" && role != "")
	}
	return c.Kind == nlp.Organization && (ar.mainOrganization(m.First) == name || strings.Contains(strings.ToLower(name), noun))
}

var placeNouns = set("city town county village island region province district capital borough")

var personNouns = set(`president mayor governor senator minister premier chancellor secretary congressman congresswoman lawmaker candidate nominee chairman chairwoman chief ceo executive
prosecutor judge lawyer attorney actor actress singer author coach striker player billionaire businessman`)

// referential reports whether the definite m stands for one known thing by a
// plain noun ("the city", "this company"), not in a predicate or with a
// description that a name would not carry.
func (ar *article) referential(m *nlp.Mention) bool {
	a := ar.a
	last := m.Last
	if last-m.First > 1 && a.Tokens[last-1].POS == nlp.POSS {
		last--
	}
	if last-m.First > 3 || last-m.First < 2 {
		return false
	}
	switch strings.ToLower(a.Word(m.First)) {
	case "the", "this", "that":
	default:
		return false
	}
	if !referentNouns[strings.ToLower(a.Tokens[m.Head].Lemma)] {
		return false
	}
	for k := m.First + 1; k < m.Last; k++ {
		switch a.Tokens[k].POS {
		case nlp.JJS, nlp.JJR, nlp.CD, nlp.NNS:
			return false
		}
	}
	// A phrase behind it would be left hanging.
	if m.Last < len(a.Tokens) {
		switch strings.ToLower(a.Word(m.Last)) {
		case "of", "that", "which", "who", "where", "whose":
			return false
		}
		if a.Tokens[m.Last].POS.Noun() || a.Tokens[m.Last].POS == nlp.HYPH {
			return false
		}
	}
	// "he is the mayor" says who he is.
	h := &a.Tokens[m.Head]
	if h.Rel == nlp.Root || h.Rel == nlp.Appos {
		return false
	}
	for k := max(0, m.First-2); k < m.First; k++ {
		if l := a.Tokens[k].Lemma; l == "be" || l == "become" || l == "as" || l == "remain" {
			return false
		}
	}
	return true
}

// referentNouns are nouns that stand for a named thing when they are definite.
var referentNouns = set(`city town county village island region province district capital borough
company firm bank airline retailer manufacturer maker startup carrier business corporation chain studio network publisher
agency department ministry bureau commission committee council board panel court parliament legislature congress senate
president mayor governor senator minister premier chancellor secretary congressman congresswoman lawmaker candidate nominee chairman chairwoman chief ceo executive
university college school hospital museum church team club league group organization organisation union party campaign foundation institute association charity
newspaper magazine website newspaper prosecutor judge lawyer attorney actor actress singer author coach striker player billionaire businessman`)

// withArticle puts "the" before a name that the article itself uses with it.
func (ar *article) withArticle(chain int, name string) string {
	a := ar.a
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		return "the " + name[4:]
	}
	ch := &a.Chains[chain]
	if ch.Kind == nlp.Person {
		return name
	}
	for _, i := range ch.Mentions {
		m := &a.Mentions[i]
		if m.Kind != nlp.Named {
			continue
		}
		w := m.Span.Of(a.Text)
		if strings.HasSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"), name) {
			if strings.HasPrefix(strings.ToLower(w), "the ") || m.First > 0 && strings.EqualFold(a.Word(m.First-1), "the") {
				return "the " + name
			}
			return name
		}
	}
	return name
}

// namedIn reports whether p names the referent of chain.
func (ar *article) namedIn(p *proposition, chain int) bool {
	for _, i := range ar.a.Chains[chain].Mentions {
		o := &ar.a.Mentions[i]
		if o.Kind == nlp.Named && o.First >= p.first && o.Last <= p.last {
			return true
		}
	}
	return false
}

// speakersCompany is the organisation that the speaker of c belongs to where m
// is "the company" or the like, "" otherwise.
func (ar *article) speakersCompany(c *Claim, m *nlp.Mention) string {
	w := strings.ToLower(m.Span.Of(ar.a.Text))
	if c.Speaker < 0 || !strings.HasPrefix(w, "the ") || !organizationNouns[w[4:]] {
		return ""
	}
	return ar.q.Speakers[c.Speaker].Affiliation
}

// ownVoice is the speaker's name where a pronoun opens reported speech and so
// means the one who speaks: "he said his company had won".
func (ar *article) ownVoice(p *proposition, c *Claim, m *nlp.Mention) string {
	if m.Kind != nlp.Pronoun || c.Speaker < 0 || p.quote < 0 || m.First > p.first+1 || ar.q.Quotes[p.quote].Type == quotes.Direct {
		return ""
	}
	s := &ar.q.Speakers[c.Speaker]
	if s.Kind != quotes.PersonSpeaker {
		return ""
	}
	switch strings.ToLower(m.Span.Of(ar.a.Text)) {
	case "he", "she", "his", "her":
		return s.Name
	}
	return ""
}

// speakerPronoun replaces the subject pronoun of reported speech that nothing
// else explains by the one who speaks: "she said she had voted".
func (ar *article) speakerPronoun(p *proposition, c *Claim, m *nlp.Mention, done map[int]bool, add func(span.Span, string, string)) {
	if c.Speaker < 0 || m.Kind != nlp.Pronoun || m.First > p.first+1 || p.quote < 0 || ar.q.Quotes[p.quote].Type == quotes.Direct {
		return
	}
	s := &ar.q.Speakers[c.Speaker]
	if s.Name == "" {
		return
	}
	w := strings.ToLower(m.Span.Of(ar.a.Text))
	switch {
	case (w == "he" || w == "she") && s.Kind == quotes.PersonSpeaker:
	case w == "it" && (s.Kind == quotes.OrganizationSpeaker || s.Kind == quotes.DocumentSpeaker):
		// "it is clear that" speaks of nothing.
		if t := &ar.a.Tokens[m.First]; t.Rel != nlp.Nsubj && t.Rel != nlp.NsubjPass || m.Last < len(ar.a.Tokens) && ar.a.Tokens[m.Last].Lemma == "be" && m.Last+1 < len(ar.a.Tokens) && !ar.a.Tokens[m.Last+1].POS.Verb() {
			return
		}
	case w == "they" && (s.Kind == quotes.GroupSpeaker || s.Kind == quotes.OrganizationSpeaker || s.Kind == quotes.UnnamedSpeaker):
	default:
		return
	}
	add(m.Span, s.Name, "pronoun")
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
	for i := range a.Entities {
		// Only who governs a place speaks for it.
		if e := &a.Entities[i]; group != "" && e.Kind == nlp.Place && e.Span.Of(a.Text) == group && s.Kind == quotes.PersonSpeaker && !governs(s.Role) {
			group = ""
		}
	}
	for i := range a.Chains {
		if a.Chains[i].Name == group && group != "" {
			group = ar.withArticle(i, group)
			break
		}
	}
	used := false // the group is named: its possessives can be "its"
	for k := p.first; k < p.last; k++ {
		if a.Tokens[k].POS != nlp.PRP && a.Tokens[k].POS != nlp.PRPS {
			continue
		}
		sp := a.Span(k, k+1)
		switch strings.ToLower(a.Word(k)) {
		case "i":
			if s.Kind != quotes.PersonSpeaker {
				continue
			}
			add(sp, s.Name, "first person")
			ar.agree(k, p, add)
		case "me":
			add(sp, s.Name, "first person")
		case "my":
			add(sp, possessive(s.Name), "first person")
		case "we":
			if group != "" {
				add(sp, group, "first person")
				used = true
				ar.agree(k, p, add)
			}
		case "our":
			switch {
			case group == "":
			case used:
				add(sp, "its", "first person")
			default:
				add(sp, possessive(group), "first person")
				used = true
			}
		case "us":
			if group != "" {
				add(sp, group, "first person")
			}
		}
	}
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
		return t.From.Format("January 2") + "–" + last.Format("January 2, 2006")
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

// deictic reports whether a time is an adverbial by its first word.
func deictic(w string) bool {
	w, _, _ = strings.Cut(strings.ToLower(w), " ")
	return w == "last" || w == "this" || w == "next" || w == "yesterday" || w == "today" || w == "earlier" || w == "later"
}

// beforeNoun reports whether t qualifies a noun behind it.
func (ar *article) beforeNoun(t *When, p *proposition) bool {
	n := ar.a.TokenAt(t.End)
	return n < p.last && (ar.a.Tokens[n].POS.Noun() || ar.a.Tokens[n].POS == nlp.JJ || ar.a.Tokens[n].POS == nlp.HYPH)
}

// withPreposition fits a date into its place: "last Friday" becomes "on April
// 21, 2017", but after a preposition or before a noun the date alone.
func (ar *article) withPreposition(t *When, to string, p *proposition) (span.Span, string, string) {
	a := ar.a
	k := a.TokenAt(t.Start)
	if i := strings.Index(to, "–"); i >= 0 && !ar.beforeNoun(t, p) {
		// "over the past month" becomes "between ... and ...".
		s := t.Span
		if k > p.first {
			switch strings.ToLower(a.Word(k - 1)) {
			case "in", "over", "for", "during", "within", "on":
				s.Start = int(a.Tokens[k-1].Start)
			}
		}
		return s, "between " + to[:i] + " and " + to[i+len("–"):], "time"
	}
	prev := ""
	if k > p.first {
		prev = strings.ToLower(a.Word(k - 1))
	}
	n := a.TokenAt(t.End)
	switch prev {
	case "nearly", "about", "almost", "around", "roughly", "over", "than", "least":
		if strings.HasSuffix(t.Span.Of(a.Text), "ago") {
			return t.Span, t.Span.Of(a.Text), "time"
		}
	}
	if n < p.last && strings.HasPrefix(a.Text[t.End:], "'s") || strings.HasPrefix(a.Text[t.End:], "’s") {
		return t.Span, to, "time"
	}
	switch prev {
	case "on", "in", "since", "until", "by", "from", "of", "before", "after", "during", "for", "between", "through", "late", "early", "over", "to", "till", "than", "at", "this", "the", "within", "as":
		return t.Span, to, "time"
	}
	if n < p.last && (a.Tokens[n].POS == nlp.NN || a.Tokens[n].POS == nlp.NNS) && !strings.Contains(to, ",") && !deictic(t.Span.Of(a.Text)) {
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
