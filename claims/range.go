package claims

// rangeSep finds what joins n to a second number.
func (l lexed) rangeSep(n number, first int) (string, int, bool) {
	at := n.next
	// The first number may bring its own unit: "5% to 10%", "$5 to $10".
	shared := l.is(at, "%") || l.is(at, "percent")
	if shared {
		at++
	}
	numberAt := func(i int) bool {
		if symbols[l.low(i)] != "" {
			i++
		}
		if !l.ok(i) {
			return false
		}
		m, ok := l.readNumber(i, false)
		if shared && !l.is(m.next, "%", "percent") && !(l.is(m.next, "per") && l.is(m.next+1, "cent")) {
			return false // "rose 3 percent to 2.1 billion"
		}
		return ok && !l.is(i, "a", "an", "half")
	}
	switch {
	case l.is(at, "to") && numberAt(at+1):
		return "to", at + 1, true
	case l.is(at, "-", "–", "—") && (l.glued(at) && l.glued(at+1)) && numberAt(at+1) && l.ok(at+1) && (l[at+1].shape == digits || smallNumbers[l.low(at+1)] > 0 || symbols[l.low(at+1)] != ""):
		return "-", at + 1, true
	case l.is(at, "and") && numberAt(at+1) && l.between(first):
		return "and", at + 1, true
	case l.is(at, "or") && numberAt(at+1) && n.value < 100:
		if m, ok := l.readNumber(at+1, false); ok && m.value == n.value+1 {
			return "or", at + 1, true
		}
	}
	return "", 0, false
}

// score reports whether another pair of figures stands before or behind the
// pair [first, next), as in the score of a match: "6-4, 3-6, 7-5".
func (l lexed) score(first, next int) bool {
	pair := func(i int) bool {
		return l.ok(i+2) && i >= 0 && l[i].shape == digits && l.is(i+1, "-", "–") && l[i+2].shape == digits && l.glued(i+1) && l.glued(i+2)
	}
	return l.is(first-1, ",") && pair(first-4) || l.is(next, ",") && pair(next+1) || l.is(next, "(") && l.is(next+2, ")") // of a tie-break
}

func (l lexed) between(first int) bool {
	for i := first - 1; i >= first-3 && i >= 0; i-- {
		if l.is(i, "between") {
			return true
		}
	}
	return false
}

// moved reports whether a "from" before first belongs to a verb of change, so
// that two numbers are where it began and ended, not a range.
func (l lexed) moved(first int) bool {
	if !l.is(first-1, "from") && !l.is(first-2, "from") {
		return false
	}
	for i := first - 1; i >= 0 && i >= first-9; i-- {
		if l.in(i, change) {
			return true
		}
	}
	return false
}

var change = set("rose fell increased decreased climbed grew dropped jumped went slipped sank soared plunged surged declined dipped moved gone risen fallen grown raised cut lowered reduced up down rise fall increase decrease drop jump grow rising falling growing dropping increasing declining expanded shrank shrunk doubled tripled swelled tumbled rebounded edged changed")
