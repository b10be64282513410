package claims

import "strings"

// single reads a lone unit of measure with an article that says how much: "more
// than a year", "within a month", "nearly an inch".
func (l lexed) single(out *[]Amount, i int, text string, nouns nounish) int {
	if !l.is(i, "a", "an") || i == 0 {
		return i
	}
	u := units[l.low(i+1)]
	if u.name == "" || u.name == "times" || strings.HasSuffix(l.low(i+1), "s") || l.hyphen(i+2) || l.is(i+2, "old", "ago", "earlier", "later", "before", "after") {
		return i
	}
	if l.is(i-1, "over", "about") && l.is(i+1, "degree", "pint") {
		return i // "a row over a degree", "a chat over a pint"
	}
	a := Amount{Value: u.factor, High: u.factor, Unit: u.name, Modifier: l.modifier(i, i+2)}
	lasts := l.is(i-1, "in", "for") && (u.name == "year" || u.name == "month" || u.name == "week")
	if a.Modifier == "" && !lasts && !l.is(i-1, "within") {
		return i
	}
	return l.finish(out, a, i, i+2, text, nouns)
}

// telephone returns the index behind a telephone number that begins at i, or i:
// groups of figures of which the first begins with 0, or "555-0182" in the
// groups of North America.
func (l lexed) telephone(i int) int {
	group := func(k int, n ...int) bool {
		if !l.ok(k) || l[k].shape != digits || !isDigits(l[k].low) {
			return false
		}
		for _, x := range n {
			if len(l[k].low) == x {
				return true
			}
		}
		return false
	}
	if group(i, 3, 4, 5) && l[i].low[0] == '0' && group(i+1, 3, 4, 6) {
		n := i + 2
		for group(n, 3, 4) {
			n++
		}
		return n
	}
	if group(i, 3) && l.hyphen(i+1) && group(i+2, 3) && l.hyphen(i+3) && group(i+4, 4) {
		return i + 5
	}
	if group(i, 3) && l.hyphen(i+1) && group(i+2, 4) && l.is(i-1, "call", "phone", "telephone", "at", ")") {
		return i + 3
	}
	return i
}
