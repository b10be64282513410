// Package score measures what was extracted against what people marked.
//
//	read.go          marked articles, and what was found
//	figures.go       precision, recall, F1 and their printed form
//	attributions.go  attributions by role, exact and by token, and linked
//	records.go       whole records, end to end, from text or page
//	compare.go       one record against one marked article
//	names.go         when two names are the same
//	align.go         the longest-match alignment of two texts' words
//	browse.go        the errors, by class and with their context
package score
