package extract

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Pages' JSON-LD is often not quite JSON: raw line breaks in strings, commas
// too many or too few, comment wrappers. This reader takes what it can make
// out and never fails; values are nil, bool, float64, string, []any and
// map[string]any, as in encoding/json.

// The bounds of what is read of a page's JSON.
const (
	maxJSONBytes = 2 << 20
	maxJSONDepth = 40
	maxJSONItems = 100_000
)

// readJSON reads the values that stand in s.
func readJSON(s string) []any {
	if len(s) > maxJSONBytes {
		s = s[:maxJSONBytes]
	}
	r := jsonReader{s: s}
	var out []any
	for {
		r.skipTo("{[")
		if r.at >= len(r.s) || len(out) > 100 || r.items > maxJSONItems {
			return out
		}
		out = append(out, r.value(0))
	}
}

type jsonReader struct {
	s     string
	at    int
	items int
}

func (r *jsonReader) space() {
	for r.at < len(r.s) {
		switch c := r.s[r.at]; {
		case c <= ' ':
			r.at++
		case strings.HasPrefix(r.s[r.at:], "/*"):
			if i := strings.Index(r.s[r.at:], "*/"); i >= 0 {
				r.at += i + 2
			} else {
				r.at = len(r.s)
			}
		case strings.HasPrefix(r.s[r.at:], "\u00a0"), strings.HasPrefix(r.s[r.at:], "\ufeff"):
			_, n := utf8.DecodeRuneInString(r.s[r.at:])
			r.at += n
		default:
			return
		}
	}
}

func (r *jsonReader) skipTo(chars string) {
	if i := strings.IndexAny(r.s[r.at:], chars); i >= 0 {
		r.at += i
	} else {
		r.at = len(r.s)
	}
}

func (r *jsonReader) value(depth int) any {
	r.space()
	if r.items++; r.at >= len(r.s) || r.items > maxJSONItems {
		r.at = len(r.s)
		return nil
	}
	switch c := r.s[r.at]; c {
	case '{', '[':
		if depth >= maxJSONDepth {
			r.skipNested()
			return nil
		}
		if c == '{' {
			return r.object(depth)
		}
		return r.array(depth)
	case '"':
		return r.str()
	}
	from := r.at
	r.skipTo(",}]\"{[\n")
	w := strings.TrimSpace(r.s[from:r.at])
	switch w {
	case "true":
		return true
	case "false":
		return false
	case "null", "":
		return nil
	}
	if f, err := strconv.ParseFloat(w, 64); err == nil {
		return f
	}
	return strings.Trim(w, `'`)
}

// skipNested jumps over a value that is nested too deeply.
func (r *jsonReader) skipNested() {
	depth := 0
	for r.at < len(r.s) {
		switch r.s[r.at] {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case '"':
			r.str()
			continue
		}
		r.at++
		if depth == 0 {
			return
		}
	}
}

func (r *jsonReader) object(depth int) any {
	m := map[string]any{}
	r.at++
	for {
		r.space()
		if r.at >= len(r.s) {
			return m
		}
		switch r.s[r.at] {
		case '}':
			r.at++
			return m
		case ']':
			return m // a brace is missing
		case '"':
			k := r.str()
			r.space()
			if r.at < len(r.s) && r.s[r.at] == ':' {
				r.at++
				v := r.value(depth + 1)
				if _, ok := m[k]; !ok {
					m[k] = v
				}
			}
		default:
			r.at++ // a comma, or what does not belong here
		}
	}
}

func (r *jsonReader) array(depth int) any {
	a := []any{}
	r.at++
	for {
		r.space()
		if r.at >= len(r.s) {
			return a
		}
		switch r.s[r.at] {
		case ']':
			r.at++
			return a
		case '}':
			return a // a bracket is missing
		case ',', ':':
			r.at++
		default:
			from := r.at
			a = append(a, r.value(depth+1))
			if r.at == from {
				r.at++
			}
		}
	}
}

// str reads a string; white space in it becomes blanks.
func (r *jsonReader) str() string {
	r.at++
	var b strings.Builder
	for r.at < len(r.s) {
		c := r.s[r.at]
		switch c {
		case '"':
			r.at++
			return b.String()
		case '\\':
			r.at++
			if r.at >= len(r.s) {
				return b.String()
			}
			r.escape(&b)
			continue
		case '\n', '\r', '\t':
			c = ' '
		}
		b.WriteByte(c)
		r.at++
	}
	return b.String()
}

func (r *jsonReader) escape(b *strings.Builder) {
	c := r.s[r.at]
	r.at++
	switch c {
	case 'n':
		b.WriteByte('\n')
	case 'r', 't', 'f', 'b':
		b.WriteByte(' ')
	case 'u':
		u := r.hex()
		if utf16.IsSurrogate(u) && strings.HasPrefix(r.s[r.at:], `\u`) {
			r.at += 2
			u = utf16.DecodeRune(u, r.hex())
		}
		b.WriteRune(u)
	default:
		b.WriteByte(c)
	}
}

func (r *jsonReader) hex() rune {
	if r.at+4 > len(r.s) {
		r.at = len(r.s)
		return utf8.RuneError
	}
	n, err := strconv.ParseUint(r.s[r.at:r.at+4], 16, 32)
	if err != nil {
		return utf8.RuneError
	}
	r.at += 4
	return rune(n)
}
