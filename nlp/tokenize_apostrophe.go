package nlp

import (
	"unicode/utf8"
)

// apostrophe handles the apostrophe of n bytes at i, which is a quotation
// mark, or begins a contraction or a clipped word.
func (z *tokenizer) apostrophe(lo, i, n, hi int) int {
	s := z.text[:hi]
	if s[i] == '\'' && i+1 < hi && s[i+1] == '\'' {
		z.emit(i, i+2)
		return i + 2
	}
	open := n == 3 && s[i:i+3] == "‘"
	j := i + n
	k := j
	for k < hi && asciiLetter(s[k]) {
		k++
	}
	bound := k == hi || !wordAt(s, k, hi)
	if i > lo && !open && k > j && bound && clitic(s[j:k]) && wordBefore(s, lo, i) {
		z.emit(i, k)
		return k
	}
	if k > j && bound && clipped(s[j:k]) {
		z.emit(i, k)
		return k
	}
	// '90s, '16
	if j+1 < hi && asciiDigit(s[j]) && asciiDigit(s[j+1]) && (i == lo || !wordBefore(s, lo, i)) {
		k = j + 2
		if k < hi && (s[k] == 's') {
			k++
		} else if k+1 < hi && s[k] == '\'' && s[k+1] == 's' {
			k += 2
		}
		if k == hi || !wordAt(s, k, hi) && s[k] != ',' && s[k] != '.' {
			z.emit(i, k)
			return k
		}
		if (s[k] == ',' || s[k] == '.') && (k+1 == hi || !asciiDigit(s[k+1])) {
			z.emit(i, k)
			return k
		}
	}
	z.emit(i, j)
	return j
}

// wordBefore reports whether what stands before i belongs to a word.
func wordBefore(s string, lo, i int) bool {
	if i <= lo {
		return false
	}
	c := s[i-1]
	if c < utf8.RuneSelf {
		return asciiLetter(c) || asciiDigit(c) || c == '.' || c == '%' || c == '$' || c == ')' || c == '"' || c == '*' || c == '_'
	}
	r, _ := utf8.DecodeLastRuneInString(s[lo:i])
	return wordRune(r) || r == '”'
}

// wordAt reports whether a letter or digit stands at k.
func wordAt(s string, k, hi int) bool {
	if k >= hi {
		return false
	}
	if c := s[k]; c < utf8.RuneSelf {
		return asciiLetter(c) || asciiDigit(c)
	}
	r, _ := utf8.DecodeRuneInString(s[k:hi])
	return wordRune(r)
}

// clitic reports whether w, behind an apostrophe, is a word of its own.
func clitic(w string) bool {
	switch len(w) {
	case 1:
		c := w[0] | 0x20
		return c == 's' || c == 'm' || c == 'd'
	case 2:
		return foldEq(w, "ll") || foldEq(w, "re") || foldEq(w, "ve")
	}
	return false
}

// clipped reports whether w, behind an apostrophe, is a clipped word.
func clipped(w string) bool {
	switch len(w) {
	case 1:
		return w == "n"
	case 2:
		return foldEq(w, "em")
	case 3:
		return foldEq(w, "til") || foldEq(w, "cuz")
	case 4:
		return foldEq(w, "bout") || foldEq(w, "till")
	case 5:
		return foldEq(w, "cause") || foldEq(w, "round")
	}
	return false
}
