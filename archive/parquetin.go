package archive

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/parquet-go/parquet-go"
)

// parquetReader yields the rows of a Parquet file.
type parquetReader struct {
	file   *os.File
	size   int64
	groups []parquet.RowGroup
	total  int64
	rows   parquet.Rows // of groups[0]
	row    int64
	cols   map[string][]int // our field to leaf columns, by precedence
	buf    [1]parquet.Row
	max    int64
	m      Mapping
	done   bool
}

func openParquet(f *os.File, max int64, m Mapping) (_ *parquetReader, err error) {
	defer func() {
		// The library panics on some damaged files.
		if p := recover(); p != nil {
			err = fail(CauseParquet, "broken Parquet file: %v", p)
		}
	}()
	st, err := f.Stat()
	if err != nil {
		return nil, err
	}
	pf, err := parquet.OpenFile(f, st.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, fail(CauseParquet, "broken Parquet file: %w", err)
	}
	r := &parquetReader{file: f, size: st.Size(), groups: pf.RowGroups(), total: pf.NumRows(), cols: map[string][]int{}, max: max, m: m}
	for _, ours := range Fields {
		for _, theirs := range m[ours] {
			for i, path := range pf.Schema().Columns() {
				if path[0] == theirs || join(path) == theirs {
					r.cols[ours] = append(r.cols[ours], i)
				}
			}
		}
	}
	if len(r.cols["text"])+len(r.cols["html"]) == 0 {
		return nil, fail(CauseNoText, "no column %v for text or %v for HTML among %v: name it with --field text=NAME", m["text"], m["html"], pf.Schema().Columns())
	}
	return r, nil
}

func join(path []string) string {
	s := path[0]
	for _, p := range path[1:] {
		s += "." + p
	}
	return s
}

func (r *parquetReader) next(it *Item, skip bool) (err error) {
	if r.done {
		return io.EOF
	}
	it.Offset = r.row
	defer func() {
		if p := recover(); p != nil {
			r.done, err = true, nil
			it.err = fail(CauseParquet, "broken Parquet file: %v", p)
		}
	}()
	for len(r.groups) > 0 {
		if r.rows == nil {
			r.rows = r.groups[0].Rows()
		}
		n, err := r.rows.ReadRows(r.buf[:])
		if n == 0 && (err == nil || errors.Is(err, io.EOF)) {
			r.rows.Close()
			r.rows, r.groups = nil, r.groups[1:]
			continue
		}
		if n == 0 {
			r.done = true
			it.err = fail(CauseParquet, "reading stopped at row %d: %w", r.row, err)
			return nil
		}
		r.row++
		it.Input = r.file.Name() + ":" + strconv.FormatInt(r.row, 10)
		for _, v := range r.buf[0] {
			if k := v.Kind(); k == parquet.ByteArray || k == parquet.FixedLenByteArray {
				it.size += int64(len(v.ByteArray()))
			}
		}
		if it.size > r.max {
			it.err = fail(CauseTooLarge, "the row has %d bytes, the limit is %d: raise it with --max-article", it.size, r.max)
			return nil
		}
		if skip {
			return nil
		}
		// Values belong to the page: strings are copied here, not by a worker.
		if err := r.m.fill(it, r.strings); err != nil {
			it.err = err
		}
		return nil
	}
	r.done = true
	return io.EOF
}

func (r *parquetReader) strings(ours string) []string {
	for _, c := range r.cols[ours] {
		var out []string
		for _, v := range r.buf[0] {
			if v.Column() == c && !v.IsNull() {
				if s := v.String(); s != "" {
					out = append(out, s)
				}
			}
		}
		if out != nil {
			return out
		}
	}
	return nil
}

// seek goes on at row p.Item.
func (r *parquetReader) seek(p position) error {
	for n := p.Item; len(r.groups) > 0; r.groups = r.groups[1:] {
		if n < r.groups[0].NumRows() {
			r.row = p.Item
			r.rows = r.groups[0].Rows()
			return r.rows.SeekToRow(n)
		}
		n -= r.groups[0].NumRows()
	}
	if p.Item > r.total {
		return fmt.Errorf("the file has %d rows, fewer than when the run was interrupted", r.total)
	}
	r.row = p.Item
	return nil
}

func (r *parquetReader) offset() int64 {
	if r.total == 0 {
		return r.size
	}
	return int64(float64(r.size) * float64(r.row) / float64(r.total))
}

func (r *parquetReader) Close() error {
	if r.rows != nil {
		r.rows.Close()
	}
	return r.file.Close()
}
