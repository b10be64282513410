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
	for same(k) && a.Tokens[k].POS == nlp.JJ {
		k++
	}
	return same(k) && a.Tokens[k].POS == nlp.NNS && !grainWord(ar.low(k))
}

// heldThat are verbs for what is held or wished about a clause.
var heldThat = set("understand expect hope fear rumour rumor hold agree assume recommend propose require")
