package claims

import (
	"strconv"
	"strings"
	"time"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// longAgo is how many years back a year is not meant exactly.
const longAgo = 5

// looseWords writes a time that the article does not give to the day in words
// that are no more exact than its own: "the two months to June 3, 2021", "the
// weekend of June 5, 2021", "the end of March 2021", "around 1999"; "" for
// another time.
func (ar *article) looseWords(t *When) string {
	words := t.Span.Of(ar.a.Text)
	f := strings.Fields(strings.ToLower(words))
	if len(f) == 0 || ar.pub.IsZero() {
		return ""
	}
	last := f[len(f)-1]
	switch f[0] {
	case "start", "end", "beginning", "middle":
		if months[strings.TrimSuffix(last, ".")] > 0 {
			return words + " " + strconv.Itoa(t.From.Year())
		}
		return ar.edgeWords(t, f)
	}
	if m := seasons[last]; m > 0 && len(f) > 1 {
		if m == 12 {
			return "the " + last + " of " + t.From.Format("2006") + "–" + t.To.Format("06")
		}
		return "the " + last + " of " + t.From.Format("2006")
	}
	if last == "weekend" {
		return "the weekend of " + t.From.Format(longDay)
	}
	if last == "ago" && (f[len(f)-2] == "years" || f[len(f)-2] == "decades") && ar.pub.Year()-t.From.Year() >= longAgo && !ar.grainBefore(t) {
		return "around " + t.From.Format("2006")
	}
	k := 0
	switch f[0] {
	case "the", "this", "these", "those":
		k = 1
	}
	if len(f) < k+2 || !grainWord(last) {
		return ""
	}
	switch f[k] {
	case "past", "last", "previous", "next", "coming":
	default:
		return ""
	}
	if i := ar.a.TokenAt(t.Start); i > 0 && strings.EqualFold(ar.a.Word(i-1), "of") {
		return "" // "in each of the past two years"
	}
	today, units := dayOf(ar.pub), "the "+strings.Join(f[k+1:], " ")
	switch {
	case t.To.Sub(t.From) <= 24*time.Hour:
		return ""
	case t.To.Equal(today.AddDate(0, 0, 1)):
		return units + " to " + ar.pub.Format(longDay)
	case t.From.Equal(today) && k == 1:
		return units + " from " + ar.pub.Format(longDay)
	}
	return ""
}

// edgeWords writes the beginning or the end of a month or year that its words, f,
// do not name themselves: "the end of this month", "the end of May last year".
func (ar *article) edgeWords(t *When, f []string) string {
	n := len(f)
	if n < 3 || f[1] != "of" || t.From.IsZero() {
		return ""
	}
	edge := strings.Fields(t.Span.Of(ar.a.Text))[0] + " of "
	switch f[n-2] {
	case "this", "last", "next":
	case "the":
		// "Sold at the end of the year" may be of another one.
		switch ar.low(max(0, ar.a.TokenAt(t.Start)-2)) {
		case "by", "before", "until", "till", "through":
		default:
			return ""
		}
	default:
		return ""
	}
	switch {
	case f[n-1] == "month" && n == 4, f[n-1] == "year" && n > 4 && months[strings.TrimSuffix(f[2], ".")] > 0:
		return edge + t.From.Format("January 2006")
	case f[n-1] == "year" && n == 4:
		return edge + t.From.Format("2006")
	}
	return ""
}

// grainBefore reports whether a unit of the calendar stands before t, so that
// its year is meant exactly: "in the same month ten years ago".
func (ar *article) grainBefore(t *When) bool {
	i := ar.a.TokenAt(t.Start)
	return i > 0 && grainWord(ar.low(i-1))
}

// byTimeBefore resolves a time that leans on the one before it, "that month",
// "the following day", where that stands outside the claim: in its sentence or
// the one before, and no coarser than what leans on it.
func (w *rewriting) byTimeBefore(t *When) (When, bool) {
	a := w.a
	if !t.From.IsZero() || w.nested {
		return When{}, false
	}
	k := a.TokenAt(t.Start)
	s := int(a.Tokens[k].Sentence)
	if s > 0 && !w.headings[s-1] && a.Sentences[s].Block-a.Sentences[s-1].Block <= 1 {
		s--
	}
	ts := w.timesIn(span.Span{Start: int(a.Tokens[a.Sentences[s].First].Start), End: t.End})
	n := len(ts) - 1
	if n < 1 || ts[n].Span != t.Span || ts[n].From.IsZero() || ts[n].Relative || ts[n-1].From.IsZero() {
		return When{}, false
	}
	if ts[n-1].To.Sub(ts[n-1].From) > ts[n].To.Sub(ts[n].From)+72*time.Hour {
		return When{}, false // "that month" of a year
	}
	if ts[n].To.Sub(ts[n].From) == 7*24*time.Hour {
		return When{}, false // "the previous week" has no day that it begins on
	}
	if !w.pub.IsZero() && ts[n].From.After(w.pub) && strings.HasSuffix(strings.ToLower(t.Span.Of(a.Text)), " later") {
		return When{}, false // it is later than something else
	}
	at := ts[n]
	at.Relative = true
	return at, true
}

// daysOwn writes the day, month or year whose thing is spoken of as its date:
// "Monday's debate" and "Monday night's debate" become "the June 7, 2021
// debate", "last year's deficit" "the 2020 deficit". It reports whether t is
// such a time.
func (w *rewriting) daysOwn(t *When) bool {
	a := w.a
	n := w.behindHours(t)
	if n == 0 || n+1 >= w.p.last || a.Tokens[n].Start != a.Tokens[n-1].End || a.Tokens[n].POS != nlp.POSS {
		return false
	}
	to := w.ownDate(t)
	if to == "" {
		w.weeksOwn(t, n)
		return true
	}
	if next := a.Tokens[n+1].POS; !next.Noun() && next != nlp.JJ {
		return true
	}
	if k := a.TokenAt(t.Start); k > w.p.first {
		switch a.Tokens[k-1].POS {
		case nlp.DT, nlp.JJ, nlp.POSS, nlp.PRPS, nlp.CD, nlp.HYPH, nlp.NN, nlp.NNP:
			return true
		}
	}
	w.put(span.Span{Start: t.Start, End: int(a.Tokens[n].End)}, "the "+to, "time")
	return true
}

// weeksOwn writes the week or weekend t whose thing is spoken of behind that, its
// "'s" being token n: "last week's hearing" becomes "the hearing in the week of
// June 7, 2021".
func (w *rewriting) weeksOwn(t *When, n int) {
	a := w.a
	words := strings.Fields(strings.ToLower(t.Span.Of(a.Text)))
	if len(words) != 2 || words[1] != "week" && words[1] != "weekend" || t.From.IsZero() || !deictic(words[0]) {
		return
	}
	if words[0] == "this" && w.pub.Weekday() == time.Sunday {
		return // the one that is over, or the next
	}
	head := n + 1
	for head < w.p.last && (a.Tokens[head].POS.Noun() || a.Tokens[head].POS == nlp.JJ || a.Tokens[head].POS == nlp.HYPH) {
		head++
	}
	if head--; head <= n || !a.Tokens[head].POS.Noun() || head+1 < w.p.last && a.Tokens[head+1].POS == nlp.POSS {
		return
	}
	when := " in the week of "
	if words[1] == "weekend" {
		when = " on the weekend of "
	}
	w.put(span.Span{Start: t.Start, End: int(a.Tokens[n].End)}, "the", "time")
	w.put(a.Span(head, head+1), a.Word(head)+when+t.From.Format(longDay), "time")
}

// behindHours is the token behind the time t and the part of the day that
// follows it.
func (w *rewriting) behindHours(t *When) int {
	n := w.a.TokenAt(t.End)
	if n+1 < w.p.last {
		switch w.low(n) {
		case "night", "morning", "evening", "afternoon":
			return n + 1
		}
	}
	return n
}

// ownDate is the date of a weekday, or of the month or year before or now, as it
// stands before what is of that time; "" for other times.
func (w *rewriting) ownDate(t *When) string {
	if !t.Relative || t.From.IsZero() {
		return ""
	}
	words := strings.ToLower(t.Span.Of(w.a.Text))
	first, _, _ := strings.Cut(words, " ")
	if _, ok := weekdays[first]; ok {
		return t.From.Format(longDay)
	}
	switch words {
	case "last year", "this year", "next year":
		return t.From.Format("2006")
	case "last month", "this month", "next month":
		return t.From.Format("January 2006")
	}
	return ""
}
