package nlp

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/onrecord/onrecord/internal/linear"
)

//go:embed model/coref.bin
var corefPacked []byte

// corefModel loads the ranker once.
var corefModel = sync.OnceValues(func() (*linear.Table, error) {
	t, err := load(corefPacked, linear.ReadTable)
	if err != nil {
		return nil, fmt.Errorf("coreference model: %w", err)
	}
	return t, nil
})

// The bounds of the search for antecedents, which keep its cost linear.
const (
	windowMentions  = 90
	windowSentences = 14
	maxCandidates   = 28
)

// choose lets the ranker decide which cluster a pronoun or definite phrase
// belongs to.
func (r *resolver) choose(m int) {
	r.gather(m)
	if r.train != nil {
		r.train.step(r, m)
		return
	}
	best := 0
	for i := range r.cands {
		r.features(m, i)
		r.cands[i].score = float32(r.rank.Score(0, r.feats.At(0)))
		if i == 0 {
			r.cands[0].score -= r.reluctance(m) / r.rank.Scale()
		}
		if r.cands[i].score > r.cands[best].score {
			best = i
		}
	}
	r.accept(m, best)
}

// reluctance is what is taken off the score of a new referent for m: news
// says "the company" and "the senator" of what it has named more often than
// the texts that the ranker learnt most from.
func (r *resolver) reluctance(m int) float32 {
	x := &r.info[m]
	if r.a.Mentions[m].Kind == Pronoun && x.gender == Neuter && x.says {
		return 3 // what speaks has been named
	}
	if r.a.Mentions[m].Kind != Definite || x.det != hashThe || x.plural || x.owner >= 0 {
		return 0
	}
	switch x.class {
	case OrganizationNoun:
		if generic[r.a.Tokens[r.a.Mentions[m].Head].Lemma] {
			return 4
		}
	case PersonNoun:
		return 1
	}
	return 0
}

// placeLike are nouns for what is both a place and an organisation.
var placeLike = set("city county state country nation province republic kingdom district government administration municipality territory commonwealth")

// generic are nouns for organisations of which there are many, so that a
// definite one has been named.
var generic = set("company firm agency group organization organisation utility brokerage bank airline retailer automaker carmaker startup start-up manufacturer lender chain giant newspaper network " +
	"association trust league club team studio label charity nonprofit non-profit maker publisher broadcaster insurer carrier operator developer")

func (r *resolver) accept(m, i int) {
	if k := r.cands[i].cluster; k >= 0 {
		r.join(m, k)
		return
	}
	r.create(m)
}

// gather lists the clusters that m may refer to: first a new one, then those
// mentioned lately, nearest first, then those that share a noun with m.
func (r *resolver) gather(m int) {
	a := r.a
	x, mn := &r.info[m], &a.Mentions[m]
	r.cands = append(r.cands[:0], candidate{cluster: -1, last: -1})
	pron := mn.Kind == Pronoun
	try := func(l int) {
		k := r.info[l].cluster
		if k < 0 || r.seen[k] == int32(m) {
			return
		}
		r.seen[k] = int32(m)
		c := &r.clusters[k]
		if pron && x.quote < 0 && x.says && r.info[l].quote >= 0 {
			// What speaks is not what is only spoken of.
			if c.out < 0 {
				return
			}
			l = int(c.out)
		}
		match, ok := r.compatible(m, l, c)
		if !ok {
			return
		}
		r.cands = append(r.cands, candidate{cluster: k, last: int32(l), rank: int32(len(r.cands) - 1), match: match})
	}
	for l := m - 1; l >= 0 && l >= m-windowMentions && len(r.cands) < maxCandidates; l-- {
		if x.sentence-r.info[l].sentence > windowSentences {
			break
		}
		// A phrase that m stands in is not what m refers to.
		if a.Mentions[l].Last > mn.First && r.info[l].sentence == x.sentence && int32(mn.First) < r.info[l].base && !r.info[l].nested {
			continue
		}
		try(l)
	}
	if pron {
		return
	}
	n, ok := r.byWord[x.form]
	if !ok {
		return
	}
	for i := 0; n >= 0 && i < 32 && len(r.cands) < maxCandidates+8; i++ {
		k := r.nodes[n].cluster
		n = r.nodes[n].next
		if l := r.clusters[k].last; l < int32(m) {
			try(int(l))
		}
	}
}

// The ways in which a definite phrase can match a cluster.
const (
	matchNothing uint8 = iota
	matchClass         // the head noun's class fits the referent's kind
	matchHead          // the head noun has named the referent before
	matchSame          // ... and the modifiers agree
	matchClash         // ... but the modifiers do not
)

// compatible tells whether m can refer to cluster c, whose latest mention is
// l, at all, and how it matches.
func (r *resolver) compatible(m, l int, c *cluster) (uint8, bool) {
	x, mn := &r.info[m], &r.a.Mentions[m]
	kind := c.kind()
	if mn.Kind == Pronoun {
		p := x.pron
		switch {
		case p.person == 1 && !p.plural, p.person == 2:
			return 0, kind == Person || c.form != 0 && kind == NoEntity
		case p.person == 1:
			return 0, kind != Place || c.many > 0
		case p.gender == Male || p.gender == Female:
			if r.a.Mentions[l].Kind != Pronoun && indefinites[r.a.Tokens[r.a.Mentions[l].Head].Lemma] {
				return 0, false
			}
			if kind == Organization || kind == Place {
				return 0, false
			}
			g := c.gender()
			if g == Neuter && kind != Person {
				return 0, false
			}
			if g != p.gender && g != UnknownGender && max(c.male, c.female) >= 3 {
				return 0, false
			}
			return 0, !(c.many > c.one+1)
		case p.gender == Neuter:
			return 0, kind != Person && !(c.female > 0 || c.male > 0) && !(c.many > c.one+3)
		}
		return 0, true
	}
	// A definite phrase.
	if r.ownKin(m, c) {
		return 0, false
	}
	if mn.Entity == Person && (kind == Organization || kind == Place) || mn.Entity == Organization && kind == Person {
		return 0, false
	}
	for _, h := range c.heads[:c.nheads] {
		if h == x.form {
			return r.modifiers(m, l), !r.otherOffice(m, l)
		}
	}
	if c.nameLast > c.nameFirst && c.named > 0 && kind != Person {
		for t := c.nameFirst; t < c.nameLast; t++ {
			if hashLemma(r.a.Word(int(t))) == x.form {
				return matchHead, true
			}
		}
	}
	if x.plural != (c.many > c.one) && kind == Person {
		return 0, false
	}
	if x.gender != UnknownGender && x.gender != Neuter {
		if g := c.gender(); g != UnknownGender && g != x.gender {
			return 0, false
		}
	}
	if kind == Place && x.class == OrganizationNoun && !placeLike[r.a.Tokens[mn.Head].Lemma] {
		return 0, false
	}
	if fits(kind, x.class) && kind != NoEntity && kind != Misc {
		if c.named > 0 && x.class == OrganizationNoun && r.otherName(m, c) {
			return 0, false
		}
		return matchClass, true
	}
	// Different nouns for things are rarely the same thing.
	return 0, false
}

// modifiers compares the words before the heads of m and l.
func (r *resolver) modifiers(m, l int) uint8 {
	a := r.a
	x, y := &r.info[m], &r.info[l]
	if a.Mentions[l].Kind == Named || a.Mentions[l].Kind == Pronoun {
		return matchHead
	}
	words, shared := 0, 0
	for t := x.seg; t < int32(a.Mentions[m].Head); t++ {
		if p := a.Tokens[t].POS; p == DT || p == PRPS || p == POSS || p == PDT {
			continue
		}
		words++
		for u := y.seg; u < int32(a.Mentions[l].Head); u++ {
			if hashLemma(a.Word(int(t))) == hashLemma(a.Word(int(u))) {
				shared++
				break
			}
		}
	}
	if x.owner >= 0 && y.owner >= 0 {
		p, q := r.headOf[x.owner], r.headOf[y.owner]
		if p >= 0 && q >= 0 && r.info[p].cluster != r.info[q].cluster {
			return matchClash
		}
	}
	switch {
	case words == 0:
		return matchHead
	case shared == words:
		return matchSame
	}
	return matchClash
}

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
