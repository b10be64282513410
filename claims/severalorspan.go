package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// severalOrSpan reports whether the "it" at token i means no thing that was named, as
// several are behind it, "it is not only ferries sinking", or what it takes: "it just
// takes 40 seconds to".
func (ar *article) severalOrSpan(i int) bool {
	a := ar.a
	end := a.Sentences[a.Tokens[i].Sentence].Last
	k := i + 1
	for k < end && (a.Tokens[k].POS == nlp.RB || a.Tokens[k].POS == nlp.MD) {
		k++
	}
	if k >= end {
		return false
	}
	if a.Tokens[k].Lemma == "take" && a.Tokens[k].POS.Verb() {
		span := false
		for j := k + 1; j < min(end, k+9); j++ {
			switch {
			case timeTaken[strings.ToLower(a.Tokens[j].Lemma)]:
				span = true
			case span && a.Tokens[j].POS == nlp.TO, span && ar.low(j) == "for":
				return true
			}
		}
		return false
	}
	if a.Tokens[k].Lemma != "be" && a.Word(k) != "'s" && a.Word(k) != "’s" {
		return false
	}
	for k++; k < end && (a.Tokens[k].POS == nlp.RB || a.Tokens[k].POS == nlp.JJ); k++ {
	}
	return k < end && (a.Tokens[k].POS == nlp.NNS || a.Tokens[k].POS == nlp.NNPS) && !grainWord(ar.low(k))
}

// timeTaken are nouns for how long something takes.
var timeTaken = set("second minute hour day week month year decade moment while")
