// Package linear is the learning machinery that the language, quotation and
// claim models share: hashed features, tables of 8-bit weights, an averaged
// perceptron, and a linear-chain conditional random field (which, on
// sequences of length one, is multinomial logistic regression).
//
// A feature is a 32-bit hash; the row of the weight table that it selects is
// its low bits. Nothing is stored of the feature itself, so models are small
// and extraction allocates nothing; rare collisions cost less than a
// dictionary would.
//
// Training is single-threaded and deterministic: the same data in the same
// order gives the same bytes.
package linear

const (
	prime1 = 0x9E3779B1
	prime2 = 0x85EBCA77
	prime3 = 0xC2B2AE3D
)

// String hashes s (FNV-1a, with a final mix).
func String(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return mix(h)
}

// Lower hashes s as String hashes its ASCII-lower-cased form.
func Lower(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return mix(h)
}

// F1 is the feature of template t with value a.
func F1(t, a uint32) uint32 { return mix(t*prime1 ^ a*prime2) }

// F2 is the feature of template t with values a and b.
func F2(t, a, b uint32) uint32 { return mix(mix(t*prime1^a*prime2) + b*prime3) }

// F3 is the feature of template t with values a, b and c.
func F3(t, a, b, c uint32) uint32 {
	return mix(mix(mix(t*prime1^a*prime2)+b*prime3) + c*prime1)
}

func mix(h uint32) uint32 {
	h ^= h >> 15
	h *= 0x2C1B3C6D
	h ^= h >> 12
	h *= 0x297A2D39
	h ^= h >> 15
	return h
}

// Features holds the features of the items of a sequence. Reuse one to save
// memory.
type Features struct {
	rows []uint32
	ends []int32
}

// Reset empties f.
func (f *Features) Reset() { f.rows, f.ends = f.rows[:0], f.ends[:0] }

// Add adds features to the item under construction.
func (f *Features) Add(rows ...uint32) { f.rows = append(f.rows, rows...) }

// Next ends the item under construction.
func (f *Features) Next() { f.ends = append(f.ends, int32(len(f.rows))) }

// Resume takes the last finished item up again: what is added from here on
// belongs to it.
func (f *Features) Resume() { f.ends = f.ends[:len(f.ends)-1] }

// Rows returns the features of all items.
func (f *Features) Rows() []uint32 { return f.rows }

// Len is the number of finished items.
func (f *Features) Len() int { return len(f.ends) }

// At returns the features of item i.
func (f *Features) At(i int) []uint32 {
	s := int32(0)
	if i > 0 {
		s = f.ends[i-1]
	}
	return f.rows[s:f.ends[i]]
}

// Clone returns a copy that holds no more memory than it needs.
func (f *Features) Clone() *Features {
	return &Features{rows: append([]uint32(nil), f.rows...), ends: append([]int32(nil), f.ends...)}
}
