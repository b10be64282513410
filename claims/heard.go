package claims

import "github.com/onrecord/onrecord/quotes"

// heard reports whether x is what a court or another body was told, which its
// source did not say: "the inquest heard that".
func (ar *article) heard(x *quotes.Quote) bool {
	if x.Cue.Empty() || len(x.Source) != 1 {
		return false
	}
	a := ar.a
	f, l := a.TokensIn(x.Cue)
	_, last := a.TokensIn(x.Source[0])
	return l == f+1 && a.Tokens[f].Lemma == "hear" && last > 0 && hearers[ar.low(last-1)]
}

// hearers are bodies that others speak before.
var hearers = set("court inquest tribunal inquiry jury jurors hearing trial panel committee commission")
