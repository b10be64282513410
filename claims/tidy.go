package claims

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tidy balances quotation marks and brackets that a cut left open, joins
// lines, begins with a capital and ends with a full stop.
func tidy(s string) string {
	s = balance(apostrophes(spaced(s)))
	s = strings.TrimSpace(strings.TrimRight(s, " ,;:—–-"))
	s = strings.ReplaceAll(strings.ReplaceAll(s, ",” [", "” ["), ",\" [", "\" [")
	s = strings.ReplaceAll(strings.ReplaceAll(s, ",’ [", "’ ["), ",' [", "' [")
	for _, q := range [...]string{"”", "\"", "’", "'"} {
		if t, ok := strings.CutSuffix(s, ","+q); ok {
			s = t + q // "“we know,”"
		}
	}
	marks := len(s) - len(strings.TrimLeft(s, "“\"‘"))
	s = s[:marks] + capitalized(s[marks:])
	if e := strings.TrimRight(s, "”\"')"); s != "" && !strings.HasSuffix(e, ".") && !strings.HasSuffix(e, "!") && !strings.HasSuffix(e, "?") {
		s += "."
	}
	return s
}

// spaced is s with one space wherever it has white space, and none at its ends.
func spaced(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == ' ' && (i == 0 || i+1 == len(s) || s[i+1] == ' ') || c >= 0x80 && unicode.IsSpace(runeAt(s, i)) {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// apostrophes is s with an apostrophe for an opening mark within a word, where it was
// set by mistake: "the Guild‘s".
func apostrophes(s string) string {
	const mark = "‘"
	for from := 0; ; {
		i := strings.Index(s[from:], mark)
		if i < 0 {
			return s
		}
		i += from
		from = i + len(mark)
		if before, _ := utf8.DecodeLastRuneInString(s[:i]); unicode.IsLetter(before) && unicode.IsLetter(runeAt(s, from)) {
			s = s[:i] + "’" + s[from:]
		}
	}
}

func runeAt(s string, i int) rune {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

// uncapital is s with its first letter small.
func uncapital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// capitalized is s with its first letter a capital.
func capitalized(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// inches reports whether the mark at byte i of s measures: 6'3".
func inches(s string, i int) bool {
	j := i
	for j > 0 && isDigit(s[j-1]) {
		j--
	}
	return j < i && j > 1 && s[j-1] == '\'' && isDigit(s[j-2])
}

// letterByte reports whether c is a letter of the alphabet.
func letterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// balance drops quotation marks and brackets without a partner.
func balance(s string) string {
	var dropped, opened, rounds, squares [8]int // hardly ever more
	drop, open, round, square := dropped[:0], opened[:0], rounds[:0], squares[:0]
	straight := -1
	for i, r := range s {
		switch r {
		case '“':
			open = append(open, i)
		case '”':
			if len(open) == 0 {
				drop = append(drop, i)
			} else {
				open = open[:len(open)-1]
			}
		case '"':
			if inches(s, i) {
				continue
			}
			if straight < 0 {
				straight = i
			} else {
				straight = -1
			}
		case '(':
			round = append(round, i)
		case ')':
			if len(round) == 0 {
				drop = append(drop, i)
			} else {
				round = round[:len(round)-1]
			}
		case '[':
			square = append(square, i)
		case ']':
			if len(square) == 0 {
				drop = append(drop, i)
			} else {
				square = square[:len(square)-1]
			}
		}
	}
	drop = append(append(append(drop, open...), round...), square...)
	if straight >= 0 {
		drop = append(drop, straight)
	}
	if i := strings.LastIndex(s, "‘"); i >= 0 && !strings.ContainsAny(s[i+len("‘"):], "’'") {
		if rest := s[i+len("‘"):]; i > 0 && letterByte(s[i-1]) && rest != "" && letterByte(rest[0]) {
			s = s[:i] + "’" + rest // "the port‘s", an apostrophe
		} else {
			drop = append(drop, i)
		}
	}
	if strings.Count(s, "''")%2 == 1 {
		i := strings.Index(s, "''")
		drop = append(drop, i, i+1)
	}
	if len(drop) == 0 {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if !slices.Contains(drop, i) {
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
