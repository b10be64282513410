package claims

import (
	"sort"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// open lists the words of the claim that still need the article: pronouns and
// definite phrases that were not replaced and that nothing in the claim
// explains, words of place and time that point, names in part.
//
// They are looked for again only after a change.
func (w *rewriting) open() []span.Span {
	if w.opened == nil || w.openedAfter != len(w.subs) {
		w.opened, w.openedAfter = w.readOpen(), len(w.subs)
	}
	return w.opened
}

func (w *rewriting) readOpen() []span.Span {
	a, p := w.a, w.p
	out := []span.Span{}
	add := func(s span.Span) {
		if !w.meaningChanged(s) && !w.explained(s) {
			out = append(out, s)
		}
	}
	for i := p.first; i < p.last; i++ {
		t := &a.Tokens[i]
		s := a.Span(i, i+1)
		if n := w.pointingAt(i); n > 0 {
			add(a.Span(i, i+n))
			i += n - 1
			continue
		}
		switch t.POS {
		case nlp.PRP, nlp.PRPS:
			if w.openPronoun(i) {
				add(s)
			}
		case nlp.DT, nlp.IN:
			if i <= p.first+2 && w.demonstrative(i) || w.thatObject(i) {
				add(s)
				continue
			}
			if n, ok := w.definiteAt(i, p.last); ok {
				if !w.identified(n, p) {
					add(a.Span(n.first, n.last))
				}
			}
		case nlp.RB:
			switch w.low(i) {
			case "here", "there", "then":
				if t.Rel == nlp.Advmod {
					add(s)
				}
			}
		}
	}
	for i := range w.c.Times {
		if t := &w.c.Times[i]; t.From.IsZero() && (t.Relative || anaphoric(strings.ToLower(t.Span.Of(a.Text)))) {
			add(t.Span)
		}
	}
	for i := range w.c.Entities {
		e := &w.c.Entities[i]
		if n := e.Span.Of(a.Text); e.Kind == nlp.Person.String() && e.Name == n && !strings.Contains(n, " ") && !w.namedInFull(n) && !w.perhapsPlace(a.TokenAt(e.Span.Start)) {
			add(e.Span)
		}
	}
	return out
}

// thatObject reports whether token i is a "this" or "that" without a noun
// within the claim: "the government rejected that", "to build on this".
func (w *rewriting) thatObject(i int) bool {
	a := w.a
	low := w.low(i)
	if low != "that" && low != "this" || i <= w.p.first+1 || a.Tokens[i].POS != nlp.DT && i+1 < w.p.last {
		return false // a "that" which ends a clause joins nothing, whatever its tag
	}
	if i+1 == w.p.last {
		return a.Tokens[i-1].POS.Verb()
	}
	switch a.Tokens[i].Rel {
	case nlp.Obj, nlp.Obl:
	default:
		return false
	}
	switch next := a.Tokens[i+1].POS; {
	case next == nlp.IN, next == nlp.RB, next == nlp.CC, next == nlp.Comma, next == nlp.TO, next == nlp.Stop:
		return !strings.EqualFold(a.Word(i+1), "of")
	}
	return false
}

// anaphoric reports whether a time leans on one before it in the text: "the
// previous week", "two days later".
func anaphoric(t string) bool {
	return strings.HasPrefix(t, "the previous ") || strings.HasPrefix(t, "the following ") || strings.HasPrefix(t, "the next ") ||
		strings.HasPrefix(t, "that ") || strings.HasSuffix(t, " later") || strings.HasSuffix(t, " earlier")
}

// namedInFull reports whether the claim has name as part of a longer one.
func (w *rewriting) namedInFull(name string) bool {
	for i := range w.c.Entities {
		if n := w.c.Entities[i].Span.Of(w.a.Text); len(n) > len(name) && strings.HasSuffix(n, " "+name) {
			return true
		}
	}
	return false
}

// explained reports whether something was put in behind s to explain it.
func (w *rewriting) explained(s span.Span) bool {
	for _, x := range w.subs {
		if x.Span.Empty() && x.Span.Start == s.End && x.Why != "setting" && strings.HasPrefix(x.To, " [") {
			return true
		}
	}
	return false
}

// openPronoun reports whether nothing in the claim explains the pronoun at
// token i.
func (w *rewriting) openPronoun(i int) bool {
	a, p := w.a, w.p
	low := w.low(i)
	if i > p.first && low != "i" && a.Word(i) != low && (a.Tokens[i-1].POS.Proper() || i+1 < p.last && a.Tokens[i+1].POS.Proper()) {
		return false // part of a name: "For Our Future"
	}
	if i > p.first+1 && low != "i" && a.Word(i) != low && a.Word(i) != strings.ToUpper(a.Word(i)) && a.Tokens[i-1].POS != nlp.OpenQuote && a.Tokens[i-1].POS != nlp.Colon {
		return false // "For Our Future", whatever its words were taken for
	}
	switch low {
	case "i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours":
		for k := p.first; k < i; k++ {
			// Once said who speaks, it is known.
			switch w.low(k) {
			case "i", "me", "my", "we", "our", "us":
				if w.explained(a.Span(k, k+1)) {
					return false
				}
			}
		}
		return !w.everyoneAt(i)
	case "he", "him", "his", "she", "her", "hers", "they", "them", "their", "theirs", "it", "its":
	default:
		return false
	}
	if w.objectOpen(low, i) {
		return true
	}
	if p.subjectLast > p.subjectFirst || w.samePut(low, i) {
		return false
	}
	if m := w.mentionOf(i, i+1); m >= 0 {
		if low == "it" && w.expletive(&a.Mentions[m]) {
			return false
		}
		return !w.explainedWithin(m)
	}
	if low == "it" && a.Tokens[i].Rel == nlp.Expl {
		return false
	}
	return !w.meant(low, i)
}

// samePut reports whether something was put in the place of a pronoun of the
// same kind before token i, so that it tells what both mean.
func (w *rewriting) samePut(low string, i int) bool {
	for k := w.p.first; k < i; k++ {
		if p := w.a.Tokens[k].POS; (p == nlp.PRP || p == nlp.PRPS) && w.changed(w.a.Span(k, k+1)) && nominative(w.low(k)) == nominative(low) {
			return true
		}
	}
	return false
}

// nominative is the form of the third-person pronoun low as a subject.
func nominative(low string) string {
	switch low {
	case "it", "its":
		return "it"
	case "they", "them", "their", "theirs":
		return "they"
	case "he", "him", "his":
		return "he"
	case "she", "her", "hers":
		return "she"
	}
	return low
}

// objectOpen reports whether the pronoun low at token i is an object for which
// the claim has nothing but the subject of its verb, which it cannot mean:
// "they are putting them on their lists".
func (w *rewriting) objectOpen(low string, i int) bool {
	a, p := w.a, w.p
	t := &a.Tokens[i]
	if t.Rel != nlp.Obj || t.POS != nlp.PRP || low != "them" && low != "him" && low != "her" || int(t.Head) < p.first || int(t.Head) >= i {
		return false
	}
	sf, sl := w.subject(int(t.Head), p.first, i)
	if v := int(a.Tokens[t.Head].Head); sl == 0 && a.Tokens[t.Head].Rel == nlp.Xcomp && v >= p.first && v < i {
		sf, sl = w.subject(v, p.first, i) // "taxes would help finance them"
	}
	if sl == 0 {
		return false
	}
	return !w.agreeingIn(low, p.first, sf) && !w.agreeingIn(low, sl, i)
}

// explainedWithin reports whether the claim has what mention m refers to
// before it, or may have: a phrase that agrees with it.
func (w *rewriting) explainedWithin(m int) bool {
	a, p := w.a, w.p
	x := &a.Mentions[m]
	if x.Chain >= 0 {
		for _, i := range a.Chains[x.Chain].Mentions {
			if o := &a.Mentions[i]; o.First >= p.first && o.Last <= x.First {
				return true // it was dealt with there
			}
		}
	}
	return w.meant(w.low(x.First), x.First)
}

// agreeingBefore reports whether a phrase of p before token i can be what the
// pronoun low at i means.
func (w *rewriting) agreeingBefore(low string, i int) bool {
	return w.agreeingIn(low, w.p.first, i)
}

// meant reports whether a phrase of p before token i tells what the pronoun
// low at i means.
func (w *rewriting) meant(low string, i int) bool {
	if low == "it" && i > w.p.first+1 {
		// "Proof of it": what the pronoun hangs on is not what it means.
		for k := w.p.first; k < i; k++ {
			t := &w.a.Tokens[k]
			if (t.POS == nlp.NN || t.POS == nlp.NNP) && !w.timeWord(k) && !w.inPerson(k) && !w.hangsOn(i, k) {
				return true
			}
		}
		return false
	}
	return w.agreeingIn(low, w.p.first, i)
}

// agreeingIn reports whether a phrase of the tokens [first, last) can be what
// the pronoun low means.
func (w *rewriting) agreeingIn(low string, first, last int) bool {
	a := w.a
	for k := first; k < last; k++ {
		t := &a.Tokens[k]
		switch low {
		case "it", "its":
			if (t.POS == nlp.NN || t.POS == nlp.NNP) && !w.timeWord(k) && !w.inPerson(k) {
				return true
			}
		case "they", "them", "their", "theirs":
			if t.POS == nlp.NNS && !w.timeWord(k) || t.POS == nlp.NN && several[strings.ToLower(t.Lemma)] || t.POS == nlp.NNPS || t.POS == nlp.CC || t.POS == nlp.WP || strings.EqualFold(a.Word(k), "those") {
				return true
			}
		default:
			if k > first && t.POS == nlp.NNP {
				switch a.Word(k - 1) {
				case "Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms":
					return true
				}
			}
			if l := strings.ToLower(t.Lemma); femaleNouns[l] && (low == "he" || low == "him" || low == "his") || maleNouns[l] && (low == "she" || low == "her" || low == "hers") {
				continue
			}
			if l := strings.ToLower(t.Lemma); t.POS == nlp.NN && t.Rel == nlp.Nsubj && (strings.HasSuffix(l, "er") || strings.HasSuffix(l, "or") || strings.HasSuffix(l, "ist")) && !notDoers[l] {
				return true // "the left-hander"
			}
			if w.whoWithin(k, last) {
				return true
			}
			if t.POS != nlp.NNS && t.POS != nlp.NNPS && w.inPerson(k) && !w.otherSexAt(k, low) || t.POS == nlp.NN && (personNouns[strings.ToLower(t.Lemma)] || humanNouns[strings.ToLower(t.Lemma)]) || t.POS == nlp.PRP && t.Lemma != "it" {
				return true
			}
		}
	}
	return false
}

// whoWithin reports whether the noun for a person at token first, or within the
// phrase that it begins, is followed by "who" before token last: "the diplomat,
// who".
func (ar *article) whoWithin(first, last int) bool {
	a := ar.a
	for k := first; k+1 < last; k++ {
		t := &a.Tokens[k]
		if t.POS != nlp.NN {
			if t.POS == nlp.DT || t.POS == nlp.JJ {
				continue
			}
			return false
		}
		n := k + 1
		if a.Tokens[n].POS == nlp.Comma {
			n++
		}
		if n < last && strings.EqualFold(a.Word(n), "who") && nlp.KindOfNoun(strings.ToLower(t.Lemma)) == nlp.PersonNoun {
			return true
		}
	}
	return false
}

// several are singular nouns for more than one person.
var several = set("duo pair couple trio quartet")

// humanNouns are further nouns for a person.
var humanNouns = set(`patient victim teacher officer soldier worker doctor nurse spokesman spokeswoman spokesperson student driver pilot farmer researcher scientist expert analyst official
reporter journalist leader founder owner user customer resident voter man woman boy girl person child employee individual professor artist captain commander suspect defendant witness neighbor neighbour husband wife`)

// notDoers end like nouns for people and mean things.
var notDoers = set(`number paper order power water matter letter weather quarter center centre summer winter river tower computer chapter offer answer layer cover shelter theater theater
error factor floor motor color colour sector labor labour mirror door tumor harbor harbour list mist twist river fever cancer border corner finger shoulder powder ladder tractor reactor server router transfer`)

// Nouns for women and for men.
var (
	femaleNouns = set("woman girl mother wife daughter sister actress aunt grandmother queen princess widow girlfriend she her")
	maleNouns   = set("man boy father husband son brother uncle grandfather king prince widower boyfriend he his him")
)

// timeWord reports whether token k is part of a time of the claim.
func (w *rewriting) timeWord(k int) bool {
	s := w.a.Span(k, k+1)
	for i := range w.c.Times {
		if w.c.Times[i].Span.Overlaps(s) {
			return true
		}
	}
	return false
}

// otherSexAt reports whether the person whom token k names is, by the first
// name, none that the pronoun low can mean.
func (w *rewriting) otherSexAt(k int, low string) bool {
	a := w.a
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.First > k {
			return false
		}
		if m.Last > k && m.Head == k && m.Kind == nlp.Named && m.Chain >= 0 {
			return otherSex(a.Chains[m.Chain].Name, nominative(low))
		}
	}
	return false
}

// otherSex reports whether the first name of name is one that the pronoun low,
// "he" or "she", does not go with.
func otherSex(name, low string) bool {
	first, _, _ := strings.Cut(name, " ")
	g, _ := nlp.FirstName(first)
	return g == nlp.Female && low == "he" || g == nlp.Male && low == "she"
}

// farthestHead is how many tokens before its head a mention begins at most.
const farthestHead = 40

// inPerson reports whether token k is part of a person's name or of a phrase
// that means a person.
func (w *rewriting) inPerson(k int) bool {
	a := w.a
	// What token k heads begins before it, never far.
	from := sort.Search(len(a.Mentions), func(i int) bool { return a.Mentions[i].First >= k-farthestHead })
	for i := from; i < len(a.Mentions); i++ {
		m := &a.Mentions[i]
		if m.First > k {
			break
		}
		if m.Last > k && m.Kind != nlp.Pronoun && (m.Entity == nlp.Person || m.Chain >= 0 && a.Chains[m.Chain].Kind == nlp.Person) && m.Head == k {
			return true
		}
	}
	return false
}
