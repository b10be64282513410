package archive

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestRunKeepsOrderAndCounts(t *testing.T) {
	in := put(t, filepath.Join(t.TempDir(), "in.jsonl"), jsonl(500, 0))
	var want map[string]string
	for _, workers := range []int{1, 2, 7} {
		out := t.TempDir()
		s, err := Run(context.Background(), &fake{delay: time.Millisecond}, Input{Paths: []string{in}}, out, jsonSink(t, out), WithWorkers(workers), WithShards(64, 1<<30))
		require.NoError(t, err)
		require.EqualValues(t, 500, s.Articles)
		require.EqualValues(t, 500, s.Quotes)
		require.Equal(t, 8, s.Shards)
		got := records(t, out)
		require.Len(t, got, 500)
		for i, r := range got {
			require.Equal(t, article(i), r.Article.Text)
			require.Equal(t, fmt.Sprint("a", i), r.Input)
			require.Equal(t, "2031-04-05", r.Article.Published)
		}
		if want == nil {
			want = tree(t, out)
		}
		same(t, want, tree(t, out))
	}
}

func TestRunShardsByBytes(t *testing.T) {
	data := jsonl(200, 0)
	in := put(t, filepath.Join(t.TempDir(), "in.jsonl"), data)
	out := t.TempDir()
	s, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, out, jsonSink(t, out), WithShards(1000, int64(len(data)/4)))
	require.NoError(t, err)
	require.InDelta(t, 4, s.Shards, 1)
	require.Len(t, records(t, out), 200)
}

func TestOneBadArticleIsOneLine(t *testing.T) {
	data := jsonl(300, 100) // 1%
	in := put(t, filepath.Join(t.TempDir(), "in.jsonl"), data)
	out := t.TempDir()
	an := &fake{analyse: func(text string) error {
		if strings.HasPrefix(text, "Article 7 ") {
			return errBoom
		}
		if strings.HasPrefix(text, "Article 8 ") {
			panic("crash")
		}
		return nil
	}}
	s, err := Run(context.Background(), an, Input{Paths: []string{in}}, out, jsonSink(t, out), WithMaxArticle(4000), WithShards(70, 1<<30))
	require.NoError(t, err)
	fs := failures(t, out)
	require.EqualValues(t, len(fs), s.Failures)
	require.EqualValues(t, 300, s.Items)
	require.EqualValues(t, 300-len(fs), s.Articles)
	require.Len(t, records(t, out), 300-len(fs))
	lines := bytes.SplitAfter(data, []byte("\n"))
	large := 0
	for _, f := range fs {
		// The offset is that of the line with that number.
		require.True(t, bytes.HasPrefix(data[f.Offset:], lines[f.Seq]), "offset of %d", f.Seq)
		if f.Cause == CauseTooLarge {
			large++
		}
	}
	require.EqualValues(t, 2, s.Causes[CauseJSON])
	require.EqualValues(t, 1, s.Causes[CauseNoText])
	require.EqualValues(t, 1, s.Causes[CauseAnalyze])
	require.EqualValues(t, 1, s.Causes[CausePanic])
	require.EqualValues(t, large, s.Causes[CauseTooLarge])
}

func TestFinishedRunDoesNothing(t *testing.T) {
	in := put(t, filepath.Join(t.TempDir(), "in.jsonl"), jsonl(50, 0))
	out := t.TempDir()
	an := &fake{}
	for range 2 {
		s, err := Run(context.Background(), an, Input{Paths: []string{in}}, out, jsonSink(t, out))
		require.NoError(t, err)
		require.EqualValues(t, 50, s.Articles)
	}
	require.EqualValues(t, 50, an.calls.Load())
}

func TestOtherRunIsRefused(t *testing.T) {
	in := put(t, filepath.Join(t.TempDir(), "in.jsonl"), jsonl(50, 0))
	out := t.TempDir()
	_, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, out, jsonSink(t, out))
	require.NoError(t, err)
	put(t, in, jsonl(60, 0))
	_, err = Run(context.Background(), &fake{}, Input{Paths: []string{in}}, out, jsonSink(t, out))
	require.ErrorIs(t, err, ErrOtherRun)
	require.Len(t, records(t, out), 50)
	s, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, out, jsonSink(t, out), WithRestart())
	require.NoError(t, err)
	require.EqualValues(t, 60, s.Articles)
	require.Len(t, records(t, out), 60)
}

func TestSecondRunInFolderIsRefused(t *testing.T) {
	in := put(t, filepath.Join(t.TempDir(), "in.jsonl"), jsonl(5, 0))
	out := t.TempDir()
	f, err := lock(out)
	require.NoError(t, err)
	defer f.Close()
	_, err = Run(context.Background(), &fake{}, Input{Paths: []string{in}}, out, jsonSink(t, out))
	require.ErrorContains(t, err, "another run")
}

// Parts together are the whole, file for file.
func TestPartsMakeTheWhole(t *testing.T) {
	in := put(t, filepath.Join(t.TempDir(), "in.jsonl.gz"), gz(jsonl(400, 50)))
	whole, parts := t.TempDir(), t.TempDir()
	opts := []Option{WithShards(30, 1<<30)}
	_, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, whole, jsonSink(t, whole), opts...)
	require.NoError(t, err)
	n := 0
	for i := range 3 {
		out := t.TempDir()
		s, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, out, jsonSink(t, out), append(opts, WithPart(i, 3))...)
		require.NoError(t, err)
		n += int(s.Items)
		m, _ := filepath.Glob(filepath.Join(out, "records-*"))
		for _, p := range m {
			require.NoError(t, os.Rename(p, filepath.Join(parts, filepath.Base(p))))
		}
	}
	require.Equal(t, 400, n)
	want := tree(t, whole)
	delete(want, journalName)
	delete(want, errorsName)
	same(t, want, tree(t, parts))
}

func TestFilePartsMakeTheWhole(t *testing.T) {
	dir := t.TempDir()
	for i := range 7 {
		put(t, filepath.Join(dir, fmt.Sprint("f", i, ".txt")), []byte(article(i)))
	}
	seen := map[string]int{}
	for i := range 3 {
		out := t.TempDir()
		_, err := Run(context.Background(), &fake{}, Input{Paths: []string{dir}}, out, jsonSink(t, out), WithFilePart(i, 3))
		require.NoError(t, err)
		for _, r := range records(t, out) {
			seen[r.Article.Text]++
		}
	}
	require.Len(t, seen, 7)
	for _, n := range seen {
		require.Equal(t, 1, n)
	}
}

// Stopping ends at the end of a shard; the same call goes on from there.
func TestStopAndResume(t *testing.T) {
	for _, name := range []string{"in.jsonl", "in.jsonl.gz"} {
		data := jsonl(300, 60)
		if strings.HasSuffix(name, ".gz") {
			data = gz(data)
		}
		in := put(t, filepath.Join(t.TempDir(), name), data)
		want := t.TempDir()
		opts := []Option{WithShards(25, 1<<30), WithWorkers(3)}
		_, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, want, jsonSink(t, want), opts...)
		require.NoError(t, err)

		out := t.TempDir()
		an := &fake{}
		stops := 0
		for {
			stop := make(chan struct{})
			n := 0
			an.analyse = func(string) error {
				if n++; n == 40 {
					close(stop)
				}
				return nil
			}
			s, err := Run(context.Background(), an, Input{Paths: []string{in}}, out, jsonSink(t, out), append(opts, WithStop(stop), WithWorkers(1))...)
			require.NoError(t, err)
			if !s.Stopped {
				break
			}
			stops++
			require.Less(t, stops, 20)
		}
		require.Greater(t, stops, 2)
		require.EqualValues(t, 295, an.calls.Load(), "nothing is done twice")
		same(t, tree(t, want), tree(t, out))
	}
}

func TestStandardInputAndNoFolder(t *testing.T) {
	var b bytes.Buffer
	s, err := Run(context.Background(), &fake{delay: time.Millisecond}, Input{Paths: []string{"-"}, Stdin: bytes.NewReader(gz(jsonl(40, 20)))}, "", []Sink{NewStream(&b)}, WithShards(7, 1<<20), WithWorkers(4))
	require.NoError(t, err)
	require.EqualValues(t, 38, s.Articles)
	require.EqualValues(t, 2, s.Failures)
	require.Equal(t, 38, bytes.Count(b.Bytes(), []byte("\n")))
}

// A slow sink stops the reader: no more than the bound is between them.
func TestSlowSinkHoldsTheReader(t *testing.T) {
	in := put(t, filepath.Join(t.TempDir(), "in.jsonl"), jsonl(400, 0))
	an := &fake{}
	s := &slowSink{an: an}
	_, err := Run(context.Background(), an, Input{Paths: []string{in}}, "", []Sink{s}, WithWorkers(2), WithInFlight(16<<10))
	require.NoError(t, err)
	require.EqualValues(t, 400, s.n)
	// 16 KiB of lines of at least 100 bytes, and those in hand.
	require.LessOrEqual(t, s.ahead, int64(16*2+4))
	require.Less(t, s.aheadBytes, int64(16<<10+8<<10))
}

type slowSink struct {
	nullSink
	an                   *fake
	n, ahead, aheadBytes int64
}

func (s *slowSink) Encode(r *Result) (any, error) { return int64(len(r.Record.Article.Text)), nil }

func (s *slowSink) Write(any) error {
	s.n++
	time.Sleep(200 * time.Microsecond)
	s.ahead = max(s.ahead, s.an.calls.Load()-s.n)
	return nil
}

// nullSink does nothing, for tests to build on.
type nullSink struct{}

func (nullSink) Name() string                { return "null" }
func (nullSink) Encode(*Result) (any, error) { return nil, nil }
func (nullSink) Begin(int) error             { return nil }
func (nullSink) Write(any) error             { return nil }
func (nullSink) Commit() error               { return nil }
func (nullSink) Abort()                      {}
func (nullSink) Close() error                { return nil }
func (nullSink) Remove() error               { return nil }

// The output folder may be in the input folder; hidden files are no input.
func TestOutputWithinInput(t *testing.T) {
	in := t.TempDir()
	put(t, filepath.Join(in, "b", "in.jsonl"), jsonl(50, 0))
	put(t, filepath.Join(in, "._in.jsonl"), jsonl(5, 0))
	put(t, filepath.Join(in, ".old", "in.jsonl"), jsonl(5, 0))
	out := filepath.Join(in, "a")
	for range 2 {
		s, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, out, jsonSink(t, out), WithShards(20, 1<<30))
		require.NoError(t, err)
		require.EqualValues(t, 50, s.Articles)
		p, err := MakePlan(context.Background(), Input{Paths: []string{in}}, out, jsonSink(t, out), WithShards(20, 1<<30))
		require.NoError(t, err)
		require.EqualValues(t, 50, p.Articles)
		require.Equal(t, 3, p.Shards)
		require.Equal(t, 3, p.Done)
	}
}

// Progress may be asked for at the end alone.
func TestProgressAtTheEnd(t *testing.T) {
	in := put(t, filepath.Join(t.TempDir(), "in.jsonl"), jsonl(5, 0))
	var calls []Progress
	s, err := Run(context.Background(), &fake{delay: time.Millisecond}, Input{Paths: []string{in}}, "", []Sink{nullSink{}}, WithProgress(0, func(p Progress) { calls = append(calls, p) }))
	require.NoError(t, err)
	require.Len(t, calls, 1)
	require.True(t, calls[0].Finished)
	require.Regexp(t, `^5 articles, 5 quotations, 5 claims; 5 articles in `, s.String())
	require.Equal(t, "1 article, 1 quotation, 0 claims in 1 shard\n", Summary{Progress: Progress{Counts: Counts{Articles: 1, Quotes: 1}}, Shards: 1}.String())
}
