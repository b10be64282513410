package archive

import (
	"log/slog"
	"runtime"
	"time"
)

// Option changes how Run works.
type Option func(*config)

type config struct {
	workers      int
	shardItems   int
	shardBytes   int64
	part, parts  int
	byFile       bool
	maxArticle   int64
	inFlight     int64
	timeout      time.Duration
	fingerprint  string
	restart      bool
	log          *slog.Logger
	progress     func(Progress)
	progressEach time.Duration
	stop         <-chan struct{}
}

func defaults() config {
	return config{workers: runtime.GOMAXPROCS(0), shardItems: 2000, shardBytes: 64 << 20, parts: 1, maxArticle: 4 << 20, inFlight: 32 << 20,
		timeout: 2 * time.Minute, log: slog.New(slog.DiscardHandler), progressEach: 10 * time.Second}
}

// WithWorkers sets how many articles are analysed at a time; the default is
// one for each core.
func WithWorkers(n int) Option { return func(c *config) { c.workers = max(1, n) } }

// WithShards sets after how many articles, or bytes of input, a shard is
// full; the defaults are 2,000 and 64 MiB. It changes what the output files are.
func WithShards(items int, bytes int64) Option {
	return func(c *config) { c.shardItems, c.shardBytes = max(1, items), max(1, bytes) }
}

// WithPart does the i-th (from 0) of n equal parts of the work: every n-th
// shard, numbered as in the whole run, so that the files of all parts
// together are those of a run without parts. Every part reads all input.
func WithPart(i, n int) Option { return func(c *config) { c.part, c.parts, c.byFile = i, n, false } }

// WithFilePart is WithPart by input files: every n-th file is read, the
// others are not touched. Shards are numbered within the part.
func WithFilePart(i, n int) Option {
	return func(c *config) { c.part, c.parts, c.byFile = i, n, true }
}

// WithMaxArticle sets the size in bytes above which an item is a failure, at
// least 1; the default is 4 MiB.
func WithMaxArticle(bytes int64) Option { return func(c *config) { c.maxArticle = max(1, bytes) } }

// WithInFlight bounds the bytes of articles between reader and writer; the
// default is 32 MiB.
func WithInFlight(bytes int64) Option { return func(c *config) { c.inFlight = max(1, bytes) } }

// WithTimeout sets how long one article may take; the default is two minutes,
// 0 is for ever.
func WithTimeout(d time.Duration) Option { return func(c *config) { c.timeout = d } }

// WithFingerprint adds what else the output depends on (the version of the
// program, options of the analysis) to what must be equal for a run to be
// resumed.
func WithFingerprint(s string) Option { return func(c *config) { c.fingerprint = s } }

// WithRestart drops what an earlier run left in the output folder instead of
// going on with it.
func WithRestart() Option { return func(c *config) { c.restart = true } }

// WithLog sends what happens to l; the default is silence.
func WithLog(l *slog.Logger) Option { return func(c *config) { c.log = l } }

// WithProgress calls f every d while the run is going on, and once at its end;
// at its end alone if d is 0. f is called from one goroutine at a time.
func WithProgress(d time.Duration, f func(Progress)) Option {
	return func(c *config) { c.progress, c.progressEach = f, d }
}

// WithStop makes a run end at the next end of a shard once stop is closed.
// Cancel the context to end it at once; then the open shard is done again
// when the run is resumed.
func WithStop(stop <-chan struct{}) Option { return func(c *config) { c.stop = stop } }
