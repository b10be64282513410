package archive

import (
	"errors"
	"io"

	"github.com/onrecord/onrecord"
)

// Item is one article as a source gives it.
type Item struct {
	Source string // the file it stands in, "-" for standard input
	Offset int64  // where it begins in Source; see Failure.Offset
	Seq    int64  // its place in the order of the whole input, from 0

	// Input names the article in its record: its id, its URL, or its file
	// with a line number.
	Input  string
	Format onrecord.Format
	Body   []byte
	Meta   Meta

	size   int64 // bytes that it counts for in shards and back-pressure
	raw    []byte
	decode func(*Item) error // raw to Body and Meta; run by a worker
	err    error
	// resume is what the reader needs to go on behind this item, as
	// position.Offset; negative if that takes reading from the beginning.
	resume int64
	line   int64 // of JSON Lines, from 1
}

// reset makes it ready for the next item, with its buffer.
func (it *Item) reset() { *it = Item{raw: it.raw[:0], resume: -1} }

// Meta is what a source says of an article beside its body. The article's
// own page has precedence.
type Meta struct {
	ID, URL, Title, Site, Language, Section string
	Published, Modified                     string
	Authors                                 []string
	ContentType                             string // the HTTP header
}

// reader yields the items of one file.
type reader interface {
	// next fills it with the next item; io.EOF means there is none. What is
	// wrong with one item, or ends the file early, is in it.err, not returned.
	// skip says that nobody wants the item: only size and err need be set.
	next(it *Item, skip bool) error
	// offset is how much of the file, as it is on disk, has been read.
	offset() int64
	io.Closer
}

// seeker is a reader that can go on behind the item that p was taken at
// without reading what is before it; errNoSeek where it cannot after all.
type seeker interface {
	seek(p position) error
}

var errNoSeek = errors.New("cannot seek")

// position is a place between two items.
type position struct {
	File   int64 `json:"file"`   // index in the order of the input
	Item   int64 `json:"item"`   // items of that file before it
	Offset int64 `json:"offset"` // Item.resume of the one before it
	Line   int64 `json:"line,omitempty"`
	Seq    int64 `json:"seq"`
}
