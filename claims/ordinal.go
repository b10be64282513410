package claims

// ordinal reads "the third", "21st", "No. 1".
func (l lexed) ordinal(out *[]Amount, i int, text string, nouns nounish) int {
	if l.is(i, "no", "number") && (l.is(i+1, ".") && l.glued(i+1) || l.is(i, "number") || l[i].upper) {
		at := i + 1
		if l.is(at, ".") {
			at++
		}
		n, ok := l.readNumber(at, false)
		if ok && n.scale == 1 && (n.figures || l.is(i, "number") && n.value <= 10) {
			return l.finish(out, Amount{Value: n.value, High: n.value, Unit: "ordinal"}, i, n.next, text, nouns)
		}
		return i
	}
	v, next, ok := l.readOrdinal(i)
	if !ok {
		return i
	}
	written := l[i].shape == digits
	if !written {
		if l[i].upper && i > 0 && l[i-1].shape != mark || l.hyphen(next) && !l.is(next+1, "largest", "biggest", "highest", "most", "year", "quarter", "place", "degree", "ever", "time", "straight", "term", "round") {
			return i
		}
		// "second" and "third" need what makes them rank; "first" by itself
		// is mostly an adverb.
		if !l.in(i-1, beforeOrdinal) {
			return i
		}
		if l.is(next, "lady", "gentleman", "place", "aid", "responders", "responder", "hand", "world", "party", "parties", "half", "step", "glance", "family", "instance", "name", "names", "base", "foremost", "and", "amendment", "of", ",", ".") {
			return i
		}
	}
	return l.finish(out, Amount{Value: v, High: v, Unit: "ordinal"}, i, next, text, nouns)
}

var beforeOrdinal = set("the a an his her its their our my your this that these those world's nation's country's city's state's is was be finished ranked ranks ranking placed for and only only every 's")
