package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// recalled is the sentence that a definite noun which stayed open in the claim
// goes back to: the last one of the ten before that has the noun and a name, or
// that introduced it by "a", as it reads alone. It is "" where there is none.
func (w *rewriting) recalled() string {
	// "These 150 Norlanders": names of peoples are not left open.
	if k := w.p.first; w.countedPeople() {
		return w.lastNumber(nominal{first: k, last: k + 3, head: k + 2})
	}
	for _, x := range w.open() {
		if said := w.bothNamed(w.a.TokenAt(x.Start)); said != "" {
			return said
		}
		n, ok := w.definiteAt(w.a.TokenAt(x.Start), w.p.last)
		if !ok || localNouns[strings.ToLower(w.a.Tokens[n.head].Lemma)] {
			continue
		}
		if w.namedNearer(n) {
			return ""
		}
		if said := w.sidesOfMatch(n); said != "" {
			return said
		}
		if said := w.lastWith(n.head); said != "" {
			return said
		}
		if k := w.ownerIn(n); k >= 0 {
			if said := w.lastWith(k); said != "" {
				return said
			}
		}
		if said := w.lastNumber(n); said != "" {
			return said
		}
		if said := w.inquirers(n); said != "" {
			return said
		}
	}
	return ""
}

// sidesOfMatch is what the report of one match tells first, for "these teams" or
// "the teams", "" for another noun or a report of several.
func (w *rewriting) sidesOfMatch(n nominal) string {
	if t := &w.a.Tokens[n.head]; t.POS != nlp.NNS || n.last-n.first > 2 || !sides[strings.ToLower(t.Lemma)] {
		return ""
	}
	if heading, _ := w.under(); heading != "" {
		return ""
	}
	said, _ := w.firstTold()
	if !hasScore(said) {
		return ""
	}
	return said
}

// hasScore reports whether s has the score of a match: "45-17".
func hasScore(s string) bool {
	for _, f := range strings.Fields(s) {
		a, b, ok := strings.Cut(strings.Trim(f, ",.;"), "-")
		if !ok {
			a, b, ok = strings.Cut(strings.Trim(f, ",.;"), "–")
		}
		if ok && isDigits(a) && isDigits(b) && len(a) <= 3 && len(b) <= 3 {
			return true
		}
	}
	return false
}

// sides are nouns for those who play against each other.
var sides = set("team side club program squad")

// countedPeople reports whether the claim begins with a number of people who were
// told of before: "these 150 Norlanders".
func (w *rewriting) countedPeople() bool {
	k := w.p.first
	low := w.lowAt(k)
	return (low == "these" || low == "those") && w.posAt(k+1) == nlp.CD && w.posAt(k+2) == nlp.NNPS
}

// bothNamed is the last sentence before the claim that names two people, for "both
// candidates" at token i, as it reads alone; "" where there is none near.
func (w *rewriting) bothNamed(i int) string {
	a := w.a
	n := w.pointingAt(i)
	if n < 2 || w.low(i) != "both" || !humanNouns[a.Tokens[i+n-1].Lemma] && !personNouns[a.Tokens[i+n-1].Lemma] {
		return ""
	}
	s := int(a.Tokens[i].Sentence)
	named, at, from := "", -1, 0
	for k := len(a.Entities) - 1; k >= 0; k-- {
		e := &a.Entities[k]
		t := int(a.Tokens[e.First].Sentence)
		if e.Kind != nlp.Person || t >= s || w.headings[t] {
			continue
		}
		if s-t > farthestPerson {
			break
		}
		name := e.Span.Of(a.Text)
		if t == at && !strings.Contains(name, named) && !strings.Contains(named, name) && w.joins(e.Last, from) {
			if said := w.explain(a.Sentences[t].First, a.Sentences[t].Last, nounsOpen); said != "" {
				return said
			}
		}
		named, at, from = name, t, e.First
	}
	return ""
}

// joins reports whether an "and" stands among the tokens [first, last).
func (ar *article) joins(first, last int) bool {
	for k := first; k < last; k++ {
		if ar.a.Tokens[k].POS == nlp.CC {
			return true
		}
	}
	return false
}

// ownerIn is the noun that owns what n names, "suspect" in "the suspect's car", -1
// for none or for a name.
func (ar *article) ownerIn(n nominal) int {
	if n.pointing {
		return -1
	}
	for k := n.first + 1; k < n.head; k++ {
		if ar.a.Tokens[k].POS == nlp.JJ && capital(ar.a.Word(k)) {
			return -1 // "the Norland team's": not the team of a sentence on another
		}
		if ar.a.Tokens[k+1].POS == nlp.POSS && ar.a.Tokens[k].POS.Noun() {
			// Which body is meant, a nearer sentence tells.
			if noun := strings.ToLower(ar.a.Tokens[k].Lemma); ar.a.Tokens[k].POS.Proper() || localNouns[noun] || organizationNouns[noun] || nlp.KindOfNoun(noun) == nlp.GroupNoun {
				return -1
			}
			return k
		}
	}
	return -1
}

// namedNearer reports whether the sentence before that of n, a body as a subject,
// has a name for its subject in the same paragraph: "Orlo Brothers are nominated.
// The band is".
func (w *rewriting) namedNearer(n nominal) bool {
	a := w.a
	h := &a.Tokens[n.head]
	s := int(h.Sentence)
	noun := strings.ToLower(h.Lemma)
	if !subjectRel(h.Rel) || n.last-n.first > 2 || s == 0 || a.Sentences[s-1].Block != a.Sentences[s].Block || w.headings[s-1] || !kinds[noun] && !organizationNouns[noun] {
		return false
	}
	x := &a.Sentences[s-1]
	for k := x.First; k < x.Last; k++ {
		if t := &a.Tokens[k]; t.POS.Proper() && subjectRel(t.Rel) && !w.inPerson(k) {
			return true
		}
	}
	return false
}

// lastWith is the last sentence that tells of the noun at token i, as it reads alone.
func (w *rewriting) lastWith(i int) string {
	a := w.a
	h := &a.Tokens[i]
	entry := w.entryStart(int(h.Sentence))
	for j, seen := w.sameNoun(i), 0; j >= 0 && seen < mostSame; j, seen = w.sameNoun(j), seen+1 {
		t := &a.Tokens[j]
		if h.Sentence-t.Sentence > farthest || int(t.Sentence) < entry {
			return ""
		}
		if t.Sentence == h.Sentence || t.POS.Proper() != h.POS.Proper() || (t.POS == nlp.NNS) != (h.POS == nlp.NNS) || w.headings[t.Sentence] {
			continue
		}
		if k := j + 1; k < len(a.Tokens) && a.Tokens[k].Sentence == t.Sentence && (a.Tokens[k].POS.Noun() || a.Tokens[k].POS == nlp.HYPH) {
			continue // "the bill sponsor" is no bill
		}
		x := &a.Sentences[t.Sentence]
		if w.title() != "" && strings.HasPrefix(a.Span(x.First, x.Last).Of(a.Text), w.title()) {
			continue
		}
		d, ok := w.describedAt(j)
		if !(ok && d.indefinite) && !w.anyProper(x.First, x.Last) {
			continue
		}
		if said := w.explain(x.First, x.Last, nounsOpen); said != "" {
			if b, ok := w.definiteAt(x.First, x.Last); ok && b.head == j && j == x.First+1 && !w.filledIn(x.First, x.Last, j) && !w.calledBehind(j) {
				// "The film opens in May": which one stands before that.
				if both := w.joined(int(t.Sentence)-1, said); both != "" {
					return both
				}
			}
			return said
		}
	}
	return ""
}

// calledBehind reports whether a name in commas follows the noun at token j: "the
// suspect, Michael Orr,".
func (ar *article) calledBehind(j int) bool {
	return j+2 < len(ar.a.Tokens) && ar.a.Word(j+1) == "," && ar.a.Tokens[j+2].POS.Proper()
}

// filledIn reports whether the sentence [first, last), as it reads alone, has
// something in the place of the noun at token j.
func (w *rewriting) filledIn(first, last, j int) bool {
	n, _ := w.alone(first, last, nounsOpen)
	return n != nil && n.changed(w.a.Span(j, j+1))
}
