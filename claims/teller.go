package claims

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// told is the note of who says the claim: "said by Ann Lee", "said by the
// electoral commission", "according to a survey by the charity"; "" where the
// claim tells, or where it is the article's own.
func (w *rewriting) told() string {
	if n := w.oldDocument(); n != "" {
		return n
	}
	by := "said by "
	v := w.voice()
	if v < 0 && w.p.quote >= 0 || w.speaking() {
		return ""
	}
	if v >= 0 {
		x := &w.q.Quotes[v]
		if w.beyond(x) || w.unsaying(x) && !w.heard(x) {
			return w.nounTold()
		}
		if w.notSaidBy(x) {
			return w.accordingBehind()
		}
		if how := w.contested(x); how != "" {
			by = how
		} else if w.heard(x) {
			by = "heard by "
		}
	}
	n := w.teller(v)
	if n != "" {
		n = by + n
	} else if n = w.severalTellers(); n == "" {
		n = w.unnamedTeller()
	}
	if k := w.c.Speaker; n == "" && k >= 0 && k < len(w.q.Speakers) && w.q.Speakers[k].Kind == quotes.UnnamedSpeaker && (v < 0 || w.ascribes(&w.q.Quotes[v])) {
		if s := w.speakerName(&w.q.Speakers[k]); s != "" {
			n = by + s
		}
	}
	if n == "" {
		n = w.describedTeller()
	}
	if rest, ok := strings.CutPrefix(n, "said by "); ok && by != "said by " {
		return by + rest
	}
	on := w.saidOn()
	if on != "" {
		on = " " + on
	} else if on = w.saidEarlier(); on == "" && strings.HasPrefix(n, "according to ") {
		on = w.sourceDated()
	}
	if n == "" {
		return w.tellerElsewhere(on)
	}
	n = w.knownIn(n)
	if strings.HasPrefix(n, "said by ") || strings.HasPrefix(n, "according to ") && (strings.HasPrefix(on, " on ") || strings.HasPrefix(on, " in ")) && !strings.ContainsAny(n, "0123456789") {
		if in := on[:max(0, strings.LastIndexByte(on, ' '))]; in != "" {
			n = strings.TrimSuffix(n, in) // "a poll in January | in January 2016"
		}
		n += on
	}
	return n
}

// tellerElsewhere is the note of a source that no quotation's speaker is, by what
// stands before, behind or above the claim; on is when it was said.
func (w *rewriting) tellerElsewhere(on string) string {
	if n := w.tellerBefore(on); n != "" {
		return n
	}
	if n := w.polled(); n != "" {
		return n
	}
	if n := w.tellerAsWritten(); n != "" {
		if strings.HasPrefix(n, "said by ") {
			n += on
		}
		return n
	}
	for _, told := range [...]func() string{w.accordingBehind, w.nounTold, w.signedBelow, w.ledInAbove} {
		if n := told(); n != "" {
			return n
		}
	}
	if r := w.letterWriter(); r != "" {
		return "said by " + r + ", a reader"
	}
	return w.editorsNote()
}

// severalTellers is the note of several persons who say the claim by name.
func (w *rewriting) severalTellers() string {
	k := w.c.Speaker
	if w.p.quote < 0 || k < 0 || k >= len(w.q.Speakers) || w.q.Speakers[k].Kind != quotes.GroupSpeaker {
		return ""
	}
	x := w.ascribing(w.p.quote)
	first, _, ok := strings.Cut(w.q.Speakers[k].Name, " and ")
	if !ok || !properName(first) || len(x.Source) == 0 || !w.a.Tokens[w.a.TokenAt(x.Source[0].Start)].POS.Proper() {
		return ""
	}
	return "said by " + w.q.Speakers[k].Name
}

// teller is the name of who says the claim, by quotation v or, for None, by the
// words that it was cut from; "" where it is the article's own.
func (w *rewriting) teller(v int) string {
	k := w.c.Speaker
	if v >= 0 {
		x := &w.q.Quotes[v]
		if v != w.p.quote {
			k = x.Speaker
		}
		if !w.ascribes(x) {
			return ""
		}
		if o := w.madeTo(x); o >= 0 {
			return w.personAt(o)
		}
		if n := w.titledSource(x); n != "" {
			return n
		}
		if n := w.peopleOf(x); n != "" {
			return n
		}
		if n := w.spokesmanOf(w.ascribing(v)); n != "" {
			return n
		}
	}
	if k < 0 || k >= len(w.q.Speakers) {
		return ""
	}
	s := &w.q.Speakers[k]
	switch s.Kind {
	case quotes.PersonSpeaker, quotes.OrganizationSpeaker, quotes.UnnamedSpeaker:
	default:
		return ""
	}
	n := w.speakerName(s)
	if w.headingName(n) {
		return ""
	}
	if s.Kind == quotes.UnnamedSpeaker && !properName(n) && !startsDefinite(strings.ToLower(s.Name)) {
		return "" // the source itself tells: "an aide"
	}
	role := n == "the "+strings.ToLower(s.Name) && s.Name == strings.ToUpper(s.Name) // "MODERATOR:"
	if n == "" || s.Kind != quotes.UnnamedSpeaker && !properName(n) && !role || settled[strings.ToLower(n)] {
		return "" // "State" is no name
	}
	n = w.speakerCalled(s, n)
	if s.Kind == quotes.PersonSpeaker {
		n = w.unlessStranger(n)
		if v >= 0 {
			n = w.speakerPassed(&w.q.Quotes[v], n)
		}
	}
	if w.partOfLonger(n) {
		return ""
	}
	if s.Kind == quotes.OrganizationSpeaker && v >= 0 {
		n = w.nameInSource(n, &w.q.Quotes[v])
		if ventures[strings.ToLower(n[strings.LastIndexByte(n, ' ')+1:])] {
			return w.agencyIn() // the "Harbour Crane System" says nothing
		}
	}
	return w.withDeterminer(n)
}

// ventures are words that names of what organisations make or run end with.
var ventures = set("system program programme plan act project mission initiative")

// agencyIn is the organisation that the claim's bare source, "the agency", means, as
// it is written where that is not plain, "" for another source.
func (w *rewriting) agencyIn() string {
	x := w.ascribing(w.p.quote)
	if len(x.Source) != 1 {
		return ""
	}
	first, last := w.a.TokensIn(x.Source[0])
	if last != first+2 || !strings.EqualFold(w.a.Word(first), "the") {
		return ""
	}
	noun := strings.ToLower(w.a.Word(first + 1))
	if n := w.mainOrganization(first, noun); n != "" {
		return n
	}
	return "the " + noun
}

// speakerCalled is the name n of the speaker s, with the article that the text uses
// before an organisation's.
func (ar *article) speakerCalled(s *quotes.Speaker, n string) string {
	if s.Kind != quotes.OrganizationSpeaker {
		return n
	}
	for i := range ar.a.Chains {
		if c := &ar.a.Chains[i]; c.Name == n {
			n = ar.withArticle(i, n)
			break
		}
	}
	if bodies[strings.ToLower(n[strings.LastIndexByte(n, ' ')+1:])] && !startsDefinite(n) && strings.Contains(ar.a.Text, " the "+n) {
		return "the " + n
	}
	return n
}

// personAt is the name of the person whom token i means, "" for none.
func (w *rewriting) personAt(i int) string {
	for k := range w.a.Mentions {
		if m := &w.a.Mentions[k]; m.Head == i && m.Chain >= 0 && w.a.Chains[m.Chain].Kind == nlp.Person && properName(w.a.Chains[m.Chain].Name) {
			return w.unlessStranger(w.a.Chains[m.Chain].Name)
		}
	}
	return ""
}

// speaking reports whether a note within the claim tells who speaks.
func (w *rewriting) speaking() bool {
	return slices.ContainsFunc(w.subs, func(x Substitution) bool { return strings.Contains(x.To, " speaking]") })
}

// withDeterminer is the description n, which begins with no name, with the
// article that stands before it in the text: "a group for towns in Norland".
func (ar *article) withDeterminer(n string) string {
	if r, _ := utf8.DecodeRuneInString(n); !unicode.IsLower(r) || startsDefinite(n) || !strings.Contains(n, " ") {
		return n
	}
	before, _, ok := strings.Cut(ar.a.Text, " "+n)
	if !ok {
		return n
	}
	switch d := strings.ToLower(before[strings.LastIndexAny(before, " \n")+1:]); d {
	case "a", "an", "the":
		return d + " " + n
	}
	return n
}

// partOfLonger reports whether the source of the claim names n only as the
// beginning of a longer name: "USA TODAY".
func (w *rewriting) partOfLonger(n string) bool {
	if w.p.quote < 0 {
		return false
	}
	bare := strings.TrimPrefix(n, "the ")
	for _, s := range w.q.Quotes[w.p.quote].Source {
		words := s.Of(w.a.Text)
		if i := strings.Index(words, bare+" "); i >= 0 && !strings.Contains(bare, " ") {
			if k := w.a.TokenAt(s.Start + i + len(bare) + 1); k < len(w.a.Tokens) && (w.a.Tokens[k].POS.Proper() || capital(w.a.Word(k))) {
				return true
			}
		}
	}
	return false
}

// commonFirst are words that begin a source in small letters, whatever they were
// taken for: "federal investigators".
var commonFirst = set("federal state local national city county police health court school campaign industry")

// longestSource is how many tokens a source without a name may have in a note.
const longestSource = 9

// figuresSay are plurals that say things by being published.
var figuresSay = set("figure datum data statistic result finding estimate")

// unnamedTeller is the note of a source that has no name, in the article's
// words for it.
func (w *rewriting) unnamedTeller() string {
	first, last, by := w.source()
	if last <= first {
		return ""
	}
	a := w.a
	whole := first
	first = w.labelled(first, last)
	if n := w.body(first, last); n != "" {
		return by + n
	}
	if n := w.ofWhom(first, last); n != "" {
		return by + n
	}
	if last-first <= longestSource && w.share(first, last) {
		return by + strings.ToLower(a.Span(first, first+1).Of(a.Text)) + a.Text[a.Tokens[first].End:a.Tokens[last-1].End]
	}
	first, last, head := w.plainSource(first, last)
	for k := head + 1; head >= 0 && last-first > longestSource && k < last; k++ {
		if a.Tokens[k].POS == nlp.VBN {
			if last = w.makerEnd(k, last); last > k {
				break // "a complaint filed by the Harbour Commission"
			}
		}
	}
	if head < 0 || last-first > longestSource && !w.makerEnds(head, last) || a.Tokens[head].Sentence != a.Tokens[w.p.first].Sentence && !w.indefiniteAt(first) {
		return ""
	}
	noun := strings.ToLower(a.Tokens[head].Lemma)
	kind := nlp.KindOfNoun(noun)
	published := kind == nlp.DocumentNoun || figuresSay[noun] || kind == nlp.OtherNoun && w.shown()
	switch {
	case published:
		by = "according to "
	case kind == nlp.OtherNoun:
		return ""
	}
	if last-first == 1 && (a.Tokens[head].POS == nlp.NN && !settled[noun] || figuresSay[noun]) {
		return "" // "study", in a heading
	}
	if noun == "statement" && last-first == 2 && strings.EqualFold(a.Word(first), "the") {
		if by := w.statementMaker(); by != "" {
			return "said by " + by
		}
	}
	to := w.sourceTold(first, last)
	if d, ok := w.definiteAt(first, last); ok && to == "" && w.p.sourceLast == 0 && d.last == last && last-first == 2 && (published && w.title() == "" && noun != "census" || kind == nlp.OrganizationNoun) && !settled[noun] && !hearers[noun] {
		return "" // "the report", "the company": which?
	}
	if to == "" {
		first = w.someOf(first, last)
	}
	words := strings.TrimRight(w.withNames(first, last), " –—")
	if to != "" && !strings.ContainsAny(to, "\n\"“”[]") && !strings.Contains(w.c.Span.Of(a.Text), to) {
		return by + to
	}
	if t := &a.Tokens[first]; t.POS == nlp.PRPS {
		owner := w.ownerAt(first)
		if owner == "" {
			return "" // "its yearbook": whose?
		}
		words = owner + words[len(a.Word(first)):]
	} else if first-whole == 1 && capital(words) && !t.POS.Proper() {
		words = uncapital(words) // behind a label
	} else if first == a.Sentences[t.Sentence].First && (!t.POS.Proper() || commonFirst[w.low(first)] && last > first+1 && !a.Tokens[first+1].POS.Proper() && a.Tokens[first+1].POS != nlp.POSS || last == first+1 && strings.Contains(a.Text, " "+w.low(first)+" ")) {
		low := " " + w.low(first) + " "
		if t.POS != nlp.JJ || strings.Contains(a.Text, low) || !capitalWithin(a.Text, a.Word(first)) {
			words = uncapital(words) // but "Greek courts"
			if last == first+1 && t.POS != nlp.NNS && single[noun] {
				words = withIndefinite(words)
			}
		}
	}
	if strings.ContainsAny(words, "\n\"“”[]") || strings.HasSuffix(words, "-") {
		return ""
	}
	return by + words
}

// body is the organisation that the bare source [first, last) means, "the
// company", "it"; "" for none.
func (w *rewriting) body(first, last int) string {
	a := w.a
	d, ok := w.definiteAt(first, last)
	company := ok && d.last == last && last-first == 2 && !d.pointing && organizationNouns[strings.ToLower(a.Tokens[d.head].Lemma)]
	if !company && (last-first != 1 || a.Tokens[first].POS != nlp.PRP) {
		return ""
	}
	if s := w.c.Speaker; s >= 0 && s < len(w.q.Speakers) && w.q.Speakers[s].Kind == quotes.OrganizationSpeaker && properName(w.q.Speakers[s].Name) {
		return "" // it is known, and told or in the claim
	}
	n := ""
	if m := w.mentionOf(first, last); m >= 0 && a.Mentions[m].Chain >= 0 {
		if c := &a.Chains[a.Mentions[m].Chain]; c.Kind == nlp.Organization {
			n = w.withArticle(a.Mentions[m].Chain, c.Name)
		}
	}
	if n == "" && company {
		n = w.mainOrganization(first, strings.ToLower(a.Tokens[d.head].Lemma))
	}
	if !properName(n) || company && !isCompany(n) {
		return "" // a union is no company
	}
	return n
}

// sourceTold is what the article calls the bare source [first, last), "the
// study", "the officials", in full, "" for none.
func (w *rewriting) sourceTold(first, last int) string {
	d, ok := w.definiteAt(first, last)
	if !ok || d.last != last || last-first != 2 || d.pointing {
		return ""
	}
	if to := w.ofStudy(d); to != "" {
		return "the " + to
	}
	if to := w.studyBefore(d); to != "" {
		return to
	}
	if to := w.description(d, w.p); strings.IndexFunc(to, unicode.IsUpper) >= 0 {
		return to
	}
	return ""
}
