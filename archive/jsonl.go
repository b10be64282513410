package archive

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/onrecord/onrecord"
)

// jsonlReader splits a file into lines; workers decode them. Empty lines are
// no items.
type jsonlReader struct {
	file  *os.File // nil for standard input
	in    *counter // the file as it is on disk
	data  io.ReadCloser
	lines *bufio.Reader
	zip   bool // data is compressed: offsets are no file offsets
	name  string
	at    int64 // offset of the next byte of data
	line  int64
	max   int64
	m     Mapping
	done  bool
}

func (r *jsonlReader) next(it *Item, skip bool) error {
	for !r.done {
		start, line, n, blank := r.at, it.raw[:0], int64(0), true
		var err error
		for {
			var part []byte
			part, err = r.lines.ReadSlice('\n')
			n += int64(len(part))
			blank = blank && len(bytes.TrimSpace(part)) == 0
			if !skip && int64(len(line)) <= r.max {
				line = append(line, part...)
			}
			if err != bufio.ErrBufferFull {
				break
			}
		}
		r.at += n
		it.raw = line
		it.Offset, it.size, it.resume = start, n, r.at
		switch {
		case err != nil && err != io.EOF:
			// What there is of the line is not the line.
			r.done = true
			it.resume = -1 // or the error would be met again there
			it.err = &itemError{causeOf(err, CauseRead), fmt.Errorf("reading stopped %d bytes into the data: %w", r.at, err)}
			return nil
		case err == io.EOF:
			r.done = true
		}
		r.line++
		it.line = r.line
		if blank {
			continue
		}
		it.Input = r.name + ":" + strconv.FormatInt(r.line, 10)
		if n > r.max {
			it.raw = it.raw[:0]
			it.err = fail(CauseTooLarge, "the line has %d bytes, the limit is %d: raise it with --max-article", n, r.max)
			return nil
		}
		it.decode = r.m.decodeJSON
		return nil
	}
	return io.EOF
}

// seek goes on at p. Compressed data has to be read up to there.
func (r *jsonlReader) seek(p position) error {
	if p.Offset < 0 {
		return errNoSeek
	}
	if r.file == nil || r.zip {
		n, err := io.CopyN(io.Discard, r.lines, p.Offset)
		if err != nil {
			return fmt.Errorf("the input is shorter than it was when the run was interrupted: %d of %d bytes: %w", n, p.Offset, err)
		}
	} else {
		if _, err := r.file.Seek(p.Offset, io.SeekStart); err != nil {
			return err
		}
		r.in.n = p.Offset
		r.lines.Reset(r.in)
	}
	r.at, r.line = p.Offset, p.Line
	return nil
}

func (r *jsonlReader) offset() int64 { return r.in.n }
func (r *jsonlReader) Close() error  { return r.data.Close() }

// oneReader yields a whole file as one article.
type oneReader struct {
	in   *counter
	data io.ReadCloser
	name string
	kind Kind
	max  int64
	m    Mapping
	done bool
}

func (r *oneReader) next(it *Item, skip bool) error {
	if r.done {
		return io.EOF
	}
	r.done = true
	it.Input, it.Offset = r.name, 0
	buf := bytes.NewBuffer(it.raw[:0])
	n, err := buf.ReadFrom(io.LimitReader(r.data, r.max+1))
	it.raw, it.size = buf.Bytes(), n
	switch {
	case err != nil:
		it.err = &itemError{causeOf(err, CauseRead), err}
	case n > r.max:
		it.err = fail(CauseTooLarge, "the file has more than %d bytes, the limit: raise it with --max-article", r.max)
	}
	it.decode = func(it *Item) error {
		switch r.kind {
		case JSON:
			return r.m.decodeJSON(it)
		case HTMLFile:
			it.Format = onrecord.HTML
		case TextFile:
			it.Format = onrecord.Text
		}
		it.Body = it.raw
		return nil
	}
	return nil
}

func (r *oneReader) offset() int64 { return r.in.n }
func (r *oneReader) Close() error  { return r.data.Close() }
