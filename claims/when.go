package claims

import (
	"maps"
	"time"

	"github.com/onrecord/onrecord/span"
)

// Whens finds the dates and times of text in order and resolves them against
// the day of publication. Where published is the zero time, what depends on
// it stays open.
//
// Intervals are half-open and in published's zone (UTC for the zero time).
// "Early", "mid" and "late" are thirds; seasons are those of the northern
// hemisphere by whole months; a weekday or month without a year is the last
// one before publication, unless the words before it look ahead.
func Whens(text string, published time.Time) []When {
	l := lexed(lex(nil, text, 0, len(text)))
	return l.times(text, anchor{pub: published}, nil)
}

// anchor is what times are resolved against.
type anchor struct {
	pub  time.Time
	last interval // the last time resolved, for "the following year"
}

func (a *anchor) zone() *time.Location {
	if a.pub.IsZero() {
		return time.UTC
	}
	return a.pub.Location()
}

var months = map[string]time.Month{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12}

var weekdays = map[string]time.Weekday{"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6}

// seasons by their first month; a winter is named after the year it ends in
// only when it is relative, so "winter 2016" begins in December 2016.
var seasons = map[string]time.Month{"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}

var grains = map[string]grain{"day": dayGrain, "days": dayGrain, "week": weekGrain, "weeks": weekGrain, "month": monthGrain, "months": monthGrain,
	"quarter": quarterGrain, "quarters": quarterGrain, "year": yearGrain, "years": yearGrain, "decade": decadeGrain, "decades": decadeGrain,
	"century": centuryGrain, "centuries": centuryGrain}

// times finds the times of l, marks their lexemes used, and appends them to dst.
func (l lexed) times(text string, a anchor, dst []When) []When {
	for i := 0; i < len(l); {
		if !l.startsTime(i) {
			i++
			continue
		}
		v, next, rel, ok := l.timeAt(i, &a)
		if !ok || next <= i {
			i++
			continue
		}
		w := When{Span: span.Span{Start: l[i].start, End: l[next-1].end}, Relative: rel}
		if !v.from.IsZero() {
			w.From, w.To = v.from, v.to
			a.last = v
		}
		for k := i; k < next; k++ {
			l[k].used = true
		}
		dst = append(dst, w)
		i = next
	}
	return dst
}

// startsTime tells quickly that no time can begin at i.
func (l lexed) startsTime(i int) bool {
	switch l[i].shape {
	case digits:
		return true
	case mark:
		return l.is(i, "'", "’", "‘")
	}
	return startTime[l[i].low]
}

// startTime are all words that a time may begin with.
var startTime = keysOf(maps.Keys(timeStarters), maps.Keys(months), maps.Keys(smallNumbers), maps.Keys(ordinals), maps.Keys(seasons), maps.Keys(weekdays))

var timeStarters = set("early earlier mid middle late later end beginning start the these those a an half today tonight yesterday tomorrow this last next that over current q twenties thirties forties fifties sixties seventies eighties nineties recent past")

// timeAt reads the time that begins at i: its interval (zero if open), the
// index behind it, and whether it leans on the day of publication.
func (l lexed) timeAt(i int, a *anchor) (v interval, next int, rel, ok bool) {
	if part, at := l.partOf(i); at > i {
		v, next, rel, ok = l.coreTime(at, a, true)
		if !ok && l.is(i, "end", "beginning", "start") && l.is(at, "the") && l.is(at+1, "year", "month") && a.last.from.IsZero() && !(l.ok(at+2) && (l[at+2].shape == digits || l.is(at+2, "before", "after"))) {
			// "by the end of the year" is this one.
			v, next, rel, ok = interval{}, at+2, true, true
			if !a.pub.IsZero() {
				v = a.current(grains[l.low(at+1)])
			}
		}
		if ok {
			if !v.from.IsZero() {
				v = v.third(part)
			}
			return v, next, rel, true
		}
		return v, i, false, false
	}
	return l.coreTime(i, a, false)
}

// whole is the part that narrows nothing.
const whole = 3

func grainWord(w string) bool { _, ok := grains[w]; return ok }

// coreTime reads a time without a part before it. parted tells that one stood
// before it, which makes a bare year or month certain.
func (l lexed) coreTime(i int, a *anchor, parted bool) (interval, int, bool, bool) {
	if !l.ok(i) {
		return interval{}, i, false, false
	}
	if v, n, ok := l.numericDate(i, a); ok {
		return v, n, false, true
	}
	if v, n, rel, ok := l.calendarDate(i, a, parted); ok {
		return v, n, rel, true
	}
	if v, n, rel, ok := l.upTo(i, a); ok {
		return v, n, rel, true
	}
	if v, n, rel, ok := l.partOfYear(i, a); ok {
		return v, n, rel, true
	}
	if v, n, rel, ok := l.longSpan(i, a); ok {
		return v, n, rel, true
	}
	if v, n, rel, ok := l.relative(i, a); ok {
		return v, n, rel, true
	}
	if v, n, ok := l.yearAt(i, a, parted); ok {
		return v, n, false, true
	}
	return interval{}, i, false, false
}

func (a *anchor) date(y, m, d int) (interval, bool) {
	if m < 1 || m > 12 || d < 1 || d > 31 || y < 1 || y > 3000 {
		return interval{}, false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, a.zone())
	if t.Day() != d {
		return interval{}, false
	}
	return at(t, dayGrain), true
}

// current is the unit of size g that the day of publication lies in.
func (a *anchor) current(g grain) interval { return at(a.pub, g) }

func (a *anchor) month(y int, m time.Month) interval {
	return at(time.Date(y, m, 1, 0, 0, 0, 0, a.zone()), monthGrain)
}

func (a *anchor) year(y int) interval {
	return at(time.Date(y, 1, 1, 0, 0, 0, 0, a.zone()), yearGrain)
}

// timesIn lists the times that s tells of, as seen from the day of publication.
// They are read once and not to be changed.
func (ar *article) timesIn(s span.Span) []When {
	if ts, ok := ar.timesRead[s]; ok {
		return ts
	}
	ar.timeLex = lex(ar.timeLex[:0], ar.a.Text, s.Start, s.End)
	ts := lexed(ar.timeLex).times(ar.a.Text, anchor{pub: ar.pub}, nil)
	ar.timesRead[s] = ts
	return ts
}
