package claims

import "github.com/onrecord/onrecord/nlp"

// pairs are of what there are two everywhere.
var pairs = set("parties sides houses chambers ways ends hands sexes genders legs feet eyes ears arms parents countries nations hemispheres")

// pointingAt is how many tokens at token i point to what was said before
// without a pronoun or a definite noun: "both figures", "such payments", "the
// two" for two that were named, "since then", "at the time"; 0 for none.
func (w *rewriting) pointingAt(i int) int {
	a, p := w.a, w.p
	// "Friday's decision"
	if i+2 < p.last && a.Tokens[i+1].POS == nlp.POSS && a.Tokens[i+2].POS == nlp.NN && (i+3 == p.last || !a.Tokens[i+3].POS.Noun()) {
		if _, ok := weekdays[w.low(i)]; ok {
			return 3
		}
	}
	switch a.Word(i)[0] | 0x20 {
	case 'b', 'o', 's', 't', 'u', 'a':
	default:
		return 0
	}
	word := w.lowAt
	switch word(i) {
	case "both":
		// Not "both men and women", "both of them", "both agreed".
		k := i + 1
		for k < p.last && a.Tokens[k].POS == nlp.JJ {
			k++
		}
		if k >= p.last || a.Tokens[k].POS != nlp.NNS || pairs[word(k)] {
			return 0
		}
		for j := k + 1; j < min(p.last, k+4); j++ {
			if a.Tokens[j].POS == nlp.CC {
				return 0
			}
		}
		return k + 1 - i
	case "others":
		if i <= p.first+1 && (i+1 >= p.last || a.Tokens[i+1].POS.Verb() || a.Tokens[i+1].POS == nlp.MD || a.Tokens[i+1].POS == nlp.RB) {
			return 1
		}
	case "such":
		k := i + 1
		for k < p.last && a.Tokens[k].POS == nlp.JJ {
			k++
		}
		if k >= p.last || a.Tokens[k].POS != nlp.NNS || word(k+1) == "as" || word(i-1) == "no" || word(i-1) == "any" {
			return 0
		}
		for j := p.first; j < i; j++ {
			if a.Tokens[j].POS.Noun() {
				return 0 // perhaps said in the claim
			}
		}
		return k + 1 - i
	case "the", "these", "those":
		if i+1 < p.last && a.Tokens[i+1].POS == nlp.CD && (word(i+1) == "two" || word(i+1) == "three" || word(i+1) == "four") && (i+2 == p.last || a.Tokens[i+2].POS.Verb() || a.Tokens[i+2].POS == nlp.MD || a.Tokens[i+2].POS == nlp.RB) && i <= p.first+1 {
			return 2
		}
	case "since", "by", "until":
		if word(i+1) == "then" && i <= p.first+1 {
			return 2
		}
	case "at":
		if i > p.first+1 {
			return 0
		}
		if d := word(i + 1); (d == "the" || d == "that") && word(i+2) == "time" {
			switch word(i + 3) {
			case "of", "when", "that", "it", "he", "she", "they":
				return 0
			}
			return 3
		}
	}
	return 0
}
