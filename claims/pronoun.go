package claims

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// antecedent is the description that a pronoun without a named referent
// stands for ("the man"), if it is in the same sentence or one of the three
// before; "" for none.
func (w *rewriting) antecedent(m *nlp.Mention) string {
	a, p := w.a, w.p
	low := strings.ToLower(m.Span.Of(a.Text))
	if m.Kind != nlp.Pronoun || m.Chain < 0 || notReplaced[low] || strings.HasSuffix(low, "self") || strings.HasSuffix(low, "selves") || m.First > p.first && w.agreeingBefore(low, m.First) ||
		a.Tokens[m.First].POS == nlp.PRPS && p.subjectLast > p.subjectFirst && w.agreeingIn(low, p.subjectFirst, p.subjectLast) {
		return ""
	}
	if rel := a.Tokens[m.First].Rel; low == "it" && !subjectRel(rel) {
		return ""
	}
	s := a.Tokens[m.First].Sentence
	if low == "he" || low == "she" {
		// "A doctor told the paper that he": the doctor, not the paper's man.
		if k := w.tellerOf(m); k >= 0 {
			if n := w.sayerDescribed(k, low); n != "" {
				return n
			}
		}
	}
	ids := a.Chains[m.Chain].Mentions
	for k := len(ids) - 1; k >= 0; k-- {
		o := &a.Mentions[ids[k]]
		if o.First >= m.First || o.Kind == nlp.Pronoun {
			continue
		}
		if o.First >= p.first {
			return "" // it stands in the claim
		}
		if w.otherVoice(o) || a.Dependent(o.Head, nlp.Cop) >= 0 {
			return "" // "he was no smoker" says what somebody is
		}
		if h := int(a.Tokens[o.Head].Head); h >= 0 && h < o.First && calling[a.Tokens[h].Lemma] {
			return "" // nor what somebody "was called"
		}
		if s-a.Tokens[o.First].Sentence > 3 || o.Last-o.First > 8 {
			return ""
		}
		if rel := a.Tokens[o.Head].Rel; rel == nlp.NmodPoss && settled[strings.ToLower(a.Tokens[o.Head].Lemma)] {
			return "" // of "the world's largest airliner" it is not the world
		}
		if w.noPhrase(o) || genitive(a, m) && o.Last > o.Head+1 && !strings.EqualFold(a.Word(o.Head+1), "of") {
			return "" // "ended up paying drivers"; the end of a phrase owns nothing
		}
		if low == "it" && w.isThing(m.Last) && (organizationNouns[strings.ToLower(a.Tokens[o.Head].Lemma)] || nlp.KindOfNoun(strings.ToLower(a.Tokens[o.Head].Lemma)) == nlp.OrganizationNoun) {
			return ""
		}
		if heOrShe(low) && (w.toldBehindComma(m) || w.machine(o.Head)) {
			return ""
		}
		several := a.Tokens[o.Head].POS == nlp.NNS || a.Tokens[o.Head].POS == nlp.NNPS
		if o.Entity == nlp.NoEntity && a.Tokens[o.First].Sentence == s && w.reportsOn(o, m) {
			return "" // what "research shows" is not the research
		}
		switch low {
		case "they", "them", "their":
			if !several && (w.severalBetween(o, m) || w.shareOf(m.First)) || w.besideSubject(o, m) {
				return ""
			}
			if !several && o.Entity != nlp.Organization || w.acts(m) && o.Entity == nlp.NoEntity && !people(strings.ToLower(a.Tokens[o.Head].Lemma)) {
				return ""
			}
		case "it", "its":
			if several || o.Entity == nlp.Person {
				return ""
			}
			if rel := a.Tokens[o.Head].Rel; !subjectRel(rel) && rel != nlp.Obj && rel != nlp.NmodPoss {
				return "" // "on a staff of forty": not what the article goes on about
			}
		default:
			if l := strings.ToLower(a.Tokens[o.Head].Lemma); a.Tokens[o.Head].POS == nlp.NN && nlp.KindOfNoun(l) == nlp.OtherNoun && !personNouns[l] && !peopleNouns[l] && !strings.Contains(l, "man") {
				return "" // whatever coreference took "a lead" for
			} else if several || o.Entity != nlp.Person && !personNouns[l] && !people(l) && !strings.Contains(l, "man") && l != "boy" && l != "girl" {
				return "" // "his" is no lead's
			}
		}
		t := strings.TrimSuffix(strings.TrimSuffix(o.Span.Of(a.Text), "'s"), "’s")
		if strings.Contains(t, "\n") || strings.Contains(t, " this ") || strings.Contains(t, " that ") || strings.Contains(t, " these ") {
			return "" // it would need an article itself
		}
		if l := a.Tokens[o.Head].Lemma; l == "statement" || l == "article" || l == "story" || l == "report" && w.acts(m) {
			return "" // what said it, not what it is about
		}
		if a.Tokens[o.First].POS == nlp.PRPS {
			return "" // "its people": whose?
		}
		if h := int(a.Tokens[m.First].Head); h >= 0 && a.Tokens[h].POS.Verb() && a.Tokens[h].Lemma == a.Tokens[o.Head].Lemma {
			return w.ofWhat(o) // no cause is caused
		}
		if !several && a.Tokens[o.Head].POS == nlp.NN {
			switch a.Tokens[o.First].POS {
			case nlp.DT, nlp.PRPS, nlp.NNP, nlp.CD:
			default:
				return "" // "quack": a name for a kind, not for one of it
			}
		}
		if a.Tokens[o.First].POS.Proper() && o.First < o.Head && a.Tokens[o.Head].POS == nlp.NN && o.Last == o.Head+1 && !strings.ContainsAny(t, "'’") {
			return "the " + t // "Leyton girl", in a heading
		}
		for _, d := range []string{"A ", "a ", "An ", "an "} {
			if strings.HasPrefix(t, d) {
				t = "the " + t[len(d):]
			}
		}
		if a.Tokens[o.First].POS == nlp.DT || o.First == a.Sentences[a.Tokens[o.First].Sentence].First && (a.Tokens[o.First].POS == nlp.JJS || a.Tokens[o.First].POS == nlp.NNS) {
			t = uncapital(t)
		}
		return t
	}
	return ""
}

// calling are verbs whose object is what something is called or taken for.
var calling = set("call name label dub brand term consider deem declare elect appoint")

// subjectWords are the words of an elided subject as they read alone.
func (w *rewriting) subjectWords() string {
	t := w.phraseWords(w.p.subjectFirst, w.p.subjectLast)
	if strings.Count(t, ",") == 1 {
		t = strings.TrimRight(t, " ,")
	}
	return t
}

// phraseWords are the words of [first, last), outside the claim, as they read
// alone.
func (w *rewriting) phraseWords(first, last int) string {
	p := *w.p
	p.first, p.last = first, last
	p.subjectFirst, p.subjectLast, p.presupVerb, p.participle, p.frame = 0, 0, 0, 0, frame{}
	c := Claim{Span: w.a.Span(first, last), Speaker: w.c.Speaker, Quote: w.c.Quote}
	c.Times = slices.Clone(w.timesIn(c.Span))
	n := &rewriting{article: w.article, p: &p, c: &c, nested: true}
	n.rewrite()
	return n.compose()
}

var notReplaced = set("i me my mine we us our ours you your yours who which that whose whom this these those there here one ones each other another himself herself itself themselves")

// expletive reports whether m is an "it" that stands for a clause behind it:
// "it is unconstitutional for towns to ...".
func (ar *article) expletive(m *nlp.Mention) bool {
	a := ar.a
	if !strings.EqualFold(m.Span.Of(a.Text), "it") {
		return false
	}
	if a.Tokens[m.First].Rel == nlp.Expl {
		return true
	}
	i := m.Last
	if i < len(a.Tokens) && ar.forClause(i) {
		return true
	}
	if m.First > 0 && i < len(a.Tokens) && strings.EqualFold(a.Word(m.First-1), "as") {
		switch a.Tokens[i].Lemma {
		case "stand", "happen", "turn", "be":
			return true // "as it stands"
		}
	}
	if i+2 < len(a.Tokens) && a.Tokens[i].POS == nlp.MD && a.Tokens[i+1].Lemma == "be" && a.Word(i+2) == "that" {
		return true // "it might be that"
	}
	if i+1 < len(a.Tokens) && (a.Tokens[i].Lemma == "fall" && a.Word(i+1) == "to" || a.Tokens[i].Lemma == "follow" && a.Word(i+1) == "that" || a.Tokens[i].Lemma == "remain" && a.Word(i+1) == "to" || a.Tokens[i].Lemma == "depend" && a.Tokens[i].POS == nlp.VBZ || a.Tokens[i].POS == nlp.MD && a.Tokens[i+1].Lemma == "depend") {
		return true // "it falls to the council to"
	}
	if i < len(a.Tokens) && (a.Tokens[i].Lemma == "take" || a.Tokens[i].Lemma == "seem" || a.Tokens[i].Lemma == "appear" || a.Tokens[i].Lemma == "turn") {
		return true // "it took years to", "it turned out"
	}
	if i+1 < len(a.Tokens) && a.Tokens[i].POS == nlp.MD && a.Tokens[i+1].Lemma == "take" {
		// "It would take 300 years to", but "it would take advice".
		for k := i + 2; k < min(len(a.Tokens), i+7); k++ {
			if l := a.Tokens[k].Lemma; grainWord(ar.low(k)) || l == "hour" || l == "minute" || l == "time" || l == "long" {
				return true
			}
		}
	}
	if i+1 < len(a.Tokens) && a.Tokens[i].Lemma == "be" {
		switch ar.low(i + 1) {
		case "down", "up", "off":
			return false // "it was down for years"
		}
		// "It was under Orr that the plant closed".
		if a.Tokens[i+1].POS == nlp.IN {
			for j := i + 2; j < min(len(a.Tokens), i+9) && a.Tokens[j].Sentence == a.Tokens[m.First].Sentence && !a.Tokens[j].POS.Verb(); j++ {
				if strings.EqualFold(a.Word(j), "that") {
					return true
				}
			}
		}
	}
	// "it was the first time", "it has been ten days since", "it is June".
	for j := i; j < min(len(a.Tokens), i+10) && a.Tokens[j].Sentence == a.Tokens[m.First].Sentence; j++ {
		switch l := a.Tokens[j].Lemma; {
		case l == "time" || l == "day" || l == "week" || l == "month" || l == "year" || l == "decade" || l == "hour":
			return j > i && !a.Tokens[j].POS.Proper()
		case j == i && (l == "be" || l == "have" || a.Tokens[j].POS == nlp.MD || a.Word(j) == "'s" || a.Word(j) == "’s"), j == i+1 && l == "be":
			continue
		}
		if t := a.Tokens[j].POS; t != nlp.DT && t != nlp.CD && t != nlp.JJ && t != nlp.JJR && t != nlp.IN && t != nlp.RB && t != nlp.NN && t != nlp.RBR && (t != nlp.MD || j > i) {
			break
		}
	}
	if i >= len(a.Tokens) || a.Tokens[i].Lemma != "be" && a.Word(i) != "'s" && a.Word(i) != "’s" {
		return false
	}
	for j := i + 1; j < len(a.Tokens) && j < i+5; j++ {
		if a.Tokens[j].POS == nlp.VBG {
			return false // "it was taking added steps to"
		}
		if a.Tokens[j].POS == nlp.JJ {
			for k := j + 1; k < len(a.Tokens) && k < j+3; k++ {
				switch ar.low(k) {
				case "for", "that", "to":
					return true
				}
			}
			return false
		}
	}
	return false
}

// inside reports whether the pronoun m is explained by p itself, or may be:
// by another mention before it, by a phrase that agrees with it, or by a
// person who is the subject behind it ("with her film, Orr ...").
func (w *rewriting) inside(m *nlp.Mention) bool {
	a, p := w.a, w.p
	low := strings.ToLower(m.Span.Of(a.Text))
	if m.Chain >= 0 {
		for _, i := range a.Chains[m.Chain].Mentions {
			if o := &a.Mentions[i]; o.First >= p.first && o.Last <= m.First {
				return true
			}
		}
		// The name stands there, whatever was made of it.
		if n := strings.Fields(a.Chains[m.Chain].Name); len(n) > 0 && m.First > p.first && strings.Contains(a.Span(p.first, m.First).Of(a.Text), n[len(n)-1]) {
			return true
		}
	}
	if p.subjectLast > p.subjectFirst && w.agreeingIn(low, p.subjectFirst, p.subjectLast) {
		return true
	}
	// "With her film, Orr": whatever the parse.
	if m.First == p.first+1 && a.Tokens[p.first].POS == nlp.IN && m.Kind == nlp.Pronoun && low != "it" && low != "its" {
		for k := m.Last; k < min(p.last-1, m.Last+8); k++ {
			if a.Word(k) == "," {
				for j := range w.c.Entities {
					if e := &w.c.Entities[j]; e.Span.Start == int(a.Tokens[k+1].Start) && e.Kind == nlp.Person.String() {
						return true
					}
				}
				break
			}
		}
	}
	r := w.root(p.first, p.last)
	if r < 0 {
		return m.First > p.first && w.agreeingBefore(low, m.First)
	}
	sf, sl := w.subject(r, p.first, p.last)
	if sl == 0 && m.Last <= r && w.takenForObject(p.first, p.last) {
		return false // m is in the subject
	}
	if sl == 0 || m.First >= sl {
		return w.agreeingBefore(low, m.First)
	}
	if m.First < sf && !w.indefiniteAt(sf) {
		for k := sf; k < sl; k++ {
			if w.inPerson(k) {
				return true
			}
		}
	}
	return m.First > sf && heOrShe(low) && w.whoWithin(sf, m.First)
}

// agrees reports whether pronoun w can stand for chain: a person for "he", no
// person for "it", several or a body for "they".
func (ar *article) agrees(w string, chain int) bool {
	c := &ar.a.Chains[chain]
	person := c.Kind == nlp.Person
	switch w {
	case "he", "she", "him", "her", "his", "hers":
		return person || c.Kind == nlp.NoEntity && !strings.ContainsAny(c.Name, "'’/")
	case "it", "its":
		return !person
	case "they", "them", "their", "theirs":
		return c.Plural || c.Kind == nlp.Organization
	}
	return true
}

// ownVoice is the speaker's name where a pronoun opens reported speech and so
// means the one who speaks: "he said his company had won".
func (ar *article) ownVoice(p *proposition, c *Claim, m *nlp.Mention) string {
	if strings.EqualFold(m.Span.Of(ar.a.Text), "its") && c.Speaker >= 0 && p.quote >= 0 && ar.q.Quotes[p.quote].Type != quotes.Direct && !ar.saidAfter(p, m) {
		// "The utility said turbidity at its works".
		if s := &ar.q.Speakers[c.Speaker]; s.Kind == quotes.OrganizationSpeaker && properName(s.Name) {
			return s.Name
		}
	}
	if m.Kind != nlp.Pronoun || c.Speaker < 0 || p.quote < 0 || m.First > p.first+1 || ar.q.Quotes[p.quote].Type == quotes.Direct {
		return ""
	}
	s := &ar.q.Speakers[c.Speaker]
	switch strings.ToLower(m.Span.Of(ar.a.Text)) {
	case "it":
		// "Norrbank says it will": whatever was spoken of before.
		if t := &ar.a.Tokens[m.First]; (s.Kind == quotes.OrganizationSpeaker || s.Kind == quotes.PersonSpeaker && !firstNamed(s.Name)) && properName(s.Name) && subjectRel(t.Rel) && !ar.saidAfter(p, m) && ar.namedSource(p, s.Name) && !ar.expletive(m) {
			return s.Name
		}
	case "he", "she", "his", "her":
		switch s.Kind {
		case quotes.PersonSpeaker:
			if ar.notSpeaker(p, m, s.Name) {
				return ""
			}
			return s.Name
		case quotes.UnnamedSpeaker:
			if ar.notSpeaker(p, m, s.Name) {
				return ""
			}
			return ar.speakerName(s)
		}
	}
	return ""
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

// otherVoice reports whether mention o stands in somebody's direct speech that
// the claim is no part of: "a working person" in it is nobody that the article
// goes on about.
func (w *rewriting) otherVoice(o *nlp.Mention) bool {
	for i := range w.q.Quotes {
		x := &w.q.Quotes[i]
		if x.Type != quotes.Direct || i == w.p.quote || x.Speaker >= 0 && x.Speaker == w.p.speaker {
			continue
		}
		for _, c := range x.Content {
			if c.Contains(o.Span) {
				return true
			}
		}
	}
	return false
}
