package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// statesNothing reports whether the content [f, l) of x, told in other words in
// a sentence that begins at first, is no clause that could be true or false.
func (ar *article) statesNothing(x *quotes.Quote, f, l, first int) bool {
	a := ar.a
	// "to lay off thousands", "what every candidate has done" and
	// "how she did it" state nothing by themselves.
	switch ar.low(f) {
	case "to": // but "said that to win, they would have to stay"
		return !ar.aimFirst(f, l, first)
	case "what", "how", "why", "whether", "of", "about", "whose":
		return true
	case "if": // but "said that if it rained, they would stay"
		if (f == first || !ar.thatAt(f-1)) && ar.fronted(f, l) < 0 {
			return true
		}
	}
	if ar.asks(f, l) {
		return true
	}
	if w := ar.low(f); w == "being" || w == "having" {
		return true // "others reported being logged off": who?
	}
	if !x.Cue.Empty() && judging[a.Tokens[a.TokenAt(x.Cue.Start)].Lemma] && x.Cue.End <= int(a.Tokens[f].Start) && x.Type == quotes.Indirect {
		return true // what is criticised is no claim
	}
	if !x.Cue.Empty() && x.Type == quotes.Indirect && dubbing[a.Tokens[a.TokenAt(x.Cue.Start)].Lemma] {
		return true // "a group called Norden belongs on the list"
	}
	if ar.demanded(x, f, l) {
		return true // "demanded that officers ride": they do not yet
	}
	if ar.objectFirst(f, l) && !ar.takenForObject(f, l) {
		return true // "polls show a close contest": a thing, no clause
	}
	if f > first && governing[ar.low(f-1)] && (a.Tokens[f-1].POS == nlp.IN || a.Tokens[f-1].POS == nlp.TO) && (x.Cue.Empty() || !strings.EqualFold(a.Word(a.TokenAt(x.Cue.Start)), "according")) {
		return true // concerns "about" something, people admitted "to" a country state nothing
	}
	if r := ar.root(f, l); r >= 0 && a.Tokens[r].Rel == nlp.Advcl && int(a.Tokens[r].Head) < f {
		switch ar.low(f) {
		case "ever", "since", "because", "until", "after", "before", "when":
			return true // only the time or the reason of something else
		}
	}
	if r := ar.root(f, l); r >= 0 && !ar.wholeClause(x, f, l, first) {
		if _, sl := ar.subject(r, f, l); sl == 0 && a.Dependent(r, nlp.Csubj) < f && !ar.takenForObject(f, l) || !ar.clausal(r, f, l) {
			return true
		}
	}
	return false
}

// aimFirst reports whether the content [f, l) behind "that", in a sentence that
// begins at first, is a clause with its aim in front.
func (ar *article) aimFirst(f, l, first int) bool {
	a := ar.a
	if f == first || !ar.thatAt(f-1) || a.Tokens[f+1].POS != nlp.VB {
		return false
	}
	for k := f + 2; k+3 < l; k++ {
		if a.Word(k) == "," && ar.opensClause(k+1, l) >= 0 {
			return true
		}
		if finitePOS(a.Tokens[k].POS) {
			return false
		}
	}
	return false
}

// governing are prepositions that no clause follows.
var governing = set("about over of to for with from into by")

// anaphors are countable nouns for what was said or done, which cannot open a
// clause without a determiner.
var anaphors = set("fact question claim argument statement decision move plan idea proposal suggestion allegation accusation charge report ruling figure remark comment approach view")

// objectFirst reports whether the content [f, l) begins with a noun phrase that
// is the object of the verb before it.
func (ar *article) objectFirst(f, l int) bool {
	for i := f; i < l; i++ {
		t := &ar.a.Tokens[i]
		if h := int(t.Head); t.POS.Noun() && t.Rel == nlp.Obj && h >= 0 && h < f {
			return true
		}
		if t.POS.Verb() || t.POS == nlp.MD || t.POS == nlp.Comma {
			return false
		}
	}
	return false
}

// demanded reports whether the content [f, l) of x is what its cue wants done:
// a verb of wanting with a clause whose verb is a bare infinitive. That it be
// done is the claim, not that it is.
func (ar *article) demanded(x *quotes.Quote, f, l int) bool {
	a := ar.a
	if x.Cue.Empty() || x.Type == quotes.Direct || !demanding[a.Tokens[a.TokenAt(x.Cue.Start)].Lemma] {
		return false
	}
	r := ar.root(f, l)
	if r < 0 {
		return false
	}
	_, sl := ar.subject(r, f, l)
	if sl == 0 || sl > r {
		return false
	}
	// The tagger takes "ride" behind a plural for the present tense.
	switch a.Tokens[r].POS {
	case nlp.VB, nlp.VBP:
	default:
		be := a.Dependent(r, nlp.AuxPass)
		return be >= sl && strings.EqualFold(a.Word(be), "be") && a.Tokens[be-1].POS != nlp.MD && a.Tokens[be-1].POS != nlp.TO
	}
	for k := sl; k < r; k++ {
		if a.Tokens[k].POS == nlp.MD || a.Tokens[k].POS == nlp.TO || a.Tokens[k].POS.Verb() {
			return false
		}
	}
	return true
}

// demanding are verbs whose clause is what somebody wants done.
var demanding = set("demand request propose recommend ask urge order require")

// judging are verbs whose object is what somebody thinks of, not what is said.
var judging = set("criticise criticize praise condemn attack slam blast denounce welcome oppose mock ridicule question challenge discuss mention highlight")

// takenForObject reports whether the content [f, l) begins with a noun phrase
// that the parser has given to the verb of saying before it: its subject, "said
// profits at the mill had doubled".
func (ar *article) takenForObject(f, l int) bool {
	for i := f; i < l; i++ {
		t := &ar.a.Tokens[i]
		if h := int(t.Head); t.POS.Noun() && h < f && h >= 0 && t.Rel == nlp.Obj {
			inner := false // the next finite verb is that of a clause that tells of the thing
			for k := i + 1; k < l; k++ {
				switch ar.a.Tokens[k].POS {
				case nlp.VBD, nlp.VBZ, nlp.VBP, nlp.MD:
					if !inner {
						return true
					}
					inner = false
				case nlp.WRB, nlp.WDT, nlp.WP:
					return false // "show a close contest in the state, where"
				case nlp.IN:
					if ar.thatAt(k) {
						inner = true // "disputes the idea that she is ill"
					} else if ar.a.Tokens[k].Rel == nlp.Mark && (k == i+1 || subordinators[ar.low(k)]) {
						return false // "shows a drop as mills close"
					}
				}
			}
			return false
		}
		if t.POS.Verb() || t.POS == nlp.MD || t.POS == nlp.Comma {
			return false
		}
	}
	return false
}
