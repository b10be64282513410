package nlp

import "strings"

// describeChain finds the role and the affiliation of chain i.
//
// The role is what stands before the name and what stands in apposition to
// it, both where there are both ("Professor, dean of the faculty"); else what
// the article says that the referent is, or is called. The affiliation is the
// organisation that the role belongs to, or that stands behind the name; a
// place only where there is no organisation.
func (r *resolver) describeChain(i int) {
	a := r.a
	ch := &a.Chains[i]
	none := found{owner: -1, rank: 100}
	before, appos, other := none, none, none
	affiliation, weakest := "", 100
	affiliate := func(text string, rank int) {
		if text != "" && rank < weakest {
			affiliation, weakest = text, rank
		}
	}
	take := func(into *found, f found) {
		switch {
		case f.owner >= 0:
			rank := 0
			switch {
			case r.isPlace(f.owner):
				rank = 3
			case !r.namesOrganization(f.owner):
				rank = 4
			}
			if f.rank >= 3 {
				rank += 4
			}
			affiliate(r.affiliation(f.owner, i), rank)
		case f.firm[1] > 0:
			affiliate(r.phrase(f.firm[0], f.firm[1]), 1)
		case f.member > 0:
			affiliate(r.knownBy(f.member, i), 5)
		}
		if f.last > f.first && f.rank < into.rank {
			if r.abbreviates(f, *into) {
				into.rank = f.rank // "Governor" tells more than "Gov."
				return
			}
			*into = f
		}
	}
	for _, m := range ch.Mentions {
		if a.Mentions[m].Kind == Pronoun {
			continue
		}
		f := r.roleAt(m, ch)
		switch {
		case f.rank >= 3:
			take(&other, f)
		case a.Mentions[m].Kind == Named:
			take(&before, f)
		default:
			take(&appos, f)
		}
		if a.Mentions[m].Kind == Named && a.Mentions[m].Entity == Person {
			if o, comma := r.behindName(m); o >= 0 {
				switch {
				case !r.isPlace(o):
					affiliate(r.affiliation(o, i), 2)
				case !comma:
					affiliate(r.affiliation(o, i), 6)
				}
			}
			if o := r.employer(m); o >= 0 {
				affiliate(r.affiliation(o, i), 3)
			}
		}
		if before.rank > 2 && appos.rank > 2 && (ch.Kind == Person || ch.Kind == NoEntity) {
			take(&other, r.predicate(m))
		}
	}
	switch {
	case before.rank < 100 && appos.rank < 100:
		ch.Role = r.roleOf(before)
		if second := r.roleOf(appos); !ranks[ch.Role] && !containsFold(second, ch.Role) {
			ch.Role += ", " + second
		} else {
			ch.Role = second
		}
	case before.rank < 100:
		ch.Role = r.roleOf(before)
	case appos.rank < 100:
		ch.Role = r.roleOf(appos)
	case other.rank < 100:
		ch.Role = r.roleOf(other)
	}
	ch.Affiliation = affiliation
}

// abbreviates reports whether f is one word with a full stop, and o one that
// begins as it does and has none: "Gov." and "Governor".
func (r *resolver) abbreviates(f, o found) bool {
	if f.last-f.first != 1 || o.last-o.first != 1 {
		return false
	}
	v, w := r.a.Word(f.first), r.a.Word(o.first)
	return strings.HasSuffix(v, ".") && len(w) > len(v) && w[0] == v[0]
}

// ranks are titles that tell less than any role.
var ranks = map[string]bool{"Gen.": true, "Lt.": true, "Col.": true, "Sgt.": true, "Capt.": true, "Maj.": true, "Adm.": true, "Cmdr.": true, "Fr.": true}

func containsFold(s, part string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(part))
}

// behindBe reports whether mention m stands behind a form of "be", and
// whether that is negated.
func (r *resolver) behindBe(m int) (be, not bool) {
	a := r.a
	t := a.Mentions[m].First - 1
	for first := a.Sentences[r.info[m].sentence].First; t > first && a.Tokens[t].POS == RB; t-- {
		not = not || a.Tokens[t].Lemma == "not" || a.Tokens[t].Lemma == "never" || a.Word(t) == "n't" || a.Word(t) == "n’t"
	}
	if t < 0 || a.Tokens[t].Lemma != "be" {
		return false, false
	}
	return true, not
}

func (r *resolver) isPlace(h int32) bool {
	m := r.headOf[h]
	return m >= 0 && r.kindOf(m) == Place
}

// kindOf is the kind of the referent of mention m, as far as it is known.
func (r *resolver) kindOf(m int32) EntityKind {
	if k := r.info[m].cluster; k >= 0 {
		return r.clusters[k].kind()
	}
	return r.a.Mentions[m].Entity
}

// behindName finds the organisation or place in "Ann Lee of X", "from X",
// "Ann Lee, from X": its head token, -1 for none, and whether a comma stands
// before it.
func (r *resolver) behindName(m int) (head int32, comma bool) {
	a := r.a
	t := a.Mentions[m].Last
	if t+2 < len(a.Tokens) && a.Tokens[t].POS == Comma {
		t++
		comma = true
	} else if t+3 < len(a.Tokens) && (a.Tokens[t].POS == CC || a.Tokens[t].POS == POSS) {
		// "Ann Lee and her colleagues at", "Ann Lee's group at"
		k := t + 1
		for k < t+5 && k+1 < len(a.Tokens) && !retinue[a.Tokens[k].Lemma] && (a.Tokens[k].POS == PRPS || a.Tokens[k].POS == DT || a.Tokens[k].POS == JJ || a.Tokens[k].POS == NN || a.Tokens[k].POS == NNS) {
			k++
		}
		if o := r.joinedName(m, t); o >= 0 {
			return r.behindName(o) // "Ann Lee and Bob Roe of X"
		}
		if retinue[a.Tokens[k].Lemma] {
			t = k + 1
		}
	}
	if t+1 < len(a.Tokens) && a.Tokens[t].POS == RB {
		t++ // ", also at"
	}
	if t+1 >= len(a.Tokens) || a.Tokens[t].POS != IN || a.Tokens[t].Sentence != a.Tokens[a.Mentions[m].Head].Sentence {
		return -1, false
	}
	switch hashLemma(a.Word(t)) {
	case hashOf, hashFrom, hashWith, hashAt:
	default:
		return -1, false
	}
	if x := &r.info[m]; hashLemma(a.Word(t)) == hashAt && !comma && x.nameLast-x.nameFirst < 2 && (int(x.nameFirst) == a.Mentions[m].First || !title(a.Word(int(x.nameFirst)-1))) {
		return -1, false // "they met Lee at"
	}
	with := hashLemma(a.Word(t)) == hashWith
	for k := m + 1; k < len(a.Mentions) && a.Mentions[k].First <= t+1; k++ {
		o := &a.Mentions[k]
		if o.First != t+1 || o.Kind == Pronoun || o.Last < len(a.Tokens) && a.Tokens[o.Last].POS == POSS && o.Last+1 < len(a.Tokens) && (a.Tokens[o.Last+1].POS.Noun() || a.Tokens[o.Last+1].POS == JJ) {
			continue
		}
		if h := int32(o.Head); r.affiliates(h) {
			return h, comma
		}
		if w := r.info[k].owner; w >= 0 && r.info[k].prep == 0 && r.info[k].class != PersonNoun && r.named(w) {
			return w, comma // "of | Acme's retrieval project"
		}
		if r.info[k].class == PersonNoun || with {
			return -1, false // "with France's foreign minister"
		}
	}
	return -1, false
}

// joinedName returns the mention of the person named behind the "and" at token
// t, perhaps with a title or an office before the name, to whom mention m is
// joined; -1 for none.
func (r *resolver) joinedName(m, t int) int {
	a := r.a
	if a.Tokens[t].POS != CC || a.Word(t) != "and" {
		return -1
	}
	for k := m + 1; k < len(a.Mentions) && a.Mentions[k].First <= t+1; k++ {
		if o := &a.Mentions[k]; o.First == t+1 && o.Kind == Named && o.Entity == Person && a.Tokens[o.First].Sentence == a.Tokens[t].Sentence {
			return k
		}
	}
	return -1
}

// employer finds the organisation in "Ann Lee, who teaches at X", "who heads
// X": its head token, -1 for none.
func (r *resolver) employer(m int) int32 {
	a := r.a
	t := a.Mentions[m].Last
	last := a.Sentences[r.info[m].sentence].Last
	if t < last && a.Tokens[t].POS == Comma {
		t++
	}
	if t+2 >= last || a.Tokens[t].POS != WP {
		return -1
	}
	verbs, works := 0, false
	for k := t + 1; k+1 < last && k < t+10; k++ {
		tok := &a.Tokens[k]
		switch {
		case tok.POS == Comma:
			return -1
		case tok.POS.Verb():
			if verbs++; verbs > 2 {
				return -1
			}
			works = works || working[tok.Lemma]
			if !leading[tok.Lemma] {
				continue
			}
		case tok.POS == IN && hashLemma(a.Word(k)) == hashAt:
		case tok.POS == IN && works && (hashLemma(a.Word(k)) == hashFor || hashLemma(a.Word(k)) == hashWith):
		default:
			continue
		}
		if o := r.mentionAt(k+1, r.info[m].sentence); o >= 0 && r.affiliates(int32(a.Mentions[o].Head)) && !r.isPlace(int32(a.Mentions[o].Head)) {
			return int32(a.Mentions[o].Head)
		}
	}
	return -1
}

// working are verbs for what one does for those who pay for it.
var working = set("work write cover play coach serve manage report sing study research teach consult act photograph edit keep monitor track watch analyze analyse design")

// leading are verbs for having the first office of what is their object.
var leading = set("head lead run chair direct found co-found edit")

// affiliation is the full name of the referent whose mention has head token
// h, with what it is part of where the article says so ("the School of Law at
// the University of Lakeland"), or the mention's own words where it has no
// name; "" if it is chain self.
func (r *resolver) affiliation(h int32, self int) string {
	a := r.a
	m := r.headOf[h]
	if m < 0 || a.Mentions[m].Chain == self {
		return ""
	}
	mn, x := &a.Mentions[m], &r.info[m]
	name := ""
	if c := mn.Chain; c >= 0 {
		if a.Chains[c].Kind == Person {
			if mn.Kind == Named {
				return a.Chains[c].Name
			}
			return a.Chains[c].Affiliation
		}
		name = a.Chains[c].Name
		if w := a.Word(mn.Head); mn.Kind == Named && x.nameLast-x.nameFirst == 1 && caps(w) && strings.ContainsRune(w, '&') {
			name = w // a trade name that nobody spells out
		}
	}
	if mn.Kind == Pronoun {
		return name
	}
	if name != "" && mn.Kind == Definite && generic[a.Tokens[mn.Head].Lemma] && !capital(a.Word(mn.Head)) && int(x.base) == mn.Head+1 && mn.Head <= int(x.seg)+1 {
		if o := r.subjectBefore(int(m)); o >= 0 && o != mn.Chain && o != self && !r.lately(mn.Chain, int(m)) {
			return a.Chains[o].Name // "Acme makes tin. Ann Lee, the company's president,"
		}
	}
	first, last := int(x.seg), int(x.base)
	if mn.Kind != Named && x.prep == hashOf {
		last = mn.Last // "the University of Lakeland", which no entity covers
	}
	if mn.Kind == Named && x.nameLast > x.nameFirst {
		first = int(x.nameFirst)
	}
	for first < last && skippable(a.Tokens[first].POS) {
		first++
	}
	wide := false
	if x.owner >= 0 && x.prep == 0 && (mn.Kind == Named || name == "") {
		// "Lake University's School of Law", "Lee's campaign"
		if o := r.headOf[x.owner]; o >= 0 && a.Mentions[o].Kind == Named && a.Mentions[o].First >= mn.First && !r.isPlace(x.owner) {
			first, wide = int(a.Mentions[o].First), true
			for first < last && skippable(a.Tokens[first].POS) {
				first++
			}
		}
	}
	if end := r.partOf(m, last); end > last {
		last, wide = end, true
	}
	if mn.Kind == Definite && name != "" && r.ownName(first, mn.Last, name) {
		return r.phrase(first, mn.Last) // "the University at Lakeland" is no other university
	}
	if name == "" && !wide && mn.Kind == Definite && last-first == 1 {
		if o := r.nameWith(first, self, int(m)); o >= 0 {
			return a.Chains[o].Name // "the institute" of "the Harbour Institute"
		}
	}
	if name != "" && (!wide || last-first <= strings.Count(name, " ")) {
		return name
	}
	return r.phrase(first, last)
}

// nameWith returns the chain of the one organisation that was named before
// mention m and whose name has the noun at token t, in capitals; -1 for none or
// several.
func (r *resolver) nameWith(t, self, m int) int {
	a := r.a
	found := -1
	for c := range a.Chains {
		ch := &a.Chains[c]
		if c == self || ch.Kind != Organization || ch.Mentions[0] > m {
			continue
		}
		for w := range strings.FieldsSeq(ch.Name) {
			if capital(w) && strings.EqualFold(w, a.Word(t)) {
				if found >= 0 && found != c {
					return -1
				}
				found = c
			}
		}
	}
	return found
}

// ownName reports whether the tokens [first, last) have a capitalised word that
// name has not.
func (r *resolver) ownName(first, last int, name string) bool {
	a := r.a
	for t := first; t < last; t++ {
		if a.Tokens[t].POS.Noun() && capital(a.Word(t)) && !strings.Contains(name, a.Word(t)) {
			return true
		}
	}
	return false
}

// partOf returns the end of the organisations behind mention m, which ends at
// token last, that it is said to be part of: "at the University of Lakeland".
func (r *resolver) partOf(m int32, last int) int {
	a := r.a
	end := a.Sentences[r.info[m].sentence].Last
	for n := 0; n < 3 && last+1 < end; n++ {
		if a.Tokens[last].POS != IN {
			break
		}
		switch hashLemma(a.Word(last)) {
		case hashAt, hashOf, hashIn:
		default:
			return last
		}
		o := r.mentionAt(last+1, r.info[m].sentence)
		if o >= 0 && a.Mentions[o].Kind == Definite && a.Mentions[o].Entity == Organization && capital(a.Word(a.Mentions[o].Head)) && a.Mentions[o].Last > last {
			return a.Mentions[o].Last // "at the UK's University of York", which no entity covers
		}
		if o < 0 || a.Mentions[o].Kind != Named || r.kindOf(int32(o)) != Organization || r.info[o].base <= int32(last) {
			break
		}
		last = int(r.info[o].base)
	}
	return last
}
