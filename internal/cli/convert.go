package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/export"
)

// Convert is the convert command.
type Convert struct {
	From     string   `help:"Form of the input: ${enum}. Default: by name and look." enum:"auto,record,brat,citron,gold" default:"auto"`
	Format   string   `short:"f" help:"Form of the results: ${enum}." enum:"text,json,jsonl,html,webannotation,schemaorg,brat,citron,gold" default:"jsonl"`
	Offsets  string   `help:"What offsets count in json and jsonl: byte, rune or utf16. Input must count bytes." enum:"byte,rune,utf16" default:"byte"`
	Out      string   `short:"o" help:"Write a file for each article to this folder, not to standard output." placeholder:"DIR" type:"path"`
	MaxBytes int64    `help:"Largest file to read, unpacked, in bytes; 0 for any." default:"1073741824"`
	Paths    []string `arg:"" name:"input" help:"Files of records, of Citron's JSON or of marked articles; brat's .ann files, each beside its .txt; perhaps compressed; folders of these, the output of batch too; - for standard input."`
}

// Help is shown by --help.
func (*Convert) Help() string {
	return `Examples:

	onrecord extract stories/ | onrecord convert --format brat --out to-mark/ -
	onrecord convert --format gold to-mark/ > marked.jsonl
	onrecord convert --format html --out pages/ records.jsonl`
}

// Run carries the command out.
func (c *Convert) Run(e *Env) error {
	out, err := newOutput(e, c.Format, c.Offsets, nil, c.Out)
	if err != nil {
		return err
	}
	for _, arg := range c.Paths {
		files, err := c.files(arg)
		if err != nil {
			e.Complain(err)
			continue
		}
		for _, f := range files {
			rs, err := c.read(e, f)
			if err != nil {
				e.Complain(err)
			}
			for _, r := range rs {
				if err := out.write(r); err != nil {
					return err
				}
			}
		}
	}
	return e.Failed()
}

// files lists what is to be read of a folder, in the order of names.
func (c *Convert) files(arg string) ([]string, error) {
	if arg == "-" {
		return []string{arg}, nil
	}
	st, err := os.Stat(arg)
	if err != nil || !st.IsDir() {
		return []string{arg}, err
	}
	var out []string
	ds, err := os.ReadDir(arg)
	if err != nil {
		return nil, err
	}
	for _, d := range ds {
		switch name := unpackedName(d.Name()); {
		case d.IsDir(), name == "journal.jsonl", name == "errors.jsonl": // what batch keeps beside its records
		case filepath.Ext(name) == ".ann", filepath.Ext(name) == ".json", filepath.Ext(name) == ".jsonl":
			out = append(out, filepath.Join(arg, d.Name()))
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: nothing to convert in this folder: it has no .ann, .json or .jsonl file", arg)
	}
	return out, nil
}

func (c *Convert) read(e *Env, path string) ([]*onrecord.Record, error) {
	b, err := e.read(path, c.MaxBytes)
	if err != nil {
		return nil, err
	}
	switch c.look(path, b) {
	case "brat":
		text, err := e.read(strings.TrimSuffix(unpackedName(path), ".ann")+".txt", c.MaxBytes)
		if err != nil {
			return nil, fmt.Errorf("%s: its text should stand beside it: %w", path, err)
		}
		r, err := export.ReadBrat(string(text), bytes.NewReader(b), path)
		if err != nil {
			return nil, err
		}
		r.Input = strings.TrimSuffix(unpackedName(filepath.Base(path)), ".ann")
		return []*onrecord.Record{r}, nil
	case "citron":
		return export.ReadCitron(bytes.NewReader(b), path)
	case "gold":
		return export.ReadGold(bytes.NewReader(b), path)
	}
	return readRecords(bytes.NewReader(b), path)
}

// look tells a file's form: by the keys of its first object.
func (c *Convert) look(path string, b []byte) string {
	if c.From != "auto" {
		return c.From
	}
	if strings.HasSuffix(unpackedName(path), ".ann") {
		return "brat"
	}
	var keys map[string]json.RawMessage
	if json.NewDecoder(bytes.NewReader(b)).Decode(&keys) != nil {
		return "record"
	}
	switch {
	case keys["schema"] != nil:
		return "record"
	case keys["id"] != nil:
		return "gold"
	case keys["quotes"] != nil:
		return "citron"
	}
	return "record"
}

func readRecords(in io.Reader, path string) ([]*onrecord.Record, error) {
	var out []*onrecord.Record
	dec := json.NewDecoder(in)
	for n := 1; ; n++ {
		r := new(onrecord.Record)
		if err := dec.Decode(r); err == io.EOF {
			return out, nil
		} else if err != nil {
			return out, fmt.Errorf("%s, record %d: not a record: %w: give what extract or batch wrote, one record after the other", path, n, err)
		}
		if r.Schema != onrecord.SchemaVersion {
			return out, fmt.Errorf("%s, record %d: its schema is %q, this program reads %q: say what it is with --from", path, n, r.Schema, onrecord.SchemaVersion)
		}
		if err := r.Check(); err != nil {
			return out, fmt.Errorf("%s, record %d: %w: it needs its article's text (no --only) and offsets in bytes (no --offsets)", path, n, err)
		}
		out = append(out, r)
	}
}
