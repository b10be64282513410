// Package model packs trained models for embedding: one compressed file per
// model, unpacked once.
package model

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"unsafe"
	"weak"

	"github.com/klauspost/compress/zstd"
)

// Save writes what parts write, one after the other, to a compressed file.
// The bytes depend on nothing but the parts.
func Save(path string, parts ...io.WriterTo) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	var b bytes.Buffer
	z, err := zstd.NewWriter(&b, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return err
	}
	for _, p := range parts {
		if _, err := p.WriteTo(z); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// Load unpacks an embedded model and reads it. What read gets is valid only
// until it returns: it copies what it keeps. (A bytes.Buffer also gives slices
// of what it holds, by Next, so that nothing needs to be copied twice.)
func Load[T any](packed []byte, read func(*bytes.Buffer) (T, error)) (T, error) {
	var none T
	s := takeScratch()
	if s == nil {
		z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<30))
		if err != nil {
			return none, err
		}
		s = &scratch{z: z}
	}
	defer s.keep()
	// The files do not say how long they are unpacked. Memory that is not
	// written to costs nothing, memory that is too short would be copied.
	if n := len(packed) * usualRatio / 4; cap(s.raw) < n {
		s.raw = make([]byte, 0, n)
	}
	raw, err := s.z.DecodeAll(packed, s.raw[:0])
	if err != nil {
		return none, fmt.Errorf("unpacking a model: %w", err)
	}
	s.raw = raw
	return read(bytes.NewBuffer(raw))
}

// Next returns the next n bytes of r. Where r is what Load gives, they are not
// copied, and are to be left as they are.
func Next(r io.Reader, n int) ([]byte, error) {
	if b, ok := r.(*bytes.Buffer); ok {
		if b.Len() < n {
			return nil, io.ErrUnexpectedEOF
		}
		return b.Next(n), nil
	}
	out := make([]byte, n)
	_, err := io.ReadFull(r, out)
	return out, err
}

// Weights is Next for signed bytes.
func Weights(r io.Reader, n int) ([]int8, error) {
	b, err := Next(r, n)
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.SliceData(b))), len(b)), err
}

// usualRatio is what models are compressed by, in quarters, but for very
// sparse ones.
const usualRatio = 9

// scratch is what unpacking needs; the models are read one after the other.
type scratch struct {
	z   *zstd.Decoder
	raw []byte
}

// kept is the scratch that is not in use. It is gone as soon as garbage is
// collected: what would count for memory that is needed lets the heap grow.
var kept struct {
	sync.Mutex
	scratch weak.Pointer[scratch]
}

func takeScratch() *scratch {
	kept.Lock()
	defer kept.Unlock()
	s := kept.scratch.Value()
	kept.scratch = weak.Pointer[scratch]{}
	return s
}

func (s *scratch) keep() {
	kept.Lock()
	defer kept.Unlock()
	kept.scratch = weak.Make(s)
}
