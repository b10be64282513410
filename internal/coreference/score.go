// Package coreference measures coreference resolution and lays out a
// treebank's coreference for the language layer.
package coreference

// Counts are the numerators and denominators of recall and precision, to be
// summed over documents as the reference scorer of the CoNLL-2012 shared task
// does.
type Counts struct{ RecallNum, RecallDen, PrecisionNum, PrecisionDen float64 }

// F1 is the harmonic mean of recall and precision.
func (c Counts) F1() float64 {
	if c.RecallDen == 0 || c.PrecisionDen == 0 {
		return 0
	}
	r, p := c.RecallNum/c.RecallDen, c.PrecisionNum/c.PrecisionDen
	if r+p == 0 {
		return 0
	}
	return 2 * r * p / (r + p)
}

func (c *Counts) add(o Counts) {
	c.RecallNum += o.RecallNum
	c.RecallDen += o.RecallDen
	c.PrecisionNum += o.PrecisionNum
	c.PrecisionDen += o.PrecisionDen
}

// Score gathers the three metrics whose mean is the CoNLL score, and the
// share of mentions found.
type Score struct{ MUC, B3, CEAFe, Mentions Counts }

// CoNLL is the mean F1 of MUC, B3 and CEAFe (Pradhan et al., 2012).
func (s *Score) CoNLL() float64 { return (s.MUC.F1() + s.B3.F1() + s.CEAFe.F1()) / 3 }

// Add scores one document. gold and pred are partitions: lists of clusters of
// mention numbers; a mention that both have carries the same number in both.
func (s *Score) Add(gold, pred [][]int) {
	g, p := where(gold), where(pred)
	s.MUC.add(Counts{RecallNum: muc(gold, p), RecallDen: links(gold), PrecisionNum: muc(pred, g), PrecisionDen: links(pred)})
	s.B3.add(Counts{RecallNum: b3(gold, pred, p), RecallDen: size(gold), PrecisionNum: b3(pred, gold, g), PrecisionDen: size(pred)})
	best := ceafe(gold, pred)
	s.CEAFe.add(Counts{RecallNum: best, RecallDen: float64(len(gold)), PrecisionNum: best, PrecisionDen: float64(len(pred))})
	both := 0.0
	for m := range g {
		if _, ok := p[m]; ok {
			both++
		}
	}
	s.Mentions.add(Counts{RecallNum: both, RecallDen: size(gold), PrecisionNum: both, PrecisionDen: size(pred)})
}

func where(cs [][]int) map[int]int {
	w := map[int]int{}
	for i, c := range cs {
		for _, m := range c {
			w[m] = i
		}
	}
	return w
}

func size(cs [][]int) float64 {
	n := 0
	for _, c := range cs {
		n += len(c)
	}
	return float64(n)
}

func links(cs [][]int) float64 {
	n := 0
	for _, c := range cs {
		n += len(c) - 1
	}
	return float64(n)
}

// muc counts the links of cs that the other partition keeps (Vilain et al., 1995).
func muc(cs [][]int, other map[int]int) float64 {
	n := 0
	for _, c := range cs {
		parts := map[int]bool{}
		alone := 0
		for _, m := range c {
			if o, ok := other[m]; ok {
				parts[o] = true
			} else {
				alone++
			}
		}
		n += len(c) - len(parts) - alone
	}
	return float64(n)
}

// b3 is the sum over mentions of the share of their cluster that the other
// partition keeps with them (Bagga and Baldwin, 1998).
func b3(cs, others [][]int, other map[int]int) float64 {
	var sum float64
	for _, c := range cs {
		n := map[int]int{}
		for _, m := range c {
			if o, ok := other[m]; ok {
				n[o]++
			}
		}
		for _, k := range n {
			sum += float64(k) * float64(k) / float64(len(c))
		}
	}
	return sum
}

// ceafe is the total similarity of the best one-to-one alignment of clusters
// (Luo, 2005, with the entity-based similarity).
func ceafe(gold, pred [][]int) float64 {
	n := max(len(gold), len(pred))
	if n == 0 {
		return 0
	}
	w := where(pred)
	cost := make([][]float64, n)
	for i := range cost {
		cost[i] = make([]float64, n)
	}
	for i, c := range gold {
		k := map[int]int{}
		for _, m := range c {
			if o, ok := w[m]; ok {
				k[o]++
			}
		}
		for o, x := range k {
			cost[i][o] = -2 * float64(x) / float64(len(c)+len(pred[o]))
		}
	}
	return -assign(cost)
}

// assign returns the least total cost of a perfect matching of a square
// matrix (the Hungarian method with potentials).
func assign(cost [][]float64) float64 {
	n := len(cost)
	const inf = 1e18
	u, v := make([]float64, n+1), make([]float64, n+1)
	match, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		match[0] = i
		j0 := 0
		least := make([]float64, n+1)
		used := make([]bool, n+1)
		for j := range least {
			least[j] = inf
		}
		for {
			used[j0] = true
			i0, delta, j1 := match[j0], inf, 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := cost[i0-1][j-1] - u[i0] - v[j]; c < least[j] {
					least[j], way[j] = c, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					u[match[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			if j0 = j1; match[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			j1 := way[j0]
			match[j0] = match[j1]
			j0 = j1
		}
	}
	total := 0.0
	for j := 1; j <= n; j++ {
		total += cost[match[j]-1][j-1]
	}
	return total
}
