package nlp

import (
	"strings"

	"github.com/onrecord/onrecord/internal/linear"
)

// nestedEntity adds a name that stands inside a larger phrase, if no phrase
// has it for its head.
func (r *resolver) nestedEntity(e, s, from int) {
	a := r.a
	ent := &a.Entities[e]
	for m := from; m < len(a.Mentions); m++ {
		if r.info[m].entity == int32(e) {
			return
		}
	}
	x := info{owner: -1, base: int32(ent.Last), seg: int32(ent.First), entity: int32(e), nested: true, nameFirst: int32(ent.First), nameLast: int32(ent.Last)}
	m := Mention{Kind: Named, First: ent.First, Last: ent.Last, Entity: ent.Kind, Chain: -1}
	m.Head = r.nameHead(&x, ent.Kind)
	if a.Tokens[m.Head].POS == JJ {
		return // "American"
	}
	x.form = linear.Lower(a.Tokens[m.Head].Lemma)
	x.class = r.classOf(m.Head)
	r.nameGender(&m, &x, ent.First)
	r.add(m, x, s)
}

// postnominal reports whether letters that follow a name stand at token t, which
// no entity covers: "Ann Lee | KC".
func (r *resolver) postnominal(t int) bool {
	a := r.a
	if t < 1 || r.entityAt[t] >= 0 || !postnominals[a.Word(t)] {
		return false
	}
	k := t - 1
	for k > 0 && (a.Tokens[k].POS == Comma || postnominals[a.Word(k)] && r.entityAt[k] < 0) {
		k--
	}
	e := r.entityAt[k]
	return e >= 0 && a.Entities[e].Kind == Person && a.Tokens[k].Sentence == a.Tokens[t].Sentence
}

var postnominals = map[string]bool{"KC": true, "QC": true, "SC": true, "MP": true, "MSP": true, "MLA": true, "OBE": true, "MBE": true, "CBE": true, "KBE": true, "DBE": true, "MD": true, "M.D.": true, "PhD": true, "Ph.D.": true,
	"FRS": true, "RN": true, "Esq.": true, "CPA": true, "JP": true}

// nameHead trims titles and endings off a name and returns its head: the last
// word of a person's name, for others the last before a preposition.
func (r *resolver) nameHead(x *info, k EntityKind) int {
	a := r.a
	for x.nameLast > x.nameFirst+1 && (a.Tokens[x.nameLast-1].POS == POSS || a.Tokens[x.nameLast-1].POS == Comma || a.Tokens[x.nameLast-1].POS == Stop) {
		x.nameLast--
	}
	if k == Person {
		r.trimTitles(x)
		h := int(x.nameLast) - 1
		for h > int(x.nameFirst) && (suffix(a.Word(h)) || a.Tokens[h].POS == Comma) {
			h--
		}
		return h
	}
	if x.nameLast > x.nameFirst+1 {
		if w := a.Tokens[x.nameFirst]; w.POS == DT {
			x.nameFirst++
		}
		// "developer Acme"
		for x.nameFirst < x.nameLast-1 && a.Tokens[x.nameFirst].POS.Noun() && a.Tokens[x.nameFirst+1].POS.Proper() && k == Organization &&
			(r.classOf(int(x.nameFirst)) == PersonNoun && !capital(a.Word(int(x.nameFirst))) || eitherNoun[strings.ToLower(a.Word(int(x.nameFirst)))]) { // not "National Union of Teachers"
			x.nameFirst++
		}
	}
	for t := x.nameFirst + 1; t < x.nameLast; t++ {
		if p := a.Tokens[t].POS; (p == IN || p == LRB) && a.Tokens[t-1].POS.Noun() {
			return int(t) - 1
		}
	}
	return int(x.nameLast) - 1
}

// trimTitles takes titles off the front of a name, but leaves it one word
// that is none.
func (r *resolver) trimTitles(x *info) {
	for x.nameFirst < x.nameLast-1 {
		if _, ok := lookup(titles, r.a.Word(int(x.nameFirst))); !ok {
			return
		}
		x.nameFirst++
	}
}

// nameGender tells gender and number of a name by its title, its first name
// and its kind.
func (r *resolver) nameGender(m *Mention, x *info, seg int) {
	a := r.a
	switch m.Entity {
	case Person:
		for t := int(x.nameFirst) - 1; t >= seg && t >= int(x.nameFirst)-3; t-- {
			g, ok := lookup(titles, a.Word(t))
			if !ok {
				g, ok = lookup(gendered, a.Tokens[t].Lemma)
			}
			if ok && g != UnknownGender {
				x.gender = g
				break
			}
		}
		x.plural = false
	case Organization, Place:
		x.gender, x.plural = Neuter, false
	}
}

// widen lengthens the name of an organisation by the capitalised words before
// it, and a place: "Lake County | Public Schools".
func (r *resolver) widen(x *info) {
	a := r.a
	for f := x.nameFirst - 1; f >= x.seg; f-- {
		t := &a.Tokens[f]
		if e := r.entityAt[f]; e >= 0 && a.Entities[e].Kind != Place && a.Entities[e].Kind != Misc || !t.POS.Proper() && !(t.POS == JJ && capital(a.Word(int(f)))) {
			return
		}
		if _, ok := lookup(titles, a.Word(int(f))); ok || r.classOf(int(f)) == PersonNoun {
			return
		}
		x.nameFirst = f
	}
}

// caps reports whether w is an acronym: two capitals or more, and nothing else
// but full stops.
func caps(w string) bool {
	n := 0
	for i := 0; i < len(w); i++ {
		switch {
		case 'A' <= w[i] && w[i] <= 'Z':
			n++
		case w[i] != '.' && w[i] != '&':
			return false
		}
	}
	return n > 1
}

func capital(w string) bool { return w != "" && 'A' <= w[0] && w[0] <= 'Z' }

func (r *resolver) classOf(t int) NounKind {
	c, ok := lookup(r.words.nouns, r.a.Tokens[t].Lemma)
	if !ok {
		c, ok = lookup(r.words.nouns, r.a.Word(t))
	}
	if !ok {
		w := r.a.Word(t)
		for _, end := range [...]string{"ologist", "ologists", "onomist", "ographer"} {
			if len(w) > len(end)+1 && strings.HasSuffix(w, end) {
				return PersonNoun
			}
		}
		for i := len(w) - 1; i > 0; i-- { // "vice-president"
			if w[i] == '-' && i+1 < len(w) {
				c, _ = lookup(r.words.nouns, w[i+1:])
				break
			}
		}
	}
	return c
}
