package nlp

import "strings"

// What two phrases say that cannot be one referent.

// otherOffice reports whether m and l are two of the many ministries, ministers
// or courts: each has a word for which one right before its noun, and not the
// same, "the transport ministry" and "its foreign ministry".
func (r *resolver) otherOffice(m, l int) bool {
	a := r.a
	h, k := a.Mentions[m].Head, a.Mentions[l].Head
	if !manyOf[a.Tokens[h].Lemma] || a.Tokens[h].Lemma != a.Tokens[k].Lemma || h <= int(r.info[m].seg) || k <= int(r.info[l].seg) {
		return false
	}
	which := func(t int) bool { return a.Tokens[t].POS.Noun() || a.Tokens[t].POS == JJ }
	return which(h-1) && which(k-1) && !strings.EqualFold(a.Word(h-1), a.Word(k-1))
}

// otherName reports whether the phrase m has the name of an organisation before its
// noun, "the Kestrel news agency", which that of cluster c does not begin with.
func (r *resolver) otherName(m int, c *cluster) bool {
	a := r.a
	for t := r.info[m].seg; t < int32(a.Mentions[m].Head); t++ {
		if e := r.entityAt[t]; e >= 0 && a.Entities[e].Kind == Organization && a.Entities[e].First == int(t) || e < 0 && caps(a.Word(int(t))) {
			return c.nameLast > c.nameFirst && !strings.EqualFold(a.Word(int(t)), a.Word(int(c.nameFirst)))
		}
	}
	return false
}

// ownKin reports whether m is "my mother" in what c says.
func (r *resolver) ownKin(m int, c *cluster) bool {
	x := &r.info[m]
	if x.quote < 0 || x.owner < 0 || x.prep != 0 || !r.firstPerson(x.owner) {
		return false
	}
	s := r.quotes[x.quote].speaker
	return s >= 0 && r.info[s].cluster >= 0 && &r.clusters[r.info[s].cluster] == c
}

// manyOf are nouns for offices and bodies of which a government has many.
var manyOf = set("government ministry minister department secretary court committee commission")

// indefinites are pronouns for anybody, whom no "he" or "she" in the text refers to.
var indefinites = set("everybody everyone nobody anybody anyone somebody someone")
