package corpus_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/internal/corpus"
)

const invented = `=== x-1 | a test
@a Ida Voss | person | harbour master | Port of Quill
@b port | organization | |
Voss: ‘We lost £2m’{N}

<1a ‘It was not a storm.>{N} <1a It was a joke,’> <1s+2s Ida Voss, the harbour master,> <1c said>, <2c adding> that <2a the Port of Quill had “lost £2m”>.{Cq}

<3b The quays would reopen>.{N}
`

func TestWrittenForm(t *testing.T) {
	arts, err := corpus.ParseWritten(invented)
	require.NoError(t, err)
	require.Len(t, arts, 1)
	a := arts[0]
	require.Equal(t, "written/x-1", a.ID)
	require.Equal(t, "Voss: ‘We lost £2m’\n\n‘It was not a storm. It was a joke,’ Ida Voss, the harbour master, said, adding that the Port of Quill had “lost £2m”.\n\nThe quays would reopen.", a.Text)
	require.Len(t, a.Quotes, 3)
	part := func(p corpus.Pair) string { return a.Text[p[0]:p[1]] }
	q := a.Quotes[0]
	require.Equal(t, "direct", q.Type)
	require.Len(t, q.Content, 1, "two sentences of one stretch")
	require.Equal(t, "‘It was not a storm. It was a joke,’", part(q.Content[0]))
	require.Equal(t, "said", part(*q.Cue))
	require.Equal(t, "Ida Voss, the harbour master,", part(*q.Source))
	require.Equal(t, []string{"Ida Voss", "person", "harbour master", "Port of Quill"}, []string{q.Speaker, q.Kind, q.Role, q.Affiliation})
	require.Equal(t, "mixed", a.Quotes[1].Type)
	require.Equal(t, "indirect", a.Quotes[2].Type)
	require.Nil(t, a.Quotes[2].Cue)
	require.Len(t, a.Sentences, 4)
	require.Equal(t, "‘It was not a storm.", a.Text[a.Sentences[1].Start:a.Sentences[1].End])
	require.Equal(t, "quantity", a.Sentences[2].Type)
}

func TestWrittenErrors(t *testing.T) {
	for name, text := range map[string]string{
		"no label":            "=== x | y\nA sentence.\n",
		"two labels":          "=== x | y\nA sentence.{N}{F}\n",
		"what label":          "=== x | y\nA sentence.{Q}\n",
		"open tag":            "=== x | y\n@a Ana | person | |\nAna: <1a no.{N}\n",
		"no speaker":          "=== x | y\nAna: <1a no.>{N}\n",
		"no content":          "=== x | y\n@a Ana | person | |\n<1s Ana> spoke.{N}\n",
		"not in the article":  "=== x | y\n@a Bo | person | |\n<1s Ana> said <1a no>.{N}\n",
		"a speaker's letter":  "=== x | y\n@c Ana | person | |\n<1s Ana> spoke.{N}\n",
		"a speaker's fields":  "=== x | y\n@a Ana | person |\n<1s Ana> spoke.{N}\n",
		"text before article": "Hello.\n=== x | y\nA.{N}\n",
	} {
		_, err := corpus.ParseWritten(text)
		require.Error(t, err, name)
	}
}

func TestWritten(t *testing.T) {
	arts, err := corpus.Written()
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, a := range arts {
		require.False(t, seen[a.ID], a.ID)
		seen[a.ID] = true
		require.NotEmpty(t, a.Sentences, a.ID)
		last := 0
		for _, s := range a.Sentences {
			require.GreaterOrEqual(t, s.Start, last, a.ID)
			last = s.End
		}
	}
	require.Greater(t, len(arts), 70)
}
