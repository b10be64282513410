package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// classify sets b's kind, level and quotation element from its place.
func (w *walker) classify(b *block) {
	b.kind = Paragraph
	var cell, inCell, item, caption, heading, pre bool
	var pull, note bool
	outer := 0 // headings and items count only near the text
	for a := b.chain; a != nil; a = a.up {
		if outer < 6 {
			pull = pull || a.words&gPullQuote != 0
			note = note || a.words&gNote != 0
		}
		switch a.node.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			heading = true
			b.level = int(a.node.Data[1] - '0')
		case atom.Li, atom.Dd, atom.Dt:
			item = item || !cell
		case atom.Td, atom.Th:
			cell = cell || !item && !inCell && isDataCell(a.node)
			inCell = true
		case atom.Figcaption, atom.Caption:
			caption = true
		case atom.Pre, atom.Listing, atom.Xmp, atom.Plaintext:
			pre = true
		case atom.Blockquote:
			b.quote = a.node // the outermost
		case atom.Div, atom.P, atom.Span:
			caption = caption || outer < 4 && a.words&gCaption != 0 && len(b.text) < 800
			if isEmbedBox(a) && b.quote == nil {
				b.quote = a.node
			}
		}
		outer++
	}
	if heading && !pull {
		b.kind = Heading
		if b.quote != nil && isEmbed(b.quote) {
			b.kind = Embed
		}
		return
	}
	b.level = 0
	switch {
	case b.quote != nil && isEmbed(b.quote):
		b.kind = Embed
		if isEmbedTail(b) {
			b.kind = Attribution
		}
	case pull:
		b.kind = PullQuote
		if isAttribution(b) {
			b.kind = Attribution
		}
	case b.quote != nil:
		b.kind = Blockquote
		if isAttribution(b) {
			b.kind = Attribution
		}
	case caption:
		b.kind = Caption
	case pre:
		b.kind = Preformatted
	case note && noteStart().MatchString(b.text) || noteStart().MatchString(b.text) && len(b.text) < 1500:
		b.kind = Note
	case cell:
		b.kind = TableCell
	case item:
		b.kind = ListItem
	}
}

// noteStart are the openings of the notes that newsrooms add to articles.
var noteStart = pattern(`(?i)^[\[(*\s]*(?:editor[’']?s?[’']? note|ed(?:itor)?\. note|correction|corrections and clarifications|clarification|erratum|amendment|(?:this (?:article|story|post|piece|report|headline|version) (?:has been|was) (?:updated|corrected|amended|revised|edited|clarified))|(?:an )?earlier versions? of this (?:article|story|post|piece|report)|update[d]?(?: \([^)]{1,40}\)| [\d:apm., ]{1,20})?:|note to readers)\b`)

// isAttribution reports whether b is the <cite> or <footer> of its quotation.
func isAttribution(b *block) bool {
	for a := b.chain; a != nil; a = a.up {
		switch a.node.DataAtom {
		case atom.Cite, atom.Footer:
			return len(b.text) < 300
		case atom.Blockquote, atom.Figure:
			if a.node.DataAtom == atom.Figure {
				return false
			}
			goto tail
		}
		if a.words&(gCredit|gByline) != 0 && len(b.text) < 200 {
			return true
		}
	}
tail:
	return len(b.text) < 160 && dashed().MatchString(b.text)
}

// dashed is a line like "— Name, role" under a quotation.
var dashed = pattern(`^(?:—|–|--|―|-\s)\s*\p{Lu}`)

// handled is such a line under a post, whatever its author goes by.
var handled = pattern(`^(?:—|–|--|―|-\s).{1,80}\(@\w+\)`)

// isEmbedTail reports whether b is the line that names a post's author.
func isEmbedTail(b *block) bool {
	t := b.text
	return len(t) < 300 && (dashed().MatchString(t) && (strings.Contains(t, "@") || b.links > 0) || handled().MatchString(t)) ||
		strings.HasPrefix(t, "A post shared by") || strings.HasPrefix(t, "Posted by ") || strings.HasPrefix(t, "A photo posted by")
}

// embedClasses are the classes that networks give the posts that they let
// others embed.
var embedClasses = []string{"twitter-tweet", "twitter-video", "instagram-media", "fb-post", "fb-xfbml", "tiktok-embed", "reddit-card", "reddit-embed",
	"bluesky-embed", "mastodon-embed", "text-post-media", "imgur-embed", "tumblr-post", "embedly-card"}

// isEmbed reports whether a quotation element is a post on a social network.
func isEmbed(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "class":
			for _, c := range embedClasses {
				if strings.Contains(a.Val, c) {
					return true
				}
			}
		case "data-instgrm-permalink", "data-bluesky-uri":
			return true
		case "cite":
			if strings.Contains(a.Val, "://www.tiktok.com/") || strings.Contains(a.Val, "://twitter.com/") || strings.Contains(a.Val, "://x.com/") {
				return true
			}
		}
	}
	return n.DataAtom == atom.Blockquote && (inNetworkElement(n) || linksToStatus(n))
}

// inNetworkElement reports whether n is what an element of AMP that embeds a
// post holds until the post is there.
func inNetworkElement(n *html.Node) bool {
	for i, p := 0, n.Parent; p != nil && i < 2; i, p = i+1, p.Parent {
		switch p.Data {
		case "amp-twitter", "amp-instagram", "amp-facebook", "amp-reddit", "amp-tiktok", "amp-imgur", "amp-embedly-card":
			return true
		}
	}
	return false
}

var statusLink = pattern(`^https?://(?:www\.|mobile\.)?(?:twitter\.com|x\.com)/[^/]+/status(?:es)?/\d+`)

// linksToStatus reports whether a quotation ends with a link to a post.
func linksToStatus(n *html.Node) bool {
	for i, c := 0, n.LastChild; c != nil && i < 4; i, c = i+1, c.PrevSibling {
		if c.DataAtom == atom.A && statusLink().MatchString(attr(c, "href")) {
			return true
		}
		if c.Type == html.ElementNode && c.LastChild != nil && c.LastChild.DataAtom == atom.A && statusLink().MatchString(attr(c.LastChild, "href")) {
			return true
		}
	}
	return false
}

// isEmbedBox reports whether a is an embedded post that is no <blockquote>.
func isEmbedBox(a *ancestor) bool {
	return a.words&(gEmbed|gTweet) != 0 && a.node.DataAtom != atom.Body && isEmbed(a.node)
}

// isDataCell reports whether a cell is one of data rather than of layout: it
// stands beside others and holds no blocks of its own but a paragraph or two.
func isDataCell(cell *html.Node) bool {
	row := cell.Parent
	if row == nil || row.DataAtom != atom.Tr {
		return false
	}
	n := 0
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			n++
		}
	}
	if n < 2 {
		return false
	}
	blocks := 0
	for x := range cell.Descendants() {
		switch x.DataAtom {
		case atom.Table, atom.H1, atom.H2, atom.H3, atom.Form, atom.Article, atom.Section:
			return false
		case atom.P, atom.Div, atom.Br:
			if blocks++; blocks > 4 {
				return false
			}
		}
	}
	return true
}

// attr returns the value of n's attribute key, "" where it has none.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// hides reports whether an inline style hides its element.
func hides(style string) bool {
	if len(style) > maxNames {
		style = style[:maxNames]
	}
	style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}
