package depparse

// small[i] are hashes of small numbers.
var small = func() (t [256]uint64) {
	for i := range t {
		t[i] = scramble(uint64(i)*0x9e3779b97f4a7c15 + 12345)
	}
	return
}()

// A feature is the sum of hashes of its parts, each turned so that their order
// counts, and of its template (Zobrist hashing with addition); its row is the
// sum's high bits. So one feature costs a few additions and one load.

// pad is the Token of a position outside the sentence.
var pad = Token{Word: scramble(101), Tag: scramble(102), WordTag: scramble(103), Suffix: scramble(104), Fine: scramble(105), Coarse: scramble(106)}

// sentence is the sentence being parsed with what is counted in advance.
type sentence struct {
	tok []Token
	// count[i] counts the classes of the words before word i, 8 bits each:
	// class c in byte c-1. Sentences have at most maxLen words, so that no
	// byte overflows.
	count []uint64
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

const maxFeatures = 256

// feats collects the rows of features.
type feats struct {
	n   int
	row [maxFeatures]uint32
}

// moveFeatures collects the features of a state for choosing the next move.
func (s *sentence) moveFeatures(st *state, items []item, f *feats, bits uint) {
	sh := 64 - bits
	n := 0
	var t uint64
	add := func(h uint64) {
		t += 0x9e3779b97f4a7c15
		f.row[uint8(n)] = uint32((h + t*0xd1342543de82ef95) >> sh)
		n++
	}
	var empty = item{word: none, lc: none, lc2: none, rc: none, rc2: none, below: none}
	s0, s1, s2 := &empty, &empty, &empty
	if st.top >= 0 {
		s0 = &items[st.top]
		if s0.below >= 0 {
			s1 = &items[s0.below]
			if s1.below >= 0 {
				s2 = &items[s1.below]
			}
		}
	}
	b0 := &st.first
	b := int(st.b)
	ts0, ts1, ts2 := s.at(int(s0.word)), s.at(int(s1.word)), s.at(int(s2.word))
	tb0, tb1, tb2 := s.at(b), s.at(b+1), s.at(b+2)
	tb3 := s.at(b + 3)

	add(0)
	// single words
	add(ts0.WordTag)
	add(ts0.Word)
	add(ts0.Tag)
	add(ts1.WordTag)
	add(ts1.Word)
	add(ts1.Tag)
	add(ts2.WordTag)
	add(ts2.Tag)
	add(tb0.WordTag)
	add(tb0.Word)
	add(tb0.Tag)
	add(tb1.WordTag)
	add(tb1.Word)
	add(tb1.Tag)
	add(tb2.WordTag)
	add(tb2.Tag)
	add(tb3.Tag)
	// pairs
	add(ts0.WordTag + rot(tb0.WordTag, 7))
	add(ts0.WordTag + rot(tb0.Word, 7))
	add(ts0.Word + rot(tb0.WordTag, 7))
	add(ts0.WordTag + rot(tb0.Tag, 7))
	add(ts0.Tag + rot(tb0.WordTag, 7))
	add(ts0.Tag + rot(tb0.Tag, 7))
	add(ts1.WordTag + rot(ts0.WordTag, 7))
	add(ts1.WordTag + rot(ts0.Word, 7))
	add(ts1.Word + rot(ts0.WordTag, 7))
	add(ts1.WordTag + rot(ts0.Tag, 7))
	add(ts1.Tag + rot(ts0.WordTag, 7))
	add(ts1.Tag + rot(ts0.Tag, 7))
	add(ts1.WordTag + rot(tb0.Tag, 7))
	add(ts1.Tag + rot(tb0.WordTag, 7))
	add(ts1.Word + rot(tb0.Word, 7))
	add(tb0.Tag + rot(tb1.Tag, 7))
	add(tb0.Word + rot(tb1.Word, 7))
	add(tb0.WordTag + rot(tb1.Tag, 7))
	add(ts0.WordTag + rot(tb1.Tag, 7))
	// triples of tags
	s0b0 := ts0.Tag + rot(tb0.Tag, 7)
	s1s0 := ts1.Tag + rot(ts0.Tag, 7)
	add(s0b0 + rot(tb1.Tag, 13))
	add(s0b0 + rot(ts1.Tag, 13))
	add(s1s0 + rot(ts2.Tag, 13))
	add(s0b0 + rot(tb1.Tag, 13) + rot(tb2.Tag, 19))
	add(s0b0 + rot(ts1.Tag, 13) + rot(tb1.Tag, 19))
	add(tb0.Tag + rot(tb1.Tag, 7) + rot(tb2.Tag, 13))
	add(ts0.Tag + rot(tb0.WordTag, 7) + rot(tb1.Tag, 13))
	add(ts0.WordTag + rot(tb0.Tag, 7) + rot(tb1.Tag, 13))
	add(s1s0 + rot(tb0.WordTag, 13))
	add(ts1.WordTag + rot(ts0.Tag, 7) + rot(tb0.Tag, 13))
	add(ts1.Tag + rot(ts0.WordTag, 7) + rot(tb0.Tag, 13))
	// classes of words
	add(ts0.Fine + rot(tb0.Fine, 7))
	add(ts1.Fine + rot(ts0.Fine, 7))
	add(ts0.Coarse + rot(tb0.Coarse, 7))
	add(ts1.Coarse + rot(ts0.Coarse, 7))
	add(ts0.Fine + rot(tb0.Tag, 7))
	add(ts0.Tag + rot(tb0.Fine, 7))
	add(ts1.Fine + rot(ts0.Tag, 7))
	add(ts1.Tag + rot(ts0.Fine, 7))
	add(ts0.Fine)
	add(ts1.Fine)
	add(tb0.Fine)
	add(tb1.Fine)
	add(ts0.Coarse + rot(tb0.Coarse, 7) + rot(tb1.Coarse, 13))
	add(ts1.Coarse + rot(ts0.Coarse, 7) + rot(tb0.Coarse, 13))
	add(tb0.Coarse + rot(tb1.Coarse, 7) + rot(tb2.Coarse, 13))
	add(ts1.Fine + rot(ts0.Coarse, 7) + rot(tb0.Coarse, 13))
	add(ts1.Coarse + rot(ts0.Fine, 7) + rot(tb0.Coarse, 13))
	add(ts1.Coarse + rot(ts0.Coarse, 7) + rot(tb0.Fine, 13))
	add(ts0.Suffix + rot(tb0.Suffix, 7))
	add(ts1.Suffix + rot(ts0.Suffix, 7))
	add(ts0.Suffix + rot(ts0.Tag, 7))
	add(tb0.Suffix + rot(tb0.Tag, 7))
	add(tb1.Suffix + rot(tb1.Tag, 7))
	// dependents
	dep := func(c int16, rel uint8, head *Token, other uint64) {
		tc := s.at(int(c))
		add(tc.Tag + rot(head.Tag, 7) + rot(other, 13))
		add(tc.Word + rot(head.Tag, 7))
		add(small[rel] + rot(head.Tag, 7) + rot(other, 13))
	}
	dep(s0.lc, s0.ll, ts0, tb0.Tag)
	dep(s0.rc, s0.rl, ts0, tb0.Tag)
	dep(s0.rc2, s0.rl2, ts0, tb0.Tag)
	dep(s0.lc2, s0.ll2, ts0, tb0.Tag)
	dep(b0.lc, b0.ll, tb0, ts0.Tag)
	dep(b0.lc2, b0.ll2, tb0, ts0.Tag)
	dep(s1.lc, s1.ll, ts1, ts0.Tag)
	dep(s1.rc, s1.rl, ts1, ts0.Tag)
	dep(s1.rc2, s1.rl2, ts1, ts0.Tag)
	dep(s0.lc, s0.ll, ts0, ts1.Tag)
	dep(s0.rc, s0.rl, ts0, ts1.Tag)
	add(ts1.WordTag + rot(s.at(int(s0.lc)).Word, 7))
	add(ts1.Tag + rot(s.at(int(s0.lc)).Word, 7) + rot(ts0.Tag, 13))
	add(ts0.Word + rot(tb0.Word, 7) + rot(s.at(int(b0.lc)).Word, 13))
	// valency and the relations so far
	add(ts0.WordTag + rot(small[s0.rval], 7))
	add(ts0.WordTag + rot(small[s0.lval], 7))
	add(ts0.Tag + rot(small[s0.rval], 7) + rot(tb0.Tag, 13))
	add(ts0.Tag + rot(small[s0.lval], 7) + rot(tb0.Tag, 13))
	add(ts1.WordTag + rot(small[s1.rval], 7))
	add(ts1.Tag + rot(small[s1.rval], 7) + rot(ts0.Tag, 13))
	add(tb0.WordTag + rot(small[b0.lval], 7))
	add(tb0.Tag + rot(small[b0.lval], 7) + rot(ts0.Tag, 13))
	set := func(x uint64) uint64 { return scramble(x) }
	l0, r0, r1, lb := set(s0.lset), set(s0.rset), set(s1.rset), set(b0.lset)
	add(ts0.WordTag + rot(l0, 7))
	add(ts0.WordTag + rot(r0, 7))
	add(ts1.WordTag + rot(r1, 7))
	add(tb0.WordTag + rot(lb, 7))
	add(ts0.Tag + rot(l0, 7) + rot(r0, 13))
	add(ts0.Tag + rot(r0, 7) + rot(tb0.Tag, 13))
	add(ts1.Tag + rot(r1, 7) + rot(ts0.Tag, 13))
	add(tb0.Tag + rot(lb, 7) + rot(ts0.Tag, 13))
	add(ts1.Tag + rot(set(s1.lset), 7) + rot(ts0.Tag, 13))
	// distance, and what lies between
	if s0.word >= 0 {
		d := small[distance(b-int(s0.word))]
		add(ts0.WordTag + rot(d, 29))
		add(tb0.WordTag + rot(d, 29))
		add(s0b0 + rot(d, 29))
		w := s.between(int(s0.word), min(b, len(s.tok)))
		add(s0b0 + rot(w, 29))
	}
	t = 1 << 60
	if s1.word >= 0 {
		d := small[distance(int(s0.word-s1.word))]
		add(ts0.WordTag + rot(d, 29))
		add(ts1.WordTag + rot(d, 29))
		add(s1s0 + rot(d, 29))
		w := s.between(int(s1.word), int(s0.word))
		add(s1s0 + rot(w, 29))
	}
	f.n = n
}

// relFeatures collects the features of attaching dependent d to head h.
func (s *sentence) relFeatures(d, h *item, f *feats, bits uint) {
	sh := 64 - bits
	n := 0
	var t uint64
	add := func(x uint64) {
		t += 0x9e3779b97f4a7c15
		f.row[uint8(n)] = uint32((x + t*0xd1342543de82ef95) >> sh)
		n++
	}
	td, th := s.at(int(d.word)), s.at(int(h.word))
	dir := small[0]
	if d.word > h.word {
		dir = small[1]
	}
	i := int(d.word)
	prev, next := s.at(i-1), s.at(i+1)
	lc, rc := s.at(int(d.lc)), s.at(int(d.rc))
	pair := td.Tag + rot(th.Tag, 7) + rot(dir, 31)
	add(dir)
	add(td.WordTag + rot(dir, 31))
	add(td.Word + rot(dir, 31))
	add(th.WordTag + rot(dir, 31))
	add(td.Tag + rot(dir, 31))
	add(th.Tag + rot(dir, 31))
	add(pair)
	add(td.WordTag + rot(th.WordTag, 7))
	add(td.WordTag + rot(th.Tag, 7) + rot(dir, 31))
	add(td.Tag + rot(th.WordTag, 7) + rot(dir, 31))
	add(pair + rot(prev.Tag, 13))
	add(pair + rot(next.Tag, 13))
	add(pair + rot(prev.Tag, 13) + rot(next.Tag, 19))
	add(pair + rot(s.at(int(h.word)+1).Tag, 13))
	add(pair + rot(s.at(int(h.word)-1).Tag, 13))
	add(pair + rot(lc.Word, 13))
	add(pair + rot(lc.Tag, 13))
	add(pair + rot(rc.Tag, 13))
	add(pair + rot(small[d.ll], 13))
	add(pair + rot(small[d.rl], 13))
	add(pair + rot(scramble(d.lset), 13))
	add(pair + rot(scramble(d.lset|d.rset), 13))
	add(th.WordTag + rot(lc.Word, 13) + rot(td.Tag, 7))
	add(td.WordTag + rot(lc.Word, 13))
	add(td.Fine + rot(dir, 31))
	add(th.Fine + rot(dir, 31))
	add(td.Fine + rot(th.Fine, 7))
	add(td.Fine + rot(th.Tag, 7) + rot(dir, 31))
	add(td.Tag + rot(th.Fine, 7) + rot(dir, 31))
	add(td.Coarse + rot(th.Coarse, 7) + rot(lc.Word, 13) + rot(dir, 31))
	add(th.Fine + rot(lc.Word, 13) + rot(dir, 31))
	add(td.Suffix + rot(td.Tag, 13) + rot(dir, 31))
	add(th.Suffix + rot(td.Tag, 13) + rot(dir, 31))
	if d.word < h.word {
		add(pair + rot(scramble(h.lset), 13))
		add(pair + rot(small[h.ll], 13))
		add(th.WordTag + rot(scramble(h.lset), 13) + rot(td.Tag, 31))
		add(pair + rot(s.between(int(d.word), int(h.word)), 23))
		add(pair + rot(small[distance(int(h.word-d.word))], 29))
	} else {
		add(pair + rot(scramble(h.rset), 13))
		add(pair + rot(small[h.rl], 13))
		add(th.WordTag + rot(scramble(h.rset), 13) + rot(td.Tag, 31))
		add(pair + rot(s.between(int(h.word), int(d.word)), 23))
		add(pair + rot(small[distance(int(d.word-h.word))], 29))
	}
	add(pair + rot(scramble(h.lset), 17))
	f.n = n
}
