package claims

import (
	"sort"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// organizationNouns are what an organisation named before is called again by.
var organizationNouns = set("company firm bank airline retailer manufacturer carmaker automaker maker startup carrier corporation publisher brokerage utility lender insurer operator")

// salient resolves what coreference leaves open: "the company" is the
// organisation that the article has named most so far, and an "it" or "its"
// that opens a clause the organisation that the sentence before was about.
// It returns "" where nothing is plain.
func (ar *article) salient(m *nlp.Mention) string {
	a := ar.a
	w := strings.ToLower(m.Span.Of(a.Text))
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	switch {
	case m.Kind == nlp.Definite && strings.HasPrefix(w, "the ") && organizationNouns[w[4:]]:
		if n := ar.companyBefore(m); n != "" {
			return n
		}
		return ar.mainOrganization(m.First, w[4:])
	case m.Kind == nlp.Pronoun && (w == "it" || w == "its") && !ar.inQuotation(m):
		s := int(a.Tokens[m.First].Sentence)
		if w == "it" && !subjectRel(a.Tokens[m.First].Rel) {
			return ""
		}
		plain := func(name string) string {
			if w == "its" && notCompany[strings.ToLower(strings.TrimPrefix(name, "the "))] && m.Last < len(a.Tokens) && ofFirms[strings.ToLower(a.Tokens[m.Last].Lemma)] {
				return "" // the central bank has no shares
			}
			return name
		}
		// The subject of this sentence before the pronoun, or of the one before.
		if n := ar.organizationSubject(s, m.First); n != "" {
			return plain(n)
		}
		if s > 0 && m.First-a.Sentences[s].First <= 3 && !ar.objectsTurn(m) && ar.tellerOf(m) < 0 && a.Sentences[s-1].Block >= a.Sentences[s].Block-1 {
			return plain(ar.organizationSubject(s-1, a.Sentences[s-1].Last))
		}
	}
	return ""
}

// ofFirms are what only firms have.
var ofFirms = set("stock share sale profit revenue earnings customer store shareholder dividend brand product")

// inQuotation reports whether m stands in somebody's direct speech, where an
// "it" is what that one speaks of.
func (ar *article) inQuotation(m *nlp.Mention) bool { return ar.quotedDirectly(m.Span) }

// quotedDirectly reports whether s stands in somebody's direct speech.
func (ar *article) quotedDirectly(s span.Span) bool {
	for i := range ar.q.Quotes {
		x := &ar.q.Quotes[i]
		if x.Type != quotes.Direct && x.Type != quotes.Block {
			continue
		}
		for _, c := range x.Content {
			if c.Contains(s) {
				return true
			}
		}
	}
	return false
}

// organizationSubject is the organisation that is the subject of the main
// clause of sentence s before token end, "" if it is something else.
func (ar *article) organizationSubject(s, end int) string {
	a := ar.a
	r, sf, sl := ar.mainSubject(s)
	if sl == 0 || sl > end {
		return ""
	}
	if reporting[a.Tokens[r].Lemma] && ar.subjectWithin(a.Sentences[s].First, sf) {
		return "" // "the lake stood at a fifth, the authority said": it is the lake
	}
	words := strings.ToLower(a.Span(sf, sl).Of(a.Text))
	if strings.HasPrefix(words, "the ") && organizationNouns[words[4:]] {
		return ar.mainOrganization(sf, words[4:])
	}
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind == nlp.Organization && e.First >= sf && e.Last <= sl && e.Last-e.First >= sl-sf-1 {
			return ar.named(e)
		}
	}
	return ""
}

// subjectWithin reports whether the tokens [first, last) have a subject with
// its verb.
func (ar *article) subjectWithin(first, last int) bool {
	for k := first; k < last; k++ {
		if t := &ar.a.Tokens[k]; subjectRel(t.Rel) && int(t.Head) > k && int(t.Head) < last {
			return true
		}
	}
	return false
}

// named is the fullest name of e with the article that the text uses.
func (ar *article) named(e *nlp.Entity) string {
	a := ar.a
	n := ar.fullName(e.First, e.Last, e.Span.Of(a.Text), e.Kind)
	if e.First > 0 && strings.EqualFold(a.Word(e.First-1), "the") && !strings.HasPrefix(strings.ToLower(n), "the ") {
		return "the " + n
	}
	return n
}

// notCompany are bodies that "the company" and the like never mean.
var notCompany = map[string]bool{"wall street": true, "white house": true, "congress": true, "senate": true, "house": true, "pentagon": true, "supreme court": true,
	"state department": true, "justice department": true, "treasury": true, "united nations": true, "european union": true, "eu": true, "un": true, "u.n.": true,
	"federal reserve": true, "fed": true, "federal reserve board": true, "bank of england": true, "european central bank": true, "ecb": true, "imf": true, "international monetary fund": true, "reuters": true, "associated press": true, "ap": true, "afp": true, "bloomberg": true, "cnn": true, "bbc": true, "cnbc": true, "fbi": true, "sec": true, "epa": true,
	"republican": true, "democratic": true, "republicans": true, "democrats": true, "gop": true, "facebook": true, "twitter": true, "nasdaq": true, "dow": true, "s&p": true}

// mainOrganization is the organisation named most often before token end, if
// one stands out, among those that can be called by noun.
func (ar *article) mainOrganization(end int, noun string) string {
	a := ar.a
	count := map[string]int{}
	first := map[string]int{}
	best, second := "", 0
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.First >= end {
			break
		}
		if e.Kind != nlp.Organization {
			continue
		}
		// Names in capitals alone are agencies for the most part.
		if w := strings.TrimPrefix(e.Span.Of(a.Text), "the "); notCompany[strings.ToLower(w)] || w == strings.ToUpper(w) || organizationNouns[noun] && !isCompany(w) {
			continue
		}
		n := ar.fullName(e.First, e.Last, e.Span.Of(a.Text), e.Kind)
		if _, ok := first[n]; !ok {
			first[n] = i
		}
		count[n]++
	}
	for n, c := range count {
		switch {
		case best == "" || c > count[best] || c == count[best] && first[n] < first[best]:
			if best != "" {
				second = max(second, count[best])
			}
			best = n
		default:
			second = max(second, c)
		}
	}
	if best == "" || count[best] < 2 || count[best] <= second {
		return ""
	}
	return best
}

// fuller replaces a bare subject like "the program" by the same noun with its
// name, as the article last had it: "the EB-5 program".
func (ar *article) fuller(p *proposition, add func(span.Span, string, string)) {
	a := ar.a
	f := p.first
	if f+3 > p.last || a.Tokens[f+1].POS != nlp.NN {
		return
	}
	switch ar.low(f) {
	case "the", "this", "that":
	default:
		return
	}
	switch a.Tokens[f+2].POS {
	case nlp.VBD, nlp.VBZ, nlp.VBP, nlp.MD, nlp.Comma, nlp.RB:
	default:
		return
	}
	noun := a.Tokens[f+1].Lemma
	for j, seen := ar.sameNoun(f+1), 0; j > 0 && seen < mostSame; j, seen = ar.sameNoun(j), seen+1 {
		if a.Tokens[j].Lemma != noun || a.Tokens[j].POS != nlp.NN || ar.titles[a.Tokens[j].Sentence] {
			continue
		}
		k := j
		for k > 0 && a.Tokens[k].Sentence == a.Tokens[j].Sentence && (a.Tokens[k-1].POS.Proper() || a.Tokens[k-1].POS == nlp.HYPH && k > 1 && a.Tokens[k-2].POS.Proper()) {
			k--
		}
		// "the Council's program" or "Ann Lee program" would not be its name.
		if k == j || k > 0 && a.Tokens[k-1].POS == nlp.POSS || j-k > 5 || ar.dealerIn(k, j) {
			continue
		}
		name := a.Text[a.Tokens[k].Start:a.Tokens[j].End]
		if strings.Contains(name, "\n") {
			continue
		}
		add(a.Span(f, f+2), "the "+name, "definite")
		return
	}
	if n := ar.introduced(f + 1); n != "" && !strings.EqualFold(a.Word(f), "that") {
		add(a.Span(f, f+2), ar.called(n, noun, f), "definite")
	}
}

// dealerIn reports whether the place at token k goes with the person named by the
// noun behind noun j, not with j: the "Orsund boat seller" has no Orsund boat.
func (ar *article) dealerIn(k, j int) bool {
	a := ar.a
	if j+1 >= len(a.Tokens) || a.Tokens[j+1].Sentence != a.Tokens[j].Sentence || !a.Tokens[j+1].POS.Noun() || nlp.KindOfNoun(strings.ToLower(a.Tokens[j+1].Lemma)) != nlp.PersonNoun {
		return false
	}
	i := sort.Search(len(a.Entities), func(i int) bool { return a.Entities[i].First >= k })
	return i < len(a.Entities) && a.Entities[i].First == k && a.Entities[i].Kind == nlp.Place
}

// introduced is the description that the article introduced the one thing
// called by the noun at token at with, before it: "the bill to raise the tax" for "a
// bill to raise the tax". It returns "" where none or more than one was
// introduced, or where the description would not stand by itself.
func (ar *article) introduced(at int) string {
	a := ar.a
	end, noun := at-1, a.Tokens[at].Lemma
	found := ""
	var before [mostSame]int
	n := 0
	for j := ar.sameNoun(at); j > 0 && n < mostSame; j = ar.sameNoun(j) {
		before[n] = j
		n++
	}
	for ; n > 0; n-- {
		j := before[n-1]
		t := &a.Tokens[j]
		if j >= end || t.Lemma != noun || t.POS != nlp.NN || t.Sentence == a.Tokens[end].Sentence || ar.titles[t.Sentence] {
			continue
		}
		k := j
		for k > 0 && a.Tokens[k-1].Sentence == t.Sentence && describes(a.Tokens[k-1].POS) {
			k--
		}
		new := k > 0 && (a.Tokens[k-1].Lemma == "a" || a.Tokens[k-1].Lemma == "an")
		if !new && (k == 0 || a.Tokens[k-1].Lemma != "the") {
			continue
		}
		if found != "" {
			if new {
				return "" // which of them?
			}
			continue
		}
		// What follows the noun and hangs on it.
		last := j + 1
		for last < end && a.Tokens[last].Sentence == t.Sentence && ar.hangsOn(last, j) && !ar.looseSum(j, last) && a.Tokens[last].POS != nlp.Stop {
			last++
		}
		if last-j > 12 {
			continue
		}
		if last > j+1 && a.Tokens[last-1].POS == nlp.Stop {
			last-- // the end of its sentence
		}
		if last > j+1 && ar.nameCut(last) {
			last = j + 1
		}
		for x := k; x < last; x++ {
			switch p := a.Tokens[x].POS; {
			case p == nlp.RB && x < j:
				return "" // "a really difficult tie" judges
			case p == nlp.PRP, p == nlp.PRPS, p == nlp.OpenQuote, p == nlp.CloseQuote, p == nlp.Comma, p == nlp.LRB, p == nlp.RRB, p == nlp.Colon:
				return "" // it would need a referent itself, or be cut short
			}
		}
		if d := (described{first: k, head: j, last: last, indefinite: new}); ar.verbBefore(&d) || ar.unfit(at, &d) {
			return ""
		}
		if ar.earlierOne(k, j) || last-k < 2 || !new && last-j < 3 || ar.loose(j+1, last) {
			continue
		}
		found = "the " + a.Text[a.Tokens[k].Start:a.Tokens[last-1].End]
		if strings.ContainsAny(found, "\n\"“”") {
			return ""
		}
	}
	return found
}

// describes reports whether a word of class p can stand between an article
// and its noun.
func describes(p nlp.POS) bool {
	switch p {
	case nlp.JJ, nlp.NN, nlp.NNS, nlp.VBN, nlp.VBG, nlp.HYPH, nlp.CD, nlp.RB, nlp.NNP:
		return true
	}
	return false
}

// hangsOn reports whether token i depends on token j, however far up.
func (ar *article) hangsOn(i, j int) bool {
	for n := 0; i >= 0 && n < 40; n++ {
		if i == j {
			return true
		}
		i = int(ar.a.Tokens[i].Head)
	}
	return false
}
