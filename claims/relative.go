package claims

import "time"

// relative reads times that lean on the day of publication or on a time
// before them in the text.
func (l lexed) relative(i int, a *anchor) (interval, int, bool, bool) {
	none := interval{}
	day := func(d int, n int) (interval, int, bool, bool) {
		if a.pub.IsZero() {
			return none, n, true, true
		}
		return at(a.pub.AddDate(0, 0, d), dayGrain), n, true, true
	}
	switch {
	case l.is(i, "today") && l.is(i-1, "usa"):
		return none, i, false, false // the newspaper
	case l.is(i, "today") && !l.is(i+1, "'"):
		return day(0, i+1)
	case l.is(i, "tonight"):
		return day(0, i+1)
	case l.is(i, "yesterday"):
		return day(-1, l.daytime(i+1))
	case l.is(i, "tomorrow"):
		return day(1, l.daytime(i+1))
	case l.is(i, "this") && l.is(i+1, "morning", "afternoon", "evening"):
		return day(0, i+2)
	case l.is(i, "last") && l.is(i+1, "night"):
		return day(-1, i+2)
	}
	// N units ago, later, earlier.
	if k, g, n, ok := l.units(i); ok {
		back := l.is(i-1, "last", "past", "previous", "recent", "next", "coming", "following")
		switch {
		case l.is(n, "ago"):
			if a.pub.IsZero() {
				return none, n + 1, true, true
			}
			if g == decadeGrain || g == centuryGrain {
				k, g = k*map[grain]float64{decadeGrain: 10, centuryGrain: 100}[g], yearGrain
			}
			if k != float64(int(k)) {
				k, g = finer(k, g)
			}
			return at(shift(a.pub, -int(k), g), g), n + 1, true, true
		case l.is(n, "earlier", "later") && l.is(n+1, "than"):
			return none, i, false, false // "a year later than planned" measures
		case l.is(n, "earlier", "later", "before", "after") && !back && (!l.is(n, "before", "after") || !l.ok(n+1) || l[n+1].shape == mark):
			if a.last.from.IsZero() {
				return none, n + 1, false, true
			}
			if k != float64(int(k)) {
				k, g = finer(k, g)
			}
			d := int(k)
			if l.is(i-1, "the") {
				// "In the six years before" lasts all of them.
				if l.is(n, "earlier", "before") {
					return interval{shift(a.last.from, -d, g), a.last.from, g}, n + 1, false, true
				}
				return interval{a.last.to, shift(a.last.to, d, g), g}, n + 1, false, true
			}
			if l.is(n, "earlier", "before") {
				d = -d
			}
			return at(shift(a.last.from, d, g), max(g, a.last.grain)), n + 1, false, true
		}
	}
	// The weekend of April 8.
	if l.is(i, "the") && l.is(i+1, "weekend") && l.is(i+2, "of") {
		if v, n, rel, ok := l.calendarDate(i+3, a, false); ok && !v.from.IsZero() && v.grain == dayGrain {
			sat := v.from
			switch wd := sat.Weekday(); wd {
			case time.Sunday:
				sat = sat.AddDate(0, 0, -1)
			default:
				sat = sat.AddDate(0, 0, int(time.Saturday-wd))
			}
			return interval{sat, sat.AddDate(0, 0, 2), dayGrain}, n, rel, true
		}
	}
	p := i
	if l.is(p, "the", "these", "those") {
		p++
	}
	// The past ten years, the last decade, the next two weeks.
	if l.is(p, "past", "last", "previous", "next", "coming", "preceding") {
		q := p + 1
		if l.is(q, "few", "several", "couple") {
			m := q + 1
			if l.is(m, "of") {
				m++
			}
			if grainWord(l.low(m)) {
				return none, m + 1, true, true
			}
		}
		if k, g, n, ok := l.units(q); ok && !l.is(q, "a", "an") {
			if l.is(n, "of") {
				return none, i, false, false // "the last three months of 2015"
			}
			return a.stretch(k, g, l.is(p, "next", "coming")), n, true, true
		}
		if l.is(p, "past") || (p > i && l.is(p, "last", "next")) {
			if g, ok := grains[l.low(q)]; ok && !plural(l.low(q)) && !(l.is(q, "day") && l.is(p, "last")) {
				return a.stretch(1, g, l.is(p, "next")), q + 1, true, true
			}
		}
	}
	if l.is(p, "recent", "past") {
		if plural(l.low(p+1)) && grainWord(l.low(p+1)) {
			return none, p + 2, true, true
		}
	}
	// That year, the same month, the following week: by the time before.
	if l.is(i, "that") || p > i && l.is(p, "same", "following", "previous", "preceding", "next") {
		q := i + 1
		if p > i {
			q = p + 1
		}
		if l.is(i, "that") && l.is(q, "same") {
			q++
		}
		if g, ok := grains[l.low(q)]; ok && !plural(l.low(q)) && !l.is(q, "quarter", "century") && (!l.is(q, "day") || l.is(p, "following")) {
			if a.last.from.IsZero() {
				return none, q + 1, false, !l.is(i, "that")
			}
			d := 0
			switch {
			case l.is(p, "following", "next") && p > i:
				d = 1
			case l.is(p, "previous", "preceding") && p > i:
				d = -1
			}
			return at(shift(a.last.from, d, g), g), q + 1, false, true
		}
	}
	// The year before, the week after.
	if p > i && l.is(i, "the") && l.is(p, "year", "month", "week", "day") && l.is(p+1, "before", "after") && (!l.ok(p+2) || l[p+2].shape == mark) {
		if a.last.from.IsZero() {
			return none, p + 2, false, true
		}
		d := 1
		if l.is(p+1, "before") {
			d = -1
		}
		return at(shift(a.last.from, d, grains[l.low(p)]), grains[l.low(p)]), p + 2, false, true
	}
	d, known := map[string]int{"last": -1, "this": 0, "next": 1, "current": 0}[l.low(i)]
	if !known {
		if l.is(i, "the") && l.is(i+1, "weekend") || l.is(i, "over") && l.is(i+1, "weekend") {
			return l.weekendNear(i, a), i + 2, true, true
		}
		if l.is(i, "the") && l.is(i+1, "current") && grainWord(l.low(i+2)) {
			if a.pub.IsZero() {
				return none, i + 3, true, true
			}
			return at(a.pub, grains[l.low(i+2)]), i + 3, true, true
		}
		return none, i, false, false
	}
	q := i + 1
	shiftExtra := 0
	if l.is(q, "past") {
		d, q = -1, q+1
		shiftExtra = 1
	} else if l.is(q, "coming") {
		d, q = 1, q+1
		shiftExtra = 1
	}
	w := l.low(q)
	if g, ok := grains[w]; ok && !plural(w) && !l.is(q, "day") {
		if l.is(q, "quarter") && l.is(q+1, "century", "of", "-", "mile") {
			return none, i, false, false
		}
		if a.pub.IsZero() {
			return none, q + 1, true, true
		}
		if shiftExtra == 1 {
			return a.stretch(1, g, d > 0), q + 1, true, true
		}
		return at(shift(at(a.pub, g).from, d, g), g), q + 1, true, true
	}
	if w == "weekend" {
		if d == 0 {
			return l.weekendNear(i, a), q + 1, true, true
		}
		return a.weekend(d), q + 1, true, true
	}
	if wd, ok := weekdays[w]; ok && l[q].upper {
		n := l.daytime(q + 1)
		if a.pub.IsZero() {
			return none, n, true, true
		}
		t := dayOf(a.pub)
		back := (int(t.Weekday()) - int(wd) + 7) % 7
		switch {
		case d < 0:
			if back <= 1 {
				back += 7 // today and yesterday are not called so
			}
			return at(t.AddDate(0, 0, -back), dayGrain), n, true, true
		case d > 0:
			return at(t.AddDate(0, 0, 7-back), dayGrain), n, true, true
		}
		// "this Friday" is the one of this week.
		return at(at(t, weekGrain).from.AddDate(0, 0, (int(wd)+6)%7), dayGrain), n, true, true
	}
	if m := months[w]; m > 0 && l.ok(q) && l[q].upper {
		n := l.dot(q + 1)
		if a.pub.IsZero() {
			return none, n, true, true
		}
		y, pm := a.pub.Year(), a.pub.Month()
		switch {
		case d < 0 && m >= pm:
			y--
		case d > 0 && m <= pm:
			y++
		}
		return a.month(y, m), n, true, true
	}
	if m := seasons[w]; m > 0 {
		if a.pub.IsZero() {
			return none, q + 1, true, true
		}
		y := a.pub.Year()
		f := time.Date(y, m, 1, 0, 0, 0, 0, a.zone())
		switch {
		case d == 0 && m == 12 && a.pub.Month() <= 2:
			f = addMonths(f, -12)
		case d < 0:
			// The last one that is over.
			for addMonths(f, 3).After(a.pub) {
				f = addMonths(f, -12)
			}
		case d > 0 && !f.After(a.pub):
			f = addMonths(f, 12)
		}
		return interval{f, addMonths(f, 3), quarterGrain}, q + 1, true, true
	}
	return none, i, false, false
}

func plural(w string) bool { return len(w) > 0 && w[len(w)-1] == 's' }

// units reads "ten years", "a decade", "two and a half weeks".
func (l lexed) units(i int) (float64, grain, int, bool) {
	if l.is(i, "a", "an") && !(l.is(i+1, "quarter") && l.is(i+2, "century", "of", "-")) {
		if g, ok := grains[l.low(i+1)]; ok && !plural(l.low(i+1)) {
			return 1, g, i + 2, true
		}
	}
	if l.is(i, "half") {
		m := i + 1
		if l.is(m, "a", "-") {
			m++
		}
		if g, ok := grains[l.low(m)]; ok && (g == decadeGrain || g == centuryGrain) {
			return 0.5, g, m + 1, true
		}
	}
	if l.is(i, "a") && l.is(i+1, "quarter") && (l.is(i+2, "century") || l.is(i+2, "of") && l.is(i+3, "a") && l.is(i+4, "century")) {
		n := i + 3
		if l.is(i+2, "of") {
			n = i + 5
		}
		return 25, yearGrain, n, true
	}
	n, ok := l.readNumber(i, false)
	if !ok || n.value > 2000 || n.value < 0 {
		return 0, 0, i, false
	}
	g, ok := grains[l.low(n.next)]
	if !ok || g == quarterGrain && !plural(l.low(n.next)) {
		return 0, 0, i, false
	}
	return n.value, g, n.next + 1, true
}

// finer turns a broken number of units into whole smaller ones.
func finer(k float64, g grain) (float64, grain) {
	switch g {
	case centuryGrain:
		return float64(int(k*100 + .5)), yearGrain
	case decadeGrain:
		return float64(int(k*10 + .5)), yearGrain
	case yearGrain:
		return float64(int(k*12 + .5)), monthGrain
	case weekGrain:
		return float64(int(k*7 + .5)), dayGrain
	}
	return float64(int(k + .5)), g
}

// stretch is the time of k units up to and with the day of publication, or
// from it on.
func (a *anchor) stretch(k float64, g grain, ahead bool) interval {
	if a.pub.IsZero() {
		return interval{}
	}
	if k != float64(int(k)) {
		k, g = finer(k, g)
	}
	p := dayOf(a.pub)
	if ahead {
		return interval{p, shift(p, int(k), g), g}
	}
	return interval{shift(p, -int(k), g), p.AddDate(0, 0, 1), g}
}

// weekendNear is "this weekend" at i: the one that is over where the words before
// it speak of the past.
func (l lexed) weekendNear(i int, a *anchor) interval {
	if wd := a.pub.Weekday(); wd >= time.Wednesday && wd <= time.Friday && l.behind(i) && !l.ahead(i) {
		return a.weekend(-1)
	}
	return a.weekend(0)
}

// weekend is the Saturday and Sunday before (-1), near (0) or after (1)
// publication. Until Tuesday "this weekend" is the one that is over.
func (a *anchor) weekend(d int) interval {
	if a.pub.IsZero() {
		return interval{}
	}
	p := dayOf(a.pub)
	wd := (int(p.Weekday()) + 6) % 7 // Monday 0
	sat := p.AddDate(0, 0, 5-wd)
	switch {
	case d == 0 && wd <= 1:
		sat = sat.AddDate(0, 0, -7)
	case d < 0:
		sat = sat.AddDate(0, 0, -7)
	case d > 0 && wd >= 5:
		sat = sat.AddDate(0, 0, 7)
	}
	return interval{sat, sat.AddDate(0, 0, 2), dayGrain}
}
