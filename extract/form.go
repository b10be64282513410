package extract

import (
	"net/url"
	"strings"
)

// form tells what the page as a whole is, given what is kept of it.
func (v *survey) form(d *Document, m *metadata, keep []bool) Form {
	var words, long, teasers int
	for i := range v.bs {
		if !keep[i] {
			continue
		}
		b := &v.bs[i]
		words += b.words
		if b.long {
			long++
		}
		if v.isTeaser(i) {
			teasers++
		}
	}
	switch {
	case v.isIndex(d, m, words, long, teasers):
		return Index
	case words == 0:
		return Empty
	case words < stubWords && v.isLocked(m):
		return Stub
	}
	return Article
}

// stubWords bounds what a page that is for subscribers gives away.
const stubWords = 300

// headlineLinks counts the blocks that are a link of headline length: what
// index pages are made of, and what articles have in their margins.
func (v *survey) headlineLinks() int {
	n := 0
	for i := range v.bs {
		if b := &v.bs[i]; b.words >= 4 && b.words <= 30 && b.links*10 > 8*len(b.text) {
			n++
		}
	}
	return n
}

// isTeaser reports whether block i is the summary of another article: prose
// of a few lines between headlines that are links.
func (v *survey) isTeaser(i int) bool {
	b := &v.bs[i]
	if !b.long || b.words > 70 {
		return false
	}
	for k := max(0, i-3); k <= min(len(v.bs)-1, i+1); k++ {
		if h := &v.bs[k]; h.words >= 3 && h.words <= 30 && h.links*10 > 8*len(h.text) && (h.kind == Heading || h.box == b.box) {
			return true
		}
	}
	return false
}

// isIndex reports whether the page lists articles rather than being one. A
// page that says it is an article is believed unless all its prose is teasers.
func (v *survey) isIndex(d *Document, m *metadata, words, long, teasers int) bool {
	stated := m.ld.article != nil && !m.ld.listing || m.first("og:type") == "article" || len(m.meta["article:published_time"]) > 0
	if stated {
		return false
	}
	links := v.headlineLinks()
	front := m.ld.listing
	if u, err := url.Parse(d.URL); err == nil && u.Host != "" && strings.Trim(u.Path, "/") == "" && u.RawQuery == "" {
		front = true
	}
	switch {
	case long >= 4 && teasers*4 >= long*3:
		return true
	case front && links >= 8 && (words < 200 || teasers*2 >= long):
		return true
	case words < 60 && links >= 15:
		return true
	}
	return false
}

// locked are the wordings with which pages end for those who do not subscribe.
var locked = pattern(`(?i)\b(?:subscribe|register|sign (?:in|up)|log ?in|join|create (?:a|an|your) (?:free )?account)\b[^.]{0,40}\bto (?:continue|keep|read|view|access|unlock|finish)\b|\bto (?:continue|keep|finish) reading\b|\balready (?:a|have a|an?) (?:digital )?(?:subscri|member|account)|\b(?:article|content|story|post|page) is (?:only )?(?:for|exclusive(?:ly)?|reserved|available|limited)(?: only)?(?: to| for)? (?:our |paid |paying |registered |digital )?(?:subscribers|members)|\bsubscriber[- ](?:only|exclusive)|\bfor subscribers only\b|\byou(?:'ve|’ve| have) (?:reached|read|used) (?:your|all|the)\b[^.]{0,40}\b(?:limit|free)`)

// isLocked reports whether the rest of the article is for subscribers.
func (v *survey) isLocked(m *metadata) bool {
	switch strings.ToLower(m.first("article:content_tier", "content_tier")) {
	case "locked", "metered":
		return true
	}
	if m.ld.closed() {
		return true
	}
	for i := range v.bs {
		if b := &v.bs[i]; b.words < 60 && locked().MatchString(b.text) {
			return true
		}
	}
	return false
}
