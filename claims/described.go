package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// described is a noun phrase as a candidate to explain a shorter one.
type described struct {
	first, last int // from behind the determiner to the end of what hangs on the head
	head        int
	text        string // with "the"
	weight      int    // how much it tells: names, what follows the noun, adjectives
	indefinite  bool
	owner       bool // led by a possessive pronoun
}

// named is the proper name that d's head ends.
func (d *described) named(a *nlp.Annotation) string {
	k := d.head
	for k > d.first && a.Tokens[k-1].POS.Proper() {
		k--
	}
	return a.Span(k, d.head+1).Of(a.Text)
}

// longestDescription is how many tokens a description may have.
const longestDescription = 14

// describedAt reads the noun phrase with head j.
func (ar *article) describedAt(j int) (described, bool) {
	a := ar.a
	d := described{head: j, first: j, last: j + 1}
	s := a.Tokens[j].Sentence
	named := a.Tokens[j].POS.Proper()
	for d.first > 0 && a.Tokens[d.first-1].Sentence == s {
		t := a.Tokens[d.first-1].POS
		if !describes(t) && !t.Proper() && t != nlp.POSS && t != nlp.JJR && t != nlp.JJS && !(symbols[a.Word(d.first-1)] != "" && d.first < j && a.Word(d.first)[0] >= '0' && a.Word(d.first)[0] <= '9') {
			break
		}
		if t == nlp.RB {
			return d, false // "a really difficult tie" judges, it does not identify
		}
		d.first--
		named = named || t.Proper() && !ar.capitalOfSentence(d.first)
	}
	if d.first < j && (a.Tokens[d.first].POS == nlp.VBG || a.Tokens[d.first].POS == nlp.VBN) && a.Tokens[d.first].Rel != nlp.Amod && a.Tokens[d.first].Rel != nlp.Compound {
		d.first++ // "by adding five companies"
	}
	// "The six | - member team": a compound that lost its beginning.
	if k := d.first - 1; k >= 0 && a.Tokens[k].Sentence == s && a.Word(k) == "-" && d.first < j || a.Tokens[d.first].POS == nlp.HYPH && d.first < j {
		return d, false
	}
	// A possessive that lost its noun.
	for d.first < j && a.Tokens[d.first].POS == nlp.POSS {
		d.first++
	}
	article, owner := "", ""
	if d.first > 0 && a.Tokens[d.first-1].Sentence == s {
		switch t := &a.Tokens[d.first-1]; t.POS {
		case nlp.DT:
			switch article = ar.low(d.first - 1); article {
			case "a", "an":
				d.indefinite = true
			case "the", "this", "these", "that", "those":
			default:
				return d, false
			}
		case nlp.PRPS:
			if owner = ar.ownerOf(d.first - 1); owner == "" || organizationNouns[strings.ToLower(a.Tokens[j].Lemma)] {
				return d, false
			}
		case nlp.WPS, nlp.WDT, nlp.PDT:
			return d, false
		}
	}
	// "$6.99-a-month" with its sign.
	if k := d.first - 1; k >= 0 && a.Tokens[k].Sentence == s && symbols[a.Word(k)] != "" {
		return d, false
	}
	for k := d.first; k < j; k++ {
		if k > d.first && a.Tokens[k].POS == nlp.CD && a.Tokens[k-1].POS.Noun() && !a.Tokens[k-1].POS.Proper() {
			return d, false // "in the placebo group 114 children": two phrases
		}
		if loadedWords[ar.low(k)] && a.Tokens[k].POS != nlp.NN {
			return d, false // "the corrupt tax code" is whose words?
		}
		if quantifiers[ar.low(k)] {
			return d, false // "enough subsidies"
		}
	}
	if k := d.first - 1; k >= 0 && a.Tokens[k].Sentence == s && (a.Tokens[k].POS == nlp.RBS || a.Tokens[k].POS == nlp.RBR || a.Tokens[k].POS == nlp.RB || a.Tokens[k].POS == nlp.HYPH) {
		return d, false // "the most expensive": what is left would say something else
	}
	owned := false
	for k := d.first; k < j; k++ {
		if a.Tokens[k].POS != nlp.POSS {
			continue
		}
		owned = true
		if !a.Tokens[k-1].POS.Proper() {
			return d, false // "the chairman's": whose?
		}
	}
	post := ar.postmodified(j, d.first)
	if post-d.first <= longestDescription && !ar.loose(j+1, post) {
		d.last = post
	}
	for d.last > j+1 && isMark(a, d.last-1) {
		d.last-- // the full stop
	}
	if k := d.last - 1; k > j && a.Tokens[k].POS == nlp.JJ && d.last < len(a.Tokens) && a.Tokens[d.last].POS == nlp.IN {
		d.last-- // "a group of donors | intent on deciding"
	}
	if n := d.last - (j + 1); n >= 2 {
		d.weight += 2
		for k := j + 1; k < d.last; k++ {
			if a.Tokens[k].POS.Proper() {
				d.weight++
				break
			}
		}
	} else {
		d.last = j + 1
	}
	switch {
	case named:
		d.weight += 3
	case d.first < j && !ar.onlyVague(d.first, j):
		d.weight++
	}
	if owner != "" {
		d.weight += 2
	}
	if article == "" && owner == "" && !named && !owned && a.Tokens[j].POS == nlp.NN && d.first > 0 && strings.EqualFold(a.Word(d.first-1), "of") {
		return d, false // "the source of drinking water for the town" is not all of it
	}
	if d.weight == 0 || owner == "" && d.last-d.first == 1 {
		return d, false
	}
	for k := d.first + 1; k < d.last; k++ {
		if w := a.Word(k); a.Tokens[k].POS.Verb() && capital(w) {
			return d, false // "Individual Rights Trumped by Interests": a title
		}
	}
	d.text = a.Text[a.Tokens[d.first].Start:a.Tokens[d.last-1].End]
	if d.first == a.Sentences[s].First && (!a.Tokens[d.first].POS.Proper() || ar.capitalOfSentence(d.first)) {
		d.text = uncapital(d.text)
	}
	if strings.ContainsAny(d.text, "\n\"“”()") {
		return d, false
	}
	switch {
	case owner != "":
		d.owner = true
		d.text = possessive(owner) + " " + d.text
	case owned && article == "" || named && a.Tokens[j].POS.Proper() && article == "":
	default:
		d.text = "the " + d.text
	}
	return d, true
}

// capitalOfSentence reports whether token k, taken for a name, has its capital
// only because it opens its sentence: "Public companies".
func (ar *article) capitalOfSentence(k int) bool {
	a := ar.a
	return k == a.Sentences[a.Tokens[k].Sentence].First && k+1 < len(a.Tokens) && a.Tokens[k+1].POS == nlp.NNS && strings.Contains(a.Text, " "+strings.ToLower(a.Word(k))+" "+a.Word(k+1))
}

// postmodified is the index behind what follows noun j, whose phrase begins at
// token first, and tells more of it: "the fund | for towns in the north". What
// would be cut off before its end, or belongs to another word, is left out.
func (ar *article) postmodified(j, first int) int {
	a, s := ar.a, ar.a.Tokens[j].Sentence
	post := j + 1
	for post < len(a.Tokens) && a.Tokens[post].Sentence == s && post-first < 3*longestDescription && ar.hangsOn(post, j) && (!ar.breaks(post) || ar.ranges(j, post)) {
		post++
	}
	// "An explosion that the mayor described as “": the rest is in the marks.
	if post < len(a.Tokens) && a.Tokens[post].Sentence == s && post > j+1 && ar.hangsOn(post, j) && isMark(a, post) && a.Tokens[post].POS != nlp.Comma {
		switch a.Tokens[post-1].POS {
		case nlp.IN, nlp.TO, nlp.DT:
			post = j + 1
		}
	}
	// "People lost in what the state calls “": so does what they are called.
	if post < len(a.Tokens) && a.Tokens[post].Sentence == s && post > j+1 && a.Tokens[post].POS == nlp.OpenQuote && a.Tokens[post-1].POS.Verb() {
		post = j + 1
	}
	// "The app Orbis €120 million": a sum that nothing joins to the name.
	for k := j + 2; k < post; k++ {
		if ar.looseSum(j, k) {
			post = k
		}
	}
	// "Provisions in the code that address": of the provisions.
	if post > j+2 && a.Tokens[j].POS == nlp.NN && (a.Tokens[j+1].POS == nlp.WDT || strings.EqualFold(a.Word(j+1), "that")) && a.Tokens[j+2].POS == nlp.VBP {
		post = j + 1
	}
	// Cut off before its end, what follows the noun would say something else.
	if post < len(a.Tokens) && a.Tokens[post].Sentence == s && ar.hangsOn(post, j) && !ar.breaks(post) {
		post = j + 1
	}
	if post < len(a.Tokens) && a.Tokens[post].Sentence == s && post > j+2 && a.Tokens[post-1].POS == nlp.JJ {
		switch a.Tokens[post].POS {
		case nlp.IN, nlp.TO:
			post-- // "intent", cut from "on"
		}
	}
	if post < len(a.Tokens) && a.Tokens[post].Sentence == s && post > j+2 && !ar.breaks(post) {
		switch t := &a.Tokens[post-1]; {
		case t.POS == nlp.VBG && a.Tokens[post-2].POS == nlp.IN:
			post -= 2 // "the policy of asking", cut from what is asked
		case t.POS == nlp.NN && a.Tokens[post-2].POS == nlp.NNS && t.Rel != nlp.Compound:
			post-- // "donors intent", cut from "on buying"
		}
	}
	for post > j+1 {
		switch t := a.Tokens[post-1].POS; t {
		case nlp.IN, nlp.TO, nlp.CC, nlp.DT, nlp.WDT, nlp.HYPH, nlp.MD, nlp.RB, nlp.POSS, nlp.PRPS, nlp.JJ, nlp.VBN, nlp.VBG:
			if t != nlp.JJ && t != nlp.VBN && t != nlp.VBG || post-1 == j+1 || a.Tokens[post-1].Rel == nlp.Amod {
				post--
				continue
			}
		}
		break
	}
	if post > j+1 && ar.nameCut(post) {
		post = j + 1
	}
	// "The first session since the recess" is not the first one.
	if post < len(a.Tokens) && a.Tokens[post].Sentence == s && strings.EqualFold(a.Word(post), "since") {
		for k := first; k < post; k++ {
			if t := a.Tokens[k].POS; t == nlp.JJS || t == nlp.RBS || ordinals[ar.low(k)] > 0 {
				post = j + 1
			}
		}
	}
	if post > j+1 && (ar.cutShort(j, post) || ar.standsWith(j, first, post)) {
		post = j + 1
	}
	// "He wants the company to turn a profit": whom he wants it of.
	if h := int(a.Tokens[j].Head); post > j+1 && a.Tokens[j+1].POS == nlp.TO && h >= 0 && h < j && a.Tokens[h].POS.Verb() {
		post = j + 1
	}
	return post
}

// looseSum reports whether token k is the sign of a sum that nothing joins to
// the name that ends the phrase of noun j: "the app Orbis €120 million".
func (ar *article) looseSum(j, k int) bool {
	return k > j+1 && symbols[ar.a.Word(k)] != "" && ar.a.Tokens[k-1].POS.Proper()
}

// ranges reports whether token k joins the ends of a range that began behind
// token j: "between October and March".
func (ar *article) ranges(j, k int) bool {
	if ar.a.Tokens[k].POS != nlp.CC {
		return false
	}
	for i := j + 1; i < k; i++ {
		if strings.EqualFold(ar.a.Word(i), "between") {
			return true
		}
	}
	return false
}

// breaks reports whether a description ends before token k: at a comma, a
// mark, or a relative clause that adds rather than identifies.
func (ar *article) breaks(k int) bool {
	switch ar.a.Tokens[k].POS {
	case nlp.CC, nlp.Comma, nlp.Colon, nlp.OpenQuote, nlp.CloseQuote, nlp.LRB, nlp.RRB, nlp.Stop, nlp.NFP:
		return true
	}
	w := ar.a.Word(k)
	return w == "—" || w == "–" || w == "--" || w == "\"" || w == "which"
}

// loose reports whether [first, last) has words that need explaining
// themselves.
func (ar *article) loose(first, last int) bool {
	for k := first; k < last; k++ {
		switch ar.a.Tokens[k].POS {
		case nlp.PRP, nlp.PRPS, nlp.POSS:
			if ar.a.Tokens[k].POS != nlp.POSS {
				return true
			}
		case nlp.DT:
			switch ar.low(k) {
			case "this", "these", "those", "that":
				return true
			}
		}
		switch ar.low(k) {
		case "today", "yesterday", "tomorrow", "here", "now", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month", "year":
			return true
		}
	}
	return false
}

// onlyVague reports whether the words before a noun tell nothing about it.
func (ar *article) onlyVague(first, last int) bool {
	for k := first; k < last; k++ {
		if t := ar.a.Tokens[k].POS; t != nlp.CD && t != nlp.RB && t != nlp.HYPH && !vagueWords[ar.low(k)] {
			return false
		}
	}
	return true
}

var quantifiers = set("enough more fewer less many much several few most all both each every no any another")

var vagueWords = set("new big small large great good bad major minor similar such different several many few more other certain various recent latest old own first last second third same whole full long short early late huge important key main real possible particular specific single")

// ordering are vague words that still tell one from another.
var ordering = set("first second third last same other own early late old new latest recent")

// compatible reports whether d can mean what n means: d must have all that n
// says of it.
func (ar *article) compatible(n nominal, d described) bool {
	a := ar.a
	for k := n.first + 1; k < n.head; k++ {
		t := &a.Tokens[k]
		if l := ar.low(k); vagueWords[l] && !ordering[l] || t.POS == nlp.HYPH || t.POS == nlp.RB {
			continue
		}
		has := false
		for j := d.first; j < d.last; j++ {
			if strings.EqualFold(a.Tokens[j].Lemma, t.Lemma) {
				has = true
				break
			}
		}
		if !has {
			return false
		}
	}
	return true
}

// ownerOf is the name of whom the possessive pronoun at token k means, "" if
// it is not known.
func (ar *article) ownerOf(k int) string {
	if m := ar.mentionOf(k, k+1); m >= 0 {
		if ch := ar.a.Mentions[m].Chain; ch >= 0 && ar.a.Chains[ch].Name != "" && !(k+1 < len(ar.a.Tokens) && notCompany[strings.ToLower(ar.a.Chains[ch].Name)] && ofFirms[strings.ToLower(ar.a.Tokens[k+1].Lemma)]) && ar.agrees(ar.low(k), ch) {
			return ar.withArticle(ch, ar.a.Chains[ch].Name)
		}
	}
	return ""
}

// nearGroup is how many sentences before "the group" one of many may stand that
// it means.
const nearGroup = 3

// groupOfMany reports whether d is a number of people or things taken together,
// "a small group of donors".
func (ar *article) groupOfMany(d *described) bool {
	a := ar.a
	return a.Tokens[d.head].Lemma == "group" && d.last > d.head+2 && strings.EqualFold(a.Word(d.head+1), "of") && a.Tokens[d.last-1].POS == nlp.NNS
}
