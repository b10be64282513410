package claims

import (
	"strings"
	"time"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// saidOn is when the claim was said, "on November 15, 2019", "in March 2019", where the words
// that lead it in have another time than the day of the article; "" otherwise.
func (w *rewriting) saidOn() string {
	a := w.a
	v := w.sayingVerb()
	if v < 0 {
		return ""
	}
	x := &a.Sentences[a.Tokens[v].Sentence]
	when := ""
	for _, t := range w.timesIn(a.Span(x.First, x.Last)) {
		if t.From.IsZero() || !w.pub.IsZero() && t.To.After(dayOf(w.pub)) && !w.partOver(&t) || w.pub.IsZero() && (t.Relative || t.To.Sub(t.From) > 24*time.Hour) || w.saidWithin(t.Span) {
			continue
		}
		f, last := a.TokensIn(t.Span)
		if f >= w.p.frame.first && last <= w.p.frame.last {
			continue
		}
		if in := w.writtenIn(&t, last, v); in != "" {
			when = in
			continue
		}
		on := "on " + t.From.Format(longDay)
		if t.To.Sub(t.From) > 24*time.Hour {
			t.Relative = true // as words, whatever it leans on
			if on = w.dateWords(&t); on == "" || strings.ContainsAny(on, "–") {
				continue
			}
			on = "in " + on
		}
		if w.whenSaid(v, f, last) {
			when = on
		}
	}
	return when
}

// partOver reports whether t is a week or month under way, of which the part is
// meant that is over: "earlier this month".
func (w *rewriting) partOver(t *When) bool {
	low := strings.ToLower(t.Span.Of(w.a.Text))
	return strings.HasPrefix(low, "earlier this ") && t.From.Before(dayOf(w.pub)) && t.To.Sub(t.From) <= 31*24*time.Hour
}

// writtenIn is where the claim was said if a noun for that stands at token i,
// behind the time t, and hangs on the verb v of saying: "in a 2013 memo".
func (w *rewriting) writtenIn(t *When, i, v int) string {
	a := w.a
	if i >= len(a.Tokens) || !writings[a.Tokens[i].Lemma] || int(a.Tokens[i].Head) != v || w.saidWithin(a.Span(i, i+1)) {
		return ""
	}
	day := ""
	switch size := t.To.Sub(t.From); {
	case size <= 24*time.Hour:
		day = t.From.Format(longDay)
	case size <= 31*24*time.Hour:
		day = t.From.Format("January 2006")
	case t.From.YearDay() == 1 && t.To.Equal(t.From.AddDate(1, 0, 0)):
		day = t.From.Format("2006")
	default:
		return ""
	}
	article := "a "
	if day[0] == 'A' || day[0] == 'O' {
		article = "an "
	}
	return "in " + article + day + " " + w.low(i)
}

// publishedAt reports whether the participle at token i tells when its noun, which
// says something, came out: "a study published in 1989 shows".
func (w *rewriting) publishedAt(i int) bool {
	a := w.a
	t := &a.Tokens[i]
	switch t.Lemma {
	case "publish", "release", "issue", "conduct", "take":
		return t.POS == nlp.VBN && t.Rel == nlp.ACL && a.Tokens[t.Head].POS.Noun()
	}
	return false
}

// occasionAt reports whether the noun at token i tells at what something is said.
func (w *rewriting) occasionAt(i int) bool {
	a := w.a
	if c := a.Dependent(i, nlp.Case); occasions[a.Tokens[i].Lemma] && c >= 0 {
		switch w.low(c) {
		case "at", "in", "during", "on", "after":
			return true
		}
	}
	return false
}

// occasions are at which something is said: "at a briefing Monday".
var occasions = set("briefing interview speech rally hearing conference debate meeting statement forum broadcast press discussion appearance event call")

// writings are what something is said in.
var writings = set("memo letter interview report speech book email article statement essay filing tweet autobiography memoir testimony video post message column")

// sayingVerb is the verb outside the claim that says so, -1 for none.
func (w *rewriting) sayingVerb() int {
	a, p := w.a, w.p
	v, quoted := -1, false
	switch r := w.root(p.first, p.last); {
	case p.quote >= 0:
		if x := w.ascribing(p.quote); !x.Cue.Empty() {
			v, _ = a.TokensIn(x.Cue)
			quoted = !w.unsaying(x)
		}
	case p.quote < 0 && p.reported && r >= 0 && a.Tokens[r].Rel == nlp.Ccomp:
		v = int(a.Tokens[r].Head)
	}
	if v < 0 || !a.Tokens[v].POS.Verb() || !quoted && !reporting[a.Tokens[v].Lemma] || v >= p.first && v < p.last {
		return -1
	}
	return v
}

// saidEarlier is " earlier", or how long before, where the words that lead the
// claim in were said before what the article reports: "had warned that", "said
// then", "several weeks ago"; "" otherwise.
func (w *rewriting) saidEarlier() string {
	a := w.a
	v := w.sayingVerb()
	if v < 0 {
		return ""
	}
	if d := w.lasting(v); d != "" {
		return d
	}
	x := &a.Sentences[a.Tokens[v].Sentence]
	for k := x.First; k < x.Last; k++ {
		if int(a.Tokens[k].Head) != v || k >= w.p.first && k < w.p.last || w.saidWithin(a.Span(k, k+1)) {
			continue
		}
		switch w.low(k) {
		case "ago":
			if k-2 >= x.First && grainWord(w.low(k-1)) && !w.anyFinite(v+1, k) {
				f := k - 2
				if f > x.First && a.Tokens[f-1].POS == nlp.DT {
					f--
				}
				return " " + strings.ToLower(a.Span(f, k).Of(a.Text)) + " earlier"
			}
		case "then":
			if k == v+1 {
				return " earlier"
			}
		case "earlier", "previously", "originally":
			return " earlier"
		case "had":
			if k < v && a.Tokens[v].POS == nlp.VBN {
				return " earlier"
			}
		}
	}
	return ""
}

// saidWithin reports whether s is part of the claim or of what is quoted with
// it.
func (w *rewriting) saidWithin(s span.Span) bool {
	if s.Overlaps(w.c.Span) {
		return true
	}
	if w.p.quote >= 0 {
		for _, c := range w.q.Quotes[w.p.quote].Content {
			if c.Overlaps(s) {
				return true
			}
		}
	}
	return false
}
