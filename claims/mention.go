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
		if owner, ok := w.ownerOfNamed(m.First); ok {
			if owner == "" {
				return
			}
			name = owner
		}
		switch low {
		case "they", "them", "their", "theirs":
			if o := w.lastBefore(m); o != nil && w.besideSubject(o, m) {
				return
			}
			if !a.Chains[m.Chain].Plural {
				if low == "them" && w.shareOf(m.First) {
					return
				}
				if o := w.lastBefore(m); o != nil && (w.severalBetween(o, m) || w.severalBehind(o, m)) {
					return
				}
			}
		}
		if rel := a.Tokens[m.First].Rel; low == "it" && !subjectRel(rel) {
			return
		}
		if w.mistaken(m, low) || w.putAlready(name) {
			return
		}
		if !properName(name) || w.kind(name) || a.Chains[m.Chain].Kind == nlp.Person && w.bareHeadline(name) {
			return // "quack" is what the article calls somebody, not who it is
		}
		done[m.Chain] = true
		if full := w.premodified(m, name); full != "" {
			name = full
		} else {
			name = w.withArticle(m.Chain, w.spelled(name))
		}
		if genitive(a, m) {
			name = possessive(name)
		}
		w.put(m.Span, name, "pronoun")
	case nlp.Definite:
		if done[m.Chain] || w.namedIn(p, m.Chain) || !w.referential(m) || !w.fits(m, name) || strings.Contains(strings.ToLower(name), strings.TrimPrefix(low, "the ")) || w.otherOrganization(m, name) || w.otherBearer(m, name) || runsOn(name) {
			if !done[m.Chain] && w.byProfession(m, name) {
				done[m.Chain] = true
				w.put(span.Span{Start: m.End, End: m.End}, " ["+name+"]", "definite")
			}
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
		if w.besidePlural(m) || w.ofFamily(m.Last) {
			return // "Presidents Orr and Vale" are others, "the Orr family" more
		}
		if w.hyphened(m) || w.otherLength(m.Start, bare, name) {
			return // the "Orr" of "Orr-Lynn", the "IRA" of a "Roth IRA"
		}
		if partOfName(bare, name) && (w.oneOf(bare, name) || w.foremost(name) && !w.otherGender(m) || w.bearerMeant(m, name)) {
			w.put(span.Span{Start: m.Start, End: m.Start + len(bare)}, name, "name")
		}
	}
}

// besidePlural reports whether m is the last of the names that a title in the
// plural goes with: "Presidents Orr and Vale".
func (ar *article) besidePlural(m *nlp.Mention) bool {
	a := ar.a
	if m.First < 3 || a.Tokens[m.First-1].POS != nlp.CC {
		return false
	}
	for k := m.First - 2; k >= max(0, m.First-6) && (a.Tokens[k].POS.Proper() || a.Tokens[k].POS == nlp.Comma || a.Tokens[k].POS == nlp.NNS); k-- {
		if pluralTitles[ar.low(k)] {
			return true
		}
	}
	return false
}

// ofFamily reports whether a noun for several of a name stands at token k, behind
// it: "the Orlo family".
func (ar *article) ofFamily(k int) bool {
	return k < len(ar.a.Tokens) && families[ar.low(k)]
}

var families = set("family brothers sisters siblings twins clan dynasty household couple cousins")

var pluralTitles = set("presidents senators governors ministers justices representatives")

// kind reports whether name, in capitals, is what the article calls several
// things: "the PACs", so that it names none of them.
func (ar *article) kind(name string) bool {
	return name == strings.ToUpper(name) && !strings.Contains(name, " ") && (strings.Contains(ar.a.Text, name+"s ") || strings.Contains(ar.a.Text, name+"s,"))
}

// shareOf reports whether token i is what a number or quantifier takes a part
// of, "three of them", so that it is no single thing.
func (ar *article) shareOf(i int) bool {
	a := ar.a
	if i < 2 || !strings.EqualFold(a.Word(i-1), "of") {
		return false
	}
	t := &a.Tokens[i-2]
	return t.POS == nlp.CD || t.Lemma == "percent" || t.Lemma == "%" || t.Lemma == "none" || t.Lemma == "some" || quantifiers[t.Lemma]
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
	name = strings.TrimSuffix(name, " plc")
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
	if w.firmBefore(m, name) {
		return true
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
	case noun == "region":
		return false // a country's neighbours as well, as like as not
	case placeNouns[noun]:
		return c.Kind == nlp.Place && ar.namedLately(m)
	case personNouns[noun]:
		role := strings.ToLower(c.Role)
		if strings.Contains(role, "former ") || strings.Contains(role, "ex-") || strings.Contains(role, "vice ") && noun == "president" {
			return false
		}
		return c.Kind == nlp.Person && (strings.Contains(role, noun) || noun == "nominee" || noun == "candidate" || noun == "lawmaker" && role != "")
	}
	if organizationNouns[noun] && !isCompany(name) {
		return false
	}
	return c.Kind == nlp.Organization && (ar.mainOrganization(m.First, noun) == name || strings.Contains(strings.ToLower(name), noun))
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
	switch ar.low(m.First) {
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
		switch ar.low(m.Last) {
		case "of", "that", "which", "who", "where", "whose":
			return false
		}
		if a.Tokens[m.Last].POS.Noun() || a.Tokens[m.Last].POS == nlp.HYPH || m.Last+1 < len(a.Tokens) && capital(a.Word(m.Last+1)) && ar.opensMarks(m.Last) {
			return false // the website "Orbis Wiki" has its name behind it
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
	if s.Kind == quotes.OrganizationSpeaker && isCompany(s.Name) {
		return s.Name
	}
	switch {
	case !leads(s.Role):
	case !isCompany(s.Affiliation):
		return ar.companyBefore(m)
	case !ar.otherBefore(m, s.Affiliation):
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
