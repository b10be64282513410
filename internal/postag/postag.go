// Package postag is the part-of-speech tagger: a greedy averaged perceptron
// (Collins, 2002) over hashed features of the words around and of the two
// tags before, with a memo of the words that bear one tag only.
package postag

import (
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"sort"

	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/internal/words"
)

// Tagger tags sentences. It is read-only and safe for concurrent use.
type Tagger struct {
	table *linear.Table
	memo  memo
}

// memo maps a word's hash to what is known of its tags.
type memo struct {
	mask uint32
	keys []uint32
	vals []uint16 // low byte: the only tag, 0 if there are several; high byte: the class of words that it belongs to
}

func newMemo(n int) memo {
	size := 16
	for size < n*2 {
		size *= 2
	}
	return memo{mask: uint32(size - 1), keys: make([]uint32, size), vals: make([]uint16, size)}
}

func (m *memo) get(k uint32) uint16 {
	if k == 0 {
		k = 1
	}
	for i := k & m.mask; ; i = (i + 1) & m.mask {
		switch m.keys[i] {
		case k:
			return m.vals[i]
		case 0:
			return 0
		}
	}
}

func (m *memo) set(k uint32, v uint16) {
	if k == 0 {
		k = 1
	}
	i := k & m.mask
	for m.keys[i] != 0 && m.keys[i] != k {
		i = (i + 1) & m.mask
	}
	m.keys[i], m.vals[i] = k, v
}

// Scratch is the memory that tagging works in.
type Scratch struct {
	rows   []uint32
	scores []int32
}

// Tag sets the tags that are 0, one for each of ws: numbers of the tag set
// that the tagger was trained with. Those set already stay.
func (t *Tagger) Tag(ws []words.Word, tags []uint8, s *Scratch) {
	n := t.table.Classes()
	if cap(s.scores) < n {
		s.scores = make([]int32, n)
	}
	scores := s.scores[:n]
	for i := range ws {
		if tags[i] != 0 {
			continue
		}
		if v := uint8(t.memo.get(ws[i].Form)); v != 0 {
			tags[i] = v
			continue
		}
		s.rows = features(s.rows[:0], ws, tags, i, &t.memo)
		clear(scores)
		t.table.Add(scores, s.rows)
		best := 1
		for k := 2; k < n; k++ {
			if scores[k] > scores[best] {
				best = k
			}
		}
		tags[i] = uint8(best)
	}
}

var outside = words.Word{Form: 0xB0B0, Low: 0xB0B0, Suf1: 0xB0B0, Suf2: 0xB0B0, Suf3: 0xB0B0, Suf4: 0xB0B0, Shape: 0xB0B0}

func features(f []uint32, ws []words.Word, tags []uint8, i int, m *memo) []uint32 {
	w := &ws[i]
	p1, p2, n1, n2 := &outside, &outside, &outside, &outside
	var t1, t2 uint32
	if i > 0 {
		p1, t1 = &ws[i-1], uint32(tags[i-1])
	}
	if i > 1 {
		p2, t2 = &ws[i-2], uint32(tags[i-2])
	}
	if i+1 < len(ws) {
		n1 = &ws[i+1]
	}
	if i+2 < len(ws) {
		n2 = &ws[i+2]
	}
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	c0 := uint32(m.get(w.Low^lowKey) >> 8)
	c1 := uint32(m.get(n1.Low^lowKey) >> 8)
	c2 := uint32(m.get(n2.Low^lowKey) >> 8)
	return append(f,
		linear.F1(1, w.Form),
		linear.F1(2, w.Low),
		linear.F1(3, w.Suf1),
		linear.F1(4, w.Suf2),
		linear.F1(5, w.Suf3),
		linear.F1(6, w.Suf4),
		linear.F1(7, w.Pre1),
		linear.F1(8, w.Pre3),
		linear.F2(9, w.Shape, first),
		linear.F1(10, t1),
		linear.F2(11, t1, t2),
		linear.F2(12, t1, w.Low),
		linear.F1(13, p1.Low),
		linear.F1(14, p2.Low),
		linear.F1(15, n1.Low),
		linear.F1(16, n2.Low),
		linear.F2(17, p1.Low, w.Low),
		linear.F2(18, w.Low, n1.Low),
		linear.F1(19, p1.Suf3),
		linear.F1(20, n1.Suf3),
		linear.F1(21, n1.Suf2),
		linear.F2(22, n1.Shape, w.Shape),
		linear.F2(23, p1.Shape, w.Shape),
		linear.F2(24, t1, n1.Low),
		linear.F3(25, t2, t1, w.Suf2),
		linear.F3(26, t1, c0, c1),
		linear.F2(27, c0, c1),
		linear.F2(28, c1, c2),
		linear.F3(29, t1, c0, t2),
		linear.F2(30, w.Suf3, n1.Suf3),
		linear.F2(31, w.Suf3, c1),
		linear.F2(32, c0, w.Shape),
		linear.F1(33, uint32(w.Fine)),
		linear.F1(34, uint32(n1.Fine)),
		linear.F2(35, t1, uint32(w.Fine)),
		linear.F2(36, t1, uint32(n1.Fine)),
		linear.F3(37, uint32(p1.Coarse), uint32(w.Coarse), uint32(n1.Coarse)),
		linear.F2(38, uint32(n1.Coarse), uint32(n2.Coarse)),
		linear.F2(39, w.Low, uint32(n1.Coarse)),
		linear.F2(40, w.Low, uint32(p1.Coarse)),
		linear.F3(41, uint32(w.Lex), w.Shape, first),
		linear.F1(42, uint32(w.Near)),
		linear.F2(43, t1, uint32(w.Near)),
		linear.F2(44, t1, uint32(n1.Near)),
		linear.F3(45, uint32(p1.Group), uint32(w.Group), uint32(n1.Group)),
		linear.F2(46, uint32(w.Near), w.Suf2),
		linear.F2(47, w.Low, uint32(n1.Near)),
	)
}

// lowKey tells the classes of lower-cased words from the memo of forms.
const lowKey = 0x5bd1e995

// Sentence is one sentence to learn from. A tag of 0 is unknown: it is
// predicted, and nothing is learnt from it.
type Sentence struct {
	Words []words.Word
	Tags  []uint8
	Fixed []uint8 // tags known beforehand, 0 elsewhere
}

// Train trains a tagger with 1<<bits rows. The memo holds words seen at least
// memoMin times, with one tag in all but one of 400. Of 100 features, dropout
// are left out at random wherever a tag is learnt, so that none is relied upon
// alone: the model would know its training data by heart otherwise.
func Train(data []Sentence, bits, classes, epochs, memoMin, dropout int, shuffle func(n int, swap func(i, j int)), progress func(epoch int, acc float64)) *Tagger {
	type counts map[uint8]int
	forms, lows := map[uint32]counts{}, map[uint32]counts{}
	add := func(m map[uint32]counts, k uint32, t uint8) {
		if m[k] == nil {
			m[k] = counts{}
		}
		m[k][t]++
	}
	for _, s := range data {
		for i, t := range s.Tags {
			if t != 0 {
				add(forms, s.Words[i].Form, t)
				add(lows, s.Words[i].Low, t)
			}
		}
	}
	vals := map[uint32]uint16{}
	for k, c := range forms {
		total, best := 0, uint8(0)
		for t, n := range c {
			total += n
			if n > c[best] || n == c[best] && t < best {
				best = t
			}
		}
		if total >= memoMin && (total-c[best])*400 <= total {
			vals[k] |= uint16(best)
		}
	}
	// The class of a word is the set of tags that it bears often, in order.
	classOf := map[string]uint16{}
	names := map[string]int{}
	sets := map[uint32]string{}
	for k, c := range lows {
		total := 0
		for _, n := range c {
			total += n
		}
		if total < 8 {
			continue
		}
		var ts []int
		for t, n := range c {
			if n*20 >= total {
				ts = append(ts, int(t))
			}
		}
		sort.Slice(ts, func(i, j int) bool {
			return c[uint8(ts[i])] > c[uint8(ts[j])] || c[uint8(ts[i])] == c[uint8(ts[j])] && ts[i] < ts[j]
		})
		if len(ts) > 3 {
			ts = ts[:3]
		}
		b := make([]byte, len(ts))
		for i, t := range ts {
			b[i] = byte(t)
		}
		sets[k] = string(b)
		names[string(b)] += total
	}
	order := make([]string, 0, len(names))
	for n := range names {
		order = append(order, n)
	}
	sort.Slice(order, func(i, j int) bool {
		return names[order[i]] > names[order[j]] || names[order[i]] == names[order[j]] && order[i] < order[j]
	})
	for i, n := range order {
		if i < 255 {
			classOf[n] = uint16(i+1) << 8
		}
	}
	for k, n := range sets {
		vals[k^lowKey] |= classOf[n]
	}
	m := newMemo(len(vals))
	keys := make([]uint32, 0, len(vals))
	for k := range vals {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	for _, k := range keys {
		m.set(k, vals[k])
	}
	p := linear.NewPerceptron(bits, classes)
	idx := make([]int, len(data))
	for i := range idx {
		idx[i] = i
	}
	scores := make([]float32, classes)
	var tags []uint8
	var rows []uint32
	rng := rand.New(rand.NewPCG(11, 12))
	for e := 0; e < epochs; e++ {
		shuffle(len(idx), func(i, j int) { idx[i], idx[j] = idx[j], idx[i] })
		right, seen := 0, 0
		for _, k := range idx {
			s := &data[k]
			if cap(tags) < len(s.Tags) {
				tags = make([]uint8, len(s.Tags)*2)
			}
			tags = tags[:len(s.Tags)]
			for i := range s.Words {
				if s.Fixed[i] != 0 {
					tags[i] = s.Fixed[i]
					continue
				}
				if v := uint8(m.get(s.Words[i].Form)); v != 0 {
					tags[i] = v
					continue
				}
				rows = features(rows[:0], s.Words, tags, i, &m)
				rows = slices.DeleteFunc(rows, func(uint32) bool { return rng.IntN(100) < dropout })
				p.Scores(scores, rows)
				best := 1
				for c := 2; c < classes; c++ {
					if scores[c] > scores[best] {
						best = c
					}
				}
				tags[i] = uint8(best)
				if g := s.Tags[i]; g != 0 {
					seen++
					if int(g) == best {
						right++
					} else {
						p.Update(int(g), rows, 1)
						p.Update(best, rows, -1)
					}
					p.Step()
				}
			}
		}
		if progress != nil {
			progress(e+1, float64(right)/float64(max(1, seen)))
		}
	}
	return &Tagger{table: p.Table(), memo: m}
}

// WriteTo writes t.
func (t *Tagger) WriteTo(w io.Writer) (int64, error) {
	n, err := t.table.WriteTo(w)
	if err != nil {
		return n, err
	}
	for _, v := range []any{uint32(len(t.memo.keys)), t.memo.keys, t.memo.vals} {
		if err := binary.Write(w, binary.LittleEndian, v); err != nil {
			return n, err
		}
	}
	return n + 4 + int64(len(t.memo.keys)*6), nil
}

// Read reads what WriteTo wrote.
func Read(r io.Reader) (*Tagger, error) {
	t := &Tagger{}
	var err error
	if t.table, err = linear.ReadTable(r); err != nil {
		return nil, fmt.Errorf("part-of-speech tagger: %w", err)
	}
	var n uint32
	if err := binary.Read(r, binary.LittleEndian, &n); err != nil {
		return nil, fmt.Errorf("part-of-speech tagger: %w", err)
	}
	if n == 0 || n&(n-1) != 0 || n > 1<<22 {
		return nil, fmt.Errorf("part-of-speech tagger: damaged memo of %d words", n)
	}
	t.memo = memo{mask: n - 1, keys: make([]uint32, n), vals: make([]uint16, n)}
	if err := binary.Read(r, binary.LittleEndian, t.memo.keys); err != nil {
		return nil, fmt.Errorf("part-of-speech tagger: %w", err)
	}
	if err := binary.Read(r, binary.LittleEndian, t.memo.vals); err != nil {
		return nil, fmt.Errorf("part-of-speech tagger: %w", err)
	}
	return t, nil
}
