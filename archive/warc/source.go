package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

// source is the data of a file: as it stands, or the members of a gzip file
// one after the other, with the place of each, so that a record can be found
// again and damage be passed over.
type source struct {
	file   io.Reader
	raw    *bufio.Reader // over file
	rawAt  int64         // offset in file of the first byte behind raw's buffer
	zip    *gzip.Reader  // nil for plain data
	open   bool          // within a member
	read   int64         // bytes of data given out
	member int64         // offset in file of the current member
	marks  []mark        // where members begin, the latest last
	bad    bool          // the data is damaged: resync
}

// mark ties an offset in the data to the offset in the file of a member.
type mark struct{ data, file int64 }

var gzipMagic = []byte{0x1f, 0x8b, 0x08}

func newSource(r io.Reader) (*source, error) {
	s := &source{file: r}
	s.raw = bufio.NewReaderSize(fileReader{s}, 64<<10)
	head, err := s.raw.Peek(2)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if bytes.Equal(head, gzipMagic[:2]) {
		s.zip = new(gzip.Reader)
	}
	return s, nil
}

// fileReader counts what is read of the file.
type fileReader struct{ s *source }

func (f fileReader) Read(p []byte) (int, error) {
	n, err := f.s.file.Read(p)
	f.s.rawAt += int64(n)
	return n, err
}

// offset is the offset in the file of the next byte to be used.
func (s *source) offset() int64 { return s.rawAt - int64(s.raw.Buffered()) }

// Read gives data of one member at a time.
func (s *source) Read(p []byte) (int, error) {
	if s.bad {
		return 0, io.ErrUnexpectedEOF
	}
	if s.zip == nil {
		n, err := s.raw.Read(p)
		s.read += int64(n)
		return n, err
	}
	for {
		if !s.open {
			if _, err := s.raw.Peek(1); err == io.EOF {
				return 0, io.EOF
			}
			if err := s.start(); err != nil {
				s.bad = true
				return 0, fmt.Errorf("damaged gzip data: %w", eof(err))
			}
		}
		n, err := s.zip.Read(p)
		s.read += int64(n)
		if err == io.EOF {
			s.open = false
			err = nil
		}
		if err != nil {
			s.bad = true
			return n, fmt.Errorf("damaged gzip data: %w", err)
		}
		if n > 0 {
			return n, nil
		}
	}
}

// start opens the member that begins here.
func (s *source) start() error {
	s.member = s.offset()
	if err := s.zip.Reset(s.raw); err != nil {
		return err
	}
	s.zip.Multistream(false)
	s.open = true
	// Only marks that unread data may lie behind are of use: the reader
	// above holds at most one buffer.
	if len(s.marks) >= 1024 {
		s.marks = append(s.marks[:0], s.marks[len(s.marks)-512:]...)
	}
	s.marks = append(s.marks, mark{s.read, s.member})
	return nil
}

// locate returns the offset in the file of the member (or, in plain data, of
// the byte) that data offset at lies in, and whether it is its first byte.
func (s *source) locate(at int64) (int64, bool) {
	if s.zip == nil {
		return s.offset() - (s.read - at), true
	}
	for i := len(s.marks) - 1; i >= 0; i-- {
		if s.marks[i].data <= at {
			return s.marks[i].file, s.marks[i].data == at
		}
	}
	return s.member, false
}

func (s *source) seekTo(off int64) error {
	sk, ok := s.file.(io.Seeker)
	if !ok {
		return errors.New("the input cannot be read from the middle")
	}
	if _, err := sk.Seek(off, io.SeekStart); err != nil {
		return err
	}
	s.rawAt = off
	s.raw.Reset(fileReader{s})
	s.open, s.bad, s.marks = false, false, s.marks[:0]
	return nil
}

// resync goes to the next member that begins with a record.
func (s *source) resync() error {
	from := s.member + 1
	if s.seekTo(from) != nil { // no seeker: what has been read is gone
		s.open, s.bad = false, false
	}
	for {
		b, err := s.raw.Peek(len(gzipMagic))
		if err != nil {
			return io.EOF
		}
		if !bytes.Equal(b, gzipMagic) {
			if i := bytes.IndexByte(peekAll(s.raw)[1:], gzipMagic[0]); i >= 0 {
				s.raw.Discard(1 + i)
			} else {
				s.raw.Discard(max(1, s.raw.Buffered()))
			}
			continue
		}
		if s.beginsRecord() {
			return s.start()
		}
		s.raw.Discard(1)
	}
}

// beginsRecord tells whether a gzip member with a record begins here, by the
// bytes that are buffered. It reads nothing.
func (s *source) beginsRecord() bool {
	ahead, _ := s.raw.Peek(s.raw.Size() / 2)
	z, err := gzip.NewReader(bytes.NewReader(ahead))
	if err != nil {
		return false
	}
	var head [5]byte
	_, err = io.ReadFull(z, head[:])
	return err == nil && string(head[:]) == "WARC/"
}

func peekAll(b *bufio.Reader) []byte {
	p, _ := b.Peek(max(1, b.Buffered()))
	return p
}
