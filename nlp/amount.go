package nlp

// amounts appends the dates, times, sums of money, percentages and other
// quantities among the tokens [first, last), which lie in one sentence and
// in no name.
func (a *Annotation) amounts(first, last int) {
	for i := first; i < last; {
		j, kind := a.amount(i, first, last)
		if j > i {
			a.Entities = append(a.Entities, Entity{Span: a.Span(i, j), Kind: kind, First: i, Last: j})
			i = j
			continue
		}
		i++
	}
}

// amount returns the end and kind of the amount that begins at token i.
func (a *Annotation) amount(i, first, last int) (int, EntityKind) {
	w := a.Word(i)
	c := w[0]
	// Money: $5 million, US$3, £20bn, €5.
	if currencySign(w) {
		if j := a.number(i+1, last); j > i+1 {
			return a.currencyWord(j, last), Money
		}
		return 0, NoEntity
	}
	if j := a.clock(i, last); j > i {
		return j, Clock
	}
	if j := a.date(i, first, last); j > i {
		return j, Date
	}
	if !asciiDigit(c) && a.Tokens[i].POS != CD && !(c == '.' || c == '+' || c == '-') {
		return 0, NoEntity
	}
	j := a.number(i, last)
	if j == i {
		return 0, NoEntity
	}
	if j < last {
		n := a.Word(j)
		switch {
		case n == "%" || foldEq(n, "percent") || foldEq(n, "pct"):
			return j + 1, Percent
		case foldEq(n, "per") && j+1 < last && foldEq(a.Word(j+1), "cent"):
			return j + 2, Percent
		case foldEq(n, "percentage") && j+1 < last && (foldEq(a.Word(j+1), "points") || foldEq(a.Word(j+1), "point")):
			return j + 2, Percent
		case n == "-" && j+1 < last && foldEq(a.Word(j+1), "percent"):
			return j + 2, Percent
		}
		if k := a.currencyWord(j, last); k > j {
			return k, Money
		}
		if k := a.unit(j, last); k > j {
			return k, Quantity
		}
	}
	return j, Quantity
}

func currencySign(w string) bool {
	switch w {
	case "$", "£", "€", "¥", "₹", "₽", "₩", "US$", "C$", "A$", "HK$", "NZ$", "R$", "S$", "NT$", "AU$", "CA$":
		return true
	}
	return false
}

// number returns the end of the number at token i: digits or number words,
// with a multiplier, a range's other end or a fraction behind them.
func (a *Annotation) number(i, last int) int {
	j := i
	for j < last {
		w := a.Word(j)
		switch {
		case numeric(w):
		case numberWord(w) && (j > i || a.Tokens[j].POS == CD || a.Tokens[j].POS == NN || a.Tokens[j].POS == NNS):
			if j == i && multiplier(w) && a.Tokens[j].POS != CD {
				return i // "millions of people"
			}
		case j > i && multiplier(w):
		case j > i && w == "-" && a.gapless(j) && j+1 < last && a.gapless(j+1) && (numeric(a.Word(j+1)) || numberWord(a.Word(j+1))):
		case j > i && w == "–" && j+1 < last && numeric(a.Word(j+1)):
		case j > i && foldEq(w, "and") && j+2 < last && foldEq(a.Word(j+1), "a") && (foldEq(a.Word(j+2), "half") || foldEq(a.Word(j+2), "quarter")):
			return j + 3
		case j > i && (foldEq(w, "to") || foldEq(w, "or")) && j+1 < last && numeric(a.Word(j+1)) && numeric(a.Word(j-1)) && (j+2 < last && (multiplier(a.Word(j+2)) || a.Word(j+2) == "%" || foldEq(a.Word(j+2), "percent"))):
		default:
			return j
		}
		j++
	}
	return j
}

// numeric reports whether w is written in digits: 5, 1,200, 3.5, .5, 1/2, ½.
func numeric(w string) bool {
	if w == "½" || w == "¼" || w == "¾" {
		return true
	}
	digits := false
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case asciiDigit(c):
			digits = true
		case c == ',' || c == '.' || c == '/' && i > 0:
		case (c == '+' || c == '-') && i == 0:
		default:
			return false
		}
	}
	return digits
}

// folded copies w in lower case into b, and cuts it where b ends.
func folded(b *[12]byte, w string) []byte {
	n := copy(b[:], w)
	for i, c := range b[:n] {
		if asciiUpper(c) {
			b[i] = c | 0x20
		}
	}
	return b[:n]
}

func numberWord(w string) bool {
	var b [12]byte
	if len(w) > len(b) || len(w) < 3 {
		return false
	}
	switch string(folded(&b, w)) {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
		"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "zero", "half", "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "trillions":
		return true
	}
	return false
}

func multiplier(w string) bool {
	switch len(w) {
	case 1:
		return w == "m" || w == "k" || w == "K" || w == "M" || w == "B"
	case 2:
		return w == "bn" || w == "tn" || w == "mn"
	}
	var b [12]byte
	if len(w) > len(b) {
		return false
	}
	switch string(folded(&b, w)) {
	case "hundred", "thousand", "million", "billion", "trillion", "hundreds", "thousands", "millions", "billions", "trillions", "dozen", "dozens":
		return true
	}
	return false
}

// currencyWord returns the end of the name of a currency at token j; j if
// there is none.
func (a *Annotation) currencyWord(j, last int) int {
	if j >= last {
		return j
	}
	w := a.Word(j)
	k := j
	switch {
	case foldEq(w, "us") || foldEq(w, "u.s.") || foldEq(w, "canadian") || foldEq(w, "australian") || foldEq(w, "hong") || foldEq(w, "swiss") || foldEq(w, "new"):
		k++
		if k < last && (foldEq(a.Word(k), "kong") || foldEq(a.Word(k), "zealand")) {
			k++
		}
	}
	if k >= last {
		return j
	}
	var b [12]byte
	w = a.Word(k)
	if len(w) > len(b) {
		return j
	}
	switch string(folded(&b, w)) {
	case "dollars", "dollar", "cents", "cent", "euros", "euro", "pence", "yen", "yuan", "rupees", "rubles", "roubles", "pesos", "francs", "kroner", "rand", "won", "ringgit", "baht", "usd", "eur", "gbp", "bucks":
		return k + 1
	}
	return j
}

// unit returns the end of the unit of measure at token j; j if there is none.
func (a *Annotation) unit(j, last int) int {
	k := j
	if a.Word(k) == "-" && a.gapless(k) && k+1 < last {
		k++ // a 12-mile walk
	}
	w := a.Word(k)
	var b [12]byte
	if len(w) > len(b) {
		return j
	}
	switch string(folded(&b, w)) {
	case "square", "cubic", "nautical", "metric":
		if k+1 < last && a.unit(k+1, last) > k+1 {
			return k + 2
		}
		return j
	case "miles", "mile", "kilometers", "kilometres", "kilometer", "kilometre", "km", "meters", "metres", "meter", "metre", "feet", "foot", "ft", "inches", "inch", "yards", "yard", "cm", "mm", "m",
		"acres", "acre", "hectares", "hectare", "tons", "ton", "tonnes", "tonne", "pounds", "lbs", "lb", "kilograms", "kilogram", "kilos", "kilo", "kg", "grams", "gram", "ounces", "ounce", "oz",
		"gallons", "gallon", "liters", "litres", "liter", "litre", "barrels", "barrel", "degrees", "degree", "mph", "kph", "watts", "kilowatts", "megawatts", "gigawatts", "mw", "gw",
		"bytes", "megabytes", "gigabytes", "terabytes", "gb", "mb", "tb", "hertz", "calories", "volts", "celsius", "fahrenheit", "points", "point", "bps":
		if k+1 < last && (foldEq(a.Word(k+1), "celsius") || foldEq(a.Word(k+1), "fahrenheit")) {
			k++
		}
		return k + 1
	case "seconds", "second", "minutes", "minute", "hours", "hour", "days", "day", "weeks", "week", "months", "month", "years", "year", "decades", "decade", "centuries", "century":
		if k > j && k+2 < last && a.Word(k+1) == "-" && foldEq(a.Word(k+2), "old") {
			return k + 3 // a 12-year-old
		}
		return k + 1
	}
	return j
}

// clock returns the end of the time of day at token i; i if there is none.
func (a *Annotation) clock(i, last int) int {
	w := a.Word(i)
	if !asciiDigit(w[0]) {
		if (foldEq(w, "noon") || foldEq(w, "midnight")) && a.Tokens[i].POS.Noun() {
			return i + 1
		}
		return i
	}
	j := i
	colon := false
	switch {
	case len(w) >= 4 && len(w) <= 8 && (w[1] == ':' || len(w) > 2 && w[2] == ':'):
		colon = true
		j++
	case len(w) <= 2 && allDigits(w):
		j++
	default:
		return i
	}
	if j < last {
		n := a.Word(j)
		switch {
		case foldEq(n, "a.m.") || foldEq(n, "p.m.") || foldEq(n, "am") || foldEq(n, "pm") || foldEq(n, "a.m") || foldEq(n, "p.m") || foldEq(n, "o'clock") || n == "o’clock":
			j++
			colon = true
		}
	}
	if !colon {
		return i
	}
	if j < last {
		switch a.Word(j) {
		case "EST", "EDT", "ET", "PST", "PDT", "PT", "CST", "CDT", "CT", "GMT", "BST", "UTC", "AEST", "AEDT", "CET", "E.T.":
			j++
		}
	}
	return j
}

func month(w string) bool {
	switch w {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec.", "Jan", "Feb", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

func weekday(w string) bool {
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays":
		return true
	}
	return false
}

// yearNumber reports whether w is a year of the last or coming centuries.
func yearNumber(w string) bool {
	return len(w) == 4 && allDigits(w) && (w[0] == '1' && w[1] >= '5' || w[0] == '2' && w[1] == '0')
}

// date returns the end of the date at token i; i if there is none.
func (a *Annotation) date(i, first, last int) int {
	w := a.Word(i)
	j := i
	switch {
	case weekday(w):
		j++
		if j < last {
			switch a.Tokens[j].Lemma {
			case "morning", "afternoon", "evening", "night":
				j++
			}
		}
		// Monday, March 3
		if j+1 < last && a.Word(j) == "," && month(a.Word(j+1)) {
			if k := a.date(j+1, first, last); k > j+1 {
				return k
			}
		}
		return j
	case month(w) && (w != "May" && w != "March" || a.Tokens[i].POS.Proper()):
		j++
		if j < last && day(a.Word(j)) {
			j++
			if j+1 < last && (a.Word(j) == "-" || a.Word(j) == "–") && day(a.Word(j+1)) {
				j += 2
			}
			if j+1 < last && a.Word(j) == "," && yearNumber(a.Word(j+1)) {
				j += 2
			}
			return j
		}
		if j < last && yearNumber(a.Word(j)) {
			return j + 1
		}
		if j+1 < last && (a.Word(j) == "," || foldEq(a.Word(j), "of")) && yearNumber(a.Word(j+1)) {
			return j + 2
		}
		return j
	case len(w) <= 4 && asciiDigit(w[0]) && day(w) && i+1 < last && month(a.Word(i+1)):
		j += 2
		if j < last && yearNumber(a.Word(j)) {
			j++
		}
		return j
	case yearNumber(w):
		// A bare year: behind a preposition, or where a number would need a noun.
		if i > first {
			switch a.Tokens[i-1].Lemma {
			case "in", "since", "by", "of", "from", "until", "before", "after", "during", "through", "early", "late", "mid", "-", "summer", "spring", "fall", "autumn", "winter", "to", "between", "the", "around", "(":
				if i+1 < last && (a.Tokens[i+1].POS == NNS || a.Word(i+1) == "%") {
					return i
				}
				return i + 1
			}
		}
		if i+1 == last || a.Tokens[i+1].POS == Comma || a.Tokens[i+1].POS == Stop || a.Tokens[i+1].POS == RRB {
			return i + 1
		}
		return i
	case len(w) >= 5 && len(w) <= 7 && asciiDigit(w[0]) && w[len(w)-1] == 's' && asciiDigit(w[3]):
		return i + 1 // 1990s
	case (len(w) == 10 || len(w) == 8) && asciiDigit(w[0]) && (w[4] == '-' || w[2] == '/') && datelike(w):
		return i + 1
	}
	switch a.Tokens[i].Lemma {
	case "today", "yesterday", "tomorrow", "tonight":
		return i + 1
	case "last", "next", "this", "past":
		// last week, this summer, next Tuesday
		if i+1 < last && a.Tokens[i].POS != NN {
			n := a.Word(i + 1)
			if weekday(n) || month(n) && n != "May" {
				return a.date(i+1, first, last)
			}
			switch a.Tokens[i+1].Lemma {
			case "week", "month", "year", "decade", "century", "summer", "spring", "fall", "autumn", "winter", "quarter", "weekend", "night", "morning", "afternoon", "evening":
				if a.Tokens[i+1].POS == NN {
					return i + 2
				}
			}
		}
	}
	return i
}

// day reports whether w is the number of a day: 3, 31, 1st.
func day(w string) bool {
	n := 0
	for n < len(w) && asciiDigit(w[n]) {
		n++
	}
	if n == 0 || n > 2 || n == 2 && w[0] > '3' {
		return false
	}
	switch w[n:] {
	case "", "st", "nd", "rd", "th":
		return true
	}
	return false
}

func datelike(w string) bool {
	seps := 0
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c == '-' || c == '/':
			seps++
		case !asciiDigit(c):
			return false
		}
	}
	return seps == 2
}
