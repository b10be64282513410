package claims

import (
	"strings"

	"github.com/onrecord/onrecord/extract"
)

// longestTitle is how many bytes of a title may stand in a setting.
const longestTitle = 170

// title is the article's title, or its first block if that is a heading or a
// single sentence, as a title with a full stop is; "" for none, or for one too
// long to be one.
func (ar *article) title() string {
	if !ar.titled {
		ar.titled, ar.heads = true, ar.findTitle()
	}
	return ar.heads
}

func (ar *article) findTitle() string {
	t := ar.doc.Title
	if t == "" && len(ar.units) > 3 {
		for i := range ar.doc.Blocks {
			b := &ar.doc.Blocks[i]
			if !b.Quotable() && b.Kind != extract.Heading {
				continue
			}
			// Without a stop and no heading it is a caption or a button.
			s := b.Span.Of(ar.doc.Text)
			if u := ar.units[0]; u.Heading || (ar.a.Span(u.First, u.Last).End >= b.End || strings.Contains(s, ";") && len(s) < 200 || len(s) < 100) && strings.ContainsAny(s[max(0, len(s)-4):], ".!?") {
				t = s
			}
			break
		}
	}
	t = strings.TrimSuffix(spaced(t), ".")
	if h, _, ok := strings.Cut(t, "; "); ok && len(strings.Fields(h)) > 3 {
		t = h // what follows is the line below
	}
	for _, stock := range stockLines {
		if len(t) >= len(stock) && strings.EqualFold(t[:len(stock)], stock) {
			return ""
		}
	}
	if len(t) > longestTitle || len(strings.Fields(t)) < 3 || strings.HasPrefix(t, "-") || t[0] >= 'a' && t[0] <= 'z' {
		return "" // "- Advertisement -"
	}
	return t
}

// stockLines begin lines that players and publishing tools put above an article.
var stockLines = [...]string{"media playback is", "written by ", "posted by ", "posted on ", "published on ", "last updated ", "skip to "}
