package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// presuppose finds what p takes for granted while it denies something else:
// "we did not become the safest big city by being soft on crime" denies the
// means and grants that we did. The proposition becomes what is granted.
func (ar *article) presuppose(p *proposition) {
	a := ar.a
	v := -1
	for i := p.first + 1; i+3 < p.last; i++ {
		if w := ar.low(i); (w == "not" || w == "n't" || w == "n’t") && a.Tokens[i-1].Lemma == "do" && strings.EqualFold(a.Word(i - 1)[:1], "d") && a.Tokens[i+1].POS == nlp.VB {
			if l := ar.low(i - 1); l == "did" {
				v = i + 1
			}
			break
		}
		if i > p.first+12 {
			break
		}
	}
	if v < 0 || !achieving[a.Tokens[v].Lemma] {
		return
	}
	for i := v + 2; i+1 < p.last; i++ {
		w := ar.low(i)
		if (w == "by" || w == "without") && a.Tokens[i+1].POS == nlp.VBG && i-v >= 2 {
			p.presupposed = true
			p.presupFirst, p.presupVerb = v-2, v
			p.last = i
			return
		}
	}
}

// achieving are the verbs that presuppositions are found for.
var achieving = set("become get win build make grow come rise lose beat cut find achieve reduce create produce receive raise earn defeat end gain reach succeed turn")
