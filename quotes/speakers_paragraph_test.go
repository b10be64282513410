package quotes

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

func TestSpeakersOfParagraphs(t *testing.T) {
	for _, c := range []struct {
		name, text string
		qs         []said
		as         string
		kind       SpeakerKind
	}{
		{"who was asked", "Manager Robert Tansley said he was pleased. “We deserved it,” Tansley said.\n\nAsked about the penalty, given when Peter Orr slipped, he replied: “I've not seen it.”",
			[]said{{"“We deserved it,”", "Tansley"}, {"“I've not seen it.”", "he"}}, "Robert Tansley", PersonSpeaker},
		{"the former", "Foreign Minister Karin Holt said that boats were late, while her colleague, Luc Mares, said that they were old. The former added that ministers would meet.",
			[]said{{"boats were late", "Foreign Minister Karin Holt"}, {"they were old", "her colleague, Luc Mares"}, {"ministers would meet", "The former"}}, "Karin Holt", PersonSpeaker},
		{"the latter", "Foreign Minister Karin Holt said that boats were late, while her colleague, Luc Mares, said that they were old. The latter added that ministers would meet.",
			[]said{{"boats were late", "Foreign Minister Karin Holt"}, {"they were old", "her colleague, Luc Mares"}, {"ministers would meet", "The latter"}}, "Luc Mares", PersonSpeaker},
		{"whom the paragraph is about", "Marta Quill praised the harbour. “It is fine,” Quill said.\n\nRobert Tansley is not so sure. “It leaks.”",
			[]said{{"“It is fine,”", "Quill"}, {"“It leaks.”", ""}}, "Robert Tansley", PersonSpeaker},
		{"whom the quotation is about", "“It was fine,” Marta Quill said.\n\nRobert Tansley ran the harbour for years. “He never shouted.”",
			[]said{{"“It was fine,”", "Marta Quill"}, {"“He never shouted.”", ""}}, "Marta Quill", PersonSpeaker},
		{"of somebody else", "“It was fine,” Marta Quill said.\n\nRobert Tansley is not so sure of Peter Orr. “He never shouted.”",
			[]said{{"“It was fine,”", "Marta Quill"}, {"“He never shouted.”", ""}}, "Robert Tansley", PersonSpeaker},
		{"a relation is another", "Marta Quill wrote to her uncle. “Nobody reads it,” Quill wrote.\n\nThe uncle replied: “How much?”",
			[]said{{"“Nobody reads it,”", "Quill"}, {"“How much?”", "The uncle"}}, "uncle", UnnamedSpeaker},
		{"a nickname in marks", "Publican Geoff “Noddy” Walsh opened the bar. Mr Walsh said that it was late.",
			[]said{{"it was late", "Mr Walsh"}}, "Geoff “Noddy” Walsh", PersonSpeaker},
		{"a judge is not the victim", "A judge told him that he had shown no remorse.\n\nHis mother, Maureen Quill, said that she had not slept.\n\nJudge Alison Rourke said that he had lied.",
			[]said{{"he had shown no remorse", "A judge"}, {"she had not slept", "His mother, Maureen Quill"}, {"he had lied", "Judge Alison Rourke"}}, "Alison Rourke", PersonSpeaker},
		{"some are several", "Some said the ferry was late.", []said{{"the ferry was late", "Some"}}, "Some", GroupSpeaker},
		{"minutes are read", "The board's minutes state that nobody came.", []said{{"nobody came", "The board's minutes"}}, "board's minutes", DocumentSpeaker},
		{"of two with one surname", "Erik Lind and Anna Lind run the cafe.\n\nMs. Lind, 61, keeps the books. Their daughter, Maja Lind, washes up. “I cried,” Maja Lind said.\n\nMs. Lind said that it was late.",
			[]said{{"“I cried,”", "Maja Lind"}, {"it was late", "Ms. Lind"}}, "Anna Lind", PersonSpeaker},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := resolved(t, c.text, c.qs)
			q := r.Quotes[len(r.Quotes)-1]
			require.NotEqual(t, None, q.Speaker)
			require.Equal(t, c.as, r.Speakers[q.Speaker].Name)
			require.Equal(t, c.kind, r.Speakers[q.Speaker].Kind)
		})
	}
}

// What is within a quotation is told wherever it stands in a long article.
func TestAround(t *testing.T) {
	const one = "Marta Quill said the ferry was late. "
	text := strings.Repeat(one, 80)
	a := &nlp.Annotation{Text: text}
	s := &resolver{a: a, r: &Result{}}
	for i := range 80 {
		at := i*len(one) + len("Marta Quill said ")
		s.r.Quotes = append(s.r.Quotes, Quote{Content: []span.Span{{Start: at, End: at + len("the ferry was late")}}})
	}
	for i := range s.r.Quotes {
		in := span.Span{Start: s.r.Quotes[i].Content[0].Start + 4, End: s.r.Quotes[i].Content[0].End - 4}
		require.Equal(t, i, s.around(-1, in))
		require.Equal(t, -1, s.around(i, in))
		require.Equal(t, -1, s.around(-1, span.Span{Start: i * len(one), End: i*len(one) + 5}))
	}
}
