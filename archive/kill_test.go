package archive

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/internal/killed"
)

var wanted = flag.Int("kills", 12, "how often TestKilledAndResumed kills a run")

// TestMain is also the program that TestKilledAndResumed kills.
func TestMain(m *testing.M) {
	if in := os.Getenv("ONRECORD_TEST_RUN"); in != "" {
		out := os.Getenv("ONRECORD_TEST_OUT")
		workers, _ := strconv.Atoi(os.Getenv("ONRECORD_TEST_WORKERS"))
		if err := killable(in, out, workers); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func killable(in, out string, workers int) error {
	j, err := NewJSONLines(out, Zstd)
	if err != nil {
		return err
	}
	_, err = Run(context.Background(), &fake{delay: 2 * time.Millisecond}, Input{Paths: []string{in}}, out, []Sink{j, NewParquet(out)}, WithWorkers(workers), WithShards(20, 1<<30))
	return err
}

// Runs are killed at random moments (-kills times, each again and again until
// it gets through) and must leave what an uninterrupted run leaves.
func TestKilledAndResumed(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	put(t, filepath.Join(in, "a.jsonl.gz"), gz(jsonl(150, 40)))
	put(t, filepath.Join(in, "b.jsonl"), jsonl(150, 0))
	put(t, filepath.Join(in, "c.warc.gz"), warcFile(120, true))
	for i := range 20 {
		put(t, filepath.Join(in, fmt.Sprintf("d%02d.txt", i)), []byte(article(i)))
	}
	want := filepath.Join(dir, "want")
	begin := time.Now()
	require.NoError(t, killable(in, want, 2))
	whole := time.Since(begin)
	uninterrupted := tree(t, want)

	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d; an uninterrupted run takes %v", seed, whole)
	rng := rand.New(rand.NewPCG(seed, 0))
	kills, resumed := 0, 0
	for kills < *wanted {
		out := filepath.Join(dir, "out"+strconv.Itoa(resumed))
		kills += killed.Again(t, rng, whole, func() []string {
			return []string{"ONRECORD_TEST_RUN=" + in, "ONRECORD_TEST_OUT=" + out, "ONRECORD_TEST_WORKERS=" + strconv.Itoa(1+rng.IntN(4))}
		})
		same(t, uninterrupted, tree(t, out))
		resumed++
		require.NoError(t, os.RemoveAll(out))
	}
	t.Logf("killed %d times, %d runs resumed, all identical", kills, resumed)
}
