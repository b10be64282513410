package claims

import "strings"

// nation is the country whose parliament or government the claim speaks of, or
// that it is about where no title tells, for a claim that names none: the one that
// the article has before or behind the name of such a body, "the Norlandic
// Senate", or the only one that it is about, if it is not of the United States,
// which such a body is taken to be of; "" for none.
func (w *rewriting) nation() string {
	body := w.ofNation()
	if !body && (w.title() != "" || w.placeIn(w.p)) {
		return ""
	}
	if !w.nationRead {
		w.ofTheNation, w.nationTimes = w.findNation()
		w.nationRead = true
	}
	to := w.ofTheNation
	if to == "" || !body && w.nationTimes < 2 || w.dateplace() != "" || nationIn(w.title()) != "" || nationIn(w.c.Span.Of(w.a.Text)) != "" {
		return ""
	}
	for i := range w.subs {
		if nationIn(w.subs[i].To) != "" {
			return ""
		}
	}
	return to
}

// ofNation reports whether the claim speaks of what every country has one of, by
// its own name: "the Senate", "the Tourism Minister".
func (w *rewriting) ofNation() bool {
	for k := w.p.first; k < w.p.last; k++ {
		switch w.a.Word(k) {
		case "Government", "Cabinet", "Minister", "Ministry":
			return true
		}
		if w.bodyAt(k) > 0 {
			return true
		}
	}
	return false
}

// bodyAt is how many tokens the name of a country's body or office at token k has,
// 0 for none.
func (ar *article) bodyAt(k int) int {
	a := ar.a
	word := func(i int) string {
		if i < len(a.Tokens) {
			return a.Word(i)
		}
		return ""
	}
	switch a.Word(k) {
	case "Senate", "Parliament", "Inspector-General":
		return 1
	case "National":
		if word(k+1) == "Assembly" {
			return 2
		}
	case "House":
		if word(k+1) == "of" && (word(k+2) == "Representatives" || word(k+2) == "Commons" || word(k+2) == "Assembly") {
			return 3
		}
	case "Supreme":
		if word(k+1) == "Court" {
			return 2
		}
	}
	return 0
}

// findNation looks for what nation returns, and how often the article names it.
func (ar *article) findNation() (string, int) {
	a := ar.a
	count := map[string]int{}
	beside, american := "", false
	for k := range a.Tokens {
		w := a.Word(k)
		if !capital(w) {
			continue
		}
		american = american || states[w]
		switch w {
		case "American", "Americans", "America", "U.S.", "US", "Congress", "Republican", "Republicans", "Democrats", "Sen.", "Rep.":
			american = true
		}
		n, name := ar.nationAt(k)
		if n == 0 {
			continue
		}
		count[name]++
		if k+n < len(a.Tokens) && (a.Word(k+n) == "Government" || a.Word(k+n) == "government") {
			count[name] += 2
		}
		if ar.besideBody(k, k+n) {
			if beside != "" && beside != name {
				return "", 0
			}
			beside = name
		}
	}
	if beside != "" {
		return beside, count[beside]
	}
	if american {
		return "", 0
	}
	best, most, next := "", 0, 0
	for name, n := range count {
		switch {
		case n > most || n == most && name < best:
			best, most, next = name, n, most
		case n > next:
			next = n
		}
	}
	if most <= 2*next {
		return "", 0
	}
	return best, most
}

// besideBody reports whether the words [first, last) of a country stand with the
// name of its body or with its police: "the Norlandic Senate", "the Norland
// Police", "the Parliament of Norland".
func (ar *article) besideBody(first, last int) bool {
	a := ar.a
	if last < len(a.Tokens) {
		switch a.Word(last) {
		case "Police":
			return true
		}
		if ar.bodyAt(last) > 0 {
			return true
		}
	}
	if first < 2 || a.Word(first-1) != "of" {
		return false
	}
	for n := 1; n <= 3 && first-1-n >= 0; n++ {
		if ar.bodyAt(first-1-n) == n {
			return true
		}
	}
	return false
}

// nationAt is how many tokens the name of a country, or the adjective of it, at
// token k has, and its name.
func (ar *article) nationAt(k int) (int, string) {
	a := ar.a
	s := a.Tokens[k].Sentence
	for n := 3; n > 0; n-- {
		if k+n > len(a.Tokens) || a.Tokens[k+n-1].Sentence != s || n > 1 && isMark(a, k+1) {
			continue
		}
		if name := nations[a.Span(k, k+n).Of(a.Text)]; name != "" {
			return n, name
		}
	}
	return 0, ""
}

// nationIn is a country that text names, "" for none.
func nationIn(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,.;:'’“”\"()[]-–—", r) })
	for i, w := range words {
		if name := nations[w]; name != "" {
			return name
		}
		for n := 2; n <= 3 && i+n <= len(words); n++ {
			if name := nations[strings.Join(words[i:i+n], " ")]; name != "" {
				return name
			}
		}
	}
	return ""
}
