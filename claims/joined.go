package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// part divides p at the marks and words that join two clauses, where the parse
// does not show it: ", but the stock was down", "; a judge will rule", "and that
// no school will close".
func (ar *article) part(p proposition) []proposition {
	a := ar.a
	if q, ok := ar.aside(&p); ok {
		return append(ar.part(p), q)
	}
	verb := -1 // the first finite verb
	if p.subjectLast > p.subjectFirst && finitePOS(a.Tokens[p.first].POS) {
		verb = p.first
	}
	for k := p.first + 1; k+3 < p.last; k++ {
		if verb < 0 {
			if finitePOS(a.Tokens[k].POS) || ar.plainForm(p.first, k) || ar.plainParticiple(p.first, k) {
				verb = k
			}
			continue
		}
		if lo := ar.sharesSubject(&p, k, verb); lo > 0 && !ar.defined(p.first, k) {
			f, ok := ar.over(&p, k, lo, verb, false)
			if !ok {
				continue
			}
			left, right := p, p
			left.last, right.first = k, lo
			right.subjectFirst, right.subjectLast = ar.subjectBefore(&p, verb)
			right.frame = f
			return append(ar.withAside(left), ar.part(right)...)
		}
		if ar.repeats(&p, k, verb) && ar.opensClause(p.first, k) == verb {
			left, right := p, p
			left.last, right.first = k, k+1
			right.subjectFirst, right.subjectLast = p.first, verb
			return append(ar.withAside(left), ar.part(right)...)
		}
		if lo, sf, sl := ar.thenPhrase(&p, k, verb); lo > 0 {
			left, right := p, p
			left.last, right.first = k, lo
			right.subjectFirst, right.subjectLast = sf, sl
			return append(ar.withAside(left), ar.part(right)...)
		}
		lo := ar.joint(&p, k, verb)
		if lo == 0 || k-p.first < 3 || p.last-lo < 4 && !ar.shortest(lo, p.last) || !ar.balanced(p.first, k) {
			continue
		}
		v := ar.opensClause(lo, p.last)
		if v < 0 {
			v = ar.fronted(lo, p.last)
		}
		if v < 0 && (a.Word(k) == "…" || a.Word(k) == "...") {
			for v = lo + 1; v < p.last && !finitePOS(a.Tokens[v].POS); v++ {
			}
		}
		if v < 0 && ar.low(k) == "so" {
			v = ar.opensClause(lo+3, p.last) // "so in that time the mayor will"
		}
		if v < 0 && ar.shareAt(k, lo) {
			v = lo + 2
		}
		if ar.defined(p.first, k) || a.Word(k) == "," && ar.headless(p.first, k) {
			continue
		}
		if v < 0 || said[a.Tokens[v].Lemma] && p.last-lo < 8 || v+1 < p.last && finitePOS(a.Tokens[v+1].POS) {
			continue // no clause, or who said so; "but critics charge is a camp"
		}
		f, ok := ar.over(&p, k, lo, verb, true)
		if !ok {
			continue
		}
		left, right := p, p
		left.last, right.first = k, lo
		right.frame = f
		right.subjectFirst, right.subjectLast = 0, 0
		return append(ar.withAside(left), ar.part(right)...)
	}
	return []proposition{p}
}

// shortest reports whether [first, last) is a name, a verb and a name: "Orvik beat Hale".
func (ar *article) shortest(first, last int) bool {
	t := ar.a.Tokens
	return last-first == 3 && t[first].POS.Proper() && finitePOS(t[first+1].POS) && t[first+2].POS.Proper()
}

// over is the frame of the clause that begins at lo, joined by token k to those
// of p, the first of which has its verb at verb; false where it cannot be told
// whether it has one.
func (ar *article) over(p *proposition, k, lo, verb int, own bool) (frame, bool) {
	main := verb
	if r := ar.root(p.first, p.last); r > verb && r < k {
		main = r
	}
	if !ar.bounded(p.first, main) {
		return p.frame, true
	}
	f := ar.frameBefore(p, main)
	if f.empty() {
		// The parse may have given the subject to another word than the verb.
		sf, sl := ar.subjectBefore(p, verb)
		f = ar.frameUpTo(p, sf, sl)
	}
	return ar.reach(p, f, k, lo, own)
}

// joint is where the clause begins that token k of p joins to those before it,
// the first of which has its verb at verb; 0 if k joins no clauses.
func (ar *article) joint(p *proposition, k, verb int) int {
	a := ar.a
	lo := k + 1
	switch a.Word(k) {
	case ".": // of a sentence behind which another begins with a small letter
		if a.Tokens[k].Start > a.Tokens[k-1].End || a.Tokens[k].End == a.Tokens[lo].Start {
			return 0 // ".com"
		}
		return lo
	case ";":
		if a.Tokens[lo].POS == nlp.CC {
			lo++
		}
		if ar.relayed(p) && ar.thatAt(lo) {
			lo++ // "found that the wells were dirty; that the ministry knew"
		}
		return lo
	case ":":
		if a.Tokens[lo].POS == nlp.OpenQuote {
			return 0 // what is said
		}
		return lo
	case "…", "...":
		if ar.runsOn(p, k) {
			return lo
		}
		return 0
	case "—", "–", "―", "--", "-":
		if !ar.onlyDash(p, k) {
			return 0
		}
		if w := ar.low(lo); w == "but" || w == "and" {
			lo++
		}
		if ar.takesUpAll(lo) {
			return 0
		}
		return lo
	case ",":
		if n := ar.sequel(lo, p.last); n > 0 && (!ar.between(verb, k) || ar.onlyTold(verb+1, k)) {
			return n
		}
		if ar.spliced(p, k, verb) || ar.inSeries(p, k, verb) {
			return lo
		}
		return ar.coordinated(p, k, lo, verb)
	}
	if a.Tokens[k].POS == nlp.CC {
		return ar.coordinated(p, k, k, verb)
	}
	if ar.consequence(k) && !ar.between(verb, k) {
		return lo
	}
	if ar.runOn(p, k) {
		return k
	}
	return 0
}

// runOn reports whether token k begins a sentence though no stop stands before
// it: a capital that no name or title gives, "closed the mill He said".
func (ar *article) runOn(p *proposition, k int) bool {
	a := ar.a
	switch a.Word(k) {
	case "He", "She", "They", "But", "However", "The", "This", "These", "It", "Meanwhile":
	default:
		return false
	}
	prev := a.Word(k - 1)
	if !a.Tokens[k-1].POS.Noun() || prev[0] < 'a' || prev[0] > 'z' || !ar.balanced(p.first, k) || ar.titleCase(int(a.Tokens[k].Sentence)) {
		return false
	}
	return true
}

// onlyDash reports whether token k is the one dash of p: a second one would
// make a parenthesis of what stands between.
func (ar *article) onlyDash(p *proposition, k int) bool {
	if !ar.dash(k) {
		return false
	}
	for i := p.first + 1; i < p.last; i++ {
		if i != k && ar.dash(i) {
			return false
		}
	}
	return true
}

// takesUpAll reports whether a noun at lo takes up the clause before, with no verb of
// its own behind it: "a key reason | so many in the port want it".
func (ar *article) takesUpAll(lo int) bool {
	a := ar.a
	if w := ar.low(lo); w != "a" && w != "an" && w != "another" && w != "one" {
		return false
	}
	for k := lo + 1; k+1 < len(a.Tokens) && k < lo+4; k++ {
		if l := a.Tokens[k].Lemma; a.Tokens[k].POS == nlp.NN && (takenUp[l] || l == "reason") {
			return !finitePOS(a.Tokens[k+1].POS)
		}
	}
	return false
}

// coordinated is where the clause begins that "and", "but" or a comma before
// "that" joins to those before token k; lo is the conjunction, or what follows
// the comma. It is 0 if no clause is joined.
func (ar *article) coordinated(p *proposition, k, lo, verb int) int {
	a := ar.a
	joined := a.Tokens[lo].POS == nlp.CC
	if joined {
		if w := ar.low(lo); w != "and" && w != "but" {
			return 0
		}
		lo++
	}
	if ar.relayed(p) && ar.thatAt(lo) {
		if joined || ar.thatFollows(lo+1, p.last) {
			return lo + 1
		}
		return 0
	}
	if !joined || ar.contrast(p.first, k) {
		return 0
	}
	if a.Word(k) == "," || ar.commaInside(k) {
		if ar.between(verb, k) && !ar.onlyTold(verb+1, k) {
			return 0
		}
	} else {
		// "and he is well", "and 44 percent are" and "but in all, it is well" need
		// no comma, away from subordinate clauses.
		if lo+3 >= p.last && !ar.shortest(lo, p.last) || !(subjective[ar.low(lo)] && finitePOS(a.Tokens[lo+1].POS)) && !ar.shareAt(k, lo) && !ar.plainClause(p, k, lo) && !(strings.EqualFold(a.Word(k), "but") && ar.fronted(lo, p.last) > 0) {
			return 0
		}
		if ar.opener(verb+1, k) {
			return 0
		}
	}
	return lo
}

// setOffAt reports whether token k of [first, last) stands within what two dashes
// set off: "her speech — in which she joked | and sang — kept them awake".
func (ar *article) setOffAt(first, k, last int) bool {
	odd := false
	for i := first + 1; i < k; i++ {
		odd = odd != ar.dash(i)
	}
	for i := k; odd && i < last; i++ {
		if ar.dash(i) {
			return true
		}
	}
	return false
}

// opener reports whether a word in [first, last) opens a clause within the one
// before, which what follows may belong to; not one that tells of a noun.
func (ar *article) opener(first, last int) bool {
	a := ar.a
	for i := first; i < last; i++ {
		if t := &a.Tokens[i]; t.POS == nlp.WRB || (t.POS == nlp.WDT || t.POS == nlp.WP) && !ar.tellsOfNoun(i) || t.Rel == nlp.Mark && t.POS == nlp.IN && !strings.EqualFold(a.Word(i), "for") && !ar.compares(i) && !ar.doing(i) {
			return true
		}
	}
	return false
}

// shareAt reports whether a share of some with its verb is joined at lo by the
// conjunction at token k: "and | 44 percent would".
func (ar *article) shareAt(k, lo int) bool {
	t := ar.a.Tokens
	return t[lo].POS == nlp.CD && t[k-1].POS != nlp.CD && (t[lo+1].Lemma == "percent" || ar.a.Word(lo+1) == "%") && (finitePOS(t[lo+2].POS) || ar.sideTaken(lo+2))
}

// sideTaken reports whether token k, taken for a noun or an adverb, is what a share of those
// asked do: "and 9 percent | support Hale".
func (ar *article) sideTaken(k int) bool {
	if k+1 >= len(ar.a.Tokens) || ar.a.Tokens[k].POS != nlp.NN && ar.a.Tokens[k].POS != nlp.RB || !sidingVerbs[ar.low(k)] {
		return false
	}
	t := ar.a.Tokens[k+1].POS
	return t == nlp.DT || t.Proper() || t == nlp.PRPS
}

// sidingVerbs are such verbs that are nouns too.
var sidingVerbs = set("support back favor favour trust blame approve rank view rate")

// compares reports whether the "as" or "than" at token k only measures: "as
// terrible as can be".
func (ar *article) compares(k int) bool {
	w := ar.low(k)
	return (w == "as" || w == "than") && k+1 < len(ar.a.Tokens) && (finitePOS(ar.a.Tokens[k+1].POS) || ar.a.Tokens[k+1].POS == nlp.JJ)
}

// sequel is where the clause begins that "so", "yet", "then" or "however" at lo
// joins behind a comma; 0 for none.
func (ar *article) sequel(lo, last int) int {
	if ar.a.Tokens[lo].POS == nlp.OpenQuote {
		lo++
	}
	switch ar.low(lo) {
	case "so", "yet", "then", "however", "plus", "only":
		if ar.opensClause(lo+1, last) >= 0 || ar.fronted(lo+1, last) >= 0 {
			return lo + 1
		}
	}
	return 0
}

// commaInside reports whether a comma stands before token k within the
// quotation that ends there: `as “false,” and both`.
func (ar *article) commaInside(k int) bool {
	if k < 2 {
		return false
	}
	switch ar.a.Word(k - 1) {
	case "”", "\"", "''":
		return ar.a.Word(k-2) == ","
	}
	return false
}

// dash reports whether token k is a dash, not a hyphen in a word nor what
// stands for "to" in "2018–20".
func (ar *article) dash(k int) bool {
	switch ar.a.Word(k) {
	case "—", "–", "―", "--":
		return !ar.joinsNumbers(k)
	case "-":
		return k == 0 || ar.a.Tokens[k].Start > ar.a.Tokens[k-1].End
	}
	return false
}

// thatAt reports whether the conjunction "that", or one taken for a pronoun
// that points, is token k.
func (ar *article) thatAt(k int) bool {
	return strings.EqualFold(ar.a.Word(k), "that") && ar.a.Tokens[k].POS != nlp.WDT
}

// joinsNumbers reports whether token k joins two numbers without a space.
func (ar *article) joinsNumbers(k int) bool {
	t := ar.a.Tokens
	return k > 0 && k+1 < len(t) && t[k-1].POS == nlp.CD && t[k+1].POS == nlp.CD && t[k-1].End == t[k].Start && t[k].End == t[k+1].Start
}

// relayed reports whether p is what somebody else said, in other words.
func (ar *article) relayed(p *proposition) bool {
	return p.reported || p.quote >= 0 && ar.q.Quotes[p.quote].Type != quotes.Direct && ar.q.Quotes[p.quote].Type != quotes.Block
}

// thatFollows reports whether "and that" stands in [first, last), so that a
// "that" before is one of several: "that it was late, that it rained and that".
func (ar *article) thatFollows(first, last int) bool {
	for k := first; k+1 < last; k++ {
		if ar.a.Tokens[k].POS == nlp.CC && strings.EqualFold(ar.a.Word(k+1), "that") {
			return true
		}
	}
	return false
}

// pairedSubject reports whether [first, last) ends in a subordinator with no more
// than a noun phrase behind it: what an "and" joins to it is the rest of its
// subject, "came after Orla Venn | and Tor Lund won".
func (ar *article) pairedSubject(first, last int) bool {
	a := ar.a
	noun := false
	for k := last - 1; k > first && k > last-8; k-- {
		switch t := &a.Tokens[k]; {
		case t.POS.Noun():
			noun = true
		case t.Lemma == "a" || t.Lemma == "an":
			return false // "as a child"
		case t.POS == nlp.DT, t.POS == nlp.JJ, t.POS == nlp.PRPS, t.POS == nlp.CD, t.POS == nlp.POSS, t.POS == nlp.HYPH:
		case t.POS == nlp.IN:
			switch ar.low(k) {
			case "after", "as", "because", "before", "since", "until", "while", "although", "though":
				return noun && ar.anyFinite(first, k)
			}
			return false
		default:
			return false
		}
	}
	return false
}

// balanced reports whether the brackets and quotation marks of [first, last)
// are closed in it.
func (ar *article) balanced(first, last int) bool {
	round, curly, straight := 0, 0, 0
	for k := first; k < last; k++ {
		switch ar.a.Word(k) {
		case "(", "[":
			round++
		case ")", "]":
			round--
		case "“":
			curly++
		case "”":
			curly--
		case "\"", "``", "''":
			straight++
		}
	}
	return round == 0 && curly == 0 && straight%2 == 0
}
