package linear

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/stretchr/testify/require"
)

// toy makes sequences whose label depends on the item and on the label before
// it, so that a model without transitions cannot learn it.
func toy(seed uint64, n int) []Example {
	rng := rand.New(rand.NewPCG(seed, 1))
	var out []Example
	for range n {
		var f Features
		var labels []uint8
		prev := uint8(0)
		for range 8 {
			x := uint32(rng.IntN(3))
			f.Add(F1(1, x), F2(2, x, uint32(rng.IntN(5))))
			f.Next()
			y := (prev + uint8(x)) % 3
			labels = append(labels, y)
			prev = y
		}
		out = append(out, Example{F: f.Clone(), Labels: labels})
	}
	return out
}

func TestCRFLearnsTransitions(t *testing.T) {
	// x=0 keeps the label, so transitions carry it; with x known the label is
	// a function of both.
	train, test := toy(1, 400), toy(2, 50)
	// Give the pair (x, previous x) too, which a chain needs to be exact.
	c := Training{Bits: 10, Classes: 3, Epochs: 20, Rate: 0.3}.Train(train)
	var l Lattice
	right, all := 0, 0
	for _, x := range test {
		c.Emit(x.F, &l)
		for i, y := range c.Decode(&l) {
			all++
			if y == x.Labels[i] {
				right++
			}
		}
		c.Infer(&l)
		for i := range x.Labels {
			var s float64
			for k := range 3 {
				s += l.Marginal[i*3+k]
			}
			require.InDelta(t, 1, s, 1e-6)
		}
		p := math.Exp(c.DecodeK(&l, 1, nil)[0].LogProb)
		require.True(t, p > 0 && p <= 1+1e-9)
	}
	require.Greater(t, float64(right)/float64(all), 0.4)
}

func TestSoftLabels(t *testing.T) {
	// Labels that are certain teach what labels teach.
	hard := toy(1, 100)
	soft := toy(1, 100)
	for i := range soft {
		soft[i].Soft = make([]float32, 3*len(soft[i].Labels))
		for k, y := range soft[i].Labels {
			soft[i].Soft[k*3+int(y)] = 1
		}
		soft[i].Labels = nil
	}
	tr := Training{Bits: 8, Classes: 3, Epochs: 4, Rate: 0.3}
	var a, b bytes.Buffer
	_, err := tr.Train(hard).WriteTo(&a)
	require.NoError(t, err)
	_, err = tr.Train(soft).WriteTo(&b)
	require.NoError(t, err)
	require.Equal(t, a.Bytes(), b.Bytes())

	// Doubtful ones teach the doubt.
	var f Features
	f.Add(F1(1, 1))
	f.Next()
	c := Training{Bits: 8, Classes: 3, Epochs: 200, Rate: 0.1}.Train([]Example{{F: f.Clone(), Soft: []float32{0.6, 0.3, 0.1}}})
	var l Lattice
	c.Emit(&f, &l)
	c.Infer(&l)
	require.InDeltaSlice(t, []float64{0.6, 0.3, 0.1}, l.Marginal, 0.03)
}

func TestCRFForbiddenTransitionsNeverHappen(t *testing.T) {
	allowed := func(prev, next int) bool { return !(prev == 1 && next == 2) && !(prev == -1 && next == 2) }
	data := toy(3, 100)
	c := Training{Bits: 10, Classes: 3, Epochs: 2, Allowed: func(p, n int) bool { return true }}.Train(data)
	require.NotNil(t, c)
	var clean []Example
	for _, x := range data {
		ok := allowed(-1, int(x.Labels[0]))
		for i := 1; i < len(x.Labels); i++ {
			ok = ok && allowed(int(x.Labels[i-1]), int(x.Labels[i]))
		}
		if ok {
			clean = append(clean, x)
		}
	}
	c = Training{Bits: 10, Classes: 3, Epochs: 3, Allowed: allowed}.Train(clean)
	var l Lattice
	for _, x := range data {
		c.Emit(x.F, &l)
		prev := -1
		for _, y := range c.Decode(&l) {
			require.True(t, allowed(prev, int(y)))
			prev = int(y)
		}
	}
}

func TestCRFMarginalsMatchEnumeration(t *testing.T) {
	c := Training{Bits: 8, Classes: 3, Epochs: 2}.Train(toy(4, 40))
	x := toy(5, 1)[0]
	var f Features
	for i := range 4 {
		f.Add(x.F.At(i)...)
		f.Next()
	}
	var l Lattice
	c.Emit(&f, &l)
	var z float64
	want := make([]float64, 12)
	score := map[[4]uint8]float64{}
	for s := range 81 {
		y := [4]int{s / 27, s / 9 % 3, s / 3 % 3, s % 3}
		e := c.trans[9+y[0]] + l.emit[y[0]]
		for i := 1; i < 4; i++ {
			e += c.trans[y[i-1]*3+y[i]] + l.emit[i*3+y[i]]
		}
		score[[4]uint8{uint8(y[0]), uint8(y[1]), uint8(y[2]), uint8(y[3])}] = float64(e)
		p := math.Exp(float64(e))
		z += p
		for i, k := range y {
			want[i*3+k] += p
		}
	}
	c.Infer(&l)
	all := c.DecodeK(&l, 81, nil)
	require.Len(t, all, 81)
	var sum float64
	for i, b := range all {
		sum += math.Exp(b.LogProb)
		require.InDelta(t, score[[4]uint8(b.Labels)]-math.Log(z), b.LogProb, 1e-4)
		if i > 0 {
			require.LessOrEqual(t, b.LogProb, all[i-1].LogProb)
		}
	}
	require.InDelta(t, 1, sum, 1e-4)
	require.Equal(t, c.Decode(&l), c.DecodeK(&l, 3, nil)[0].Labels)
	require.InDelta(t, math.Log(z), l.LogZ, 1e-4)
	for i := range want {
		require.InDelta(t, want[i]/z, l.Marginal[i], 1e-4)
	}
}

func TestRoundTripAndDeterminism(t *testing.T) {
	a := Training{Bits: 10, Classes: 3, Seed: 7}.Train(toy(1, 60))
	b := Training{Bits: 10, Classes: 3, Seed: 7}.Train(toy(1, 60))
	var x, y bytes.Buffer
	_, err := a.WriteTo(&x)
	require.NoError(t, err)
	_, err = b.WriteTo(&y)
	require.NoError(t, err)
	require.Equal(t, x.Bytes(), y.Bytes())
	c, err := ReadCRF(&x)
	require.NoError(t, err)
	require.Equal(t, a, c)
	_, err = ReadCRF(bytes.NewReader(y.Bytes()[:100]))
	require.Error(t, err)
	_, err = ReadTable(bytes.NewReader([]byte("not a table at all")))
	require.Error(t, err)
}

func TestPerceptronAverages(t *testing.T) {
	p := NewPerceptron(8, 3)
	rng := rand.New(rand.NewPCG(1, 1))
	scores := make([]float32, 3)
	for range 3000 {
		x := uint32(rng.IntN(30))
		rows := []uint32{F1(1, x), F1(2, x%5)}
		p.Scores(scores, rows)
		gold := int(x % 3)
		for k := range scores {
			if k != gold && scores[k] >= scores[gold]-1 {
				p.Update(gold, rows, 1)
				p.Update(k, rows, -1)
			}
		}
		p.Step()
	}
	tab := p.Table()
	for x := range uint32(30) {
		acc := make([]int32, 3)
		tab.Add(acc, []uint32{F1(1, x), F1(2, x%5)})
		for k := range acc {
			if k != int(x%3) {
				require.Greater(t, acc[x%3], acc[k])
			}
			require.Equal(t, acc[k], tab.Score(k, []uint32{F1(1, x), F1(2, x%5)}))
		}
	}
}

func TestDropout(t *testing.T) {
	var all, some Features
	for i := range uint32(10) {
		for k := range uint32(1000) {
			all.Add(i*1000 + k)
		}
		all.Next()
	}
	some.drop(&all, 0.3, rand.New(rand.NewPCG(1, 1)))
	require.Equal(t, 10, some.Len())
	for i := range some.Len() {
		require.InDelta(t, 700, len(some.At(i)), 60)
		for _, r := range some.At(i) {
			require.Equal(t, uint32(i), r/1000)
		}
	}
	// What is left is learnt from, the same each time.
	var data []Example
	for i := range uint32(200) {
		var f Features
		f.Add(F1(1, i%3), F1(2, i%3), F1(3, i%7))
		f.Next()
		data = append(data, Example{F: f.Clone(), Labels: []uint8{uint8(i % 3)}})
	}
	tr := Training{Bits: 10, Classes: 3, Epochs: 5, Dropout: 0.3}
	c := tr.Train(data)
	require.Equal(t, c.w, tr.Train(data).w)
	tr.Dropout = 0
	require.NotEqual(t, c.w, tr.Train(data).w)
	var l Lattice
	for _, x := range data {
		c.Emit(x.F, &l)
		require.Equal(t, x.Labels, c.Decode(&l))
	}
}

// TestSingle: an item by itself is what Infer makes of a sequence of one.
func TestSingle(t *testing.T) {
	c := Training{Bits: 10, Classes: 3, Epochs: 3, Rate: 0.3}.Train(toy(1, 50))
	x := toy(2, 1)[0]
	var l, one Lattice
	c.Emit(x.F, &l)
	for i := range x.F.Len() {
		var f Features
		f.Add(x.F.At(i)...)
		f.Next()
		c.Emit(&f, &one)
		c.Infer(&one)
		var p [3]float64
		c.Single(&l, i, p[:])
		require.InDeltaSlice(t, one.Marginal[:3], p[:], 1e-6)
	}
}
