package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// polled is the note of the poll that the claim has its shares of voters or of
// others asked from, "according to a new Harbour Times poll", where the article
// begins with that one and brings up no other near the claim; "" otherwise.
func (w *rewriting) polled() string {
	a, p := w.a, w.p
	if p.quote >= 0 || p.reported || !w.shareOfAsked() && !w.standsAt() {
		return ""
	}
	here := int(a.Tokens[p.first].Sentence)
	before, poll := w.pollBefore(here), ""
	for s, seen := 0, 0; s <= here; s++ {
		if w.headings[s] {
			continue
		}
		seen++
		x := &a.Sentences[s]
		for k := x.First; k < x.Last; k++ {
			if t := &a.Tokens[k]; !t.POS.Noun() || !pollNouns[t.Lemma] || k+1 < x.Last && a.Tokens[k+1].POS.Noun() && !showing[a.Tokens[k+1].Lemma] {
				continue
			}
			if s == here {
				return "" // it tells by itself
			}
			lead := poll == "" && seen <= leadSentences
			if lead {
				poll = w.pollAt(k, x.First, x.Last)
			}
			if !lead && before == "" && a.Sentences[here].Block-x.Block <= 1 && !w.samePoll(k, x.First) {
				return ""
			}
		}
	}
	if before != "" {
		poll = before
	}
	if poll == "" || strings.ContainsAny(poll, "\n\"“”[]") {
		return ""
	}
	return "according to " + poll
}

// leadSentences are how many sentences of an article say what it is about.
const leadSentences = 3

// pollAt is what the poll at token k of the sentence [first, last) is called, by
// the name before it or of who made it: "a Harbour Times poll", "a survey by
// the Harbour Institute"; "" for neither.
func (ar *article) pollAt(k, first, last int) string {
	a, f := ar.a, k
	for f > first && (describes(a.Tokens[f-1].POS) || a.Tokens[f-1].POS == nlp.JJS || a.Tokens[f-1].POS.Proper() || a.Tokens[f-1].POS == nlp.POSS || a.Word(f-1) == "/") {
		f--
	}
	if f > first && (ar.indefiniteAt(f-1) || strings.EqualFold(a.Word(f-1), "the")) && ar.anyProper(f, k) {
		return ar.low(f-1) + " " + a.Span(f, k+1).Of(a.Text)
	}
	by := k + 1
	for by < last && (a.Word(by) == "," || a.Word(by) == "conducted" || a.Word(by) == "released" || a.Word(by) == "published") {
		by++
	}
	if by >= last || !strings.EqualFold(a.Word(by), "by") && !strings.EqualFold(a.Word(by), "from") {
		return ""
	}
	end := by + 1
	for j := end; j < last; j++ {
		if a.Tokens[j].POS.Proper() {
			end = j + 1
			continue
		}
		switch ar.low(j) {
		case "the", "of", "for", "on", "and", "&", "/", "-":
			continue
		}
		break
	}
	if end == by+1 {
		return ""
	}
	return "a " + a.Word(k) + " by " + a.Span(by+1, end).Of(a.Text)
}

// samePoll reports whether the poll at token k of a sentence that begins at
// first is one known already: "the poll", "the new survey".
func (ar *article) samePoll(k, first int) bool {
	if ar.a.Tokens[k].POS == nlp.NNS {
		return false
	}
	f := k
	if f > first+1 && strings.EqualFold(ar.a.Word(f-1), "new") {
		f--
	}
	return f > first && (strings.EqualFold(ar.a.Word(f-1), "the") || strings.EqualFold(ar.a.Word(f-1), "this"))
}

var (
	pollNouns = set("poll survey polling")
	// asked are nouns for those whom polls ask.
	asked = set("voter respondent adult participant american democrat republican independent resident parent graduate worker teenager woman man people person electorate")
	// answering are verbs for what they answer.
	answering = set("say agree disagree favor favour support oppose back choose prefer approve disapprove expect believe think trust want view feel consider")
	// standings are words for how those stand whom they were asked about.
	standings = set("lead trail edge advantage tie rating margin backing support ahead behind")
)

// shareOfAsked reports whether the claim says what a share of people answer:
// "46 percent would choose", "eight of 10 voters say", "among likely voters".
func (w *rewriting) shareOfAsked() bool {
	a, p := w.a, w.p
	share, people, answer := false, false, false
	for k := p.first; k < p.last; k++ {
		t := &a.Tokens[k]
		low := strings.ToLower(t.Lemma)
		switch {
		case low == "percent", a.Word(k) == "%", low == "majority", low == "half", low == "third", low == "quarter":
			share = true
			// "Orr has 45%".
			answer = answer || k > p.first+1 && a.Tokens[k-1].POS == nlp.CD && a.Tokens[k-2].Lemma == "have"
		case t.POS == nlp.CD && k+2 < p.last && a.Tokens[k+2].POS == nlp.CD && (strings.EqualFold(a.Word(k+1), "of") || strings.EqualFold(a.Word(k+1), "in")):
			share = true // "eight of 10"
		case low == "voter" && !a.Tokens[min(k+1, len(a.Tokens)-1)].POS.Noun():
			people = true
			share = share || w.amongBefore(k)
		case t.POS.Noun() && asked[low]:
			people = true
		case t.POS.Verb() && answering[low]:
			answer = answer || share
		case standings[low]:
			answer = true
			share = share || k > p.first+1 && a.Tokens[k-1].POS == nlp.HYPH && a.Tokens[k-2].Lemma == "point" || k > p.first && a.Tokens[k-1].Lemma == "point"
		}
	}
	return share && (people || answer)
}

// amongBefore reports whether "among" leads in the noun at token k.
func (w *rewriting) amongBefore(k int) bool {
	for i := k - 1; i >= w.p.first && k-i <= 4; i-- {
		if strings.EqualFold(w.a.Word(i), "among") {
			return true
		}
	}
	return false
}
