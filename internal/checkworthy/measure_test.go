package checkworthy

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
)

// TestMeasure: every sentence has a row of the same length, which depends on
// its neighbours but not on what was measured before.
func TestMeasure(t *testing.T) {
	an, err := nlp.Default()
	require.NoError(t, err)
	measure := func(x *Measurer, text string) ([]float32, int) {
		var a nlp.Annotation
		require.NoError(t, an.Annotate(context.Background(), nlp.Input{Text: text}, &a))
		var units []Unit
		var read []Reading
		for i, s := range a.Sentences {
			units = append(units, Unit{First: s.First, Last: s.Last})
			read = append(read, Reading{Alone: [LabelCount]float32{float32(len(a.Sentences) - i)}})
		}
		rows, n := x.Measure(nil, new(Scratch), &a, units, Contexts(nil, &a, units, nil, Quoted(nil, &a)), read)
		require.Len(t, rows, n*len(units))
		return rows, n
	}
	var x Measurer
	short, n := measure(&x, "Velmora won 3-2 on Sunday.")
	long, k := measure(&x, "Velmora won 3-2 on Sunday.\n\nNobody asked why the mayor paid $4 million. Is it true?")
	assert.Equal(t, n, k)
	again, _ := measure(&x, "Velmora won 3-2 on Sunday.")
	assert.Equal(t, short, again)
	assert.NotEqual(t, short, long[:n])
	assert.NotEqual(t, long[:n], long[n:2*n])
}
