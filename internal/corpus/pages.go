package corpus

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Page is a real page with its article body.
type Page struct {
	ID, URL string
	// Domain is the page's site, without "www.": pages of one site are kept in
	// one fold.
	Domain string
	Body   string // the true article body
	HTML   []byte
}

// Pages reads the pages of a folder (data/html), ordered by id.
func Pages(dir string) ([]Page, error) {
	raw, err := os.ReadFile(filepath.Join(dir, "ground-truth.json"))
	if err != nil {
		return nil, err
	}
	var truth map[string]struct{ ArticleBody, URL string }
	if err := json.Unmarshal(raw, &truth); err != nil {
		return nil, fmt.Errorf("%s: ground truth: %w", dir, err)
	}
	var out []Page
	for id, t := range truth {
		r, err := Open(filepath.Join(dir, "pages", id+".html.gz"))
		if err != nil {
			return nil, err
		}
		src, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", id, err)
		}
		p := Page{ID: id, URL: t.URL, Body: t.ArticleBody, HTML: src}
		if u, err := url.Parse(t.URL); err == nil {
			p.Domain = strings.TrimPrefix(u.Hostname(), "www.")
		}
		out = append(out, p)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out, nil
}
