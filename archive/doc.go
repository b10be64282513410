// Package archive runs an Analyzer over many articles: readers for what
// archives are kept in, workers for every core, sinks for what comes out, and
// a journal that lets a run be killed at any moment and go on where it was.
//
// A run is deterministic. Articles are numbered in input order and cut into
// shards by that order alone ([WithShards]), so the output is the same, byte
// for byte, whatever the number of workers and however often the run was
// interrupted. A shard becomes visible by an atomic rename, and is written to
// the journal after that; whatever the journal does not name is done again.
//
//   - input.go, kind.go: which files are read, in which order, and what they hold
//   - item.go, mapping.go: one article as its source gives it; field mapping
//   - decompress.go, jsonl.go, warcin.go, parquetin.go: the readers
//   - items.go: the articles of an input, for pipelines of one's own
//   - run.go, options.go, pipeline.go, analyze.go: the pipeline
//   - plan.go: what a run would do
//   - journal.go, atomic.go, lock_*.go: what makes a run resumable
//   - sink.go, jsonlsink.go, streamsink.go, parquetsink.go, tables.go: the sinks and their tables
//   - failure.go, summary.go: what went wrong, and the sums
//
// Package archive/warc reads WARC files, package archive/across finds what
// articles have in common once they are extracted.
//
// # Memory
//
// A run holds: the models, the articles between reader and writer (at most
// [WithInFlight] bytes and 16 articles a worker, whichever is reached first;
// a slow sink stops the reader), one shard's open column buffers per Parquet
// table, and one article of at most [WithMaxArticle] bytes a worker with what
// its parsing takes (a page takes about twenty times its size). Nothing grows
// with the size of the input.
package archive
