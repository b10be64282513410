package extract

import (
	"time"

	"github.com/onrecord/onrecord/span"
)

// Kind says what a block of an article is.
type Kind string

// The kinds of block. Boilerplate appears only in documents made from plain
// text, whose Text is the input unchanged; HTML boilerplate is left out.
const (
	Paragraph    Kind = "paragraph"
	Heading      Kind = "heading"
	Blockquote   Kind = "blockquote"
	ListItem     Kind = "list_item"
	TableCell    Kind = "table_cell"
	Caption      Kind = "caption"
	PullQuote    Kind = "pull_quote"
	Embed        Kind = "embed" // a post on a social network
	Preformatted Kind = "preformatted"
	Note         Kind = "note"        // an editor's note or correction
	Attribution  Kind = "attribution" // the <cite> or <footer> of the blockquote before it
	Boilerplate  Kind = "boilerplate"
)

// Form says what the input as a whole is.
type Form string

// The forms of input. A document of any form but Article has no blocks that
// quotations or claims are looked for in, unless it is a Stub, whose few
// free paragraphs are kept.
const (
	Article Form = "article"
	Index   Form = "index" // a page of links to articles
	Stub    Form = "stub"  // the free beginning of an article behind a paywall
	Empty   Form = "empty" // no readable text
)

// Block is one block of the article, in reading order.
type Block struct {
	Kind Kind
	// Span is the block's place in Document.Text. Blocks are ordered, do not
	// overlap, and are separated by white space.
	span.Span
	// Attribution is the place in Document.Text of the blockquote's <cite> or
	// <footer>, which is also a block of its own of kind Attribution; empty
	// where there is none.
	Attribution span.Span
	// Emphasized reports whether all of the block is set in bold or italics.
	Emphasized bool
	// Level is 1 to 6 for headings, else 0.
	Level int
	// Source is the block's place in the decoded source; Path is a CSS path to
	// its element ("" for plain text).
	Source span.Span
	Path   string
	// Repeats is the index of the body block whose words a pull quote repeats,
	// -1 where there is none.
	Repeats int
	// Corrects tells that a note says what the article had wrong before.
	Corrects bool
}

// Quotable reports whether quotations and claims are looked for in b.
func (b Block) Quotable() bool {
	switch b.Kind {
	case Boilerplate:
		return false
	case PullQuote:
		return b.Repeats < 0
	}
	return true
}

// Document is an article as extracted from its source.
type Document struct {
	Form Form
	// Text is the article's text. For HTML, it is the blocks joined by a blank
	// line each, white space normalised; for plain text, the input itself
	// (less a byte order mark, invalid UTF-8 replaced).
	Text   string
	Blocks []Block

	Title     string
	Authors   []string
	Published Time
	Modified  Time
	URL       string // canonical URL
	Site      string
	Language  string // BCP 47
	Section   string
	Tags      []string

	// Encoding names the encoding that the source was decoded from.
	Encoding string
}

// Time is a moment as an article states it.
type Time struct {
	time.Time
	// Zoned reports whether the source stated a zone; where it did not, Time
	// is given in UTC but means local time.
	Zoned bool
	// DateOnly reports whether only a day was stated.
	DateOnly bool
}

// String formats t as RFC 3339 with as much as was stated; "" for the zero Time.
func (t Time) String() string {
	switch {
	case t.IsZero():
		return ""
	case t.DateOnly:
		return t.Format("2006-01-02")
	case !t.Zoned:
		return t.Format("2006-01-02T15:04:05")
	}
	return t.Format(time.RFC3339)
}
