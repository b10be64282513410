package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// onlyFromBefore reports whether the claim speaks of a part of what the sentence
// directly before it told, or of what was said there: "all 12 mills", "about half
// closed", "her remarks anger", "Orr disagreed". No farther sentence tells that.
func (w *rewriting) onlyFromBefore() bool {
	p := w.p
	switch k := p.first; w.lowAt(k) {
	case "all":
		return w.posAt(k+1) == nlp.CD && !smallNumber(w.lowAt(k+1)) && countOf(w.lowAt(k+1)) > 2 && w.posAt(k+2) == nlp.NNS && !w.timeWord(k+2) && w.bareAt(k+3)
	case "about", "nearly", "almost", "roughly", "over", "only":
		return w.halfAt(k + 1)
	case "half":
		return w.halfAt(k)
	case "additional", "further":
		return w.additionalAt(k)
	}
	return w.ownWordsAt(p.first) || w.cleftOccasion() || w.bareAnswer() || w.framePoints()
}

// framePoints reports whether the words in front of the claim that go with it have a
// phrase which points, "when these leaks are missed": the claim itself is not about it.
func (w *rewriting) framePoints() bool {
	f := w.p.frame
	if f.empty() {
		return false
	}
	for k := f.first; k+1 < f.last; k++ {
		switch w.low(k) {
		case "these", "those", "this", "that":
			if n, ok := w.definiteAt(k, f.last); ok && !calendarNouns[strings.ToLower(w.a.Tokens[n.head].Lemma)] {
				return !w.changed(w.a.Span(k, k+1))
			}
		}
	}
	return false
}

// restCounted is the last sentence before the claim that has the number of its
// subject, the rest of what was counted, "with 31 sailors" for "the other 31 sailors";
// "" for none.
func (w *rewriting) restCounted() string {
	k := w.p.first
	if w.lowAt(k) != "the" || w.lowAt(k+1) != "other" && w.lowAt(k+1) != "remaining" || w.posAt(k+2) != nlp.CD || w.posAt(k+3) != nlp.NNS {
		return ""
	}
	return w.lastNumber(nominal{first: k + 1, last: k + 4, head: k + 3})
}

// suchOne is the last sentence before the claim that has the noun of its "such a
// ferry", as it reads alone, "" for none.
func (w *rewriting) suchOne() string {
	for k := w.p.first; k+2 < w.p.last; k++ {
		if w.low(k) != "such" || w.low(k+1) != "a" && w.low(k+1) != "an" {
			continue
		}
		h := k + 2
		for w.posAt(h) == nlp.JJ || w.posAt(h) == nlp.NN && w.posAt(h+1) == nlp.NN {
			h++
		}
		if w.posAt(h) != nlp.NN || w.lowAt(h+1) == "that" || w.lowAt(h+1) == "as" || w.posAt(h+1) == nlp.TO {
			return ""
		}
		return w.lastWith(h)
	}
	return ""
}

// cleftOccasion reports whether the claim says that it was on some occasion that
// something was done: "it was at the fair that".
func (w *rewriting) cleftOccasion() bool {
	k := w.p.first
	return w.lowAt(k) == "it" && w.lowAt(k+1) == "was" && w.posAt(k+2) == nlp.IN && (w.lowAt(k+3) == "the" || w.lowAt(k+3) == "that") && w.posAt(k+4) == nlp.NN && w.lowAt(k+5) == "that"
}

// pointsBefore reports whether the claim has any of those phrases that nothing but
// what stands before it tells.
func (w *rewriting) pointsBefore() bool {
	if w.onlyFromBefore() {
		return true
	}
	switch k := w.p.first; w.lowAt(k) {
	case "the":
		return w.lowAt(k+1) == "other" || w.lowAt(k+1) == "remaining"
	}
	for k := w.p.first; k+2 < w.p.last; k++ {
		if w.low(k) == "such" && (w.low(k+1) == "a" || w.low(k+1) == "an") {
			return true
		}
	}
	return false
}

// halfAt reports whether the "half" at token k is a subject without what it is half
// of: "about half closed".
func (w *rewriting) halfAt(k int) bool {
	return w.lowAt(k) == "half" && w.bareAt(k+1) && w.posAt(k+1) != nlp.CD
}

// additionalAt reports whether the adjective at token k counts the claim's subject
// on from what was named before: "additional mills in danger are".
func (w *rewriting) additionalAt(k int) bool {
	h := k + 1
	for w.posAt(h) == nlp.JJ || w.posAt(h) == nlp.NN {
		h++
	}
	return w.posAt(h) == nlp.NNS && subjectRel(w.a.Tokens[h].Rel)
}

// ownWordsAt reports whether token k, "his", owns the words that the sentence
// before tells, as a subject: "her remarks have angered".
func (w *rewriting) ownWordsAt(k int) bool {
	return w.posAt(k) == nlp.PRPS && spokenNouns[w.lowAt(k+1)] && w.bareAt(k+2) && !w.speechPronoun(k)
}

// spokenNouns are nouns for what somebody has said or done just before.
var spokenNouns = set("remark remarks comment comments words statement statements answer response reply reaction warning accusation accusations assertion")

// bareAnswer reports whether the claim ends its first clause with a verb that takes
// a stand on what was said before, and does not say on what: "Orr disagreed".
func (w *rewriting) bareAnswer() bool {
	a, p := w.a, w.p
	for k := p.first + 1; k < p.last; k++ {
		switch t := &a.Tokens[k]; {
		case w.low(k) == "percent" || w.low(k) == "if":
			return false // what they were asked stands with it
		case (t.POS == nlp.VBD || t.POS == nlp.VBZ) && standing[t.Lemma] && w.endsAt(k+1):
			return true
		}
	}
	return false
}

// standing are verbs that take a stand on what was said before.
var standing = set("disagree agree concur")
