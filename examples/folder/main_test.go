package main

import (
	"io"
	"testing"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/stretchr/testify/require"
)

func TestRun(t *testing.T) {
	require.NoError(t, run(t.Context(), io.Discard, "../../testdata/articles"))
}
