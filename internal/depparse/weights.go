package depparse

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"unsafe"

	"github.com/onrecord/onrecord/internal/model"
)

// Weights are 8 bits wide. A weight w in [-128, 127] is kept as w+128, so that
// the bytes of a word can be added up, in lanes of 16 bits, without unpacking
// them: 256 rows cannot overflow a lane, and the same offset for each class
// does not change which class is best. A row of move weights is one 32-bit
// word, one of relation weights one cache line.

const (
	offset = 128
	// relWords is the number of words of a row of relation weights.
	relWords = 8
	maxRels  = relWords * 8
)

func packMoves(a, b, c int8) uint32 {
	return uint32(int(a)+offset) | uint32(int(b)+offset)<<8 | uint32(int(c)+offset)<<16
}

// sumMoves adds up the rows of move weights.
func sumMoves(table, rows []uint32) scores {
	const low = 0x00ff00ff
	var even, odd uint32
	mask := uint32(len(table) - 1)
	for _, r := range rows {
		x := table[r&mask]
		even += x & low
		odd += x >> 8 & low
	}
	return scores{int32(even & 0xffff), int32(odd & 0xffff), int32(even >> 16)}
}

// packBytes packs the weights of one row into dst.
func packBytes(dst []uint64, w []int8) {
	const signs = 0x8080808080808080 // adding offset to a byte turns its highest bit over
	b := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(w))), len(w))
	for i := range dst {
		if len(b) >= 8 {
			dst[i] = binary.LittleEndian.Uint64(b) ^ signs
			b = b[8:]
			continue
		}
		var rest [8]byte
		copy(rest[:], b)
		dst[i] = binary.LittleEndian.Uint64(rest[:]) ^ signs
		b = nil
	}
}

// relationSums holds the sums of relation weights.
type relationSums struct{ even, odd [relWords]uint64 }

// sumRelations adds up the rows of relation weights of n relations.
func sumRelations(table [][relWords]uint64, rows []uint32, n int, sum *relationSums) {
	const low = 0x00ff00ff00ff00ff
	*sum = relationSums{}
	mask := uint32(len(table) - 1)
	words := min(relWords, (n+7)/8)
	// Four rows at a time, so that the sums are read and written less often.
	for ; len(rows) >= 4; rows = rows[4:] {
		r0, r1, r2, r3 := &table[rows[0]&mask], &table[rows[1]&mask], &table[rows[2]&mask], &table[rows[3]&mask]
		for k := range words {
			a, b, c, d := r0[k], r1[k], r2[k], r3[k]
			sum.even[k] += a&low + b&low + c&low + d&low
			sum.odd[k] += a>>8&low + b>>8&low + c>>8&low + d>>8&low
		}
	}
	for _, r := range rows {
		row := &table[r&mask]
		for k := range words {
			x := row[k]
			sum.even[k] += x & low
			sum.odd[k] += x >> 8 & low
		}
	}
}

// at is the sum of relation k.
func (s *relationSums) at(k int) int32 {
	x := s.even[k>>3&7]
	if k&1 == 1 {
		x = s.odd[k>>3&7]
	}
	return int32(x >> (16 * (k >> 1 & 3)) & 0xffff)
}

// fetchRelations reads a word of each row, which brings the rows into the cache
// all at once: summing up takes so many steps a row that but a few rows would
// be on their way at a time. What it returns is of no use but must be kept, or
// nothing would be read.
func fetchRelations(table [][relWords]uint64, rows []uint32) uint64 {
	mask := uint32(len(table) - 1)
	var x uint64
	for _, r := range rows {
		x += table[r&mask][0]
	}
	return x
}

// fetchSupertags does the same for rows that are longer than a cache line.
func fetchSupertags(table [][superWords]uint64, rows []uint32) uint64 {
	mask := uint32(len(table) - 1)
	var x uint64
	for _, r := range rows {
		x += table[r&mask][0] + table[r&mask][8]
	}
	return x
}

// WriteTo writes the model in a form that compresses well.
func (p *Parser) WriteTo(w io.Writer) (int64, error) {
	head := []uint64{uint64(p.moveBits), uint64(p.relBits), uint64(p.nrel), uint64(p.beam) | uint64(p.margin)<<32, p.allowed}
	if err := binary.Write(w, binary.LittleEndian, head); err != nil {
		return 0, err
	}
	n := int64(8 * len(head))
	for _, r := range p.raw {
		if err := binary.Write(w, binary.LittleEndian, r); err != nil {
			return n, err
		}
		n += int64(len(r))
	}
	k, err := p.super.WriteTo(w)
	return n + k, err
}

// Read reads what WriteTo wrote.
func Read(r io.Reader) (*Parser, error) {
	var head [5]uint64
	if err := binary.Read(r, binary.LittleEndian, &head); err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	p := &Parser{moveBits: uint(head[0]), relBits: uint(head[1]), nrel: int(head[2]), beam: int(head[3] & 0xffff), margin: int32(head[3] >> 32 & 0xffffff), allowed: head[4]}
	if p.moveBits > 24 || p.relBits > 20 || p.nrel > maxRels || p.beam < 1 || p.beam > 64 {
		return nil, fmt.Errorf("parser: a header that is none: %v", head)
	}
	m, err := model.Weights(r, int(numMoves)<<p.moveBits)
	if err != nil {
		return nil, fmt.Errorf("parser's weights: %w", err)
	}
	l, err := model.Weights(r, p.nrel<<p.relBits)
	if err != nil {
		return nil, fmt.Errorf("parser's weights: %w", err)
	}
	if p.margin == 0 {
		p.margin = 1 << 30
	}
	p.setWeights(m, l)
	p.super, err = ReadSupertagger(r)
	return p, err
}

// setWeights packs the weights: by class, then by row.
func (p *Parser) setWeights(m, l []int8) {
	p.moves = make([]uint32, 1<<p.moveBits)
	for i := range p.moves {
		p.moves[i] = packMoves(m[i], m[i+(1<<p.moveBits)], m[i+(2<<p.moveBits)])
	}
	p.rels = make([][relWords]uint64, 1<<p.relBits)
	for i := range p.rels {
		packBytes(p.rels[i][:], l[i*p.nrel:(i+1)*p.nrel])
	}
}

// quantize turns averaged weights into 8-bit ones, clipped at limit standard
// deviations.
func quantize(w []float64, limit float64) []int8 {
	var sum, top float64
	var n int
	for _, x := range w {
		if x != 0 {
			sum += x * x
			n++
			top = math.Max(top, math.Abs(x))
		}
	}
	out := make([]int8, len(w))
	if n == 0 {
		return out
	}
	clip := math.Min(top, limit*math.Sqrt(sum/float64(n)))
	for i, x := range w {
		out[i] = int8(math.Round(math.Max(-1, math.Min(1, x/clip)) * 127))
	}
	return out
}
