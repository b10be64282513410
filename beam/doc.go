// Package beam runs the extraction as Apache Beam transforms, for archives
// that a cluster works through: on Dataflow, Flink or Spark, or, to try it,
// on the local runner that comes with Beam's Go SDK. It is a module of its
// own, so that the library does not carry Beam.
//
//	files    := sdk.CreateList(s, []string{"crawl/a.warc.gz", "dump.jsonl"})
//	articles, unread := beam.Read(s, files, beam.ReadOptions{})
//	records, failed  := beam.Extract(s, articles, beam.ExtractOptions{})
//	beam.Write(s, records, beam.WriteOptions{Dir: "out", Format: beam.Parquet, Shards: 16})
//
// For what it costs beside running the command with --shard on several
// machines, see docs/archives.md.
package beam
