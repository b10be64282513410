package beam

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/archive"
)

// Format is what Write writes.
type Format string

// The formats.
const (
	JSONLines Format = "jsonl"
	Parquet   Format = "parquet" // the three tables of package archive
)

// WriteOptions say where records go.
type WriteOptions struct {
	Dir    string // on any file system that Beam knows
	Format Format // "" is JSONLines
	Shards int    // files (of each table); 0 is 1
}

// Write writes records (a PCollection of Record) to as many files as there
// are shards, named as those of package archive. Records go to shards by a
// hash of their article's place, and are ordered by it within: the files are
// the same however the engine spreads the work, and one that is written again
// after a failure replaces itself. A shard's records are held in memory by
// the worker that writes it.
//
// The column seq, which ties the tables together, is a hash of the article's
// place here, as no engine keeps an order.
func Write(s sdk.Scope, records sdk.PCollection, o WriteOptions) {
	s = s.Scope("onrecord.Write")
	if o.Format == "" {
		o.Format = JSONLines
	}
	keyed := sdk.ParDo(s, &keyFn{Shards: max(1, o.Shards)}, records)
	sdk.ParDo0(s, &writeFn{Dir: o.Dir, Format: string(o.Format)}, sdk.GroupByKey(s, keyed))
}

// place is a hash of where an article stands.
func (r *Record) place() uint64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%d", r.Source, r.Seq)
	return h.Sum64()
}

type keyFn struct{ Shards int }

func (f *keyFn) ProcessElement(r Record) (int, Record) { return int(r.place() % uint64(f.Shards)), r }

type writeFn struct{ Dir, Format string }

func (f *writeFn) ProcessElement(ctx context.Context, shard int, next func(*Record) bool) (err error) {
	var all []Record
	var r Record
	for next(&r) {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b Record) int {
		return cmp.Or(strings.Compare(a.Source, b.Source), cmp.Compare(a.Seq, b.Seq))
	})
	// Made on the machine's own disk, then copied: no file system but that
	// can write a file in its place.
	tmp, err := os.MkdirTemp("", "onrecord-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	sink := archive.NewParquet(tmp)
	if Format(f.Format) == JSONLines {
		if sink, err = archive.NewJSONLines(tmp, archive.Plain); err != nil {
			return err
		}
	}
	defer sink.Close()
	if err := sink.Begin(shard); err != nil {
		return err
	}
	for i := range all {
		rec := new(onrecord.Record)
		if err := json.Unmarshal(all[i].JSON, rec); err != nil {
			return err
		}
		e, err := sink.Encode(&archive.Result{Seq: int64(all[i].place() >> 1), Shard: shard, Record: rec})
		if err != nil {
			return err
		}
		if err := sink.Write(e); err != nil {
			return err
		}
	}
	if err := sink.Commit(); err != nil {
		return err
	}
	made, err := os.ReadDir(tmp)
	if err != nil {
		return err
	}
	for _, m := range made {
		if err := copyOut(ctx, filepath.Join(tmp, m.Name()), strings.TrimSuffix(f.Dir, "/")+"/"+m.Name()); err != nil {
			return err
		}
	}
	return nil
}

// copyOut copies a file to a file system that Beam knows.
func copyOut(ctx context.Context, from, to string) error {
	fs, err := filesystem.New(ctx, to)
	if err != nil {
		return err
	}
	defer fs.Close()
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := fs.OpenWrite(ctx, to)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return fmt.Errorf("writing %s: %w", to, err)
	}
	return out.Close()
}
