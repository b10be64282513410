package main

import (
	"fmt"
	"math"
	"os"
	"sort"
)

// scored is a log-odds and what is true.
type scored struct {
	x   float64
	yes bool
}

// platt fits slope and intercept of a logistic curve by Newton's method.
func platt(ps []scored) [2]float32 {
	a, b := 1.0, 0.0
	for range 30 {
		var ga, gb, haa, hab, hbb float64
		for _, p := range ps {
			q := 1 / (1 + math.Exp(-(a*p.x + b)))
			y := 0.0
			if p.yes {
				y = 1
			}
			ga += (y - q) * p.x
			gb += y - q
			w := q * (1 - q)
			haa += w * p.x * p.x
			hab += w * p.x
			hbb += w
		}
		haa += 1e-3
		hbb += 1e-3
		det := haa*hbb - hab*hab
		if det == 0 {
			break
		}
		a += (ga*hbb - gb*hab) / det
		b += (gb*haa - ga*hab) / det
	}
	return [2]float32{float32(a), float32(b)}
}

// f1At is the F1 of yes at a threshold, and the mean of it with that of no.
func f1At(ps []scored, limit float64) (yes, macro float64) {
	var tp, fp, fn, tn float64
	for _, p := range ps {
		switch {
		case p.x >= limit && p.yes:
			tp++
		case p.x >= limit:
			fp++
		case p.yes:
			fn++
		default:
			tn++
		}
	}
	f := 2 * tp / (2*tp + fp + fn)
	g := 2 * tn / (2*tn + fp + fn)
	return f, (f + g) / 2
}

// bestF1 is the best F1 and the threshold that has it.
func bestF1(ps []scored) (best, at float64) {
	for l := -4.0; l <= 4; l += .05 {
		if f, _ := f1At(ps, l); f > best {
			best, at = f, l
		}
	}
	return best, at
}

// report prints F1 at even odds and at the best threshold, average precision,
// and the macro F1 of both classes.
func report(name string, ps []scored) {
	s := append([]scored(nil), ps...)
	sort.SliceStable(s, func(i, j int) bool { return s[i].x > s[j].x })
	var hit, ap float64
	for i, p := range s {
		if p.yes {
			hit++
			ap += hit / float64(i+1)
		}
	}
	best, at := bestF1(ps)
	f, macro := f1At(ps, 0)
	pl := platt(ps)
	fmt.Fprintf(os.Stderr, "%-32s n %5d  F1 %.3f  macro %.3f  AP %.3f  best F1 %.3f at %+.2f  platt %.2f %.2f\n", name, len(ps), f, macro, ap/hit, best, at, pl[0], pl[1])
}
