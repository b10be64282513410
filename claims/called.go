package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// called is text, a description of the noun lemma without a name, with what the
// article says before token end that the thing is called: "the relief fund" with
// "The fund, called Open Hand, has" behind it. A text with a name stays as it is.
func (ar *article) called(text, lemma string, end int) string {
	if text == "" || strings.ToLower(text) != text {
		return text
	}
	a := ar.a
	for j := end - 1; j > 0; j-- {
		t := &a.Tokens[j]
		if !t.POS.Noun() || !strings.EqualFold(t.Lemma, lemma) || ar.headings[t.Sentence] {
			continue
		}
		k := j + 1
		if k < end && a.Tokens[k].POS == nlp.Comma {
			k++
		}
		switch {
		case k+1 >= end:
			continue
		case strings.EqualFold(a.Word(k), "known") && strings.EqualFold(a.Word(k+1), "as"):
			k++
		case strings.EqualFold(a.Word(k), "called"), strings.EqualFold(a.Word(k), "named"), strings.EqualFold(a.Word(k), "dubbed"):
		default:
			continue
		}
		first := k + 1
		if !capital(a.Word(first)) {
			continue
		}
		last := first + 1
		for last < end && a.Tokens[last].Sentence == t.Sentence && (a.Tokens[last].POS.Proper() || a.Tokens[last].Start == a.Tokens[last-1].End && a.Tokens[last].POS != nlp.Comma && a.Tokens[last].POS != nlp.Stop) {
			last++
		}
		return text + " called " + a.Span(first, last).Of(a.Text)
	}
	return text
}

// inFull is the name of the body that "the Council" at token i is short for: the
// last longer one before that ends with the same word, "the Harbour Council"; ""
// for none near, or for another noun.
func (ar *article) inFull(i int) string {
	a := ar.a
	if i+1 >= len(a.Tokens) || !strings.EqualFold(a.Word(i), "the") || !a.Tokens[i+1].POS.Proper() || !bodies[ar.low(i+1)] {
		return ""
	}
	if i+2 < len(a.Tokens) && (a.Tokens[i+2].POS.Noun() || joining[ar.low(i+2)]) {
		return "" // "the Council of Elders", "the Council session"
	}
	for j := i - 1; j > 0 && a.Tokens[i].Sentence-a.Tokens[j].Sentence <= farthest; j-- {
		if a.Word(j) != a.Word(i+1) || ar.headings[a.Tokens[j].Sentence] {
			continue
		}
		k := j
		for k > 0 && a.Tokens[k-1].Sentence == a.Tokens[j].Sentence && a.Tokens[k-1].POS.Proper() {
			k--
		}
		if j+1 < len(a.Tokens) && (a.Tokens[j+1].POS.Proper() || joining[ar.low(j+1)]) && k < j {
			return "" // a longer name that cannot be told where it ends
		}
		if k < j {
			return "the " + a.Span(k, j+1).Of(a.Text)
		}
	}
	return ""
}
