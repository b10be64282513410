package extract

import (
	"bytes"
)

// sniffBytes is how much of the input IsHTML looks at.
const sniffBytes = 4 << 10

var (
	opening  = pattern(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?s:.*?)-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|link|base|script|style|article|main|section|div|header|nav|p|h1|table|span|ul|blockquote|figure|center|font|b|a|br|img)(?:\s|/?>|$)`)
	anyTag   = pattern(`(?i)</?(?:html|head|body|title|meta|link|script|style|article|main|section|div|header|footer|nav|p|h[1-6]|table|tr|td|span|ul|ol|li|blockquote|figure|a|br|img|em|strong)(?:\s[^<>]*)?/?>`)
	document = pattern(`(?i)<(?:!doctype\s+html|html|head|body)(?:\s[^<>]*)?>`)
)

// IsHTML reports whether src looks like a page rather than plain text: it
// begins with a tag, or has a document's tags or many others in its first
// kilobytes. Text that merely mentions a tag is no page.
func IsHTML(src []byte) bool {
	src = src[:min(len(src), sniffBytes)]
	if _, ok := looksUTF16(src); ok || bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		src = bytes.ReplaceAll(src, []byte{0}, nil)
		src = bytes.TrimLeft(src, "\xff\xfe")
	}
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if opening().Match(src) {
		return true
	}
	tags := anyTag().FindAllIndex(src, 20)
	if len(tags) >= 2 && document().Match(src) {
		return true
	}
	// A fragment: text with a tag every few words.
	return len(tags) >= 6 && len(tags)*400 > len(src)
}
