package claims

import "time"

// upTo reads a stretch of time by where it ends: "the year to September 2021",
// "the three months ended June 30", "26 weeks to 16 September".
func (l lexed) upTo(i int, a *anchor) (interval, int, bool, bool) {
	none := interval{}
	p := i
	if l.is(p, "the") {
		p++
	}
	k, g, n, ok := l.units(p)
	if w, unit := grains[l.low(p)]; !ok && p > i && unit && !plural(l.low(p)) {
		k, g, n, ok = 1, w, p+1, true
	}
	if !ok || k != float64(int(k)) || !l.is(n, "to", "through", "until", "ended", "ending") || l.is(i-1, "for") && l.is(n, "until", "through") {
		return none, i, false, false
	}
	if l.is(n, "to", "until") && (l.is(i-1, "by") || l.in(i-1, moving)) {
		return none, i, false, false
	}
	n++
	end := false
	if l.is(n, "the") && l.is(n+1, "end") && l.is(n+2, "of") {
		n, end = n+3, true
	}
	v, next, rel, ok := l.calendarDate(n, a, true)
	if !ok {
		y, known := l.yearNumber(n)
		if !known || end {
			return none, i, false, false
		}
		v, next = a.year(y), n+1
	}
	if v.from.IsZero() {
		return none, i, false, false
	}
	return interval{shift(v.to, -int(k), g), v.to, g}, next, rel, true
}

// moving are verbs for putting a day off by a time to another day: "extended
// six months to June 30" tells of no six months before it.
var moving = set("extended delayed postponed deferred moved forward back")

// partOfYear reads "the first three months of 2022", "the last two weeks of
// last year".
func (l lexed) partOfYear(i int, a *anchor) (interval, int, bool, bool) {
	none := interval{}
	p := i
	if l.is(p, "the") {
		p++
	}
	first := l.is(p, "first", "opening")
	if !first && !l.is(p, "last", "final", "closing") {
		return none, i, false, false
	}
	k, g, n, ok := l.units(p + 1)
	if !ok || !l.is(n, "of") || g > quarterGrain || k != float64(int(k)) {
		return none, i, false, false
	}
	end, y, rel, ok := l.yearBehind(n, a)
	if !ok || y == 0 {
		return none, i, false, false
	}
	v := interval{from: time.Date(y, 1, 1, 0, 0, 0, 0, a.zone()), grain: g}
	if v.to = shift(v.from, int(k), g); !first {
		v.to = time.Date(y+1, 1, 1, 0, 0, 0, 0, a.zone())
		v.from = shift(v.to, -int(k), g)
	}
	return v, end, rel, true
}
