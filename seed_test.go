package onrecord_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/corpus"
)

// TestSeedDetails: what must be found in the article that the project was
// conceived from: its sum, its count, its day, and its claim made twice.
func TestSeedDetails(t *testing.T) {
	shared, err := corpus.Shared()
	if err != nil {
		t.Skip("the seed article is in the shared folder, which is not here:", err)
	}
	page, err := os.ReadFile(filepath.Join(shared, "seed", "sanctuary-cities.html"))
	require.NoError(t, err)
	an, err := onrecord.New()
	require.NoError(t, err)
	rec, err := an.Analyze(context.Background(), "seed", page)
	require.NoError(t, err)
	sum, count, day, twice := false, false, false, false
	for _, c := range rec.Claims {
		for _, q := range c.Quantities {
			sum = sum || q.Value == 265e6 && q.Unit == "USD"
			count = count || q.Value == 9 && q.Of == "jurisdictions"
		}
		for _, w := range c.Times {
			day = day || w.From == "2017-04-21T00:00:00Z" && w.To == "2017-04-22T00:00:00Z" && w.Relative
		}
		twice = twice || c.Repeats != nil
	}
	require.True(t, sum, "the grant is a sum of dollars")
	require.True(t, count, "the jurisdictions are counted")
	require.True(t, day, "the day is resolved against that of publication")
	require.True(t, twice, "the claim made twice is linked")
}
