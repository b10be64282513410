package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Plan says what a run would do.
type Plan struct {
	Files  int64
	Bytes  int64 // on disk
	Counts       // Items, and the failures that reading alone shows
	Shards int
	Done   int   // shards that an earlier run did
	First  *Item // the first article, decoded
}

// MakePlan reads the input as Run would, and writes nothing. The input is
// read to its end, so standard input is used up.
func MakePlan(ctx context.Context, in Input, dir string, sinks []Sink, opts ...Option) (*Plan, error) {
	r, err := prepare(in, "", sinks, opts)
	if err == nil && dir != "" {
		r.in.output, err = filepath.Abs(dir)
	}
	if err != nil {
		return nil, err
	}
	r.total = r.in.survey()
	p := &Plan{Files: r.total.Files, Bytes: r.total.Bytes}
	if f, err := os.Open(filepath.Join(dir, journalName)); err == nil && !r.restart {
		defer f.Close()
		j := &journal{f: f}
		was, err := j.read()
		if err != nil {
			return nil, err
		}
		if was != nil {
			if d := was.differs(r.header()); d != "" {
				return nil, fmt.Errorf("%w (%s)", ErrOtherRun, d)
			}
		}
		p.Done = j.shards
	} else if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	var (
		items int
		bytes int64
		shard int
		index int64 = -1
		last        = -1 // the shard of ours that was counted
		it          = Item{resume: -1}
	)
	for f := range r.in.files() {
		if index++; r.byFile && index%int64(r.parts) != int64(r.part) {
			continue
		}
		src, err := in.open(f, r.maxArticle)
		if err != nil {
			src = &deadReader{err: err, name: f.path}
		}
		for {
			if ctx.Err() != nil {
				src.Close()
				return nil, context.Cause(ctx)
			}
			if items >= r.shardItems || bytes >= r.shardBytes {
				shard, items, bytes = shard+1, 0, 0
			}
			ours := r.byFile || shard%r.parts == r.part
			it.reset()
			if err := src.next(&it, !ours); err == io.EOF {
				break
			} else if err != nil {
				src.Close()
				return nil, err
			}
			items++
			bytes += it.size
			if !ours {
				continue
			}
			if shard != last {
				last = shard
				p.Shards++
			}
			p.note(&it, f.path)
		}
		src.Close()
	}
	return p, nil
}

func (p *Plan) note(it *Item, path string) {
	c := Counts{Items: 1}
	err := it.err
	if err == nil && it.decode != nil {
		err = it.decode(it)
	}
	if err != nil {
		c.Failures, c.Causes = 1, map[Cause]int64{causeOf(err, CauseRead): 1}
	} else if c.Articles = 1; p.First == nil {
		first := *it
		first.Source, first.raw, first.decode = path, nil, nil
		first.Body = append([]byte(nil), it.Body...)
		p.First = &first
	}
	p.add(c)
}
