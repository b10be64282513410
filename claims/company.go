package claims

import (
	"sort"
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// isCompany reports whether what is called name can be "the company" or "the
// firm": no public body, no union, and nobody with the letters of an office.
func isCompany(name string) bool {
	switch last := name[strings.LastIndexByte(name, ' ')+1:]; last {
	case "Bank", "Services", "Office":
		return true
	case "KC", "QC", "SC", "MP", "MEP", "MSP":
		return last == name
	default:
		return !bodies[strings.ToLower(last)]
	}
}

// companyBefore is what "the company" m means where the sentence before is about
// one: its subject, a name that was read as an organisation's or that the
// sentence itself goes on about as a thing, "Norrgrid said it had"; "" for none.
func (ar *article) companyBefore(m *nlp.Mention) string {
	a := ar.a
	s := int(a.Tokens[m.First].Sentence)
	if s == 0 || ar.headings[s-1] || a.Sentences[s].Block-a.Sentences[s-1].Block > 1 {
		return ""
	}
	for i := range a.Entities {
		if e := &a.Entities[i]; e.Kind == nlp.Organization && e.First >= a.Sentences[s].First && e.First < m.First {
			return "" // it is as likely that one
		}
	}
	x := &a.Sentences[s-1]
	if n := ar.organizationSubject(s-1, x.Last); n != "" {
		bare := strings.TrimPrefix(n, "the ")
		if !isCompany(n) || notCompany[strings.ToLower(bare)] {
			return ""
		}
		for i := range a.Entities {
			e := &a.Entities[i]
			if e.Kind != nlp.Organization || e.First < x.First || e.First >= x.Last {
				continue
			}
			if o := e.Span.Of(a.Text); isCompany(o) && !strings.Contains(bare, o) && !strings.Contains(o, bare) {
				return "" // "the Courier reported that Norrgrid"
			}
		}
		return n
	}
	_, sf, sl := ar.mainSubject(s - 1)
	name := sf
	for name < sl && a.Tokens[name].POS.Proper() {
		name++
	}
	if name == sf || name < sl && a.Word(name) != "," {
		return ""
	}
	n := a.Span(sf, name).Of(a.Text)
	for i := range a.Entities {
		if e := &a.Entities[i]; e.First >= sf && e.First < name && (e.Kind == nlp.Person || e.Kind == nlp.Place) {
			return ""
		}
	}
	if !isCompany(n) || ar.personCalled(n) != "" {
		return ""
	}
	for k := name; k < x.Last; k++ {
		switch ar.low(k) {
		case "he", "she", "his", "her", "who":
			return ""
		case "it", "its", "which":
			return n
		}
	}
	return ""
}

// otherCompany reports whether m is "the company" and coreference has taken it
// for what can be none, or for another one than the sentence before is about.
func (ar *article) otherCompany(m *nlp.Mention) bool {
	if m.Kind != nlp.Definite || !organizationNouns[strings.ToLower(ar.a.Tokens[m.Head].Lemma)] {
		return false
	}
	name := ar.a.Chains[m.Chain].Name
	if !isCompany(name) {
		return true
	}
	n := ar.companyBefore(m)
	return n != "" && strings.TrimPrefix(n, "the ") != strings.TrimPrefix(name, "the ")
}

// firmBefore reports whether a firm that is not called name is named before the
// definite m in its sentence, so that "the company" is as likely that one.
func (ar *article) firmBefore(m *nlp.Mention, name string) bool {
	a := ar.a
	first := a.Sentences[a.Tokens[m.First].Sentence].First
	i := sort.Search(len(a.Entities), func(i int) bool { return a.Entities[i].First >= first })
	for ; i < len(a.Entities) && a.Entities[i].First < m.First; i++ {
		e := &a.Entities[i]
		if e.Kind == nlp.Person || e.Kind == nlp.Place || ar.hears(e) {
			continue
		}
		n := strings.TrimPrefix(e.Span.Of(a.Text), "the ")
		if isCompany(n) && !notCompany[strings.ToLower(n)] && !strings.Contains(name, n) && !strings.Contains(n, name) {
			return true
		}
	}
	return false
}

// hears reports whether e is whom something is told: "told Orbis that", "in an
// interview with Orbis".
func (ar *article) hears(e *nlp.Entity) bool {
	a := ar.a
	if e.First == 0 || e.Last < len(a.Tokens) && a.Tokens[e.Last].POS == nlp.POSS && ar.low(e.First-1) != "on" {
		return false
	}
	switch ar.low(e.First - 1) {
	case "told", "tell", "tells", "to", "with":
		return true
	case "on":
		return e.Last >= len(a.Tokens) || a.Tokens[e.Last].POS != nlp.POSS || e.Last+1 < len(a.Tokens) && (a.Tokens[e.Last+1].POS == nlp.OpenQuote || capital(a.Word(e.Last+1)))
	}
	return false
}
