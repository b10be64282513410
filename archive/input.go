package archive

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/onrecord/onrecord/archive/warc"
)

// Input is where articles come from: files, folders, globs, "-" for standard
// input. Folders are read with everything below them, in the order of names;
// symbolic links in them are not followed. In a folder, hidden files and
// folders, files whose names do not say that they are of a known kind, and the
// output folder are passed over.
type Input struct {
	Paths []string
	// Kind is what all files hold, AutoKind to tell by each file.
	Kind Kind
	// Mapping says what the fields of JSON Lines and columns of Parquet mean;
	// nil is DefaultMapping.
	Mapping Mapping
	// Stdin is read for "-"; nil is os.Stdin.
	Stdin io.Reader

	output string // absolute path of the output folder, "" for none
}

// file is one file of an Input.
type file struct {
	path string
	size int64 // on disk, 0 if unknown
	err  error // it cannot be read
}

const stdin = "-"

// files yields the files in order. It holds no list: an archive may have millions.
func (in *Input) files() iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, p := range in.Paths {
			if !in.expand(p, yield) {
				return
			}
		}
	}
}

func (in *Input) expand(path string, yield func(file) bool) bool {
	if path == stdin {
		return yield(file{path: stdin})
	}
	st, err := os.Stat(path)
	if err != nil {
		if m, _ := filepath.Glob(path); len(m) > 0 && strings.ContainsAny(path, "*?[") {
			slices.Sort(m)
			for _, p := range m {
				if !in.expand(p, yield) {
					return false
				}
			}
			return true
		}
		return yield(file{path: path, err: err})
	}
	if !st.IsDir() {
		return yield(file{path: path, size: st.Size()})
	}
	going, found := true, false
	// The error that WalkDir returns is the one that stops it: ours.
	_ = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			found = true
			going = yield(file{path: p, err: err})
			if going && d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case p != path && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
			if abs, err := filepath.Abs(p); err == nil && abs == in.output && p != path {
				return fs.SkipDir
			}
		case d.Type().IsRegular():
			if KindOf(p) == AutoKind && in.Kind == AutoKind {
				return nil
			}
			f := file{path: p}
			if st, err := d.Info(); err != nil {
				f.err = err
			} else {
				f.size = st.Size()
			}
			found = true
			going = yield(f)
		}
		if !going {
			return fs.SkipAll
		}
		return nil
	})
	if !found {
		// Most likely it is not the folder that was meant.
		return yield(file{path: path, err: fmt.Errorf("%s: no articles in this folder: files count if their names say what they hold (.jsonl, .json, .warc, .parquet, .html, .txt ...); --from says so for all", path)})
	}
	return going
}

// survey is the sum of an input's files.
type survey struct {
	Files int64
	Bytes int64 // on disk; not known for standard input
	Stdin bool
	hash  string // of their names and sizes
}

func (in *Input) survey() survey {
	var s survey
	h := sha256.New()
	for f := range in.files() {
		s.Files++
		s.Bytes += f.size
		s.Stdin = s.Stdin || f.path == stdin
		fmt.Fprintf(h, "%s\x00%d\n", f.path, f.size)
	}
	s.hash = hex.EncodeToString(h.Sum(nil)[:8])
	return s
}

// open returns the reader of f. max bounds the size of an article.
func (in *Input) open(f file, max int64) (reader, error) {
	m := in.Mapping
	if m == nil {
		m = DefaultMapping()
	}
	if f.err != nil {
		return nil, fail(CauseRead, "%w", withRemedy(f.err))
	}
	var src io.Reader = in.Stdin
	var disk *os.File
	if f.path != stdin {
		var err error
		if disk, err = os.Open(f.path); err != nil {
			return nil, fail(CauseRead, "%w", withRemedy(err))
		}
		src = disk
	} else if src == nil {
		src = os.Stdin
	}
	r, err := in.openAs(f, src, disk, max, m)
	if err != nil {
		if disk != nil {
			disk.Close()
		}
		return nil, &itemError{causeOf(err, CauseRead), err}
	}
	return r, nil
}

func (in *Input) openAs(f file, src io.Reader, disk *os.File, max int64, m Mapping) (reader, error) {
	kind := in.Kind
	if kind == AutoKind {
		kind = KindOf(f.path)
	}
	count := &counter{r: src}
	raw := bufio.NewReaderSize(count, 256<<10)
	if kind == AutoKind || kind == ParquetFile {
		if head, _ := raw.Peek(4); string(head) == "PAR1" || kind == ParquetFile {
			if disk == nil {
				return nil, errors.New("standard input cannot be Parquet, whose index is at the end: give the file")
			}
			return openParquet(disk, max, m)
		}
	}
	// gzipped WARC has a reader of its own, which can find records again.
	if head, _ := raw.Peek(2); kind == WARC && disk != nil && !bytes.Equal(head, []byte{0x28, 0xb5}) {
		if _, err := disk.Seek(0, io.SeekStart); err != nil {
			return nil, err
		}
		w, err := warc.NewReader(disk)
		if err != nil {
			return nil, err
		}
		return &warcReader{file: disk, w: w, head: bufio.NewReader(nil), max: max, plain: true, close: disk.Close}, nil
	}
	if head, _ := raw.Peek(2); kind == WARC && string(head) == "\x1f\x8b" {
		w, err := warc.NewReader(raw)
		if err != nil {
			return nil, err
		}
		return &warcReader{w: w, head: bufio.NewReader(nil), max: max, in: count, close: func() error { return nil }}, nil
	}
	data, zip, err := decompress(raw)
	if err != nil {
		return nil, err
	}
	closed := closers{data, disk}
	lines := raw
	if zip {
		lines = bufio.NewReaderSize(data, 256<<10)
	}
	if kind == AutoKind {
		head, _ := lines.Peek(512)
		kind = kindOfBytes(head)
	}
	switch kind {
	case JSONLines:
		return &jsonlReader{file: disk, in: count, data: closed, lines: lines, zip: zip, name: f.path, max: max, m: m}, nil
	case WARC:
		w, err := warc.NewReader(lines)
		if err != nil {
			return nil, err
		}
		return &warcReader{w: w, head: bufio.NewReader(nil), max: max, in: count, close: closed.Close}, nil
	case ParquetFile:
		return nil, errors.New("compressed Parquet files are not read, as Parquet compresses inside: give the file as it is")
	}
	return &oneReader{in: count, data: readCloser{lines, closed}, name: f.path, kind: kind, max: max, m: m}, nil
}

type readCloser struct {
	io.Reader
	io.Closer
}

// closers closes a decompressor and the file under it.
type closers struct {
	io.ReadCloser
	file *os.File
}

func (c closers) Close() error {
	err := c.ReadCloser.Close()
	if c.file != nil {
		err = errors.Join(err, c.file.Close())
	}
	return err
}
