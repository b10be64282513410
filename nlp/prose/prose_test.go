package prose

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	upstream "github.com/jdkato/prose/v2"
	"github.com/stretchr/testify/require"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/onrecord/onrecord/nlp"
)

func annotate(t testing.TB, text string) *nlp.Annotation {
	t.Helper()
	p, err := New(WithOptions(nlp.WithoutParse(), nlp.WithoutCoref()))
	require.NoError(t, err)
	var a nlp.Annotation
	require.NoError(t, p.Annotate(context.Background(), nlp.Input{Text: text}, &a))
	return &a
}

func words(a *nlp.Annotation) string {
	var out []string
	for i := range a.Tokens {
		out = append(out, a.Word(i))
	}
	return strings.Join(out, "|")
}

func tags(a *nlp.Annotation) string {
	var out []string
	for _, t := range a.Tokens {
		out = append(out, t.POS.String())
	}
	return strings.Join(out, " ")
}

func names(a *nlp.Annotation) string {
	var out []string
	for _, e := range a.Entities {
		if e.Kind <= nlp.Misc {
			out = append(out, e.Kind.String()+" "+e.Of(a.Text))
		}
	}
	return strings.Join(out, "; ")
}

// Each pitfall of prose is shown here as it is, and mended.

func TestRepeatedWordsKeepTheirOwnTags(t *testing.T) {
	const text = "The vote was late and they vote again."
	doc, err := upstream.NewDocument(text, upstream.UsingModel(mustModel(t)), upstream.WithSegmentation(false))
	require.NoError(t, err)
	raw := doc.Tokens()
	require.Equal(t, raw[1].Tag, raw[6].Tag, "prose itself gives both the last one's tag")
	require.Equal(t, "DT NN VBD JJ CC PRP VBP RB .", tags(annotate(t, text)))
}

func TestNoTextIsDropped(t *testing.T) {
	doc, err := upstream.NewDocument("It is O'Sara's.", upstream.UsingModel(mustModel(t)), upstream.WithSegmentation(false))
	require.NoError(t, err)
	var raw []string
	for _, k := range doc.Tokens() {
		raw = append(raw, k.Text)
	}
	require.NotContains(t, strings.Join(raw, ""), "Sara", "prose itself drops it")
	for text, want := range map[string]string{
		"It is O'Sara's.":        "It|is|O'Sara|'s|.",
		"‘She is here,’ he said": "‘|She|is|here|,|’|he|said",
		"D’Souza’ll go":          "D’Souza|’ll|go",
		"They'd've gone":         "They|'d|'ve|gone",
		"x'll'll y":              "x|'ll|'ll|y",
	} {
		require.Equal(t, want, words(annotate(t, text)), text)
	}
}

func TestNoPanic(t *testing.T) {
	for _, text := range []string{"\xff\xfe's bad", "Ⱥ𐐀ȺȺȺȺ's", "İİİİİ's", "İ'll", "'ll", "$$$ \"\"\" ((( [[[", "&rsquo;s", "ſ'llK", "\x00", "-LRB-", "* 0"} {
		a := annotate(t, text)
		for i, k := range a.Tokens {
			require.Equal(t, text[k.Start:k.End], a.Word(i))
			require.NotZero(t, k.POS)
		}
	}
}

func TestMissingOrDamagedModelIsAnError(t *testing.T) {
	_, err := New(WithModel(filepath.Join(t.TempDir(), "none")))
	require.ErrorContains(t, err, "is no model of prose")
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "Maxent"), 0o755))
	for _, f := range []string{"labels.gob", "mapping.gob", "weights.gob"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "Maxent", f), []byte("x"), 0o644))
	}
	_, err = New(WithModel(dir))
	require.ErrorContains(t, err, "damaged")
}

func TestModelIsLoadedOnce(t *testing.T) {
	a, err := New()
	require.NoError(t, err)
	b, err := New()
	require.NoError(t, err)
	require.Same(t, a.model, b.model)
}

func TestQuotationMarksAreTagged(t *testing.T) {
	require.Equal(t, "`` PRP VBP , '' PRP VBD .", tags(annotate(t, "“We go,” she said.")))
	require.Equal(t, "`` PRP VBP , '' PRP VBD .", tags(annotate(t, `"We go," she said.`)))
}

func TestEntityAtTheEnd(t *testing.T) {
	require.Equal(t, "place Berlin", names(annotate(t, "She lives in Berlin")))
}

func TestNamesHaveNoTitlesAndClitics(t *testing.T) {
	a := annotate(t, "Yesterday Mr. Robert Brandt's brother met Mrs. Alice Moss in Berlin.")
	for _, e := range a.Entities {
		w := e.Of(a.Text)
		require.False(t, strings.HasPrefix(w, "Mr"), w)
		require.False(t, strings.HasSuffix(w, "'s"), w)
	}
	require.Contains(t, names(a), "Robert Brandt")
}

func TestTokensOfNewsCopy(t *testing.T) {
	for text, want := range map[string]string{
		"It was Bob. He left in Sept. 2014.": "It|was|Bob|.|He|left|in|Sept.|2014|.",
		"I've cannot £5 50% well—no Hmm…":    "I|'ve|can|not|£|5|50|%|well|—|no|Hmm|…",
		"a\u200bb\u00a0c ok😀":                "a|b|c|ok|😀",
	} {
		require.Equal(t, want, words(annotate(t, text)))
	}
}

func TestSentencesOfNewsCopy(t *testing.T) {
	a := annotate(t, "Council backs bridge\n\n“Mr. King left,” she said. “He will not come.” They wept.")
	var got []string
	for _, s := range a.Sentences {
		got = append(got, s.Of(a.Text))
	}
	require.Equal(t, []string{"Council backs bridge", "“Mr. King left,” she said.", "“He will not come.”", "They wept."}, got)
}

func TestAddresses(t *testing.T) {
	require.Equal(t, "VB ADD CC ADD", tags(annotate(t, "see https://example.org and @handle")))
}

func TestWithoutEntities(t *testing.T) {
	p, err := New(WithoutEntities())
	require.NoError(t, err)
	var a nlp.Annotation
	require.NoError(t, p.Annotate(context.Background(), nlp.Input{Text: "Robert Brandt lives in Berlin."}, &a))
	require.Equal(t, "person Robert Brandt; place Berlin", names(&a))
}

func TestOwnModel(t *testing.T) {
	var data []upstream.EntityContext
	for _, w := range []string{"Brimbo", "Tarvex", "Quillo", "Zandor"} {
		for _, s := range []string{"Shops sell ", "People buy ", "We like "} {
			text := s + w + " today."
			data = append(data, upstream.EntityContext{Text: text, Accept: true, Spans: []upstream.LabeledEntity{{Start: len(s), End: len(s) + len(w), Label: "PRODUCT"}}})
		}
	}
	m := upstream.ModelFromData("products", upstream.UsingEntities(data))
	dir := filepath.Join(t.TempDir(), "products")
	require.NoError(t, m.Write(dir))
	p, err := New(WithModel(dir))
	require.NoError(t, err)
	var a nlp.Annotation
	require.NoError(t, p.Annotate(context.Background(), nlp.Input{Text: "People buy Brimbo today."}, &a))
	require.Equal(t, "misc Brimbo", names(&a))
	require.Equal(t, nlp.Date, a.Entities[len(a.Entities)-1].Kind, "amounts and dates are found beside the model's names")
}

func TestConcurrentUse(t *testing.T) {
	p, err := New()
	require.NoError(t, err)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			var a nlp.Annotation
			for range 3 {
				if err := p.Annotate(context.Background(), nlp.Input{Text: "Robert Brandt lives in Berlin. He said: “I like it.”"}, &a); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

func mustModel(t testing.TB) *upstream.Model {
	m, err := ownModel()
	require.NoError(t, err)
	return m
}

func FuzzTokensAreKept(f *testing.F) {
	for _, s := range []string{"a'll b", "İ'll's", "“x” $5 (y) [z]", "n't's'm", "\xff", "'S 'LL"} {
		f.Add(s)
	}
	p, err := New(WithoutEntities(), WithOptions(nlp.WithoutParse(), nlp.WithoutCoref(), nlp.WithoutEntities()))
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string) {
		var a nlp.Annotation
		require.NoError(t, p.Annotate(context.Background(), nlp.Input{Text: text}, &a))
		for _, s := range a.Sentences {
			var ws []string
			for i := s.First; i < s.Last; i++ {
				ws = append(ws, a.Word(i))
			}
			got, err := p.run(ws)
			require.NoError(t, err)
			require.Len(t, got, len(ws), "%q", ws)
		}
	})
}
