package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
		asks := groups(0)
		for n, a := 0, nextBox(b.chain); a != nil; n, a = n+1, nextBox(a.up) {
			if n == 0 {
				asks = askedIn(b)
			}
			x := boxes[a.node]
			if x == nil {
				x = &box{}
				boxes[a.node] = x
			}
			x.words += b.words
			if keep[i] {
				x.kept += b.words
			}
			x.asks = x.asks || a.words&asks != 0
		}
	}
	for i := range keep {
		for a := nextBox(v.bs[i].chain); a != nil && keep[i]; a = nextBox(a.up) {
			x := boxes[a.node]
			keep[i] = !x.asks || x.words > maxBox || 2*x.kept >= kept
		}
	}
}

// askedIn returns the names of the boxes that block b would belong in, for what
// it asks. It is found once a block, however many boxes it is nested in.
func askedIn(b *seen) (names groups) {
	if b.words > maxBox {
		return 0
	}
	if b.cues&cSubscribe != 0 {
		names |= gNewsletter
	}
	if cookies().MatchString(b.text) {
		names |= gCookie
	}
	if pitch().MatchString(b.text) {
		names |= gPromo | gPaywall
	}
	return names
}

var (
	// cookies is how a box asks for consent.
	cookies = pattern(`(?i)\b(?:us(?:e|es|ing)|accept|reject|allow|manage|sets?|stor(?:e|es|ing)|place|enable|disable|necessary|essential|tracking|third[- ]party) (?:\S+ ){0,2}cookies?\b|\bcookies? (?:policy|notice|settings?|preferences|consent)\b|\bcookies (?:on (?:this|our)|help us|to (?:improve|give|make|personali[sz]e|analy[sz]e|measure))\b|\b(?:your|give|gives|need) consent\b|\bprivacy (?:policy|settings|preferences)\b`)
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

// notesHead is such a heading that others have too: reports of games, and of
// meetings.
var notesHead = pattern(`(?i)^notes\s*:?$`)

// isNote reports whether b is an entry of a list of footnotes, not prose: it has
// its mark, or leads to what it is about.
func isNote(b *seen) bool {
	r, _ := utf8.DecodeRuneInString(b.text)
	return b.links > 0 || !unicode.IsLetter(r) && !strings.ContainsRune(`“"‘'`, r)
}

// dropEndMatter drops the sections that are but lists under such a heading.
func (v *survey) dropEndMatter(keep []bool) {
	for i := range keep {
		b := &v.bs[i]
		if !keep[i] || b.kind != Heading || !endMatter().MatchString(b.text) {
			continue
		}
		end, list, notes := i+1, true, notesHead().MatchString(b.text)
		for ; end < len(keep) && list && !(keep[end] && v.bs[end].kind == Heading); end++ {
			list = !keep[end] || v.bs[end].kind == ListItem && (!notes || isNote(&v.bs[end]))
		}
		if list {
			clear(keep[i:end])
		}
	}
}
