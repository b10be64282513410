package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// unfit reports whether d, a description found before the noun at token head,
// would tell something else in its place than which one it is: what somebody
// thinks of it, one of several to choose from, words out of a caption.
func (ar *article) unfit(head int, d *described) bool {
	return ar.judged(d) || ar.alternatives(d) || ar.inARow(d) || ar.promised(d) ||
		ar.shouted(head, d) || ar.beyondName(d) || ar.caption(int(ar.a.Tokens[d.head].Sentence))
}

// judged reports whether a word before d's noun says how somebody finds it: "this
// awesome company", "the killer disease".
func (ar *article) judged(d *described) bool {
	for k := d.first; k < d.head; k++ {
		if finding[ar.low(k)] && !ar.a.Tokens[k].POS.Proper() {
			return true
		}
	}
	return false
}

// finding are words for how somebody finds a thing, or how much of it is meant,
// that do not tell which one it is.
var finding = set(`awesome amazing incredible fantastic wonderful beautiful gorgeous stunning brilliant compelling impressive terrible horrible horrific awful dreadful
killer fabulous perfect superb excellent terrific exciting remarkable outstanding extraordinary spectacular lovely nice crazy insane weird strange ridiculous silly stupid
actual approximate mere so-called dead`)

// verbBefore reports whether a verb stands before d's noun, so that a clause was
// read as what describes it: "the mayor called the lost order".
func (ar *article) verbBefore(d *described) bool {
	a := ar.a
	for k := d.first; k < d.head; k++ {
		switch a.Tokens[k].POS {
		case nlp.VBD, nlp.VBZ, nlp.VBP, nlp.MD:
			return true
		case nlp.VBN:
			if k > d.first && (a.Tokens[k-1].POS == nlp.NNS || a.Tokens[k-1].POS.Proper()) {
				return true // "two workers caught plague", but "state-owned works"
			}
		}
	}
	return false
}

// alternatives reports whether d is one of several kinds that its sentence
// lists: "three versions: one with a small engine, a large model and a".
func (ar *article) alternatives(d *described) bool {
	a := ar.a
	x := &a.Sentences[a.Tokens[d.head].Sentence]
	listed, items := false, 0
	for k := x.First; k < x.Last; k++ {
		switch w := ar.low(k); {
		case k < d.first && a.Tokens[k].POS == nlp.NNS && kindsOf[w]:
			listed = true
		case k > x.First && (w == "a" || w == "an" || w == "one") && (a.Tokens[k-1].POS == nlp.CC || isMark(a, k-1)):
			items++
		}
	}
	return listed && items >= 2 && d.indefinite
}

// kindsOf are nouns for several to choose from.
var kindsOf = set("options versions configurations models choices variants types kinds sizes trims editions tiers grades alternatives possibilities")

// inARow reports whether d counts how often in succession, "the seventh straight
// session", or says of which rank.
func (ar *article) inARow(d *described) bool {
	for k := d.first; k < d.head; k++ {
		switch ar.low(k) {
		case "straight", "consecutive", "successive", "#":
			return true // "the #2 browser" is of a rank that may change
		}
		if strings.HasPrefix(ar.a.Word(k), "#") {
			return true
		}
	}
	return false
}

// example reports whether sentence s only gives an example or supposes something.
func (ar *article) example(s int) bool {
	first := ar.a.Sentences[s].First
	if isMark(ar.a, first) {
		first++
	}
	switch ar.low(first) {
	case "for":
		next := ar.low(min(first+1, len(ar.a.Tokens)-1))
		return next == "example" || next == "instance"
	case "say", "suppose", "imagine", "if":
		return true
	}
	return false
}

// promised reports whether d is what something would bring about, which need not
// exist: "guarantees a quiet house", or an example.
func (ar *article) promised(d *described) bool {
	t := &ar.a.Tokens[d.head]
	if d.indefinite && ar.example(int(t.Sentence)) {
		return true
	}
	if !d.indefinite || t.Rel != nlp.Obj || t.Head < 0 {
		return false
	}
	switch ar.a.Tokens[t.Head].Lemma {
	case "guarantee", "ensure", "imagine":
		return true
	}
	return false
}

// shouted reports whether d has words in capitals that the noun at token head has
// not, which are a heading's, not a name's.
func (ar *article) shouted(head int, d *described) bool {
	upper := func(k int) bool {
		w := ar.a.Word(k)
		return len(w) > 4 && w == strings.ToUpper(w) && w != strings.ToLower(w) && strings.Contains(ar.a.Text, strings.ToLower(w))
	}
	if upper(d.head) && !upper(head) {
		return true
	}
	for k := d.first; k < d.head; k++ {
		if upper(k) && !ar.a.Tokens[k].POS.Proper() {
			return true
		}
	}
	return false
}

// beyondName reports whether d is a name with something behind it that a verb may
// govern: "won Norland over the mayor".
func (ar *article) beyondName(d *described) bool {
	a := ar.a
	if !a.Tokens[d.head].POS.Proper() && !capital(a.Word(d.head)) || d.last == d.head+1 {
		return false
	}
	switch a.Tokens[d.head+1].POS {
	case nlp.IN, nlp.RP, nlp.RB, nlp.TO:
		return !strings.EqualFold(a.Word(d.head+1), "of")
	}
	return false
}

// caption reports whether sentence s tells what a picture shows.
func (ar *article) caption(s int) bool {
	a := ar.a
	x := &a.Sentences[s]
	for k := x.First; k < min(x.Last-1, x.First+3); k++ {
		if pictures[ar.low(k)] && a.Word(k+1) == ":" {
			return true
		}
	}
	return false
}

// pictures open a caption.
var pictures = set("image photo photograph picture caption illustration video credit pictured above below")
