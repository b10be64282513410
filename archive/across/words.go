package across

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A text is a sequence of words, each a hash. The lowest bit is set for words
// that carry meaning of their own, so that it need not be looked up again.

const contentBit = 1

func isContent(w uint32) bool { return w&contentBit != 0 }

// weight is what a word counts for when two texts are compared.
func weight(w uint32) int {
	if isContent(w) {
		return 6
	}
	return 1
}

const (
	fnvStart = 2166136261
	fnvPrime = 16777619
)

// stopWords carry little meaning of their own. Negations are not among them.
var stopWords = hashes(`a about after again all also am an and any are as at be because been before being but by can could did do does doing
down during each few for from further had has have having he her here hers him his how i if in into is it its just me more most my of off on once only
or other our out over own same she should so some such than that the their theirs them then there these they this those through to too under until up
very was we were what when where which while who whom why will with would you your im ive weve were youre theyre hes shes its thats`)

// hashSet is a small set of hashes, looked into for every word.
type hashSet [1024]uint32

func hashes(list string) *hashSet {
	s := new(hashSet)
	for w := range strings.FieldsSeq(list) {
		h := hashString(w)
		i := h % uint32(len(s))
		for s[i] != 0 {
			i = (i + 1) % uint32(len(s))
		}
		s[i] = h
	}
	return s
}

func (s *hashSet) has(h uint32) bool {
	for i := h % uint32(len(s)); s[i] != 0; i = (i + 1) % uint32(len(s)) {
		if s[i] == h {
			return true
		}
	}
	return false
}

// appendWords appends the words of text to dst: runs of letters and digits,
// case folded. Apostrophes within a word are passed over ("don't" and "dont"
// are one word), as are commas within numbers; points within numbers count.
func appendWords(dst []uint32, text string) []uint32 {
	h, in, digit := uint32(fnvStart), false, false
	end := func() {
		if in {
			w := h &^ contentBit
			if !stopWords.has(h) {
				w |= contentBit
			}
			dst = append(dst, w)
		}
		h, in = fnvStart, false
	}
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= c && c <= 'z':
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case '0' <= c && c <= '9':
				h, in, digit = (h^uint32(c))*fnvPrime, true, true
				continue
			case c == '\'' && in && i < len(text) && letterAt(text[i:]):
				continue
			case (c == ',' || c == '.') && in && digit && i < len(text) && '0' <= text[i] && text[i] <= '9':
				if c == '.' {
					h = (h ^ '.') * fnvPrime
				}
				continue
			default:
				end()
				continue
			}
			h, in, digit = (h^uint32(c))*fnvPrime, true, false
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		switch {
		case r == '\u2019' && in && letterAt(text[i:]):
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			r = unicode.ToLower(r)
			var b [utf8.UTFMax]byte
			for _, c := range b[:utf8.EncodeRune(b[:], r)] {
				h = (h ^ uint32(c)) * fnvPrime
			}
			in, digit = true, false
		default:
			end()
		}
	}
	end()
	return dst
}

func letterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// mix spreads the bits of x (the finalizer of splitmix64).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// hashWords is a hash of a sequence of words.
func hashWords(words []uint32) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		h = mix(h ^ uint64(w))
	}
	return h
}
