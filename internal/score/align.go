package score

// align maps positions of a to positions of b: the longest common run first,
// then what is left on both sides of it, after Ratcliff and Obershelp (Dr
// Dobb's Journal, July 1988) as Python's difflib does it without junk. A
// position without partner is -1.
func align(a, b []string) []int {
	to := make([]int, len(a))
	for i := range to {
		to[i] = -1
	}
	at := map[string][]int{}
	for j, w := range b {
		at[w] = append(at[w], j)
	}
	m := matcher{at: make([][]int, len(a)), run: make([]int, len(b)+1), next: make([]int, len(b)+1)}
	for i, w := range a {
		m.at[i] = at[w]
	}
	type area struct{ alo, ahi, blo, bhi int }
	stack := []area{{0, len(a), 0, len(b)}}
	for len(stack) > 0 {
		x := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		i, j, n := m.longest(x.alo, x.ahi, x.blo, x.bhi)
		if n == 0 {
			continue
		}
		for k := range n {
			to[i+k] = j + k
		}
		if x.alo < i && x.blo < j {
			stack = append(stack, area{x.alo, i, x.blo, j})
		}
		if i+n < x.ahi && j+n < x.bhi {
			stack = append(stack, area{i + n, x.ahi, j + n, x.bhi})
		}
	}
	return to
}

type matcher struct {
	at        [][]int // the places in b of each word of a
	run, next []int   // by place in b, plus one: length of the run that ends there
	was, is   []int   // the places set in run and next
}

// longest finds the longest run that a[alo:ahi] and b[blo:bhi] share; of
// equals the one that begins first in a, then in b.
func (m *matcher) longest(alo, ahi, blo, bhi int) (besti, bestj, best int) {
	besti, bestj = alo, blo
	for i := alo; i < ahi; i++ {
		m.is = m.is[:0]
		for _, j := range m.at[i] {
			if j < blo {
				continue
			}
			if j >= bhi {
				break
			}
			k := m.run[j] + 1
			m.next[j+1] = k
			m.is = append(m.is, j+1)
			if k > best {
				besti, bestj, best = i-k+1, j-k+1, k
			}
		}
		for _, j := range m.was {
			m.run[j] = 0
		}
		m.run, m.next = m.next, m.run
		m.was, m.is = m.is, m.was
	}
	for _, j := range m.was {
		m.run[j] = 0
	}
	m.was = m.was[:0]
	return besti, bestj, best
}
