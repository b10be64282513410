package main

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/archive"
	"github.com/onrecord/onrecord/sqlite"
)

func TestReport(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.sqlite")
	s, err := sqlite.NewSink(path)
	require.NoError(t, err)
	require.NoError(t, s.Begin(0))
	who := "s1"
	words := onrecord.Span{Text: "The harbour froze twice."}
	for i := range 2 {
		e, err := s.Encode(&archive.Result{Seq: int64(i), Record: &onrecord.Record{
			Speakers: []onrecord.Speaker{{ID: who, Kind: "person", Name: "Vera Holm"}},
			Quotes:   []onrecord.Quote{{ID: "q1", Speaker: &who, Content: []onrecord.Span{words}}},
			Claims:   []onrecord.Claim{{ID: "c1", Standalone: words.Text, Key: "harbour freeze 2", Claimant: onrecord.Claimant{Kind: "speaker", Speaker: &who}}},
		}})
		require.NoError(t, err)
		require.NoError(t, s.Write(e))
	}
	require.NoError(t, s.Commit())
	require.NoError(t, s.Close())
	var b bytes.Buffer
	require.NoError(t, report(context.Background(), &b, path))
	require.Equal(t, "Vera Holm is quoted 2 times in 2 articles\nin 2 articles: The harbour froze twice. (Vera Holm)\n", b.String())
}
