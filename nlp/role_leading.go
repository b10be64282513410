package nlp

import "strings"

// What stands at the front of a role: the organisation or place whose it is.

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

// joinedBy are words that tie a name in front of an office to it, and are of
// neither: "Lake City-based lawyer", "union-aligned candidate".
var joinedBy = map[string]bool{"based": true, "aligned": true}

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
	if dash(a.Word(t)) {
		return [2]int{} // "Oscar-winning actress"
	}
	switch a.Tokens[f.last-1].Lemma {
	case "resident", "native", "supporter", "fan":
		return [2]int{}
	}
	out := [2]int{f.first, t}
	f.first = t
	return out
}

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

// degrees are words in capitals that say which of several ranks an office has,
// and are no names: "Associate Professor", "PhD student".
var degrees = map[string]bool{"Associate": true, "Assistant": true, "Adjunct": true, "Emeritus": true, "Senior": true, "Junior": true, "Deputy": true, "Vice": true, "Chief": true, "Former": true, "Acting": true,
	"Executive": true, "Managing": true, "General": true, "Principal": true, "Lead": true, "Head": true, "First": true, "Second": true, "PhD": true, "Ph.D.": true, "MBA": true, "Honorary": true, "Outgoing": true, "Incoming": true, "New": true, "Current": true, "Past": true, "Founding": true, "Retired": true, "Late": true, "Interim": true, "Independent": true}

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
		w := a.Word(t)
		k := strings.LastIndexByte(w, '-')
		if k > 0 && joinedBy[w[k+1:]] || t > f.first && dash(a.Word(t-1)) && joinedBy[w] {
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
	if dash(a.Word(ent.Last)) {
		return -1 // "Lake College-trained surgeon": a word of the role, not its owner
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
