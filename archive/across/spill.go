package across

import (
	"bufio"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// spill collects the members of numbered groups, in any order, and gives them
// back group by group, in memory for only a part of the groups at a time.
type spill[T any] struct {
	dir    string
	groups int
	parts  []*spillPart
}

type spillPart struct {
	f *os.File
	w *bufio.Writer
	e *gob.Encoder
}

type member[T any] struct {
	Group int32
	Value T
}

// maxParts bounds the files that are open at a time.
const maxParts = 128

// tempFolders are the names of folders that are there only while Run works.
const tempFolders = ".across-*.tmp"

// removeLeft removes the folders that a run left which was killed.
func removeLeft(dir string) error {
	left, err := filepath.Glob(filepath.Join(dir, tempFolders))
	for _, p := range left {
		err = errors.Join(err, os.RemoveAll(p))
	}
	return err
}

// newSpill makes room for groups in temporary files below dir; members is
// about how many will come.
func newSpill[T any](dir string, groups int, members int64) (*spill[T], error) {
	n := min(maxParts, 1+int(members/50_000))
	s := &spill[T]{groups: groups, parts: make([]*spillPart, n)}
	var err error
	if s.dir, err = os.MkdirTemp(dir, tempFolders); err != nil {
		return nil, err
	}
	for i := range s.parts {
		f, err := os.Create(filepath.Join(s.dir, fmt.Sprint(i)))
		if err != nil {
			s.remove()
			return nil, err
		}
		w := bufio.NewWriterSize(f, 16<<10)
		s.parts[i] = &spillPart{f, w, gob.NewEncoder(w)}
	}
	return s, nil
}

func (s *spill[T]) add(group int32, v T) error {
	p := s.parts[int(int64(group)*int64(len(s.parts))/int64(s.groups))]
	return p.e.Encode(member[T]{group, v})
}

// each calls f with the members of each group, in the order of groups and in
// that in which they were added.
func (s *spill[T]) each(f func(group int32, members []T) error) error {
	for _, p := range s.parts {
		if err := p.w.Flush(); err != nil {
			return err
		}
		if _, err := p.f.Seek(0, io.SeekStart); err != nil {
			return err
		}
		var all []member[T]
		d := gob.NewDecoder(bufio.NewReaderSize(p.f, 256<<10))
		for {
			var m member[T]
			if err := d.Decode(&m); err == io.EOF {
				break
			} else if err != nil {
				return err
			}
			all = append(all, m)
		}
		if err := byGroup(all, f); err != nil {
			return err
		}
	}
	return nil
}

// byGroup calls f for the groups of a part: a counting sort, since a part
// holds a range of groups.
func byGroup[T any](all []member[T], f func(group int32, members []T) error) error {
	if len(all) == 0 {
		return nil
	}
	low, high := all[0].Group, all[0].Group
	for i := range all {
		low, high = min(low, all[i].Group), max(high, all[i].Group)
	}
	ends := make([]int32, high-low+1)
	for i := range all {
		ends[all[i].Group-low]++
	}
	at := int32(0)
	for g, n := range ends {
		ends[g] = at
		at += n
	}
	order := make([]int32, len(all))
	for i := range all {
		e := &ends[all[i].Group-low]
		order[*e] = int32(i)
		*e++
	}
	var vs []T
	begin := int32(0)
	for g, end := range ends {
		vs = vs[:0]
		for _, i := range order[begin:end] {
			vs = append(vs, all[i].Value)
		}
		begin = end
		if len(vs) == 0 {
			continue
		}
		if err := f(low+int32(g), vs); err != nil {
			return err
		}
	}
	return nil
}

func (s *spill[T]) remove() error {
	var err error
	for _, p := range s.parts {
		if p != nil {
			err = errors.Join(err, p.f.Close())
		}
	}
	return errors.Join(err, os.RemoveAll(s.dir))
}
