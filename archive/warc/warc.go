// Package warc reads WARC files (ISO 28500), the format of web archives, plain
// or gzipped, as a stream in constant memory.
//
// A broken record costs itself alone: [Reader.Next] reports it as a [*Broken]
// and goes on behind it, also where gzip data is damaged.
package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// maxHeader bounds the header of a record, in bytes; real ones have a few hundred.
const maxHeader = 1 << 20

// Record is one record. Its Body is valid until the next call of Next.
type Record struct {
	// Offset is where the record begins in the file: its first byte, or that
	// of the gzip member that it begins in.
	Offset int64
	// Seekable says that the record's first byte is at Offset, so that
	// SeekTo finds it: in plain files, and where it begins a gzip member.
	Seekable bool
	Header   Header
	Length   int64 // of the body, in bytes
	Body     *Body
}

// Body reads a record's body. A body that the file does not hold all of ends
// in an error that is not io.EOF.
type Body struct {
	r    *bufio.Reader
	left int64
	err  error
}

func (b *Body) Read(p []byte) (int, error) {
	if b.err != nil {
		return 0, b.err
	}
	if b.left == 0 {
		return 0, io.EOF
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	if b.left -= int64(n); err != nil && b.left > 0 {
		b.err = eof(err)
		return n, b.err
	}
	return n, nil
}

// Err is the error that reading ended with, nil for io.EOF.
func (b *Body) Err() error { return b.err }

// Header is a record's header: names in lower case.
type Header map[string]string

// Type is the record's type: "response", "request", "metadata" ...
func (h Header) Type() string { return strings.ToLower(h["warc-type"]) }

// TargetURI is the address that the record is about.
func (h Header) TargetURI() string { return strings.Trim(h["warc-target-uri"], "<>") }

// Broken says that a record, or a stretch of a file, cannot be read. The
// Reader can be used on.
type Broken struct {
	Offset int64 // of the record; see Record.Offset
	Err    error
}

func (b *Broken) Error() string { return fmt.Sprintf("WARC record at %d: %v", b.Offset, b.Err) }
func (b *Broken) Unwrap() error { return b.Err }

// Reader reads the records of a file one after the other.
type Reader struct {
	src  *source
	buf  *bufio.Reader // over src
	body *Body
	// lost says that the place in the stream is unknown: the next record has
	// to be looked for.
	lost  bool
	cur   int64
	exact bool
}

// NewReader reads from r, which may be gzipped. If r is an io.Seeker, reading
// goes on right behind damage in gzip data, else a little later.
func NewReader(r io.Reader) (*Reader, error) {
	src, err := newSource(r)
	if err != nil {
		return nil, err
	}
	return &Reader{src: src, buf: bufio.NewReaderSize(src, 64<<10)}, nil
}

// Offset is how many bytes of the file have been read.
func (r *Reader) Offset() int64 { return r.src.offset() }

// SeekTo goes on at the record that begins at the offset off of the file,
// which must be an io.Seeker.
func (r *Reader) SeekTo(off int64) error {
	if err := r.src.seekTo(off); err != nil {
		return err
	}
	r.buf.Reset(r.src)
	r.body, r.lost = nil, false
	return nil
}

// Next returns the next record, io.EOF behind the last, or a *Broken.
func (r *Reader) Next() (*Record, error) {
	if r.body != nil {
		_, err := io.Copy(io.Discard, r.body)
		r.body = nil
		if err != nil {
			return nil, r.broken(fmt.Errorf("its body: %w", err))
		}
	}
	if r.lost {
		if err := r.resync(); err != nil {
			return nil, err
		}
	}
	for {
		b, err := r.buf.Peek(1)
		if err == io.EOF {
			return nil, io.EOF
		}
		if err != nil {
			r.cur, r.exact = r.here()
			return nil, r.broken(err)
		}
		if b[0] != '\r' && b[0] != '\n' {
			break
		}
		r.buf.Discard(1)
	}
	r.cur, r.exact = r.here()
	version, n, err := r.line(maxHeader)
	if err != nil {
		return nil, r.broken(eof(err))
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, r.broken(errors.New("no record begins here: no line WARC/1.0"))
	}
	h, err := r.header(maxHeader - n)
	if err != nil {
		return nil, r.broken(err)
	}
	length, err := strconv.ParseInt(h["content-length"], 10, 64)
	if err != nil || length < 0 {
		return nil, r.broken(fmt.Errorf("Content-Length is %q, not a number of bytes", h["content-length"]))
	}
	r.body = &Body{r: r.buf, left: length}
	return &Record{Offset: r.cur, Seekable: r.exact, Header: h, Length: length, Body: r.body}, nil
}

// here is the offset in the file of what is read next.
func (r *Reader) here() (int64, bool) { return r.src.locate(r.src.read - int64(r.buf.Buffered())) }

func (r *Reader) broken(err error) error {
	r.lost = true
	return &Broken{Offset: r.cur, Err: err}
}

// line reads one line without its end, of at most max bytes.
func (r *Reader) line(max int) (string, int, error) {
	var long []byte
	for {
		b, err := r.buf.ReadSlice('\n')
		if err == bufio.ErrBufferFull && len(long)+len(b) <= max {
			long = append(long, b...)
			continue
		}
		if err == bufio.ErrBufferFull || len(long)+len(b) > max {
			return "", 0, errors.New("the header has no end")
		}
		if err != nil {
			return "", 0, err
		}
		long = append(long, b...)
		return string(bytes.TrimRight(long, "\r\n")), len(long), nil
	}
}

func (r *Reader) header(max int) (Header, error) {
	h := Header{}
	last := ""
	for {
		l, n, err := r.line(max)
		if err != nil {
			return nil, eof(err)
		}
		if max -= n; l == "" {
			return h, nil
		}
		if l[0] == ' ' || l[0] == '\t' { // folded
			if last != "" {
				h[last] += " " + strings.TrimSpace(l)
			}
			continue
		}
		k, v, ok := strings.Cut(l, ":")
		if !ok {
			return nil, fmt.Errorf("header line %q has no colon", l[:min(len(l), 80)])
		}
		last = strings.ToLower(strings.TrimSpace(k))
		h[last] = strings.TrimSpace(v)
	}
}

// resync looks for the beginning of the next record.
func (r *Reader) resync() error {
	if r.src.bad {
		if err := r.src.resync(); err != nil {
			return err
		}
		r.buf.Reset(r.src)
		r.lost = false
		return nil
	}
	// Behind a broken record in sound data: the next line that begins one.
	for fresh := false; ; {
		if fresh {
			if b, err := r.buf.Peek(5); err == nil && string(b) == "WARC/" {
				r.lost = false
				return nil
			}
		}
		_, err := r.buf.ReadSlice('\n')
		switch {
		case err == io.EOF:
			return io.EOF
		case err == bufio.ErrBufferFull:
			fresh = false
		case err != nil:
			r.cur, r.exact = r.here()
			return r.broken(err)
		default:
			fresh = true
		}
	}
}

func eof(err error) error {
	if err == io.EOF {
		return fmt.Errorf("the file ends within a record: %w", io.ErrUnexpectedEOF)
	}
	return err
}
