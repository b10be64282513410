package archive

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Decompress returns the data of r, unpacked if its first bytes are those of
// gzip or zstd. Closing it does not close r.
func Decompress(r io.Reader) (io.ReadCloser, error) {
	d, _, err := decompress(bufio.NewReader(r))
	return d, err
}

// decompress returns the data of r, gunzipped or unzstandarded if its first
// bytes say so, and whether it was.
func decompress(r *bufio.Reader) (io.ReadCloser, bool, error) {
	head, err := r.Peek(4)
	if err != nil && err != io.EOF && len(head) == 0 {
		return nil, false, err
	}
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, true, fail(CauseCompress, "broken gzip: %w", early(err))
		}
		return compressed{z, z.Close}, true, nil
	case bytes.Equal(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		// One goroutine and a bounded window: memory must not depend on the file.
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(128<<20))
		if err != nil {
			return nil, true, fail(CauseCompress, "broken zstd: %w", err)
		}
		return compressed{z, func() error { z.Close(); return nil }}, true, nil
	}
	return io.NopCloser(r), false, nil
}

// compressed gives errors of a decompressor their cause.
type compressed struct {
	io.Reader
	close func() error
}

func (c compressed) Close() error { return c.close() }

func (c compressed) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if err != nil && err != io.EOF {
		err = fail(CauseCompress, "broken compressed data: %w", early(err))
	}
	return n, err
}

// early words the errors that a cut-off or damaged file gives.
func early(err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), err == io.EOF:
		return fmt.Errorf("the file ends too early, it was probably cut off while being copied: %w", io.ErrUnexpectedEOF)
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader), errors.As(err, &corrupt):
		return fmt.Errorf("the file is damaged: %w", err)
	}
	return err
}

// counter counts the bytes read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}
