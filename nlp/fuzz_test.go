package nlp_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// check asserts what holds of every annotation.
func check(t *testing.T, text string, a *nlp.Annotation) {
	t.Helper()
	last := int32(0)
	for i, k := range a.Tokens {
		require.LessOrEqual(t, last, k.Start)
		require.Less(t, k.Start, k.End)
		require.LessOrEqual(t, int(k.End), len(text))
		require.NotEmpty(t, k.Lemma)
		require.NotZero(t, k.POS)
		s := a.Sentences[k.Sentence]
		require.True(t, s.First <= i && i < s.Last)
		require.Less(t, int(k.Head), len(a.Tokens))
		last = k.End
	}
	next := 0
	for _, s := range a.Sentences {
		require.Equal(t, next, s.First)
		require.Less(t, s.First, s.Last)
		require.Equal(t, a.Span(s.First, s.Last), s.Span)
		next = s.Last
	}
	require.Equal(t, len(a.Tokens), next)
	from := 0
	for _, e := range a.Entities {
		require.LessOrEqual(t, from, e.First)
		require.Less(t, e.First, e.Last)
		require.Equal(t, a.Span(e.First, e.Last), e.Span)
		require.NotZero(t, e.Kind)
		from = e.Last
	}
	for _, m := range a.Mentions {
		require.Equal(t, a.Span(m.First, m.Last), m.Span)
		require.Less(t, m.Chain, len(a.Chains))
	}
}

var seeds = []string{
	"", " ", "Mr. King said: “I won't go.” She left.", "O'Malley's $5.3m (R-Tex.) deal—so-called—fell 4.5%…", "\xff\xfe's bad", "Ⱥ𐐀ȺȺȺȺ's", "İİİİİ's", "‘She is", "a\u200bb \u00a0c 👩‍👩‍👧 🇩🇪 :-)",
	"HEADLINE IN CAPITALS\n\nhttp://example.com/a?b=c. @handle #tag 3:30 p.m. 555-1234", "'", "’", "...", "-", "U.S.", "1.\n2.\n", "''", "\"a\" 'b' ``c''", "x'", "10's", "\x00\x01",
	"said Rep. Ann Lee (D-Moor),", "said Rep. Ann Lee (D-Moor)", "Ann Lee (D),\n\nBob Ray (R),",
}

func FuzzAnnotate(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, 3, 9)
	}
	b, err := nlp.Default()
	require.NoError(f, err)
	var reused nlp.Annotation
	f.Fuzz(func(t *testing.T, text string, x, y int) {
		var a nlp.Annotation
		require.NoError(t, b.Annotate(context.Background(), nlp.Input{Text: text}, &a))
		check(t, text, &a)
		require.NoError(t, b.Annotate(context.Background(), nlp.Input{Text: text}, &reused))
		require.True(t, slices.Equal(a.Tokens, reused.Tokens))
		require.True(t, slices.Equal(a.Sentences, reused.Sentences))
		require.True(t, slices.Equal(a.Entities, reused.Entities))
		// Blocks of any kind.
		blocks := []nlp.Block{{Span: span.Span{Start: x, End: y}, Heading: true}, {Span: span.Span{Start: y, End: len(text) + 3}}}
		require.NoError(t, b.Annotate(context.Background(), nlp.Input{Text: text, Blocks: blocks}, &a))
		check(t, text, &a)
	})
}
