package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// relativePronoun gives a claim that is a relative clause cut off from its
// noun the noun back: "which the court has put on hold" becomes "the rules,
// which the court has put on hold".
func (w *rewriting) relativePronoun() {
	a, p := w.a, w.p
	switch w.low(p.first) {
	case "which", "who":
	default:
		w.relativeAway()
		return
	}
	r := w.root(p.first, p.last)
	if r < 0 {
		return
	}
	h := int(a.Tokens[r].Head)
	if a.Tokens[r].Rel != nlp.ACLRelcl {
		// Parsed otherwise, it is of the noun before the comma.
		h = p.first - 1
		for h > 0 && isMark(a, h) {
			h--
		}
		if h == p.first-1 || p.first-h > 3 || a.Tokens[h].POS != nlp.NN && a.Tokens[h].POS != nlp.NNS {
			return
		}
	}
	if h < 0 || h >= p.first || !a.Tokens[h].POS.Noun() || a.Tokens[h].POS.Proper() && strings.EqualFold(a.Word(p.first), "which") || a.Tokens[h].Sentence != a.Tokens[r].Sentence {
		return
	}
	n := a.NounCore(h)
	if n.Empty() || n.Last > p.first {
		return
	}
	text := a.Span(n.First, n.Last).Of(a.Text)
	// "Her “public option”, which": the marks around all of it go along.
	bare := withoutMarks.Replace(text)
	if strings.ContainsAny(bare, "\n()") {
		return
	}
	if strings.Count(text, "“") != strings.Count(text, "”") || strings.Count(text, "\"")%2 == 1 {
		text = bare
	}
	if rel := a.Tokens[p.first].Rel; !subjectRel(rel) {
		text += ", " + w.low(p.first)
	}
	if v := int(a.Tokens[h].Head); subjectRel(a.Tokens[h].Rel) && v > r && v < p.last || v == r && a.Tokens[r].Rel != nlp.ACLRelcl && subjectRel(a.Tokens[h].Rel) {
		// "Boats - which include ferries - will sink": the clause is by the way.
		text = a.Text[a.Tokens[n.First].Start:a.Tokens[p.first].End]
	}
	w.put(a.Span(p.first, p.first+1), text, "relative")
}

// relativeAway gives a claim its subject that somebody says of a relative
// pronoun, "which officers said | would cost", "a man who police say | took": the
// noun that the pronoun stands behind, or "that" where it may stand for all that
// was said.
func (w *rewriting) relativeAway() {
	a, p := w.a, w.p
	v := p.first - 1
	if p.subjectLast > p.subjectFirst || v < 2 || !finitePOS(a.Tokens[p.first].POS) || !a.Tokens[v].POS.Verb() || !reporting[a.Tokens[v].Lemma] {
		return
	}
	k := v - 1
	for k > 1 && v-k < 8 && a.Tokens[k].Sentence == a.Tokens[v].Sentence && (a.Tokens[k].POS.Noun() || describes(a.Tokens[k].POS) || a.Tokens[k].POS == nlp.DT || a.Tokens[k].POS == nlp.PRP) {
		k--
	}
	if k == v-1 || k < 2 || a.Tokens[k].Sentence != a.Tokens[v].Sentence || a.Tokens[k-1].Sentence != a.Tokens[k].Sentence {
		return
	}
	start := span.Span{Start: w.c.Span.Start, End: w.c.Span.Start}
	switch w.low(k) {
	case "which":
		if isMark(a, k-1) {
			w.put(start, "that ", "relative")
		}
	case "who":
		h := k - 1
		if isMark(a, h) {
			h--
		}
		if name := w.personAt(h); name != "" {
			w.put(start, name+" ", "relative")
		} else if n := a.NounCore(h); a.Tokens[h].POS.Noun() && !n.Empty() && n.Last == h+1 {
			w.put(start, w.phraseWords(n.First, n.Last)+" ", "relative")
		}
	}
}
