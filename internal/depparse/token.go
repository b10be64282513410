package depparse

// Token is what the parser knows of a word.
type Token struct {
	// Word and Tag are 64-bit hashes of the normalised form and of the part of
	// speech, WordTag of both, Cluster of the word's cluster.
	Word, Tag, WordTag, Cluster uint64
	Class                       Class
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

// Tags are the tags of a tag set, made ready for parsing: index them by tag.
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

// Token makes a Token of a word and the number of its tag.
func (t *Tags) Token(form string, tag uint8) Token {
	w := hashWord(form)
	h := t.hash[tag]
	return Token{Word: w, Tag: h, WordTag: scramble(w + rot(h, 21)), Class: t.class[tag]}
}

// hashWord hashes the ASCII-lower-cased form with its digits made equal.
func hashWord(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case '0' <= c && c <= '9':
			c = '0'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return scramble(h)
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
