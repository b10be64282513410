// Package quotes finds what an article ascribes to somebody, and who that is.
//
//	quote.go          Quote, Speaker, Result: what is found
//	extractor.go      Extractor: the one call
//	page.go           an article as the models see it
//	marks.go          quotation marks, their pairs and nesting
//	cue.go, role.go, role_features.go   the models' features: what ascribes; who and what
//	attribution.go, variants.go, edges.go     readings of each cue, their edges mended
//	judge_*.go, select.go, calibrate.go       which is best, right, a statement; the choice; how sure it is
//	draft.go, draft_index.go                  from readings to quotations
//	ends.go, trim.go, source_ends.go          what of them is not said, and not the source
//	blocks.go, structure.go, interview.go, label.go, runs.go
//	                  what needs no learning: blocks; transcripts, interviews, labels; paragraphs that run on
//	marked.go         quoted stretches that are no quotations
//	act.go            what the source does: says, believes, orders
//	speakers*.go      from mentions to referents
//	examples.go, training*.go  marked articles as training examples; training
//	model.go, load.go         trained models, read and written
package quotes
