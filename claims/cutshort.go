package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// cutShort reports whether what follows noun j and ends before token post lacks
// its end, so that it would say something else: "the tax on cakes | and sweets",
// "a poll of 2047 | voters", "the roof in place" that something stands with.
func (ar *article) cutShort(j, post int) bool {
	a := ar.a
	if strings.EqualFold(a.Word(j+1), "than") {
		return true // "other rules than those" are no rules than those
	}
	if post >= len(a.Tokens) || a.Tokens[post].Sentence != a.Tokens[j].Sentence {
		return false
	}
	if int(a.Tokens[post-1].Head) >= post && a.Tokens[post-1].Rel != nlp.Punct {
		return true
	}
	if a.Tokens[post].POS == nlp.CC {
		for k := post + 1; k < min(len(a.Tokens), post+8) && a.Tokens[k].Sentence == a.Tokens[j].Sentence; k++ {
			if h := int(a.Tokens[k].Head); a.Tokens[k].Rel == nlp.Conj && h > j && h < post && !a.Tokens[h].POS.Verb() {
				return true
			}
		}
	}
	return false
}

// standsWith reports whether noun j, whose phrase begins at token first, is only
// said to be somewhere: "with the roof in place".
func (ar *article) standsWith(j, first, post int) bool {
	a := ar.a
	return post == j+3 && a.Tokens[j+1].POS == nlp.IN && a.Tokens[j+2].POS == nlp.NN && first > 1 && a.Tokens[first-1].POS == nlp.DT && strings.EqualFold(a.Word(first-2), "with")
}
