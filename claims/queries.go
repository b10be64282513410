package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// queries writes two or three searches for a verifier: key words, an exact
// phrase, and the claimant with the subject.
func (ar *article) queries(p *proposition, c *Claim) []string {
	a := ar.a
	var words []string
	seen := map[string]bool{}
	put := func(w string) {
		if w != "" && !seen[strings.ToLower(w)] {
			seen[strings.ToLower(w)] = true
			words = append(words, w)
		}
	}
	for _, e := range c.Entities {
		put(e.Name)
		for _, x := range strings.Fields(e.Name) {
			seen[strings.ToLower(x)] = true
		}
		if len(words) == 3 {
			break
		}
	}
	for _, q := range c.Quantities {
		put(q.Span.Of(a.Text))
		if len(words) == 5 {
			break
		}
	}
	n := 0
	for k := p.first; k < p.last && n < 6; k++ {
		t := &a.Tokens[k]
		switch {
		case ar.measured(c, k): // it is there with its number
		case t.POS == nlp.NN, t.POS == nlp.NNS, t.POS == nlp.JJS, t.POS.Verb() && !auxiliary[t.Lemma] && !saying[t.Lemma]:
			if w := strings.ToLower(a.Word(k)); !seen[w] {
				put(w)
				n++
			}
		}
	}
	for _, t := range c.Times {
		if !t.From.IsZero() {
			put(t.From.Format("2006"))
			break
		}
	}
	var out []string
	if len(words) > 0 {
		out = append(out, strings.Join(words, " "))
	}
	// An exact phrase: the superlative, or the longest noun phrase.
	phrase := ""
	if s, ok := ar.superlativeIn(p.first, p.last); ok {
		phrase = a.Text[a.Tokens[s.first].Start:a.Tokens[s.last-1].End]
	} else {
		for k := p.first; k < p.last; {
			j := k
			if w := strings.ToLower(a.Word(k)); w == "other" || w == "such" || w == "same" || w == "own" {
				k++
				continue
			}
			for j < p.last && (a.Tokens[j].POS.Noun() || a.Tokens[j].POS == nlp.JJ || a.Tokens[j].POS == nlp.CD) {
				j++
			}
			telling := false
			for i := k; i < j; i++ {
				telling = telling || a.Tokens[i].POS.Noun() && !ar.measured(c, i)
			}
			if telling && j > k+1 && int(a.Tokens[j-1].End-a.Tokens[k].Start) > len(phrase) {
				phrase = a.Text[a.Tokens[k].Start:a.Tokens[j-1].End]
			}
			k = max(j, k+1)
		}
	}
	if phrase != "" && !strings.Contains(phrase, "\n") {
		q := "\"" + phrase + "\""
		if len(c.Entities) > 0 && !strings.Contains(phrase, c.Entities[0].Name) {
			q += " " + c.Entities[0].Name
		}
		out = append(out, q)
	}
	if c.Speaker >= 0 && c.Speaker < len(ar.q.Speakers) && ar.q.Speakers[c.Speaker].Name != "" {
		s := ar.q.Speakers[c.Speaker].Name
		var rest []string
		for _, w := range words {
			if !strings.EqualFold(w, s) && len(rest) < 5 {
				rest = append(rest, w)
			}
		}
		if len(rest) > 0 {
			out = append(out, s+" "+strings.Join(rest, " "))
		}
	}
	if len(out) == 1 && len(words) > 3 {
		out = append(out, strings.Join(words[:len(words)-1], " "))
	}
	return out
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
