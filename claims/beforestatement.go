package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// listMark is the index behind what marks p, with which a sentence begins, as one
// item of a list: "2. Orvik closed", "~ Orvik closed", and the "l" that a bullet of
// a symbol font is read as; p.first for none.
func (ar *article) listMark(p *proposition) int {
	a := ar.a
	k := p.first
	if k+5 > p.last || !ar.startsSentence(k) {
		return k
	}
	w := a.Word(k)
	next := k + 1
	switch {
	case w == "~", w == "§", w == "▪", w == "■", w == "►", w == "*", w == "•":
	case w == "l" && a.Tokens[next].Start > a.Tokens[k].End:
	case len(w) <= 3 && w[0] >= '1' && w[0] <= '9' && isDigits(strings.TrimRight(w, ".)")):
		if isDigits(w) {
			if s := a.Word(next); s != "." && s != ")" || a.Tokens[next].Start > a.Tokens[k].End {
				return k
			}
			next++
		}
		if a.Tokens[next].Start == a.Tokens[next-1].End {
			return k
		}
	default:
		return k
	}
	if isMark(a, next) || capital(a.Word(next)) || a.Word(next)[0] >= '0' && a.Word(next)[0] <= '9' {
		return next
	}
	return k
}

// startsSentence reports whether token k is the first one of its sentence.
func (ar *article) startsSentence(k int) bool {
	return ar.a.Sentences[ar.a.Tokens[k].Sentence].First == k
}

// capitalsHead is the index behind a heading in capitals that a sentence was read
// together with, "MILL CLOSES FOR GOOD The mill had lost", or p.first.
func (ar *article) capitalsHead(p *proposition) int {
	a := ar.a
	k := p.first
	if w := a.Word(k); k+8 > p.last || !ar.startsSentence(k) || !inCapitalsOnly(w) {
		return k
	}
	long := 0
	for ; k+4 < p.last; k++ {
		w := a.Word(k)
		if inCapitalsOnly(w) {
			if len(w) > 3 {
				long++
			}
			continue
		}
		if c := w[0]; c >= '0' && c <= '9' || c >= 0x80 && len(w) <= 3 && w != "“" && w != "‘" || c == '$' || c == ',' || c == '\'' || c == '-' {
			continue
		}
		break
	}
	lo := k
	if a.Tokens[lo].POS == nlp.OpenQuote {
		lo++
	}
	if lo > p.first && a.Word(lo-1) == "A" {
		lo-- // "CLOSES A mill"
	}
	w := a.Word(lo)
	if long < 3 || len(w) > 1 && !(capital(w) && w[1] >= 'a' && w[1] <= 'z') || isMark(a, lo-1) && a.Tokens[lo-1].POS != nlp.OpenQuote {
		return p.first
	}
	if ar.opensClause(lo, p.last) < 0 && ar.fronted(lo, p.last) < 0 {
		return p.first
	}
	return lo
}

// inCapitalsOnly reports whether w has capital letters, and no others.
func inCapitalsOnly(w string) bool {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			return false
		}
	}
	return w[0] >= 'A' && w[0] <= 'Z'
}

// outletLine is the index behind the outlet or the place that heads a report
// before a dash, "Norrbank News – Two men", "Orvik – Two men", or p.first.
func (ar *article) outletLine(p *proposition) int {
	a := ar.a
	for k := p.first; k < p.first+5 && k+5 < p.last; k++ {
		if k > p.first && ar.dash(k) && a.Tokens[k].Start > a.Tokens[k-1].End {
			t := a.Tokens[k+1].POS
			if !ar.onlyDash(p, k) || !capital(a.Word(k+1)) || !outletWords[ar.low(k-1)] && t.Proper() || ar.opensClause(k+1, p.last) < 0 && ar.fronted(k+1, p.last) < 0 {
				return p.first
			}
			return k + 1
		}
		if !a.Tokens[k].POS.Proper() || !capital(a.Word(k)) {
			return p.first
		}
	}
	return p.first
}

// outletWords are last words of the names of papers and agencies.
var outletWords = set("news times post herald tribune journal gazette observer chronicle guardian reuters ap afp press agency mail standard courier examiner today")

// signOpening is the index behind an opening that says what to see in what
// follows, "in a clear sign that the mill is ill, | Norr sold it", or p.first.
func (ar *article) signOpening(p *proposition) int {
	a := ar.a
	k := p.first
	if ar.low(k) != "in" || k+9 > p.last {
		return k
	}
	for k++; k < p.first+5; k++ {
		switch t := a.Tokens[k].POS; {
		case t == nlp.DT, t == nlp.JJ, t == nlp.RB, t == nlp.VBG, t == nlp.CD:
			continue
		}
		break
	}
	switch ar.low(k) {
	case "sign", "signal", "reminder":
	case "move":
		if !ar.thatAt(k+1) && a.Tokens[k+1].POS != nlp.WDT || !startling[a.Tokens[k+2].Lemma] {
			return p.first
		}
	default:
		return p.first
	}
	for k++; k+4 < p.last; k++ {
		if a.Word(k) == "," && ar.balanced(p.first, k) && (ar.opensClause(k+1, p.last) >= 0 || ar.fronted(k+1, p.last) >= 0) {
			return k + 1
		}
	}
	return p.first
}

// startling are verbs for what an event does to those who had not expected it.
var startling = set("shock surprise stun startle astonish baffle puzzle anger infuriate")

// factOpening is the index behind "then there's the fact that" or "the fact
// remains", which say nothing themselves, or p.first.
func (ar *article) factOpening(p *proposition) int {
	a := ar.a
	k := p.first
	if k+8 > p.last {
		return k
	}
	switch w := ar.low(k); {
	case w == "the" && ar.low(k+1) == "fact" && ar.low(k+2) == "remains":
		k += 3
		if ar.thatAt(k) {
			return k + 1
		}
		if ar.opensClause(k, p.last) < 0 {
			return p.first
		}
		return k
	case w == "then" || w == "also":
		k++
	}
	if ar.low(k) != "there" || a.Tokens[k+1].Lemma != "be" && a.Word(k+1) != "'s" && a.Word(k+1) != "’s" {
		return p.first
	}
	if k += 2; ar.low(k) == "also" {
		k++
	}
	if k+6 < p.last && ar.low(k) == "the" && ar.low(k+1) == "fact" && ar.thatAt(k+2) {
		return k + 3
	}
	return p.first
}

// alsoOpening is the index behind an "also" without a comma, which only joins its
// sentence to the one before, "Also the mayor has resigned", or p.first.
func (ar *article) alsoOpening(p *proposition) int {
	a := ar.a
	k := p.first + 1
	if ar.low(p.first) != "also" || k+5 > p.last || !ar.startsSentence(p.first) {
		return p.first
	}
	if c := k + 1; a.Word(c) == "," || a.Word(c+1) == "," {
		_, day := weekdays[ar.low(k)]
		if (day || grainWord(ar.low(c))) && ar.opensClause(c+1, p.last)+ar.opensClause(c+2, p.last) > -2 {
			return k
		}
	}
	if t := a.Tokens[k].POS; (t == nlp.DT || t == nlp.PRP || t == nlp.PRPS || t.Noun() || t == nlp.CD) && ar.opensClause(k, p.last) >= 0 {
		return k
	}
	return p.first
}

// appeal is the index behind what only asks to see what follows, "they have to
// stop and recognize that", or p.first.
func (ar *article) appeal(p *proposition) int {
	a := ar.a
	if a.Tokens[p.first].POS != nlp.PRP || p.last-p.first < 8 {
		return p.first
	}
	bound := false
	for k := p.first + 1; k < p.first+11 && k+5 < p.last; k++ {
		switch t := &a.Tokens[k]; {
		case t.POS == nlp.MD && (t.Lemma == "must" || t.Lemma == "should"), t.Lemma == "need", t.Lemma == "have" && a.Tokens[k+1].POS == nlp.TO:
			bound = true
		case !bound:
			return p.first
		case ar.thatAt(k):
			if granted[a.Tokens[k-1].Lemma] && a.Tokens[k-1].POS == nlp.VB {
				return k + 1
			}
			return p.first
		case t.POS == nlp.VB, t.POS == nlp.TO, t.POS == nlp.CC, t.POS == nlp.RB:
		default:
			return p.first
		}
	}
	return p.first
}

// granted are verbs for taking in what is so.
var granted = set("recognize recognise understand realize realise remember accept acknowledge")

// feeling reports whether w is an adverb for how a writer finds what follows,
// "unnervingly".
func feeling(w string) bool {
	if !strings.HasSuffix(w, "ingly") {
		return false
	}
	switch w {
	case "increasingly", "seemingly", "knowingly", "unknowingly", "willingly", "unwillingly", "decreasingly":
		return false
	}
	return true
}
