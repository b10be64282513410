package nlp

import "strings"

// What the entity model missed of persons or took for something else.

// persons corrects the entities by what the text says of names elsewhere and
// beside them.
func (r *resolver) persons() {
	r.nicknames()
	r.quoted()
	r.compass()
	r.clubs()
	r.unnamed()
	r.bodies()
	r.statesMissed()
	r.joint()
	r.ministries()
	r.makers()
	r.missedFirms()
	r.tradeNames()
	r.initials()
	r.hyphenated()
	r.posts()
	r.guilds()
	r.described()
	r.workplaces()
	r.firstWord()
	r.collectSurnames()
	r.again()
	r.rolesBefore()
}

// nicknames makes one name of "Phillip (Pip) Hamilton" and "Phillip “Pip” Hamilton".
func (r *resolver) nicknames() {
	a := r.a
	n := 0
	for _, e := range a.Entities {
		if o := r.givenName(n, &e); o >= 0 {
			x := &a.Entities[o]
			x.Last, n = e.Last, o+1
			x.Span = a.Span(x.First, x.Last)
			continue
		}
		a.Entities[n] = e
		n++
	}
	a.Entities = a.Entities[:n]
}

// givenName is the entity, of the first n, that is the first name before the
// nickname that stands before e, -1 for none.
func (r *resolver) givenName(n int, e *Entity) int {
	a := r.a
	if e.Kind != Person && e.Kind != NoEntity || n == 0 || e.First < 4 || e.Last > len(a.Tokens) {
		return -1
	}
	opens := LRB
	switch a.Tokens[e.First-1].POS {
	case RRB:
	case CloseQuote:
		opens = OpenQuote
	default:
		return -1
	}
	f := e.First - 3
	if opens == OpenQuote && f > 1 && a.Tokens[f].POS != OpenQuote {
		f-- // “The Clock”
	}
	if f < 1 || a.Tokens[f].POS != opens || !capital(a.Word(f+1)) || opens == LRB && !a.Tokens[f+1].POS.Proper() {
		return -1
	}
	k := n - 1
	for k > 0 && a.Entities[k].First > f {
		k-- // the nickname
	}
	if o := &a.Entities[k]; o.Kind != Person || o.Last != f || o.Last-o.First != 1 || a.Tokens[o.First].Sentence != a.Tokens[e.First].Sentence {
		return -1
	}
	return k
}

// rolesBefore tags as nouns the nouns for persons right before a person's name
// that were tagged as something else: "“Late Tide” | co-host Ann Lee".
func (r *resolver) rolesBefore() {
	a := r.a
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != Person || e.First < 2 || e.Last > len(a.Tokens) || e.Last-e.First < 2 {
			continue
		}
		t := e.First - 1
		if courtesy(a.Word(t)) && t > 0 {
			t--
		}
		if a.Tokens[t].Sentence != a.Tokens[e.First].Sentence || r.classOf(t) != PersonNoun {
			continue
		}
		if p := a.Tokens[t].POS; (p == VBP || p == VB || p == RB) && (strings.ContainsRune(a.Word(t), '-') || a.Word(t) == "forward" && t > 0 && a.Tokens[t-1].POS.Proper()) {
			a.Tokens[t].POS = NN
		}
		if f := t - 1; f >= 0 && f == r.sentenceStart(t) && a.Tokens[t].POS == NN && (a.Tokens[f].POS == VB || a.Tokens[f].POS == VBP) && !strings.HasSuffix(a.Word(f), "s") {
			a.Tokens[f].POS = NN // "Watch | manager Ann Lee said"
		}
	}
}

// initials makes a person of "S.I. Quorn", taken for an organisation, where the
// text has a "Mr. Quorn".
func (r *resolver) initials() {
	a := r.a
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != Organization && e.Kind != Misc || e.First < 0 || e.Last > len(a.Tokens) || e.Last-e.First != 2 || !initialled(a.Word(e.First)) {
			continue
		}
		w := a.Word(e.Last - 1)
		for t := 1; t < len(a.Tokens); t++ {
			if a.Word(t) == w && honorific(a.Word(t-1)) {
				e.Kind = Person
				break
			}
		}
	}
}

// initialled reports whether w is one or more capitals with full stops.
func initialled(w string) bool {
	for i := 0; i < len(w); i++ {
		if up := 'A' <= w[i] && w[i] <= 'Z'; i%2 == 0 && !up || i%2 == 1 && w[i] != '.' {
			return false
		}
	}
	return len(w) > 1 && len(w)%2 == 0
}

// hyphenated takes both parts of "Quill-Tansley" into a person's name.
func (r *resolver) hyphenated() {
	a := r.a
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != Person || e.First < 0 || e.Last > len(a.Tokens) {
			continue
		}
		next := len(a.Tokens)
		if i+1 < len(a.Entities) {
			next = a.Entities[i+1].First
		}
		for e.Last+1 < next && a.Tokens[e.Last].Start == a.Tokens[e.Last-1].End && dash(a.Word(e.Last)) && a.Tokens[e.Last+1].Start == a.Tokens[e.Last].End && capital(a.Word(e.Last+1)) {
			e.Last += 2
			e.Span = a.Span(e.First, e.Last)
			if a.Tokens[e.Last-1].POS != NNP {
				a.Tokens[e.Last-1].POS = NNP
			}
		}
	}
}

func dash(w string) bool { return w == "-" || w == "–" || w == "‑" }

// posts cuts the office at the front of a person's name, though its first
// word is a first name, too: "Shadow Home Secretary | Ann Lee".
func (r *resolver) posts() {
	a := r.a
	for i := range a.Entities {
		e := &a.Entities[i]
		if (e.Kind == Person || e.Kind == Organization || e.Kind == Misc) && e.First > 0 && e.Last <= len(a.Tokens) && e.Last-e.First == 3 && capital(a.Word(e.First)) && capital(a.Word(e.First+1)) && capital(a.Word(e.Last-1)) && (a.Tokens[e.First-1].POS == IN || a.Tokens[e.First-1].POS == TO) && r.officeFront(e.First+1) {
			// "ambassador to Britain | Liu Xiaming", who is Liu elsewhere
			r.speaking()
			if e.First > 1 && a.Word(e.First-1) == "to" && diplomats[a.Tokens[e.First-2].Lemma] || r.speakers[nameHash(a.Word(e.First+1))] && !r.speakers[nameHash(a.Word(e.First))] && !r.speakers[nameHash(a.Word(e.Last-1))] {
				r.split(i, e.First+1, e.First+1, Person)
				a.Entities[i].Kind = Place
			}
			continue
		}
		if e.Kind != Person || e.First < 0 || e.Last > len(a.Tokens) || e.Last-e.First < 4 {
			continue
		}
		for t := e.Last - 2; t > e.First; t-- {
			w := a.Word(t)
			if _, first := lookup(r.words.names, w); first || !title(w) || courtesy(w) || r.classOf(t) != PersonNoun || suffix(a.Word(t+1)) {
				continue
			}
			e.First = t + 1
			e.Span = a.Span(e.First, e.Last)
			break
		}
	}
}

// diplomats are offices at a country, which "to" stands before.
var diplomats = set("ambassador envoy emissary consul commissioner attaché attache ambassador-designate")

// described finds the persons in two capitalised words beside a noun for a
// person or a verb of saying, the first of them a first name: "spokeswoman
// Louise Sales", "Grant Beard, a climatologist". The model took them for
// something else, or for words.
func (r *resolver) described() {
	a := r.a
	r.extra = r.extra[:0]
	if r.fullNames == nil {
		r.fullNames = map[uint32]bool{}
	}
	clear(r.fullNames) // of firms, here: "Georgia Gulf" of "Georgia Gulf Corp."
	for i := range a.Entities {
		if e := &a.Entities[i]; e.Kind == Organization && e.First >= 0 && e.Last <= len(a.Tokens) && e.Last-e.First > 2 {
			r.fullNames[r.wordHash(e.First, e.First+2)] = true
		}
	}
	e := 0
	for t := 0; t+1 < len(a.Tokens); t++ {
		e = r.entityFrom(e, t)
		v, w := a.Word(t), a.Word(t+1)
		if !capital(v) || !capital(w) || a.Tokens[t].Sentence != a.Tokens[t+1].Sentence {
			continue
		}
		whole := false // an entity of just the two
		if e < len(a.Entities) && a.Entities[e].First <= t+1 {
			x := &a.Entities[e]
			whole = x.First == t && x.Last == t+2 && named(x.Kind)
			if !whole || x.Kind == Person {
				continue
			}
		}
		_, ok := lookup(r.words.names, v)
		if !ok && !whole && r.officeFront(t) {
			// "ambassador Liu Xiaming", who is Liu elsewhere
			r.speaking()
			ok = r.speakers[nameHash(v)] != r.speakers[nameHash(w)] || r.says(t+2) && (r.classOf(t-1) == OrganizationNoun || institutions[strings.ToLower(a.Word(t-1))])
		}
		if !ok || caps(v) || caps(w) || len(v) < 3 || len(w) < 3 || suffix(w) || title(w) || title(v) || !a.Tokens[t].POS.Noun() || !a.Tokens[t+1].POS.Noun() ||
			r.classOf(t) != OtherNoun || r.classOf(t+1) == OrganizationNoun || r.classOf(t+1) == PlaceNoun || r.classOf(t+1) == DocumentNoun || institutions[strings.ToLower(w)] {
			continue
		}
		if t+2 < len(a.Tokens) && (a.Tokens[t+2].POS.Proper() && capital(a.Word(t+2)) || a.Word(t+2) == "&" || dash(a.Word(t+2)) && a.Tokens[t+2].Start == a.Tokens[t+1].End) {
			continue
		}
		if !r.officeFront(t) && !r.officeBehind(t+2) && !(whole && a.Entities[e].Kind != Organization || !whole && a.Tokens[t].POS.Proper()) {
			continue
		}
		if !r.officeFront(t) && !r.officeBehind(t+2) && !r.acts(t, t+2, whole) || r.fullNames[r.wordHash(t, t+2)] {
			continue
		}
		if whole {
			a.Entities[e].Kind = Person
		} else {
			if t > 0 && a.Tokens[t-1].POS.Proper() && !r.officeFront(t) {
				continue
			}
			r.missed(Person, t, t+2)
		}
		a.Tokens[t].POS, a.Tokens[t+1].POS = NNP, NNP
		t++
	}
	r.mergeExtra()
}

// officeFront reports whether an office stands right before token t:
// "spokeswoman |", "Minister, |", "head of the Harbour Council |".
func (r *resolver) officeFront(t int) bool {
	a := r.a
	k, s := t-1, a.Tokens[t].Sentence
	comma := false
	if k > 0 && a.Tokens[k].POS == Comma {
		k--
		comma = true
	}
	if k < 0 || a.Tokens[k].Sentence != s {
		return false
	}
	if a.Tokens[k].POS.Noun() && a.Tokens[k].POS != NNS && a.Tokens[k].POS != NNPS && (r.classOf(k) == PersonNoun || couples[a.Tokens[k].Lemma]) {
		return true
	}
	if comma {
		return false
	}
	of := false
	for ; k >= 0 && k > t-10 && a.Tokens[k].Sentence == s; k-- {
		switch p := a.Tokens[k].POS; {
		case p == IN || p == TO:
			of = true
		case of && p.Noun() && r.classOf(k) == PersonNoun:
			return p != NNS && p != NNPS
		case p == NNP || p == NNPS || p == DT && of, k > 0 && p == DT && a.Tokens[k-1].POS == IN, p == HYPH, p == CC && capital(a.Word(k+1)), p == JJ && capital(a.Word(k)), p == POSS, of && p == NN, p == NN && capital(a.Word(k)), a.Word(k) == "-":
		default:
			return false
		}
	}
	return false
}

// officeBehind reports whether a noun for a person stands in apposition at
// token t: ", a climatologist", ", director of".
func (r *resolver) officeBehind(t int) bool {
	a := r.a
	if t+1 >= len(a.Tokens) || a.Tokens[t].POS != Comma {
		return false
	}
	s := a.Tokens[t].Sentence
	for k := t + 1; k < len(a.Tokens) && k < t+8 && a.Tokens[k].Sentence == s; k++ {
		switch p := a.Tokens[k].POS; {
		case p == NN || p == NNP:
			if r.classOf(k) == PersonNoun && (k+1 >= len(a.Tokens) || !a.Tokens[k+1].POS.Noun()) {
				return true
			}
		case p == DT, p == JJ, p == CD, p == HYPH, p == POSS, p == VBN, p == VBG, p == CC && k > t+1:
		default:
			return false
		}
	}
	return false
}

// acts reports whether the words [first, last) do what persons do: say
// something, or are followed by "her" or "his" between commas.
func (r *resolver) acts(first, last int, whole bool) bool {
	a := r.a
	if last >= len(a.Tokens) {
		return false
	}
	switch p := a.Tokens[last].POS; {
	case (p == VBD || p == VBZ) && (saying[a.Tokens[last].Lemma]):
		return true
	case p == Comma && last+1 < len(a.Tokens) && whole:
		w := strings.ToLower(a.Word(last + 1))
		return w == "her" || w == "his" || w == "who"
	}
	return false
}

// firstWord takes the first name that the model knew not to be one into the
// name: "said | Olu | Fashola", of whom the text says "Mr Fashola".
func (r *resolver) firstWord() {
	a := r.a
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != Person || e.First < 2 || e.Last > len(a.Tokens) || e.Last-e.First != 1 {
			continue
		}
		f := e.First - 1
		if i > 0 && a.Entities[i-1].Last > f || !a.Tokens[f].POS.Proper() || a.Tokens[f].POS == NNPS || a.Tokens[f].Sentence != a.Tokens[e.First].Sentence || !capital(a.Word(f)) || caps(a.Word(f)) || len(a.Word(f)) < 3 ||
			title(a.Word(f)) || r.classOf(f) != OtherNoun || !lowerCase(a.Word(f)[1:]) || strings.HasSuffix(a.Word(f), ".") {
			continue
		}
		switch p := a.Tokens[f-1].POS; {
		case title(a.Word(f-1)) && capital(a.Word(f-1)) && p.Proper():
		case (p == VBD || p == VBZ) && saying[a.Tokens[f-1].Lemma]:
		case p.Noun() && !p.Proper() && r.classOf(f-1) == PersonNoun:
		default:
			continue
		}
		e.First = f
		e.Span = a.Span(e.First, e.Last)
	}
}

// again finds the names of persons and organisations, and surnames alone, where the model
// missed them, though it knew them elsewhere in the text.
func (r *resolver) again() {
	a := r.a
	if r.known == nil {
		r.known = map[uint32]EntityKind{}
	}
	clear(r.known)
	longest := 0
	for i := range a.Entities {
		if e := &a.Entities[i]; (e.Kind == Person || e.Kind == Organization) && e.First >= 0 && e.Last <= len(a.Tokens) && e.Last-e.First > 1 && e.Last-e.First <= 6 {
			r.known[r.wordHash(e.First, e.Last)] = e.Kind
			longest = max(longest, e.Last-e.First)
		}
	}
	if r.alone == nil {
		r.alone = map[uint32]bool{}
	}
	clear(r.alone)
	for i := range a.Entities {
		if e := &a.Entities[i]; e.Kind == Person && e.First >= 0 && e.Last <= len(a.Tokens) && e.Last-e.First == 1 {
			r.alone[r.wordHash(e.First, e.Last)] = true
		}
	}
	r.extra = r.extra[:0]
	e := 0
next:
	for t := 0; t < len(a.Tokens); t++ {
		e = r.entityFrom(e, t)
		if e < len(a.Entities) && a.Entities[e].First <= t || !capital(a.Word(t)) || !a.Tokens[t].POS.Proper() {
			continue
		}
		free := len(a.Tokens)
		if e < len(a.Entities) {
			free = a.Entities[e].First
		}
		for n := min(longest, free-t); n > 1; n-- {
			if k := r.known[r.wordHash(t, t+n)]; k != NoEntity && capital(a.Word(t+n-1)) && a.Tokens[t+n-1].Sentence == a.Tokens[t].Sentence {
				r.missed(k, t, t+n)
				t += n - 1
				continue next
			}
		}
		if t > 0 && t+1 < free && a.Tokens[t+1].POS.Proper() && capital(a.Word(t+1)) && r.alone[r.wordHash(t+1, t+2)] && !title(a.Word(t)) && r.classOf(t) == OtherNoun && !caps(a.Word(t)) &&
			a.Tokens[t-1].POS == NN && r.classOf(t-1) == PersonNoun && a.Tokens[t-1].Sentence == a.Tokens[t+1].Sentence {
			// "palaeontologist | Henk Godthelp", who is Godthelp elsewhere
			r.missed(Person, t, t+2)
			t++
			continue
		}
		l := t + 1
		for l+1 < free && dash(a.Word(l)) && a.Tokens[l].Start == a.Tokens[l-1].End && a.Tokens[l+1].Start == a.Tokens[l].End && capital(a.Word(l+1)) {
			l += 2
		}
		if !r.surnames[r.wordHash(t, l)] || len(a.Word(t)) < 3 || t > 0 && a.Tokens[t-1].Sentence == a.Tokens[t].Sentence && (a.Tokens[t-1].POS.Proper() && !title(a.Word(t-1)) || dash(a.Word(t-1)) || a.Tokens[t-1].POS == JJ && capital(a.Word(t-1))) {
			t = l - 1
			continue
		}
		if l < len(a.Tokens) && a.Tokens[l].Sentence == a.Tokens[t].Sentence {
			// "Young People": not a name; "Young says", tagged as a noun, is.
			w := a.Word(l)
			if p := a.Tokens[l].POS; (p.Noun() || p == CC && capital(w) || dash(w)) && !saying[strings.TrimSuffix(strings.ToLower(w), "s")] && !saying[strings.TrimSuffix(strings.ToLower(w), "es")] {
				t = l - 1
				continue
			}
		}
		r.missed(Person, t, l)
		t = l - 1
	}
	r.mergeExtra()
}
