package main

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/archive"
	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
)

func TestTop(t *testing.T) {
	dir := t.TempDir()
	s := archive.NewParquet(dir)
	who := "s1"
	for shard, score := range []float64{0.25, 0.75} {
		require.NoError(t, s.Begin(shard))
		e, err := s.Encode(&archive.Result{Seq: int64(shard), Record: &onrecord.Record{
			Speakers: []onrecord.Speaker{{ID: who, Name: "Vera Holm"}},
			Claims: []onrecord.Claim{
				{Standalone: "The harbour froze.", Score: score, Claimant: onrecord.Claimant{Kind: "speaker", Speaker: &who}},
				{Standalone: "Taxes rose.", Score: score / 2, Claimant: onrecord.Claimant{Kind: "author"}},
			}}})
		require.NoError(t, err)
		require.NoError(t, s.Write(e))
		require.NoError(t, s.Commit())
	}
	var b bytes.Buffer
	require.NoError(t, top(&b, dir, 3))
	require.Equal(t, "0.75\tVera Holm\tThe harbour froze.\n0.38\tthe author\tTaxes rose.\n0.25\tVera Holm\tThe harbour froze.\n", b.String())
}
