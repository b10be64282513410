package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// longestExplanation is how many words of the sentence before may stand in
// brackets behind a "this".
const longestExplanation = 40

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
			}
		case i <= p.first+2 && w.demonstrative(i), w.thatObject(i) && i-p.first <= 8:
			said, at = w.sentenceBefore(p.first), i
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
					case w.pointsBack(n):
						said, why = w.sentenceBefore(p.first), "context"
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
		switch strings.ToLower(a.Word(e)) {
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

// sizes are nouns that only compare: "of that size", "at this rate".
var sizes = set("size kind sort type nature level scale extent length age point stage degree")

// pointsBack reports whether the pointing phrase n within the claim is likely to
// take up what the sentence before tells, not the place or the contest that the
// whole article is about: "this country", "this race".
func (ar *article) pointsBack(n nominal) bool {
	a := ar.a
	noun := strings.ToLower(a.Tokens[n.head].Lemma)
	if placeNouns[noun] || localNouns[noun] || sizes[noun] || calendarNouns[noun] || noun == "one" || noun == "race" || noun == "election" || noun == "campaign" || noun == "case" {
		return false
	}
	return n.last >= len(a.Tokens) || a.Tokens[n.last].POS != nlp.POSS
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
			if (t.Rel == nlp.Nsubj || t.Rel == nlp.NsubjPass) && i == p.first && !w.extraposed(i) {
				said = w.sentenceFor(strings.ToLower(a.Word(i)))
			}
		case nlp.DT:
			if n, ok := w.definiteAt(i, p.last); ok && (a.Tokens[n.head].Rel == nlp.Nsubj || a.Tokens[n.head].Rel == nlp.NsubjPass) {
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
	for n := 0; n < 3 && s > 1 && y.Block == a.Sentences[s-2].Block && strings.EqualFold(a.Word(y.First), nominative(low)) && !w.heading(s-2); n++ {
		s--
		y = &a.Sentences[s-1]
	}
	agrees := false
	if low == "he" || low == "she" {
		agrees = w.personNamed(y.First, y.Last)
	} else {
		agrees = w.agreeingIn(low, y.First, y.Last)
	}
	if w.heading(s-1) || x.Block-y.Block > 1 || !agrees {
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
		if t.POS != h.POS || t.Lemma != h.Lemma || w.heading(int(t.Sentence)) || t.Rel == nlp.Compound || a.Tokens[j+1].POS == nlp.NN || a.Tokens[j+1].POS == nlp.NNS {
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
	if x.First == 0 && strings.HasPrefix(a.Span(x.First, x.Last).Of(a.Text), w.title()) {
		return ""
	}
	return w.explain(x.First, x.Last, noneOpen)
}

// demonstrative reports whether token i is "this" or "that" for something
// said before: the subject of a clause, without a noun.
func (ar *article) demonstrative(i int) bool {
	a := ar.a
	switch strings.ToLower(a.Word(i)) {
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
	return t.Rel == nlp.Nsubj || t.Rel == nlp.NsubjPass || next == nlp.VBZ || next == nlp.VBD || next == nlp.MD
}

// sentenceBefore is the sentence before the one of token i as it reads alone,
// "" where there is none near, or none that states something short enough.
func (w *rewriting) sentenceBefore(i int) string {
	a := w.a
	s := int(a.Tokens[i].Sentence)
	// Within a sentence, its own beginning.
	if f := a.Sentences[s].First; i-f > 6 && w.p.quote == None {
		if w.anyFinite(f, i) {
			return ""
		}
	}
	for n := 0; n < 3 && s > 0 && !w.heading(s-1) && a.Sentences[s].Block-a.Sentences[s-1].Block <= 1; n++ {
		y := &a.Sentences[s-1]
		if said := w.explain(y.First, y.Last, anyOpen); said != "" {
			return said
		}
		// "That compares with ...": what it goes on from stands before.
		if !w.pointer(y.First) || s > 1 && y.Block != a.Sentences[s-2].Block {
			return ""
		}
		s--
	}
	return ""
}

// pointer reports whether the sentence that begins at token i has to be
// explained itself: "this includes", but not "this mission includes".
func (ar *article) pointer(i int) bool {
	low := strings.ToLower(ar.a.Word(i))
	if (low == "this" || low == "these") && i+1 < len(ar.a.Tokens) {
		p := ar.a.Tokens[i+1].POS
		return p.Verb() || p == nlp.MD || p == nlp.RB
	}
	return pointers[low]
}

// pointers are words that begin a sentence which has to be explained itself.
var pointers = set("this that these those it here there such what so")

// openness is how far an explanation may need explaining itself.
type openness uint8

const (
	anyOpen   openness = iota // a word or two may stay open
	nounsOpen                 // none that bears it, but for definite nouns
	noneOpen                  // none that bears it
)

// explain is the sentence of the tokens [first, last) as it reads alone,
// without its full stop, how far it may need explaining itself.
func (w *rewriting) explain(first, last int, how openness) string {
	a := w.a
	p := proposition{first: first, last: last, quote: None, speaker: None, weight: 1, verb: -1}
	for i := range w.q.Quotes {
		x := &w.q.Quotes[i]
		for _, c := range x.Content {
			s := a.Span(first, last)
			if !c.Overlaps(s) {
				continue
			}
			// What somebody says is explained by what the same one says.
			if x.Type == quotes.Direct && x.Speaker != w.p.speaker {
				return ""
			}
			if c.Contains(a.Span(first+1, last-1)) {
				p.quote, p.speaker = i, x.Speaker
			}
		}
	}
	w.trim(&p)
	if p.last-p.first < 4 || p.last-p.first > longestExplanation || !w.anyFinite(p.first, p.last) || a.Word(last-1) == "?" {
		return ""
	}
	c := Claim{Span: a.Span(p.first, p.last), Speaker: p.speaker, Quote: p.quote}
	l := lexed(lex(nil, a.Text, c.Span.Start, c.Span.End))
	c.Times = l.times(a.Text, anchor{pub: w.pub}, nil)
	n := &rewriting{article: w.article, p: &p, c: &c, nested: true}
	t := n.write()
	if w.pointer(p.first) && !n.changed(a.Span(p.first, p.first+1)) && !w.ranks(p.first) {
		return "" // it would have to be explained itself
	}
	open := n.open()
	if len(open) > 2 {
		return ""
	}
	for _, s := range open {
		if how == anyOpen || !n.bears(s, 2) {
			continue
		}
		if d, ok := n.definiteAt(a.TokenAt(s.Start), p.last); how == noneOpen || !ok || d.pointing {
			return ""
		}
	}
	t = strings.TrimSuffix(t, ".")
	return strings.NewReplacer("[", "(", "]", ")").Replace(t)
}

// ranks reports whether the sentence that begins at token i is of the kind "it
// was the third fire of the year", which tells what it is about.
func (ar *article) ranks(i int) bool {
	a := ar.a
	return i+3 < len(a.Tokens) && strings.EqualFold(a.Word(i), "it") && a.Tokens[i+1].Lemma == "be" && strings.EqualFold(a.Word(i+2), "the") && ordinals[strings.ToLower(a.Word(i+3))] > 0
}

// happening is the last sentence before that tells what the noun of n only
// names: "a helicopter crashed in Logar" for "the crash".
func (w *rewriting) happening(n nominal) string {
	a := w.a
	noun := strings.ToLower(a.Tokens[n.head].Lemma)
	s := int(a.Tokens[n.head].Sentence)
	for j := a.Sentences[s].First - 1; j >= 0; j-- {
		t := &a.Tokens[j]
		if s-int(t.Sentence) > 5 {
			return ""
		}
		if !t.POS.Verb() || t.POS == nlp.VB || !names(noun, t.Lemma) {
			continue
		}
		if w.heading(int(t.Sentence)) {
			return ""
		}
		x := &a.Sentences[t.Sentence]
		return w.explain(x.First, x.Last, anyOpen)
	}
	return ""
}

// names reports whether noun names what verb tells: crash, explode and
// explosion, rule and ruling, announce and announcement.
func names(noun, verb string) bool {
	if noun == verb {
		return len(noun) > 3
	}
	if v, ok := deverbal[noun]; ok {
		return v == verb
	}
	for _, suffix := range [...]string{"ment", "ing", "ation", "ion", "al", "ance", "ence", "ure", "er"} {
		stem, ok := strings.CutSuffix(noun, suffix)
		if !ok || len(stem) < 3 || suffix == "er" {
			continue
		}
		if stem == verb || stem+"e" == verb || len(stem) > 3 && stem[len(stem)-1] == stem[len(stem)-2] && stem[:len(stem)-1] == verb {
			return true
		}
	}
	return false
}

// deverbal are nouns of happenings whose verb is spelt otherwise.
var deverbal = map[string]string{"decision": "decide", "explosion": "explode", "collision": "collide", "invasion": "invade", "expansion": "expand", "conclusion": "conclude",
	"death": "die", "loss": "lose", "sale": "sell", "purchase": "buy", "acquisition": "acquire", "shooting": "shoot", "theft": "steal", "robbery": "rob", "discovery": "discover",
	"victory": "win", "win": "win", "defeat": "beat", "suspension": "suspend", "extension": "extend", "reduction": "reduce", "production": "produce", "conviction": "convict",
	"donation": "donate", "gift": "give", "departure": "depart", "failure": "fail", "merger": "merge", "growth": "grow", "complaint": "complain", "proof": "prove", "flight": "fly",
	"permission": "permit", "submission": "submit", "admission": "admit", "injection": "inject", "protest": "protest", "analysis": "analyze", "speech": "speak", "trial": "try", "closure": "close"}
