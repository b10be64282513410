package names

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/onrecord/onrecord/internal/linear"
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
	var data []Sentence
	for _, who := range []string{"Ana", "Tom", "Lea", "Bo"} {
		for _, where := range []string{"Ostby", "Velmora", "Quill"} {
			data = append(data, Sentence{Words: sentence(who + " lives in " + where + " ."), Tags: []uint8{14, 32, 6, 14, 38}, Labels: []uint8{2*Person + 1, 0, 0, 2*Place + 1, 0}})
		}
	}
	m := Train(data, linear.Training{Bits: 10, Epochs: 8, Rate: 0.2})
	var b bytes.Buffer
	_, err := m.WriteTo(&b)
	require.NoError(t, err)
	m, err = Read(&b)
	require.NoError(t, err)
	var s Scratch
	require.Equal(t, []uint8{1, 0, 0, 5, 0}, m.Label(sentence("Ida lives in Hafen ."), []uint8{14, 32, 6, 14, 38}, nil, &s))
	_, err = Read(strings.NewReader("x"))
	require.Error(t, err)
}

func TestHints(t *testing.T) {
	a, b := sentence("Ana Brandt left"), sentence("Brandt left")
	var d Document
	d.Reset()
	la, lb := []uint8{2*Person + 1, 2*Person + 2, 0}, []uint8{2*Place + 1, 0}
	d.Add(a, la)
	d.Add(b, lb)
	h := make([]uint8, 2)
	require.True(t, d.Hints(h, b, lb), "elsewhere Brandt is the last word of a person's name")
	require.Equal(t, []uint8{1 + Person + 1 + 10, 0}, h)
	d.Reset()
	d.Add(b, lb)
	require.False(t, d.Hints(h, b, lb), "a sentence says nothing about itself")
	require.Equal(t, []uint8{0, 0}, h)
}

func TestVotes(t *testing.T) {
	ws := sentence("Mr Ana Brandt left . Brandt left Ostby . Ostby slept . Ostby woke . Brandt too")
	labels := []uint8{1, 2, 2, 0, 0, 2*Place + 1, 0, 2*Place + 1, 0, 2*Place + 1, 0, 0, 1, 0, 0, 0, 0}
	ends := []int{5, 9, 12, 15, 17}
	no := func(int) bool { return false }
	var v Votes
	v.Apply(ws, labels, func(yield func(first, last int) bool) {
		first := 0
		for _, e := range ends {
			if !yield(first, e) {
				return
			}
			first = e
		}
	}, func(i int) bool { return i == 0 }, no, func(int) bool { return true })
	require.Equal(t, []uint8{0, 1, 2, 0, 0, 1, 0, 2*Place + 1, 0, 2*Place + 1, 0, 0, 2*Place + 1, 0, 0, 1, 0}, labels,
		"the title goes, Brandt is a person in all places, Ostby a place")
}
