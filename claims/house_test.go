package claims

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// A page that speaks of its own house by name is that one's "we".
func TestHouse(t *testing.T) {
	for _, c := range []struct{ site, text, want string }{
		{"The Orlogive Blog", "An Orlogive grant was made.", "Orlogive"},
		{"The Wharf", "The Wharf has tested it. Wharf readers asked.", "Wharf"},
		{"The Wharf", "Wharfside has tested it. The Wharf asked.", ""},
		{"The Wharf", "Nobody has tested it.", ""},
		{"wharf.example", "wharf.example is wharf.example.", ""},
		{"", "It was made.", ""},
	} {
		ar := &article{a: &nlp.Annotation{Text: c.text}, doc: &extract.Document{Site: c.site}}
		require.Equal(t, c.want, ar.house(), c.text)
	}
}

// A house goes by the name that it was first called, not by that of its part.
func TestBrand(t *testing.T) {
	for text, want := range map[string]string{
		"Norr bid. Norr won. Norr Harbours bid.":  "Norr",
		"Norr Harbours bid. Norr won. Norr lost.": "Norr Harbours",
		"Norr bid. Norr Harbours won.":            "Norr Harbours",
	} {
		a := &nlp.Annotation{Text: text}
		for i, at := 0, 0; at < len(text); i++ {
			end := at
			for end < len(text) && text[end] != ' ' && text[end] != '.' {
				end++
			}
			if text[at:end] == "Norr" && !strings.HasPrefix(text[end:], " Harbours") {
				a.Entities = append(a.Entities, nlp.Entity{Kind: nlp.Organization, First: i, Last: i + 1, Span: span.Span{Start: at, End: end}})
			}
			a.Tokens = append(a.Tokens, nlp.Token{POS: nlp.VBD})
			for at = end; at < len(text) && (text[at] == ' ' || text[at] == '.'); at++ {
			}
		}
		ar := &article{a: a}
		require.Equal(t, want, ar.brand(&quotes.Speaker{Kind: quotes.OrganizationSpeaker, Name: "Norr Harbours"}), text)
	}
	ar := &article{a: &nlp.Annotation{Text: "Adobe Lantern is slow. Adobe knows. So Adobe paid."}}
	require.Equal(t, "Adobe", ar.brand(&quotes.Speaker{Kind: quotes.OrganizationSpeaker, Name: "Adobe Lantern"}))
}

// A passage in a round-up of other papers is signed by the line below.
func TestSignedBelow(t *testing.T) {
	const passage = "The pier has 14 cranes."
	for _, c := range []struct {
		kind extract.Kind
		line string
		want string
	}{
		{extract.Blockquote, "[The Harbour Post]", "said by The Harbour Post"},
		{extract.Paragraph, "[The Harbour Post]", ""},
		{extract.Blockquote, "[The pier was sold in May]", ""},
		{extract.Embed, "— Ann Orlo (@annorlo) May 3, 2018", "said by Ann Orlo on May 3, 2018"},
		{extract.Blockquote, "It was built in 1950.", ""},
	} {
		text := passage + "\n\n" + c.line
		doc := &extract.Document{Text: text, Blocks: []extract.Block{
			{Kind: c.kind, Span: span.Span{End: len(passage)}},
			{Kind: extract.Paragraph, Span: span.Span{Start: len(passage) + 2, End: len(text)}},
		}}
		a := &nlp.Annotation{Text: text, Tokens: make([]nlp.Token, 1), Sentences: make([]nlp.Sentence, 1)}
		w := &rewriting{article: &article{a: a, doc: doc}, p: &proposition{last: 1}}
		require.Equal(t, c.want, w.signedBelow(), c.line)
	}
}

// What an organisation runs says nothing: its agency does.
func TestAgencyIn(t *testing.T) {
	for source, want := range map[string]string{"the agency": "the agency", "Norr Crane": "", "The agency": "the agency"} {
		at := strings.IndexByte(source, ' ')
		a := &nlp.Annotation{Text: source, Tokens: []nlp.Token{{End: int32(at)}, {Start: int32(at + 1), End: int32(len(source))}}}
		q := &quotes.Result{Quotes: []quotes.Quote{{Source: []span.Span{{End: len(source)}}, Continues: -1}}}
		w := &rewriting{article: &article{a: a, q: q}, p: &proposition{quote: 0}}
		require.Equal(t, want, w.agencyIn(), source)
	}
}
