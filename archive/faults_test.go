package archive

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Deflate has no checks on the way, so that a damaged gzip file may give some
// garbled lines before the damage is noticed; they are failures, too.
//
// A cut-off or damaged file keeps what was before the damage, costs one line,
// and does not stop the run.
func TestDamagedCompression(t *testing.T) {
	whole := jsonl(200, 0)
	for name, data := range map[string][]byte{
		"cut.jsonl.gz":  gz(whole)[:len(gz(whole))/2],
		"bad.jsonl.gz":  damage(gz(whole)),
		"cut.jsonl.zst": zst(whole)[:len(zst(whole))/2],
		"bad.jsonl.zst": damage(zst(whole)),
		"sum.jsonl.gz":  append(gz(whole)[:len(gz(whole))-8], 1, 2, 3, 4, 5, 6, 7, 8),
		"not.jsonl.gz":  []byte("\x1f\x8b\x08 no gzip at all"),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			a := put(t, filepath.Join(dir, name), data)
			b := put(t, filepath.Join(dir, "sound.jsonl"), jsonl(30, 0))
			out := t.TempDir()
			s, err := Run(context.Background(), &fake{}, Input{Paths: []string{a, b}}, out, jsonSink(t, out), WithShards(40, 1<<30))
			require.NoError(t, err)
			got := records(t, out)
			n := len(got) - 30
			require.GreaterOrEqual(t, n, 0)
			for i, r := range got {
				// Deflate has no checks on the way: damage is noticed only some
				// lines behind it.
				if i < min(n, 85) {
					require.Equal(t, article(i), r.Article.Text)
				}
				if i >= n {
					require.Equal(t, article(i-n), r.Article.Text)
				}
			}
			require.EqualValues(t, 1, s.Causes[CauseCompress])
			if name != "bad.jsonl.gz" {
				require.LessOrEqual(t, s.Failures, int64(2))
			}
			last := failures(t, out)[s.Failures-1]
			require.Equal(t, a, last.Input)
			require.Equal(t, CauseCompress, last.Cause)
			t.Logf("%d of 200 read; %s", n, last.Error)
		})
	}
}

func damage(b []byte) []byte {
	b = bytes.Clone(b)
	for i := len(b) / 2; i < len(b)/2+40; i++ {
		b[i] ^= 0x5a
	}
	return b
}

func TestUnreadableFiles(t *testing.T) {
	dir := t.TempDir()
	sound := put(t, filepath.Join(dir, "sound.jsonl"), jsonl(30, 0))
	paths := []string{filepath.Join(dir, "absent.jsonl"), sound, filepath.Join(dir, "none-*.jsonl")}
	require.NoError(t, os.Mkdir(filepath.Join(dir, "barren"), 0o777))
	put(t, filepath.Join(dir, "unnamed", "notes"), []byte("It rained."))
	paths = append(paths, filepath.Join(dir, "barren"), filepath.Join(dir, "unnamed"))
	want := 4
	if runtime.GOOS == "linux" {
		paths = append(paths, "/proc/self/mem") // opens, and fails to read
		want++
	}
	if os.Getuid() != 0 {
		p := put(t, filepath.Join(dir, "secret.txt"), []byte("x"))
		require.NoError(t, os.Chmod(p, 0))
		paths = append(paths, p)
		want++
	}
	out := t.TempDir()
	s, err := Run(context.Background(), &fake{}, Input{Paths: paths}, out, jsonSink(t, out))
	require.NoError(t, err)
	require.Len(t, records(t, out), 30)
	require.EqualValues(t, want, s.Failures)
	require.EqualValues(t, want, s.Causes[CauseRead])
	for _, f := range failures(t, out) {
		require.NotEqual(t, sound, f.Input)
		require.Contains(t, f.Error, filepath.Base(f.Input))
		if st, err := os.Stat(f.Input); err == nil && st.IsDir() {
			require.Contains(t, f.Error, "--from")
		} else if err != nil {
			require.Contains(t, f.Error, "check the path")
		}
	}
}

func TestBrokenParquet(t *testing.T) {
	src := t.TempDir()
	in := put(t, filepath.Join(src, "in.jsonl"), jsonl(80, 0))
	made := t.TempDir()
	_, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, made, []Sink{NewParquet(made)})
	require.NoError(t, err)
	file := filepath.Join(made, "articles-00000.parquet")
	// What we write, we read.
	out := t.TempDir()
	s, err := Run(context.Background(), &fake{}, Input{Paths: []string{file}}, out, jsonSink(t, out), WithShards(30, 1<<30))
	require.NoError(t, err)
	require.Zero(t, s.Failures)
	got := records(t, out)
	require.Len(t, got, 80)
	for i, r := range got {
		require.Equal(t, article(i), r.Article.Text)
		require.Equal(t, "2031-04-05", r.Article.Published)
	}
	good, err := os.ReadFile(file)
	require.NoError(t, err)
	for i := range 20 {
		bad := bytes.Clone(good)
		rng := rand.New(rand.NewPCG(3, uint64(i)))
		switch i % 2 {
		case 0:
			bad = bad[:rng.IntN(len(bad))]
		case 1:
			for range 30 {
				bad[rng.IntN(len(bad))] ^= 0x55
			}
		}
		p := put(t, filepath.Join(src, fmt.Sprintf("bad%d.parquet", i)), bad)
		out := t.TempDir()
		s, err := Run(context.Background(), &fake{}, Input{Paths: []string{p}}, out, jsonSink(t, out))
		require.NoError(t, err)
		if i%2 == 0 {
			require.GreaterOrEqual(t, s.Failures, int64(1))
		}
	}
}

// A sink that fails stops the run; what is complete stays, and the same call
// goes on from there.
func TestFailingSink(t *testing.T) {
	in := put(t, filepath.Join(t.TempDir(), "in.jsonl"), jsonl(300, 70))
	want := t.TempDir()
	opts := []Option{WithShards(25, 1<<30)}
	_, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, want, jsonSink(t, want), opts...)
	require.NoError(t, err)
	for _, when := range []string{"begin", "write", "commit", "encode"} {
		out := t.TempDir()
		bad := &badSink{Sink: jsonSink(t, out)[0], when: when, left: 7}
		s, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, out, []Sink{bad}, opts...)
		if when == "encode" { // that is the one record's fault
			require.NoError(t, err)
			require.GreaterOrEqual(t, s.Failures, int64(5))
			continue
		}
		require.ErrorIs(t, err, errBoom)
		require.ErrorContains(t, err, "run the same command to go on")
		leftovers, _ := filepath.Glob(filepath.Join(out, "*"+tempSuffix))
		require.Empty(t, leftovers)
		_, err = Run(context.Background(), &fake{}, Input{Paths: []string{in}}, out, jsonSink(t, out), opts...)
		require.NoError(t, err)
		same(t, tree(t, want), tree(t, out))
	}
}

// badSink fails after some calls.
type badSink struct {
	Sink
	when string
	left int
}

func (b *badSink) fails(when string) error {
	if b.when == when {
		if b.left--; b.left < 0 {
			return errBoom
		}
	}
	return nil
}

func (b *badSink) Encode(r *Result) (any, error) {
	if b.when == "encode" && r.Seq == 11 {
		return nil, errBoom
	}
	return b.Sink.Encode(r)
}
func (b *badSink) Begin(n int) error {
	if err := b.fails("begin"); err != nil {
		return err
	}
	return b.Sink.Begin(n)
}
func (b *badSink) Write(e any) error {
	if err := b.fails("write"); err != nil {
		return err
	}
	return b.Sink.Write(e)
}
func (b *badSink) Commit() error {
	if err := b.fails("commit"); err != nil {
		b.Sink.Abort()
		return err
	}
	return b.Sink.Commit()
}

// The disk is full at some point; with more space the same call completes.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=256k", "none", dir).CombinedOutput(); err != nil {
		t.Skipf("cannot mount a small file system here: %s", out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", dir).Run() })
	in := put(t, filepath.Join(t.TempDir(), "in.jsonl"), jsonl(600, 70))
	want := t.TempDir()
	opts := []Option{WithShards(40, 1<<30)}
	sinks := func(d string) []Sink { return append(jsonSink(t, d), NewParquet(d)) }
	_, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, want, sinks(want), opts...)
	require.NoError(t, err)

	out := filepath.Join(dir, "out")
	s, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, out, sinks(out), opts...)
	require.ErrorContains(t, err, "the disk is full")
	require.ErrorContains(t, err, "no space left")
	require.Positive(t, s.Shards)
	t.Log(err)
	leftovers, _ := filepath.Glob(filepath.Join(out, "*"+tempSuffix))
	require.Empty(t, leftovers)
	// Again without more space: the same end, nothing lost.
	s2, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, out, sinks(out), opts...)
	require.ErrorContains(t, err, "the disk is full")
	require.Equal(t, s.Shards, s2.Shards)

	require.NoError(t, exec.Command("mount", "-o", "remount,size=64m", dir).Run())
	_, err = Run(context.Background(), &fake{}, Input{Paths: []string{in}}, out, sinks(out), opts...)
	require.NoError(t, err)
	same(t, tree(t, want), tree(t, out))
}

// Cancelling ends a run at once, within a shard, and costs only that shard.
func TestCancelAtOnce(t *testing.T) {
	in := put(t, filepath.Join(t.TempDir(), "in.jsonl"), jsonl(300, 0))
	want, out := t.TempDir(), t.TempDir()
	opts := []Option{WithShards(50, 1<<30), WithWorkers(2)}
	_, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, want, jsonSink(t, want), opts...)
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	an := &fake{delay: time.Millisecond}
	an.analyse = func(string) error {
		if an.calls.Load() >= 120 { // two workers count: one may not see 120
			cancel()
		}
		return nil
	}
	s, err := Run(ctx, an, Input{Paths: []string{in}}, out, jsonSink(t, out), opts...)
	require.ErrorIs(t, err, context.Canceled)
	require.Less(t, s.Shards, 3)
	require.Less(t, an.calls.Load(), int64(200))
	_, err = Run(context.Background(), an, Input{Paths: []string{in}}, out, jsonSink(t, out), opts...)
	require.NoError(t, err)
	same(t, tree(t, want), tree(t, out))
}

// An article that takes too long is one failure.
func TestTimeout(t *testing.T) {
	in := put(t, filepath.Join(t.TempDir(), "in.jsonl"), jsonl(5, 0))
	out := t.TempDir()
	s, err := Run(context.Background(), stuck{&fake{}}, Input{Paths: []string{in}}, out, jsonSink(t, out), WithTimeout(10*time.Millisecond))
	require.NoError(t, err)
	require.EqualValues(t, 5, s.Causes[CauseTimeout])
}
