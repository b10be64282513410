package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// contractions writes the short verb behind a replaced subject in full: "she's
// been" becomes "Ann Lee has been", not "Ann Lee's been".
func (w *rewriting) contractions() {
	a, p := w.a, w.p
	for i := p.first + 1; i < p.last; i++ {
		if s := a.Span(i-1, i); !w.changed(s) && !w.explained(s) || a.Tokens[i].POS == nlp.POSS || a.Tokens[i].Start != a.Tokens[i-1].End {
			continue
		}
		to := ""
		switch x := strings.ReplaceAll(w.low(i), "’", "'"); x {
		case "'s":
			to = " is"
			if w.perfect(i) {
				to = " has"
			}
		case "'re":
			to = " are"
		case "'ve":
			to = " have"
		case "'ll":
			to = " will"
		case "'d":
			to = " would"
			if w.perfect(i) {
				to = " had"
			}
		default:
			continue
		}
		w.put(a.Span(i, i+1), to, "contraction")
	}
}

// perfect reports whether a participle of the perfect follows the short verb at
// token i: "'s been", "'d gone", but not "'s called".
func (w *rewriting) perfect(i int) bool {
	a := w.a
	before := false // an adverb says that it is over
	for k := i + 1; k < min(w.p.last, i+4); k++ {
		switch a.Tokens[k].POS {
		case nlp.RB:
			before = before || untilNow[w.low(k)]
			continue
		case nlp.VBN, nlp.VBD:
			switch l := a.Tokens[k].Lemma; l {
			case "be", "have", "get", "become", "go", "do", "come":
				return true
			default:
				if a.Tokens[k].POS == nlp.VBD {
					return a.Dependent(k, nlp.Obj) > k
				}
				return before || strings.EqualFold(a.Word(i)[len(a.Word(i))-1:], "d") || a.Dependent(k, nlp.Obj) >= 0 || heOrShe(w.low(i-1)) && k+1 < w.p.last && (reporting[l] && w.low(k+1) == "that" || l == "say" && a.Tokens[k+1].POS != nlp.TO)
			}
		}
		return false
	}
	return false
}

// untilNow are adverbs that go with the perfect, hardly with a passive of the
// present: "it's previously tried doing without".
var untilNow = set("previously since recently lately")
