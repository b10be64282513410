package claims

import "github.com/onrecord/onrecord/nlp"

// finitePOS reports whether p is the tag of a finite verb.
func finitePOS(p nlp.POS) bool {
	return p == nlp.VBD || p == nlp.VBZ || p == nlp.VBP || p == nlp.MD
}

// clausal reports whether i heads a finite clause.
func (ar *article) clausal(i, first, last int) bool {
	return ar.finite(i, first, last) >= 0
}

// finite is the token that makes the clause of i finite: i itself, its
// auxiliary or copula; -1 if there is none.
func (ar *article) finite(i, first, last int) int {
	a := ar.a
	switch a.Tokens[i].POS {
	case nlp.VBD, nlp.VBZ, nlp.VBP, nlp.MD:
		return i
	}
	found := -1
	past, object := false, false // a simple past that was tagged as a participle: "the jury convicted him"
	for j := max(first, i-12); j < min(last, i+4); j++ {
		t := &a.Tokens[j]
		past = past || int(t.Head) == i && t.Rel == nlp.Nsubj && j < i
		object = object || int(t.Head) == i && t.Rel == nlp.Obj && j > i
		if int(t.Head) == i && (t.Rel == nlp.Aux || t.Rel == nlp.AuxPass || t.Rel == nlp.Cop) {
			switch t.POS {
			case nlp.VBD, nlp.VBZ, nlp.VBP, nlp.MD:
				if found < 0 {
					found = j
				}
			default:
				past = false // "having voted"
			}
		}
	}
	for j := i + 4; past && !object && found < 0 && j < min(last, i+8); j++ {
		object = int(a.Tokens[j].Head) == i && a.Tokens[j].Rel == nlp.Obj
	}
	if found < 0 && past && object && a.Tokens[i].POS == nlp.VBN {
		return i
	}
	return found
}

// anyFinite reports whether [first, last) has a finite verb.
func (ar *article) anyFinite(first, last int) bool {
	for i := first; i < last; i++ {
		switch ar.a.Tokens[i].POS {
		case nlp.VBD, nlp.VBZ, nlp.VBP, nlp.MD:
			return true
		}
	}
	return false
}

// anyVerb reports whether [first, last) has a verb of any form.
func (ar *article) anyVerb(first, last int) bool {
	for i := first; i < last; i++ {
		if ar.a.Tokens[i].POS.Verb() {
			return true
		}
	}
	return false
}

// plainForm reports whether token k is a finite verb in the form of the
// infinitive, right behind a subject that opens what begins at first: "mills
// rarely | close".
func (ar *article) plainForm(first, k int) bool {
	a := ar.a
	if a.Tokens[k].POS != nlp.VB || k == first {
		return false
	}
	many := false
	for i := first; i < k; i++ {
		switch t := &a.Tokens[i]; {
		case t.POS == nlp.NNS, t.POS == nlp.NNPS:
			many = true
		case t.POS == nlp.PRP:
			many = subjective[ar.low(i)] || many
		case t.POS == nlp.DT, t.POS == nlp.JJ, t.POS == nlp.RB, t.POS == nlp.CD, t.POS.Noun(), t.POS == nlp.PRPS:
		default:
			return false
		}
	}
	return many
}

// plainParticiple reports whether token k, tagged as a participle, is the past of
// a verb: its subject stands before it, and no auxiliary.
func (ar *article) plainParticiple(first, k int) bool {
	a := ar.a
	if a.Tokens[k].POS != nlp.VBN || a.Tokens[k].Rel != nlp.Root {
		return false
	}
	subject := false
	for i := first; i < k; i++ {
		if int(a.Tokens[i].Head) != k {
			continue
		}
		switch a.Tokens[i].Rel {
		case nlp.Nsubj:
			subject = true
		case nlp.Aux, nlp.AuxPass, nlp.NsubjPass, nlp.Cop:
			return false
		}
	}
	return subject
}
