package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// pollBefore is the poll whose figures the sentence before sentence s tells, by its
// name, as those of s go on from it: "The Harbour poll also suggests"; "" for none.
func (ar *article) pollBefore(s int) string {
	a := ar.a
	if s == 0 || ar.headings[s-1] || a.Sentences[s].Block-a.Sentences[s-1].Block > 1 {
		return ""
	}
	x := &a.Sentences[s-1]
	for k := x.First + 1; k < x.Last; k++ {
		if t := &a.Tokens[k]; t.POS != nlp.NN && t.POS != nlp.NNP || !pollNouns[strings.ToLower(t.Lemma)] {
			continue
		}
		shows := false
		for j := k + 1; j < min(k+4, x.Last) && !shows; j++ {
			shows = a.Tokens[j].POS.Verb() && showing[a.Tokens[j].Lemma]
		}
		if poll := ar.pollAt(k, x.First, x.Last); poll != "" && shows {
			return poll
		}
	}
	return ""
}

// standsAt reports whether the claim says at what share somebody stands, "sits at 16
// percent", "was second at 12 percent", "gets 5%".
func (w *rewriting) standsAt() bool {
	a, p := w.a, w.p
	for k := p.first + 2; k < p.last; k++ {
		if a.Tokens[k].POS != nlp.CD || k+1 >= p.last || a.Word(k+1) != "%" && a.Tokens[k+1].Lemma != "percent" {
			continue
		}
		for j := k - 1; j >= max(p.first+1, k-4); j-- {
			switch l := a.Tokens[j].Lemma; {
			case l == "at" && (w.standingBefore(j)), l == "get" && j == k-1, l == "earn" && j == k-1:
				return w.personNamed(p.first, j)
			}
		}
	}
	return false
}

// standingBefore reports whether a verb for where somebody stands, or "second" and
// the like, is right before token j.
func (ar *article) standingBefore(j int) bool {
	switch ar.a.Tokens[j-1].Lemma {
	case "sit", "stand", "poll", "be", "second", "third", "fourth", "first":
		return true
	case "in":
		return j > 1 && ar.a.Tokens[j-2].Lemma == "come"
	}
	return false
}
