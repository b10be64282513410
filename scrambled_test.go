package onrecord_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/claims"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/corpus"
)

// TestScrambledTexts: stretches of articles that are cut anywhere, with words
// shuffled, replaced, left out or parted by paragraphs, are read without a panic.
// ONRECORD_SCRAMBLED is how many, of PolNeAR's articles where they are there.
func TestScrambledTexts(t *testing.T) {
	n, texts := 300, []string{}
	if s := os.Getenv("ONRECORD_SCRAMBLED"); s != "" {
		var err error
		n, err = strconv.Atoi(s)
		require.NoError(t, err)
		if shared, err := corpus.Shared(); err == nil {
			articles, err := corpus.JSONLines[corpus.Marked](filepath.Join(shared, "data", "polnear", "train.jsonl.gz"))
			require.NoError(t, err)
			for i := range articles {
				texts = append(texts, articles[i].Text)
			}
		}
	}
	ctx := context.Background()
	an, err := onrecord.New(onrecord.WithClaims(claims.WithThreshold(0)))
	require.NoError(t, err)
	if len(texts) == 0 {
		pages, err := filepath.Glob("testdata/articles/*.html")
		require.NoError(t, err)
		for _, p := range pages {
			page, err := os.ReadFile(p)
			require.NoError(t, err)
			doc, err := an.Extract(ctx, page)
			require.NoError(t, err)
			texts = append(texts, doc.Text)
		}
	}
	r := rand.New(rand.NewPCG(uint64(n), 1))
	for range n {
		x := scrambled(r, texts[r.IntN(len(texts))])
		doc, err := extract.Text(ctx, []byte(x))
		require.NoError(t, err)
		if r.IntN(3) > 0 {
			doc.Published = extract.Time{Time: time.Date(2016, 5, 3, 0, 0, 0, 0, time.UTC), DateOnly: true}
		}
		if r.IntN(3) > 0 {
			doc.Title = "Holm: 5 Things, Orr Says"
		}
		require.NotPanics(t, func() { _, err = an.AnalyzeDocument(ctx, "scrambled", doc) }, "%q", x)
		require.NoError(t, err, "%q", x)
	}
}

// scrambled is a stretch of text with its words in disorder.
func scrambled(r *rand.Rand, text string) string {
	first := r.IntN(max(1, len(text)-300))
	words := strings.Split(strings.ToValidUTF8(text[first:min(len(text), first+100+r.IntN(900))], ""), " ")
	odd := strings.Split("-|—|,|“|”|\"|The|it|said|that|and|2016|on Monday|:|;|(|)|[|...|they|\n\n|nor|not|who|which|of|according to|% of", "|")
	how := r.IntN(5)
	if how == 0 {
		r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	}
	kept := words[:0]
	for _, w := range words {
		switch {
		case how == 1 && r.IntN(6) == 0:
			w = odd[r.IntN(len(odd))]
		case how == 2 && r.IntN(4) == 0:
			continue
		case how == 3 && r.IntN(12) == 0:
			w += "\n\n"
		}
		kept = append(kept, w)
	}
	return strings.Join(kept, " ")
}
