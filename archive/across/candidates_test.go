package across

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// A phrase that very many wordings share still brings together those of one
// quotation, attributed or not, and none of them with those of others.
func TestLargeBucket(t *testing.T) {
	x := newQuoteIndex()
	holm := parseName("Vera Holm", "person", "")
	var ids []int
	add := func(text string, n name) {
		ids = append(ids, x.all.n)
		x.add(text, n)
	}
	const n = 60
	for i := range n {
		add(fmt.Sprintf("The harbour of Orsund needs new cranes before winter, ferry captains need shelter, and word%d pays for it.", i), holm)
	}
	add("The harbour of Orsund needs new cranes before winter, ferry captains need shelter, and somebody pays for it.", name{})
	for i := range n {
		other := parseName(fmt.Sprintf("Otto Lind%c%c", 'a'+i%20, 'a'+i/20), "person", "")
		add(fmt.Sprintf("The harbour of Orsund needs new alpha%d beta%d gamma%d delta%d epsilon%d zeta%d.", i, i, i, i, i, i), other)
	}
	sets, err := x.group(t.TempDir())
	require.NoError(t, err)
	for i, id := range ids {
		if i <= n {
			require.Equal(t, sets.find(uint32(ids[0])), sets.find(uint32(id)), i)
		} else {
			require.Equal(t, uint32(id), sets.find(uint32(id)), i)
		}
	}
	// Every wording with every other would be more than 7,000.
	require.Less(t, x.looks, int64(5000))
}
