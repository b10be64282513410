package claims

import (
	"strings"
	"unicode"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// longestWritten is how many tokens a source may have in a note that is told in
// the article's own words though it is one of several, or is told by its maker.
const longestWritten = 14

// tellerAsWritten is the note of a source that is none that the article has spoken
// of: "said by two people briefed on the talks", "according to a study in 20
// girls"; "" for one that would have to be explained itself.
func (w *rewriting) tellerAsWritten() string {
	v := w.voice()
	if v < 0 {
		return ""
	}
	x := w.ascribing(v)
	if x.Negated || len(x.Source) != 1 || x.Cue.Empty() || !w.ascribes(x) || w.ascribedWithin(v) || !w.saysInPlainWords(x) {
		return ""
	}
	a := w.a
	first, last := a.TokensIn(x.Source[0])
	if first > 0 && a.Tokens[first-1].POS == nlp.IN && !strings.EqualFold(a.Word(first-1), "by") && x.Cue.Start > x.Source[0].Start {
		return "" // a study in | 84 people
	}
	if s := x.Speaker; s >= 0 && s < len(w.q.Speakers) && w.q.Speakers[s].Kind == quotes.DocumentSpeaker && last-first == 2 && strings.EqualFold(a.Word(first), "the") {
		// "The suit claims": it is known whose.
		if n := w.q.Speakers[s].Name; capital(n) && strings.HasSuffix(n, "s "+a.Word(last-1)) {
			if i := strings.IndexAny(n, "'’"); i > 0 {
				if full := w.personCalled(n[:i]); full != "" {
					n = full + n[i:]
				}
			}
			return "according to " + n
		}
	}
	if a.Tokens[first].POS == nlp.PRPS && last == first+2 && a.Tokens[first+1].POS == nlp.NNS && nlp.KindOfNoun(a.Tokens[first+1].Lemma) == nlp.PersonNoun {
		first++ // "his doctors": some are
	}
	head := -1
	first, last, head = w.writtenSource(first, last)
	if head < 0 || last-first > longestWritten || w.share(first, last) {
		return ""
	}
	by := w.sourceBy(head)
	if capital(a.Word(head)) && last-first == 1 && first > a.Sentences[a.Tokens[first].Sentence].First {
		by = "said by " // a paper called "Deadline", a man called Ban
	}
	if by == "" {
		return ""
	}
	words := w.withNames(first, last)
	switch low := w.low(first); {
	case low == "another":
		words = withIndefinite(words[len(low)+1:])
	case head == first && a.Tokens[first].POS != nlp.NNS && single[strings.ToLower(a.Tokens[head].Lemma)]:
		words = withIndefinite(uncapital(words)) // in a heading: "according to poll"
	case strings.IndexFunc(a.Word(first)[1:], unicode.IsUpper) >= 0: // "TheWharf"
	case first == a.Sentences[a.Tokens[first].Sentence].First && (!a.Tokens[first].POS.Proper() || strings.Contains(a.Text, " "+low+" ")):
		words = uncapital(words)
	}
	if strings.ContainsAny(words, "\n\"“”[]") || strings.HasSuffix(words, "-") {
		return ""
	}
	return by + words
}

// saysInPlainWords reports whether the cue of x is a verb of saying or showing, or
// "according to".
func (w *rewriting) saysInPlainWords(x *quotes.Quote) bool {
	f, l := w.a.TokensIn(x.Cue)
	for k := f; k < l; k++ {
		t := &w.a.Tokens[k]
		if strings.EqualFold(w.a.Word(k), "according") {
			return true
		}
		if t.POS.Verb() && (reporting[t.Lemma] || showing[t.Lemma]) && !w.hypothetical(k) {
			// "Both reacted to films showing that": the films show it.
			return k == 0 || t.POS != nlp.VBG || !w.a.Tokens[k-1].POS.Noun() || x.Source[0].Contains(w.a.Span(k-1, k))
		}
	}
	// "Deadline reports that", whatever that was taken for.
	return l == f+1 && w.a.Tokens[f].POS == nlp.NNS && reporting[w.a.Tokens[f].Lemma] && x.Source[0].End < x.Cue.Start && w.a.TokenAt(x.Source[0].End-1) == f-1 && capital(w.a.Word(f-1))
}

// writtenSource cuts the source [first, last) where it begins to tell what is by
// the way; its noun is the token head, -1 for a source that leans on what was said
// before, or that anybody may be.
func (w *rewriting) writtenSource(first, last int) (int, int, int) {
	a, head := w.a, -1
	for k := first; k < last; k++ {
		t := &a.Tokens[k]
		if head < 0 && t.POS.Noun() && months[w.low(k)] == 0 && (k+1 >= last || !a.Tokens[k+1].POS.Noun() && a.Tokens[k+1].POS != nlp.POSS && a.Tokens[k+1].POS != nlp.HYPH) {
			head = k
			continue
		}
		switch t.POS {
		case nlp.VB, nlp.VBD, nlp.VBZ, nlp.VBP, nlp.MD:
			if !strings.EqualFold(a.Word(k), "present") {
				return first, last, -1
			}
		case nlp.CD:
			if k > first && a.Tokens[k-1].POS.Noun() && months[w.low(k-1)] == 0 {
				return first, last, -1 // "police receive 911 calls", taken for a noun
			}
		case nlp.Comma, nlp.WDT, nlp.WP, nlp.WRB, nlp.LRB, nlp.OpenQuote, nlp.CloseQuote:
			if head >= 0 || t.POS != nlp.Comma {
				last = k // but "one small, two-month study"
			}
		case nlp.PRPS:
			for j := head + 1; j < k && head >= 0; j++ {
				if a.Tokens[j].POS == nlp.VBN {
					last = j // "papers | seen by our correspondent"
				}
			}
			if last > k {
				return first, last, -1
			}
		case nlp.PRP, nlp.WPS:
			return first, last, -1
		case nlp.DT:
			switch w.low(k) {
			case "this", "that", "these", "those", "each", "every", "no":
				return first, last, -1
			case "the":
				if k == first && !w.anyProper(first, last) {
					return first, last, -1 // which is it?
				}
			}
		}
	}
	for head >= 0 && last > head+1 && (a.Tokens[last-1].POS == nlp.RB || isMark(a, last-1)) {
		last--
	}
	if head >= 0 && w.loose(head+1, last) {
		return first, last, -1
	}
	return first, last, head
}

// sourceBy are the words that lead in a source with its noun at token head in a
// note, "" for a thing that says nothing.
func (w *rewriting) sourceBy(head int) string {
	noun := strings.ToLower(w.a.Tokens[head].Lemma)
	if k := head + 2; severals[noun] && k < len(w.a.Tokens) && strings.EqualFold(w.a.Word(head+1), "of") {
		for k < len(w.a.Tokens) && (w.a.Tokens[k].POS == nlp.JJ || w.a.Tokens[k].POS.Noun() && w.a.Tokens[k+1].POS.Noun()) {
			k++
		}
		noun = strings.ToLower(w.a.Tokens[k].Lemma) // "a string of harbour pilots"
	}
	switch kind := nlp.KindOfNoun(noun); {
	case noun == "mp", noun == "mps", w.a.Tokens[head].POS.Proper() && !surveyNames[noun]:
		return "said by "
	case kind == nlp.DocumentNoun || figuresSay[noun] || kind == nlp.OtherNoun && w.shown():
		return "according to "
	case kind == nlp.OtherNoun, kind == nlp.PlaceNoun:
		return ""
	}
	return "said by "
}

// severals are nouns for several of what "of" names behind them.
var severals = set("string number handful series couple dozen group pair trio bunch chorus host")

// surveyNames are nouns that names of what is published end with.
var surveyNames = set("report survey poll index study census review")

// single are nouns for one source, that a heading leaves the article out of.
var single = set("poll survey study report memo official expert analyst lawmaker aide source")

// withIndefinite is words behind "a" or "an".
func withIndefinite(words string) string {
	if words != "" && strings.IndexByte("aeiou", words[0]) >= 0 {
		return "an " + words
	}
	return "a " + words
}
