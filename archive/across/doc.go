// Package across finds what the articles of an archive have in common, once a
// run of package archive has extracted them: equal and nearly equal articles,
// quotations that several articles carry with every variant of their words,
// claims that repeat each other, and speakers.
//
//   - across.go: the two passes over the tables, and their sums
//   - source.go, columns.go: reading the tables, Parquet or JSON Lines
//   - words.go: texts as sequences of hashed words
//   - minhash.go, articles.go: nearly equal articles
//   - quotes.go, candidates.go, similar.go: which quotations are the same
//   - diff.go: how the words of two variants differ
//   - names.go, speakers.go: whose names agree
//   - claims.go: repeated claims
//   - groups.go: a group of instances as it is written
//   - union.go, spill.go, postings.go, sort.go, texts.go, blocks.go: shared machinery
//
// Memory and time grow linearly with the archive. Candidates for nearly equal
// articles come from banded min-wise hashing (Broder 1997; one permutation
// with rotation after Shrivastava and Li 2014); candidates for equal
// quotations from the rarest word sequences that two of them share, with a
// bounded number of comparisons for each sequence: where many share one, only
// those of one speaker are compared, and all with what most of them are.
package across
