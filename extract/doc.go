// Package extract reads the article out of a web page or a text file.
//
// [HTML] decodes a page from whatever encoding it is in, parses it, walks its
// blocks in reading order and keeps those that belong to the article; [Text]
// takes a text file as it is and finds its paragraphs. Both return a
// [Document]: the text, its blocks with their kinds and their places in the
// source, and what the page says of title, authors, dates, site and language.
// [IsHTML] tells which of the two an input is for.
//
// # What is kept
//
// Paragraphs, subheadings, lists, tables, quoted blocks with their
// attributions, pull quotes, embedded posts, preformatted text and editors'
// notes. The page's headline is the Title and no block; standfirsts, most
// captions, bylines, related links, newsletter boxes, share bars, comments and
// cookie notices are left out. Each block says where in the decoded source it
// stands, in bytes, and by which CSS path its element is found. A page that is
// no article (a list of links, the free lines before a paywall, nothing at
// all) says so in Form, and only a Stub has text.
//
// # How it works
//
// The files follow the way of a page:
//
//	decode.go               bytes to UTF-8, one broken byte costing one character
//	page.go                 the parse, with the source range of every text
//	prune.go                what stands inside sentences and is not of them
//	metadata.go, address.go, jsonld.go, lenientjson.go, authors.go, byline.go, dates.go
//	                        what the page says of its article
//	walk.go, words.go, kind.go
//	                        the blocks of the original page, and their kinds
//	candidates.go           go-readability, asked which texts it would take
//	survey.go, features.go, look.go, cues.go
//	                        what the classifier sees of each block
//	classifier.go, choose.go, join.go, asides.go, boxes.go, headline.go, form.go
//	                        which blocks are kept, and what the page is
//	html.go, joined.go, turns.go, stated.go, path.go
//	                        the document made of them
//	text.go, textlines.go   plain text
//	document.go, sniff.go, options.go, inspect.go, pattern.go, runes.go
//	                        the result; telling pages; limits; the blocks for training; shared helpers
//
// The blocks come from the page as it is, never from a library's cleaned copy
// of it: those lose the class names that tell a pull quote or an embedded post
// and the <footer> that attributes a quotation. The selector's opinion is one
// of some four hundred features of a block.
//
// # Limits
//
// [WithMaxBytes], [WithMaxNodes] and [WithTimeout] bound what one input may
// cost; going beyond one gives a [LimitError] that names the option. No input
// makes the package panic, and the context is honoured throughout, except
// within go-readability, which is only asked about pages of bounded size.
package extract
