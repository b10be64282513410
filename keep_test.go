package onrecord_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/claims"
)

// TestRecordsLast: a record holds nothing of the memory in which the next
// article is read. The lemmas of an annotation are such memory.
func TestRecordsLast(t *testing.T) {
	an, err := onrecord.New(onrecord.WithClaims(claims.WithThreshold(0)))
	require.NoError(t, err)
	inputs := map[string][]byte{
		"present": []byte("The cup of Norland lasts a week, with the eight winners of Belmark advancing to the next round in Orsund on 3 May 2019."),
		"past":    []byte("Dana Holm did not cut the budget of Belmark by 14 percent in 2018 by chance, the council of Orsund said on Monday."),
	}
	paths, err := filepath.Glob("testdata/articles/*.html")
	require.NoError(t, err)
	for _, p := range paths {
		b, err := os.ReadFile(p)
		require.NoError(t, err)
		inputs[p] = b
	}
	records, first := map[string]*onrecord.Record{}, map[string]string{}
	for name, b := range inputs {
		rec, err := an.Analyze(context.Background(), name, b)
		require.NoError(t, err)
		out, err := json.Marshal(rec)
		require.NoError(t, err)
		records[name], first[name] = rec, string(out)
	}
	for name, rec := range records {
		out, err := json.Marshal(rec)
		require.NoError(t, err)
		k := 0
		for k < len(out) && k < len(first[name]) && out[k] == first[name][k] {
			k++
		}
		require.True(t, string(out) == first[name], "%s: from byte %d: %.200q, was %.200q", name, k, out[max(0, k-80):], first[name][max(0, k-80):])
	}
}
