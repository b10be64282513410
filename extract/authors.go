package extract

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// authors returns who wrote the article.
func (m *metadata) authors(site string) []string {
	if a := names(m.ld.names(m.ld.get("author", "creator"))); len(a) > 0 {
		return a
	}
	for _, n := range []string{"author", "article:author", "article:author:name", "og:article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "dc.author", "cxenseparse:author",
		"citation_author", "rbauthors", "article.author", "authors", "creator", "twitter:data1"} {
		if n == "twitter:data1" && !strings.Contains(strings.ToLower(m.first("twitter:label1")), "written by") {
			continue
		}
		a := names(m.meta[n])
		if len(a) == 1 && fold(a[0]) == fold(site) {
			continue // the site as its own author: the page may know better
		}
		if len(a) > 0 {
			return a
		}
	}
	for _, sel := range []string{`[itemprop~="author"] [itemprop~="name"]`, `[itemprop~="author"]`, `a[rel~="author"]`, `.byline [class*="author"], .byline [class*="name"], .author-name, .authorName, .author__name, .byline__name, .byline-name, .vcard .fn, .author.vcard`,
		`.byline a[href*="author"], .byline a[href*="/people/"], .author a[href*="author"], a[href*="/author/"]`, `.byline, .article-byline, .by-line, .author, .post-author, .entry-author, .article-author, [class*="byline"]`} {
		var raw []string
		m.doc.Find(sel).EachWithBreak(func(i int, s *goquery.Selection) bool {
			if s.Closest(`[class*="comment"], [id*="comment"], [class*="related"], aside, footer, nav`).Length() == 0 {
				t := attr(s.Get(0), "content")
				if t == "" {
					t = spaced(s)
				}
				raw = append(raw, t)
			}
			return len(raw) < 8 && i < 60
		})
		if a := printed(raw); len(a) > 0 {
			return a
		}
	}
	return nil
}

// spaced returns the text of s with a line break between its elements, so
// that a name and the date behind it stay apart.
func spaced(s *goquery.Selection) string {
	var parts []string
	for n := range s.Get(0).Descendants() {
		if t := clean(n.Data); n.FirstChild == nil && n.Attr == nil && t != "" && n.DataAtom == 0 {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, "\n")
}

// names cleans the authors that markup states. Addresses and handles are no names.
func names(raw []string) []string {
	var out []string
	for _, s := range raw {
		s = clean(s)
		if len(s) > 300 {
			continue
		}
		for _, n := range splitNames(s) {
			if i := afterRole().FindStringIndex(n); i != nil && looksLikeName(n[:i[0]]) && jobWord().MatchString(n[i[0]:]) {
				n = n[:i[0]] // "Ann Lee Local Democracy Reporter"
			}
			out = appendName(out, n)
		}
	}
	return out
}

// printed reads authors out of bylines as a page prints them; what does not
// look like a name is left out.
func printed(raw []string) []string {
	var out []string
	for _, s := range raw {
		for _, line := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '|' }) {
			line = bylineStart().ReplaceAllString(clean(line), "")
			if i := dateStart().FindStringIndex(line); i != nil {
				line = line[:i[0]]
			}
			for _, part := range placed(line) {
				for _, n := range splitNames(nameOf(part)) {
					if looksLikeName(n) && !(len(out) > 0 && roleWord().MatchString(n[strings.LastIndexByte(n, ' ')+1:])) {
						out = appendName(out, n)
					}
				}
			}
			if len(out) >= 6 {
				return out
			}
		}
	}
	return out
}

// nameOf returns what stands in a byline before its bearer's place or role.
func nameOf(line string) string {
	if i := afterName().FindStringIndex(line); i != nil && i[0] > 0 {
		line, _, _ = strings.Cut(line[:i[0]], "/") // "Ann Lee/Herald Staff"
	}
	return line
}

// placed parts a byline that says more than a name of each author: "Ann Lee in
// Paris and Bo Ray in Rome".
func placed(line string) []string {
	parts := and().Split(line, -1)
	for _, p := range parts {
		if !looksLikeName(nameOf(p)) {
			return []string{line}
		}
	}
	return parts
}

var (
	bylineStart = pattern(`(?i)^(?:(?:written|reported|posted|published|story|article|words|text|photos?|analysis|opinion|interview(?:ed)?|report|reporting|exclusive|compiled|feature|review(?:ed)?)\s+)?(?:by|von|por|par|di|door)\b\s*:?\s*|^(?:(?:author|autor|auteur|writer)s?|words|text|story|reporting|interview)\s*:\s*`)
	dateStart   = pattern(`(?i)\s*[|•·,–—-]?\s*(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d{1,2}[/. ](?:\d|[A-Z][a-z])|\d{4}-\d|(?:published|updated|posted|last updated)\b|\d+ (?:hours?|minutes?|days?) ago)`)
	and         = pattern(`\s*(?:[;|•·/]|,\s+and\s|\s&\s|\s(?:and|und|et|y)\s)\s*`)
	suffixName  = pattern(`(?i)^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq|inc|llc|ltd|r\.?n|m\.?a|mph|jd|d\.?o|c\.?p\.?a)\.?$`)
	roleWord    = pattern(`(?i)\b(?:writer|reporter|editor|correspondent|staff|columnist|contributor|producer|photographer|special to|associated press|reuters|news|bureau|desk|team|agency|press|times|post|journalist|guest|chief|analyst|director|sports?|herald|tribune|gazette|chronicle|magazine|media|service|bbc|cnn|afp)\b`)
)

// splitNames parts "A, B and C" into names; commas inside one ("Jr.", roles)
// stay with it or are dropped with what follows.
func splitNames(s string) []string {
	s = bylineStart().ReplaceAllString(strings.TrimSpace(s), "")
	var out []string
	parts := and().Split(s, -1)
	for _, p := range parts {
		// "Smith & Sons" is one name: only full names are parted.
		if head, _, _ := strings.Cut(p, ","); len(parts) > 1 && len(strings.Fields(head)) < 2 {
			parts = []string{s}
			break
		}
	}
	for _, p := range parts {
		fields := strings.Split(p, ",")
		name := strings.TrimSpace(fields[0])
		persons := 0
		for _, f := range fields {
			if f = strings.TrimSpace(f); len(strings.Fields(f)) >= 2 && !roleWord().MatchString(f) {
				persons++
			}
		}
		for _, f := range fields[1:] {
			f = strings.TrimSpace(f)
			switch {
			case f == "":
			case suffixName().MatchString(f):
				name += ", " + f
			case persons > 1 && len(strings.Fields(f)) >= 2 && !roleWord().MatchString(f):
				out = append(out, name)
				name = f
			case len(strings.Fields(name)) == 1 && len(fields) == 2 && len(strings.Fields(f)) <= 2 && !roleWord().MatchString(f):
				name = f + " " + name // "Doe, Jane"
			}
		}
		out = append(out, name)
	}
	return out
}

func appendName(out []string, n string) []string {
	n = strings.Trim(n, " ,.;:|-–—•·")
	low := strings.ToLower(n)
	if n == "" || len(n) > 120 || strings.Contains(low, "://") || strings.HasPrefix(low, "www.") || strings.HasPrefix(n, "@") || strings.HasPrefix(n, "http") || low == "admin" || low == "null" || low == "undefined" || low == "none" || low == "unknown" {
		return out
	}
	if i := strings.LastIndexByte(n, '('); i > 0 && strings.HasSuffix(n, ")") {
		n = strings.TrimSpace(n[:i])
	}
	if strings.HasSuffix(n, " Jr") || strings.HasSuffix(n, " Sr") {
		n += "."
	}
	for _, o := range out {
		if strings.EqualFold(o, n) {
			return out
		}
	}
	return append(out, n)
}

// looksLikeName wants two to five words that begin with capitals, letters
// without case, or particles.
func looksLikeName(s string) bool {
	ws := strings.Fields(s)
	if len(ws) < 2 || len(ws) > 6 || len(s) > 60 {
		return len(ws) == 1 && len(s) > 4 && len([]rune(s)) <= 6 && s[0] >= 0x80
	}
	for _, w := range ws {
		r := []rune(w)[0]
		switch strings.ToLower(w) {
		case "de", "da", "di", "van", "von", "der", "den", "del", "la", "le", "bin", "al", "el", "y", "ten", "ter", "dos", "du":
			continue
		case "the", "of", "for", "in", "to", "at", "more", "view", "all", "read", "about", "follow", "share", "contact", "email", "published", "updated", "posted", "comments", "staff":
			return false
		}
		if !isWord(r) || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
			return false
		}
	}
	return true
}
