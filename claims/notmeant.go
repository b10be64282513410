package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// otherThan reports whether d, a description found before n, tells of another
// one than n or of one of its kinds by its own words.
func (ar *article) otherThan(n nominal, d *described) bool {
	a := ar.a
	noun := strings.ToLower(a.Tokens[n.head].Lemma)
	if noun == "area" && a.Tokens[d.head].POS.Proper() && !a.Tokens[n.head].POS.Proper() {
		return true // "searched the area" is not the whole Orlo Bay Area
	}
	if ar.earlierOne(d.first, d.head) && !ar.earlierOne(n.first, n.head) {
		return true
	}
	return handfuls[noun] && int(a.Tokens[n.head].Sentence-a.Tokens[d.head].Sentence) > nearGroup
}

// earlierOne reports whether the words [first, last) before a noun tell it from
// the one that is reported: "a prior order".
func (ar *article) earlierOne(first, last int) bool {
	for k := first; k < last; k++ {
		if earlierOnes[ar.low(k)] {
			return true
		}
	}
	return false
}

// earlierOnes are adjectives for what was before the one that is spoken of.
var earlierOnes = set("prior previous earlier former past")

// handfuls are nouns for a few people together, of whom an article may have
// several.
var handfuls = set("duo pair couple trio quartet quintet")

// kindBare reports whether d is a bare singular, as a kind of something is
// named: "red rust" is a kind of rust.
func (ar *article) kindBare(d *described) bool {
	a := ar.a
	if d.owner || d.indefinite || a.Tokens[d.head].POS != nlp.NN || d.first == d.head || d.last > d.head+1 {
		return false
	}
	for k := d.first; k < d.head; k++ {
		if t := a.Tokens[k].POS; t.Proper() || t == nlp.POSS {
			return false
		}
	}
	return d.first == 0 || a.Tokens[d.first-1].POS != nlp.DT || a.Tokens[d.first-1].Sentence != a.Tokens[d.head].Sentence
}

// headingName reports whether n, in capitals, stands in the text only as a block
// of its own, a heading: who is quoted below "HALDEN WAVE" is another.
func (ar *article) headingName(n string) bool {
	if !strings.Contains(n, " ") || n != strings.ToUpper(n) || n == strings.ToLower(n) {
		return false
	}
	found := false
	for i := range ar.doc.Blocks {
		switch b := ar.doc.Blocks[i].Span.Of(ar.doc.Text); {
		case strings.TrimSpace(b) == n:
			found = true
		case strings.Contains(b, n):
			return false
		}
	}
	return found
}

// labelled is where the source [first, last) begins behind a label that ran into
// the sentence, "Summary | Studies": the next word has a capital that it has not
// elsewhere.
func (w *rewriting) labelled(first, last int) int {
	a := w.a
	if first+1 >= last || first != a.Sentences[a.Tokens[first].Sentence].First || a.Tokens[first].POS != nlp.NN {
		return first
	}
	next := a.Word(first + 1)
	if !capital(next) || next == strings.ToUpper(next) || !a.Tokens[first+1].POS.Noun() || !strings.Contains(a.Text, " "+strings.ToLower(next)) {
		return first
	}
	return first + 1
}

// briefers are nouns for those who tell reporters things by their office.
var briefers = set("official authority expert analyst investigator prosecutor spokesperson")

// someOf is the plural source [first, last) without its article where nothing
// tells which people they are: "the officials" are officials.
func (w *rewriting) someOf(first, last int) int {
	a := w.a
	if last-first == 2 && strings.EqualFold(a.Word(first), "the") && a.Tokens[first+1].POS == nlp.NNS && briefers[strings.ToLower(a.Tokens[first+1].Lemma)] {
		return first + 1
	}
	return first
}

// nameCut reports whether what stands before token k, at the end of a sentence,
// goes on in what was taken for the next one: "an electric wagon called the ID. |
// Wave Concept".
func (ar *article) nameCut(k int) bool {
	a := ar.a
	if k == 0 || !a.Tokens[k-1].POS.Proper() && !capital(a.Word(k-1)) {
		return false
	}
	s := int(a.Tokens[k-1].Sentence) + 1
	if s >= len(a.Sentences) || a.Sentences[s].Block != a.Sentences[s-1].Block || k < a.Sentences[s-1].Last-1 {
		return false
	}
	return !ar.anyFinite(a.Sentences[s].First, a.Sentences[s].Last)
}

// onlyJudged reports whether all that d tells of its noun is how good it is.
func (ar *article) onlyJudged(d described) bool {
	if d.last > d.head+1 {
		return false
	}
	judged := false
	for k := d.first; k < d.head; k++ {
		switch {
		case ar.a.Tokens[k].POS == nlp.DT:
		case grading[ar.low(k)]:
			judged = true
		default:
			return false
		}
	}
	return judged
}

var grading = set("positive negative good bad strong weak poor disappointing better worse best worst great solid mixed impressive dismal")
