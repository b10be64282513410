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

// farthestSpokesman is how many tokens before "the spokesman" it may have been told
// whose that is.
const farthestSpokesman = 150

// spokesmanOf is the source of what is quoted at x, "the spokesman", where that was
// taken for a person who is none: "Ann Lee's spokesman"; "" for another source.
func (w *rewriting) spokesmanOf(x *quotes.Quote) string {
	a := w.a
	if x.Speaker < 0 || x.Speaker >= len(w.q.Speakers) || w.q.Speakers[x.Speaker].Kind != quotes.PersonSpeaker || len(x.Source) != 1 {
		return ""
	}
	first, last := a.TokensIn(x.Source[0])
	if last != first+2 || !strings.EqualFold(a.Word(first), "the") {
		return ""
	}
	noun := w.low(first + 1)
	if !strings.HasPrefix(noun, "spokes") || w.calledSpokesman(&w.q.Speakers[x.Speaker]) {
		return ""
	}
	for k := first - 1; k > 1 && k > first-farthestSpokesman; k-- {
		if w.low(k) == noun && a.Tokens[k-1].POS == nlp.POSS {
			if n := w.personAt(k - 2); n != "" {
				return possessive(n) + " " + noun
			}
		}
	}
	return "a " + noun
}

// calledSpokesman reports whether the text calls the speaker s, by name, somebody's
// spokesman.
func (w *rewriting) calledSpokesman(s *quotes.Speaker) bool {
	a := w.a
	for _, m := range s.Mentions {
		first, last := a.TokensIn(m)
		if last <= first || !w.anyProper(first, last) {
			continue
		}
		x := &a.Sentences[a.Tokens[first].Sentence]
		if first > x.First && strings.HasPrefix(w.low(first-1), "spokes") {
			return true
		}
		for k := last + 1; k < min(x.Last, last+7) && a.Word(last) == ","; k++ {
			if strings.HasPrefix(w.low(k), "spokes") {
				return true
			}
		}
	}
	return false
}
