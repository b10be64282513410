package postag

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/onrecord/onrecord/internal/words"
)

func sentence(text string) []words.Word {
	var ws []words.Word
	for _, f := range strings.Fields(text) {
		var w words.Word
		w.Set(f)
		ws = append(ws, w)
	}
	return ws
}

func TestTrainWriteRead(t *testing.T) {
	// 1 determiner, 2 noun, 3 verb; "plan" is 2 behind a determiner and 3
	// behind a noun; "the" is in the memo.
	var data []Sentence
	for range 10 {
		data = append(data,
			Sentence{Words: sentence("the plan works"), Tags: []uint8{1, 2, 3}, Fixed: make([]uint8, 3)},
			Sentence{Words: sentence("the people plan"), Tags: []uint8{1, 2, 3}, Fixed: make([]uint8, 3)},
			Sentence{Words: sentence("the people plan - on"), Tags: []uint8{1, 2, 3, 4, 0}, Fixed: []uint8{0, 0, 0, 4, 0}})
	}
	train := func() []byte {
		rng := rand.New(rand.NewPCG(1, 1))
		tg := Train(data, 10, 5, 5, 20, 10, rng.Shuffle, nil)
		var b bytes.Buffer
		_, err := tg.WriteTo(&b)
		require.NoError(t, err)
		return b.Bytes()
	}
	packed := train()
	require.Equal(t, packed, train(), "the same data gives the same bytes")
	tg, err := Read(bytes.NewReader(packed))
	require.NoError(t, err)
	var s Scratch
	tag := func(text string, fixed ...uint8) []uint8 {
		ws := sentence(text)
		tags := make([]uint8, len(ws))
		copy(tags, fixed)
		tg.Tag(ws, tags, &s)
		return tags
	}
	require.Equal(t, []uint8{1, 2, 3}, tag("the plan works"))
	require.Equal(t, []uint8{1, 2, 3}, tag("the people plan"))
	require.Equal(t, []uint8{1, 4, 3}, tag("the people plan", 0, 4), "a tag that is set stays")
	for n := range packed {
		if n%97 == 0 {
			_, err := Read(bytes.NewReader(packed[:n]))
			require.Error(t, err)
		}
	}
}
