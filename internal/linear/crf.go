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
}

// Forbidden marks a transition that never happens.
const Forbidden = -1e6

// Lattice is the memory that decoding works in. Reuse one to save memory; it
// must not be shared between goroutines.
type Lattice struct {
	acc         []int32
	emit        []float32 // length × labels
	alpha, beta []float64
	score       []float32
	back        []uint8
	tmp         []float64
	kscore      []float32
	kback       []uint16
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

// Bias adds x to the score of label at item i, between Emit and Decode or Infer.
func (l *Lattice) Bias(n, i, label int, x float32) { l.emit[i*n+label] += x }

// Decode finds the best label sequence (Viterbi) and returns it. The result
// is l.Labels, valid until l is used again.
func (c *CRF) Decode(l *Lattice) []uint8 {
	n := c.classes
	m := len(l.emit) / n
	l.Labels = grow(l.Labels, m)
	if m == 0 {
		return l.Labels
	}
	l.score = grow(l.score, n*m)
	l.back = grow(l.back, n*m)
	for j := 0; j < n; j++ {
		l.score[j] = c.trans[n*n+j] + l.emit[j]
	}
	for i := 1; i < m; i++ {
		prev, cur := l.score[(i-1)*n:i*n], l.score[i*n:(i+1)*n]
		for j := 0; j < n; j++ {
			best, arg := float32(math.Inf(-1)), 0
			for k := 0; k < n; k++ {
				if s := prev[k] + c.trans[k*n+j]; s > best {
					best, arg = s, k
				}
			}
			cur[j] = best + l.emit[i*n+j]
			l.back[i*n+j] = uint8(arg)
		}
	}
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

// Infer runs forward-backward and sets l.Marginal and l.LogZ.
func (c *CRF) Infer(l *Lattice) { infer(c.classes, c.trans, l) }

func infer(n int, trans []float32, l *Lattice) {
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

// Prob returns the probability that items first to last (inclusive) carry
// exactly the labels given, whatever stands around them. Infer must have run.
func (c *CRF) Prob(l *Lattice, first int, labels []uint8) float64 {
	n := c.classes
	if len(labels) == 0 {
		return 1
	}
	s := l.alpha[first*n+int(labels[0])]
	for k := 1; k < len(labels); k++ {
		i := first + k
		s += float64(c.trans[int(labels[k-1])*n+int(labels[k])]) + float64(l.emit[i*n+int(labels[k])])
	}
	last := first + len(labels) - 1
	return math.Exp(s + l.beta[last*n+int(labels[len(labels)-1])] - l.LogZ)
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
	c := &CRF{Table: t, trans: make([]float32, (t.classes+1)*t.classes)}
	if err := binary.Read(r, binary.LittleEndian, c.trans); err != nil {
		return nil, fmt.Errorf("label transitions: %w", err)
	}
	return c, nil
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

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
