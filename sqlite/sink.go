package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/onrecord/onrecord/archive"
)

// sink writes each shard in one transaction, in which the shard is noted as
// written: one that is begun again after it was committed is passed over.
type sink struct {
	path string
	db   *sql.DB
	conn *sql.Conn
	tx   *sql.Tx
	stmt [5]*sql.Stmt // of tx
	have bool         // the open shard is there already
	n    int          // the open shard
}

// NewSink returns a sink that writes to the SQLite file at path. The file is
// opened when the first shard begins. Equal runs make equal files, byte for
// byte, however often they were interrupted.
func NewSink(path string) (archive.Sink, error) {
	if path == "" {
		return nil, errors.New("no file for SQLite")
	}
	return &sink{path: path}, nil
}

func (s *sink) Name() string { return "sqlite" }

// encoded is a record's rows as arguments of the insert statements.
type encoded struct {
	article        []any
	quotes, claims [][]any
	quoteIndex     [][]any
	claimIndex     [][]any
}

func (s *sink) Encode(r *archive.Result) (any, error) {
	rows := archive.NewRows(r)
	if len(rows.Quotes) >= perArticle || len(rows.Claims) >= perArticle {
		return nil, fmt.Errorf("more than %d quotations or claims", perArticle-1)
	}
	a := &rows.Article
	e := &encoded{article: []any{a.Seq, a.ID, a.Input, a.Form, a.URL, a.Title, list(a.Authors), a.Published, a.Modified, a.Site, a.Language, a.Section, a.Text, a.Quotes, a.Claims}}
	for i := range rows.Quotes {
		q := &rows.Quotes[i]
		n := q.Seq*perArticle + int64(i)
		e.quotes = append(e.quotes, []any{n, q.Seq, q.ID, q.Type, q.Act, q.Text, q.Start, q.End, parts(q.Parts), q.Cue, q.CueStart, q.CueEnd, q.Source, q.SourceStart, q.SourceEnd,
			q.SpeakerID, q.Speaker, q.SpeakerKind, q.Role, q.Affiliation, q.Within, q.Negated, q.Hedged, q.Endorsed, q.Disputed, q.Confidence, q.How})
		e.quoteIndex = append(e.quoteIndex, []any{n, q.Text, q.Speaker, q.Role, q.Affiliation})
	}
	for i := range rows.Claims {
		c := &rows.Claims[i]
		n := c.Seq*perArticle + int64(i)
		entities := list(c.Entities)
		e.claims = append(e.claims, []any{n, c.Seq, c.ID, c.Type, list(c.Others), c.Text, c.Start, c.End, c.Sentence, c.SentenceStart, c.SentenceEnd, c.Standalone, c.Key, c.Score, c.Rank,
			c.Stance, c.Modality, c.Negative, c.Presupposed, c.ClaimantKind, c.Claimant, c.Quote, c.Repeats, list(c.Values), list(c.Units), list(c.From), list(c.To), entities, list(c.Queries), list(c.Reasons)})
		e.claimIndex = append(e.claimIndex, []any{n, c.Text, c.Standalone, c.Claimant, entities})
	}
	return e, nil
}

// list writes a list as JSON; the empty one is "[]".
func list[T any](v []T) string {
	if len(v) == 0 {
		return "[]"
	}
	b, _ := json.Marshal(v)
	return string(b)
}

func parts(r []archive.Range) string {
	pairs := make([][2]int64, len(r))
	for i, x := range r {
		pairs[i] = [2]int64{x.Start, x.End}
	}
	return list(pairs)
}

func (s *sink) open() error {
	// A rollback journal: after a kill, the file is again what it was.
	db, err := sql.Open("sqlite", dsn(s.path, "_pragma=journal_mode(delete)&_pragma=synchronous(full)&_pragma=cache_size(-32000)&_txlock=immediate"))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	s.db = db
	var v int
	if err := db.QueryRow(`PRAGMA user_version`).Scan(&v); err != nil {
		return fmt.Errorf("%s is no SQLite database: %w", s.path, err)
	}
	switch v {
	case version:
		return nil
	case 0:
		tx, err := db.Begin()
		if err != nil {
			return err
		}
		defer tx.Rollback()
		if _, err := tx.Exec(schema); err != nil {
			return err
		}
		return tx.Commit()
	}
	return fmt.Errorf("%s has tables of version %d, this program writes version %d: use another folder", s.path, v, version)
}

func dsn(path, query string) string {
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + query
}

func (s *sink) Begin(shard int) (err error) {
	if s.db == nil {
		if err := s.open(); err != nil {
			return s.failed(err)
		}
	}
	s.n = shard
	if err := s.db.QueryRow(`SELECT count(*) > 0 FROM shards WHERE shard = ?`, shard).Scan(&s.have); err != nil || s.have {
		return s.failed(err)
	}
	if s.tx, err = s.db.BeginTx(context.Background(), nil); err != nil {
		return s.failed(err)
	}
	for i, q := range [...]string{insertArticle, insertQuote, insertClaim, indexQuote, indexClaim} {
		if s.stmt[i], err = s.tx.Prepare(q); err != nil {
			return s.failed(err)
		}
	}
	return nil
}

func (s *sink) Write(v any) error {
	if s.have {
		return nil
	}
	e := v.(*encoded)
	if _, err := s.stmt[0].Exec(e.article...); err != nil {
		return s.failed(err)
	}
	for i, rows := range [...][][]any{e.quotes, e.claims, e.quoteIndex, e.claimIndex} {
		for _, r := range rows {
			if _, err := s.stmt[i+1].Exec(r...); err != nil {
				return s.failed(err)
			}
		}
	}
	return nil
}

func (s *sink) Commit() error {
	if s.have || s.tx == nil {
		return nil
	}
	_, err := s.tx.Exec(`INSERT INTO shards VALUES (?)`, s.n)
	if err == nil {
		err = s.tx.Commit()
	}
	if err != nil {
		s.Abort()
	}
	s.tx = nil
	return s.failed(err)
}

func (s *sink) Abort() {
	if s.tx != nil {
		_ = s.tx.Rollback()
		s.tx = nil
	}
}

func (s *sink) Close() error {
	s.Abort()
	if s.db == nil {
		return nil
	}
	db := s.db
	s.db = nil
	return s.failed(db.Close())
}

func (s *sink) Remove() error {
	if err := s.Close(); err != nil {
		return err
	}
	var all error
	for _, suffix := range []string{"", "-journal", "-wal", "-shm"} {
		if err := os.Remove(s.path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	return all
}

// failed names the file in an error, and says of a full disk that it is one.
func (s *sink) failed(err error) error {
	if err == nil {
		return nil
	}
	var e *sqlite.Error
	if errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_FULL {
		return fmt.Errorf("%s: %w: %w", s.path, err, syscall.ENOSPC)
	}
	return fmt.Errorf("%s: %w", s.path, err)
}
