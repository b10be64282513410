package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// makerEnd is where the name of who made a document ends, by the participle at
// token v, "filed by the Harbour Commission", before last; v for no name.
func (w *rewriting) makerEnd(v, last int) int {
	a := w.a
	if v+2 >= last || isMark(a, v-1) || !strings.EqualFold(a.Word(v+1), "by") {
		return v
	}
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != nlp.Organization && e.Kind != nlp.Person || e.Last > last || e.First < v+2 || e.First > v+4 {
			continue
		}
		for k := v + 2; k < e.First; k++ {
			if t := a.Tokens[k].POS; t != nlp.DT && t != nlp.JJ {
				return v
			}
		}
		return w.nameGoesOn(e.Last, last)
	}
	return v
}

// nameGoesOn is where the name that ends before token k goes on to: "Securities
// | and Exchange Commission", "Committee | for a Responsible Budget".
func (ar *article) nameGoesOn(k, last int) int {
	a := ar.a
	end := k
	for ; k < last; k++ {
		if a.Tokens[k].POS.Proper() || capital(a.Word(k)) {
			end = k + 1
			continue
		}
		switch ar.low(k) {
		case "and", "of", "for", "on", "a", "the", "&":
			continue
		}
		break
	}
	return end
}

// makerEnds reports whether a source with its noun at token head ends at last
// with the name of who made it.
func (w *rewriting) makerEnds(head, last int) bool {
	for k := head + 1; k < last; k++ {
		if w.a.Tokens[k].POS == nlp.VBN {
			return w.makerEnd(k, last) == last
		}
	}
	return false
}

// withNames are the words [first, last) of a source with the organisations in it
// that the article names in full elsewhere by the whole name: "a story of the
// Times" by "a story of the New York Times".
func (w *rewriting) withNames(first, last int) string {
	a := w.a
	words, at := "", int(a.Tokens[first].Start)
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.First < first || m.Last > last || m.Kind != nlp.Named || m.Chain < 0 || m.Span.Start < at {
			continue
		}
		c := &a.Chains[m.Chain]
		said := strings.TrimPrefix(m.Span.Of(a.Text), "the ")
		if c.Kind != nlp.Organization || !strings.HasSuffix(c.Name, " "+said) || strings.Contains(said, " ") {
			continue
		}
		s := m.Span.End - len(said)
		words += a.Text[at:s] + strings.TrimPrefix(c.Name, "the ")
		at = m.Span.End
	}
	return words + a.Text[at:a.Tokens[last-1].End]
}

// statementsMaker is who made the statement that says of itself what the claim
// is, "it said it was withholding the names", where m is that "it"; "" otherwise.
func (w *rewriting) statementsMaker(m *nlp.Mention) string {
	k := w.c.Speaker
	if m.Kind != nlp.Pronoun || m.First != w.p.first || !strings.EqualFold(w.a.Word(m.First), "it") || w.a.Tokens[m.First].Rel != nlp.Nsubj || k < 0 || k >= len(w.q.Speakers) {
		return ""
	}
	if s := &w.q.Speakers[k]; s.Kind != quotes.DocumentSpeaker || strings.TrimPrefix(strings.ToLower(s.Name), "the ") != "statement" {
		return ""
	}
	return w.statementMaker()
}
