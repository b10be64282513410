package claims

import (
	"slices"
	"strings"
	"time"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// leaning explains the first words of the claim that mean nothing without the
// sentence before, wherever they stand, by that sentence in brackets: a
// pronoun, a number or "the other" without its noun, "the figure", "doing so".
func (w *rewriting) leaning() {
	a, p := w.a, w.p
	for i := p.first; i < p.last; i++ {
		said, n := "", w.elidedAt(i)
		owner := false
		switch t := &a.Tokens[i]; {
		case n > 0 && !w.changed(a.Span(i, i+n)):
			said = w.sentenceOrStart()
			if strings.EqualFold(a.Word(i), "that") && !strings.ContainsAny(said, "0123456789") {
				said = "" // "more than that" takes up a number
			}
		case (t.POS == nlp.PRP || t.POS == nlp.PRPS) && (i > p.first || t.POS == nlp.PRPS) && !w.changed(a.Span(i, i+1)) && !w.speechPronoun(i) && !w.contracted(i) && w.openPronoun(i) && !w.extraposed(i) && !w.cataphoric(i):
			n, owner = 1, t.POS == nlp.PRPS
			said = w.sentenceFor(nominative(w.low(i)))
		}
		if said == "" && i == p.last-1 && i > p.first && strings.EqualFold(a.Word(i), "since") {
			said, n = w.sentenceOrStart(), 1 // "has changed its mind since"
		}
		if t := w.anaphoricTimeAt(i); said == "" && t > 0 {
			said, n = w.dayTold(), t
		}
		if said != "" {
			end := int(a.Tokens[i+n-1].End)
			if owner {
				end = w.c.Span.End // not between "his" and what is his
			}
			w.put(span.Span{Start: end, End: end}, " ["+said+"]", "context")
			return
		}
		i += max(n-1, 0)
	}
}

// anaphoricTimeAt is how many tokens a time has at token i that leans on one
// told before, 0 for none: "the previous week".
func (w *rewriting) anaphoricTimeAt(i int) int {
	for k := range w.c.Times {
		t := &w.c.Times[k]
		if t.Start != int(w.a.Tokens[i].Start) || !t.From.IsZero() || w.changed(t.Span) || !anaphoric(strings.ToLower(t.Span.Of(w.a.Text))) {
			continue
		}
		if f, l := w.a.TokensIn(t.Span); f == i {
			return l - f
		}
	}
	return 0
}

// dayTold is the last of the two sentences before that tells of a day or month
// before that of publication, "" where none does.
func (w *rewriting) dayTold() string {
	a := w.a
	s := int(a.Tokens[w.p.first].Sentence)
	for n := 0; n < 2 && s > 0 && !w.headings[s-1]; n++ {
		s--
		x := &a.Sentences[s]
		sp := a.Span(x.First, x.Last)
		for _, t := range w.timesIn(sp) {
			if !t.From.IsZero() && t.To.Sub(t.From) <= 32*24*time.Hour && t.To.Before(w.pub) {
				return w.explain(x.First, x.Last, anyOpen)
			}
		}
	}
	return ""
}

// contracted reports whether the verb behind the pronoun at token i is written
// short with it: "it's".
func (ar *article) contracted(i int) bool {
	return i+1 < len(ar.a.Tokens) && ar.a.Tokens[i+1].Start == ar.a.Tokens[i].End && ar.a.Tokens[i+1].POS != nlp.Comma && ar.a.Tokens[i+1].POS != nlp.Stop
}

// cataphoric reports whether the pronoun at token i may mean a person that the
// claim names behind it: "just as he left, Orr".
func (w *rewriting) cataphoric(i int) bool {
	m := w.mentionOf(i, i+1)
	return m >= 0 && w.inside(&w.a.Mentions[m])
}

// subjectTold is the sentence before, in brackets, for an elided subject that
// points to it: "that relationship", "it".
func (w *rewriting) subjectTold() string {
	f := w.p.subjectFirst
	if w.nested || w.explainedAtAll() || !w.pointer(f) && !w.pointingNoun(f) {
		return ""
	}
	if w.a.Tokens[f].POS == nlp.PRP {
		if first, _, _ := strings.Cut(w.subjectWords(), " "); !strings.EqualFold(first, w.a.Word(f)) {
			return "" // it was told who that is: "the army had"
		}
	}
	if said := w.sentenceBefore(f); said != "" {
		return " [" + said + "]"
	}
	return ""
}

// pointingNoun reports whether a phrase led by "this", "that", "these" or
// "those" begins at token i.
func (w *rewriting) pointingNoun(i int) bool {
	n, ok := w.definiteAt(i, w.p.subjectLast)
	return ok && n.pointing
}

// speechPronoun reports whether token i is a pronoun for who speaks or listens.
func (w *rewriting) speechPronoun(i int) bool {
	switch nominative(w.low(i)) {
	case "it", "they", "he", "she":
		return false
	}
	return true
}

// sentenceOrStart is what was said before the claim: the beginning of its
// sentence if that states something, or else the sentence before.
func (w *rewriting) sentenceOrStart() string {
	a, f := w.a, w.p.first
	x := &a.Sentences[a.Tokens[f].Sentence]
	first, last := x.First, w.startEnd()
	if last < f && w.ledIn(first, last) {
		first = w.behindCue(first, last)
	}
	if last < f && first < last && w.anyFinite(first, last) {
		if s := w.explain(conceding(a, first), last, anyOpen); s != "" {
			return s
		}
	}
	return w.sentenceBefore(f)
}

// startEnd is where the beginning of the claim's sentence ends that stands before
// the claim, without what joins the two.
func (w *rewriting) startEnd() int {
	a, last := w.a, w.p.first
	for last > a.Sentences[a.Tokens[w.p.first].Sentence].First && (a.Tokens[last-1].POS == nlp.CC || isMark(a, last-1) || contrasting[w.low(last-1)] || last > 1 && w.thatAt(last-1) && a.Tokens[last-2].POS == nlp.CC) {
		last--
	}
	return last
}

// contrasting are conjunctions that would be left hanging at the end of what
// stands before the claim.
var contrasting = set("while whereas although though")

// ledIn reports whether the tokens [first, last) say who says the claim, not
// what it goes on from.
func (w *rewriting) ledIn(first, last int) bool {
	if w.p.quote < 0 {
		return false
	}
	x, s := &w.q.Quotes[w.p.quote], w.a.Span(first, last)
	return x.Cue.Overlaps(s) || slices.ContainsFunc(x.Source, s.Overlaps)
}

// behindCue is where what somebody is said to say begins that ends before token
// last, "Lee added that | most agreed and that", last if there is nothing of it.
func (w *rewriting) behindCue(first, last int) int {
	x := &w.q.Quotes[w.p.quote]
	_, k := w.a.TokensIn(x.Cue)
	if x.Cue.Empty() || k <= first || k >= last || w.a.Tokens[last].Lemma != "that" && w.a.Tokens[w.p.first-1].Lemma != "that" {
		return last
	}
	if w.thatAt(k) || strings.EqualFold(w.a.Word(k), "that") {
		k++
	}
	if last-k < 4 {
		return last
	}
	return k
}

// conceding is the token behind the conjunction that a clause at token i would
// be left hanging with: "while the fund is no party's". Where the main clause
// follows without a comma, "although it fell it is high", the conjunction stays.
func conceding(a *nlp.Annotation, i int) int {
	k := i
	if a.Tokens[k].POS == nlp.OpenQuote {
		k++
	}
	switch strings.ToLower(a.Word(k)) {
	case "while", "although", "though", "whereas":
	default:
		return i
	}
	for j := k + 3; j+1 < len(a.Tokens) && a.Tokens[j].Sentence == a.Tokens[k].Sentence && a.Word(j) != ","; j++ {
		if a.Tokens[j].POS == nlp.PRP && a.Tokens[j-1].POS.Noun() && finitePOS(a.Tokens[j+1].POS) {
			return i
		}
	}
	return k + 1
}

// elidedAt is how many tokens at token i stand for a noun that was left out,
// 0 for none: "four" in "four have been discharged", "the other", "the 27",
// "those" in "those from the north", "doing so".
func (w *rewriting) elidedAt(i int) int {
	a, p := w.a, w.p
	t := &a.Tokens[i]
	subject := subjectRel(t.Rel) && !w.saying(i)
	switch low := w.lowAt(i); {
	case low == "the" && i+1 < p.last:
		return w.elidedBehindThe(i)
	case t.Lemma == "do" && w.lowAt(i+1) == "so" && w.posAt(i+2) != nlp.RB && w.posAt(i+2) != nlp.JJ && !w.anyFinite(p.first, i):
		return 2
	case (t.POS == nlp.CD && !w.timeWord(i) || low == "percent" || low == "%") && subject && w.bareAt(i+1) && !w.nounBefore(p.first, i) && w.lowAt(p.first) != "of" && !w.amongAt(p.frame):
		return 1 // not in "of the fourteen hurt, four have"
	case low == "that":
		if i > p.first && (w.lowAt(i-1) == "of" || w.lowAt(i-1) == "than") && (i+1 >= p.last || w.bareAt(i+1)) && t.POS == nlp.DT {
			return 1
		}
	case i != p.first:
	case low == "neither" || low == "none" || low == "both" || low == "each":
		if w.bareAt(i + 1) {
			return 1
		}
	case low == "some" || low == "many" || low == "most" || low == "several":
		if subject && (w.posAt(i+1) == nlp.VBD || (i == a.Sentences[t.Sentence].First || isMark(a, i-1)) && w.posAt(i+1) == nlp.VBP && !reporting[a.Tokens[i+1].Lemma]) {
			return 1
		}
	case low == "those":
		if subjectRel(t.Rel) && (w.bareAt(i+1) || w.lowAt(i+1) == "from") {
			return 1
		}
	}
	return 0
}

// amongAt reports whether f tells of whom a share is: "among voters of Belmark".
func (w *rewriting) amongAt(f frame) bool {
	return !f.empty() && (strings.EqualFold(w.a.Word(f.first), "among") || strings.EqualFold(w.a.Word(f.first), "of"))
}

// elidedBehindThe is how many tokens at the "the" of token i stand for a noun
// that was left out or is told before: "the other", "the 27", "the outer one",
// "the figure".
func (w *rewriting) elidedBehindThe(i int) int {
	a, p := w.a, w.p
	// "Eighteen of the 27 are".
	if w.posAt(i+1) == nlp.CD && i > p.first && strings.EqualFold(a.Word(i-1), "of") && w.bareAt(i+2) && !w.timeWord(i+1) {
		return 2
	}
	switch w.lowAt(i + 1) {
	case "other", "others", "latter":
		if i+2 >= p.last || w.bareAt(i+2) || w.posAt(i+2) == nlp.Comma {
			return 2
		}
	case "same":
		// "73 percent said the same of Orr"
		if l := w.lowAt(i + 2); i > p.first && a.Tokens[i-1].POS.Verb() && (i+2 >= p.last || l == "of" || l == "for" || l == "about" || l == "in" || l == "to") {
			return 2
		}
	case "last", "first", "second", "third", "previous", "next":
		if i == p.first && (w.bareAt(i+2) || i+3 < p.last && isMark(a, i+2)) {
			return 2 // "the first was closed", "the third — water — is"
		}
		if (i+2 >= p.last && i > p.first && w.posAt(i-1) == nlp.IN || w.posAt(i+2) == nlp.Comma) && i <= p.first+1 {
			return 2
		}
	}
	k := i + 1
	for w.posAt(k) == nlp.JJ || w.posAt(k) == nlp.JJR {
		k++
	}
	if k > i+1 && (w.lowAt(k) == "one" || w.lowAt(k) == "ones") && (k+1 >= p.last || w.bareAt(k+1)) && !w.nounBefore(p.first, i) {
		return k + 1 - i
	}
	if d, ok := w.definiteAt(i, p.last); ok && d.last == i+2 && measured[strings.ToLower(a.Tokens[d.head].Lemma)] && w.bareAt(d.last) && subjectRel(a.Tokens[d.head].Rel) && !w.bound(d, p) && !w.figureIn(p.first, i) {
		return 2
	}
	return 0
}

// figureIn reports whether the tokens [first, last) state a figure, so that "the
// figure" behind them is told of what it is.
func (w *rewriting) figureIn(first, last int) bool {
	for k := first; k < last; k++ {
		if w.a.Tokens[k].POS == nlp.CD && !w.timeWord(k) {
			return w.anyFinite(first, last)
		}
	}
	return false
}

// lowAt is token k of the claim in small letters, "" outside of it.
func (w *rewriting) lowAt(k int) string {
	if k < w.p.first || k >= w.p.last {
		return ""
	}
	return w.low(k)
}

// posAt is the part of speech of token k of the claim, a stop behind its end.
func (w *rewriting) posAt(k int) nlp.POS {
	if k >= w.p.last {
		return nlp.Stop
	}
	return w.a.Tokens[k].POS
}

// bareAt reports whether a finite verb begins at token k, an adverb before it
// or not, so that what stands before it has no noun.
func (w *rewriting) bareAt(k int) bool {
	return finitePOS(w.posAt(k)) || w.posAt(k) == nlp.RB && finitePOS(w.posAt(k+1))
}

// measured are nouns for a quantity that must be told of what it is.
var measured = set("number figure total amount proportion share rate average percentage sum")

// saying reports whether the verb of the subject at token i says something:
// who "four said" are is told by the words around them.
func (ar *article) saying(i int) bool {
	h := ar.a.Tokens[i].Head
	return h >= 0 && reporting[ar.a.Tokens[h].Lemma]
}
