package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"unsafe"
)

// Table is a table of weights: one row per feature hash, one column per
// class. It is read-only and safe for concurrent use.
type Table struct {
	classes int
	mask    uint32
	scale   float32 // a weight is its 8-bit value times scale
	w       []int8
}

// Classes is the number of columns.
func (t *Table) Classes() int { return t.classes }

// Scale turns the integer scores that Add makes into weights' units.
func (t *Table) Scale() float32 { return t.scale }

// Add adds the weights of rows to dst, one number per class, in units of Scale.
func (t *Table) Add(dst []int32, rows []uint32) {
	n := t.classes
	dst = dst[:n]
	for _, r := range rows {
		i := int(r&t.mask) * n
		w := t.w[i : i+n]
		for k := range dst {
			dst[k] += int32(w[k])
		}
	}
}

// Score is Add for one class alone.
func (t *Table) Score(class int, rows []uint32) int32 {
	var s int32
	for _, r := range rows {
		s += int32(t.w[int(r&t.mask)*t.classes+class])
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
	t := &Table{classes: classes, mask: uint32(len(w)/classes - 1), scale: 1, w: make([]int8, len(w))}
	if n == 0 {
		return t
	}
	clip := math.Min(top, limit*math.Sqrt(sum/float64(n)))
	t.scale = float32(clip / 127)
	for i, x := range w {
		q := math.Round(float64(x / t.scale))
		t.w[i] = int8(math.Max(-127, math.Min(127, q)))
	}
	return t
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
	n, err := w.Write(asBytes(t.w))
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
	t := &Table{classes: int(binary.LittleEndian.Uint32(h[4:])), mask: binary.LittleEndian.Uint32(h[8:]),
		scale: math.Float32frombits(binary.LittleEndian.Uint32(h[12:]))}
	if t.classes < 1 || t.classes > 1<<12 || t.mask&(t.mask+1) != 0 || t.mask > 1<<26 {
		return nil, errors.New("weight table: damaged header")
	}
	t.w = make([]int8, (int(t.mask)+1)*t.classes)
	if _, err := io.ReadFull(r, asBytes(t.w)); err != nil {
		return nil, fmt.Errorf("weight table: %w", err)
	}
	return t, nil
}

// asBytes views weights as bytes.
func asBytes(w []int8) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(w))), len(w))
}
