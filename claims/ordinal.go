package claims

import "strings"

// ordinal reads "the third", "21st", "No. 1".
func (l lexed) ordinal(out *[]Amount, i int, text string, nouns nounish) int {
	if l.is(i, "no", "number") && (l.is(i+1, ".") && l.glued(i+1) || l.is(i, "number") || l[i].upper) {
		at := i + 1
		if l.is(at, ".") {
			at++
		}
		n, ok := l.readNumber(at, false)
		if ok && n.scale == 1 && (n.figures || l.is(i, "number") && n.value <= 10) {
			if l.ok(n.next) && l[n.next].upper {
				nouns = noNoun // "the No. 1 Elena Voss" counts nobody
			}
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
		if !l.in(i-1, beforeOrdinal) && !strings.HasSuffix(l.low(i-1), "'s") {
			return i
		}
		if l.is(next, "lady", "gentleman", "place", "aid", "responders", "responder", "hand", "world", "party", "parties", "half", "step", "glance", "family", "instance", "name", "names", "base", "foremost", "and", "amendment", "of", ",", ".") {
			return i
		}
	}
	a := Amount{Value: v, High: v, Unit: "ordinal"}
	if l.hyphen(next) && strings.HasSuffix(l.low(next+1), "est") {
		a.Of = l.counted(next+2, text, nouns) // "the third-biggest port" is a port
	}
	return l.finish(out, a, i, next, text, nouns)
}

func noNoun(int) (bool, bool) { return false, true }

var beforeOrdinal = set("the a an his her its their our my your this that these those world's nation's country's city's state's is was be finished ranked ranks ranking placed for and only only every 's")
