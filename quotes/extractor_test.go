package quotes_test

import (
	"context"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// analyze runs everything that stands before and in this package.
func analyze(t testing.TB, text string, opts ...quotes.Option) (*extract.Document, *quotes.Result) {
	ctx := context.Background()
	doc, err := extract.Text(ctx, []byte(text))
	require.NoError(t, err)
	n, err := nlp.Default()
	require.NoError(t, err)
	in := nlp.Input{Text: doc.Text}
	for _, b := range doc.Blocks {
		if b.Quotable() {
			in.Blocks = append(in.Blocks, nlp.Block{Span: b.Span, Heading: b.Kind == extract.Heading})
		}
	}
	var a nlp.Annotation
	require.NoError(t, n.Annotate(ctx, in, &a))
	e, err := quotes.New(opts...)
	require.NoError(t, err)
	r, err := e.Extract(ctx, doc, &a)
	require.NoError(t, err)
	return doc, r
}

// sound checks what holds of every result.
func sound(t testing.TB, text string, r *quotes.Result) {
	within := func(s span.Span) {
		require.True(t, s.Valid(len(text)) && !s.Empty(), "span %v of %d bytes", s, len(text))
	}
	cues := map[span.Span]bool{}
	start := -1
	for i := range r.Quotes {
		q := &r.Quotes[i]
		require.NotEmpty(t, q.Content)
		end := -1
		for _, s := range q.Content {
			within(s)
			require.GreaterOrEqual(t, s.Start, end, "parts of content are ordered and disjoint")
			end = s.End
		}
		require.GreaterOrEqual(t, q.Content[0].Start, start, "quotations are ordered")
		start = q.Content[0].Start
		for _, s := range q.Source {
			within(s)
		}
		if !q.Cue.Empty() {
			within(q.Cue)
			require.False(t, cues[q.Cue], "two quotations of one cue")
			cues[q.Cue] = true
		}
		require.True(t, q.Speaker >= quotes.None && q.Speaker < len(r.Speakers))
		require.True(t, q.Within >= quotes.None && q.Within < i)
		require.True(t, q.Continues >= quotes.None && q.Continues < len(r.Quotes))
		require.True(t, q.Confidence >= 0 && q.Confidence <= 1)
	}
	for _, s := range r.Speakers {
		require.NotEmpty(t, s.Name)
		for _, m := range s.Mentions {
			within(m)
		}
	}
	for _, m := range r.Marked {
		within(m.Span)
	}
}

// Two parts of a source may come down to the same words.
func TestSourcePartsAlike(t *testing.T) {
	doc, r := analyze(t, `Dana Holm and Tor Lund vied for the office of mayor in Belmark. Tor Lund, a businessman from New Orsund, spoke first.

"We need change," the New Orsund businessman said.

Dana Holm unveiled the endorsements of 95 captains who blamed the New Orsund businessman who lacks experience for the loss of 14 ships.`, quotes.WithStatementsOnly())
	sound(t, doc.Text, r)
}

func FuzzExtract(f *testing.F) {
	for _, s := range []string{
		"“We won,” said Ann Lee, the mayor of Springfield. “And we will again.”",
		"Lee said:\n\nWe won.\n\n> quoted\n\nA: b\n\nA: c\n\nB: d",
		"\"“''``‘’'\"\n\n\"", "According to the report, 'a “b' c” d.", "He said, she said, they said: \xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			t.Skip()
		}
		doc, r := analyze(t, s)
		sound(t, doc.Text, r)
		_, again := analyze(t, s)
		require.True(t, reflect.DeepEqual(r, again), "two runs differ")
	})
}
