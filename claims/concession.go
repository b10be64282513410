package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// concession cuts a leading "while ...," or "although ...," off p and returns
// it as a proposition of its own.
func (ar *article) concession(p *proposition) (proposition, bool) {
	a := ar.a
	if p.last-p.first < 8 {
		return proposition{}, false
	}
	switch strings.ToLower(a.Word(p.first)) {
	case "while", "although", "though", "whereas":
	default:
		return proposition{}, false
	}
	// The clause ends at the comma before the main clause's subject.
	r := ar.root(p.first, p.last)
	if r < 0 {
		return proposition{}, false
	}
	sf, sl := ar.subject(r, p.first, p.last)
	if sl == 0 {
		return proposition{}, false
	}
	for j := sf - 1; j > p.first+3; j-- {
		if a.Word(j) == "," {
			if !ar.anyFinite(p.first+1, j) || p.last-j < 5 {
				return proposition{}, false
			}
			c := *p
			c.first, c.last = p.first+1, j
			p.first = j + 1
			return c, true
		}
		if j < sf-6 {
			break
		}
	}
	return proposition{}, false
}

// conceded cuts a trailing ", although ..." off p and returns it as a
// proposition of its own.
func (ar *article) conceded(p *proposition) (proposition, bool) {
	a := ar.a
	for i := p.first + 4; i+5 < p.last; i++ {
		if a.Word(i) != "," {
			continue
		}
		k := i + 1
		if a.Tokens[k].POS == nlp.CloseQuote {
			k++
		}
		if strings.EqualFold(a.Word(k), "even") {
			k++
		}
		switch strings.ToLower(a.Word(k)) {
		case "though", "although", "whereas":
		case "while": // "sales rose, while profits fell", not "while on bail"
			if ar.opensClause(k+1, p.last) < 0 || ar.framed(p.first, i) {
				return proposition{}, false
			}
		default:
			continue
		}
		if a.Word(k+1) == "," || !ar.anyFinite(p.first, i) || p.last-k < 5 {
			return proposition{}, false
		}
		// Its subject and verb follow, and nothing of the main clause.
		verb := false
		for j := k + 1; j < p.last; j++ {
			switch t := a.Tokens[j].POS; {
			case t == nlp.PRP && j == k+1:
				return proposition{}, false // "though they had": best read together
			case t == nlp.VBD || t == nlp.VBZ || t == nlp.VBP || t == nlp.MD:
				verb = verb || j > k+1
			case a.Word(j) == ",":
				return proposition{}, false
			}
		}
		if !verb {
			return proposition{}, false
		}
		c := *p
		c.first = k + 1
		c.subjectFirst, c.subjectLast = 0, 0
		p.last = i
		return c, true
	}
	return proposition{}, false
}
