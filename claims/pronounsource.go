package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// sourceBefore is the note of a source that is "they" or "it", the token at, by
// the subject of the sentence before where that agrees with it: "Norr Steel have
// denied it. They said"; "" for none.
func (w *rewriting) sourceBefore(at int) string {
	a := w.a
	low := w.low(at)
	s := int(a.Tokens[at].Sentence)
	if low != "they" && low != "it" || s == 0 || w.headings[s-1] || a.Sentences[s].Block-a.Sentences[s-1].Block > 1 || w.finiteBefore(at) {
		return ""
	}
	y := &a.Sentences[s-1]
	_, first, last := w.mainSubject(s - 1)
	if w.marked(y.First) {
		return ""
	}
	for last > first && isMark(a, last-1) {
		last--
	}
	for first < last && isMark(a, first) {
		first++
	}
	if last <= first || a.Tokens[first].POS == nlp.PRP {
		return ""
	}
	if n := w.organizationSubject(s-1, y.Last); n != "" {
		return "said by " + n
	}
	if n := w.bodyCalled(first, last); n != "" {
		return "said by " + n
	}
	if a.Tokens[first].POS.Proper() && last > first+2 && a.Tokens[first+1].POS == nlp.POSS {
		if _, ok := weekdays[w.low(first)]; ok {
			first += 2 // "Thursday's memo"
		}
	}
	f, l, head := w.writtenSource(first, last)
	if head < 0 || l-f > longestWritten || w.share(f, l) || a.Tokens[head].POS.Proper() {
		return ""
	}
	several := a.Tokens[head].POS == nlp.NNS
	if a.Tokens[f].POS == nlp.JJR || l == f+1 {
		return "" // "more women", "people"
	}
	noun := strings.ToLower(a.Tokens[head].Lemma)
	by := ""
	switch kind := nlp.KindOfNoun(noun); {
	case kind == nlp.DocumentNoun, figuresSay[noun]:
		by = "according to "
	case kind != nlp.OtherNoun && (several || kind != nlp.PersonNoun):
		by = "said by "
	}
	if several != (low == "they") || by == "" {
		return ""
	}
	words := w.withNames(f, l)
	if f > y.First && a.Tokens[f-1].POS == nlp.POSS {
		words = "the " + words
	} else if f == y.First && !a.Tokens[f].POS.Proper() {
		words = uncapital(words)
	}
	if strings.ContainsAny(words, "\n\"“”[]") {
		return ""
	}
	return by + words
}

// finiteBefore reports whether a clause stands before token i in its sentence that
// may hold whom a pronoun there means, other than what is quoted.
func (w *rewriting) finiteBefore(i int) bool {
	a := w.a
	x := &a.Sentences[a.Tokens[i].Sentence]
	if i-x.First <= 3 || !w.anyFinite(x.First, i) {
		return false
	}
	if w.p.first < i && w.p.first >= x.First {
		return false
	}
	if w.p.quote < 0 {
		return true
	}
	for _, c := range w.ascribing(w.p.quote).Content {
		if c.Start <= int(a.Tokens[min(x.First+2, i)].Start) && c.End <= int(a.Tokens[i].Start) {
			return false
		}
	}
	return true
}

// bodyCalled is the name of the organisation that ends the words [first, last) of a
// subject, "" for anything else.
func (w *rewriting) bodyCalled(first, last int) string {
	a := w.a
	// "Following the debate Politifact checked it": what stands last.
	f := last
	for f > first && (a.Tokens[f-1].POS.Proper() || capital(a.Word(f-1))) {
		f--
	}
	if f == last || f > first && !(f == first+1 && a.Tokens[first].POS == nlp.DT) && !a.Tokens[f-1].POS.Noun() && w.low(f-1) != "for" {
		return ""
	}
	for k := f; k < last; k++ {
		if m := w.mentionOf(k, last); m >= 0 && a.Mentions[m].Chain >= 0 {
			if c := &a.Chains[a.Mentions[m].Chain]; c.Kind == nlp.Organization && properName(c.Name) {
				return w.withArticle(a.Mentions[m].Chain, c.Name)
			}
		}
	}
	// "Big Machine have": no person does.
	if f == first && last-f > 1 && last-f < 4 && last < len(a.Tokens) && strings.EqualFold(a.Word(last), "have") {
		return a.Span(f, last).Of(a.Text)
	}
	return ""
}

// tellOf are the words for a source that stays a pronoun, before the sentence
// that tells who it is.
var tellOf = map[string]string{"they": "those", "he": "the man", "she": "the woman", "it": "what is"}

// emptyIt reports whether the "it" at token i stands for nobody: "it was said that", "it's
// safe to say".
func (w *rewriting) emptyIt(i int) bool {
	a := w.a
	if w.low(i) != "it" || i+3 >= len(a.Tokens) || a.Tokens[i+1].Lemma != "be" {
		return false
	}
	return a.Tokens[i+2].POS.Verb() || a.Tokens[i+2].POS == nlp.JJ && a.Tokens[i+3].POS == nlp.TO
}
