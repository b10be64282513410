package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// concession cuts a leading "while ...," or "although ...," off p and returns
// it as a proposition of its own.
func (ar *article) concession(p *proposition) (proposition, bool) {
	if p.last-p.first < 8 {
		return proposition{}, false
	}
	switch ar.low(p.first) {
	case "while", "although", "though", "whereas":
	default:
		return proposition{}, false
	}
	j := ar.concessionEnd(p)
	if j < 0 {
		return proposition{}, false
	}
	c := *p
	c.first, c.last = p.first+1, j
	p.first = j + 1
	return c, true
}

// concessionEnd is the comma that ends the clause of concession that opens p,
// before the main clause's subject; -1 for none.
func (ar *article) concessionEnd(p *proposition) int {
	a := ar.a
	if r := ar.root(p.first, p.last); r >= 0 {
		sf, sl := ar.subject(r, p.first, p.last)
		for j := sf - 1; sl > 0 && j > p.first+3 && j >= sf-6; j-- {
			if a.Word(j) == "," && ar.anyFinite(p.first+1, j) && p.last-j >= 5 {
				return j
			}
		}
	}
	// The parse may have taken the clause of concession for the main one.
	for j := p.first + 4; j+5 <= p.last; j++ {
		if a.Word(j) == "," && ar.balanced(p.first, j) && ar.opensClause(p.first+1, j) >= 0 && ar.opensClause(j+1, p.last) >= 0 {
			return j
		}
	}
	return ar.onlyComma(p)
}

// onlyComma is the one comma of p, which then ends the clause of concession that
// opens p however either parses, if a subject and a verb follow it; -1 otherwise.
func (ar *article) onlyComma(p *proposition) int {
	a, found := ar.a, -1
	for j := p.first + 1; j < p.last; j++ {
		if a.Word(j) != "," {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = j
	}
	if found < p.first+4 || found+5 > p.last || !ar.balanced(p.first, found) || !ar.anyFinite(p.first+1, found) || !ar.anyFinite(found+2, p.last) {
		return -1
	}
	if !ar.nominal(found+1) && a.Tokens[found+1].POS != nlp.PRP {
		return -1
	}
	return found
}

// conceded cuts a trailing ", although ..." off p and returns it as a
// proposition of its own.
func (ar *article) conceded(p *proposition) (proposition, bool) {
	a := ar.a
	over := p.frame
	for i := p.first + 4; i+5 < p.last; i++ {
		k := i + 1
		if a.Word(i) != "," && !ar.dash(i) {
			if !ar.figuresBeside(p, i) {
				continue
			}
			k = i
		}
		if a.Tokens[k].POS == nlp.CloseQuote {
			k++
		}
		if strings.EqualFold(a.Word(k), "even") {
			k++
		}
		switch ar.low(k) {
		case "though", "although", "whereas":
		case "while": // "sales rose, while profits fell", not "while on bail"
			if ar.opensClause(k+1, p.last) < 0 {
				return proposition{}, false
			}
			if r := ar.root(p.first, i); r >= 0 && ar.bounded(p.first, r) {
				ok := false
				if over, ok = ar.reach(p, ar.frameBefore(p, r), i, k+1, true); !ok {
					return proposition{}, false
				}
			}
		default:
			continue
		}
		if a.Word(k+1) == "," || !ar.predicateIn(p.first, i) || p.last-k < 5 || ar.low(p.first) == "according" && !ar.commaIn(p.first, i) {
			return proposition{}, false
		}
		// Its subject and verb follow, and nothing of the main clause.
		verb, sf, sl := false, 0, 0
		j := k + 1
		if v := ar.fronted(j, p.last); v >= 0 && !ar.conditional(j) {
			j, verb = v, true // "although in May, the mill closed"
		}
		for ; j < p.last; j++ {
			switch t := a.Tokens[j].POS; {
			case t == nlp.PRP && j == k+1 && ar.unsure(j, p.last):
			case t == nlp.PRP && j == k+1 && !ar.sameAsSubject(p, j):
				if sf, sl = ar.meantAs(p, j, i); sl == 0 {
					return proposition{}, false // "though they had": best read together
				}
			case t == nlp.VBD || t == nlp.VBZ || t == nlp.VBP || t == nlp.MD:
				verb = verb || j > k+1
			case a.Word(j) == "," && ar.anyFinite(j+1, p.last) && !ar.continuesClause(j+1) && !finitePOS(a.Tokens[j+1].POS):
				return proposition{}, false
			}
		}
		if !verb {
			return proposition{}, false
		}
		c := *p
		c.first, c.frame = k+1, over
		if sl > 0 {
			c.first++ // its subject stands for the pronoun
		}
		c.subjectFirst, c.subjectLast = sf, sl
		p.last = i
		return c, true
	}
	return proposition{}, false
}

// predicateIn reports whether [first, last) has a finite verb, be it one that was
// taken for a participle: "voters preferred Hale 51 to 24".
func (ar *article) predicateIn(first, last int) bool {
	for k := first; k < last; k++ {
		if finitePOS(ar.a.Tokens[k].POS) || ar.plainParticiple(first, k) {
			return true
		}
	}
	return false
}

// figuresBeside reports whether the "while" at token i, without a comma, sets a
// clause with a figure beside another: "oil lost 3% | while gold rose 2%".
func (ar *article) figuresBeside(p *proposition, i int) bool {
	return ar.low(i) == "while" && ar.a.Tokens[i].POS == nlp.IN && ar.opensClause(i+1, p.last) >= 0 && ar.amountIn(p.first, i) && ar.amountIn(i+1, p.last) && ar.opensClause(p.first, i) >= 0
}

// unsure reports whether the tokens from k on say that something is not known,
// "it is not clear how many", of which the "it" means nothing else.
func (ar *article) unsure(k, last int) bool {
	a := ar.a
	if !strings.EqualFold(a.Word(k), "it") {
		return false
	}
	for j := k + 1; j+1 < min(last, k+6); j++ {
		switch t := &a.Tokens[j]; {
		case t.Lemma == "be" || t.Lemma == "remain" || t.POS == nlp.RB || t.POS == nlp.MD:
		case t.POS == nlp.JJ:
			switch t.Lemma {
			case "clear", "unclear", "known", "unknown", "certain", "uncertain":
				next := a.Tokens[j+1].POS
				return next == nlp.WRB || next == nlp.WP || next == nlp.WDT || next == nlp.IN
			}
			return false
		default:
			return false
		}
	}
	return false
}

// continuesClause reports whether what follows a comma at token k goes on with the clause
// before it, and is not the main one.
func (ar *article) continuesClause(k int) bool {
	switch ar.a.Tokens[k].POS {
	case nlp.WDT, nlp.WP, nlp.WRB, nlp.CC, nlp.IN:
		return true
	}
	return false
}

// sameAsSubject reports whether the pronoun at token k means the named subject of
// p, so that its clause can be told alone.
func (ar *article) sameAsSubject(p *proposition, k int) bool {
	a := ar.a
	i, r := ar.mentionOf(k, k+1), ar.root(p.first, p.last)
	if i < 0 || r < 0 {
		return false
	}
	c := a.Mentions[i].Chain
	if c < 0 || a.Chains[c].Name == "" {
		return false
	}
	sf, sl := ar.subject(r, p.first, p.last)
	for _, m := range a.Chains[c].Mentions {
		if x := &a.Mentions[m]; x.First < sl && x.Last >= sl && x.First >= sf {
			return true
		}
	}
	return false
}

// meantAs is the subject of p, whose clause ends at last, if the "it" or "they" at
// token k can mean nothing else in it; 0, 0 otherwise.
func (ar *article) meantAs(p *proposition, k, last int) (int, int) {
	a := ar.a
	several := strings.EqualFold(a.Word(k), "they")
	if !several && !strings.EqualFold(a.Word(k), "it") || !finitePOS(a.Tokens[k+1].POS) && a.Tokens[k+1].POS != nlp.RB {
		return 0, 0
	}
	r := ar.root(p.first, last)
	if r < 0 || ar.bounded(p.first, r) && ar.conditional(p.first) {
		return 0, 0
	}
	sf, sl := ar.subject(r, p.first, last)
	if sl <= sf || ar.expletive(&nlp.Mention{Span: a.Span(k, k+1), First: k, Last: k + 1, Head: k}) {
		return 0, 0
	}
	found := 0
	for i := p.first; i < last; i++ {
		t := &a.Tokens[i]
		if !t.POS.Noun() || i+1 < len(a.Tokens) && a.Tokens[i+1].POS.Noun() {
			continue // only the head of a phrase
		}
		many := t.POS == nlp.NNS || t.POS == nlp.NNPS
		switch {
		case i >= sf && i < sl && subjectRel(t.Rel):
			if many != several {
				return 0, 0
			}
			found++
		case i >= sl && many == several:
			return 0, 0 // it may mean this
		}
	}
	if found != 1 {
		return 0, 0
	}
	return sf, sl
}
