package quotes

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// firm refers "the company", "the union", "the Swedish club", of which the
// chains know no name, to the organisation that the article is about there: one
// that is called so, else one of such a kind that has just spoken, or is
// mentioned most lately and often.
func (s *resolver) firm(i, m int) reference {
	a := s.a
	mn := &a.Mentions[m]
	none := reference{chain: -1}
	if mn.Kind != nlp.Definite || mn.Chain < 0 || plural(a, mn) || !strings.EqualFold(a.Word(mn.First), "the") || s.possessed(m) || mn.Last > mn.Head+1 {
		return none
	}
	noun := strings.ToLower(a.Tokens[mn.Head].Lemma)
	kind, ok := firmNouns[noun]
	if !ok {
		return none
	}
	if ch := &a.Chains[mn.Chain]; ch.Name != "" && (kind != 'c' || ch.Kind != nlp.Organization || endsWithWord(ch.Role, noun) && !s.only(m) || hasWord(ch.Name, noun) || fitsFirm(ch.Name, kind)) {
		return none
	}
	return s.firmNear(i, m, noun, kind)
}

// firmNear is the organisation of the kind that the article is about at mention
// m, where it is called by the noun.
func (s *resolver) firmNear(i, m int, noun string, kind byte) reference {
	a := s.a
	mn := &a.Mentions[m]
	none := reference{chain: -1}
	best, score := -1, 0.0
	here := int(a.Tokens[mn.First].Sentence)
	for c := range a.Chains {
		ch := &a.Chains[c]
		if ch.Name == "" || c == mn.Chain || ch.Kind != nlp.Organization && !(kind == 'c' && s.unknownFirm(c, m)) {
			continue
		}
		called := endsWithWord(ch.Role, noun) || hasWord(ch.Name, noun)
		if !called && !fitsFirm(ch.Name, kind) {
			continue
		}
		near, n := -1, 0
		for _, k := range ch.Mentions {
			if k >= m {
				break
			}
			near = int(a.Tokens[a.Mentions[k].Head].Sentence)
			n++
		}
		if near < 0 || !called && (here-near > 8 || n < 2 && here-near > 2) || ch.Kind != nlp.Organization && here-near > 1 {
			continue
		}
		x := float64(min(n, 8))/2 - float64(min(here-near, 12))/3
		if called {
			x += 4
		}
		if s.hasSpoken(i, c) {
			x++
		}
		if best < 0 || x > score {
			best, score = c, x
		}
	}
	if best < 0 {
		return none
	}
	r := s.chain(best)
	if a.Chains[best].Kind != nlp.Organization {
		r.kind = OrganizationSpeaker
	}
	return r
}

// unknownFirm reports whether chain c goes by one word that is no first name, of
// which nothing tells that it is a person, and is the subject of a sentence: a
// firm that the entity model did not know, perhaps.
func (s *resolver) unknownFirm(c, m int) bool {
	a := s.a
	ch := &a.Chains[c]
	if ch.Kind != nlp.Person && ch.Kind != nlp.NoEntity && ch.Kind != nlp.Misc || ch.Role != "" || ch.Plural || strings.Contains(ch.Name, " ") || ch.Gender == nlp.Male || ch.Gender == nlp.Female || s.addressed(reference{known: true, chain: c}) {
		return false
	}
	if _, first := nlp.FirstName(ch.Name); first {
		return false
	}
	for _, k := range ch.Mentions {
		if t := &a.Tokens[a.Mentions[k].Head]; k < m && a.Mentions[k].Kind == nlp.Named && t.POS.Proper() && (t.Rel == nlp.Nsubj || t.Rel == nlp.NsubjPass) {
			return true
		}
	}
	return false
}

// hasSpoken reports whether one of the few quotations before i is by chain c.
func (s *resolver) hasSpoken(i, c int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if s.state[j] == 2 && s.refs[j].known && s.refs[j].chain == c {
			return true
		}
	}
	return false
}

// firmNouns are nouns for organisations that articles use for what they have
// named, with the kind of body that each means.
var firmNouns = map[string]byte{"company": 'c', "firm": 'c', "group": 'g', "retailer": 'c', "airline": 'c', "bank": 'b', "lender": 'b', "brokerage": 'c', "utility": 'c', "carmaker": 'c', "automaker": 'c', "maker": 'c', "manufacturer": 'c',
	"startup": 'c', "start-up": 'c', "giant": 'c', "chain": 'c', "insurer": 'c', "operator": 'c', "supplier": 'c', "club": 't', "team": 't', "side": 't', "franchise": 't', "union": 'u', "federation": 'u', "association": 'u',
	"league": 'l', "university": 's', "college": 's', "school": 's', "newspaper": 'n', "paper": 'n', "daily": 'n', "magazine": 'n', "charity": 'g', "nonprofit": 'g', "organization": 'g', "organisation": 'g', "foundation": 'g',
	"agency": 'a', "regulator": 'a', "watchdog": 'a', "ministry": 'a', "department": 'a', "commission": 'a'}

// fitsFirm reports whether an organisation with the name may be of the kind,
// as far as the name tells.
func fitsFirm(name string, kind byte) bool {
	state, school, press := false, false, false
	for _, w := range strings.Fields(name) {
		w = strings.Trim(strings.ToLower(w), ".,'’")
		press = press || w == "news"
		switch strings.TrimSuffix(w, "s") {
		case "ministry", "department", "court", "police", "senate", "congres", "parliament", "government", "commission", "agency", "administration", "office", "bureau", "committee", "council", "authority", "house",
			"army", "navy", "treasury", "party", "democrat", "republican", "labour", "union", "federation", "fed", "nation", "reserve", "area", "county", "city", "region", "district":
			state = true
		case "university", "college", "school", "institute", "academy":
			school = true
		case "time", "post", "journal", "herald", "guardian", "telegraph", "tribune", "gazette", "reuter", "bloomberg", "twitter", "facebook", "instagram", "bbc", "cnn", "abc":
			press = true
		}
	}
	switch kind {
	case 'c':
		return !state && !school && !press
	case 't':
		return !state && !school && !press
	case 'g':
		return !school && !press
	}
	return false
}
