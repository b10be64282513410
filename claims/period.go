package claims

import "time"

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
			if l.is(k-2, "the") && f.After(a.pub) && !l.ahead(start) {
				f = addMonths(f, -12) // "the second half of the year", told in January
			}
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
