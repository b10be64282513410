package main

import (
	"encoding/json"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/onrecord/onrecord"
	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/stretchr/testify/require"
)

func TestRecordHandler(t *testing.T) {
	an, err := onrecord.New()
	require.NoError(t, err)
	w := httptest.NewRecorder()
	recordHandler(an).ServeHTTP(w, httptest.NewRequest("POST", "/record", strings.NewReader("“It rained,” said Ada Brook.")))
	require.Equal(t, 200, w.Code)
	var r onrecord.Record
	require.NoError(t, json.NewDecoder(w.Body).Decode(&r))
	require.NoError(t, r.Check())
	w = httptest.NewRecorder()
	recordHandler(an).ServeHTTP(w, httptest.NewRequest("POST", "/record", strings.NewReader(strings.Repeat("x", maxArticle+1))))
	require.Equal(t, 413, w.Code)
}
