// Package words computes what the taggers look at in a word: hashes of its
// forms and affixes, and its shape. Each word is looked at once, for all
// models.
package words

import (
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/internal/linear"
)

// Word is a word as the models see it. The hashes ignore which marks a
// typesetter chose (“ and ", ’ and '), and read digits as 0.
type Word struct {
	Form, Low                    uint32
	Suf1, Suf2, Suf3, Suf4       uint32
	Pre1, Pre2, Pre3             uint32
	Shape                        uint32 // with runs shortened, and the sentence's Case
	Fine, Coarse                 uint16 // distributional classes, 0 for none; Set clears them
	Near, Group                  uint16 // class of words that mean the like and its group, 0 for none; Set clears them
	Lex                          uint16 // what word lists say of it; Set clears it
	Cap, Upper, Digit, Pun, Long bool   // begins upper-case; is all upper-case; has a digit; has no letter or digit; has 2 letters or more
}

// Case is the manner in which a sentence uses capitals.
type Case uint8

// The cases.
const (
	Normal Case = iota
	Title       // most words capitalised: a headline
	Caps        // all capitals
	Lower       // none
)

const maxWord = 48

// Set computes w from text.
func (w *Word) Set(text string) {
	var buf [maxWord]byte
	*w = Word{}
	n := 0
	shape := uint32(0)
	var last byte
	runs := 0
	letters, uppers := 0, 0
	w.Pun = true
	for i := 0; i < len(text); {
		c := text[i]
		var class byte
		size := 1
		switch {
		case 'a' <= c && c <= 'z':
			class = 'x'
			letters++
		case 'A' <= c && c <= 'Z':
			class = 'X'
			letters++
			uppers++
			c |= 0x20
		case '0' <= c && c <= '9':
			class = 'd'
			w.Digit = true
			c = '0'
		case c < utf8.RuneSelf:
			class = c
			if c == '`' {
				c = '\''
			}
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(text[i:])
			switch {
			case r == '’' || r == '‘' || r == 'ʼ':
				c, class = '\'', '\''
			case r == '“' || r == '”' || r == '«' || r == '»':
				c, class = '"', '"'
			case r == '—' || r == '–' || r == '―' || r == '‐' || r == '‑':
				c, class = '-', '-'
			case r == '…':
				c, class = '.', '.'
			case unicode.IsLetter(r):
				letters++
				class = 'x'
				if unicode.IsUpper(r) {
					class = 'X'
					uppers++
					r = unicode.ToLower(r)
				}
				if n+4 <= maxWord {
					n += utf8.EncodeRune(buf[n:n+4], r)
				}
				c = 0
			default:
				class = '?'
				if n+4 <= maxWord {
					n += copy(buf[n:n+4], text[i:i+size])
				}
				c = 0
			}
		}
		if c != 0 && n < maxWord {
			buf[n] = c
			n++
		}
		if i == 0 {
			w.Cap = class == 'X'
		}
		if class == 'x' || class == 'X' || class == 'd' {
			w.Pun = false
		}
		if class != last {
			last, runs = class, 0
		}
		if runs < 2 {
			shape = shape*31 + uint32(class)
		}
		runs++
		i += size
	}
	w.Upper = letters > 0 && uppers == letters
	w.Long = letters > 1
	low := buf[:n]
	w.Low = hash(low)
	w.Form = w.Low
	if w.Cap {
		w.Form = linear.F1(1, w.Low)
		if w.Upper && w.Long {
			w.Form = linear.F1(2, w.Low)
		}
	}
	w.Shape = linear.F1(3, shape)
	at := func(k int) uint32 { return hash(low[max(0, n-k):]) }
	w.Suf1, w.Suf2, w.Suf3, w.Suf4 = at(1), at(2), at(3), at(4)
	w.Pre1, w.Pre2, w.Pre3 = hash(low[:min(n, 1)]), hash(low[:min(n, 2)]), hash(low[:min(n, 3)])
}

func hash(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	h ^= h >> 15
	h *= 0x2C1B3C6D
	h ^= h >> 13
	return h
}

// CaseOf tells how the words of a sentence use capitals, and, unless that is
// Normal, makes their shapes say so: in such sentences a capital tells
// little.
func CaseOf(ws []Word) Case {
	var words, long, caps, upper, lower int
	for i := range ws {
		w := &ws[i]
		if w.Pun || w.Digit {
			continue
		}
		words++
		if w.Upper && w.Long {
			upper++
		}
		if !w.Cap {
			lower++
		}
		if w.Long {
			long++
			if w.Cap {
				caps++
			}
		}
	}
	c := Normal
	switch {
	case words >= 3 && upper*10 >= words*8:
		c = Caps
	case words >= 4 && long >= 3 && caps*10 >= long*7:
		c = Title
	case words >= 5 && lower == words:
		c = Lower
	}
	if c == Normal {
		return c
	}
	for i := range ws {
		w := &ws[i]
		if w.Pun {
			continue
		}
		if c == Caps {
			w.Form = linear.F1(4, w.Low)
			w.Shape = linear.F1(5, b2u(w.Digit))
		} else {
			w.Shape = linear.F2(6, w.Shape, uint32(c))
			if c == Title {
				w.Form = linear.F2(7, w.Low, b2u(w.Cap))
			}
		}
	}
	return c
}

func b2u(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}
