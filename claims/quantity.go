package claims

import (
	"strings"

	"github.com/onrecord/onrecord/span"
)

// Amounts finds the numbers of text: money, percentages, ratios, measures,
// ranges, ordinals and counts, in order. Dates, years, times of day and
// numbers that are part of a name are no amounts. "$" is the US dollar.
func Amounts(text string) []Amount {
	l := lexed(lex(nil, text, 0, len(text)))
	l.times(text, anchor{}, nil)
	return l.amounts(text, "USD", nil)
}

// nounish tells whether the lexeme that begins at a byte offset can stand in a
// noun phrase, as far as it is known.
type nounish func(start int) (noun, known bool)

// amounts reads all amounts of l, passing over what is used already. dollar
// is the currency that "$" means.
func (l lexed) amounts(text, dollar string, nouns nounish) []Amount {
	var out []Amount
	for i := 0; i < len(l); {
		if !l.startsAmount(i) {
			i++
			continue
		}
		if n := l.amount(&out, i, text, dollar, nouns); n > i {
			i = n
		} else {
			i++
		}
	}
	return out
}

// startsAmount tells quickly that no amount can begin at i.
func (l lexed) startsAmount(i int) bool {
	if l[i].used {
		return false
	}
	w := l[i].low
	switch l[i].shape {
	case digits:
		return true
	case mark:
		return symbols[w] != "" || vulgar[w] > 0 || w == "-" || w == "−"
	}
	if _, ok := smallNumbers[w]; ok {
		return true
	}
	return amountStarters[w] || ordinals[w] > 0 || fractions[w] > 0 || l[i].upper && (dollars[w] != "" || len(w) == 3 && currencies[w] != "")
}

var amountStarters = set("a an half quarter no number twice thrice double triple couple tens dozens hundreds thousands millions billions trillions hundred thousand million billion trillion dozen several")

// amount reads what begins at i, appends it, and returns the index behind it,
// or i if there is no amount.
func (l lexed) amount(out *[]Amount, i int, text, dollar string, nouns nounish) int {
	if !l.ok(i) {
		return i
	}
	if n := l.named(i); n > i {
		return n
	}
	first := i
	cur := ""
	at := i
	// The currency sign, with letters before it.
	if s := symbols[l.low(at)]; s != "" {
		cur = s
		if s == "USD" {
			cur = dollar
		}
		at++
	} else if d := dollars[l.low(at)]; d != "" && l.is(at+1, "$") && l.glued(at+1) && l[at].upper {
		cur = d
		at += 2
	} else if c := currencies[l.low(at)]; c != "" && len(l.low(at)) == 3 && l.ok(at+1) && l[at+1].shape == digits && strings.ToUpper(text[l[at].start:l[at].end]) == text[l[at].start:l[at].end] {
		cur = c
		at++
	}
	if cur == "" {
		if n := l.fraction(out, i, text, nouns); n > i {
			return n
		}
		if n := l.ordinal(out, i, text, nouns); n > i {
			return n
		}
		if n := l.vague(out, i, text, nouns); n > i {
			return n
		}
	}
	lead := l.is(at, "-", "−") && (at == 0 || !l[at].glued) && l.glued(at+1) && l.ok(at+1) && l[at+1].shape == digits
	if lead {
		at++
	}
	n, ok := l.readNumber(at, cur != "")
	if !ok {
		return i
	}
	if lead {
		n.value = -n.value
	}
	if cur == "" && n.figures && l.partOfName(at, n) {
		return n.next
	}
	a := Amount{Value: n.value, High: n.value, Unit: cur}
	next := n.next
	// A ratio: one in five, nine out of 10, 2-to-1, 3:1.
	if cur == "" {
		if r, m, ok := l.ratio(n, nouns); ok {
			a.Value, a.High, a.Unit = r, r, "ratio"
			return l.finish(out, a, first, m, text, nouns)
		}
	}
	// A range: 8 to 10, 5-10, between 5 and 10.
	pair := 0.0
	hasPair, isRange := false, false
	if sep, m, ok := l.rangeSep(n, first); ok {
		c2 := m
		if symbols[l.low(c2)] != "" {
			c2++
		}
		if n2, ok := l.readNumber(c2, cur != ""); ok && !n2.lone {
			hi := n2.value
			lo := n.value
			if cur != "" || n2.figures {
				// "$2-3 million", "8 to 10 million": the scale is shared.
				if n2.scale > n.scale && n.scale == 1 {
					lo *= n2.scale
				}
			}
			pair, hasPair = hi, true
			isRange = lo < hi && !(sep == "to" && l.moved(first))
			if sep == "-" && n.figures != n2.figures {
				hasPair = false
			}
			if hasPair {
				n.value = lo
				a.Value, a.High = lo, lo
				next = n2.next
			}
		}
	}
	u, m, factor := l.unitAt(next, cur, n, text)
	if u != "" {
		next = m
		a.Unit = u
		a.Value *= factor
		a.High *= factor
		pair *= factor
	}
	if n.lone && cur == "" && u == "" && !l.countsOne(i, next, nouns) {
		return i
	}
	if hasPair && !isRange {
		// Two numbers side by side: a score, or where something moved from and to.
		b := a
		*out = append(*out, Amount{})
		(*out)[len(*out)-1] = a
		k := len(*out) - 1
		(*out)[k].Span = span.Span{Start: l[first].start, End: l[n.next-1].end}
		(*out)[k].Modifier = l.modifier(first, n.next)
		s := n.next + 1
		b.Value, b.High = pair, pair
		l.finish(out, b, s, next, text, nouns)
		(*out)[k].Of = (*out)[len(*out)-1].Of
		return next
	}
	if hasPair {
		a.High = pair
	}
	// "5 feet 10 inches" stays two amounts; a compound like "44-year-old" is read whole.
	return l.finish(out, a, first, next, text, nouns)
}

// finish gives a its span, modifier and what it counts, and appends it.
func (l lexed) finish(out *[]Amount, a Amount, first, next int, text string, nouns nounish) int {
	end := next
	if l.hyphen(next) && l.is(next+1, "old") {
		end = next + 2
		a.Of = "age"
	} else if a.Unit == "year" && l.is(next, "old") {
		end = next + 1
		a.Of = "age"
	}
	if l.is(end, "+") && l.glued(end) {
		a.Modifier = "at least"
		end++
	}
	a.Span = span.Span{Start: l[first].start, End: l[end-1].end}
	if a.Modifier == "" {
		a.Modifier = l.modifier(first, end)
	}
	if a.Of == "" {
		if a.Unit == "" && l.isAge(first, end) {
			a.Unit, a.Of = "year", "age"
		} else {
			a.Of = l.counted(end, text, nouns)
		}
	}
	*out = append(*out, a)
	return end
}

// isAge reports whether the number stands as an age does in the news: "Ann
// Lee, 44, said".
func (l lexed) isAge(first, end int) bool {
	if end-first != 1 || l[first].shape != digits || !l.is(first-1, ",") || first < 2 || !l[first-2].upper {
		return false
	}
	v, ok := figures(l[first].low)
	return ok && v > 0 && v < 120 && (l.is(end, ",", ".", ";", ")", "—") || end == len(l))
}

// named passes over numbers that name: "No. 1" is an ordinal, read elsewhere.
func (l lexed) named(i int) int {
	switch {
	case l[i].shape == digits && l.glued(i+1) && l.is(i+1, ":") && l.glued(i+2) && l.ok(i+2) && l[i+2].shape == digits && len(l[i+2].low) == 2:
		return i + 3 // a time of day
	case l[i].shape == digits && l.is(i+1, "am", "pm", "a.m", "p.m", "o'clock"):
		return i + 2
	case l.is(i, "24") && l.is(i+1, "/") && l.is(i+2, "7"):
		return i + 3
	case l[i].shape == digits && l.glued(i) && i > 0 && l[i-1].shape == letters:
		return i + 1 // "COVID19", "h5n1"
	case l[i].shape == digits && l.glued(i) && l.is(i-1, "-", "–") && l.glued(i-1) && i > 1 && l[i-2].shape == letters && smallNumbers[l[i-2].low] == 0:
		return i + 1 // "COVID-19", "F-16"
	case l[i].shape == digits && strings.Count(l[i].low, ".") > 1:
		return i + 1 // a version
	}
	return i
}

// partOfName reports whether figures belong to a name before them: "Section
// 230", "Apollo 11", "Route 66".
func (l lexed) partOfName(at int, n number) bool {
	if at == 0 || n.next != at+1 || l[at-1].shape != letters || !l[at-1].upper || l[at].glued {
		return false
	}
	if l.in(at-1, namers) {
		return true
	}
	// A capital that opens the sentence or a quotation tells nothing.
	if at == 1 || l[at-2].shape == mark && !l.is(at-2, ",", "-", "’", "'") {
		return false
	}
	if months[l.low(at-1)] > 0 || currencies[l.low(at-1)] != "" {
		return false
	}
	// What counts something has a lower-case noun behind it.
	return !l.ok(n.next) || l[n.next].shape != letters && !l.is(n.next, "%", "-") || l[n.next].upper || l.in(n.next, closed)
}

var namers = set("section article route highway interstate chapter title flight channel room building class platform psalm type apollo boeing airbus level tier stage phase page line group district precinct area unit proposition prop measure amendment resolution bill rule form formula windows act world game super bowl episode season part volume figure table exhibit")

// closed are words that end or cannot begin a noun phrase.
var closed = set("a an the and or but nor of in on at by for to from with without as than that which who whom whose when where while because if is are was were be been being has have had do does did will would can could may might must shall should not this these those it its he she they his her their we our you your i my said says into onto over under after before since until about against during between through per more less have't so then there here also too now just only")

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

// rangeSep finds what joins n to a second number.
func (l lexed) rangeSep(n number, first int) (string, int, bool) {
	at := n.next
	// The first number may bring its own unit: "5% to 10%", "$5 to $10".
	if l.is(at, "%") || l.is(at, "percent") {
		at++
	}
	numberAt := func(i int) bool {
		if symbols[l.low(i)] != "" {
			i++
		}
		if !l.ok(i) {
			return false
		}
		_, ok := l.readNumber(i, false)
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

// unitAt reads the unit at i of a number n with currency cur. It returns the
// index behind it and what to multiply values by.
func (l lexed) unitAt(i int, cur string, n number, text string) (string, int, float64) {
	if cur != "" {
		// "$5 US", "$5 million Canadian" keep their sign's currency.
		return "", i, 1
	}
	at := i
	if l.hyphen(at) {
		at++
	}
	switch {
	case l.is(at, "%", "percent", "pct", "percents"):
		if l.is(at+1, "points", "point") {
			return "percentage point", at + 2, 1
		}
		return "percent", at + 1, 1
	case l.is(at, "per") && l.is(at+1, "cent"):
		return "percent", at + 2, 1
	case l.is(at, "percentage") && l.is(at+1, "points", "point"):
		return "percentage point", at + 2, 1
	case l.is(at, "percentage") && l.hyphen(at+1) && l.is(at+2, "points", "point"):
		return "percentage point", at + 3, 1
	case l.is(at, "basis") && l.is(at+1, "points", "point"):
		return "basis point", at + 2, 1
	case l.is(at, "cents", "cent"):
		return "USD", at + 1, 0.01
	case l.is(at, "pence"):
		return "GBP", at + 1, 0.01
	case l.is(at, "pounds", "pound"):
		if l.is(at+1, "sterling") {
			return "GBP", at + 2, 1
		}
		if n.scale >= 1e6 && !l.is(at+1, "of") {
			return "GBP", at + 1, 1
		}
		return "pound", at + 1, 1
	case l.is(at, "square", "sq", "cubic") && l.in(at+1, squared):
		return map[bool]string{true: "cubic ", false: "square "}[l.is(at, "cubic")] + units[l.low(at+1)].name, at + 2, 1
	case l.is(at, "miles", "kilometers", "kilometres", "feet", "meters", "metres") && l.is(at+1, "per", "an") && l.is(at+2, "hour"):
		return units[l.low(at)].name + " per hour", at + 3, 1
	case l.is(at, "miles", "kilometers", "kilometres") && l.is(at+1, "an") && l.is(at+2, "hour"):
		return units[l.low(at)].name + " per hour", at + 3, 1
	case l.is(at, "km") && l.is(at+1, "/") && l.is(at+2, "h"):
		return "kilometer per hour", at + 3, 1
	case l.is(at, "°"):
		if l.is(at+1, "c") {
			return "degree celsius", at + 2, 1
		}
		if l.is(at+1, "f") {
			return "degree fahrenheit", at + 2, 1
		}
		return "degree", at + 1, 1
	case l.is(at, "degrees", "degree") && l.is(at+1, "celsius", "centigrade", "fahrenheit"):
		if l.is(at+1, "fahrenheit") {
			return "degree fahrenheit", at + 2, 1
		}
		return "degree celsius", at + 2, 1
	case l.is(at, "m") && n.figures && l.glued(at) && n.scale == 1:
		return "meter", at + 1, 1
	}
	// A currency word, a demonym before it or not.
	if c := currencies[l.low(at)]; c != "" && !(l.is(at, "won", "real") && !l.money(at, n)) {
		return c, at + 1, 1
	}
	for k := at + 1; k <= at+2; k++ {
		if m := demonyms[l.low(k)]; m != nil && m[l.low(k-1)] != "" {
			return m[l.low(k-1)], k + 1, 1
		}
	}
	if u := units[l.low(at)]; u.name != "" {
		if l.is(at, "foot", "yard", "yards", "ha") && !n.figures && n.scale == 1 && l.is(at+1, "in") {
			return "", i, 1
		}
		return u.name, at + 1, u.factor
	}
	// "10 calendar days", "two full years": one word between.
	if u := units[l.low(at+1)]; u.name != "" && l.is(at, "full", "straight", "consecutive", "calendar", "whole", "long", "solid", "more", "additional", "extra", "light", "metric", "short", "nautical") && at == i {
		return u.name, at + 2, u.factor
	}
	return "", i, 1
}

// money tells the currencies "won" and "real" from the other words.
func (l lexed) money(at int, n number) bool {
	return n.scale > 1 && !l.is(at+1, "by", "the", "a", "in", "estate", "and")
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

// vague reads amounts without a number: dozens, hundreds of thousands, a
// couple, twice.
func (l lexed) vague(out *[]Amount, i int, text string, nouns nounish) int {
	if l.is(i, "twice", "thrice") {
		v := map[bool]float64{true: 2, false: 3}[l.is(i, "twice")]
		return l.finish(out, Amount{Value: v, High: v, Unit: "times"}, i, i+1, text, nouns)
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

// modifier reads the words around [first, next) that qualify a number.
func (l lexed) modifier(first, next int) string {
	p := first - 1
	if l.is(p, "a", "an", "the") {
		p--
	}
	if l.is(p, "between", "from") {
		p--
	}
	switch {
	case l.is(p, "than"):
		switch {
		case l.is(p-1, "more", "greater", "higher", "larger", "longer", "bigger", "better"):
			if l.is(p-2, "no") {
				return "at most"
			}
			return "more than"
		case l.is(p-1, "less", "fewer", "lower", "smaller", "shorter"):
			if l.is(p-2, "no") {
				return "at least"
			}
			return "less than"
		}
	case l.is(p, "least") && l.is(p-1, "at"), l.is(p, "minimum"), l.is(p, "of") && l.is(p-1, "minimum"):
		return "at least"
	case l.is(p, "most") && l.is(p-1, "at"), l.is(p, "of") && l.is(p-1, "maximum"), l.is(p, "to") && l.is(p-1, "up"),
		l.is(p, "as") && l.is(p-1, "many", "much", "high", "long", "far"):
		return "at most"
	case l.is(p, "as") && l.is(p-1, "few", "little", "low"):
		return "at least"
	case l.is(p, "about", "around", "roughly", "approximately", "some", "nearly", "almost", "circa", "approx", "~", "estimated", "virtually"),
		l.is(p, "to") && l.is(p-1, "close"):
		return "about"
	case l.is(p, "over", "above", "exceeding", "exceeded", "exceeds", "topped", "surpassed", "surpassing"), l.is(p, "of") && l.is(p-1, "upwards", "north", "excess"):
		return "more than"
	case l.is(p, "under", "below"), l.is(p, "of") && l.is(p-1, "south", "short"):
		return "less than"
	}
	switch {
	case l.is(next, "or") && l.is(next+1, "more", "greater", "older", "above", "higher", "over", "longer"), l.is(next, "and") && l.is(next+1, "up", "older", "over", "above"), l.is(next, "plus"):
		return "at least"
	case l.is(next, "or") && l.is(next+1, "less", "fewer", "under", "younger", "below"):
		return "at most"
	case l.is(next, "or") && l.is(next+1, "so"):
		return "about"
	}
	// "15 people or so", "100 jobs or more" with the noun between.
	if l.is(next+1, "or") && l.is(next+2, "more", "so", "fewer", "less") && l.ok(next) && l[next].shape == letters {
		return map[string]string{"more": "at least", "so": "about", "fewer": "at most", "less": "at most"}[l.low(next+2)]
	}
	return ""
}

// counted is the noun phrase behind an amount: what it counts.
func (l lexed) counted(i int, text string, nouns nounish) string {
	if l.hyphen(i) && l.ok(i+1) && l[i+1].shape == letters {
		// "12-nation accord" counts nations.
		return text[l[i+1].start:l[i+1].end]
	} else if l.is(i, "or") && l.is(i+1, "more", "so", "fewer", "less") {
		i += 2
	}
	if l.is(i, "of") {
		i++
		if l.is(i, "the", "all", "its", "their", "his", "her", "our", "these", "those", "that", "this") {
			i++
		}
	} else if l.is(i, "more", "other", "additional", "such", "new") && l.ok(i+1) && l[i+1].shape == letters && !l.in(i+1, closed) && l.is(i, "more", "such", "additional", "other") {
		i++
	}
	if l.is(i, "the", "a", "an", "its", "their", "his", "her") {
		i++
	}
	first, last := i, i
	for k := i; k < i+6 && l.ok(k); k++ {
		if l[k].shape == mark {
			if l.hyphen(k) && k > i {
				continue
			}
			break
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
		if l[k].end < len(text) && strings.HasSuffix(l[k].low, "'s") {
			last = k
			break
		}
	}
	if last <= first {
		return ""
	}
	return text[l[first].start:l[last-1].end]
}
