package claims

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// voice is the quotation that tells whose words the claim is, None for none:
// the one that it stands in, or, where the words that ascribe that one are part
// of the claim, the one around it.
func (w *rewriting) voice() int {
	p := w.p.quote
	if p < 0 || !w.ascribedWithin(p) {
		return p
	}
	best, size := None, 0
	for i := range w.q.Quotes {
		x := &w.q.Quotes[i]
		if i == p || x.Negated || w.ascribedWithin(i) {
			continue
		}
		for _, c := range x.Content {
			if n := c.End - c.Start; c.Start <= w.c.Span.Start && c.End >= w.c.Span.End && (best < 0 || n < size) {
				best, size = i, n
			}
		}
	}
	return best
}

// ascribedWithin reports whether the words that ascribe quotation i stand
// within the claim: "the larger vessels, Ann Lee said, could".
func (w *rewriting) ascribedWithin(i int) bool {
	x, s := &w.q.Quotes[i], w.c.Span
	begins := func(t span.Span) bool { return !t.Empty() && t.Start >= s.Start && t.Start < s.End }
	return begins(x.Cue) || slices.ContainsFunc(x.Source, begins)
}

// ascribes reports whether the cue of x says that its source said it. A noun
// does so for whose it is, "Lee's claim that", or who makes it, "Lee made the
// claim that", not for whom it only reaches: "Lee took offence at the claim".
func (ar *article) ascribes(x *quotes.Quote) bool {
	a := ar.a
	n, ok := ar.nounCue(x)
	if !ok || len(x.Source) == 0 {
		return true
	}
	for _, s := range x.Source {
		t := strings.ToLower(s.Of(a.Text))
		if _, last := a.TokensIn(s); s.Start > x.Cue.Start || last == n && len(x.Source) == 1 || strings.HasSuffix(t, "'s") || strings.HasSuffix(t, "’s") || strings.HasSuffix(t, "'") || strings.HasSuffix(t, "’") || a.Tokens[a.TokenAt(s.Start)].POS == nlp.PRPS {
			return true
		}
	}
	k := n
	for k > 0 && describes(a.Tokens[k-1].POS) {
		k--
	}
	if k > 1 && a.Tokens[k-1].POS == nlp.DT {
		k--
	}
	if k > 0 && strings.EqualFold(a.Word(k-1), "with") || k == n && strings.HasSuffix(a.Word(n), "ing") {
		return true // "caused a stir with the claim that", "as well as ruling that"
	}
	h := int(a.Tokens[n].Head)
	return a.Tokens[n].Rel == nlp.Obj && h >= 0 && uttering[a.Tokens[h].Lemma]
}

// nounCue is the noun that is the cue of x, false for a cue of another kind.
func (ar *article) nounCue(x *quotes.Quote) (int, bool) {
	if x.Cue.Empty() {
		return 0, false
	}
	f, l := ar.a.TokensIn(x.Cue)
	if l > f+1 && ar.a.Tokens[f].POS.Verb() && int(ar.a.Tokens[f].Head) != l-1 {
		return 0, false // "told reporters", but "repeated warnings"
	}
	for k := f; k < l-1; k++ {
		if t := ar.a.Tokens[k].POS; t == nlp.IN || t == nlp.DT || t == nlp.TO || t == nlp.PRP || t.Proper() {
			return 0, false // "said in a statement"
		}
	}
	return l - 1, l > f && ar.a.Tokens[l-1].POS.Noun() && !ar.a.Tokens[l-1].POS.Proper()
}

// uttering are verbs by which somebody comes out with a claim.
var uttering = set("make issue repeat give offer release have reiterate raise float express voice renew defend deliver sign add send post hold publish stand")

// nameInSource is the name n of an organisation as the source of the claim has it
// where that goes on behind n: "the Committee for a Responsible Budget".
func (ar *article) nameInSource(n string, x *quotes.Quote) string {
	a := ar.a
	bare := strings.TrimPrefix(n, "the ")
	for _, s := range x.Source {
		i := strings.Index(s.Of(a.Text), bare)
		if i < 0 {
			continue
		}
		_, last := a.TokensIn(s)
		k := a.TokenAt(s.Start + i + len(bare))
		if end := ar.nameGoesOn(k, last); end > k {
			return n + a.Text[s.Start+i+len(bare):a.Tokens[end-1].End]
		}
	}
	return n
}

// ascribing is the quotation i or, if that only goes on from another, the one whose
// words say whose it is.
func (ar *article) ascribing(i int) *quotes.Quote {
	x := &ar.q.Quotes[i]
	for n := 0; n < 20 && len(x.Source) == 0 && x.Continues >= 0 && x.Continues < len(ar.q.Quotes); n++ {
		x = &ar.q.Quotes[x.Continues]
	}
	return x
}

// fromWhom is the source behind a noun for what is said: "warnings from his
// lawyer that"; 0,0 for none.
func (w *rewriting) fromWhom(x *quotes.Quote) (first, last int) {
	a := w.a
	n, ok := w.nounCue(x)
	if !ok || w.ascribes(x) || n+2 >= w.p.first {
		return 0, 0
	}
	switch w.low(n + 1) {
	case "from", "by", "of":
	default:
		return 0, 0
	}
	for k := n + 2; k < w.p.first; k++ {
		if t := &a.Tokens[k]; !t.POS.Noun() && t.POS != nlp.DT && t.POS != nlp.PRPS && t.POS != nlp.JJ && t.POS != nlp.POSS {
			break
		}
		last = k + 1
	}
	return n + 2, last
}

// shown reports whether the claim is what a document or a finding shows: "exit
// polling shows", "according to early returns".
func (w *rewriting) shown() bool {
	if w.p.quote < 0 {
		return false
	}
	x := w.ascribing(w.p.quote)
	f, l := w.a.TokensIn(x.Cue)
	for k := f; k < l; k++ {
		if t := &w.a.Tokens[k]; strings.EqualFold(w.a.Word(k), "according") || t.POS.Verb() && showing[t.Lemma] {
			return true
		}
	}
	return false
}

// ofWhom is who says the claim if that is a part of those named before a comma:
// "the sailors of Norland, many of whom say"; "" otherwise.
func (w *rewriting) ofWhom(first, last int) string {
	a := w.a
	x := &a.Sentences[a.Tokens[first].Sentence]
	if last > first+3 || first+3 > x.Last || !strings.EqualFold(a.Word(first+2), "whom") || !strings.EqualFold(a.Word(first+1), "of") || first-2 <= x.First || a.Word(first-1) != "," {
		return ""
	}
	f := first - 1
	for f > x.First {
		t := &a.Tokens[f-1]
		if !t.POS.Noun() && t.POS != nlp.CD && t.POS != nlp.JJ && t.POS != nlp.DT && t.POS != nlp.POSS && !strings.EqualFold(a.Word(f-1), "of") {
			break
		}
		f--
	}
	if f == first-1 {
		return ""
	}
	words := a.Span(f, first-1).Of(a.Text)
	if strings.ContainsAny(words, "\n\"“”[]") {
		return ""
	}
	of := " "
	if a.Tokens[f].POS == nlp.DT {
		of, words = " of ", w.low(f)+words[len(a.Word(f)):]
	}
	return w.low(first) + of + words
}

// indefiniteAt reports whether "a" or "an" stands at token i.
func (ar *article) indefiniteAt(i int) bool {
	l := ar.a.Tokens[i].Lemma
	return l == "a" || l == "an"
}

// describedTeller is the note of a source for which only a pronoun stands, or
// nothing: what the article calls it elsewhere.
func (w *rewriting) describedTeller() string {
	k := w.c.Speaker
	if w.p.quote < 0 || k < 0 || k >= len(w.q.Speakers) {
		return ""
	}
	x := w.ascribing(w.p.quote)
	if !w.ascribes(x) || len(x.Source) > 0 && !w.onlyPronoun(x.Source[0]) {
		return ""
	}
	a, s := w.a, &w.q.Speakers[k]
	switch s.Kind {
	case quotes.GroupSpeaker, quotes.UnnamedSpeaker, quotes.DocumentSpeaker:
	default:
		return ""
	}
	for _, m := range s.Mentions {
		f, l := a.TokensIn(m)
		if l <= f || w.onlyPronoun(m) {
			continue
		}
		f, l, head := w.plainSource(f, l)
		if head < 0 || l-f > longestSource || a.Tokens[f].POS == nlp.PRPS || w.share(f, l) {
			continue
		}
		by := "said by "
		switch nlp.KindOfNoun(strings.ToLower(a.Tokens[head].Lemma)) {
		case nlp.DocumentNoun:
			by = "according to "
		case nlp.OtherNoun:
			return ""
		}
		if a.Tokens[head].Lemma == "read" {
			continue // "the article read"
		}
		if a.Tokens[head].Lemma == "statement" && l-f == 2 {
			if by := w.statementMaker(); by != "" {
				return "said by " + by
			}
		}
		words := a.Span(f, l).Of(a.Text)
		switch {
		case w.indefiniteAt(f) || strings.EqualFold(a.Word(f), "the"):
			words = "the" + words[len(a.Word(f)):]
		case a.Tokens[head].POS == nlp.NN, by != "said by " && !a.Tokens[f].POS.Proper():
			continue // "statements": which?
		case f == a.Sentences[a.Tokens[f].Sentence].First && !a.Tokens[f].POS.Proper():
			words = uncapital(words)
		}
		if strings.ContainsAny(words, "\n\"“”[]") || strings.HasSuffix(words, "-") {
			continue
		}
		return by + words
	}
	return ""
}

// onlyPronoun reports whether s is a pronoun alone.
func (ar *article) onlyPronoun(s span.Span) bool {
	f, l := ar.a.TokensIn(s)
	return l == f+1 && ar.a.Tokens[f].POS == nlp.PRP
}

// tellerBefore is the note of a source that is a pronoun which nothing
// explains, with the sentence before that tells who it is.
func (w *rewriting) tellerBefore(on string) string {
	a := w.a
	at := -1
	if w.p.quote >= 0 {
		if x := w.ascribing(w.p.quote); len(x.Source) > 0 && w.onlyPronoun(x.Source[0]) && w.ascribes(x) {
			at = a.TokenAt(x.Source[0].Start)
		}
	} else if f, l, _ := w.source(); l == f+1 && a.Tokens[f].POS == nlp.PRP {
		at = f
	}
	if at < 0 {
		return ""
	}
	s := int(a.Tokens[at].Sentence)
	if w.speechPronoun(at) || a.Tokens[at].Rel == nlp.NsubjPass || a.Tokens[at].Rel == nlp.Expl || w.emptyIt(at) || s == 0 || w.headings[s-1] || a.Sentences[s].Block-a.Sentences[s-1].Block > 1 {
		return ""
	}
	if n := w.sourceBefore(at); n != "" {
		if strings.HasPrefix(n, "said by ") {
			n += on
		}
		return n
	}
	y := &a.Sentences[s-1]
	said := ""
	if !w.leansBack(y.First) && !w.marked(y.First) && (w.low(at) == "he" || w.low(at) == "she" || w.tellsOf(nominative(w.low(at)), y.First, y.Last)) {
		said = w.explain(y.First, y.Last, nounsOpen)
	}
	if said == "" {
		said = w.back(s, nominative(w.low(at)))
	}
	if said == "" {
		return ""
	}
	who := tellOf[w.low(at)]
	if who == "" {
		return ""
	}
	return "said" + on + " by " + who + " spoken of in " + noted(said)
}

// statementMaker is who made the statement that the claim is from: the last one before
// who is said to have said something in one.
func (w *rewriting) statementMaker() string {
	for i := w.p.quote - 1; w.p.quote >= 0 && i >= 0; i-- {
		x := &w.q.Quotes[i]
		if x.Cue.Empty() || x.Speaker < 0 || x.Speaker >= len(w.q.Speakers) {
			continue
		}
		f, _ := w.a.TokensIn(x.Cue)
		y := &w.a.Sentences[w.a.Tokens[f].Sentence]
		for k := y.First; k+1 < y.Last; k++ {
			if w.a.Tokens[k+1].Lemma != "statement" || !w.indefiniteAt(k) && w.a.Tokens[k].POS != nlp.JJ || w.saidWithin(w.a.Span(k, k+1)) {
				continue
			}
			if s := &w.q.Speakers[x.Speaker]; s.Kind == quotes.PersonSpeaker || s.Kind == quotes.OrganizationSpeaker {
				if !properName(s.Name) {
					return "the " + strings.TrimPrefix(s.Name, "the ")
				}
				return w.speakerCalled(s, s.Name)
			}
			return ""
		}
	}
	return ""
}
