package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// frame is what stands before the subject of a clause, up to the comma there,
// and may hold of the clauses joined to it as well: the tokens [first, last) of
// "Among young voters, half would stay, and a third would leave".
type frame struct{ first, last int }

func (f frame) empty() bool { return f.last <= f.first }

// frameBefore is the frame of the clause of verb r that opens p; empty for none.
func (ar *article) frameBefore(p *proposition, r int) frame {
	sf, sl := ar.subject(r, p.first, p.last)
	return ar.frameUpTo(p, sf, sl)
}

// frameUpTo is the frame before the subject [sf, sl) of the clause that opens p.
func (ar *article) frameUpTo(p *proposition, sf, sl int) frame {
	a := ar.a
	if sl <= sf || sf-p.first < 2 {
		return frame{}
	}
	last := sf
	if a.Tokens[last-1].POS == nlp.OpenQuote {
		last--
	}
	if a.Word(last-1) != "," || !ar.balanced(p.first, last) {
		return frame{}
	}
	return frame{p.first, last}
}

// conditional reports whether the clause that begins at token i holds only
// under a condition or together with what follows: "If the bill passed, ...".
func (ar *article) conditional(i int) bool {
	switch ar.low(i) {
	case "if", "unless", "since", "when", "while", "although", "though", "because", "as", "once", "until", "whether":
		t := &ar.a.Tokens[i]
		return (t.POS == nlp.IN || t.POS == nlp.WRB) && t.Rel != nlp.Case // but "as of 2016"
	}
	return false
}

// framed reports whether a phrase with a comma stands before the subject of r,
// which may hold of all that is joined: "Among young voters, half ..., and ...".
func (ar *article) framed(start, r int) bool {
	a := ar.a
	if a.Tokens[start].POS != nlp.IN && a.Tokens[start].Lemma != "ask" {
		return false
	}
	for k := start; k < r; k++ {
		if a.Word(k) == "," {
			return true
		}
	}
	return false
}

// bounded reports whether a phrase or clause stands before the subject of verb r
// of what begins at first, so that what is joined to it may not stand alone.
func (ar *article) bounded(first, r int) bool {
	return ar.conditional(first) || ar.framed(first, r)
}

// reach tells, of the clause that begins at lo in p and is joined, at cut, to one
// with frame f, whether it can be told apart at all, and the frame that it has.
// own says that it has a subject of its own.
func (ar *article) reach(p *proposition, f frame, cut, lo int, own bool) (frame, bool) {
	a := ar.a
	if f.empty() || cut < f.last+2 {
		return frame{}, false
	}
	switch ar.low(f.first) {
	case "while", "although", "though", "since", "whether":
		return frame{}, false // what is conceded or a reason may be so to one only
	case "unlike":
		if own {
			return frame{}, true // it is a likeness of the one subject
		}
	}
	if own && ar.nowIn(lo, p.last) {
		return frame{}, true
	}
	timed := ar.clauseTimed(lo, p.last)
	dated := len(ar.timesIn(a.Span(f.first, f.last))) > 0
	if timed && dated {
		return frame{}, true // "In May it opened, and it closed in July"
	}
	if own {
		switch ar.low(max(lo-1, 0)) {
		case "but", "yet":
			return frame{}, false // it may hold in spite of the frame
		}
	}
	return f, true
}

// clauseTimed reports whether a time stands in the clause [first, last), before
// any clause within it.
func (ar *article) clauseTimed(first, last int) bool {
	for k := first; k < last; k++ {
		if t := ar.a.Tokens[k].POS; t == nlp.WDT || t == nlp.WP || t == nlp.WRB {
			last = k
		}
	}
	return last > first && len(ar.timesIn(ar.a.Span(first, last))) > 0
}

// frameWords are the words of the claim's frame as they read alone, "" for
// none.
func (w *rewriting) frameWords() string {
	f := w.p.frame
	if f.empty() {
		return ""
	}
	return strings.TrimRight(w.phraseWords(f.first, f.last), " ,") + ", "
}

// framedInTime reports whether the claim's frame says when.
func (w *rewriting) framedInTime() bool {
	f := w.p.frame
	if f.empty() {
		return false
	}
	for _, t := range w.timesIn(w.a.Span(f.first, f.last)) {
		if !t.From.IsZero() {
			return true
		}
	}
	return false
}
