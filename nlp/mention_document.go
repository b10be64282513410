package nlp

import "strings"

// What the rest of a text tells of a name: which words are surnames, firms, or
// persons that the entity model missed.

// surnameOf notes the last words of the full names of persons, and gives
// single words that are one to persons.
func (r *resolver) surnameOf() {
	a := r.a
	r.collectSurnames()
	for i := range a.Entities {
		e := &a.Entities[i]
		if named(e.Kind) && e.Kind != Person && e.First >= 0 && e.Last <= len(a.Tokens) && e.First < e.Last && r.wordStart(e.Last-1, e.First) == e.First && r.surnames[r.wordHash(e.First, e.Last)] {
			e.Kind = Person
		}
	}
	r.addressed()
	// A surname that was taken for something else.
	if len(r.surnames) == 0 {
		return
	}
	for t := range a.Tokens {
		switch a.Tokens[t].POS {
		case UH, FW, NN, NNS, VB, VBG, VBP, JJ:
		default:
			continue
		}
		if !capital(a.Word(t)) || !r.surnames[nameHash(a.Word(t))] || t+1 >= len(a.Tokens) {
			continue
		}
		if t == r.sentenceStart(t) {
			switch a.Tokens[t+1].POS {
			case VBD, VBZ, VBN, MD, POSS:
			case PRP:
				if _, self := lookup(pronouns, a.Word(t+1)); !self || !strings.HasSuffix(a.Word(t+1), "self") {
					continue
				}
			default:
				continue
			}
		}
		a.Tokens[t].POS = NNP
	}
}

// collectSurnames notes the last words of the full names of persons.
func (r *resolver) collectSurnames() {
	a := r.a
	if r.surnames == nil {
		r.surnames = map[uint32]bool{}
	}
	clear(r.surnames)
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != Person || e.First < 0 || e.Last > len(a.Tokens) {
			continue
		}
		f, l := e.First, e.Last
		for l > f+1 && suffix(a.Word(l-1)) || l > f+1 && a.Tokens[l-1].POS == Comma {
			l--
		}
		for f < l-1 && title(a.Word(f)) {
			f++
		}
		s := r.wordStart(l-1, f)
		if s > f && l-f <= 6 {
			r.surnames[r.wordHash(s, l)] = true
		}
	}
}

// firms gives to organisations, throughout the text, the single words taken for
// persons that the text treats as organisations: "a SoftCo spokesman",
// "SoftCo's shares", or with capitals inside of them.
func (r *resolver) firms() {
	a := r.a
	if r.firm == nil {
		r.firm = map[uint32]int8{}
	}
	clear(r.firm)
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != Person && e.Kind != Organization || e.First < 0 || e.Last > len(a.Tokens) || e.First >= e.Last || r.wordStart(e.Last-1, e.First) != e.First {
			continue
		}
		h := r.wordHash(e.First, e.Last)
		w := e.Of(a.Text)
		if _, ok := lookup(r.words.names, w); ok || r.surnames[h] || r.honored[h] || e.First > 0 && (honorific(a.Word(e.First-1)) || title(a.Word(e.First-1))) {
			r.firm[h] = -128
			continue
		}
		n := r.firm[h]
		if n < -64 {
			continue
		}
		if insideCapital(w) {
			n += 3
		}
		if caps(w) && len(w) <= 6 && e.Last < len(a.Tokens) && lowerCase(a.Word(e.Last)) {
			n += 2
		}
		t := e.Last
		if t < len(a.Tokens) && a.Tokens[t].POS == POSS {
			t++
		}
		if t < len(a.Tokens) && a.Tokens[t].Sentence == a.Tokens[e.First].Sentence && ofFirms[a.Tokens[t].Lemma] {
			n += 2
		}
		if e.Kind == Organization {
			n++
		}
		r.firm[h] = min(n, 100)
	}
	clear(r.known)
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind == Person && e.First >= 0 && e.Last <= len(a.Tokens) && e.First < e.Last && r.officeAt(e.First, e.Last) {
			e.Kind = Organization
			if e.Last-e.First > 1 {
				r.known[r.wordHash(e.First, e.Last)] = Organization // throughout
			}
			continue
		}
		if e.Kind == Person && e.First >= 0 && e.Last <= len(a.Tokens) && e.First < e.Last && r.wordStart(e.Last-1, e.First) == e.First && r.firm[r.wordHash(e.First, e.Last)] >= 2 {
			e.Kind = Organization
		}
	}
	for i := range a.Entities {
		if e := &a.Entities[i]; e.Kind == Person && len(r.known) > 0 && e.First >= 0 && e.Last <= len(a.Tokens) && e.Last-e.First > 1 && r.known[r.wordHash(e.First, e.Last)] == Organization && !(e.First > 0 && title(a.Word(e.First-1))) {
			e.Kind = Organization
		}
	}
}

// officeAt reports whether "analyst at" or "chief executive of" stands before
// the entity [t, end), or "'s chairman" behind it: what one has such an office
// at is an organisation, though it has a person's name.
func (r *resolver) officeAt(t, end int) bool {
	a := r.a
	if end+1 < len(a.Tokens) && a.Tokens[end].POS == POSS {
		w := end + 1
		for w+1 < len(a.Tokens) && (a.Tokens[w].POS == JJ || a.Tokens[w].Lemma == "chief" || a.Tokens[w].Lemma == "managing") {
			w++
		}
		if companyOffices[a.Tokens[w].Lemma] && !(t > 0 && (honorific(a.Word(t-1)) || title(a.Word(t-1)))) {
			return true
		}
	}
	if t < 2 {
		return false
	}
	if a.Word(t-1) == "of" && (companyOffices[a.Tokens[t-2].Lemma] || a.Tokens[t-2].Lemma == "editor" || t > 3 && a.Word(t-2) == "chief" && a.Word(t-3) == "-") {
		return true
	}
	if a.Word(t-1) == "with" && t > 2 && a.Tokens[t-3].POS != PRPS && a.Tokens[t-2].POS == NN && r.classOf(t-2) == PersonNoun && !kin[a.Tokens[t-2].Lemma] {
		return true
	}
	if a.Word(t-1) != "at" || !a.Tokens[t-2].POS.Noun() {
		return false
	}
	for k := t - 2; k >= 0 && k > t-8 && a.Tokens[k].Sentence == a.Tokens[t].Sentence; k-- {
		switch p := a.Tokens[k].POS; {
		case p.Noun():
			if r.classOf(k) == PersonNoun {
				return true
			}
		case p.Verb(), p == Comma:
			return false
		}
	}
	return false
}

// companyOffices are offices that only organisations have.
var companyOffices = set("chairman chairwoman ceo cfo coo cto executive co-ceo shareholder")

// ofFirms are nouns that follow the name of an organisation.
var ofFirms = set("spokesman spokeswoman spokesperson official executive ceo employee share shareholder stock customer user co-founder cofounder subsidiary headquarters investor board management store " +
	"supporter striker midfielder winger goalkeeper defender squad player")

// insideCapital reports whether w has a capital behind a small letter, or "&".
func insideCapital(w string) bool {
	for i := 2; i < len(w); i++ {
		if 'A' <= w[i] && w[i] <= 'Z' && 'a' <= w[i-1] && w[i-1] <= 'z' && !(i == 2 && (w[:2] == "Mc" || w[:2] == "De" || w[:2] == "Di" || w[:2] == "La" || w[:2] == "Le")) && !(i == 3 && w[:3] == "Mac") || w[i] == '&' {
			return true
		}
	}
	return false
}

// addressed finds names in the order of Hungary or Korea that the entity model
// missed: a word that follows "Mr." elsewhere, with a capitalised word or one
// with a hyphen behind it.
func (r *resolver) addressed() {
	a := r.a
	clear(r.honored)
	if r.honored == nil {
		r.honored = map[uint32]bool{}
	}
	for t := 1; t < len(a.Tokens); t++ {
		if honorific(a.Word(t-1)) && capital(a.Word(t)) {
			r.honored[nameHash(a.Word(t))] = true
		}
	}
	if len(r.honored) == 0 {
		return
	}
	r.extra = r.extra[:0]
	e := 0
	for t := 0; t+1 < len(a.Tokens); t++ {
		e = r.entityFrom(e, t)
		if !capital(a.Word(t)) || !r.honored[nameHash(a.Word(t))] || t > 0 && (honorific(a.Word(t-1)) || a.Tokens[t-1].POS.Proper()) || a.Tokens[t+1].Sentence != a.Tokens[t].Sentence {
			continue
		}
		if e < len(a.Entities) && a.Entities[e].First <= t+1 || !a.Tokens[t].POS.Noun() || !a.Tokens[t+1].POS.Noun() || !capital(a.Word(t+1)) {
			continue
		}
		l := t + 2
		for l < len(a.Tokens) && a.Tokens[l].Start == a.Tokens[l-1].End && (a.Tokens[l].POS == HYPH || a.Tokens[l-1].POS == HYPH) {
			l++
		}
		a.Tokens[t].POS, a.Tokens[l-1].POS = NNP, NNP
		r.missed(Person, t, l)
		t = l
	}
	r.mergeExtra()
}

// entityFrom is the index of the first entity from e on that ends behind token t.
func (r *resolver) entityFrom(e, t int) int {
	for e < len(r.a.Entities) && r.a.Entities[e].Last <= t {
		e++
	}
	return e
}

// missed puts the tokens [first, last) among the entities of r.extra.
func (r *resolver) missed(k EntityKind, first, last int) {
	r.extra = append(r.extra, Entity{Span: r.a.Span(first, last), Kind: k, First: first, Last: last})
}

// mergeExtra puts the entities of r.extra, which are in order and cover no
// other, into their places.
func (r *resolver) mergeExtra() {
	a := r.a
	n, x := len(a.Entities), len(r.extra)
	a.Entities = append(a.Entities, r.extra...)
	for k := len(a.Entities) - 1; x > 0; k-- {
		if n > 0 && a.Entities[n-1].First > r.extra[x-1].First {
			a.Entities[k] = a.Entities[n-1]
			n--
			continue
		}
		a.Entities[k] = r.extra[x-1]
		x--
	}
}

// wordStart returns the first token of the word, bounded by white space, that
// token t is the end of; first at the least.
func (r *resolver) wordStart(t, first int) int {
	for t > first && r.a.Tokens[t].Start == r.a.Tokens[t-1].End {
		t--
	}
	return t
}

func (r *resolver) wordHash(first, last int) uint32 {
	h := uint32(2166136261)
	for t := first; t < last; t++ {
		if r.a.Tokens[t].POS != POSS {
			h = nameHashMore(h, r.a.Word(t))
		}
	}
	return h
}

// misplaced gives to a person a first name and a word that were taken for a
// place or work, or for a place and no name, if the word alone says something
// elsewhere.
func (r *resolver) misplaced() {
	a := r.a
	for i := range a.Entities {
		e := &a.Entities[i]
		if t := e.Last; e.Kind == Place && e.First >= 0 && e.Last-e.First == 1 && t+1 < len(a.Tokens) && (i+1 == len(a.Entities) || a.Entities[i+1].First > t+1) && a.Tokens[t].POS == NNP && a.Tokens[t+1].POS != NNP && a.Tokens[t+1].POS != NN && r.firstPlace(e, t) {
			if r.speaking(); r.speakers[nameHash(a.Word(t))] {
				e.Kind, e.Last = Person, t+1 // "Georgia | Quill"
				e.Span = a.Span(e.First, e.Last)
			}
			continue
		}
		if e.Kind != Place && e.Kind != Misc || e.Last-e.First != 2 || e.First < 0 || e.Last > len(a.Tokens) {
			continue
		}
		w := a.Word(e.First + 1)
		if _, ok := lookup(r.words.names, a.Word(e.First)); !ok || !capital(w) || r.classOf(e.First+1) == PlaceNoun || r.classOf(e.First+1) == OrganizationNoun {
			continue
		}
		r.speaking()
		if r.speakers[nameHash(w)] {
			e.Kind = Person
		}
	}
}

// speaking notes the single capitalised words that say something: "Quorn said".
func (r *resolver) speaking() {
	if r.spoken {
		return
	}
	a := r.a
	if r.speakers == nil {
		r.speakers = map[uint32]bool{}
	}
	r.spoken = true
	clear(r.speakers)
	for t := 1; t < len(a.Tokens); t++ {
		if p := a.Tokens[t].POS; (p == VBD || p == VBZ) && saying[a.Tokens[t].Lemma] && capital(a.Word(t-1)) && (t < 2 || !capital(a.Word(t-2))) {
			r.speakers[nameHash(a.Word(t-1))] = true
		}
	}
}

// bareNames makes persons of two capitalised words that no entity covers, the
// first a first name of men or of women: the entity model missed them.
func (r *resolver) bareNames() {
	a := r.a
	r.extra = r.extra[:0]
	e := 0
	for t := 0; t+1 < len(a.Tokens); t++ {
		e = r.entityFrom(e, t)
		if !a.Tokens[t].POS.Proper() || !a.Tokens[t+1].POS.Proper() || a.Tokens[t].Sentence != a.Tokens[t+1].Sentence || e < len(a.Entities) && a.Entities[e].First <= t+1 {
			continue
		}
		v, w := a.Word(t), a.Word(t+1)
		g, ok := lookup(r.words.names, v)
		if !ok || g == UnknownGender || !capital(v) || !capital(w) || caps(v) || len(v) < 3 || len(w) < 3 || r.classOf(t) != OtherNoun || r.classOf(t+1) == OrganizationNoun || r.classOf(t+1) == PlaceNoun ||
			r.classOf(t+1) == DocumentNoun || suffix(w) || title(w) || !lowerCase(v[1:]) {
			continue
		}
		if t+2 < len(a.Tokens) && a.Tokens[t+2].POS.Proper() && capital(a.Word(t+2)) || t > 0 && a.Tokens[t-1].POS.Proper() && !title(a.Word(t-1)) && r.classOf(t-1) != PersonNoun && !r.officeBefore(t-1) {
			continue
		}
		r.missed(Person, t, t+2)
		t++
	}
	r.mergeExtra()
}

func lowerCase(s string) bool {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return false
		}
	}
	return true
}
