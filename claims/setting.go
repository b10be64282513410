package claims

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// longestLeadIn is how many tokens the sentence before may have that only tells
// what the claim comes after.
const longestLeadIn = 32

// setting says at the end of the claim where it is from, as far as the claim
// depends on it: who says it and the article's title where what stayed open
// bears the claim or it names little, and the day and the dateline's place
// where it does not say when.
func (w *rewriting) setting() {
	topic, when, told := w.adrift(), w.undated(), w.told()
	most := 3 // a claim with fewer names is told what it is about
	if !when && !slices.ContainsFunc(w.c.Times, func(t When) bool { return t.Relative }) {
		most = 2 // an old date tells more than that of the article's news
	}
	var n note
	adrift := topic
	if topic {
		w.origin(&n, told)
		if w.title() == "" && !w.explainedAtAll() {
			n.before = w.follows()
		}
		topic = !n.empty()
	}
	before := ""
	if !topic && when && !w.explainedAtAll() {
		before = w.earlier()
	}
	// Names and days tell little more than who and when, not on what occasion;
	// without a title, there is little to add where they are many.
	few := n.empty() && (w.title() != "" || told != "" || before == "" && w.anchors() < most && !w.explainedOnce())
	if few {
		w.origin(&n, told)
		few = !n.empty()
	}
	if before == "" && n.title != "" && when {
		before = w.occasion()
	}
	if before == "" && when && n.before == "" {
		if before = w.flashback(); before == "" {
			before = w.atOccasion()
		}
	}
	if before == "" && n.before == "" && (n.title != "" || w.title() == "" && (topic || when) || w.takesUp() || w.pointsBefore()) {
		before = w.goesOn()
		few = few || before != ""
	}
	// Unless it tells who "he" is already.
	if before != "" && !strings.Contains(n.source, noted(before)) {
		n.before = before
	}
	if n.title != "" || adrift || few {
		label := false
		if n.under, label = w.under(); label && ofMatch(n.under) {
			n.title = "" // perhaps of another match
		}
		few = few || n.under != ""
	}
	n.opening = w.openingFor(&n, adrift || when || few)
	few = few || n.opening != ""
	if n.endsQuoted() {
		n.about = w.homeland()
	}
	if n.about == "" && !n.headlineLast() {
		n.about = w.nation()
	}
	// Whose words they are is told of all claims that are somebody's.
	source := told != "" && n.source == ""
	if source {
		n.source = told
	}
	if !n.headlineLast() && (n.empty() || few || topic && w.local()) && (!topic && !few || !w.placeNamed()) {
		n.place = w.dateplace()
	}
	if n.place == "" && !n.headlineLast() && !n.empty() && w.ofHere() {
		if p := w.leadPlace(); !strings.Contains(w.title(), p) {
			n.place = p
		}
	}
	// Alone, the day of the article would be read as that of the words.
	said := strings.HasPrefix(n.source, "said by ") && n.title == "" && !n.headline && n.about == "" && n.place == "" && w.saidOn() != ""
	if !w.pub.IsZero() && (topic || when || few) && !said {
		n.day = w.pub.Format(longDay)
	}
	if n.empty() || !topic && !when && !few && !source {
		return
	}
	end := w.c.Span.End
	for i := range w.subs {
		// What explains the last word stands there already.
		if x := &w.subs[i]; x.Span.Empty() && x.Span.Start == end {
			x.To = strings.TrimSuffix(x.To, "]") + "; " + n.String() + "]"
			return
		}
	}
	w.put(span.Span{Start: end, End: end}, " ["+n.String()+"]", "setting")
}

// shortClaim is how many tokens a claim has at most that tells no occasion of
// its own.
const shortClaim = 12

// occasion is the sentence before, "The dam broke in 2013", where it
// tells of a time long before the article, so that the title would be taken for
// the occasion of a short claim that goes on from it; "" otherwise.
func (w *rewriting) occasion() string {
	a := w.a
	if w.p.last-w.p.first > shortClaim || w.explainedAtAll() {
		return ""
	}
	said := w.earlier()
	if said == "" {
		return ""
	}
	// A year in a clause by the way is not when the sentence is of.
	x := &a.Sentences[int(a.Tokens[w.p.first].Sentence)-1]
	r := w.root(x.First, x.Last)
	s := a.Span(x.First, x.Last)
	for _, t := range w.timesIn(s) {
		f, last := a.TokensIn(t.Span)
		for k := f; k < last; k++ {
			if r >= 0 && int(a.Tokens[k].Head) == r {
				return said
			}
		}
	}
	return ""
}

// origin puts who says the claim, told, and the article's title into n, or that
// the claim is the title.
func (w *rewriting) origin(n *note, told string) {
	n.source = told
	if n.headline = w.isHeadline(); n.headline {
		if told == "" {
			n.source = w.headlineSource()
		}
		return
	}
	if n.title = w.game(); n.title != "" {
		return
	}
	if t := w.title(); !strings.Contains(t, w.c.Span.Of(w.a.Text)) {
		n.title = t
	}
}

// follows is the sentence before the claim's, for articles without a title, ""
// where it would have to be explained itself.
func (w *rewriting) follows() string {
	a := w.a
	s := int(a.Tokens[w.p.first].Sentence)
	if s == 0 || w.headings[s-1] || a.Sentences[s].Block-a.Sentences[s-1].Block > 1 {
		return ""
	}
	// A verb phrase goes on from the one before it, "then use that money".
	if w.p.subjectLast > w.p.subjectFirst {
		x := &a.Sentences[s]
		if last := w.startEnd(); w.points() && last-x.First <= longestLeadIn {
			return w.explain(x.First, last, noneOpen)
		}
	} else {
		x := &a.Sentences[s]
		// "It spent $5 million in 2018, while the numbers fell": then.
		first, last := x.First, w.startEnd()
		if last-first > 3 && last-first <= longestLeadIn && !w.ledIn(first, last) && w.anyFinite(first, last) {
			if t := w.explain(conceding(a, first), last, nounsOpen); t != "" {
				return t
			}
		}
	}
	return w.leadIn(s - 1)
}

// points reports whether a phrase that points, "that money", stands in the claim.
func (w *rewriting) points() bool {
	for i := w.p.first; i < w.p.last; i++ {
		if n, ok := w.definiteAt(i, w.p.last); ok && n.pointing {
			return true
		}
	}
	return false
}

// leadIn is sentence s as what the claim comes after, "" if it is too long or
// would have to be explained itself.
func (w *rewriting) leadIn(s int) string {
	x := &w.a.Sentences[s]
	if x.Last-x.First > longestLeadIn {
		return ""
	}
	return w.explain(x.First, x.Last, noneOpen)
}

// earlier is the sentence before the claim's, if it tells of a time some days
// before publication, to which a claim in the past tense without a time of its
// own is likely to belong.
func (w *rewriting) earlier() string {
	a := w.a
	if w.pub.IsZero() || w.p.verb < 0 || a.Tokens[w.p.verb].POS != nlp.VBD {
		return ""
	}
	s := int(a.Tokens[w.p.first].Sentence)
	if s == 0 || w.headings[s-1] || a.Sentences[s].Block-a.Sentences[s-1].Block > 1 {
		return ""
	}
	y := &a.Sentences[s-1]
	past := false
	for _, t := range w.timesIn(a.Span(y.First, y.Last)) {
		switch {
		case t.To.IsZero():
		case t.To.Before(w.pub.AddDate(0, 0, -6)):
			past = true
		default:
			return "" // it tells of these days too
		}
	}
	if !past {
		return ""
	}
	return w.leadIn(s - 1)
}

// explainedOnce reports whether a sentence stands in the claim already that
// tells what it is about.
func (w *rewriting) explainedOnce() bool { return w.given("explained") }

// explainedAtAll reports whether a sentence stands in the claim already.
func (w *rewriting) explainedAtAll() bool {
	return w.given("explained") || w.given("context") || slices.ContainsFunc(w.subs, func(x Substitution) bool { return x.Why == "subject" && strings.HasSuffix(x.To, "] ") })
}

// given reports whether a change was made for the reason why.
func (w *rewriting) given(why string) bool {
	return slices.ContainsFunc(w.subs, func(x Substitution) bool { return x.Why == why })
}

// undated reports whether the claim does not say when: what happened did so on
// some day, and what is so may not be any more.
func (w *rewriting) undated() bool {
	if w.framedInTime() {
		return false
	}
	for i := range w.c.Times {
		t := &w.c.Times[i]
		if k := w.a.TokenAt(t.Start); k > w.p.first && w.onlyBounds(k, t) || k > w.p.first+1 && strings.EqualFold(w.a.Word(k-1), "of") && w.a.Tokens[k-2].POS.Proper() {
			continue // until when is not said; "the Act of 1993" is of any day
		}
		if !t.From.IsZero() && (!t.Relative || w.changed(t.Span)) {
			return false
		}
	}
	return true
}

// onlyBounds reports whether the time t at token i only says from when, or until
// when something will be: "until the end of the 2022/23 season".
func (w *rewriting) onlyBounds(i int, t *When) bool {
	if strings.EqualFold(w.a.Word(i-1), "since") {
		return true
	}
	if w.pub.IsZero() || !t.To.After(w.pub) {
		return false
	}
	for k := i - 1; k >= max(w.p.first, i-4); k-- {
		switch w.low(k) {
		case "until", "till":
			return true
		case "the", "end", "of", "early", "late", "mid", "middle", "beginning", "start", "at", "least":
		default:
			return false
		}
	}
	return false
}
