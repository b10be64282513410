package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/onrecord/onrecord/internal/cli"
	"github.com/onrecord/onrecord/sqlite"
)

// search is the search command.
type search struct {
	In      string   `help:"What to look through: quotes, claims or speakers." enum:"quotes,claims,speakers" default:"quotes"`
	Speaker string   `help:"Only what is said by a speaker (claimed by a claimant) of this name." placeholder:"NAME"`
	From    string   `help:"Only articles published on this day or later, as 2031-04-05 or 2031-04." placeholder:"DATE"`
	To      string   `help:"Only articles published on this day or before." placeholder:"DATE"`
	Type    string   `help:"Only quotations, or claims, of this type."`
	Site    string   `help:"Only articles of this site."`
	Raw     bool     `help:"The words are a query in the language of SQLite's FTS5."`
	Limit   int      `help:"At most this many results." default:"20"`
	Offset  int      `help:"Leave this many out first." default:"0"`
	Format  string   `short:"f" help:"text or jsonl." enum:"text,jsonl" default:"text"`
	DB      string   `arg:"" name:"file" help:"SQLite file, or the output folder of onrecord batch --to sqlite." type:"path"`
	Words   []string `arg:"" optional:"" help:"What to look for: all these words, in any form and order; \"in quotation marks\" as they stand."`
}

// Help is shown by --help.
func (*search) Help() string {
	return `Examples:

	onrecord batch --out archive --to sqlite articles.jsonl
	onrecord search archive harbour budget --speaker holm --from 2031
	onrecord search archive --in speakers mayor`
}

// Run carries the command out.
func (c *search) Run(e *cli.Env) error {
	if st, err := os.Stat(c.DB); err == nil && st.IsDir() {
		c.DB = filepath.Join(c.DB, fileName)
	}
	db, err := sqlite.Open(c.DB)
	if err != nil {
		return err
	}
	defer db.Close()
	hits, err := db.Search(e.Context, sqlite.Query{In: sqlite.Table(c.In), Words: strings.Join(c.Words, " "), Raw: c.Raw, Speaker: c.Speaker,
		From: c.From, To: c.To, Type: c.Type, Site: c.Site, Limit: c.Limit, Offset: c.Offset})
	if err != nil {
		return err
	}
	enc := json.NewEncoder(e.Stdout)
	enc.SetEscapeHTML(false)
	for _, h := range hits {
		if c.Format == "jsonl" {
			err = enc.Encode(h)
		} else {
			err = c.print(e, h)
		}
		if err != nil {
			return err
		}
	}
	if len(hits) == 0 {
		fmt.Fprintln(e.Stderr, "nothing found")
	}
	return nil
}

func (c *search) print(e *cli.Env, h sqlite.Hit) error {
	if c.In == "speakers" {
		_, err := fmt.Fprintf(e.Stdout, "%s: %d quotations in %d articles\n", who(h), h.Quotes, h.Articles)
		return err
	}
	text := h.Text
	if h.Snippet != "" {
		text = h.Snippet
	}
	_, err := fmt.Fprintf(e.Stdout, "%s\n\t%s\n\t%s %s (%s, bytes %d-%d)\n\n", text, who(h), h.Published, h.Title, h.Input, h.Start, h.End)
	return err
}

// who is a speaker with role and affiliation.
func who(h sqlite.Hit) string {
	s := h.Speaker
	if s == "" {
		s = "(no name)"
	}
	for _, x := range []string{h.Role, h.Of} {
		if x != "" {
			s += ", " + x
		}
	}
	return s
}
