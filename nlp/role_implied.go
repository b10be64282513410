package nlp

import "strings"

// Affiliations that no office states.

// ownOffice gives a person the organisation that is called his or hers: "his
// Department of Justice".
func (r *resolver) ownOffice() {
	a := r.a
	for m := range a.Mentions {
		x := &r.info[m]
		if a.Mentions[m].Kind != Named || a.Mentions[m].Entity != Organization || x.owner < 0 || x.prep != 0 {
			continue
		}
		o := r.headOf[x.owner]
		if o < 0 || a.Mentions[o].Kind != Pronoun || a.Mentions[o].Chain < 0 || a.Mentions[m].Chain < 0 {
			continue
		}
		if ch := &a.Chains[a.Mentions[o].Chain]; ch.Kind == Person && !ch.Plural && ch.Name != "" && ch.Affiliation == "" {
			ch.Affiliation = a.Chains[a.Mentions[m].Chain].Name
		}
	}
}

// impliedAffiliation gives those with an office of some organisation that is
// not named there the organisation that is spoken of: "chief executive Ann
// Lee" in a report on one company.
func (r *resolver) impliedAffiliation() {
	a := r.a
	for i := range a.Chains {
		ch := &a.Chains[i]
		if ch.Kind != Person || ch.Role == "" || ch.Name == "" || ch.Plural || ch.Affiliation != "" && !generic[ch.Affiliation] {
			continue
		}
		its := -1
		if ch.Affiliation == "" {
			its = r.itsOffice(ch)
		}
		if ch.Affiliation == "" && its < 0 && !r.officeOf(ch.Role) {
			continue
		}
		o := -1
		if ch.Affiliation != "" {
			o = r.subjectBefore(ch.Mentions[0])
		} else if its >= 0 {
			o = r.subjectBefore(its)
		} else if spokesmen[lastWord(ch.Role)] {
			o = r.subjectBefore(ch.Mentions[0]) // "Acme denied it. Spokeswoman Ann Lee said"
		}
		if o < 0 {
			o = r.spokenOf(ch.Mentions[0])
		}
		if o < 0 && ch.Affiliation == "" {
			o = r.subjectBefore(ch.Mentions[0])
		}
		if o < 0 && ch.Affiliation != "" {
			o = r.mostNamed(ch.Mentions[0])
		}
		if o >= 0 {
			ch.Affiliation = a.Chains[o].Name
		}
	}
}

// itsOffice returns the mention of ch that calls the person somebody of "its",
// where nothing says what that is: "its leader, Ann Lee"; -1 for none.
func (r *resolver) itsOffice(ch *Chain) int {
	a := r.a
	for _, m := range ch.Mentions {
		x := &r.info[m]
		if a.Mentions[m].Kind == Pronoun || x.owner < 0 || x.prep != 0 || !strings.EqualFold(a.Word(int(x.owner)), "its") {
			continue
		}
		if !kin[a.Tokens[a.Mentions[m].Head].Lemma] {
			return m
		}
	}
	return -1
}

// spokesmen are those who speak for what has just been spoken of.
var spokesmen = set("spokesman spokeswoman spokesperson")

func lastWord(s string) string {
	return strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:])
}

// officeOf reports whether a role is one that needs an organisation.
func (r *resolver) officeOf(role string) bool {
	w := role
	if k := strings.LastIndexByte(role, ' '); k >= 0 {
		w = role[k+1:]
	}
	_, ok := lookup(offices, w)
	return ok || strings.EqualFold(role, "managing director") || strings.EqualFold(role, "executive director")
}

// spokenOf returns the chain of the organisation mentioned most in the three
// sentences up to mention m, if it is mentioned three times in all; -1 for none.
func (r *resolver) spokenOf(m int) int {
	a := r.a
	best, most := -1, 0
	s := r.info[m].sentence
	for k := m - 1; k >= 0 && r.info[k].sentence == s; k-- {
		// "Acme is growing, chief executive Ann Lee said"
		if c := a.Mentions[k].Chain; c >= 0 && a.Mentions[k].Kind == Named && r.info[k].grammar == subjectGram && r.firmLike(c) {
			return c
		}
	}
	for k := min(m+12, len(a.Mentions)-1); k >= 0 && r.info[k].sentence >= s-3; k-- {
		c := a.Mentions[k].Chain
		if c < 0 || r.info[k].sentence > s || a.Chains[c].Kind != Organization || a.Chains[c].Name == "" {
			continue
		}
		if n := len(a.Chains[c].Mentions); n >= 3 && n > most {
			best, most = c, n
		}
	}
	return best
}

// subjectBefore returns the chain of the organisation that is the subject of
// the sentence before that of mention m, or of the one before that: what "the
// company" there is; -1 for none.
func (r *resolver) subjectBefore(m int) int {
	a := r.a
	s := r.info[m].sentence
	best, at := -1, int32(-1)
	for k := m - 1; k >= 0 && r.info[k].sentence >= s-2; k-- {
		if c := a.Mentions[k].Chain; c >= 0 && r.info[k].sentence < s && r.info[k].sentence >= at && r.info[k].grammar == subjectGram && r.firmLike(c) {
			best, at = c, r.info[k].sentence
		}
	}
	return best
}

// lately reports whether chain c has a mention before m in its sentence or the
// one before.
func (r *resolver) lately(c, m int) bool {
	s := r.info[m].sentence
	for _, k := range r.a.Chains[c].Mentions {
		if k < m && r.info[k].sentence >= s-1 {
			return true
		}
	}
	return false
}

// firmLike reports whether chain c is of a named organisation, or of something
// with an acronym or a trade name that nothing says the kind of.
func (r *resolver) firmLike(c int) bool {
	ch := &r.a.Chains[c]
	return ch.Name != "" && (ch.Kind == Organization || ch.Kind == NoEntity && (caps(ch.Name) || insideCapital(ch.Name)))
}

// mostNamed returns the chain of the organisation that has been mentioned most
// before mention m, twice at least; -1 for none, or where two have been so.
func (r *resolver) mostNamed(m int) int {
	a := r.a
	best, most, tie := -1, 1, false
	for c := range a.Chains {
		ch := &a.Chains[c]
		if ch.Kind != Organization || ch.Name == "" {
			continue
		}
		n := 0
		for _, k := range ch.Mentions {
			if k < m+4 {
				n++
			}
		}
		switch {
		case n > most:
			best, most, tie = c, n, false
		case n == most:
			tie = true
		}
	}
	if tie {
		return -1
	}
	return best
}

var offices = set("ceo cfo coo cto chief executive chairman chairwoman chair spokesman spokeswoman spokesperson co-ceo founder co-founder cofounder officer president manager coach")
