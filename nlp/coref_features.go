package nlp

import (
	_ "embed"

	"github.com/onrecord/onrecord/internal/linear"
)

func hashLemma(s string) uint32 { return linear.Lower(s) }

func bucket(n int32, steps ...int32) uint32 {
	for i, s := range steps {
		if n <= s {
			return uint32(i)
		}
	}
	return uint32(len(steps))
}

// pronounKind numbers the kinds of pronoun; 0 is a definite phrase.
func (x *info) pronounKind(k MentionKind) uint32 {
	if k != Pronoun {
		return 0
	}
	p := &x.pron
	n := uint32(1) + uint32(p.person)*8 + uint32(p.gender)*2
	if p.plural {
		n++
	}
	n *= 4
	if p.poss {
		n++
	}
	if p.self {
		n += 2
	}
	return n
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// features writes those of candidate i for mention m as item 0 of r.feats.
func (r *resolver) features(m, i int) {
	a := r.a
	f := &r.feats
	f.Reset()
	x, mn, cd := &r.info[m], &a.Mentions[m], &r.cands[i]
	kind := x.pronounKind(mn.Kind)
	var class, det uint32
	if kind == 0 {
		class = uint32(x.class) + 1
		switch x.det {
		case hashThe:
			det = 1
		case hashThis, hashThat, hashThese, hashThose:
			det = 2
		}
		if x.owner >= 0 {
			det += 3
			if x.prep != 0 {
				det += 3
			}
		}
		if x.base < int32(mn.Last) {
			det += 10
		}
	}
	quoted := bit(x.quote >= 0)
	if cd.cluster < 0 {
		n := bucket(int32(len(r.cands)-1), 0, 1, 3, 6, 12)
		mods := bucket(int32(mn.Head)-x.seg, 0, 1, 2)
		best := uint32(0)
		for _, c := range r.cands[1:] {
			if c.match == matchHead || c.match == matchSame {
				best = 2
				break
			}
			if c.match == matchClass {
				best = 1
			}
		}
		f.Add(linear.F1(1, 0), linear.F2(2, kind, class), linear.F3(3, kind, class, det), linear.F3(4, kind, n, class), linear.F2(5, kind, quoted),
			linear.F3(6, kind, uint32(x.grammar), class), linear.F2(7, kind, bucket(x.sentence, 0, 1, 3, 8)), linear.F3(8, kind, mods, best), linear.F3(9, det, best, class))
		if kind == 0 {
			f.Add(linear.F1(10, x.form), linear.F2(11, x.form, det), linear.F3(12, x.form, best, bit(x.det == hashThe)), linear.F2(13, mods, det), linear.F3(19, class, bit(x.says), det))
		} else {
			f.Add(linear.F2(14, x.form, uint32(x.grammar)), linear.F3(15, x.form, quoted, n))
			// What follows "it": "it is clear that".
			if t := mn.Last; t+1 < len(a.Tokens) {
				f.Add(linear.F2(16, x.form, linear.Lower(a.Tokens[t].Lemma)), linear.F3(17, x.form, uint32(a.Tokens[t].POS), uint32(a.Tokens[t+1].POS)))
			}
			if t := mn.First; t > 0 {
				f.Add(linear.F2(18, x.form, linear.Lower(a.Tokens[t-1].Lemma)))
			}
		}
		f.Next()
		return
	}
	l := &r.info[cd.last]
	ln := &a.Mentions[cd.last]
	c := &r.clusters[cd.cluster]
	dist := bucket(x.sentence-l.sentence, 0, 1, 2, 4, 8)
	rank := bucket(cd.rank, 0, 1, 2, 4, 8)
	ck := uint32(c.kind())
	lk := uint32(ln.Kind)
	gender := uint32(0)
	switch g := c.gender(); {
	case g == UnknownGender:
		gender = 1
	case x.gender == UnknownGender:
		gender = 2
	case g != x.gender:
		gender = 3
	}
	if c.female+c.male+c.thing >= 6 {
		gender += 4
	}
	number := uint32(0)
	if c.many > c.one {
		number = 1
	} else if c.many == c.one {
		number = 2
	}
	count := bucket(c.count, 1, 2, 4, 8, 16)
	lq := uint32(0)
	switch {
	case x.quote < 0 && l.quote < 0:
	case x.quote >= 0 && l.quote == x.quote:
		lq = 1
	case x.quote >= 0 && l.quote < 0:
		lq = 2
	case x.quote < 0 && l.quote >= 0:
		lq = 3
	default:
		lq = 4
	}
	isSpeaker := uint32(0)
	if x.quote >= 0 {
		if s := r.quotes[x.quote].speaker; s >= 0 && r.info[s].cluster >= 0 {
			isSpeaker = 1
			if r.info[s].cluster == cd.cluster {
				isSpeaker = 2
			}
		}
	}
	same := bit(c.form == x.form && kind != 0)
	gram := uint32(l.grammar)*8 + uint32(x.grammar)
	says := bit(l.says)*2 + bit(x.says)
	match := uint32(cd.match)
	// Who spoke last, and whether l stands in what somebody says.
	sayer := uint32(0)
	if r.sayer >= 0 {
		sayer = 1 + bit(r.sayer == cd.cluster)
	}
	reported := uint32(0)
	if x.quote < 0 && l.quote < 0 {
		reported = bit(r.reported(cd.last))
	}
	gap := bucket(int32(mn.First-ln.Last), 0, 1, 3, 6, 12, 24)
	// Two arguments of one verb differ, unless the pronoun is reflexive.
	clash := uint32(0)
	if dist == 0 && kind != 0 && !x.pron.poss {
		lt, mt := &a.Tokens[ln.Head], &a.Tokens[mn.Head]
		switch {
		case lt.Head >= 0 && lt.Head == mt.Head:
			clash = 2
		case l.grammar == subjectGram && x.grammar == objectGram && !r.verbBetween(ln.Last, mn.First):
			clash = 1
		}
	}
	lkind := l.pronounKind(ln.Kind)
	turns := bucket(r.block(x.sentence)-r.block(l.sentence), 0, 1, 2, 3, 5)
	f.Add(linear.F3(56, kind, lkind, turns), linear.F3(57, kind, lkind, dist), linear.F3(58, kind, turns, rank), linear.F3(59, kind, lkind, rank))
	f.Add(linear.F1(30, kind), linear.F3(31, kind, dist, rank), linear.F3(32, kind, ck, class), linear.F3(33, kind, lk, dist), linear.F3(34, kind, gender, ck),
		linear.F3(35, kind, number, ck), linear.F3(36, kind, gram, dist), linear.F3(37, kind, count, dist), linear.F3(38, kind, lq, dist),
		linear.F3(39, says, dist, kind), linear.F3(40, kind, same, dist), linear.F3(41, kind, isSpeaker, lq), linear.F3(42, kind, clash, bit(x.pron.self)),
		linear.F3(43, rank, number, kind), linear.F3(44, kind, rank, uint32(l.grammar)), linear.F3(45, kind, lk*8+ck, rank), linear.F3(46, kind, gap, dist),
		linear.F3(47, gender, dist, kind), linear.F3(48, kind, bit(l.nested)*2+bit(c.speaker), dist), linear.F3(49, kind, ck*8+number, dist),
		linear.F3(51, kind, sayer*2+bit(x.says), dist), linear.F3(52, kind, sayer*2+bit(x.says), reported), linear.F3(53, kind, reported*2+bit(x.says), dist),
		linear.F3(54, kind, sayer, rank), linear.F3(55, sayer*2+bit(x.says), gender, kind),
		linear.F3(50, kind, uint32(l.class), number))
	if kind == 0 {
		f.Add(linear.F3(60, match, det, dist), linear.F3(61, match, class, rank), linear.F3(62, x.form, match, ck), linear.F3(63, match, lk, dist), linear.F3(64, match, count, ck),
			linear.F3(65, match, bit(x.det == hashThe), bucket(int32(mn.Head)-x.seg, 0, 1, 2)), linear.F3(66, match, ck, det), linear.F3(67, match, number*2+bit(x.plural), class),
			linear.F2(68, l.form, x.form), linear.F3(69, match*2+bit(x.says), ck, count), linear.F3(70, match*2+bit(x.says), sayer, dist))
	}
	f.Next()
}

func (r *resolver) block(sentence int32) int32 { return int32(r.a.Sentences[sentence].Block) }

// reported reports whether mention l stands behind a subject of a verb of
// saying in its sentence, so that it is likely part of what is said.
func (r *resolver) reported(l int32) bool {
	for k := l - 1; k >= 0 && k > l-8 && r.info[k].sentence == r.info[l].sentence; k-- {
		if r.info[k].says && r.info[k].quote < 0 && r.info[k].cluster != r.info[l].cluster {
			return true
		}
	}
	return false
}

// verbBetween reports whether a finite verb besides one stands between two tokens.
func (r *resolver) verbBetween(from, to int) bool {
	n := 0
	for t := from; t < to; t++ {
		switch r.a.Tokens[t].POS {
		case VBD, VBZ, VBP, MD:
			n++
		case VB, VBG:
			n++
		}
	}
	return n > 1
}
