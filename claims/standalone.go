package claims

import (
	"sort"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// standalone writes the words of p so that they read without the article, and
// lists every change. Nothing is put in that the article does not say, but for
// dates computed from the day of publication.
func (ar *article) standalone(p *proposition, c *Claim) {
	a := ar.a
	var subs []Substitution
	add := func(s span.Span, to, why string) {
		from := s.Of(a.Text)
		if to == "" && from == "" || from == to {
			return
		}
		for _, x := range subs {
			if x.Span.Overlaps(s) {
				return
			}
		}
		subs = append(subs, Substitution{Span: s, From: from, To: to, Why: why})
	}
	if p.presupVerb > 0 {
		add(a.Span(p.presupFirst, p.presupVerb+1), pastOf(a.Tokens[p.presupVerb].Lemma), "presupposition")
	}
	for i := range c.Times {
		t := &c.Times[i]
		if to := ar.dateWords(t); to != "" {
			add(ar.withPreposition(t, to, p))
		}
	}
	done := map[int]bool{}
	filled := map[string]bool{}
	from := sort.Search(len(a.Mentions), func(i int) bool { return a.Mentions[i].First >= p.first })
	for i := from; i < len(a.Mentions) && a.Mentions[i].First < p.last; i++ {
		m := &a.Mentions[i]
		if m.Last > p.last {
			continue
		}
		if m.Chain < 0 || a.Chains[m.Chain].Name == "" {
			ar.speakerPronoun(p, c, m, done, add)
			n := ar.salient(m)
			if c.Speaker >= 0 && m.Kind == nlp.Definite && n != "" {
				// What a speaker calls "the company" is the speaker's own.
				n = ar.speakersCompany(c, m)
			}
			if n == "" {
				n = ar.antecedent(p, m)
			}
			if n != "" && !strings.Contains(c.Span.Of(a.Text), n) && !filled[n] {
				filled[n] = true
				w := strings.ToLower(m.Span.Of(a.Text))
				why := "definite"
				if m.Kind == nlp.Pronoun {
					why = "pronoun"
				}
				if w == "its" || w == "his" || w == "their" || w == "her" && a.Tokens[m.Head].POS == nlp.PRPS || strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") {
					n = possessive(n)
				}
				add(m.Span, n, why)
			}
			continue
		}
		name := a.Chains[m.Chain].Name
		if m.Kind == nlp.Definite && ar.speakersCompany(c, m) != "" {
			add(m.Span, ar.speakersCompany(c, m), "definite")
			continue
		}
		if n := ar.ownVoice(p, c, m); n != "" {
			name = n
		}
		ar.replaceMention(p, m, name, done, add)
	}
	if len(a.Mentions) == 0 {
		for _, e := range c.Entities {
			if e.Name != e.Span.Of(a.Text) && e.Kind == "person" {
				add(e.Span, e.Name, "name")
			}
		}
	}
	ar.fuller(p, add)
	ar.firstPerson(p, c, add)
	sort.SliceStable(subs, func(i, j int) bool { return subs[i].Span.Start < subs[j].Span.Start })
	// Compose.
	var b strings.Builder
	if p.subjectLast > p.subjectFirst {
		sub := ar.subjectWords(p, c)
		subs = append([]Substitution{{Span: span.Span{Start: c.Span.Start, End: c.Span.Start}, To: sub, Why: "subject"}}, subs...)
		b.WriteString(sub)
		b.WriteByte(' ')
	}
	at := c.Span.Start
	for _, s := range subs {
		if s.Span.Empty() {
			continue
		}
		b.WriteString(a.Text[at:s.Span.Start])
		b.WriteString(s.To)
		at = s.Span.End
	}
	b.WriteString(a.Text[at:c.Span.End])
	c.Substitutions = subs
	c.Standalone = tidy(b.String())
}
