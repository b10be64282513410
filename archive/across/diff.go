package across

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Change is one difference in words between a quotation's standard wording
// and a variant: From stands in the former, To in the latter; one of them may
// be empty.
type Change struct {
	At   int    `json:"at"` // index of the word of the standard wording where it begins
	From string `json:"from"`
	To   string `json:"to"`
	// Kind is "number", "negation", "name", "cut" (words left out at an end
	// or marked as left out), or "words".
	Kind string `json:"kind"`
}

// token is a word as it is written, and as it is compared.
type token struct{ text, norm string }

// normalizer makes apostrophes alike and drops the marks within a word.
var normalizer = strings.NewReplacer("\u2019", "'", "\u201c", "", "\u201d", "", "\"", "", ",", "")

// tokens splits a text at white space; tokens without letters or digits are
// left out, marks around words do not count when they are compared.
func tokens(s string) []token {
	f := strings.Fields(s)
	out := make([]token, 0, len(f))
	for _, w := range f {
		t := strings.TrimFunc(w, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%' && r != '$' && r != '\u20ac' && r != '\u00a3'
		})
		if t == "" {
			continue
		}
		out = append(out, token{t, normalizer.Replace(strings.ToLower(t))})
	}
	return out
}

// maxDiff bounds how many words of each side are compared one by one.
const maxDiff = 1000

// diff lists the differences between two wordings in words: those outside a
// longest common subsequence.
func diff(from, to string) []Change {
	a, b := tokens(from), tokens(to)
	a, b = a[:min(len(a), maxDiff)], b[:min(len(b), maxDiff)]
	// long[i][j] is the length for a[i:] and b[j:].
	long := make([]int32, (len(a)+1)*(len(b)+1))
	w := len(b) + 1
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].norm == b[j].norm {
				long[i*w+j] = long[(i+1)*w+j+1] + 1
			} else {
				long[i*w+j] = max(long[(i+1)*w+j], long[i*w+j+1])
			}
		}
	}
	var out []Change
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		if i < len(a) && j < len(b) && a[i].norm == b[j].norm {
			i, j = i+1, j+1
			continue
		}
		i0, j0 := i, j
		for i < len(a) || j < len(b) {
			if i < len(a) && j < len(b) && a[i].norm == b[j].norm {
				break
			}
			if j == len(b) || i < len(a) && long[(i+1)*w+j] >= long[i*w+j+1] {
				i++
			} else {
				j++
			}
		}
		c := Change{At: i0, From: text(a[i0:i]), To: text(b[j0:j])}
		c.Kind = changeKind(a[i0:i], b[j0:j], i0 == 0 || i == len(a), to)
		out = append(out, c)
	}
	return out
}

func text(t []token) string {
	s := make([]string, len(t))
	for i := range t {
		s[i] = t[i].text
	}
	return strings.Join(s, " ")
}

var negations = set(`not no never none nobody nothing neither nor without cannot hardly`)

func changeKind(from, to []token, end bool, variant string) string {
	any := func(f func(token) bool) bool {
		for _, t := range from {
			if f(t) {
				return true
			}
		}
		for _, t := range to {
			if f(t) {
				return true
			}
		}
		return false
	}
	if len(to) == 0 && (end || strings.Contains(variant, "...") || strings.Contains(variant, "\u2026")) {
		return "cut"
	}
	if len(from) == 0 && end {
		return "cut" // of the standard wording
	}
	switch {
	case any(func(t token) bool { return negations[t.norm] || strings.HasSuffix(t.norm, "n't") }):
		return "negation"
	case any(func(t token) bool { return strings.ContainsAny(t.norm, "0123456789") || numberWords[t.norm] }):
		return "number"
	case any(isName):
		return "name"
	}
	return "words"
}

var numberWords = set(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half third quarter double triple dozen`)

func isName(t token) bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return unicode.IsUpper(r) && t.text != "I" && !strings.HasPrefix(t.text, "I'") && !strings.HasPrefix(t.text, "I\u2019")
}
