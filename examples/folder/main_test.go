package main

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRun(t *testing.T) {
	require.NoError(t, run(t.Context(), io.Discard, "../../testdata/articles"))
}
