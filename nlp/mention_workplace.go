package nlp

import "strings"

// What the entity model takes for persons, though it stands where that which
// somebody works for does.

// onlyOffice reports whether e is an office without a name: "Home Secretary",
// "Undersecretary | for Education".
func (r *resolver) onlyOffice(e *Entity) bool {
	a := r.a
	t := e.Last - 1
	if r.classOf(t) != PersonNoun || courtesy(a.Word(t)) {
		return false
	}
	if e.Last-e.First > 1 {
		if !title(a.Word(t)) {
			return false
		}
		_, first := lookup(r.words.names, a.Word(e.First))
		return !first
	}
	return e.Last+1 < len(a.Tokens) && (a.Word(e.Last) == "for" || a.Word(e.Last) == "of") && capital(a.Word(e.Last+1))
}

// workplaces makes organisations of the names that were taken for those of
// persons, but which somebody is "of" or has an office "at", and whose first
// word is no first name: "Greg Tansley from | Agro Perkasa", "a spokesman for
// | Quarry Soup", "a | Moody's vice president".
//
// So are these names elsewhere in the text.
func (r *resolver) workplaces() {
	a := r.a
	if r.firm == nil {
		r.firm = map[uint32]int8{}
	}
	clear(r.firm)
	defer r.sameFirms()
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != Person && e.Kind != Organization || e.First < 1 || e.Last > len(a.Tokens) || e.First >= e.Last {
			continue
		}
		if a.Tokens[e.First-1].POS == DT && r.article(e.First-1) && e.Last+1 < len(a.Tokens) && a.Tokens[e.Last].POS == POSS && r.officeBehindName(e.Last+1) {
			r.employs(e) // nobody is "a Lee"
			continue
		}
		if w := a.Word(e.First - 1); (w == "of" || w == "at") && e.Last-e.First == 1 && e.Last+1 < len(a.Tokens) && a.Tokens[e.Last].POS == POSS && r.worksFor(i) {
			switch a.Tokens[e.Last+1].POS {
			case Comma, Stop, IN, VBD, VBZ, CloseQuote:
				r.employs(e) // "Ann Lee of | Marty's"
				continue
			}
		}
		if _, first := lookup(r.words.names, a.Word(e.First)); first || e.Kind != Person || r.surnames[r.wordHash(e.Last-1, e.Last)] && e.Last-e.First == 1 || title(a.Word(e.First)) || initialled(a.Word(e.First)) || r.says(e.Last) {
			continue
		}
		if r.worksFor(i) {
			r.employs(e)
		}
	}
}

// employs makes an organisation of e, and remembers its name.
func (r *resolver) employs(e *Entity) {
	e.Kind = Organization
	r.firm[r.wordHash(e.First, e.Last)] = 1
}

// sameFirms makes organisations of the names that employs has seen.
func (r *resolver) sameFirms() {
	a := r.a
	if len(r.firm) == 0 {
		return
	}
	for i := range a.Entities {
		if e := &a.Entities[i]; e.Kind == Person && e.First >= 0 && e.Last <= len(a.Tokens) && e.First < e.Last && r.firm[r.wordHash(e.First, e.Last)] > 0 && !(e.First > 0 && honorific(a.Word(e.First-1))) {
			e.Kind = Organization
		}
	}
}

func (r *resolver) article(t int) bool {
	w := strings.ToLower(r.a.Word(t))
	return w == "a" || w == "an"
}

// says reports whether a verb of saying stands at token t.
func (r *resolver) says(t int) bool {
	a := r.a
	return t < len(a.Tokens) && (a.Tokens[t].POS == VBD || a.Tokens[t].POS == VBZ) && saying[a.Tokens[t].Lemma]
}

// officeBehindName reports whether a noun for a person, perhaps with others
// before it, begins at token t: "vice president".
func (r *resolver) officeBehindName(t int) bool {
	a := r.a
	for k := t; k < len(a.Tokens) && k < t+4; k++ {
		if p := a.Tokens[k].POS; p != NN && p != JJ {
			return false
		}
		if a.Tokens[k].POS == NN && r.classOf(k) == PersonNoun && !kin[a.Tokens[k].Lemma] && (k+1 >= len(a.Tokens) || !a.Tokens[k+1].POS.Noun()) {
			return true
		}
	}
	return false
}

// worksFor reports whether a person's name and "of" or "from", or an office
// and "at" or "for", stand right before entity i.
func (r *resolver) worksFor(i int) bool {
	a := r.a
	t := a.Entities[i].First - 1
	if t < 1 || a.Tokens[t].POS != IN || a.Tokens[t].Sentence != a.Tokens[t+1].Sentence {
		return false
	}
	switch a.Word(t) {
	case "of", "from", "at":
		if i > 0 && a.Entities[i-1].Kind == Person && a.Entities[i-1].Last == t && a.Entities[i-1].Last-a.Entities[i-1].First > 1 {
			return true
		}
	}
	switch a.Word(t) {
	case "at", "for", "from", "with":
		k := t - 1
		if k > 1 && a.Tokens[k].POS == NN && a.Word(k-1) == "of" {
			k -= 2 // "director of marketing for"
		}
		return a.Tokens[k].POS.Noun() && r.classOf(k) == PersonNoun && !kin[a.Tokens[k].Lemma] && a.Tokens[k].POS != NNS
	}
	return false
}
