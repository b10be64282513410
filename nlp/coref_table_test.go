package nlp_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"
)

func annotated(t testing.TB, text string) *nlp.Annotation {
	b, err := nlp.Default()
	require.NoError(t, err)
	a := new(nlp.Annotation)
	require.NoError(t, b.Annotate(context.Background(), nlp.Input{Text: text}, a))
	return a
}

// chainAt returns the chain of the mention that has the n-th occurrence of
// word for its head (from 0), nil if there is none.
func chainAt(a *nlp.Annotation, word string, n int) *nlp.Chain {
	for i := range a.Tokens {
		if a.Word(i) != word {
			continue
		}
		if n--; n >= 0 {
			continue
		}
		for m := range a.Mentions {
			if a.Mentions[m].Head == i && a.Mentions[m].Chain >= 0 {
				return &a.Chains[a.Mentions[m].Chain]
			}
		}
		return nil
	}
	return nil
}

func TestCoreferSameReferent(t *testing.T) {
	const council = "The Fernbridge Cyclists Union (FCU) met on Monday. "
	for _, c := range []struct{ name, text, word, as string }{
		{"surname", "Marta Quill runs the harbour in Fernbridge. Quill said the ferry was late.", "Quill", "Marta Quill"},
		{"title", "Marta Quill runs the harbour in Fernbridge. On Monday, Ms. Quill said the ferry was late.", "Quill", "Marta Quill"},
		{"full name later", "Quill wants a new ferry. Marta Quill, the harbour director, said so on Monday.", "Quill", "Marta Quill"},
		{"nickname and initial", "Robert J. Tansley opened the school. Bob Tansley said it was a good day.", "Tansley", "Robert J. Tansley"},
		{"possessive", "Marta Quill runs the harbour. The report praised Quill's work.", "Quill", "Marta Quill"},
		{"acronym in brackets", council + "The FCU said that the road was too narrow.", "FCU", "Fernbridge Cyclists Union"},
		{"pronoun", "Marta Quill runs the harbour. She said the ferry was late.", "She", "Marta Quill"},
		{"pronoun by gender", "Marta Quill met Robert Tansley at the harbour. He said the ferry was late.", "He", "Robert Tansley"},
		{"possessive pronoun", "Robert Tansley sold his boat in May.", "his", "Robert Tansley"},
		{"reflexive", "Marta Quill blamed herself for the delay.", "herself", "Marta Quill"},
		{"organisation's pronoun", "The Harbour Workers Union met on Monday. It said that the port was safe.", "It", "Harbour Workers Union"},
		{"apposition before", "The mayor, Marta Quill, opened the bridge.", "mayor", "Marta Quill"},
		{"apposition behind", "Marta Quill, the mayor of Fernbridge, opened the bridge.", "mayor", "Marta Quill"},
		{"title as a noun", "Mayor Marta Quill opened the bridge on Monday. The mayor said it was safe.", "mayor", "Marta Quill"},
		{"not what is only spoken of", "Marta Quill opened the bridge. “Robert Tansley never came here,” she said.", "she", "Marta Quill"},
		{"relative pronoun", "Marta Quill, who runs the harbour, opened the bridge.", "who", "Marta Quill"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := annotated(t, c.text)
			n := strings.Count(c.text, c.word) - 1
			if c.word == "his" || c.word == "who" || c.word == "she" || c.word == "mayor" {
				n = 0
			}
			ch := chainAt(a, c.word, n)
			require.NotNil(t, ch)
			require.Equal(t, c.as, ch.Name)
		})
	}
}

func TestCoreferDifferentReferents(t *testing.T) {
	for _, c := range []struct{ name, text, one, other string }{
		{"brothers", "Robert Tansley and Peter Tansley sold the boat.", "Robert Tansley", "Peter Tansley"},
		{"kinds", "Marta Quill met officials of the Quill Foundation.", "Marta Quill", "Quill Foundation"},
		{"object is not subject", "Robert Tansley told Peter Marsh that the boat was sold.", "Robert Tansley", "Peter Marsh"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := annotated(t, c.text)
			names := map[string]bool{}
			for _, ch := range a.Chains {
				names[ch.Name] = true
			}
			require.Contains(t, names, c.one)
			require.Contains(t, names, c.other)
		})
	}
}

func TestRolesAndAffiliations(t *testing.T) {
	for _, c := range []struct{ text, name, role, affiliation string }{
		{"Fernbridge Mayor Marta Quill opened the bridge.", "Marta Quill", "Mayor", "Fernbridge"},
		{"Marta Quill, president of the Harbour Workers Union, opened the bridge.", "Marta Quill", "president", "Harbour Workers Union"},
		{"Marta Quill, the Harbour Workers Union's president, opened the bridge.", "Marta Quill", "president", "Harbour Workers Union"},
		{"The Harbour Workers Union's president, Marta Quill, opened the bridge.", "Marta Quill", "president", "Harbour Workers Union"},
		{"Harbour Workers Union spokeswoman Marta Quill said so.", "Marta Quill", "spokeswoman", "Harbour Workers Union"},
		{"Marta Quill, who is the director of the Fernbridge Museum, opened the bridge.", "Marta Quill", "director", "Fernbridge Museum"},
		{"Marta Quill, a professor of history at Fernbridge University, wrote the book.", "Marta Quill", "professor of history", "Fernbridge University"},
		{"The Harbour Workers Union (HWU) met on Monday. Marta Quill, HWU's president, said the port was safe.", "Marta Quill", "president", "Harbour Workers Union"},
		{"Marta Quill of the Harbour Workers Union said so.", "Marta Quill", "", "Harbour Workers Union"},
		{"Marta Quill, 52, a teacher, said so.", "Marta Quill", "teacher", ""},
		{"Mr. Robert Tansley said so.", "Robert Tansley", "", ""},
		{"Marta Quill, an Oscar-winning actress, said so.", "Marta Quill", "Oscar-winning actress", ""},
		{"Marta Quill, a New York-born painter, said so.", "Marta Quill", "New York-born painter", ""},
		{"Marta Quill, a Fernbridge-based lawyer, said so.", "Marta Quill", "lawyer", ""},
		{"Marta Quill, the opposition figure, said so.", "Marta Quill", "opposition figure", ""},
		{"Marta Quill came home. The opposition figure said so.", "Marta Quill", "opposition figure", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			a := annotated(t, c.text)
			for _, ch := range a.Chains {
				if ch.Name == c.name {
					require.Equal(t, c.role, ch.Role)
					require.Equal(t, c.affiliation, ch.Affiliation)
					return
				}
			}
			t.Fatalf("no chain is named %s", c.name)
		})
	}
}

// checkMentions asserts what always holds of mentions and chains.
func checkMentions(t testing.TB, a *nlp.Annotation) {
	in := make([]int, len(a.Mentions))
	for i, c := range a.Chains {
		require.NotEmpty(t, c.Mentions)
		last := -1
		for _, m := range c.Mentions {
			require.Greater(t, m, last, "mentions of a chain are in order")
			last = m
			require.Equal(t, i, a.Mentions[m].Chain)
			in[m]++
		}
		require.True(t, c.Name == "" || strings.Contains(a.Text, c.Name), "a name is a slice of the text")
	}
	for i, m := range a.Mentions {
		require.True(t, 0 <= m.First && m.First <= m.Head && m.Head < m.Last && m.Last <= len(a.Tokens))
		require.Equal(t, a.Span(m.First, m.Last), m.Span)
		require.True(t, m.Valid(len(a.Text)))
		require.Equal(t, a.Tokens[m.First].Sentence, a.Tokens[m.Last-1].Sentence)
		if m.Chain >= 0 {
			require.Equal(t, 1, in[i])
		} else {
			require.Zero(t, in[i])
		}
		if i > 0 {
			p := a.Mentions[i-1]
			require.True(t, p.First < m.First || p.First == m.First && p.Last >= m.Last, "mentions are in order, longer first")
		}
	}
	for i, e := range a.Entities {
		require.True(t, 0 <= e.First && e.First < e.Last && e.Last <= len(a.Tokens))
		require.Equal(t, a.Span(e.First, e.Last), e.Span)
		if i > 0 {
			require.LessOrEqual(t, a.Entities[i-1].Last, e.First, "entities are disjoint and in order")
		}
	}
}

func FuzzCorefer(f *testing.F) {
	for _, s := range []string{
		"Fernbridge Mayor Marta Quill, 52, and Robert Tansley Jr. of The Planet and Post (D-Ore.) met the Harbour Workers Union (HWU). “I,” she said, “am Ms. Quill.”",
		"'s 's Mr. Mr. Jr. (D-X) of of the the", "A B C D E F and of the G's H's I's", "\xff\xfeMr. \x00 Ann Lee", "Leaders of the Club of the Club of the Club",
		"UNITED STATES ANN LEE SAID. President Ann of Bob of Cat, the head of the office of the mayor of the city, who is he",
	} {
		f.Add(s)
	}
	b, err := nlp.Default()
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "�")
		require.True(t, utf8.ValidString(s))
		var one, two nlp.Annotation
		require.NoError(t, b.Annotate(context.Background(), nlp.Input{Text: s}, &one))
		checkMentions(t, &one)
		require.NoError(t, b.Annotate(context.Background(), nlp.Input{Text: s}, &two))
		require.Equal(t, one.Mentions, two.Mentions)
		require.Equal(t, one.Chains, two.Chains)
	})
}

func BenchmarkCorefer(b *testing.B) {
	text := strings.Repeat("Fernbridge Mayor Marta Quill opened the bridge on Monday. She said that the Harbour Workers Union (HWU) had asked for it. "+
		"“We never thought it would take nine years,” the mayor told reporters. Robert Tansley, HWU's president, thanked her. He said the union's members would use it daily.\n\n", 40)
	an, err := nlp.New(nlp.WithoutCoref())
	require.NoError(b, err)
	a := new(nlp.Annotation)
	require.NoError(b, an.Annotate(context.Background(), nlp.Input{Text: text}, a))
	es := append([]nlp.Entity(nil), a.Entities...)
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		a.Entities = append(a.Entities[:0], es...)
		require.NoError(b, nlp.Corefer(context.Background(), a))
	}
	b.ReportMetric(float64(len(a.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
