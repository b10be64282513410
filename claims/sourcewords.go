package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// source is where the words stand for who says the claim, and how they are led
// in: those of its quotation, if that has a verb or "according to", or the
// subject of the verb of saying that it was cut from.
func (w *rewriting) source() (first, last int, by string) {
	a, p := w.a, w.p
	if p.sourceLast > p.sourceFirst {
		return p.sourceFirst, p.sourceLast, "said by "
	}
	if p.quote < 0 {
		r := w.root(p.first, p.last)
		if !p.reported || r < 0 || a.Tokens[r].Rel != nlp.Ccomp || int(a.Tokens[r].Head) >= p.first || a.Tokens[r].Head < 0 {
			return 0, 0, ""
		}
		v := int(a.Tokens[r].Head)
		if !reporting[a.Tokens[v].Lemma] {
			return 0, 0, ""
		}
		by = "said by "
		if l := a.Tokens[v].Lemma; l == "think" || l == "believe" || l == "mean" || l == "know" {
			by = "thought by "
		}
		first, last = w.subject(v, a.Sentences[a.Tokens[v].Sentence].First, p.first)
		return first, last, by
	}
	if k := w.c.Speaker; k >= 0 && k < len(w.q.Speakers) && w.q.Speakers[k].Kind == quotes.PersonSpeaker {
		return 0, 0, ""
	}
	x := w.ascribing(p.quote)
	if first, last := w.fromWhom(x); last > first {
		return first, last, "said by "
	}
	if len(x.Source) == 0 || x.Cue.Empty() {
		return 0, 0, ""
	}
	if c := &a.Tokens[a.TokenAt(x.Cue.Start)]; !c.POS.Verb() && c.Lemma != "according" {
		return 0, 0, "" // what somebody's "claims" are about may be told by another
	}
	first, last = a.TokensIn(x.Source[0])
	return first, last, "said by "
}

// ownerAt is what a possessive pronoun that the claim does not hold is written
// as in a note: the owner's name, or the pronoun where the claim names the
// owner; "" where nobody would know whose it is.
func (w *rewriting) ownerAt(i int) string {
	a := w.a
	m := w.mentionOf(i, i+1)
	if m < 0 || a.Mentions[m].Chain < 0 {
		return ""
	}
	n := a.Mentions[m].Chain
	if w.namedIn(w.p, n) {
		return w.low(i)
	}
	if name := a.Chains[n].Name; name != "" && properName(name) {
		return possessive(w.withArticle(n, name))
	}
	return ""
}

// plainSource cuts the source [first, last) behind its noun, the token head,
// where what follows does not tell who made it; head is -1 for a source that
// would need to be explained itself.
func (w *rewriting) plainSource(first, last int) (int, int, int) {
	a, head := w.a, -1
	for last > first && isMark(a, last-1) {
		last--
	}
	for k := first; k < last; k++ {
		t := &a.Tokens[k]
		switch low := w.low(k); t.POS {
		case nlp.PRP, nlp.OpenQuote, nlp.CloseQuote, nlp.WPS, nlp.PDT:
			return first, last, -1
		case nlp.CD:
			if k == first && k+1 < last && low[0] >= 'a' && (low == "one" && w.low(k+1) != "of" || a.Tokens[k+1].POS.Noun() || a.Tokens[k+1].POS == nlp.JJ) && a.Tokens[k+1].Lemma != "percent" {
				break // "one study in 20 girls", "two former clerks"
			}
			if head >= 0 && (strings.EqualFold(a.Word(k-1), "of") || studiedIn[w.low(k-1)] && k == head+2) {
				break // "a survey of 6,200 people", "a study in 20 girls"
			}
			// "A 2014 study", "an October 11 report", not "63 percent".
			if !(len(low) == 4 && isDigits(low)) && !(k+1 < last && a.Tokens[k+1].POS == nlp.HYPH) && (k == first || months[w.low(k-1)] == 0) {
				return first, last, -1
			}
		case nlp.VBN, nlp.VBG, nlp.WDT, nlp.WP, nlp.WRB, nlp.TO, nlp.Comma, nlp.LRB:
			if head >= 0 && !(t.POS == nlp.VBN && k+1 < last && (strings.EqualFold(a.Word(k+1), "by") || k == head+1 && (head == first || a.Tokens[first].POS == nlp.CD))) {
				last = k // "a poll released last month", not "figures published by the board"
			}
		case nlp.PRPS:
			if k != first || nominative(low) == low {
				return first, last, -1 // "my doctor"
			}
		case nlp.DT:
			if low != "the" && low != "a" && low != "an" && low != "some" && low != "another" {
				return first, last, -1
			}
		}
		if head < 0 && t.POS.Noun() && (k+1 >= last || a.Tokens[k+1].POS != nlp.HYPH && !a.Tokens[k+1].POS.Noun() && a.Tokens[k+1].POS != nlp.POSS && !(a.Tokens[k+1].POS == nlp.JJ && k > first && a.Tokens[k-1].POS == nlp.HYPH)) {
			head = k
		}
	}
	for head >= 0 && last > head+1 && (a.Tokens[last-1].POS == nlp.RB || a.Tokens[last-1].POS == nlp.IN) {
		last-- // "an analysis | of newly filed reports"
	}
	if head >= 0 && w.loose(head+1, last) {
		last = head + 1 // "a report laid before them on Monday"
	}
	return first, last, head
}

// studiedIn are prepositions behind a study before those who were studied.
var studiedIn = set("in among on with")

// capitalWithin reports whether word, which has a capital, stands with it
// within a sentence of text too.
func capitalWithin(text, word string) bool {
	for i := range occurrences(text, " "+word) {
		if i > 0 && (text[i-1] >= 'a' && text[i-1] <= 'z' || text[i-1] == ',') {
			return true
		}
	}
	return false
}
