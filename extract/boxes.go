package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What stands above the prose, in boxes between it and in lists behind it, and
// is not the article's.

// dropHead drops what is kept above the first prose: the headline that is set
// as a paragraph, also with the byline in one block, the standfirst that is set
// as a heading, and to whom a release turns.
func (v *survey) dropHead(keep []bool) {
	for i := range keep {
		b := &v.bs[i]
		if !keep[i] || v.isHeadline(b) || b.words <= maxContact && forRelease().MatchString(b.text) {
			keep[i] = false
			continue
		}
		if b.kind != Heading || b.chain.words&gStandfirst == 0 || endsSentence(b.text) {
			return
		}
		keep[i] = false
	}
}

// isHeadline reports whether b is the headline, with nothing but a byline below.
func (v *survey) isHeadline(b *seen) bool {
	if v.titleText == "" {
		return false
	}
	head, below, more := strings.Cut(b.text, "\n")
	return b.folded == v.titleText || more && fold(head) == v.titleText && isByline(below)
}

// forRelease is how a press release says that it is one, and whom to ask.
var forRelease = pattern(`(?i)^(?:for immediate release\b.{0,40}|embargoed (?:until|for)\b.{0,60}|(?:(?:media|press) )?contacts?\s*:.*(?:@|\d{3}).*)$`)

// maxContact is how many words say whom to ask.
const maxContact = 25

// maxBox is how many words a box that asks readers for something has at most.
const maxBox = 120

// dropBoxes drops the boxes that ask readers to subscribe or to consent: those
// that say so in their names and in their words, and do not hold the article
// itself.
func (v *survey) dropBoxes(keep []bool) {
	type box struct {
		words, kept int
		asks        bool
	}
	boxes := map[*html.Node]*box{}
	kept := 0
	for i := range v.bs {
		b := &v.bs[i]
		if keep[i] {
			kept += b.words
		}
		for a := nextBox(b.chain); a != nil; a = nextBox(a.up) {
			x := boxes[a.node]
			if x == nil {
				x = &box{}
				boxes[a.node] = x
			}
			x.words += b.words
			if keep[i] {
				x.kept += b.words
			}
			x.asks = x.asks || a.words&gNewsletter != 0 && b.cues&cSubscribe != 0 || a.words&gCookie != 0 && cookies().MatchString(b.text) ||
				a.words&(gPromo|gPaywall) != 0 && pitch().MatchString(b.text)
		}
	}
	for i := range keep {
		for a := nextBox(v.bs[i].chain); a != nil && keep[i]; a = nextBox(a.up) {
			x := boxes[a.node]
			keep[i] = !x.asks || x.words > maxBox || 2*x.kept >= kept
		}
	}
}

var (
	// cookies is how a box asks for consent.
	cookies = pattern(`(?i)\bcookies?\b|\b(?:your|give|gives|need) consent\b|\bprivacy (?:policy|settings|preferences)\b`)
	// pitch is how a box sells the outlet.
	pitch = pattern(`(?i)\bsubscribe (?:today|now|here|for|to)\b|\bsign up (?:for|to)\b[^.]{0,60}\bnewsletters?\b|\bbecome an? (?:\S+ )?(?:member|subscriber|supporter)\b|\b(?:get|download) (?:the|our) (?:free )?(?:\S+ )?app\b`)
)

// nextBox returns the next element upwards from a that is named after what asks
// something of readers, inside whatever holds the article.
func nextBox(a *ancestor) *ancestor {
	for ; a != nil; a = a.up {
		switch a.node.DataAtom {
		case atom.Article, atom.Main, atom.Body:
			return nil
		}
		if a.words&(gNewsletter|gCookie|gPromo|gPaywall) != 0 {
			return a
		}
	}
	return nil
}

// endMatter is the heading of the lists that a text ends with: where it is
// from, and where to read on.
var endMatter = pattern(`(?i)^(?:sources?|references?|(?:notes|footnotes|endnotes)(?: and references)?|external links|see also|further reading|bibliography|related (?:news|articles|stories|posts)|sister links)\s*:?$`)

// dropEndMatter drops the sections that are but lists under such a heading.
func (v *survey) dropEndMatter(keep []bool) {
	for i := range keep {
		b := &v.bs[i]
		if !keep[i] || b.kind != Heading || !endMatter().MatchString(b.text) {
			continue
		}
		end, list := i+1, true
		for ; end < len(keep) && list && !(keep[end] && v.bs[end].kind == Heading); end++ {
			list = !keep[end] || v.bs[end].kind == ListItem
		}
		if list {
			clear(keep[i:end])
		}
	}
}
