package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// parenthetical are words between commas that join a sentence to others.
var parenthetical = [][]string{{"however"}, {"too"}, {"meanwhile"}, {"moreover"}, {"therefore"}, {"though"}, {"instead"}, {"nevertheless"}, {"nonetheless"}, {"likewise"},
	{"for", "instance"}, {"for", "example"}, {"in", "turn"}, {"of", "course"}, {"in", "fact"}, {"by", "contrast"}, {"in", "addition"}, {"on", "the", "other", "hand"}, {"as", "well"}, {"after", "all"}}

// connectives leaves out what points to sentences that are not there: ",
// however," within, "Now" and "also" before the verb, "instead" at the end.
func (w *rewriting) connectives() {
	a, p := w.a, w.p
	for i := p.first; i < p.last; i++ {
		if a.Word(i) == "," {
			if n := w.parentheticalAt(i + 1); n > 0 {
				end := i + 1 + n
				if end == p.last {
					w.put(span.Span{Start: int(a.Tokens[i].Start), End: int(a.Tokens[end-1].End)}, "", "connective")
				} else if a.Word(end) == "," {
					to := ""
					switch {
					case a.Tokens[i-1].POS == nlp.CC: // "the clerks and, of course, the bank has"
					case strings.EqualFold(a.Word(end+1), "that"):
						// "believes, for example, that"
					case subordinators[w.low(p.first)] && w.clauseAt(end+1):
						to = "," // "Because it saw that, though, it told them"
					case w.clauseAt(end + 1):
						to = ";" // it joined two clauses
						if w.conditional(p.first) && !w.commaIn(p.first, i) {
							to = "," // "Because it rained, though, they left"
						}
					case !w.anyFinite(p.first, i) && !w.subjectOpen(i):
						to = "," // behind "In the north"
					}
					w.put(span.Span{Start: int(a.Tokens[i].Start), End: int(a.Tokens[end].End)}, to, "connective")
				}
				i = end
				continue
			}
		}
		switch low := w.low(i); low {
		case "also", "therefore", "thus", "likewise":
			// "has also built", "the board also owns", not "but also".
			if i == p.first || a.Tokens[i].POS != nlp.RB || i+1 >= p.last {
				continue
			}
			prev := &a.Tokens[i-1]
			if prev.POS == nlp.CC || prev.POS == nlp.Comma || strings.EqualFold(a.Word(i-1), "not") || strings.EqualFold(a.Word(i-1), "but") {
				continue
			}
			if next := a.Tokens[i+1].POS; next.Verb() || next == nlp.MD || prev.Lemma == "be" || prev.Lemma == "have" {
				w.put(a.Span(i, i+1), "", "connective")
			}
		case "instead", "now", "meanwhile", "then", "besides", "still", "finally":
			if i != p.first || i+1 >= p.last || a.Tokens[i].POS != nlp.RB {
				continue
			}
			switch next := a.Tokens[i+1].POS; {
			case next == nlp.DT, next == nlp.PRP, next == nlp.PRPS, next.Noun():
				w.put(a.Span(i, i+1), "", "connective")
			}
		}
	}
}

// parentheticalAt is how many tokens a joining word at token i has, 0 for none.
func (w *rewriting) parentheticalAt(i int) int {
	for _, words := range parenthetical {
		if i+len(words) <= w.p.last && w.saysAt(i, words) {
			return len(words)
		}
	}
	return 0
}

// clauseAt reports whether a clause with its own subject begins at token i and
// one stands before it.
func (w *rewriting) clauseAt(i int) bool {
	for k := i; k < min(w.p.last, i+5); k++ {
		if t := &w.a.Tokens[k]; subjectRel(t.Rel) && int(t.Head) > k {
			return w.anyFinite(w.p.first, i) && w.anyFinite(k, w.p.last) && !w.subjectOpen(i)
		}
	}
	return false
}

// subjectOpen reports whether the clause before token i is the one that goes
// on behind it: "the board, however, it said, ...".
func (w *rewriting) subjectOpen(i int) bool {
	for k := w.p.first; k < i; k++ {
		if t := &w.a.Tokens[k]; subjectRel(t.Rel) && int(t.Head) >= i {
			return true
		}
	}
	return false
}
