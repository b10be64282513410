package linear

import "math"

// LogOdds is the logarithm of p against 1-p, where p counts as no nearer to 0
// and 1 than least, so that what is certain has odds, too.
func LogOdds(p, least float64) float64 {
	p = min(max(p, least), 1-least)
	return math.Log(p / (1 - p))
}
