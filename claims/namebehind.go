package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// nameBehind is the body that the plain n, "the agency", means where the same noun
// stands right before a name in this sentence or the one before, "the ad agency
// Norrbrand": that phrase; "" for none, or for two.
func (ar *article) nameBehind(n nominal, p *proposition) string {
	a := ar.a
	if n.pointing || n.last-n.first != 2 || a.Tokens[n.head].POS != nlp.NN || nlp.KindOfNoun(strings.ToLower(a.Tokens[n.head].Lemma)) != nlp.OrganizationNoun {
		return ""
	}
	found := ""
	for j := ar.sameNoun(n.head); j >= 0 && a.Tokens[n.head].Sentence-a.Tokens[j].Sentence <= 1; j = ar.sameNoun(j) {
		if j >= p.first {
			return ""
		}
		last := j + 1
		for last < len(a.Tokens) && a.Tokens[last].Sentence == a.Tokens[j].Sentence && a.Tokens[last].POS.Proper() {
			last++
		}
		if last == j+1 {
			continue
		}
		if found != "" || last < len(a.Tokens) && (a.Tokens[last].POS.Noun() || a.Tokens[last].POS == nlp.POSS || a.Tokens[last].POS == nlp.HYPH) {
			return ""
		}
		first := j
		for first > 0 && a.Tokens[first-1].Sentence == a.Tokens[j].Sentence && (describes(a.Tokens[first-1].POS) || a.Tokens[first-1].POS.Proper()) && a.Tokens[first-1].POS != nlp.RB {
			first--
		}
		if first == 0 || a.Tokens[first-1].POS != nlp.DT {
			return ""
		}
		found = "the " + a.Text[a.Tokens[first].Start:a.Tokens[last-1].End]
		if strings.ContainsAny(found, "\n\"“”()") {
			return ""
		}
	}
	return found
}
