package extract

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/shingle"
)

func pages(t testing.TB) []corpus.Page {
	t.Helper()
	ps, err := corpus.Pages(corpus.Need(t, "data", "html"))
	require.NoError(t, err)
	return ps
}

// TestBodies guards against breakage. The pages are those that the classifier
// was trained on, so its figure is no measure of quality: that one comes from
// the cross-validation of go run ./internal/cmd/train -only blocks.
func TestBodies(t *testing.T) {
	var total shingle.Score
	for _, p := range pages(t) {
		d, err := HTML(context.Background(), p.HTML)
		require.NoError(t, err, p.URL)
		total.Add(shingle.Compare(shingle.Of(p.Body), shingle.Of(d.Text)))
	}
	t.Logf("%+v", total)
	require.Greater(t, total.F1, 0.985)
}

// TestSources checks that the source range of every text of the real pages
// unescapes to exactly that text, and that marking the texts leaves the tree as
// it is without.
func TestSources(t *testing.T) {
	texts := 0
	for _, pg := range pages(t) {
		c := newConfig(nil)
		text, _ := decode(pg.HTML, "", true)
		p, err := parse(context.Background(), text, &c)
		require.NoError(t, err)
		w := p.walk()
		for _, n := range w.texts {
			texts++
			got := ""
			for _, x := range p.pieces[n] {
				got += unescape(x.src.Of(p.src))
			}
			require.Equal(t, n.Data, got, pg.URL)
		}
		for _, b := range w.blocks {
			require.False(t, b.src.Empty(), b.text)
		}
		checkSources(t, pg.HTML)
	}
	t.Logf("%d texts", texts)
}

// TestPathsOfPages checks that the path of every block finds its element and
// no other.
func TestPathsOfPages(t *testing.T) {
	for i, pg := range pages(t) {
		if i%8 > 0 {
			continue
		}
		c := newConfig(nil)
		text, _ := decode(pg.HTML, "", true)
		p, err := parse(context.Background(), text, &c)
		require.NoError(t, err)
		at := newPaths(p.root)
		doc := goquery.NewDocumentFromNode(p.root)
		seen := map[string]bool{}
		for _, b := range p.walk().blocks {
			path := at.of(b.node)
			if seen[path] {
				continue
			}
			seen[path] = true
			s := doc.Find(path)
			require.Equal(t, 1, s.Length(), "%s: %s", pg.URL, path)
			require.Same(t, b.node, s.Get(0), path)
		}
	}
}

// stated is what a page's valid JSON-LD says of its article, read by the
// standard library and without any of the package's own code.
type stated struct {
	authors   []string
	published string
}

func statedBy(src []byte) (out stated) {
	for _, m := range regexp.MustCompile(`(?is)<script[^>]*ld\+json[^>]*>(.*?)</script>`).FindAllSubmatch(src, -1) {
		var v any
		if json.Unmarshal(m[1], &v) != nil {
			continue
		}
		var visit func(v any)
		visit = func(v any) {
			switch v := v.(type) {
			case []any:
				for _, x := range v {
					visit(x)
				}
			case map[string]any:
				ty := fmt.Sprint(v["@type"])
				if strings.Contains(ty, "Article") || strings.Contains(ty, "BlogPosting") {
					if s, ok := v["datePublished"].(string); ok && out.published == "" {
						out.published = s
					}
					if len(out.authors) == 0 {
						var name func(a any)
						name = func(a any) {
							switch a := a.(type) {
							case []any:
								for _, x := range a {
									name(x)
								}
							case map[string]any:
								name(a["name"])
							case string:
								if s := strings.TrimSpace(html.UnescapeString(html.UnescapeString(a))); s != "" {
									out.authors = append(out.authors, s)
								}
							}
						}
						name(v["author"])
					}
				}
				visit(v["@graph"])
			}
		}
		visit(v)
	}
	return out
}

var publishedMeta = regexp.MustCompile(`(?i)<meta[^>]*property=["']article:published_time["'][^>]*content=["']([^"']+)["']|<meta[^>]*content=["']([^"']+)["'][^>]*property=["']article:published_time["']`)

func TestAuthorsAndDates(t *testing.T) {
	var authors, authorsRight, dates, datesRight, given, titled int
	for _, p := range pages(t) {
		d, err := HTML(context.Background(), p.HTML)
		require.NoError(t, err)
		s := statedBy(p.HTML)
		if s.published == "" {
			if m := publishedMeta.FindSubmatch(p.HTML); m != nil {
				s.published = string(m[1]) + string(m[2])
			}
		}
		if d.Title != "" {
			titled++
		}
		if len(s.authors) > 0 {
			authors++
			ok := len(d.Authors) > 0
			for _, a := range s.authors {
				ok = ok && namesAuthor(d.Authors, a)
			}
			if ok {
				authorsRight++
			} else {
				t.Logf("%s: authors %q, stated %q", p.URL, d.Authors, s.authors)
			}
		}
		if len(s.published) >= 10 && !strings.HasPrefix(s.published, "0001") {
			dates++
			if sameDay(d.Published, s.published) {
				datesRight++
			} else {
				t.Logf("%s: published %q, stated %q", p.URL, d.Published, s.published)
			}
		} else {
			if !d.Published.IsZero() {
				given++
			}
		}
	}
	t.Logf("authors %d of %d, dates %d of %d (+%d)", authorsRight, authors, datesRight, dates, given)
	require.GreaterOrEqual(t, float64(authorsRight), 0.95*float64(authors))
	require.GreaterOrEqual(t, float64(datesRight), 0.99*float64(dates))
	require.Equal(t, 96, titled)
}

// namesAuthor reports whether authors has the person that stated begins with,
// less "By" and the role or employer behind the name.
func namesAuthor(authors []string, stated string) bool {
	stated = strings.ToLower(strings.TrimPrefix(strings.Join(strings.Fields(stated), " "), "By "))
	for _, a := range authors {
		if strings.HasPrefix(stated, strings.ToLower(a)) {
			return true
		}
	}
	return false
}

// sameDay compares t with a date in one of the forms that the pages use.
func sameDay(t Time, stated string) bool {
	for _, f := range []string{"2006-01-02", "January 2, 2006", "2 Jan 2006", "Mon, 2 Jan 2006", "Mon Jan 2 2006"} {
		if strings.HasPrefix(stated, t.Format(f)) {
			return true
		}
	}
	return false
}
