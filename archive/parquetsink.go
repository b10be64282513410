package archive

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// parquetSink writes three files a shard.
type parquetSink struct {
	dir      string
	articles table[ArticleRow]
	quotes   table[QuoteRow]
	claims   table[ClaimRow]
}

// NewParquet returns a sink of Parquet files in the folder dir: per shard
// articles-NNNNN.parquet, quotes-NNNNN.parquet and claims-NNNNN.parquet, with
// the columns of ArticleRow, QuoteRow and ClaimRow.
func NewParquet(dir string) Sink { return &parquetSink{dir: dir} }

// table is one open Parquet file.
type table[T any] struct {
	file *atomicFile
	w    *parquet.GenericWriter[T]
}

func (t *table[T]) begin(dir, name string, shard int) (err error) {
	if t.file, err = createAtomic(filepath.Join(dir, fmt.Sprintf("%s-%05d.parquet", name, shard))); err != nil {
		return err
	}
	// A new writer: one that is used again keeps state that shows in the bytes.
	t.w = parquet.NewGenericWriter[T](t.file, parquet.Compression(&zstd.Codec{Level: zstd.SpeedDefault}), parquet.PageBufferSize(64<<10),
		parquet.CreatedBy("onrecord", "1", ""), parquet.DataPageStatistics(true))
	return nil
}

func (t *table[T]) commit() error {
	f := t.file
	if f == nil {
		return nil
	}
	w := t.w
	t.file, t.w = nil, nil
	if err := w.Close(); err != nil {
		f.abort()
		return err
	}
	return f.commit()
}

func (t *table[T]) abort() {
	if t.file != nil {
		t.file.abort()
		t.file, t.w = nil, nil
	}
}

func (s *parquetSink) Name() string                  { return "parquet" }
func (s *parquetSink) Encode(r *Result) (any, error) { return NewRows(r), nil }

func (s *parquetSink) Begin(shard int) error {
	err := s.articles.begin(s.dir, "articles", shard)
	if err == nil {
		err = s.quotes.begin(s.dir, "quotes", shard)
	}
	if err == nil {
		err = s.claims.begin(s.dir, "claims", shard)
	}
	return err
}

func (s *parquetSink) Write(encoded any) error {
	rows := encoded.(*Rows)
	_, err := s.articles.w.Write([]ArticleRow{rows.Article})
	if err == nil {
		_, err = s.quotes.w.Write(rows.Quotes)
	}
	if err == nil {
		_, err = s.claims.w.Write(rows.Claims)
	}
	return err
}

func (s *parquetSink) Commit() error {
	err := errors.Join(s.articles.commit(), s.quotes.commit(), s.claims.commit())
	if err != nil {
		s.Abort()
	}
	return err
}

func (s *parquetSink) Abort() {
	s.articles.abort()
	s.quotes.abort()
	s.claims.abort()
}

func (s *parquetSink) Close() error { s.Abort(); return nil }

func (s *parquetSink) Remove() error {
	return removeAll(s.dir, "articles-*.parquet", "quotes-*.parquet", "claims-*.parquet")
}
