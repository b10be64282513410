package heap

import (
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/require"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
)

func TestSlack(t *testing.T) {
	require.Equal(t, 50, percentFor(100, 0))
	require.Equal(t, 50, percentFor(100, 200))
	require.Equal(t, 10, percentFor(100, 1000))
	require.Equal(t, 5, percentFor(100, 100_000))

	was := debug.SetGCPercent(77)
	stop := Slack(1 << 20)
	stop()
	require.Equal(t, 77, debug.SetGCPercent(was))
}
