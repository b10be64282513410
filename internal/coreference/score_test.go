package coreference

import (
	"testing"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/stretchr/testify/require"
)

// The worked example of Luo (2005) and of the reference scorer's
// documentation: key {1 2 3} {4 5 6 7}, response {1 2} {3 4 5} {6 7 8 9}, with
// 8 and 9 not in the key.
func TestScoreWorkedExample(t *testing.T) {
	gold := [][]int{{1, 2, 3}, {4, 5, 6, 7}}
	pred := [][]int{{1, 2}, {3, 4, 5}, {6, 7, 8, 9}}
	var s Score
	s.Add(gold, pred)
	require.InDelta(t, 3, s.MUC.RecallNum, 1e-9) // 3-2 and 4-2
	require.InDelta(t, 5, s.MUC.RecallDen, 1e-9)
	require.InDelta(t, 1.0+1+1, s.MUC.PrecisionNum, 1e-9) // {6 7 8 9} keeps one link of three
	require.InDelta(t, 6, s.MUC.PrecisionDen, 1e-9)
	require.InDelta(t, 4.0/3+1.0/3+4.0/4+4.0/4, s.B3.RecallNum, 1e-9)
	require.InDelta(t, 7, s.B3.RecallDen, 1e-9)
	require.InDelta(t, 2+1.0/3+4.0/3+1, s.B3.PrecisionNum, 1e-9)
	require.InDelta(t, 9, s.B3.PrecisionDen, 1e-9)
	// {1 2 3} with {1 2}: 2*2/5; {4 5 6 7} with {4 5 3}: 2*2/7, which is more than with {6 7 8 9}.
	require.InDelta(t, 0.8+4.0/7, s.CEAFe.RecallNum, 1e-9)
	require.InDelta(t, 2, s.CEAFe.RecallDen, 1e-9)
	require.InDelta(t, 3, s.CEAFe.PrecisionDen, 1e-9)
	require.InDelta(t, 7, s.Mentions.RecallNum, 1e-9)
}

func TestScorePerfectAndEmpty(t *testing.T) {
	var s Score
	s.Add([][]int{{1, 2}, {3, 4, 5}}, [][]int{{3, 4, 5}, {1, 2}})
	require.InDelta(t, 1, s.CoNLL(), 1e-9)
	var none Score
	none.Add(nil, nil)
	require.Zero(t, none.CoNLL())
	none.Add([][]int{{1, 2}}, nil)
	require.Zero(t, none.CoNLL())
}

func TestAssignFindsTheLeast(t *testing.T) {
	require.InDelta(t, 5, assign([][]float64{{4, 1, 3}, {2, 0, 5}, {3, 2, 2}}), 1e-9)
}
