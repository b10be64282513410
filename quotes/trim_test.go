package quotes

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/onrecord/onrecord/span"
)

func TestTrim(t *testing.T) {
	for _, c := range []struct {
		name, text, cue, source string
		content, want           []string
	}{
		{"the question asked", "Asked what the ferry cost, Marta Quill said: “Too much.”", "said", "Marta Quill", []string{"the ferry cost", "“Too much.”"}, []string{"“Too much.”"}},
		{"the question alone", "Asked what the ferry cost, Marta Quill said nothing.", "said", "Marta Quill", []string{"the ferry cost"}, []string{"the ferry cost"}},
		{"the noun's own clause", "The bridge was approved despite claims that it would sink the ferry.", "claims", "", []string{"The bridge was approved", "it would sink the ferry"}, []string{"it would sink the ferry"}},
		{"a title", "“It was cold,” she wrote in her memoir, “Late Tide”.", "wrote", "she", []string{"“It was cold,”", "“Late Tide”"}, []string{"“It was cold,”"}},
		{"two halves", "“It was cold,” she said, “and late”.", "said", "she", []string{"“It was cold,”", "“and late”"}, []string{"“It was cold,”", "“and late”"}},
		{"that is the subject", "Marta Quill said that was the least she could do.", "said", "Marta Quill", []string{"was the least she could do"}, []string{"that was the least she could do"}},
		{"that leads on", "Marta Quill said that boats were late.", "said", "Marta Quill", []string{"boats were late"}, []string{"boats were late"}},
		{"the main clause", "When I ask whether one street could be kept for Quill, she looks out of the window for some time.", "ask", "I", []string{"whether one street could be kept for Quill, she looks out of the window for some time"}, []string{"whether one street could be kept for Quill"}},
		{"what is denied", "The court ruled that Quill could be held while it looks into whether she burnt the ferry, a charge she denies.", "ruled", "The court", []string{"Quill could be held while it looks into whether she burnt the ferry, a charge she denies"}, []string{"Quill could be held while it looks into whether she burnt the ferry"}},
		{"what many deny", "Marta Quill said the fee, a charge that many reject, would go.", "said", "Marta Quill", []string{"the fee, a charge that many reject, would go"}, []string{"the fee, a charge that many reject, would go"}},
		{"two who write", "“Never again,” one wrote. “Not me,” another wrote.", "another wrote", "another", []string{"“Never again,” one wrote. “Not me,”"}, []string{"“Not me,”"}},
		{"quoted within", "“They say, ‘We are coming.’ Nobody comes,” Marta Quill said.", "say", "They", []string{"‘We are coming.’ Nobody comes,” Marta Quill said"}, []string{"‘We are coming.’ Nobody comes,”"}},
		{"a mark forgotten", "“The ferry is late, Marta Quill said.", "said", "Marta Quill", []string{"“The ferry is late"}, []string{"“The ferry is late"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := pageOf(t, c.text)
			cue := at(t, p, c.cue)
			q := newDraft(cueSpan{first: cue.first, last: cue.last})
			q.Cue = p.a.Span(cue.first, cue.last)
			if c.cue == "another wrote" {
				q.cue.first, q.Cue = cue.last-1, p.a.Span(cue.last-1, cue.last)
			}
			if c.source != "" {
				s := at(t, p, c.source)
				q.Source = []span.Span{p.a.Span(s.first, s.last)}
			}
			for _, x := range c.content {
				s := at(t, p, x)
				q.Content = append(q.Content, p.a.Span(s.first, s.last))
			}
			p.trim(&q)
			var got []string
			for _, s := range q.Content {
				got = append(got, s.Of(c.text))
			}
			assert.Equal(t, c.want, got)
		})
	}
}
