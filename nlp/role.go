package nlp

import "strings"

// found is a role as a stretch of the text, and what it belongs to.
type found struct {
	first, last int
	owner       int32  // head token of the mention of the affiliation, -1
	firm        [2]int // tokens of an affiliation that is no mention
	skip        [2]int // tokens within that are no part of it: "former | Acme | president"
	member      int    // token of a noun for one: "council | member"; 0 for none
	rank        int    // how telling the place is where it stands; lower is better
}

// describe finds the role and the affiliation of the chains: before a name
// ("Springfield Mayor Ann Lee", "the union's president, Ann Lee"), in
// apposition to it, in a relative clause or predicate ("who is the mayor of
// Springfield"), or in what else the referent is called.
func (r *resolver) describe() {
	a := r.a
	for i := range a.Chains {
		r.describeChain(i)
	}
	r.joinedRoles()
	r.ownOffice()
	r.impliedAffiliation()
	r.party()
	r.nation()
	r.state()
	r.wholeClubs()
}

// role is the text of tokens [first, last), without an age in front: "the
// 47-year-old | nurse".
func (r *resolver) role(first, last int) string {
	a := r.a
	for t := first; t < last-1 && t < first+5; t++ {
		if a.Tokens[t].Lemma == "old" && t > 0 && (a.Tokens[t-1].POS == HYPH || a.Tokens[t-1].Lemma == "year") {
			first = t + 1
			break
		}
	}
	return r.phrase(first, last)
}

// roleOf is the text of f.
func (r *resolver) roleOf(f found) string {
	if f.skip[1] <= f.skip[0] {
		return r.role(f.first, f.last)
	}
	return r.role(f.first, f.skip[0]) + " " + r.phrase(f.skip[1], f.last)
}

// phrase is the text of tokens [first, last) on one line.
func (r *resolver) phrase(first, last int) string {
	s := r.a.Span(first, last).Of(r.a.Text)
	if strings.ContainsAny(s, "\n\t") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// roleAt finds the role that mention m states of its chain.
func (r *resolver) roleAt(m int, ch *Chain) found {
	a := r.a
	mn, x := &a.Mentions[m], &r.info[m]
	none := found{owner: -1, rank: 100}
	if mn.Kind == Named && x.nameLast > x.nameFirst {
		return r.beforeName(x)
	}
	if x.class == DocumentNoun {
		return r.publisher(m)
	}
	if x.class == OtherNoun || x.class == PlaceNoun || a.Tokens[mn.Head].Lemma == "old" {
		return none // "the 47-year-old"
	}
	if ch.Kind == Person && x.class != PersonNoun && x.class != GroupNoun {
		return none
	}
	if x.quote >= 0 && x.owner >= 0 && x.appos < 0 && x.by == 0 && r.firstPerson(x.owner) {
		return none // "“My lad made it,” Mr. Lee said": somebody else
	}
	if a.Tokens[mn.Head].Lemma == "figure" && mn.Kind == Definite && x.appos < 0 && mn.Head-mn.First <= 1 {
		return none // a number, perhaps; "the opposition figure" is somebody
	}
	f := found{first: int(x.seg), last: int(x.base), owner: -1, rank: 3}
	for f.first < f.last && skippable(a.Tokens[f.first].POS) {
		f.first++
	}
	switch be, not := r.behindBe(m); {
	case not:
		return none
	case be:
		// What the article, or somebody in it, says that somebody is.
	case x.appos >= 0 || x.by > 0:
		f.rank = 1
	case mn.Kind == Indef:
		f.rank = 4
	}
	if kin[a.Tokens[mn.Head].Lemma] {
		f.rank = 5 // what somebody is to somebody is no office, but better than nothing
	}
	// The organisation in front: "the city council spokesman".
	f.owner = r.leadingOwner(&f)
	if f.owner < 0 {
		f.firm = r.leadingName(&f)
		if f.firm[1] == 0 {
			f.member = r.leadingNoun(&f)
		}
	}
	front := f.owner
	if x.owner >= 0 && x.prep == 0 && (r.affiliates(x.owner) || r.deputy(f.last-1, x.owner)) {
		front = x.owner
	}
	r.extend(&f, x.sentence)
	if t := f.last; x.appos >= 0 && f.owner < 0 && front < 0 && f.firm[1] == 0 && capital(a.Word(mn.Head)) && x.det == 0 && t+1 < len(a.Tokens) && a.Tokens[t].POS == Comma {
		// "Ann Lee, Director, Acme Securities"
		if o := r.mentionAt(t+1, x.sentence); o >= 0 && a.Mentions[o].Kind == Named && a.Mentions[o].Entity != Person && a.Mentions[o].Entity != Place {
			if e := a.Mentions[o].Last; e >= len(a.Tokens) || a.Tokens[e].POS == Comma || a.Tokens[e].POS == Stop || a.Tokens[e].POS.Verb() {
				f.firm = [2]int{int(r.info[o].nameFirst), int(r.info[o].nameLast)}
			}
		}
	}
	if front >= 0 && !(r.isPlace(front) && f.owner >= 0 && r.namesOrganization(f.owner)) {
		f.owner = front
	}
	if f.owner >= 0 && f.rank == 1 {
		f.rank = 0
	}
	return f
}

// firstPerson reports whether token t is a pronoun for whoever speaks.
func (r *resolver) firstPerson(t int32) bool {
	switch strings.ToLower(r.a.Word(int(t))) {
	case "my", "our":
		return true
	}
	return false
}

// publisher finds the organisation that a document comes from: its possessor,
// the name in front, or the object of "from", "by", "in" or "of".
func (r *resolver) publisher(m int) found {
	x := &r.info[m]
	f := found{first: int(x.seg), last: int(x.base), owner: -1, rank: 3}
	for f.first < f.last && skippable(r.a.Tokens[f.first].POS) {
		f.first++
	}
	f.owner = r.leadingOwner(&f)
	if f.owner < 0 && x.owner >= 0 && r.affiliates(x.owner) && (x.prep == 0 || r.namesOrganization(x.owner)) {
		f.owner = x.owner
	}
	if f.owner < 0 {
		// "a new | Quick Company | report"
		t := f.first
		for t < f.last-1 && !capital(r.a.Word(t)) {
			t++
		}
		k := t
		for k < f.last-1 && (r.a.Tokens[k].POS.Proper() || k > t && r.a.Tokens[k].POS.Noun() && capital(r.a.Word(k))) && r.entityAt[k] < 0 && r.classOf(k) != PersonNoun {
			k++
		}
		if k > t+1 || k == t+1 && (caps(r.a.Word(t)) || insideCapital(r.a.Word(t))) {
			f.firm = [2]int{t, k}
		}
	}
	f.last = f.first // no role
	return f
}

// kin are nouns for relations between persons.
var kin = set("father mother son daughter brother sister husband wife uncle aunt nephew niece grandfather grandmother grandson granddaughter cousin friend neighbor neighbour parent child partner spouse " +
	"fiance fiancee boyfriend girlfriend widow widower relative man woman boy girl guy lady person")

// deputies are those who speak or work for one person.
var deputies = set("spokesman spokeswoman spokesperson aide adviser advisor strategist manager lawyer attorney solicitor agent publicist deputy representative")

// deputy reports whether the noun at token t is one for those who work for one
// person, and the mention with head token h names a person: "Lee's | spokesman".
func (r *resolver) deputy(t int, h int32) bool {
	m := r.headOf[h]
	return t >= 0 && deputies[r.a.Tokens[t].Lemma] && m >= 0 && r.a.Mentions[m].Kind == Named && r.kindOf(m) == Person
}

func skippable(p POS) bool { return p == DT || p == PDT || p == CD || p == PRPS || p == POSS }

// beforeName finds the role between the beginning of a phrase and the name at
// its end.
func (r *resolver) beforeName(x *info) found {
	a := r.a
	f := found{first: int(x.seg), last: int(x.nameFirst), owner: -1, rank: 2}
	for f.first < f.last && skippable(a.Tokens[f.first].POS) {
		f.first++
	}
	if k := r.firstRole(x, &f); k >= 0 {
		f.first = int(r.info[k].seg) // "Acme founder and | chief executive Ann Lee"
	}
	if f.first < f.last && a.Tokens[f.first].POS == VBG && !officeParticiples[strings.ToLower(a.Word(f.first))] {
		f.first++ // "the vote was tied, prompting | Senate President Ann Lee to"
	}
	for f.last > f.first && courtesy(a.Word(f.last-1)) {
		f.last--
	}
	if w := a.Word(max(f.last-1, 0)); f.last-f.first > 1 && (w == "Fr" || w == "Fr.") {
		f.last-- // "parish priest | Fr Lee"
	}
	for f.first < f.last && courtesy(a.Word(f.first)) {
		f.first++
	}
	if f.first == f.last {
		if x.owner >= 0 && r.affiliates(x.owner) {
			f.owner = x.owner // "Spain's Ann Lee"
		}
		return f
	}
	f.owner = r.leadingOwner(&f)
	if x.owner >= 0 && (r.affiliates(x.owner) || r.deputy(f.last-1, x.owner)) {
		f.owner = x.owner
	}
	if t := int(x.seg) - 2; f.owner < 0 && t >= 0 && a.Tokens[t+1].POS == CloseQuote && a.Tokens[t].Sentence == a.Tokens[t+2].Sentence && f.first == int(x.seg) {
		// “"Late Tide" | host Ann Lee”
		if h := r.headOf[t]; h >= 0 && a.Mentions[h].Kind == Named && a.Mentions[h].Last == t+1 && a.Mentions[h].Entity != Person && a.Mentions[h].Entity != Place {
			f.firm = [2]int{int(r.info[h].nameFirst), int(r.info[h].nameLast)}
		}
	}
	if f.owner < 0 && f.firm[1] == 0 && x.entity >= 0 && a.Entities[x.entity].Kind == Person {
		f.firm = r.leadingName(&f)
		if f.firm[1] == 0 {
			f.member = r.leadingNoun(&f)
		}
	}
	noun := false
	for t := f.first; t < f.last; t++ {
		// "Lake City resident | Ann Lee" is tagged as an adjective, often.
		if (a.Tokens[t].POS.Noun() || t == f.last-1) && r.entityAt[t] < 0 {
			c := r.classOf(t)
			_, title := lookup(titles, a.Word(t))
			noun = noun || c == PersonNoun || title || couples[a.Tokens[t].Lemma] || c == OrganizationNoun && x.entity >= 0 && a.Entities[x.entity].Kind == Organization
		}
	}
	if !noun {
		return found{owner: -1, rank: 100}
	}
	if f.owner >= 0 || f.firm[1] > 0 || f.member > 0 {
		f.rank = 1
	}
	return f
}

// firstRole returns the mention of another role of the person in the phrase x,
// joined to the one that begins f: a noun for one person without an article;
// -1 for none.
func (r *resolver) firstRole(x *info, f *found) int {
	a := r.a
	t := int(x.seg) - 1
	if f.first >= f.last || f.first != int(x.seg) || t < 1 || a.Word(t) != "and" || a.Tokens[t].Sentence != a.Tokens[t+1].Sentence || r.headOf[t-1] < 0 {
		return -1
	}
	k := int(r.headOf[t-1])
	if mn, y := &a.Mentions[k], &r.info[k]; mn.Kind == Named || mn.Last != t || y.class != PersonNoun || y.plural || y.det != 0 || y.owner >= 0 || y.appos >= 0 || y.nested {
		return -1
	}
	return k
}

// officeParticiples are participles that stand before offices.
var officeParticiples = set("acting founding leading managing outgoing incoming retiring sitting presiding visiting supervising attending investigating prosecuting governing ruling reigning defending surviving commanding nursing " +
	"consulting teaching operating training existing starring contributing editing coordinating co-ordinating")

// predicate finds the role in "Ann Lee, who is the mayor", "Ann Lee is a
// teacher at X": a singular noun for a person behind a form of "be".
func (r *resolver) predicate(m int) found {
	a := r.a
	none := found{owner: -1, rank: 100}
	mn := &a.Mentions[m]
	t := mn.Last
	last := a.Sentences[r.info[m].sentence].Last
	rank := 3
	if t < last && a.Tokens[t].POS == Comma {
		t++
	}
	if t < last && a.Tokens[t].POS == WP {
		t++
		rank = 1
	} else if t > mn.Last {
		return none
	}
	if t >= last || a.Tokens[t].Lemma != "be" {
		return none
	}
	t++
	for t < last && a.Tokens[t].POS == RB {
		t++
	}
	if t >= last {
		return none
	}
	for k := m + 1; k < len(a.Mentions) && a.Mentions[k].First <= t; k++ {
		x := &r.info[k]
		if a.Mentions[k].First != t || a.Mentions[k].Kind == Pronoun || x.class != PersonNoun || x.plural {
			continue
		}
		f := r.roleAt(k, &Chain{Kind: Person})
		if a.Mentions[k].Kind == Named {
			f = found{first: int(x.seg), last: int(x.base), owner: x.owner}
			if f.owner >= 0 && !r.affiliates(f.owner) {
				f.owner = -1
			}
		}
		f.rank = rank
		return f
	}
	return none
}

// affiliates reports whether the mention with head token h is something that
// one can hold an office of.
func (r *resolver) affiliates(h int32) bool {
	m := r.headOf[h]
	if m < 0 {
		return false
	}
	if k := r.info[m].cluster; k >= 0 {
		c := &r.clusters[k]
		switch c.kind() {
		case Organization, Place:
			return true
		case Person:
			return c.many > c.one && c.named == 0 // "leaders of the union ... their president"
		}
		if c.named > 0 && r.info[m].class != PersonNoun && r.info[m].class != DocumentNoun && capital(r.a.Word(int(h))) {
			return true
		}
	}
	return r.info[m].class == OrganizationNoun
}

func (r *resolver) namesOrganization(h int32) bool {
	m := r.headOf[h]
	if m < 0 || r.info[m].cluster < 0 {
		return false
	}
	c := &r.clusters[r.info[m].cluster]
	return c.named > 0
}

// courtesy reports whether w is a form of address that tells no role.
func courtesy(w string) bool {
	_, ok := lookup(courtesies, w)
	return ok
}

// honorific reports whether only a person's name follows w.
func honorific(w string) bool {
	switch w {
	case "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms":
		return true
	}
	return false
}

var courtesies = set("cllr cllr. coun coun. mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady mx. hon hon. prof prof. rev. rev the then fellow")
