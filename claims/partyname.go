package claims

import (
	"strings"
	"unicode"

	"github.com/onrecord/onrecord/nlp"
)

// ofParty is what the public body or choice that "the party", "the nomination", "the
// court" at token i names is called in full, "" where that is not plain.
func (w *rewriting) ofParty(i int) string {
	if i+1 >= w.p.last || w.low(i) != "the" {
		return ""
	}
	switch w.a.Word(i + 1) {
	case "party":
		return w.partyMeant(i)
	case "nomination":
		return w.nominationMeant(i)
	case "court":
		return w.courtMeant(i)
	}
	return ""
}

// partyMeant is the name of what "the party" at token i means in a claim that names
// none, the party of the people that it names; "" for none, or for two.
func (w *rewriting) partyMeant(i int) string {
	a, p := w.a, w.p
	if i+1 >= p.last || w.low(i+1) != "party" || a.Word(i+1) != "party" || i+2 < p.last && (a.Tokens[i+2].POS.Noun() || a.Tokens[i+2].POS == nlp.HYPH || w.low(i+2) == "of") || w.partyNamed(p.first, p.last) {
		return ""
	}
	for k := p.first; k < i; k++ {
		if l := a.Tokens[k].Lemma; l == "party" || l == "parties" {
			return ""
		}
	}
	side := ""
	for k := range w.c.Entities {
		e := &w.c.Entities[k]
		if e.Kind != nlp.Person.String() {
			continue
		}
		s := w.sideOf(e.Name)
		if s == "" || side != "" && side != s {
			return "" // one of whom nothing is told may be of the other
		}
		side = s
	}
	if side == "" {
		return ""
	}
	return "the " + side + " Party"
}

// partyNamed reports whether the tokens [first, last) name a party.
func (ar *article) partyNamed(first, last int) bool {
	for k := first; k < last; k++ {
		if partyOfWord[ar.low(k)] != "" {
			return true
		}
	}
	return false
}

// nominationMeant is what "the nomination" at token i means in a claim that names no
// party, where the article has spoken of one party's before; "" for none.
func (w *rewriting) nominationMeant(i int) string {
	a, p := w.a, w.p
	if i+1 >= p.last || a.Word(i+1) != "nomination" || i+2 < p.last && (a.Tokens[i+2].POS.Noun() || w.low(i+2) == "of" || w.low(i+2) == "for" || w.low(i+2) == "to") || w.partyNamed(p.first, p.last) {
		return ""
	}
	side, office := "", ""
	for j, seen := w.sameNoun(i+1), 0; j >= 0 && seen < mostSame; j, seen = w.sameNoun(j), seen+1 {
		for k := j - 1; k >= max(0, j-2); k-- {
			s := partyOfWord[w.low(k)]
			if s == "" {
				continue
			}
			if side != "" && side != s {
				return ""
			}
			if side = s; k == j-2 && w.low(j-1) == "presidential" {
				office = "presidential "
			}
		}
	}
	if side == "" {
		return ""
	}
	for k := a.Sentences[max(0, int(a.Tokens[i].Sentence)-1)].First; k < p.last; k++ {
		if s := partyOfWord[w.low(k)]; s != "" && s != side {
			return "" // perhaps theirs
		}
	}
	return "the " + side + " " + office + "nomination"
}

// partyOfWord tells the parties by the words for them and their people.
var partyOfWord = map[string]string{"republican": "Republican", "republicans": "Republican", "gop": "Republican", "rnc": "Republican", "democratic": "Democratic",
	"democrat": "Democratic", "democrats": "Democratic", "dems": "Democratic", "dnc": "Democratic"}

// sideOf is the party that the article says the person called name is of, right
// before the name, "Democratic front-runner Ann Lee", or behind it, "Ann Lee
// (D-Maine)"; "" for none.
func (ar *article) sideOf(name string) string {
	text := ar.a.Text
	for i := range occurrences(text, name) {
		for _, mark := range [...]string{" (", ", "} {
			if rest, ok := strings.CutPrefix(text[i+len(name):], mark); ok && len(rest) > 1 && (rest[1] == '-' || rest[1] == ')') {
				switch rest[0] {
				case 'R':
					return "Republican"
				case 'D':
					return "Democratic"
				}
			}
		}
		for before := text[max(0, i-60):i]; ; {
			before = strings.TrimRightFunc(before, unicode.IsSpace)
			word := strings.TrimLeftFunc(before[max(0, strings.LastIndexFunc(before, unicode.IsSpace)):], unicode.IsSpace)
			low := strings.ToLower(word)
			if s := partyOfWord[low]; s != "" {
				return s
			}
			if word == "" || !rolesOfSide[low] {
				break
			}
			before = before[:len(before)-len(word)]
		}
	}
	return ""
}

// rolesOfSide are words between a party and a name of its own.
var rolesOfSide = set("presidential candidate front-runner frontrunner nominee hopeful contender rival sen. senator gov. governor rep. president presumptive congressman congresswoman leader")

// courtMeant is the court that "the court" at token i means, where the article
// speaks of the Supreme Court alone; "" for any other.
func (w *rewriting) courtMeant(i int) string {
	a, p := w.a, w.p
	if i+1 >= p.last || a.Word(i+1) != "court" || i+2 < p.last && (a.Tokens[i+2].POS.Noun() || a.Tokens[i+2].POS == nlp.HYPH || w.low(i+2) == "of") {
		return ""
	}
	found := false
	for j, seen := w.sameNoun(i+1), 0; j > 0 && seen < mostSame; j, seen = w.sameNoun(j), seen+1 {
		if a.Tokens[j].POS == nlp.NNS || a.Tokens[j].POS == nlp.NNPS {
			return ""
		}
		switch b := w.low(j - 1); {
		case b == "supreme":
			if found = true; j >= p.first || j > 1 && a.Tokens[j-2].POS.Proper() && a.Word(j-2) != "U.S." {
				return ""
			}
		case b == "the" || b == "high" || b == "this":
		default:
			return "" // a district court, in court
		}
	}
	if !found {
		return ""
	}
	return "the Supreme Court"
}
