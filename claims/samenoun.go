package claims

import "strings"

// sameNoun is the noun before token j, itself a noun, that has the same lemma,
// whatever its capitals, -1 for the first. What a definite noun means is looked
// for back to the article's first word; noun by noun the time of a long text
// would grow with its square.
func (ar *article) sameNoun(j int) int {
	if !ar.nounsLinked {
		ar.nounsLinked = true
		ar.linkNouns()
	}
	return int(ar.nouns[j])
}

// mostSame is how many nouns of the same lemma are looked at for what one of
// them means: no article has as many, a list or a transcript may.
const mostSame = 200

// linkNouns links every noun of the article to the one with its lemma before it.
func (ar *article) linkNouns() {
	a := ar.a
	if ar.lastNoun == nil {
		ar.lastNoun = map[string]int32{}
	}
	ar.nouns = ar.nouns[:0]
	for j := range a.Tokens {
		t := &a.Tokens[j]
		before := int32(-1)
		if t.POS.Noun() {
			low := strings.ToLower(t.Lemma)
			if k, ok := ar.lastNoun[low]; ok {
				before = k
			}
			ar.lastNoun[low] = int32(j)
		}
		ar.nouns = append(ar.nouns, before)
	}
	clear(ar.lastNoun)
}
