package nlp_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"
)

func TestParse(t *testing.T) {
	b, err := nlp.Default()
	require.NoError(t, err)
	var a nlp.Annotation
	require.NoError(t, b.Annotate(context.Background(), nlp.Input{Text: "The mayor, Ann Lee, said on Monday that the city had not received the money it was promised."}, &a))
	var got []string
	for i, tok := range a.Tokens {
		head := "-"
		if tok.Head >= 0 {
			head = a.Word(int(tok.Head))
		}
		got = append(got, fmt.Sprintf("%s %s %s", a.Word(i), tok.Rel, head))
	}
	require.Subset(t, got, []string{"mayor nsubj said", "Ann appos mayor", "Lee flat Ann", "said root -", "that mark received", "had aux received",
		"not advmod received", "received ccomp said", "money obj received", "promised acl:relcl money", "it nsubj:pass promised"})
}

// TestParseOfEndlessSentences parses and reads what has no sentence ends, in
// time that grows with the length and no faster: quadratic cost would take
// minutes here.
func TestParseOfEndlessSentences(t *testing.T) {
	b, err := nlp.New(nlp.WithoutEntities(), nlp.WithoutCoref())
	require.NoError(t, err)
	for _, piece := range []string{"he said that she ", "and, ", "word "} {
		var a nlp.Annotation
		require.NoError(t, b.Annotate(context.Background(), nlp.Input{Text: strings.Repeat(piece, 20_000/len(piece))}, &a))
		for k := range a.Sentences {
			s := &a.Sentences[k]
			for i := s.First; i < s.Last; i++ {
				h := int(a.Tokens[i].Head)
				require.True(t, h == -1 || h >= s.First && h < s.Last)
				a.Complement(i)
			}
			for _, c := range a.Clauses(nil, k) {
				require.True(t, c.Contains(c.Head))
			}
		}
	}
}
