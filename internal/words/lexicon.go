package words

import (
	"strings"

	"github.com/onrecord/onrecord/internal/linear"
)

// What word lists say of a word, as bits of Word.Lex.
const (
	FirstName uint16 = 1 << iota
	Surname
	InPlace // part of the name of a place, as it stands in the sentence
	InOrganization
	OrgNoun
	PersonNoun
	PlaceNoun
	first // the first word of a longer name
	// A name of one word, shifted up to be told from part of one.
	alone      = 8
	placeAlone = InPlace << alone
	orgAlone   = InOrganization << alone
)

// Lexicon holds word lists as a hash table. Build it, then share it
// read-only.
type Lexicon struct {
	mask uint32
	keys []uint32
	bits []uint16
	n    int
	long map[uint32]uint16 // kinds of names of several words, by their hash
	w    Word              // for hashing, while lists are added
}

// NewLexicon returns an empty lexicon with room for n words.
func NewLexicon(n int) *Lexicon {
	size := 16
	for size < n*2 {
		size *= 2
	}
	return &Lexicon{mask: uint32(size - 1), keys: make([]uint32, size), bits: make([]uint16, size), long: map[uint32]uint16{}}
}

func (l *Lexicon) add(k uint32, bits uint16) {
	i := k & l.mask
	for l.keys[i] != 0 && l.keys[i] != k {
		i = (i + 1) & l.mask
	}
	if l.keys[i] == 0 {
		if l.n*4 > len(l.keys)*3 {
			return // full: NewLexicon was told too small a number
		}
		l.n++
	}
	l.keys[i] = k
	l.bits[i] |= bits
}

// Add adds a lower-case word of the kinds given by bits.
func (l *Lexicon) Add(word string, bits uint16) {
	l.w.Set(word)
	l.add(l.w.Low|1, bits)
}

// AddName adds the lower-case name of a place or an organisation, of one word
// or several; kind is InPlace or InOrganization.
func (l *Lexicon) AddName(name string, kind uint16) {
	h, n := uint32(0), 0
	begin := uint32(0)
	for rest := name; rest != ""; {
		i := strings.IndexAny(rest, " -")
		word, mark := rest, ""
		if i >= 0 {
			word, mark, rest = rest[:i], strings.TrimSpace(rest[i:i+1]), rest[i+1:]
		} else {
			rest = ""
		}
		for _, w := range [...]string{word, mark} {
			if w == "" {
				continue
			}
			l.w.Set(w)
			if n == 0 {
				begin = l.w.Low
			}
			h = linear.F2(9, h, l.w.Low)
			n++
		}
	}
	if n == 1 {
		l.add(begin|1, kind<<alone)
		return
	}
	l.add(begin|1, first)
	l.long[h] |= kind
}

// get returns the bits of a word's hash.
func (l *Lexicon) get(k uint32) uint16 {
	k |= 1
	for i := k & l.mask; l.keys[i] != 0; i = (i + 1) & l.mask {
		if l.keys[i] == k {
			return l.bits[i]
		}
	}
	return 0
}

// LookUp sets Lex of the words of a sentence.
func (l *Lexicon) LookUp(ws []Word) {
	var until [2]int // the ends of the names that the walk is in
	for i := range ws {
		w := &ws[i]
		b := l.get(w.Low)
		w.Lex = b & (FirstName | Surname | OrgNoun | PersonNoun | PlaceNoun)
		if w.Cap {
			if b&placeAlone != 0 {
				until[0] = max(until[0], i+1)
			}
			if b&orgAlone != 0 {
				until[1] = max(until[1], i+1)
			}
			if b&first != 0 {
				h := uint32(0)
				for j := i; j < len(ws) && j < i+7; j++ {
					h = linear.F2(9, h, ws[j].Low)
					if j == i {
						continue
					}
					k := l.long[h]
					if k&InPlace != 0 {
						until[0] = max(until[0], j+1)
					}
					if k&InOrganization != 0 {
						until[1] = max(until[1], j+1)
					}
				}
			}
		} else {
			w.Lex &^= FirstName | Surname
		}
		if i < until[0] {
			w.Lex |= InPlace
		}
		if i < until[1] {
			w.Lex |= InOrganization
		}
	}
}
