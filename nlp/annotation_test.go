package nlp_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

func TestTokensIn(t *testing.T) {
	a := nlp.Annotation{Text: "We won \x17", Tokens: []nlp.Token{{Start: 0, End: 2}, {Start: 3, End: 6}}}
	for _, c := range []struct {
		start, end, first, last int
	}{
		{0, 2, 0, 1}, {0, 6, 0, 2}, {1, 4, 0, 2}, {2, 3, 1, 1}, {2, 4, 1, 2},
		{3, 8, 1, 2}, // runs on into white space behind the last token
		{0, 3, 0, 1}, // and before another
		{6, 8, 2, 2}, {4, 4, 1, 1},
	} {
		first, last := a.TokensIn(span.Span{Start: c.start, End: c.end})
		assert.Equal(t, [2]int{c.first, c.last}, [2]int{first, last}, "bytes %d to %d", c.start, c.end)
	}
}
