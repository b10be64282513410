package claims

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/nlp"
)

// shortSearch is how many key words a search has at most that one name more makes
// sharper: "Adam Neumann resigned CEO" finds less than it does with the firm.
const shortSearch = 4

// topics are the names that tell what the article is about, at most two: those
// in its title, spoken of most first, or without any the body or place that is
// spoken of most. A claim that names nobody, "the bill was withdrawn", is searched for
// with them.
func (ar *article) topics() []string {
	if !ar.topical {
		ar.topical, ar.about = true, ar.findTopics()
	}
	return ar.about
}

func (ar *article) findTopics() []string {
	a, title := ar.a, ar.title()
	var in []*nlp.Chain
	var most *nlp.Chain
	for i := range a.Chains {
		c := &a.Chains[i]
		switch c.Kind {
		case nlp.Person, nlp.Organization, nlp.Place:
		default:
			continue
		}
		if c.Name == "" || !properName(c.Name) || c.Name == ar.doc.Site || len(strings.Fields(c.Name)) > 5 {
			continue
		}
		// A person whom no title names is often one who only speaks.
		if c.Kind != nlp.Person && (most == nil || len(c.Mentions) > len(most.Mentions)) {
			most = c
		}
		if ar.spokenOfIn(title, c) {
			in = append(in, c)
		}
	}
	if len(in) == 0 && most != nil && len(most.Mentions) > 2 {
		in = append(in, most)
	}
	slices.SortStableFunc(in, func(x, y *nlp.Chain) int { return cmp.Compare(len(y.Mentions), len(x.Mentions)) })
	var out []string
	for _, c := range in {
		name := withoutMarks.Replace(c.Name)
		if len(out) == 1 && (hasWords(out[0], name) || hasWords(name, out[0])) {
			continue // "Northern Group" beside "Northern"
		}
		if out = append(out, name); len(out) == 2 {
			break
		}
	}
	return out
}

// spokenOfIn reports whether title has the name of c or one of its other names
// in it, a surname or an acronym.
func (ar *article) spokenOfIn(title string, c *nlp.Chain) bool {
	if hasWords(title, c.Name) {
		return true
	}
	for _, m := range c.Mentions {
		x := &ar.a.Mentions[m]
		if x.Kind == nlp.Named && x.Last-x.First <= 3 && hasWords(title, x.Span.Of(ar.a.Text)) {
			return true
		}
	}
	return false
}

// hasWords reports whether text has words in it, not as part of longer ones.
func hasWords(text, words string) bool {
	for i := range occurrences(text, words) {
		end := i + len(words)
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
	}
	return false
}
