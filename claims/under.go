package claims

import (
	"sort"
	"strings"
	"unicode"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
)

const (
	// farthestHeading is how many sentences a heading stands before a claim at
	// most that is named in its note.
	farthestHeading = 40
	// longestUnder is how many words it has at most.
	longestUnder = 20
)

// under is the heading that the claim stands under, "Orlo Kite for $40", or the
// label that its paragraph begins with, "Belmark 4, Orsund 1:", "" for none, or
// for one that names nothing.
func (w *rewriting) under() (heading string, label bool) {
	a := w.a
	s := int(a.Tokens[w.p.first].Sentence)
	if l := w.paragraphLabel(s); l != "" {
		return l, true
	}
	if x := &a.Sentences[s]; w.headingBlock(s, x.First, x.Last) {
		return "", false // one itself
	}
	for k := s - 1; k >= 0 && s-k <= farthestHeading; k-- {
		first, last := a.Sentences[k].First, a.Sentences[k].Last
		// "4. | WHY BELMARK CLOSES ITS QUAYS".
		numbered := k > 0 && a.Sentences[k-1].Block == a.Sentences[k].Block && first-a.Sentences[k-1].First <= 2
		if numbered {
			k--
			first = a.Sentences[k].First
		}
		if first >= last || !w.headingBlock(k, first, last) {
			continue
		}
		t := strings.TrimRight(spaced(a.Span(first, last).Of(a.Text)), ":.")
		if !w.tellsItem(first, last) || strings.Contains(w.doc.Title, t) || strings.Contains(w.title(), t) {
			return "", false
		}
		if t[0] >= '0' && t[0] <= '9' && strings.Contains(t, ". ") || w.speaksOf(first, last, a.Sentences[s].Last) {
			return t, false
		}
		return "", false
	}
	return "", false
}

// headingBlock reports whether the tokens [first, last), from sentence s on, are a
// heading of the document: by its markup, as it stands alone in capitals, or with a
// number and no verb. In plain text a caption, a byline and a button look like
// headings too.
func (w *rewriting) headingBlock(s, first, last int) bool {
	a := w.a
	b := a.Sentences[s].Block
	if s > 0 && a.Sentences[s-1].Block == b || last < len(a.Tokens) && a.Sentences[a.Tokens[last].Sentence].Block == b {
		return false
	}
	t := a.Span(first, last).Of(a.Text)
	if len(t) > longestTitle {
		return false
	}
	if strings.IndexFunc(t, unicode.IsLower) < 0 && strings.Contains(t, " ") {
		return true
	}
	bs, at := w.doc.Blocks, int(a.Tokens[first].Start)
	k := sort.Search(len(bs), func(k int) bool { return bs[k].End > at })
	if k >= len(bs) || bs[k].Start > at || bs[k].Kind != extract.Heading {
		return false
	}
	return bs[k].Path != "" || strings.ContainsAny(t, "0123456789") && !w.anyFinite(first, last)
}

// speaksOf reports whether a noun of the heading [first, last) comes again before
// token end: a line for another story that lies between the paragraphs is no
// heading of theirs.
func (ar *article) speaksOf(first, last, end int) bool {
	for j := last; j < end; j++ {
		if ar.a.Tokens[j].POS.Noun() {
			if k := ar.sameNoun(j); k >= first && k < last {
				return true
			}
		}
	}
	return false
}

// tellsItem reports whether the heading [first, last) says what the paragraphs
// under it are about: it names something, and is no question and not too long.
func (w *rewriting) tellsItem(first, last int) bool {
	if n := last - first; n < 2 || n > longestUnder || w.a.Word(last-1) == "?" || w.leansBack(first) {
		return false
	}
	if l := w.low(first); l == "by" || isWeekday(l) {
		return false // whose report it is, and of when
	}
	for k := first; k < last; k++ {
		if t := &w.a.Tokens[k]; t.POS.Proper() || t.POS == nlp.CD {
			return true
		}
	}
	return false
}

// paragraphLabel is what the paragraph of sentence s is labelled with: the words before
// the colon that its first sentence has.
func (w *rewriting) paragraphLabel(s int) string {
	a := w.a
	for n := 0; s > 0 && a.Sentences[s-1].Block == a.Sentences[s].Block && n < farthestHeading; n++ {
		s--
	}
	x := &a.Sentences[s]
	for k := x.First; k < min(x.Last, x.First+longestLabel); k++ {
		if a.Word(k) != ":" {
			continue
		}
		t := a.Span(x.First, k).Of(a.Text)
		if k >= w.p.first || !strings.ContainsAny(t, "0123456789") || strings.ContainsAny(t, "()“\"") || w.anyFinite(x.First, k) || !w.tellsItem(x.First, k) {
			return ""
		}
		return t
	}
	return ""
}

// longestLabel is how many tokens a paragraph's label has at most, with its colon.
const longestLabel = 12

// isWeekday reports whether low is the name of a day.
func isWeekday(low string) bool {
	_, ok := weekdays[low]
	return ok
}

// ofMatch reports whether a paragraph's label is the score of a match: "Gulls 4,
// Terns 1".
func ofMatch(label string) bool {
	home, away, ok := strings.Cut(label, ", ")
	return ok && home != "" && away != "" && isDigit(home[len(home)-1]) && isDigit(away[len(away)-1])
}
