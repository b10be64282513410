package extract

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/onrecord/onrecord/span"
)

// page is a parsed page whose texts know where they stand in the source.
type page struct {
	src  string // decoded
	root *html.Node
	// pieces tells, for each text node that the source holds, which stretches
	// of source it was made of.
	pieces map[*html.Node][]piece
	nodes  int
}

// piece is a stretch of a text node's text and the source range that
// unescapes to it.
type piece struct {
	at  int // offset in the node's text
	src span.Span
}

// parse parses src. golang.org/x/net/html gives no positions, so a pass of
// its tokenizer puts a mark with a number before each text, and the marks are
// taken out of the tree again. Unlike comments, marks go wherever the parser
// moves the text; unlike attributes, they cost no new nodes. A mark stands
// behind the text's leading white space, which the parser may treat on its own.
func parse(ctx context.Context, src string, c *config) (*page, error) {
	mark := unusedRune(src)
	for _, f := range []flattening{asIs, noFormatting, onlyParagraphs} {
		tokens, marked, err := markTexts(ctx, src, mark, f, c)
		if err != nil {
			return nil, err
		}
		root, err := html.Parse(&contextReader{ctx: ctx, s: marked})
		if err != nil {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			if f == onlyParagraphs || !strings.Contains(err.Error(), "exceeds 512") {
				return nil, fmt.Errorf("parsing the page: %w", err)
			}
			continue // nested too deeply for the parser: take tags out
		}
		p := &page{src: src, root: root, pieces: make(map[*html.Node][]piece, len(tokens))}
		p.takeMarks(root, mark, tokens)
		return p, nil
	}
	return nil, errors.New("parsing the page: nested too deeply")
}

// flattening says which tags are left out so that the parser's limit on
// nesting is not met.
type flattening int

const (
	asIs           flattening = iota
	noFormatting              // without b, i, font, span and the like
	onlyParagraphs            // every block a paragraph
)

// markTexts copies src with a mark before each text. tokens[i] is the source
// range of the text that mark i stands in.
func markTexts(ctx context.Context, src string, mark rune, f flattening, c *config) (tokens []span.Span, marked string, err error) {
	var out strings.Builder
	out.Grow(len(src) + len(src)/8)
	z := html.NewTokenizer(strings.NewReader(src))
	at, n := 0, 0
	raw := false // inside an element whose text is no markup
	var num [24]byte
	for {
		t := z.Next()
		if t == html.ErrorToken {
			if err := z.Err(); err != io.EOF {
				return nil, "", fmt.Errorf("reading the page: %w", err)
			}
			return tokens, out.String(), nil
		}
		if n++; n%1024 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, "", err
			}
			if err := c.checkNodes(n); err != nil {
				return nil, "", err
			}
		}
		end := at + len(z.Raw())
		tok := src[at:end]
		switch t {
		case html.TextToken:
			body := tok[leadingSpace(tok):]
			if body == "" || raw {
				out.WriteString(tok)
				break
			}
			out.WriteString(tok[:len(tok)-len(body)])
			out.WriteRune(mark)
			out.Write(strconv.AppendInt(num[:0], int64(len(tokens)), 10))
			out.WriteRune(mark)
			out.WriteString(body)
			tokens = append(tokens, span.Span{Start: at, End: end})
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			raw = t == html.StartTagToken && rawText[tagName(tok)]
			if f == asIs {
				out.WriteString(tok)
			} else {
				out.WriteString(flatten(tok, t, f))
			}
		default:
			raw = false
			out.WriteString(tok)
		}
		at = end
	}
}

// rawText are the elements whose content the tokenizer does not look into.
var rawText = map[string]bool{"script": true, "style": true, "title": true, "textarea": true, "xmp": true, "iframe": true,
	"noembed": true, "noframes": true, "noscript": true, "plaintext": true}

// tagName reads the name out of a raw tag.
func tagName(tok string) string {
	s := strings.TrimLeft(tok, "</")
	if i := strings.IndexAny(s, " \t\r\n\f/>"); i >= 0 {
		s = s[:i]
	}
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}

// flatten returns what is left of a tag.
func flatten(tok string, t html.TokenType, f flattening) string {
	name := tagName(tok)
	switch name {
	case "b", "i", "u", "s", "em", "strong", "font", "span", "small", "big", "tt", "code", "strike", "nobr", "ins", "del", "mark", "sub", "sup", "label", "abbr", "kbd", "var", "samp", "time", "cite", "q", "dfn", "bdo", "bdi", "data", "acronym", "center":
		return ""
	case "html", "head", "body", "title", "meta", "link", "base", "script", "style", "noscript", "br", "hr", "img", "p", "h1", "h2", "h3", "h4", "h5", "h6", "a",
		"textarea", "xmp", "iframe", "noembed", "noframes", "plaintext":
		return tok
	}
	switch {
	case f == noFormatting:
		return tok
	case t == html.EndTagToken:
		return "<p>"
	}
	return "<p>"
}

// takeMarks takes the marks out of the texts below n and notes what they say.
func (p *page) takeMarks(root *html.Node, mark rune, tokens []span.Span) {
	m := string(mark)
	for n := range root.Descendants() {
		p.nodes++
		if n.Type != html.TextNode || !strings.Contains(n.Data, m) {
			continue
		}
		var text strings.Builder
		text.Grow(len(n.Data))
		rest := n.Data
		var ps []piece
		for {
			i := strings.Index(rest, m)
			if i < 0 {
				text.WriteString(rest)
				break
			}
			text.WriteString(rest[:i])
			rest = rest[i+len(m):]
			j := strings.Index(rest, m)
			if j < 0 {
				text.WriteString(rest)
				break
			}
			if k, err := strconv.Atoi(rest[:j]); err == nil && k < len(tokens) {
				ps = append(ps, piece{at: text.Len(), src: tokens[k]})
			}
			rest = rest[j+len(m):]
		}
		n.Data = text.String()
		p.settle(n, ps)
	}
}

// settle checks that each piece's source unescapes to its text and stores
// those that do. A mark stands behind the white space that the source text
// begins with; how much of that the parser left in the node is found here.
func (p *page) settle(n *html.Node, ps []piece) {
	ok := ps[:0]
	for i, x := range ps {
		raw := x.src.Of(p.src)
		lead := leadingSpace(raw)
		body := unescape(raw[lead:])
		text := n.Data[x.at:]
		if i+1 < len(ps) {
			text = n.Data[x.at:ps[i+1].at]
		}
		// Only the leading white space of the next piece may follow.
		if !strings.HasPrefix(text, body) || strings.Trim(text[len(body):], whitespace) != "" {
			continue
		}
		for lead > 0 && x.at > 0 {
			if c := n.Data[x.at-1]; c != raw[lead-1] && !(c == '\n' && raw[lead-1] == '\r') {
				break
			}
			if x.at--; raw[lead-1] == '\n' && lead > 1 && raw[lead-2] == '\r' {
				lead--
			}
			lead--
		}
		x.src.Start += lead
		ok = append(ok, x)
	}
	if len(ok) > 0 {
		p.pieces[n] = ok
	}
}

const whitespace = " \t\r\n\f"

// leadingSpace is how many bytes at the beginning of a source text stand for
// white space, as such or as numbers ("&#10;"): what the parser may drop.
func leadingSpace(s string) int {
	at := len(s) - len(strings.TrimLeft(s, whitespace))
	for strings.HasPrefix(s[at:], "&#") {
		n := at + 2
		base, digits := 10, "0123456789"
		if n < len(s) && (s[n] == 'x' || s[n] == 'X') {
			n, base, digits = n+1, 16, "0123456789abcdefABCDEF"
		}
		end := len(s) - len(strings.TrimLeft(s[n:], digits))
		c, err := strconv.ParseUint(s[n:end], base, 8)
		if err != nil || strings.IndexByte(whitespace, byte(c)) < 0 {
			break
		}
		if end < len(s) && s[end] == ';' {
			end++
		}
		at = len(s) - len(strings.TrimLeft(s[end:], whitespace))
	}
	return at
}

// unescape returns the text that the parser makes of a source text.
func unescape(s string) string {
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	s = html.UnescapeString(s)
	return strings.ReplaceAll(s, "\x00", "")
}

// sourceAt returns the source offset of the byte at offset at of n's text,
// and of the byte behind it; ok is false where the source does not hold it.
func (p *page) sourceAt(n *html.Node, at int) (start, end int, ok bool) {
	ps := p.pieces[n]
	for i := len(ps) - 1; i >= 0; i-- {
		if ps[i].at <= at {
			s, e := locate(ps[i].src.Of(p.src), at-ps[i].at)
			return ps[i].src.Start + s, ps[i].src.Start + e, true
		}
	}
	return 0, 0, false
}

// locate finds the range of raw that unescapes to the byte at offset at of
// its text.
func locate(raw string, at int) (start, end int) {
	n := 0
	for i := 0; i < len(raw); {
		w, out := 1, 1
		switch c := raw[i]; {
		case c == '&':
			w, out = reference(raw[i:])
		case c == '\r' && i+1 < len(raw) && raw[i+1] == '\n':
			w = 2
		case c == 0:
			out = 0
		case c >= utf8.RuneSelf:
			_, w = utf8.DecodeRuneInString(raw[i:])
			out = w
		}
		if n+out > at {
			return i, i + w
		}
		n += out
		i += w
	}
	return len(raw), len(raw)
}

// reference measures the character reference that s begins with: its length
// in the source and in the text.
func reference(s string) (raw, text int) {
	i := 1
	for i < len(s) && i < 40 && (s[i] == '#' || '0' <= s[i] && s[i] <= '9' || 'a' <= s[i] && s[i] <= 'z' || 'A' <= s[i] && s[i] <= 'Z') {
		i++
	}
	if i < len(s) && s[i] == ';' {
		i++
	}
	if i == 1 {
		return 1, 1
	}
	// A reference without a semicolon may end earlier than the letters do.
	u := html.UnescapeString(s[:i])
	if u == s[:i] {
		return 1, 1
	}
	tail := 0
	for tail < len(u) && tail < i && u[len(u)-1-tail] == s[i-1-tail] && s[i-1-tail] != ';' {
		tail++
	}
	return i - tail, len(u) - tail
}

// unusedRune finds a character that s does not hold, of those for private use.
func unusedRune(s string) rune {
	for r := rune(0xE000); r < 0xF8FF; r++ {
		if !strings.ContainsRune(s, r) {
			return r
		}
	}
	return 0x10FFFD
}

// contextReader reads s until ctx is done.
type contextReader struct {
	ctx context.Context
	s   string
}

func (r *contextReader) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	if r.s == "" {
		return 0, io.EOF
	}
	n := copy(b, r.s)
	r.s = r.s[n:]
	return n, nil
}
