package linear

import "math"

// Best is one of the best label sequences of a lattice.
type Best struct {
	Labels  []uint8
	LogProb float64
}

// DecodeK finds the k best label sequences (list Viterbi, Seshadri and
// Sundberg, 1994), best first. Infer must have run, for the probabilities.
func (c *CRF) DecodeK(l *Lattice, k int, dst []Best) []Best {
	n := c.classes
	m := len(l.emit) / n
	dst = dst[:0]
	if m == 0 || k < 1 {
		return dst
	}
	// entry (i, j, r): the r-th best way to label j at item i.
	size := n * k
	score := grow(l.kscore, m*size)
	back := grow(l.kback, m*size)
	l.kscore, l.kback = score, back
	inf := float32(math.Inf(-1))
	for j := 0; j < n; j++ {
		for r := 0; r < k; r++ {
			score[j*k+r] = inf
		}
		score[j*k] = c.trans[n*n+j] + l.emit[j]
	}
	for i := 1; i < m; i++ {
		prev := score[(i-1)*size : i*size]
		for j := 0; j < n; j++ {
			cur := score[i*size+j*k : i*size+j*k+k]
			bk := back[i*size+j*k : i*size+j*k+k]
			for r := range cur {
				cur[r] = inf
			}
			for p := 0; p < n; p++ {
				tr := c.trans[p*n+j]
				if tr <= Forbidden {
					continue
				}
				for r := 0; r < k; r++ {
					s := prev[p*k+r] + tr
					if s <= cur[k-1] {
						break // those behind are lower still
					}
					q := k - 1
					for q > 0 && cur[q-1] < s {
						cur[q], bk[q] = cur[q-1], bk[q-1]
						q--
					}
					cur[q], bk[q] = s, uint16(p*k+r)
				}
			}
			e := l.emit[i*n+j]
			for r := range cur {
				cur[r] += e
			}
		}
	}
	last := score[(m-1)*size:]
	for len(dst) < k {
		arg := -1
		for x := 0; x < size; x++ {
			if last[x] > inf && (arg < 0 || last[x] > last[arg]) {
				arg = x
			}
		}
		if arg < 0 || last[arg] <= Forbidden/2 {
			break
		}
		var b Best
		if len(dst) < cap(dst) {
			b = dst[:len(dst)+1][len(dst)]
		}
		b.Labels = grow(b.Labels, m)
		b.LogProb = float64(last[arg]) - l.LogZ
		last[arg] = inf
		x := arg
		for i := m - 1; i >= 0; i-- {
			b.Labels[i] = uint8(x / k)
			x = int(back[i*size+x])
		}
		dst = append(dst, b)
	}
	return dst
}

// LogProb is the log-probability of a whole labelling. Infer must have run.
func (c *CRF) LogProb(l *Lattice, labels []uint8) float64 {
	n := c.classes
	s, prev := 0.0, n
	for i, y := range labels {
		s += float64(c.trans[prev*n+int(y)]) + float64(l.emit[i*n+int(y)])
		prev = int(y)
	}
	return s - l.LogZ
}
