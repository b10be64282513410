package depparse

import "math/rand/v2"

// perceptron is a multi-class averaged perceptron in training, with weights in
// tenths so that examples can weigh less than others.
type perceptron struct {
	n     int // classes
	mask  uint32
	w     []int32
	u     []int64  // changes times the step they came at
	count []uint16 // updates of each row
	sum   []int32
	kept  []uint32
}

// dropout is how many of 100 features are left out at random wherever a relation
// or a supertag is learnt, so that none is relied upon alone.
const dropout = 10

// thin returns rows without those left out.
func (p *perceptron) thin(rows []uint32, rng *rand.Rand) []uint32 {
	p.kept = p.kept[:0]
	for _, r := range rows {
		if rng.IntN(100) >= dropout {
			p.kept = append(p.kept, r)
		}
	}
	return p.kept
}

func newPerceptron(bits uint, classes int) *perceptron {
	return &perceptron{n: classes, mask: 1<<bits - 1, w: make([]int32, classes<<bits), u: make([]int64, classes<<bits), count: make([]uint16, 1<<bits), sum: make([]int32, classes)}
}

// scores returns the scores of all classes, valid until the next call.
func (p *perceptron) scores(rows []uint32) []int32 {
	clear(p.sum)
	for _, r := range rows {
		for k, x := range p.w[int(r&p.mask)*p.n:][:p.n] {
			p.sum[k] += x
		}
	}
	return p.sum
}

// best is the allowed class other than not with the highest score.
func (p *perceptron) best(sc []int32, allowed []bool, not int) (arg int) {
	arg = -1
	for k, s := range sc {
		if allowed[k] && k != not && (arg < 0 || s > sc[arg]) {
			arg = k
		}
	}
	return arg
}

// learn updates the weights unless class gold wins by margin. It returns the
// best class as it was before.
func (p *perceptron) learn(rows []uint32, gold int, allowed []bool, margin, weight int32, step int64) int {
	sc := p.scores(rows)
	rival := p.best(sc, allowed, gold)
	if rival < 0 {
		return gold
	}
	gs, rs := sc[gold], sc[rival]
	if gs <= rs+margin {
		p.update(rows, gold, weight, step)
		p.update(rows, rival, -weight, step)
		for _, r := range rows {
			if c := &p.count[r&p.mask]; *c < 65535 {
				*c++
			}
		}
	}
	if rs > gs {
		return rival
	}
	return gold
}

func (p *perceptron) update(rows []uint32, class int, weight int32, step int64) {
	for _, r := range rows {
		i := int(r&p.mask)*p.n + class
		p.w[i] += weight
		p.u[i] += int64(weight) * step
	}
}

// average returns the averaged weights in 8 bits, by row; those of rows with
// fewer than cutoff updates are zero.
func (p *perceptron) average(cutoff int, step int64) []int8 {
	m := make([]float64, len(p.w))
	for i, c := range p.count {
		if int(c) < cutoff {
			continue
		}
		for j := i * p.n; j < (i+1)*p.n; j++ {
			m[j] = float64(p.w[j]) - float64(p.u[j])/float64(step)
		}
	}
	return quantize(m, 12)
}
