package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// cutRemark cuts off the end of p what is hung on behind a comma and only
// judges or guesses at what was stated: ", dealing a blow to", ", the latest
// chapter in", ", presumably with". What has an amount in it stays.
func (ar *article) cutRemark(p *proposition) {
	a := ar.a
	r := ar.root(p.first, p.last)
	if r < 0 || p.presupVerb > 0 || ar.conditional(p.first) {
		return
	}
	for i := max(r+1, p.first+4); i+3 < p.last; i++ {
		dash := ar.onlyDash(p, i)
		if a.Word(i) != "," && !dash || a.Tokens[i-1].POS == nlp.RB && !dash || a.Tokens[i-1].POS == nlp.CC || !ar.stated(p, i) || !ar.balanced(p.first, i) {
			continue
		}
		if ar.judges(i+1, p.last) || ar.results(i+1, p.last) || ar.guesses(i+1, p.last) || ar.accompanies(i+1, p.last) || ar.labels(i+1, p.last) || ar.viewed(i+1, p.last) || dash && ar.tellsMore(i, p.last) {
			if !ar.amountIn(i+1, p.last) {
				p.last = i
			}
			return
		}
	}
}

// aside cuts a clause in brackets off the end of p and returns it: "(her office
// later said that she was ill)". One of several in a list stays.
func (ar *article) aside(p *proposition) (proposition, bool) {
	a := ar.a
	last := p.last
	if last-p.first < 10 {
		return proposition{}, false
	}
	if a.Word(last-1) != ")" && last < len(a.Tokens) && a.Word(last) == ")" {
		last++ // left to what is joined behind it
	}
	for last > p.first+1 && isMark(a, last-1) && a.Word(last-1) != ")" {
		last--
	}
	if last-p.first < 10 || a.Word(last-1) != ")" {
		return proposition{}, false
	}
	open := -1
	for i := last - 2; i > p.first+3; i-- {
		switch w := a.Word(i); {
		case w == ")" || w == "(" && open >= 0:
			return proposition{}, false
		case w == "(":
			open = i
		}
	}
	if open < 0 || last-open < 6 || ar.opensClause(open+1, last-1) < 0 && ar.fronted(open+1, last-1) < 0 || !ar.anyFinite(p.first, open) {
		return proposition{}, false
	}
	if ar.relayed(p) && ar.opensClause(open+1, last-1) < 0 {
		p.last = open // "(in fact, she had left)": that is not what was said
		return proposition{}, false
	}
	q := *p
	q.first, q.last = open+1, last-1
	q.subjectFirst, q.subjectLast = 0, 0
	p.last = open
	return q, true
}

// withAside is p, and the clause in brackets that it ended in.
func (ar *article) withAside(p proposition) []proposition {
	if q, ok := ar.aside(&p); ok {
		return []proposition{p, q}
	}
	return []proposition{p}
}

// stated reports whether a finite verb of p stands before token i. Where p has
// none at all, a simple past was taken for a participle.
func (ar *article) stated(p *proposition, i int) bool {
	return ar.anyFinite(p.first, i) || ar.anyVerb(p.first, i) && !ar.anyFinite(i, p.last)
}

// amountIn reports whether an amount in figures or a share stands in [first, last),
// other than a stretch of time, a year or a figure in a name.
func (ar *article) amountIn(first, last int) bool {
	a := ar.a
	for k := first; k < last; k++ {
		w := a.Word(k)
		if w == "%" || a.Tokens[k].Lemma == "percent" {
			return true
		}
		if w[0] < '0' || w[0] > '9' {
			continue
		}
		named := k > 0 && (a.Tokens[k-1].POS.Proper() || months[ar.low(k-1)] > 0)
		timed := k+1 < last && grainWord(ar.low(k+1)) || k+2 < last && a.Word(k+1) == "-" && grainWord(ar.low(k+2)) || k > 0 && len(w) == 4 && isDigits(w) && a.Tokens[k-1].POS == nlp.IN && (k+1 == last || !a.Tokens[k+1].POS.Noun())
		if !named && !timed {
			return true
		}
	}
	return false
}

// explained cuts ", explaining that ..." off the end of p and returns what was
// explained as a proposition of its own, by the subject of p.
func (ar *article) explained(p *proposition) (proposition, bool) {
	a := ar.a
	r := ar.root(p.first, p.last)
	if r < 0 || p.quote != None || p.reported || ar.conditional(p.first) {
		return proposition{}, false
	}
	sf, sl := ar.subject(r, p.first, p.last)
	for i := max(r+1, p.first+4); i+6 < p.last && sl > sf; i++ {
		if a.Word(i) != "," || a.Tokens[i+1].POS != nlp.VBG || !explaining[a.Tokens[i+1].Lemma] || !ar.anyFinite(p.first, i) || !ar.balanced(p.first, i) {
			continue
		}
		k := i + 2
		if ar.thatAt(k) {
			k++
		}
		if ar.opensClause(k, p.last) < 0 {
			return proposition{}, false
		}
		c := *p
		c.first, c.reported, c.speaker = k, true, ar.speakerAt(sf, sl)
		p.last = i
		return c, true
	}
	return proposition{}, false
}

// explaining are verbs of saying whose participle gives the words that went
// with what somebody did.
var explaining = set("explain say add argue note claim insist state warn contend assert allege maintain acknowledge admit conclude")

// judges reports whether [first, last) is a participle with the words of a
// comment: "raising fears of", "underscoring how".
func (ar *article) judges(first, last int) bool {
	a := ar.a
	k := first
	if a.Tokens[k].POS == nlp.RB && k+2 < last {
		k++
	}
	if a.Tokens[k].POS != nlp.VBG {
		return false
	}
	if underlining[a.Tokens[k].Lemma] {
		return true
	}
	if a.Tokens[k].Lemma == "mark" && k+2 < last { // "the start of", not "the exit of"
		switch ar.low(k + 2) {
		case "start", "beginning", "end":
			return true
		}
	}
	if !dealing[a.Tokens[k].Lemma] {
		return false
	}
	for i := k + 1; i < last && i < k+5; i++ {
		switch t := &a.Tokens[i]; {
		case t.POS.Noun():
			if verdicts[t.Lemma] {
				return true
			}
		case t.POS == nlp.DT, t.POS == nlp.JJ, t.POS == nlp.JJR, t.POS == nlp.RB, t.POS == nlp.PRPS, t.POS == nlp.VBG, t.POS == nlp.VBN:
		default:
			return false
		}
	}
	return false
}

// underlining are verbs for what a fact does to its readers.
var underlining = set("underscore underline highlight illustrate signal signify reflect prove demonstrate suggest corroborate confirm echo mirror")

// results reports whether [first, last) is a participle that tells what came of
// all that was stated, "forcing them to adapt", or what somebody said besides,
// "calling it a sham": a second fact, hung on.
func (ar *article) results(first, last int) bool {
	a := ar.a
	k := first
	for a.Tokens[k].POS == nlp.RB || a.Tokens[k].POS == nlp.RBR || a.Tokens[k].Lemma == "further" {
		if k++; k+2 >= last {
			return false
		}
	}
	l := a.Tokens[k].Lemma
	if a.Tokens[k].POS == nlp.JJ && a.Tokens[k+1].POS != nlp.NN && a.Tokens[k+1].POS != nlp.NNS {
		l = strings.TrimSuffix(ar.low(k), "ing") // "overwhelming its clerks", taken for an adjective
		return l != a.Tokens[k].Lemma && resulting[l]
	}
	if a.Tokens[k].POS != nlp.VBG {
		return false
	}
	switch {
	case l == "add" || l == "amount" || l == "contribute":
		return strings.EqualFold(a.Word(k+1), "to")
	case l == "lead": // "to a ban", "the board to ask"
		for i := k + 1; i < last && i < k+8; i++ {
			if a.Tokens[i].POS == nlp.TO || strings.EqualFold(a.Word(i), "to") {
				return true
			}
		}
		return false
	case l == "reveal": // "how", not "a plan"
		return strings.EqualFold(a.Word(k+1), "how") || strings.EqualFold(a.Word(k+1), "that")
	case l == "result":
		return strings.EqualFold(a.Word(k+1), "in")
	case first < k && concluding[ar.low(k-1)]: // "effectively ceding the race"
		return true
	case l == "threaten": // the fish, not "two docks with a levy", which somebody does
		for i := k + 1; i < last && i < k+8; i++ {
			if strings.EqualFold(a.Word(i), "with") {
				return false
			}
		}
		return true
	case l == "call": // not "for a vote"
		return ar.low(k+1) == "on" || a.Tokens[k+1].POS != nlp.IN && a.Tokens[k+1].POS != nlp.RP
	default:
		return resulting[l] || commenting[l]
	}
}

// concluding are adverbs before a participle that says what all of a statement
// amounts to.
var concluding = set("effectively essentially thereby thus basically")

// resulting are verbs for what an event does to others.
var resulting = set("leave force make give allow enable prevent overwhelm outpace outstrip surpass keep put push bring drive plunge cause trigger deepen worsen ease complicate exacerbate compound threaten diminish undermine erode weaken strengthen cement pave clear render jeopardize endanger exploit expose eliminate deprive box tie shed overshadow draw attract prompt decrease reduce boost hurt damage halt disrupt paralyze achieve spoil harm interrupt")

// commenting are verbs for what the one whom a statement is about said of
// somebody or something besides.
var commenting = set("call accuse mock denounce criticise criticize praise ridicule deride slam blast trash hail liken")

// dealing are verbs that join an event to a word of judgement, one of verdicts.
var dealing = set("deal hand give deliver send raise spark fuel stoke stir cast mark prompt heighten add create ignite renew revive open")

var verdicts = set("blow setback victory boost defeat win message signal question hope fear concern doubt suspicion eyebrow speculation outrage alarm worry turning shadow prospect possibility")

// guesses reports whether [first, last) is a phrase that an adverb of guessing
// opens, with no clause in it: "presumably with the owner's consent".
func (ar *article) guesses(first, last int) bool {
	a := ar.a
	if !guessing[ar.low(first)] || ar.anyFinite(first, last) || last-first > 14 {
		return false
	}
	switch ar.low(first + 1) {
	case "with", "without", "because", "out", "due", "as", "to":
		return true // but "probably in May" says when
	}
	return a.Tokens[first+1].POS == nlp.VBG
}

var guessing = set("presumably apparently seemingly perhaps maybe possibly probably arguably supposedly evidently")

// accompanies reports whether [first, last) is "with most of the mills
// reporting profits": evidence for what was stated, or what others did, without
// a verb that could stand alone.
func (ar *article) accompanies(first, last int) bool {
	a := ar.a
	if !strings.EqualFold(a.Word(first), "with") {
		return false
	}
	noun := false
	for k := first + 1; k < last && k < first+9; k++ {
		switch t := &a.Tokens[k]; {
		case t.POS.Noun():
			if k+1 < last && hearsay[t.Lemma] && strings.EqualFold(a.Word(k+1), "of") {
				return true
			}
			noun = true
		case t.POS == nlp.VBG && noun, t.POS == nlp.VBN && noun && each[ar.low(first+1)]:
			return !ar.limited(k, last)
		case t.POS == nlp.DT, t.POS == nlp.JJ, t.POS == nlp.JJS, t.POS == nlp.JJR, t.POS == nlp.PRPS, t.POS == nlp.POSS, t.POS == nlp.HYPH, t.POS == nlp.RB, t.POS == nlp.CC:
		case t.POS == nlp.IN && (noun || strings.EqualFold(a.Word(k), "of")):
		default:
			return false
		}
	}
	return false
}

// hearsay are nouns for what is said of what was stated, "with reports of".
var hearsay = set("claim report allegation accusation complaint rumour rumor")

// limited reports whether [first, last) says on what condition something holds.
func (ar *article) limited(first, last int) bool {
	for k := first; k < last; k++ {
		switch ar.low(k) {
		case "if", "unless", "only", "until", "except":
			return true
		}
	}
	return false
}

// each are words for all or a part of those that a statement is about.
var each = set("each every all most many some both none several")

// viewed reports whether [first, last) is "in what critics call a purge" or
// "something that few had seen coming": how to see what was stated.
func (ar *article) viewed(first, last int) bool {
	switch ar.low(first) {
	case "in":
		return first+4 < last && strings.EqualFold(ar.a.Word(first+1), "what") && ar.anyFinite(first, last)
	case "something":
		return ar.anyFinite(first, last)
	}
	return false
}

// labels reports whether [first, last) is an apposition to all of the clause
// that says how to take it: "the latest chapter in a long feud".
func (ar *article) labels(first, last int) bool {
	a := ar.a
	switch ar.low(first) {
	case "the", "a", "an", "another", "yet":
	default:
		return false
	}
	if last-first == 3 && a.Tokens[first+1].POS == nlp.NN && strings.EqualFold(a.Word(first+2), "first") {
		return true // "a program first"
	}
	for k := first + 1; k+2 < last && k < first+5; k++ {
		switch t := &a.Tokens[k]; {
		case t.POS.Noun():
			if a.Tokens[k+1].POS.Noun() {
				continue
			}
			w := ar.low(k + 1)
			switch next := a.Tokens[k+1].POS; {
			case w == "that" || next == nlp.WDT:
				return labelling[t.Lemma] || takenUp[t.Lemma]
			case next == nlp.IN || next == nlp.TO:
				return labelling[t.Lemma]
			case next == nlp.DT || next == nlp.PRP || next == nlp.VBN || next == nlp.NNP:
				return takenUp[t.Lemma] // "a step the agency said was late"
			}
			return false
		case t.POS == nlp.JJ, t.POS == nlp.JJS, t.POS == nlp.JJR, t.POS == nlp.DT, t.POS == nlp.RB, t.POS == nlp.RBS, t.POS == nlp.VBG, t.POS == nlp.VBN:
		default:
			return false
		}
	}
	return false
}

var labelling = set("chapter blow sign signal setback twist episode reminder rebuke boost embarrassment testament coup triumph salvo reference nod")

// tellsMore reports whether the dash at token i leads in a thing of which a
// relative clause tells: "- rumours that may die down". Of a name before the
// dash it tells who that is.
func (ar *article) tellsMore(i, last int) bool {
	a := ar.a
	if a.Tokens[i-1].POS.Proper() || a.Tokens[i-1].POS == nlp.RRB {
		return false
	}
	if ar.low(i+1) == "the" && ar.oneOfSome(i) {
		return false // "one of his plans — the wall that"
	}
	noun := false
	for k := i + 1; k+2 < last && k < i+6; k++ {
		switch t := &a.Tokens[k]; {
		case t.POS == nlp.NN, t.POS == nlp.NNS:
			noun = true
		case noun:
			return t.POS == nlp.WDT || strings.EqualFold(a.Word(k), "that")
		case t.POS == nlp.DT, t.POS == nlp.JJ, t.POS == nlp.JJR, t.POS == nlp.RB, t.POS == nlp.VBG, t.POS == nlp.VBN, t.POS == nlp.HYPH:
		default:
			return false
		}
	}
	return false
}

// oneOfSome reports whether the phrase that ends before token i is "one of his
// plans", which what follows may name.
func (ar *article) oneOfSome(i int) bool {
	for k := i - 1; k > 1 && k > i-7; k-- {
		switch t := ar.a.Tokens[k].POS; {
		case t == nlp.IN:
			return ar.low(k) == "of" && ar.low(k-1) == "one"
		case t.Noun(), t == nlp.JJ, t == nlp.JJS, t == nlp.PRPS, t == nlp.DT, t == nlp.POSS, t == nlp.RBS, t == nlp.HYPH, t == nlp.VBG, t == nlp.VBN:
		default:
			return false
		}
	}
	return false
}

// takenUp are nouns that take up all that a clause stated, where a relative
// clause tells more of it: "a move that could cost him".
var takenUp = set("move step decision stance position claim assertion accusation charge process practice development feat prospect tactic strategy approach")
