package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// verbal finds the main verb of p, and sets polarity and modality.
func (ar *article) verbal(p *proposition, c *Claim) {
	a := ar.a
	p.verb = ar.mainVerb(p)
	if p.verb < 0 {
		return
	}
	from := p.first
	if who := ar.relativeBefore(p, p.verb); who > 0 {
		v := ar.verbBeside(p, who)
		if v < 0 {
			return // what the clause tells of somebody is not what p says
		}
		p.verb = v
		if v > who {
			from = v
			for from > who+1 && a.Tokens[from-1].POS != nlp.VB && (a.Tokens[from-1].POS == nlp.RB || auxiliary[a.Tokens[from-1].Lemma]) {
				from--
			}
		}
	}
	// Negation stands within a few words before the verb, or in the subject.
	for k := p.first; k < p.last && k <= p.verb+3; k++ {
		w := ar.low(k)
		switch {
		case k <= p.verb && (w == "no" || w == "none" || w == "nobody" || w == "neither" || w == "nothing" || w == "nor"):
			if p.verb-k <= 8 {
				c.Negative = true
			}
		case (w == "not" || w == "n't" || w == "n’t" || w == "never") && p.verb-k <= 4:
			c.Negative = true
		}
	}
	if k := p.verb + 1; k+1 < p.last && !ar.innerSubject(k, p.verb) {
		// "had no proof", "won none", but "needs no more than".
		switch w := ar.low(k); {
		case w == "none", w == "no" && a.Tokens[k+1].POS != nlp.JJR && a.Tokens[k+1].POS != nlp.RBR && a.Tokens[k+1].Lemma != "doubt":
			c.Negative = true
		}
	}
	for k := p.verb; k >= p.first && k >= p.verb-5; k-- {
		if k != p.verb && a.Tokens[k].POS != nlp.MD && a.Tokens[k].POS != nlp.RB && a.Tokens[k].POS != nlp.PRP && a.Tokens[k].POS != nlp.VB && a.Tokens[k].POS != nlp.VBN {
			if k < p.verb-1 {
				break
			}
		}
		if a.Tokens[k].POS == nlp.MD {
			switch ar.low(k) {
			case "will", "'ll", "’ll", "shall", "wo":
				c.Modality = "future"
			case "may", "might", "could", "can", "ca":
				c.Modality = "possible"
			case "must", "should", "ought":
				c.Modality = "necessary"
			case "would", "'d", "’d":
				c.Modality = "conditional"
				if ar.relayed(p) && a.Tokens[p.first].POS == nlp.PRP && k <= p.first+2 && !ar.ifIn(p) {
					c.Modality = "future" // "said it would appeal"
				}
			}
			break
		}
	}
	if c.Modality == "" && ar.toCome(p, from) {
		c.Modality = "future"
	}
}

// innerSubject reports whether token k, or the noun that it determines, is the
// subject of what the given verb says: "say | none was carried out".
func (ar *article) innerSubject(k, verb int) bool {
	t := &ar.a.Tokens[k]
	if t.Rel == nlp.Det && int(t.Head) > k {
		t = &ar.a.Tokens[t.Head]
	}
	return reporting[ar.a.Tokens[verb].Lemma] && subjectRel(t.Rel) && int(t.Head) != verb
}

// ifIn reports whether p names a condition.
func (ar *article) ifIn(p *proposition) bool {
	for k := p.first; k < p.last; k++ {
		switch ar.low(k) {
		case "if", "unless", "were", "otherwise":
			return true
		}
	}
	return false
}

// toCome reports whether the verb of p tells of the future without "will": "is
// to close", "is expected to rule", "are going to". The verb phrase begins at token
// first or behind it.
func (ar *article) toCome(p *proposition, first int) bool {
	a := ar.a
	for k := first; k+2 < p.last && k <= p.verb; k++ {
		if !finitePOS(a.Tokens[k].POS) {
			continue
		}
		switch ar.low(k) {
		case "is", "are", "'s", "’s", "'re", "’re", "am":
		default:
			return false
		}
		i := k + 1
		for i+2 < p.last && a.Tokens[i].POS == nlp.RB {
			i++
		}
		switch ar.low(i) {
		case "going", "set", "expected", "scheduled", "slated", "poised", "due":
			i++
		default:
			// "Is to blame", and "the aim is to cut", which is no plan of the aim's.
			if i+1 < p.last && a.Tokens[i+1].Lemma == "blame" || ar.purpose(p, k) {
				return false
			}
		}
		return a.Tokens[i].POS == nlp.TO && i+1 < p.last && a.Tokens[i+1].POS == nlp.VB
	}
	return false
}

// purpose reports whether the subject before the verb at token k is a noun for
// what somebody wants.
func (ar *article) purpose(p *proposition, k int) bool {
	for i := p.first; i < k; i++ {
		if t := &ar.a.Tokens[i]; subjectRel(t.Rel) && purposes[t.Lemma] {
			return true
		}
	}
	return false
}

var purposes = set("aim goal purpose objective intention idea point task job role mission duty way solution")

// mainVerb is the root of p, or without a parse its first finite verb.
func (ar *article) mainVerb(p *proposition) int {
	a := ar.a
	for i := p.first; i < p.last; i++ {
		t := &a.Tokens[i]
		if t.Rel == nlp.NoRel {
			break
		}
		h := int(t.Head)
		if (h < p.first || h >= p.last) && (t.POS.Verb() || t.Rel == nlp.Root || t.Rel == nlp.Ccomp) && t.Rel != nlp.Punct {
			if t.POS.Verb() {
				return i
			}
			// A nominal or adjectival root: its copula is the verb.
			for k := p.first; k < p.last; k++ {
				if int(a.Tokens[k].Head) == i && (a.Tokens[k].Rel == nlp.Cop || a.Tokens[k].Rel == nlp.Aux) {
					return k
				}
			}
		}
	}
	return ar.firstVerb(p.first, p.last)
}

// firstVerb is the verb of the first finite verb phrase in [first, last), -1 for
// none.
func (ar *article) firstVerb(first, last int) int {
	a := ar.a
	for i := first; i < last; i++ {
		switch a.Tokens[i].POS {
		case nlp.VBD, nlp.VBZ, nlp.VBP:
			// An auxiliary hands over to the verb that it helps.
			for k := i + 1; k < last && k < i+4; k++ {
				switch a.Tokens[k].POS {
				case nlp.VBN, nlp.VB, nlp.VBG:
					return k
				case nlp.RB, nlp.PRP:
					continue
				}
				break
			}
			return i
		case nlp.MD:
			for k := i + 1; k < last && k < i+5; k++ {
				if a.Tokens[k].POS == nlp.VB {
					return k
				}
			}
			return i
		}
	}
	return -1
}

// relativeBefore is the relative pronoun within p of whose clause the verb at
// token v is the first, whatever the parse: "voters, most of whom will never set",
// "roads that the state had built"; -1 for none.
func (ar *article) relativeBefore(p *proposition, v int) int {
	a := ar.a
	k := v - 1
	for k > p.first && (a.Tokens[k].POS == nlp.MD || a.Tokens[k].POS == nlp.RB || auxiliary[a.Tokens[k].Lemma]) {
		k--
	}
	for n := 0; k > p.first && n < 5; n++ {
		switch t := a.Tokens[k].POS; {
		case t == nlp.WDT, t == nlp.WP && !strings.EqualFold(a.Word(k), "what"):
			return k
		case !t.Noun() && t != nlp.DT && t != nlp.JJ && t != nlp.PRP && t != nlp.PRPS && t != nlp.CD:
			return -1
		}
		k--
	}
	return -1
}

// verbBeside is the verb of p outside of the relative clause that the pronoun at
// token who opens: the one before it, or the next finite one that nothing joins
// to the clause's own; -1 for none.
func (ar *article) verbBeside(p *proposition, who int) int {
	a := ar.a
	if v := ar.firstVerb(p.first, who); v >= 0 {
		return v
	}
	k := who + 1
	for k < p.last && !finitePOS(a.Tokens[k].POS) {
		k++
	}
	for k++; k < p.last; k++ {
		switch t := a.Tokens[k].POS; {
		case t == nlp.CC, t == nlp.WDT, t == nlp.WP, t == nlp.WRB:
			return -1
		case finitePOS(t):
			return ar.firstVerb(k, p.last)
		}
	}
	return -1
}
