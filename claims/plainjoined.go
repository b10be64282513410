package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// bareClause reports whether the clause that begins at lo, joined by the
// conjunction at token k of p without a comma, and whose verb is token v, has a
// subject that no determiner opens: "scored for Orvik and | Marta Hale stopped
// 22 shots", "prices fell and | mills have closed". What stands before the
// conjunction must be no first half of that subject.
func (ar *article) bareClause(p *proposition, k, lo, v int) bool {
	a := ar.a
	proper, many := true, false
	for i := lo; i < v; i++ {
		t := a.Tokens[i].POS
		switch {
		case t.Proper():
		case t == nlp.NNS, t == nlp.NN, t == nlp.JJ, t == nlp.HYPH, t == nlp.POSS:
			proper = false
		default:
			return false
		}
		many = t == nlp.NNS || t == nlp.NNPS
	}
	if !a.Tokens[v-1].POS.Noun() {
		return false
	}
	t := &a.Tokens[v]
	aux := t.Lemma == "be" || t.Lemma == "have" || t.POS == nlp.MD
	switch {
	case t.POS == nlp.VBP && !(many && aux) && !(proper && samePast[t.Lemma]), !many && strings.EqualFold(a.Word(v), "were"), !aux && !proper:
		return false // "online and gun | show sales", "Hale and Venn | were"
	case !aux && a.Tokens[v+1].POS.Verb():
		return false
	case a.Tokens[v+1].POS == nlp.CD && v+2 >= p.last:
		return false // "and Lund has three": of what is said before
	case !proper && a.Tokens[k-1].POS.Proper() && a.Tokens[lo].POS.Proper():
		return false // "Senate | and House races"
	}
	return !ar.halfNamed(k) && !ar.tellsOf(p.first, k)
}

// samePast are verbs whose past looks like the present: "and Orvik | beat Hale".
var samePast = set("beat cut hit shut set put let split spread quit cost hurt")

// halfNamed reports whether the noun phrase before the conjunction at token k
// may open a clause that nothing else leads in, of which what follows is the
// other half of the subject: "states Venn | and Lund won", "it was clear Venn |
// and Lund had won", "more than Venn | and Lund got".
func (ar *article) halfNamed(k int) bool {
	a := ar.a
	i := k - 1
	if !a.Tokens[i].POS.Noun() {
		return a.Tokens[i].POS != nlp.CD && a.Tokens[i].POS != nlp.RB && a.Tokens[i].POS != nlp.DT
	}
	for i > 0 && a.Tokens[i].POS.Proper() {
		i--
	}
	named := i < k-1
	for i > 0 && (a.Tokens[i].POS == nlp.JJ || a.Tokens[i].POS == nlp.HYPH || !named && a.Tokens[i].POS.Noun() || a.Tokens[i].POS == nlp.CD || a.Tokens[i].POS == nlp.POSS) {
		i--
	}
	switch t := &a.Tokens[i]; {
	case t.POS.Noun():
		return true
	case t.POS == nlp.IN:
		w := ar.low(i)
		return subordinators[w] && !ar.asWell(i) || w == "than" || w == "like" || w == "since" || w == "unless" || w == "that"
	case t.POS == nlp.DT, t.POS == nlp.PRPS:
		return i == 0 || a.Tokens[i-1].POS == nlp.Comma || a.Tokens[i-1].POS == nlp.CC
	case t.POS == nlp.TO:
		return false
	case t.POS.Verb():
		// "it was clear Venn and Lund had won"
		return t.Lemma == "be" || granting[t.Lemma]
	default:
		return true
	}
}

// granting are verbs that a clause may follow without "that", besides those of
// saying and thinking.
var granting = set("ensure fear doubt wish bet guarantee figure decide agree promise worry make let help see watch pray assure convince remind inform")

// tellsOf reports whether a relative pronoun stands in [first, last): the verb
// behind it is not the main one, "those who beat Venn | and Lund won".
func (ar *article) tellsOf(first, last int) bool {
	for k := first; k < last; k++ {
		switch ar.a.Tokens[k].POS {
		case nlp.WDT, nlp.WP, nlp.WRB:
			return true
		}
	}
	return false
}

// asWell reports whether token k ends "as well as", which joins nouns.
func (ar *article) asWell(k int) bool {
	return k > 0 && ar.low(k) == "as" && ar.low(k-1) == "well"
}

// objectToo reports whether what stands in [lo, verb) and was taken for the
// subject of the verb is a noun phrase joined to a name: the phrase may be an
// object of the clause before, and the name alone the subject.
func (ar *article) objectToo(lo, verb int) bool {
	a := ar.a
	k := verb
	for k > lo && a.Tokens[k-1].POS.Proper() {
		k--
	}
	return k > lo+1 && k < verb && a.Tokens[k-1].POS == nlp.CC && !a.Tokens[lo].POS.Proper()
}

// headless reports whether [first, last) ends in a clause that a subordinator
// opens and that has no finite verb: what a comma and "and" join behind it is
// the end of its subject, "if higher sales, lower rents | , and a loan are enough".
func (ar *article) headless(first, last int) bool {
	a := ar.a
	for k := last - 1; k > first; k-- {
		if t := &a.Tokens[k]; t.POS.Verb() && (t.Lemma == "say" || t.Lemma == "tell" || t.Lemma == "think" || t.Lemma == "believe") {
			return ar.commaIn(k, last) // "will tell you the prices, the lamps | , and the food are bad"
		}
		if finitePOS(a.Tokens[k].POS) {
			return false
		}
		if a.Tokens[k].POS != nlp.IN {
			continue
		}
		switch ar.low(k) {
		case "if", "whether", "because", "although", "while", "that":
			return k+1 < last && ar.commaIn(k, last)
		}
	}
	return false
}

// repeats reports whether the comma at token k joins a second predicate to that
// of the verb: its copula said again, "is the law of the land | , is a right".
func (ar *article) repeats(p *proposition, k, verb int) bool {
	a := ar.a
	if a.Word(k) != "," || k-verb < 3 || k+4 > p.last || ar.low(k+1) != ar.low(verb) || a.Tokens[verb].Lemma != "be" && a.Tokens[verb].Lemma != "have" {
		return false
	}
	return !ar.tellsOf(p.first, verb) && !ar.between(verb, k) && !ar.commaIn(verb, k) && ar.balanced(p.first, k)
}

// inSeries reports whether the comma at token k joins two clauses of several, of
// which "and" joins the last: "the index rose | , the bank fell and the mill was
// unchanged".
func (ar *article) inSeries(p *proposition, k, verb int) bool {
	a := ar.a
	lo := k + 1
	if w := ar.low(lo); w == "a" || w == "an" || a.Tokens[lo].POS == nlp.DT && a.Tokens[k-1].POS.Proper() {
		return false // "Norland, a state farmers have left, and"
	}
	if !ar.nominal(lo) || ar.bounded(p.first, verb) || ar.between(verb, k) || ar.markedThat(verb+1, k) || ar.contrast(p.first, k) || ar.opensClause(p.first, k) < 0 {
		return false
	}
	v := ar.opensClause(lo, p.last)
	if v < 0 || v > lo+9 || ar.commaIn(lo, v) || v+1 < p.last && a.Tokens[v+1].POS == nlp.CD && (v+2 >= p.last || a.Tokens[v+2].POS == nlp.Comma || a.Tokens[v+2].POS == nlp.CC) {
		return false
	}
	for _, x := range [...]int{verb, v} {
		if l := a.Tokens[x].Lemma; (reporting[l] || said[l] || asides[l]) && !(l == "add" && x+1 < p.last && (a.Tokens[x+1].POS == nlp.DT || a.Tokens[x+1].POS == nlp.CD)) {
			return false // but "added a goal"
		}
	}
	for m := v + 2; m+3 < p.last; m++ {
		switch t := &a.Tokens[m]; {
		case t.POS == nlp.WRB, t.POS == nlp.WDT, t.POS == nlp.WP, t.Rel == nlp.Mark && t.POS == nlp.IN && !ar.doing(m):
			return false
		case t.POS == nlp.CC:
			if n := ar.opensClause(m+1, p.last); ar.low(m) == "and" && n >= 0 && n <= m+7 {
				return true
			}
		}
	}
	// The last of them may be cut off already.
	e, end := p.last, a.Sentences[a.Tokens[p.first].Sentence].Last
	if e < end && a.Word(e) == "," {
		e++
	}
	return e+2 < end && ar.low(e) == "and" && ar.opensClause(e+1, end) >= 0
}
