package nlp

import "strings"

// repair corrects entities whose edges cannot be right: an organisation's
// name that runs on into the office and the name of a person ("Lake City
// Mayor Ann Lee"), or ends with an office ("State Department Spokesperson"),
// and a person's name that runs on into an organisation's ("Ann Lee of The
// Planet").
//
// One surname names one kind of thing throughout: a single word that ends a
// person's full name elsewhere in the text is that person's.
func (r *resolver) repair() {
	a := r.a
	r.spoken = false
	r.endings()
	r.collectSurnames()
	// What an entity is split into follows it, so that nothing is moved.
	r.extra = append(r.extra[:0], a.Entities...)
	a.Entities = a.Entities[:0]
	for _, e := range r.extra {
		i := len(a.Entities)
		a.Entities = append(a.Entities, e)
		for ; i < len(a.Entities); i++ {
			r.repairOne(i)
		}
	}
	r.bareNames()
	r.misplaced()
	r.persons()
	r.surnameOf()
	r.firms()
}

// endings takes "Jr." into the name before it, and notes all surnames.
func (r *resolver) endings() {
	a := r.a
	n := 0
	for _, e := range a.Entities {
		if named(e.Kind) && e.First >= 0 && e.Last < len(a.Tokens) && e.First < e.Last {
			if e.Last-e.First == 1 && suffix(a.Word(e.First)) {
				continue
			}
			if e.Last-e.First == 1 && postnominals[a.Word(e.First)] && e.First > 1 && a.Tokens[e.First-1].POS == Comma && (postnominals[a.Word(e.First-2)] || n > 0 && a.Entities[n-1].Kind == Person && a.Entities[n-1].Last == e.First-1) {
				continue
			}
			// "CEO and | Founder | of" is no name.
			if e.Last-e.First == 1 && e.Kind != Person && r.classOf(e.First) == PersonNoun && a.Word(e.Last) == "of" {
				continue
			}
			if e.Kind == Person && r.onlyOffice(&e) || e.Last-e.First == 1 && degrees[a.Word(e.First)] && a.Tokens[e.Last].POS.Noun() && title(a.Word(e.Last)) {
				continue
			}
			// "(D-Minn.)" is no name.
			if w := a.Word(e.First); len(w) > 2 && w[1] == '-' && (w[0] == 'D' || w[0] == 'R' || w[0] == 'I') && 'A' <= w[2] && w[2] <= 'Z' {
				continue
			}
			// A first word of a sentence that is no part of the name.
			for e.Last-e.First > 1 && !a.Tokens[e.First].POS.Proper() && e.First == r.sentenceStart(e.First) {
				if p := a.Tokens[e.First].POS; p != IN && p != RB && p != WRB && p != CC && p != PRP && p != VB && p != MD && p != UH && p != VBG && p != NN {
					break
				} else if p == NN && e.Kind != Person || p == VBG && e.Kind != Person {
					break
				}
				e.First++
				e.Span = a.Span(e.First, e.Last)
			}
			if r.formerly(&e) {
				a.Tokens[e.First].POS = JJ
				e.First++
				e.Span = a.Span(e.First, e.Last)
			}
			// "University of Southern | Lakeland"
			if n > 0 && e.Kind == Place && a.Entities[n-1].Kind == Organization && a.Entities[n-1].Last == e.First && r.contains(&a.Entities[n-1], IN) &&
				a.Tokens[e.First].POS.Proper() {
				a.Entities[n-1].Last = e.Last
				a.Entities[n-1].Span = a.Span(a.Entities[n-1].First, e.Last)
				continue
			}
			if n > 0 && e.Kind == Person && e.Last-e.First == 1 && r.firstPlace(&a.Entities[n-1], e.First) {
				n--
				e.First = a.Entities[n].First
				e.Span = a.Span(e.First, e.Last)
			}
			if e.Kind == Person {
				// A first name that was missed: "Antony | Blinken".
				if f := e.First - 1; e.Last-e.First == 1 && f >= 0 && a.Tokens[f].POS.Proper() && a.Tokens[f].Sentence == a.Tokens[e.First].Sentence && (n == 0 || a.Entities[n-1].Last <= f) && !title(a.Word(f)) {
					if _, ok := lookup(r.words.names, a.Word(f)); ok && capital(a.Word(f)) {
						e.First = f
						e.Span = a.Span(e.First, e.Last)
					}
				}
				t := e.Last
				if a.Tokens[t].POS == Comma && t+1 < len(a.Tokens) && suffix(a.Word(t+1)) {
					t++
				}
				if suffix(a.Word(t)) && a.Tokens[t].Sentence == a.Tokens[e.First].Sentence {
					e.Last = t + 1
					e.Span = a.Span(e.First, e.Last)
				}
			}
		}
		a.Entities[n] = e
		n++
	}
	a.Entities = a.Entities[:n]
}

// formerly reports whether entity e begins with an adjective that belongs to the
// office behind it: "Former | Grains Council president".
func (r *resolver) formerly(e *Entity) bool {
	a := r.a
	return e.Kind != Person && e.Last-e.First > 1 && e.First == r.sentenceStart(e.First) && pastOrFuture[a.Word(e.First)] && a.Tokens[e.Last].Sentence == a.Tokens[e.First].Sentence &&
		a.Tokens[e.Last].POS.Noun() && r.classOf(e.Last) == PersonNoun
}

// pastOrFuture are adjectives that say when somebody had an office.
var pastOrFuture = map[string]bool{"Former": true, "Outgoing": true, "Incoming": true, "Retired": true, "Retiring": true, "Longtime": true, "Current": true}

// firstPlace reports whether place p, of one word, can be the first name before
// the surname at token t: "says Georgia | Quill", but not "in Georgia | Quill
// said". Any word can be one beside a verb of saying.
func (r *resolver) firstPlace(p *Entity, t int) bool {
	a := r.a
	if p.Kind != Place || p.Last-p.First != 1 || p.Last != t || a.Tokens[p.First].Sentence != a.Tokens[t].Sentence || !capital(a.Word(t)) || title(a.Word(t)) || r.classOf(t) != OtherNoun {
		return false
	}
	if p.First > 0 && whereabouts[strings.ToLower(a.Word(p.First-1))] {
		return false
	}
	_, ok := lookup(r.words.names, a.Word(p.First))
	return ok || !caps(a.Word(p.First)) && (r.says(t+1) || p.First > 0 && r.says(p.First-1))
}

// whereabouts are prepositions that places stand behind more often than persons.
var whereabouts = set("in at near across around outside throughout")

func (r *resolver) sentenceStart(t int) int {
	if s := int(r.a.Tokens[t].Sentence); s >= 0 && s < len(r.a.Sentences) {
		return r.a.Sentences[s].First
	}
	return -1
}

func (r *resolver) contains(e *Entity, p POS) bool {
	for t := e.First; t < e.Last; t++ {
		if r.a.Tokens[t].POS == p {
			return true
		}
	}
	return false
}

func suffix(w string) bool {
	switch w {
	case "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV":
		return true
	}
	return false
}

// repairOne corrects entity i; it may add others behind it.
func (r *resolver) repairOne(i int) {
	a := r.a
	e := &a.Entities[i]
	for named(e.Kind) && e.Last-e.First > 1 && e.Last <= len(a.Tokens) && (a.Tokens[e.Last-1].POS == IN || a.Tokens[e.Last-1].POS == DT) {
		e.Last--
		e.Span = a.Span(e.First, e.Last)
	}
	if !named(e.Kind) || e.Last-e.First < 2 || e.First < 0 || e.Last > len(a.Tokens) {
		return
	}
	if e.Kind == Person {
		r.repairPerson(i)
		return
	}
	// "Prof Ann Lee", taken for an organisation.
	if w := a.Word(e.First); (e.Kind == Organization || e.Kind == Misc) && courtesy(w) && w != "The" && capital(w) && e.Last-e.First <= 4 && r.classOf(e.Last-1) == OtherNoun && !r.contains(e, IN) && !r.contains(e, POSS) {
		e.Kind, e.First = Person, e.First+1
		e.Span = a.Span(e.First, e.Last)
		return
	}
	// "Leaders of the Lake City Club"
	if a.Tokens[e.First+1].POS == IN && a.Word(e.First+1) == "of" && ofOffice[a.Tokens[e.First].Lemma] || a.Tokens[e.First+1].POS == IN && a.Word(e.First+1) == "of" && ofOffice[strings.ToLower(a.Word(e.First))] {
		f := e.First + 2
		if f < e.Last-1 && a.Tokens[f].POS == DT {
			f++
		}
		if f < e.Last {
			e.First = f
			e.Span = a.Span(e.First, e.Last)
			if e.Last-e.First < 2 {
				return
			}
		}
	}
	if e.Kind == Misc && e.Last-e.First == 3 && a.Tokens[e.First].POS == JJ && a.Tokens[e.First+1].POS.Proper() && r.personName(e.First+1, e.Last) {
		e.Kind, e.First = Person, e.First+1 // "American | Ann Lee"
		e.Span = a.Span(e.First, e.Last)
		return
	}
	if r.splitOffice(i) || r.splitOf(i) || r.splitName(i) || r.splitArticle(i) {
		return
	}
	// An office at the end.
	for e.Last-e.First > 1 {
		t := e.Last - 1
		p := a.Tokens[t].POS
		if p != NN && p != NNP || r.classOf(t) != PersonNoun || r.personName(e.First, t) {
			break
		}
		e.Last--
	}
	e.Span = a.Span(e.First, e.Last)
}

// ofOffice are the offices that stand before "of" and a name.
var ofOffice = set("leader leaders member members official officials head president director chairman chairwoman founder representative representatives spokesman spokeswoman officer secretary minister " +
	"chief ceo dean governor mayor ambassador")

// personName reports whether the tokens are a first name and more.
func (r *resolver) personName(first, last int) bool {
	_, ok := lookup(r.words.names, r.a.Word(first))
	return ok && last-first > 0 && last-first <= 3
}

// repairPerson cuts a name behind a possessive ending, and what stands before
// a first name: "Executive Director | Ann Lee", "Finance | Ann Lee".
func (r *resolver) repairPerson(i int) {
	a := r.a
	e := &a.Entities[i]
	if _, ok := lookup(r.words.names, a.Word(e.First)); !ok {
		// "Home Secretary | Ann Lee"
		for t := min(e.Last-2, e.First+4); t >= e.First; t-- {
			if a.Tokens[t].POS.Noun() && (title(a.Word(t)) || r.classOf(t) == PersonNoun) {
				e.First = t + 1
				e.Span = a.Span(e.First, e.Last)
				break
			}
		}
	}
	for t := e.First + 1; t < e.Last-1; t++ {
		_, ok := lookup(r.words.names, a.Word(t))
		if !ok {
			continue
		}
		_, first := lookup(r.words.names, a.Word(e.First))
		office := !title(a.Word(t-1)) && r.classOf(t-1) == PersonNoun
		if office && a.Tokens[t-1].POS.Noun() && !r.personName(e.First, t) || !first && t == e.First+1 && e.First > 0 && a.Tokens[e.First-1].POS == IN && !placeFirst[a.Word(e.First)] && !honorific(a.Word(e.First)) && !title(a.Word(e.First)) {
			e.First = t
			e.Span = a.Span(e.First, e.Last)
		}
		break
	}
	if t := e.First + 2; e.Last-e.First == 4 && a.Tokens[max(e.First-1, 0)].POS == IN {
		// "director of Outback Staffing | Ann Lee"
		_, first := lookup(r.words.names, a.Word(e.First))
		if _, ok := lookup(r.words.names, a.Word(t)); ok && !first && !placeFirst[a.Word(e.First)] && !title(a.Word(e.First)) && r.officeFront(t) {
			e.First = t
			e.Span = a.Span(e.First, e.Last)
		}
	}
	for t := e.First + 1; t < e.Last; t++ {
		if a.Tokens[t].POS == POSS {
			e.Last = t
			e.Span = a.Span(e.First, e.Last)
			return
		}
	}
}

// placeFirst are first words of places' names.
var placeFirst = map[string]bool{"New": true, "North": true, "South": true, "East": true, "West": true, "St": true, "St.": true, "San": true, "Santa": true, "Los": true, "Las": true, "El": true, "Fort": true, "Mount": true, "Lake": true, "Port": true}

// splitOffice splits "Lake City Mayor Ann Lee".
func (r *resolver) splitOffice(i int) bool {
	a := r.a
	e := a.Entities[i]
	for t := e.First + 1; t+2 < e.Last+1; t++ {
		if t+1 >= e.Last {
			break
		}
		p := a.Tokens[t].POS
		if !p.Noun() || p == NNS || p == NNPS || r.classOf(t) != PersonNoun || a.Tokens[t-1].POS == IN {
			continue // "of Massachusetts", a people, too
		}
		if _, ok := lookup(r.words.names, a.Word(t+1)); !ok || e.Last-t > 5 {
			continue
		}
		for k := t + 1; k < e.Last; k++ {
			if q := a.Tokens[k].POS; q == IN && k > t+2 || q == CC {
				return false
			}
		}
		f := t
		for f > e.First+1 && (r.classOf(f-1) == PersonNoun || title(a.Word(f-1))) {
			f--
		}
		r.split(i, f, t+1, Person)
		return true
	}
	// "Government Business Dr Ann Lee"
	for t := e.First + 1; t < e.Last-1; t++ {
		if courtesy(a.Word(t)) && capital(a.Word(t)) && e.Last-t <= 5 && a.Word(t) != "The" {
			r.split(i, t, t+1, Person)
			return true
		}
	}
	// "United States Ann Lee"
	for t := e.First + 1; t < e.Last-1; t++ {
		if a.Tokens[t].POS.Proper() && e.Kind == Place && t == e.Last-2 && t > e.First && !(t == e.First+1 && placeFirst[a.Word(e.First)]) && r.classOf(t+1) == OtherNoun && a.Tokens[t+1].POS.Proper() && r.officeBefore(e.First) {
			r.split(i, t, t, Person)
			return true
		}
	}
	return false
}

// splitName splits "Ministry of Finance Ann Lee".
func (r *resolver) splitName(i int) bool {
	a := r.a
	e := a.Entities[i]
	t := e.Last - 2
	if t-e.First < 1 || t == e.First+1 && placeFirst[a.Word(e.First)] || !capital(a.Word(t)) || !capital(a.Word(t+1)) || r.classOf(t+1) == OrganizationNoun && !r.surnames[nameHash(a.Word(t+1))] || !a.Tokens[t+1].POS.Proper() {
		return false
	}
	if _, ok := lookup(r.words.names, a.Word(t)); !ok && !(r.classOf(t-1) == OrganizationNoun && r.classOf(t) == OtherNoun && a.Tokens[t].POS.Proper() && r.officeBefore(e.First)) {
		return false
	}
	if c := r.classOf(t - 1); c != OrganizationNoun && !r.contains(&Entity{First: e.First, Last: t}, IN) && !r.officeFront(t) {
		return false
	}
	if a.Tokens[t-1].POS == IN || a.Tokens[t-1].POS == CC || a.Tokens[t-1].POS == POSS {
		return false
	}
	r.split(i, t, t, Person)
	return true
}

// officeBefore reports whether "chief of the" or the like stands before token t.
func (r *resolver) officeBefore(t int) bool {
	a := r.a
	t--
	if t > 1 && a.Tokens[t].POS == DT {
		t--
	}
	return t > 0 && (a.Tokens[t].POS == IN || a.Tokens[t].POS == TO) && r.classOf(t-1) == PersonNoun
}

// splitArticle splits "Lee the Lake City company".
func (r *resolver) splitArticle(i int) bool {
	a := r.a
	e := a.Entities[i]
	for t := e.First + 1; t < e.Last-1; t++ {
		if a.Tokens[t].POS == DT && a.Word(t) == "the" && a.Tokens[t-1].POS.Proper() && !capital(a.Word(t)) && e.Kind != Misc {
			r.split(i, t, t+1, e.Kind)
			return true
		}
	}
	return false
}

// splitOf splits "Ann Lee of The Planet".
func (r *resolver) splitOf(i int) bool {
	a := r.a
	e := a.Entities[i]
	f := e.First
	for f < e.Last-3 && (title(a.Word(f)) || r.classOf(f) == PersonNoun) {
		f++
	}
	for t := f + 2; t < e.Last-1 && t <= f+3; t++ {
		if a.Tokens[t].POS != IN {
			continue
		}
		if _, ok := lookup(r.words.names, a.Word(f)); !ok || r.classOf(t-1) != OtherNoun && !(r.classOf(t-1) == PersonNoun && f > e.First && courtesy(a.Word(f-1))) {
			return false
		}
		kind := e.Kind
		r.split(i, t, t+1, kind)
		a.Entities[i].Kind, a.Entities[i].First = Person, f
		a.Entities[i].Span = a.Span(f, t)
		return true
	}
	return false
}

// split makes two entities of number i: its tokens before cut, and those from
// rest on, of kind k.
func (r *resolver) split(i, cut, rest int, k EntityKind) {
	a := r.a
	e := a.Entities[i]
	a.Entities = append(a.Entities, Entity{})
	copy(a.Entities[i+1:], a.Entities[i:])
	a.Entities[i] = Entity{Span: a.Span(e.First, cut), Kind: e.Kind, First: e.First, Last: cut}
	a.Entities[i+1] = Entity{Span: a.Span(rest, e.Last), Kind: k, First: rest, Last: e.Last}
}

func title(w string) bool {
	_, ok := lookup(titles, w)
	return ok
}

// IsTitle reports whether w is a title before a name: "Dr.", "Senator".
func IsTitle(w string) bool { return title(w) }
