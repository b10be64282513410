package onrecord

import (
	"bytes"
	"errors"
	"fmt"
)

// ErrNotText says that an input is neither a page nor text: a PDF document, a
// picture, compressed data.
var ErrNotText = errors.New("neither a page nor text")

// notText tells by their first bytes inputs that only look like an article
// because any bytes can be read as text. Where the caller has said that it is
// text, what is written in letters is taken to be so.
func notText(src []byte, f Format) error {
	for _, s := range [...]struct{ magic, what, remedy string }{
		{"%PDF-", "a PDF document", "take its text out first, as pdftotext does"},
		{"{\\rtf", "a rich text document", "save it as text or HTML"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", "save it as text or HTML"},
		{"PK\x03\x04", "a zip file or an office document", "unpack it, or save it as text or HTML"},
		{"\x1f\x8b\x08", "compressed with gzip", "unpack it first, or give it to onrecord batch"},
		{"\x28\xb5\x2f\xfd", "compressed with zstd", "unpack it first, or give it to onrecord batch"},
		{"\xfd7zXZ\x00", "compressed with xz", "unpack it first"},
		{"\x89PNG\r\n\x1a\n", "a picture", "give its text"},
		{"\xff\xd8\xff", "a picture", "give its text"},
		{"GIF87a", "a picture", "give its text"},
		{"GIF89a", "a picture", "give its text"},
		{"PAR1", "a Parquet file", "give it to onrecord batch"},
	} {
		if bytes.HasPrefix(src, []byte(s.magic)) {
			return fmt.Errorf("%w, but %s: %s", ErrNotText, s.what, s.remedy)
		}
	}
	if f == Auto {
		head := bytes.TrimLeft(src[:min(len(src), 256)], "\ufeff \t\r\n")
		switch {
		case isJSON(head):
			return fmt.Errorf("%w, but JSON: give it to onrecord batch, which reads the articles in JSON Lines, or take the article out of it", ErrNotText)
		case bytes.HasPrefix(head, []byte("WARC/")):
			return fmt.Errorf("%w, but a web archive: give it to onrecord batch", ErrNotText)
		}
	}
	// NUL is left out of the count: UTF-16 has one in every letter of English.
	// So is escape, which switches the alphabets of ISO 2022.
	if bytes.HasPrefix(src, []byte{0xff, 0xfe}) || bytes.HasPrefix(src, []byte{0xfe, 0xff}) {
		return nil
	}
	head, control := src[:min(len(src), 4096)], 0
	for _, b := range head {
		if b < ' ' && b != 0 && b != 0x1b && (b < '\t' || b > '\r') {
			control++
		}
	}
	if control > 16 && control*25 > len(head) {
		return fmt.Errorf("%w: %d of its first %d bytes are control characters; give the article's text or page", ErrNotText, control, len(head))
	}
	return nil
}

// isJSON reports whether head opens an object of JSON, or a list of these, as
// no prose does: with a key in marks, whatever white space is between.
func isJSON(head []byte) bool {
	rest, list := bytes.CutPrefix(head, []byte("["))
	if list {
		rest = bytes.TrimLeft(rest, " \t\r\n")
	}
	rest, object := bytes.CutPrefix(rest, []byte("{"))
	return object && bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte(`"`))
}
