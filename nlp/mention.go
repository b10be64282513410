package nlp

import (
	"strings"
	"unicode"

	"github.com/onrecord/onrecord/internal/linear"
)

// gram is the grammatical function of a mention, as far as it is known.
type gram uint8

const (
	otherGram gram = iota
	subjectGram
	objectGram
	prepGram
	possGram
)

// info is what the resolver knows of a mention beside what Mention says.
type info struct {
	pron      pronoun
	form      uint32 // hash of a pronoun's lower-cased form, of a noun phrase's head lemma
	det       uint32 // hash of the determiner, 0 for none
	class     NounKind
	gender    Gender
	plural    bool
	grammar   gram
	says      bool // subject of a verb of saying, or "according to"
	nested    bool // inside a larger noun phrase, not its head
	nameFirst int32
	nameLast  int32 // the tokens of the name without titles; empty if there is none
	base      int32 // end of the phrase without what was attached behind the head
	seg       int32 // first token behind a possessor: where the head's own words begin
	owner     int32 // head token of the possessor or of the phrase behind "of", -1 for none
	prep      uint32
	sentence  int32
	quote     int32 // number of the quotation that it stands in, -1 for none
	by        int32 // mention that is in apposition to this one, 0 for none
	appos     int32 // mention that it is in apposition to, or is identified with, -1
	entity    int32 // index in Entities, -1
	cluster   int32
	next      int32 // next mention of its cluster, -1
}

// mentions finds the noun phrases of a that may refer to a person, an
// organisation, a place or a document, and describes them in r.info.
func (r *resolver) mentions() {
	a := r.a
	r.repair()
	a.Mentions, r.info = a.Mentions[:0], r.info[:0]
	r.entityAt = resize(r.entityAt, len(a.Tokens))
	r.headOf = resize(r.headOf, len(a.Tokens))
	for i := range r.entityAt {
		r.entityAt[i], r.headOf[i] = -1, -1
	}
	for e := range a.Entities {
		for t := max(0, a.Entities[e].First); t < a.Entities[e].Last && t < len(a.Tokens); t++ {
			r.entityAt[t] = int32(e)
		}
	}
	r.quoteMarks()
	for s := range a.Sentences {
		r.sentence(s)
	}
}

// quoteMarks numbers the stretches in double quotation marks, block by block,
// and writes for each token which one it stands in.
func (r *resolver) quoteMarks() {
	a := r.a
	r.quoteAt = resize(r.quoteAt, len(a.Tokens))
	r.quotes = r.quotes[:0]
	open, block := int32(-1), -1
	for i := range a.Tokens {
		s := int(a.Tokens[i].Sentence)
		if s >= 0 && s < len(a.Sentences) && a.Sentences[s].Block != block {
			block, open = a.Sentences[s].Block, -1
		}
		r.quoteAt[i] = open
		switch a.Word(i) {
		case "“", "``", "„", "«":
			open = r.openQuote(i)
			r.quoteAt[i] = open
		case "”", "''", "»":
			open = -1
		case `"`:
			if open < 0 {
				open = r.openQuote(i)
				r.quoteAt[i] = open
			} else {
				open = -1
			}
		}
		if q := r.quoteAt[i]; q >= 0 {
			r.quotes[q].last = int32(i)
		}
	}
}

func (r *resolver) openQuote(i int) int32 {
	r.quotes = append(r.quotes, quotation{first: int32(i), last: int32(i), speaker: -1})
	return int32(len(r.quotes) - 1)
}

// sentence finds the mentions of one sentence.
func (r *resolver) sentence(s int) {
	a := r.a
	first, last := a.Sentences[s].First, a.Sentences[s].Last
	from := len(a.Mentions)
	for i := first; i < last; {
		switch a.Tokens[i].POS {
		case PRP, WP, WPS, WDT:
			if p, ok := lookup(pronouns, a.Word(i)); ok {
				r.addPronoun(i, s, p)
				i++
				continue
			}
		}
		if !r.begins(i, last) {
			i++
			continue
		}
		j := i + 1
		for j < last && r.continues(i, j, last) {
			j++
		}
		r.chunk(i, j, s)
		i = j
	}
	for i := first; i < last; i++ {
		e := r.entityAt[i]
		if e < 0 || !named(a.Entities[e].Kind) || i > first && r.entityAt[i-1] == e {
			continue
		}
		r.nestedEntity(int(e), s, from)
	}
	r.sort(from)
	for m := from; m < len(a.Mentions); m++ {
		if h := a.Mentions[m].Head; r.headOf[h] < 0 {
			r.headOf[h] = int32(m)
		}
	}
	for m := from; m < len(a.Mentions); m++ {
		r.attach(m, last)
	}
	for m := from; m < len(a.Mentions); m++ {
		r.function(m, first, last)
	}
	r.appositions(from, first, last)
	r.predicates(from, first)
}

func named(k EntityKind) bool { return k >= Person && k <= Misc }

// chunk adds the mentions of the tokens [i, j): the phrase itself, and the
// possessor at its front.
func (r *resolver) chunk(i, j, s int) {
	a := r.a
	seg, owner := i, int32(-1)
	if a.Tokens[i].POS == PRPS {
		if p, ok := lookup(pronouns, a.Word(i)); ok {
			r.addPronoun(i, s, p)
			seg, owner = i+1, int32(i)
		}
	}
	for k := i; k < j; k++ {
		if a.Tokens[k].POS == POSS && !(r.entityAt[k] >= 0 && k+1 < j && r.entityAt[k+1] == r.entityAt[k]) {
			if m := r.addPhrase(i, k, seg, owner, s); m >= 0 {
				owner = int32(a.Mentions[m].Head)
			}
			seg = k + 1
		}
	}
	if seg < j {
		r.addPhrase(i, j, seg, owner, s)
	}
}

func (r *resolver) addPronoun(i, s int, p pronoun) {
	k := Person
	if p.gender == Neuter || p.plural || p.person == 0 {
		k = NoEntity
	}
	r.add(Mention{Kind: Pronoun, First: i, Last: i + 1, Head: i, Entity: k, Chain: -1},
		info{pron: p, form: linear.Lower(r.a.Word(i)), gender: p.gender, plural: p.plural, owner: -1, base: int32(i + 1), seg: int32(i), entity: -1}, s)
}

func (r *resolver) add(m Mention, x info, s int) int {
	m.Span = r.a.Span(m.First, m.Last)
	x.sentence, x.quote = int32(s), r.quoteAt[m.Head]
	x.appos, x.cluster, x.next = -1, -1, -1
	r.a.Mentions = append(r.a.Mentions, m)
	r.info = append(r.info, x)
	return len(r.info) - 1
}

// addPhrase adds the noun phrase of the tokens [first, last) whose head is in
// [seg, last), and returns its number, or -1 if it is none.
func (r *resolver) addPhrase(first, last, seg int, owner int32, s int) int {
	a := r.a
	for last > seg && (!a.Tokens[last-1].POS.Noun() && r.entityAt[last-1] < 0 && a.Tokens[last-1].POS != CD || !strings.ContainsFunc(a.Word(last-1), wordly)) {
		last-- // emoji are no names
	}
	if last <= seg {
		return -1
	}
	if f := first; f > 1 && a.Tokens[f-1].POS == LRB && a.Word(f-1) == "[" && a.Tokens[f-1].Start == a.Tokens[f-2].End && a.Tokens[f].Start == a.Tokens[f-1].End {
		return -1 // "min[utes]"
	}
	head := last - 1
	for head > seg && r.entityAt[head] < 0 && postNominal[a.Word(head)] {
		if e := r.entityAt[head-1]; e >= 0 && a.Entities[e].Kind != Person || e < 0 && !postNominal[a.Word(head-1)] {
			break
		}
		head-- // "Ann Lee KC"
	}
	x := info{owner: owner, base: int32(last), seg: int32(seg), entity: r.entityAt[head]}
	m := Mention{Kind: Indef, First: first, Last: last, Chain: -1}
	if e := x.entity; e >= 0 {
		ent := &a.Entities[e]
		if !named(ent.Kind) {
			if !a.Tokens[head].POS.Noun() {
				return -1
			}
			x.entity = -1
		} else {
			m.Kind, m.Entity = Named, ent.Kind
			x.nameFirst, x.nameLast = int32(max(ent.First, seg)), int32(min(ent.Last, last))
			head = r.nameHead(&x, ent.Kind)
		}
	}
	tok := &a.Tokens[head]
	m.Head = head
	x.form = linear.Lower(tok.Lemma)
	x.plural = tok.POS == NNS || tok.POS == NNPS
	x.class = r.classOf(head)
	switch {
	case x.entity >= 0:
		if m.Entity == Organization {
			r.widen(&x)
		}
	case tok.POS.Proper() && a.Tokens[first].POS != DT && r.surnames[nameHash(a.Word(head))]:
		// A surname that the entity model missed.
		m.Kind, m.Entity = Named, Person
		f := head
		if _, ok := lookup(r.words.names, a.Word(max(head-1, 0))); ok && f > seg && a.Tokens[f-1].POS.Proper() {
			f--
		}
		x.nameFirst, x.nameLast = int32(f), int32(head+1)
	case tok.POS.Proper():
		m.Kind = Named
		f := head
		for f > seg && (a.Tokens[f-1].POS.Proper() || a.Tokens[f-1].POS == HYPH || a.Tokens[f-1].POS == JJ && capital(a.Word(f-1))) && (r.entityAt[f-1] < 0 || a.Entities[r.entityAt[f-1]].Kind == Place || a.Entities[r.entityAt[f-1]].Kind == Misc) {
			f--
		}
		x.nameFirst, x.nameLast = int32(f), int32(head+1)
		r.trimTitles(&x)
		definite := owner >= 0 || a.Tokens[first].POS == DT
		for t := head - 1; t >= f; t-- {
			// "Trust Executive Director | Ann Lee"
			if !a.Tokens[t].POS.Proper() || r.classOf(t) != PersonNoun && !title(a.Word(t)) || a.Word(t) == "General" && t > f && t+1 == head && r.classOf(head) != OtherNoun {
				continue // "Lakeland General Hospital"
			}
			if a.Tokens[t].POS == NNPS && r.classOf(head) != OtherNoun {
				break // "National Farmers Federation"
			}
			if _, ok := lookup(r.words.names, a.Word(t+1)); ok || t+1 == head {
				x.nameFirst = max(x.nameFirst, int32(t+1))
				if r.classOf(head) == OtherNoun {
					m.Entity = Person
				}
			}
			break
		}
		bare := head == first && !definite
		if head > seg && honorific(a.Word(head-1)) {
			m.Entity, x.nameFirst = Person, int32(head) // "Mr. Lee"
		} else if f < head && (legalForm(a.Word(head)) || firmEndings[a.Word(head)]) {
			m.Entity = Organization
		} else if bare && x.class == PersonNoun && last < len(a.Tokens) && a.Tokens[last].POS == IN {
			m.Kind, x.nameFirst, x.nameLast = Definite, 0, 0 // "Leader of the Opposition", "CEO of Acme"
		} else if caps(a.Word(head)) {
			// An acronym, whatever it spells.
		} else if title(a.Word(head)) || !bare && (x.class == PersonNoun || x.class == DocumentNoun) || x.class != OtherNoun && f == head && definite {
			// "the Minister", "the Church", "Lake County Supervisor": a noun in capitals.
			m.Kind, x.nameFirst, x.nameLast = Definite, 0, 0
		} else if x.class == OrganizationNoun || x.class == GroupNoun {
			m.Entity = Organization
		}
	case tok.POS.Noun():
	default:
		return -1
	}
	if d := a.Tokens[first].POS; d == DT || d == PDT || d == PRPS {
		x.det = linear.Lower(a.Word(first))
	}
	if m.Kind != Named {
		switch {
		case m.Kind == Definite:
			if x.det == hashA || x.det == hashAn {
				m.Kind = Indef
			}
		case owner >= 0 || x.det == hashThe || x.det == hashThis || x.det == hashThat || x.det == hashThese || x.det == hashThose || x.det == hashBoth:
			m.Kind = Definite
		}
		switch x.class {
		case PersonNoun, GroupNoun:
			m.Entity = Person
		case OrganizationNoun:
			m.Entity = Organization
		case PlaceNoun:
			m.Entity = Place
		}
		if w := tok.Lemma; len(w) > 9 && (w[len(w)-9:] == "-year-old" || w == "year-old") ||
			w == "old" && head-2 >= seg && a.Tokens[head-1].POS == HYPH && a.Tokens[head-2].Lemma == "year" {
			m.Entity, x.class = Person, PersonNoun
		}
		x.gender, _ = lookup(gendered, tok.Lemma)
		if x.gender == UnknownGender && x.class != PersonNoun && x.class != GroupNoun {
			x.gender = Neuter
		}
		if x.class == GroupNoun {
			x.plural = true
		}
	} else {
		r.nameGender(&m, &x, seg)
	}
	return r.add(m, x, s)
}

// sort orders the mentions from number from on: by their start, longer first.
func (r *resolver) sort(from int) {
	ms, xs := r.a.Mentions, r.info
	for i := from + 1; i < len(ms); i++ {
		m, x := ms[i], xs[i]
		k := i
		for k > from && (ms[k-1].First > m.First || ms[k-1].First == m.First && ms[k-1].Last < m.Last) {
			ms[k], xs[k] = ms[k-1], xs[k-1]
			k--
		}
		ms[k], xs[k] = m, x
	}
}

func wordly(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
