// Package quotes finds what an article ascribes to somebody, and who that is.
//
//	quote.go          Quote, Speaker, Result: what is found
//	extractor.go      Extractor: the one call
//	page.go           an article as the models see it
//	marks.go          quotation marks, their pairs and nesting
//	cue.go, role.go   the models' features: what ascribes; who and what
//	attribution.go, select.go, calibrate.go   readings of each cue, the choice, how sure it is
//	draft.go          from readings to quotations
//	structure.go      what needs no learning: blocks, transcripts, paragraphs
//	act.go            what the source does: says, believes, orders
//	speakers*.go      from mentions to referents
//	training.go       training; load.go reads and writes trained models
package quotes
