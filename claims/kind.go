package claims

// types sets the type of c, a claim of sentence i, and the further ones that
// apply.
func (ar *article) types(i int, c *Claim) {
	probs := ar.d.model.TypeProbs(&ar.scorer, i)
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
