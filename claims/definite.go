package claims

import (
	"sort"
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// nominal is a noun phrase up to its head noun: the tokens [first, last), a
// determiner or possessive first, the head last.
type nominal struct {
	first, last int
	head        int
	pointing    bool // led by this, that, these, those
}

// definiteAt reads the phrase that "the", "this", "that", "these" or "those"
// at token i opens.
func (ar *article) definiteAt(i, end int) (nominal, bool) {
	a := ar.a
	n := nominal{first: i, head: -1}
	switch ar.low(i) {
	case "the":
	case "this", "these", "those", "that":
		n.pointing = true

	default:
		return n, false
	}
	if t := &a.Tokens[i]; t.POS != nlp.DT && !(t.Rel == nlp.Det && int(t.Head) > i) && !(n.pointing && (ar.afterVerb(i, end) || ar.beforeVerbs(i, end) || i+2 < end && anaphors[ar.low(i+1)] && finitePOS(a.Tokens[i+2].POS))) {
		return n, false
	}
	if ar.theMore(i) {
		return n, false
	}
	for j := i + 1; j < end && a.Tokens[j].Sentence == a.Tokens[i].Sentence; j++ {
		switch t := a.Tokens[j].POS; {
		case t.Noun():
			n.head, n.last = j, j+1
			continue
		case describes(t), t == nlp.POSS && n.head == j-1, t == nlp.JJR, t == nlp.JJS:
			if n.head >= 0 && t != nlp.POSS && t != nlp.HYPH && !((t == nlp.VBG || t == nlp.VBN) && j+1 < end && a.Tokens[j+1].POS.Noun() && a.Tokens[j].Rel == nlp.Amod && int(a.Tokens[j].Head) > j) {
				break
			}
			continue
		}
		break
	}
	switch ar.low(max(n.head, 0)) {
	case "a.m.", "p.m.":
		return n, false
	case "yesterday", "today", "tomorrow":
		if n.head == i+1 {
			return n, false // "say that yesterday we"
		}
	}
	if n.head == i+1 && a.Tokens[n.head].POS == nlp.NNS && strings.EqualFold(a.Word(i), "that") {
		return n, false // "that events turned out well"
	}
	return n, n.head >= 0
}

// afterVerb reports whether the "that" at token i, taken for a conjunction,
// stands before a noun that ends its clause, "flouts that treaty, and", or has
// only what it is found to be behind it.
func (ar *article) afterVerb(i, end int) bool {
	a := ar.a
	if i == 0 || i+1 >= end || !strings.EqualFold(a.Word(i), "that") || a.Tokens[i+1].POS != nlp.NN {
		return false
	}
	if a.Tokens[i-1].Lemma == "find" || a.Tokens[i-1].Lemma == "call" || a.Tokens[i-1].Lemma == "consider" || a.Tokens[i-1].Lemma == "deem" || a.Tokens[i-1].Lemma == "declare" {
		// "Found that action unlawful".
		return i+2 < end && a.Tokens[i+2].POS == nlp.JJ && (i+3 >= end || isMark(a, i+3))
	}
	switch a.Tokens[i-1].POS {
	case nlp.VBZ, nlp.VBP, nlp.VB, nlp.VBG:
		return i+2 >= end || a.Word(i+2) == "," || a.Word(i+2) == "." || a.Word(i+2) == ";"
	}
	return false
}

// beforeVerbs reports whether the "that" at token i, taken for a conjunction,
// stands before the first verb of its sentence, with a noun between, so that
// nothing can govern it: "in August, that lead was".
func (ar *article) beforeVerbs(i, end int) bool {
	a := ar.a
	if !strings.EqualFold(a.Word(i), "that") || i+2 >= end || a.Tokens[i+1].POS != nlp.NN || !finitePOS(a.Tokens[i+2].POS) {
		return false
	}
	for k := a.Sentences[a.Tokens[i].Sentence].First; k < i; k++ {
		if p := a.Tokens[k].POS; p.Verb() || p == nlp.MD {
			return false
		}
	}
	return true
}

// settled are nouns that mean the same to every reader, or nothing that could
// be looked up, when they are definite.
var settled = set(`world earth moon sun sky sea ocean internet web public future past present weather economy media press universe planet
time way fact end rest number majority minority air truth right left law poor rich middle class beginning start kind sort lot fault idea thing things reason reasons
day days week weeks month months year years decade decades century centuries morning evening night afternoon weekend moment summer winter spring fall autumn season
top bottom back front side north south east west average total amount percentage share rate odds difference same case question point answer possibility chance need ability
stage field phone wheel road street ground table door house home
government president country nation state people police military army court congress senate house administration party republicans democrats
pope queen king bible constitution market markets environment climate globe human mind body heart brain death life war history nature past line spotlight wake midst course use name sake`)

// localNouns are clear where a place is named.
var localNouns = set("state country nation government people police parliament")

// placeIn reports whether p names a place.
func (ar *article) placeIn(p *proposition) bool {
	for i := range ar.a.Entities {
		// "The Belmark agency" says nothing of the state.
		if e := &ar.a.Entities[i]; e.Kind == nlp.Place && e.First >= p.first && e.Last <= p.last && ar.a.Tokens[e.Last-1].Rel != nlp.Compound {
			return true
		}
	}
	return false
}

// measures are nouns that need what they measure.
var measures = set("number total amount percentage share rate odds difference average majority rest")

// calendarNouns say when or where in their own way with "this" and "that" too.
var calendarNouns = set("day week month year decade century morning evening night afternoon weekend moment summer winter spring fall autumn season time way kind sort world country nation")

// distinguishing are adjectives that pick out the one meant by themselves.
var distinguishing = set("same other only whole entire former latter next past current last latest late very own sole")

// spokenWords are nouns for words that are told behind them.
var spokenWords = set("word phrase term slogan title motto nickname label name expression")

// identified reports whether n says itself which one is meant, or is a second
// mention of what p named before.
func (ar *article) identified(n nominal, p *proposition) bool {
	a := ar.a
	few := ar.fewOf(n)
	if l := strings.ToLower(a.Tokens[n.head].Lemma); settled[l] && !few && (!n.pointing || calendarNouns[l]) && !(l == "side" && a.Tokens[n.head-1].POS.Proper()) {
		switch {
		case localNouns[l] && n.last-n.first == 2 && !ar.placeIn(p) && (a.Tokens[n.head].Rel == nlp.Nsubj && n.first <= p.first+1 || l == "state" || l == "country"):
			// "The state had added a week": which?
		case l == "law" && n.last-n.first == 2 && n.first > p.first && a.Tokens[n.first-1].POS.Verb():
			// "repealed the law" is one law.
		case measures[l] && n.last-n.first == 2 && a.Tokens[n.head].Rel == nlp.Nsubj && n.last < p.last && (a.Tokens[n.last].POS.Verb() || a.Tokens[n.last].POS == nlp.MD):
			// "The number will be four": of what?
		default:
			return true
		}
	}
	named := 0
	for k := n.first + 1; k < n.head; k++ {
		if w := a.Word(k); capital(w) && w != strings.ToUpper(w) {
			named++
		}
	}
	if named >= 2 && !few {
		return true // "the Black Sails Matter movement", whatever the tags
	}
	for k := n.first + 1; k < n.last; k++ {
		t := &a.Tokens[k]
		switch {
		case t.POS == nlp.JJS && k+1 == n.head && ar.bareSubject(n, p):
			// "The lowest metre holds ash": of what?
		case t.POS.Proper() && k < n.head && (few || ar.kindOnly(n)):
			// "the Chinese giant", "the Grammy-winning band", "the two Delmark
			// mayors": which of them?
		case t.POS.Proper(), t.POS == nlp.JJS, t.POS == nlp.RBS, distinguishing[ar.low(k)] && !n.pointing:
			return true
		case t.POS == nlp.CD && k < n.head && (len(a.Word(k)) == 4 && isDigits(a.Word(k)) || strings.Contains(a.Word(k), "/")):
			return true // a year, "9/11"
		case a.Tokens[n.head].POS == nlp.JJ:
			return true
		}
	}
	if k := n.last; k < p.last && a.Tokens[k].Sentence == a.Tokens[n.head].Sentence {
		t := &a.Tokens[k]
		switch {
		case strings.EqualFold(a.Word(k), "of"):
			return true
		case spokenWords[strings.ToLower(a.Tokens[n.head].Lemma)] && ar.opensMarks(k):
			return true // the phrase "cold harbours": told
		case strings.EqualFold(a.Word(k), "that") && ar.cleftBefore(n.first):
			// "It was at the fair that": which?
		case strings.EqualFold(a.Word(k), "that") && nlp.KindOfNoun(strings.ToLower(a.Tokens[n.head].Lemma)) == nlp.OtherNoun:
			return true // "the responsibility that they not", whatever the parse
		case t.POS == nlp.IN, t.POS == nlp.TO, t.POS == nlp.WDT, t.POS == nlp.WP, t.POS == nlp.WPS, t.POS == nlp.WRB, t.POS == nlp.JJ:
			if ar.hangsOn(k, n.head) {
				return true
			}
		case t.POS == nlp.VBN, t.POS == nlp.VBG:
			// Without another verb it is the clause's own, misread.
			if t.Rel == nlp.ACL && int(t.Head) == n.head && ar.anyFinite(p.first, p.last) {
				return true
			}
		case a.Word(k) == ",":
			for j := k + 1; j < min(p.last, k+8); j++ {
				if a.Tokens[j].Rel == nlp.Appos && int(a.Tokens[j].Head) == n.head {
					return true
				}
			}
		case !t.POS.Noun() && t.POS != nlp.POSS:
			// A relative clause without a pronoun: "the role he played".
			if t.POS == nlp.PRP && ar.hangsOn(k, n.head) {
				return true
			}
		}
	}
	return ar.narrowed(n, p.last) || ar.bound(n, p)
}

// cleftBefore reports whether the phrase at token k is what its sentence, "It was
// at the fair that", points out.
func (ar *article) cleftBefore(k int) bool {
	a := ar.a
	f := a.Sentences[a.Tokens[k].Sentence].First
	return (k == f+2 || k == f+3 && a.Tokens[k-1].POS == nlp.IN) && ar.low(f) == "it" && a.Tokens[f+1].Lemma == "be"
}

// bareSubject reports whether n opens p as its subject and its verb follows.
func (ar *article) bareSubject(n nominal, p *proposition) bool {
	t := &ar.a.Tokens[n.head]
	return n.first == p.first && t.Rel == nlp.Nsubj && n.last < p.last && ar.a.Tokens[n.last].POS.Verb()
}

// bound reports whether p speaks of the same before n.
func (ar *article) bound(n nominal, p *proposition) bool {
	a := ar.a
	lemma := a.Tokens[n.head].Lemma
	for j := p.first; j < n.first; j++ {
		if t := &a.Tokens[j]; t.POS.Noun() && strings.EqualFold(t.Lemma, lemma) || t.POS.Verb() && n.pointing && names(strings.ToLower(lemma), t.Lemma) {
			return true
		}
	}
	if m := ar.mentionOf(n.first, n.last); m >= 0 && a.Mentions[m].Chain >= 0 {
		ids := a.Chains[a.Mentions[m].Chain].Mentions
		k := sort.Search(len(ids), func(k int) bool { return a.Mentions[ids[k]].First >= p.first })
		for ; k < len(ids) && a.Mentions[ids[k]].First < n.first; k++ {
			if o := &a.Mentions[ids[k]]; o.Kind != nlp.Pronoun && o.Last <= n.first {
				return true
			}
		}
	}
	return false
}

// definites gives phrases like "the bill" and "this treaty" the description
// that the article introduced the thing with.
func (w *rewriting) definites() {
	a, p := w.a, w.p
	for i := p.first; i < p.last; i++ {
		n, ok := w.definiteAt(i, p.last)
		if !ok {
			continue
		}
		if to := w.inFull(i); to != "" {
			w.put(a.Span(i, i+2), to, "definite")
		} else if to := w.ofParty(i); to != "" && !w.changed(a.Span(i, i+2)) {
			w.put(a.Span(i, i+2), to, "definite")
		}
		if s := a.Span(n.first, n.last); !w.changed(s) && !w.identified(n, p) && !w.idiomatic(n) && !w.another(n) && !measures[strings.ToLower(a.Tokens[n.head].Lemma)] && (n.pointing || !localNouns[strings.ToLower(a.Tokens[n.head].Lemma)]) {
			if to := w.called(w.description(n, p), a.Tokens[n.head].Lemma, p.first); to != "" && !w.perhapsNarrowed(n, p) && !w.clauseWithin(to, n) && !w.ownerNamed(to, n) && !strings.EqualFold(to, s.Of(a.Text)) {
				if to = w.datedPhrase(to); to != "" {
					if w.wordForWord(n.first) {
						to = "[" + to + "]" // they are not the speaker's words
					}
					w.put(s, to, "definite")
				}
			}
		}
		if s := a.Span(n.first, n.last); !w.changed(s) {
			if to := w.speakersCountry(n); to != "" {
				w.put(s, to, "definite")
			} else if to := w.stateOf(n); to != "" {
				w.put(s, to, "definite")
			} else if to := w.nameBehind(n, p); to != "" {
				w.put(s, to, "definite")
			} else if !w.identified(n, p) {
				if to := w.ofStudy(n); to != "" && !w.toldBehind(n.last) {
					w.put(s, "the "+to, "definite")
				}
			} else if to := w.located(n, p); to != "" {
				w.put(s, to, "definite")
			}
		}
		i = n.last - 1
	}
}

// toldBehind reports whether the claim tells at token k, behind a noun, which one
// is meant: "the study in Rum Quarterly", "the study, published in".
func (w *rewriting) toldBehind(k int) bool {
	if w.posAt(k) == nlp.Comma {
		k++
	}
	return k < w.p.last && (w.posAt(k) == nlp.IN || w.posAt(k) == nlp.VBN)
}

// perhapsNarrowed reports whether a phrase behind n, a plural or the object of a
// verb, may tell which one, though the parse has given it to the verb: "helped the
// earnings in the upper bracket", "led the rally in bank shares".
func (ar *article) perhapsNarrowed(n nominal, p *proposition) bool {
	a := ar.a
	h := &a.Tokens[n.head]
	if n.pointing || n.last+1 >= p.last || a.Tokens[n.last].POS != nlp.IN || h.POS != nlp.NNS && (h.POS != nlp.NN || h.Rel != nlp.Obj || !strings.EqualFold(a.Word(n.last), "in")) {
		return false
	}
	switch h.Rel {
	case nlp.Obj, nlp.Obl, nlp.Nmod:
	default:
		return false
	}
	switch a.Tokens[n.last+1].POS {
	case nlp.DT, nlp.JJ, nlp.JJR, nlp.NN, nlp.NNS:
		return !grainWord(ar.low(n.last + 1))
	}
	return false
}

// clauseWithin reports whether the description to of n has a relative clause, and
// the claim goes on behind n in words that would be read as part of it: "the fair
// that drew crowds without a band".
func (ar *article) clauseWithin(to string, n nominal) bool {
	a := ar.a
	if !strings.Contains(to, " that ") && !strings.Contains(to, " who ") && !strings.Contains(to, " where ") || n.last >= len(a.Tokens) {
		return false
	}
	switch a.Tokens[n.last].POS {
	case nlp.IN:
		return !subordinators[ar.low(n.last)] // a clause of its own
	case nlp.TO, nlp.VBG:
		return true
	}
	return false
}

// capital reports whether w begins with a capital.
func capital(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }
