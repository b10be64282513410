package extract

import (
	"net/url"
	"strings"
)

// resolve reads an address on the page; nil if it leads to no page.
func (m *metadata) resolve(s string) *url.URL {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 4000 {
		return nil
	}
	u, err := url.Parse(s)
	if err != nil {
		return nil
	}
	if m.base != nil {
		u = m.base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil
	}
	return u
}

// url returns the article's canonical address. One that leads to the site's
// front page from deep inside it is a mistake of the page's.
func (m *metadata) url(fetched string) string {
	link, _ := m.doc.Find(`link[rel~="canonical"]`).First().Attr("href")
	for _, s := range []string{link, m.first("og:url"), m.first("twitter:url")} {
		u := m.resolve(s)
		if u == nil {
			continue
		}
		if f, err := url.Parse(fetched); err == nil && strings.Trim(u.Path, "/") == "" && strings.Trim(f.Path, "/") != "" {
			continue
		}
		return original(u.String())
	}
	return original(fetched)
}

// kept is how the address of a copy in a web archive begins.
var kept = pattern(`^https?://[^/]*archive[^/]*/(?:web/)?\d{8,14}(?:[a-z]{2}_)?/(https?:/.*)$`)

// original returns the address of the page that a web archive keeps a copy of
// at the address given, or that itself.
func original(address string) string {
	m := kept().FindStringSubmatch(address)
	if m == nil {
		return address
	}
	scheme, rest, _ := strings.Cut(m[1], ":/")
	return scheme + "://" + strings.TrimPrefix(rest, "/")
}

// hostOf returns the host of an address without "www.", "" if it has none.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
