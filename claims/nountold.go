package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// toldAs are nouns whose "that" clause is somebody's word, not the article's.
var toldAs = set("report rumor rumour claim comment remark statement assertion allegation accusation suggestion declaration warning prediction forecast promise speculation complaint theory notion implication insinuation argument charge estimate criticism")

// nounTold is the note of a claim that a noun leads in, "comments by Ann Lee that",
// "reports that", "the implication is clear: that": who made it, or else as what it
// was told; "" for a claim that none leads in.
func (w *rewriting) nounTold() string {
	a := w.a
	that := w.p.first - 1
	first := a.Sentences[a.Tokens[w.p.first].Sentence].First
	for that > first && (isMark(a, that) || quoteMark(a.Tokens[that].POS)) {
		that--
	}
	if that <= first+1 || !strings.EqualFold(a.Word(that), "that") {
		return ""
	}
	noun, by := w.tellingNoun(first, that)
	if noun < 0 {
		return ""
	}
	if by > noun {
		f, l, head := w.writtenSource(by, that)
		if head < 0 || l-f > longestWritten {
			return ""
		}
		words := w.withNames(f, l)
		if n := w.personAt(l - 1); n != "" {
			words = n
		} else if kind := nlp.KindOfNoun(strings.ToLower(a.Tokens[head].Lemma)); kind != nlp.PersonNoun && kind != nlp.OrganizationNoun && kind != nlp.GroupNoun && !a.Tokens[head].POS.Proper() {
			return ""
		}
		if strings.ContainsAny(words, "\n\"“”[]") {
			return ""
		}
		return "said by " + words
	}
	owner := noun - 1
	for owner > first && a.Tokens[owner].POS == nlp.JJ {
		owner--
	}
	if owner > first && a.Tokens[owner].POS == nlp.POSS {
		if n := w.personAt(owner - 1); n != "" {
			return "said by " + n
		}
	}
	word := strings.ToLower(a.Tokens[noun].Lemma)
	if a.Tokens[noun].POS == nlp.NNS && (word == "report" || word == "estimate") {
		return "according to " + w.low(noun)
	}
	return "told as " + withIndefinite(word)
}

// tellingNoun is the noun that leads in the clause of the "that" at token that, and
// the token where who made it begins, -1 for a claim that none leads in.
func (w *rewriting) tellingNoun(first, that int) (noun, by int) {
	a := w.a
	k := that - 1
	if k > first && a.Tokens[k].POS == nlp.Colon {
		k--
	}
	// "The implication is clear: that", "the suggestion was that".
	j := k
	if j > first && a.Tokens[j].POS == nlp.JJ {
		j--
	}
	if j > first && a.Tokens[j].Lemma == "be" && a.Tokens[j-1].POS.Noun() && toldAs[a.Tokens[j-1].Lemma] {
		return j - 1, 0
	}
	if k < that-1 {
		return -1, 0
	}
	if a.Tokens[k].POS.Noun() && toldAs[a.Tokens[k].Lemma] {
		return k, 0
	}
	for j := k; j > first+1 && k-j < longestWritten; j-- {
		switch t := &a.Tokens[j]; {
		case t.POS.Verb(), t.POS == nlp.Comma, t.POS == nlp.WDT:
			return -1, 0
		case strings.EqualFold(a.Word(j), "by") || strings.EqualFold(a.Word(j), "from"):
			if a.Tokens[j-1].POS.Noun() && toldAs[a.Tokens[j-1].Lemma] {
				return j - 1, j + 1
			}
			return -1, 0
		}
	}
	return -1, 0
}
