package claims

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRepeatsOfShares: "40%" and "40 percent" are the same share, and no query
// has the sign or the unit beside the number that it stands with.
func TestRepeatsOfShares(t *testing.T) {
	d := detector(t, WithThreshold(0.01))
	doc, cs := analyse(t, d, `The city of Belmark cut emissions by 40 percent between 2010 and 2018, according to the port authority.

"We cut our emissions by 40% from 2010 to 2018," Mayor Lena Orr of Belmark said.`, "en", day)
	first, again := find(t, doc, cs, "cut emissions"), find(t, doc, cs, "cut our emissions")
	require.Equal(t, first.Key, again.Key)
	require.Equal(t, "40% cut emissions 2010", again.Queries[0])
}

// TestComparisonSets: what a comparison with all others is over, and what is
// only counted.
func TestComparisonSets(t *testing.T) {
	d := detector(t, WithThreshold(0.01))
	for _, c := range []struct{ text, words, want string }{
		{"Belmark Town have conceded 61 goals in 2017, more than any other club in the league.", "61 goals", "clubs in the league"},
		{"The Tarn is longer than any other river in Norland.", "longer than", "rivers in Norland"},
		{"Carl Orlo scored twice in the first half against Belmark in 2017.", "scored twice", ""},
		{"The Tarn is the longest river in Norland.", "longest", "rivers in Norland"},
	} {
		doc, cs := analyse(t, d, c.text, "en", day)
		require.Equal(t, c.want, find(t, doc, cs, c.words).Comparison, c.text)
	}
}
