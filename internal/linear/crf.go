package linear

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
)

// CRF is a linear-chain conditional random field (Lafferty et al., 2001) over
// hashed features. It is read-only and safe for concurrent use.
type CRF struct {
	*Table
	// trans[i*n+j] is the score of label j behind label i; row n is the start.
	// Forbidden transitions are far below any sum of weights.
	trans []float32
	odds  []float64 // exponentials of trans
	into  []float32 // trans without its last row, by label and then label before
}

func newCRF(t *Table, trans []float32) *CRF {
	c := &CRF{Table: t, trans: trans, odds: make([]float64, len(trans))}
	for i, x := range trans {
		c.odds[i] = math.Exp(float64(x))
	}
	n := t.classes
	c.into = make([]float32, n*n)
	for i := range n {
		for j := range n {
			c.into[j*n+i] = trans[i*n+j]
		}
	}
	return c
}

// Forbidden marks a transition that never happens.
const Forbidden = -1e6

// Lattice is the memory that decoding works in. Reuse one to save memory; it
// must not be shared between goroutines.
type Lattice struct {
	acc         []int32
	emit        []float32 // length × labels
	alpha, beta []float64
	first       []float32 // emit of the first item with the start's transitions
	weight      []float64 // exponentials of emit, and sums of each item
	score       []float32
	back        []uint8
	tmp         []float64
	ranks       ranks
	// Labels is the best sequence, set by Decode.
	Labels []uint8
	// Marginal[i*n+l] is the probability of label l at item i, set by Infer.
	Marginal []float64
	// LogZ is the log of the sum over all sequences, set by Infer.
	LogZ float64
}

// Emit computes the scores of every label at every item of f. Callers may
// change them (with Bias) before decoding.
func (c *CRF) Emit(f *Features, l *Lattice) {
	n, m := c.classes, f.Len()
	l.emit = grow(l.emit, n*m)
	l.acc = grow(l.acc, n)
	for i := 0; i < m; i++ {
		clear(l.acc)
		c.Add(l.acc, f.At(i))
		for k, s := range l.acc {
			l.emit[i*n+k] = float32(s) * c.scale
		}
	}
}

// Items makes l ready for m items whose scores SetItem sets, which together
// do what Emit does.
func (c *CRF) Items(l *Lattice, m int) { l.emit = grow(l.emit, c.classes*m) }

// SetItem sets the scores of the labels of item i, at most eight, to s.
func (c *CRF) SetItem(l *Lattice, i int, s Sum) {
	for k := range l.emit[i*c.classes : (i+1)*c.classes] {
		l.emit[i*c.classes+k] = float32(s.class(k)) * c.scale
	}
}

// Bias adds x to the score of label at item i, between Emit and Decode or Infer.
func (l *Lattice) Bias(n, i, label int, x float32) { l.emit[i*n+label] += x }

// Single sets dst to the probabilities of the labels of item i, were it a
// sequence by itself. Emit comes before it.
func (c *CRF) Single(l *Lattice, i int, dst []float64) {
	n := c.classes
	top := math.Inf(-1)
	for k := range dst {
		dst[k] = float64(l.emit[i*n+k]) + float64(c.trans[n*n+k])
		top = max(top, dst[k])
	}
	sum := 0.0
	for k, x := range dst {
		dst[k] = math.Exp(x - top)
		sum += dst[k]
	}
	for k := range dst {
		dst[k] /= sum
	}
}

// Decode finds the best label sequence (Viterbi) and returns it. The result
// is l.Labels, valid until l is used again.
func (c *CRF) Decode(l *Lattice) []uint8 {
	n := c.classes
	m := len(l.emit) / n
	l.Labels = grow(l.Labels, m)
	if m == 0 {
		return l.Labels
	}
	c.viterbi(l)
	last := l.score[(m-1)*n:]
	arg := 0
	for j := 1; j < n; j++ {
		if last[j] > last[arg] {
			arg = j
		}
	}
	for i := m - 1; i >= 0; i-- {
		l.Labels[i] = uint8(arg)
		arg = int(l.back[i*n+arg])
	}
	return l.Labels
}

// viterbi sets l.score to the score of the best way to each label of each
// item, and l.back to the label before on it.
func (c *CRF) viterbi(l *Lattice) {
	n := c.classes
	m := len(l.emit) / n
	l.score = grow(l.score, n*m)
	l.back = grow(l.back, n*m)
	clear(l.back[:n])
	prev := l.score[:n]
	for j := range prev {
		prev[j] = c.trans[n*n+j] + l.emit[j]
	}
	for i := 1; i < m; i++ {
		cur, back, emit := l.score[i*n:i*n+n], l.back[i*n:i*n+n], l.emit[i*n:i*n+n]
		for j := range cur {
			into := c.into[j*n : j*n+n]
			best, arg := prev[0]+into[0], 0
			for k := 1; k < len(into) && k < len(prev); k++ {
				if s := prev[k] + into[k]; s > best {
					best, arg = s, k
				}
			}
			cur[j] = best + emit[j]
			back[j] = uint8(arg)
		}
		prev = cur
	}
}

// WriteTo writes c: the table, then the transitions.
func (c *CRF) WriteTo(w io.Writer) (int64, error) {
	n, err := c.Table.WriteTo(w)
	if err != nil {
		return n, err
	}
	return n + int64(4*len(c.trans)), binary.Write(w, binary.LittleEndian, c.trans)
}

// ReadCRF reads what WriteTo wrote.
func ReadCRF(r io.Reader) (*CRF, error) {
	t, err := ReadTable(r)
	if err != nil {
		return nil, err
	}
	trans := make([]float32, (t.classes+1)*t.classes)
	if err := binary.Read(r, binary.LittleEndian, trans); err != nil {
		return nil, fmt.Errorf("label transitions: %w", err)
	}
	return newCRF(t, trans), nil
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
