package across

import (
	"math/bits"
	"slices"
)

// features appends a hash of each word sequence that candidates are found by:
// three words as they stand, and two content words that follow each other with
// or without others between.
func features(dst, w []uint32) []uint32 {
	for i := 0; i+3 <= len(w); i++ {
		dst = append(dst, uint32(mix(mix(uint64(w[i])<<32|uint64(w[i+1]))^uint64(w[i+2]))>>32))
	}
	last := uint32(0)
	for _, h := range w {
		if isContent(h) {
			if last != 0 {
				dst = append(dst, uint32(mix(mix(uint64(last))+uint64(h))>>32))
			}
			last = h
		}
	}
	return dst
}

// maxFeatures is how many features of a wording are used, the rarest ones.
const maxFeatures = 16

// maxCompared is how many others a wording is compared with word by word, in
// vain, before it is not compared any more.
const maxCompared = 64

// maxSeen is how many sets of a bucket the next wording is compared with, and
// how many wordings make a bucket a large one. The larger the archive, the more
// wordings share even their rarest words: without a bound, time would grow
// faster than the archive.
const maxSeen = 16

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
	j := newJoiner(x, sets)
	var part, spare []uint64
	for n := range post.files { // the rarest features first
		if part, err = post.read(n, part); err != nil {
			return nil, err
		}
		part, spare = sortByUpper(part, spare)
		for b := range buckets(part) {
			j.bucket(b)
		}
	}
	x.looks, x.compared = j.looks, j.compared
	return sets, nil
}

// joiner joins the sets of wordings that are the same quotation.
type joiner struct {
	x        *quoteIndex
	m        *matcher
	sets     union
	leader   []uint32 // the longest wording of a set, by root
	spent    []uint8  // by wording: how often it was compared in vain
	all      []seen   // a bucket
	keys     []uint64 // its members by speaker
	mine     []*seen  // those that are compared with each other
	seen     []*seen
	looks    int64 // pairs whose faces were compared
	compared int64 // pairs whose words were compared
}

// seen is a wording that stands for its set in a bucket.
type seen struct {
	face
	id uint32
}

func newJoiner(x *quoteIndex, sets union) *joiner {
	j := &joiner{x: x, m: newMatcher(x), sets: sets, leader: make([]uint32, len(sets)), spent: make([]uint8, len(sets))}
	for i := range j.leader {
		j.leader[i] = uint32(i)
	}
	return j
}

// bucket compares wordings that share a feature. The more there are, the less
// the feature tells: of many, only those of the same speaker are compared with
// each other, and all with what most of them are.
func (j *joiner) bucket(postings []uint64) {
	j.all = j.all[:0]
	for _, p := range postings {
		id := uint32(p)
		j.all = append(j.all, seen{j.x.all.at(id).face, id})
	}
	if len(j.all) <= maxSeen {
		j.mine = j.mine[:0]
		for i := range j.all {
			j.mine = append(j.mine, &j.all[i])
		}
		j.some(j.mine)
		return
	}
	j.keys, j.mine = j.keys[:0], j.mine[:0]
	for i := range j.all {
		j.keys = append(j.keys, uint64(j.all[i].speaker.last)<<32|uint64(i))
	}
	slices.Sort(j.keys)
	for i, k := range j.keys {
		j.mine = append(j.mine, &j.all[uint32(k)])
		if i == len(j.keys)-1 || j.keys[i+1]>>32 != k>>32 {
			j.some(j.mine)
			j.mine = j.mine[:0]
		}
	}
	// The majority vote of Boyer and Moore.
	var most *seen
	votes := 0
	for i := range j.all {
		s := &j.all[i]
		switch {
		case votes == 0:
			most, votes = s, 1
		case j.sets.find(s.id) == j.sets.find(most.id):
			votes++
		default:
			votes--
		}
	}
	for i := range j.all {
		if s := &j.all[i]; s != most {
			j.compare(most, s)
		}
	}
}

// some compares each of some wordings with one of each set that was seen
// before it, up to maxSeen of them.
func (j *joiner) some(all []*seen) {
	j.seen = j.seen[:0]
	for _, now := range all {
		found := false
		for _, s := range j.seen {
			found = j.compare(s, now) || found
		}
		if found {
			continue
		}
		if len(j.seen) == maxSeen {
			copy(j.seen, j.seen[1:])
			j.seen = j.seen[:maxSeen-1]
		}
		j.seen = append(j.seen, now)
	}
}

// compare joins the sets of two wordings that are the same quotation, and
// reports whether they are in one set then.
func (j *joiner) compare(a, b *seen) bool {
	j.looks++
	if !a.alike(&b.face) {
		return false
	}
	if j.sets.find(a.id) == j.sets.find(b.id) {
		return true
	}
	if j.spent[b.id] >= maxCompared {
		return false
	}
	j.compared++
	if j.join(a.id, b.id) {
		return true
	}
	j.spent[b.id]++
	return false
}

// join makes one set of those of a and b if they are the same quotation, and
// the sets' leaders as well, by a lower standard, so that a chain of small
// changes does not lead from one quotation to another.
func (j *joiner) join(a, b uint32) bool {
	if !j.m.same(a, b, false) {
		return false
	}
	la, lb := j.leader[j.sets.find(a)], j.leader[j.sets.find(b)]
	if (la != a || lb != b) && !j.m.same(la, lb, true) {
		return false
	}
	if na, nb := j.x.all.at(la).at.n, j.x.all.at(lb).at.n; nb > na || nb == na && lb < la {
		la = lb
	}
	j.leader[j.sets.join(a, b)] = la
	return true
}

// census counts how often each feature occurs, about: counters are shared by
// chance, which only makes a feature look less rare, and end at 255.
type census struct {
	counts []uint8
	shift  uint
	// The features of a batch of wordings, dealt to ranges of the counters that
	// fit the cache: taken as they come, each would miss it.
	batch  []uint32
	order  []uint32
	begins [ranges + 1]uint32
}

const ranges = 256

func newCensus(features int) *census {
	n := 16
	for n < 27 && 1<<n < 2*features {
		n++
	}
	return &census{counts: make([]uint8, 1<<n), shift: 32 - uint(n)}
}

// each calls f with the index of each feature of the batch and its counter.
func (c *census) each(f func(i uint32, n *uint8)) {
	clear(c.begins[:])
	for _, h := range c.batch {
		c.begins[h>>24+1]++
	}
	for i := range ranges {
		c.begins[i+1] += c.begins[i]
	}
	c.order = slices.Grow(c.order[:0], len(c.batch))[:len(c.batch)]
	for i, h := range c.batch {
		p := &c.begins[h>>24]
		c.order[*p] = uint32(i)
		*p++
	}
	for _, i := range c.order {
		f(i, &c.counts[c.batch[i]>>c.shift])
	}
}

// batchFeatures is about how many features are counted at a time.
const batchFeatures = 1 << 19

// batches collects the features of all wordings, and calls f when a batch is
// full and at the end: ids are those of the wordings from first on whose
// features end at ends.
func (x *quoteIndex) batches(c *census, f func(first uint32, ends []uint32) error) error {
	var ends []uint32
	first := uint32(0)
	c.batch = c.batch[:0]
	for i := range uint32(x.all.n) {
		if !x.stock(i) {
			c.batch = features(c.batch, x.wordsOf(i))
		}
		ends = append(ends, uint32(len(c.batch)))
		if len(c.batch) >= batchFeatures || int(i) == x.all.n-1 {
			if err := f(first, ends); err != nil {
				return err
			}
			first, ends, c.batch = i+1, ends[:0], c.batch[:0]
		}
	}
	return nil
}

// postings writes, for each wording, its rarest features.
func (x *quoteIndex) postings(dir string) (*postings, error) {
	total := 0
	for i := range uint32(x.all.n) {
		total += 2 * int(x.all.at(i).at.n)
	}
	c := newCensus(total)
	_ = x.batches(c, func(uint32, []uint32) error {
		c.each(func(_ uint32, n *uint8) {
			if *n < 255 {
				*n++
			}
		})
		return nil
	})
	post, err := newPostings(dir, maxFeatures*x.all.n)
	if err != nil {
		return nil, err
	}
	var (
		often  []uint8
		chosen []uint64
	)
	err = x.batches(c, func(first uint32, ends []uint32) error {
		often = slices.Grow(often[:0], len(c.batch))[:len(c.batch)]
		c.each(func(i uint32, n *uint8) { often[i] = *n })
		begin := uint32(0)
		for k, end := range ends {
			chosen = chosen[:0]
			for i := begin; i < end; i++ {
				// One that occurs once brings nobody together.
				if often[i] > 1 {
					chosen = append(chosen, uint64(often[i])<<32|uint64(c.batch[i]))
				}
			}
			begin = end
			slices.Sort(chosen)
			chosen = slices.Compact(chosen)
			for _, h := range chosen[:min(len(chosen), maxFeatures)] {
				if err := post.add(rarity(uint8(h>>32)), uint32(h), first+uint32(k)); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		post.remove()
		return nil, err
	}
	return post, nil
}

// rarities is how many classes of rarity there are.
const rarities = 7

// rarity is the class of a feature that occurs n times, 0 for the rarest.
func rarity(n uint8) int { return bits.Len8(n) - 2 }
