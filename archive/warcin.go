package archive

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/archive/warc"
)

// warcReader yields the HTML pages among the records of a WARC file.
type warcReader struct {
	file *os.File // nil for standard input
	w    *warc.Reader
	head *bufio.Reader
	max  int64
	// zstd files are read as plain data that has been decompressed.
	close func() error
	in    *counter
	plain bool // w reads the file itself: offsets are file offsets
}

func (r *warcReader) next(it *Item, skip bool) error {
	for {
		rec, err := r.w.Next()
		if err == io.EOF {
			return io.EOF
		}
		if err != nil {
			var b *warc.Broken
			if errors.As(err, &b) {
				it.Offset = b.Offset
			}
			it.err = &itemError{CauseWARC, err}
			return nil
		}
		typ, uri := rec.Header.Type(), rec.Header.TargetURI()
		if typ != "response" || !strings.HasPrefix(uri, "http") {
			continue
		}
		r.head.Reset(rec.Body)
		res, err := warc.ReadHead(r.head)
		it.Input, it.Offset, it.size = uri, rec.Offset, rec.Length
		if rec.Seekable {
			it.resume = rec.Offset
		}
		if rec.Body.Err() != nil {
			continue // the reader reports the broken record at its next call
		}
		if err != nil {
			it.err = &itemError{CauseWARC, err}
			return nil
		}
		if !res.IsHTML() {
			continue
		}
		it.Format = onrecord.HTML
		it.Meta = Meta{URL: uri, ContentType: res.Header.Get("Content-Type")}
		if rec.Length > r.max {
			it.err = fail(CauseTooLarge, "the page has %d bytes, the limit is %d: raise it with --max-article", rec.Length, r.max)
			return nil
		}
		// Read also where the item is skipped: a broken body must count as
		// the same item whether or not somebody wants it.
		buf := bytes.NewBuffer(it.raw[:0])
		_, err = buf.ReadFrom(r.head)
		it.raw = buf.Bytes()
		if err != nil {
			continue
		}
		if skip {
			return nil
		}
		max := r.max
		it.decode = func(it *Item) error {
			res.Raw = it.raw
			body, err := res.Body(max)
			if errors.Is(err, warc.ErrTooLarge) {
				return fail(CauseTooLarge, "the page has more than %d bytes, the limit: raise it with --max-article", max)
			}
			if err != nil {
				return &itemError{CauseWARC, err}
			}
			it.Body = body
			return nil
		}
		return nil
	}
}

// seek goes on behind the item that begins at p.Offset.
func (r *warcReader) seek(p position) error {
	if !r.plain || p.Offset < 0 {
		return errNoSeek
	}
	if err := r.w.SeekTo(p.Offset); err != nil {
		return err
	}
	var it Item
	return r.next(&it, true)
}

func (r *warcReader) offset() int64 {
	if r.plain {
		return r.w.Offset()
	}
	return r.in.n
}

func (r *warcReader) Close() error { return r.close() }
