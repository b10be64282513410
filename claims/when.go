package claims

import (
	"strings"
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
	w := l[i].low
	if timeStarters[w] || months[w] > 0 || smallNumbers[w] > 0 || ordinals[w] > 0 || seasons[w] > 0 {
		return true
	}
	_, ok := weekdays[w]
	return ok
}

var timeStarters = set("early earlier mid middle late later end beginning start the these those a an half today tonight yesterday tomorrow this last next that over current q twenties thirties forties fifties sixties seventies eighties nineties recent past")

// timeAt reads the time that begins at i: its interval (zero if open), the
// index behind it, and whether it leans on the day of publication.
func (l lexed) timeAt(i int, a *anchor) (v interval, next int, rel, ok bool) {
	if part, at := l.partOf(i); at > i {
		v, next, rel, ok = l.coreTime(at, a, true)
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

// partOf reads "early", "mid-", "late", "the end of" before a time.
func (l lexed) partOf(i int) (int, int) {
	part, at := -1, i
	switch {
	case l.is(i, "early", "earlier"):
		part, at = 0, i+1
	case l.is(i, "mid", "middle"):
		part, at = 1, i+1
	case l.is(i, "late", "later"):
		part, at = 2, i+1
	case l.is(i, "end") && l.is(i+1, "of"):
		part, at = 2, i+1
	case l.is(i, "beginning", "start") && l.is(i+1, "of"):
		part, at = 0, i+1
	}
	if part < 0 {
		return 0, i
	}
	if l.is(i, "earlier", "later") && !l.is(at, "this", "last") {
		return 0, i
	}
	if l.hyphen(at) {
		at++
	}
	if l.is(at, "in", "of") {
		at++
		if l.is(at, "the") && !grainWord(l.low(at+1)) {
			at++
		}
	}
	if l.is(i, "earlier", "later") {
		// "earlier this month" is any day of it before today: the whole unit.
		return whole, at
	}
	return part, at
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

// numericDate reads 2019-11-18 and 11/18/2019 (month first, unless that
// cannot be).
func (l lexed) numericDate(i int, a *anchor) (interval, int, bool) {
	if !l.ok(i+4) || l[i].shape != digits || l[i+2].shape != digits || l[i+4].shape != digits || !l.glued(i+1) || !l.glued(i+2) || !l.glued(i+3) || !l.glued(i+4) {
		return interval{}, i, false
	}
	x, _ := figures(l[i].low)
	y, _ := figures(l[i+2].low)
	z, _ := figures(l[i+4].low)
	switch {
	case len(l[i].low) == 4 && l.is(i+1, "-", "/") && l.is(i+3, "-", "/"):
		v, ok := a.date(int(x), int(y), int(z))
		return v, i + 5, ok
	case l.is(i+1, "/", ".") && l.is(i+3, "/", ".") && len(l[i].low) <= 2 && len(l[i+2].low) <= 2 && (len(l[i+4].low) == 4 || len(l[i+4].low) == 2):
		if z < 100 {
			z += 2000
		}
		if x > 12 {
			x, y = y, x
		}
		v, ok := a.date(int(z), int(x), int(y))
		return v, i + 5, ok
	}
	return interval{}, i, false
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

func (a *anchor) month(y int, m time.Month) interval {
	return at(time.Date(y, m, 1, 0, 0, 0, 0, a.zone()), monthGrain)
}

func (a *anchor) year(y int) interval {
	return at(time.Date(y, 1, 1, 0, 0, 0, 0, a.zone()), yearGrain)
}

// dayNumber reads a day of the month: "18", "7th".
func (l lexed) dayNumber(i int) (int, int, bool) {
	if !l.ok(i) || l[i].shape != digits || len(l[i].low) > 2 {
		return 0, i, false
	}
	v, _ := figures(l[i].low)
	n := i + 1
	if l.glued(n) && l.is(n, "st", "nd", "rd", "th") {
		n++
	} else if l.glued(n) && l.ok(n) && l[n].shape == letters || l.is(n, "%", ":") && l.glued(n) {
		return 0, i, false
	}
	return int(v), n, v >= 1 && v <= 31
}

// yearNumber reads a year in figures.
func (l lexed) yearNumber(i int) (int, bool) {
	if !l.ok(i) || l[i].shape != digits || len(l[i].low) != 4 || !isDigits(l[i].low) {
		return 0, false
	}
	v, _ := figures(l[i].low)
	return int(v), v >= 1000 && v <= 2199
}

// calendarDate reads dates with a month's name, and weekdays.
func (l lexed) calendarDate(i int, a *anchor, parted bool) (interval, int, bool, bool) {
	none := interval{}
	at0 := i
	if _, ok := weekdays[l.low(i)]; ok && l[i].upper {
		// "Monday, June 7, 2021": the weekday belongs to the date.
		n := i + 1
		if l.is(n, ",") {
			n++
		}
		if l.is(n, "the") {
			n++
		}
		if v, m, rel, ok := l.calendarDate(n, a, false); ok && l.hasMonth(n, m) && v.grain == dayGrain {
			return v, m, rel, true
		}
		return l.weekday(i, a)
	}
	// Day first: "18 November 2019", "the 18th of November".
	if d, n, ok := l.dayNumber(i); ok {
		if l.is(n, "of") {
			n++
		}
		if m := months[l.low(n)]; m > 0 && l[n].upper && l.monthSure(n) {
			n = l.dot(n + 1)
			k := n
			if l.is(k, ",") {
				k++
			}
			if y, ok := l.yearNumber(k); ok {
				v, ok := a.date(y, int(m), d)
				return v, k + 1, false, ok
			}
			return a.nearDay(int(m), d, l.ahead(at0), l.behind(at0)), n, true, true
		}
		return none, i, false, false
	}
	m := months[l.low(i)]
	if m == 0 || !l[i].upper {
		return none, i, false, false
	}
	n := l.dot(i + 1)
	if d, k, ok := l.dayNumber(n); ok && !(l.is(k, "percent", "million", "%")) {
		// "May 5 to 7" is read as its first day only when alone.
		k2 := k
		if l.is(k2, ",") {
			k2++
		}
		if y, ok := l.yearNumber(k2); ok {
			v, ok := a.date(y, int(m), d)
			return v, k2 + 1, false, ok
		}
		if l.is(k, "of") && l.is(k+2, "year") && l.is(k+1, "last", "this", "next") {
			// "June 16 of last year"
			if a.pub.IsZero() {
				return none, k + 3, true, true
			}
			y := a.pub.Year() + map[string]int{"last": -1, "this": 0, "next": 1}[l.low(k+1)]
			v, ok := a.date(y, int(m), d)
			return v, k + 3, true, ok
		}
		v := a.nearDay(int(m), d, l.ahead(at0), l.behind(at0))
		if l.is(k, "-", "–", "to") {
			if d2, k3, ok := l.dayNumber(k + 1); ok && d2 > d {
				if !v.from.IsZero() {
					v.to = v.from.AddDate(0, 0, d2-d+1)
				}
				k = k3
				if l.is(k, ",") {
					if y, ok := l.yearNumber(k + 1); ok {
						if w, ok := a.date(y, int(m), d); ok {
							return interval{w.from, w.from.AddDate(0, 0, d2-d+1), dayGrain}, k + 2, false, true
						}
					}
				}
			}
		}
		return v, k, true, true
	}
	k := n
	if l.is(k, ",", "of") {
		k++
	}
	if y, ok := l.yearNumber(k); ok {
		return a.month(y, m), k + 1, false, true
	}
	// A month alone. "May" and "March" need a preposition before them.
	if !l.monthSure(i) && !parted {
		return none, i, false, false
	}
	if l.is(i-1, "next") {
		return none, i, false, false
	}
	if a.pub.IsZero() {
		return none, n, true, true
	}
	y := a.pub.Year()
	switch {
	case l.ahead(at0):
		if m < a.pub.Month() {
			y++
		}
	case m > a.pub.Month():
		y--
	}
	return a.month(y, m), n, true, true
}

// hasMonth reports whether a month's name stands in [i, j).
func (l lexed) hasMonth(i, j int) bool {
	for ; i < j; i++ {
		if months[l.low(i)] > 0 {
			return true
		}
	}
	return false
}

// monthSure tells months from the verb "march", the modal "may", and names
// like "April".
func (l lexed) monthSure(i int) bool {
	if l.is(i, "may", "march", "april", "june", "august", "jan", "mar", "jun", "jul", "apr", "dec", "sep") {
		if _, _, ok := l.dayNumber(i - 1); ok {
			return true
		}
		return l.is(i-1, "in", "since", "until", "till", "last", "this", "next", "of", "by", "during", "through", "late", "early", "between", "from", "-", "to", "before", "after", "and", "for", "mid") &&
			!(l.is(i, "may") && l.is(i-1, "to", "and", "for", "from", "of") && !l.is(i+1, ",", ".", "", "and", "to", "but"))
	}
	return true
}

func (l lexed) dot(i int) int {
	if l.is(i, ".") && l.glued(i) && i > 0 && len(l[i-1].low) <= 4 {
		return i + 1
	}
	return i
}

// ahead reports whether the words before i look to the future.
func (l lexed) ahead(i int) bool {
	for k := i - 1; k >= 0 && k >= i-12; k-- {
		if l[k].shape == mark && l.is(k, ".", ";", "?", "!") {
			return false
		}
		if l.is(k, "will", "'ll", "scheduled", "expected", "due", "upcoming", "coming", "plans", "slated", "shall", "next", "we'll", "they'll", "it'll", "deadline", "until", "till", "leaves") {
			return true
		}
		if l.is(k, "was", "were", "had", "said", "did", "told", "announced", "has") {
			return false
		}
	}
	return false
}

// behind reports whether the words before i speak of the past.
func (l lexed) behind(i int) bool {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		if l[k].shape == mark && l.is(k, ".", ";", "?", "!") {
			return false
		}
		if l.is(k, "was", "were", "had", "did", "since", "began", "met", "won", "held", "came", "went", "told", "took", "left", "made", "gave", "fell", "rose") || strings.HasSuffix(l[k].low, "ed") && len(l[k].low) > 4 {
			return true
		}
	}
	return false
}

// nearDay is the day d.m. nearest to publication, before it where the words
// speak of the past, after it where they look ahead.
func (a *anchor) nearDay(m, d int, ahead, behind bool) interval {
	if a.pub.IsZero() {
		return interval{}
	}
	p := dayOf(a.pub)
	y := p.Year()
	v, ok := a.date(y, m, d)
	if !ok {
		return interval{}
	}
	gap := int(v.from.Sub(p).Hours() / 24)
	switch {
	case ahead && gap < 0:
		y++
	case behind && gap > 0:
		y--
	case !ahead && gap > 60:
		// A day soon after publication is one to come, whatever the words.
		y--
	}
	v, _ = a.date(y, m, d)
	return v
}

// weekday resolves a day of the week.
func (l lexed) weekday(i int, a *anchor) (interval, int, bool, bool) {
	n := l.daytime(i + 1)
	if a.pub.IsZero() {
		return interval{}, n, true, true
	}
	p := dayOf(a.pub)
	back := (int(p.Weekday()) - int(weekdays[l.low(i)]) + 7) % 7
	if l.ahead(i) && back != 0 {
		return at(p.AddDate(0, 0, 7-back), dayGrain), n, true, true
	}
	return at(p.AddDate(0, 0, -back), dayGrain), n, true, true
}

func (l lexed) daytime(i int) int {
	if l.is(i, "morning", "afternoon", "evening", "night") {
		return i + 1
	}
	return i
}

// longSpan reads decades, centuries, quarters, halves and seasons.
func (l lexed) longSpan(i int, a *anchor) (interval, int, bool, bool) {
	none := interval{}
	start := i
	if l.is(i, "the") {
		i++
	}
	// The 1990s, the '90s.
	if l.ok(i) && l[i].shape == digits && l.glued(i+1) && (l.is(i+1, "s") || l.is(i+1, "'", "’") && l.is(i+2, "s") && l.glued(i+2)) {
		end := i + 2
		if !l.is(i+1, "s") {
			end = i + 3
		}
		if y, ok := l.yearNumber(i); ok && y%10 == 0 {
			g := decadeGrain
			if y%100 == 0 && !(y >= 2000) {
				g = centuryGrain
			}
			return at(time.Date(y, 1, 1, 0, 0, 0, 0, a.zone()), g), end, false, true
		}
	}
	if l.is(i, "'", "’", "‘") && l.ok(i+1) && l[i+1].shape == digits && len(l[i+1].low) == 2 && l.glued(i+1) {
		v, _ := figures(l[i+1].low)
		y := 1900 + int(v)
		if v < 30 {
			y += 100
		}
		if l.is(i+2, "s") && l.glued(i+2) && y%10 == 0 {
			return at(time.Date(y, 1, 1, 0, 0, 0, 0, a.zone()), decadeGrain), i + 3, false, true
		}
		return none, start, false, false
	}
	if d, ok := spelledDecades[l.low(i)]; ok && (i > start || l.is(i-1, "early", "late", "mid", "-")) {
		return at(time.Date(d, 1, 1, 0, 0, 0, 0, a.zone()), decadeGrain), i + 1, false, true
	}
	// Centuries, quarters and halves begin with an ordinal.
	if o, n, ok := l.readOrdinal(i); ok {
		m := n
		if l.hyphen(m) {
			m++
		}
		if l.is(m, "century") && o > 10 && o < 23 {
			return at(time.Date(int(o-1)*100, 1, 1, 0, 0, 0, 0, a.zone()), centuryGrain), m + 1, false, true
		}
		if (l.is(m, "quarter") && o <= 4) || (l.is(m, "half") && o <= 2) {
			w := 3
			if l.is(m, "half") {
				w = 6
			}
			k, y, rel, known := l.yearBehind(m+1, a)
			if !known {
				if w == 6 || a.pub.IsZero() {
					if w == 3 && a.pub.IsZero() {
						return none, m + 1, true, true
					}
					return none, start, false, false
				}
				// A quarter without a year is the last one that is over, or under way.
				y, rel = a.pub.Year(), true
				if time.Month((int(o)-1)*3+1) > a.pub.Month() {
					y--
				}
				k = m + 1
			}
			if y == 0 {
				return none, k, true, true
			}
			f := time.Date(y, time.Month((int(o)-1)*w+1), 1, 0, 0, 0, 0, a.zone())
			return interval{f, addMonths(f, w), quarterGrain}, k, rel, true
		}
	}
	if l.is(i, "q") && l.glued(i+1) && l.ok(i+1) && l[i+1].shape == digits {
		if o, _ := figures(l[i+1].low); o >= 1 && o <= 4 {
			if y, ok := l.yearNumber(i + 2); ok {
				f := time.Date(y, time.Month((int(o)-1)*3+1), 1, 0, 0, 0, 0, a.zone())
				return interval{f, addMonths(f, 3), quarterGrain}, i + 3, false, true
			}
		}
	}
	if m := seasons[l.low(i)]; m > 0 && !(l.is(i, "fall", "spring") && l[i].upper) {
		if k, y, rel, ok := l.yearBehind(i+1, a); ok && y > 0 {
			f := time.Date(y, m, 1, 0, 0, 0, 0, a.zone())
			return interval{f, addMonths(f, 3), quarterGrain}, k, rel, true
		}
	}
	return none, start, false, false
}

var spelledDecades = map[string]int{"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990}

// yearBehind reads the year after a quarter or season: "of 2016", "2016",
// "of this year", "last year". A year of 0 is one that stays open.
func (l lexed) yearBehind(i int, a *anchor) (int, int, bool, bool) {
	if l.is(i, "of", "in") {
		i++
	}
	if y, ok := l.yearNumber(i); ok {
		return i + 1, y, false, true
	}
	d, known := map[string]int{"last": -1, "this": 0, "next": 1}[l.low(i)]
	if known && l.is(i+1, "year") {
		if a.pub.IsZero() {
			return i + 2, 0, true, true
		}
		return i + 2, a.pub.Year() + d, true, true
	}
	return i, 0, false, false
}

// yearAt reads a bare year or a range of years.
func (l lexed) yearAt(i int, a *anchor, parted bool) (interval, int, bool) {
	y, ok := l.yearNumber(i)
	if !ok || l.is(i-1, "$", "£", "€") || y < 1400 && !parted && !l.is(i-1, "in", "since", "year") {
		return interval{}, i, false
	}
	if l.glued(i+1) && l.is(i+1, "%", "/") || l.glued(i) && l.is(i-1, "-", "/", ".", ":") && !parted && !l.hyphenLetters(i-1) {
		return interval{}, i, false
	}
	sure := parted || l.is(i-1, "in", "since", "until", "by", "from", "during", "before", "after", "of", "between", "year", "late", "early", "for", "through", "(", "till", "circa", "the", "around")
	if !sure || l.is(i-1, "of", "for", "from", "by", "after", "before", "the", "around", "between", "(") {
		// What a plain number counts follows it.
		if l.is(i-1, "about", "than", "over", "some", "nearly", "least", "almost", "roughly", "approximately", "another", "all", "up", "most") || l.counts(i+1) {
			return interval{}, i, false
		}
	}
	if y > 2100 || y < 1000 {
		return interval{}, i, false
	}
	v := a.year(y)
	n := i + 1
	// "2004 to 2009", "2009-10", "between 2010 and 2015".
	if l.is(n, "to", "through", "until", "-", "–", "—") || l.is(n, "and") && l.is(i-1, "between") {
		if z, ok := l.yearNumber(n + 1); ok && z > y {
			return interval{v.from, a.year(z).to, yearGrain}, n + 2, true
		}
		if l.is(n, "-", "–") && l.glued(n) && l.ok(n+1) && l[n+1].shape == digits && len(l[n+1].low) == 2 {
			z, _ := figures(l[n+1].low)
			if w := y/100*100 + int(z); w > y {
				return interval{v.from, a.year(w).to, yearGrain}, n + 2, true
			}
		}
	}
	if l.is(n, "-") && l.glued(n) && l.ok(n+1) && l[n+1].shape == digits {
		return interval{}, i, false
	}
	return v, n, true
}

// hyphenLetters reports whether the hyphen at i joins letters to what follows.
func (l lexed) hyphenLetters(i int) bool { return l.is(i, "-") && i > 0 && l[i-1].shape == letters }

// counts reports whether the lexeme at i is what a number before it counts.
func (l lexed) counts(i int) bool {
	if !l.ok(i) || l[i].shape != letters || l[i].upper {
		return false
	}
	w := l[i].low
	if units[w].name != "" || currencies[w] != "" || scales[w] > 0 || l.is(i, "people", "men", "women", "children", "percent", "troops") {
		return true
	}
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "'s") && len(w) > 3 && !l.in(i, notCounted)
}

// notCounted are words in -s that follow a year without being counted by it.
var notCounted = set("was is has as does says this its plus always perhaps primaries elections campaigns olympics games finals hearings protests attacks emails tapes debates polls wildfires riots talks results season census")
