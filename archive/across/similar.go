package across

import "math/bits"

// signature is a set of content words, each one of 128 bits.
type signature [2]uint64

func newSignature(w []uint32) (s signature) {
	for _, h := range w {
		if isContent(h) {
			b := mix(uint64(h)) >> 57
			s[b>>6] |= 1 << (b & 63)
		}
	}
	return s
}

func (s signature) size() int { return bits.OnesCount64(s[0]) + bits.OnesCount64(s[1]) }

func (s signature) common(o signature) int {
	return bits.OnesCount64(s[0]&o[0]) + bits.OnesCount64(s[1]&o[1])
}

// The standards for two wordings to be the same quotation, chosen on the
// synthetic archive (seed 1; the figures are for seed 2).
//
// whole is the share of words, by weight, that both have in the same order;
// part the share of the shorter one's, where it may be a part of the longer.
var standards = [...]struct {
	whole, part         float64
	wholeWords, partMin int // content words that the shorter must have
}{
	unknownSpeaker: {0.74, 0.93, 7, 5},
	sameSpeaker:    {0.62, 0.88, 2, 4},
	likelySpeaker:  {0.68, 0.90, 4, 4},
	otherSpeaker:   {0.90, 0.97, 8, 8},
}

// leaderSlack is how much lower the standard is for the leaders of two sets.
const leaderSlack = 0.06

// matcher decides whether two wordings are the same quotation.
type matcher struct {
	x        *quoteIndex
	row, old []int
}

func newMatcher(x *quoteIndex) *matcher { return &matcher{x: x} }

// alike reports whether two wordings may be the same quotation as far as their
// faces tell: common bits bound common words from above, but for words that
// share a bit.
func (f *face) alike(o *face) bool {
	small, common := int(min(f.size, o.size)), f.marks.common(o.marks)
	if 100*common < leastCommon*small {
		return false // by the lowest standard
	}
	std := &standards[f.speaker.relation(o.speaker)]
	return (small >= std.wholeWords || small >= std.partMin) && float64(common) >= (std.whole-signatureSlack)*float64(small)
}

// signatureSlack is how much lower the standard for signatures is, and
// leastCommon, in percent, what the lowest one comes to (with the same speaker).
const (
	signatureSlack = 0.15
	leastCommon    = 47
)

// same compares two wordings; leaders are those of two sets of which other
// members are the same already.
func (m *matcher) same(a, b uint32, leaders bool) bool {
	va, vb := m.x.all.at(a), m.x.all.at(b)
	rel, slack := va.speaker.relation(vb.speaker), 0.0
	if leaders {
		slack = leaderSlack
		if rel == otherSpeaker { // one of them may be put into a wrong mouth
			rel = unknownSpeaker
		}
	}
	std := standards[rel]
	small, common := int(min(va.size, vb.size)), va.marks.common(vb.marks)
	if small < std.wholeWords && small < std.partMin {
		return false
	}
	if float64(common) < (std.whole-slack-signatureSlack)*float64(small) {
		return false
	}
	wa, wb := m.x.words.get(va.at), m.x.words.get(vb.at)
	ta, tb := total(wa), total(wb)
	shared := m.common(wa, wb)
	if small >= std.wholeWords && 2*float64(shared) >= (std.whole-slack)*float64(ta+tb) {
		return true
	}
	if small < std.partMin || float64(shared) < (std.part-slack)*float64(min(ta, tb)) {
		return false
	}
	if len(wa) > len(wb) {
		wa, wb = wb, wa
	}
	return m.compact(wa, wb, std.part-slack)
}

func total(w []uint32) (n int) {
	for _, h := range w {
		n += weight(h)
	}
	return n
}

// common is the weight of the heaviest common subsequence of a and b.
func (m *matcher) common(a, b []uint32) (sum int) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		sum += weight(a[0])
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		sum += weight(a[len(a)-1])
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return sum
	}
	if len(b) > len(a) {
		a, b = b, a
	}
	if cap(m.row) < len(b)+1 {
		m.row, m.old = make([]int, 2*len(b)+1), make([]int, 2*len(b)+1)
	}
	row, old := m.row[:len(b)+1], m.old[:len(b)+1]
	clear(row)
	for _, x := range a {
		row, old = old, row
		row[0] = 0
		for j, y := range b {
			if x == y {
				row[j+1] = old[j] + weight(x)
			} else {
				row[j+1] = max(old[j+1], row[j])
			}
		}
	}
	return sum + row[len(b)]
}

// compact reports whether short stands in long as a part of it and not as
// words strewn over it: within a stretch not much longer than itself, but for
// one cut.
func (m *matcher) compact(short, long []uint32, share float64) bool {
	n := len(short) + len(short)/4 + 2
	if len(long) <= n {
		return true
	}
	need := share * float64(total(short))
	best := 0
	for i := 0; i+n <= len(long); i += max(1, len(short)/6) {
		best = max(best, m.common(short, long[i:i+n]))
	}
	best = max(best, m.common(short, long[len(long)-n:]))
	if float64(best) >= need {
		return true
	}
	// "beginning ... end" with a cut between.
	for k := 3; k+3 <= len(short); k++ {
		i := find(long, short[:k])
		if i < 0 {
			break
		}
		if j := find(long[i+k:], short[k:]); j >= 0 {
			return true
		}
	}
	return false
}

// find returns where part begins in w, -1 if nowhere.
func find(w, part []uint32) int {
	for i := 0; i+len(part) <= len(w); i++ {
		k := 0
		for k < len(part) && w[i+k] == part[k] {
			k++
		}
		if k == len(part) {
			return i
		}
	}
	return -1
}
