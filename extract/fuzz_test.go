package extract

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

func seeds(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.*")
	for _, name := range files {
		if b, err := os.ReadFile(name); err == nil && filepath.Ext(name) != ".golden" {
			f.Add(b)
		}
	}
	f.Add([]byte("<p>a&ampb&notit;&#0;\r\n<pre>\r\n\r\nx</pre><table>y<tr>z<svg><title>&lt;</title>"))
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00a\x00"))
	f.Add([]byte("\ue0000\ue000<p>\ue0011\ue001"))
	f.Add([]byte(`<script type="application/ld+json">{"@graph":[{"@type":"Article","author":[{"name":"A B"`))
}

func FuzzHTML(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 100_000 {
			return
		}
		d, err := HTML(context.Background(), src)
		require.NoError(t, err)
		checkDocument(t, d, string(src))
		again, err := HTML(context.Background(), src)
		require.NoError(t, err)
		require.True(t, reflect.DeepEqual(d, again), "not the same twice")
		checkSources(t, src)
	})
}

func FuzzText(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 100_000 {
			return
		}
		d, err := Text(context.Background(), src)
		require.NoError(t, err)
		checkDocument(t, d, string(src))
		// Every word belongs to a block.
		rest := d.Text
		for i := len(d.Blocks) - 1; i >= 0; i-- {
			rest = rest[:d.Blocks[i].Start] + rest[d.Blocks[i].End:]
		}
		require.Empty(t, strings.TrimSpace(rest))
	})
}

// checkSources asserts that every mapped text is what its source unescapes to,
// and that marking the texts changes nothing else of the tree.
func checkSources(t testing.TB, src []byte) {
	c := newConfig(nil)
	text, _ := decode(src, "", true)
	p, err := parse(context.Background(), text, &c)
	require.NoError(t, err)
	for n, ps := range p.pieces {
		for i, x := range ps {
			end := len(n.Data)
			if i+1 < len(ps) {
				end = ps[i+1].at
			}
			require.True(t, x.src.Valid(len(text)))
			require.True(t, strings.HasPrefix(n.Data[x.at:end], unescape(x.src.Of(text))))
		}
	}
	plain, err := html.Parse(strings.NewReader(text))
	if err == nil {
		require.Equal(t, outline(plain), outline(p.root))
	}
}

// outline writes a tree's elements and texts.
func outline(n *html.Node) string {
	var b strings.Builder
	for x := range n.Descendants() {
		switch x.Type {
		case html.ElementNode:
			b.WriteString("<" + x.Data + ">")
		case html.TextNode:
			b.WriteString(x.Data)
		}
	}
	return b.String()
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2024-11-14T07:30:00Z", "Nov. 14, 2024 7:30 p.m. EST", "14 November 2024", "1700000000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := parseDate(s); ok {
			require.NotEmpty(t, d.String())
		}
	})
}

func FuzzReadJSON(f *testing.F) {
	f.Add(`{"a":[1,"\u00e9\ud83d\ude00",{"b":null}],}`)
	f.Fuzz(func(t *testing.T, s string) { readJSON(s) })
}
