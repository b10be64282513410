package claims

import (
	"strings"

	"github.com/onrecord/onrecord/span"
)

// titleCased is the one name of words with capitals in the text that the acronym x has
// the initials of, whatever it names: "Orsund Music Awards" for "OMA"; "" for
// none, or for two that differ.
func (ar *article) titleCased(x string) string {
	a := ar.a
	if len(x) < 3 {
		return ""
	}
	found := ""
	for k := range a.Tokens {
		if w := a.Word(k); w[0] != x[0] || len(w) < 3 || k > 0 && a.Tokens[k-1].POS.Proper() || ar.headings[a.Tokens[k].Sentence] {
			continue
		}
		last := ar.initialsFrom(k, x)
		if last < 0 {
			continue
		}
		name := spaced(a.Span(k, last).Of(a.Text))
		if found != "" && !strings.EqualFold(name, found) {
			return ""
		}
		found = name
	}
	return found
}

// initialsFrom is the token behind the name that begins at token k and whose words
// have the letters of x as their initials, one each but for small words; -1 for
// none, or where the name goes on.
func (ar *article) initialsFrom(k int, x string) int {
	a := ar.a
	s := a.Tokens[k].Sentence
	n := 0
	for ; k < len(a.Tokens) && a.Tokens[k].Sentence == s && n < len(x); k++ {
		w := a.Word(k)
		switch {
		case capital(w) && w[0] == x[n] && len(w) > 1 && !capitals(w):
			n++
		case n > 0 && joining[w]:
		default:
			return -1
		}
	}
	if n < len(x) || k < len(a.Tokens) && a.Tokens[k].Sentence == s && a.Tokens[k].POS.Proper() && capital(a.Word(k)) && !capitals(a.Word(k)) {
		return -1
	}
	return k
}

// wellKnown is what the acronym x stands for in articles of its trade: it has one
// meaning where the article is about what that trade is about; "" for others.
func (ar *article) wellKnown(x string) string {
	t, ok := tradeTerms[x]
	if !ok {
		return ""
	}
	for k := range ar.a.Tokens {
		if ar.a.Tokens[k].Lemma == t.about {
			return t.long
		}
	}
	return ""
}

// tradeTerms are acronyms of trades that others may not know, with a lemma of
// what such an article is about.
var tradeTerms = map[string]struct{ long, about string }{
	"CTR":    {"click-through rate", "ad"},
	"CPM":    {"cost per thousand impressions", "ad"},
	"CPC":    {"cost per click", "ad"},
	"EBITDA": {"earnings before interest, taxes, depreciation and amortization", "earnings"},
	"CPI":    {"consumer price index", "inflation"},
	"PMI":    {"purchasing managers' index", "manufacturing"},
	"ARPU":   {"average revenue per user", "revenue"},
}

// meaningChanged reports whether s was changed by more than that a common noun in it was
// spelled out, which does not tell what is meant: "the CTR" of what.
func (w *rewriting) meaningChanged(s span.Span) bool {
	for i := range w.subs {
		x := &w.subs[i]
		if x.Why == "acronym" && x.To == strings.ToLower(x.To[:1])+x.To[1:] && !strings.HasPrefix(x.To, "the ") && !strings.HasPrefix(x.To, " (") {
			continue
		}
		if x.touches(s) {
			return true
		}
	}
	return false
}

// dottedState is the state that the token i abbreviates in running text, "in
// S.C.", "" where a town stands before it, as its reader knows.
func (ar *article) dottedState(i int) string {
	a := ar.a
	name := dottedStates[strings.TrimSuffix(a.Word(i), ".")]
	if name == "" || i == 0 || isMark(a, i-1) || a.Tokens[i-1].POS.Proper() {
		return ""
	}
	return name
}

// dottedStates are abbreviations of states by initials, without the last point.
var dottedStates = map[string]string{"N.C": "North Carolina", "N.D": "North Dakota", "N.H": "New Hampshire", "N.J": "New Jersey", "N.M": "New Mexico",
	"N.Y": "New York", "R.I": "Rhode Island", "S.C": "South Carolina", "S.D": "South Dakota", "W.Va": "West Virginia"}
