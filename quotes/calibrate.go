package quotes

import (
	"encoding/binary"
	"io"
	"math"

	"github.com/onrecord/onrecord/internal/linear"
)

// platt maps a score to the probability that content and source are right
// (Platt, 1999): the models score readings one by one, but of each cue only
// the best one is shown, which makes its score too high.
type platt struct{ A, B float64 }

func (p platt) of(x float64) float64 { return 1 / (1 + math.Exp(-(p.A*logit(x) + p.B))) }

func logit(x float64) float64 { return linear.LogOdds(x, 1e-4) }

// outcome is a shown reading's score and whether it was right.
type outcome struct {
	score float64
	right bool
}

// fitPlatt fits by Newton's method. With too little to learn from it returns
// the identity.
func fitPlatt(xs []outcome) platt {
	p := platt{1, 0}
	if len(xs) < 100 {
		return p
	}
	for range 50 {
		// The gradient, and the Hessian with a little on its diagonal.
		var ga, gb, aa, ab, bb float64
		for _, x := range xs {
			f, y := logit(x.score), 0.0
			if x.right {
				y = 1
			}
			q := p.of(x.score)
			ga += (y - q) * f
			gb += y - q
			w := q * (1 - q)
			aa += w * f * f
			ab += w * f
			bb += w
		}
		aa, bb = aa+1e-3, bb+1e-3
		det := aa*bb - ab*ab
		if det < 1e-9 {
			break
		}
		// Short steps: with few examples a full one can overshoot for good.
		p.A += math.Max(-.3, math.Min(.3, (bb*ga-ab*gb)/det))
		p.B += math.Max(-.3, math.Min(.3, (aa*gb-ab*ga)/det))
	}
	if !(p.A > 0.05 && p.A < 20 && math.Abs(p.B) < 20) {
		return platt{1, 0}
	}
	// What is stored is what is used, so that a saved model gives the same.
	return platt{float64(float32(p.A)), float64(float32(p.B))}
}

func (p platt) write(w io.Writer) error {
	return binary.Write(w, binary.LittleEndian, [2]float32{float32(p.A), float32(p.B)})
}

func readPlatt(r io.Reader) (platt, error) {
	var v [2]float32
	err := binary.Read(r, binary.LittleEndian, &v)
	return platt{float64(v[0]), float64(v[1])}, err
}
