package claims

import (
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// contentEnd is where the content [f, last) of x ends that was read beyond its
// clause, in a sentence [first, end): at the main clause behind a subordinate one,
// "Now that Orr claimed the mill was his, | the mayor", and where "to" closes a
// stretch that "from" opened. An item that dashes part from others is taken in.
func (ar *article) contentEnd(x *quotes.Quote, f, last, first, end int) int {
	a := ar.a
	if x.Cue.Empty() || x.Type == quotes.Direct || x.Type == quotes.Block {
		return last
	}
	cue := a.TokenAt(x.Cue.Start)
	if cue >= f || cue < first {
		return ar.pastDashes(f, last, end)
	}
	switch {
	case a.Tokens[cue].POS == nlp.VBG && cue > first && ar.low(cue-1) == "from":
		for k := f + 3; k+2 < last; k++ {
			if a.Tokens[k].POS == nlp.TO && a.Tokens[k+1].POS == nlp.VBG {
				return k
			}
		}
	case cue > first+2 && a.Tokens[cue-1].POS == nlp.WP && a.Word(cue-2) == ",":
		// "found Lund, who claimed that it was sold, not guilty"
		for k := f + 3; k+1 < last; k++ {
			if a.Word(k) == "," && ar.balanced(f, k) && ar.opensClause(f, k) >= 0 && (ar.low(k+1) == "not" || a.Tokens[k+1].POS == nlp.JJ) && !ar.anyFinite(k+1, last) && ar.anyFinite(first, cue-2) {
				return k
			}
		}
	case a.Tokens[cue].POS == nlp.VBG && cue > first && a.Tokens[cue-1].POS == nlp.IN && a.Word(max(cue-2, first)) == ",",
		ar.opensSubordinate(first) && !ar.commaIn(first, f):
		for k := f + 3; k+4 < last; k++ {
			if a.Word(k) == "," && ar.balanced(f, k) && ar.opensClause(f, k) >= 0 && ar.opensClause(k+1, last) >= 0 {
				return k
			}
		}
	}
	return last
}

// opensSubordinate reports whether a clause that cannot stand alone begins a
// sentence at token k.
func (ar *article) opensSubordinate(k int) bool {
	if isMark(ar.a, k) {
		k++
	}
	switch ar.low(k) {
	case "now":
		return ar.thatAt(k + 1)
	case "after", "before", "when", "once", "until", "since", "although", "though", "while", "because", "as":
		return true
	}
	return false
}

// pastDashes takes in what a conjunction joins behind what two dashes set off,
// where a content [f, last) was read up to the first: "on two sites, orvik.no | —
// which was shut down — and another".
func (ar *article) pastDashes(f, last, end int) int {
	a := ar.a
	if last+5 >= end || !ar.dash(last) || a.Tokens[last+1].POS != nlp.WDT && a.Tokens[last+1].POS != nlp.WP {
		return last
	}
	k := last + 1
	for k < end && !ar.dash(k) {
		k++
	}
	if k+3 >= end || a.Tokens[k+1].POS != nlp.CC || ar.opensClause(k+2, end) >= 0 && !ar.dash(k+4) {
		return last
	}
	for k += 2; k < end && !isMark(a, k); k++ {
		if finitePOS(a.Tokens[k].POS) {
			return last
		}
	}
	return k
}
