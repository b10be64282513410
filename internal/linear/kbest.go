package linear

import "slices"

// Best is one of the best label sequences of a lattice.
type Best struct {
	Labels  []uint8
	LogProb float64
}

// ranks is the memory of DecodeK: what is known, beside the best way, of the
// ways to the labels of items that some good sequence passes.
type ranks struct {
	at   []int32 // by item and label: 1 + the place of its ways, 0 for none
	ways []way   // k of each, the best first
	next []uint8 // by place and label before: the first of its ways that is not in use
	num  []uint8 // by place: how many ways are known
	path []int32
}

// way is a way to a label of an item: over the rank-th best way to label prev
// of the item before.
type way struct {
	score float32
	prev  uint8
	rank  uint8
}

// maxBest bounds the number of sequences that DecodeK finds.
const maxBest = 255

// DecodeK finds the k best label sequences, at most 255, the best first. Infer
// must have run, for the probabilities. It finds the best one by Viterbi's
// algorithm and each further one from those before by what is next best on
// their way (the recursive enumeration algorithm of Jiménez and Marzal, 1999),
// so that a further sequence costs little more than to write it down.
func (c *CRF) DecodeK(l *Lattice, k int, dst []Best) []Best {
	n := c.classes
	m := len(l.emit) / n
	dst = dst[:0]
	if m == 0 || k < 1 {
		return dst
	}
	k = min(k, maxBest)
	c.viterbi(l)
	x := &l.ranks
	x.at = grow(x.at, n*m+1)
	clear(x.at)
	x.ways, x.next, x.num = x.ways[:0], x.next[:0], x.num[:0]
	for r := range k {
		// The end is one more item, of one label, behind the last.
		if !c.rank(l, m, 0, r, k) {
			break
		}
		w := x.ways[(int(x.at[n*m])-1)*k+r]
		if w.score <= Forbidden/2 {
			break
		}
		var b Best
		if len(dst) < cap(dst) {
			b = dst[:len(dst)+1][len(dst)]
		}
		b.Labels = grow(b.Labels, m)
		b.LogProb = float64(w.score) - l.LogZ
		for i := m - 1; ; i-- {
			b.Labels[i] = w.prev
			if i == 0 {
				break
			}
			node := i*n + int(w.prev)
			if p := x.at[node]; p > 0 {
				w = x.ways[(int(p)-1)*k+int(w.rank)]
			} else {
				w = way{prev: l.back[node]}
			}
		}
		dst = append(dst, b)
	}
	return dst
}

// rank makes the r-th best way to label j of item i known, all better ones
// being known, and reports whether there is one.
func (c *CRF) rank(l *Lattice, i, j, r, k int) bool {
	n := c.classes
	x := &l.ranks
	// To know what is next best here, the way before must be known that comes
	// behind the last one in use, and so on down.
	path := x.path[:0]
	for {
		node := i*n + j
		if x.at[node] == 0 {
			x.at[node] = int32(len(x.num)) + 1
			x.num = append(x.num, 0)
			x.next = extend(x.next, n)
			x.ways = extend(x.ways, k)
			clear(x.next[len(x.next)-n:])
			if i < len(l.emit)/n {
				// Its best way is known.
				at := int(x.at[node]) - 1
				x.ways[at*k] = way{score: l.score[node], prev: l.back[node]}
				x.num[at] = 1
				x.next[at*n+int(l.back[node])] = 1
			}
		}
		if int(x.num[x.at[node]-1]) > r || i == 0 {
			break
		}
		path = append(path, int32(node))
		at := int(x.at[node]) - 1
		if x.num[at] == 0 {
			break
		}
		last := x.ways[at*k+int(x.num[at])-1]
		i, j, r = i-1, int(last.prev), int(last.rank)+1
		if r >= k {
			break
		}
	}
	x.path = path
	found := true
	for len(path) > 0 {
		node := int(path[len(path)-1])
		path = path[:len(path)-1]
		found = c.nextWay(l, node, k)
	}
	return found
}

// nextWay adds the best way to node that is not known yet, of those whose way
// before is known. Among equals the lowest label comes first.
func (c *CRF) nextWay(l *Lattice, node, k int) bool {
	n := c.classes
	m := len(l.emit) / n
	x := &l.ranks
	at, i, j := int(x.at[node])-1, node/n, node%n
	best, found := way{}, false
	for p := range n {
		r := int(x.next[at*n+p])
		before := (i-1)*n + p
		var s float32
		if b := int(x.at[before]) - 1; b < 0 {
			if r > 0 {
				continue
			}
			s = l.score[before]
		} else {
			if r >= int(x.num[b]) {
				continue
			}
			s = x.ways[b*k+r].score
		}
		if i < m {
			t := c.trans[p*n+j]
			if t <= Forbidden {
				continue
			}
			s += t
		}
		if !found || s > best.score {
			best, found = way{s, uint8(p), uint8(r)}, true
		}
	}
	if !found {
		return false
	}
	x.next[at*n+int(best.prev)]++
	if i < m {
		best.score += l.emit[node]
	}
	x.ways[at*k+int(x.num[at])] = best
	x.num[at]++
	return true
}

// extend lengthens s by n elements of any value.
func extend[T any](s []T, n int) []T {
	return slices.Grow(s, n)[:len(s)+n]
}
