package depparse

import (
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"

	"github.com/onrecord/onrecord/internal/model"
)

// A supertag of a word is its relation and the side on which its head stands.
// Guessed in a first pass from the words around, it tells the parser what the
// words still to come may be (Ouchi, Duh and Matsumoto, 2014).

// superClass is the class of relation rel to a head on the right, or left.
func superClass(rel uint8, toRight bool) int {
	k := 2 * int(rel)
	if toRight {
		k++
	}
	return k
}

// Supertagger guesses supertags from left to right. It is read-only.
type Supertagger struct {
	bits  uint
	class []uint8 // the supertags that occur, by number of the column
	raw   []int8  // weights before packing, kept for writing only
	table [][superWords]uint64
}

const (
	superWords = 12
	maxSuper   = superWords * 8
)

func (s *sentence) superFeatures(i int, p1, p2 uint64, f *feats) {
	f.group(6)
	t, l1, l2, r1, r2 := s.at(i), s.at(i-1), s.at(i-2), s.at(i+1), s.at(i+2)
	l3, r3 := s.at(i-3), s.at(i+3)
	f.add(0)
	f.add(t.WordTag)
	f.add(t.Word)
	f.add(t.Tag)
	f.add(t.Fine)
	f.add(t.Suffix + rot(t.Tag, 7))
	f.add(l1.Word)
	f.add(r1.Word)
	f.add(l1.Tag)
	f.add(r1.Tag)
	f.add(l1.WordTag + rot(t.Tag, 7))
	f.add(r1.WordTag + rot(t.Tag, 7))
	f.add(l1.Word + rot(t.Word, 7))
	f.add(t.Word + rot(r1.Word, 7))
	f.add(l1.Fine + rot(t.Fine, 7))
	f.add(t.Fine + rot(r1.Fine, 7))
	f.add(l2.WordTag)
	f.add(r2.WordTag)
	f.add(l2.Fine + rot(t.Tag, 7))
	f.add(r2.Fine + rot(t.Tag, 7))
	f.add(l1.Tag + rot(t.Tag, 7) + rot(r1.Tag, 13))
	f.add(l2.Tag + rot(l1.Tag, 7) + rot(t.Tag, 13))
	f.add(t.Tag + rot(r1.Tag, 7) + rot(r2.Tag, 13))
	f.add(l2.Tag + rot(l1.Tag, 7) + rot(t.Tag, 13) + rot(r1.Tag, 19))
	f.add(l1.Tag + rot(t.Tag, 7) + rot(r1.Tag, 13) + rot(r2.Tag, 19))
	f.add(t.Tag + rot(r1.Tag, 7) + rot(r2.Tag, 13) + rot(r3.Tag, 19))
	f.add(l3.Tag + rot(l2.Tag, 7) + rot(l1.Tag, 13) + rot(t.Tag, 19))
	f.add(t.Word + rot(r1.Tag, 7) + rot(r2.Tag, 13))
	f.add(t.Word + rot(l1.Tag, 7) + rot(l2.Tag, 13))
	f.add(t.Coarse + rot(r1.Coarse, 7) + rot(r2.Coarse, 13))
	f.add(l2.Coarse + rot(l1.Coarse, 7) + rot(t.Coarse, 13))
	f.add(l1.Coarse + rot(t.Coarse, 7) + rot(r1.Coarse, 13))
	f.add(p1 + rot(t.Tag, 7))
	f.add(p1 + rot(t.WordTag, 7))
	f.add(p1 + rot(p2, 7) + rot(t.Tag, 13))
	f.add(p1 + rot(t.Tag, 7) + rot(r1.Tag, 13))
	// The verbs on either side, and what lies between.
	v, n := int(s.prevVerb[i]), int(s.nextVerb[i])
	tv, tn := s.at(v), s.at(n)
	f.add(tv.WordTag + rot(t.Tag, 7))
	f.add(tn.WordTag + rot(t.Tag, 7))
	var bv, bn uint64
	if v >= 0 {
		bv = s.between(v, i)
	}
	if n < len(s.tok) {
		bn = s.between(i, n)
	}
	f.add(tv.Tag + rot(t.Tag, 7) + rot(bv, 13))
	f.add(tn.Tag + rot(t.Tag, 7) + rot(bn, 13))
	f.add(tv.Word + rot(t.Word, 7))
	f.add(tv.Tag + rot(t.Tag, 7) + rot(tn.Tag, 13))
	f.add(t.Tag + rot(small[min(3, i)], 7) + rot(small[min(3, len(s.tok)-i)], 13))
}

// superPad is the supertag before the first word.
const superPad = maxSuper

// supertag sets the supertags of the words of w.s, which is prepared.
func (t *Supertagger) supertag(w *Work) {
	s := &w.s
	var sum [superWords]uint64
	var odd [superWords]uint64
	const low = 0x00ff00ff00ff00ff
	mask := uint32(len(t.table) - 1)
	words := min(superWords, (len(t.class)+7)/8)
	p1, p2 := small[superPad], small[superPad]
	for i := range s.tok {
		w.f.reset(t.bits)
		s.superFeatures(i, p1, p2, &w.f)
		sum, odd = [superWords]uint64{}, [superWords]uint64{}
		rows := w.f.rows()
		w.fetched += fetchSupertags(t.table, rows)
		for ; len(rows) >= 4; rows = rows[4:] {
			r0, r1, r2, r3 := &t.table[rows[0]&mask], &t.table[rows[1]&mask], &t.table[rows[2]&mask], &t.table[rows[3]&mask]
			for k := range words {
				a, b, c, d := r0[k], r1[k], r2[k], r3[k]
				sum[k] += a&low + b&low + c&low + d&low
				odd[k] += a>>8&low + b>>8&low + c>>8&low + d>>8&low
			}
		}
		for _, r := range rows {
			row := &t.table[r&mask]
			for k := range words {
				x := row[k]
				sum[k] += x & low
				odd[k] += x >> 8 & low
			}
		}
		best, arg := uint64(0), 0
		for k := range t.class {
			x := sum[k>>3]
			if k&1 == 1 {
				x = odd[k>>3]
			}
			if x = x >> (16 * (k >> 1 & 3)) & 0xffff; x > best {
				best, arg = x, k
			}
		}
		h := small[arg]
		s.tok[i].Super = h
		p1, p2 = h, p1
	}
}

func (t *Supertagger) pack(raw []int8) {
	t.table = make([][superWords]uint64, 1<<t.bits)
	n := len(t.class)
	for i := range t.table {
		packBytes(t.table[i][:], raw[i*n:(i+1)*n])
	}
}

// WriteTo writes t.
func (t *Supertagger) WriteTo(w io.Writer) (int64, error) {
	for _, x := range []any{uint32(t.bits), uint32(len(t.class)), t.class, t.raw} {
		if err := binary.Write(w, binary.LittleEndian, x); err != nil {
			return 0, err
		}
	}
	return int64(8 + len(t.class) + len(t.raw)), nil
}

// ReadSupertagger reads what WriteTo wrote.
func ReadSupertagger(r io.Reader) (*Supertagger, error) {
	var head [2]uint32
	if err := binary.Read(r, binary.LittleEndian, &head); err != nil {
		return nil, fmt.Errorf("Supertagger: %w", err)
	}
	if head[0] > 20 || head[1] > maxSuper || head[1] == 0 {
		return nil, fmt.Errorf("Supertagger: a header that is none: %v", head)
	}
	t := &Supertagger{bits: uint(head[0]), class: make([]uint8, head[1])}
	if _, err := io.ReadFull(r, t.class); err != nil {
		return nil, fmt.Errorf("Supertagger: %w", err)
	}
	raw, err := model.Weights(r, int(head[1])<<head[0])
	if err != nil {
		return nil, fmt.Errorf("Supertagger: %w", err)
	}
	t.pack(raw)
	return t, nil
}

// gold is the class of word i of t.
func (t *Tree) super(i int) int { return superClass(t.Rel[i], t.Head[i] > int32(i)) }

// TrainSupertagger trains on the trees for which use holds.
func trainSupertagger(trees []Tree, use func(i int) bool, bits uint, epochs int, seed uint64) *Supertagger {
	freq := map[int]int{}
	for i := range trees {
		if w := trees[i].Weight; w > 0 && w < 10 {
			continue // so that the columns are those of the gold trees
		}
		for k := range trees[i].Tokens {
			freq[trees[i].super(k)]++
		}
	}
	t := &Supertagger{bits: bits}
	var column [256]int
	for k := range 256 {
		column[k] = -1
		if freq[k] >= 20 && len(t.class) < maxSuper {
			column[k] = len(t.class)
			t.class = append(t.class, uint8(k))
		}
	}
	p := newPerceptron(bits, len(t.class))
	allowed := make([]bool, len(t.class))
	for i := range allowed {
		allowed[i] = true
	}
	var order []int
	for i := range trees {
		if use(i) {
			order = append(order, i)
		}
	}
	rng := rand.New(rand.NewPCG(seed, 0x7375706572))
	var w Work
	step := int64(1)
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			x := &trees[i]
			if len(x.Tokens) > maxLen {
				continue
			}
			w.s.tok = x.Tokens
			w.s.prepare()
			weight := x.Weight
			if weight == 0 {
				weight = 10
			}
			p1, p2 := small[superPad], small[superPad]
			for k := range x.Tokens {
				w.f.reset(bits)
				w.s.superFeatures(k, p1, p2, &w.f)
				got := 0
				if g := column[x.super(k)]; g >= 0 {
					got = p.learn(p.thin(w.f.rows(), rng), g, allowed, 30, weight, step)
					step++
				} else {
					got = p.best(p.scores(w.f.rows()), allowed, -1)
				}
				p1, p2 = small[got], p1
			}
		}
	}
	t.raw = p.average(2, step)
	t.pack(t.raw)
	return t
}

// TrainSupertagger trains a supertagger on trees, with 1<<bits rows.
func TrainSupertagger(trees []Tree, bits uint, epochs int, seed uint64) *Supertagger {
	return trainSupertagger(trees, func(int) bool { return true }, bits, epochs, seed)
}

// Apply sets the supertags of trees and returns the share that is right.
func (t *Supertagger) Apply(trees []Tree) float64 {
	var w Work
	right, all := 0, 0
	for i := range trees {
		if len(trees[i].Tokens) > maxLen {
			continue
		}
		w.s.tok = trees[i].Tokens
		w.s.prepare()
		t.supertag(&w)
		for j := range w.s.tok {
			all++
			for c, x := range t.class {
				if int(x) == trees[i].super(j) && w.s.tok[j].Super == small[c] {
					right++
				}
			}
		}
	}
	return float64(right) / float64(max(1, all))
}

// Jackknife sets the supertags of trees, each by a tagger that was trained on
// others, and returns the share that is right.
func Jackknife(trees []Tree, folds int, bits uint, epochs int, seed uint64) float64 {
	fold := func(i int) int { return i / 50 % folds }
	var sum float64
	for k := range folds {
		t := trainSupertagger(trees, func(i int) bool { return fold(i) != k }, bits, epochs, seed)
		var part []Tree
		for i := range trees {
			if fold(i) == k {
				part = append(part, trees[i])
			}
		}
		sum += t.Apply(part)
	}
	return sum / float64(folds)
}
