package claims

import "github.com/onrecord/onrecord/nlp"

// forClause reports whether an "it" before token i, the verb, stands for no thing: for
// a clause, "it made sense", "it's revealed in a review that", or for what is several,
// "when it is feathers".
func (ar *article) forClause(i int) bool {
	a := ar.a
	s := a.Tokens[i-1].Sentence
	same := func(k int) bool { return k < len(a.Tokens) && a.Tokens[k].Sentence == s }
	k := i
	for same(k) && (a.Tokens[k].POS == nlp.MD || a.Tokens[k].POS == nlp.RB) {
		k++
	}
	if !same(k + 1) {
		return false
	}
	if a.Tokens[k].Lemma == "make" && ar.low(k+1) == "sense" {
		return true
	}
	if a.Tokens[k].Lemma == "take" {
		return ar.takesToDo(k)
	}
	if a.Tokens[k].Lemma != "be" && a.Word(k) != "'s" && a.Word(k) != "’s" {
		return false
	}
	k++
	if a.Tokens[k].POS == nlp.VBN && (reporting[a.Tokens[k].Lemma] || heldThat[a.Tokens[k].Lemma]) {
		for j := k + 1; same(j) && j < k+9; j++ {
			if ar.low(j) == "that" {
				return true
			}
			if a.Tokens[j].POS.Verb() || a.Tokens[j].POS == nlp.TO {
				break
			}
		}
		return false
	}
	if ar.singledOut(k) {
		return true
	}
	for same(k) && (a.Tokens[k].POS == nlp.JJ || a.Tokens[k].POS == nlp.RB && notOnly[ar.low(k)]) {
		k++
	}
	return same(k) && (a.Tokens[k].POS == nlp.NNS || a.Tokens[k].POS == nlp.NNPS) && !grainWord(ar.low(k))
}

// notOnly are the words between "it is" and the one of several that it is said of:
// "it's not just bakers shutting early".
var notOnly = set("not n't n’t just only simply merely mostly mainly")

// takesToDo reports whether the "takes" at token v tells how long something takes to
// do, "now takes ten minutes to charge".
func (ar *article) takesToDo(v int) bool {
	a := ar.a
	long := false
	for k := v + 1; k < min(len(a.Tokens), v+8) && a.Tokens[k].Sentence == a.Tokens[v].Sentence; k++ {
		if long && a.Tokens[k].POS == nlp.TO {
			return true
		}
		l := a.Tokens[k].Lemma
		long = long || l == "second" || l == "minute" || l == "hour" || grainWord(ar.low(k))
	}
	return false
}

// singledOut reports whether the words from token k, behind "it is", name the one
// of whom something is told: "the bakers who shut early", "Orr that began it".
func (ar *article) singledOut(k int) bool {
	a := ar.a
	if ar.indefiniteAt(k) {
		return false // "it is a firm that makes sails"
	}
	s := a.Tokens[k].Sentence
	for j := k; j < min(len(a.Tokens), k+8) && a.Tokens[j].Sentence == s; j++ {
		switch t := a.Tokens[j].POS; {
		case t == nlp.WP && j > k:
			return a.Tokens[j].Lemma == "who"
		case (t == nlp.WDT || t == nlp.IN) && ar.low(j) == "that":
			return j > k && a.Tokens[j-1].POS.Proper() && ar.person(j-1)
		case t != nlp.DT && t != nlp.RB && t != nlp.JJ && t != nlp.CD && !t.Noun() && t != nlp.POSS && t != nlp.PRP && t != nlp.PRPS:
			return false
		}
	}
	return false
}

// heldThat are verbs for what is held or wished about a clause.
var heldThat = set("understand expect hope fear rumour rumor hold agree assume recommend propose require")
