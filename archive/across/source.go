package across

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/archive"
)

// Article is what an archive holds of one article, as far as it is compared.
type Article struct {
	Seq                              int64
	ID, Input, URL, Title, Published string
	Text                             string
	Quotes                           []Quote
	Claims                           []Claim
}

// Quote is one quotation of an article.
type Quote struct {
	ID, Text                                      string
	Speaker, SpeakerKind, Role, Affiliation, Type string
}

// Claim is one claim of an article.
type Claim struct {
	ID, Text, Key, Claimant string
}

// Each calls f with every article of the output folder of a run, in the order
// of the input: from its Parquet tables, or its JSON Lines where it has none.
// The article is valid during the call.
func Each(dir string, f func(*Article) error) error { return each(dir, whole, f) }

// columns says what of an article is wanted.
type columns int

const (
	whole    columns = iota
	compared         // what articles, quotations and claims are compared by
	written          // what groups tell of their members
)

// each is Each for a part of the columns; where tables are read, the others
// are empty.
func each(dir string, want columns, f func(*Article) error) error {
	tables, lines, err := shards(dir)
	if err != nil {
		return err
	}
	if len(tables) > 0 {
		for _, p := range tables {
			var err error
			switch want {
			case compared:
				err = eachRow[comparedArticle, comparedQuote, comparedClaim](p, f)
			case written:
				err = eachRow[writtenArticle, writtenQuote, claimRow](p, f)
			default:
				err = eachRow[articleRow, quoteRow, claimRow](p, f)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", p, err)
			}
		}
		return nil
	}
	seq := int64(0)
	for _, p := range lines {
		if err := eachLine(p, &seq, f); err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
	}
	return nil
}

// shards lists, in order, the tables of articles in a run's output folder, or
// its JSON Lines where it has none.
func shards(dir string) (tables, lines []string, err error) {
	if tables, err = filepath.Glob(filepath.Join(dir, "articles-*.parquet")); err != nil {
		return nil, nil, err
	}
	if len(tables) > 0 {
		sortShards(tables)
		return tables, nil, nil
	}
	if lines, err = filepath.Glob(filepath.Join(dir, "records-*.jsonl*")); err != nil {
		return nil, nil, err
	}
	lines = slices.DeleteFunc(lines, func(p string) bool { return strings.HasSuffix(p, ".tmp") })
	if len(lines) == 0 {
		return nil, nil, fmt.Errorf("%s holds neither articles-*.parquet nor records-*.jsonl: name the output folder of onrecord batch", dir)
	}
	sortShards(lines)
	return nil, lines, nil
}

// sortShards sorts file names by length, then by letters: from 100,000 shards
// on, numbers have more digits.
func sortShards(p []string) {
	slices.SortFunc(p, func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return strings.Compare(a, b)
	})
}

// rows reads a table row by row.
type rows[T any] struct {
	file *os.File
	r    *parquet.GenericReader[T]
	buf  []T
	i, n int
	end  bool
}

func openRows[T any](path string) (*rows[T], error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	st, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	pf, err := parquet.OpenFile(f, st.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		f.Close()
		return nil, err
	}
	return &rows[T]{file: f, r: parquet.NewGenericReader[T](pf), buf: make([]T, 128)}, nil
}

// peek returns the current row, nil behind the last.
func (r *rows[T]) peek() (*T, error) {
	if r.i == r.n {
		if r.end {
			return nil, nil
		}
		clear(r.buf)
		n, err := r.r.Read(r.buf)
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		r.i, r.n, r.end = 0, n, err != nil
		if n == 0 {
			r.end = true
			return nil, nil
		}
	}
	return &r.buf[r.i], nil
}

func (r *rows[T]) close() {
	r.r.Close()
	r.file.Close()
}

// eachRow reads the three tables of a shard side by side.
func eachRow[A, Q, C any, PA row[A], PQ row[Q], PC row[C]](articles string, f func(*Article) error) error {
	dir, name := filepath.Split(articles)
	shard := strings.TrimPrefix(name, "articles-")
	as, err := openRows[A](articles)
	if err != nil {
		return err
	}
	defer as.close()
	qs, err := openRows[Q](filepath.Join(dir, "quotes-"+shard))
	if err != nil {
		return err
	}
	defer qs.close()
	cs, err := openRows[C](filepath.Join(dir, "claims-"+shard))
	if err != nil {
		return err
	}
	defer cs.close()
	var art Article
	for {
		a, err := as.peek()
		if err != nil || a == nil {
			return err
		}
		as.i++
		art = Article{Quotes: art.Quotes[:0], Claims: art.Claims[:0]}
		PA(a).read(&art)
		if err := addRows[Q, PQ](qs, &art); err != nil {
			return err
		}
		if err := addRows[C, PC](cs, &art); err != nil {
			return err
		}
		if err := f(&art); err != nil {
			return err
		}
	}
}

// addRows adds the next rows to a, as far as they belong to it.
func addRows[T any, P row[T]](r *rows[T], a *Article) error {
	for {
		t, err := r.peek()
		if err != nil || t == nil || P(t).seq() != a.Seq {
			return err
		}
		r.i++
		P(t).read(a)
	}
}

// eachLine reads a file of records. Their place in the file stands for that
// in the input, which records do not tell.
func eachLine(path string, seq *int64, f func(*Article) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	var r io.Reader = file
	switch filepath.Ext(path) {
	case ".gz":
		if r, err = gzip.NewReader(file); err != nil {
			return err
		}
	case ".zst":
		z, err := zstd.NewReader(file, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return err
		}
		defer z.Close()
		r = z
	}
	b := bufio.NewReaderSize(r, 1<<20)
	for {
		line, err := b.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var rec onrecord.Record
			if err := json.Unmarshal(line, &rec); err != nil {
				return err
			}
			a := fromRows(archive.NewRows(&archive.Result{Seq: *seq, Record: &rec}))
			*seq++
			if err := f(a); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func fromRows(r *archive.Rows) *Article {
	a := &Article{Seq: r.Article.Seq, ID: r.Article.ID, Input: r.Article.Input, URL: r.Article.URL, Title: r.Article.Title, Published: r.Article.Published, Text: r.Article.Text}
	for _, q := range r.Quotes {
		a.Quotes = append(a.Quotes, Quote{q.ID, q.Text, q.Speaker, q.SpeakerKind, q.Role, q.Affiliation, q.Type})
	}
	for _, c := range r.Claims {
		text := c.Standalone
		if text == "" {
			text = c.Text
		}
		a.Claims = append(a.Claims, Claim{c.ID, text, c.Key, c.Claimant})
	}
	return a
}
