package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// told is the note of who says the claim: "said by Ann Lee", "said by the
// electoral commission", "according to a survey by the charity"; "" where the
// claim tells, or where it is the article's own.
func (w *rewriting) told() string {
	if n := w.teller(); n != "" {
		return "said by " + n
	}
	return w.unnamedTeller()
}

// teller is the name of who says the claim, "" where the claim names them, or
// where it is the article's own.
func (w *rewriting) teller() string {
	if w.c.Speaker < 0 || w.c.Speaker >= len(w.q.Speakers) {
		return ""
	}
	s := &w.q.Speakers[w.c.Speaker]
	switch s.Kind {
	case quotes.PersonSpeaker, quotes.OrganizationSpeaker, quotes.UnnamedSpeaker:
	default:
		return ""
	}
	n := w.speakerName(s)
	if n == "" || s.Kind != quotes.UnnamedSpeaker && !properName(n) || settled[strings.ToLower(n)] {
		return "" // "State" is no name
	}
	for i := range w.a.Chains {
		if c := &w.a.Chains[i]; s.Kind == quotes.OrganizationSpeaker && c.Name == n {
			n = w.withArticle(i, n)
			break
		}
	}
	if s.Kind == quotes.PersonSpeaker {
		n = w.unlessStranger(n)
	}
	for _, x := range w.subs {
		if strings.Contains(x.To, n) && x.Why != "context" && x.Why != "explained" {
			return ""
		}
	}
	if strings.Contains(w.c.Span.Of(w.a.Text), n) {
		return ""
	}
	return n
}

// longestSource is how many tokens a source without a name may have in a note.
const longestSource = 9

// figuresSay are plurals that say things by being published.
var figuresSay = set("figure datum data statistic result finding estimate")

// unnamedTeller is the note of a source that has no name, in the article's
// words for it.
func (w *rewriting) unnamedTeller() string {
	a := w.a
	if w.c.Speaker < 0 || w.c.Speaker >= len(w.q.Speakers) || w.p.quote < 0 {
		return ""
	}
	by := "said by "
	switch w.q.Speakers[w.c.Speaker].Kind {
	case quotes.OrganizationSpeaker, quotes.GroupSpeaker:
	case quotes.DocumentSpeaker:
		by = "according to "
	default:
		return ""
	}
	src := w.q.Quotes[w.p.quote].Source
	if len(src) == 0 {
		return ""
	}
	first, last := a.TokensIn(src[0])
	if a.Tokens[first].POS == nlp.PDT || last <= first {
		return ""
	}
	head := -1
	for k := first; k < last; k++ {
		t := &a.Tokens[k]
		switch t.POS {
		case nlp.PRP, nlp.PRPS, nlp.CD, nlp.OpenQuote, nlp.CloseQuote, nlp.WPS:
			return "" // whose?
		case nlp.VBN, nlp.VBG, nlp.WDT, nlp.WP, nlp.WRB, nlp.TO, nlp.Comma, nlp.LRB:
			if head >= 0 && !(t.POS == nlp.VBN && k+1 < last && strings.EqualFold(a.Word(k+1), "by")) {
				last = k // "a poll released last month", not "figures published by the board"
			}
		case nlp.DT:
			if l := strings.ToLower(a.Word(k)); l != "the" && l != "a" && l != "an" && l != "some" {
				return ""
			}
		}
		if head < 0 && t.POS.Noun() && (k+1 >= last || !a.Tokens[k+1].POS.Noun() && a.Tokens[k+1].POS != nlp.POSS) {
			head = k
		}
	}
	if head < 0 || last-first > longestSource || a.Tokens[head].Sentence != a.Tokens[w.p.first].Sentence {
		return ""
	}
	if w.loose(first, last) {
		last = head + 1 // "a report laid before them on Monday"
	}
	if last-first == 1 && (by == "according to " || a.Tokens[head].POS == nlp.NN || figuresSay[strings.ToLower(a.Tokens[head].Lemma)]) {
		return "" // "study", in a heading
	}
	if noun := strings.ToLower(a.Tokens[head].Lemma); nlp.KindOfNoun(noun) == nlp.OtherNoun && !figuresSay[noun] || w.share(first, last) {
		return ""
	}
	if nlp.KindOfNoun(strings.ToLower(a.Tokens[head].Lemma)) == nlp.DocumentNoun || figuresSay[strings.ToLower(a.Tokens[head].Lemma)] {
		by = "according to "
	}
	words := a.Span(first, last).Of(a.Text)
	if first == a.Sentences[a.Tokens[first].Sentence].First {
		if p := a.Tokens[first].POS; !p.Proper() && (p != nlp.JJ || !capitalWithin(a.Text, a.Word(first))) {
			words = strings.ToLower(words[:1]) + words[1:] // but "Greek courts"
		}
	}
	if strings.ContainsAny(words, "\n\"“”[]") || w.c.Span.Contains(a.Span(first, last)) {
		return ""
	}
	if d, ok := w.definiteAt(first, last); ok && d.last == last && last-first == 2 && w.q.Speakers[w.c.Speaker].Kind != quotes.GroupSpeaker && !settled[strings.ToLower(a.Tokens[head].Lemma)] {
		return "" // "the report", "the company": which?
	}
	// "Officials have found", which they say.
	said := strings.ToLower(strings.TrimPrefix(words, "the "))
	if strings.Contains(strings.ToLower(w.c.Span.Of(a.Text)), said) {
		return ""
	}
	for _, x := range w.subs {
		if strings.Contains(strings.ToLower(x.To), said) {
			return ""
		}
	}
	return by + words
}

// capitalWithin reports whether word, which has a capital, stands with it
// within a sentence of text too.
func capitalWithin(text, word string) bool {
	for i := 0; ; {
		k := strings.Index(text[i:], " "+word)
		if k < 0 {
			return false
		}
		i += k
		if i > 0 && (text[i-1] >= 'a' && text[i-1] <= 'z' || text[i-1] == ',') {
			return true
		}
		i++
	}
}
