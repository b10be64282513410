package extract

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// decode turns src into valid UTF-8 and names the encoding it was read in.
//
// The order is the one of the HTML standard (byte order mark, HTTP header,
// the page's own declaration, a guess), with one exception that real pages
// need: what is valid UTF-8 is read as such whatever it is declared to be, and
// a page that is not valid throughout but mostly loses only the broken bytes.
func decode(src []byte, contentType string, isHTML bool) (text, name string) {
	switch {
	case bytes.HasPrefix(src, []byte("\xef\xbb\xbf")):
		return repairUTF8(src[3:]), "utf-8"
	case bytes.HasPrefix(src, []byte("\xff\xfe")):
		return decodeUTF16(src[2:], false), "utf-16le"
	case bytes.HasPrefix(src, []byte("\xfe\xff")):
		return decodeUTF16(src[2:], true), "utf-16be"
	}
	if big, ok := looksUTF16(src); ok {
		if big {
			return decodeUTF16(src, true), "utf-16be"
		}
		return decodeUTF16(src, false), "utf-16le"
	}
	enc, label := lookup(charsetOf(contentType))
	head := src[:min(len(src), prescanBytes)]
	if enc == nil && isHTML {
		enc, label = lookup(declaredCharset(head))
	}
	if label == "iso-2022-jp" {
		return decodeWith(enc, src), label // seven bits: would pass as UTF-8
	}
	good, bad := countUTF8(src)
	switch {
	case bad == 0:
		if good > 0 && good < 4 && enc != nil && !singleByte(label) && label != "utf-8" {
			return decodeWith(enc, src), label // too short to tell from a double-byte encoding
		}
		return string(src), "utf-8"
	case label == "utf-8":
		// A page that declares UTF-8 and holds none was mislabelled.
		if bad < 3 || bad < 4*good {
			return repairUTF8(src), "utf-8"
		}
		enc = nil
	case enc != nil:
		// A few broken bytes in much UTF-8 are no reason to believe the label.
		if good > 20*bad {
			return repairUTF8(src), "utf-8"
		}
		return decodeWith(enc, src), label
	case good > bad:
		return repairUTF8(src), "utf-8"
	}
	enc, label = guess(src, head, isHTML)
	return decodeWith(enc, src), label
}

// prescanBytes is how much of a page is searched for the declaration of its
// encoding. The standard says 1024; real pages put scripts before it.
const prescanBytes = 16 << 10

var (
	metaCharset = pattern(`(?i)<meta[^>]{0,500}?charset\s*=\s*["']?\s*([a-z0-9_:.\-]+)`)
	xmlEncoding = pattern(`(?i)^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_:.\-]+)`)
	htmlLang    = pattern(`(?i)<html[^>]{0,500}?\blang\s*=\s*["']?([a-z]{2,3})(?:[-_]([a-z]{2,4}))?`)
)

func declaredCharset(head []byte) string {
	if m := metaCharset().FindSubmatch(head); m != nil {
		// The bytes of the declaration could be read, so it is no UTF-16.
		if l := strings.ToLower(string(m[1])); !strings.HasPrefix(l, "utf-16") {
			return l
		}
		return "utf-8"
	}
	if m := xmlEncoding().FindSubmatch(head); m != nil {
		return string(m[1])
	}
	return ""
}

func charsetOf(contentType string) string {
	if contentType == "" {
		return ""
	}
	if _, p, err := mime.ParseMediaType(contentType); err == nil {
		return p["charset"]
	}
	if i := strings.Index(strings.ToLower(contentType), "charset="); i >= 0 {
		return strings.Trim(contentType[i+len("charset="):], ` "';`)
	}
	return ""
}

func lookup(label string) (encoding.Encoding, string) {
	if label == "" {
		return nil, ""
	}
	e, err := htmlindex.Get(label)
	if err != nil {
		return nil, ""
	}
	name, err := htmlindex.Name(e)
	if err != nil || name == "replacement" {
		return nil, ""
	}
	return e, name
}

func singleByte(name string) bool {
	for _, p := range []string{"windows-", "iso-8859-", "koi8-", "macintosh", "x-mac", "ibm866"} {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

// byLanguage is the encoding that pages of a language are in where they
// declare none (the HTML standard's table of locales).
var byLanguage = map[string]string{
	"ar": "windows-1256", "bg": "windows-1251", "cs": "windows-1250", "el": "iso-8859-7", "et": "windows-1257", "fa": "windows-1256",
	"he": "windows-1255", "hr": "windows-1250", "hu": "iso-8859-2", "ko": "euc-kr", "lt": "windows-1257", "lv": "windows-1257",
	"mk": "windows-1251", "pl": "iso-8859-2", "ru": "windows-1251", "sk": "windows-1250", "sl": "iso-8859-2", "sr": "windows-1251",
	"ja": "shift_jis", "zh": "gb18030", "zh-tw": "big5", "th": "windows-874", "tr": "windows-1254", "uk": "windows-1251", "vi": "windows-1258",
}

// guess finds the encoding of bytes that are not UTF-8 and do not say what
// they are: by their frequencies, else by the page's language, else
// windows-1252, which holds most of the rest.
func guess(src, head []byte, isHTML bool) (encoding.Encoding, string) {
	sample := highBytes(src)
	if r, ok := detect(sample); ok && r.Confidence >= 30 {
		if e, name := lookup(chardetLabel(r.Charset)); e != nil && name != "utf-8" && !strings.HasPrefix(name, "utf-16") {
			if !singleByte(name) || r.Confidence >= 50 {
				return e, name
			}
		}
	}
	if isHTML {
		if m := htmlLang().FindSubmatch(head); m != nil {
			lang := strings.ToLower(string(m[1]))
			if r := strings.ToLower(string(m[2])); lang == "zh" && (r == "tw" || r == "hk" || r == "hant" || r == "mo") {
				lang = "zh-tw"
			}
			if e, name := lookup(byLanguage[lang]); e != nil {
				return e, name
			}
		}
	}
	return lookup("windows-1252")
}

// detect names the likeliest encoding of sample. The detector asks its
// recognisers at the same time and leaves ties to who answers first; here the
// commonest encoding of the west wins them, then the first by name.
func detect(sample []byte) (best chardet.Result, ok bool) {
	all, err := chardet.NewTextDetector().DetectAll(sample)
	if err != nil {
		return best, false
	}
	before := func(a, b chardet.Result) bool {
		if a.Confidence != b.Confidence {
			return a.Confidence > b.Confidence
		}
		if w := a.Charset == "ISO-8859-1"; w != (b.Charset == "ISO-8859-1") {
			return w
		}
		return a.Charset < b.Charset || a.Charset == b.Charset && a.Language < b.Language
	}
	for _, r := range all {
		if !ok || before(r, best) {
			best, ok = r, true
		}
	}
	return best, ok
}

func chardetLabel(s string) string {
	switch s {
	case "ISO-8859-1":
		return "windows-1252"
	case "GB-18030":
		return "gb18030"
	}
	return s
}

// highBytes gathers the words of src that have bytes beyond ASCII, up to a few
// kilobytes: what tells encodings apart.
func highBytes(src []byte) []byte {
	const enough = 8 << 10
	var out []byte
	for i := 0; i < len(src) && len(out) < enough; i++ {
		if src[i] < utf8.RuneSelf {
			continue
		}
		from := i
		for from > 0 && isWordByte(src[from-1]) && i-from < 40 {
			from--
		}
		// The second byte of a double-byte character may be any.
		to := i
		for to < len(src) && (isWordByte(src[to]) || src[to-1] >= utf8.RuneSelf && src[to] >= 0x40) && to-from < 2000 {
			to++
		}
		out = append(out, src[from:to]...)
		out = append(out, ' ')
		i = to
	}
	return out
}

func isWordByte(b byte) bool {
	return b >= utf8.RuneSelf || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || b == ' ' || b == '\''
}

func decodeWith(e encoding.Encoding, src []byte) string {
	if e == nil {
		return repairUTF8(src)
	}
	b, err := e.NewDecoder().Bytes(src)
	if err != nil {
		// The decoders replace what is invalid; an error is one of their state
		// at the very end. What was read stands.
		return repairUTF8(b)
	}
	return repairUTF8(b)
}

// countUTF8 counts the well-formed multi-byte sequences and the bytes that
// belong to none.
func countUTF8(b []byte) (good, bad int) {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good, bad
}

// punctuation1252 maps the bytes that windows-1252 has its quotation marks,
// dashes and ellipsis at. They turn up alone in pages of UTF-8 where text was
// pasted, are never valid there, and mean nothing else.
var punctuation1252 = map[byte]string{0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x96: "–", 0x97: "—"}

// repairUTF8 returns b with each invalid byte replaced: by the punctuation
// mark that it stands for in windows-1252, else by U+FFFD.
func repairUTF8(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	var s strings.Builder
	s.Grow(len(b) + 64)
	from := 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			s.Write(b[from:i])
			if p, ok := punctuation1252[b[i]]; ok {
				s.WriteString(p)
			} else {
				s.WriteRune(utf8.RuneError)
			}
			from = i + 1
		}
		i += n
	}
	s.Write(b[from:])
	return s.String()
}

// looksUTF16 recognises UTF-16 without a byte order mark by its zero bytes.
func looksUTF16(b []byte) (big, ok bool) {
	b = b[:min(len(b), 512)]
	if len(b) < 8 {
		return false, false
	}
	var even, odd int
	for i, c := range b {
		if c == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	half := len(b) / 2
	switch {
	case even > half*7/10 && odd < half/20+1:
		return true, true
	case odd > half*7/10 && even < half/20+1:
		return false, true
	}
	return false, false
}

func decodeUTF16(b []byte, big bool) string {
	var s strings.Builder
	s.Grow(len(b))
	unit := func(i int) rune {
		if big {
			return rune(b[i])<<8 | rune(b[i+1])
		}
		return rune(b[i+1])<<8 | rune(b[i])
	}
	for i := 0; i+1 < len(b); i += 2 {
		r := unit(i)
		if 0xD800 <= r && r < 0xDC00 && i+3 < len(b) {
			if lo := unit(i + 2); 0xDC00 <= lo && lo < 0xE000 {
				r = (r-0xD800)<<10 | (lo - 0xDC00) + 0x10000
				i += 2
			}
		}
		s.WriteRune(r) // a lone surrogate becomes U+FFFD
	}
	if len(b)%2 == 1 {
		s.WriteRune(utf8.RuneError)
	}
	return s.String()
}
