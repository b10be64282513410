package depparse

// A feature is the sum of hashes of its parts, each turned so that their order
// counts, and of its template (Zobrist hashing with addition); its row is the
// sum's high bits. So one feature costs a few additions and one load.

// feats collects the rows of features.
type feats struct {
	n     int
	t     uint64 // the template's part of the hash
	shift uint
	row   [256]uint32
}

func (f *feats) reset(bits uint) { f.n, f.t, f.shift = 0, 0, 64-bits }

// group starts a group of templates, so that adding a template to one does not
// move those of another.
func (f *feats) group(g uint64) { f.template(g, 0) }

// template makes the next feature that of template n of group g.
func (f *feats) template(g, n uint64) { f.t = g*0x2545f4914f6cdd1d + n*0x9e3779b97f4a7c15 }

func (f *feats) add(h uint64) {
	f.row[uint8(f.n)] = uint32((h + f.t) >> (f.shift & 63))
	f.n++
	f.t += 0x9e3779b97f4a7c15
}

func (f *feats) rows() []uint32 { return f.row[:f.n&255] }

// The features of a state for choosing the next move fall into groups by what
// they look at, since the sums of most groups are the same in many states. All
// states have the same number of features.

// bufferFeatures are those of the words b and behind alone.
func (s *sentence) bufferFeatures(b int, f *feats) {
	f.group(1)
	tb0, tb1, tb2, tb3 := s.at(b), s.at(b+1), s.at(b+2), s.at(b+3)
	f.add(0)
	f.add(tb0.WordTag)
	f.add(tb0.Word)
	f.add(tb0.Tag)
	f.add(tb1.WordTag)
	f.add(tb1.Word)
	f.add(tb1.Tag)
	f.add(tb2.WordTag)
	f.add(tb2.Tag)
	f.add(tb3.Tag)
	f.add(tb0.Tag + rot(tb1.Tag, 7))
	f.add(tb0.Word + rot(tb1.Word, 7))
	f.add(tb0.WordTag + rot(tb1.Tag, 7))
	f.add(tb0.Tag + rot(tb1.Tag, 7) + rot(tb2.Tag, 13))
	f.add(tb0.Fine)
	f.add(tb1.Fine)
	f.add(tb0.Coarse + rot(tb1.Coarse, 7) + rot(tb2.Coarse, 13))
	f.add(tb0.Suffix + rot(tb0.Tag, 7))
	f.add(tb1.Suffix + rot(tb1.Tag, 7))
	f.add(tb0.Super)
	f.add(tb0.Super + rot(tb0.Tag, 7))
	f.add(tb0.Super + rot(tb0.Word, 7))
	f.add(tb1.Super + rot(tb1.Tag, 7))
	f.add(tb0.Super + rot(tb1.Super, 7))
	f.add(tb0.Super + rot(tb1.Super, 7) + rot(tb2.Super, 13))
	f.add(tb0.Tag + rot(tb1.Super, 7))
}

// topFeatures are those of the top of the stack, s0, with the buffer.
func (s *sentence) topFeatures(s0, b int, f *feats) {
	f.group(2)
	ts0, tb0, tb1, tb2 := s.at(s0), s.at(b), s.at(b+1), s.at(b+2)
	f.add(ts0.WordTag)
	f.add(ts0.Word)
	f.add(ts0.Tag)
	f.add(ts0.Fine)
	f.add(ts0.Suffix + rot(ts0.Tag, 7))
	f.add(ts0.WordTag + rot(tb0.WordTag, 7))
	f.add(ts0.WordTag + rot(tb0.Word, 7))
	f.add(ts0.Word + rot(tb0.WordTag, 7))
	f.add(ts0.WordTag + rot(tb0.Tag, 7))
	f.add(ts0.Tag + rot(tb0.WordTag, 7))
	pair := ts0.Tag + rot(tb0.Tag, 7)
	f.add(pair)
	f.add(ts0.WordTag + rot(tb1.Tag, 7))
	f.add(pair + rot(tb1.Tag, 13))
	f.add(pair + rot(tb1.Tag, 13) + rot(tb2.Tag, 19))
	f.add(ts0.Tag + rot(tb0.WordTag, 7) + rot(tb1.Tag, 13))
	f.add(ts0.WordTag + rot(tb0.Tag, 7) + rot(tb1.Tag, 13))
	f.add(ts0.Fine + rot(tb0.Fine, 7))
	f.add(ts0.Coarse + rot(tb0.Coarse, 7))
	f.add(ts0.Fine + rot(tb0.Tag, 7))
	f.add(ts0.Tag + rot(tb0.Fine, 7))
	f.add(ts0.Coarse + rot(tb0.Coarse, 7) + rot(tb1.Coarse, 13))
	f.add(ts0.Suffix + rot(tb0.Suffix, 7))
	f.add(ts0.Super)
	f.add(ts0.Super + rot(ts0.Tag, 7))
	f.add(ts0.Super + rot(ts0.Word, 7))
	super := ts0.Super + rot(tb0.Super, 7)
	f.add(super)
	f.add(super + rot(pair, 13))
	f.add(ts0.Super + rot(tb0.Tag, 7))
	f.add(ts0.Tag + rot(tb0.Super, 7))
	f.add(ts0.Super + rot(tb0.WordTag, 7))
	f.add(ts0.WordTag + rot(tb0.Super, 7))
	f.add(super + rot(tb1.Super, 13))
	f.add(ts0.Super + rot(tb0.Tag, 7) + rot(tb1.Tag, 13))
	d, w := small[9], uint64(0)
	if s0 >= 0 {
		d = small[distance(b-s0)]
		w = s.between(s0, min(b, len(s.tok)))
	}
	f.add(ts0.WordTag + rot(d, 29))
	f.add(tb0.WordTag + rot(d, 29))
	f.add(pair + rot(d, 29))
	f.add(pair + rot(w, 29))
}

// stackFeatures are those of the two topmost words of the stack.
func (s *sentence) stackFeatures(s1, s0 int, f *feats) {
	f.group(3)
	ts0, ts1 := s.at(s0), s.at(s1)
	f.add(ts1.WordTag)
	f.add(ts1.Word)
	f.add(ts1.Tag)
	f.add(ts1.Fine)
	f.add(ts1.WordTag + rot(ts0.WordTag, 7))
	f.add(ts1.WordTag + rot(ts0.Word, 7))
	f.add(ts1.Word + rot(ts0.WordTag, 7))
	f.add(ts1.WordTag + rot(ts0.Tag, 7))
	f.add(ts1.Tag + rot(ts0.WordTag, 7))
	pair := ts1.Tag + rot(ts0.Tag, 7)
	f.add(pair)
	f.add(ts1.Fine + rot(ts0.Fine, 7))
	f.add(ts1.Coarse + rot(ts0.Coarse, 7))
	f.add(ts1.Fine + rot(ts0.Tag, 7))
	f.add(ts1.Tag + rot(ts0.Fine, 7))
	f.add(ts1.Suffix + rot(ts0.Suffix, 7))
	f.add(ts1.Super)
	f.add(ts1.Super + rot(ts1.Tag, 7))
	super := ts1.Super + rot(ts0.Super, 7)
	f.add(super)
	f.add(super + rot(pair, 13))
	f.add(ts1.Super + rot(ts0.Tag, 7))
	f.add(ts1.Tag + rot(ts0.Super, 7))
	f.add(ts1.Super + rot(ts0.WordTag, 7))
	f.add(ts1.WordTag + rot(ts0.Super, 7))
	d, w := small[9], uint64(0)
	if s1 >= 0 && s0 >= 0 {
		d = small[distance(s0-s1)]
		w = s.between(s1, s0)
	}
	f.add(ts0.WordTag + rot(d, 29))
	f.add(ts1.WordTag + rot(d, 29))
	f.add(pair + rot(d, 29))
	f.add(pair + rot(w, 29))
}

var noItem = newItem(none)

// The features below look at dependents, or at more words than that. Their
// templates are numbered through, from 0, whichever group they are in.

// tripleFeatures are those of the two topmost words of the stack with the buffer.
func (s *sentence) tripleFeatures(s1, s0, b int, f *feats) {
	ts0, ts1, tb0, tb1 := s.at(s0), s.at(s1), s.at(b), s.at(b+1)
	s0b0 := ts0.Tag + rot(tb0.Tag, 7)
	s1s0 := ts1.Tag + rot(ts0.Tag, 7)
	f.template(4, 2)
	f.add(ts1.WordTag + rot(tb0.Tag, 7))
	f.add(ts1.Tag + rot(tb0.WordTag, 7))
	f.add(ts1.Word + rot(tb0.Word, 7))
	f.add(s0b0 + rot(ts1.Tag, 13))
	f.template(4, 7)
	f.add(s0b0 + rot(ts1.Tag, 13) + rot(tb1.Tag, 19))
	f.add(s1s0 + rot(tb0.WordTag, 13))
	f.add(ts1.WordTag + rot(ts0.Tag, 7) + rot(tb0.Tag, 13))
	f.add(ts1.Tag + rot(ts0.WordTag, 7) + rot(tb0.Tag, 13))
	f.add(ts1.Coarse + rot(ts0.Coarse, 7) + rot(tb0.Coarse, 13))
	f.add(ts1.Fine + rot(ts0.Coarse, 7) + rot(tb0.Coarse, 13))
	f.add(ts1.Coarse + rot(ts0.Fine, 7) + rot(tb0.Coarse, 13))
	f.add(ts1.Coarse + rot(ts0.Coarse, 7) + rot(tb0.Fine, 13))
	f.add(ts1.Super + rot(ts0.Super, 7) + rot(tb0.Super, 13))
	f.add(ts1.Super + rot(ts0.Super, 7) + rot(tb0.Tag, 13))
	f.template(4, 18)
	f.add(s1s0 + rot(tb0.Super, 13))
	f.add(ts1.Tag + rot(ts0.Super, 7) + rot(tb0.Tag, 13))
}

// deepFeatures are those of the three topmost words of the stack.
func (s *sentence) deepFeatures(s2, s1, s0 int, f *feats) {
	ts0, ts1, ts2 := s.at(s0), s.at(s1), s.at(s2)
	f.template(4, 0)
	f.add(ts2.WordTag)
	f.add(ts2.Tag)
	f.template(4, 6)
	f.add(ts1.Tag + rot(ts0.Tag, 7) + rot(ts2.Tag, 13))
	f.template(4, 17)
	f.add(ts2.Super + rot(ts1.Super, 7) + rot(ts0.Super, 13))
}

// topItemFeatures are those of the dependents of the top of the stack, with
// the first word of the buffer.
func (s *sentence) topItemFeatures(s0 *item, b int, f *feats) {
	ts0, tb0 := s.at(int(s0.word)), s.at(b)
	l0, r0 := scramble(s0.lset), scramble(s0.rset)
	f.template(4, 20)
	f.add(ts0.Super + rot(l0, 7))
	f.add(ts0.Super + rot(r0, 7))
	f.template(4, 23)
	s.depFeatures(s0.lc, s0.ll, ts0, tb0.Tag, f)
	s.depFeatures(s0.rc, s0.rl, ts0, tb0.Tag, f)
	s.depFeatures(s0.rc2, s0.rl2, ts0, tb0.Tag, f)
	s.depFeatures(s0.lc2, s0.ll2, ts0, tb0.Tag, f)
	// valency and the relations so far
	f.template(4, 59)
	f.add(ts0.WordTag + rot(small[s0.rval], 7))
	f.add(ts0.WordTag + rot(small[s0.lval], 7))
	f.add(ts0.Tag + rot(small[s0.rval], 7) + rot(tb0.Tag, 13))
	f.add(ts0.Tag + rot(small[s0.lval], 7) + rot(tb0.Tag, 13))
	f.template(4, 67)
	f.add(ts0.WordTag + rot(l0, 7))
	f.add(ts0.WordTag + rot(r0, 7))
	f.template(4, 71)
	f.add(ts0.Tag + rot(l0, 7) + rot(r0, 13))
	f.add(ts0.Tag + rot(r0, 7) + rot(tb0.Tag, 13))
}

// firstItemFeatures are those of the dependents of the first word of the
// buffer, with the top of the stack.
func (s *sentence) firstItemFeatures(b0 *item, s0 int, f *feats) {
	ts0, tb0 := s.at(s0), s.at(int(b0.word))
	lb := scramble(b0.lset)
	f.template(4, 22)
	f.add(tb0.Super + rot(lb, 7))
	f.template(4, 35)
	s.depFeatures(b0.lc, b0.ll, tb0, ts0.Tag, f)
	s.depFeatures(b0.lc2, b0.ll2, tb0, ts0.Tag, f)
	f.template(4, 58)
	f.add(ts0.Word + rot(tb0.Word, 7) + rot(s.at(int(b0.lc)).Word, 13))
	f.template(4, 65)
	f.add(tb0.WordTag + rot(small[b0.lval], 7))
	f.add(tb0.Tag + rot(small[b0.lval], 7) + rot(ts0.Tag, 13))
	f.template(4, 70)
	f.add(tb0.WordTag + rot(lb, 7))
	f.template(4, 74)
	f.add(tb0.Tag + rot(lb, 7) + rot(ts0.Tag, 13))
}

// secondItemFeatures are those of the dependents of the second word of the
// stack, with the top.
func (s *sentence) secondItemFeatures(s1 *item, s0 int, f *feats) {
	ts0, ts1 := s.at(s0), s.at(int(s1.word))
	r1 := scramble(s1.rset)
	f.template(4, 41)
	s.depFeatures(s1.lc, s1.ll, ts1, ts0.Tag, f)
	s.depFeatures(s1.rc, s1.rl, ts1, ts0.Tag, f)
	s.depFeatures(s1.rc2, s1.rl2, ts1, ts0.Tag, f)
	f.template(4, 63)
	f.add(ts1.WordTag + rot(small[s1.rval], 7))
	f.add(ts1.Tag + rot(small[s1.rval], 7) + rot(ts0.Tag, 13))
	f.template(4, 69)
	f.add(ts1.WordTag + rot(r1, 7))
	f.template(4, 73)
	f.add(ts1.Tag + rot(r1, 7) + rot(ts0.Tag, 13))
	f.template(4, 75)
	f.add(ts1.Tag + rot(scramble(s1.lset), 7) + rot(ts0.Tag, 13))
}

// topSecondFeatures are those of the dependents of the top of the stack, with
// the second word.
func (s *sentence) topSecondFeatures(s0 *item, s1 int, f *feats) {
	ts0, ts1 := s.at(int(s0.word)), s.at(s1)
	f.template(4, 50)
	s.depFeatures(s0.lc, s0.ll, ts0, ts1.Tag, f)
	s.depFeatures(s0.rc, s0.rl, ts0, ts1.Tag, f)
	lc := s.at(int(s0.lc))
	f.add(ts1.WordTag + rot(lc.Word, 7))
	f.add(ts1.Tag + rot(lc.Word, 7) + rot(ts0.Tag, 13))
}

func (s *sentence) depFeatures(c int16, rel uint8, head *Token, other uint64, f *feats) {
	tc := s.at(int(c))
	x := rot(head.Tag, 7)
	y := x + rot(other, 13)
	f.add(tc.Tag + y)
	f.add(tc.Word + x)
	f.add(small[rel] + y)
}

// moveFeatures collects all features of a state.
func (s *sentence) moveFeatures(st *state, items []item, f *feats, bits uint) {
	s0, s1, s2 := st.stack(items)
	f.reset(bits)
	s.bufferFeatures(int(st.b), f)
	s.topFeatures(int(s0.word), int(st.b), f)
	s.stackFeatures(int(s1.word), int(s0.word), f)
	b, s0w, s1w := int(st.b), int(s0.word), int(s1.word)
	s.tripleFeatures(s1w, s0w, b, f)
	s.deepFeatures(int(s2.word), s1w, s0w, f)
	s.topItemFeatures(s0, b, f)
	s.firstItemFeatures(&st.first, s0w, f)
	s.secondItemFeatures(s1, s0w, f)
	s.topSecondFeatures(s0, s1w, f)
}

// relFeatures collects the features of attaching dependent d to head h.
func (s *sentence) relFeatures(d, h *item, f *feats, bits uint) {
	f.reset(bits)
	f.group(5)
	td, th := s.at(int(d.word)), s.at(int(h.word))
	dir := small[0]
	if d.word > h.word {
		dir = small[1]
	}
	i := int(d.word)
	prev, next := s.at(i-1), s.at(i+1)
	lc, rc := s.at(int(d.lc)), s.at(int(d.rc))
	pair := td.Tag + rot(th.Tag, 7) + rot(dir, 31)
	f.add(dir)
	f.add(td.WordTag + rot(dir, 31))
	f.add(td.Word + rot(dir, 31))
	f.add(th.WordTag + rot(dir, 31))
	f.add(td.Tag + rot(dir, 31))
	f.add(th.Tag + rot(dir, 31))
	f.add(pair)
	f.add(td.WordTag + rot(th.WordTag, 7))
	f.add(td.WordTag + rot(th.Tag, 7) + rot(dir, 31))
	f.add(td.Tag + rot(th.WordTag, 7) + rot(dir, 31))
	f.add(pair + rot(prev.Tag, 13))
	f.add(pair + rot(next.Tag, 13))
	f.add(pair + rot(prev.Tag, 13) + rot(next.Tag, 19))
	f.add(pair + rot(s.at(int(h.word)+1).Tag, 13))
	f.add(pair + rot(s.at(int(h.word)-1).Tag, 13))
	f.add(pair + rot(lc.Word, 13))
	f.add(pair + rot(lc.Tag, 13))
	f.add(pair + rot(rc.Tag, 13))
	f.add(pair + rot(small[d.ll], 13))
	f.add(pair + rot(small[d.rl], 13))
	f.add(pair + rot(scramble(d.lset), 13))
	f.add(pair + rot(scramble(d.lset|d.rset), 13))
	f.add(th.WordTag + rot(lc.Word, 13) + rot(td.Tag, 7))
	f.add(td.WordTag + rot(lc.Word, 13))
	f.add(td.Super + rot(dir, 31))
	f.add(td.Super + rot(pair, 7))
	f.add(td.Super + rot(th.WordTag, 7) + rot(dir, 31))
	f.add(td.Super + rot(td.WordTag, 7) + rot(dir, 31))
	f.add(td.Super + rot(th.Super, 7) + rot(dir, 31))
	f.add(th.Super + rot(td.Tag, 7) + rot(dir, 31))
	f.add(td.Super + rot(scramble(d.lset), 7) + rot(dir, 31))
	f.add(td.Fine + rot(dir, 31))
	f.add(th.Fine + rot(dir, 31))
	f.add(td.Fine + rot(th.Fine, 7))
	f.add(td.Fine + rot(th.Tag, 7) + rot(dir, 31))
	f.add(td.Tag + rot(th.Fine, 7) + rot(dir, 31))
	f.add(td.Coarse + rot(th.Coarse, 7) + rot(lc.Word, 13) + rot(dir, 31))
	f.add(th.Fine + rot(lc.Word, 13) + rot(dir, 31))
	f.add(td.Suffix + rot(td.Tag, 13) + rot(dir, 31))
	f.add(th.Suffix + rot(td.Tag, 13) + rot(dir, 31))
	if d.word < h.word {
		f.add(pair + rot(scramble(h.lset), 13))
		f.add(pair + rot(small[h.ll], 13))
		f.add(th.WordTag + rot(scramble(h.lset), 13) + rot(td.Tag, 31))
		f.add(pair + rot(s.between(int(d.word), int(h.word)), 23))
		f.add(pair + rot(small[distance(int(h.word-d.word))], 29))
	} else {
		f.add(pair + rot(scramble(h.rset), 13))
		f.add(pair + rot(small[h.rl], 13))
		f.add(th.WordTag + rot(scramble(h.rset), 13) + rot(td.Tag, 31))
		f.add(pair + rot(s.between(int(h.word), int(d.word)), 23))
		f.add(pair + rot(small[distance(int(d.word-h.word))], 29))
	}
	f.add(pair + rot(scramble(h.lset), 17))
}
