package span_test

import (
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/onrecord/onrecord/span"
)

// TestConverterSpan counts anew, for every two places in texts of one to four
// bytes a character, broken bytes among them, and compares.
func TestConverterSpan(t *testing.T) {
	count := map[span.Unit]func(string) int{
		span.Bytes: func(s string) int { return len(s) },
		span.Runes: utf8.RuneCountInString,
		span.UTF16: func(s string) int { return len(utf16.Encode([]rune(s))) },
	}
	for _, text := range []string{"", "plain", "Zoë paid €5 for a 🚢 and 🛟🛟.", "\u2028a\u0301 日本", "cut \xe2\x82 and \xff\xfe end", "\ufffd is no error", "é"} {
		places := []int{len(text)}
		for i := range text {
			places = append(places, i)
		}
		for unit, n := range count {
			c := span.NewConverter(text, unit)
			for _, start := range places {
				for _, end := range places {
					require.Equal(t, span.Span{Start: n(text[:start]), End: n(text[:end])}, c.Span(span.Span{Start: start, End: end}),
						"%q, bytes %d to %d in %s", text, start, end, unit)
				}
			}
		}
	}
}
