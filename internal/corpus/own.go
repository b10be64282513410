package corpus

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// marks holds the quotations and sentence labels that the project made for
// articles of the shared data: ids, offsets and labels, no text.
//
//go:embed marks.jsonl
var marks []byte

// ownMark is one line of marks.jsonl. Speaker, role and affiliation are
// places of the article where they are written so.
type ownMark struct {
	ID     string
	Sum    uint32 // CRC-32 (IEEE) of the text
	Quotes []struct {
		Type, Kind                              string
		Content                                 []Pair
		Cue, Source, Speaker, Role, Affiliation *Pair
	}
	Sentences []struct {
		Start, End  int
		Label, Type string
	}
}

// Own returns the articles of data/html, data/more/abc.zip,
// data/more/treebank.zip and data/polnear/train that the project marked
// itself, in the manner of wild/: none is from a set that is measured on.
// Their ids name where they are from: "html/…", "abc/…", "wsj/…" and
// "polnear/…".
func Own(data string) ([]Marked, error) {
	texts, err := ownTexts(data)
	if err != nil {
		return nil, err
	}
	var out []Marked
	dec := json.NewDecoder(bytes.NewReader(marks))
	for {
		var m ownMark
		if err := dec.Decode(&m); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("marks.jsonl, item %d: %w", len(out)+1, err)
		}
		text := texts[m.ID]
		if crc32.ChecksumIEEE([]byte(text)) != m.Sum {
			return nil, fmt.Errorf("marks.jsonl: the text of %s in %s is not the one that was marked", m.ID, data)
		}
		at := func(p *Pair) string {
			if p == nil {
				return ""
			}
			return text[p[0]:p[1]]
		}
		a := Marked{ID: m.ID, Text: text, Headlines: "N"}
		for _, q := range m.Quotes {
			a.Quotes = append(a.Quotes, MarkedQuote{Type: q.Type, Content: q.Content, Cue: q.Cue, Source: q.Source,
				Speaker: at(q.Speaker), Kind: q.Kind, Role: at(q.Role), Affiliation: at(q.Affiliation)})
		}
		if m.Quotes != nil && a.Quotes == nil {
			a.Quotes = []MarkedQuote{} // read, and none found
		}
		for _, s := range m.Sentences {
			a.Sentences = append(a.Sentences, MarkedSentence{Start: s.Start, End: s.End, Label: s.Label, Type: s.Type})
		}
		out = append(out, a)
	}
}

// ownTexts returns the texts of the marked articles, and others, by id.
func ownTexts(data string) (map[string]string, error) {
	b, err := os.ReadFile(filepath.Join(data, "html", "ground-truth.json"))
	if err != nil {
		return nil, err
	}
	var bodies map[string]struct {
		ArticleBody string `json:"articleBody"`
	}
	if err := json.Unmarshal(b, &bodies); err != nil {
		return nil, fmt.Errorf("ground-truth.json: %w", err)
	}
	polnear, err := JSONLines[Attributed](filepath.Join(data, "polnear", "train.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for id, p := range bodies {
		texts["html/"+id[:12]] = p.ArticleBody
	}
	for _, a := range polnear {
		texts["polnear/"+a.ID] = a.Text
	}
	for _, name := range []string{"science", "rural"} {
		items, err := abc(filepath.Join(data, "more", "abc.zip"), name)
		if err != nil {
			return nil, err
		}
		for i, t := range items {
			texts["abc/"+name+"/"+strconv.Itoa(i)] = t
		}
	}
	if err := wsj(filepath.Join(data, "more", "treebank.zip"), texts); err != nil {
		return nil, err
	}
	return texts, nil
}

var (
	blankLine  = regexp.MustCompile(`\n[ \t]*\n`)
	blankLines = regexp.MustCompile(`\n[ \t]*\n+`)
)

// abc returns the items of one of the two files of the ABC corpus, which
// blank lines part; each line of one is a paragraph.
func abc(path, name string) ([]string, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	f, err := z.Open("abc/" + name + ".txt")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	defer f.Close()
	raw, err := io.ReadAll(charmap.ISO8859_1.NewDecoder().Reader(f))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var out []string
	for _, item := range blankLines.Split(strings.ReplaceAll(string(raw), "\r\n", "\n"), -1) {
		var lines []string
		for _, l := range strings.Split(item, "\n") {
			if l = strings.TrimSpace(l); l != "" {
				lines = append(lines, l)
			}
		}
		out = append(out, strings.Join(lines, "\n\n"))
	}
	return out, nil
}

// wsj adds the articles of the sample of the Wall Street Journal treebank.
func wsj(path string, texts map[string]string) error {
	z, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer z.Close()
	for _, f := range z.File {
		id, ok := strings.CutPrefix(f.Name, "treebank/raw/wsj_")
		if !ok {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		raw, err := io.ReadAll(charmap.ISO8859_1.NewDecoder().Reader(r))
		r.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		var ps []string
		for _, p := range blankLine.Split(strings.ReplaceAll(string(raw), ".START", ""), -1) {
			if p = strings.Join(strings.Fields(p), " "); p != "" {
				ps = append(ps, p)
			}
		}
		texts["wsj/"+id] = strings.Join(ps, "\n\n")
	}
	return nil
}
