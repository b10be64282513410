package across

// blocks holds many values in blocks: one array would be copied when it
// grows, and twice there for a while.
type blocks[T any] struct {
	all []*[blockSize]T
	n   int
}

const blockSize = 4096

func (b *blocks[T]) add(v T) {
	if b.n%blockSize == 0 {
		b.all = append(b.all, new([blockSize]T))
	}
	b.all[b.n/blockSize][b.n%blockSize] = v
	b.n++
}

func (b *blocks[T]) at(i uint32) *T { return &b.all[i/blockSize][i%blockSize] }
