package nlp

import (
	"unicode"
	"unicode/utf8"
)

// word emits the word that begins at i and returns its end.
func (z *tokenizer) word(lo, i, hi int) int {
	s := z.text[:hi]
	if j := address(s, i, hi); j > 0 {
		z.emit(i, j)
		return j
	}
	start := i // of the token under construction
	seg := i   // of the stretch behind the last hyphen or point
	letters, digits, dots := 0, 0, 0
	lastByte := byte(0)
	for i < hi {
		c := s[i]
		if asciiLetter(c) {
			if digits > 0 && letters == 0 && asciiDigit(lastByte) {
				if j := unitEnd(s, i, hi); j > 0 {
					z.emit(start, i)
					z.emit(i, j)
					return j
				}
			}
			letters++
			lastByte = c
			i++
			continue
		}
		if asciiDigit(c) {
			if digits == 0 && letters == 0 && i == start || digits > 0 || letters > 0 {
				digits++
			}
			lastByte = c
			i++
			continue
		}
		var next byte
		if i+1 < hi {
			next = s[i+1]
		}
		switch {
		case c == '.':
			nl, nd := asciiLetter(next) || next >= utf8.RuneSelf && wordAt(s, i+1, hi), asciiDigit(next)
			switch {
			case nd && asciiDigit(lastByte):
				i++
				dots++
				seg = i
				continue
			case nl && i-seg == 1 && letters > 0:
				// U.S., e.g.
				i++
				dots++
				seg = i
				lastByte = '.'
				continue
			case nl && i-seg > 1 && joinedPoint(s, seg, i, hi):
				i++
				dots++
				seg = i
				lastByte = '.'
				continue
			case !nl && !nd && next != '.' && letters > 0 && z.abbreviated(s, start, seg, i, hi, dots):
				z.emit(start, i+1)
				return i + 1
			}
			return z.endWord(start, i)
		case c == ',':
			if asciiDigit(lastByte) && letters == 0 && i+3 < hi && asciiDigit(next) && asciiDigit(s[i+2]) && asciiDigit(s[i+3]) && (i+4 == hi || !asciiDigit(s[i+4])) {
				i++
				continue
			}
			return z.endWord(start, i)
		case c == ':' || c == '/':
			if asciiDigit(lastByte) && letters == 0 && asciiDigit(next) {
				i++
				continue
			}
			if c == '/' && slashWord(s, start, i, hi) {
				i++
				continue
			}
			return z.endWord(start, i)
		case c == '-':
			if !wordAt(s, i+1, hi) {
				if next != '-' && seg == start && digits == 0 && (prefix(s[start:i]) || cutOff(s[start:i])) {
					z.emit(start, i+1)
					return i + 1
				}
				return z.endWord(start, i)
			}
			if joinedHyphen(s, start, seg, i, hi) {
				i++
				seg = i
				lastByte = '-'
				continue
			}
			z.endWord(start, i)
			z.emit(i, i+1)
			i++
			start, seg, letters, digits, dots, lastByte = i, i, 0, 0, 0, 0
			continue
		case c == '&':
			if asciiUpper(lastByte) && asciiUpper(next) {
				i++
				continue
			}
			return z.endWord(start, i)
		case c == '_':
			i++
			continue
		case c == '*':
			j := run(s, i, '*')
			if letters > 0 && j < hi && asciiLetter(s[j]) {
				i = j
				continue
			}
			return z.endWord(start, i)
		case c == '$':
			// US$5
			if digits == 0 && letters > 0 && letters <= 3 && asciiUpper(s[start]) && asciiUpper(lastByte) && asciiDigit(next) {
				z.emit(start, i+1)
				return i + 1
			}
			return z.endWord(start, i)
		case c == '\'':
			if j := z.inner(s, start, i, 1, hi, letters, digits); j > 0 {
				if j == i+1 {
					i = j
					lastByte = '\''
					continue
				}
				return j
			}
			return z.endWord(start, i)
		case c < utf8.RuneSelf:
			return z.endWord(start, i)
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '’' || r == 'ʼ' || r == '‘':
			if r == '‘' && !wordAt(s, i+n, hi) {
				return z.endWord(start, i)
			}
			if j := z.inner(s, start, i, n, hi, letters, digits); j > 0 {
				if j == i+n {
					i = j
					lastByte = '\''
					continue
				}
				return j
			}
			return z.endWord(start, i)
		case r == '‐' || r == '‑':
			if wordAt(s, i+n, hi) {
				z.endWord(start, i)
				z.emit(i, i+n)
				i += n
				start, seg, letters, digits, dots, lastByte = i, i, 0, 0, 0, 0
				continue
			}
			return z.endWord(start, i)
		case wordRune(r) || unicode.Is(unicode.Mn, r) || r == 0xAD || r == 0x200D || r == 0x200C:
			letters++
			lastByte = 'a'
			i += n
			continue
		}
		return z.endWord(start, i)
	}
	return z.endWord(start, i)
}

// unitEnd returns the end of the unit at i, behind a number, if one stands
// there that is a word of its own: 5 pm, 40 km, 3 bn. It is 0 for 20th, 3D, 1990s.
func unitEnd(s string, i, hi int) int {
	j := i
	for j < hi && asciiLetter(s[j]) {
		j++
	}
	if j < hi && asciiDigit(s[j]) || j-i > 4 {
		return 0
	}
	switch s[i:j] {
	case "am", "pm", "AM", "PM", "k", "K", "m", "M", "mm", "cm", "km", "kg", "ft", "lb", "lbs", "hrs", "hr", "mph", "kph", "mg", "ml", "gb", "GB", "mb", "MB", "TB", "bn", "tn", "MW", "GW", "kW", "Hz", "MHz", "GHz", "min", "mins", "sec", "yrs", "pts", "oz", "sq":
		return j
	case "a", "p":
		if j+1 < hi && s[j] == '.' && s[j+1] == 'm' {
			if j+2 < hi && s[j+2] == '.' {
				return j + 3
			}
			return j + 2
		}
	}
	return 0
}

// endWord emits [start,end), cutting fused forms, and returns end.
func (z *tokenizer) endWord(start, end int) int {
	if start < end {
		if end-start <= 8 {
			z.plain(start, end)
		} else {
			z.emit(start, end)
		}
	}
	return end
}

// inner decides over an apostrophe of n bytes inside a chunk, behind the word
// that began at start. It returns i+n if the word goes on behind it
// (O'Malley), a later offset if it emitted the word and its clitic, and 0 if
// the word ends here.
func (z *tokenizer) inner(s string, start, i, n, hi, letters, digits int) int {
	j := i + n
	k := j
	for k < hi && asciiLetter(s[k]) {
		k++
	}
	if k == j {
		if wordAt(s, j, hi) && letters > 0 && !asciiDigit(s[j]) {
			return j // a letter beyond ASCII: l'été
		}
		return 0
	}
	if k < hi && wordAt(s, k, hi) {
		return j // a name: O'Móra
	}
	w := s[j:k]
	if len(w) == 1 && w[0]|0x20 == 't' && i > start+1 && s[i-1]|0x20 == 'n' {
		z.emit(start, i-1)
		z.emit(i-1, k)
		return k
	}
	if clitic(w) {
		// 1990's and 80's are one word.
		if letters == 0 && digits >= 2 && s[i-1] == '0' && w == "s" {
			z.emit(start, k)
			return k
		}
		z.endWord(start, i)
		z.emit(i, k)
		return k
	}
	if letters == 0 {
		return 0
	}
	return j
}

// joinedPoint reports whether the point at i, with a letter on both sides,
// belongs to the word: in names of files and sites, not where a space was
// forgotten between two sentences.
func joinedPoint(s string, seg, i, hi int) bool {
	c := s[i+1]
	if i-seg == 2 && s[seg:i] == "Ph" && c == 'D' {
		return true
	}
	if 'A' <= c && c <= 'Z' {
		return false
	}
	j := i + 1
	for j < hi && (asciiLetter(s[j]) || asciiDigit(s[j])) {
		j++
	}
	return j-i > 2
}

// slashWord reports whether the slash at i stands in one of the few words
// that are written with one.
func slashWord(s string, start, i, hi int) bool {
	j := i + 1
	for j < hi && asciiLetter(s[j]) {
		j++
	}
	switch w := s[start:j]; len(w) {
	case 3:
		return foldEq(w, "w/o") || foldEq(w, "b/c") || foldEq(w, "h/t") || foldEq(w, "n/a") || foldEq(w, "c/o")
	case 4:
		return foldEq(w, "s/he")
	case 5:
		return foldEq(w, "w/out")
	}
	return false
}

// joinedHyphen reports whether the hyphen at i stays inside its word.
func joinedHyphen(s string, start, seg, i, hi int) bool {
	left := s[seg:i]
	j := i + 1
	for j < hi && (asciiLetter(s[j]) || asciiDigit(s[j])) {
		j++
	}
	right := s[i+1 : j]
	ld, rd := allDigits(left), allDigits(right)
	switch {
	case ld && rd && len(right) > 0:
		// Telephone numbers and ISO dates.
		if seg == start {
			if (len(left) == 3 || len(left) == 1) && len(right) == 4 && (j == hi || s[j] != '-') || len(left) == 3 && len(right) == 3 && j+1 < hi && s[j] == '-' && asciiDigit(s[j+1]) {
				return true
			}
			if len(left) == 5 && len(right) == 4 && j == hi {
				return true // a postal code
			}
			return len(left) == 4 && len(right) == 2 && j+2 < hi && s[j] == '-' && asciiDigit(s[j+1]) || len(left) == 1 && len(right) == 3 && j < hi && s[j] == '-'
		}
		return true
	case rd && len(left) > 0 && !ld:
		// COVID-19, F-16
		return asciiUpper(left[len(left)-1])
	case start != seg:
		return true // behind a prefix: non-life-threatening
	}
	if len(left) == 1 {
		return asciiLetter(left[0]) && !(asciiUpper(left[0]) && len(right) > 1 && asciiUpper(right[0])) && (left[0]|0x20 == 'e' || left[0]|0x20 == 'x' || left[0]|0x20 == 't' || left[0]|0x20 == 'u')
	}
	return prefix(left)
}

// cutOff reports whether w, with a hyphen behind it, is a word broken off in
// speech ("th-").
func cutOff(w string) bool {
	if len(w) == 1 {
		return asciiLetter(w[0])
	}
	return len(w) < 5 && asciiLower(w[len(w)-1]) && !hasVowel([]byte(w))
}

// prefix reports whether w is a prefix that is written with a hyphen and does
// not stand alone (the list follows the treebanks).
func prefix(w string) bool {
	if len(w) > 7 || len(w) < 2 {
		return false
	}
	var b [7]byte
	fold(b[:len(w)], w)
	switch string(b[:len(w)]) {
	case "anti", "co", "de", "ex", "non", "pre", "post", "re", "pro", "sub", "semi", "multi", "mini", "mid", "inter", "intra", "bi", "un", "uh", "ultra", "pan",
		"socio", "neo", "pseudo", "quasi", "super", "trans", "tele", "counter", "micro", "macro", "mega", "meta", "para", "proto", "cross", "psycho", "electro", "bio",
		"eco", "geo", "hyper", "hypo", "infra", "extra", "afro", "anglo", "euro", "vice", "oh", "mis", "mal", "dis", "supra", "over":
		return true
	}
	return false
}

// abbreviated reports whether the point at i belongs to the word before it.
// dots counts the points inside the word.
func (z *tokenizer) abbreviated(s string, start, seg, i, hi, dots int) bool {
	w := s[start:i]
	if dots > 0 {
		return i-seg <= 2 && !asciiDigit(s[i-1]) // U.S., a.m., Ph.D
	}
	if len(w) == 1 {
		// An initial; but "I." ends a sentence more often than it is one,
		// unless a name surrounds it.
		if w[0] == 'I' {
			return z.nameFollows(i + 1)
		}
		if asciiUpper(w[0]) {
			return true
		}
		return w[0] == 'v' && z.capitalFollows(i+1) || (w[0] == 'c' || w[0] == 'p') && z.digitFollows(i+1)
	}
	switch abbreviation(w) {
	case abbrAlways, abbrTitle:
		return true
	case abbrNumber:
		return z.digitFollows(i + 1) // No. 5
	}
	return false
}

// digitFollows reports whether a digit stands at i or behind a space.
func (z *tokenizer) digitFollows(i int) bool {
	for k := i; k < len(z.text) && k < i+3; k++ {
		if asciiDigit(z.text[k]) {
			return true
		}
		if z.text[k] != ' ' {
			return false
		}
	}
	return false
}

// capitalFollows reports whether a space and a capital stand at i.
func (z *tokenizer) capitalFollows(i int) bool {
	return i+1 < len(z.text) && z.text[i] == ' ' && asciiUpper(z.text[i+1])
}

// nameFollows reports whether a capitalised word of two letters or more
// stands behind i, on the same line.
func (z *tokenizer) nameFollows(i int) bool {
	if i+2 >= len(z.text) || z.text[i] != ' ' || !asciiUpper(z.text[i+1]) || !asciiLetter(z.text[i+2]) || len(z.dst) == 0 {
		return false
	}
	p := z.dst[len(z.dst)-1]
	return asciiUpper(z.text[p.Start]) && !starter(wordEnd(z.text[i+1:]))
}

func wordEnd(s string) string {
	i := 0
	for i < len(s) && asciiLetter(s[i]) {
		i++
	}
	return s[:i]
}
