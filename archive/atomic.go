package archive

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
)

// tempSuffix marks files that are not complete. A run removes those that it
// finds when it begins.
const tempSuffix = ".tmp"

// atomicFile is a file that appears under its name only once it is complete
// and safe on disk.
type atomicFile struct {
	*bufio.Writer
	f    *os.File
	path string
}

func createAtomic(path string) (*atomicFile, error) {
	f, err := os.Create(path + tempSuffix)
	if err != nil {
		return nil, err
	}
	return &atomicFile{bufio.NewWriterSize(f, 256<<10), f, path}, nil
}

// commit makes the file appear.
func (a *atomicFile) commit() error {
	err := a.Flush()
	if err == nil {
		err = a.f.Sync()
	}
	if e := a.f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(a.path+tempSuffix, a.path)
	}
	if err == nil {
		err = syncDir(filepath.Dir(a.path))
	}
	if err != nil {
		os.Remove(a.path + tempSuffix)
	}
	return err
}

// abort drops the file.
func (a *atomicFile) abort() {
	a.f.Close()
	os.Remove(a.path + tempSuffix)
}

// syncDir makes renames within dir durable. Not every file system can.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = d.Sync()
	return d.Close()
}

// removeTemp removes what an interrupted run left open.
func removeTemp(dir string) error {
	m, err := filepath.Glob(filepath.Join(dir, "*"+tempSuffix))
	if err != nil {
		return err
	}
	for _, p := range m {
		err = errors.Join(err, os.Remove(p))
	}
	return err
}
