package claims

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// contesting are cues of those who do not say what they are quoted with.
var contesting = map[string]string{"overrule": "overruled", "reject": "rejected", "dismiss": "dismissed", "refute": "refuted", "rebut": "rebutted", "dispute": "disputed", "overturn": "overturned", "deny": "denied", "contest": "contested"}

// contested is how the source of x stands to what it is quoted with, if it does
// not say it: "rejected by ".
func (ar *article) contested(x *quotes.Quote) string {
	if x.Cue.Empty() || x.Type != quotes.Indirect {
		return "" // what is quoted in full behind "denied it" is the denial
	}
	f, l := ar.a.TokensIn(x.Cue)
	for k := f; k < l; k++ {
		if how := contesting[ar.a.Tokens[k].Lemma]; how != "" && ar.a.Tokens[k].POS.Verb() {
			return how + " by "
		}
	}
	return ""
}

// unsaying reports whether the cue of x, which is quoted in other words, is no
// verb of saying: what somebody bought, or a group is called.
func (ar *article) unsaying(x *quotes.Quote) bool {
	if x.Type != quotes.Indirect && x.Type != quotes.Mixed || x.Cue.Empty() {
		return false
	}
	f, l := ar.a.TokensIn(x.Cue)
	return l == f+1 && otherVerbs[ar.a.Tokens[f].Lemma] || l > f && ar.a.Tokens[f].Lemma == "take"
}

var otherVerbs = set("buy call name hear echo mock sell seek")

// beyond reports whether the claim stands in what x was taken to hold behind a
// "but": "polls show a lead, but they are no measure of" is not what they show. A
// source behind both is that of both.
func (w *rewriting) beyond(x *quotes.Quote) bool {
	a, k := w.a, w.p.first-1
	if x.Type != quotes.Indirect || x.Cue.Start >= w.c.Span.End || w.c.Speaker < 0 || w.c.Speaker >= len(w.q.Speakers) || w.q.Speakers[w.c.Speaker].Kind != quotes.DocumentSpeaker {
		return false
	}
	return k > 1 && strings.EqualFold(a.Word(k), "but") && a.Word(k-1) == "," && slices.ContainsFunc(x.Content, func(c span.Span) bool { return c.Contains(a.Span(k, k+1)) })
}

// madeTo is the token of whom the cue of x is said where its source only brought
// that one to say it: "the senator forced Orr to admit that"; -1 otherwise.
func (ar *article) madeTo(x *quotes.Quote) int {
	a := ar.a
	if x.Cue.Empty() {
		return -1
	}
	v, _ := a.TokensIn(x.Cue)
	if v == 0 || a.Tokens[v].POS != nlp.VB || a.Tokens[v-1].POS != nlp.TO {
		return -1
	}
	h := int(a.Tokens[v].Head)
	if h < 0 || h >= v || !bringing[a.Tokens[h].Lemma] {
		return -1
	}
	for k := h + 1; k < v; k++ {
		if t := &a.Tokens[k]; t.Rel == nlp.Obj && int(t.Head) == h {
			return k
		}
	}
	return -1
}

var bringing = set("force get push press make compel lead cause urge pressure persuade induce oblige")
