package claims

import (
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// subtree is the range of the tokens within [first, last) that depend on i,
// directly or not, and i itself.
func (ar *article) subtree(i, first, last int) (int, int) {
	a := ar.a
	lo, hi := i, i+1
	for j := first; j < last; j++ {
		k := j
		for n := 0; k >= first && k < last && k != i && n < 40; n++ {
			k = int(a.Tokens[k].Head)
		}
		if k == i {
			lo, hi = min(lo, j), max(hi, j+1)
		}
	}
	return lo, hi
}

// root is the token of [first, last) whose head is outside, verbs first; -1
// where there is no parse.
func (ar *article) root(first, last int) int {
	best := -1
	for i := first; i < last; i++ {
		t := &ar.a.Tokens[i]
		if t.Rel == nlp.NoRel || t.Rel == nlp.Punct {
			continue
		}
		if h := int(t.Head); h < first || h >= last {
			if best < 0 || !ar.clausal(best, first, last) && ar.clausal(i, first, last) {
				best = i
			}
		}
	}
	return best
}

// subject is the range of the subject of i, 0,0 for none.
func (ar *article) subject(i, first, last int) (int, int) {
	a := ar.a
	found := -1
	for j := first; j < last; j++ {
		if int(a.Tokens[j].Head) != i || !subjectRel(a.Tokens[j].Rel) {
			continue
		}
		if found >= 0 && j > i {
			break
		}
		// Of two, one of them in a clause of its own, the nearer: "the dispute is
		// about voters because they did not answer".
		if found < 0 || ar.markedIn(found, j) {
			found = j
		}
	}
	if found < 0 {
		return 0, 0
	}
	lo, hi := ar.subtree(found, first, i+1)
	// A name of which each part was taken for the subject: "Ann | Lee founded".
	for hi < i && hi == found+1 && a.Tokens[found].POS.Proper() && a.Tokens[hi].POS.Proper() && int(a.Tokens[hi].Head) == i && subjectRel(a.Tokens[hi].Rel) {
		found, hi = hi, hi+1
	}
	return lo, min(hi, i)
}

// mainSubject is the main verb of sentence s and the range of its subject; -1, 0, 0
// for no verb, 0, 0 for no subject.
func (ar *article) mainSubject(s int) (verb, first, last int) {
	x := &ar.a.Sentences[s]
	if verb = ar.root(x.First, x.Last); verb < 0 {
		return -1, 0, 0
	}
	first, last = ar.subject(verb, x.First, x.Last)
	return verb, first, last
}

// markedIn reports whether a conjunction that leads in a clause stands in
// [first, last).
func (ar *article) markedIn(first, last int) bool {
	for k := first; k < last; k++ {
		if t := &ar.a.Tokens[k]; t.Rel == nlp.Mark && t.POS == nlp.IN && t.Lemma != "as" && t.Lemma != "than" {
			return true
		}
	}
	return false
}

// split divides p at the coordinated clauses of its root: those with a
// subject of their own, and finite verb phrases of some length that share the
// subject, which is then inserted.
func (ar *article) split(p proposition) []proposition {
	a := ar.a
	r := ar.mainRoot(&p)
	if r < 0 || !ar.clausal(r, p.first, p.last) {
		return []proposition{p}
	}
	sf, sl := ar.subject(r, p.first, p.last)
	if sl == 0 && p.subjectLast > 0 {
		sf, sl = p.subjectFirst, p.subjectLast
	}
	if d := a.Dependent(r, nlp.Csubj); sl == sf && d >= p.first && d < r && a.Tokens[d].POS == nlp.VBG {
		sf, sl = ar.subtree(d, p.first, r) // "Drinking tea helps and costs little"
	}
	cuts := []proposition{}
	start := p.first
	cur := p
	nearFirst, nearLast := 0, 0 // the subject of the clause cut last
	opening := frame{}
	if ar.bounded(p.first, r) {
		opening = ar.frameBefore(&p, r)
	}
	for j := r + 1; j < p.last; j++ {
		t := &a.Tokens[j]
		sibling := ar.sibling(&p, r, j)
		if int(t.Head) != r && !(len(cuts) > 0 && int(t.Head) > r && a.Tokens[t.Head].Rel == nlp.Conj && int(a.Tokens[t.Head].Head) == r) && !ar.besides(&p, r, j) && !sibling {
			continue
		}
		if !sibling && t.Rel != nlp.Conj && t.Rel != nlp.Parataxis && !(t.Rel == nlp.Advcl && a.Dependent(j, nlp.CCRel) >= 0) {
			continue
		}
		// What is joined to a simple past is one, however it is tagged.
		aux := 0 // where the auxiliary ends that j shares with r
		if !ar.clausal(j, p.first, p.last) && !(t.POS == nlp.VBN && t.Rel == nlp.Conj && ar.finite(r, p.first, p.last) == r && (a.Tokens[r].POS == nlp.VBD || a.Tokens[r].POS == nlp.VBN) && !auxiliary[a.Tokens[r].Lemma]) {
			if aux = ar.sharedAuxiliary(r, j, sl); aux == 0 {
				continue
			}
		}
		lo, _ := ar.subtree(j, p.first, p.last)
		if lo <= r {
			continue
		}
		of, ol := ar.subject(j, p.first, p.last)
		if d := a.Dependent(j, nlp.Csubj); ol == of && d >= lo && d < j && a.Tokens[d].POS == nlp.VBG {
			of, ol = d, d+1 // "but altering habits is harder"
		}
		if ol == j && of < ol && ar.whenPhrase(of) == ol && t.POS == nlp.VBD && !seasonal[t.Lemma] {
			of, ol = 0, 0 // "and last month sold": who did stands before
		}
		own := ol > of || ar.nounTaken(j, sf, sl, p.last)
		if (t.Rel == nlp.Parataxis || sibling) && !own {
			continue
		}
		// What stands between must be a mark or a conjunction.
		cut := lo
		joined := false
		// ", and" that the parser gave to the second clause.
		for k := lo; k < j && (a.Tokens[k].POS == nlp.CC || isMark(a, k) && a.Tokens[k].POS != nlp.OpenQuote); k++ {
			if a.Tokens[k].POS == nlp.CC || a.Word(k) == ";" {
				joined = true
				lo = k + 1
			}
		}
		if !joined && a.Word(lo) == "," && !own && (lo+1 == j || lo+2 == j && a.Tokens[lo+1].POS == nlp.RB) && ar.listed(r, j, p.last) {
			joined = true
			lo++
		}
		over := p.frame
		if joined {
			if ar.contrast(start, cut) || start > p.first && ar.conditional(start) {
				continue
			}
			if ar.bounded(p.first, r) {
				f, ok := ar.reach(&p, opening, cut, lo, own)
				if !ok {
					continue
				}
				over = f
			}
		}
		for cut > start && (a.Tokens[cut-1].POS == nlp.CC || isMark(a, cut-1) || a.Tokens[lo].POS == nlp.CC) {
			if w := a.Word(cut - 1); w == "”" || w == "''" || w == "\"" {
				joined = true
				break
			}
			if a.Tokens[cut-1].POS == nlp.CC || isMark(a, cut-1) {
				joined = true
				cut--
				continue
			}
			break
		}
		if a.Tokens[lo].POS == nlp.CC {
			joined = true
		}
		if !joined || cut-start < 4 || p.last-lo < 3 {
			continue
		}
		if p := a.Tokens[lo].POS; (p == nlp.WDT || p == nlp.WP) && a.Tokens[lo-1].POS != nlp.CC {
			continue // it tells of what stands before
		}
		if ar.bracketed(start, lo) || ar.defined(start, cut) {
			continue
		}
		if own && ar.pairedSubject(start, cut) || ar.setOffAt(start, lo, p.last) {
			continue
		}
		w := ar.low(lo)
		if w == "or" || w == "nor" || hasOr(a, cut, lo+1) {
			continue
		}
		if j+1 < p.last && a.Tokens[j+1].POS == nlp.HYPH && a.Tokens[j+1].Start == t.End {
			continue // "and born-again farmers"
		}
		if own && of-lo > 3 && ar.nominal(lo) && !grainWord(ar.low(lo+2)) && !grainWord(ar.low(lo+1)) && ar.commaIn(lo, of) {
			continue // "and tar fuels, of 17 gallons, below the 22 it had sought"
		}
		if own && finitePOS(t.POS) && j+1 < p.last && finitePOS(a.Tokens[j+1].POS) {
			continue // "which they call a school, but critics say is a prison"
		}
		if own && (ar.led(lo, of, j) || ar.timed(lo, j) || ar.thingBefore(lo, of)) {
			continue
		}
		if own && (a.Word(cut) != "," && ar.between(r, cut) || a.Tokens[cut].POS == nlp.CC && (ar.halfSubject(r, cut, of) || ar.toldOf(lo, j) || ar.bareNoun(of, ol, j))) {
			continue
		}
		if int(t.Head) < p.first && ar.thatAt(lo) {
			continue // "and that it rained", see part
		}
		if own && cut+1 == lo && t.Lemma == a.Tokens[r].Lemma && ar.objectToo(lo, j) {
			continue // "had 40 lamps and as many clocks and Orlo had three"
		}
		// "Norrbank said the order helped lenders and identified two": who did
		// is who said so.
		if !own && (p.reported || p.quote >= 0 && ar.q.Quotes[p.quote].Type != quotes.Direct) && naming[t.Lemma] && !ar.actor(sf, sl) {
			p.last = cut
			break
		}
		if p := a.Tokens[lo].POS; !own && (p.Noun() || p == nlp.DT || p == nlp.PRP || p == nlp.PRPS || p == nlp.JJ || p == nlp.CD || ar.nounBefore(lo, j)) && ar.whenPhrase(lo) != j {
			continue // it has a subject that the parse does not show
		}
		if f := ar.finite(j, p.first, p.last); !own && f > j && ar.nounBefore(j+1, f) {
			continue // "peer Orlo's stock is off too": "peer" is no verb
		}
		if !own && ar.between(r, cut) && !(int(t.Head) == r && ar.resumes(r, cut)) {
			continue
		}
		if !own && (sl <= sf || j-lo > 6 || p.last-lo < 3 || start == p.first && r-start < 1) {
			continue
		}
		if !own && ar.subordinated(start+1, r) {
			continue // "disputes removals because they had not replied and had moved"
		}
		if aux > 0 && (cut-r < 3 || p.last-j < 3) {
			continue // "was wrapped and shipped in May": what follows may be of both
		}
		if f := ar.finite(j, p.first, p.last); !own && int(t.Head) < p.first && (ar.plainPast(f) || ar.drawn(lo)) {
			// "Claimed that she had helped, but offered no proof": the tense
			// tells that who said so offered none. Else it may be of either.
			if ar.shifted(r, p.first, p.last) && !ar.drawn(lo) {
				p.last = cut
				break
			}
			continue
		}
		cur.first, cur.last = start, cut
		cuts = append(cuts, cur)
		cur = p
		cur.frame = over
		start = lo
		if !own {
			cur.subjectFirst, cur.subjectLast = sf, max(sl, aux)
			if nearLast > nearFirst && aux == 0 {
				// "Orr left, and the club sold lamps and bought clocks".
				cur.subjectFirst, cur.subjectLast = nearFirst, nearLast
			}
		} else {
			cur.subjectFirst, cur.subjectLast = 0, 0
			nearFirst, nearLast = of, ol
		}
	}
	cur.first, cur.last = start, p.last
	return append(cuts, cur)
}

// nounTaken reports whether the verb at token j, which the subject [sf, sl) does
// not agree with, is a noun of the subject of a verb behind it, before last:
// "the stock has slid, and peer Orlo's stock is off".
func (ar *article) nounTaken(j, sf, sl, last int) bool {
	a := ar.a
	if p := a.Tokens[j].POS; p != nlp.VBP && p != nlp.VB || sl <= sf || ar.low(j) != a.Tokens[j].Lemma {
		return false
	}
	if h := &a.Tokens[sl-1]; h.POS != nlp.NN && h.POS != nlp.NNP {
		return false
	}
	for k := j + 1; k < last; k++ {
		switch t := &a.Tokens[k]; {
		case finitePOS(t.POS):
			return k > j+1 && a.Tokens[j+1].POS.Proper()
		case t.POS == nlp.IN, t.POS == nlp.TO, t.POS == nlp.WDT, t.POS == nlp.WP, t.POS == nlp.Comma, t.POS == nlp.CC:
			return false
		}
	}
	return false
}

// subordinated reports whether a subordinator of verb stands in [first, verb), so
// that what stands before it was wrongly taken for a part of its clause.
func (ar *article) subordinated(first, verb int) bool {
	for k := first; k < verb; k++ {
		t := &ar.a.Tokens[k]
		if t.Rel != nlp.Mark || t.POS != nlp.IN || int(t.Head) != verb {
			continue
		}
		if k > first && t.Lemma == "since" && ar.a.Tokens[k-1].Lemma == "have" {
			continue // "has since been": an adverb
		}
		return true
	}
	return false
}

// nominal reports whether token k can begin a noun phrase.
func (ar *article) nominal(k int) bool {
	switch t := ar.a.Tokens[k].POS; t {
	case nlp.DT, nlp.PRPS, nlp.JJ, nlp.CD:
		return true
	default:
		return t.Noun()
	}
}

// listed reports whether verb j, joined to r, is followed by another that a
// conjunction joins: "closed two mills, | opened three and sold one".
func (ar *article) listed(r, j, last int) bool {
	a := ar.a
	for k := j + 1; k < last; k++ {
		if t := &a.Tokens[k]; t.Rel == nlp.Conj && (int(t.Head) == r || int(t.Head) == j) && t.POS.Verb() && a.Dependent(k, nlp.CCRel) > j {
			return true
		}
	}
	return false
}

// contrast reports whether [first, last) denies one thing for what follows it:
// "not so much that he is doing better, but".
func (ar *article) contrast(first, last int) bool {
	for k := first; k+1 < last; k++ {
		if w := ar.low(k); w == "not" || w == "n't" || w == "n’t" {
			switch ar.low(k + 1) {
			case "so", "only", "just", "because", "merely", "simply", "that":
				return true
			}
		}
	}
	return false
}

// nowIn reports whether [first, last) says that it holds today, which what
// stands before another clause does not bear on: "After a month, ... and she is now".
func (ar *article) nowIn(first, last int) bool {
	for k := first; k < last; k++ {
		switch ar.low(k) {
		case "now", "today", "currently":
			return true
		}
	}
	return false
}

// between reports whether a subordinate clause with its own subject stands
// between the verb r and the verb phrase that is joined at cut, so that the
// phrase may as well be its: "at a time when Sanders has sagged and is coping".
func (ar *article) between(r, cut int) bool {
	a := ar.a
	open := false
	for k := r + 1; k < cut; k++ {
		switch t := &a.Tokens[k]; {
		case t.POS == nlp.WRB || t.POS == nlp.WDT || t.POS == nlp.WP || t.Rel == nlp.Mark && t.POS == nlp.IN && !ar.compares(k):
			open = true
		case a.Word(k) == "," && a.Tokens[k+1].POS != nlp.CD, ar.dash(k):
			open = false // it ends there
		}
	}
	return open && ar.anyFinite(r+1, cut)
}

func hasOr(a *nlp.Annotation, first, last int) bool {
	for i := first; i < last; i++ {
		if w := a.Word(i); w == "or" || w == "nor" || w == "than" {
			return true
		}
	}
	return false
}
