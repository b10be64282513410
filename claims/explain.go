package claims

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

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
	for n := 0; n < 3 && s > 0 && !w.headings[s-1] && a.Sentences[s].Block-a.Sentences[s-1].Block <= 1; n++ {
		y := &a.Sentences[s-1]
		if a.Word(y.First) == "(" && s > 1 {
			s-- // said by the way
			continue
		}
		if said := w.explain(y.First, y.Last, anyOpen); said != "" {
			if w.opensOpen(y.First, y.Last) {
				return w.withBefore(s-1, said)
			}
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
	low := ar.low(i)
	if (low == "this" || low == "these") && i+1 < len(ar.a.Tokens) {
		p := ar.a.Tokens[i+1].POS
		return p.Verb() || p == nlp.MD || p == nlp.RB
	}
	if low == "there" && ar.a.Tokens[i].POS == nlp.EX {
		return false // "there were 14 fires"
	}
	return pointers[low]
}

// pointers are words that begin a sentence which has to be explained itself.
var pointers = set("this that these those it here there such what so")

// openness is how far an explanation may need explaining itself.
type openness uint8

const (
	behindOpen   openness = iota // as the next, and it may go on from a sentence that is put before it
	anyOpen                      // a word or two may stay open
	pointingOpen                 // none that bears it, but for nouns, "this habit" too
	nounsOpen                    // none that bears it, but for definite nouns
	noneOpen                     // none that bears it
)

// explain is the sentence of the tokens [first, last) as it reads alone,
// without its full stop, how far it may need explaining itself.
func (w *rewriting) explain(first, last int, how openness) string {
	a := w.a
	n, t := w.alone(first, last, how)
	if n == nil || n.p.last-n.p.first > longestExplanation {
		return ""
	}
	p := n.p
	if how != behindOpen && w.pointer(p.first) && !n.changed(a.Span(p.first, p.first+1)) && !w.ranks(p.first) {
		return "" // it would have to be explained itself
	}
	open := n.open()
	if len(open) > 2 || strings.Contains(t, "<") || strings.Contains(t, "://") {
		return "" // markup says nothing
	}
	for _, s := range open {
		if how <= anyOpen || !n.bears(s, 2) {
			continue
		}
		if d, ok := n.definiteAt(a.TokenAt(s.Start), p.last); how == noneOpen || !ok || d.pointing && how > pointingOpen {
			return ""
		}
	}
	return t
}

// alone is the sentence of the tokens [first, last) as it reads alone, as far
// as it does, without its full stop, and what was put into it; nil for one that
// states nothing, or that somebody else says than the claim.
func (w *rewriting) alone(first, last int, how openness) (*rewriting, string) {
	key := aloneKey{first, last, None, how <= anyOpen, how == behindOpen}
	for i := range w.q.Quotes {
		// Whose words the claim is matters to what somebody says.
		if x := &w.q.Quotes[i]; x.Type == quotes.Direct && x.Speaker != None && slices.ContainsFunc(x.Content, w.a.Span(first, last).Overlaps) {
			key.speaker = w.p.speaker
			break
		}
	}
	x, ok := w.alones[key]
	if !ok {
		x.w, x.text = w.readAlone(first, last, how)
		w.alones[key] = x
	}
	return x.w, x.text
}

// aloneKey is what decides how a sentence reads alone: claims of one sentence,
// and several notes of one claim, go back to the same one.
type aloneKey struct {
	first, last, speaker int
	lenient, short       bool
}

type readAlone struct {
	w    *rewriting
	text string
}

func (w *rewriting) readAlone(first, last int, how openness) (*rewriting, string) {
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
			if x.Type == quotes.Direct && x.Speaker != w.p.speaker && (how <= anyOpen || x.Cue.Empty() || !s.Contains(x.Cue)) {
				return nil, ""
			}
			if c.Contains(a.Span(first+1, last-1)) {
				p.quote, p.speaker = i, x.Speaker
			}
		}
	}
	w.trim(&p)
	shortest := 4
	if how == behindOpen {
		shortest = 3 // "That looks unlikely"
	}
	if p.last-p.first < shortest || !w.anyFinite(p.first, p.last) && !w.pastMisread(p.first, p.last) || a.Word(last-1) == "?" {
		return nil, ""
	}
	c := Claim{Span: a.Span(p.first, p.last), Speaker: p.speaker, Quote: p.quote}
	c.Times = slices.Clone(w.timesIn(c.Span))
	n := &rewriting{article: w.article, p: &p, c: &c, nested: true}
	t := n.write()
	return n, roundBrackets.Replace(strings.TrimSuffix(t, "."))
}

// ranks reports whether the sentence that begins at token i is of the kind "it
// was the third fire of the year", which tells what it is about.
func (ar *article) ranks(i int) bool {
	a := ar.a
	return i+3 < len(a.Tokens) && strings.EqualFold(a.Word(i), "it") && a.Tokens[i+1].Lemma == "be" && strings.EqualFold(a.Word(i+2), "the") && ordinals[ar.low(i+3)] > 0
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
		if w.headings[t.Sentence] {
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

// roundBrackets makes brackets those that stand within a note's own.
var roundBrackets = strings.NewReplacer("[", "(", "]", ")")
