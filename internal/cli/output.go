package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/export"
	"github.com/onrecord/onrecord/span"
)

// output writes records in the form that the flags ask for: one after the
// other to standard output, or a file each to a folder.
type output struct {
	format string
	unit   span.Unit
	only   []string
	dir    string // "" for standard output
	screen *screen
	stdout *bufio.Writer
	n      int
	names  map[string]bool // files written to dir
}

// outputFormats are the forms of results, with the ending of their files.
var outputFormats = map[string]string{"text": ".txt", "json": ".json", "jsonl": ".jsonl", "html": ".html", "webannotation": ".jsonld", "schemaorg": ".jsonld",
	"brat": ".ann", "citron": ".json", "gold": ".jsonl"}

func newOutput(e *Env, format, offsets string, only []string, dir string) (*output, error) {
	unit, err := span.ParseUnit(offsets)
	if err != nil {
		return nil, UsageError{err}
	}
	o := &output{format: format, unit: unit, only: only, dir: dir, screen: newScreen(e), stdout: bufio.NewWriter(e.Stdout), names: map[string]bool{}}
	if format == "auto" {
		o.format = "jsonl"
		if o.screen.terminal && dir == "" {
			o.format = "text"
		}
	}
	if unit != span.Bytes && o.format != "json" && o.format != "jsonl" {
		return nil, usagef("--offsets is for --format json and jsonl: %s counts in a unit of its own", o.format)
	}
	if o.format == "brat" && dir == "" {
		return nil, usagef("--format brat makes two files of each article: say where with --out DIR")
	}
	if dir != "" {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, err
		}
	}
	if o.format == "brat" {
		if err := os.WriteFile(filepath.Join(dir, "annotation.conf"), []byte(export.BratConfig), 0o644); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// write writes one record. An error of the record alone is complained about.
func (o *output) write(r *onrecord.Record) error {
	defer func() { o.n++ }()
	if o.dir == "" {
		if o.format == "html" && o.n > 0 {
			return usagef("--format html makes a page of each article: say where with --out DIR")
		}
		if err := o.encode(o.stdout, r); err != nil {
			return fmt.Errorf("%s: writing the result: %w", r.Input, err)
		}
		return o.stdout.Flush()
	}
	base := o.base(r)
	ends := []string{outputFormats[o.format]}
	if o.format == "brat" {
		ends = append(ends, ".txt")
	}
	for _, end := range ends {
		if sameFile(base+end, r.Input) {
			return fmt.Errorf("%s: the result would overwrite the article: name another folder with --out", r.Input)
		}
	}
	if o.format == "brat" {
		if err := os.WriteFile(base+".txt", []byte(r.Article.Text), 0o644); err != nil {
			return err
		}
	}
	f, err := os.Create(base + outputFormats[o.format])
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	err = o.encode(w, r)
	if ferr := w.Flush(); err == nil {
		err = ferr
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("%s: writing the result: %w", r.Input, err)
	}
	return nil
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// base is the path of a record's file without its ending: the input's own
// name, and its id too where another had that name, and a number where
// another had both.
func (o *output) base(r *onrecord.Record) string {
	n := r.Input
	if isURL(n) {
		n = strings.TrimRight(strings.SplitN(n, "?", 2)[0], "/")
	}
	n = unpackedName(filepath.Base(filepath.FromSlash(n)))
	if ext := filepath.Ext(n); ext != n {
		n = strings.TrimSuffix(n, ext)
	}
	if n == "" || n == "-" || n == "." || n == ".." || n == string(filepath.Separator) {
		n = "article"
	}
	if o.names[n] {
		n += "-" + r.ID
	}
	for same, i := n, 2; o.names[n]; i++ {
		n = fmt.Sprintf("%s-%d", same, i)
	}
	o.names[n] = true
	return filepath.Join(o.dir, n)
}

func (o *output) encode(w io.Writer, r *onrecord.Record) error {
	switch o.format {
	case "text":
		if o.n > 0 && o.dir == "" {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		return o.screen.summary(w, r, o.keeps)
	case "html":
		return export.HTML(w, r)
	case "webannotation":
		return export.WebAnnotation(w, r)
	case "schemaorg":
		return export.SchemaOrg(w, r)
	case "brat":
		return export.Brat(w, r)
	case "citron":
		return export.Citron(w, r)
	case "gold":
		return export.Gold(w, r)
	}
	return writeJSON(w, only(export.Offsets(r, o.unit), o.only), o.format == "json")
}

func (o *output) keeps(part string) bool {
	for _, x := range o.only {
		if x == part {
			return true
		}
	}
	return len(o.only) == 0
}

// part is a record of which parts may be left out.
type part struct {
	Schema   string              `json:"schema"`
	ID       string              `json:"id"`
	Input    string              `json:"input"`
	Article  *onrecord.Article   `json:"article,omitempty"`
	Speakers *[]onrecord.Speaker `json:"speakers,omitempty"`
	Quotes   *[]onrecord.Quote   `json:"quotes,omitempty"`
	Claims   *[]onrecord.Claim   `json:"claims,omitempty"`
	Marked   []onrecord.Marked   `json:"marked,omitempty"`
}

// only keeps the named parts of r; speakers go with quotations and claims.
func only(r *onrecord.Record, parts []string) any {
	if len(parts) == 0 {
		return r
	}
	p := part{Schema: r.Schema, ID: r.ID, Input: r.Input}
	for _, x := range parts {
		switch x {
		case "article":
			p.Article = &r.Article
		case "quotes":
			p.Speakers, p.Quotes, p.Marked = &r.Speakers, &r.Quotes, r.Marked
		case "claims":
			p.Speakers, p.Claims = &r.Speakers, &r.Claims
		}
	}
	return p
}

func writeJSON(w io.Writer, v any, indent bool) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if indent {
		enc.SetIndent("", "  ")
	}
	return enc.Encode(v)
}
