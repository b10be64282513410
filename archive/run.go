package archive

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

// Analyzer is what a run calls for each article, from many goroutines at a
// time; *onrecord.Analyzer is one.
type Analyzer interface {
	ExtractAs(ctx context.Context, src []byte, f onrecord.Format, opts ...extract.Option) (*extract.Document, error)
	AnalyzeDocument(ctx context.Context, input string, doc *extract.Document) (*onrecord.Record, error)
}

// Run analyses the articles of in and gives the results to sinks. dir is the
// output folder, which holds the journal and the error file; if it holds those
// of an interrupted run with the same input and options, Run goes on with it.
// With dir "" there is no journal: the run cannot be resumed, and failures
// only go to the log.
//
// What is wrong with an item is a line in the error file. An error is returned
// for what stops the run: a sink that fails, a folder that belongs to another
// run, a cancelled context. Shards that are complete stay.
func Run(ctx context.Context, an Analyzer, in Input, dir string, sinks []Sink, opts ...Option) (Summary, error) {
	r, err := prepare(in, dir, sinks, opts)
	if err != nil {
		return Summary{}, err
	}
	defer r.close()
	r.an = an
	err = r.run(ctx)
	return r.summary(), err
}

// run is one call of Run.
type run struct {
	config
	an    Analyzer
	in    Input
	sinks []Sink
	total survey
	began time.Time

	journal *journal // nil without an output folder
	errors  *errorFile
	locked  *os.File
	start   position
	shard   int // the first to do
	resumed int64

	counts  atomic.Pointer[Counts] // with the open shard
	read    atomic.Int64           // bytes of input
	done    bool                   // to the end of the input
	stopped bool
}

func prepare(in Input, dir string, sinks []Sink, opts []Option) (_ *run, err error) {
	r := &run{config: defaults(), in: in, sinks: sinks, began: time.Now()}
	for _, o := range opts {
		o(&r.config)
	}
	if r.part < 0 || r.part >= r.parts {
		return nil, fmt.Errorf("there is no part %d of %d: parts are counted from 1", r.part+1, r.parts)
	}
	if len(in.Paths) == 0 {
		return nil, errors.New("no input: name files or folders, or - for standard input")
	}
	r.counts.Store(new(Counts))
	if dir != "" {
		if r.in.output, err = filepath.Abs(dir); err != nil {
			return nil, err
		}
	}
	r.total = r.in.survey()
	if dir == "" {
		return r, nil
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			r.close()
		}
	}()
	if r.locked, err = lock(dir); err != nil {
		return nil, err
	}
	if r.restart {
		if err = r.remove(dir); err != nil {
			return nil, err
		}
	}
	if err = removeTemp(dir); err != nil {
		return nil, err
	}
	if r.journal, err = openJournal(dir, r.header()); err != nil {
		return nil, err
	}
	var size int64
	if l := r.journal.last; l != nil {
		size, r.start, r.done = l.ErrorsSize, l.Next, l.End
		r.shard = l.Shard + 1
		r.resumed = r.journal.sum.Articles
		r.count(Counts{})
		what := "going on with an interrupted run"
		if r.done {
			what = "the run is complete, nothing is left to do"
		}
		r.log.Info(what, "folder", dir, "shards", r.journal.shards, "articles", r.resumed)
	}
	r.errors, err = openErrors(dir, size)
	return r, err
}

func (r *run) header() header {
	h := header{Format: journalFormat, Paths: r.in.Paths, Files: r.total.Files, Bytes: r.total.Bytes, Input: r.total.hash, Kind: r.in.Kind,
		Mapping: r.in.Mapping, ShardItems: r.shardItems, ShardBytes: r.shardBytes, MaxArticle: r.maxArticle, Fingerprint: r.fingerprint,
		Part: fmt.Sprintf("%d/%d", r.part+1, r.parts), Sinks: []string{}}
	if r.byFile {
		h.Part += " by file"
	}
	for _, s := range r.sinks {
		h.Sinks = append(h.Sinks, s.Name())
	}
	return h
}

// remove drops what an earlier run left. The journal goes first: without it
// nothing else counts.
func (r *run) remove(dir string) error {
	err := removeAll(dir, journalName, errorsName)
	for _, s := range r.sinks {
		err = errors.Join(err, s.Remove())
	}
	return err
}

func (r *run) close() {
	if r.journal != nil {
		r.journal.f.Close()
	}
	if r.errors != nil {
		r.errors.f.Close()
	}
	if r.locked != nil {
		r.locked.Close()
	}
}

func (r *run) run(ctx context.Context) (err error) {
	defer func() {
		for _, s := range r.sinks {
			if e := s.Close(); e != nil && err == nil {
				err = r.fatal(e)
			}
		}
	}()
	if r.done {
		r.read.Store(r.total.Bytes)
		return nil
	}
	if r.progress != nil {
		stop := r.report()
		defer stop()
	}
	return r.pipeline(ctx)
}

// report calls the progress function until the returned function is called.
func (r *run) report() func() {
	quit, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		var tick <-chan time.Time // never, without a time between two calls
		if r.progressEach > 0 {
			t := time.NewTicker(r.progressEach)
			defer t.Stop()
			tick = t.C
		}
		for {
			select {
			case <-tick:
				r.progress(r.state())
			case <-quit:
				p := r.state()
				p.Finished = true
				r.progress(p)
				return
			}
		}
	}()
	return func() { close(quit); <-gone }
}

// count publishes the sums of the complete shards and of the open one.
func (r *run) count(open Counts) {
	var c Counts
	if r.journal != nil {
		c.add(r.journal.sum)
	}
	c.add(open)
	r.counts.Store(&c)
}

func (r *run) state() Progress {
	total := r.total.Bytes
	if r.total.Stdin {
		total = 0
	}
	return Progress{Counts: *r.counts.Load(), Read: r.read.Load(), Total: total, Resumed: r.resumed, Elapsed: time.Since(r.began)}
}

func (r *run) summary() Summary {
	s := Summary{Progress: r.state(), Stopped: r.stopped}
	if r.journal != nil {
		s.Shards = r.journal.shards
	}
	return s
}

// fatal words an error that stops the run.
func (r *run) fatal(err error) error {
	if err == nil {
		return nil
	}
	what := ""
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		what = "the disk is full; "
	}
	if r.journal == nil {
		return fmt.Errorf("%sthe run stopped: %w", what, err)
	}
	return fmt.Errorf("%sthe run stopped with %d shards complete, which stay; mend the cause and run the same command to go on: %w", what, r.journal.shards, err)
}
