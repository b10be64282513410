package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/onrecord/onrecord/archive"
)

// Batch is the batch command.
type Batch struct {
	Reading
	Out      string   `short:"o" help:"Output folder; - writes JSON Lines to standard output, not resumable." required:"" placeholder:"DIR" group:"Results"`
	To       []string `help:"What to write: jsonl, parquet, sqlite (repeatable). Default: jsonl." placeholder:"FORM" group:"Results"`
	Compress string   `help:"Compress JSON Lines: none, gzip or zstd." enum:"none,gzip,zstd" default:"none" group:"Results"`
	Summary  string   `help:"Write the summary to this file too, as JSON." placeholder:"FILE" type:"path" group:"Results"`

	From   string   `help:"What the files hold: auto, jsonl, json, warc, parquet, html or text." enum:"auto,jsonl,json,warc,parquet,html,text" default:"auto" group:"Reading"`
	Preset string   `help:"Meaning of the fields of JSON Lines and Parquet: default or news-please." enum:"default,news-please" default:"default" group:"Reading"`
	Field  []string `help:"Meaning of one field, as in text=body or site=source.name (repeatable)." placeholder:"OURS=THEIRS" group:"Reading" sep:"none"`

	Workers    int           `help:"Articles analysed at a time; 0 is one for each core." default:"0" group:"Work"`
	Shard      string        `help:"Do part I of N of the work: one on each machine." placeholder:"I/N" group:"Work"`
	ShardBy    string        `help:"Split by output shards (block; every machine reads all input) or by input files (file)." enum:"block,file" default:"block" group:"Work"`
	ShardSize  int           `help:"Articles in one output file." default:"2000" group:"Work"`
	ShardBytes int64         `help:"Bytes of input, at most, for one output file." default:"67108864" group:"Work"`
	Restart    bool          `help:"Drop what an earlier run left in the output folder instead of going on." group:"Work"`
	DryRun     bool          `help:"Read the input, say what would be done, write nothing." group:"Work"`
	Progress   string        `help:"bar, log or none; auto is bar on a terminal, else log." enum:"auto,bar,log,none" default:"auto" group:"Work"`
	LogEvery   time.Duration `help:"Time between two log lines." default:"30s" group:"Work"`

	MaxArticle int64         `help:"Largest article or page, in bytes; larger ones are failures." default:"4194304" group:"Limits"`
	Timeout    time.Duration `help:"Longest time for one article; 0 for any." default:"2m" group:"Limits"`
	InFlight   int64         `help:"Bytes of articles held between reading and writing." default:"33554432" group:"Limits"`
	Memory     int64         `help:"Memory to aim at, in MiB, unless GOMEMLIMIT says; 0 is no limit." default:"300" group:"Limits"`

	Inputs []string `arg:"" name:"input" help:"File, folder, pattern, or - for standard input."`
}

// Help is shown by --help.
func (*Batch) Help() string {
	return `Examples:

	onrecord batch --out records articles.jsonl.gz
	onrecord batch --out tables --to parquet --shard 3/10 --shard-by file crawl/
	zcat dump.jsonl.gz | onrecord batch --preset news-please --out - - > records.jsonl

The same command goes on where an interrupted one stopped. The first interrupt ends the run at the end of the open file, the second at once. What failed is in errors.jsonl in the output folder, one line an article; the exit code is then 1.`
}

// Run carries the command out.
func (c *Batch) Run(e *Env) error {
	in, err := c.input(e)
	if err != nil {
		return UsageError{err}
	}
	opts, err := c.options()
	if err != nil {
		return UsageError{err}
	}
	sinks, dir, err := c.sinks(e)
	if err != nil {
		return UsageError{err}
	}
	if c.DryRun {
		p, err := archive.MakePlan(e.Context, in, dir, sinks, opts...)
		if err != nil {
			return err
		}
		return c.printPlan(e.Stdout, p)
	}
	an, err := c.Analyzer()
	if err != nil {
		return err
	}
	if c.Memory > 0 && e.Getenv("GOMEMLIMIT") == "" {
		defer debug.SetMemoryLimit(debug.SetMemoryLimit(c.Memory << 20))
	}
	ctx, stop, release := twice(e.Context, e.Stderr)
	defer release()
	opts = append(opts, archive.WithStop(stop))
	in.Stdin = newWaiting(ctx, e.Stdin)
	show, done := c.show(e)
	s, err := archive.Run(ctx, an, in, dir, sinks, append(opts, show...)...)
	done()
	if err != nil {
		return err
	}
	fmt.Fprint(e.Stderr, s)
	if c.Summary != "" {
		if err := writeSummary(c.Summary, s); err != nil {
			return err
		}
	}
	if s.Stopped || s.Failures > 0 {
		return ErrSomeFailed
	}
	return nil
}

func (c *Batch) input(e *Env) (archive.Input, error) {
	kind, err := archive.ParseKind(c.From)
	if err != nil {
		return archive.Input{}, err
	}
	m, err := archive.Preset(c.Preset)
	for _, f := range c.Field {
		if err == nil {
			err = m.Set(f)
		}
	}
	return archive.Input{Paths: c.Inputs, Kind: kind, Mapping: m, Stdin: e.Stdin}, err
}

func (c *Batch) options() ([]archive.Option, error) {
	for _, x := range []struct {
		flag     string
		n, least int64
	}{{"--workers", int64(c.Workers), 0}, {"--shard-size", int64(c.ShardSize), 1}, {"--shard-bytes", c.ShardBytes, 1}, {"--max-article", c.MaxArticle, 1},
		{"--in-flight", c.InFlight, 1}, {"--memory", c.Memory, 0}, {"--timeout", int64(c.Timeout), 0}, {"--log-every", int64(c.LogEvery), 1}} {
		if x.n < x.least {
			return nil, fmt.Errorf("%s: %s", x.flag, [...]string{"it cannot be below 0", "it must be above 0"}[x.least])
		}
	}
	like, err := c.fingerprint()
	if err != nil {
		return nil, err
	}
	opts := []archive.Option{archive.WithShards(c.ShardSize, c.ShardBytes), archive.WithMaxArticle(c.MaxArticle), archive.WithTimeout(c.Timeout),
		archive.WithInFlight(c.InFlight), archive.WithFingerprint(like)}
	if c.Workers > 0 {
		opts = append(opts, archive.WithWorkers(c.Workers))
	}
	if c.Restart {
		opts = append(opts, archive.WithRestart())
	}
	if c.Shard != "" {
		var i, n int
		if k, err := fmt.Sscanf(c.Shard+" ", "%d/%d ", &i, &n); k != 2 || err != nil || i < 1 || i > n {
			return nil, fmt.Errorf("--shard %q: write I/N with I from 1 to N, as in 3/10", c.Shard)
		}
		if c.ShardBy == "file" {
			opts = append(opts, archive.WithFilePart(i-1, n))
		} else {
			opts = append(opts, archive.WithPart(i-1, n))
		}
	}
	return opts, nil
}

// sinks makes the sinks and returns the folder of the journal.
func (c *Batch) sinks(e *Env) ([]archive.Sink, string, error) {
	if c.Out == "-" {
		if len(c.To) > 0 && !slices.Equal(c.To, []string{"jsonl"}) || c.Compress != "none" {
			return nil, "", errors.New("standard output takes plain JSON Lines only: name a folder with --out")
		}
		return []archive.Sink{archive.NewStream(e.Stdout)}, "", nil
	}
	to := c.To
	if len(to) == 0 {
		to = []string{"jsonl"}
	}
	var out []archive.Sink
	for _, name := range to {
		var s archive.Sink
		var err error
		switch make := e.Sinks[name]; {
		case name == "jsonl":
			s, err = archive.NewJSONLines(c.Out, archive.Compression(strings.TrimPrefix(c.Compress, "none")))
		case name == "parquet":
			s = archive.NewParquet(c.Out)
		case make != nil:
			s, err = make(c.Out)
		case name == "sqlite":
			err = errors.New("SQLite is not linked into this binary: install the one that has it with go install github.com/onrecord/onrecord/sqlite/cmd/onrecord@latest")
		default:
			err = fmt.Errorf("unknown form %q: use %s", name, strings.Join(append([]string{"jsonl", "parquet"}, slices.Sorted(maps.Keys(e.Sinks))...), ", "))
		}
		if err != nil {
			return nil, "", fmt.Errorf("--to %s: %w", name, err)
		}
		out = append(out, s)
	}
	return out, c.Out, nil
}

// twice turns the first interrupt (which cancels ctx, or arrives as a signal)
// into a stop, and the second into a cancelled context.
func twice(ctx context.Context, w io.Writer) (context.Context, <-chan struct{}, func()) {
	hard, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := make(chan struct{})
	sig := make(chan os.Signal, 2)
	signal.Notify(sig, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case <-ctx.Done():
			// The signal that cancelled ctx is likely in sig, too.
			select {
			case <-sig:
			case <-time.After(100 * time.Millisecond):
			}
		case <-sig:
		case <-hard.Done():
			return
		}
		fmt.Fprintln(w, "stopping at the end of the open shard; interrupt again to stop at once")
		close(stop)
		select {
		case <-sig:
			cancel()
		case <-hard.Done():
		}
	}()
	return hard, stop, func() { signal.Stop(sig); cancel() }
}

// show returns the options that report progress, and what ends the report.
func (c *Batch) show(e *Env) ([]archive.Option, func()) {
	how := c.Progress
	if how == "auto" {
		how = "log"
		if f, ok := e.Stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
			how = "bar"
		}
	}
	// Without an output folder there is no file of errors: what fails is logged.
	var opts []archive.Option
	if c.Out == "-" {
		opts = append(opts, archive.WithLog(slog.New(slog.NewTextHandler(e.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))))
	}
	switch how {
	case "bar":
		b := progressbar.NewOptions64(-1, progressbar.OptionSetWriter(e.Stderr), progressbar.OptionShowBytes(true), progressbar.OptionSetPredictTime(true),
			progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionFullWidth(), progressbar.OptionClearOnFinish(), progressbar.OptionSetElapsedTime(true))
		f := func(p archive.Progress) {
			if p.Total > 0 {
				b.ChangeMax64(p.Total)
			}
			b.Describe(fmt.Sprintf("%d articles, %d failed, %.0f/s", p.Articles, p.Failures, p.Rate()))
			_ = b.Set64(p.Read)
		}
		return append(opts, archive.WithProgress(200*time.Millisecond, f)), func() { _ = b.Finish(); _ = b.Clear() }
	case "log":
		log := slog.New(slog.NewTextHandler(e.Stderr, nil))
		f := func(p archive.Progress) {
			if p.Finished {
				return // the summary says it all
			}
			args := []any{"articles", p.Articles, "quotes", p.Quotes, "claims", p.Claims, "failed", p.Failures, "per_second", fmt.Sprintf("%.1f", p.Rate())}
			if p.Total > 0 && p.Read > 0 {
				left := time.Duration(float64(p.Elapsed) * (float64(p.Total)/float64(p.Read) - 1))
				args = append(args, "done", fmt.Sprintf("%.1f%%", 100*float64(p.Read)/float64(p.Total)), "left", left.Round(time.Second))
			}
			log.Info("progress", args...)
		}
		return []archive.Option{archive.WithLog(log), archive.WithProgress(c.LogEvery, f)}, func() {}
	}
	return opts, func() {}
}

func (c *Batch) printPlan(w io.Writer, p *archive.Plan) error {
	fmt.Fprintf(w, "%s, %d bytes\n%s", count(int(p.Files), "file", "files"), p.Bytes, count(int(p.Articles), "article", "articles"))
	if p.Failures > 0 {
		fmt.Fprintf(w, ", %d that cannot be read (", p.Failures)
		for i, k := range slices.Sorted(maps.Keys(p.Causes)) {
			fmt.Fprintf(w, "%s%s %d", strings.Repeat(", ", min(i, 1)), k, p.Causes[k])
		}
		fmt.Fprint(w, ")")
	}
	fmt.Fprintf(w, "\n%s in %s", count(p.Shards, "shard", "shards"), c.Out)
	if p.Done > 0 {
		fmt.Fprintf(w, ", %d done", p.Done)
	}
	fmt.Fprintln(w)
	if f := p.First; f != nil {
		format := string(f.Format)
		if format == "" {
			format = "told by its look"
		}
		fmt.Fprintf(w, "the first: %s (%s, %d bytes) in %s\n", f.Input, format, len(f.Body), f.Source)
		for _, m := range [][2]string{{"title", f.Meta.Title}, {"url", f.Meta.URL}, {"published", f.Meta.Published}, {"authors", strings.Join(f.Meta.Authors, "; ")}, {"site", f.Meta.Site}, {"language", f.Meta.Language}} {
			if m[1] != "" {
				fmt.Fprintf(w, "  %s: %s\n", m[0], m[1])
			}
		}
	}
	return nil
}

func writeSummary(path string, s archive.Summary) error {
	b, err := json.MarshalIndent(struct {
		archive.Counts
		Shards  int     `json:"shards"`
		Resumed int64   `json:"resumed"`
		Seconds float64 `json:"seconds"`
		Rate    float64 `json:"articles_per_second"`
		Stopped bool    `json:"stopped"`
	}{s.Counts, s.Shards, s.Resumed, s.Elapsed.Seconds(), s.Rate(), s.Stopped}, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Clean(path), append(b, '\n'), 0o666); err != nil {
		return fmt.Errorf("writing the summary: %w", err)
	}
	return nil
}
