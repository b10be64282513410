package across

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// postings are pairs of a feature and a wording in temporary files, one for
// each class of rarity and range of features, so that memory is for one of
// them at a time.
type postings struct {
	dir   string
	files []*os.File
	w     []*bufio.Writer
}

// perFile is about how many postings a file holds: 8 bytes each.
const perFile = 4 << 20

func newPostings(dir string, n int) (*postings, error) {
	p := &postings{}
	var err error
	if p.dir, err = os.MkdirTemp(dir, tempFolders); err != nil {
		return nil, err
	}
	for i := range rarities * (1 + n/perFile) {
		f, err := os.Create(filepath.Join(p.dir, fmt.Sprint(i)))
		if err != nil {
			p.remove()
			return nil, err
		}
		p.files = append(p.files, f)
		p.w = append(p.w, bufio.NewWriterSize(f, 32<<10))
	}
	return p, nil
}

func (p *postings) add(rarity int, feature, wording uint32) error {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], uint64(feature)<<32|uint64(wording))
	n := len(p.w) / rarities
	_, err := p.w[rarity*n+int(uint64(feature)*uint64(n)>>32)].Write(b[:])
	return err
}

// read returns the postings of file n, feature in the upper half, in buf.
func (p *postings) read(n int, buf []uint64) ([]uint64, error) {
	buf = buf[:0]
	if err := p.w[n].Flush(); err != nil {
		return nil, err
	}
	if _, err := p.files[n].Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	r := bufio.NewReaderSize(p.files[n], 256<<10)
	var b [8]byte
	for {
		if _, err := io.ReadFull(r, b[:]); err == io.EOF {
			return buf, nil
		} else if err != nil {
			return nil, err
		}
		buf = append(buf, binary.LittleEndian.Uint64(b[:]))
	}
}

func (p *postings) remove() error {
	var err error
	for _, f := range p.files {
		err = errors.Join(err, f.Close())
	}
	return errors.Join(err, os.RemoveAll(p.dir))
}
