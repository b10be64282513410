package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"unsafe"

	"github.com/onrecord/onrecord/internal/model"
)

// Table is a table of weights: one row per feature hash, one column per
// class. It is read-only and safe for concurrent use.
type Table struct {
	classes int
	mask    uint32
	scale   float32 // a weight is its 8-bit value times scale
	width   int     // of a row, in words
	// w holds eight weights a word, the first in the lowest byte, each with
	// bias added so that none is negative: sums can then be taken in four
	// 16-bit lanes at a time without a carry from one to the next.
	w []uint64
}

const (
	bias  = 128
	lanes = 0x00FF00FF00FF00FF
	signs = 0x8080808080808080
	// maxRows is how many weights a lane can sum.
	maxRows = 257
)

// newTable packs weights, bytes of row by row, which it does not keep.
func newTable(b []byte, classes int, mask uint32, scale float32) *Table {
	t := &Table{classes: classes, mask: mask, scale: scale, width: (classes + 7) / 8}
	t.w = make([]uint64, (int(mask)+1)*t.width)
	if t.width == 1 {
		used := ^uint64(0) >> (64 - 8*classes)
		at := 0
		for i := range t.w {
			t.w[i] = (eight(b, at) ^ signs) & used
			at += classes
		}
		return t
	}
	for r := 0; r <= int(mask); r++ {
		row := b[r*classes : (r+1)*classes]
		words := t.w[r*t.width : (r+1)*t.width]
		for k := range words {
			words[k] = eight(row, 8*k) ^ signs
		}
		if rest := len(row) % 8; rest > 0 {
			words[len(words)-1] &= ^uint64(0) >> (64 - 8*rest)
		}
	}
	return t
}

// eight reads the bytes of b from at on as a word; behind the end are zeros.
func eight(b []byte, at int) uint64 {
	if at+8 <= len(b) {
		return binary.LittleEndian.Uint64(b[at:])
	}
	var x [8]byte
	copy(x[:], b[at:])
	return binary.LittleEndian.Uint64(x[:])
}

// unpack is the reverse of newTable.
func (t *Table) unpack() []int8 {
	out := make([]int8, 0, (int(t.mask)+1)*t.classes)
	for r := 0; r <= int(t.mask); r++ {
		for k := 0; k < t.classes; k++ {
			out = append(out, t.At(r, k))
		}
	}
	return out
}

// At is the weight of a row and class, in units of Scale.
func (t *Table) At(row, class int) int8 {
	return int8(int(uint8(t.w[row*t.width+class>>3]>>(class&7*8))) - bias)
}

// Classes is the number of columns.
func (t *Table) Classes() int { return t.classes }

// Rows is the number of rows, a power of two.
func (t *Table) Rows() int { return int(t.mask) + 1 }

// Scale turns the integer scores that Add makes into weights' units.
func (t *Table) Scale() float32 { return t.scale }

// Add adds the weights of rows to dst, one number per class, in units of Scale.
func (t *Table) Add(dst []int32, rows []uint32) {
	dst = dst[:t.classes]
	for len(rows) > 0 {
		part := rows[:min(len(rows), maxRows)]
		rows = rows[len(part):]
		t.add(dst, part)
	}
}

// add is Add for at most maxRows rows. It goes by words of eight classes, so
// that their sums stay in two registers.
func (t *Table) add(dst []int32, rows []uint32) {
	less := int32(bias * len(rows))
	w, width, mask := t.w, uint(t.width), t.mask
	for k := uint(0); k < width; k++ {
		var even, odd uint64
		for _, r := range rows {
			x := w[uint(r&mask)*width+k]
			even += x & lanes
			odd += x >> 8 & lanes
		}
		d := dst[k*8:]
		if len(d) >= 8 {
			d = d[:8]
			d[0] += int32(even&0xFFFF) - less
			d[1] += int32(odd&0xFFFF) - less
			d[2] += int32(even>>16&0xFFFF) - less
			d[3] += int32(odd>>16&0xFFFF) - less
			d[4] += int32(even>>32&0xFFFF) - less
			d[5] += int32(odd>>32&0xFFFF) - less
			d[6] += int32(even>>48) - less
			d[7] += int32(odd>>48) - less
			continue
		}
		for i := range d {
			x := even
			if i&1 == 1 {
				x = odd
			}
			d[i] += int32(x>>(i>>1*16)&0xFFFF) - less
		}
	}
}

// Sum holds sums of weights, of up to eight classes, that more can be added to.
type Sum struct {
	even, odd uint64
	rows      int32
}

// Sum adds up the weights of rows, at most 257, of a table of at most eight
// classes.
func (t *Table) Sum(rows []uint32) Sum {
	var even, odd uint64
	w, mask := t.w, t.mask
	for _, r := range rows {
		x := w[r&mask]
		even += x & lanes
		odd += x >> 8 & lanes
	}
	return Sum{even, odd, int32(len(rows))}
}

// Add adds the weights of o to s; together they have at most 257 rows.
func (s *Sum) Add(o Sum) {
	s.even += o.even
	s.odd += o.odd
	s.rows += o.rows
}

// class is the sum of class k in units of Scale.
func (s *Sum) class(k int) int32 {
	x := s.even
	if k&1 == 1 {
		x = s.odd
	}
	return int32(x>>(k>>1*16)&0xFFFF) - bias*s.rows
}

// Score is Add for one class alone.
func (t *Table) Score(class int, rows []uint32) int32 {
	var s int32
	for _, r := range rows {
		s += int32(t.At(int(r&t.mask), class))
	}
	return s
}

// quantize turns float weights into a Table. Weights beyond limit standard
// deviations of the non-zero ones are clipped, so that a few large ones do not
// cost the many small ones their precision.
func quantize(w []float32, classes int, limit float64) *Table {
	var sum float64
	var n int
	var top float64
	for _, x := range w {
		if x != 0 {
			sum += float64(x) * float64(x)
			n++
			top = math.Max(top, math.Abs(float64(x)))
		}
	}
	mask, scale, small := uint32(len(w)/classes-1), float32(1), make([]int8, len(w))
	if n > 0 {
		clip := math.Min(top, limit*math.Sqrt(sum/float64(n)))
		scale = float32(clip / 127)
		for i, x := range w {
			q := math.Round(float64(x / scale))
			small[i] = int8(math.Max(-127, math.Min(127, q)))
		}
	}
	return newTable(asBytes(small), classes, mask, scale)
}

var magic = [4]byte{'O', 'R', 'T', '1'}

// WriteTo writes t: a header of 16 bytes and the weights, row by row.
func (t *Table) WriteTo(w io.Writer) (int64, error) {
	var h [16]byte
	copy(h[:], magic[:])
	binary.LittleEndian.PutUint32(h[4:], uint32(t.classes))
	binary.LittleEndian.PutUint32(h[8:], t.mask)
	binary.LittleEndian.PutUint32(h[12:], math.Float32bits(t.scale))
	if _, err := w.Write(h[:]); err != nil {
		return 0, err
	}
	n, err := w.Write(asBytes(t.unpack()))
	return int64(n) + 16, err
}

// ReadTable reads what WriteTo wrote.
func ReadTable(r io.Reader) (*Table, error) {
	var h [16]byte
	if _, err := io.ReadFull(r, h[:]); err != nil {
		return nil, fmt.Errorf("weight table: %w", err)
	}
	if [4]byte(h[:4]) != magic {
		return nil, errors.New("weight table: not a weight table of this version")
	}
	t := Table{classes: int(binary.LittleEndian.Uint32(h[4:])), mask: binary.LittleEndian.Uint32(h[8:]),
		scale: math.Float32frombits(binary.LittleEndian.Uint32(h[12:]))}
	if t.classes < 1 || t.classes > 1<<12 || t.mask&(t.mask+1) != 0 || t.mask > 1<<26 {
		return nil, errors.New("weight table: damaged header")
	}
	w, err := model.Next(r, (int(t.mask)+1)*t.classes)
	if err != nil {
		return nil, fmt.Errorf("weight table: %w", err)
	}
	return newTable(w, t.classes, t.mask, t.scale), nil
}

// asBytes views weights as bytes.
func asBytes(w []int8) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(w))), len(w))
}
