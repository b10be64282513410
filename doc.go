// Package onrecord reads news articles and writes down who said what, and
// which of it can be checked.
//
// An [Analyzer] takes the bytes of one article, HTML or plain text, and
// returns a [Record]: the article's text and metadata, every quotation with
// its exact place, cue, source and speaker, and every check-worthy claim.
//
//	an, err := onrecord.New()
//	...
//	r, err := an.Analyze(ctx, "story.html", src)
//
// It is made of layers that work alone too:
//
//	extract   the article out of a page: text, blocks, metadata
//	nlp       tokens, sentences, tags, names, mentions; models embedded
//	quotes    quotations and speakers
//	claims    check-worthy claims
//	export    records in the forms that other tools read, and back
//	archive   many articles: readers, workers, resumable runs
//
// All offsets are UTF-8 byte offsets into Record.Article.Text, and every span
// carries the words that stand there. Equal input gives equal bytes.
package onrecord
