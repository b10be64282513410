package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// reasons says in words what makes c worth checking.
func (ar *article) reasons(p *proposition, c *Claim) []string {
	a := ar.a
	var out []string
	say := func(s string) { out = append(out, s) }
	for i := range c.Quantities {
		q := &c.Quantities[i]
		switch {
		case q.Unit == "percent", q.Unit == "ratio", q.Unit == "percentage point":
			say("gives a share: " + q.Span.Of(a.Text))
		case len(q.Unit) == 3 && strings.ToUpper(q.Unit) == q.Unit:
			say("names a sum of money: " + q.Span.Of(a.Text))
		case q.Unit == "ordinal":
			say("ranks something: " + q.Span.Of(a.Text))
		default:
			w := q.Span.Of(a.Text)
			if q.Of != "" && q.Of != "age" && !strings.Contains(w, q.Of) {
				w += " " + q.Of
			}
			say("gives a number: " + w)
		}
		if len(out) == 2 {
			break
		}
	}
	if s, ok := ar.superlativeIn(p.first, p.last); ok {
		say("makes a superlative: " + a.Text[a.Tokens[s.first].Start:a.Tokens[s.last-1].End])
	}
	var past, universal, legal, causal string
	for k := p.first; k < p.last; k++ {
		t := &a.Tokens[k]
		w := ar.low(k)
		if past == "" && (t.POS == nlp.VBD || t.POS == nlp.VBN) && !auxiliary[t.Lemma] && !saying[t.Lemma] {
			past = w
		}
		if universal == "" && universals[w] {
			universal = w
		}
		if legal == "" && legalWords[t.Lemma] {
			legal = w
		}
		if causal == "" && causalWords[w] {
			causal = w
		}
	}
	if universal != "" {
		say("is absolute: " + universal)
	}
	if legal != "" {
		say("says what a law or ruling does: " + legal)
	}
	if causal != "" {
		say("gives a cause: " + causal)
	}
	if past != "" && len(c.Entities) > 0 {
		say("says what a named party did: " + c.Entities[0].Name + ", " + past)
	} else if len(c.Entities) > 0 {
		say("is about a named party: " + c.Entities[0].Name)
	}
	for _, t := range c.Times {
		if !t.From.IsZero() {
			say("dates it: " + t.Span.Of(a.Text))
			break
		}
	}
	if len(out) == 0 {
		if past != "" {
			say("states something as done: " + past)
		} else {
			say("states a fact about the world")
		}
	}
	return out
}

var universals = set("no none never every all always only nobody nothing any each")

var legalWords = set("law court judge ruling statute constitution unconstitutional illegal legal ban prohibit require legislation bill act regulation amendment verdict treaty ordinance mandate")

var causalWords = set("because caused causes cause led leads due resulted result prompted triggered blamed forced")
