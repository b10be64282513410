package linear

import (
	"math"
	"math/rand/v2"
	"sync"
)

// Example is one sequence with its labels.
type Example struct {
	F      *Features
	Labels []uint8
	Weight float32 // 0 means 1
	// Soft holds, if set, a probability for each label at each item, item by
	// item, in place of Labels: what another model makes of the sequence, to
	// learn from it (distillation; Hinton, Vinyals and Dean, 2015).
	Soft []float32
}

// Training says how a CRF is trained. Zero fields take the defaults named.
type Training struct {
	Bits    int     // log2 of the number of rows (18)
	Classes int     // number of labels
	Epochs  int     // passes over the data (6)
	Rate    float64 // AdaGrad's learning rate (0.1)
	Seed    uint64  // of the order of the examples
	// Prune sets weights below it to zero at the end (0).
	Prune float32
	// L2 pulls each weight that a step touches towards zero (0).
	L2 float32
	// Start is what the sums of squared gradients start from (0). At 1, a rare
	// feature moves by no more than its gradient, which keeps models of many
	// features from learning their data by heart.
	Start float32
	// Dropout is the share of features that are left out, others each time that
	// an example is learnt (0), so that none is relied upon alone.
	Dropout float64
	// Skip is the size below which a gradient is passed over (1e-4).
	Skip float32
	// Runs is how many models, each on another order of the examples, are
	// trained and averaged (1). Averaging evens out what the order brought.
	Runs int
	// Allowed tells which label may follow which; -1 is the start. nil allows all.
	Allowed func(prev, next int) bool
	// Progress, if set, is told of each epoch's mean negative log-likelihood.
	Progress func(epoch int, loss float64)
}

// Train fits a CRF by stochastic gradient ascent of the log-likelihood with
// AdaGrad steps (Duchi et al., 2011), averaging the weights that each epoch
// of the second half ends with.
func (t Training) Train(data []Example) *CRF {
	runs := max(1, t.Runs)
	ws, ts := make([][]float32, runs), make([][]float32, runs)
	var wg sync.WaitGroup
	for r := range runs {
		t := t
		t.Seed += uint64(r) * 7919
		if r > 0 {
			t.Progress = nil
		}
		wg.Go(func() { ws[r], ts[r] = t.run(data) })
	}
	wg.Wait()
	for r := 1; r < runs; r++ {
		for i, x := range ws[r] {
			ws[0][i] += x
		}
		for i, x := range ts[r] {
			ts[0][i] += x
		}
	}
	for i, x := range ws[0] {
		if x /= float32(runs); x < t.Prune && x > -t.Prune {
			x = 0
		}
		ws[0][i] = x
	}
	for i := range ts[0] {
		ts[0][i] /= float32(runs)
	}
	return newCRF(quantize(ws[0], t.Classes, 16), ts[0])
}

// run trains once and returns the weights of features and transitions.
func (t Training) run(data []Example) (weights, transitions []float32) {
	if t.Bits == 0 {
		t.Bits = 18
	}
	if t.Epochs == 0 {
		t.Epochs = 6
	}
	if t.Skip == 0 {
		t.Skip = 1e-4
	}
	if t.Rate == 0 {
		t.Rate = 0.1
	}
	n := t.Classes
	mask := uint32(1)<<t.Bits - 1
	w := make([]float32, n<<t.Bits)
	g2 := make([]float32, len(w))
	if t.Start > 0 {
		for i := range g2 {
			g2[i] = t.Start
		}
	}
	avg := make([]float32, len(w))
	trans := make([]float32, (n+1)*n)
	tg2 := make([]float32, len(trans))
	tavg := make([]float32, len(trans))
	for i := 0; i <= n; i++ {
		for j := 0; j < n; j++ {
			prev := i
			if i == n {
				prev = -1
			}
			if t.Allowed != nil && !t.Allowed(prev, j) {
				trans[i*n+j] = Forbidden
			}
		}
	}
	order := make([]int, len(data))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(t.Seed, 0x6f6e7265636f7264))
	var l Lattice
	var some Features
	grad := make([]float32, n)
	tgrad := make([]float64, len(trans))
	averaged := 0
	rate := float32(t.Rate)
	step := func(w, g2 *float32, g float32) {
		*g2 += g * g
		*w += rate * g / (1e-6 + float32(math.Sqrt(float64(*g2))))
	}
	for e := 0; e < t.Epochs; e++ {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		var loss float64
		var items int
		for _, k := range order {
			x := &data[k]
			m := x.F.Len()
			if m == 0 {
				continue
			}
			f := x.F
			if t.Dropout > 0 {
				f = some.drop(x.F, t.Dropout, rng)
			}
			weight := x.Weight
			if weight == 0 {
				weight = 1
			}
			l.emit = grow(l.emit, n*m)
			clear(l.emit)
			for i := 0; i < m; i++ {
				em := l.emit[i*n : (i+1)*n]
				for _, r := range f.At(i) {
					at := int(r&mask) * n
					row := w[at : at+n]
					for j := range em {
						em[j] += row[j]
					}
				}
				if t.Dropout > 0 { // as much as all of them would have
					for j := range em {
						em[j] /= float32(1 - t.Dropout)
					}
				}
			}
			inferInLogs(n, trans, &l)
			// The gradient is what stands there less what is expected.
			clear(tgrad)
			var gold float64
			if x.Soft != nil {
				gold = x.expect(n, trans, l.emit, tgrad)
			} else {
				gold = float64(trans[n*n+int(x.Labels[0])]) + float64(l.emit[x.Labels[0]])
				tgrad[n*n+int(x.Labels[0])]++
			}
			for j := 0; j < n; j++ {
				tgrad[n*n+j] -= l.Marginal[j]
			}
			for i := 1; i < m; i++ {
				if x.Soft == nil {
					p, q := int(x.Labels[i-1]), int(x.Labels[i])
					gold += float64(trans[p*n+q]) + float64(l.emit[i*n+q])
					tgrad[p*n+q]++
				}
				for a := 0; a < n; a++ {
					la := l.alpha[(i-1)*n+a] - l.LogZ
					for b := 0; b < n; b++ {
						tr := trans[a*n+b]
						if tr <= Forbidden {
							continue
						}
						s := la + float64(tr) + float64(l.emit[i*n+b]) + l.beta[i*n+b]
						if s > -20 {
							tgrad[a*n+b] -= math.Exp(s)
						}
					}
				}
			}
			loss += l.LogZ - gold
			items += m
			for i := 0; i < m; i++ {
				for j := 0; j < n; j++ {
					grad[j] = -float32(l.Marginal[i*n+j])
				}
				if x.Soft == nil {
					grad[x.Labels[i]]++
				} else {
					for j, p := range x.Soft[i*n : (i+1)*n] {
						grad[j] += p
					}
				}
				for j := range grad {
					grad[j] *= weight
				}
				if calm(grad, t.Skip) {
					continue
				}
				for _, r := range f.At(i) {
					at := int(r&mask) * n
					for j, g := range grad {
						if g > t.Skip || g < -t.Skip {
							step(&w[at+j], &g2[at+j], g-t.L2*w[at+j])
						}
					}
				}
			}
			for i, g := range tgrad {
				if trans[i] > Forbidden && (g > 1e-4 || g < -1e-4) {
					step(&trans[i], &tg2[i], float32(g)*weight)
				}
			}
		}
		if t.Progress != nil {
			t.Progress(e+1, loss/float64(max(1, items)))
		}
		if e >= t.Epochs/2 {
			averaged++
			for i, x := range w {
				avg[i] += x
			}
			for i, x := range trans {
				tavg[i] += x
			}
		}
	}
	for i := range avg {
		avg[i] /= float32(averaged)
	}
	for i := range tavg {
		tavg[i] /= float32(averaged)
	}
	return avg, tavg
}

// drop makes f what is left of all without a share of its features, drawn at
// random.
func (f *Features) drop(all *Features, share float64, rng *rand.Rand) *Features {
	f.Reset()
	for i := range all.Len() {
		for _, r := range all.At(i) {
			if rng.Float64() >= share {
				f.Add(r)
			}
		}
		f.Next()
	}
	return f
}

// expect adds to grad how often x.Soft expects each transition, its items taken
// to be independent, and returns the score that it expects.
func (x *Example) expect(n int, trans, emit []float32, grad []float64) float64 {
	var score float64
	for j, p := range x.Soft[:n] {
		grad[n*n+j] += float64(p)
		score += float64(p) * float64(trans[n*n+j])
	}
	for i, p := range x.Soft {
		score += float64(p) * float64(emit[i])
		if i < n {
			continue
		}
		for a, q := range x.Soft[i/n*n-n : i/n*n] {
			at := a*n + i%n
			grad[at] += float64(p) * float64(q)
			score += float64(p) * float64(q) * float64(trans[at])
		}
	}
	return score
}

// calm reports whether all of g is smaller than skip.
func calm(g []float32, skip float32) bool {
	for _, x := range g {
		if x > skip || x < -skip {
			return false
		}
	}
	return true
}
