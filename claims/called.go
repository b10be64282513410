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

// inFull is the name of the body that n, "the Council", is short for: the last
// longer one before that ends with the same word, "the Harbour Council"; "" for
// none near, or if n is no such noun.
func (ar *article) inFull(n nominal) string {
	a := ar.a
	h := &a.Tokens[n.head]
	if n.pointing || n.last-n.first != 2 || !h.POS.Proper() || !bodies[strings.ToLower(a.Word(n.head))] || n.last < len(a.Tokens) && a.Tokens[n.last].POS.Proper() {
		return ""
	}
	for j := n.first - 1; j > 0 && h.Sentence-a.Tokens[j].Sentence <= farthest; j-- {
		if a.Word(j) != a.Word(n.head) || ar.headings[a.Tokens[j].Sentence] {
			continue
		}
		k := j
		for k > 0 && a.Tokens[k-1].Sentence == a.Tokens[j].Sentence && a.Tokens[k-1].POS.Proper() {
			k--
		}
		if k == j || j+1 < len(a.Tokens) && (a.Tokens[j+1].POS.Proper() || strings.EqualFold(a.Word(j+1), "of") || strings.EqualFold(a.Word(j+1), "on")) {
			if k < j || a.Tokens[j-1].POS != nlp.DT {
				return "" // a longer name that cannot be told where it ends
			}
			continue
		}
		return "the " + a.Span(k, j+1).Of(a.Text)
	}
	return ""
}
