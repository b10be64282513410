package archive

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Compression says how JSON Lines are compressed.
type Compression string

// The compressions.
const (
	Plain Compression = ""
	Gzip  Compression = "gzip"
	Zstd  Compression = "zstd"
)

func (c Compression) ext() string {
	return map[Compression]string{Gzip: ".gz", Zstd: ".zst"}[c]
}

// jsonlSink writes records-NNNNN.jsonl, one record a line.
type jsonlSink struct {
	dir  string
	comp Compression
	free sync.Pool // *bytes.Buffer
	file *atomicFile
	zip  io.WriteCloser // nil for Plain
}

// NewJSONLines returns a sink of JSON Lines in the folder dir, one file a
// shard, one record a line as Analyzer.Analyze returns it.
func NewJSONLines(dir string, c Compression) (Sink, error) {
	switch c {
	case Plain, Gzip, Zstd:
		return &jsonlSink{dir: dir, comp: c}, nil
	}
	return nil, fmt.Errorf("unknown compression %q: use gzip or zstd", c)
}

func (s *jsonlSink) Name() string { return "jsonl" + s.comp.ext() }

func (s *jsonlSink) Encode(r *Result) (any, error) {
	b, _ := s.free.Get().(*bytes.Buffer)
	if b == nil {
		b = new(bytes.Buffer)
	}
	b.Reset()
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return b, e.Encode(r.Record)
}

func (s *jsonlSink) Begin(shard int) (err error) {
	if s.file, err = createAtomic(filepath.Join(s.dir, fmt.Sprintf("records-%05d.jsonl%s", shard, s.comp.ext()))); err != nil {
		return err
	}
	switch s.comp {
	case Gzip:
		s.zip, err = gzip.NewWriterLevel(s.file, gzip.DefaultCompression)
	case Zstd:
		// One goroutine: the same bytes whatever the number of cores.
		s.zip, err = zstd.NewWriter(s.file, zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true))
	}
	return err
}

func (s *jsonlSink) Write(encoded any) error {
	b := encoded.(*bytes.Buffer)
	defer s.free.Put(b)
	var w io.Writer = s.file
	if s.zip != nil {
		w = s.zip
	}
	_, err := w.Write(b.Bytes())
	return err
}

func (s *jsonlSink) Commit() error {
	f := s.file
	s.file = nil
	if s.zip != nil {
		if err := s.zip.Close(); err != nil {
			f.abort()
			return err
		}
		s.zip = nil
	}
	return f.commit()
}

func (s *jsonlSink) Abort() {
	if s.file != nil {
		s.file.abort()
		s.file, s.zip = nil, nil
	}
}

func (s *jsonlSink) Close() error { s.Abort(); return nil }

func (s *jsonlSink) Remove() error { return removeAll(s.dir, "records-*.jsonl*") }

// removeAll removes the files in dir that match one of patterns.
func removeAll(dir string, patterns ...string) (err error) {
	for _, p := range patterns {
		m, e := filepath.Glob(filepath.Join(dir, p))
		err = errors.Join(err, e)
		for _, f := range m {
			err = errors.Join(err, os.Remove(f))
		}
	}
	return err
}
