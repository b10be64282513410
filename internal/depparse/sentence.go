package depparse

// small[i] are hashes of small numbers.
var small = func() (t [256]uint64) {
	for i := range t {
		t[i] = scramble(uint64(i)*0x9e3779b97f4a7c15 + 12345)
	}
	return
}()

// pad is the Token of a position outside the sentence.
var pad = Token{Word: scramble(101), Tag: scramble(102), WordTag: scramble(103), Suffix: scramble(104), Fine: scramble(105), Coarse: scramble(106), Super: scramble(107)}

// sentence is the sentence being parsed with what is counted in advance.
type sentence struct {
	tok []Token
	// count[i] counts the classes of the words before word i, 8 bits each:
	// class c in byte c-1. Sentences have at most maxLen words, so that no
	// byte overflows.
	count []uint64
	// The verbs before and behind each word: -1 and the length for none.
	prevVerb, nextVerb []int16
}

// maxLen is the length of the longest stretch parsed at once.
const maxLen = 250

func (s *sentence) at(i int) *Token {
	if uint(i) < uint(len(s.tok)) {
		return &s.tok[i]
	}
	return &pad
}

func (s *sentence) prepare() {
	n := len(s.tok)
	if cap(s.count) < n+1 {
		s.count = make([]uint64, n+1, n+n/2+2)
	}
	s.count = s.count[:n+1]
	var c uint64
	for i := range s.tok {
		s.count[i] = c
		if k := s.tok[i].Class; k != Other {
			c += 1 << (8 * (k - 1))
		}
	}
	s.count[n] = c
	if cap(s.prevVerb) < n {
		s.prevVerb, s.nextVerb = make([]int16, n, n+n/2), make([]int16, n, n+n/2)
	}
	s.prevVerb, s.nextVerb = s.prevVerb[:n], s.nextVerb[:n]
	last := int16(none)
	for i := range s.tok {
		s.prevVerb[i] = last
		if s.tok[i].Class == VerbClass {
			last = int16(i)
		}
	}
	last = int16(n)
	for i := n - 1; i >= 0; i-- {
		s.nextVerb[i] = last
		if s.tok[i].Class == VerbClass {
			last = int16(i)
		}
	}
}

// between hashes which classes of words lie between words i and j, i < j, and
// whether there are more than one.
func (s *sentence) between(i, j int) uint64 {
	const low, high = 0x7f7f7f7f7f7f7f7f, 0x8080808080808080
	d := s.count[j] - s.count[i+1]
	one := ((d & low) + low | d) & high
	two := ((d & low) + 0x7e7e7e7e7e7e7e7e | d) & high
	return (one | two>>1) * 0x9e3779b97f4a7c15
}

// distance puts distances into few classes.
func distance(d int) int {
	switch {
	case d < 6:
		return d
	case d < 11:
		return 6
	case d < 21:
		return 7
	}
	return 8
}
