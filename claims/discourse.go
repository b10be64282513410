package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// longestExplanation is how many words of the sentence before may stand in
// brackets behind a "this".
const longestExplanation = 30

// discourse explains a "this" or "that" that points to what was said before,
// "these changes" that have no other description, and a "the crash" for which
// the article only has "crashed", by that sentence in brackets.
func (w *rewriting) discourse() {
	a, p := w.a, w.p
	for i := p.first; i < p.last; i++ {
		at := 0 // the token that the brackets go behind
		var said string
		switch {
		case i <= p.first+2 && w.demonstrative(i):
			said, at = w.sentenceBefore(p.first), i
		default:
			n, ok := w.definiteAt(i, p.last)
			if !ok {
				continue
			}
			if s := a.Span(n.first, n.last); !w.changed(s) && !w.identified(n, p) {
				said, at = w.happening(n), n.last-1
				if said == "" && n.pointing && n.head-n.first <= 2 && n.first <= p.first+3 {
					said = w.sentenceBefore(p.first)
				}
			}
			i = n.last - 1
		}
		if said != "" {
			end := int(a.Tokens[at].End)
			w.put(span.Span{Start: end, End: end}, " ["+said+"]", "explained")
			return // one is enough to place the claim
		}
	}
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
	if s == 0 || w.heading(s-1) || a.Sentences[s].Block-a.Sentences[s-1].Block > 1 {
		return ""
	}
	return w.explain(a.Sentences[s-1].First, a.Sentences[s-1].Last)
}

// explain is the sentence of the tokens [first, last) as it reads alone,
// without its full stop.
func (w *rewriting) explain(first, last int) string {
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
	switch strings.ToLower(a.Word(p.first)) {
	case "this", "that", "these", "those", "it", "here", "there", "such", "what", "so":
		return "" // it would have to be explained itself
	}
	c := Claim{Span: a.Span(p.first, p.last), Speaker: p.speaker, Quote: p.quote}
	l := lexed(lex(nil, a.Text, c.Span.Start, c.Span.End))
	c.Times = l.times(a.Text, anchor{pub: w.pub}, nil)
	n := &rewriting{article: w.article, p: &p, c: &c, nested: true}
	t := n.write()
	if len(n.open()) > 2 {
		return ""
	}
	t = strings.TrimSuffix(t, ".")
	return strings.NewReplacer("[", "(", "]", ")").Replace(t)
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
		return w.explain(x.First, x.Last)
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
