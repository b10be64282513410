package across

import "slices"

// quoteIndex holds the quotations of an archive as words, each distinct
// wording once.
type quoteIndex struct {
	words arena
	all   blocks[wording]
	known map[uint64]uint32
	inst  []uint32 // by instance, in the order of the archive: its wording, or noWording
	// short wordings are those with few content words: by their words alone,
	// who uses them.
	short   map[uint64]*users
	shortOf map[uint32]*users
	scratch []uint32
}

// wording is one of the different wordings of an archive's quotations. What
// comparing needs lies together: wordings are visited in the order of what
// they share, so each visit is one more miss of the caches.
type wording struct {
	marks   signature
	speaker name // of most of its instances (the majority vote of Boyer and Moore)
	votes   int32
	count   int32 // of instances
	at      wordRange
}

// users are the last names of those who use a phrase, up to stockUsers of them.
type users struct {
	names [stockUsers]uint32
	n     int
}

// stockUsers is how many people have to use a short phrase to make it one
// that anybody says, and no quotation of anybody.
const stockUsers = 3

func (u *users) add(last uint32) {
	for i := range u.n {
		if u.names[i] == last {
			return
		}
	}
	if u.n < stockUsers {
		u.names[u.n] = last
		u.n++
	}
}

// noWording marks instances that are not compared: without words.
const noWording = ^uint32(0)

// maxQuoteWords is how much of a quotation is compared.
const maxQuoteWords = 400

// shortQuote is how many content words a wording must have to be told apart
// from what anybody might say. Shorter ones count only as the same speaker's.
const shortQuote = 5

func newQuoteIndex() *quoteIndex {
	return &quoteIndex{known: map[uint64]uint32{}, short: map[uint64]*users{}, shortOf: map[uint32]*users{}}
}

// add takes the next instance.
func (x *quoteIndex) add(text string, n name) {
	w := appendWords(x.scratch[:0], text)
	x.scratch = w
	w = w[:min(len(w), maxQuoteWords)]
	content := 0
	for _, h := range w {
		if isContent(h) {
			content++
		}
	}
	if len(w) == 0 {
		x.inst = append(x.inst, noWording)
		return
	}
	h := hashWords(w)
	var use *users
	if content < shortQuote {
		if n.last == 0 || len(w) < 2 {
			x.inst = append(x.inst, noWording)
			return
		}
		if use = x.short[h]; use == nil {
			use = new(users)
			x.short[h] = use
		}
		use.add(n.last)
		h = mix(h ^ uint64(n.last))
	}
	id, ok := x.known[h]
	if !ok {
		id = uint32(x.all.n)
		x.known[h] = id
		x.all.add(wording{marks: newSignature(w), at: x.words.add(w)})
		if use != nil {
			x.shortOf[id] = use
		}
	}
	v := x.all.at(id)
	v.vote(n)
	v.count++
	x.inst = append(x.inst, id)
}

func (v *wording) vote(n name) {
	if n.last == 0 {
		return
	}
	switch has := &v.speaker; {
	case v.votes == 0:
		*has, v.votes = n, 1
	case has.relation(n) == otherSpeaker:
		v.votes--
	default:
		v.votes++
		if has.first == 0 && has.last == n.last {
			*has = n
		}
	}
}

func (x *quoteIndex) wordsOf(id uint32) []uint32 { return x.words.get(x.all.at(id).at) }

// stock reports whether a wording is a phrase that anybody says.
func (x *quoteIndex) stock(id uint32) bool {
	u := x.shortOf[id]
	return u != nil && u.n == stockUsers
}

// instances is how many instances of a wording count.
func (x *quoteIndex) instances(id int) int {
	if x.stock(uint32(id)) {
		return 0
	}
	return int(x.all.at(uint32(id)).count)
}

// arena holds sequences of words in large blocks without pointers.
type arena struct{ blocks [][]uint32 }

type wordRange struct {
	block, off uint32
	n          uint16
}

const blockWords = 1 << 20

func (a *arena) add(w []uint32) wordRange {
	k := len(a.blocks) - 1
	if k < 0 || len(a.blocks[k])+len(w) > blockWords {
		a.blocks = append(a.blocks, make([]uint32, 0, blockWords))
		k++
	}
	r := wordRange{uint32(k), uint32(len(a.blocks[k])), uint16(len(w))}
	a.blocks[k] = append(a.blocks[k], w...)
	return r
}

func (a *arena) get(r wordRange) []uint32 {
	return a.blocks[r.block][r.off : r.off+uint32(r.n)]
}

// features calls f with a hash of each word sequence that candidates are
// found by: three words as they stand, and two content words that follow each
// other with or without others between.
func features(w []uint32, f func(uint32)) {
	for i := 0; i+3 <= len(w); i++ {
		f(uint32(mix(mix(uint64(w[i])<<32|uint64(w[i+1]))^uint64(w[i+2])) >> 32))
	}
	last := uint32(0)
	for _, h := range w {
		if isContent(h) {
			if last != 0 {
				f(uint32(mix(mix(uint64(last))+uint64(h)) >> 32))
			}
			last = h
		}
	}
}

// maxFeatures is how many features of a wording are used, the rarest ones.
const maxFeatures = 16

// group finds which wordings are the same quotation. dir is for temporary files.
func (x *quoteIndex) group(dir string) (union, error) {
	sets := newUnion(x.all.n)
	if x.all.n == 0 {
		return sets, nil
	}
	x.known, x.short = nil, nil // only adding needs them
	post, err := x.postings(dir)
	if err != nil {
		return nil, err
	}
	defer post.remove()
	leader := make([]uint32, len(sets)) // the longest wording of a set, by root
	for i := range leader {
		leader[i] = uint32(i)
	}
	m := newMatcher(x)
	same := func(a, b uint32) bool { return m.same(a, b, false) }
	var (
		part []uint64
		reps []uint32
	)
	for n := range post.files {
		if part, err = post.read(n, part); err != nil {
			return nil, err
		}
		slices.Sort(part)
		for i := 0; i < len(part); {
			k := i + 1
			for k < len(part) && part[k]>>32 == part[i]>>32 {
				k++
			}
			if k-i > 1 {
				reps = reps[:0]
				for _, p := range part[i:k] {
					reps = joinLed(sets, leader, x, m, reps, uint32(p), same)
				}
			}
			i = k
		}
	}
	return sets, nil
}

// postings writes, for each wording, its rarest features.
func (x *quoteIndex) postings(dir string) (*postings, error) {
	// How often each feature occurs, about: counters are shared by chance,
	// which only makes a feature look less rare.
	total := 0
	for i := range uint32(x.all.n) {
		total += 2 * int(x.all.at(i).at.n)
	}
	bits := 16
	for bits < 27 && 1<<bits < 2*total {
		bits++
	}
	counts := make([]uint8, 1<<bits)
	shift := 32 - uint(bits)
	for i := range uint32(x.all.n) {
		features(x.wordsOf(i), func(f uint32) {
			if c := &counts[f>>shift]; *c < 255 {
				*c++
			}
		})
	}
	post, err := newPostings(dir, maxFeatures*x.all.n)
	if err != nil {
		return nil, err
	}
	var chosen []uint64
	for i := range uint32(x.all.n) {
		if x.stock(i) {
			continue
		}
		chosen = chosen[:0]
		features(x.wordsOf(i), func(f uint32) {
			// One that occurs once brings nobody together.
			if c := counts[f>>shift]; c > 1 {
				chosen = append(chosen, uint64(c)<<32|uint64(f))
			}
		})
		slices.Sort(chosen)
		chosen = slices.Compact(chosen)
		for _, c := range chosen[:min(len(chosen), maxFeatures)] {
			if err := post.add(uint32(c), i); err != nil {
				post.remove()
				return nil, err
			}
		}
	}
	return post, nil
}

// joinLed is joinOne for sets with leaders: two sets are joined only if their
// leaders are the same quotation as well, by a lower standard, so that a chain
// of small changes does not lead from one quotation to another.
func joinLed(sets union, leader []uint32, x *quoteIndex, m *matcher, reps []uint32, id uint32, same func(a, b uint32) bool) []uint32 {
	return joinOne(sets, reps, id, func(a, b uint32) bool {
		if !same(a, b) {
			return false
		}
		la, lb := leader[sets.find(a)], leader[sets.find(b)]
		if (la != a || lb != b) && !m.same(la, lb, true) {
			return false
		}
		if na, nb := x.all.at(la).at.n, x.all.at(lb).at.n; nb > na || nb == na && lb < la {
			la = lb
		}
		leader[sets.join(a, b)] = la
		return true
	})
}
