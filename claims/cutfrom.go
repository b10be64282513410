package claims

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// longestLead is how many tokens the subject and verb may have that are put
// before what was cut from them.
const longestLead = 30

// cutFromVerb puts the subject and verb before a claim that is only what they
// tell of: "Holm disputes" before "the idea that the dam leaks", "The two
// causes he named are" before "the wind and the tide".
func (w *rewriting) cutFromVerb() {
	a, p := w.a, w.p
	if w.nested || p.subjectLast > p.subjectFirst || p.first == 0 {
		return
	}
	v := p.first - 1
	x := &a.Sentences[a.Tokens[p.first].Sentence]
	for v > x.First && isMark(a, v) && a.Tokens[v].POS != nlp.Comma {
		v--
	}
	if v <= x.First || !finitePOS(a.Tokens[v].POS) || reporting[a.Tokens[v].Lemma] || !w.onlyNoun() {
		return
	}
	sf, sl := w.subject(v, x.First, v)
	if sl <= sf {
		sf, sl = x.First, v // a nominal predicate's is not found by its copula
	}
	if sl > v || p.first-sf > longestLead || a.Tokens[sf].POS == nlp.PRP || a.Tokens[sf].POS == nlp.CC || a.Tokens[sf].POS == nlp.IN {
		return
	}
	lead := proposition{first: sf, last: p.first, quote: None, speaker: None, weight: 1, verb: -1}
	for lead.last > v+1 && isMark(a, lead.last-1) {
		lead.last--
	}
	c := Claim{Span: a.Span(lead.first, lead.last), Speaker: None, Quote: None}
	words := c.Span.Of(a.Text)
	if !w.anyPronoun(lead.first, lead.last) {
		c.Times = slices.Clone(w.timesIn(c.Span))
		n := &rewriting{article: w.article, p: &lead, c: &c, nested: true}
		n.rewrite()
		words = n.compose()
	}
	w.put(span.Span{Start: w.c.Span.Start, End: w.c.Span.Start}, words+" ", "subject")
}

// onlyNoun reports whether the claim is a noun phrase, all of whose verbs are in
// clauses that tell of the noun.
func (w *rewriting) onlyNoun() bool {
	a, p := w.a, w.p
	if a.Tokens[p.first].POS != nlp.DT || p.first+1 >= p.last {
		return false
	}
	if n := a.Tokens[p.first+1].POS; !n.Noun() && n != nlp.JJ {
		return false
	}
	verbs, clauses := 0, 0
	for k := p.first; k < p.last; k++ {
		switch t := &a.Tokens[k]; {
		case finitePOS(t.POS):
			verbs++
		case t.POS == nlp.WDT, t.POS == nlp.WP, t.POS == nlp.WRB, t.POS == nlp.IN && (t.Rel == nlp.Mark || strings.EqualFold(a.Word(k), "that") || strings.EqualFold(a.Word(k), "if")):
			clauses++
		}
		if verbs > clauses {
			return false
		}
	}
	return true
}

// anyPronoun reports whether a personal pronoun stands in [f, l), which is
// better left than taken for the wrong one here.
func (ar *article) anyPronoun(f, l int) bool {
	for k := f; k < l; k++ {
		if p := ar.a.Tokens[k].POS; p == nlp.PRP || p == nlp.PRPS {
			return true
		}
	}
	return false
}

// asOf reports whether "today" t only tells as of when something is so: "about
// 40 boats are in use today".
func (w *rewriting) asOf(t *When) bool {
	a, p := w.a, w.p
	if v := a.TokenAt(t.End); !strings.EqualFold(t.Span.Of(a.Text), "today") || v < p.last && finitePOS(a.Tokens[v].POS) {
		return false // "today is two months before the vote"
	}
	for k := p.first; k < p.last; k++ {
		if a.Tokens[k].Lemma != "be" || a.Tokens[k].POS != nlp.VBP && a.Tokens[k].POS != nlp.VBZ {
			continue
		}
		for j := k + 1; j < min(k+4, p.last); j++ {
			switch x := &a.Tokens[j]; {
			case x.POS == nlp.VBG, x.POS == nlp.TO, lemmaAhead[x.Lemma]:
				return false // "is meeting", "are expected"
			case x.POS == nlp.CD, x.POS == nlp.VBN, x.POS == nlp.JJ:
				return true
			}
		}
		return false
	}
	return false
}

// lemmaAhead tell that something is to come.
var lemmaAhead = set("expect schedule due set plan slate likely")

// todayAsOf writes "today" as the day that something is so as of.
func (w *rewriting) todayAsOf(t *When) bool {
	if !w.asOf(t) || t.From.IsZero() {
		return false
	}
	w.put(span.Span{Start: t.Start, End: t.End}, "as of "+t.From.Format(longDay), "time")
	return true
}
