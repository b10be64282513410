package nlp

// appositions links phrases that stand beside a name and say who that is:
// "Ann Lee, the mayor,", "the mayor, Ann Lee,", "Ann Lee (the mayor)", and a
// name with its acronym in brackets.
func (r *resolver) appositions(from, first, last int) {
	a := r.a
	for m := from; m < len(a.Mentions); m++ {
		mn, x := &a.Mentions[m], &r.info[m]
		if mn.Kind == Pronoun || x.nested || x.grammar == possGram {
			continue
		}
		t := mn.Last
		if t+1 >= last || x.grammar == prepGram && x.says && mn.Kind != Named && x.class == PersonNoun && capital(a.Word(mn.Head)) && !title(a.Word(mn.Head)) {
			continue // "According to the Lake Herald, Ann Lee, the mayor,"
		}
		if x.class == PersonNoun && mn.Kind != Named && mn.Last > int(x.base) && r.nameAt(t) && !r.behindPerson(mn, first) {
			// "the head of the Refugee Council Ann Lee"
			for k := m + 1; k < len(a.Mentions) && a.Mentions[k].First <= t; k++ {
				if a.Mentions[k].First == t && a.Mentions[k].Kind == Named && r.info[k].appos < 0 {
					r.info[k].appos, x.by = int32(m), int32(k)
					break
				}
			}
			continue
		}
		if x.class == PersonNoun && mn.Kind != Named && !x.plural {
			t = r.overPhrase(t, last)
		}
		if mn.Kind == Named && mn.Entity == Person && a.Tokens[t].POS == LRB {
			t = r.overParty(t, last)
		}
		behind := mn.Kind == Definite && r.opensRelative(t)
		if behind {
			// "the firm that owns the mill, Holt & Co., said"
			for t++; t+1 < last && t < mn.Last+16 && a.Tokens[t].POS != Comma; t++ {
			}
			if t+1 >= last {
				continue
			}
		}
		if t+1 >= last {
			continue // "said Ann Lee (D-Moor),"
		}
		open := a.Tokens[t].POS
		if open != Comma && open != LRB && open != Colon && open != HYPH && open != NFP {
			continue
		}
		dash := open != Comma && open != LRB
		if dash {
			switch a.Word(t) {
			case "—", "–", "--", "-":
			default:
				continue
			}
		}
		t++
		for t+2 < last && r.postnominal(t) && a.Tokens[t+1].POS == Comma {
			t += 2 // "Ann Lee, M.D., Ph.D., a lecturer"
		}
		// An age between commas: "Ann Lee, 52, a teacher".
		if a.Tokens[t].POS == CD && t+2 < last && a.Tokens[t+1].POS == Comma && mn.Entity == Person {
			t += 2
		}
		if a.Tokens[t].POS == RB && t+1 < last && mn.Entity == Person && nowadays[a.Tokens[t].Lemma] {
			t++ // "Ann Lee, now | a teacher"
		}
		o := -1
		for k := m + 1; k < len(a.Mentions) && a.Mentions[k].First <= t; k++ {
			if a.Mentions[k].First == t && a.Mentions[k].Kind != Pronoun && !r.info[k].nested && r.info[k].grammar != possGram {
				o = k
				break
			}
		}
		if o < 0 || r.info[o].appos >= 0 {
			continue
		}
		on, ox := &a.Mentions[o], &r.info[o]
		end := on.Last
		if end+1 < last && a.Tokens[end].POS == POSS && !a.Tokens[end+1].POS.Noun() && a.Tokens[end+1].POS != JJ {
			end++ // "wine director at Schaefer's,"
		}
		if behind && (on.Kind != Named || end >= last || a.Tokens[end].POS != Comma) {
			continue
		}
		if open == LRB {
			// The Fraternal Order of Police (FOP)
			if end < last && a.Tokens[end].POS == RRB && mn.Kind == Named && on.Kind == Named && r.acronym(ox, x) {
				ox.appos = int32(m)
				if on.Entity == Misc || on.Entity == NoEntity || on.Entity == Person {
					on.Entity = mn.Entity
				}
			}
			continue
		}
		name, noun := mn.Kind == Named, on.Kind == Named
		if end < last && !(mn.Kind == Named && mn.Entity == Person && on.Kind != Named && r.nameAt(end)) {
			switch a.Tokens[end].POS {
			case Comma, Stop, Colon, WP, WDT, WPS, IN, VBG, VBN, RRB, CloseQuote, OpenQuote, TO:
			case LRB: // "Ann Lee, deputy chancellor (research) at"
				if !name || mn.Entity != Person || noun {
					continue
				}
			case CC:
				if mn.Kind != Named || r.anotherPerson(mn, ox, end+1, last) {
					continue // the middle of a list
				}
			case VBD, VBZ, MD:
				// "Ann Lee, a professor at Lake College says"
				open := mn.Kind == Named && mn.Entity == Person && on.Kind == Indef && ox.class == PersonNoun && (saying[a.Tokens[end].Lemma] || a.Tokens[end].POS == MD)
				if !open && (mn.Kind == Named || on.Kind != Named || x.grammar == prepGram) { // "According to the Lake Leader, Ann Lee came"
					continue
				}
			default:
				continue
			}
		}
		if r.listed(m, o, first, last) {
			continue
		}
		switch {
		case name && !noun:
			if mn.Entity == Person && eitherNoun[a.Tokens[on.Head].Lemma] {
				ox.class, on.Entity = PersonNoun, Person
			}
			if !fits(mn.Entity, ox.class) && (mn.Entity != Misc && mn.Entity != NoEntity || ox.class != PersonNoun) || ox.plural || ox.class == OtherNoun || ox.class == DocumentNoun || ox.class == PlaceNoun && mn.Entity != Place {
				continue
			}
		case !name && noun:
			if x.appos >= 0 && a.Mentions[x.appos].Kind == Named && on.Entity != Person {
				continue // "Ann Lee, Director, | Acme Securities"
			}
			if on.Entity == Organization && a.Tokens[mn.Head].Lemma == "label" {
				x.class, mn.Entity = OrganizationNoun, Organization // "her label, Acme Records"
			}
			if !fits(on.Entity, x.class) || x.plural || x.class == OtherNoun || x.class == DocumentNoun || mn.Kind == Indef && x.det == 0 && x.class != PersonNoun {
				continue
			}
		case !name && !noun:
			continue
		default: // two names: the second a role in capitals, "Ann Lee, Mayor of Springfield"
			if mn.Entity != Person || on.Entity == Person || ox.class != PersonNoun {
				continue
			}
			if ox.entity < 0 {
				on.Kind, ox.nameFirst, ox.nameLast = Definite, 0, 0
			}
		}
		ox.appos, x.by = int32(m), int32(o)
		if name && mn.Entity != Person && ox.class == PersonNoun {
			mn.Entity, x.gender = Person, UnknownGender
		}
		// "a poet and | teacher at the school"
		and := r.andBehind(int(ox.base), last)
		for k := o + 1; and > 0 && k < len(a.Mentions) && a.Mentions[k].First <= and+1; k++ {
			if y := &r.info[k]; a.Mentions[k].First == and+1 && y.class == PersonNoun && !y.plural && a.Mentions[k].Kind != Named && y.appos < 0 {
				y.appos = int32(m)
			}
		}
	}
}

// nowadays are adverbs before what somebody is or was.
var nowadays = set("now then currently formerly once also previously")

// bareRole reports whether mention o is a noun for one person without an
// article: what somebody is, not somebody.
func (r *resolver) bareRole(o int) bool {
	x := &r.info[o]
	return r.a.Mentions[o].Kind != Named && x.class == PersonNoun && !x.plural && x.det == 0 && x.owner < 0 || r.a.Mentions[o].Kind == Indef && x.class == PersonNoun && !x.plural && x.prep != 0 && x.det == 0
}

// overPhrase returns the token behind what stands in brackets at token t, or
// behind a phrase with a preposition there, where a comma and a person's name
// between commas follow: "the head of the council (CLC) |, Ann Lee,", "a lawyer
// in attendance |, Ann Lee,"; else t.
func (r *resolver) overPhrase(t, last int) int {
	a := r.a
	k := t
	switch {
	case a.Tokens[k].POS == LRB:
		for k < last && k < t+10 && a.Tokens[k].POS != RRB {
			k++
		}
		k++
	case a.Tokens[k].POS == IN:
		for k++; k < last && k < t+8 && (a.Tokens[k].POS.Noun() || a.Tokens[k].POS == JJ || a.Tokens[k].POS == DT || a.Tokens[k].POS == CD || a.Tokens[k].POS == PRPS); k++ {
		}
	default:
		return t
	}
	if k+2 >= last || a.Tokens[k].POS != Comma || !r.nameAt(k+1) {
		return t
	}
	for n := k + 2; n < last && n < k+7; n++ {
		if a.Tokens[n].POS == Comma {
			return k
		}
		if !a.Tokens[n].POS.Noun() {
			break
		}
	}
	return t
}

// overParty returns the comma behind the brackets that open at token t, right
// behind a name: "Ann Lee (Lab, East Ward) |, the deputy leader"; else t.
func (r *resolver) overParty(t, last int) int {
	for k := t + 1; k+1 < last && k < t+10; k++ {
		if r.a.Tokens[k].POS == RRB {
			if r.a.Tokens[k+1].POS == Comma {
				return k + 1
			}
			break
		}
	}
	return t
}

// andBehind returns the "and" at token t, or behind "on" and its nouns at token
// t: "an expert on tides | and a professor"; 0 for none.
func (r *resolver) andBehind(t, last int) int {
	a := r.a
	if t < last && a.Tokens[t].POS == IN {
		for t++; t < last && (a.Tokens[t].POS.Noun() || a.Tokens[t].POS == JJ || a.Tokens[t].POS == DT); t++ {
		}
	}
	if t >= last || a.Tokens[t].POS != CC {
		return 0
	}
	return t
}

// behindPerson reports whether mention mn stands in apposition to a person's
// name: "Ann Lee, | a manager at the nursing home Sunfield".
func (r *resolver) behindPerson(mn *Mention, first int) bool {
	a := r.a
	t := mn.First
	if t-2 < first || a.Tokens[t-1].POS != Comma || r.headOf[t-2] < 0 {
		return false
	}
	o := &a.Mentions[r.headOf[t-2]]
	return o.Kind == Named && o.Entity == Person
}

// eitherNoun are nouns for a person or a firm.
var eitherNoun = set("publisher developer operator maker manufacturer carrier promoter lender insurer exporter importer processor distributor")

// opensRelative reports whether a relative clause begins at token t.
func (r *resolver) opensRelative(t int) bool {
	switch tok := &r.a.Tokens[t]; tok.POS {
	case WDT, WP:
		return true
	case IN:
		return tok.Lemma == "that"
	}
	return false
}

// anotherPerson reports whether what follows "and" at token t is somebody else
// than the one that mention mn names and x describes: "Ann Lee, a teacher and |
// Bob Roe"; but not "a teacher and | poet", "director of art and | design", "a
// teacher at the school, and | colleagues".
func (r *resolver) anotherPerson(mn *Mention, x *info, t, last int) bool {
	if r.secondRole(t, last) {
		return false
	}
	if mn.Entity != Person || x.class != PersonNoun || x.plural || t >= last {
		return true
	}
	a := r.a
	if retinue[a.Tokens[t].Lemma] || a.Tokens[t].POS == PRPS && t+1 < last && retinue[a.Tokens[t+1].Lemma] {
		return false
	}
	article := a.Tokens[t].POS == DT
	// "a teacher and | the director of the school": who else came would follow a comma.
	again := article && (a.Word(t) == "a" || a.Word(t) == "an" || a.Word(t) == "the") && (x.det == hashA || x.det == hashAn || x.det == 0 && (x.owner < 0 || x.prep != 0))
	for k := t; k < last && k < t+6; k++ {
		switch p := a.Tokens[k].POS; {
		case r.entityAt[k] >= 0 && a.Entities[r.entityAt[k]].Kind == Person:
			return true
		case p == NN || p == NNS || p == NNP || p == NNPS:
			if k+1 < last && (a.Tokens[k+1].POS.Noun() || a.Tokens[k+1].POS == HYPH) {
				continue
			}
			return r.classOf(k) == PersonNoun && !again || p == NNS && article
		case p == DT || p == JJ || p == VBN || p == VBG || p == CD || p == HYPH || p == POSS:
		default:
			return true
		}
	}
	return true
}

// retinue are nouns for those who work with somebody.
var retinue = set("colleague team co-author coauthor collaborator co-worker student group staff")

// secondRole reports whether a noun for a person without article begins at
// token t: "treasurer and | secretary of the club".
func (r *resolver) secondRole(t, last int) bool {
	a := r.a
	for k := t; k < last && k < t+4; k++ {
		switch p := a.Tokens[k].POS; {
		case p == NN || p == NNP:
			if r.entityAt[k] >= 0 {
				return false
			}
			if r.classOf(k) == PersonNoun && (k+1 >= last || !a.Tokens[k+1].POS.Noun()) {
				return true
			}
		case p == JJ || p == VBN || p == CD || p == HYPH || a.Word(k) == "lead":
		default:
			return false
		}
	}
	return false
}

// nameAt reports whether a person's name, or a form of address before one,
// stands at token t.
func (r *resolver) nameAt(t int) bool {
	a := r.a
	if r.entityAt[t] < 0 && t+1 < len(a.Tokens) && courtesy(a.Word(t)) {
		if t++; honorific(a.Word(t-1)) && capital(a.Word(t)) {
			return true
		}
	}
	return r.entityAt[t] >= 0 && a.Entities[r.entityAt[t]].Kind == Person
}

// listed reports whether mentions m and o are members of a list: "Ann Lee, a
// teacher and two pupils" is not one, "Ann Lee, Bob Roe and the mayor" is.
func (r *resolver) listed(m, o, first, last int) bool {
	a := r.a
	end := a.Mentions[o].Last
	// A conjunction right behind, or behind one more comma and phrase of the
	// same kind.
	if end < last && a.Tokens[end].POS == CC {
		return r.anotherPerson(&a.Mentions[m], &r.info[o], end+1, last)
	}
	if end+1 < last && a.Tokens[end].POS == Comma && a.Tokens[end+1].POS == CC && end+2 < last {
		if retinue[a.Tokens[end+2].Lemma] || a.Mentions[m].Entity == Person && a.Mentions[m].Kind == Named && r.bareRole(o) {
			return false // "Ann Lee, a teacher, and | colleagues"; "Ann Lee, former envoy, and | Bob Roe"
		}
		// ", the mayor, and Bob Roe ..." is a list only if a phrase, not a
		// verb, follows.
		switch a.Tokens[end+2].POS {
		case VBD, VBZ, VBP, MD, RB, IN:
		default:
			return true
		}
	}
	// A comma and a name before the first: the middle of a list.
	b := a.Mentions[m].First
	return b-2 >= first && a.Tokens[b-1].POS == Comma && r.headOf[b-2] >= 0 && a.Mentions[m].Kind == Named && a.Mentions[r.headOf[b-2]].Kind == Named && a.Mentions[r.headOf[b-2]].Entity == a.Mentions[m].Entity
}
