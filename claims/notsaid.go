package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// notSaidBy reports whether the source of x did not say the claim, though a verb of
// saying stands near: "both were said to have left", "after Orr testified, the
// board met", "the board met and, according to aides, left".
func (w *rewriting) notSaidBy(x *quotes.Quote) bool {
	a := w.a
	if x.Cue.Empty() || x.Type == quotes.Direct {
		return false
	}
	f, l := a.TokensIn(x.Cue)
	if l <= f {
		return false
	}
	if w.toldOfSource(x) {
		return true
	}
	if strings.EqualFold(a.Word(f), "according") {
		// Behind "and" it is told of what follows.
		k := f - 1
		if k > 0 && a.Tokens[k].POS == nlp.Comma {
			k--
		}
		return k >= w.p.last && a.Tokens[k].POS == nlp.CC && l < a.Sentences[a.Tokens[f].Sentence].Last && w.commaBehind(l)
	}
	v := l - 1
	if a.Tokens[v].POS == nlp.VBN && v+1 < len(a.Tokens) && a.Tokens[v+1].POS == nlp.TO && a.Dependent(v, nlp.NsubjPass) >= 0 {
		return true
	}
	if !a.Tokens[v].POS.Verb() || v >= w.p.first || a.Tokens[v].Rel != nlp.Advcl || w.p.first == 0 || a.Tokens[w.p.first-1].POS != nlp.Comma {
		return false
	}
	h := int(a.Tokens[v].Head)
	m := a.Dependent(v, nlp.Mark)
	if h < w.p.first || h >= w.p.last || m < 0 || m > v {
		return false
	}
	switch w.low(m) {
	case "after", "before", "since", "once", "until":
		return true
	}
	return false
}

// commaBehind reports whether a comma follows in the few tokens from k on.
func (w *rewriting) commaBehind(k int) bool {
	for j := k; j < min(k+8, len(w.a.Tokens)); j++ {
		if w.a.Tokens[j].POS == nlp.Comma {
			return true
		}
	}
	return false
}

// accordingBehind is the note of the source that the words right behind the claim
// name, ", according to the Belmark Post"; "" for none.
func (w *rewriting) accordingBehind() string {
	a, k := w.a, w.p.last
	x := &a.Sentences[a.Tokens[w.p.first].Sentence]
	if k < x.Last && a.Tokens[k].POS == nlp.Comma {
		k++
	}
	if k+2 >= x.Last || !strings.EqualFold(a.Word(k), "according") || !strings.EqualFold(a.Word(k+1), "to") {
		return ""
	}
	first, last := k+2, k+2
	for last < x.Last && !isMark(a, last) && !a.Tokens[last].POS.Verb() && a.Tokens[last].POS != nlp.LRB && (last == first || a.Tokens[last].POS != nlp.PRP) {
		last++
	}
	whose := last < x.Last && a.Tokens[last].POS == nlp.PRP // "documents | he filed"
	first, last, head := w.writtenSource(first, last)
	if head < 0 || last-first > longestWritten || last < x.Last && !isMark(a, last) && !whose {
		return ""
	}
	words := w.withNames(first, last)
	if n := w.personAt(head); n != "" && last-first <= 3 {
		words = n
	}
	if strings.ContainsAny(words, "\n\"“”[]") {
		return ""
	}
	return "according to " + words
}

// titledSource is the source of x as it is written where that is the name of a
// paper or the like with its article, "The Harbour Reporter", which is none of the
// reporter whom a phrase so written would mean; "" otherwise.
func (w *rewriting) titledSource(x *quotes.Quote) string {
	if len(x.Source) != 1 {
		return ""
	}
	a := w.a
	f, l := a.TokensIn(x.Source[0])
	if l < f+2 || l > f+5 || a.Word(f) != "The" || f == a.Sentences[a.Tokens[f].Sentence].First || quoteMark(a.Tokens[f-1].POS) {
		return ""
	}
	for k := f + 1; k < l; k++ {
		if !capital(a.Word(k)) {
			return ""
		}
	}
	n := x.Source[0].Of(a.Text)
	if s := x.Speaker; s >= 0 && s < len(w.q.Speakers) && strings.HasSuffix(w.q.Speakers[s].Name, " "+n[len("The "):]) {
		return "" // "The Post" is known by its full name
	}
	return n
}
