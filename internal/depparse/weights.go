package depparse

// A row of weights holds four classes in each uint64, 16 bits for each; a
// weight w in [-128, 127] is kept as w+128. Rows are added up without
// unpacking: up to 256 of them cannot overflow, and as each class has the
// same offset added, it does not change which class is best.

const (
	lanes  = 4
	offset = 128
)

// pack packs the weights of one row into dst.
func pack(dst []uint64, w []int8) {
	for i := range dst {
		var x uint64
		for k := range lanes {
			v := int8(0)
			if j := i*lanes + k; j < len(w) {
				v = w[j]
			}
			x |= uint64(int(v)+offset) << (16 * k)
		}
		dst[i] = x
	}
}

func lane(x uint64, k int) int32 { return int32(x >> (16 * k) & 0xffff) }

const (
	maxRels  = 64
	relWords = 13 // words of a row of relation weights: up to 52 relations
)
