package quotes

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

func TestTidySource(t *testing.T) {
	for _, c := range []struct{ text, source, cue, want string }{
		{"Marta Quill, speaking on Monday, said nobody was warned.", "Marta Quill, speaking on Monday", "said", "Marta Quill"},
		{"Marta Quill, on what was her first day, said nobody was warned.", "Marta Quill, on what was her first day", "said", "Marta Quill"},
		{"Marta Quill, with the harbour union, said nobody was warned.", "Marta Quill, with the harbour union", "said", "Marta Quill, with the harbour union"},
		{"The harbour board on Tuesday said nobody was warned.", "The harbour board on Tuesday", "said", "The harbour board"},
		{"Harbour officials this week said nobody was warned.", "Harbour officials this week", "said", "Harbour officials"},
		{"A poll released last month said nobody was warned.", "A poll released last month", "said", "A poll released last month"},
		{"“Nobody was warned,” said a harbour spokesperson when contacted by the Post.", "a harbour spokesperson when contacted by the Post", "said", "a harbour spokesperson"},
		{"Opening the meeting, Marta Quill said nobody was warned.", "Opening the meeting, Marta Quill", "said", "Marta Quill"},
		{"In a letter to the harbour's chairman, the workers say nobody was warned.", "the harbour's chairman, the workers", "say", "the workers"},
		{"The mayor, speaking on Monday, said nobody was warned.", "The mayor, speaking on Monday", "said", "The mayor, speaking on Monday"},
		// At the start of a text there is nothing before what is taken off.
		{"Monday said nobody was warned.", "Monday", "said", "Monday"},
		{"Last Monday said nobody was warned.", "Last Monday", "said", "Last Monday"},
		{"On Monday said nobody was warned.", "On Monday", "said", "On Monday"},
		{"week said nobody was warned.", "week", "said", "week"},
		{"this year said nobody was warned.", "this year", "said", "this year"},
	} {
		p := pageOf(t, c.text)
		cue, source := at(t, p, c.cue), at(t, p, c.source)
		got := p.tidySource([]tokens{source}, &attribution{cue: cueSpan{first: cue.first, last: cue.last}})
		assert.Equal(t, c.want, p.a.Span(got[0].first, got[0].last).Of(c.text))
	}
}

func TestTidySourceTakesWholeNames(t *testing.T) {
	text := "A lesson from Marta Quill: “Be kind.” Mr. Quill left."
	p := pageOf(t, text)
	name := at(t, p, "Marta Quill")
	for i := name.first; i < name.last; i++ { // whatever the model of names makes of it
		p.tok[i].entity, p.tok[i].entityStart = nlp.Person, i == name.first
	}
	colon := at(t, p, ":")
	cue := cueSpan{first: colon.first, last: colon.last}
	got := p.tidySource([]tokens{at(t, p, "A lesson from Marta Quill")}, &attribution{cue: cue})
	assert.Equal(t, []tokens{name}, got)
	got = p.tidySource([]tokens{{name.first, name.first + 1}}, &attribution{cue: cue})
	assert.Equal(t, []tokens{name}, got, "ends within the name")
	got = p.tidySource([]tokens{{name.first + 1, name.last}}, &attribution{cue: cue})
	assert.Equal(t, []tokens{name}, got, "begins within the name")
}

func TestRelativeSource(t *testing.T) {
	for _, c := range []struct{ text, source, cue, want string }{
		{"Marta Quill answered a report in the Saltby Echo which alleged that boats were late.", "Marta Quill", "alleged", "which"},
		{"Marta Quill read the letter which alleged that boats were late.", "the letter", "alleged", "the letter"},
		{"The board, which Marta Quill leads, alleged that boats were late.", "The board", "alleged", "The board"},
	} {
		p := pageOf(t, c.text)
		cue, source := at(t, p, c.cue), at(t, p, c.source)
		got := p.relative([]span.Span{p.a.Span(source.first, source.last)}, cueSpan{first: cue.first, last: cue.last})
		assert.Equal(t, c.want, got[0].Of(c.text), c.text)
	}
}
