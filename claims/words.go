package claims

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is what a lexeme is made of.
type shape uint8

const (
	letters shape = iota
	digits        // a number in figures: "1,200.5"
	mark          // one rune that is neither
)

// lexeme is one word, number or mark of a text. The grammars of amounts and
// times read these rather than the annotation's tokens, since they need
// "$1.2bn" and "44-year-old" in parts and must work on bare text too.
type lexeme struct {
	start, end int
	low        string // in lower case, a typographic apostrophe made plain
	shape      shape
	glued      bool // no white space before it
	upper      bool // begins with a capital letter
	used       bool // part of a time already
}

// lex splits text[from:to] into lexemes, appending them to dst.
func lex(dst []lexeme, text string, from, to int) []lexeme {
	space := true
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(text[i:to])
		if unicode.IsSpace(r) {
			space = true
			i += n
			continue
		}
		w := lexeme{start: i, glued: !space}
		space = false
		switch {
		case '0' <= r && r <= '9':
			w.shape = digits
			j := i
			for j < to {
				c := text[j]
				if '0' <= c && c <= '9' {
					j++
					continue
				}
				// A comma groups three digits, a point needs one.
				if c == ',' && j+3 < to && isDigits(text[j+1:j+4]) && (j+4 >= to || !isDigit(text[j+4])) && j-i <= 15 {
					j += 4
					continue
				}
				if c == '.' && j+1 < to && isDigit(text[j+1]) {
					j += 2
					continue
				}
				break
			}
			w.end, w.low = j, text[i:j]
		case unicode.IsLetter(r):
			w.upper = unicode.IsUpper(r)
			j := i + n
			for j < to {
				r, n := utf8.DecodeRuneInString(text[j:to])
				if unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) {
					j += n
					continue
				}
				if r == '\'' || r == '’' || r == '.' {
					// inside a word only: "don't", "a.m", "U.S"
					q, _ := utf8.DecodeRuneInString(text[j+n : to])
					if unicode.IsLetter(q) && (r != '.' || short(text[i:j]) && short(letterRun(text[j+n:to]))) {
						j += n
						continue
					}
				}
				break
			}
			w.end = j
			w.low = strings.ToLower(text[i:j])
			if strings.Contains(w.low, "’") {
				w.low = strings.ReplaceAll(w.low, "’", "'")
			}
			// "Monday's", "last year's": the time is apart from the rest.
			if base, ok := strings.CutSuffix(w.low, "'s"); ok && namesTime(base) {
				w.low = base
				w.end = i + len(base)
			}
		default:
			w.shape = mark
			w.end, w.low = i+n, text[i:i+n]
		}
		i = w.end
		dst = append(dst, w)
	}
	return dst
}

// namesTime reports whether a word names a time that may own something.
func namesTime(w string) bool {
	_, day := weekdays[w]
	return day || grainWord(w) || w == "today" || w == "yesterday" || w == "tomorrow" || w == "tonight" || w == "weekend" || len(w) > 2 && months[w] > 0
}

// short reports whether s is what abbreviations in letters are made of: one
// letter, alone or behind a point.
func short(s string) bool {
	if i := strings.LastIndexByte(s, '.'); i >= 0 {
		s = s[i+1:]
	}
	return utf8.RuneCountInString(s) == 1
}

func letterRun(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return s[:i]
		}
	}
	return s
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return len(s) > 0
}

// lexed is a stretch of lexemes under reading; out of range it gives marks
// that equal nothing.
type lexed []lexeme

func (l lexed) low(i int) string {
	if i < 0 || i >= len(l) || l[i].used {
		return ""
	}
	return l[i].low
}

func (l lexed) is(i int, words ...string) bool {
	w := l.low(i)
	if w == "" {
		return false
	}
	for _, x := range words {
		if w == x {
			return true
		}
	}
	return false
}

func (l lexed) in(i int, set map[string]bool) bool { return set[l.low(i)] }

// glued reports whether i stands right behind i-1.
func (l lexed) glued(i int) bool { return i > 0 && i < len(l) && l[i].glued }

// hyphen reports whether i is a hyphen or dash inside a compound.
func (l lexed) hyphen(i int) bool {
	return l.is(i, "-", "‐", "‑", "–") && l.glued(i) && l.glued(i+1)
}

func (l lexed) ok(i int) bool { return i >= 0 && i < len(l) && !l[i].used }

// occurrences are the places in text, in bytes, at which words stand, one behind the
// end of the other.
func occurrences(text, words string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := 0; words != ""; {
			i := strings.Index(text[at:], words)
			if i < 0 || !yield(at+i) {
				return
			}
			at += i + len(words)
		}
	}
}

// saysAt reports whether words, in small letters, stand from token i on.
func (ar *article) saysAt(i int, words []string) bool {
	for k, x := range words {
		if !strings.EqualFold(ar.a.Word(i+k), x) {
			return false
		}
	}
	return true
}

// keysOf is the set of all that keys list.
func keysOf(keys ...iter.Seq[string]) map[string]bool {
	m := map[string]bool{}
	for _, words := range keys {
		for w := range words {
			m[w] = true
		}
	}
	return m
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
