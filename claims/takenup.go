package claims

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/onrecord/onrecord/nlp"
)

// How many tokens a claim has at most that hardly says what it is about: "Orlo has
// pledged $5 million", and without a name "managers could get a year's pay".
const (
	fewWords = 9
	fewBare  = 12
)

// goesOn is what stands before a claim that goes on from it, "The panel found 31
// cracks", where neither the claim nor the title tells what a definite
// noun means, where the claim says that something is the same or another, or
// where it is too short to say of what it is; "" otherwise.
func (w *rewriting) goesOn() string {
	if w.nested || w.explainedAtAll() || w.newGame() || w.ofLead(w.p.first) {
		return ""
	}
	s := ""
	before := w.onlyFromBefore()
	if s = w.restCounted(); s == "" {
		s = w.suchOne()
	}
	if s == "" && !before && (w.unexplained() || w.countedPeople()) {
		s = w.recalled()
	}
	if s == "" && (before || w.untold() || w.takesUp() || w.brief() || w.unexplained() && (w.sameBlockBefore() || w.takesUpNoun() && w.tellsMore())) {
		s = w.stoodBefore()
	}
	if s == "" || !w.p.frame.empty() && strings.HasPrefix(w.frameWords(), s) {
		return ""
	}
	// A lone surname is perhaps not that of who is named there.
	for _, x := range w.open() {
		if w.a.Tokens[w.a.TokenAt(x.Start)].POS.Proper() && strings.Contains(s, " "+x.Of(w.a.Text)) {
			return ""
		}
	}
	return s
}

// unexplained reports whether anything stayed open but a name in part or a word
// for who speaks.
func (w *rewriting) unexplained() bool {
	for _, s := range w.open() {
		i := w.a.TokenAt(s.Start)
		if w.a.Tokens[i].POS.Proper() || w.speechPronoun(i) && (w.a.Tokens[i].POS == nlp.PRP || w.a.Tokens[i].POS == nlp.PRPS) {
			continue
		}
		return true
	}
	return false
}

// takesUpNoun reports whether a pronoun or an adverb of place stayed open, or a
// definite noun that stands alone, "the compromise", or that was said before: what
// only its own adjectives tell is nothing that the sentence before tells.
func (w *rewriting) takesUpNoun() bool {
	a := w.a
	for _, s := range w.open() {
		i := a.TokenAt(s.Start)
		if w.timeWord(i) || a.Tokens[i].POS.Proper() || w.speechPronoun(i) && (a.Tokens[i].POS == nlp.PRP || a.Tokens[i].POS == nlp.PRPS) {
			continue
		}
		if a.Tokens[i].POS == nlp.RB && w.low(i) == "then" || w.countsTimes(i) {
			continue
		}
		n, ok := w.definiteAt(i, w.p.last)
		if ok && !n.pointing && (a.Tokens[n.head].POS.Proper() || localNouns[strings.ToLower(a.Tokens[n.head].Lemma)] || n.last-n.first > 2 && !w.saidBefore(n.head)) {
			continue
		}
		if ok && !n.pointing && w.inTitle(n.head) {
			continue
		}
		return true
	}
	return false
}

// inTitle reports whether the title has the noun at token h.
func (w *rewriting) inTitle(h int) bool {
	noun := strings.ToLower(w.a.Tokens[h].Lemma)
	return slices.ContainsFunc(strings.Fields(strings.ToLower(w.title())), func(t string) bool { return formOf(t, noun) })
}

// saidBefore reports whether the noun at token h stands in the article before the
// sentence that it is in.
func (ar *article) saidBefore(h int) bool {
	j := ar.sameNoun(h)
	for n := 0; j >= 0 && ar.a.Tokens[j].Sentence == ar.a.Tokens[h].Sentence && n < longestLeadIn; n++ {
		j = ar.sameNoun(j)
	}
	return j >= 0 && ar.a.Tokens[j].Sentence != ar.a.Tokens[h].Sentence
}

// tellsMore reports whether the sentence before the claim's speaks of something that
// the claim speaks of too, or the first one of the article does not either.
func (w *rewriting) tellsMore() bool {
	s := int(w.a.Tokens[w.p.first].Sentence)
	if s == 0 || w.sharesNoun(s-1) || w.p.first > w.a.Sentences[s].First+longestCutStart {
		return true
	}
	_, first := w.firstTold()
	return first < 0 || !w.sharesNoun(first)
}

// longestCutStart is how many tokens may be cut off before a claim that do not state
// anything.
const longestCutStart = 5

// sameBlockBefore reports whether a sentence of the claim's paragraph stands
// before it.
func (w *rewriting) sameBlockBefore() bool {
	a := w.a
	s := int(a.Tokens[w.p.first].Sentence)
	return s > 0 && a.Sentences[s-1].Block == a.Sentences[s].Block
}

// brief reports whether the claim has few words and hardly a name.
func (w *rewriting) brief() bool {
	p := w.p
	n := p.last - p.first + p.subjectLast - p.subjectFirst + p.frame.last - p.frame.first
	return n <= fewBare && w.anchors() < 2 && (n <= fewWords || w.anchors() == 0)
}

// stoodBefore is what was said before the claim, as it reads alone: the
// beginning of its sentence if that states something, or else the sentence
// before. Nothing but a definite noun may stay open in it.
func (w *rewriting) stoodBefore() string {
	a, f := w.a, w.p.first
	s := int(a.Tokens[f].Sentence)
	x := &a.Sentences[s]
	// The beginning ends before "and", before "while", before "but Orlo noted that".
	nearest := true
	for last := f; last > x.First+2 && !w.framePoints() && f-x.First <= 3*longestExplanation; last-- {
		if last < f && (!isMark(a, last) && a.Tokens[last].POS != nlp.CC || w.opensMarks(last)) || isMark(a, last-1) || a.Tokens[last-1].POS == nlp.CC {
			continue
		}
		whole := nearest && !hanging(a.Tokens[last-1].POS) && w.anyFinite(x.First, last) || w.mainClause(x.First, last)
		nearest = false
		if !whole || w.ledIn(x.First, last) {
			continue
		}
		if t := w.goingBack(conceding(a, x.First), last); t != "" && balanced(t) {
			return t
		}
	}
	if s > 1 && a.Word(a.Sentences[s-1].First) == "(" && w.follow(s-1) {
		s-- // said by the way
	}
	if !w.follow(s - 1) {
		return ""
	}
	y := &a.Sentences[s-1]
	t := w.goingBack(y.First, y.Last)
	if t == "" && (w.takesUp() || w.pointsOpen() || w.onlyFromBefore()) {
		s--
		// "So, a little better than that": what it goes on from stands before.
		if s > 0 && a.Sentences[s-1].Block == y.Block && (w.low(y.First) == "so" || !w.anyFinite(y.First, y.Last)) {
			s--
		}
		if t = w.ownWords(s); t == "" && w.follow(s-1) && a.Sentences[s-1].Block == y.Block {
			t = w.bothInOwnWords(s)
		}
	}
	return t
}

// hanging reports whether a word of class p needs what follows it: "even though".
func hanging(p nlp.POS) bool {
	switch p {
	case nlp.IN, nlp.TO, nlp.DT, nlp.WDT, nlp.WRB, nlp.WP:
		return true
	}
	return false
}

// balanced reports whether the quotation marks of s open and close.
func balanced(s string) bool {
	return strings.Count(s, "“") == strings.Count(s, "”") && strings.Count(s, "\"")%2 == 0 && !singleOpen(s)
}

// singleOpen reports whether a single quotation mark opens in s and none closes
// behind it: "leaders denied 'sensational".
func singleOpen(s string) bool {
	i := max(strings.LastIndex(s, " '"), strings.LastIndex(s, " ‘"))
	if i < 0 {
		return false
	}
	for _, word := range strings.Fields(s[i:]) {
		if word = strings.TrimRight(word, ",.;:!?"); strings.HasSuffix(word, "'") || strings.HasSuffix(word, "’") {
			return false
		}
	}
	return true
}

// opensMarks reports whether the mark at token i opens a quotation, which what
// stands before it may need: "leaders denied | 'sensational' claims".
func (ar *article) opensMarks(i int) bool {
	a := ar.a
	switch a.Word(i) {
	case "'", "\"", "“", "‘":
		return i > 0 && i+1 < len(a.Tokens) && a.Tokens[i-1].End < a.Tokens[i].Start && a.Tokens[i].End == a.Tokens[i+1].Start
	}
	return false
}

// mainClause reports whether the tokens [first, last) have a clause that depends on
// no other, and end with a word that needs no other.
func (w *rewriting) mainClause(first, last int) bool {
	a := w.a
	if hanging(a.Tokens[last-1].POS) {
		return false
	}
	for k := first; k < last; k++ {
		h := int(a.Tokens[k].Head)
		if !subjectRel(a.Tokens[k].Rel) || h < first || h >= last {
			continue
		}
		switch a.Tokens[h].Rel {
		case nlp.Advcl, nlp.ACL, nlp.ACLRelcl:
			continue
		}
		for v := k + 1; v <= h; v++ {
			if finitePOS(a.Tokens[v].POS) {
				return true
			}
		}
	}
	return false
}

// goingBack is what the tokens [first, last) of a sentence say as it reads alone,
// with the sentence before where it goes on from that itself.
func (w *rewriting) goingBack(first, last int) string {
	if w.a.Word(last-1) == ":" {
		return ""
	}
	e := last - 1
	for e > first && (isMark(w.a, e) || strings.EqualFold(w.a.Word(e), "then")) {
		if !isMark(w.a, e) && isMark(w.a, e-1) {
			last = e // "Orr closed the mill, then | Vale sold it"
		}
		e--
	}
	if t := &w.a.Tokens[e]; t.POS.Verb() && reporting[t.Lemma] && !w.subjectWithin(first, e) {
		return "" // "the judge wrote": what?
	}
	if t := w.explain(first, last, nounsOpen); t != "" {
		return t
	}
	if t := w.joined(int(w.a.Tokens[first].Sentence)-1, w.explain(first, last, behindOpen)); t != "" {
		return t
	}
	return w.explain(first, last, pointingOpen)
}

// longestJoined is how many bytes two sentences have at most that are joined.
const longestJoined = 420

// joined is sentence s and what goes on from it, said, as they read alone:
// "Lawmakers repealed it. A judge found that action unlawful".
func (w *rewriting) joined(s int, said string) string {
	if said == "" || !balanced(said) || !w.follow(s) {
		return ""
	}
	x := &w.a.Sentences[s]
	if t := w.explain(x.First, x.Last, nounsOpen); t != "" && len(t)+len(said) < longestJoined {
		return joinSentences(t, said)
	}
	return ""
}

// joinSentences is the sentence t, which may have lost its stop, and said behind it.
func joinSentences(t, said string) string {
	if r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(t, "”’\"'")); strings.ContainsRune(".!?…:;,—–", r) {
		return t + " " + said
	}
	return t + ". " + said
}

// follow reports whether sentence s stands before the next one in the same
// story and says more than the title, which stands in the note.
func (w *rewriting) follow(s int) bool {
	a := w.a
	if s < 0 || w.headings[s] {
		return false
	}
	x, next := &a.Sentences[s], &a.Sentences[s+1]
	if next.Block-x.Block > 1 || next.Block != x.Block && w.itemised() {
		return false
	}
	return w.title() == "" || !strings.HasPrefix(a.Span(x.First, x.Last).Of(a.Text), w.title())
}

// itemised reports whether the article is a list of things that have nothing to
// do with each other, by its title: "5 things to know today".
func (w *rewriting) itemised() bool {
	t := w.title()
	return t != "" && t[0] >= '0' && t[0] <= '9'
}

// untold reports whether a "that" stayed open, or a definite noun that bears the
// claim and is not in the title either.
func (w *rewriting) untold() bool {
	a := w.a
	title := strings.Fields(strings.ToLower(w.title()))
	anchors := w.anchors()
	for _, s := range w.open() {
		i := a.TokenAt(s.Start)
		if w.thatObject(i) {
			return true
		}
		n, ok := w.definiteAt(i, w.p.last)
		if !ok || !w.bears(s, anchors) {
			continue
		}
		if r := a.Tokens[n.head].Rel; !n.pointing && !subjectRel(r) && (n.last-n.first > 2 || n.last+1 < w.p.last && a.Tokens[n.last].POS == nlp.IN && !w.timeWord(n.last+1)) {
			continue // "the higher tax bracket", "the fight against": it tells enough by the way
		}
		noun := strings.ToLower(a.Tokens[n.head].Lemma)
		if localNouns[noun] || placeNouns[noun] || slices.ContainsFunc(title, func(t string) bool { return formOf(t, noun) }) {
			continue
		}
		return true
	}
	return false
}

// formOf reports whether the word t of a title is a form of noun or is made
// from it: "explosions" for "explosion".
func formOf(t, noun string) bool {
	t = strings.TrimFunc(t, func(r rune) bool { return r < 'a' || r > 'z' })
	return t == noun || len(noun) > 3 && strings.HasPrefix(t, strings.TrimSuffix(noun, "e")) && len(t) <= len(noun)+3
}

// takesUp reports whether the claim says that something is as another thing was
// that stands before it: "73 percent said the same", "a comparable method".
func (w *rewriting) takesUp() bool {
	if w.pointsBackwards() {
		return true
	}
	for k := w.p.first; k < w.p.last; k++ {
		if w.knownBefore(k) {
			return true
		}
		switch w.lowAt(k) {
		case "same":
			// "The same as in May", "the same amount": told.
			if p := w.posAt(k + 1); k > w.p.first && w.lowAt(k-1) == "the" && !p.Noun() && p != nlp.JJ && w.lowAt(k+1) != "as" {
				return true
			}
		case "similar", "comparable":
			// "Similar to the first": told.
			if w.posAt(k+1).Noun() && w.lowAt(k+2) != "to" {
				return true
			}
		case "another", "other":
			if k == w.p.first && w.lowAt(k+1) != "than" {
				return true
			}
		case "that":
			// "Has never done that to": what?
			if k > w.p.first && w.a.Tokens[k-1].Lemma == "do" && (k+1 >= w.p.last || w.posAt(k+1) == nlp.TO || w.posAt(k+1) == nlp.IN) {
				return true
			}
		case "those":
			if k == w.p.first && w.posAt(k+1) == nlp.WP && w.posAt(k+2) == nlp.VBD {
				return true
			}
		case "since":
			if k+1 == w.p.last && w.posAt(k) == nlp.RB {
				return true
			}
		}
	}
	return false
}
