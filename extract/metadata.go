package extract

import (
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// metadata is where the facts about an article are looked up.
type metadata struct {
	doc  *goquery.Document
	meta map[string][]string // by lower-case name or property
	ld   *linked
	base *url.URL // what relative addresses are relative to, may be nil
	// changed is when the page prints that it was last changed, which stands
	// for the day of publication where nothing states that.
	changed Time
}

// readMetadata fills in what the page says about its article: by JSON-LD,
// else OpenGraph and other <meta>, else microdata, else the page itself.
func readMetadata(d *Document, root *html.Node, fetched string) *metadata {
	m := &metadata{doc: goquery.NewDocumentFromNode(root), meta: map[string][]string{}}
	if u, err := url.Parse(fetched); err == nil && u.Host != "" {
		m.base = u
	}
	m.doc.Find("meta").Each(func(_ int, s *goquery.Selection) {
		n := s.Get(0)
		v := clean(attr(n, "content"))
		if v == "" || len(v) > 5000 {
			return
		}
		for _, k := range []string{"property", "name", "itemprop", "http-equiv"} {
			if name := strings.ToLower(strings.TrimSpace(attr(n, k))); name != "" {
				m.meta[name] = append(m.meta[name], v)
			}
		}
	})
	if b, ok := m.doc.Find("base[href]").Attr("href"); ok {
		if u := m.resolve(b); u != nil {
			m.base = u
		}
	}
	d.URL = m.url(fetched)
	pageTitle := clean(m.doc.Find("head title").First().Text())
	if pageTitle == "" {
		pageTitle = clean(m.doc.Find("title").First().Text())
	}
	heard := m.first("og:title", "twitter:title")
	if heard == "" {
		heard = pageTitle
	}
	m.ld = readLinked(m.doc, strings.TrimSuffix(d.URL, "/"), fold(heard))
	d.Site = m.site(d.URL)
	d.Title = m.title(pageTitle, d.Site)
	d.Authors = m.authors(d.Site)
	d.Published, d.Modified = m.dates(d.URL)
	d.Language = m.language()
	d.Section = m.section()
	d.Tags = m.tags()
	d.readSite(pageTitle)
	return m
}

// first returns the first value of the first name that has one.
func (m *metadata) first(names ...string) string {
	for _, n := range names {
		if v := m.meta[n]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

func (m *metadata) site(address string) string {
	for _, s := range []string{m.first("og:site_name"), strings.Join(firstOf(m.ld.names(m.ld.get("publisher"))), ""), m.ld.site, m.first("application-name", "apple-mobile-web-app-title", "cre", "source", "publisher", "dc.publisher")} {
		if s = clean(s); s != "" && len(s) < 100 && !strings.Contains(s, "://") {
			return s
		}
	}
	return hostOf(address)
}

func firstOf(s []string) []string { return s[:min(1, len(s))] }

// title returns the headline.
func (m *metadata) title(pageTitle, site string) string {
	var h1 string
	heads := m.doc.Find("h1")
	page := fold(pageTitle)
	heads.EachWithBreak(func(i int, s *goquery.Selection) bool {
		t := clean(s.Text())
		if f := fold(t); f != "" && len(t) < 400 && (strings.Contains(page, f) || heads.Length() == 1) {
			h1 = t
			return false
		}
		return i < 20
	})
	micro := clean(m.doc.Find(`[itemprop="headline"]`).First().Text())
	for _, t := range []string{str(m.ld.get("headline")), m.first("og:title"), micro, m.first("twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline"), h1, pageTitle} {
		t = clean(t)
		if t == "" || fold(t) == fold(site) && h1 != "" {
			continue
		}
		t = stripSite(t, site)
		// Where the page prints the same headline, its form is the better one:
		// not cut, not decorated.
		if h := fold(h1); h != "" {
			f := fold(t)
			if strings.Contains(f, h) && len(h)*2 > len(f) || strings.HasPrefix(h, strings.TrimSuffix(f, " ")) && len(f) > 20 {
				return h1
			}
		}
		return t
	}
	return ""
}

// stripSite takes the name of the site off a title.
func stripSite(t, site string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", ": "} {
		i := strings.LastIndex(t, sep)
		if i <= 0 {
			continue
		}
		head, tail := t[:i], t[i+len(sep):]
		f, s := fold(tail), fold(site)
		if s != "" && (f == s || strings.ReplaceAll(f, " ", "") == strings.ReplaceAll(s, " ", "") || len(f) > 3 && strings.HasPrefix(s, f) && sep != ": ") {
			return strings.TrimSpace(head)
		}
		if fold(head) == s && s != "" {
			return strings.TrimSpace(tail)
		}
	}
	return t
}

// readSite takes the site's name from the end of the page's title where markup
// states none: "Headline | Section | Name". A name that the host does not echo
// is none, if a host is known.
func (d *Document) readSite(pageTitle string) {
	host := strings.ToLower(hostOf(d.URL))
	bars := siteBar().FindAllStringIndex(pageTitle, -1)
	if d.Site != host || d.Title == "" || len(bars) == 0 {
		return
	}
	last := bars[len(bars)-1]
	head, name := pageTitle[:last[0]], strings.TrimSpace(pageTitle[last[1]:])
	if !siteName().MatchString(name) || bylineStart().MatchString(name) || host != "" && !echoes(host, name) {
		return
	}
	switch {
	case strings.HasPrefix(fold(head), fold(d.Title)):
		d.Site = name
	case d.Title == pageTitle && host != "":
		d.Site, d.Title = name, head
	}
}

var (
	siteBar  = pattern(`\s+(?:[|•·»–—-]|::)\s+`)
	siteName = pattern(`^\p{Lu}[\p{L}\d.&'’-]*(?: (?:\p{Lu}[\p{L}\d.&'’-]*|\d+|of|the|and|for|in|on|&)){0,5}$`)
)

// echoes reports whether a word of name is part of host.
func echoes(host, name string) bool {
	for _, w := range strings.Fields(fold(name)) {
		if len(w) >= 3 && w != "the" && w != "and" && w != "com" && strings.Contains(host, w) {
			return true
		}
	}
	return false
}

// dates returns when the article was published and last changed.
func (m *metadata) dates(address string) (published, modified Time) {
	published = firstDate(
		texts(m.ld.get("datePublished", "dateCreated", "uploadDate")),
		m.all("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published", "parsely-pub-date", "sailthru.date",
			"rnews:datepublished", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dcterms.issued", "publish-date", "publishdate", "publish_date", "published_time",
			"publication_date", "pubdate", "article.published", "article:post_date", "dc.date", "dcterms.date", "originalpublicationdate", "ptime", "pdate", "date", "date.release", "citation_publication_date",
			"citation_date", "displaydate", "datecreated", "created", "publishedat", "blogger:published"),
		m.attributes(`[itemprop~="datePublished"]`),
		m.attributes(`time[pubdate], time.published, time.entry-date, abbr.published, .entry-date time, .published time, article header time, .byline time, .article-date time, .post-date time, .date time`),
	)
	if published.IsZero() {
		published, m.changed = m.printedDate()
	}
	if published.IsZero() {
		published, _ = dateOfURL(address)
	}
	modified = firstDate(
		texts(m.ld.get("dateModified")),
		m.all("article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "article:modified", "lastmod", "last-modified", "last_updated_date", "dcterms.modified", "dc.date.modified",
			"utime", "revision_date", "article.updated", "updated_time", "modified_time"),
		m.attributes(`[itemprop~="dateModified"], time.updated, abbr.updated`),
	)
	if modified.IsZero() {
		modified = m.changed
	}
	return published, modified
}

// printedDate returns the day that the page prints near its headline, where
// exactly that is marked up as a time or a date, and what is said to be that of
// the last change.
func (m *metadata) printedDate() (published, changed Time) {
	times := m.doc.Find("time[datetime]")
	if times.Length() > 0 {
		inArticle := times.FilterFunction(func(_ int, s *goquery.Selection) bool { return s.Closest("article, main, [role=main]").Length() > 0 })
		if inArticle.Length() > 0 {
			times = inArticle
		}
		if t, ok := parseDate(attr(times.Get(0), "datetime")); ok {
			return t, Time{}
		}
	}
	m.doc.Find(`.date, .dateline, .post-date, .entry-date, .published, .pubdate, .timestamp, .article-date, .article__date, .publish-date, [class*="publish"], [class*="posted-on"], .byline, time`).EachWithBreak(func(i int, s *goquery.Selection) bool {
		text := clean(s.Text())
		t, ok := parseDate(text)
		switch {
		case !ok:
		case !changedStart().MatchString(text):
			published = t
			return false
		case changed.IsZero():
			changed = t
		}
		return i < 50
	})
	return published, changed
}

func firstDate(lists ...[]string) Time {
	for _, l := range lists {
		for _, s := range l {
			if t, ok := parseDate(s); ok {
				return t
			}
		}
	}
	return Time{}
}

func (m *metadata) all(names ...string) []string {
	var out []string
	for _, n := range names {
		out = append(out, m.meta[n]...)
	}
	return out
}

// attributes returns the dates of the elements that match: of their datetime,
// content or title attribute, else their text.
func (m *metadata) attributes(selector string) []string {
	var out []string
	m.doc.Find(selector).EachWithBreak(func(i int, s *goquery.Selection) bool {
		n := s.Get(0)
		for _, k := range []string{"datetime", "content", "title"} {
			if v := attr(n, k); v != "" {
				out = append(out, v)
				return i < 20
			}
		}
		out = append(out, clean(s.Text()))
		return i < 20
	})
	return out
}

func (m *metadata) language() string {
	lang, _ := m.doc.Find("html").Attr("lang")
	for _, s := range []string{lang, attrOf(m.doc, "html", "xml:lang"), str(m.ld.get("inLanguage")), m.first("content-language", "language", "dc.language", "og:locale")} {
		if t := languageTag(s); t != "" {
			return t
		}
	}
	return ""
}

func attrOf(doc *goquery.Document, selector, key string) string {
	v, _ := doc.Find(selector).First().Attr(key)
	return v
}

// languageTag writes s the way BCP 47 does, "" if it is no tag.
func languageTag(s string) string {
	s, _, _ = strings.Cut(s, ",")
	parts := strings.Split(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"), "-")
	if len(parts) > 4 {
		return ""
	}
	for i, p := range parts {
		for _, r := range p {
			if r > 'z' || !isWord(r) {
				return ""
			}
		}
		switch {
		case i == 0 && (len(p) == 2 || len(p) == 3):
			parts[i] = strings.ToLower(p)
		case i == 0:
			return ""
		case len(p) == 2:
			parts[i] = strings.ToUpper(p)
		case len(p) == 4:
			parts[i] = strings.ToUpper(p[:1]) + strings.ToLower(p[1:])
		case len(p) == 0 || len(p) > 8:
			return ""
		}
	}
	return strings.Join(parts, "-")
}

func (m *metadata) section() string {
	for _, s := range []string{str(m.ld.get("articleSection")), m.first("article:section", "og:article:section", "parsely-section", "sailthru.section", "section", "cg.section", "articlesection", "cxenseparse:taxonomy")} {
		if s = clean(s); s != "" && len(s) < 100 {
			return s
		}
	}
	return ""
}

// maxTags bounds the number of tags: some pages list everything they know.
const maxTags = 50

func (m *metadata) tags() []string {
	var raw []string
	if kw := texts(m.ld.get("keywords")); len(kw) == 1 {
		raw = strings.FieldsFunc(kw[0], func(r rune) bool { return r == ',' || r == ';' })
	} else {
		raw = kw
	}
	if len(raw) == 0 {
		raw = m.all("article:tag", "og:article:tag")
		if len(raw) == 1 {
			raw = strings.Split(raw[0], ",")
		}
	}
	if len(raw) == 0 {
		for _, n := range []string{"news_keywords", "parsely-tags", "sailthru.tags", "keywords"} {
			if v := m.first(n); v != "" {
				raw = strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ';' })
				break
			}
		}
	}
	if len(raw) == 0 {
		m.doc.Find(`a[rel~="tag"]`).Each(func(_ int, s *goquery.Selection) { raw = append(raw, s.Text()) })
	}
	seen := map[string]bool{}
	var out []string
	for _, t := range raw {
		t = strings.Trim(clean(t), "#\"' ")
		if k := strings.ToLower(t); t != "" && len(t) < 80 && !seen[k] && len(out) < maxTags {
			seen[k] = true
			out = append(out, t)
		}
	}
	return out
}

// clean unescapes what was escaped twice, drops tags and folds white space.
func clean(s string) string {
	if len(s) > 20_000 {
		s = s[:20_000]
	}
	s = strings.ToValidUTF8(s, "")
	if strings.ContainsRune(s, '&') {
		s = html.UnescapeString(s)
	}
	if strings.ContainsRune(s, '<') {
		s = stripTags(s)
	}
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if isNoise(r) || r < ' ' && r != '\n' && r != '\t' && r != '\r' {
			return -1
		}
		return r
	}, s)), " ")
}

// stripTags takes the tags out of a value that was written as HTML.
func stripTags(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 || i+1 >= len(s) {
			break
		}
		c := s[i+1]
		j := strings.IndexByte(s[i:], '>')
		if j < 0 || !(c == '/' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z') {
			b.WriteString(s[:i+1])
			s = s[i+1:]
			continue
		}
		b.WriteString(s[:i])
		b.WriteByte(' ')
		s = s[i+j+1:]
	}
	b.WriteString(s)
	return b.String()
}
