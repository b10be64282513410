// Package export writes records in the formats that other tools read, and
// reads marked articles from those in which people mark them.
//
//	offsets.go        a record with offsets in code points or UTF-16 units
//	html.go           one page to read by eye
//	webannotation.go  W3C Web Annotation (JSON-LD)
//	schemaorg.go      schema.org Article, Quotation and Claim (JSON-LD)
//	brat.go           brat standoff, both ways
//	citron.go         the JSON of BBC Citron, both ways
//	gold.go           marked articles as the evaluation reads them, both ways
//	marked.go, common.go   what the readers and the writers share
package export
