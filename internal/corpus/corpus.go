// Package corpus reads the data sets that models are trained and measured on.
// The data is not part of the repository: it lives in a folder beside it, and
// tests that need it skip where it is absent.
package corpus

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/onrecord/onrecord/span"
)

// ErrAbsent says that the shared data is not on this machine.
var ErrAbsent = errors.New("shared data not found: set ONRECORD_SHARED to the folder that holds data/ and seed/, or put it at ../shared beside the checkout")

// Shared returns the path of the shared folder: $ONRECORD_SHARED, or the
// folder named shared beside this folder or one of its parents.
func Shared() (string, error) {
	if p := os.Getenv("ONRECORD_SHARED"); p != "" {
		return p, nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		p := filepath.Join(dir, "shared")
		if st, err := os.Stat(filepath.Join(p, "data")); err == nil && st.IsDir() {
			return p, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", ErrAbsent
		}
		dir = up
	}
}

// Need returns the path of a file or folder below shared, and skips the test
// where it is absent.
func Need(t testing.TB, parts ...string) string {
	t.Helper()
	root, err := Shared()
	if err != nil {
		t.Skip(err)
	}
	p := filepath.Join(append([]string{root}, parts...)...)
	if _, err := os.Stat(p); err != nil {
		t.Skipf("shared data not found: %v", err)
	}
	return p
}

// Open opens a file, gunzipping it if its name ends in .gz.
func Open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if !strings.HasSuffix(path, ".gz") {
		return f, nil
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}

// JSONLines reads one T a line.
func JSONLines[T any](path string) ([]T, error) {
	r, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return Decode[T](r, path)
}

// Decode reads one T a line from r. name tells in errors what r is.
func Decode[T any](r io.Reader, name string) ([]T, error) {
	var out []T
	dec := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	for {
		var v T
		switch err := dec.Decode(&v); err {
		case nil:
			out = append(out, v)
		case io.EOF:
			return out, nil
		default:
			return nil, fmt.Errorf("%s, item %d: %w", name, len(out)+1, err)
		}
	}
}

// Pair is a span as the data writes it: [start, end].
type Pair [2]int

// Span returns p as a span.
func (p Pair) Span() span.Span { return span.Span{Start: p[0], End: p[1]} }

// Spans converts a list of pairs.
func Spans(ps []Pair) []span.Span {
	out := make([]span.Span, len(ps))
	for i, p := range ps {
		out[i] = p.Span()
	}
	return out
}

// Attributed is an article of PolNeAR with its attributions.
type Attributed struct {
	ID, Publisher, Date, Title, Author, Annotator, Text string
	Attributions                                        []Attribution
}

// Attribution is one marked attribution.
type Attribution struct {
	ID      string
	Source  []Pair
	Cue     []Pair
	Content []Pair
}

// Marked is an article of wild/ or the seed, or one of claims/news: with
// quotations and labelled sentences, as far as it has them.
type Marked struct {
	ID        string
	URL       string
	Text      string
	Headlines string
	Quotes    []MarkedQuote
	Sentences []MarkedSentence
}

// MarkedQuote is one marked quotation.
type MarkedQuote struct {
	Type                             string
	Content                          []Pair
	Cue, Source                      *Pair
	Speaker, Kind, Role, Affiliation string // "" for null
}

// MarkedSentence is one labelled sentence: C, F or N, and for C its type;
// Label2 and Type2 are a second annotator's, "" where there was none.
type MarkedSentence struct {
	Start, End                 int
	Label, Type, Label2, Type2 string
}
