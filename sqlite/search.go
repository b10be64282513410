package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"
)

// DB is an SQLite file that a run wrote, open for reading.
type DB struct{ db *sql.DB }

// Open opens the file at path.
func Open(path string) (*DB, error) {
	if st, err := os.Stat(path); err != nil {
		return nil, err
	} else if st.IsDir() {
		return nil, fmt.Errorf("%s is a folder: name the SQLite file in it", path)
	}
	db, err := sql.Open("sqlite", dsn(path, "mode=ro"))
	if err != nil {
		return nil, err
	}
	var v int
	if err = db.QueryRow(`PRAGMA user_version`).Scan(&v); err == nil && v != version {
		err = fmt.Errorf("its tables are of version %d, not %d: it was not written by onrecord batch --to sqlite of this version", v, version)
	}
	if err != nil {
		db.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &DB{db}, nil
}

// Close closes the file.
func (d *DB) Close() error { return d.db.Close() }

// SQL gives access to the tables for queries of one's own.
func (d *DB) SQL() *sql.DB { return d.db }

// Table is what a search looks through.
type Table string

// The tables.
const (
	Quotes   Table = "quotes"
	Claims   Table = "claims"
	Speakers Table = "speakers"
)

// Query is a search. All that is set must hold.
type Query struct {
	In Table // "" is Quotes
	// Words have to be in the text: all of them, in any form, in any order;
	// "words in quotation marks" as they stand.
	Words string
	// Raw takes Words as an FTS5 query instead: near(a b), a OR b, a NOT b,
	// pre*, speaker: holm.
	Raw bool
	// Speaker's words have to be in the speaker's (the claimant's) name.
	Speaker string
	// From and To bound the date of publication, as in 2031-04; To is inclusive.
	From, To string
	Type     string // of the quotation or claim
	Site     string
	Limit    int // at most this many; 0 means 20
	Offset   int
}

// Hit is one result. Which fields are set depends on the table.
type Hit struct {
	Seq       int64   `json:"seq,omitempty"` // of the article
	Article   string  `json:"article,omitempty"`
	Input     string  `json:"input,omitempty"`
	Title     string  `json:"title,omitempty"`
	Published string  `json:"published,omitempty"`
	ID        string  `json:"id,omitempty"` // of the quotation or claim in its record
	Type      string  `json:"type,omitempty"`
	Text      string  `json:"text,omitempty"`
	Snippet   string  `json:"snippet,omitempty"` // around the words found, which are in [brackets]
	Start     int64   `json:"start"`
	End       int64   `json:"end"`
	Speaker   string  `json:"speaker,omitempty"`
	Role      string  `json:"role,omitempty"`
	Of        string  `json:"affiliation,omitempty"`
	Score     float64 `json:"score,omitempty"` // of a claim; confidence of a quotation
	Quotes    int64   `json:"quotes,omitempty"`
	Articles  int64   `json:"articles,omitempty"`
}

// Search returns what q finds: the best matches first, without Words the
// latest first, speakers by how often they are quoted.
func (d *DB) Search(ctx context.Context, q Query) ([]Hit, error) {
	text, args, err := q.build()
	if err != nil {
		return nil, err
	}
	rows, err := d.db.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, queryError(err, q)
	}
	defer rows.Close()
	hits := []Hit{}
	for rows.Next() {
		var h Hit
		if q.In == Speakers {
			err = rows.Scan(&h.Speaker, &h.Type, &h.Role, &h.Of, &h.Quotes, &h.Articles)
		} else {
			err = rows.Scan(&h.Seq, &h.Article, &h.Input, &h.Title, &h.Published, &h.ID, &h.Type, &h.Text, &h.Snippet, &h.Start, &h.End, &h.Speaker, &h.Role, &h.Of, &h.Score)
		}
		if err != nil {
			return nil, err
		}
		hits = append(hits, h)
	}
	return hits, queryError(rows.Err(), q)
}

func queryError(err error, q Query) error {
	if err != nil && q.Raw && strings.Contains(err.Error(), "fts5") {
		return fmt.Errorf("%w: see https://sqlite.org/fts5.html for the query language, or search without it", err)
	}
	return err
}

func (q *Query) build() (string, []any, error) {
	if q.Limit <= 0 {
		q.Limit = 20
	}
	var match []string
	if w := strings.TrimSpace(q.Words); w != "" {
		if !q.Raw {
			w = phrases(w)
		}
		if w == "" {
			return "", nil, errors.New("nothing to search for: the query has neither letters nor digits")
		}
		if q.In == Speakers {
			w = "{speaker role affiliation}: (" + w + ")"
		}
		match = append(match, "("+w+")")
	}
	var where []string
	var args []any
	and := func(cond string, arg any) {
		where = append(where, cond)
		args = append(args, arg)
	}
	var from, cols, order string
	switch q.In {
	case "", Quotes, Speakers:
		if s := phrases(q.Speaker); s != "" {
			match = append(match, "(speaker: ("+s+"))")
		}
		from = "quotes x JOIN articles a ON a.seq = x.seq"
		cols = "x.text, %s, x.start, x.\"end\", x.speaker, x.role, x.affiliation, x.confidence"
	case Claims:
		if s := phrases(q.Speaker); s != "" {
			match = append(match, "(claimant: ("+s+"))")
		}
		from = "claims x JOIN articles a ON a.seq = x.seq"
		cols = "x.text, %s, x.start, x.\"end\", x.claimant, '', '', x.score"
	default:
		return "", nil, fmt.Errorf("unknown table %q: use quotes, claims or speakers", q.In)
	}
	snippet := "''"
	order = "a.published DESC, x.n"
	if len(match) > 0 {
		table := "quotes_fts"
		if q.In == Claims {
			table = "claims_fts"
		}
		from = table + " f JOIN " + strings.Replace(from, "x JOIN", "x ON x.n = f.rowid JOIN", 1)
		and(table+" MATCH ?", strings.Join(match, " AND "))
		snippet = "snippet(" + table + ", 0, '[', ']', '\u2026', 40)"
		order = "f.rank, x.n"
	}
	if q.From != "" {
		and("a.published >= ?", q.From)
	}
	if q.To != "" { // "2031-04" takes in all of April
		and("a.published <> '' AND substr(a.published, 1, ?) <= ?", len(q.To))
		args = append(args, q.To)
	}
	if q.Type != "" {
		and("x.type = ?", q.Type)
	}
	if q.Site != "" {
		and("a.site = ?", q.Site)
	}
	cond := ""
	if len(where) > 0 {
		cond = " WHERE " + strings.Join(where, " AND ")
	}
	args = append(args, q.Limit, q.Offset)
	if q.In == Speakers {
		if cond == "" {
			cond = " WHERE x.speaker <> ''"
		} else {
			cond += " AND x.speaker <> ''"
		}
		return "SELECT x.speaker, x.speaker_kind, max(x.role), max(x.affiliation), count(*), count(DISTINCT x.seq) FROM " + from + cond +
			" GROUP BY x.speaker, x.speaker_kind ORDER BY 5 DESC, 1 LIMIT ? OFFSET ?", args, nil
	}
	return "SELECT a.seq, a.id, a.input, a.title, a.published, x.id, x.type, " + fmt.Sprintf(cols, snippet) + " FROM " + from + cond +
		" ORDER BY " + order + " LIMIT ? OFFSET ?", args, nil
}

// phrases turns what people type into an FTS5 query that cannot fail: each
// word, and each stretch in quotation marks, a string of its own.
func phrases(s string) string {
	s = strings.NewReplacer("\u201c", `"`, "\u201d", `"`, "\x00", " ").Replace(s)
	var out []string
	for i, part := range strings.Split(s, `"`) {
		if i%2 == 1 {
			if strings.TrimSpace(part) != "" {
				out = append(out, `"`+part+`"`)
			}
			continue
		}
		for _, w := range strings.Fields(part) {
			out = append(out, `"`+w+`"`)
		}
	}
	// Strings without a letter or digit have no words, and match nothing.
	kept := out[:0]
	for _, w := range out {
		if strings.ContainsFunc(w, func(r rune) bool { return r > 127 || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' }) {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " AND ")
}
