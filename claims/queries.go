package claims

import (
	"strings"
	"time"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// queries writes two or three searches for a verifier: key words, an exact
// phrase, and the claimant with the subject.
func (ar *article) queries(p *proposition, c *Claim) []string {
	words := ar.keyWords(p, c)
	var out []string
	if len(words) > 0 {
		out = append(out, strings.Join(words, " "))
	}
	if phrase := ar.phrase(p, c); phrase != "" {
		q := "\"" + phrase + "\""
		for _, e := range c.Entities {
			// A name that the phrase has already leads nowhere new.
			if !strings.Contains(phrase, e.Name) && !strings.Contains(e.Name, phrase) {
				q += " " + withoutMarks.Replace(e.Name)
				break
			}
		}
		if len(c.Entities) == 0 {
			for _, t := range ar.topics() {
				if !strings.Contains(phrase, t) {
					q += " " + t
					break
				}
			}
		}
		out = append(out, q)
	}
	if s := ar.claimant(c); s != "" {
		var rest []string
		for _, w := range words {
			if !strings.EqualFold(w, s) && len(rest) < 5 {
				rest = append(rest, w)
			}
		}
		if q := s + " " + strings.Join(rest, " "); len(rest) > 0 && q != out[0] {
			out = append(out, q)
		}
	}
	if len(out) == 1 && len(words) > 3 {
		out = append(out, strings.Join(words[:len(words)-1], " "))
	}
	return out
}

// keyWords are the names, amounts, things and deeds of p, and its year.
func (ar *article) keyWords(p *proposition, c *Claim) []string {
	a := ar.a
	var words []string
	seen := map[string]bool{}
	put := func(w string) bool {
		if strings.ContainsAny(w, "“”\"") {
			w = withoutMarks.Replace(w)
		}
		low := strings.ToLower(w)
		if w == "" || seen[low] {
			return false
		}
		words = append(words, w)
		seen[low] = true
		for x := range strings.FieldsSeq(low) {
			seen[x] = true
		}
		return true
	}
	put(namePut(a.Text, c))
	for _, e := range c.Entities {
		if len(words) == 3 {
			break
		}
		put(e.Name)
	}
	for i := range c.Quantities {
		if len(words) == 5 {
			break
		}
		if q := &c.Quantities[i]; distinct(q) {
			put(q.Span.Of(a.Text))
		}
	}
	n := 0
	for k := p.first; k < p.last && n < 7; {
		first := k
		k = ar.compound(k, p.last)
		switch t := &a.Tokens[k-1]; {
		case ar.measured(c, first): // it is there with its number
		case t.POS == nlp.JJS && (t.Lemma == "least" || t.Lemma == "most" || strings.EqualFold(a.Word(k-1), "least") || strings.EqualFold(a.Word(k-1), "most")):
		case k > first+1, t.POS.Proper() && !inName(c, int(t.Start)), t.POS == nlp.NN, t.POS == nlp.NNS, t.POS == nlp.JJS,
			t.POS == nlp.JJ && t.Rel != nlp.Amod && !vague[t.Lemma] && !prospective[t.Lemma], // "is ineffective"
			t.POS == nlp.JJ && k < p.last && (a.Tokens[k].POS == nlp.NN || a.Tokens[k].POS == nlp.NNS) && !vague[t.Lemma],
			t.POS.Verb() && !auxiliary[t.Lemma] && !saying[t.Lemma]:
			w := a.Text[a.Tokens[first].Start:t.End]
			if strings.ToUpper(w) != w && !t.POS.Proper() { // but "HIV", "Nano-Satellite"
				w = strings.ToLower(w)
			}
			if put(w) {
				n++
			}
		}
	}
	names := len(c.Entities)
	if namePut(a.Text, c) != "" {
		names++
	}
	for _, t := range ar.topics() {
		if names > 0 && len(words) > shortSearch {
			break
		}
		put(t)
	}
	for i := range c.Times {
		if w := yearOf(&c.Times[i], a.Text); w != "" {
			put(w)
			break
		}
	}
	return words
}

// namePut is the name that stands in c for a pronoun or for a subject that was
// left out, which is as good as named; "" for none.
func namePut(text string, c *Claim) string {
	for i := range c.Substitutions {
		s := &c.Substitutions[i]
		switch s.Why {
		case "pronoun", "subject", "first person":
		default:
			continue
		}
		name := strings.TrimSpace(s.To)
		if x, ok := strings.CutSuffix(name, " speaking]"); ok && singularBefore(text[:s.Span.Start]) {
			name, _, _ = strings.Cut(strings.TrimPrefix(x, "["), ",") // "I [Orr, Norrbank, speaking]"
		}
		name = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s"), "'")
		if name != "" && properName(name) && !strings.ContainsAny(name, "[,“\"") && len(strings.Fields(name)) <= 5 {
			return name
		}
	}
	return ""
}

// singularBefore reports whether text ends in "I", "me" or "my".
func singularBefore(text string) bool {
	switch strings.ToLower(strings.TrimLeft(text[strings.LastIndexAny(text, " \n")+1:], "“\"‘'(")) {
	case "i", "me", "my":
		return true
	}
	return false
}

// withoutMarks takes the marks off names like “Jo “Red” Lee”, which a search
// would take for a phrase.
var withoutMarks = strings.NewReplacer("“", "", "”", "", "\"", "")

// distinct reports whether an amount tells one thing from another in a search:
// a price, a share, a measure or a number of some size, not "two" or the score
// of a set.
func distinct(q *Amount) bool {
	if q.Unit == "ordinal" {
		return q.Value > 3
	}
	return q.Unit != "" || q.Value > 12 || q.Value != float64(int(q.Value))
}

// vague are adjectives that a search does without.
var vague = set("other such same own new many several few more most first last next further additional certain various different current recent previous former own good able possible")

// prospective are adjectives that tell no more than a modal verb or a pronoun does.
var prospective = set("likely unlikely due sure set ready bound expected supposed able unable much worth")

// compound is the index behind the word that begins at token k, with what a
// hyphen joins to it: "low-level".
func (ar *article) compound(k, last int) int {
	a := ar.a
	for k++; k+1 < last && a.Word(k) == "-" && a.Tokens[k].Start == a.Tokens[k-1].End && a.Tokens[k+1].Start == a.Tokens[k].End; k += 2 {
	}
	return k
}

// yearOf is how a search says when: the year, or the words for a longer time
// that has a number of its own, "the 1850s".
func yearOf(t *When, text string) string {
	switch {
	case t.From.IsZero():
		return ""
	case t.To.Sub(t.From) <= 367*24*time.Hour:
		return t.From.Format("2006")
	case t.Relative:
		return t.To.AddDate(0, 0, -1).Format("2006")
	}
	return strings.TrimPrefix(strings.TrimPrefix(t.Span.Of(text), "the "), "The ")
}

// phrase is what to search for word by word: the superlative, or the longest
// noun phrase that is more than a number, a time and a name.
func (ar *article) phrase(p *proposition, c *Claim) string {
	a := ar.a
	phrase := ""
	if s, ok := ar.superlativeIn(p.first, p.last); ok {
		phrase = a.Text[a.Tokens[s.first].Start:a.Tokens[s.last-1].End]
	} else {
		for k := p.first; k < p.last; {
			// But "New Norland".
			part := a.Tokens[k].POS.Proper() && k+1 < p.last && a.Tokens[k+1].POS.Proper()
			if vague[ar.low(k)] && !part || ar.measured(c, k) {
				k++
				continue
			}
			j, things := k, 0
			for j < p.last && !ar.measured(c, j) {
				t := &a.Tokens[j]
				if next := ar.compound(j, p.last); next > j+1 {
					j = next
					if a.Tokens[j-1].POS.Noun() {
						things++
					}
					continue
				}
				if !t.POS.Noun() && t.POS != nlp.JJ {
					break
				}
				if t.POS.Noun() {
					things++
				}
				j++
			}
			if things > 0 && j > k+1 && a.Tokens[j-1].POS.Noun() {
				if s := a.Text[a.Tokens[k].Start:a.Tokens[j-1].End]; len(s) > len(phrase) && !named(c, s) {
					phrase = s
				}
			}
			k = max(j, k+1)
		}
	}
	if strings.Contains(phrase, "\n") {
		return ""
	}
	return phrase
}

// named reports whether words are a name of c or part of one.
func named(c *Claim, words string) bool {
	for i := range c.Entities {
		if strings.Contains(c.Entities[i].Name, words) {
			return true
		}
	}
	return false
}

// inName reports whether byte b is in a name of c.
func inName(c *Claim, b int) bool {
	for i := range c.Entities {
		if s := c.Entities[i].Span; s.Start <= b && b < s.End {
			return true
		}
	}
	return false
}

// claimant is the name that a search for what c's speaker said takes: that of a
// person, body or document, not "officials" or "the man".
func (ar *article) claimant(c *Claim) string {
	if c.Speaker < 0 || c.Speaker >= len(ar.q.Speakers) {
		return ""
	}
	s := &ar.q.Speakers[c.Speaker]
	if s.Kind == quotes.UnnamedSpeaker || !properName(s.Name) || len(strings.Fields(s.Name)) > 8 {
		return ""
	}
	// "Critics" have their capital from the sentence.
	if !strings.Contains(s.Name, " ") && len(s.Mentions) > 0 && !ar.a.Tokens[ar.a.TokenAt(s.Mentions[0].Start)].POS.Proper() {
		return ""
	}
	return s.Name
}

// measured reports whether token k is part of an amount or a time of c.
func (ar *article) measured(c *Claim, k int) bool {
	s := ar.a.Span(k, k+1)
	for i := range c.Quantities {
		if c.Quantities[i].Span.Overlaps(s) {
			return true
		}
	}
	for i := range c.Times {
		if c.Times[i].Span.Overlaps(s) {
			return true
		}
	}
	return false
}
