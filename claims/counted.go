package claims

import "strings"

// nounish tells whether the lexeme that begins at a byte offset can stand in a
// noun phrase, as far as it is known.
type nounish func(start int) (noun, known bool)

// isAge reports whether the number stands as an age does in the news: "Ann
// Lee, 44, said".
func (l lexed) isAge(first, end int) bool {
	// "aged 66", "aged between 66 and 91"
	if l.is(first-1, "aged") || l.is(first-1, "between", "from") && l.is(first-2, "aged", "ages") || l.is(first-1, "ages") {
		return l[first].shape == digits
	}
	if l.ageBound(first, end) {
		return true
	}
	name := first - 2
	if l.is(name, ".") && l.is(name-1, "jr", "sr") {
		name-- // "Ann Lee Jr., 44, said"
	}
	if end-first != 1 || l[first].shape != digits || !l.is(first-1, ",") || name < 0 || !l[name].upper {
		return false
	}
	v, ok := figures(l[first].low)
	return ok && v > 0 && v < 120 && (l.is(end, ",", ".", ";", ")", "—") || end == len(l))
}

// ageBound reports whether the number bounds the age of people: "women over 65".
func (l lexed) ageBound(first, end int) bool {
	k := first - 1
	if l.is(k, "than") && l.is(k-1, "older", "younger") {
		k--
	} else if !l.is(k, "under", "over", "above", "below") {
		return false
	}
	v, ok := figures(l[first].low)
	if n := smallNumbers[l.low(first)]; n > 0 {
		v, ok = n, true // "children under five"
	}
	return ok && end-first == 1 && v > 0 && v < 120 && l.in(k-1, aging) && (!l.ok(end) || l[end].shape == mark && !l.hyphen(end) || l.in(end, closed))
}

var aging = set("people persons adults children men women patients voters drivers workers those anyone everyone residents players users boys girls")

// countsOne reports whether the lone word "one" counts something rather than
// standing for it: before a noun, and not "one of", "no one", "one day".
func (l lexed) countsOne(i, next int, nouns nounish) bool {
	if !l.ok(next) || l[next].shape != letters || l.in(next, closed) || l.is(i-1, "no", "any", "every", "each", "the", "this", "that", "which", "some") {
		return false
	}
	if l.is(next, "another", "day", "else", "way", "thing", "'s", "such", "side") {
		return false
	}
	if nouns != nil {
		if noun, known := nouns(l[next].start); known {
			return noun
		}
	}
	return l.is(i-1, "only", "just", "least", "than", "but", "with", "killed", "killing")
}

// vague reads amounts without a number: dozens, hundreds of thousands, a
// couple, twice.
func (l lexed) vague(out *[]Amount, i int, text string, nouns nounish) int {
	if l.is(i, "twice", "thrice") {
		v := map[bool]float64{true: 2, false: 3}[l.is(i, "twice")]
		return l.finish(out, Amount{Value: v, High: v, Unit: "times"}, i, i+1, text, nouns)
	}
	if v := folds(l.low(i)); v > 0 && !(v <= 3 && l.is(i-1, "is", "are", "was", "were")) { // "the reasons are twofold"
		return l.finish(out, Amount{Value: v, High: v, Unit: "times"}, i, i+1, text, noNoun)
	}
	if l.is(i, "double", "triple") && l.is(i+1, "the", "that", "its", "their", "what") && !l.is(i-1, "to", "will", "would", "could", "can", "may", "might") {
		v := map[bool]float64{true: 2, false: 3}[l.is(i, "double")]
		return l.finish(out, Amount{Value: v, High: v, Unit: "times"}, i, i+1, text, nouns)
	}
	if l.is(i, "couple") && l.is(i+1, "of") && l.is(i-1, "a") {
		a := Amount{Value: 2, High: 2, Modifier: "about"}
		next := i + 2
		if u := units[l.low(next)]; u.name != "" {
			a.Unit, a.Value, a.High = u.name, 2*u.factor, 2*u.factor
			next++
			return l.finish(out, a, i-1, next, text, nouns)
		}
		a.Of = l.counted(next, text, nouns)
		return l.finish(out, a, i-1, i+1, text, nouns)
	}
	s := scales[strings.TrimSuffix(l.low(i), "s")]
	if l.is(i, "tens") {
		s = 10
	}
	if s == 0 || !strings.HasSuffix(l.low(i), "s") {
		return i
	}
	next := i + 1
	for l.is(next, "of") && scales[strings.TrimSuffix(l.low(next+1), "s")] > 0 && strings.HasSuffix(l.low(next+1), "s") {
		s *= scales[strings.TrimSuffix(l.low(next+1), "s")]
		next += 2
	}
	a := Amount{Value: s, High: s, Modifier: "at least"}
	if l.is(next, "of") {
		m := next + 1
		if c := currencies[l.low(m)]; c != "" {
			a.Unit = c
			next = m + 1
		} else if l.is(m, "pounds") && s >= 1e6 {
			a.Unit = "GBP"
			next = m + 1
		} else if u := units[l.low(m)]; u.name != "" {
			a.Unit, a.Value, a.High = u.name, s*u.factor, s*u.factor
			next = m + 1
		} else if a.Of = l.counted(m, text, nouns); a.Of == "" {
			a.Of = ""
		}
	}
	return l.finish(out, a, i, next, text, nouns)
}

// folds is by how much "tenfold" multiplies, 0 for other words.
func folds(w string) float64 {
	if n, ok := strings.CutSuffix(w, "fold"); ok {
		return max(smallNumbers[n], scales[n])
	}
	return 0
}

// counted is the noun phrase behind an amount: what it counts.
func (l lexed) counted(i int, text string, nouns nounish) string {
	if l.hyphen(i) && l.ok(i+1) && l[i+1].shape == letters {
		// "12-nation accord" counts nations.
		return text[l[i+1].start:l[i+1].end]
	} else if l.is(i, "or") && l.is(i+1, "more", "so", "fewer", "less") {
		i += 2
	}
	i = l.countedFrom(i)
	first, last := i, i
	for k := i; k < i+8 && l.ok(k); k++ {
		if l[k].shape == mark {
			if l.hyphen(k) && k > i {
				continue
			}
			// "coal- and gas-fired plants"
			if l.is(k, "-") && l.glued(k) && k > i && l.is(k+1, "and", "or") && l.hyphen(k+3) {
				k++
				continue
			}
			// "the taxpayers' money"
			if l.is(k, "'", "’") && l.glued(k) && k > i && strings.HasSuffix(l.low(k-1), "s") && l.ok(k+1) && l[k+1].shape == letters && nouns != nil {
				if noun, known := nouns(l[k+1].start); known && noun {
					continue
				}
			}
			break
		}
		if l.owned(k-1) && k > i {
			if n, ok := l.readNumber(k, false); ok {
				k = n.next - 1 // "the firm's five directors"
				continue
			}
		}
		if l[k].shape == digits && k > i && l.is(k-1, "year") && l[k-1].upper && l.has(k+1, nouns) {
			continue // "Year 6 pupils"
		}
		if l[k].shape == digits || l.in(k, closed) {
			break
		}
		noun, known := true, false
		if nouns != nil {
			noun, known = nouns(l[k].start)
		}
		if known && !noun {
			break
		}
		last = k + 1
		if !known {
			break // without tags, one word is all that is sure
		}
		if l.owned(k) {
			last = k
			if !l.has(k+1, nouns) {
				break
			}
		}
	}
	if last <= first {
		return ""
	}
	return text[l[first].start:l[last-1].end]
}

// owned reports whether lexeme k is a possessive: "the world's".
func (l lexed) owned(k int) bool { return l.ok(k) && strings.HasSuffix(l[k].low, "'s") }

// has reports whether what a possessive before lexeme k owns begins there: a
// noun, a word before one or a number of them.
func (l lexed) has(k int, nouns nounish) bool {
	if !l.ok(k) || nouns == nil || l.in(k, closed) {
		return false
	}
	if n, ok := l.readNumber(k, false); ok {
		k = n.next
	}
	if !l.ok(k) || l[k].shape != letters {
		return false
	}
	noun, known := nouns(l[k].start)
	return known && noun
}

// countedFrom is where the noun phrase begins that an amount before i counts:
// behind "of the", "more", "worth of".
func (l lexed) countedFrom(i int) int {
	if l.is(i, "worth") && l.is(i+1, "of") {
		i++ // "€3m worth of food"
	}
	if l.is(i, "of") {
		i++
		if l.is(i, "the", "all", "its", "their", "his", "her", "our", "these", "those", "that", "this") {
			i++
			// "two of its nine plants"
			if n, ok := l.readNumber(i, false); ok && !n.lone {
				i = n.next
			}
		}
	} else if l.is(i, "more", "such", "additional", "other") && l.ok(i+1) && l[i+1].shape == letters && !l.in(i+1, closed) {
		i++
	}
	// "$12 an hour" counts no hours.
	if l.is(i, "the", "its", "their", "his", "her") || l.is(i, "a", "an") && l.is(i-1, "of", "half") {
		i++
	}
	return i
}
