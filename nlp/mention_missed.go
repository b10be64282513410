package nlp

import "strings"

// Organisations that the entity model missed altogether, and which what stands
// beside them gives away.

// missedFirms makes organisations of the capitalised words that no entity covers
// right before a ticker in brackets, "Arden Goods (NYSE: AGD)", and, where they
// are two or more, behind a trade or behind an office and "for" or "at": "the
// giant Arden Goods", "a spokesman for Open Water". So it does of works and the
// like there, and of a single word behind "data from".
func (r *resolver) missedFirms() {
	a := r.a
	r.extra = r.extra[:0]
	e := 0
	for t := 1; t < len(a.Tokens); t++ {
		e = r.entityFrom(e, t)
		if e < len(a.Entities) && a.Entities[e].First <= t {
			if x := &a.Entities[e]; x.Kind == Misc && x.First == t && x.Last <= len(a.Tokens) && a.Tokens[x.Last-1].POS.Noun() && (x.Last-t > 1 && r.firmBefore(t) || x.Last-t == 1 && a.Tokens[t].POS == NNP && r.sourceBefore(t)) {
				x.Kind = Organization
			}
			continue
		}
		if !r.nameWord(t) || a.Tokens[t-1].Sentence == a.Tokens[t].Sentence && (e > 0 && a.Entities[e-1].Last == t || r.nameWord(t-1)) {
			continue
		}
		free := len(a.Tokens)
		if e < len(a.Entities) {
			free = a.Entities[e].First
		}
		l := t + 1
		for l < free && l < t+6 && a.Tokens[l].Sentence == a.Tokens[t].Sentence && r.nameWord(l) {
			l++
		}
		if l == free && e < len(a.Entities) && named(a.Entities[e].Kind) || !r.ticker(l) && (l-t < 2 || !r.firmBefore(t)) {
			t = l - 1
			continue
		}
		for k := t; k < l; k++ {
			if !a.Tokens[k].POS.Proper() {
				a.Tokens[k].POS = NNP
			}
		}
		r.missed(Organization, t, l)
		t = l - 1
	}
	r.mergeExtra()
}

// nameWord reports whether token t may be part of a firm's name.
func (r *resolver) nameWord(t int) bool {
	w := r.a.Word(t)
	p := r.a.Tokens[t].POS
	return capital(w) && (p.Noun() || p == JJ) && !title(w) && r.classOf(t) != PersonNoun
}

// ticker reports whether a stock exchange or "ticker" stands in brackets at
// token t.
func (r *resolver) ticker(t int) bool {
	a := r.a
	return t+3 < len(a.Tokens) && a.Tokens[t].POS == LRB && a.Word(t+2) == ":" && exchanges[strings.ToLower(a.Word(t+1))]
}

var exchanges = set("ticker symbol nyse nasdaq asx lse tsx bse nse")

// firmBefore reports whether a trade, or an office and "for" or "at", stands in
// small letters right before token t, which is not in a headline.
func (r *resolver) firmBefore(t int) bool {
	a := r.a
	k := t - 1
	if a.Tokens[k].Sentence != a.Tokens[t].Sentence || r.titleCased(int(a.Tokens[t].Sentence)) || capital(a.Word(k)) {
		return false
	}
	if p := a.Tokens[k].POS; (p == NN || p == JJ) && trades[a.Word(k)] && a.Word(k) != "chain" && a.Word(k) != "union" {
		return true
	}
	if w := a.Word(k); w != "for" && w != "at" || k < 1 || a.Tokens[k-1].Sentence != a.Tokens[t].Sentence {
		return false
	}
	return a.Tokens[k-1].POS == NN && !capital(a.Word(k-1)) && (ofOffice[a.Tokens[k-1].Lemma] || deputies[a.Tokens[k-1].Lemma] || ofFirm[a.Tokens[k-1].Lemma]) && r.classOf(k-1) == PersonNoun
}

// sourceBefore reports whether "data from" or the like stands before token t.
func (r *resolver) sourceBefore(t int) bool {
	a := r.a
	return t > 1 && (a.Word(t-1) == "from" || a.Word(t-1) == "by") && (figures[a.Tokens[t-2].Lemma] || figures[strings.ToLower(a.Word(t-2))])
}

// figures are documents that organisations publish.
var figures = set("data figure statistic statement report survey")
