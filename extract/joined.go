package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// paragraph returns the words of block i as the document has them, with those
// of the lines that go on with it, the last block of these and the number of
// the one behind it.
func (w *walker) paragraph(i int, keep []bool) (words string, last *block, next int) {
	last = w.blocks[i]
	words = tidy(last.kind, last.text)
	for next = i + 1; next < len(w.blocks) && keep[next] && runsOn(last, w.blocks[next]); next++ {
		last = w.blocks[next]
		words = joinLines(words, tidy(last.kind, last.text))
	}
	return words, last, next
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

// joinLines joins two lines of one paragraph, and the word that is parted
// between them.
func joinLines(a, b string) string {
	head, parted := strings.CutSuffix(a, "-")
	before, _ := utf8.DecodeLastRuneInString(head)
	after, _ := utf8.DecodeRuneInString(b)
	if parted && unicode.IsLower(before) && unicode.IsLower(after) {
		return head + b
	}
	return a + " " + b
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
