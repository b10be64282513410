package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// cutTail cuts off the end of p what comments on it: ", which is not true".
func (ar *article) cutTail(p *proposition) {
	a := ar.a
	for i := p.first + 4; i < p.last; i++ {
		w := ar.low(i)
		if w == "which" && i+2 < p.last && p.last-i <= 6 {
			v := ar.low(i + 1)
			if v == "is" || v == "was" || v == "isn't" {
				switch ar.low(p.last - 1) {
				case "true", "false", "untrue", "wrong", "correct", "incorrect", "ridiculous", "absurd", "nonsense", "right":
					p.last = i
				}
			}
		}
		if w == "as" && i+3 < p.last && evidenced[a.Tokens[i+1].Lemma] && a.Tokens[i+1].POS == nlp.VBN && a.Tokens[i+2].POS == nlp.IN && ar.anyFinite(p.first, i) && !ar.amountIn(i, p.last) {
			p.last = i // "as shown by the case of"
			break
		}
		if i > p.first+5 && ar.addressed(i, p.last) && ar.anyFinite(p.first, i-1) && ar.balanced(p.first, i-1) {
			p.last = i - 1
			break
		}
		// "according to X" at the end.
		if w == "according" && i+1 < p.last && strings.EqualFold(a.Word(i+1), "to") && a.Word(i-1) == "," {
			rest := 0
			for k := i; k < p.last; k++ {
				if a.Word(k) == "," {
					rest++
				}
			}
			if rest == 0 && !ar.anyFinite(i, p.last) {
				p.last = i
			}
		}
	}
	ar.cutTag(p)
	for p.last > p.first && isMark(a, p.last-1) && a.Word(p.last-1) != "%" && !closes(a, p) {
		p.last--
	}
}

// evidenced are verbs of which "as" and the participle lead in evidence.
var evidenced = set("show see evidence illustrate demonstrate exemplify reflect witness prove")

// cutTag cuts off the end of p what only joins it to something else, ", though",
// or asks for assent, ", weren't they".
func (ar *article) cutTag(p *proposition) {
	a := ar.a
	for i := p.last - 2; i > p.first+3 && i >= p.last-4; i-- {
		if a.Word(i) != "," {
			continue
		}
		first, last := ar.low(i+1), a.Tokens[p.last-1].POS
		switch n := p.last - i - 1; {
		case n == 1 && tags[first],
			n == 2 && (first == "of" && strings.EqualFold(a.Word(i+2), "course") || first == "for" && (strings.EqualFold(a.Word(i+2), "example") || strings.EqualFold(a.Word(i+2), "instance")) || first == "you" && strings.EqualFold(a.Word(i+2), "know")),
			n <= 3 && last == nlp.PRP && n > 1 && (a.Tokens[i+1].POS == nlp.MD || auxiliary[a.Tokens[i+1].Lemma] && a.Tokens[i+1].POS.Verb()):
			p.last = i
		}
		return
	}
}

// tags are words that a clause may end in without saying more.
var tags = set("though however too right no yes ok okay anyway either indeed nonetheless nevertheless therefore meanwhile huh folks")

// cutSaid cuts ", the army said in a statement" off the end of p: a comma, a
// short subject and a verb of saying, with no clause behind it.
func (ar *article) cutSaid(p *proposition) bool {
	a := ar.a
	for i := p.last - 2; i > p.first+5 && i > p.last-16; i-- {
		if w := a.Word(i); w != "," {
			continue
		}
		verb := -1
		for j := i + 1; j < p.last; j++ {
			t := &a.Tokens[j]
			if t.POS.Verb() && verb >= 0 && t.POS != nlp.VBN && t.POS != nlp.VBG {
				verb = -2
				break
			}
			if verb == -1 && ar.saysSo(i+1, j, p.last) {
				verb = j
			}
			if a.Word(j) == "," || t.POS == nlp.WDT || t.POS == nlp.WP || t.POS == nlp.CC && verb < 0 {
				verb = -2
				break
			}
		}
		head := i + 1
		if a.Tokens[head].POS == nlp.CloseQuote {
			head++
		}
		if verb > head && verb <= i+9 && (ar.anyFinite(p.first, i) || ar.saidLast(verb, p.last)) && a.Tokens[head].POS != nlp.IN && a.Tokens[head].POS != nlp.VBG {
			sp := a.Span(i+1, verb)
			for k := range ar.q.Speakers {
				for _, m := range ar.q.Speakers[k].Mentions {
					if sp.Overlaps(m) && p.speaker == None {
						p.speaker = k
					}
				}
			}
			p.last = i
			p.reported = true
			return true
		}
		return false
	}
	return false
}

// saysSo reports whether token j is the verb with which the clause [first, last)
// says whose words stand before it: "the army said", "the army has previously
// reported", "a survey shows", though "shows" was taken for a noun.
func (ar *article) saysSo(first, j, last int) bool {
	a := ar.a
	switch t := &a.Tokens[j]; t.POS {
	case nlp.VBD, nlp.VBZ, nlp.VBP:
		return said[t.Lemma] || showing[t.Lemma] && ar.finding(first, j)
	case nlp.VBN:
		k := j - 1
		for k > first && a.Tokens[k].POS == nlp.RB {
			k--
		}
		return k > first && a.Tokens[k].Lemma == "have" && j+1 == last && (said[t.Lemma] || t.Lemma == "establish" || t.Lemma == "find")
	case nlp.NNS:
		return j+1 == last && strings.EqualFold(a.Word(j), "shows") && ar.finding(first, j)
	}
	return false
}

var said = set("say tell write report announce add note explain state argue claim estimate")

// showing are what polls and studies do.
var showing = set("show find suggest reveal indicate")

// finding reports whether the subject [first, last) is one that shows things.
func (ar *article) finding(first, last int) bool {
	for k := first; k < last; k++ {
		switch ar.a.Tokens[k].Lemma {
		case "poll", "survey", "study", "report", "data", "figure", "census", "audit", "analysis", "research", "record", "document":
			return true
		}
	}
	return false
}

// saidLast reports whether nothing that could be said follows the verb of
// saying, only when and where: then it is what stands before, whatever its
// verb was taken for.
func (ar *article) saidLast(verb, last int) bool {
	a := ar.a
	if last-verb > 7 {
		return false
	}
	if verb+1 == last {
		return true
	}
	switch t := &a.Tokens[verb+1]; {
	case t.POS == nlp.IN && t.Lemma != "that" && t.Rel != nlp.Mark:
		return true
	default:
		_, day := weekdays[ar.low(verb+1)]
		return day || deictic(a.Word(verb+1))
	}
}

// addressed reports whether [first, last) is hung on behind a mark to speak to
// the reader: "as I'll discuss later", "as noted above", "think rivers rather
// than ponds".
func (ar *article) addressed(first, last int) bool {
	a := ar.a
	if w := a.Word(first - 1); w != "," && !ar.dash(first-1) {
		return false
	}
	switch ar.low(first) {
	case "think":
		return last-first > 1 && last-first < 12 && !ar.thatAt(first+1) && !ar.anyFinite(first+1, last) && !ar.amountIn(first+1, last)
	case "as":
		if last-first > 9 || last-first < 2 || a.Tokens[last-1].POS == nlp.CC {
			return false
		}
		k := first + 1
		speaks := false
		switch ar.low(k) {
		case "i", "we", "you":
			speaks = true
			k++
		}
		for ; k < last; k++ {
			switch t := &a.Tokens[k]; {
			case t.POS == nlp.MD, auxiliary[t.Lemma], t.POS == nlp.RB:
				continue
			case t.POS.Verb() && remarking[t.Lemma]:
				return !ar.commaIn(k, last) && (speaks || k == first+1 && last <= k+2)
			}
			return false
		}
	}
	return false
}

// remarking are verbs for what writers do in their text, and readers with it.
var remarking = set("discuss mention note explain describe see say show point explore cover detail write argue")

// cited is where the numbers of sources begin that p ends in, "fell by 15% (14,
// 15)"; 0 for none. A number behind a name may be an age.
func (ar *article) cited(p *proposition) int {
	a := ar.a
	open := "("
	switch a.Word(p.last - 1) {
	case ")":
	case "]":
		open = "["
	default:
		return 0
	}
	for k := p.last - 2; k > p.first+3; k-- {
		w := a.Word(k)
		if w == open {
			if k == p.last-2 || a.Tokens[k-1].POS.Proper() || a.Tokens[k-1].POS == nlp.CD || a.Tokens[k].Start == a.Tokens[k-1].End && open == "(" {
				return 0
			}
			return k
		}
		if w != "," && (len(w) > 3 || !isDigits(w)) {
			return 0
		}
	}
	return 0
}
