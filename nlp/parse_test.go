package nlp_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/internal/corpus"
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

func BenchmarkParse(b *testing.B) {
	path := corpus.Need(b, "data", "polnear", "dev.jsonl.gz")
	docs, err := corpus.JSONLines[corpus.Attributed](filepath.Clean(path))
	require.NoError(b, err)
	var text strings.Builder
	for _, d := range docs[:20] {
		text.WriteString(d.Text + "\n\n")
	}
	for _, x := range []struct {
		name string
		opts []nlp.Option
	}{{"without", []nlp.Option{nlp.WithoutEntities(), nlp.WithoutParse(), nlp.WithoutCoref()}}, {"with", []nlp.Option{nlp.WithoutEntities(), nlp.WithoutCoref()}}} {
		b.Run(x.name, func(b *testing.B) {
			z, err := nlp.New(x.opts...)
			require.NoError(b, err)
			var a nlp.Annotation
			in := nlp.Input{Text: text.String()}
			require.NoError(b, z.Annotate(context.Background(), in, &a))
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				require.NoError(b, z.Annotate(context.Background(), in, &a))
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(a.Tokens)), "ns/token")
		})
	}
}
