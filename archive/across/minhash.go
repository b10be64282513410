package across

// Sketches are min-wise hashes with one permutation: the hashes of a text's
// shingles are dealt to bins by their upper bits, and each bin keeps its
// smallest. 16 bits of each are kept: two texts agree in a bin by chance once
// in 65,536 times.
const (
	bins        = 128
	bandRows    = 3
	bands       = bins / bandRows
	shingleSize = 4 // words
)

// sketch is the min-wise hash of a text.
type sketch [bins]uint16

// newSketch returns the sketch of a text and whether it has enough words for
// one: very short texts resemble each other by chance.
func newSketch(words []uint32, min *[bins]uint32) (s sketch, ok bool) {
	if len(words) < 20 {
		return s, false
	}
	for i := range min {
		min[i] = ^uint32(0)
	}
	for i := 0; i+shingleSize <= len(words); i++ {
		h := hashWords(words[i : i+shingleSize])
		b, v := h>>57, uint32(h>>16)
		if v < min[b] {
			min[b] = v
		}
	}
	// An empty bin takes the value of the next that is not, changed by the
	// distance (rotation), so that equal sets keep equal sketches.
	for i := range min {
		v, d := min[i], 0
		for v == ^uint32(0) {
			d++
			v = min[(i+d)%bins]
		}
		s[i] = uint16(mix(uint64(v)<<8 | uint64(d)))
	}
	return s, true
}

// resemblance estimates the Jaccard similarity of two texts' shingles. Where a
// quarter of the bins shows that it is far below threshold, the others, which
// are in other lines of the cache, are not looked at.
func (s *sketch) resemblance(o *sketch, threshold float64) float64 {
	const few = bins / 4
	n := 0
	for i := range few {
		if s[i] == o[i] {
			n++
		}
	}
	if float64(n) < threshold*few/4 {
		return float64(n) / few
	}
	for i := few; i < bins; i++ {
		if s[i] == o[i] {
			n++
		}
	}
	return float64(n) / bins
}

// nearEqual joins the articles whose sketches resemble each other by at least
// threshold. ok says which have a sketch.
func nearEqual(sets union, all *blocks[sketch], ok []bool, threshold float64) (compared int64) {
	var (
		entries = make([]uint64, 0, len(ok)) // hash of the band, article
		spare   []uint64
		reps    = make([]uint32, 0, maxReps)
		spent   = make([]uint8, len(ok))
	)
	for band := range bands {
		entries = entries[:0]
		for id := range uint32(all.n) {
			if !ok[id] {
				continue
			}
			h := uint64(0)
			for _, v := range all.at(id)[band*bandRows : (band+1)*bandRows] {
				h = h<<16 | uint64(v)
			}
			entries = append(entries, mix(h)&^(1<<32-1)|uint64(id))
		}
		entries, spare = sortByUpper(entries, spare)
		for e := range buckets(entries) {
			reps = reps[:0]
			for _, p := range e {
				reps = joinOne(sets, reps, uint32(p), func(a, b uint32) bool {
					if spent[b] >= maxVain {
						return false
					}
					compared++
					if all.at(a).resemblance(all.at(b), threshold) >= threshold {
						return true
					}
					spent[b]++
					return false
				})
			}
		}
	}
	return compared
}

// maxVain is how many others an article is compared with in vain before it is
// not compared any more: in a larger archive, more articles share phrases.
const maxVain = 64

// maxReps bounds how many sets the members of one bucket are compared with,
// and so the time that a bucket takes to a multiple of its size.
const maxReps = 32

// joinOne compares x with one member of each set that was seen in a bucket,
// and joins it to those that it equals. It returns the members with x, if x
// brings a new set.
func joinOne(sets union, reps []uint32, x uint32, equal func(a, b uint32) bool) []uint32 {
	found := false
	for _, r := range reps {
		if sets.find(r) == sets.find(x) {
			found = true
			continue
		}
		if equal(r, x) {
			sets.join(r, x)
			found = true
		}
	}
	if found {
		return reps
	}
	if len(reps) == maxReps {
		copy(reps, reps[1:])
		reps = reps[:maxReps-1]
	}
	return append(reps, x)
}
