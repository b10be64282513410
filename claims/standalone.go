package claims

import (
	"sort"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// standalone writes the words of p so that they read without the article,
// lists every change, and says what it had to leave open. Nothing is put in
// that the article does not say, but for dates computed from the day of
// publication.
func (ar *article) standalone(p *proposition, c *Claim) {
	w := &rewriting{article: ar, p: p, c: c}
	speaker := c.Speaker
	if ar.misnamed(p, speaker) {
		c.Speaker = None
	}
	w.rewrite()
	w.setting()
	c.Standalone = tidy(w.compose())
	c.Substitutions = w.subs
	c.Open = nil
	if open := w.open(); len(open) > 0 {
		c.Open = open
	}
	c.Speaker = speaker
}

// write makes the changes and returns the text as a sentence.
func (w *rewriting) write() string {
	w.rewrite()
	return tidy(w.compose())
}

// rewrite makes the changes. A form made of a lemma is copied: lemmas lie in
// memory that the next article's annotation takes over.
func (w *rewriting) rewrite() {
	a, p := w.a, w.p
	if p.frame.empty() {
		p.frame = w.frameBeforeSaid()
	}
	if p.presupVerb > 0 {
		w.put(a.Span(p.presupFirst, p.presupVerb+1), pastTense(strings.Clone(a.Tokens[p.presupVerb].Lemma)), "presupposition")
	}
	if p.participle > 0 {
		w.put(a.Span(p.participle, p.participle+1), p.finite, "finite")
	}
	w.headline()
	w.cutFromVerb()
	w.connectives()
	w.conjoinedThat()
	w.relativePronoun()
	w.dates()
	w.partsOfDay()
	w.mentions()
	w.sayersOwn()
	w.surnamesAlone()
	w.fuller(p, w.put)
	w.firstPerson()
	w.definites()
	w.acronyms()
	if !w.nested {
		if w.asked(); !w.explainedAtAll() {
			w.discourse()
		}
		if !w.explainedAtAll() {
			w.trailing()
		}
	}
	w.contractions()
	start := span.Span{Start: w.c.Span.Start, End: w.c.Span.Start}
	if p.subjectLast > p.subjectFirst {
		w.subs = append([]Substitution{{Span: start, To: w.subjectWords() + w.subjectTold() + " ", Why: "subject"}}, w.subs...)
	}
	f := w.frameWords()
	if f == "" {
		f = w.sharedTime()
	}
	if f != "" {
		w.subs = append([]Substitution{{Span: start, To: f, Why: "frame"}}, w.subs...)
	}
}

// mentions puts names in the place of pronouns, plain nouns and bare surnames.
func (w *rewriting) mentions() {
	a, p, c := w.a, w.p, w.c
	done := map[int]bool{}
	filled := map[string]bool{}
	from := sort.Search(len(a.Mentions), func(i int) bool { return a.Mentions[i].First >= p.first })
	for i := from; i < len(a.Mentions) && a.Mentions[i].First < p.last; i++ {
		m := &a.Mentions[i]
		if m.Last > p.last {
			continue
		}
		if m.Kind == nlp.Definite {
			if n := w.speakersCompany(c, m); n != "" {
				w.put(m.Span, n, "definite")
				continue
			}
		}
		if w.others(c, m) {
			continue
		}
		if t := w.placeCalled(m); t != "" {
			w.put(m.Span, t, "pronoun")
			continue
		}
		if n, ok := w.invited(m); ok {
			if n != "" {
				w.put(m.Span, n, "pronoun")
			}
			continue
		}
		if t := w.topicOf(m); t != "" {
			w.put(m.Span, t, "pronoun")
			continue
		}
		if m.Chain >= 0 && a.Chains[m.Chain].Name != "" && !w.otherCompany(m) {
			name := a.Chains[m.Chain].Name
			if a.Chains[m.Chain].Kind == nlp.Person {
				name = w.knownAs(evenCapitals(behindHeadlineVerb(name)))
				if strings.Contains(name, " And ") || strings.Contains(name, " and ") {
					continue // two names
				}
			}
			taken := name
			if n := w.ownVoice(p, c, m); n != "" {
				if name = n; w.opensAsOwner(m, name) {
					w.put(m.Span, possessive(w.unlessStranger(name)), "pronoun")
					continue
				}
			}
			if n, ok := w.passedOn(m); ok && samePerson(name, taken) {
				if n == "" {
					continue // either of two
				}
				name = n
			}
			if n := w.saidOfNamed(m); n != "" {
				name = n
			}
			if n, ok := w.meansSayer(m); ok && !done[m.Chain] {
				if done[m.Chain] = true; n != "" && !w.putAlready(n) {
					if genitive(a, m) {
						n = possessive(n)
					}
					w.put(m.Span, n, "pronoun")
				}
				continue
			}
			if m.Kind == nlp.Pronoun {
				name = w.unlessStranger(name)
			}
			w.replaceMention(m, name, done)
			continue
		}
		if m.Kind == nlp.Pronoun && w.expletive(m) {
			continue
		}
		if maker := w.statementsMaker(m); maker != "" {
			w.put(m.Span, maker, "pronoun")
			continue
		}
		w.speakerPronoun(p, c, m, w.put)
		n := w.salient(m)
		if m.Kind == nlp.Pronoun && n != "" && w.inside(m) {
			continue
		}
		if m.Kind == nlp.Definite && (c.Speaker >= 0 || w.otherOrganization(m, n)) {
			n = "" // what a speaker calls "the company" may be another one
		}
		if n == "" {
			n = w.antecedent(m)
		}
		if n == "" || filled[n] || strings.Contains(strings.ToLower(c.Span.Of(a.Text)), strings.ToLower(n)) {
			continue
		}
		filled[n] = true
		why := "definite"
		if m.Kind == nlp.Pronoun {
			why = "pronoun"
		}
		if genitive(a, m) {
			n = possessive(n)
		}
		// "Thirty of them": of all that were named.
		if m.First > p.first && strings.EqualFold(a.Word(m.First-1), "of") && m.Kind == nlp.Pronoun && n[0] >= 'a' && n[0] <= 'z' && !startsDefinite(n) {
			n = "the " + n
		}
		w.put(m.Span, n, why)
	}
	if len(a.Mentions) == 0 {
		for _, e := range c.Entities {
			if e.Name != e.Span.Of(a.Text) && e.Kind == "person" {
				w.put(e.Span, e.Name, "name")
			}
		}
	}
}

// startsDefinite reports whether the phrase n begins with a determiner.
func startsDefinite(n string) bool {
	switch first, _, _ := strings.Cut(n, " "); first {
	case "the", "a", "an", "this", "that", "these", "those", "some", "many", "all", "most":
		return true
	}
	return false
}

// genitive reports whether m is a possessive.
func genitive(a *nlp.Annotation, m *nlp.Mention) bool {
	w := strings.ToLower(m.Span.Of(a.Text))
	return w == "its" || w == "his" || w == "their" || w == "her" && a.Tokens[m.Head].POS == nlp.PRPS && !givenTo(a, m) && !ownsNothing(a, m) || strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s")
}

// ownsNothing reports whether no noun can follow the "her" m, whatever it was
// tagged: "tied or beating her in polls".
func ownsNothing(a *nlp.Annotation, m *nlp.Mention) bool {
	if m.Last >= len(a.Tokens) {
		return true
	}
	switch a.Tokens[m.Last].POS {
	case nlp.IN, nlp.TO, nlp.CC, nlp.DT, nlp.Comma, nlp.Stop:
		return true
	}
	return false
}

// givenTo reports whether the "her" m is whom a sum goes to or something is done
// to, whatever it was tagged: "the win earned her $2 million", "cleared her of".
func givenTo(a *nlp.Annotation, m *nlp.Mention) bool {
	if m.Last < len(a.Tokens) {
		switch a.Tokens[m.Last].POS {
		case nlp.IN, nlp.TO, nlp.DT, nlp.Comma, nlp.Stop:
			return true // no noun is hers
		}
	}
	if m.First == 0 || m.Last >= len(a.Tokens) || !giving[a.Tokens[m.First-1].Lemma] {
		return false
	}
	for k := m.Last; k < min(len(a.Tokens), m.Last+4); k++ {
		if w := strings.ToLower(a.Word(k)); symbols[w] != "" || currencies[w] != "" && k > m.Last {
			return true
		}
		if a.Tokens[k].POS != nlp.CD {
			return false
		}
	}
	return false
}

var giving = set("earn pay give cost win net bring lend offer owe award grant send leave hand promise")
