package claims

import "strings"

// ratio reads what follows a number n that makes it a ratio.
func (l lexed) ratio(n number, nouns nounish) (float64, int, bool) {
	at := n.next
	hy := l.hyphen(at)
	if hy {
		at++
	}
	switch {
	case l.is(at, "in") || l.is(at, "of") && l.is(at+1, "every") || l.is(at, "out") && l.is(at+1, "of"):
		m := at + 1
		out := l.is(at, "out") || l.is(at, "of")
		if out {
			m++
		}
		if l.is(m, "every", "the") {
			m++
		}
		if hy && l.hyphen(m) {
			m++
		}
		d, ok := l.readNumber(m, false)
		if !ok || d.value <= n.value || n.value <= 0 || !out && (n.value > 20 || d.value > 1e6) {
			return 0, 0, false
		}
		// "one in 2016", "three in 10 days" are no ratios.
		if !out && l.ok(d.next) && (units[l.low(d.next)].name != "" || d.figures && d.value > 1900 && d.value < 2100) {
			return 0, 0, false
		}
		return n.value / d.value, d.next, true
	case hy && l.is(at, "to") && l.hyphen(at+1):
		if d, ok := l.readNumber(at+2, false); ok && d.value > 0 && (n.figures == d.figures) {
			return n.value / d.value, d.next, true
		}
	case l.is(at, ":") && l.glued(at) && l.glued(at+1):
		if d, ok := l.readNumber(at+1, false); ok && d.value > 0 {
			return n.value / d.value, d.next, true
		}
	}
	return 0, 0, false
}

// fraction reads "two-thirds", "a third of", "half", "a quarter century".
func (l lexed) fraction(out *[]Amount, i int, text string, nouns nounish) int {
	num, at := 0.0, i
	switch {
	case l.is(i, "a", "an", "one") && fractions[l.low(i+1)] > 0:
		num, at = 1, i+1
	case l.is(i, "one") && l.hyphen(i+1):
		num, at = 1, i+2
	case l.is(i, "half", "quarter") && !(l.is(i, "quarter") && !l.hyphen(i+1)):
		num, at = 1, i
	default:
		v := smallNumbers[l.low(i)]
		if v < 2 || v > 9 {
			if !(l[i].shape == digits && len(l[i].low) == 1) {
				return i
			}
			v, _ = figures(l[i].low)
		}
		at = i + 1
		if l.hyphen(at) {
			at++
		}
		if !strings.HasSuffix(l.low(at), "s") {
			if !(l.is(at, "third", "fifth") && at == i+2) {
				return i
			}
		}
		num = v
	}
	d := fractions[l.low(at)]
	if d == 0 || num >= d && d != 2 {
		return i
	}
	next := at + 1
	val := num / d
	// A fraction of a span of years.
	m := next
	if l.hyphen(m) || l.is(m, "of", "a") {
		m++
	}
	if l.is(m, "a", "an", "the") {
		m++
	}
	if u := units[l.low(m)]; u.name != "" && (u.factor > 1 || l.is(m, "hour", "mile", "year", "day", "acre", "ton", "inch")) && !l.is(at, "thirds") {
		if l.is(m, "year", "day", "mile", "hour") && !l.is(at, "half", "quarter", "quarters", "third") {
			return i
		}
		return l.finish(out, Amount{Value: val * u.factor, High: val * u.factor, Unit: u.name}, i, m+1, text, nouns)
	}
	// Half a percent, a quarter of a percentage point.
	if u, after, _ := l.unitAt(m, "", number{value: val, scale: 1}, text); u == "percent" || u == "percentage point" {
		return l.finish(out, Amount{Value: val, High: val, Unit: u}, i, after, text, nouns)
	}
	ordinalLike := l.is(at, "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "quarter")
	hyphened := at == i+2
	switch {
	case l.is(at, "half"):
		if l.is(next, "-") && l.glued(next) || l.is(i-1, "second", "first", "other", "latter", "better") || scales[l.low(next)] > 0 {
			return i
		}
		if l.is(next, "a", "an") && scales[l.low(next+1)] > 0 {
			return i
		}
		if !(l.is(next, "of", "the", "as", "that", "its", "their", "his", "her", "our", "all", ".", ",", "a", "") || l.in(i-1, fractionLead) || at > i) {
			return i
		}
	case ordinalLike && !hyphened && !l.is(next, "of") && !l.in(i-1, fractionLead):
		return i
	case l.is(at, "quarters") && !l.is(next, "of") && !hyphened:
		return i
	}
	return l.finish(out, Amount{Value: val, High: val, Unit: "ratio"}, i, next, text, nouns)
}

var fractionLead = set("than about nearly almost roughly by over under least around some in approximately only just")
