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
	if ar.conditional(p.first) {
		return []proposition{p}
	}
	verb := -1 // the first finite verb
	for k := p.first + 1; k+4 < p.last; k++ {
		if verb < 0 {
			if finitePOS(a.Tokens[k].POS) {
				verb = k
			}
			continue
		}
		if lo := ar.sharesSubject(&p, k, verb); lo > 0 {
			left, right := p, p
			left.last, right.first = k, lo
			right.subjectFirst, right.subjectLast = ar.subjectBefore(&p, verb)
			return append(ar.withAside(left), ar.part(right)...)
		}
		lo := ar.joint(&p, k, verb)
		if lo == 0 || k-p.first < 3 || p.last-lo < 4 || !ar.balanced(p.first, k) {
			continue
		}
		if v := ar.opensClause(lo, p.last); v < 0 || said[a.Tokens[v].Lemma] && p.last-lo < 8 {
			continue // no clause, or who said so
		}
		left, right := p, p
		left.last, right.first = k, lo
		right.subjectFirst, right.subjectLast = 0, 0
		return append(ar.withAside(left), ar.part(right)...)
	}
	return []proposition{p}
}

// joint is where the clause begins that token k of p joins to those before it,
// the first of which has its verb at verb; 0 if k joins no clauses.
func (ar *article) joint(p *proposition, k, verb int) int {
	a := ar.a
	lo := k + 1
	main := verb
	if r := ar.root(p.first, p.last); r > verb && r < k {
		main = r
	}
	if ar.framed(p.first, main) {
		return 0
	}
	switch a.Word(k) {
	case ";":
		if a.Tokens[lo].POS == nlp.CC {
			lo++
		}
		if ar.relayed(p) && ar.thatAt(lo) {
			lo++ // "found that the wells were dirty; that the ministry knew"
		}
		return lo
	case ":":
		return lo
	case "—", "–", "―", "--", "-":
		if !ar.onlyDash(p, k) {
			return 0
		}
		if w := strings.ToLower(a.Word(lo)); w == "but" || w == "and" {
			lo++
		}
		return lo
	case ",":
		return ar.coordinated(p, k, lo, verb)
	}
	if a.Tokens[k].POS == nlp.CC {
		return ar.coordinated(p, k, k, verb)
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

// coordinated is where the clause begins that "and", "but" or a comma before
// "that" joins to those before token k; lo is the conjunction, or what follows
// the comma. It is 0 if no clause is joined.
func (ar *article) coordinated(p *proposition, k, lo, verb int) int {
	a := ar.a
	joined := a.Tokens[lo].POS == nlp.CC
	if joined {
		if w := strings.ToLower(a.Word(lo)); w != "and" && w != "but" {
			return 0
		}
		lo++
	} else if strings.EqualFold(a.Word(lo), "however") && a.Word(lo+1) != "," {
		joined = true // ", however the bridge is open": it should be two sentences
		lo++
	}
	if ar.relayed(p) && ar.thatAt(lo) {
		if joined || ar.thatFollows(lo+1, p.last) {
			return lo + 1
		}
		return 0
	}
	if !joined || ar.contrast(p.first, k) || ar.between(verb, k) {
		return 0
	}
	if a.Word(k) != "," && !ar.commaInside(k) {
		// "and he is well" needs no comma, away from subordinate clauses.
		if lo+1 >= p.last || !subjective[strings.ToLower(a.Word(lo))] || !finitePOS(a.Tokens[lo+1].POS) {
			return 0
		}
		for i := verb + 1; i < k; i++ {
			if t := &a.Tokens[i]; t.POS == nlp.WRB || t.POS == nlp.WDT || t.POS == nlp.WP || t.Rel == nlp.Mark && t.POS == nlp.IN {
				return 0
			}
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

// subjective are pronouns that only a verb follows.
var subjective = set("he she they we i")

// dash reports whether token k is a dash, not a hyphen in a word nor what
// stands for "to" in "2018–20".
func (ar *article) dash(k int) bool {
	switch ar.a.Word(k) {
	case "—", "–", "―", "--":
		return !ar.joinsNumbers(k)
	case "-":
		return ar.a.Tokens[k].Start > ar.a.Tokens[k-1].End
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
			switch strings.ToLower(a.Word(k)) {
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

// opensClause is the finite verb of the clause that begins at lo with a noun
// phrase, -1 if there is none.
func (ar *article) opensClause(lo, last int) int {
	a := ar.a
	noun := false
	for k := lo; k < last && k < lo+14; k++ {
		t := &a.Tokens[k]
		if finitePOS(t.POS) {
			if !noun {
				return -1
			}
			return k
		}
		switch t.POS {
		case nlp.PRP, nlp.EX:
			if k > lo || accusative[strings.ToLower(a.Word(k))] {
				return -1 // the subject of a clause inside, or no subject
			}
			noun = true
		case nlp.DT, nlp.PRPS:
			if k > lo && a.Tokens[k-1].POS.Noun() && !grainWord(strings.ToLower(a.Word(k-1))) {
				return -1 // "a step | the agency said was late"
			}
		case nlp.PDT, nlp.JJ, nlp.JJR, nlp.JJS, nlp.CD, nlp.RB, nlp.RBR, nlp.RBS, nlp.HYPH, nlp.POSS, nlp.VBN, nlp.OpenQuote:
			noun = noun || t.POS == nlp.CD
		case nlp.NN, nlp.NNS, nlp.NNP, nlp.NNPS:
			noun = true
		case nlp.IN:
			if noun == strings.EqualFold(a.Word(k), "than") {
				return -1 // but "fewer than one in five people wear them"
			}
		case nlp.TO, nlp.VB, nlp.VBG, nlp.CC:
			if !noun {
				return -1
			}
		default:
			if w := a.Word(k); w != "$" && w != "%" && !ar.joinsNumbers(k) {
				return -1
			}
		}
	}
	return -1
}

// accusative are pronouns that are no subject.
var accusative = set("him them me us")

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
