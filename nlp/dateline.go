package nlp

import (
	"unicode"
	"unicode/utf8"
)

// dateline returns the token behind the dateline that begins at token first,
// "NEW YORK, May 2 (AP) — ", or first if none does. It stands by itself, as a
// sentence does: no word of it has a part in what follows.
func (a *Annotation) dateline(first int) int {
	capitals, bracket, depth := false, false, 0
	for i := first; i < min(len(a.Tokens)-1, first+14); i++ {
		w := a.Word(i)
		switch r, _ := utf8.DecodeRuneInString(w); {
		case i > first && depth == 0 && (w == "—" || w == "–" || w == "--" || w == "-"):
			next, _ := utf8.DecodeRuneInString(a.Word(i + 1))
			if (capitals || bracket) && !unicode.IsLower(next) {
				return i + 1
			}
			return first
		case w == "(":
			bracket = true
			depth++
		case w == ")":
			depth--
		case depth > 0 || w == "," || w == "/" || w == "." || unicode.IsDigit(r) || w == "and" && capitals:
		case unicode.IsUpper(r):
			capitals = capitals || i == first && allCapitals(w)
		default:
			return first
		}
	}
	return first
}

// allCapitals reports whether w has two letters at least, all of them capitals.
func allCapitals(w string) bool {
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}
