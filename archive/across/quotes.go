package across

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
	// How many pairs of wordings group looked at and how many it compared word
	// by word.
	looks, compared int64
}

// wording is one of the different wordings of an archive's quotations. What
// comparing needs lies together: wordings are visited in the order of what
// they share, so each visit is one more miss of the caches.
type wording struct {
	face
	votes int32
	count int32 // of instances
	at    wordRange
}

// face is what most pairs of wordings are told apart by.
type face struct {
	marks   signature
	size    uint8 // of marks
	speaker name  // of most of its instances (the majority vote of Boyer and Moore)
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
		m := newSignature(w)
		x.all.add(wording{face: face{marks: m, size: uint8(m.size())}, at: x.words.add(w)})
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
