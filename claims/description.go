package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// farthest is how many sentences back a description is looked for that the
// article did not introduce by "a".
const farthest = 10

// description is the fullest wording that the article used before p for what
// n means: the last phrase with the same head noun, whatever n says of it and
// more. It is "" where there is none, or where the article speaks of several.
func (ar *article) description(n nominal, p *proposition) string {
	a := ar.a
	head := &a.Tokens[n.head]
	plural := head.POS == nlp.NNS || head.POS == nlp.NNPS
	best, found := 0, ""
	introduced, name, kind := "", "", ""
	for j, seen := ar.sameNoun(n.head), 0; j >= 0 && seen < mostSame; j, seen = ar.sameNoun(j), seen+1 {
		t := &a.Tokens[j]
		if j >= min(p.first, n.first) || (t.POS == nlp.NNS || t.POS == nlp.NNPS) != plural {
			continue
		}
		if j+1 < len(a.Tokens) && a.Tokens[j+1].Sentence == t.Sentence && (a.Tokens[j+1].POS.Noun() || a.Tokens[j+1].POS == nlp.HYPH) {
			continue // "the bill sponsor" is no bill
		}
		if x := &a.Sentences[t.Sentence]; ar.headings[t.Sentence] || j > x.First && capital(a.Word(j)) && !capital(a.Word(n.head)) && x.Last-x.First <= 4 && !ar.anyFinite(x.First, x.Last) {
			continue // "Human Rights."
		}
		d, ok := ar.describedAt(j)
		if !ok || !ar.compatible(n, d) || n.pointing && plural && d.owner {
			continue // "these employees" may be some of "his employees"
		}
		if ar.onlyJudged(d) {
			continue // "positive results" is what somebody made of them
		}
		if ar.verbBefore(&d) {
			return "" // it is that one, whatever it is called
		}
		if ar.ofAnother(&d, p, n.first) {
			continue
		}
		if ar.otherThan(n, &d) || ar.unfit(n.head, &d) {
			if n.pointing {
				return "" // none before the last one
			}
			continue
		}
		if ar.kindBare(&d) {
			if kind != "" && !strings.EqualFold(kind, d.text) {
				return "" // "red rust" and "black rust": the rust is all of them
			}
			kind = d.text
		}
		if n.pointing && works[strings.ToLower(head.Lemma)] && head.Sentence-t.Sentence > 1 {
			return "" // the one of the sentence between, by its title
		}
		if n.last < len(a.Tokens) && a.Tokens[n.last].POS == nlp.POSS && d.last > d.head+1 {
			continue // "the trust in July's questions"
		}
		// "the position in the company" has what the candidate would add.
		if k := d.head + 1; k < d.last && n.last < len(a.Tokens) && a.Tokens[k].POS == nlp.IN && strings.EqualFold(a.Word(k), a.Word(n.last)) {
			return ""
		}
		if t.POS.Proper() {
			// Bell County or Tarrow County?
			x := d.named(a)
			if name != "" && !strings.EqualFold(x, name) {
				return ""
			}
			name = x
		}
		distance := int(head.Sentence - t.Sentence)
		if introduced != "" {
			// Beyond the introduction only another one can stand.
			if (d.indefinite || d.owner) && !n.pointing && d.text != introduced {
				return ""
			}
			continue
		}
		if distance > farthest && !d.indefinite {
			continue
		}
		if plural && distance > 4 {
			break
		}
		if distance > nearGroup && ar.groupOfMany(&d) {
			continue // what was named since is a group too
		}
		if d.weight > best {
			best, found = d.weight, d.text
		}
		if d.indefinite {
			introduced = d.text
			if n.pointing {
				break
			}
		}
	}
	return found
}

// titleCase reports whether sentence s has capitals as titles have: on three
// words behind the first or more, and on every verb, noun and adjective.
func (ar *article) titleCase(s int) bool {
	a := ar.a
	x := &a.Sentences[s]
	n := 0
	for k := x.First + 1; k < x.Last; k++ {
		switch t := &a.Tokens[k]; {
		case t.Lemma == "be", t.Lemma == "have":
		case t.POS.Verb(), t.POS == nlp.NN, t.POS == nlp.NNS, t.POS == nlp.JJ, t.POS.Proper():
			w := a.Word(k)
			if w[0] >= 'a' && w[0] <= 'z' {
				return false
			}
			if capital(w) {
				n++
			}
		}
	}
	return n >= 3
}
