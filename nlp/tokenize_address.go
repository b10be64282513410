package nlp

import (
	"strings"
	"unicode/utf8"
)

// address returns the end of a URL, e-mail address or domain name at i, 0 if
// there is none. A mark of the sentence behind it does not belong to it.
func address(s string, i, hi int) int {
	w := s[i:hi]
	isURL := strings.HasPrefix(w, "http://") || strings.HasPrefix(w, "https://") || strings.HasPrefix(w, "www.") || strings.HasPrefix(w, "ftp://") || strings.HasPrefix(w, "mailto:")
	if !isURL {
		if at := strings.IndexByte(w, '@'); at > 0 && at < len(w)-3 && mailName(w[:at]) {
			k := at + 1
			for k < len(w) && (asciiLetter(w[k]) || asciiDigit(w[k]) || w[k] == '-' || w[k] == '.' || w[k] == '_') {
				k++
			}
			for k > at && (w[k-1] == '.' || w[k-1] == '-') {
				k--
			}
			if k > at+1 {
				return i + k
			}
			return 0
		}
		// host.tld/path
		k := 0
		for k < len(w) && (asciiLetter(w[k]) || asciiDigit(w[k]) || w[k] == '-' || w[k] == '.') {
			k++
		}
		d := strings.LastIndexByte(w[:k], '.')
		if d <= 0 || !tld(w[d+1:k]) || asciiDigit(w[d-1]) && !strings.Contains(w[:d], ".") && !asciiLetter(w[0]) {
			return 0
		}
		if k == len(w) || w[k] != '/' {
			return i + k
		}
	}
	end := len(w)
	for k := 0; k < len(w); k++ {
		c := w[k]
		if c == '"' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '|' {
			end = k
			break
		}
		if c >= utf8.RuneSelf {
			if r, _ := utf8.DecodeRuneInString(w[k:]); !wordRune(r) {
				end = k
				break
			}
		}
	}
	w = w[:end]
	for len(w) > 0 {
		c := w[len(w)-1]
		if c == ')' && strings.Count(w, "(") >= strings.Count(w, ")") {
			break
		}
		if strings.IndexByte(".,;:!?')*", c) < 0 {
			break
		}
		w = w[:len(w)-1]
	}
	if len(w) < 4 {
		return 0
	}
	return i + len(w)
}

func mailName(w string) bool {
	for i := 0; i < len(w); i++ {
		if c := w[i]; !asciiLetter(c) && !asciiDigit(c) && c != '.' && c != '_' && c != '-' && c != '+' && c != '%' {
			return false
		}
	}
	return true
}

// tld reports whether w is a top-level domain that news copy shows.
func tld(w string) bool {
	switch w {
	case "com", "org", "net", "gov", "edu", "io", "uk", "tv", "info", "mil", "int", "eu", "de", "fr", "ca", "au", "ly", "gl", "co":
		return true
	}
	return false
}
