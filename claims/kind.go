package claims

import (
	"github.com/onrecord/onrecord/internal/checkworthy"
)

// types sets the type of c and the further ones that apply.
func (ar *article) types(p *proposition, i int, u checkworthy.Unit, c *Claim) {
	var probs [checkworthy.TypeCount]float64
	var ctx *checkworthy.Context
	if i < len(ar.contexts) {
		ctx = &ar.contexts[i]
	}
	var aux []float32
	if i < len(ar.aux) {
		aux = ar.aux[i][:]
	} else {
		aux = ar.d.model.AuxScores(&ar.scorer, ar.a, u.First, u.Last)
	}
	ar.d.model.TypeProbs(&ar.scorer, ar.a, u.First, u.Last, ctx, aux, &probs)
	best := 0
	for k, x := range probs {
		if x > probs[best] {
			best = k
		}
	}
	c.Type = Types[best]
	c.Others = nil
	for k, x := range probs {
		if k != best && x >= 0.25 {
			c.Others = append(c.Others, Types[k])
		}
	}
}
