package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// absolutes cuts ", with Orvik finishing third and Hale coming fourth" off the
// end of p, where it names or counts something, and returns what it tells as
// propositions of their own. Their participles become finite by the verb of p.
func (ar *article) absolutes(p *proposition) []proposition {
	a := ar.a
	r := ar.mainRoot(p)
	if r < 0 || p.presupVerb > 0 || ar.conditional(p.first) {
		return nil
	}
	f := ar.finite(r, p.first, p.last)
	if f < 0 || a.Tokens[f].POS == nlp.MD {
		return nil
	}
	for i := max(r+1, p.first+4); i+4 < p.last; i++ {
		if a.Word(i) != "," || !strings.EqualFold(a.Word(i+1), "with") || !ar.particular(i+2, p.last) || !ar.anyFinite(p.first, i) || ar.between(r, i) || !ar.balanced(p.first, i) {
			continue
		}
		var out []proposition
		for first := i + 2; first < p.last; {
			v := ar.participleOf(first, p.last)
			if v < 0 {
				return nil
			}
			// Up to the next one behind "and".
			last, next := p.last, p.last
			for k := v + 1; k+3 < p.last; k++ {
				if a.Tokens[k].POS == nlp.CC && ar.participleOf(k+1, p.last) > 0 {
					last, next = k, k+1
					break
				}
			}
			if ar.anyFinite(first, v) || last-v < 2 || ar.toldByParticiple(v+1, last) {
				return nil
			}
			c := *p
			c.first, c.last = first, last
			c.participle, c.finite = v, ar.finiteForm(v, first, f, r)
			c.subjectFirst, c.subjectLast = 0, 0
			out = append(out, c)
			first = next
		}
		p.last = i
		return out
	}
	return nil
}

// participleOf is the participle in -ing right behind the noun phrase that begins
// at first; -1 for none.
func (ar *article) participleOf(first, last int) int {
	a := ar.a
	for k := first; k < last && k < first+10; k++ {
		switch t := &a.Tokens[k]; {
		case t.POS == nlp.VBG:
			if k > first && a.Tokens[k-1].POS.Noun() && t.Lemma != "include" && k+1 < last && a.Tokens[k+1].POS != nlp.CC {
				return k
			}
			return -1
		case t.POS.Noun(), t.POS == nlp.DT, t.POS == nlp.JJ, t.POS == nlp.JJS, t.POS == nlp.JJR, t.POS == nlp.PRPS, t.POS == nlp.POSS, t.POS == nlp.HYPH, t.POS == nlp.CD, t.POS == nlp.CC:
		case t.POS == nlp.IN && strings.EqualFold(a.Word(k), "of"):
		default:
			return -1
		}
	}
	return -1
}

// toldByParticiple reports whether a participle stands right behind a noun in
// [first, last): it may be what is told of the subject, and the participle before
// only tell which, "laws banning trams | expected in May".
func (ar *article) toldByParticiple(first, last int) bool {
	for k := first + 1; k < last; k++ {
		if t := ar.a.Tokens[k].POS; (t == nlp.VBG || t == nlp.VBN) && ar.a.Tokens[k-1].POS.Noun() {
			return true
		}
	}
	return false
}

// finiteForm is the form of participle v, whose subject begins at first, in the
// tense of the verb r of a clause that token f makes finite.
func (ar *article) finiteForm(v, first, f, r int) string {
	a := ar.a
	w := a.Word(v - 1)
	several := a.Tokens[v-1].POS == nlp.NNPS || a.Tokens[v-1].POS == nlp.NNS && w[0] >= 'a'
	for k := first; k < v; k++ {
		several = several || a.Tokens[k].POS == nlp.CC && strings.EqualFold(a.Word(k), "and")
	}
	be, have := "is ", "has been "
	if several {
		be, have = "are ", "have been "
	}
	l := a.Tokens[v].Lemma
	switch t := &a.Tokens[f]; {
	case t.POS == nlp.VBD && l == "be" && several:
		return "were"
	case t.POS == nlp.VBD && l == "be":
		return "was"
	case t.POS == nlp.VBD || t.POS == nlp.VBN:
		return pastTense(l)
	case t.Lemma == "have" && f != r:
		return have + a.Word(v)
	case t.Lemma == "be" && a.Tokens[r].POS == nlp.VBG:
		return be + a.Word(v)
	}
	switch {
	case several && l == "be":
		return "are"
	case several:
		return l
	case l == "be":
		return "is"
	case l == "have":
		return "has"
	}
	return thirdPerson(l)
}

// particular reports whether a name or a number stands in [first, last).
func (ar *article) particular(first, last int) bool {
	for k := first; k < last; k++ {
		if t := ar.a.Tokens[k].POS; t.Proper() || t == nlp.CD {
			return true
		}
	}
	return false
}
