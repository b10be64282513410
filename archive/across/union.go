package across

// union is a forest of disjoint sets of the numbers below its length. The
// root of a set is its smallest member.
type union []uint32

func newUnion(n int) union {
	u := make(union, n)
	for i := range u {
		u[i] = uint32(i)
	}
	return u
}

func (u union) find(x uint32) uint32 {
	for u[x] != x {
		u[x] = u[u[x]]
		x = u[x]
	}
	return x
}

// join makes one set of two and returns its root.
func (u union) join(a, b uint32) uint32 {
	a, b = u.find(a), u.find(b)
	if b < a {
		a, b = b, a
	}
	u[b] = a
	return a
}

// number gives each set with at least two members (as counted by weight) a
// number, in order of the root; the others get -1. It returns the numbers by
// member, and how many there are.
func (u union) number(weight func(i int) int) ([]int32, int) {
	size := make([]int32, len(u))
	for i := range u {
		size[u.find(uint32(i))] += int32(weight(i))
	}
	num := make([]int32, len(u))
	n := int32(0)
	for i := range u {
		r := u.find(uint32(i))
		if int(r) == i { // before all its members
			if size[r] >= 2 {
				num[i] = n
				n++
			} else {
				num[i] = -1
			}
			continue
		}
		num[i] = num[r]
	}
	return num, int(n)
}
