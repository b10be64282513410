package nlp

import "strings"

// What the entity model missed of organisations or took for something else.

// clubs makes organisations of the names that end as those of clubs do,
// "Kestrel Rovers", and of their last words alone.
func (r *resolver) clubs() {
	a := r.a
	var short map[uint32]bool
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.First < 0 || e.Last > len(a.Tokens) || e.Last-e.First < 2 || !named(e.Kind) || !teams[strings.ToLower(a.Word(e.Last-1))] || !capital(a.Word(e.Last-1)) {
			continue
		}
		e.Kind = Organization
		if w := strings.ToLower(a.Word(e.Last - 1)); w == "united" || w == "athletic" || w == "fc" || w == "afc" {
			continue // not alone
		}
		if short == nil {
			short = map[uint32]bool{}
		}
		short[r.wordHash(e.Last-1, e.Last)] = true
	}
	if short == nil {
		return
	}
	r.extra = r.extra[:0]
	e := 0
	for t := range a.Tokens {
		e = r.entityFrom(e, t)
		if !capital(a.Word(t)) || !short[r.wordHash(t, t+1)] {
			continue
		}
		if e < len(a.Entities) && a.Entities[e].First <= t {
			if x := &a.Entities[e]; x.Last-x.First == 1 && named(x.Kind) {
				x.Kind = Organization
			}
			continue
		}
		if t > 0 && a.Tokens[t-1].POS.Proper() && a.Tokens[t-1].Sentence == a.Tokens[t].Sentence {
			continue
		}
		a.Tokens[t].POS = NNP
		r.missed(Organization, t, t+1)
	}
	r.mergeExtra()
}

// quoted lengthens a name that stands first in quotation marks, in which there
// are only a few capitalised nouns, over them all: “Westmere News | Tonight”.
func (r *resolver) quoted() {
	a := r.a
	for i := range a.Entities {
		e := &a.Entities[i]
		if !named(e.Kind) || e.Kind == Person || e.First < 1 || a.Tokens[e.First-1].POS != OpenQuote {
			continue
		}
		next := len(a.Tokens)
		if i+1 < len(a.Entities) {
			next = a.Entities[i+1].First
		}
		t := e.Last
		for t < next && t < e.First+6 && a.Tokens[t].POS.Proper() && capital(a.Word(t)) && a.Tokens[t].Sentence == a.Tokens[e.First].Sentence {
			t++
		}
		if t > e.Last && t < len(a.Tokens) && a.Tokens[t].POS == CloseQuote {
			e.Last = t
			e.Span = a.Span(e.First, e.Last)
		}
	}
}

// compass takes the capitalised noun behind a word that only begins the names
// of places into the place: "East | Ward".
func (r *resolver) compass() {
	a := r.a
	for i := range a.Entities {
		e := &a.Entities[i]
		t := e.Last
		if e.Kind != Place || e.First < 0 || e.Last-e.First != 1 || t >= len(a.Tokens) || !placeFirst[a.Word(e.First)] || i+1 < len(a.Entities) && a.Entities[i+1].First <= t {
			continue
		}
		if a.Tokens[t].POS != NNP || !capital(a.Word(t)) || title(a.Word(t)) || a.Tokens[t].Sentence != a.Tokens[e.First].Sentence {
			continue
		}
		e.Last = t + 1
		e.Span = a.Span(e.First, e.Last)
	}
}

// bodies makes organisations of the names that end as those of institutions do,
// with the place right before: "the Hudson | Quay Center".
func (r *resolver) bodies() {
	a := r.a
	n := 0
	for i := range a.Entities {
		e := a.Entities[i]
		if e.Kind == Person && e.Last-e.First == 1 && e.First > 0 && e.Last <= len(a.Tokens) && a.Tokens[e.First-1].POS.Proper() && bands[strings.ToLower(a.Word(e.First))] {
			e.Kind = Organization
		}
		if e.Kind == Person && e.First >= 0 && e.Last <= len(a.Tokens) && e.Last-e.First > 1 && (institutions[strings.ToLower(a.Word(e.Last-1))] || firmEndings[a.Word(e.Last-1)]) && capital(a.Word(e.Last-1)) && !r.contains(&e, Comma) {
			e.Kind = Organization
			if n > 0 && a.Entities[n-1].Last == e.First && (a.Entities[n-1].Kind == Place || a.Entities[n-1].Kind == Misc) && a.Tokens[a.Entities[n-1].First].Sentence == a.Tokens[e.First].Sentence {
				n--
				e.First = a.Entities[n].First
				e.Span = a.Span(e.First, e.Last)
			}
		}
		if w := strings.ToLower(a.Word(max(e.Last-1, 0))); e.Kind == Place && e.First >= 0 && e.Last <= len(a.Tokens) && e.Last-e.First > 1 && (institutions[w] && w != "bank" && w != "center" && w != "centre" || firmEndings[a.Word(max(e.Last-1, 0))]) && capital(a.Word(e.Last-1)) && !r.contains(&e, Comma) {
			e.Kind = Organization
		}
		a.Entities[n] = e
		n++
	}
	a.Entities = a.Entities[:n]
}

// ministries takes what they are for into the names of ministries and the like:
// "the Ministry | of Finance", "the Association | for the Study of Tides", "The
// Globe | and Mail".
func (r *resolver) ministries() {
	a := r.a
	for i := 0; i < len(a.Entities); i++ {
		e := &a.Entities[i]
		if !named(e.Kind) || e.Kind == Place && (e.First < 1 || a.Tokens[e.First-1].POS != DT) || e.First < 0 || e.Last+1 >= len(a.Tokens) || !capital(a.Word(e.Last-1)) {
			continue
		}
		next := len(a.Tokens)
		if i+1 < len(a.Entities) {
			next = a.Entities[i+1].First
		}
		s := a.Tokens[e.First].Sentence
		word := func(t int) bool {
			return t < next && t < len(a.Tokens) && a.Tokens[t].Sentence == s && capital(a.Word(t)) && (a.Tokens[t].POS.Noun() || a.Tokens[t].POS == JJ) && !title(a.Word(t)) && r.classOf(t) != PersonNoun
		}
		t := e.Last
		w := a.Word(t)
		if w == "and" && r.jointInstitution(i) {
			e.Last = a.Entities[i+1].Last
			e.Kind, e.Span = Organization, a.Span(e.First, e.Last)
			a.Entities = append(a.Entities[:i+1], a.Entities[i+2:]...)
			continue
		}
		if e.Kind != Organization {
			continue
		}
		if w == "at" && a.Word(e.Last-1) == "University" && (e.Last-e.First == 1 || e.Last-e.First == 2 && a.Tokens[e.First].POS == DT) && next == t+1 && a.Entities[i+1].Kind == Place {
			e.Last = a.Entities[i+1].Last // "the University | at Lakeland"
			e.Span = a.Span(e.First, e.Last)
			a.Entities = append(a.Entities[:i+1], a.Entities[i+2:]...)
			continue
		}
		if (w == "for" || w == "on") && t+2 < len(a.Tokens) && memberships[strings.ToLower(a.Word(e.Last-1))] {
			// "the Association | for the Study of Tides"
			if a.Word(t+1) == "the" {
				t++
			}
			if !word(t + 1) {
				continue
			}
		} else if !(w == "of" && (r.classOf(e.Last-1) == OrganizationNoun || institutions[strings.ToLower(a.Word(e.Last-1))]) ||
			w == "and" && e.Last-e.First == 1 && e.First > 0 && a.Word(e.First-1) == "The" && e.First-1 != r.sentenceStart(e.First)) {
			continue
		}
		if t++; !word(t) {
			continue
		}
		for word(t) || t+1 < next && (a.Word(t) == "and" || a.Word(t) == "of") && word(t+1) && w != "and" {
			t++
		}
		if t < len(a.Tokens) && a.Tokens[t].Sentence == s && a.Tokens[t].POS == POSS {
			continue // "the board of | Acme's unit"
		}
		e.Last = t
		e.Span = a.Span(e.First, e.Last)
	}
}

// memberships are words that end the first part of names with "for": "Center
// for Tidal Studies".
var memberships = set("association institute centre center council society foundation campaign committee coalition alliance fund network union")

// jointInstitution reports whether entity i, of one word, and the next one are
// one name: "the Walter | and Eliza Institute".
func (r *resolver) jointInstitution(i int) bool {
	a := r.a
	if i+1 >= len(a.Entities) {
		return false
	}
	e, o := &a.Entities[i], &a.Entities[i+1]
	if e.Last-e.First != 1 || o.First != e.Last+1 || o.Last-o.First < 2 || o.Last > len(a.Tokens) || o.Kind != Organization || e.First < 1 || a.Tokens[e.First].Sentence != a.Tokens[o.First].Sentence {
		return false
	}
	w := strings.ToLower(a.Word(o.Last - 1))
	if !institutions[w] && !institutions[strings.TrimSuffix(w, "s")] && !r.contains(o, IN) || institutions[strings.ToLower(a.Word(e.First))] || r.classOf(e.First) == OrganizationNoun || caps(a.Word(e.First)) {
		return false
	}
	if p := a.Tokens[e.First-1]; p.POS == DT {
		return a.Word(e.First-1) == "the"
	}
	w = a.Word(e.First - 1)
	return w == "of" || w == "at" || w == "from"
}

// firmEndings are words in capitals that end the names of firms.
var firmEndings = map[string]bool{"Systems": true, "Technologies": true, "Technology": true, "Industries": true, "Enterprises": true, "Solutions": true, "Motors": true, "Airlines": true, "Airways": true,
	"Pharmaceuticals": true, "Therapeutics": true, "Biosciences": true, "Studios": true, "Productions": true, "Foods": true, "Brands": true, "Turbines": true, "Securities": true, "Ventures": true, "Logistics": true,
	"Electronics": true, "Semiconductor": true, "Utilities": true, "Analytics": true, "Consulting": true, "Advisors": true, "Advisers": true, "Associates": true}

// bands are words that end names of organisations, and that may be surnames only
// behind a first name.
var bands = set("tribe nation senate forum federation congress assembly association committee")

// joint makes one organisation of "Young & Rubicam" and of "Standard & Poor's
// Corp.", and takes a legal form into the name before it.
func (r *resolver) joint() {
	a := r.a
	part := func(t int) bool {
		return t >= 0 && t < len(a.Tokens) && capital(a.Word(t)) && a.Tokens[t].POS.Noun() && !title(a.Word(t))
	}
	n := 0
	for i := range a.Entities {
		e := a.Entities[i]
		if n > 0 && named(e.Kind) && e.First < a.Entities[n-1].Last {
			continue // taken
		}
		if !named(e.Kind) || e.First < 0 || e.Last > len(a.Tokens) || e.First >= e.Last {
			a.Entities[n] = e
			n++
			continue
		}
		s := a.Tokens[e.First].Sentence
		at := func(t int, w string) bool {
			return t >= 0 && t < len(a.Tokens) && a.Tokens[t].Sentence == s && a.Word(t) == w
		}
		f, l := e.First, e.Last
		if at(f-1, "&") && part(f-2) {
			for f -= 2; part(f-1) && a.Tokens[f-1].Sentence == s && !(r.classOf(f-1) == PersonNoun); f-- {
			}
			for n > 0 && a.Entities[n-1].Last > f && named(a.Entities[n-1].Kind) {
				n--
				f = min(f, a.Entities[n].First)
			}
		}
		if at(l, "&") && part(l+1) {
			l += 2
		}
		if f != e.First || l != e.Last {
			for l < len(a.Tokens) && (part(l) || a.Tokens[l].POS == POSS && part(l+1) && legalForm(a.Word(l+1))) && a.Tokens[l].Sentence == s && l < e.Last+5 {
				l++
			}
			e.Kind, e.First, e.Last = Organization, f, l
		} else if l < len(a.Tokens) && e.Kind != Person && a.Tokens[l].Sentence == s && legalForm(a.Word(l)) && a.Word(l) != "Company" && a.Word(l) != "SA" {
			e.Kind, e.Last = Organization, l+1
		}
		e.Span = a.Span(e.First, e.Last)
		a.Entities[n] = e
		n++
	}
	a.Entities = a.Entities[:n]
}

// makers makes an organisation of the capitalised word in "drugmaker Valve",
// which no entity covers.
func (r *resolver) makers() {
	a := r.a
	for i := range a.Entities {
		// "Developer | Valve" at the beginning of a sentence.
		if e := &a.Entities[i]; (e.Kind == Organization || e.Kind == Misc) && e.First >= 0 && e.Last-e.First == 2 && e.Last <= len(a.Tokens) && e.First == r.sentenceStart(e.First) && eitherNoun[strings.ToLower(a.Word(e.First))] {
			e.First++
			e.Kind = Organization
			e.Span = a.Span(e.First, e.Last)
		}
	}
	r.extra = r.extra[:0]
	e := 0
	for t := 1; t+1 < len(a.Tokens); t++ {
		e = r.entityFrom(e, t)
		if e < len(a.Entities) && a.Entities[e].First == t && a.Entities[e].Last == t+1 && (a.Entities[e].Kind == Person && r.tradeNoun(t-1) || a.Entities[e].Kind == Misc && a.Tokens[t].POS.Proper() && eitherNoun[strings.ToLower(a.Word(t-1))]) && !r.surnames[r.wordHash(t, t+1)] {
			if _, first := lookup(r.words.names, a.Word(t)); !first {
				a.Entities[e].Kind = Organization
			}
			continue
		}
		if e < len(a.Entities) && a.Entities[e].First <= t+1 || !capital(a.Word(t)) || !a.Tokens[t].POS.Noun() || r.classOf(t) == PersonNoun ||
			a.Tokens[t-1].Sentence != a.Tokens[t].Sentence || !r.tradeNoun(t-1) || a.Tokens[t-1].POS == NNS || a.Tokens[t+1].POS.Noun() && capital(a.Word(t+1)) {
			continue
		}
		if capital(a.Word(t-1)) && t-1 != r.sentenceStart(t) {
			continue // a title in capitals
		}
		a.Tokens[t].POS = NNP
		r.missed(Organization, t, t+1)
	}
	r.mergeExtra()
}

// unnamed makes organisations of the runs of capitalised nouns behind "the"
// that end as names of institutions do and that no entity covers: "the Harbour
// Workers Union". Sentences in title case do not count.
func (r *resolver) unnamed() {
	a := r.a
	r.extra = r.extra[:0]
	e := 0
	for t := 2; t < len(a.Tokens); t++ {
		e = r.entityFrom(e, t)
		if !institutions[strings.ToLower(a.Word(t))] || !capital(a.Word(t)) || e < len(a.Entities) && a.Entities[e].First <= t || t+1 < len(a.Tokens) && a.Tokens[t+1].POS.Noun() && capital(a.Word(t+1)) {
			continue
		}
		first, s := t, a.Tokens[t].Sentence
		for first > 0 && a.Tokens[first-1].Sentence == s && capital(a.Word(first-1)) && (a.Tokens[first-1].POS.Noun() || a.Tokens[first-1].POS == JJ) && (e == 0 || a.Entities[e-1].Last <= first-1) {
			first--
		}
		if t-first < 1 || first == 0 || a.Tokens[first-1].Sentence != s || !strings.EqualFold(a.Word(first-1), "the") || r.titleCased(int(s)) {
			continue
		}
		for i := first; i <= t; i++ {
			if a.Tokens[i].POS == NNS {
				a.Tokens[i].POS = NNPS
			} else {
				a.Tokens[i].POS = NNP
			}
		}
		r.missed(Organization, first, t+1)
	}
	r.mergeExtra()
}

// titleCased reports whether sentence s has no noun or verb that begins small.
func (r *resolver) titleCased(s int) bool {
	a := r.a
	if s < 0 || s >= len(a.Sentences) {
		return true
	}
	for i := a.Sentences[s].First; i < a.Sentences[s].Last; i++ {
		if p := a.Tokens[i].POS; (p.Noun() || p.Verb()) && len(a.Word(i)) > 2 && 'a' <= a.Word(i)[0] && a.Word(i)[0] <= 'z' {
			return false
		}
	}
	return true
}

// institutions are words that end the names of institutions, and not those of
// persons.
var institutions = set("center centre institute institution association committee council college university hospital foundation board authority agency commission ministry department office academy society federation union trust " +
	"zoo infirmary library gallery orchestra museum laboratory laboratories lab observatory corporation services clinic network project programme program initiative alliance coalition fund group partners holdings capital bank securities school")

// teams are words that end the names of clubs.
var teams = set("rovers united athletic wanderers albion hotspur rangers fc afc thistle argyle academical harriers")

// guilds makes one name of "the Players' Forum", also where no entity covers it.
func (r *resolver) guilds() {
	a := r.a
	r.extra = r.extra[:0]
	n := 0
	for t := 1; t+2 < len(a.Tokens); t++ {
		n = r.entityFrom(n, t)
		if n < len(a.Entities) && a.Entities[n].First <= t+2 || a.Tokens[t+1].POS != POSS || !capital(a.Word(t)) || !strings.HasSuffix(a.Word(t), "s") || !capital(a.Word(t+2)) || !a.Tokens[t].POS.Noun() {
			continue
		}
		w := strings.ToLower(a.Word(t + 2))
		if !strings.EqualFold(a.Word(t-1), "the") || t+3 < len(a.Tokens) && a.Tokens[t+3].POS.Noun() && capital(a.Word(t+3)) || !institutions[w] && r.classOf(t+2) != OrganizationNoun {
			continue
		}
		a.Tokens[t+2].POS = NNP
		r.missed(Organization, t, t+3)
	}
	r.mergeExtra()
	for i := range a.Entities {
		e := &a.Entities[i]
		if !named(e.Kind) || e.First < 2 || e.Last > len(a.Tokens) || a.Tokens[e.First-1].POS != POSS {
			continue
		}
		t := e.First - 2
		if !capital(a.Word(t)) || !a.Tokens[t].POS.Noun() || r.classOf(t) != PersonNoun && r.words.nouns[strings.ToLower(strings.TrimSuffix(a.Word(t), "s"))] != PersonNoun || i > 0 && a.Entities[i-1].Last > t {
			continue
		}
		if many := a.Tokens[t].POS == NNPS || a.Tokens[t].POS == NNS; !many {
			// "the Lakeland Governor's Office"
			if w := strings.ToLower(a.Word(e.First)); w != "office" || title(a.Word(t)) && i > 0 && a.Entities[i-1].Last == t && a.Entities[i-1].Kind == Person {
				continue
			}
			for t > 0 && a.Tokens[t-1].POS.Proper() && a.Tokens[t-1].Sentence == a.Tokens[t].Sentence && (i == 0 || a.Entities[i-1].Last <= t-1) {
				t--
			}
		}
		e.Kind, e.First = Organization, t
		e.Span = a.Span(e.First, e.Last)
	}
}
