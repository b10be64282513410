package archive

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// The names of a run's own files in its output folder.
const (
	journalName = "journal.jsonl"
	errorsName  = "errors.jsonl"
	lockName    = ".lock"
)

// header is the journal's first line: what must be equal for a run to be
// resumed. It holds nothing that differs between equal runs.
type header struct {
	Format      string   `json:"format"`
	Paths       []string `json:"paths"`
	Files       int64    `json:"files"`
	Bytes       int64    `json:"bytes"`
	Input       string   `json:"input"` // hash of the files' names and sizes
	Kind        Kind     `json:"kind"`
	Mapping     Mapping  `json:"mapping,omitempty"`
	Sinks       []string `json:"sinks"`
	ShardItems  int      `json:"shard_items"`
	ShardBytes  int64    `json:"shard_bytes"`
	Part        string   `json:"part"`
	MaxArticle  int64    `json:"max_article"`
	Fingerprint string   `json:"fingerprint"`
}

const journalFormat = "onrecord/journal/1"

// differs names the first field that differs, "" where none does.
func (h header) differs(o header) string {
	a, b := fields(h), fields(o)
	for _, k := range [...]string{"format", "paths", "files", "bytes", "input", "kind", "mapping", "sinks", "shard_items", "shard_bytes", "part", "max_article", "fingerprint"} {
		if !bytes.Equal(a[k], b[k]) {
			return fmt.Sprintf("%s: it was %s, now %s", k, a[k], b[k])
		}
	}
	return ""
}

func fields(h header) map[string]json.RawMessage {
	j, _ := json.Marshal(h)
	var m map[string]json.RawMessage
	_ = json.Unmarshal(j, &m)
	return m
}

// entry is a line of the journal: a shard that is complete.
type entry struct {
	Shard int `json:"shard"`
	Counts
	ErrorsSize int64    `json:"errors_size"` // of the error file behind this shard
	Next       position `json:"next"`        // where the input goes on
	// End says that the input ended; Shard and Next are those of the line before.
	End bool `json:"end,omitempty"`
}

// journal is the journal of a run, open for writing, and what it said.
type journal struct {
	f      *os.File
	size   int64 // of its complete lines
	sum    Counts
	shards int
	last   *entry
}

// ErrOtherRun says that the output folder holds something else than an
// interrupted run of the same input with the same options.
var ErrOtherRun = errors.New("the output folder belongs to another run")

// openJournal opens or begins the journal in dir.
func openJournal(dir string, h header) (*journal, error) {
	f, err := os.OpenFile(filepath.Join(dir, journalName), os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return nil, err
	}
	j := &journal{f: f}
	if err := j.load(dir, h); err != nil {
		f.Close()
		return nil, err
	}
	return j, nil
}

// load reads what the journal says, and puts an end to a line that was being
// written when the run was killed.
func (j *journal) load(dir string, h header) error {
	was, err := j.read()
	if err != nil {
		return err
	}
	if was != nil {
		if d := was.differs(h); d != "" {
			return fmt.Errorf("%w (%s): use another folder, or --restart to drop what %s holds", ErrOtherRun, d, dir)
		}
	}
	if err := j.f.Truncate(j.size); err != nil {
		return err
	}
	if _, err := j.f.Seek(j.size, io.SeekStart); err != nil {
		return err
	}
	if was == nil {
		return j.write(h)
	}
	return nil
}

// read reads the journal's complete lines; without any, the header is nil.
func (j *journal) read() (*header, error) {
	var was *header
	r := bufio.NewReader(j.f)
	for {
		line, err := r.ReadBytes('\n')
		if err == io.EOF { // a line without end does not count
			return was, nil
		}
		if err != nil {
			return nil, err
		}
		if was == nil {
			was = new(header)
			if err := json.Unmarshal(line, was); err != nil || was.Format == "" {
				return nil, fmt.Errorf("%w: %s is no journal of ours: use another folder", ErrOtherRun, j.f.Name())
			}
		} else {
			e := new(entry)
			if err := json.Unmarshal(line, e); err != nil {
				return nil, fmt.Errorf("%s is damaged at byte %d: %w; use --restart", j.f.Name(), j.size, err)
			}
			if !e.End {
				j.shards++
				j.sum.add(e.Counts)
			}
			j.last = e
		}
		j.size += int64(len(line))
	}
}

// append makes e, and with it a shard, part of the run for good.
func (j *journal) append(e entry) error {
	if err := j.write(e); err != nil {
		return err
	}
	if !e.End {
		j.shards++
		j.sum.add(e.Counts)
	}
	j.last = &e
	return nil
}

// write adds a line, whole or not at all.
func (j *journal) write(v any) error {
	line, err := json.Marshal(v)
	if err != nil {
		return err
	}
	line = append(line, '\n')
	if _, err = j.f.Write(line); err == nil {
		err = j.f.Sync()
	}
	if err != nil {
		_ = j.f.Truncate(j.size)
		_, _ = j.f.Seek(j.size, io.SeekStart)
		return fmt.Errorf("journal: %w", err)
	}
	j.size += int64(len(line))
	return nil
}

// errorFile collects the failures of a run. What was written behind the last
// complete shard is cut off when the run is resumed.
type errorFile struct {
	f    *os.File
	w    *bufio.Writer
	size int64
}

func openErrors(dir string, size int64) (*errorFile, error) {
	f, err := os.OpenFile(filepath.Join(dir, errorsName), os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return nil, err
	}
	st, err := f.Stat()
	if err == nil && st.Size() < size {
		err = fmt.Errorf("%s has %d bytes, the journal knows %d: it was changed; use --restart", f.Name(), st.Size(), size)
	}
	if err == nil {
		err = f.Truncate(size)
	}
	if err == nil {
		_, err = f.Seek(size, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return &errorFile{f, bufio.NewWriter(f), size}, nil
}

func (e *errorFile) add(f Failure) error {
	line, err := json.Marshal(f)
	if err != nil {
		return err
	}
	n, err := e.w.Write(append(line, '\n'))
	e.size += int64(n)
	return err
}

// sync makes what was added safe on disk.
func (e *errorFile) sync() error {
	if err := e.w.Flush(); err != nil {
		return err
	}
	return e.f.Sync()
}
