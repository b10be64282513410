package extract

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// linked is what a page's JSON-LD says of its article.
type linked struct {
	article map[string]any            // the article's node, nil if there is none
	byID    map[string]map[string]any // all nodes with an @id
	site    string                    // the name of the WebSite or publisher
	listing bool                      // the page calls itself a list
}

// readLinked reads the JSON-LD of a page. canonical and title help to choose
// between several articles.
func readLinked(doc *goquery.Document, canonical, title string) *linked {
	l := &linked{byID: map[string]map[string]any{}}
	var articles []map[string]any
	budget := maxJSONBytes
	doc.Find(`script[type*="ld+json"]`).Each(func(_ int, s *goquery.Selection) {
		text := s.Text()
		if budget -= len(text); budget < 0 {
			return
		}
		for _, v := range readJSON(text) {
			l.collect(v, 0, &articles)
		}
	})
	best := -1
	for _, a := range articles {
		if n := articleScore(a, canonical, title); n > best {
			best, l.article = n, a
		}
	}
	return l
}

// collect finds the articles below v, wherever the page nested them.
func (l *linked) collect(v any, depth int, articles *[]map[string]any) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			l.collect(x, depth+1, articles)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && len(v) > 1 && l.byID[id] == nil {
			l.byID[id] = v
		}
		switch typeOf(v) {
		case article:
			*articles = append(*articles, v)
		case website:
			if l.site == "" {
				l.site = str(v["name"])
			}
		case listing:
			l.listing = true
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart", "subjectOf", "article", "publisher", "author", "isPartOf"} {
			if x, ok := v[k]; ok {
				l.collect(x, depth+1, articles)
			}
		}
	}
}

// ldType is the sort of thing that a node describes.
type ldType int

const (
	other ldType = iota
	article
	website
	listing
)

func typeOf(v map[string]any) ldType {
	for _, t := range texts(v["@type"]) {
		t = t[strings.LastIndexAny(t, "/#:")+1:]
		switch {
		case strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" || t == "Review" || t == "Recipe" || t == "CriticReview" || t == "BackgroundNewsArticle" || t == "ClaimReview":
			return article
		case t == "WebSite":
			return website
		case t == "CollectionPage" || t == "ItemList" || t == "SearchResultsPage":
			return listing
		}
	}
	return other
}

// articleScore tells how likely a node is the page's own article rather than
// one that it links to.
func articleScore(v map[string]any, canonical, title string) int {
	n := 0
	for _, k := range []string{"headline", "datePublished", "author", "publisher", "articleBody"} {
		if v[k] != nil {
			n++
		}
	}
	if canonical != "" {
		for _, k := range []string{"url", "mainEntityOfPage", "@id"} {
			u := str(v[k])
			if m, ok := v[k].(map[string]any); ok {
				u = str(m["@id"])
			}
			if u = strings.TrimSuffix(u, "/"); u != "" && (u == canonical || strings.HasPrefix(u, canonical+"#")) {
				n += 4
			}
		}
	}
	if h := fold(clean(str(v["headline"]))); h != "" && title != "" && (strings.Contains(title, h) || strings.Contains(h, title)) {
		n += 4
	}
	for _, t := range texts(v["@type"]) {
		if t == "Review" || t == "Recipe" || t == "ClaimReview" {
			n -= 2 // as a rule part of an article
		}
	}
	return n
}

// live reports whether the article is a live blog.
func (l *linked) live() bool {
	return strings.Contains(strings.Join(texts(l.article["@type"]), " "), "LiveBlog")
}

// byOrganization reports whether the article's author is an organization.
func (l *linked) byOrganization() bool {
	a, ok := l.get("author", "creator").(map[string]any)
	return ok && strings.HasSuffix(str(a["@type"]), "Organization")
}

// closed reports whether the article says that it is not free to read.
func (l *linked) closed() bool {
	switch v := l.article["isAccessibleForFree"].(type) {
	case bool:
		return !v
	case string:
		return strings.EqualFold(v, "false")
	}
	return false
}

// get returns a property of the article.
func (l *linked) get(keys ...string) any {
	for _, k := range keys {
		if v := l.article[k]; v != nil {
			return v
		}
	}
	return nil
}

// names returns the names of the persons or organizations that v states or
// refers to.
func (l *linked) names(v any) []string {
	var out []string
	switch v := v.(type) {
	case string:
		if n := l.byID[v]; n != nil {
			return l.names(n)
		}
		out = append(out, v)
	case []any:
		for _, x := range v {
			out = append(out, l.names(x)...)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && v["name"] == nil && l.byID[id] != nil && l.byID[id]["name"] != nil {
			v = l.byID[id]
		}
		if n := v["name"]; n != nil {
			out = append(out, texts(n)...)
		} else if g, f := str(v["givenName"]), str(v["familyName"]); f != "" {
			out = append(out, strings.TrimSpace(g+" "+f))
		}
	}
	return out
}

// str returns v if it is a string, or the first of a list.
func str(v any) string {
	if t := texts(v); len(t) > 0 {
		return t[0]
	}
	return ""
}

// texts returns the strings that v consists of.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, texts(x)...)
		}
		return out
	case map[string]any:
		if x, ok := v["@value"]; ok {
			return texts(x)
		}
	}
	return nil
}
