// Package sqlite keeps what an archive run found in one SQLite file, with
// full-text search over quotations, claims and speakers. It is a module of
// its own, so that the library does not carry a database.
//
//   - schema.go: the tables
//   - sink.go: the sink for package archive
//   - search.go: searching
//
// cmd/onrecord is the command line of the root module with this sink
// (batch --to sqlite) and the command search.
package sqlite
