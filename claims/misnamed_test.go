package claims

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// A source that names nobody may be of another kind than the speaker whom it
// was taken for.
func TestOtherKind(t *testing.T) {
	for _, c := range []struct {
		source string
		s      quotes.Speaker
		want   bool
	}{
		{"an employee", quotes.Speaker{Kind: quotes.PersonSpeaker, Name: "Carl Orlo"}, true},
		{"the company", quotes.Speaker{Kind: quotes.PersonSpeaker, Name: "Carl Orlo"}, true},
		{"the mayor", quotes.Speaker{Kind: quotes.PersonSpeaker, Name: "Carl Orlo"}, false},
		{"the senator", quotes.Speaker{Kind: quotes.PersonSpeaker, Name: "Carl Orlo", Role: "mayor of Belmark"}, true},
		{"the senator", quotes.Speaker{Kind: quotes.PersonSpeaker, Name: "Dana Holm", Role: "Sen."}, false},
		{"a lawyer, Carl Orlo", quotes.Speaker{Kind: quotes.PersonSpeaker, Name: "Carl Orlo"}, false},
		{"the senator", quotes.Speaker{Kind: quotes.OrganizationSpeaker, Name: "Norr Steel"}, true},
		{"a spokesman", quotes.Speaker{Kind: quotes.OrganizationSpeaker, Name: "Norr Steel"}, false},
		{"the company", quotes.Speaker{Kind: quotes.OrganizationSpeaker, Name: "Norr Steel"}, false},
	} {
		text := "On Monday " + c.source + " said that the plant in Belmark had closed."
		a := annotated(t, nlp.Input{Text: text, Blocks: []nlp.Block{{Span: span.Span{End: len(text)}}}})
		ar := &article{a: a}
		f, l := a.TokensIn(span.Span{Start: 10, End: 10 + len(c.source)})
		require.Equal(t, c.want, ar.anotherKind(f, l, &c.s), c.source)
	}
	require.True(t, otherSex("Anna Holm", "he"))
	require.True(t, otherSex("Carl Orlo", "she"))
	require.False(t, otherSex("Carl Orlo", "he"))
}
