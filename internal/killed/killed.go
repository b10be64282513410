// Package killed helps tests of what must survive kill -9: the test binary is
// itself the program that is killed, if its TestMain finds what it has to do
// in the environment.
package killed

import (
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// attempts is how often a program is killed before it may end.
const attempts = 4

// Again starts this test binary with what env returns in its environment, and
// kills it (SIGKILL) after a random time below longest; again and again, until
// it ends by itself and well. It returns how often it was killed.
func Again(t testing.TB, rng *rand.Rand, longest time.Duration, env func() []string) (kills int) {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	for n := 0; ; n++ {
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), env()...)
		cmd.Stderr = os.Stderr
		require.NoError(t, cmd.Start())
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		wait := time.Duration(rng.Int64N(int64(longest)))
		if n >= attempts {
			wait = time.Minute
		}
		select {
		case err = <-done:
		case <-time.After(wait):
			// It may have ended by itself just now.
			if err := cmd.Process.Kill(); !errors.Is(err, os.ErrProcessDone) {
				require.NoError(t, err)
			}
			if err = <-done; err != nil {
				kills++
			}
		}
		if err == nil {
			return kills
		}
	}
}
