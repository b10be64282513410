package quotes

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/span"
)

func paragraphs(t string) []span.Span {
	var out []span.Span
	at := 0
	for _, p := range strings.SplitAfter(t, "\n\n") {
		out = append(out, span.Span{Start: at, End: at + len(strings.TrimRight(p, "\n"))})
		at += len(p)
	}
	return out
}

func TestFindQuoted(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // marks included; a leading > per depth, + where it continues, ~ where unclosed
	}{
		{"curly", `He said, “We won.” Then he left.`, []string{`“We won.”`}},
		{"straight", `"We won," he said. "We did."`, []string{`"We won,"`, `"We did."`}},
		{"penn", "``We won,'' he said, ''and how.''", []string{"``We won,''", "''and how.''"}},
		{"nested", `“She told us ‘never again’ twice,” he said.`, []string{`“She told us ‘never again’ twice,”`, `>‘never again’`}},
		{"nested straight", `"She told us 'never again' twice," he said.`, []string{`"She told us 'never again' twice,"`, `>'never again'`}},
		{"apostrophes", `The dogs' owners don't like rock 'n' roll or the '90s, it's said.`, nil},
		{"curly apostrophes", `The dogs’ owners don’t like the ’90s.`, nil},
		{"single possessive inside", `The ‘players’ union’ objected.`, []string{`‘players’ union’`}},
		{"headline", `Mayor: 'No new taxes' next year`, []string{`'No new taxes'`}},
		{"reopens", "“We won.\n\n“And we will win again,” she said.", []string{"~“We won.", "+“And we will win again,”"}},
		{"goes on unmarked", "He said, \"We won.\n\nWe will win again.\" Then he left.", []string{`~"We won.`, `+We will win again."`}},
		{"ends with a block", "\"We won, he said.\n\nThe crowd sang \"Home\" and left.", []string{`~"We won, he said.`, `"Home"`}},
		{"unclosed", "“We won, she said.\n\nThe crowd left.", []string{"~“We won, she said."}},
		{"inches", `A 6" nail and a 7" nail.`, nil},
		{"mixed marks", `“We won," he said.`, []string{`“We won,"`}},
		{"wrong way round", `He said “We won.“ Then he left.`, []string{`“We won.“`}},
		{"guillemets", `« Nous avons », dit-il.`, []string{`« Nous avons »`}},
		{"dash", `He shouted—"no!"—and left.`, []string{`"no!"`}},
		{"two in a row", `He called it "good" and "bad".`, []string{`"good"`, `"bad"`}},
		{"second opens", `"We won, he said. "We did."`, []string{`~"We won, he said.`, `"We did."`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, q := range findQuoted(nil, c.text, paragraphs(c.text)) {
				s := q.Of(c.text)
				if q.continues {
					s = "+" + s
				}
				if !q.closed {
					s = "~" + s
				}
				got = append(got, strings.Repeat(">", q.depth)+s)
			}
			require.Equal(t, c.want, got)
		})
	}
}

func FuzzFindQuoted(f *testing.F) {
	f.Add("“a ‘b’ c” \"d\n\n\"e'' f'")
	f.Fuzz(func(t *testing.T, s string) {
		at := -1
		for _, q := range findQuoted(nil, s, paragraphs(s)) {
			require.True(t, q.Valid(len(s)) && q.inner.Valid(len(s)) && q.Contains(q.inner))
			require.Greater(t, q.Start, at)
			at = q.Start
		}
	})
}
