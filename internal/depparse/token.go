package depparse

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"slices"

	"github.com/onrecord/onrecord/internal/words"
)

// Token is what the parser knows of a word.
type Token struct {
	// 64-bit hashes of the normalised form, the part of speech, both, the
	// ending, and the fine and coarse classes.
	Word, Tag, WordTag, Suffix, Fine, Coarse uint64
	// Super is set by the parser.
	Super uint64

	Class Class
}

// Class is a coarse class of words, counted between two words.
type Class uint8

// The classes. All but Other are counted.
const (
	Other Class = iota
	VerbClass
	NounClass
	CommaClass
	ColonClass
	CoordClass
	PrepClass
	QuoteClass
	WhClass
)

// classOf maps the Penn treebank's tags to classes.
func classOf(tag string) Class {
	switch tag {
	case "VBD", "VBP", "VBZ", "MD", "VB":
		return VerbClass
	case "NN", "NNS", "NNP", "NNPS", "PRP":
		return NounClass
	case ",":
		return CommaClass
	case ":", "-LRB-", "-RRB-":
		return ColonClass
	case "CC":
		return CoordClass
	case "IN", "TO":
		return PrepClass
	case "``", "''":
		return QuoteClass
	case "WDT", "WP", "WP$", "WRB":
		return WhClass
	}
	return Other
}

// Tags are the tags of a tag set, made ready for parsing.
type Tags struct {
	hash  []uint64
	class []Class
}

// NewTags makes Tags of the names of a tag set in the order of its numbers.
func NewTags(names []string) *Tags {
	t := &Tags{}
	for _, n := range names {
		t.hash = append(t.hash, hashString(n)*7)
		t.class = append(t.class, classOf(n))
	}
	return t
}

// Token makes a Token of a word, whose classes are set, and the number of its
// tag.
func (t *Tags) Token(w *words.Word, tag uint8) Token {
	if int(tag) >= len(t.hash) {
		tag = 0
	}
	h := t.hash[tag]
	x := Token{Word: scramble(uint64(w.Low)), Tag: h, Suffix: scramble(uint64(w.Suf3) + 77), Class: t.class[tag]}
	x.WordTag = scramble(x.Word + rot(h, 21))
	switch {
	case w.Fine == 0 && w.Near == 0:
		// A word that is not known goes by its tag and ending.
		x.Fine, x.Coarse = scramble(x.Suffix+h), h
	case w.Fine == 0:
		x.Fine, x.Coarse = scramble(uint64(w.Near)+9000), h
	default:
		x.Fine, x.Coarse = scramble(uint64(w.Fine)+1000), scramble(uint64(w.Coarse)+5000)
	}
	return x
}

// Clusters holds the classes of words, fine and coarse ones, by the hash of
// their lower-case form. It is read-only.
type Clusters struct {
	mask         uint32
	keys         []uint32
	fine, coarse []uint16
}

// NewClusters makes Clusters of words' hashes and their classes, which are
// numbered from 1.
func NewClusters(keys []uint32, fine, coarse []uint16) *Clusters {
	n := 16
	for n < 2*len(keys) {
		n *= 2
	}
	c := &Clusters{mask: uint32(n - 1), keys: make([]uint32, n), fine: make([]uint16, n), coarse: make([]uint16, n)}
	for i, k := range keys {
		at := k & c.mask
		for c.fine[at] != 0 {
			at = (at + 1) & c.mask
		}
		c.keys[at], c.fine[at], c.coarse[at] = k, fine[i], coarse[i]
	}
	return c
}

// Get returns the classes of the word whose lower-case form has hash k, 0 and
// 0 where it has none.
func (c *Clusters) Get(k uint32) (fine, coarse uint16) {
	for at := k & c.mask; c.fine[at] != 0; at = (at + 1) & c.mask {
		if c.keys[at] == k {
			return c.fine[at], c.coarse[at]
		}
	}
	return 0, 0
}

// WriteTo writes c, by key.
func (c *Clusters) WriteTo(w io.Writer) (int64, error) {
	var order []int
	for i, f := range c.fine {
		if f != 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(c.keys[a], c.keys[b]) })
	keys, fine, coarse := make([]uint32, len(order)), make([]uint16, len(order)), make([]uint16, len(order))
	for i, k := range order {
		keys[i], fine[i], coarse[i] = c.keys[k], c.fine[k], c.coarse[k]
	}
	n := uint32(len(order))
	for _, x := range []any{n, keys, fine, coarse} {
		if err := binary.Write(w, binary.LittleEndian, x); err != nil {
			return 0, err
		}
	}
	return int64(4 + 8*n), nil
}

// ReadClusters reads what WriteTo wrote.
func ReadClusters(r io.Reader) (*Clusters, error) {
	var n uint32
	if err := binary.Read(r, binary.LittleEndian, &n); err != nil {
		return nil, fmt.Errorf("word clusters: %w", err)
	}
	if n > 1<<20 {
		return nil, fmt.Errorf("word clusters: %d words", n)
	}
	keys, fine, coarse := make([]uint32, n), make([]uint16, n), make([]uint16, n)
	for _, x := range []any{keys, fine, coarse} {
		if err := binary.Read(r, binary.LittleEndian, x); err != nil {
			return nil, fmt.Errorf("word clusters: %w", err)
		}
	}
	return NewClusters(keys, fine, coarse), nil
}

func hashString(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return scramble(h)
}

func scramble(h uint64) uint64 {
	h ^= h >> 31
	h *= 0x7fb5d329728ea185
	h ^= h >> 27
	h *= 0x81dadef4bc2dd44d
	h ^= h >> 33
	return h
}

func rot(x uint64, k int) uint64 { return x<<k | x>>(64-k) }
