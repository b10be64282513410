package nlp

import "strings"

// Names: which of them are variants of one.

// nameHash hashes a word of a name: lower-cased, without full stops, with
// straight apostrophes.
func nameHash(s string) uint32 { return nameHashMore(2166136261, s) }

// nameHashMore goes on with a hash: the parts of "Smith-Jones" are one word.
func nameHashMore(h uint32, s string) uint32 {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '.' {
			continue
		}
		if c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x99 {
			c = '\'' // ’
			i += 2
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

func hashes(list ...string) map[uint32]bool {
	m := make(map[uint32]bool, len(list))
	for _, s := range list {
		m[nameHash(s)] = true
	}
	return m
}

var (
	// suffixes end a name without telling who it is.
	suffixes = hashes("jr", "sr", "ii", "iii", "iv", "inc", "corp", "co", "ltd", "llc", "plc", "group", "company", "corporation", "limited", "lp", "llp", "ag", "sa", "nv", "&", ",", "'s", "’s", "phd", "md", "esq", "qc", "kc", "mp", "cbe", "obe", "mbe")
	// common begin so many names of organisations that one alone is no name.
	common = hashes("national", "international", "new", "united", "american", "university", "department", "ministry", "office", "college", "bank", "first", "north", "south", "east", "west",
		"northern", "southern", "eastern", "western", "central", "federal", "state", "royal", "world", "global", "european", "british", "us", "u.s", "city", "county", "the", "house", "supreme", "court",
		"democratic", "republican", "public", "general", "committee", "center", "centre", "institute", "association", "council", "church", "saint", "st", "san", "los", "la", "el", "great", "institution", "school", "board", "union", "white", "black")
	// areas end the name of a place that goes without them.
	areas = hashes("city", "county", "state", "island", "islands", "province", "region", "republic", "district", "township")
)

// nameWords writes the hashes of the words of a name to buffer i.
func (r *resolver) nameWords(i int, first, last int32) []uint32 {
	b := r.buf[i][:0]
	for t := first; t < last; t++ {
		w := r.a.Word(int(t))
		if p := r.a.Tokens[t].POS; p == POSS || p == Comma || p == LRB || p == RRB || p == OpenQuote || p == CloseQuote {
			continue
		}
		if t > first && len(b) > 0 && r.a.Tokens[t].Start == r.a.Tokens[t-1].End {
			b[len(b)-1] = nameHashMore(b[len(b)-1], w)
			continue
		}
		b = append(b, nameHash(w))
	}
	for len(b) > 1 && suffixes[b[len(b)-1]] {
		b = b[:len(b)-1]
	}
	if len(b) > 1 && b[0] == nameThe {
		b = b[1:]
	}
	r.buf[i] = b
	return b
}

var nameThe = nameHash("the")

// nameLookup finds the cluster that named mention m belongs to, -1 for none.
func (r *resolver) nameLookup(m int) int32 {
	a := r.a
	x, mn := &r.info[m], &a.Mentions[m]
	w := r.nameWords(0, x.nameFirst, x.nameLast)
	if len(w) == 0 {
		return -1
	}
	best, bestScore := int32(-1), 0
	owned, formal := r.owned(m), r.formal(x)
	consider := func(k int32) {
		c := &r.clusters[k]
		if c.named == 0 || k == owned {
			return
		}
		s := r.sameName(w, x, mn, c)
		if s == 0 {
			return
		}
		if mn.Entity == Person {
			g := c.gender()
			strong := max(c.female, c.male) >= 6
			if x.gender != UnknownGender && x.gender != Neuter && g != UnknownGender && g != Neuter && g != x.gender {
				if strong || s < 10 {
					return
				}
			}
		}
		// Among equals, the one mentioned most, and last.
		s = s*10000 + min(int(c.count), 50)*20 + int(c.last)*1000/(m+1)
		if formal && c.formal {
			s += 2000 // of two Lees, "Ms. Lee" is who has been called so
		}
		if s > bestScore {
			best, bestScore = k, s
		}
	}
	visit := func(h uint32) {
		n, ok := r.byWord[h]
		if !ok {
			return
		}
		for i := 0; n >= 0 && i < 64; i++ {
			consider(r.nodes[n].cluster)
			n = r.nodes[n].next
		}
	}
	visit(w[len(w)-1])
	if len(w) > 1 {
		visit(w[0])
	}
	if al := r.alias(x.nameFirst, x.nameLast); al != 0 {
		visit(al)
	}
	// An acronym: either side may be the short one.
	if ac := r.acronymHash(x); ac != 0 {
		visit(ac)
	}
	return best
}

// owned is the cluster of the person who is somebody's to the name m, "Lee" of
// "Lee's grandfather", which is not the one; -1 for none.
func (r *resolver) owned(m int) int32 {
	a := r.a
	for k := m - 1; k >= 0 && a.Mentions[k].First == a.Mentions[m].First; k-- {
		if x := &r.info[k]; int(x.owner) == a.Mentions[m].Head && x.prep == 0 && x.class == PersonNoun {
			return x.cluster
		}
	}
	return -1
}

// formal reports whether the name x is a surname behind a form of address.
func (r *resolver) formal(x *info) bool {
	return x.nameLast-x.nameFirst == 1 && x.nameFirst > 0 && honorific(r.a.Word(int(x.nameFirst)-1))
}

// sameName rates how well the name w of mention m fits cluster c: 0 for not.
func (r *resolver) sameName(w []uint32, x *info, m *Mention, c *cluster) int {
	b := r.nameWords(1, c.nameFirst, c.nameLast)
	if len(b) == 0 {
		return 0
	}
	k, kind := m.Entity, c.kind()
	equal := len(w) == len(b)
	for i := 0; equal && i < len(w); i++ {
		equal = w[i] == b[i]
	}
	if equal {
		if k == kind || k == NoEntity || kind == NoEntity {
			return 10
		}
		if k == Person || kind == Person {
			if len(w) == 1 && k != Misc && kind != Misc {
				return 3
			}
			return 5
		}
		return 8
	}
	if al := r.alias(x.nameFirst, x.nameLast); al != 0 && al == r.alias(c.nameFirst, c.nameLast) {
		return 9
	}
	switch {
	case k == Person && (kind == Person || kind == NoEntity) || kind == Person && k == NoEntity:
		return r.samePerson(w, b, x, c)
	case kind == Person && len(w) == 1 && len(b) > 1 && w[0] == b[len(b)-1]:
		return 4 // a surname taken for a place or organisation
	case k == Person || kind == Person:
		return 0
	case k == Place && kind == Place:
		s, l := w, b
		if len(s) > len(l) {
			s, l = l, s
		}
		if len(l) == len(s)+1 && areas[l[len(l)-1]] && beginsWith(s, l) {
			return 7
		}
		return 0
	}
	ci := info{nameFirst: c.nameFirst, nameLast: c.nameLast}
	if len(w) == 1 && len(b) > 1 && r.acronym(x, &ci) && r.acronymHash(x) != 0 || len(b) == 1 && len(w) > 1 && r.acronymHash(&ci) != 0 && r.acronymHash(&ci) == r.acronymHash(x) {
		return 8
	}
	if k == Misc || kind == Misc || k == NoEntity && kind == NoEntity {
		return 0
	}
	s, l := w, b
	if len(s) > len(l) {
		s, l = l, s
	}
	if len(s) == len(l) {
		return 0
	}
	if beginsWith(s, l) && (len(s) > 1 || !common[s[0]]) && k != Place && kind != Place {
		from := x.nameFirst
		if len(b) > len(w) {
			from = c.nameFirst
		}
		// "Acme's Arctic Research Programme" is not Acme.
		short := x.nameLast - x.nameFirst
		if len(b) < len(w) {
			short = c.nameLast - c.nameFirst
		}
		for t := from + short - 1; t < from+int32(len(s))+2 && int(t) < len(r.a.Tokens); t++ {
			if r.a.Tokens[t].POS == POSS {
				return 0
			}
		}
		return 5
	}
	if len(w) == 1 && beginsWith(w, b) && x.det == hashThe && k != Place && kind != Place {
		return 3 // "the Church" for the Church of Somewhere
	}
	if len(w) < len(b) && k != Place && kind != Place {
		// "the Post", "the Trust"; "Miami-Dade Police" for a longer name.
		ok := true
		for i := range s {
			ok = ok && s[i] == l[len(l)-len(s)+i]
		}
		if ok && (x.det == hashThe || len(s) > 1 || teams[strings.ToLower(r.a.Word(int(x.nameFirst)))]) {
			return 4
		}
	}
	return 0
}

func beginsWith(s, l []uint32) bool {
	for i := range s {
		if s[i] != l[i] {
			return false
		}
	}
	return true
}

// samePerson compares the words of two names of persons.
func (r *resolver) samePerson(w, b []uint32, x *info, c *cluster) int {
	lw, lb := w[len(w)-1], b[len(b)-1]
	switch {
	case len(w) == 1 && len(b) > 1:
		if lw == lb {
			return 6
		}
		if w[0] == b[0] {
			return 4
		}
		for _, h := range b[1 : len(b)-1] {
			if h == w[0] && x.nameLast > x.nameFirst && len(r.a.Word(int(x.nameFirst))) > 3 {
				return 3 // "Egarter" for Eduard Egarter Vigl
			}
		}
		return 0
	case len(b) == 1 && len(w) > 1:
		if lw == lb {
			return 6
		}
		if w[0] == b[0] {
			return 3
		}
		return 0
	case len(w) == 1:
		return 0
	}
	if lw != lb {
		return 0
	}
	if w[0] == b[0] {
		return 8
	}
	s, l := w, b
	if len(s) > len(l) {
		s, l = l, s
	}
	suffix := true
	for i := range s {
		suffix = suffix && s[i] == l[len(l)-len(s)+i]
	}
	if suffix && len(s) < len(l) {
		return 7 // "de Blasio"
	}
	p, q := r.a.Word(int(x.nameFirst)), r.a.Word(int(c.nameFirst))
	if n, ok := lookup(nicknames, p); ok {
		if o, ok := lookup(nicknames, q); ok && n == o {
			return 7
		}
	}
	if initial(p, q) || initial(q, p) {
		return 6
	}
	return 0
}

// initial reports whether p is the initial of q: "C." or "C".
func initial(p, q string) bool {
	return (len(p) == 1 || len(p) == 2 && p[1] == '.') && p[0] == q[0]
}

// nameJoin updates a cluster's fullest name by named mention m, and the words
// by which it is found.
func (r *resolver) nameJoin(c *cluster, k int32, m int) {
	a := r.a
	x := &r.info[m]
	if x.nameLast <= x.nameFirst {
		return
	}
	w := r.nameWords(0, x.nameFirst, x.nameLast)
	if len(w) == 0 {
		return
	}
	if c.named == 1 || r.fuller(x, c) {
		c.nameFirst, c.nameLast, c.nameMention = x.nameFirst, x.nameLast, int32(m)
		r.indexOnce(w[len(w)-1], k)
		r.indexOnce(w[0], k)
		if len(w) == 3 && a.Mentions[m].Entity == Person {
			r.indexOnce(w[1], k)
		}
	}
	if al := r.alias(x.nameFirst, x.nameLast); al != 0 {
		r.indexOnce(al, k)
	}
	if ac := r.acronymHash(x); ac != 0 {
		r.indexOnce(ac, k)
	}
	if a.Mentions[m].Entity == Person {
		if g, ok := lookup(r.words.names, a.Word(int(x.nameFirst))); ok && x.nameLast-x.nameFirst > 1 {
			switch g {
			case Female:
				c.female += 3
			case Male:
				c.male += 3
			}
		}
	}
	// Titles and roles before the name, and the last noun of an
	// organisation's name, are what it may be called later.
	for t := int(x.seg); t < int(x.nameFirst); t++ {
		if a.Tokens[t].POS.Noun() {
			r.addHead(c, k, hashLemma(a.Tokens[t].Lemma))
			if full, ok := lookup(inFull, a.Word(t)); ok {
				r.addHead(c, k, full)
			}
		}
	}
	if a.Mentions[m].Entity != Person {
		for t := x.nameFirst; t < x.nameLast; t++ {
			if cl, ok := lookup(r.words.nouns, a.Word(int(t))); ok && cl == OrganizationNoun && a.Tokens[t].POS.Noun() {
				r.addHead(c, k, hashLemma(a.Word(int(t))))
			}
		}
	}
}

// fuller reports whether the name of x says more than that of c so far.
func (r *resolver) fuller(x *info, c *cluster) bool {
	if c.nameLast <= c.nameFirst {
		return true
	}
	n, o := x.nameLast-x.nameFirst, c.nameLast-c.nameFirst
	if c.kind() == Person {
		return n > o && n <= 5
	}
	// An organisation's full form is longer than its acronym; but "X of the
	// Y" with brackets in it is not better.
	return n > o && n <= 12
}

func (r *resolver) indexOnce(h uint32, k int32) {
	if n, ok := r.byWord[h]; ok {
		for i := 0; n >= 0 && i < 64; i++ {
			if r.nodes[n].cluster == k {
				return
			}
			n = r.nodes[n].next
		}
	}
	r.index(h, k)
}
