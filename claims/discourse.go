package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// longestExplanation is how many words of the sentence before may stand in
// brackets behind a "this".
const longestExplanation = 56

// discourse explains a "this" or "that" that points to what was said before,
// "these changes" that have no other description, and a "the crash" for which
// the article only has "crashed", by that sentence in brackets.
func (w *rewriting) discourse() {
	a, p := w.a, w.p
	for i := p.first; i < p.last; i++ {
		at := 0 // the token that the brackets go behind
		said, why := "", "explained"
		switch {
		case w.pointingAt(i) > 0 && i <= p.first+1:
			at = i + w.pointingAt(i) - 1
			if a.Tokens[i].POS == nlp.IN || a.Tokens[i].POS == nlp.DT || a.Tokens[i].POS == nlp.PDT {
				said = w.sentenceBefore(p.first)
				if w.lowAt(i) == "both" && !strings.Contains(said, " and ") {
					said = "" // it does not tell of two
				}
			}
		case w.countsTimes(i), w.ofLead(i):
			return // what happens again is the article's own topic
		case i <= p.first+2 && w.demonstrative(i), w.thatObject(i) && i-p.first <= 8:
			said, at = w.sentenceBefore(p.first), i
			if w.ranksFigure(i) {
				if figure := w.figureBefore(); figure != "" {
					said = figure
				}
			}
		default:
			n, ok := w.definiteAt(i, p.last)
			if !ok {
				continue
			}
			if s := a.Span(n.first, n.last); !w.changed(s) && !w.identified(n, p) {
				at = n.last - 1
				if !localNouns[strings.ToLower(a.Tokens[n.head].Lemma)] && (n.last >= p.last || a.Tokens[n.last].POS != nlp.IN) {
					said = w.happening(n)
				}
				if said == "" && n.pointing && n.head-n.first <= 2 {
					switch {
					case n.first <= p.first+3:
						said = w.sentenceBefore(p.first)
					case w.pointsBack(n, p.first):
						said, why = w.sentenceBefore(p.first), "context"
					}
					if a.Tokens[n.head].POS == nlp.NNS && !w.severalTold(n) {
						said = ""
					}
				}
			}
			i = n.last - 1
		}
		if said != "" {
			end := int(a.Tokens[at].End)
			w.put(span.Span{Start: end, End: end}, " ["+said+"]", why)
			return // one is enough to place the claim
		}
	}
	// "Six in ten are": what?
	if e := p.last - 1; p.quote == None || w.q.Quotes[p.quote].Type != quotes.Direct {
		switch w.low(e) {
		case "are", "is", "were", "was", "do", "does", "did", "have", "has", "had", "will", "would":
			if said := w.sentenceBefore(p.first); said != "" && p.last-p.first < 12 && !w.anyFinite(p.first, e) {
				end := int(a.Tokens[e].End)
				w.put(span.Span{Start: end, End: end}, " ["+said+"]", "explained")
				return
			}
		}
	}
	if !w.before() {
		w.leaning()
	}
}

// countsTimes reports whether the "this" at token i is what the whole article
// reports, in its own words: "this is not the first time that".
func (w *rewriting) countsTimes(i int) bool {
	a, p := w.a, w.p
	if i > p.first || p.quote != None || !strings.EqualFold(a.Word(i), "this") || w.title() == "" || w.posAt(i+1) == nlp.Stop || a.Tokens[i+1].Lemma != "be" {
		return false
	}
	for k := i + 2; k+1 < min(p.last, i+6); k++ {
		if ordinals[w.low(k)] > 0 && a.Tokens[k+1].Lemma == "time" {
			return true
		}
	}
	return false
}

// ranksFigure reports whether the "this" at token i is a number that is ranked: "this
// is the highest number".
func (w *rewriting) ranksFigure(i int) bool {
	a := w.a
	if i+2 >= w.p.last || a.Tokens[i+1].Lemma != "be" {
		return false
	}
	for k := i + 2; k+1 < min(w.p.last, i+7); k++ {
		if a.Tokens[k].POS == nlp.JJS && measured[strings.ToLower(a.Tokens[k+1].Lemma)] {
			return true
		}
	}
	return false
}

// figureBefore is the last of the three sentences before the claim's that has a
// number, as it reads alone.
func (w *rewriting) figureBefore() string {
	a := w.a
	s := int(a.Tokens[w.p.first].Sentence)
	for n := 0; n < 3 && s > 0 && !w.headings[s-1] && a.Sentences[s].Block-a.Sentences[s-1].Block <= 1; n++ {
		s--
		x := &a.Sentences[s]
		for k := x.First; k < x.Last; k++ {
			if a.Tokens[k].POS == nlp.CD && !w.dayOrSum(k) && countOf(w.low(k)) > 2 {
				return w.explain(x.First, x.Last, anyOpen)
			}
		}
	}
	return ""
}

// severalTold reports whether the sentence before that of n names several, as "these
// harbours" are; what is only counted, "112 yards", is no several.
func (ar *article) severalTold(n nominal) bool {
	a := ar.a
	s := int(a.Tokens[n.head].Sentence)
	if s == 0 {
		return false
	}
	x := &a.Sentences[s-1]
	for k := x.First; k < x.Last; k++ {
		switch t := &a.Tokens[k]; {
		case k == x.First && ar.low(k) == "they", t.POS == nlp.NNPS, t.POS == nlp.CC, strings.EqualFold(t.Lemma, a.Tokens[n.head].Lemma):
			return true
		case t.POS == nlp.NNS && (k == x.First || a.Tokens[k-1].POS != nlp.CD):
			return true
		}
	}
	return false
}

// sizes are nouns that only compare: "of that size", "at this rate".
var sizes = set("size kind sort type nature level scale extent length age point stage degree")

// pointsBack reports whether the pointing phrase n of the claim that begins at
// token first is likely to take up what the sentence before tells, not the
// place or the contest that the whole article is about: "this country", "this
// race".
func (ar *article) pointsBack(n nominal, first int) bool {
	a := ar.a
	noun := strings.ToLower(a.Tokens[n.head].Lemma)
	if placeNouns[noun] || localNouns[noun] || sizes[noun] || calendarNouns[noun] || noun == "one" || noun == "race" || noun == "election" || noun == "campaign" || noun == "case" {
		return false
	}
	if n.last < len(a.Tokens) && a.Tokens[n.last].POS == nlp.POSS {
		return false
	}
	// "Raise sums, then use that money": another verb has what is meant.
	v := ar.verbOver(n.head)
	for k := first; k < n.first; k++ {
		if t := &a.Tokens[k]; t.Rel == nlp.Obj && int(t.Head) != v && !ar.hangsOn(n.head, k) {
			return false
		}
	}
	return true
}

// verbOver is the nearest verb that token i depends on, -1 for none.
func (ar *article) verbOver(i int) int {
	for n := 0; i >= 0 && n < 40; n++ {
		i = int(ar.a.Tokens[i].Head)
		if i >= 0 && ar.a.Tokens[i].POS.Verb() {
			return i
		}
	}
	return -1
}

// before explains the subject that the claim opens with, if nothing else
// tells what it means, by the sentence that has it: for a pronoun the one
// before, for a definite phrase the last one with its noun.
func (w *rewriting) before() bool {
	a, p := w.a, w.p
	anchors := w.anchors()
	for _, s := range w.open() {
		i := a.TokenAt(s.Start)
		if i > p.first+1 {
			return false
		}
		if !w.bears(s, anchors) {
			continue
		}
		said, at, why := "", i, "explained"
		switch t := &a.Tokens[i]; t.POS {
		case nlp.PRP:
			if subjectRel(t.Rel) && i == p.first && !w.extraposed(i) {
				said = w.sentenceFor(w.low(i))
			}
		case nlp.DT:
			if n, ok := w.definiteAt(i, p.last); ok && subjectRel(a.Tokens[n.head].Rel) {
				at = n.last - 1
				said = w.lastTold(n)
				if said == "" && anchors == 0 && w.partOfLast(n) {
					said, why = w.sentenceOrStart(), "context"
				}
			}
		}
		if said != "" {
			end := int(a.Tokens[at].End)
			w.put(span.Span{Start: end, End: end}, " ["+said+"]", why)
			return true
		}
	}
	return false
}

// sentenceFor is what stands before the claim, in its sentence or else in the
// one before, if it has something that the pronoun low can mean.
func (w *rewriting) sentenceFor(low string) string {
	switch low {
	case "it", "they", "he", "she":
	default:
		return ""
	}
	a, f := w.a, w.p.first
	s := int(a.Tokens[f].Sentence)
	x := &a.Sentences[s]
	if w.agreeingIn(low, x.First, f) {
		// "..., saying they failed": what led to it.
		last, cut := f, false
		for last > x.First {
			t := &a.Tokens[last-1]
			if t.POS != nlp.CC && !isMark(a, last-1) && !(t.POS == nlp.VBG && reporting[t.Lemma]) && !(t.Rel == nlp.Mark && t.Lemma == "that") {
				break
			}
			cut = cut || t.POS == nlp.Comma || t.POS == nlp.CC
			last--
		}
		if !cut || !w.anyFinite(x.First, last) || !w.agreeingIn(low, x.First, last) {
			return ""
		}
		return w.explain(conceding(a, x.First), last, nounsOpen)
	}
	// What leads a quotation in tells more than the sentence before it.
	if s == 0 || f-x.First > 4 {
		return ""
	}
	y := &a.Sentences[s-1]
	// "It opened in May. It has": both go on from the sentence before.
	for n := 0; n < 3 && s > 1 && y.Block == a.Sentences[s-2].Block && strings.EqualFold(a.Word(y.First), nominative(low)) && !w.headings[s-2]; n++ {
		s--
		y = &a.Sentences[s-1]
	}
	agrees := false
	if low == "he" || low == "she" {
		agrees = w.personNamed(y.First, y.Last)
	} else {
		agrees = w.agreeingIn(low, y.First, y.Last)
	}
	if w.headings[s-1] || x.Block-y.Block > 1 || !agrees {
		return ""
	}
	return w.explain(y.First, y.Last, nounsOpen)
}

// personNamed reports whether a person is named in [first, last).
func (ar *article) personNamed(first, last int) bool {
	for i := range ar.a.Entities {
		if e := &ar.a.Entities[i]; e.Kind == nlp.Person && e.First >= first && e.Last <= last {
			return true
		}
	}
	return false
}

// extraposed reports whether the "it" at token i may stand for a clause behind
// it: "it would be a stretch to say".
func (w *rewriting) extraposed(i int) bool {
	a := w.a
	if !strings.EqualFold(a.Word(i), "it") {
		return false
	}
	if w.forClause(i + 1) {
		return true
	}
	be, done := false, false
	for k := i + 1; k < min(w.p.last, i+12); k++ {
		switch t := &a.Tokens[k]; {
		case t.Lemma == "be" || a.Word(k) == "'s" || a.Word(k) == "’s":
			be = true
		case t.POS == nlp.VBN:
			done = true // "it was left by a man who": no cleft
		case be && (t.Lemma == "true" || (t.POS == nlp.WDT || t.POS == nlp.WP) && !done || t.Lemma == "clear" || t.POS == nlp.TO && a.Tokens[k-1].POS != nlp.VBN || t.POS == nlp.IN && t.Rel == nlp.Mark):
			return true
		case t.POS == nlp.Comma || t.POS == nlp.VBD || t.POS == nlp.VBZ && !be:
			return false
		}
	}
	return false
}

// partOfLast reports whether the plain phrase n, which the article has not used
// before, is likely to be part of what the sentence before has told, in the
// same paragraph: "the victim" of an attack, "the device". Bodies and places
// are named somewhere else.
func (w *rewriting) partOfLast(n nominal) bool {
	a := w.a
	s := int(a.Tokens[n.head].Sentence)
	if n.last-n.first != 2 || s == 0 || a.Sentences[s].Block != a.Sentences[s-1].Block || a.Sentences[s-1].Last-a.Sentences[s-1].First < 7 {
		return false
	}
	noun := strings.ToLower(a.Tokens[n.head].Lemma)
	if k := nlp.KindOfNoun(noun); k == nlp.OrganizationNoun || k == nlp.PlaceNoun || k == nlp.GroupNoun || placeNouns[noun] || localNouns[noun] || organizationNouns[noun] {
		return false
	}
	for j := w.p.first - 1; j >= 0; j-- {
		if strings.EqualFold(a.Tokens[j].Lemma, noun) {
			return false
		}
	}
	return true
}

// lastTold is the last sentence of the four before that has the noun of n, ""
// if the noun was said there of two things.
func (w *rewriting) lastTold(n nominal) string {
	a := w.a
	s := int(a.Tokens[n.head].Sentence)
	h := &a.Tokens[n.head]
	if organizationNouns[strings.ToLower(h.Lemma)] || localNouns[strings.ToLower(h.Lemma)] {
		return ""
	}
	told, introduced := -1, 0
	for j := a.Sentences[s].First - 1; j >= 0 && s-int(a.Tokens[j].Sentence) <= 4; j-- {
		t := &a.Tokens[j]
		if t.POS != h.POS || t.Lemma != h.Lemma || w.headings[t.Sentence] || t.Rel == nlp.Compound || a.Tokens[j+1].POS == nlp.NN || a.Tokens[j+1].POS == nlp.NNS {
			continue
		}
		if told < 0 {
			told = int(t.Sentence)
		}
		if d, ok := w.describedAt(j); ok && d.indefinite {
			introduced++
		}
	}
	if told < 0 || introduced > 1 {
		return ""
	}
	x := &a.Sentences[told]
	if x.Last-x.First > longestLeadIn {
		return "" // a definite phrase tells enough by itself for that
	}
	if x.First == 0 && strings.HasPrefix(a.Span(x.First, x.Last).Of(a.Text), w.title()) {
		return ""
	}
	return w.explain(x.First, x.Last, noneOpen)
}

// demonstrative reports whether token i is "this" or "that" for something
// said before: the subject of a clause, without a noun.
func (ar *article) demonstrative(i int) bool {
	a := ar.a
	switch ar.low(i) {
	case "this", "that", "these", "those":
	default:
		return false
	}
	t := &a.Tokens[i]
	if t.POS != nlp.DT && t.POS != nlp.PRP || i+1 >= len(a.Tokens) {
		return false
	}
	next := a.Tokens[i+1].POS
	if next == nlp.WP || next == nlp.WDT || next == nlp.IN || next == nlp.VBN || next.Noun() || next == nlp.JJ {
		return false // "those who"
	}
	return subjectRel(t.Rel) || next == nlp.VBZ || next == nlp.VBD || next == nlp.MD
}
