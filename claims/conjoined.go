package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// conjoinedThat leaves out the "that" of a clause that is told beside the one
// that the claim begins with, since what governs both is not there: "the dam
// is safe, and that it was tested".
func (w *rewriting) conjoinedThat() {
	a, p := w.a, w.p
	if !p.reported && p.quote < 0 {
		return
	}
	for i := p.first + 1; i+2 < p.last; i++ {
		if !strings.EqualFold(a.Word(i), "that") {
			continue
		}
		if a.Tokens[i-1].POS != nlp.CC || a.Tokens[i].POS != nlp.IN {
			return // another clause within the claim
		}
		if finitePOS(a.Tokens[i+1].POS) || w.anyReporting(p.first, i) {
			return
		}
		w.put(a.Span(i, i+1), "", "connective")
		return
	}
}

// anyReporting reports whether a verb of saying or thinking stands in [f, l).
func (ar *article) anyReporting(f, l int) bool {
	for k := f; k < l; k++ {
		if t := &ar.a.Tokens[k]; t.POS.Verb() && (reporting[t.Lemma] || demanding[t.Lemma]) {
			return true
		}
	}
	return false
}
