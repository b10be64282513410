// Package span holds the one value that every layer of onrecord shares: a
// half-open range of bytes in a text, and its conversion to other units.
//
// A Span never carries text. Whoever holds the text gets the words with
// [Span.Of], so that what is shown is always exactly what stands there.
package span

// Span is the half-open range [Start, End) of UTF-8 byte offsets in a text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Of returns the slice of text that s covers. It returns "" for a span that
// does not lie within text.
func (s Span) Of(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// Len is the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies wholly within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Union is the smallest span that covers both s and o.
func (s Span) Union(o Span) Span {
	return Span{Start: min(s.Start, o.Start), End: max(s.End, o.End)}
}

// Valid reports whether s lies within a text of n bytes and is not inverted.
func (s Span) Valid(n int) bool { return 0 <= s.Start && s.Start <= s.End && s.End <= n }

// Overlap is the number of bytes that s and o share.
func (s Span) Overlap(o Span) int { return max(0, min(s.End, o.End)-max(s.Start, o.Start)) }
