package prose

import (
	"strings"

	upstream "github.com/jdkato/prose/v2"

	"github.com/onrecord/onrecord/nlp"
)

// chunk appends the names among a sentence's tokens. It goes as prose's own
// chunker does, which follows its labels where textbook IOB decoding would
// lose half of them, but keeps the places of the tokens, and takes off what
// does not belong to a name: titles before it, marks and a 's at its ends, and
// words that no label but only their part of speech drew in.
func chunk(a *nlp.Annotation, s nlp.Sentence, tokens []upstream.Token) {
	end := ""
	first := -1
	flush := func(last int) {
		if first >= 0 {
			add(a, s, tokens, first, last)
		}
		end, first = "", -1
	}
	for i, t := range tokens {
		l := t.Label
		switch {
		case l != "O" && l != end, first >= 0 && (t.Tag == tokens[i-1].Tag || t.Tag == "CD" && tokens[i-1].Label != "O"):
			if first < 0 {
				first = i
			}
			end = strings.Replace(l, "B", "I", 1)
		case l == "O" && first >= 0:
			flush(i)
		case l == end:
			if first < 0 {
				first = i
			}
			flush(i + 1)
		}
	}
	flush(len(tokens))
}

// add appends the name [first, last) of tokens, without what is none of it.
func add(a *nlp.Annotation, s nlp.Sentence, tokens []upstream.Token, first, last int) {
	word := func(i int) string { return a.Word(s.First + i) }
	for first < last && (title(word(first)) || !capital(word(first)) || tokens[first].Label == "O" && !strings.HasPrefix(tokens[first].Tag, "NNP")) {
		first++
	}
	for last > first && (!capital(word(last-1)) || tokens[last-1].Label == "O" && !strings.HasPrefix(tokens[last-1].Tag, "NNP")) {
		last--
	}
	if first == last {
		return
	}
	k := nlp.Misc
	label, person := "", false
	for i := first; i < last; i++ {
		_, kind, ok := strings.Cut(tokens[i].Label, "-")
		if !ok {
			continue
		}
		if label == "" {
			label = kind
		}
		person = person || tokens[i].Label == "B-PERSON"
	}
	if person && last-first == 2 {
		label = "PERSON" // as prose has it: those are hard to find
	}
	switch label {
	case "":
		return
	case "PERSON":
		k = nlp.Person
	case "ORGANIZATION", "ORG":
		k = nlp.Organization
	case "GPE", "LOCATION", "FACILITY", "GSP", "LOC":
		k = nlp.Place
	}
	a.Entities = append(a.Entities, nlp.Entity{Span: a.Span(s.First+first, s.First+last), Kind: k, First: s.First + first, Last: s.First + last})
}

// capital reports whether w begins with a capital or digit.
func capital(w string) bool {
	return w[0] >= 'A' && w[0] <= 'Z' || w[0] >= '0' && w[0] <= '9' || w[0] >= 0x80 && !strings.ContainsAny(w, "“”‘’—–…")
}

// title reports whether w is a title that stands before names.
func title(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Sen", "Sens", "Rep", "Reps", "Gov", "President", "Senator", "Mayor", "Judge", "Justice", "Gen", "Col", "Lt", "Sgt", "Capt", "Prof", "Professor", "Rev", "Governor", "Minister", "Secretary":
		return true
	}
	return false
}
