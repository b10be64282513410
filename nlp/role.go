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

// leadingNoun finds a noun for an organisation at the front of a role, which
// stays part of it: "trust member", "county officials"; 0 for none.
func (r *resolver) leadingNoun(f *found) int {
	a := r.a
	t := f.first
	for t < f.last-1 && (a.Tokens[t].POS == JJ || a.Tokens[t].POS == CD) {
		t++
	}
	if t >= f.last-1 || !a.Tokens[t].POS.Noun() || r.entityAt[t] >= 0 || r.classOf(t) != OrganizationNoun && r.byNoun(t) < 0 {
		return 0
	}
	return t
}

// byNoun returns the named organisation or place that the noun at token t has
// been used for or ends the name of, -1 for none.
func (r *resolver) byNoun(t int) int32 {
	n, ok := r.byWord[hashLemma(r.a.Tokens[t].Lemma)]
	if !ok {
		return -1
	}
	for i := 0; n >= 0 && i < 16; i++ {
		k := r.nodes[n].cluster
		if c := &r.clusters[k]; c.named > 0 && (c.kind() == Organization || c.kind() == Place) {
			return k
		}
		n = r.nodes[n].next
	}
	return -1
}

// knownBy is the name of what the noun at token t stands for, or the noun
// itself.
func (r *resolver) knownBy(t, self int) string {
	if k := r.byNoun(t); k >= 0 {
		if c := r.chainOf[k]; c >= 0 && int(c) != self && r.a.Chains[c].Name != "" {
			return r.a.Chains[c].Name
		}
	}
	return r.a.Word(t)
}

// ofPlaces are the offices that the name of a place stands before.
var ofPlaces = set("mayor governor gov. sen. senator rep. representative councilman councilwoman councilor assemblyman assemblywoman congressman congresswoman sheriff")

// ofDomains are the offices that what they are for stands before, not whose they
// are.
var ofDomains = set("minister secretary undersecretary commissioner chancellor")

// ofFirm are the offices that, in capitals, the name of what they are offices of
// stands before.
var ofFirm = set("president ceo cfo coo chairman chairwoman spokesman spokeswoman spokesperson coach captain founder co-founder analyst economist editor correspondent columnist")

// leadingName takes capitalised words that are no known name off the front of
// a role in lower case: "Acme | co-founder".
func (r *resolver) leadingName(f *found) [2]int {
	a := r.a
	t := f.first
	if f.first < f.last && ofDomains[strings.ToLower(a.Word(f.last-1))] {
		if caps(a.Word(t)) && t+1 < f.last {
			f.first++ // "US | Agriculture Secretary"
			return [2]int{t, t + 1}
		}
		return [2]int{} // "Foreign Minister"
	}
	for t < f.last-1 && r.entityAt[t] < 0 && (a.Tokens[t].POS == RB || a.Tokens[t].POS == VBN || a.Tokens[t].POS == JJ) && !degrees[a.Word(t)] {
		t++
	}
	if from := t; from > f.first {
		// "newly elected | National Farmers Federation | president"
		for t < f.last && a.Tokens[t].POS.Proper() && r.entityAt[t] < 0 && !degrees[a.Word(t)] && !title(a.Word(t)) {
			t++
		}
		if t > from+1 && t == f.last-1 && !capital(a.Word(t)) && r.classOf(t) == PersonNoun && (r.classOf(t-1) == OrganizationNoun || institutions[strings.ToLower(a.Word(t-1))]) {
			f.skip = [2]int{from, t}
			return f.skip
		}
		return [2]int{}
	}
	for t < f.last && (a.Tokens[t].POS.Proper() || a.Tokens[t].POS.Noun() && insideCapital(a.Word(f.first)) && capital(a.Word(t))) && !degrees[a.Word(t)] && r.misread(t, f) && r.classOf(t) != PersonNoun && !title(a.Word(t)) {
		t++
	}
	if t > f.first && t == f.last-1 && ofPlaces[strings.ToLower(a.Word(t))] {
		// "Lakeland Mayor": whatever stands before is a place.
		out := [2]int{f.first, t}
		f.first = t
		return out
	}
	if t == f.first+1 && f.first == r.sentenceStart(f.first) && !caps(a.Word(f.first)) && !insideCapital(a.Word(f.first)) && !r.capitalWithin(f.first) {
		return [2]int{} // "Museum curator Ann Lee"
	}
	if t > f.first && t == f.last-1 && capital(a.Word(t)) && ofFirm[strings.ToLower(a.Word(t))] && (f.first != r.sentenceStart(f.first) || r.classOf(f.first) == OtherNoun) {
		// "Acme | President"
		out := [2]int{f.first, t}
		f.first = t
		return out
	}
	if t > f.first && t < f.last && capital(a.Word(t)) && !caps(a.Word(f.first)) && !insideCapital(a.Word(f.first)) && !r.namesFirm(f.first) || t == f.first || t >= f.last || a.Tokens[t].POS == JJ || r.classOf(f.last-1) != PersonNoun {
		return [2]int{}
	}
	switch a.Tokens[f.last-1].Lemma {
	case "resident", "native", "supporter", "fan":
		return [2]int{}
	}
	out := [2]int{f.first, t}
	f.first = t
	return out
}

// degrees are words in capitals that say which of several ranks an office has,
// and are no names: "Associate Professor", "PhD student".
var degrees = map[string]bool{"Associate": true, "Assistant": true, "Adjunct": true, "Emeritus": true, "Senior": true, "Junior": true, "Deputy": true, "Vice": true, "Chief": true, "Former": true, "Acting": true,
	"Executive": true, "Managing": true, "General": true, "Principal": true, "Lead": true, "Head": true, "First": true, "Second": true, "PhD": true, "Ph.D.": true, "MBA": true, "Honorary": true, "Outgoing": true, "Incoming": true, "New": true, "Current": true, "Past": true, "Founding": true, "Retired": true, "Late": true, "Interim": true, "Independent": true}

// capitalWithin reports whether the word at token t stands with its capital
// within a sentence too, or before another one.
func (r *resolver) capitalWithin(t int) bool {
	a := r.a
	w := a.Word(t)
	for k := 1; k < len(a.Tokens); k++ {
		if k != t && a.Tokens[k].Sentence == a.Tokens[k-1].Sentence && a.Tokens[k-1].POS != OpenQuote && a.Word(k) == w || k != t+1 && a.Word(k-1) == w && k-1 != t && capital(a.Word(k)) && a.Tokens[k].Sentence == a.Tokens[k-1].Sentence {
			return true
		}
	}
	return false
}

// misread reports whether no entity covers token t, or one of another kind
// than those that have offices does, inside of the role f: "Jefferies | analyst".
func (r *resolver) misread(t int, f *found) bool {
	e := r.entityAt[t]
	if e < 0 {
		return true
	}
	x := &r.a.Entities[e]
	return (x.Kind == Person || x.Kind == Misc) && x.First >= f.first && x.Last < f.last && r.a.Tokens[x.Last].POS == NN
}

// namesFirm reports whether the word at token t is the name of an organisation
// elsewhere.
func (r *resolver) namesFirm(t int) bool {
	n, ok := r.byWord[nameHash(r.a.Word(t))]
	if !ok {
		return false
	}
	for i := 0; n >= 0 && i < 16; i++ {
		if c := &r.clusters[r.nodes[n].cluster]; c.named > 0 && c.kind() == Organization && nameHash(r.a.Word(int(c.nameFirst))) == nameHash(r.a.Word(t)) {
			return true
		}
		n = r.nodes[n].next
	}
	return false
}

// leadingOwner takes an organisation or place off the front of a role and
// returns its head token, -1 for none.
func (r *resolver) leadingOwner(f *found) int32 {
	a := r.a
	for t := f.first; t < f.last-1 && t < f.first+5; t++ {
		if w := a.Word(t); w == "based" && t > f.first && dash(a.Word(t-1)) || strings.HasSuffix(w, "-based") {
			f.first = t + 1 // "Lake City-based | lawyer"
			break
		}
	}
	e := int32(-1)
	if f.first < f.last {
		e = r.entityAt[f.first]
		if l := a.Tokens[f.last-1].Lemma; l == "resident" || l == "native" {
			return -1
		}
	}
	from := f.first
	for from < f.last && r.entityAt[from] < 0 && (a.Tokens[from].POS == RB || a.Tokens[from].POS == VBN || a.Tokens[from].POS == JJ) {
		from++ // "former | Acme president"
	}
	if from > f.first && from < f.last {
		if x := r.entityAt[from]; x >= 0 && a.Entities[x].Kind == Organization && a.Entities[x].First == from && a.Entities[x].Last < f.last {
			for t := from; t < a.Entities[x].Last; t++ {
				if m := r.headOf[t]; m >= 0 && r.info[m].entity == x {
					f.skip = [2]int{from, a.Entities[x].Last}
					return int32(t)
				}
			}
		}
	}
	if e >= 0 && (a.Entities[e].Kind == Misc || a.Entities[e].Kind == Place) {
		// "Chinese | Foreign Ministry spokeswoman"
		if t := a.Entities[e].Last; t < f.last-1 && r.entityAt[t] >= 0 && a.Entities[r.entityAt[t]].Kind == Organization {
			e = r.entityAt[t]
		}
	}
	if e < 0 {
		return -1
	}
	ent := &a.Entities[e]
	if ent.Kind != Organization && ent.Kind != Place || ent.Last >= f.last || a.Tokens[ent.Last-1].POS == JJ {
		return -1
	}
	for t := ent.First; t < ent.Last; t++ {
		if m := r.headOf[t]; m >= 0 && r.info[m].entity == e {
			f.first = ent.Last
			// its acronym in brackets
			if f.first+3 < f.last && a.Tokens[f.first].POS == LRB && a.Tokens[f.first+2].POS == RRB {
				f.first += 3
			}
			return int32(t)
		}
	}
	return -1
}

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

var courtesies = set("mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady mx. hon hon. prof prof. rev. rev the then fellow")
