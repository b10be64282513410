package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// noPhrase reports whether o was read as one phrase but is a verb with its object,
// "ended up | paying drivers", or holds words by the way.
func (ar *article) noPhrase(o *nlp.Mention) bool {
	t := &ar.a.Tokens[o.First]
	if o.First < o.Head && t.POS == nlp.VBG && t.Rel != nlp.Amod && t.Rel != nlp.Compound {
		return true
	}
	if o.First < o.Head && o.First > 0 && (ar.low(o.First) == "much" || ar.low(o.First) == "many") && ar.low(o.First-1) == "how" {
		return true // "how much tea | sailors drink"
	}
	return strings.Contains(o.Span.Of(ar.a.Text), " of course")
}

// besideSubject reports whether the "they" or "them" m goes on from a sentence whose
// subject is several, while o is something else in it: "Orr and Vale have the votes of
// bakers. The mayor trails them".
func (w *rewriting) besideSubject(o, m *nlp.Mention) bool {
	a := w.a
	s := int(a.Tokens[o.First].Sentence)
	if int(a.Tokens[m.First].Sentence) == s {
		// "Orr and others in both parties said their": those who say so.
		return w.c.Speaker >= 0 && m.First <= w.p.first+1 && o.Last <= w.p.first && !subjectRel(a.Tokens[o.Head].Rel) && w.severalIn(a.Sentences[s].First, o.First) && w.saysBetween(o.Last, m.First)
	}
	if subjectRel(a.Tokens[o.Head].Rel) {
		return false
	}
	_, sf, sl := w.mainSubject(s)
	if int(a.Tokens[m.First].Sentence) != s+1 || sl <= sf || o.First < sl && o.Last > sf {
		return false
	}
	return w.severalIn(sf, sl)
}

// severalIn reports whether the words [first, last) join two nouns.
func (ar *article) severalIn(first, last int) bool {
	a := ar.a
	for k := first + 1; k+1 < last; k++ {
		if a.Tokens[k].POS == nlp.CC && ar.low(k) == "and" && a.Tokens[k-1].POS.Noun() && (a.Tokens[k+1].POS.Noun() || a.Tokens[k+1].POS == nlp.JJ || a.Tokens[k+1].POS == nlp.DT) {
			return true
		}
	}
	return false
}

// toldBehindComma reports whether the claim opens with a phrase that the pronoun m
// stands in and names a person behind it: "despite her protests, papers show Orr".
func (w *rewriting) toldBehindComma(m *nlp.Mention) bool {
	a, p := w.a, w.p
	if m.First != p.first+1 || a.Tokens[p.first].POS != nlp.IN {
		return false
	}
	for k := m.Last; k < min(p.last, m.Last+8); k++ {
		if a.Word(k) == "," {
			for j := range w.c.Entities {
				if e := &w.c.Entities[j]; e.Span.Start > int(a.Tokens[k].Start) && e.Kind == nlp.Person.String() {
					return true
				}
			}
			return false
		}
	}
	return false
}

// machine reports whether noun j, which elsewhere means a person, names a thing by
// what it is for: "a private email server", "a jet carrier".
func (ar *article) machine(j int) bool {
	switch ar.a.Tokens[j].Lemma {
	case "server", "carrier", "driver", "reader", "printer", "tracker", "counter":
		return j > 0 && ar.a.Tokens[j-1].POS == nlp.NN && things[ar.low(j-1)]
	}
	return false
}

// things are nouns before one that names a machine, not who does it.
var things = set("email mail web file data computer network disk card jet print poll money calorie")

// isThing reports whether the verb at token v says that its subject is a thing, no
// body: "is a handy tool".
func (ar *article) isThing(v int) bool {
	a := ar.a
	if v+2 >= len(a.Tokens) || a.Tokens[v].Lemma != "be" && a.Word(v) != "'s" && a.Word(v) != "’s" || ar.low(v+1) != "a" && ar.low(v+1) != "an" {
		return false
	}
	for k := v + 2; k < min(len(a.Tokens), v+6); k++ {
		switch t := &a.Tokens[k]; {
		case t.POS == nlp.NN && (k+1 >= len(a.Tokens) || !a.Tokens[k+1].POS.Noun()):
			noun := strings.ToLower(t.Lemma)
			return nlp.KindOfNoun(noun) == nlp.OtherNoun && !organizationNouns[noun]
		case t.POS != nlp.NN && t.POS != nlp.JJ:
			return false
		}
	}
	return false
}
