package claims

import "strings"

// yearNumber reads a year in figures.
func (l lexed) yearNumber(i int) (int, bool) {
	if !l.ok(i) || l[i].shape != digits || len(l[i].low) != 4 || !isDigits(l[i].low) {
		return 0, false
	}
	v, _ := figures(l[i].low)
	return int(v), v >= 1000 && v <= 2199
}

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
	if l.is(i, "the") && l.is(i-1, "of") {
		known = true // "the first half of the year"
	}
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
	if l.glued(i+1) && (l.is(i+1, "%") || l.is(i+1, "/") && !(l.ok(i+2) && len(l[i+2].low) == 2 && !l.is(i+3, "/"))) || l.glued(i) && l.is(i-1, "-", "/", ".", ":") && !parted && !l.hyphenLetters(i-1) {
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
	if l.glued(i+1) && l.is(i+1, "p") {
		return interval{}, i, false // "in 1080p"
	}
	v := a.year(y)
	n := i + 1
	// "the 2021/22 season"
	if l.is(n, "/") && l.glued(n) && l.glued(n+1) && l.ok(n+1) && l[n+1].shape == digits && len(l[n+1].low) == 2 && !l.is(n+2, "/") {
		if z, _ := figures(l[n+1].low); int(z) == (y+1)%100 {
			return interval{v.from, a.year(y + 1).to, yearGrain}, n + 2, true
		}
	}
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
