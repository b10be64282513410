package archive

import "github.com/onrecord/onrecord"

// Result is a record with its place in the run.
type Result struct {
	Seq    int64 // the article's place in the order of the whole input, from 0
	Shard  int
	Record *onrecord.Record
}

// Sink is where results go. A run calls Encode from many goroutines at a
// time, everything else from one: Begin, Write for each result in input
// order, Commit (or Abort), and so on shard by shard; at last Close.
//
// After Commit a shard is complete and safe on disk. A shard may be begun
// again although it was committed, when the run was killed before its journal
// said so: the same results follow, and must not be there twice.
type Sink interface {
	// Name says what is written, for the journal: runs with different sinks
	// are different runs.
	Name() string
	// Encode does the work that needs no order. What it returns is given to Write.
	Encode(*Result) (any, error)
	Begin(shard int) error
	Write(encoded any) error
	Commit() error
	Abort()
	Close() error
	// Remove drops all that earlier runs left.
	Remove() error
}
