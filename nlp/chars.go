package nlp

import "unicode"

func asciiLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func asciiUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func asciiLower(c byte) bool  { return 'a' <= c && c <= 'z' }
func asciiDigit(c byte) bool  { return '0' <= c && c <= '9' }
func asciiSpace(c byte) bool  { return c == ' ' || '\t' <= c && c <= '\r' || c < 0x20 || c == 0x7F }

// spaceRune reports whether r separates words: white space of every kind, and
// the marks that are not to be seen.
func spaceRune(r rune) bool {
	switch r {
	case 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x180E:
		return true
	}
	return unicode.IsSpace(r) || r >= 0x80 && r < 0xA0
}

// wordRune reports whether r is a letter, a digit or a mark upon one.
func wordRune(r rune) bool {
	if r < 0x80 {
		return asciiLetter(byte(r)) || asciiDigit(byte(r))
	}
	return unicode.IsLetter(r) && r != 'ʼ' || unicode.IsNumber(r) && r != 0x20E3 && (r < 0x2150 || r > 0x24FF) && (r < 0xB2 || r > 0xBE) || unicode.Is(unicode.M, r) && r != 0xFE0F && r != 0x20E3
}

// emojiRune reports whether r is a pictograph.
func emojiRune(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r >= 0x1F1E6 && r <= 0x1F1FF || r >= 0x2B00 && r <= 0x2BFF
}

// foldEq reports whether s equals the lower-case ASCII word low, whatever the case of s.
func foldEq(s, low string) bool {
	if len(s) != len(low) {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if asciiUpper(c) {
			c |= 0x20
		}
		if c != low[i] {
			return false
		}
	}
	return true
}

// fold sets b, as long as w, to w with its ASCII letters in lower case.
func fold(b []byte, w string) {
	for i := range b {
		c := w[i]
		if asciiUpper(c) {
			c |= 0x20
		}
		b[i] = c
	}
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !asciiDigit(s[i]) {
			return false
		}
	}
	return len(s) > 0
}
