package linear

// Perceptron trains a multi-class averaged perceptron (Freund and Schapire,
// 1999; averaging as in Collins, 2002).
type Perceptron struct {
	classes int
	mask    uint32
	w, u    []float32 // weights; and their changes times the step they came at
	step    float32
}

// NewPerceptron returns a trainer with 1<<bits rows.
func NewPerceptron(bits, classes int) *Perceptron {
	n := classes << bits
	return &Perceptron{classes: classes, mask: 1<<bits - 1, w: make([]float32, n), u: make([]float32, n), step: 1}
}

// Scores sets dst to the current scores of all classes.
func (p *Perceptron) Scores(dst []float32, rows []uint32) {
	n := p.classes
	dst = dst[:n]
	clear(dst)
	for _, r := range rows {
		i := int(r&p.mask) * n
		w := p.w[i : i+n]
		for k := range dst {
			dst[k] += w[k]
		}
	}
}

// Update adds delta to the weights of class for rows.
func (p *Perceptron) Update(class int, rows []uint32, delta float32) {
	for _, r := range rows {
		i := int(r&p.mask)*p.classes + class
		p.w[i] += delta
		p.u[i] += delta * p.step
	}
}

// Step tells the trainer that one more example was seen.
func (p *Perceptron) Step() { p.step++ }

// Table returns the averaged weights. Training can go on afterwards.
func (p *Perceptron) Table() *Table {
	avg := make([]float32, len(p.w))
	for i, w := range p.w {
		if w != 0 || p.u[i] != 0 {
			avg[i] = w - p.u[i]/p.step
		}
	}
	return quantize(avg, p.classes, 12)
}
