package linear

import "math"

// Infer runs forward-backward and sets l.Marginal and l.LogZ. It works with
// probabilities that add up to one at each item (Rabiner, 1989), which takes
// one exponential for a label of an item and no logarithm but one for each
// stretch of items.
func (c *CRF) Infer(l *Lattice) {
	n := c.classes
	m := len(l.emit) / n
	l.Marginal = grow(l.Marginal, n*m)
	l.LogZ = 0
	if m == 0 {
		return
	}
	l.alpha = grow(l.alpha, n*m)
	l.weight = grow(l.weight, n*m+m)
	l.tmp = grow(l.tmp, 2*n)
	weight, sums := l.weight[:n*m], l.weight[n*m:]
	clear(l.tmp)
	prev := l.tmp[:n]
	product := 1.0
	l.first = grow(l.first, n)
	for j, x := range c.trans[n*n:] {
		l.first[j] = l.emit[j] + x
	}
	for i := range m {
		emit, w, a := l.emit[i*n:i*n+n], weight[i*n:i*n+n], l.alpha[i*n:i*n+n]
		if i == 0 {
			emit = l.first
		}
		top := emit[0]
		for _, x := range emit[1:] {
			top = max(top, x)
		}
		for j, x := range emit {
			w[j] = math.Exp(float64(x) - float64(top))
		}
		if i == 0 {
			for j := range a {
				a[j] = 1
			}
		} else {
			clear(a)
			for k, x := range prev {
				for j, y := range c.odds[k*n : k*n+n] {
					a[j] += x * y
				}
			}
		}
		var sum float64
		for j, y := range w {
			a[j] *= y
			sum += a[j]
		}
		if !(sum > 1e-200 && sum < 1e200) {
			inferInLogs(n, c.trans, l) // beyond what a float64 holds
			return
		}
		sums[i] = sum
		inv := 1 / sum
		for j := range a {
			a[j] *= inv
		}
		prev = a
		l.LogZ += float64(top)
		if product *= sum; product < 1e-100 || product > 1e100 {
			l.LogZ += math.Log(product)
			product = 1
		}
	}
	l.LogZ += math.Log(product)
	b, x := l.tmp[:n], l.tmp[n:]
	for j := range b {
		b[j] = 1
	}
	copy(l.Marginal[(m-1)*n:], l.alpha[(m-1)*n:])
	for i := m - 2; i >= 0; i-- {
		w, inv := weight[(i+1)*n:(i+2)*n], 1/sums[i+1]
		for j, y := range w {
			x[j] = y * b[j] * inv
		}
		a, p := l.alpha[i*n:i*n+n], l.Marginal[i*n:i*n+n]
		for k := range a {
			var s float64
			for j, y := range c.odds[k*n : k*n+n] {
				s += y * x[j]
			}
			b[k] = s
			p[k] = a[k] * s
		}
	}
}

// inferInLogs is Infer for weights of any size, which in training may come
// up. It also leaves the sums over all beginnings and ends, in logs, in
// l.alpha and l.beta.
func inferInLogs(n int, trans []float32, l *Lattice) {
	m := len(l.emit) / n
	l.Marginal = grow(l.Marginal, n*m)
	l.LogZ = 0
	if m == 0 {
		return
	}
	l.alpha = grow(l.alpha, n*m)
	l.beta = grow(l.beta, n*m)
	l.tmp = grow(l.tmp, n)
	a, b, tmp := l.alpha, l.beta, l.tmp
	for j := 0; j < n; j++ {
		a[j] = float64(trans[n*n+j] + l.emit[j])
	}
	for i := 1; i < m; i++ {
		for j := 0; j < n; j++ {
			for k := 0; k < n; k++ {
				tmp[k] = a[(i-1)*n+k] + float64(trans[k*n+j])
			}
			a[i*n+j] = logSum(tmp) + float64(l.emit[i*n+j])
		}
	}
	clear(b[(m-1)*n:])
	for i := m - 2; i >= 0; i-- {
		for k := 0; k < n; k++ {
			for j := 0; j < n; j++ {
				tmp[j] = float64(trans[k*n+j]) + float64(l.emit[(i+1)*n+j]) + b[(i+1)*n+j]
			}
			b[i*n+k] = logSum(tmp)
		}
	}
	l.LogZ = logSum(a[(m-1)*n:])
	for i := range l.Marginal {
		l.Marginal[i] = math.Exp(a[i] + b[i] - l.LogZ)
	}
}

func logSum(x []float64) float64 {
	top := x[0]
	for _, v := range x[1:] {
		if v > top {
			top = v
		}
	}
	var s float64
	for _, v := range x {
		if d := v - top; d > -36 {
			s += math.Exp(d)
		}
	}
	return top + math.Log(s)
}
