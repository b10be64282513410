package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// resumed is m, or where m is a "he" or "she" that opens its sentence and was
// taken for somebody whom the one before does not name, m as the person that
// one is about: in "Orr called for repeal. He would end the mandate" Orr would.
func (w *rewriting) resumed(m *nlp.Mention) *nlp.Mention {
	a := w.a
	if m.Kind != nlp.Pronoun || m.Chain < 0 {
		return m
	}
	low := strings.ToLower(m.Span.Of(a.Text))
	s := int(a.Tokens[m.First].Sentence)
	if low != "he" && low != "she" || s == 0 || m.First > a.Sentences[s].First+1 || !subjectRel(a.Tokens[m.First].Rel) {
		return m
	}
	x := &a.Sentences[s-1]
	if a.Sentences[s].Block != x.Block || w.headings[s-1] || w.quotedIn(x.First, m.First) {
		return m
	}
	if o := w.lastBefore(m); o != nil && o.First >= x.First {
		return m
	}
	r := w.root(x.First, x.Last)
	if r < 0 || !a.Tokens[r].POS.Verb() {
		return m
	}
	for i := range a.Mentions {
		o := &a.Mentions[i]
		if o.First < x.First || o.Last > r || o.Kind != nlp.Named || o.Entity != nlp.Person || o.Chain < 0 || !w.subjectOf(o, r) {
			continue
		}
		ch := &a.Chains[o.Chain]
		if ch.Plural || !properName(ch.Name) || ch.Gender == nlp.Female && low == "he" || ch.Gender == nlp.Male && low == "she" {
			return m
		}
		y := *m
		y.Chain = o.Chain
		return &y
	}
	return m
}

// subjectOf reports whether m, and nobody else, is the subject of verb.
func (ar *article) subjectOf(m *nlp.Mention, verb int) bool {
	is := false
	for k := m.First; k < m.Last; k++ {
		t := &ar.a.Tokens[k]
		is = is || subjectRel(t.Rel) && int(t.Head) == verb
		if ar.a.Dependent(k, nlp.Conj) >= m.Last {
			return false
		}
	}
	return is
}

// quotedIn reports whether a word of [first, last) is quoted in full, so that
// somebody else may be speaking.
func (w *rewriting) quotedIn(first, last int) bool {
	s := w.a.Span(first, last)
	for i := range w.q.Quotes {
		x := &w.q.Quotes[i]
		if x.Type != quotes.Direct && x.Type != quotes.Block {
			continue
		}
		for _, c := range x.Content {
			if c.Overlaps(s) {
				return true
			}
		}
	}
	return false
}
