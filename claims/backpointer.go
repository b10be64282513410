package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// pointsBackwards reports whether words stand in the claim that are neither a
// pronoun nor a definite noun without a description and yet point to what was
// said before: "as a result", "then ruled", "the deaths that followed".
func (w *rewriting) pointsBackwards() bool {
	for k := w.p.first; k < w.p.last; k++ {
		if n := w.backPointerAt(k); n > 0 && !w.changed(w.a.Span(k, k+n)) {
			return true
		}
	}
	return w.concludes() || w.plainlyPut()
}

// plainlyPut reports whether only "the man" or "the woman" was put in the place of the
// pronoun that the claim begins with, which anybody may be.
func (w *rewriting) plainlyPut() bool {
	for i := range w.subs {
		x := &w.subs[i]
		if x.Why != "pronoun" || x.Span.Start != w.c.Span.Start {
			continue
		}
		noun, ok := strings.CutPrefix(strings.ToLower(x.To), "the ")
		return ok && (humanNouns[noun] || personNouns[noun])
	}
	return false
}

// concludes reports whether the words before the claim, which are not in it, say that
// it says the same as the sentence before, or what follows from it: "In other words,".
func (w *rewriting) concludes() bool {
	a := w.a
	first := a.Sentences[a.Tokens[w.p.first].Sentence].First
	n := w.p.first - first
	if n < 1 || n > 5 || w.p.subjectLast > w.p.subjectFirst {
		return false
	}
	if a.Tokens[first].POS == nlp.CC && n > 1 {
		first, n = first+1, n-1
	}
	for _, words := range goingOn {
		if n >= len(words) && w.saysAt(first, words) {
			return true
		}
	}
	return false
}

// goingOn are words that open a sentence which goes on from the one before.
var goingOn = [][]string{{"in", "other", "words"}, {"that", "is"}, {"as", "a", "result"}, {"for", "that", "reason"}, {"in", "response"}, {"instead"}, {"therefore"}, {"thus"}, {"likewise"}, {"similarly"}, {"in", "turn"}, {"by", "contrast"}, {"in", "contrast"}, {"then"}, {"afterwards"}, {"afterward"}}

// backPointerAt is how many tokens at token k point to what was said before, 0
// for none.
func (w *rewriting) backPointerAt(k int) int {
	a, p := w.a, w.p
	next := w.lowAt(k + 1)
	switch w.lowAt(k) {
	case "as":
		if next == "a" && (w.lowAt(k+2) == "result" || w.lowAt(k+2) == "consequence") && w.lowAt(k+3) != "of" {
			return 3
		}
	case "in":
		if (next == "response" || next == "return" || next == "exchange") && w.endsAt(k+2) {
			return 2
		}
	case "for":
		if (next == "that" || next == "this" || next == "these" || next == "those") && (w.lowAt(k+2) == "reason" || w.lowAt(k+2) == "reasons") {
			return 3
		}
	case "then":
		// Of one verb after the other in the claim itself it is plain.
		if a.Tokens[k].POS == nlp.RB && k > p.first && (w.posAt(k+1) == nlp.VBD || a.Tokens[k-1].POS == nlp.VBD && a.Tokens[k-1].Lemma == "be") && !w.anyFinite(p.first, k-1) {
			return 1
		}
	case "followed":
		// "The deaths that followed".
		if k > p.first+1 && w.lowAt(k-1) == "that" && a.Tokens[k].POS == nlp.VBD && w.endsAt(k+1) {
			return 1
		}
	case "afterward", "afterwards", "thereafter", "subsequently":
		if !w.anyFinite(p.first, k-1) || k+1 == p.last {
			return 1
		}
	case "the":
		// "The result was", "the result in richer countries has been".
		if k == p.first && left[next] && subjectRel(a.Tokens[k+1].Rel) {
			switch w.lowAt(k + 2) {
			case "of", "for", "behind", "to", "that", "why", "given":
			default:
				return 2
			}
		}
	case "same":
		return w.sameAt(k)
	case "even":
		// "An even bigger difference": than what?
		if p := w.posAt(k + 1); (p == nlp.JJR || next == "more" && w.posAt(k+2) == nlp.JJ) && !w.saysThan(k+1) {
			return 2
		}
	case "other":
		if w.otherSubject(k) {
			return 1
		}
	case "separate":
		if k > p.first && w.lowAt(k-1) == "a" && w.posAt(k+1).Noun() && w.lowAt(k+2) != "from" {
			return 1
		}
	case "instead":
		if a.Tokens[k].POS == nlp.RB && k > p.first && next != "of" && !w.anyFinite(p.first, k-1) {
			return 1
		}
	}
	return 0
}

// left are nouns for what something led to or goes back to, which stand before.
var left = set("result effect consequence outcome upshot reason explanation answer assumption implication")

// otherSubject reports whether the "other" at token k tells the claim's subject from
// what was named before: "other games offer", not "Orlo and other games".
func (w *rewriting) otherSubject(k int) bool {
	a, p := w.a, w.p
	if k > p.first && !(isMark(a, k-1) && k <= p.first+3) || w.saysThan(k) {
		return false
	}
	h := k + 1
	for h < p.last && describes(a.Tokens[h].POS) {
		h++
	}
	return h < p.last && a.Tokens[h].POS == nlp.NNS && (subjectRel(a.Tokens[h].Rel) || w.bareAt(h+1))
}

// endsAt reports whether a clause of the claim ends before token k.
func (w *rewriting) endsAt(k int) bool {
	return k >= w.p.last || isMark(w.a, k) || w.posAt(k) == nlp.CC
}

// saysThan reports whether "than" stands behind token k.
func (w *rewriting) saysThan(k int) bool {
	for ; k < w.p.last; k++ {
		if w.low(k) == "than" && w.a.Tokens[k-1].POS != nlp.HYPH {
			return true // no "less-than-ideal"
		}
	}
	return false
}

// sameAt is how many tokens at the "same" of token k say that something is as it
// was told before: "the same volume", but not "the same as", "the same day".
func (w *rewriting) sameAt(k int) int {
	a, p := w.a, w.p
	if k == p.first {
		return 0
	}
	if d := w.lowAt(k - 1); d != "the" && d != "that" && d != "this" && d != "these" && d != "those" {
		return 0
	}
	h := k + 1
	for h < p.last && (describes(a.Tokens[h].POS) || a.Tokens[h].POS.Noun() && w.posAt(h+1).Noun()) {
		h++
	}
	if !w.posAt(h).Noun() || onceOnly[strings.ToLower(a.Tokens[h].Lemma)] || calendarNouns[strings.ToLower(a.Tokens[h].Lemma)] {
		return 0
	}
	for j := h + 1; j < p.last; j++ {
		switch w.low(j) {
		case "as", "that", "who", "which", "where":
			return 0
		}
	}
	// Two that are named share it.
	for j := p.first; j < k-1; j++ {
		if a.Tokens[j].POS == nlp.CC || a.Tokens[j].POS.Noun() && strings.EqualFold(a.Tokens[j].Lemma, a.Tokens[h].Lemma) {
			return 0
		}
	}
	return 1
}

// onceOnly are nouns of which "the same" is one, of no other thing than those
// that the claim names.
var onceOnly = set("name sex gender parent mother father room roof token vein breath page boat thing coin side language reason")

// pointsOpen reports whether "these firms" or "there" stayed open.
func (w *rewriting) pointsOpen() bool {
	for _, s := range w.open() {
		i := w.a.TokenAt(s.Start)
		if n, ok := w.definiteAt(i, w.p.last); ok && n.pointing || w.low(i) == "there" && i > w.p.first {
			return true
		}
	}
	return false
}

// ownWords is sentence s in its own words, for a claim that points to it where it
// does not read alone, "" where it has to be explained itself.
func (w *rewriting) ownWords(s int) string {
	a := w.a
	x := &a.Sentences[s]
	if w.leansBack(x.First) {
		return ""
	}
	for k := x.First; k < min(x.Last, x.First+5); k++ {
		if w.demonstrative(k) {
			return ""
		}
	}
	return w.asItStands(s)
}

// bothInOwnWords is sentence s, which goes on from the one before it by a pronoun, and
// that one, in their own words; the one before alone where s is long or leads in
// something, "They include:".
func (w *rewriting) bothInOwnWords(s int) string {
	if f := w.a.Sentences[s].First; !w.leansBack(f) || w.a.Tokens[f].POS == nlp.UH {
		return ""
	}
	before, said := w.ownWords(s-1), w.asItStands(s)
	if before == "" || said == "" || len(before)+len(said) > longestJoined {
		return before
	}
	return joinSentences(before, said)
}

// asItStands is sentence s in its own words, whether it has to be explained or not;
// "" where it is very short or long or states nothing.
func (w *rewriting) asItStands(s int) string {
	a := w.a
	x := &a.Sentences[s]
	if x.Last-x.First < 6 || x.Last-x.First > longestExplanation || w.marked(x.First+1) && !w.marked(w.p.first) || a.Word(x.Last-1) == ":" || !w.anyFinite(x.First, x.Last) {
		return ""
	}
	t := spaced(a.Span(x.First, x.Last).Of(a.Text))
	if strings.Contains(t, "<") || strings.Contains(t, "://") {
		return ""
	}
	return paired(roundBrackets.Replace(strings.TrimSuffix(t, ".")))
}
