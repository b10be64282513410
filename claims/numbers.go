package claims

import (
	"strconv"
	"strings"
)

var smallNumbers = map[string]float64{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

var scales = map[string]float64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7}

// shortScales follow figures directly ("$1.2bn"), or money after a space.
var shortScales = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "bn": 1e9, "b": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}

var ordinals = map[string]float64{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
	"nineteenth": 19, "twentieth": 20, "thirtieth": 30, "hundredth": 100}

var fractions = map[string]float64{"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
	"sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10}

var vulgar = map[string]float64{"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1.0 / 3, "⅔": 2.0 / 3, "⅕": 0.2, "⅛": 0.125}

// number is a number read from words or figures.
type number struct {
	value   float64
	next    int     // the index behind it
	figures bool    // written in figures
	scale   float64 // the largest scale word in it, 1 for none
	lone    bool    // the bare word "one"
}

// figures reads the digits of a lexeme.
func figures(s string) (float64, bool) {
	if strings.Count(s, ".") > 1 {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return v, err == nil
}

// readNumber reads the number that begins at i. money allows short scales
// after a space ("$5 m").
func (l lexed) readNumber(i int, money bool) (number, bool) {
	if !l.ok(i) {
		return number{}, false
	}
	n := number{next: i + 1, scale: 1}
	switch {
	case l[i].shape == digits:
		v, ok := figures(l[i].low)
		if !ok {
			return n, false
		}
		n.value, n.figures = v, true
		switch {
		case l.glued(i+1) && vulgar[l.low(i+1)] > 0:
			n.value += vulgar[l.low(i+1)]
			n.next++
		case l.is(i+1, "/") && l.glued(i+1) && l.glued(i+2) && l.ok(i+2) && l[i+2].shape == digits:
			d, ok := figures(l[i+2].low)
			// "1/2" but not the date "11/18/2019" or a reference "24/7".
			if ok && d > v && d <= 100 && !(l.is(i+3, "/") && l.glued(i+3)) {
				n.value = v / d
				n.next = i + 3
			}
		case l.ok(i+3) && l[i+1].shape == digits && len(l[i+1].low) == 1 && l.is(i+2, "/") && l.glued(i+2) && l.glued(i+3) && len(l[i+3].low) == 1:
			// "3 1/2"
			x, _ := figures(l[i+1].low)
			if d, ok := figures(l[i+3].low); ok && d > x {
				n.value += x / d
				n.next = i + 4
			}
		}
		if s := shortScales[l.low(n.next)]; s > 0 && (l.glued(n.next) || money) && !l.hyphen(n.next) {
			n.value *= s
			n.scale = s
			n.next++
			return n, true
		}
		l.readScale(&n)
		return n, true
	case vulgar[l[i].low] > 0:
		n.value = vulgar[l[i].low]
		return n, true
	case l.is(i, "a", "an", "several") && scales[l.low(i+1)] > 0 && !l.is(i, "several"):
		n.value = 1
		n.next = i + 1
		l.readScale(&n)
		return n, true
	case l.is(i, "half") && l.is(i+1, "a", "an") && scales[l.low(i+2)] > 0:
		n.value = 0.5 * scales[l.low(i+2)]
		n.scale = scales[l.low(i+2)]
		n.next = i + 3
		return n, true
	case l.is(i, "half") && l.hyphen(i+1) && l.is(i+2, "dozen", "million", "billion"):
		n.value, n.scale, n.next = 0.5*scales[l.low(i+2)], scales[l.low(i+2)], i+3
		return n, true
	case l.is(i, "half") && l.is(i+1, "dozen"):
		n.value, n.scale, n.next = 6, 12, i+2
		return n, true
	}
	return l.readSpelled(i)
}

// readScale multiplies n by the scale words behind it.
func (l lexed) readScale(n *number) {
	at := n.next
	if l.hyphen(at) && scales[l.low(at+1)] > 0 {
		at++
	}
	for scales[l.low(at)] > 0 {
		s := scales[l.low(at)]
		n.value *= s
		n.scale = max(n.scale, s)
		at++
		n.next = at
	}
	// "a million and a half"
	if n.scale > 1 && l.is(n.next, "and") && l.is(n.next+1, "a") && l.is(n.next+2, "half") {
		n.value += n.scale / 2
		n.next += 3
	}
}

func (l lexed) readSpelled(i int) (number, bool) {
	n := number{scale: 1}
	total, cur := 0.0, 0.0
	seen := false
	words := 0
	last := 0.0 // value of the last small number, to tell "twenty five" from "five twenty"
	at := i
	for l.ok(at) {
		w := l.low(at)
		if v, ok := smallNumbers[w]; ok {
			if seen && last != 0 && !(last >= 20 && last <= 90 && v >= 1 && v <= 9) {
				break
			}
			cur += v
			last = v
			seen = true
			words++
			at++
			if l.hyphen(at) && v >= 20 {
				if u := smallNumbers[l.low(at+1)]; u >= 1 && u <= 9 {
					cur += u
					last = u
					at += 2
				}
			}
			n.next = at
			continue
		}
		if s := scales[w]; s > 0 && seen {
			if s == 100 {
				cur *= 100
			} else {
				total += cur * s
				cur = 0
			}
			n.scale = max(n.scale, s)
			last = 0
			words++
			at++
			n.next = at
			continue
		}
		if w == "and" && seen && last == 0 && smallNumbers[l.low(at+1)] > 0 && n.scale > 1 && n.scale < 1e6 {
			at++
			continue
		}
		if l.hyphen(at) && seen && scales[l.low(at+1)] > 0 {
			at++
			continue
		}
		break
	}
	if !seen {
		return n, false
	}
	n.value = total + cur
	// "two and a half million", "three and a half years"
	if l.is(n.next, "and") && l.is(n.next+1, "a") && l.is(n.next+2, "half", "quarter") {
		f := 0.5
		if l.is(n.next+2, "quarter") {
			f = 0.25
		}
		if n.scale > 1 {
			n.value += f * n.scale
		} else {
			n.value += f
		}
		n.next += 3
		l.readScale(&n)
	}
	n.lone = words == 1 && n.value == 1
	return n, true
}

// readOrdinal reads "third", "21st", "twenty-first".
func (l lexed) readOrdinal(i int) (float64, int, bool) {
	if !l.ok(i) {
		return 0, 0, false
	}
	if l[i].shape == digits && l.glued(i+1) && l.is(i+1, "st", "nd", "rd", "th") {
		v, ok := figures(l[i].low)
		return v, i + 2, ok
	}
	if v, ok := ordinals[l.low(i)]; ok {
		return v, i + 1, true
	}
	if v := smallNumbers[l.low(i)]; v >= 20 && l.hyphen(i+1) {
		if o := ordinals[l.low(i+2)]; o > 0 && o < 10 {
			return v + o, i + 3, true
		}
	}
	return 0, 0, false
}
