package claims

import "strings"

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

// calendarDate reads dates with a month's name, and weekdays.
func (l lexed) calendarDate(i int, a *anchor, parted bool) (interval, int, bool, bool) {
	none := interval{}
	at0 := i
	if _, ok := weekdays[l.low(i)]; ok && l[i].upper {
		if l.is(i-1, "easter", "good", "black", "palm", "ash", "super", "bloody", "cyber", "maundy", "shrove", "whit") && l[i-1].upper {
			return none, i, false, false // a day of its own name
		}
		if l.anyDay(i) {
			return none, i, false, false
		}
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
		// "between 3 and 9 October", "3-9 October 2016".
		if d2, k, ok := l.dayNumber(n + 1); ok && d2 > d && (l.is(n, "-", "–", "to") || l.is(n, "and") && l.is(at0-1, "between")) && months[l.low(k)] > 0 {
			if v, m, rel, ok := l.calendarDate(n+1, a, false); ok && !v.from.IsZero() && v.grain == dayGrain {
				return interval{v.from.AddDate(0, 0, d-d2), v.to, dayGrain}, m, rel, true
			}
		}
		if d, k, ok := l.dayList(i); ok {
			if v, m, rel, ok := l.calendarDate(k, a, false); ok && v.grain == dayGrain {
				if !v.from.IsZero() {
					v.from = v.from.AddDate(0, 0, d-v.from.Day())
				}
				return v, m, rel, true
			}
		}
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
		if y, end, ok := l.sideYear(k, a); ok {
			// "June 16 of last year"
			if a.pub.IsZero() {
				return none, end, true, true
			}
			v, ok := a.date(y, int(m), d)
			return v, end, true, ok
		}
		v := a.nearDay(int(m), d, l.ahead(at0), l.behind(at0))
		if l.is(k, "-", "–", "to") || l.is(k, "and") && l.is(at0-1, "between") {
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
	if y, end, ok := l.sideYear(n, a); ok {
		// "February of last year", "March last year"
		if a.pub.IsZero() {
			return none, end, true, true
		}
		return a.month(y, m), end, true, true
	}
	// A month alone. "May" and "March" need a preposition before them.
	if !l.monthSure(i) && !parted {
		return none, i, false, false
	}
	if l.is(i-1, "next") {
		return none, i, false, false
	}
	if a.pub.IsZero() || l.ofAnyYear(n) {
		return none, n, true, true
	}
	return a.month(l.monthsYear(at0, m, a), m), n, true, true
}

// sideYear reads "of last year", "last year" behind a month or day at i: the
// year, and the index behind it.
func (l lexed) sideYear(i int, a *anchor) (int, int, bool) {
	if l.is(i, "of") {
		i++
	}
	d, ok := map[string]int{"last": -1, "this": 0, "next": 1}[l.low(i)]
	if !ok || !l.is(i+1, "year") || l.possessed(i+1) {
		return 0, i, false
	}
	return a.pub.Year() + d, i + 2, true
}

// possessed reports whether "'s" stands behind i.
func (l lexed) possessed(i int) bool {
	return l.is(i+1, "'", "’") && l.glued(i+1) && l.is(i+2, "s") && l.glued(i+2)
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
	if l.is(i, ".") && l.glued(i) && i > 0 && len(l[i-1].low) <= 4 && !l.is(i-1, "may", "june", "july") {
		return i + 1
	}
	return i
}

// ahead reports whether the words before i look to the future.
func (l lexed) ahead(i int) bool {
	if l.dueBy(i) {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-16; k-- {
		if l[k].shape == mark && l.is(k, ".", ";", "?", "!") || l.is(k, "since") {
			return false // "will meet for the first time since their March 3 match"
		}
		if l.is(k, "until", "till") && l.pastPerfect(k) {
			return false // "had been paying for it until May"
		}
		if k >= i-2 && l.is(k, "ends", "begins", "starts", "expires", "opens", "closes", "meets", "convenes", "resumes", "reopens", "retires") {
			return true // "which ends on Sept. 30"
		}
		if k >= i-2 && (l.is(k, "plays", "airs", "premieres") || l.is(k, "play", "meet", "visit", "open", "begin", "start", "return", "premiere") && k > 0 && (l.is(k-1, "they", "we", ")") || plural(l[k-1].low) && !strings.HasSuffix(l[k-1].low, "'s"))) {
			return true // "The Gulls (9-1) play Saturday"
		}
		if k >= i-6 && l.is(k, "holds") {
			return true // "The port holds its vote on Saturday"
		}
		if k >= i-6 && l.is(k, "host", "hosts", "face", "faces") && l.ok(k+1) && (l[k+1].upper || l.is(k+1, "re", "reelection", "trial", "sentencing")) {
			return true // "they host Orsund on Wednesday", "who faces re-election in November"
		}
		if l.is(k, "will", "'ll", "scheduled", "expected", "due", "upcoming", "coming", "plans", "slated", "shall", "next", "we'll", "they'll", "it'll", "deadline", "until", "till", "leaves", "if", "unless", "want", "wants", "hope", "hopes", "intend", "intends", "aim", "aims", "vow", "vows", "vowing", "pledges", "pledging") {
			if l.is(k, "plans", "hopes", "aims", "vows", "pledges") && l.is(k-1, "its", "his", "her", "their", "the", "of", "any", "no") {
				continue // "shelved its plans for a sale on September 30"
			}
			return true
		}
		if l.is(k, "ahead") && l.is(k+1, "of") && k >= i-4 {
			return true // "ahead of Saturday's vote"
		}
		if l.is(k, "planned", "set", "fixed", "listed", "timed", "postponed", "delayed", "deferred", "booked") && l.is(k+1, "for", "until", "till", "to") && !l.is(k-1, "originally", "first", "once") && !(l.is(k-1, "been") && !l.is(k-2, "has", "have")) {
			return true
		}
		if l.is(k, "were") && l.is(k+1, "to") {
			return true // "if she were to win in November"
		}
		if l.is(k, "was", "were", "had", "said", "did", "told", "announced", "has") {
			return false
		}
		if strings.HasSuffix(l[k].low, "ed") && len(l[k].low) > 4 && !l.is(k-1, "be", "is", "are") {
			return false // "will offer what it unveiled in May"
		}
	}
	return false
}

// dueBy reports whether i is by when something would be: "said that it would
// leave by the end of March".
func (l lexed) dueBy(i int) bool {
	by := i - 1
	for by > 0 && by > i-5 && !l.is(by, "by") {
		by--
	}
	if !l.is(by, "by") {
		return false
	}
	for k := by - 1; k >= 0 && k > by-16; k-- {
		initial := l.is(k, ".") && k > 0 && (len(l[k-1].low) == 1 || strings.Contains(l[k-1].low, ".")) // "the E.U."
		if l.is(k, ".", ";", "?", "!") && !initial {
			return false
		}
		if l.is(k, "would") {
			return true
		}
	}
	return false
}

// pastPerfect reports whether "had" stands before i in its sentence.
func (l lexed) pastPerfect(i int) bool {
	for k := i - 1; k >= 0 && k >= i-12 && !(l[k].shape == mark && l.is(k, ".", ";", "?", "!")); k-- {
		if l.is(k, "had") {
			return true
		}
	}
	return false
}

// behind reports whether the words before i speak of the past.
func (l lexed) behind(i int) bool {
	for k := i - 1; k >= 0 && k >= i-12; k-- {
		if l[k].shape == mark && l.is(k, ".", ";", "?", "!") {
			return false
		}
		if l.is(k, "to") && k >= i-4 && !(l.ok(k-1) && l[k-1].shape == digits) {
			// "grew in the 26 weeks to", not "was allowed to expire in May"
			return grainWord(l.low(k-1)) && l.is(k-3, "the")
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
	case !behind && gap < -270:
		y++ // told in December, a day of February is one to come
	case behind && !ahead && gap > 31:
		y--
	case !ahead && gap > 183:
		// A day within half a year after publication is one to come, whatever
		// the words: one of the year before would be given with its year.
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
	if back == 6 {
		// Six days ago would be "last Wednesday"; tomorrow's day is named in
		// reports of what is to come, or of where it is tomorrow already.
		return at(p.AddDate(0, 0, 1), dayGrain), n, true, true
	}
	return at(p.AddDate(0, 0, -back), dayGrain), n, true, true
}

func (l lexed) daytime(i int) int {
	if l.is(i, "morning", "afternoon", "evening", "night") {
		return i + 1
	}
	return i
}
