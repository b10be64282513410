package claims

import (
	"maps"
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
	return startAmount[w] || folds(w) > 0 || l[i].upper && (dollars[w] != "" || len(w) == 3 && currencies[w] != "")
}

// startAmount are all words, besides currencies, that an amount may begin with.
var startAmount = keysOf(maps.Keys(amountStarters), maps.Keys(smallNumbers), maps.Keys(ordinals), maps.Keys(fractions))

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
	if n := l.single(out, i, text, nouns); n > i {
		return n
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
	if cur == "" && n.figures && l.partOfName(at, n, nouns) {
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
	pair, second := 0.0, 0
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
			pair, second, hasPair = hi, m, true
			isRange = lo < hi && !(sep == "to" && l.moved(first)) && !(sep == "-" && l.score(first, n2.next))
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
	plus := !hasPair && l.hyphen(next) && l.is(next+1, "plus") // "90-plus minutes"
	if plus {
		a.Modifier = "at least"
		next += 2
	}
	u, m, factor := l.unitAt(next, cur, n, text)
	if u != "" {
		next = m
		a.Unit = u
		a.Value = scaled(a.Value, factor)
		a.High = scaled(a.High, factor)
		pair = scaled(pair, factor)
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
		(*out)[k].Span = span.Span{Start: l[first].start, End: l[second-2].end}
		(*out)[k].Modifier = l.modifier(first, n.next)
		b.Value, b.High = pair, pair
		l.finish(out, b, second, next, text, nouns)
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
	if l.hyphen(next) && l.is(next+1, "old", "olds") {
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
	if a.Modifier == "" && !(a.Unit == "ordinal" && l.is(first-1, "to")) { // "moved up to 14th"
		a.Modifier = l.modifier(first, end)
	}
	if a.Of == "" {
		if a.Unit == "" && l.isAge(first, end) {
			a.Unit, a.Of = "year", "age"
		} else {
			a.Of = l.counted(end, text, nouns)
		}
		if a.Of == "" && len(a.Unit) == 3 && a.Unit == strings.ToUpper(a.Unit) && l.is(end, "in") && l.ok(end+1) && !l[end+1].upper && !l.is(end+1, "the") && nouns != nil {
			a.Of = l.counted(end+1, text, nouns) // "$85,000 in gifts"
		}
	}
	*out = append(*out, a)
	return end
}

// named passes over numbers that name: "No. 1" is an ordinal, read elsewhere.
func (l lexed) named(i int) int {
	if n := l.telephone(i); n > i {
		return n
	}
	switch {
	case l.is(i, "9") && l.is(i+1, "/") && l.is(i+2, "11") && l.glued(i+1) && l.glued(i+2):
		return i + 3 // a day, and no fraction
	case l[i].shape == digits && l.glued(i+1) && l.is(i+1, ":") && l.glued(i+2) && l.ok(i+2) && l[i+2].shape == digits && len(l[i+2].low) == 2:
		return i + 3 // a time of day
	case l[i].shape == digits && l.is(i+1, "am", "pm", "a.m", "p.m", "o'clock"):
		return i + 2
	case l[i].shape == digits && len(l[i].low) == 4 && l.is(i+1, "gmt", "utc", "bst", "cet", "est", "edt", "pst", "hrs"):
		return i + 2 // "0912 GMT"
	case l[i].shape == digits && l.glued(i+1) && l.is(i+1, "s"):
		return i + 2 // "a man in his 60s", "in the 90s"
	case l.numbered(i):
		return i + 1
	case l.is(i, "24") && l.is(i+1, "/") && l.is(i+2, "7"):
		return i + 3
	case l[i].shape == digits && l.glued(i) && i > 0 && l[i-1].shape == letters:
		return i + 1 // "COVID19", "h5n1"
	case l[i].shape == digits && l.glued(i) && l.is(i-1, "-", "–") && l.glued(i-1) && i > 1 && l[i-2].shape == letters && smallNumbers[l[i-2].low] == 0:
		return i + 1 // "COVID-19", "F-16"
	case l.lettered(i) && (l.in(i-1, places) || l.in(i-1, namers)) && !l.is(i+1, "m", "k"):
		return i + 2 // "seat 14C"
	case l.lettered(i) && l.is(i+1, "p") && (l.is(i-1, "in") || l.in(i+2, screens)):
		return i + 2 // the resolution "1080p"
	case l[i].shape == digits && strings.Count(l[i].low, ".") > 1:
		return i + 1 // a version
	}
	return i
}

// numbered reports whether figures at i are the number of the one before them,
// not how many: "in flood zone 3", "on page 12".
func (l lexed) numbered(i int) bool {
	if l[i].shape != digits || len(l[i].low) > 2 || l[i].glued || !l.in(i-1, series) || l.ok(i+1) && (l[i+1].glued || l[i+1].shape == digits) {
		return false
	}
	return !l.ok(i+1) || l[i+1].shape == mark && !l.is(i+1, "%", "°", "-", "–") || l.in(i+1, closed) && !l.is(i+1, "of", "or", "to", "per")
}

// series are what is numbered in a row.
var series = set("zone phase stage level page tier grade category platform gate chapter lane junction room")

// lettered reports whether figures at i have one letter behind them.
func (l lexed) lettered(i int) bool {
	return l[i].shape == digits && l.glued(i+1) && l.ok(i+1) && l[i+1].shape == letters && len(l[i+1].low) == 1
}

// places are what is numbered with a letter.
var places = set("seat row gate apartment flat suite stand berth cell ward exit plot block")

// partOfName reports whether figures belong to a name before them: "Section
// 230", "Apollo 11", "Route 66".
func (l lexed) partOfName(at int, n number, nouns nounish) bool {
	if at == 0 || n.next != at+1 || l[at-1].shape != letters || !l[at-1].upper || l[at].glued {
		return false
	}
	if l.in(at-1, namers) {
		return true
	}
	if l.is(at-2, "&") {
		return true // "the S&P 500"
	}
	// A capital that opens the sentence or a quotation tells nothing.
	if at == 1 || l[at-2].shape == mark && !l.is(at-2, ",", "-", "’", "'") {
		return false
	}
	if months[l.low(at-1)] > 0 || currencies[l.low(at-1)] != "" {
		return false
	}
	if nouns != nil && l.ok(n.next) && l[n.next].shape == letters && n.scale == 1 {
		if noun, known := nouns(l[n.next].start); known && !noun {
			return true // "Lantern 2 entered orbit"
		}
	}
	// What counts something has a lower-case noun behind it.
	return !l.ok(n.next) || l[n.next].shape != letters && !l.is(n.next, "%", "-") || l[n.next].upper || l.in(n.next, closed)
}

var namers = set("year section article route highway interstate chapter title flight channel room building class platform psalm type apollo boeing airbus level tier stage phase page line group district precinct area unit proposition prop measure amendment resolution bill rule form formula windows act world game super bowl episode season part volume figure table exhibit ftse nikkei russell fortune forbes")

// closed are words that end or cannot begin a noun phrase.
var closed = set("a an the and or but nor of in on at by for to from with without as than that which who whom whose when where while because if is are was were be been being has have had do does did will would can could may might must shall should not this these those it its he she they his her their we our you your i my said says into onto over under after before since until about against during between through per more less have't so then there here also too now just only")

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
	case l.in(at, lengths) && l.is(at+1, "per", "a") && l.is(at+2, "second"):
		return units[l.low(at)].name + " per second", at + 3, units[l.low(at)].factor
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
	case l.is(at, "p") && at == i && n.figures && l.glued(at) && n.scale == 1:
		return "GBP", at + 1, 0.01
	case l.is(at, "c") && at == i && n.figures && l.glued(at) && n.scale == 1 && n.value <= 100 && l[at].upper:
		return "degree celsius", at + 1, 1
	case l.is(at, "fold") && (at > i || l.glued(at)):
		return "times", at + 1, 1
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

// scaled is v times factor, where 82 times 0.01 is 0.82.
func scaled(v, factor float64) float64 {
	if factor == 0.01 {
		return v / 100 // the nearest to two places, as the product is not
	}
	return v * factor
}

// screens are what "1080p" stands before.
var screens = set("video videos resolution display displays screen screens stream streams footage")

// lengths are the units that speeds are given in by the second.
var lengths = set("miles mile kilometers kilometres kilometer kilometre meters metres meter metre feet foot inches centimeters centimetres millimeters millimetres")

// money tells the currencies "won" and "real" from the other words.
func (l lexed) money(at int, n number) bool {
	return n.scale > 1 && !l.is(at+1, "by", "the", "a", "in", "estate", "and")
}
