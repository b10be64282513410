package claims

// anyDay reports whether the weekday at i is none of the calendar's: "a normal
// Thursday", "every Monday", "on a Friday".
func (l lexed) anyDay(i int) bool {
	k := i - 1
	if l.is(k, "normal", "typical", "usual", "average", "ordinary", "regular", "working", "given", "single") {
		k--
		return l.is(k, "a", "an", "any", "every", "each")
	}
	return l.is(k, "every", "each", "any") || l.is(k, "a") && l.is(k-1, "on")
}

// ofAnyYear reports whether the month's name that ends before i may be of any
// year: "the strongest in January since 1993".
func (l lexed) ofAnyYear(i int) bool {
	if !l.is(i, "since") {
		return false
	}
	_, ok := l.yearNumber(i + 1)
	return ok
}

// dayList reads several days of one month before its name, "13, 14, 16 and 17
// December": the first, and the index of the last.
func (l lexed) dayList(i int) (first, last int, ok bool) {
	first, n, ok := l.dayNumber(i)
	before := first
	for ok {
		closing := l.is(n, "and", "or")
		if !closing && !l.is(n, ",") {
			return 0, i, false
		}
		if l.is(n, ",") && l.is(n+1, "and", "or") {
			n, closing = n+1, true
		}
		d, k, more := l.dayNumber(n + 1)
		if !more || d <= before {
			return 0, i, false
		}
		if closing {
			return first, n + 1, months[l.low(k)] > 0
		}
		before, n = d, k
	}
	return 0, i, false
}
