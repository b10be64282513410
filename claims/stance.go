package claims

import (
	"strings"

	"github.com/onrecord/onrecord/internal/checkworthy"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// stance says how the article stands to c.
func (ar *article) stance(p *proposition, u checkworthy.Unit, c *Claim) {
	c.Stance = Asserted
	if p.quote >= 0 {
		q := &ar.q.Quotes[p.quote]
		c.Stance = Reported
		switch {
		case q.Disputed || q.Negated:
			c.Stance = Denied
		case q.Endorsed:
			c.Stance = Asserted
		case q.Hedged:
			c.Stance = Hedged
		}
	}
	if p.reported {
		c.Stance = Reported
	}
	if ar.denied(p, u) {
		c.Stance = Denied
		return
	}
	if c.Stance == Asserted && ar.hedged(p, c) {
		c.Stance = Hedged
	}
}

// denied reports whether the words around p reject it: "falsely" before it,
// "which is not true" behind. What p itself denies is what it asserts.
func (ar *article) denied(p *proposition, u checkworthy.Unit) bool {
	a := ar.a
	for _, s := range [...]span.Span{a.Span(u.First, max(u.First, p.first)), a.Span(min(p.last, u.Last), u.Last)} {
		low := strings.ToLower(strings.ReplaceAll(s.Of(a.Text), "’", "'"))
		behind := s.Start >= a.Span(p.first, p.last).End
		for _, d := range denials {
			if _, rest, ok := strings.Cut(low, d); ok && !(behind && deniesNext(d, rest)) {
				return true
			}
		}
	}
	// "which is simply not true"
	for k := p.last; k+2 < u.Last; k++ {
		switch ar.low(k) {
		case "which", "that", "this":
		default:
			continue
		}
		if a.Tokens[k+1].Lemma != "be" {
			continue
		}
		not := false
		for i := k + 2; i < u.Last && i < k+6; i++ {
			switch w := ar.low(i); {
			case w == "not" || w == "n't" || w == "n’t":
				not = true
			case w == "true" || w == "correct" || w == "accurate":
				return not
			case w == "false" || w == "untrue" || w == "incorrect" || w == "wrong" || w == "nonsense":
				return !not
			case a.Tokens[i].POS != nlp.RB:
				i = u.Last
			}
		}
	}
	return false
}

// deniesNext reports whether the words of denial d, with rest behind them, reject
// what follows: "it was a mistake, but she denied that it was a crime".
func deniesNext(d, rest string) bool {
	if strings.HasSuffix(d, " that") {
		return true
	}
	_, rest, _ = strings.Cut(rest, " ") // the end of the verb
	return strings.HasPrefix(rest, "that ")
}

// hedged reports whether p weakens what it says.
func (ar *article) hedged(p *proposition, c *Claim) bool {
	a := ar.a
	able := false // "can" and "could not" say what is so, not what may be
	for k := p.first; k < p.last; k++ {
		w := ar.low(k)
		able = able || (w == "can" || w == "ca" || w == "could" && ar.negatedAt(k+1, p.last)) && a.Tokens[k].POS == nlp.MD
		next := nlp.NoPOS
		if k+1 < p.last {
			next = a.Tokens[k+1].POS
		}
		switch t := &a.Tokens[k]; {
		case w == "likely":
			// Not "likely voters" nor "three times as likely as".
			if prev := ar.low(max(k-1, 0)); !next.Noun() && prev != "as" && prev != "more" && prev != "less" && prev != "most" && prev != "least" {
				return true
			}
		case w == "believed" || w == "suspected":
			// "he is believed to be", "a suspected spy", not "she believed him".
			if next.Noun() && t.POS != nlp.VBD || k > p.first && a.Tokens[k-1].Lemma == "be" || k > p.first+1 && a.Tokens[k-2].Lemma == "be" {
				return true
			}
		case t.Lemma == "seem" || t.Lemma == "appear":
			if t.POS.Verb() && t.POS != nlp.VB && (next == nlp.TO || w == "seems") {
				return true
			}
		case hedges[w]:
			// What weakens only a clause inside p leaves the rest as it is.
			if h := int(t.Head); t.POS == nlp.RB && h > p.first && h < p.last && h != p.verb && subordinate(a.Tokens[h].Rel) {
				continue
			}
			return true
		}
	}
	return c.Modality == "possible" && !able
}

// negatedAt reports whether token k, before last, is "not".
func (ar *article) negatedAt(k, last int) bool {
	return k < last && (strings.EqualFold(ar.a.Word(k), "not") || strings.EqualFold(ar.a.Word(k), "n't") || strings.EqualFold(ar.a.Word(k), "n’t"))
}

// subordinate reports whether rel is that of a clause's verb to a word of the clause
// around it.
func subordinate(rel nlp.Rel) bool {
	return rel == nlp.Advcl || rel == nlp.ACL || rel == nlp.ACLRelcl
}

var denials = []string{"falsely claim", "falsely sa", "falsely stat",
	"wrongly claim", "wrongly sa", "incorrectly", "a false claim", "the false claim", "a claim that is false", "has been debunked", "without evidence", "no evidence that", "denied that", "denies that", "deny that"}

var hedges = set("apparently allegedly reportedly perhaps supposedly possibly probably presumably seemingly purportedly maybe alleged purported")
