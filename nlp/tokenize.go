package nlp

import (
	"strings"
	"unicode/utf8"
)

// A tokenizer cuts text into tokens in the manner of the Penn treebank as the
// English Universal Dependencies apply it: contractions and possessives are
// cut off, hyphenated compounds are cut at their hyphens ("long-term" is three
// tokens) except behind prefixes ("re-elected", "anti-war"), in codes
// ("COVID-19") and in telephone numbers; numbers with their separators, times,
// dates, URLs, addresses, handles, hashtags and abbreviations stay whole.
//
// It never looks back, so its cost is linear in the text, and it allocates
// nothing but the growth of dst.
type tokenizer struct {
	text string
	dst  []Token
}

func (z *tokenizer) emit(start, end int) {
	z.dst = append(z.dst, Token{Start: int32(start), End: int32(end), Head: -1, Sentence: -1})
}

// tokenize appends the tokens of text[lo:hi].
func (z *tokenizer) tokenize(lo, hi int) {
	for i := lo; i < hi; {
		if c := z.text[i]; c < utf8.RuneSelf {
			if asciiSpace(c) {
				i++
				continue
			}
		} else if r, n := utf8.DecodeRuneInString(z.text[i:hi]); spaceRune(r) {
			i += n
			continue
		}
		// Most chunks are a word, and perhaps a mark behind it.
		j := i
		for j < hi && asciiLetter(z.text[j]) {
			j++
		}
		if j > i && (j == hi || asciiSpace(z.text[j])) {
			z.plain(i, j)
			i = j
			continue
		}
		for j < hi {
			if c := z.text[j]; c < utf8.RuneSelf {
				if asciiSpace(c) {
					break
				}
				j++
				continue
			}
			r, n := utf8.DecodeRuneInString(z.text[j:hi])
			if spaceRune(r) {
				break
			}
			j += n
		}
		z.chunk(i, j)
		i = j
	}
}

// plain emits a word of letters alone, cutting the fused forms.
func (z *tokenizer) plain(i, j int) {
	if n := fused(z.text[i:j]); n > 0 {
		z.emit(i, i+n)
		z.emit(i+n, j)
		return
	}
	z.emit(i, j)
}

// fused returns where a word that is two words is cut, 0 if it is none.
func fused(w string) int {
	if len(w) < 4 || len(w) > 8 {
		return 0
	}
	var b [8]byte
	fold(b[:len(w)], w)
	switch string(b[:len(w)]) {
	case "dont", "cant", "wont", "aint":
		if asciiUpper(w[0]) && asciiUpper(w[len(w)-1]) {
			return 0 // CANT, a name
		}
		return 2
	case "gonna", "gotta", "wanna", "gimme", "lemme", "didnt", "outta", "cannot":
		return 3
	case "isnt":
		return 2
	case "doesnt":
		return 4
	case "wasnt", "hasnt":
		return 3
	case "couldnt", "wouldnt":
		return 5
	case "shouldnt":
		return 6
	case "werent", "havent":
		return 4
	}
	return 0
}

// chunk cuts a stretch without white space.
func (z *tokenizer) chunk(lo, hi int) {
	s := z.text[:hi]
	for i := lo; i < hi; {
		c := s[i]
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case asciiLetter(c) || asciiDigit(c) || c >= utf8.RuneSelf && wordRune(r):
			i = z.word(lo, i, hi)
			continue
		case c == '\'' || r == '’' || r == '‘' || r == 'ʼ':
			i = z.apostrophe(lo, i, n, hi)
			continue
		case c == '.':
			j := run(s, i, '.')
			if j == i+1 && j < hi && (asciiDigit(s[j])) && (i == lo || !digitBefore(s, i)) {
				i = z.number(i, hi)
				continue
			}
			if j < hi && (s[j] == '?' || s[j] == '!') {
				for j < hi && (s[j] == '?' || s[j] == '!' || s[j] == '.') {
					j++
				}
			}
			z.emit(i, j)
			i = j
			continue
		case c == '?' || c == '!':
			j := i
			for j < hi && (s[j] == '?' || s[j] == '!') {
				j++
			}
			z.emit(i, j)
			i = j
			continue
		case c == '-' || c == '*' || c == '=' || c == '_' || c == '~' || c == '+' || c == '`' || c == '#' || c == '<' || c == '>' || c == '^' || c == '|' || c == '\\' || c == '$':
			if (c == '+' || c == '-') && i == lo && i+1 < hi && asciiDigit(s[i+1]) {
				i = z.number(i, hi)
				continue
			}
			if c == '#' && i+1 < hi && (asciiLetter(s[i+1]) || asciiDigit(s[i+1])) {
				j := i + 1
				for j < hi && (asciiLetter(s[j]) || asciiDigit(s[j]) || s[j] == '_') {
					j++
				}
				z.emit(i, j)
				i = j
				continue
			}
			j := run(s, i, c)
			z.emit(i, j)
			i = j
			continue
		case c == '@':
			j := i + 1
			for j < hi && (asciiLetter(s[j]) || asciiDigit(s[j]) || s[j] == '_') {
				j++
			}
			z.emit(i, j)
			i = j
			continue
		case c == ':' || c == ';':
			if j := emoticon(s, lo, i, hi); j > 0 {
				z.emit(i, j)
				i = j
				continue
			}
		case r == '…' || r == '—' || r == '–' || r == '―':
			j := i + n
			for strings.HasPrefix(s[j:], s[i:i+n]) {
				j += n
			}
			z.emit(i, j)
			i = j
			continue
		case emojiRune(r):
			j := i + n
			for j < hi {
				q, m := utf8.DecodeRuneInString(s[j:])
				if q == 0x200D || q == 0xFE0F || q == 0x20E3 || q >= 0x1F3FB && q <= 0x1F3FF || q >= 0xE0020 && q <= 0xE007F {
					j += m
					if q == 0x200D && j < hi {
						if q, m := utf8.DecodeRuneInString(s[j:]); emojiRune(q) {
							j += m
						}
					}
					continue
				}
				if q >= 0x1F1E6 && q <= 0x1F1FF && r >= 0x1F1E6 && r <= 0x1F1FF && j == i+n {
					j += m // the second half of a flag
					continue
				}
				break
			}
			z.emit(i, j)
			i = j
			continue
		}
		z.emit(i, i+n)
		i += n
	}
}

// run returns the end of the run of c at i.
func run(s string, i int, c byte) int {
	for i < len(s) && s[i] == c {
		i++
	}
	return i
}

func digitBefore(s string, i int) bool { return i > 0 && asciiDigit(s[i-1]) }

// emoticon returns the end of a :-) at i, 0 if there is none.
func emoticon(s string, lo, i, hi int) int {
	if i > lo && (asciiLetter(s[i-1]) || asciiDigit(s[i-1])) && i+2 != hi {
		return 0
	}
	j := i + 1
	if j < hi && s[j] == '-' {
		j++
	}
	if j < hi && strings.IndexByte(")(DPp/|", s[j]) >= 0 && (j+1 == hi || !asciiLetter(s[j+1]) && s[j+1] != '/') {
		if s[j] == '/' && s[i] == ':' && j+1 < hi {
			return 0
		}
		return j + 1
	}
	return 0
}

// number emits the number at i with a sign or point before it.
func (z *tokenizer) number(i, hi int) int {
	j := i + 1
	s := z.text[:hi]
	for j < hi && (asciiDigit(s[j]) || j+1 < hi && (s[j] == '.' || s[j] == ',') && asciiDigit(s[j+1])) {
		j++
	}
	z.emit(i, j)
	return j
}
