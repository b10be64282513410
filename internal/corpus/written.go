package corpus

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"unicode"
)

// written holds the articles that the project wrote to learn from.
//
//go:embed written/*.txt
var written embed.FS

// Written returns the articles of the folder written, which the project
// invented and marked, in the manner of wild/. README.md there describes
// their form.
func Written() ([]Marked, error) {
	var out []Marked
	err := fs.WalkDir(written, "written", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := written.ReadFile(path)
		if err != nil {
			return err
		}
		arts, err := ParseWritten(string(b))
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, arts...)
		return nil
	})
	return out, err
}

// writtenLabels are the labels of sentences: C with the first letter of its
// type, but k for causal.
var writtenLabels = map[string]MarkedSentence{
	"N": {Label: "N"}, "F": {Label: "F"},
	"Cq": {Label: "C", Type: "quantity"}, "Cc": {Label: "C", Type: "comparison"}, "Cr": {Label: "C", Type: "record"},
	"Cl": {Label: "C", Type: "law"}, "Ck": {Label: "C", Type: "causal"}, "Ce": {Label: "C", Type: "event"}, "Cs": {Label: "C", Type: "state"},
}

var (
	writtenTag   = regexp.MustCompile(`^<(\d+[a-zA-Z](?:\+\d+[a-zA-Z])*) `)
	writtenPart  = regexp.MustCompile(`(\d+)([a-zA-Z])`)
	writtenLabel = regexp.MustCompile(`^\{([A-Za-z]+)\}`)
)

// ParseWritten reads articles in the form that written/README.md describes.
func ParseWritten(text string) ([]Marked, error) {
	var out []Marked
	for i, block := range strings.Split("\n"+text, "\n=== ") {
		if i == 0 {
			if strings.TrimSpace(block) != "" {
				return nil, fmt.Errorf("text before the first line that begins with ===")
			}
			continue
		}
		a, err := parseWritten(block)
		if err != nil {
			head, _, _ := strings.Cut(block, "\n")
			return nil, fmt.Errorf("%s: %w", head, err)
		}
		out = append(out, a)
	}
	return out, nil
}

// writer holds the state of reading one article.
type writer struct {
	text     strings.Builder
	speakers map[string][4]string // name, kind, role, affiliation by their letter
	quotes   []MarkedQuote
	number   map[string]int // where a quotation is in quotes, by its number
	a        Marked
}

func parseWritten(block string) (Marked, error) {
	w := writer{speakers: map[string][4]string{}, number: map[string]int{}}
	head, rest, _ := strings.Cut(block, "\n")
	id, _, _ := strings.Cut(head, "|")
	w.a = Marked{ID: "written/" + strings.TrimSpace(id), Headlines: "N", Quotes: []MarkedQuote{}}
	body := false
	for line := range strings.Lines(rest) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case !body && strings.HasPrefix(line, "@"):
			letter, desc, _ := strings.Cut(line[1:], " ")
			f := strings.Split(desc, "|")
			if letter == "c" || letter == "s" {
				return Marked{}, fmt.Errorf("a speaker cannot be %s, which stands for cue or source", letter)
			}
			if len(f) != 4 {
				return Marked{}, fmt.Errorf("speaker %s has %d fields, not name | kind | role | affiliation", letter, len(f))
			}
			var s [4]string
			for i := range s {
				s[i] = strings.TrimSpace(f[i])
			}
			w.speakers[letter] = s
		default:
			if body {
				w.text.WriteString("\n\n")
			}
			body = true
			if err := w.paragraph(line); err != nil {
				return Marked{}, err
			}
		}
	}
	return w.end()
}

// paragraph reads one paragraph with its marks.
func (w *writer) paragraph(line string) error {
	start := w.text.Len() // of the sentence
	open, from := "", 0   // the tag that is open, and where it began
	for i := 0; i < len(line); {
		rest := line[i:]
		switch line[i] {
		case '<':
			m := writtenTag.FindStringSubmatch(rest)
			if m == nil || open != "" {
				return fmt.Errorf("no tag can begin at %q", rest[:min(len(rest), 40)])
			}
			open, from = m[1], w.text.Len()
			i += len(m[0])
		case '>':
			if open == "" {
				return fmt.Errorf("> without < at %q", rest[:min(len(rest), 40)])
			}
			for _, m := range writtenPart.FindAllStringSubmatch(open, -1) {
				if err := w.mark(m[1], m[2], Pair{from, w.text.Len()}); err != nil {
					return err
				}
			}
			open = ""
			i++
		case '{':
			m := writtenLabel.FindStringSubmatch(rest)
			s, ok := MarkedSentence{}, false
			if m != nil {
				s, ok = writtenLabels[m[1]]
			}
			if !ok || open != "" {
				return fmt.Errorf("no label can stand at %q", rest[:min(len(rest), 40)])
			}
			s.Start = start
			for s.Start < w.text.Len() && w.text.String()[s.Start] == ' ' {
				s.Start++
			}
			s.End = w.text.Len()
			if s.Start == s.End {
				return fmt.Errorf("a label of nothing at %q", rest[:min(len(rest), 40)])
			}
			w.a.Sentences = append(w.a.Sentences, s)
			start = s.End
			i += len(m[0])
		default:
			w.text.WriteByte(line[i])
			i++
		}
	}
	if open != "" {
		return fmt.Errorf("tag %s is not closed in %q", open, line[:min(len(line), 40)])
	}
	if strings.TrimSpace(w.text.String()[start:]) != "" {
		return fmt.Errorf("no label after %q", w.text.String()[start:])
	}
	return nil
}

// mark takes span for quotation number: its cue (c), its source (s), or a
// part of what the speaker of that letter said.
func (w *writer) mark(number, letter string, span Pair) error {
	k, ok := w.number[number]
	if !ok {
		k = len(w.quotes)
		w.number[number] = k
		w.quotes = append(w.quotes, MarkedQuote{})
	}
	q := &w.quotes[k]
	s, speaker := w.speakers[letter]
	switch {
	case speaker:
		// Sentences of one stretch are marked one by one.
		if n := len(q.Content); n > 0 && strings.Trim(w.text.String()[q.Content[n-1][1]:span[0]], " ") == "" {
			q.Content[n-1][1] = span[1]
		} else {
			q.Content = append(q.Content, span)
		}
		q.Speaker, q.Kind, q.Role, q.Affiliation = s[0], s[1], s[2], s[3]
	case letter == "c":
		q.Cue = &span
	case letter == "s":
		q.Source = &span
	default:
		return fmt.Errorf("quotation %s: there is no speaker %s", number, letter)
	}
	return nil
}

// end checks the whole article and says what is direct, mixed and indirect.
func (w *writer) end() (Marked, error) {
	w.a.Text = w.text.String()
	folded := strings.ToLower(w.a.Text)
	for _, q := range w.quotes {
		if len(q.Content) == 0 {
			return Marked{}, fmt.Errorf("a quotation of %q has no content", q.Speaker)
		}
		for _, s := range []string{q.Speaker, q.Role, q.Affiliation} {
			if !strings.Contains(folded, strings.ToLower(s)) {
				return Marked{}, fmt.Errorf("%q is not in the article", s)
			}
		}
		q.Type = quotedType(w.a.Text, q.Content)
		w.a.Quotes = append(w.a.Quotes, q)
	}
	return w.a, nil
}

// quotedType tells by its quotation marks whether a content is direct, mixed
// or indirect.
func quotedType(text string, content []Pair) string {
	inside, within, without := false, 0, 0
	var last rune
	for _, p := range content {
		inside = false
		part := text[p[0]:p[1]]
		for i, r := range part {
			next, _ := firstRune(part[i+len(string(r)):])
			switch {
			case r == '“' || r == '«':
				inside = true
			case r == '”' || r == '»':
				inside = false
			case r == '"':
				inside = !inside
			case r == '‘' || r == '\'' && !inside && !unicode.IsLetter(last) && unicode.IsLetter(next):
				inside = true
			case (r == '’' || r == '\'') && inside && !unicode.IsLetter(next) && !unicode.IsDigit(next) && !strings.ContainsAny(part, "“\""):
				// An apostrophe at the end of a word looks the same; the mark that closes comes last.
				inside = strings.ContainsAny(part[i+len(string(r)):], "’'") && last != ',' && last != '.' && last != '?' && last != '!'
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				if inside {
					within++
				} else {
					without++
				}
			}
			last = r
		}
	}
	switch {
	case within == 0:
		return "indirect"
	case without == 0:
		return "direct"
	}
	return "mixed"
}

func firstRune(s string) (rune, int) {
	for _, r := range s {
		return r, len(string(r))
	}
	return 0, 0
}
