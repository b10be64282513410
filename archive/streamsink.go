package archive

import (
	"bufio"
	"bytes"
	"io"
)

// stream writes JSON Lines to one writer.
type stream struct {
	jsonlSink
	w *bufio.Writer
}

// NewStream returns a sink of JSON Lines into w, for runs without an output
// folder. What has been written cannot be taken back: such a run is not resumed.
func NewStream(w io.Writer) Sink { return &stream{w: bufio.NewWriterSize(w, 64<<10)} }

func (s *stream) Begin(int) error { return nil }

func (s *stream) Write(encoded any) error {
	b := encoded.(*bytes.Buffer)
	defer s.free.Put(b)
	_, err := s.w.Write(b.Bytes())
	return err
}

func (s *stream) Commit() error { return s.w.Flush() }
func (s *stream) Abort()        {}
func (s *stream) Close() error  { return s.w.Flush() }
func (s *stream) Remove() error { return nil }
