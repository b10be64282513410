package claims

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// How far back a note may go to tell what a pronoun means: in sentences, in
// paragraphs, and how many tokens it may have.
const (
	longestTrail   = 4
	farthestPerson = 12
	farthestBlock  = 3
	trailingTokens = 120
)

// trailing puts what was said before behind the claim where a word that bears
// it means something told there and nothing else explains it: a pronoun,
// "others". A text that is long tells more than one that is open.
func (w *rewriting) trailing() {
	p := w.p
	for i := p.first; i < p.last; i++ {
		low := w.leansAt(i)
		if low == "" {
			continue
		}
		if said := w.trail(i, low); said != "" {
			end := w.c.Span.End
			w.put(span.Span{Start: end, End: end}, " ["+said+"]", "context")
			return
		}
	}
	if p.quote == None && w.c.Speaker == None && !p.reported {
		w.writer()
	}
}

// leansAt is the pronoun, as a subject, for what the word at token i leaves
// open, "this" for what was said; "" where nothing is open.
func (w *rewriting) leansAt(i int) string {
	a := w.a
	t := &a.Tokens[i]
	if w.changed(a.Span(i, i+1)) {
		return ""
	}
	low := w.low(i)
	switch {
	case t.POS == nlp.PRP || t.POS == nlp.PRPS:
		if w.speechPronoun(i) {
			// Whom a speaker reproaches is told before.
			if low == "you" && subjectRel(t.Rel) && (w.posAt(i+1) == nlp.VBD || i == w.p.first && w.posAt(i+1) == nlp.VBP && w.marked(i)) {
				return "you"
			}
			return ""
		}
		if !w.openPronoun(i) || w.extraposed(i) || w.beforeSubject(i) && w.cataphoric(i) {
			return ""
		}
		if m := w.mentionOf(i, i+1); m >= 0 && w.expletive(&a.Mentions[m]) || low == "it" && w.ranking(i) {
			return ""
		}
		if low = nominative(low); (low == "he" || low == "she") && w.personIn(i, low) {
			return ""
		}
		return low
	case w.countsTimes(i), w.ofLead(i):
	case i <= w.p.first+2 && w.demonstrative(i) || w.thatObject(i):
		if i+2 < w.p.last && a.Tokens[i+2].POS == nlp.HYPH {
			return "" // "this on-ramp"
		}
		return "this"
	case w.pointingAt(i) > 0 && low == "others":
		return "they"
	case w.elidedAt(i) > 0 && !(low == "the" && measured[strings.ToLower(a.Tokens[i+1].Lemma)]):
		return "this"
	}
	return ""
}

// beforeSubject reports whether token i stands before or in the main clause's
// subject, where a pronoun may mean what is named behind it.
func (w *rewriting) beforeSubject(i int) bool {
	p := w.p
	r := w.root(p.first, p.last)
	if r < 0 {
		return true
	}
	_, sl := w.subject(r, p.first, p.last)
	return sl == 0 && i < r || i < sl
}

// ranking reports whether the "it" at token i is the subject of what ranks it,
// "it would be the longest strike since", which is of the article's own topic.
func (w *rewriting) ranking(i int) bool {
	for k := i + 1; k < min(w.p.last, i+6); k++ {
		if t := &w.a.Tokens[k]; t.POS == nlp.JJS || t.POS == nlp.RBS {
			return true
		}
	}
	return false
}

// personIn reports whether the claim names the person whom the pronoun at token
// i is likely to mean where it does not look so: as an owner before it, "Orr's
// bet cost him", or as the subject behind a phrase that it stands in, "for all
// his skill, Orr".
func (w *rewriting) personIn(i int, low string) bool {
	a, p := w.a, w.p
	for k := range w.c.Entities {
		e := &w.c.Entities[k]
		if e.Kind != nlp.Person.String() {
			continue
		}
		if otherSex(e.Name, low) {
			continue
		}
		f, l := a.TokensIn(e.Span)
		if l <= i && l < len(a.Tokens) && a.Tokens[l].POS == nlp.POSS || f > i && f > p.first && a.Word(f-1) == "," && !w.anyFinite(p.first, f) {
			return true
		}
	}
	return false
}

// trail is what was said before the claim, back to the sentence that tells what
// the pronoun low at token i means, "" where none near does.
func (w *rewriting) trail(i int, low string) string {
	a := w.a
	s := int(a.Tokens[w.p.first].Sentence)
	x := &a.Sentences[s]
	if f := w.startOf(x.First); w.anyFinite(x.First, f) && w.tellsOf(low, w.behindSource(x.First, f), f) {
		if t := w.reads(conceding(a, x.First), f); t != "" {
			return t
		}
	}
	if k := w.namedBefore(i); (low == "he" || low == "she") && k >= 0 {
		return w.toldIn(k)
	}
	return w.back(s, low)
}

// back is what was said before sentence s, back to the one that tells what the
// pronoun low means, "" where none near does.
func (w *rewriting) back(s int, low string) string {
	a := w.a
	x := &a.Sentences[s]
	person := low == "he" || low == "she"
	var said []string
	tokens := 0
	for k := s - 1; k >= w.entryStart(s) && !w.headings[k]; k-- {
		y := &a.Sentences[k]
		if !person && (s-k > longestTrail || x.Block-y.Block > farthestBlock) || s-k > farthestPerson {
			return ""
		}
		told := w.tellsOf(low, y.First, y.Last) && !w.leansBack(y.First) && (!person || w.anyFinite(y.First, y.Last))
		if person && !told {
			continue // what somebody did meanwhile does not tell who it is
		}
		if a.Word(y.Last-1) == ":" {
			continue // it only leads in what follows
		}
		if n, _ := w.alone(y.First, y.Last, anyOpen); n == nil && !person && low != "you" && w.p.quote == None && w.marked(y.First+1) {
			continue // what somebody says in between is not gone on from
		}
		if tokens += y.Last - y.First; tokens > trailingTokens {
			return ""
		}
		said = append(said, w.toldIn(k))
		if told {
			slices.Reverse(said)
			return strings.ReplaceAll(strings.Join(said, ". "), "”. ", "” ")
		}
	}
	return ""
}

// namedBefore is the last sentence before the claim that has the person whom
// the pronoun at token i means by name, -1 for none near.
func (w *rewriting) namedBefore(i int) int {
	a := w.a
	m := w.mentionOf(i, i+1)
	if m < 0 || a.Mentions[m].Chain < 0 {
		return -1
	}
	s, found := int(a.Tokens[w.p.first].Sentence), -1
	if s > 0 && !w.headings[s-1] && i-w.p.first <= 1 {
		// Of a sentence about somebody else it is more likely that one.
		if n := w.personSubject(s - 1); n != "" && !samePerson(n, a.Chains[a.Mentions[m].Chain].Name) && !otherSex(n, nominative(w.low(i))) {
			return s - 1
		}
	}
	for _, k := range a.Chains[a.Mentions[m].Chain].Mentions {
		o := &a.Mentions[k]
		if t := int(a.Tokens[o.First].Sentence); o.Kind == nlp.Named && t < s && s-t <= farthestPerson && !w.headings[t] {
			found = t
		}
	}
	return found
}

// behindSource is the token of [first, last) behind the words that say who says
// the claim, which do not tell what it speaks of.
func (w *rewriting) behindSource(first, last int) int {
	if w.p.quote < 0 {
		return first
	}
	for _, s := range w.q.Quotes[w.p.quote].Source {
		if _, l := w.a.TokensIn(s); l > first && l <= last {
			first = l
		}
	}
	return first
}

// startOf is where what stands before the claim in its sentence, from token
// first, ends, without the words that join them.
func (w *rewriting) startOf(first int) int {
	a, last := w.a, w.p.first
	for last > first {
		t := &a.Tokens[last-1]
		if t.POS != nlp.CC && !isMark(a, last-1) && t.Rel != nlp.Mark && !(t.POS.Verb() && reporting[t.Lemma]) && !contrasting[w.low(last-1)] {
			break
		}
		last--
	}
	return last
}

// toldIn is sentence k as it reads alone or, where it holds what others say, in
// its own words.
func (w *rewriting) toldIn(k int) string {
	y := &w.a.Sentences[k]
	if t := w.reads(y.First, y.Last); t != "" {
		return t
	}
	return paired(roundBrackets.Replace(strings.TrimSuffix(spaced(w.dated(y.First, y.Last)), ".")))
}

// dated is the tokens [first, last) with their relative times as dates.
func (w *rewriting) dated(first, last int) string {
	p := proposition{first: first, last: last, quote: None, speaker: None, verb: -1}
	c := Claim{Span: w.a.Span(first, last), Speaker: None, Quote: None}
	c.Times = slices.Clone(w.timesIn(c.Span))
	n := &rewriting{article: w.article, p: &p, c: &c, nested: true}
	n.dates()
	return n.compose()
}

// reads is the tokens [first, last) as they read alone, with whole pairs of
// quotation marks.
func (w *rewriting) reads(first, last int) string {
	_, t := w.alone(first, last, anyOpen)
	if p := w.a.Tokens[first].POS; p == nlp.OpenQuote || p == nlp.CloseQuote {
		t = strings.ReplaceAll(t, "\"", "") // the first of them is gone
	}
	return paired(strings.TrimRight(t, " ,\"“"))
}

// paired is s without the quotation marks of a kind that do not come in pairs.
func paired(s string) string {
	if strings.Count(s, "“") != strings.Count(s, "”") {
		s = withoutMarks.Replace(s)
	}
	if strings.Count(s, "\"")%2 == 1 {
		s = strings.ReplaceAll(s, "\"", "")
	}
	return strings.TrimSpace(s)
}

// tellsOf reports whether the tokens [first, last) name what the pronoun low
// may mean.
func (w *rewriting) tellsOf(low string, first, last int) bool {
	switch low {
	case "this":
		return last-first >= 4
	case "you":
		return w.otherPerson(first, last)
	case "he", "she":
		for k := range w.a.Entities {
			if e := &w.a.Entities[k]; e.Kind == nlp.Person && e.First >= first && e.Last <= last && !otherSex(e.Span.Of(w.a.Text), low) {
				return true
			}
		}
		for k := first; k < last; k++ {
			l := strings.ToLower(w.a.Tokens[k].Lemma)
			if w.a.Tokens[k].POS == nlp.NN && (personNouns[l] || humanNouns[l]) && !(femaleNouns[l] && low == "he") && !(maleNouns[l] && low == "she") {
				return true
			}
		}
		return false
	}
	return w.agreeingIn(low, first, last) || low == "they" && w.bareNumber(first, last)
}

// bareNumber reports whether a number stands for several in the tokens [first,
// last), without a noun: "the attendance of 11,847".
func (w *rewriting) bareNumber(first, last int) bool {
	for k := first + 1; k < last; k++ {
		if t := &w.a.Tokens[k]; t.POS == nlp.CD && t.Rel == nlp.Nmod && strings.EqualFold(w.a.Word(k-1), "of") && !w.timeWord(k) {
			return true
		}
	}
	return false
}

// otherPerson reports whether the tokens [first, last) name a person who is not
// the one that says the claim, or several.
func (w *rewriting) otherPerson(first, last int) bool {
	a := w.a
	name := ""
	if k := w.c.Speaker; k >= 0 && k < len(w.q.Speakers) {
		name = w.q.Speakers[k].Name
	}
	for i := range a.Entities {
		if e := &a.Entities[i]; e.Kind == nlp.Person && e.First >= first && e.Last <= last && (name == "" || !strings.Contains(name, e.Span.Of(a.Text))) {
			return true
		}
	}
	for k := first; k < last; k++ {
		if a.Tokens[k].POS == nlp.NNPS {
			return true // a people, a party
		}
	}
	return false
}

// leansBack reports whether the sentence that begins at token i has a pronoun
// for its subject, so that it tells no more than the one after it.
func (w *rewriting) leansBack(i int) bool {
	a := w.a
	for k := i; k < min(len(a.Tokens), i+3); k++ {
		if t := &a.Tokens[k]; t.POS == nlp.PRP && subjectRel(t.Rel) && !w.speechPronoun(k) && t.Rel != nlp.Expl || t.POS == nlp.PRPS && k == i {
			return true
		}
	}
	return w.pointer(i)
}

// writer says once that it is the writer of the article who says "I" or "we".
func (w *rewriting) writer() {
	a, p := w.a, w.p
	for i := p.first; i < p.last; i++ {
		switch w.low(i) {
		case "i", "me", "my", "we", "us", "our":
		default:
			continue
		}
		if t := a.Tokens[i].POS; t != nlp.PRP && t != nlp.PRPS || !w.openPronoun(i) || w.spokenOf(i) {
			continue
		}
		if w.marked(i) {
			// Whoever is quoted was named before, if at all.
			if w.personNamed(p.first, i) {
				return
			}
			if said := w.trail(i, "he"); said != "" {
				end := w.c.Span.End
				w.put(span.Span{Start: end, End: end}, " ["+said+"]", "context")
			}
			return
		}
		if w.answering(int(a.Tokens[i].Sentence)) {
			return // whoever answers
		}
		who := "the writer"
		if len(w.doc.Authors) == 1 && properName(w.doc.Authors[0]) {
			who = w.doc.Authors[0] + ", the writer,"
		}
		if n := w.letterWriter(); n != "" {
			who = n + ", a reader,"
		}
		switch w.low(i) {
		case "we", "us", "our":
			if n := w.house(); n != "" {
				who = n
			}
		}
		end := int(a.Tokens[i].End)
		w.put(span.Span{Start: end, End: end}, " ["+who+" speaking]", "first person")
		return
	}
}

// marked reports whether token i stands in quotation marks, whoever is quoted.
func (w *rewriting) marked(i int) bool {
	a := w.a
	b := a.Sentences[a.Tokens[i].Sentence].Block
	for k := i - 1; k >= 0 && a.Sentences[a.Tokens[k].Sentence].Block == b; k-- {
		switch a.Tokens[k].POS {
		case nlp.OpenQuote:
			return true
		case nlp.CloseQuote:
			return false
		}
	}
	return w.quotedDirectly(a.Span(i, i+1))
}
