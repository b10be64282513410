package quotes

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"
)

// pageOf annotates text, one block.
func pageOf(t *testing.T, text string) *page {
	ann, err := nlp.Default()
	require.NoError(t, err)
	var a nlp.Annotation
	require.NoError(t, ann.Annotate(t.Context(), nlp.Input{Text: text}, &a))
	p := new(page)
	p.reset(&a, pageBlocks([]nlp.Block{{Span: a.Span(0, len(a.Tokens))}}), statements)
	return p
}

// at is the range of the tokens of part, which p's text has once.
func at(t *testing.T, p *page, part string) tokens {
	require.Equal(t, 1, strings.Count(p.a.Text, part), part)
	i := strings.Index(p.a.Text, part)
	return tokens{p.a.TokenAt(i), p.a.TokenAt(i+len(part)-1) + 1}
}

func TestOtherSources(t *testing.T) {
	for _, c := range []struct {
		text, cue string
		kind      int
		want      string
	}{
		{"The mayor called the plan absurd and claimed that it would ruin the town.", "claimed", variantPaired, "The mayor"},
		{"Nurses were angry, as the letter called them lazy, and claimed that many had gone home.", "claimed", variantPaired, "the letter"},
		{"The mayor opened the bridge and said that it would save the town.", "said", variantNear, "The mayor"},
		{"The mayor laughed, adding that it would ruin the town.", "adding", variantShared, "The mayor"},
		{"“I shut my eyes and hit it,” admitted the young striker.", "admitted", variantBehind, "the young striker"},
	} {
		p := pageOf(t, c.text)
		cue := at(t, p, c.cue)
		found := ""
		for _, o := range p.otherSources(cueSpan{first: cue.first, last: cue.last}) {
			if o.kind == c.kind {
				found = p.a.Span(o.first, o.last).Of(c.text)
			}
		}
		assert.Equal(t, c.want, found, c.text)
	}
}

func TestOtherEnds(t *testing.T) {
	for _, c := range []struct{ text, cue, content, cut string }{
		{"The council said it was ready for the flood, while the police deny that anybody was warned.", "said", "it was ready for the flood, while the police deny that anybody was warned", "it was ready for the flood"},
		{"The agency said it would add five firms to the list, a group that ranges from small to huge.", "said", "it would add five firms to the list, a group that ranges from small to huge", "it would add five firms to the list"},
		{"The agency said it would add five firms.", "said", "it would add five firms", ""},
	} {
		p := pageOf(t, c.text)
		cue, content := at(t, p, c.cue), at(t, p, c.content)
		cut, _ := p.otherEnds(&attribution{cue: cueSpan{first: cue.first, last: cue.last}, content: []tokens{content}})
		got := ""
		if cut > 0 {
			got = p.a.Span(content.first, cut).Of(c.text)
		}
		assert.Equal(t, c.cut, got, c.text)
	}
}

func TestTold(t *testing.T) {
	p := pageOf(t, "The chairman told board members to look for new money.")
	cue, content := at(t, p, "told"), at(t, p, "board members to look for new money")
	got, ok := p.told(&attribution{cue: cueSpan{first: cue.first, last: cue.last}, content: []tokens{content}})
	require.True(t, ok)
	assert.Equal(t, "to look for new money", p.a.Span(got.first, got.last).Of(p.a.Text))
}
