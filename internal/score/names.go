package score

import (
	"slices"
	"strings"
)

// titles do not count in the comparison of names.
var titles = strings.Fields("mr mrs ms dr sen rep gov president vice prof sir dame lord lady prince the a an rev gen lt col sgt capt judge justice chief secretary mayor senator representative governor")

// nameWords is a name as it is compared: lower case, without titles,
// articles, marks and a possessive ending.
func nameWords(s string) []string {
	var all, kept []string
	for _, t := range tokens(s) {
		w := t.form
		if strings.HasSuffix(w, "'s") {
			w = strings.TrimRight(w, "'s")
		}
		w = strings.Trim(w, ".'")
		all = append(all, w)
		if !slices.Contains(titles, w) {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return all
	}
	return kept
}

func lastWord(w []string) string {
	if len(w) == 0 {
		return ""
	}
	return w[len(w)-1]
}

// halfShared reports whether b's words have half of theirs in a, and one at least.
func halfShared(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	slices.Sort(y)
	y = slices.Compact(y)
	n := 0
	for _, w := range y {
		if slices.Contains(x, w) {
			n++
		}
	}
	return n > 0 && float64(n) >= 0.5*float64(len(y))
}
