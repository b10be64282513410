package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// peopleOf is the source of x where that is people about the person for whom it was
// taken, "advisers to Ann Lee"; "" for another source.
func (w *rewriting) peopleOf(x *quotes.Quote) string {
	a := w.a
	if len(x.Source) != 1 {
		return ""
	}
	first, last := a.TokensIn(x.Source[0])
	k := first
	for k < last && (a.Tokens[k].POS == nlp.JJ || a.Tokens[k].POS == nlp.DT && w.low(k) == "some") {
		k++
	}
	if k+2 >= last || last-first > longestSource || !strings.HasSuffix(w.low(k), "s") || nlp.KindOfNoun(strings.TrimSuffix(w.low(k), "s")) != nlp.PersonNoun {
		return ""
	}
	switch w.low(k + 1) {
	case "to", "of", "for", "with":
	default:
		return ""
	}
	for j := k + 2; j < last; j++ {
		if !a.Tokens[j].POS.Proper() {
			return ""
		}
	}
	words := w.withNames(first, last)
	if n := w.personAt(last - 1); n != "" {
		words = a.Span(first, k+2).Of(a.Text) + " " + n
	}
	if first == a.Sentences[a.Tokens[first].Sentence].First {
		words = uncapital(words)
	}
	return words
}
