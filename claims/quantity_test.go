package claims

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// cases reads a file of "text => expectation | expectation" lines.
func cases(t *testing.T, path string) (texts []string, want [][]string) {
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		line := sc.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		text, exp, ok := strings.Cut(line, "=>")
		require.True(t, ok, line)
		texts = append(texts, strings.TrimSpace(text))
		var w []string
		for _, e := range strings.Split(exp, "|") {
			if e = strings.TrimSpace(e); e != "" {
				w = append(w, e)
			}
		}
		want = append(want, w)
	}
	require.NoError(t, sc.Err())
	return texts, want
}

func amountMatches(a Amount, want string) bool {
	f := strings.Fields(want)
	lo, hi, ranged := strings.Cut(f[0], "..")
	v, _ := strconv.ParseFloat(lo, 64)
	h := v
	if ranged {
		h, _ = strconv.ParseFloat(hi, 64)
	}
	same := func(got, want string) bool {
		if want == "*" {
			return true
		}
		if want == "-" {
			want = ""
		}
		return got == strings.ReplaceAll(want, "_", " ")
	}
	return math.Abs(a.Value-v) <= 1e-6*math.Max(1, math.Abs(v)) && math.Abs(a.High-h) <= 1e-6*math.Max(1, math.Abs(h)) &&
		same(a.Unit, f[1]) && same(a.Modifier, f[2]) && same(a.Of, f[3])
}

func TestAmountCases(t *testing.T) {
	texts, want := cases(t, "testdata/amounts.txt")
	right := 0
	for i, text := range texts {
		got := Amounts(text)
		ok := len(got) == len(want[i])
		for k := 0; ok && k < len(got); k++ {
			ok = amountMatches(got[k], want[i][k])
		}
		if ok {
			right++
			continue
		}
		t.Logf("%s\n  want %q\n  got  %s", text, want[i], showAmounts(text, got))
	}
	t.Logf("%d of %d", right, len(texts))
	require.GreaterOrEqual(t, float64(right), 0.99*float64(len(texts)))
}

func showAmounts(text string, as []Amount) string {
	var b strings.Builder
	for _, a := range as {
		fmt.Fprintf(&b, "[%s: %g..%g %q %q of %q] ", a.Span.Of(text), a.Value, a.High, a.Unit, a.Modifier, a.Of)
	}
	return b.String()
}

func TestWhenCases(t *testing.T) {
	texts, want := cases2(t, "testdata/whens.txt")
	right := 0
	for i, x := range texts {
		var pub time.Time
		if x.date != "-" {
			var err error
			pub, err = time.Parse("2006-01-02", x.date)
			require.NoError(t, err)
		}
		var got []string
		for _, w := range Whens(x.text, pub) {
			s := "open"
			if !w.From.IsZero() {
				s = w.From.Format("2006-01-02") + " " + w.To.Format("2006-01-02")
			}
			if w.Relative {
				s += " rel"
			}
			got = append(got, s)
		}
		if strings.Join(got, "|") == strings.Join(want[i], "|") {
			right++
			continue
		}
		t.Logf("%s %s\n  want %q\n  got  %q", x.date, x.text, want[i], got)
	}
	t.Logf("%d of %d", right, len(texts))
	require.GreaterOrEqual(t, float64(right), 0.99*float64(len(texts)))
}

type dated struct{ date, text string }

func cases2(t *testing.T, path string) (out []dated, want [][]string) {
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	for _, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		date, rest, ok := strings.Cut(line, "|")
		require.True(t, ok, line)
		text, exp, ok := strings.Cut(rest, "=>")
		require.True(t, ok, line)
		out = append(out, dated{strings.TrimSpace(date), strings.TrimSpace(text)})
		var w []string
		for _, e := range strings.Split(exp, "|") {
			if e = strings.TrimSpace(e); e != "" {
				w = append(w, e)
			}
		}
		want = append(want, w)
	}
	return out, want
}
