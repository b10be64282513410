// Package model packs trained models for embedding: one compressed file per
// model, unpacked once.
package model

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

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

// Open unpacks an embedded model. The caller reads its parts in order.
func Open(packed []byte) (*bytes.Reader, error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<30))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	raw, err := z.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("unpacking a model: %w", err)
	}
	return bytes.NewReader(raw), nil
}
