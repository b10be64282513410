package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// superlative is a superlative or ranking noun phrase: "the safest big city in
// America" is the adjective "safest", the tokens [first, last) of the whole,
// the head "city", and the set "big cities in America".
type superlative struct {
	first, last, adj, head int
}

// superlativeIn finds the first superlative phrase in [first, last).
func (ar *article) superlativeIn(first, last int) (superlative, bool) {
	a := ar.a
	for i := first; i < last; i++ {
		t := &a.Tokens[i]
		w := ar.low(i)
		isSup := t.POS == nlp.JJS || t.POS == nlp.RBS && (w == "most" || w == "least") || strings.HasSuffix(w, "est") && t.POS == nlp.JJ && len(w) > 5 && superlativeOf(w)
		rank := (w == "first" || w == "only" || w == "last") && i > first && strings.EqualFold(a.Word(i-1), "the") || w == "second" && i+1 < last && a.Tokens[i+1].POS == nlp.JJS
		if !isSup && !rank {
			continue
		}
		if (w == "most" || w == "least") && (i+1 >= last || a.Tokens[i+1].POS != nlp.JJ && a.Tokens[i+1].POS != nlp.VBN) {
			continue // "most people", "at least"
		}
		s := superlative{first: i, adj: i, head: -1}
		j := i + 1
		if w == "most" || w == "least" {
			s.adj, j = i+1, i+2
		} else if j+1 < last && a.Tokens[j].POS == nlp.HYPH {
			s.adj, j = i+2, i+3 // "the lowest-paid clerks" are clerks
		}
		for ; j < last; j++ {
			p := a.Tokens[j].POS
			if p.Noun() {
				s.head = j
				continue
			}
			if p == nlp.JJ || p == nlp.HYPH || p == nlp.VBN || p == nlp.VBG && s.head < 0 || p == nlp.CD && s.head < 0 || p == nlp.POSS || p == nlp.JJS {
				if s.head >= 0 && p != nlp.HYPH && p != nlp.POSS && a.Tokens[j-1].POS != nlp.HYPH { // "coal-fired stations"
					break
				}
				continue
			}
			break
		}
		if s.head < 0 || rank && partNouns[strings.ToLower(a.Tokens[s.head].Lemma)] {
			continue
		}
		s.last = ar.among(s.head+1, last)
		return s, true
	}
	return superlative{}, false
}

// among is the index behind the prepositional phrases from token k to last at
// the most that say among what something is the most: "in the city since 1990".
func (ar *article) among(k, last int) int {
	a := ar.a
	for k < last {
		w := ar.low(k)
		if w != "in" && w != "of" && w != "on" && w != "among" && w != "ever" && w != "since" && w != "for" && w != "at" {
			break
		}
		end := k + 1
		noun := w == "ever"
		for end < last {
			p := a.Tokens[end].POS
			if p.Noun() || p == nlp.CD {
				noun = true
			} else if !(p == nlp.DT || p == nlp.JJ || p == nlp.PRPS || p == nlp.POSS || p == nlp.HYPH || p == nlp.VBN && !noun) || noun && p != nlp.POSS && p != nlp.HYPH {
				break
			}
			end++
		}
		if !noun {
			break
		}
		k = end
	}
	return k
}

func superlativeOf(w string) bool {
	switch w {
	case "honest", "modest", "earnest", "forest", "harvest", "interest", "protest", "request", "contest", "manifest":
		return false
	}
	return true
}

// partNouns are parts of a whole, and times, that are counted without being
// ranked: "the last 50 years", "for the first time".
var partNouns = set("half quarter round set leg period inning minute hour day night week weekend month year decade century time moment step")

// anyOther finds "any other river in Norland" behind "than" in [first, last).
func (ar *article) anyOther(first, last int) (superlative, bool) {
	a := ar.a
	for i := first; i+3 < last; i++ {
		if !strings.EqualFold(a.Word(i), "than") || !strings.EqualFold(a.Word(i+1), "any") || !strings.EqualFold(a.Word(i+2), "other") {
			continue
		}
		s := superlative{first: i, adj: i + 2, head: -1}
		j := i + 3
		for j < last && (a.Tokens[j].POS.Noun() || a.Tokens[j].POS == nlp.JJ) {
			if a.Tokens[j].POS.Noun() {
				s.head = j
			}
			j++
		}
		if s.head < 0 {
			return s, false
		}
		s.last = s.head + 1
		if s.last < last {
			switch ar.low(s.last) {
			case "in", "of", "on", "at":
				k := s.last + 1
				for k < last && (a.Tokens[k].POS.Noun() || a.Tokens[k].POS == nlp.DT || a.Tokens[k].POS == nlp.JJ) {
					k++
				}
				if a.Tokens[k-1].POS.Noun() {
					s.last = k
				}
			}
		}
		return s, true
	}
	return superlative{}, false
}

// comparison is the set that a superlative of p is over.
func (ar *article) comparison(p *proposition) string {
	a := ar.a
	s, ok := ar.superlativeIn(p.first, p.last)
	if !ok {
		if s, ok = ar.anyOther(p.first, p.last); !ok {
			return ""
		}
	}
	from := s.adj + 1
	for from < s.head && a.Tokens[from].POS == nlp.CD {
		from++ // "the first two women elected" are among women
	}
	if from > s.head {
		return ""
	}
	before := a.Text[a.Tokens[from].Start:a.Tokens[s.head].Start]
	head := a.Word(s.head)
	if a.Tokens[s.head].POS == nlp.NN {
		head = pluralOf(head)
	}
	return before + head + a.Text[a.Tokens[s.head].End:a.Tokens[s.last-1].End]
}

// pluralOf is the regular plural of an English noun, and the commonest
// irregular ones.
func pluralOf(w string) string {
	switch strings.ToLower(w) {
	case "man", "woman":
		return w[:len(w)-2] + "en"
	case "person":
		return "people"
	case "child":
		return w + "ren"
	case "time", "life":
		if w == "life" {
			return "lives"
		}
		return "times"
	}
	n := len(w)
	switch {
	case strings.HasSuffix(w, "man") && n > 4:
		return w[:n-2] + "en"
	case n > 1 && w[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(w[n-2])):
		return w[:n-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		return w + "es"
	}
	return w + "s"
}
