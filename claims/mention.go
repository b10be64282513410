package claims

import (
	"strings"
	"unicode"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// replaceMention puts the name of what m refers to in its place.
func (w *rewriting) replaceMention(m *nlp.Mention, name string, done map[int]bool) {
	a, p := w.a, w.p
	words := m.Span.Of(a.Text)
	low := strings.ToLower(words)
	switch m.Kind {
	case nlp.Pronoun:
		if m.Last < len(a.Tokens) && honours[a.Word(m.Last)] {
			return // "His Majesty"
		}
		if chain := a.Chains[m.Chain].Name; low == "its" && notCompany[strings.ToLower(chain)] && m.Last < len(a.Tokens) && ofFirms[strings.ToLower(a.Tokens[m.Last].Lemma)] {
			return
		}
		if notReplaced[low] || len(words) > 1 && words == strings.ToUpper(words) || strings.HasSuffix(low, "self") || strings.HasSuffix(low, "selves") || !w.agrees(low, m.Chain) || w.expletive(m) || done[m.Chain] || w.inside(m) {
			return
		}
		switch low {
		case "they", "them", "their", "theirs":
			if !a.Chains[m.Chain].Plural {
				if o := w.lastBefore(m); o != nil && (w.severalBetween(o, m) || w.severalBehind(o, m)) {
					return
				}
			}
		}
		if rel := a.Tokens[m.First].Rel; low == "it" && rel != nlp.Nsubj && rel != nlp.NsubjPass {
			return
		}
		if (low == "it" || low == "they") && w.othersSubject(m) || low != "he" && low != "she" && low != "his" && low != "her" && w.onlySaid(m) {
			return
		}
		if w.unnamedSource(m) || w.perhapsSpeaker(m) || w.placePassed(m) || w.actsOnItself(m) || w.namedBelow(m) || w.othersSource(m) || w.studied(m) || w.putAlready(name) {
			return
		}
		if !properName(name) {
			return // "quack" is what the article calls somebody, not who it is
		}
		done[m.Chain] = true
		name = w.withArticle(m.Chain, w.spelled(name))
		if genitive(a, m) {
			name = possessive(name)
		}
		w.put(m.Span, name, "pronoun")
	case nlp.Definite:
		if done[m.Chain] || w.namedIn(p, m.Chain) || !w.referential(m) || !w.fits(m, name) || strings.Contains(strings.ToLower(name), strings.TrimPrefix(low, "the ")) || w.otherOrganization(m, name) {
			return
		}
		done[m.Chain] = true
		name = w.withArticle(m.Chain, name)
		if genitive(a, m) {
			name = possessive(name)
		}
		w.put(m.Span, name, "definite")
	case nlp.Named:
		if done[m.Chain] {
			return
		}
		done[m.Chain] = true
		if m.Entity != nlp.Person || a.Chains[m.Chain].Plural {
			return
		}
		// Only a bare part of the name grows: "Sessions" to "Jeff Sessions".
		bare := strings.TrimSuffix(strings.TrimSuffix(words, "'s"), "’s")
		if m.Last < len(a.Tokens) && a.Tokens[m.Last].POS.Proper() && int(a.Tokens[m.Last].Start) == m.End+1 {
			return // the beginning of another name: "the Davis Cup"
		}
		if partOfName(bare, name) && (w.oneOf(bare, name) || w.foremost(name) && !w.otherGender(m)) {
			w.put(span.Span{Start: m.Start, End: m.Start + len(bare)}, name, "name")
		}
	}
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
	if rel := a.Tokens[o.Head].Rel; rel == nlp.Nsubj || rel == nlp.NsubjPass {
		return false
	}
	x := &a.Sentences[s-1]
	r := ar.root(x.First, x.Last)
	if r < 0 {
		return false
	}
	sf, sl := ar.subject(r, x.First, x.Last)
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
	if t.Rel != nlp.Nsubj || t.Head < 0 || !reporting[a.Tokens[t.Head].Lemma] {
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

// perhapsSpeaker reports whether the pronoun m within what a person is reported
// to say may mean that person, though it is taken for another one, who is not
// named in the sentence: "Orr has had a place in his heart, Vale said".
func (w *rewriting) perhapsSpeaker(m *nlp.Mention) bool {
	a, p := w.a, w.p
	if p.quote < 0 || w.c.Speaker < 0 || m.First <= p.first+1 || w.q.Quotes[p.quote].Type == quotes.Direct || w.q.Speakers[w.c.Speaker].Kind != quotes.PersonSpeaker {
		return false
	}
	low := strings.ToLower(m.Span.Of(a.Text))
	switch low {
	case "he", "him", "his", "she", "her":
	default:
		return false
	}
	name := w.q.Speakers[w.c.Speaker].Name
	if ch := &a.Chains[m.Chain]; ch.Kind != nlp.Person || ch.Name == name {
		return false
	}
	for i := range a.Chains {
		if ch := &a.Chains[i]; ch.Name == name && (ch.Gender == nlp.Female && low[0] == 'h' && low != "her" || ch.Gender == nlp.Male && (low == "she" || low == "her")) {
			return false
		}
	}
	o := w.lastBefore(m)
	return o != nil && a.Tokens[o.First].Sentence != a.Tokens[m.First].Sentence
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
	if rel := a.Tokens[o.Head].Rel; rel == nlp.Nsubj || rel == nlp.NsubjPass {
		return false
	}
	for k := a.Sentences[a.Tokens[m.First].Sentence].First; k < o.First; k++ {
		if t := &a.Tokens[k]; (t.Rel == nlp.Nsubj || t.Rel == nlp.NsubjPass) && (t.POS == nlp.NN || t.POS == nlp.NNP) && !ar.person(k) {
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
	if t.Rel != nlp.Nsubj && t.Rel != nlp.NsubjPass || int(t.Head) < m.First {
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
	o := ar.mentionOf(s, s+1)
	return o < 0 || a.Mentions[o].Chain != m.Chain
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

// putAlready reports whether name was put in the place of other words of the
// claim.
func (w *rewriting) putAlready(name string) bool {
	for _, x := range w.subs {
		if x.Why != "setting" && (x.To == name || strings.TrimPrefix(x.To, "the ") == strings.TrimPrefix(name, "the ")) {
			return true
		}
	}
	return false
}

// severalBehind reports whether o only says, within its sentence, what the
// pronoun m goes on with, and a plural noun stands before it: "after increases
// in deficits, the office said, they will go up".
func (ar *article) severalBehind(o, m *nlp.Mention) bool {
	a := ar.a
	t := &a.Tokens[o.Head]
	if t.Rel != nlp.Nsubj || t.Head < 0 || !reporting[a.Tokens[t.Head].Lemma] || t.Sentence != a.Tokens[m.First].Sentence {
		return false
	}
	for k := a.Sentences[t.Sentence].First; k < o.First; k++ {
		if p := a.Tokens[k].POS; p == nlp.NNS && !grainWord(strings.ToLower(a.Word(k))) {
			return true
		}
	}
	return false
}

// lastBefore is the last mention before m of what it refers to, nil for none.
func (ar *article) lastBefore(m *nlp.Mention) *nlp.Mention {
	var last *nlp.Mention
	for _, i := range ar.a.Chains[m.Chain].Mentions {
		o := &ar.a.Mentions[i]
		if o.First >= m.First {
			break
		}
		last = o
	}
	return last
}

// honours follow a pronoun that is part of a title.
var honours = map[string]bool{"Majesty": true, "Majesties": true, "Highness": true, "Excellency": true, "Holiness": true, "Honour": true, "Honor": true, "Grace": true, "Lordship": true, "Royal": true, "Eminence": true}

// properName reports whether name ends in a word with a capital letter.
func properName(name string) bool {
	w := name[strings.LastIndexByte(name, ' ')+1:]
	return strings.IndexFunc(w, unicode.IsUpper) >= 0
}

// partOfName reports whether bare is one word of a person's full name, first
// or last, or the surname behind "Mr." and the like.
func partOfName(bare, name string) bool {
	if t, rest, ok := strings.Cut(bare, " "); ok {
		switch strings.TrimSuffix(t, ".") {
		case "Mr", "Mrs", "Ms", "Miss":
			bare = rest
		}
	}
	words := strings.Fields(name)
	if strings.Contains(bare, " ") || len(words) < 2 {
		return false
	}
	last := len(words) - 1
	switch strings.Trim(words[last], ".,") {
	case "Jr", "Sr", "II", "III", "IV":
		last--
	}
	return words[0] == bare || last > 0 && strings.Trim(words[last], ",") == bare
}

// otherOrganization reports whether the claim names something before the
// definite m, which then is likely to be what "the company" means, or a person
// of the organisation called name, which then is not.
func (w *rewriting) otherOrganization(m *nlp.Mention, name string) bool {
	a := w.a
	if !organizationNouns[strings.ToLower(a.Tokens[m.Head].Lemma)] {
		return false
	}
	for i := range w.c.Entities {
		e := &w.c.Entities[i]
		if e.Kind == nlp.Person.String() {
			for k := range a.Chains {
				if ch := &a.Chains[k]; ch.Name == e.Name && ch.Affiliation != "" && ch.Affiliation == name {
					return true
				}
			}
			continue
		}
		if e.Span.End <= m.Start && e.Kind != nlp.Place.String() && e.Name != name {
			return true
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
		if strings.Contains(role, "former ") || strings.Contains(role, "ex-") || strings.Contains(role, "vice ") && noun == "president" {
			return false
		}
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
		if m.Kind != nlp.Named || m.Last < len(a.Tokens) && a.Tokens[m.Last].POS.Noun() {
			continue // "the Wells Fargo chief" says nothing of "Wells Fargo"
		}
		w := m.Span.Of(a.Text)
		if w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"); strings.HasSuffix(w, name) {
			// "The airline Orlo Air" says nothing of "Orlo Air".
			lead := strings.TrimSpace(strings.TrimSuffix(w, name))
			if strings.EqualFold(lead, "the") || strings.HasPrefix(strings.ToLower(lead), "the ") && (properName(lead) || bodies[strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])]) || lead == "" && m.First > 0 && strings.EqualFold(a.Word(m.First-1), "the") {
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

// speakersCompany is the organisation that the speaker of c leads or speaks
// for where m is "the company" or the like, "" otherwise.
func (ar *article) speakersCompany(c *Claim, m *nlp.Mention) string {
	w := strings.ToLower(m.Span.Of(ar.a.Text))
	if c.Speaker < 0 || !strings.HasPrefix(w, "the ") || !organizationNouns[w[4:]] {
		return ""
	}
	s := &ar.q.Speakers[c.Speaker]
	if s.Kind == quotes.OrganizationSpeaker {
		return s.Name
	}
	if leads(s.Role) && !ar.otherBefore(m, s.Affiliation) {
		return s.Affiliation
	}
	return ""
}

// otherBefore reports whether the sentence names another organisation than
// name before m.
func (ar *article) otherBefore(m *nlp.Mention, name string) bool {
	for i := range ar.a.Entities {
		e := &ar.a.Entities[i]
		if e.First >= m.First {
			return false
		}
		if e.Kind == nlp.Organization && ar.a.Tokens[e.First].Sentence == ar.a.Tokens[m.First].Sentence && !strings.Contains(name, e.Span.Of(ar.a.Text)) {
			return true
		}
	}
	return false
}

// leads reports whether who has role leads an organisation or speaks for it.
func leads(role string) bool {
	role = strings.ToLower(role)
	for _, r := range [...]string{"chief", "ceo", "president", "chair", "spokes", "founder", "director", "executive", "owner", "head", "manager", "officer"} {
		if strings.Contains(role, r) {
			return true
		}
	}
	return false
}
