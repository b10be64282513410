package claims

import (
	"strconv"
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// farthestNumber is how many sentences before a claim its number may stand that
// tells of whom or what it is.
const farthestNumber = 30

// lastNumber is the last sentence before the claim that has the number of the
// phrase n, "expand the pool by five" for "the five awardees", as it reads alone;
// "" for none, or for a phrase without a number above two.
func (w *rewriting) lastNumber(n nominal) string {
	a := w.a
	at := n.first + 1
	if at >= n.head || a.Tokens[at].POS != nlp.CD {
		return ""
	}
	number := countOf(w.low(at))
	if number <= 2 {
		return ""
	}
	s := int(a.Tokens[n.head].Sentence)
	for j := a.Sentences[s].First - 1; j >= 0 && s-int(a.Tokens[j].Sentence) <= farthestNumber; j-- {
		if a.Tokens[j].POS != nlp.CD || countOf(w.low(j)) != number || w.headings[a.Tokens[j].Sentence] || w.dayOrSum(j) {
			continue
		}
		x := &a.Sentences[a.Tokens[j].Sentence]
		if w.leansBack(x.First) && w.a.Tokens[x.First].POS != nlp.PRPS {
			continue
		}
		if said := w.explain(x.First, x.Last, anyOpen); said != "" {
			return said
		}
	}
	return ""
}

// dayOrSum reports whether the number at token j is of a day or a sum, which tells of
// no things, "November 5", "$5", or goes back to what was told itself, "these five".
func (ar *article) dayOrSum(j int) bool {
	a := ar.a
	if j > 0 && (a.Tokens[j-1].POS.Proper() || a.Tokens[j-1].POS == nlp.DT || symbols[a.Word(j-1)] != "") {
		return true
	}
	if j+1 < len(a.Tokens) {
		switch ar.low(j + 1) {
		case "million", "billion", "trillion", "percent", "%", "year", "years", "months", "weeks", "days", "hours", "minutes", "p.m.", "a.m.", "-":
			return true
		}
	}
	return false
}

// countOf is the number that low says, 0 if it is none that is counted in.
func countOf(low string) float64 {
	if n, ok := smallNumbers[low]; ok {
		return n
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(low, ",", ""), 64)
	if err != nil {
		return 0
	}
	return n
}

// inquirers is the last sentence before the claim that has another noun for the
// people who found something out, and a name: "an Orsund team of scientists" for
// "the researchers"; "" for none.
func (w *rewriting) inquirers(n nominal) string {
	a := w.a
	if n.last-n.first != 2 || !inquiring[strings.ToLower(a.Tokens[n.head].Lemma)] {
		return ""
	}
	s := int(a.Tokens[n.head].Sentence)
	for j := a.Sentences[s].First - 1; j >= 0 && s-int(a.Tokens[j].Sentence) <= farthestNumber; j-- {
		if !inquiring[strings.ToLower(a.Tokens[j].Lemma)] || w.headings[a.Tokens[j].Sentence] {
			continue
		}
		x := &a.Sentences[a.Tokens[j].Sentence]
		if !w.anyProper(x.First, x.Last) {
			continue
		}
		if said := w.explain(x.First, x.Last, nounsOpen); said != "" {
			return said
		}
	}
	return ""
}

// inquiring are nouns for people who find something out together.
var inquiring = set("researcher scientist author astronomer physicist biologist investigator")
