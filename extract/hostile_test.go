package extract

import (
	"bytes"
	"context"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/span"
)

// hostile are inputs made to hang, crash or exhaust a reader of pages.
func hostile() map[string]string {
	noise := make([]byte, 200_000)
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range noise {
		noise[i] = byte(rng.Uint32())
	}
	para := "<p>The council said on Monday that the bridge would stay closed until the end of March.</p>\n"
	return map[string]string{
		"empty":              "",
		"blank":              " \n\t ",
		"nested div":         strings.Repeat("<div>", 100_000) + "The council said so.",
		"nested b":           strings.Repeat("<b>", 100_000) + "The council said so.",
		"nested blockquote":  strings.Repeat("<blockquote>", 100_000) + "The council said so.",
		"nested span closed": strings.Repeat("<span>", 50_000) + "The council said so." + strings.Repeat("</span>", 50_000),
		"nested table":       strings.Repeat("<table><tr><td>", 20_000) + "The council said so.",
		"tables":             strings.Repeat("<table><tr><td>one</td><td>two</td></tr></table>", 20_000),
		"text node":          "<p>" + strings.Repeat("The council said so. ", 1_000_000) + "</p>",
		"paragraphs":         "<html><body><article>" + strings.Repeat(para, 60_000) + "</article></body></html>",
		"links":              "<html><body>" + strings.Repeat(`<div><a href="/a">Bridge closed</a></div>`, 40_000),
		"breaks":             "<body>" + strings.Repeat("x<br><br>", 100_000),
		"invalid UTF-8":      "<meta charset=utf-8><p>" + strings.Repeat("caf\xe9 \xff\xfe\x80 said so. ", 50_000),
		"NULs":               "<p>" + strings.Repeat("The council\x00 said\x00\x00 so. ", 20_000),
		"unclosed":           strings.Repeat(`<div class="a<p><a href='b><table><td><ul><li><b><i>said so `, 5_000),
		"misnested":          strings.Repeat("<a><p><b><i>so</a></p><u></b></i>", 10_000),
		"noise":              string(noise),
		"noise page":         "<html><body><p>" + string(noise),
		"quotation marks":    "<p>" + strings.Repeat("\u201c", 100_000) + strings.Repeat("\"", 100_000),
		"word":               "<p>" + strings.Repeat("a", 5_000_000),
		"class":              `<div class="` + strings.Repeat("share ", 1_000_000) + `"><p>The council said so.</p></div>`,
		"attributes":         "<div " + strings.Repeat("a=b ", 200_000) + "><p>The council said so.</p></div>",
		"many attributes": "<div " + func() string {
			var b strings.Builder
			for i := range 50_000 {
				b.WriteString("a")
				b.WriteString(strings.Repeat("b", i%50))
				b.WriteByte(' ')
			}
			return b.String()
		}() + ">so</div>",
		"JSON-LD":            `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 500_000) + "</script><p>so</p>",
		"JSON-LD list":       `<script type="application/ld+json">[` + strings.Repeat(`{"@type":"Article","author":"A B"},`, 50_000) + "</script><p>so</p>",
		"comments":           strings.Repeat("<!-- a -->", 200_000) + "<p>so</p>",
		"entities":           "<p>" + strings.Repeat("&amp;&notit;&#x41;&", 200_000),
		"open comment":       "<p>The council said so.</p><!--" + strings.Repeat("-", 1_000_000),
		"metas":              strings.Repeat(`<meta name="author" content="A B">`, 50_000),
		"times":              "<article>" + strings.Repeat(`<time datetime="2020-13-45">soon</time>`, 30_000),
		"one list":           "<ul>" + strings.Repeat("<li>so", 60_000),
		"headings":           strings.Repeat("<h1>So</h1>", 60_000),
		"bylines":            strings.Repeat(`<div class="byline author">By A B and C D</div>`, 30_000),
		"pull quotes":        strings.Repeat(`<aside class="pullquote">The council said so.</aside><p>The council said so.</p>`, 10_000),
		"siblings of a kind": "<div>" + strings.Repeat("<x>so</x><p>so</p>", 60_000),
		"private characters": "<p>" + func() string {
			var b strings.Builder
			for r := rune(0xE000); r < 0xF8FF; r++ {
				b.WriteRune(r)
			}
			return strings.Repeat(b.String(), 20)
		}(),
		"deep inside article": "<article><p>The council said so.</p>" + strings.Repeat("<section>", 3000) + "<p>Deep.</p>",
		"lines of a turn":     "<article>" + strings.Repeat(para, 20) + "<p><b>Lee: Why?</b><br>Ann: It rained.<br>" + strings.Repeat("The council said so<br>", 50_000) + "</p></article>",
		"turns between boxes": "<article>" + strings.Repeat(para, 20) + "<div>" + strings.Repeat("<b>Lee: Why did it rain so?</b><br>Ann: The council said so to us.<p>The council said so.</p>", 15_000) + "</div></article>",
		"placed lines":        "<article>" + strings.Repeat(para, 20) + strings.Repeat(`<p style="position:absolute">The council and the mayor said on Monday that the bridge</p>`, 50_000) + "</article>",
		"nested boxes":        strings.Repeat(`<div class="cookie promo newsletter">`, 400) + strings.Repeat(para, 10_000),
		"long nested boxes":   strings.Repeat(`<div class="cookie promo newsletter">`, 400) + "<p>" + strings.Repeat("The council said so. ", 100_000),
		"nested raised":       "<p>" + strings.Repeat("1<sup>", 400) + strings.Repeat("<i></i>", 150_000),
		"entries in entries":  `<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script><article>` + strings.Repeat(`<div class="a"></div><div class="a">`, 400) + strings.Repeat(para, 20_000),
		"quoted paragraphs": "<article>" + func() string {
			var b strings.Builder
			for i := range 20_000 {
				b.WriteString("<p>“The council said " + strings.Repeat("so ", 9+i%120) + "on Monday.”</p>")
			}
			return b.String()
		}(),
		"forms": strings.Repeat("<form><input><select><option>so</select><button>go</button></form>", 20_000),
	}
}

// checkDocument asserts what holds of every document.
func checkDocument(t testing.TB, d *Document, src string) {
	t.Helper()
	at := 0
	for i, b := range d.Blocks {
		require.True(t, b.Valid(len(d.Text)), "block %d", i)
		require.LessOrEqual(t, at, b.Start, "block %d overlaps the one before", i)
		require.NotEmpty(t, strings.TrimSpace(b.Span.Of(d.Text)), "block %d", i)
		at = b.End
		if !b.Attribution.Empty() {
			require.True(t, b.Attribution.Valid(len(d.Text)))
		}
		require.True(t, b.Repeats >= -1 && b.Repeats < len(d.Blocks))
	}
	require.Equal(t, strings.ToValidUTF8(d.Text, "?"), d.Text)
	if d.Form == Empty {
		for _, b := range d.Blocks {
			require.Equal(t, Boilerplate, b.Kind)
		}
	}
	_ = span.Span{}
}

func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	for name, src := range hostile() {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			start := time.Now()
			for kind, f := range map[string]func(context.Context, []byte, ...Option) (*Document, error){"HTML": HTML, "Text": Text} {
				start := time.Now()
				d, err := f(context.Background(), []byte(src))
				if err != nil {
					var l *LimitError
					require.ErrorAs(t, err, &l)
					t.Logf("%s: %v", kind, err)
				} else {
					checkDocument(t, d, src)
				}
				if e := time.Since(start); e > time.Second {
					t.Logf("%s: %.1f s", kind, e.Seconds())
				}
			}
			require.Less(t, time.Since(start), 20*time.Second)
			runtime.ReadMemStats(&after)
			if m := (after.TotalAlloc - before.TotalAlloc) >> 20; m > 300 {
				t.Logf("%d MB allocated in all", m)
			}
		})
	}
	_ = bytes.NewReader
}
