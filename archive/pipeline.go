package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"sync"

	"github.com/onrecord/onrecord"
)

// job is an item on its way from reader to writer.
type job struct {
	Item
	shard   int
	next    position // behind it
	encoded []any    // per sink
	quotes  int
	claims  int
	ready   chan struct{} // a worker is done with it
}

// pipeline reads, analyses and writes: one goroutine reads, one writes, each
// in input order, and workers are between them. The channel of jobs in order
// bounds how far the reader can be ahead; the budget, with how many bytes.
func (r *run) pipeline(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var (
		todo   = make(chan *job, r.workers)
		order  = make(chan *job, 16*r.workers)
		free   = make(chan *job, 18*r.workers)
		budget = newBudget(ctx, r.inFlight)
		group  sync.WaitGroup
	)
	group.Go(func() {
		defer close(order)
		defer close(todo)
		if err := r.feed(ctx, todo, order, free, budget); err != nil {
			cancel(err)
		}
	})
	for range r.workers {
		group.Go(func() {
			for j := range todo {
				if ctx.Err() == nil && j.err == nil {
					j.err = r.process(ctx, j)
				}
				j.ready <- struct{}{}
			}
		})
	}
	err := r.drain(ctx, order, free, budget)
	if err != nil {
		cancel(err)
		for range order { // let the reader see that it is over
		}
	}
	group.Wait()
	return err
}

// budget bounds the bytes between reader and writer.
type budget struct {
	mu          sync.Mutex
	free        sync.Cond
	used, limit int64
	over        bool
}

func newBudget(ctx context.Context, limit int64) *budget {
	b := &budget{limit: limit}
	b.free.L = &b.mu
	context.AfterFunc(ctx, func() {
		b.mu.Lock()
		b.over = true
		b.mu.Unlock()
		b.free.Broadcast()
	})
	return b
}

// take waits until n bytes may be added; one item always may.
func (b *budget) take(n int64) {
	b.mu.Lock()
	for b.used > 0 && b.used+n > b.limit && !b.over {
		b.free.Wait()
	}
	b.used += n
	b.mu.Unlock()
}

func (b *budget) give(n int64) {
	b.mu.Lock()
	b.used -= n
	b.mu.Unlock()
	b.free.Signal()
}

// feed reads the input from r.start on and hands out jobs.
func (r *run) feed(ctx context.Context, todo, order chan<- *job, free <-chan *job, bud *budget) error {
	var (
		pos   = r.start
		shard = r.shard
		items int
		bytes int64
		index int64 = -1
		prior int64 // bytes of the files before
	)
	newJob := func() *job {
		select {
		case j := <-free:
			j.reset()
			return j
		default:
			return &job{Item: Item{resume: -1}, ready: make(chan struct{}, 1)}
		}
	}
	for f := range r.in.files() {
		index++
		if index < pos.File || r.byFile && index%int64(r.parts) != int64(r.part) {
			prior += f.size
			r.read.Store(prior)
			continue
		}
		if index > pos.File {
			pos = position{File: index, Seq: pos.Seq}
		}
		src, err := r.in.open(f, r.maxArticle)
		if err != nil {
			src = &deadReader{err: err, name: f.path}
		}
		if err := skipTo(src, pos); err != nil {
			src.Close()
			return fmt.Errorf("%s: %w", f.path, err)
		}
		for {
			if items >= r.shardItems || bytes >= r.shardBytes {
				shard, items, bytes = shard+1, 0, 0
			}
			ours := r.byFile || shard%r.parts == r.part
			if items == 0 || !ours {
				if r.stopRequested() {
					r.stopped = true
					src.Close()
					return nil
				}
			}
			j := newJob()
			err := src.next(&j.Item, !ours)
			r.read.Store(prior + src.offset())
			if err == io.EOF {
				break
			}
			if err != nil {
				src.Close()
				return fmt.Errorf("%s: %w", f.path, err)
			}
			j.Source, j.Seq, j.shard = f.path, pos.Seq, shard
			pos.Item++
			pos.Seq++
			pos.Offset, pos.Line = j.resume, j.line
			j.next = pos
			items++
			bytes += j.size
			if ctx.Err() != nil {
				src.Close()
				return nil
			}
			if !ours {
				continue
			}
			j.size = max(1, j.size)
			bud.take(j.size)
			order <- j
			todo <- j
		}
		if err := src.Close(); err != nil {
			r.log.Warn("closing an input file", "file", f.path, "error", err)
		}
		prior += f.size
		r.read.Store(prior)
	}
	r.done = true
	return nil
}

func (r *run) stopRequested() bool {
	select {
	case <-r.stop:
		return true
	default:
		return false
	}
}

// skipTo brings src to p.
func skipTo(src reader, p position) error {
	if p.Item == 0 {
		return nil
	}
	if s, ok := src.(seeker); ok {
		if err := s.seek(p); !errors.Is(err, errNoSeek) {
			return err
		}
	}
	var it Item
	for n := range p.Item {
		it.reset()
		if err := src.next(&it, true); err == io.EOF {
			return fmt.Errorf("the input has %d articles, fewer than when the run was interrupted (%d)", n, p.Item)
		} else if err != nil {
			return err
		}
	}
	return nil
}

// deadReader is a file that could not be opened: one failure.
type deadReader struct {
	err  error
	name string
	done bool
}

func (d *deadReader) next(it *Item, _ bool) error {
	if d.done {
		return io.EOF
	}
	d.done = true
	it.Input, it.err = d.name, d.err
	return nil
}
func (d *deadReader) offset() int64 { return 0 }
func (d *deadReader) Close() error  { return nil }

// process does a worker's part of j: decode, extract, analyse, encode.
func (r *run) process(ctx context.Context, j *job) (err error) {
	defer func() {
		if p := recover(); p != nil {
			r.log.Error("the analysis crashed", "input", j.Input, "source", j.Source, "offset", j.Offset, "panic", p, "stack", string(debug.Stack()))
			err = fail(CausePanic, "the analysis crashed, please report it with this article: %v", p)
		}
	}()
	if j.decode != nil {
		if err := j.decode(&j.Item); err != nil {
			return err
		}
	}
	rec, err := Analyze(ctx, r.an, &j.Item, r.timeout)
	if err != nil {
		return err
	}
	j.quotes, j.claims = len(rec.Quotes), len(rec.Claims)
	j.encoded = j.encoded[:0]
	for _, s := range r.sinks {
		e, err := s.Encode(&Result{Seq: j.Seq, Shard: j.shard, Record: rec})
		if err != nil {
			return fail(CauseAnalyze, "writing the record as %s: %w", s.Name(), err)
		}
		j.encoded = append(j.encoded, e)
	}
	return nil
}

// drain writes jobs in order, shard by shard.
func (r *run) drain(ctx context.Context, order <-chan *job, free chan<- *job, bud *budget) (err error) {
	var e entry // the open shard
	open := false
	defer func() {
		if err != nil && open {
			for _, s := range r.sinks {
				s.Abort()
			}
		}
	}()
	commit := func() error {
		if !open {
			return nil
		}
		open = false
		for i, s := range r.sinks {
			if err := s.Commit(); err != nil {
				for _, s := range r.sinks[i+1:] {
					s.Abort()
				}
				return r.fatal(err)
			}
		}
		if r.journal != nil {
			if err := r.errors.sync(); err != nil {
				return r.fatal(err)
			}
			e.ErrorsSize = r.errors.size
			if err := r.journal.append(e); err != nil {
				return r.fatal(err)
			}
			r.count(Counts{})
			r.log.Debug("shard complete", "shard", e.Shard, "articles", e.Articles, "failures", e.Failures)
		}
		return nil
	}
	for j := range order {
		<-j.ready
		if ctx.Err() != nil {
			return r.fatal(context.Cause(ctx))
		}
		if !open || j.shard != e.Shard {
			if err := commit(); err != nil {
				return err
			}
			was := e.Counts
			e = entry{Shard: j.shard}
			if r.journal == nil {
				e.Counts = was // nothing else keeps the sums
			}
			open = true
			for _, s := range r.sinks {
				if err := s.Begin(j.shard); err != nil {
					return r.fatal(err)
				}
			}
		}
		if err := r.write(j, &e.Counts); err != nil {
			return r.fatal(err)
		}
		r.count(e.Counts)
		e.Next = j.next
		bud.give(j.size)
		j.decode, j.Body = nil, nil
		select {
		case free <- j:
		default:
		}
	}
	if ctx.Err() != nil {
		return r.fatal(context.Cause(ctx))
	}
	if err := commit(); err != nil {
		return err
	}
	if r.journal != nil && r.done {
		end := entry{End: true, Shard: r.shard - 1, ErrorsSize: r.errors.size, Next: r.start}
		if l := r.journal.last; l != nil {
			end.Shard, end.Next = l.Shard, l.Next
		}
		return r.fatal(r.journal.append(end))
	}
	return nil
}

func (r *run) write(j *job, c *Counts) error {
	c.Items++
	if j.err != nil {
		f := *FailureOf(&j.Item, j.err)
		c.add(Counts{Failures: 1, Causes: map[Cause]int64{f.Cause: 1}})
		if r.errors == nil {
			r.log.Warn("failed", "input", f.Input, "offset", f.Offset, "cause", f.Cause, "error", f.Error)
			return nil
		}
		r.log.Debug("failed", "input", f.Input, "offset", f.Offset, "cause", f.Cause, "error", f.Error)
		return r.errors.add(f)
	}
	c.Articles++
	c.Quotes += int64(j.quotes)
	c.Claims += int64(j.claims)
	for i, s := range r.sinks {
		if err := s.Write(j.encoded[i]); err != nil {
			return err
		}
	}
	return nil
}

var _ Analyzer = (*onrecord.Analyzer)(nil)
