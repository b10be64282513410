package claims

import (
	"strings"

	"github.com/onrecord/onrecord/extract"
)

// blockOf is the block that the claim stands in, -1 for none.
func (w *rewriting) blockOf() int {
	b := w.a.Sentences[w.a.Tokens[w.p.first].Sentence].Block
	if b >= len(w.doc.Blocks) {
		return -1
	}
	return b
}

// line is block k of the article.
func (ar *article) line(k int) string {
	return strings.TrimSpace(ar.doc.Blocks[k].Span.Of(ar.doc.Text))
}

// farthestLine is how many blocks a line that tells whose words they are is looked for.
const farthestLine = 6

// longestBox is how many bytes the line that tells who a correspondent is has at
// most.
const longestBox = 120

// signedBelow is who signs the block that the claim stands in, by the line below it:
// "[The Wharf]" below a passage of a round-up, "— Ann Lee (@annlee) May 3, 2021" below
// a post; "" for none.
func (w *rewriting) signedBelow() string {
	bs, b := w.doc.Blocks, w.blockOf()
	if b < 0 {
		return ""
	}
	passage := bs[b].Kind == extract.Blockquote || bs[b].Kind == extract.Embed
	for k := b + 1; k < min(len(bs), b+4); k++ {
		if passage && (bs[k].Kind == extract.Blockquote || bs[k].Kind == extract.Embed) {
			continue
		}
		line := w.line(k)
		if n, ok := strings.CutPrefix(line, "["); ok && passage {
			n, end, closed := strings.Cut(n, "]")
			if closed && end == "" && properName(n) && len(strings.Fields(n)) <= 5 {
				return "said by " + n
			}
		}
		if n, ok := strings.CutPrefix(line, "— "); ok {
			n, rest, ok := strings.Cut(n, " (@")
			if _, day, closed := strings.Cut(rest, ") "); ok && properName(n) && len(strings.Fields(n)) <= 5 {
				if closed && len(strings.Fields(day)) == 3 {
					return "said by " + n + " on " + day
				}
				return "said by " + n
			}
		}
		return ""
	}
	return ""
}

// editorsNote is the note of a claim that the article's editors put below it.
func (w *rewriting) editorsNote() string {
	b := w.blockOf()
	if b < 0 {
		return ""
	}
	line := strings.TrimLeft(w.line(b), "*([ ")
	if line == "" || line[0] != 'e' && line[0] != 'E' {
		return ""
	}
	line = strings.ToLower(line[:min(len(line), len("editors’ note"))])
	for _, lead := range [...]string{"editor's note", "editor’s note", "editors' note", "editors’ note"} {
		if strings.HasPrefix(line, lead) {
			return "according to an editor's note"
		}
	}
	return ""
}

// letterWriter is the reader whose letter to the editor the claim stands in, by the
// name and the place below it, "" where the article is none of letters.
func (w *rewriting) letterWriter() string {
	b := w.blockOf()
	if b < 0 || !w.ofLetters() {
		return ""
	}
	for k := b + 1; k+1 < min(len(w.doc.Blocks), b+farthestLine); k++ {
		name := strings.TrimSuffix(w.line(k), ".")
		if f := strings.Fields(name); len(f) < 2 || len(f) > 4 || !allCapitals(f) {
			continue
		}
		if place := strings.Fields(strings.TrimSuffix(w.line(k+1), ".")); len(place) > 0 && len(place) < 5 && allCapitals(place) {
			return name
		}
		return ""
	}
	return ""
}

// ofLetters reports whether the article is one of letters to the editor.
func (ar *article) ofLetters() bool {
	if !ar.lettersRead {
		ar.letters, ar.lettersRead = ar.readLetters(), true
	}
	return ar.letters
}

func (ar *article) readLetters() bool {
	for k := range min(len(ar.doc.Blocks), farthestLine) {
		switch strings.ToLower(strings.Trim(ar.line(k), ".: ")) {
		case "letters", "letters to the editor", "letter to the editor":
			return true
		}
	}
	return false
}

// allCapitals reports whether every one of the words begins with a capital.
func allCapitals(words []string) bool {
	for _, x := range words {
		if !capital(x) || strings.ContainsAny(x, "@:?!") {
			return false
		}
	}
	return true
}

// ledInAbove is who says what stands below a line of its own that only leads it in, "From
// the Wharf:", "Orr argued that:"; "" for none.
func (w *rewriting) ledInAbove() string {
	b := w.blockOf()
	for k := b - 1; k >= max(0, b-farthestLine); k-- {
		line := w.line(k)
		lead, ok := strings.CutSuffix(line, ":")
		var f []string
		if ok {
			f = strings.Fields(lead)
		}
		if len(f) > 1 && len(f) < 8 {
			if n, ok := strings.CutPrefix(lead, "From "); ok && properName(n) && allCapitals(strings.Fields(strings.TrimPrefix(n, "the "))) {
				return "said by " + n
			}
			if b-k > 1 && !w.listed(k+1, b) {
				return ""
			}
			if f[len(f)-1] == "that" {
				f = f[:len(f)-1]
			}
			if name := f[:len(f)-1]; leadingIn[f[len(f)-1]] && len(name) > 0 && allCapitals(name) {
				n := strings.Join(name, " ")
				if full := w.personCalled(n); len(name) == 1 && full != "" {
					n = full
				}
				return "said by " + n
			}
			return ""
		}
		if strings.HasPrefix(line, "Read ") || w.doc.Blocks[k].Kind == extract.Heading {
			return ""
		}
		// The box of a correspondent: "Ann Lee, harbour correspondent".
		if name, role, ok := strings.Cut(line, ", "); ok && k > farthestLine && len(line) < longestBox && len(strings.Fields(role)) < 6 && allCapitals(strings.Fields(name)) && len(strings.Fields(name)) < 4 {
			if f := strings.Fields(role); len(f) > 0 && inHouse[f[len(f)-1]] {
				return "said by " + line
			}
		}
	}
	return ""
}

// leadingIn are verbs that end a line above what somebody says.
var leadingIn = map[string]bool{"reports": true, "reported": true, "writes": true, "wrote": true, "argued": true, "argues": true, "notes": true, "noted": true, "says": true, "said": true, "continued": true, "continues": true, "explains": true, "explained": true, "adds": true, "added": true, "states": true, "stated": true}

// listed reports whether the blocks [first, last] are all of a list or a passage.
func (w *rewriting) listed(first, last int) bool {
	for k := first; k <= last; k++ {
		if kind := w.doc.Blocks[k].Kind; kind == extract.Blockquote || kind == extract.ListItem {
			continue
		}
		switch mark, _, _ := strings.Cut(w.line(k), " "); mark {
		case "l", "•", "-", "–", "—", "*", "·", "●":
		default:
			return false
		}
	}
	return true
}

// inHouse are the ends of what those are who write for a paper.
var inHouse = map[string]bool{"correspondent": true, "editor": true, "reporter": true, "analyst": true}
