package extract

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// paragraph returns the words of block i as the document has them, with those
// of the lines that go on with it, the last block of these and the number of
// the one behind it.
func (w *walker) paragraph(i int, keep []bool) (words string, last *block, next int) {
	last, next = w.blocks[i], i+1
	words = tidy(last.kind, last.text)
	if next >= len(w.blocks) || !keep[next] || !runsOn(last, w.blocks[next]) {
		return words, last, next
	}
	joined := []byte(words)
	for ; next < len(w.blocks) && keep[next] && runsOn(last, w.blocks[next]); next++ {
		last = w.blocks[next]
		joined = joinLine(joined, tidy(last.kind, last.text))
	}
	return string(joined), last, next
}

// runsOn reports whether b is the next line of the paragraph that a is a line
// of, on pages made of typeset ones, where each line has its own place.
func runsOn(a, b *block) bool {
	return a.kind == Paragraph && b.kind == Paragraph && isPlaced(a.node) && isPlaced(b.node) && a.node.Parent == b.node.Parent && !endsSentence(a.text)
}

// isPlaced reports whether n's own style puts it at a place of the sheet.
func isPlaced(n *html.Node) bool {
	style := attr(n, "style")
	if len(style) > maxNames {
		style = style[:maxNames]
	}
	return strings.Contains(strings.ReplaceAll(style, " ", ""), "position:absolute")
}

// joinLine adds the next line to those of a paragraph, and makes one word of
// the one that is parted between them.
func joinLine(lines []byte, next string) []byte {
	head, parted := bytes.CutSuffix(lines, []byte("-"))
	before, _ := utf8.DecodeLastRune(head)
	after, _ := utf8.DecodeRuneInString(next)
	if parted && unicode.IsLower(before) && unicode.IsLower(after) {
		return append(head, next...)
	}
	return append(append(lines, ' '), next...)
}

// characterName is a character that is written by its name or number.
var characterName = pattern(`&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}\d{0,2});`)

// tidy returns the text of a block of kind k without what its page left in it:
// characters that were escaped twice, and marks of direction.
func tidy(k Kind, s string) string {
	if k != Preformatted && strings.IndexByte(s, '&') >= 0 && characterName().MatchString(s) {
		s = characterName().ReplaceAllStringFunc(s, html.UnescapeString)
		lines := strings.Split(s, "\n")
		for i, l := range lines {
			lines[i] = strings.Join(strings.Fields(l), " ")
		}
		s = strings.TrimSpace(strings.Join(lines, "\n"))
	}
	if strings.IndexFunc(s, isNoise) >= 0 {
		s = strings.TrimSpace(strings.Map(func(r rune) rune {
			if isNoise(r) {
				return -1
			}
			return r
		}, s))
	}
	return s
}

// isNoise reports whether r shows nothing.
func isNoise(r rune) bool { return isBidi(r) || invisible(r) }
