package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// besides reports whether token j was joined to the verb outside p that governs
// its root r, though p, what somebody said, goes on up to it: "noted that it
// grows and has cost millions".
func (ar *article) besides(p *proposition, r, j int) bool {
	t := &ar.a.Tokens[j]
	return ar.relayed(p) && t.Rel == nlp.Conj && int(t.Head) < p.first && t.Head == ar.a.Tokens[r].Head && ar.a.Tokens[r].Rel == nlp.Ccomp && !naming[t.Lemma] && !reporting[t.Lemma]
}

// sibling reports whether token j is the verb of a second clause that is said, as
// that of root r is, where the parser gave both to the verb of saying: "the cuts
// have been “harsh” and the firm is taking steps, she said".
func (ar *article) sibling(p *proposition, r, j int) bool {
	a := ar.a
	t, h := &a.Tokens[j], a.Tokens[r].Head
	return t.Rel == nlp.Ccomp && a.Tokens[r].Rel == nlp.Ccomp && t.Head == h && (int(h) < p.first || int(h) >= p.last) && a.Dependent(j, nlp.CCRel) >= 0
}

// mainRoot is the root of p, or where that is the verb of a clause which opens p,
// "when she came, | he left", the verb of the clause behind it.
func (ar *article) mainRoot(p *proposition) int {
	a := ar.a
	r := ar.root(p.first, p.last)
	if r < 0 || !ar.conditional(p.first) || int(a.Tokens[p.first].Head) != r {
		return r
	}
	for j := r + 1; j < p.last; j++ {
		if t := &a.Tokens[j]; int(t.Head) == r && t.Rel == nlp.Parataxis && ar.clausal(j, p.first, p.last) {
			if sf, sl := ar.subject(j, p.first, p.last); sl > sf && sf > r && a.Word(sf-1) == "," {
				return j
			}
		}
	}
	return r
}

// shifted reports whether the auxiliary of r shows the past of what was said.
func (ar *article) shifted(r, first, last int) bool {
	f := ar.finite(r, first, last)
	if f < 0 || f == r {
		return false
	}
	switch ar.low(f) {
	case "had", "would", "could", "might":
		return true
	}
	return false
}

// plainPast reports whether the finite verb at token f is in the simple past, as
// that of whoever said something is.
func (ar *article) plainPast(f int) bool {
	return f >= 0 && ar.a.Tokens[f].POS == nlp.VBD && ar.a.Tokens[f].Lemma != "have"
}

// drawn reports whether what begins at token lo follows from what stands
// before: "and therefore will do nothing".
func (ar *article) drawn(lo int) bool {
	switch ar.low(lo) {
	case "therefore", "thus", "hence", "so", "consequently", "thereby":
		return true
	}
	return false
}

// timed reports whether a word such as "before" stands at the beginning lo of
// the clause of verb, with no comma behind it: the clause tells only when, "and
// long before | officials spoke".
func (ar *article) timed(lo, verb int) bool {
	for k := lo; k < min(lo+3, verb); k++ {
		switch ar.low(k) {
		case "before", "after", "since", "until", "till", "as", "than", "like":
			return !ar.commaIn(k, verb)
		}
	}
	return false
}

// commaIn reports whether a comma stands in [first, last).
func (ar *article) commaIn(first, last int) bool {
	for k := first; k < last; k++ {
		if ar.a.Word(k) == "," {
			return true
		}
	}
	return false
}

// sharedAuxiliary is where the auxiliary of verb r ends that its conjunct j, a
// participle or an infinitive, shares: "has | closed two mills and opened three",
// "could | close two and open three". It is 0 if
// there is none right behind the subject, which ends at subject, or if a word
// between, "not" or "only", may be of both.
func (ar *article) sharedAuxiliary(r, j, subject int) int {
	a := ar.a
	if a.Tokens[j].Rel != nlp.Conj || int(a.Tokens[j].Head) != r || subject == 0 {
		return 0
	}
	modal := a.Tokens[j].POS == nlp.VB && a.Tokens[r].POS == nlp.VB
	if t := a.Tokens[j].POS; !modal && (t != nlp.VBN && t != nlp.VBD || a.Tokens[r].POS != nlp.VBN && a.Tokens[r].POS != nlp.VBD) {
		return 0
	}
	for k := j + 1; k < min(j+4, len(a.Tokens)); k++ {
		if subjectRel(a.Tokens[k].Rel) {
			return 0 // "and disputed votes are why": no participle of its own
		}
	}
	end := 0
	// "The plan, if it holds, could".
	for _, k := range [...]int{subject - 1, subject} {
		if a.Word(k) == "," {
			if c := ar.asideEnd(k, r+2); c > 0 {
				subject = c + 1
			}
			break
		}
	}
	for k := subject; k < r; k++ {
		switch t := &a.Tokens[k]; {
		case int(t.Head) == r && (t.Rel == nlp.Aux || t.Rel == nlp.AuxPass) && (end == k || k == subject):
			if (t.POS == nlp.MD) != modal || a.Word(k)[0] == '\'' || strings.HasPrefix(a.Word(k), "’") {
				return 0
			}
			end = k + 1
		case end > 0 && t.POS == nlp.RB && !limiting[t.Lemma]:
		default:
			return 0
		}
	}
	return end
}

// limiting are adverbs before a verb whose reach over what is joined to it is
// part of what is said.
var limiting = set("not n't n’t never only just hardly barely both either neither once twice always")

// resumes reports whether what is joined at cut goes on with the clause of verb
// r behind a comma that ends a relative one: "pays those who left, and bans".
func (ar *article) resumes(r, cut int) bool {
	a := ar.a
	if a.Word(cut) != "," && !ar.dash(cut) {
		return false
	}
	for k := r + 1; k < cut; k++ {
		if t := &a.Tokens[k]; t.Rel == nlp.Mark && t.POS == nlp.IN || a.Word(k) == "," {
			return false
		}
	}
	return true
}

// sharesSubject is where the finite verb phrase begins that ", and" or "and" at token k joins
// to the clause of the verb of p, whose subject it shares, where the parse
// gave it to a word between: "began to feel ill, and was taken to a ward". It
// is 0 if none is.
func (ar *article) sharesSubject(p *proposition, k, verb int) int {
	a := ar.a
	cc := k
	if a.Word(k) == "," || ar.onlyDash(p, k) {
		cc++
	}
	if k+5 >= p.last || k-verb < 3 || a.Tokens[cc].POS != nlp.CC || ar.contrast(p.first, k) || !ar.balanced(p.first, k) {
		return 0
	}
	if w := ar.low(cc); w != "and" && w != "but" {
		return 0
	}
	lo := cc + 1
	f := lo
	quoted := a.Tokens[f].POS == nlp.OpenQuote
	if quoted {
		f++ // `and “better reflect the port”`
	}
	if t := a.Tokens[f].POS; (t == nlp.RB || quoted && (t == nlp.RBR || t == nlp.JJR)) && f+1 < p.last && !limiting[a.Tokens[f].Lemma] {
		f++
	}
	if t := &a.Tokens[f]; t.POS != nlp.VBD && t.POS != nlp.VBZ && t.POS != nlp.VBP && t.POS != nlp.MD || p.last-f < 4 {
		return 0
	}
	if cc == k && !quoted && !(a.Tokens[f].POS == nlp.VBD && (a.Tokens[f+1].POS == nlp.DT || a.Tokens[f+1].POS == nlp.PRPS)) && (!auxiliary[a.Tokens[f].Lemma] || a.Tokens[f].POS == nlp.MD || ar.opener(p.first, k)) {
		return 0 // without a comma, only what can be no adjective
	}
	if ar.drawn(lo) || ar.plainPast(f) && ar.relayed(p) && ar.anyFinite(a.Sentences[a.Tokens[k].Sentence].First, p.first) {
		return 0 // the verb may be that of whoever said so
	}
	sf, sl := ar.subjectBefore(p, verb)
	if sl == sf || !ar.inNumber(sf, sl, f) {
		return 0
	}
	switch ar.low(sf) {
	case "i", "we", "you":
		return 0 // its name would not agree with the verb
	}
	// No other clause before it that it could be part of.
	for i := verb + 1; i < k; i++ {
		switch t := &a.Tokens[i]; {
		case finitePOS(t.POS), a.Word(i) == ",", a.Word(i) == ":":
			return 0
		case t.POS == nlp.WRB || t.POS == nlp.WDT || t.POS == nlp.WP || t.Rel == nlp.Mark && t.POS == nlp.IN && !ar.doing(i):
			return 0
		}
	}
	return lo
}

// doing reports whether the preposition at token k leads in a participle, which
// opens no clause that could have a finite verb: "in | staying".
func (ar *article) doing(k int) bool {
	return k+1 < len(ar.a.Tokens) && ar.a.Tokens[k+1].POS == nlp.VBG
}

// thenPhrase is where the verb phrase begins that ", then" at token k joins to the
// clause of the verb of p, with the subject and the auxiliary that it shares:
// "can raise money, then spend it". It is 0 if none is.
func (ar *article) thenPhrase(p *proposition, k, verb int) (lo, first, last int) {
	a := ar.a
	lo = k + 1
	if a.Word(k) != "," || lo+4 >= p.last || !strings.EqualFold(a.Word(lo), "then") || ar.bounded(p.first, verb) || ar.between(verb, k) || !ar.balanced(p.first, k) {
		return 0, 0, 0
	}
	v := lo + 1
	if a.Tokens[v].POS == nlp.RB {
		v++
	}
	first, last = ar.subjectBefore(p, verb)
	if last <= first || last > verb {
		return 0, 0, 0
	}
	end := verb // where the auxiliaries end
	for end < k && (a.Tokens[end].POS == nlp.MD || end < verb+3 && auxiliary[a.Tokens[end].Lemma]) {
		end++
	}
	helped := end > verb
	switch a.Tokens[v].POS {
	case nlp.VBD, nlp.VBZ, nlp.VBP:
		return lo, first, last
	case nlp.VBN:
		if !helped {
			return lo, first, last // a past that was taken for a participle
		}
		if a.Tokens[verb].POS != nlp.MD {
			return lo, first, end
		}
	case nlp.VB:
		if a.Tokens[verb].POS == nlp.MD {
			return lo, first, verb + 1
		}
	}
	return 0, 0, 0
}

// subjectBefore is the subject of the root of p if token verb makes it finite,
// or the one that p has from the clause before; 0, 0 for none.
func (ar *article) subjectBefore(p *proposition, verb int) (int, int) {
	r := ar.root(p.first, p.last)
	if r < 0 || r != verb && int(ar.a.Tokens[verb].Head) != r {
		return 0, 0
	}
	if sf, sl := ar.subject(r, p.first, p.last); sl > sf {
		if sl > verb {
			return 0, 0
		}
		return sf, sl
	}
	return p.subjectFirst, p.subjectLast
}

// inNumber reports whether the number of the subject [sf, sl) lets it have the
// finite verb at token f.
func (ar *article) inNumber(sf, sl, f int) bool {
	a := ar.a
	several, one := false, false
	for k := sf; k < sl; k++ {
		t := &a.Tokens[k]
		several = several || t.POS == nlp.CC
		if subjectRel(t.Rel) {
			several = several || t.POS == nlp.NNS
			one = t.POS == nlp.NN || t.POS == nlp.NNP
		}
	}
	switch w := ar.low(f); {
	case w == "was" || a.Tokens[f].POS == nlp.VBZ:
		return !several
	case w == "were" || a.Tokens[f].POS == nlp.VBP:
		return several || !one
	}
	return true
}

// bracketed reports whether a bracket opened in [first, last) is not closed in it.
func (ar *article) bracketed(first, last int) bool {
	open := 0
	for k := first; k < last; k++ {
		switch ar.a.Word(k) {
		case "(":
			open++
		case ")":
			open--
		}
	}
	return open > 0
}

// defined reports whether what [first, last) says first is when or where a thing
// is there: all conditions joined to it define it, "a drought is when no rain
// falls | and wells run dry".
func (ar *article) defined(first, last int) bool {
	a := ar.a
	for k := first + 1; k+1 < last && k < first+8; k++ {
		if !finitePOS(a.Tokens[k].POS) {
			continue
		}
		return a.Tokens[k].Lemma == "be" && (strings.EqualFold(a.Word(k+1), "when") || strings.EqualFold(a.Word(k+1), "where"))
	}
	return false
}
