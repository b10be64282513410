package nlp_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"
)

func entities(a *nlp.Annotation) string {
	var out []string
	for _, e := range a.Entities {
		if e.Kind <= nlp.Misc {
			out = append(out, e.Kind.String()+" "+e.Of(a.Text))
		}
	}
	return strings.Join(out, "; ")
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mayor Ana Brandt met Tom Hale in Berlin on Tuesday.", "person Ana Brandt; person Tom Hale; place Berlin"},
		{"Ms. Brandt’s lawyer spoke to Reuters in New York.", "person Brandt; organization Reuters; place New York"},
		{"Velmora Inc. sued Orlin Corp. in Germany.", "organization Velmora Inc.; organization Orlin Corp.; place Germany"},
		{"The United Nations and the World Health Organization were told.", "organization United Nations; organization World Health Organization"},
		{"South Carolina Congressman James Velmora and New York City Mayor Bill Orlin spoke.", "place South Carolina; person James Velmora; place New York City; person Bill Orlin"},
		// Letters behind a person's name.
		{"Sir Tomas Velmora KC, prosecuting, told the court so.", "person Tomas Velmora"},
		// All capitals.
		{"MAYOR ANA BRANDT TRAVELS TO GERMANY", "person ANA BRANDT; place GERMANY"},
		// What is a person's surname in one place is so in all.
		{"Ana Velmora runs the port. “We will see,” Velmora said. Nobody else did what Velmora did.", "person Ana Velmora; person Velmora; person Velmora"},
	} {
		require.Equal(t, c.want, entities(annotate(t, c.text)), c.text)
	}
}

func TestTags(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The vote was late and they vote again.", "DT NN VBD JJ CC PRP VBP RB ."},
		{"“We go to town to eat,” she said.", "`` PRP VBP IN NN TO VB , '' PRP VBD ."},
		{"a long-term plan - or not", "DT JJ HYPH NN NN : CC RB"},
		{"She's Ann's aunt; they've cost $5.", "PRP VBZ NNP POS NN : PRP VBP VBN $ CD ."},
	} {
		a := annotate(t, c.text)
		var got []string
		for _, k := range a.Tokens {
			got = append(got, k.POS.String())
		}
		require.Equal(t, c.want, strings.Join(got, " "), c.text)
	}
}

// TestConcurrentUse is for the race detector.
func TestConcurrentUse(t *testing.T) {
	b, err := nlp.Default()
	require.NoError(t, err)
	text := "Mayor Ana Brandt said: “The dam is safe.” She met Tom Hale of Velmora Inc. on Tuesday.\n\nNobody asked Brandt why."
	want := annotate(t, text)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			var a nlp.Annotation
			for range 20 {
				if err := b.Annotate(context.Background(), nlp.Input{Text: text}, &a); err != nil || !slices.Equal(want.Tokens, a.Tokens) || !slices.Equal(want.Entities, a.Entities) || !slices.Equal(want.Mentions, a.Mentions) {
					t.Errorf("annotation differs, %v", err)
					return
				}
			}
		})
	}
	wg.Wait()
}

// TestArticleAtTheStart: the search for an office before a name reaches the
// first word of the text.
func TestArticleAtTheStart(t *testing.T) {
	require.Len(t, annotate(t, "The Victoria Bridge is shut.").Tokens, 6)
}

func TestEndedContext(t *testing.T) {
	b, err := nlp.Default()
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var a nlp.Annotation
	require.ErrorIs(t, b.Annotate(ctx, nlp.Input{Text: "A dam."}, &a), context.Canceled)
}

func TestWordMeaning(t *testing.T) {
	of := func(word string) [2]uint16 {
		class, group := nlp.WordMeaning(word)
		return [2]uint16{class, group}
	}
	require.Equal(t, of("Tuesday"), of("wednesday"))
	require.NotEqual(t, of("Tuesday"), of("river"))
	require.Zero(t, of("qxzzyq"))
}
