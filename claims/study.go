package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// Nouns for what researchers publish, and for themselves.
var (
	studies     = set("study research paper")
	researchers = set("author researcher scientist")
)

// ofStudy is what tells the bare phrase n for a study or for those who wrote
// it, "the study", "the authors", from all others: the journal, where the
// article names a single one; "" for none.
func (w *rewriting) ofStudy(n nominal) string {
	a := w.a
	if n.last-n.first != 2 || n.pointing {
		return ""
	}
	noun := strings.ToLower(a.Tokens[n.head].Lemma)
	written := researchers[noun] && a.Tokens[n.head].POS == nlp.NNS || noun == "team" && a.Tokens[n.head].POS == nlp.NN
	if !written && !studies[noun] || w.severalStudies(n.head) {
		return ""
	}
	kind, journal := w.journal()
	switch {
	case journal == "":
		return ""
	case written:
		if kind == "research" {
			kind = "study"
		}
		return a.Span(n.head, n.last).Of(a.Text) + " of the " + kind + " published in " + journal
	}
	return a.Span(n.head, n.last).Of(a.Text) + " published in " + journal
}

// severalStudies reports whether the five sentences before token i speak of
// another study than the article's own.
func (ar *article) severalStudies(i int) bool {
	a := ar.a
	for k := i - 1; k > 0 && a.Tokens[i].Sentence-a.Tokens[k].Sentence <= 5; k-- {
		t := &a.Tokens[k]
		if !studies[t.Lemma] {
			continue
		}
		if t.POS == nlp.NNS {
			return true
		}
		for j := k - 1; j >= 0 && a.Tokens[j].Sentence == t.Sentence && k-j < 4; j-- {
			switch p := a.Tokens[j].POS; {
			case p == nlp.CD, p.Proper(), otherOnes[ar.low(j)]:
				return true
			case !p.Noun() && p != nlp.JJ:
				j = 0
			}
		}
	}
	return false
}

// otherOnes are words before a noun for one that the article is not about.
var otherOnes = set("another previous earlier separate different second similar other past")

// journal is the one journal that the article says something was published in,
// with the noun for what was; both are "" where there are several, or none.
func (ar *article) journal() (noun, name string) {
	if !ar.searched {
		ar.searched = true
		ar.publication, ar.journalName = ar.onlyJournal()
	}
	return ar.publication, ar.journalName
}

// onlyJournal looks for what journal returns.
func (ar *article) onlyJournal() (noun, name string) {
	a := ar.a
	for k := 0; k+2 < len(a.Tokens); k++ {
		switch ar.low(k) {
		case "published", "appeared", "appears", "appearing":
		default:
			continue
		}
		x := ar.journalAt(k + 1)
		if x == "" {
			continue
		}
		of := ""
		s := &a.Sentences[a.Tokens[k].Sentence]
		for j := k - 1; j >= max(s.First, k-6) && of == ""; j-- {
			if studies[ar.low(j)] {
				of = ar.low(j)
			}
		}
		if of == "" {
			continue
		}
		if name != "" && x != name {
			return "", ""
		}
		noun, name = of, x
	}
	return noun, name
}

// journalAt is the name behind "in", "in the journal" at token k, "" for none.
func (ar *article) journalAt(k int) string {
	a := ar.a
	if !strings.EqualFold(a.Word(k), "in") {
		return ""
	}
	k++
	for k < len(a.Tokens) {
		switch ar.low(k) {
		case "the", "medical", "scientific", "journal":
			if a.Word(k) == "The" || a.Word(k) == "Journal" {
				break
			}
			k++
			continue
		}
		break
	}
	first, last := k, k
	for ; k < len(a.Tokens) && a.Tokens[k].Sentence == a.Tokens[first].Sentence && k-first < 8; k++ {
		w := a.Word(k)
		if capital(w) {
			if months[strings.ToLower(w)] > 0 {
				break
			}
			last = k + 1
			continue
		}
		if low := strings.ToLower(w); k == first || low != "of" && low != "and" && low != "&" && low != "the" && low != "for" && low != "in" {
			break
		}
	}
	if last == first {
		return ""
	}
	return a.Span(first, last).Of(a.Text)
}

// studyBefore is the survey or study that the sentence before, in the same
// paragraph, has brought up by name, for the bare "the study" n: "a Belmark
// Times survey of voters"; "" for none, or for two.
func (w *rewriting) studyBefore(n nominal) string {
	a := w.a
	s := int(a.Tokens[n.head].Sentence)
	if noun := strings.ToLower(a.Tokens[n.head].Lemma); n.last-n.first != 2 || n.pointing || !surveys[noun] || s == 0 || a.Sentences[s].Block != a.Sentences[s-1].Block || w.headings[s-1] {
		return ""
	}
	found := ""
	x := &a.Sentences[s-1]
	for j := x.First; j < x.Last; j++ {
		if t := &a.Tokens[j]; !t.POS.Noun() || !surveys[t.Lemma] || j+1 < x.Last && a.Tokens[j+1].POS.Noun() {
			continue
		}
		d, ok := w.describedAt(j)
		if !ok || found != "" || !d.indefinite {
			return ""
		}
		if w.anyProper(d.first, d.last) {
			found = d.text
		}
	}
	return found
}

// surveys are nouns by which a study is called again.
var surveys = set("study survey poll analysis report review")

// anyProper reports whether a proper noun stands in [first, last).
func (ar *article) anyProper(first, last int) bool {
	for k := first; k < last; k++ {
		if ar.a.Tokens[k].POS.Proper() {
			return true
		}
	}
	return false
}
