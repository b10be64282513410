// Package vectors holds what 30,000 English words mean, as far as the company
// that they keep tells: the 50-dimensional GloVe vectors of Pennington, Socher
// and Manning (2014), trained on 6 billion words of Wikipedia and newswire,
// kept in 8 bits a number. See README.md for where they are from and under
// which licence.
package vectors

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/onrecord/onrecord/internal/model"
)

// Dims is the number of dimensions of a vector.
const Dims = 50

// Table holds the vectors of all words. It is read-only and safe for
// concurrent use.
type Table struct {
	// slots is a hash table with open addressing from the hash of a word to
	// its row, 1 based.
	slots []slot
	rows  []int16 // Dims for each word, scaled by its weight
	// weight is how much a word counts in a mean, times 256.
	weight []int16
}

type slot struct{ hash, row uint32 }

//go:embed glove.bin
var packed []byte

// Load returns the embedded table, which is unpacked once and shared.
var Load = sync.OnceValues(func() (*Table, error) {
	return model.Load(packed, func(b *bytes.Buffer) (*Table, error) { return read(b) })
})

// Words is the form that glove.bin holds: the hashes of the words (as by
// linear.Lower), the most frequent first, and their vectors, Dims numbers each
// in steps of 1/24.
type Words struct {
	Hashes  []uint32
	Vectors []int8
}

// WriteTo writes w.
func (x *Words) WriteTo(w io.Writer) (int64, error) {
	for _, v := range []any{uint32(len(x.Hashes)), x.Hashes, x.Vectors} {
		if err := binary.Write(w, binary.LittleEndian, v); err != nil {
			return 0, err
		}
	}
	return int64(4 + 4*len(x.Hashes) + len(x.Vectors)), nil
}

func read(r io.Reader) (*Table, error) {
	var n uint32
	if err := binary.Read(r, binary.LittleEndian, &n); err != nil {
		return nil, fmt.Errorf("word vectors: %w", err)
	}
	if n > 1<<20 {
		return nil, errors.New("word vectors: damaged: build them again with internal/cmd/vectors")
	}
	x := Words{make([]uint32, n), make([]int8, n*Dims)}
	if err := binary.Read(r, binary.LittleEndian, x.Hashes); err != nil {
		return nil, fmt.Errorf("word vectors: %w", err)
	}
	if err := binary.Read(r, binary.LittleEndian, x.Vectors); err != nil {
		return nil, fmt.Errorf("word vectors: %w", err)
	}
	size := 1
	for size < 2*int(n) {
		size *= 2
	}
	t := &Table{slots: make([]slot, size), rows: make([]int16, len(x.Vectors)), weight: make([]int16, n)}
	mask := uint32(size - 1)
	for i, h := range x.Hashes {
		k := h & mask
		for t.slots[k].row != 0 && t.slots[k].hash != h {
			k = (k + 1) & mask
		}
		if t.slots[k].row == 0 {
			t.slots[k] = slot{h, uint32(i) + 1}
		}
		// Frequent words say little of what a sentence is about (Arora, Liang
		// and Ma, 2017: a/(a+p) with a of 0.001). p is by Zipf's law from the
		// word's rank.
		w := 256 * 1e-3 / (1e-3 + 1/float64(i+10))
		t.weight[i] = int16(w)
		for d := i * Dims; d < (i+1)*Dims; d++ {
			t.rows[d] = int16(float64(x.Vectors[d]) * float64(t.weight[i]) / 8)
		}
	}
	return t, nil
}

// Row returns the row of the word with this hash, -1 for an unknown one.
func (t *Table) Row(hash uint32) int32 {
	mask := uint32(len(t.slots) - 1)
	for k := hash & mask; t.slots[k].row != 0; k = (k + 1) & mask {
		if t.slots[k].hash == hash {
			return int32(t.slots[k].row) - 1
		}
	}
	return -1
}

// Mean sets dst to the weighted mean of rows (those that are not negative)
// and reports whether there was any.
func (t *Table) Mean(dst *[Dims]float32, rows []int32) bool {
	var sum [Dims]int32
	weight := int32(0)
	for _, r := range rows {
		if r < 0 {
			continue
		}
		weight += int32(t.weight[r])
		v := t.rows[int(r)*Dims : int(r)*Dims+Dims]
		for d := range sum {
			sum[d] += int32(v[d])
		}
	}
	if weight == 0 {
		return false
	}
	k := 8 / (24 * float32(weight))
	for d := range sum {
		dst[d] = float32(sum[d]) * k
	}
	return true
}
