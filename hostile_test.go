package onrecord_test

import (
	"context"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/stretchr/testify/require"
)

// hostile makes inputs that no newsroom writes. The sizes of those that are
// read whole are divided by small, to keep the tests short.
func hostile(small int) map[string]func() string {
	sentence := "“We said it,” said Ada Brook, the mayor of Elding, who had told the council that 41 of 50 ships were late in 2019. "
	return map[string]func() string{
		"nested tags":     func() string { return "<html><body>" + strings.Repeat("<div>", 100_000) + sentence },
		"nested inline":   func() string { return "<p>" + strings.Repeat("<b><i>", 50_000) + sentence },
		"nested quotes":   func() string { return "<p>" + strings.Repeat("<blockquote><p>“a", 20_000/small) + sentence },
		"long text node":  func() string { return "<p>" + strings.Repeat(sentence, 20<<20/len(sentence)) },
		"long text":       func() string { return strings.Repeat(sentence, 5<<20/len(sentence)) },
		"paragraphs":      func() string { return "<body>" + strings.Repeat("<p>"+sentence, 60_000/small) },
		"text paragraphs": func() string { return strings.Repeat("He said so.\n\n", 60_000/small) },
		"invalid UTF-8":   func() string { return "<p>" + strings.Repeat(sentence+"\xff\xfe\x80", 1000/small) },
		"NULs":            func() string { return strings.Repeat("a\x00b“\x00 said ", 20_000/small) },
		"unclosed":        func() string { return strings.Repeat("<a href='<p class=\"<!-- <table><script>", 5000) + sentence },
		"tables":          func() string { return "<body>" + strings.Repeat("<table><tr><td>"+sentence, 20_000/small) },
		"marks":           func() string { return strings.Repeat("“", 100_000/small) + strings.Repeat("\"", 100_000/small) },
		"mixed marks":     func() string { return strings.Repeat("“a‘b\"c' ", 50_000/small) },
		"pairs of marks":  func() string { return strings.Repeat("“a” said b. ", 50_000/small) },
		"word":            func() string { return strings.Repeat("x", 5<<20) },
		"capitals":        func() string { return strings.Repeat("Ada Brook ", 100_000/small) },
		"numbers":         func() string { return strings.Repeat("1,000.5 million 2019-", 40_000/small) },
		"names":           func() string { return names(20_000 / small) },
		"colons":          func() string { return strings.Repeat("A: b\n", 60_000/small) },
		"commas":          func() string { return strings.Repeat("a, ", 200_000/small) + "he said." },
		"pronouns":        func() string { return "Ann Lee met Bob Ray.\n\n" + strings.Repeat("He said it rained. ", 20_000/small) },
		"who was asked": func() string {
			return "Ann Lee met Bob Ray.\n\n" + strings.Repeat("Asked about Ann Lee, he said it rained. ", 20_000/small)
		},
		"empty":            func() string { return "" },
		"only white space": func() string { return strings.Repeat(" \n", 100_000) },
		"noise":            func() string { return noise(200 << 10) },
		"entities":         func() string { return "<p>" + strings.Repeat("&ldquo;&amp;&#0;&#x110000;&nosuch;", 20_000) },
	}
}

func noise(n int) string {
	rnd := rand.New(rand.NewPCG(7, 7))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(rnd.Uint32())
	}
	return string(b)
}

// names is a text in which everybody is somebody else.
func names(n int) string {
	rnd := rand.New(rand.NewPCG(9, 9))
	name := func() string {
		b := []byte{byte('A' + rnd.IntN(26))}
		for range 3 + rnd.IntN(5) {
			b = append(b, byte('a'+rnd.IntN(26)))
		}
		return string(b)
	}
	var b strings.Builder
	for range n {
		b.WriteString("Mr " + name() + " " + name() + " said he knew. ")
	}
	return b.String()
}

// TestHostileInput expects a record in which everything holds, or an error
// that names the input, in good time.
func TestHostileInput(t *testing.T) {
	if testing.Short() {
		t.Skip("long inputs")
	}
	an, err := onrecord.New()
	require.NoError(t, err)
	small := 20
	if os.Getenv("ONRECORD_HOSTILE") != "" {
		small = 1
	}
	for name, make := range hostile(small) {
		t.Run(name, func(t *testing.T) {
			src := make()
			ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
			defer cancel()
			start := time.Now()
			r, err := an.Analyze(ctx, "hostile/"+name, []byte(src))
			took := time.Since(start)
			t.Logf("%d bytes: %.2f s, %v", len(src), took.Seconds(), err)
			require.NoError(t, ctx.Err())
			if err != nil {
				require.Contains(t, err.Error(), "hostile/"+name)
				return
			}
			require.NoError(t, r.Check())
		})
	}
}
