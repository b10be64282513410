package extract

import (
	"math"
	"unicode"
)

func log1(n int) float64 {
	if n < 64 {
		return logs[n]
	}
	return math.Log1p(float64(n))
}

var logs = func() (t [64]float64) {
	for i := range t {
		t[i] = math.Log1p(float64(i))
	}
	return t
}()

// countWords counts the words of s; of a run of letters without case and
// without blanks (Chinese, Japanese, Thai), two letters count as one.
func countWords(s string) int {
	n, dense := 0, 0
	in := false
	for _, r := range s {
		if r < 0x80 {
			w := isWord(r)
			if w && !in {
				n++
			}
			in = w
			continue
		}
		if r >= 0x3040 && r <= 0x9FFF || r >= 0x0E00 && r <= 0x0E7F || r >= 0x20000 {
			dense++
			in = false
			continue
		}
		w := isWord(r)
		if w && !in {
			n++
		}
		in = w
	}
	return n + (dense+1)/2
}

// looks is what one pass over a text finds.
type looks struct {
	letters, upper, titled, digits, commas, quotes, bars, sentences, ascii int
	ends, startsLower, startsMark                                          bool
}

func look(s string) (t looks) {
	start := true
	var prev rune
	for i, r := range s {
		switch {
		case r < 0x80:
			t.ascii++
			switch {
			case 'a' <= r && r <= 'z':
				t.letters++
				if i == 0 {
					t.startsLower = true
				}
				start = false
			case 'A' <= r && r <= 'Z':
				t.letters++
				t.upper++
				if start {
					t.titled++
				}
				start = false
			case '0' <= r && r <= '9':
				t.digits++
				start = false
			case r == ',' || r == ';':
				t.commas++
			case r == '"':
				t.quotes++
			case r == '|' || r == '>' || r == '\\':
				t.bars++
			case r == ' ' || r == '\n':
				start = true
				if prev == '.' || prev == '!' || prev == '?' {
					t.sentences++
				}
			}
			if i == 0 && !isWord(r) && r != '"' && r != '\'' {
				t.startsMark = true
			}
		case r == '“' || r == '”' || r == '«' || r == '»' || r == '„':
			t.quotes++
		case r == '•' || r == '·' || r == '›' || r == '→' || r == '▸':
			t.bars++
			if i == 0 {
				t.startsMark = true
			}
		case r == '。' || r == '！' || r == '？':
			t.sentences++
		case r == '，' || r == '、':
			t.commas++
		case unicode.IsLetter(r):
			t.letters++
			if unicode.IsUpper(r) {
				t.upper++
				if start {
					t.titled++
				}
			} else if i == 0 && unicode.IsLower(r) {
				t.startsLower = true
			}
			start = false
		}
		if r != '”' && r != '"' && r != '’' && r != '\'' && r != ')' {
			prev = r
		}
	}
	switch prev {
	case '.', '!', '?', '。', '！', '？', '…':
		t.ends = true
		t.sentences++
	}
	return t
}
