package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
)

// Cause sorts failures for the summary.
type Cause string

// The causes of failure.
const (
	CauseRead     Cause = "read"      // a file or folder that cannot be opened or read
	CauseCompress Cause = "compress"  // broken gzip or zstd
	CauseJSON     Cause = "json"      // a line that is no JSON object
	CauseWARC     Cause = "warc"      // a broken WARC record or HTTP response
	CauseParquet  Cause = "parquet"   // a broken Parquet file
	CauseNoText   Cause = "no_text"   // an item with neither text nor HTML
	CauseTooLarge Cause = "too_large" // an item above the limit
	CauseExtract  Cause = "extract"   // the article cannot be extracted
	CauseAnalyze  Cause = "analyze"   // the analysis failed
	CauseTimeout  Cause = "timeout"   // the analysis took too long
	CausePanic    Cause = "panic"     // the analysis crashed: a bug, please report
)

// Failure is one line of the error file: an item that gave no record.
type Failure struct {
	// Input is the file that the item stands in, "-" for standard input.
	Input string `json:"input"`
	// Offset is the item's first byte in Input: of the decompressed data for
	// JSON Lines, of the file itself for WARC (a gzip member's first byte);
	// the row number for Parquet.
	Offset int64 `json:"offset"`
	// Seq is the item's place in the order of the whole input, from 0.
	Seq   int64  `json:"seq"`
	Cause Cause  `json:"cause"`
	Error string `json:"error"`
}

// itemError is an error with its Cause.
type itemError struct {
	cause Cause
	err   error
}

func (e *itemError) Error() string { return e.err.Error() }
func (e *itemError) Unwrap() error { return e.err }

func fail(c Cause, format string, args ...any) error {
	return &itemError{c, fmt.Errorf(format, args...)}
}

// withRemedy adds what can be done about a file that cannot be read.
func withRemedy(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: check the path", err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: make it readable for this user", err)
	}
	return err
}

// causeOf returns the cause that err carries, or otherwise.
func causeOf(err error, otherwise Cause) Cause {
	var e *itemError
	switch {
	case errors.As(err, &e):
		return e.cause
	case errors.Is(err, context.DeadlineExceeded):
		return CauseTimeout
	}
	return otherwise
}
