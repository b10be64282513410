package across

import (
	"iter"
	"slices"
)

// sortByUpper sorts numbers by their upper 32 bits, in time linear in how many
// there are; those whose upper bits are equal stay in their order. It returns
// the sorted ones and the other of the two arrays.
func sortByUpper(p, spare []uint64) (sorted, other []uint64) {
	spare = slices.Grow(spare[:0], len(p))[:len(p)]
	const digit = 11
	for shift := uint(32); shift < 64; shift += digit {
		var begins [1 << digit]uint32
		for _, v := range p {
			begins[v>>shift&(1<<digit-1)]++
		}
		at := uint32(0)
		for i, n := range begins {
			begins[i] = at
			at += n
		}
		for _, v := range p {
			b := &begins[v>>shift&(1<<digit-1)]
			spare[*b] = v
			*b++
		}
		p, spare = spare, p
	}
	return p, spare
}

// buckets yields the stretches of at least two numbers with equal upper 32 bits.
func buckets(sorted []uint64) iter.Seq[[]uint64] {
	return func(yield func([]uint64) bool) {
		for i := 0; i < len(sorted); {
			k := i + 1
			for k < len(sorted) && sorted[k]>>32 == sorted[i]>>32 {
				k++
			}
			if k-i > 1 && !yield(sorted[i:k]) {
				return
			}
			i = k
		}
	}
}
