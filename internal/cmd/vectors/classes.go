package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"github.com/onrecord/onrecord/internal/depparse"
	"github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/internal/vectors"
	"github.com/onrecord/onrecord/internal/words"
)

// point is the direction of a word's vector: its length tells how frequent
// the word is rather than what it means.
type point [vectors.Dims]float32

// unit scales p to length 1.
func (p *point) unit() {
	sum := 0.0
	for _, x := range p {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return
	}
	k := float32(1 / math.Sqrt(sum))
	for i := range p {
		p[i] *= k
	}
}

func (p *point) dot(q *point) float32 {
	var a, b float32
	for i := 0; i < len(p); i += 2 {
		a += p[i] * q[i]
		b += p[i+1] * q[i+1]
	}
	return a + b
}

// nearest is the number of the centre that is nearest to p.
func nearest(p *point, centres []point) int {
	best, top := 0, float32(-2)
	for k := range centres {
		if s := p.dot(&centres[k]); s > top {
			best, top = k, s
		}
	}
	return best
}

// cluster finds k centres of points by spherical k-means (Dhillon and Modha,
// 2001) and each point's centre. The same points give the same centres.
func cluster(points []point, k, rounds int) (centres []point, of []int) {
	rng := rand.New(rand.NewPCG(1, 2))
	// The first centres are drawn with the chance that their distance from
	// those drawn before gives them (k-means++).
	centres = append(centres, points[0])
	far := make([]float64, len(points))
	for i := range far {
		far[i] = math.Inf(1)
	}
	for len(centres) < k {
		sum := 0.0
		for i := range points {
			far[i] = min(far[i], max(0, 1-float64(points[i].dot(&centres[len(centres)-1]))))
			sum += far[i]
		}
		at := rng.Float64() * sum
		i := 0
		for ; i < len(points)-1 && at >= far[i]; i++ {
			at -= far[i]
		}
		centres = append(centres, points[i])
	}
	of = make([]int, len(points))
	for range rounds {
		sums := make([]point, k)
		for i := range points {
			c := nearest(&points[i], centres)
			of[i] = c
			for d, x := range points[i] {
				sums[c][d] += x
			}
		}
		for c := range sums {
			if sums[c] != (point{}) { // else nobody's: it stays where it was
				sums[c].unit()
				centres[c] = sums[c]
			}
		}
	}
	return centres, of
}

// writeClasses writes the classes of the most frequent words, and groups of
// an eighth as many: words that keep the same company, whatever text the
// models are trained on.
func writeClasses(in io.Reader, n, classes int, out string) error {
	const rounds = 25
	var points []point
	var keys []uint32
	seen := map[uint32]bool{}
	err := read(in, n, func(word string, vector []float64) {
		var w words.Word
		w.Set(word)
		if seen[w.Low] {
			return // typeset otherwise
		}
		seen[w.Low] = true
		var p point
		for i, x := range vector {
			p[i] = float32(x)
		}
		p.unit()
		points = append(points, p)
		keys = append(keys, w.Low)
	})
	if err != nil {
		return err
	}
	if len(points) < classes {
		return fmt.Errorf("%d words cannot have %d classes", len(points), classes)
	}
	centres, class := cluster(points, classes, rounds)
	_, group := cluster(centres, max(1, classes/8), rounds)
	near, coarse := make([]uint16, len(keys)), make([]uint16, len(keys))
	for i, c := range class {
		near[i], coarse[i] = uint16(c+1), uint16(group[c]+1)
	}
	return model.Save(out, depparse.NewClusters(keys, near, coarse))
}
