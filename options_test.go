package onrecord_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/claims"
	"github.com/onrecord/onrecord/extract"
)

// What WithExtract says holds for every article, also beside what is said of
// one alone, and where the two differ, the latter.
func TestWithExtract(t *testing.T) {
	page := []byte(`<html><head><title>Quay reopens</title><link rel="canonical" href="/news/quay"></head><body><article><h1>Quay reopens</h1>
<p>The quay of Elding opened again on Monday after three weeks of repairs, which cost the town two million euros.</p>
<p>“It was worth every cent,” said Joan Pike, the harbour master, who had asked for them since the spring of last year.</p></article></body></html>`)
	plain, err := onrecord.New()
	require.NoError(t, err)
	r, err := plain.Analyze(t.Context(), "quay", page)
	require.NoError(t, err)
	require.Empty(t, r.Article.URL, "nothing says which site the page is of")

	an, err := onrecord.New(onrecord.WithExtract(extract.WithURL("https://elding.example/index")), onrecord.WithExtract(extract.WithMaxBytes(len(page))))
	require.NoError(t, err)
	for range 2 {
		r, err = an.Analyze(t.Context(), "quay", page)
		require.NoError(t, err)
		require.Equal(t, "https://elding.example/news/quay", r.Article.URL)
		d, err := an.ExtractAs(t.Context(), page, onrecord.HTML, extract.WithURL("https://other.example/index"))
		require.NoError(t, err)
		require.Equal(t, "https://other.example/news/quay", d.URL)
	}
	_, err = an.Analyze(t.Context(), "quay", append(page, ' '))
	var limit *extract.LimitError
	require.ErrorAs(t, err, &limit)
	require.ErrorContains(t, err, "quay: ")
	require.ErrorContains(t, err, "WithMaxBytes")
}

func TestWithClaims(t *testing.T) {
	all := map[string]bool{}
	count := func(opts ...onrecord.Option) (n int) {
		an, err := onrecord.New(opts...)
		require.NoError(t, err)
		for _, name := range articles(t) {
			r, err := an.Analyze(t.Context(), name, read(t, name))
			require.NoError(t, err)
			n += len(r.Claims)
			for _, c := range r.Claims {
				if opts == nil {
					all[name+c.Span.Text] = true
				} else {
					require.True(t, all[name+c.Span.Text], "%s: a higher threshold brings %q", name, c.Span.Text)
				}
			}
		}
		return n
	}
	usual, strict := count(), count(onrecord.WithClaims(claims.WithThreshold(0.8)))
	require.Positive(t, strict)
	require.Less(t, strict, usual)
	require.Zero(t, count(onrecord.WithClaims(claims.WithThreshold(0.8), claims.WithThreshold(1))))
	_, err := onrecord.New(onrecord.WithClaims(claims.WithThreshold(1.5)))
	require.ErrorContains(t, err, "threshold 1.5")
}
