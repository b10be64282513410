package span

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// Unit is what offsets count.
type Unit string

// The units that offsets can be given in. Everything inside onrecord counts
// bytes; the others serve tools whose strings are indexed otherwise (Python
// and the Web Annotation model count code points, JavaScript and Java UTF-16).
const (
	Bytes Unit = "byte"
	Runes Unit = "rune"
	UTF16 Unit = "utf16"
)

// ParseUnit returns the unit named s.
func ParseUnit(s string) (Unit, error) {
	switch u := Unit(s); u {
	case Bytes, Runes, UTF16:
		return u, nil
	}
	return "", fmt.Errorf("unknown offset unit %q: use byte, rune or utf16", s)
}

// Converter turns byte offsets of one text into another unit. It is safe for
// concurrent use.
type Converter struct {
	unit Unit
	// at and out hold, for each multi-byte rune, the offset just behind it in
	// bytes and in unit; between two entries both advance in step.
	at, out []int
}

// NewConverter prepares the conversion of byte offsets in text to unit.
func NewConverter(text string, unit Unit) *Converter {
	c := &Converter{unit: unit}
	if unit == Bytes {
		return c
	}
	n := 0
	for i, r := range text {
		if r < utf8.RuneSelf {
			n++
			continue
		}
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(text[i:])
		}
		n++
		if unit == UTF16 && r > 0xFFFF {
			n++
		}
		c.at = append(c.at, i+size)
		c.out = append(c.out, n)
	}
	return c
}

// Offset converts one byte offset.
func (c *Converter) Offset(b int) int {
	k := sort.SearchInts(c.at, b+1) - 1
	if k < 0 {
		return b
	}
	return c.out[k] + b - c.at[k]
}

// Span converts both ends of s.
func (c *Converter) Span(s Span) Span {
	return Span{Start: c.Offset(s.Start), End: c.Offset(s.End)}
}
