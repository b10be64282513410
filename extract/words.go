package extract

import (
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// groups is a set of word groups: what the names in class, id, role, itemprop
// and data attributes say about an element.
type groups uint64

// The word groups.
const (
	gComment groups = 1 << iota
	gShare
	gSocial
	gRelated
	gMore
	gNav
	gFooter
	gHeader
	gSidebar
	gAd
	gPromo
	gNewsletter
	gByline
	gBio
	gDate
	gMeta
	gTag
	gCategory
	gCaption
	gCredit
	gArticle
	gContent
	gBody
	gText
	gTitle
	gStandfirst
	gPullQuote
	gNote
	gPopular
	gCookie
	gPaywall
	gGallery
	gWidget
	gBreadcrumb
	gLogin
	gHidden
	gEmbed
	gTweet
	gForm
	gVideo
	gCopyright
	gPager
	gTool
	gList
	gTeaser
	gBox
	gSearch
	gPrint
	gQuote
	gImage
	gReview
	gMain
	gSection
	gEntry
	gStory
	gPost
	gRecipe
	gEvent
	gTime
	gToc
	nGroups = iota
)

// keywords are looked for in the names, lower-cased, with every change of
// word (non-letters, capitals inside) turned into a dot.
var keywords = map[groups][]string{
	gComment:    {"comment", "disqus", ".respond", "discussion", ".reply", "replies", "livefyre", "spotim", "coral.talk", "kommentar"},
	gShare:      {"share", "sharing", "addthis", "addtoany", ".shr.", "a2a"},
	gSocial:     {"social", "facebook", "twitter.follow", "follow.us", "whatsapp", "pinterest", ".fb.", "linkedin", "telegram"},
	gRelated:    {"related", "recommend", "recirc", "similar", "outbrain", "taboola", "suggest", "also.like", "alsolike", "readmore", "read.more", "readnext", "read.next", "up.next", "upnext", "more.from", "more.stories", "morestories", "yarpp", "jp.related", "zergnet"},
	gMore:       {".more.", ".next.", ".prev", "previous", ".adjacent", "siblings"},
	gNav:        {".nav", "navigation", "menu", "navbar", ".skip"},
	gFooter:     {"footer", ".foot.", "colophon", "bottom"},
	gHeader:     {"header", ".head.", "masthead", ".top.", "topbar", "banner"},
	gSidebar:    {"sidebar", "side.bar", ".aside", ".rail", "right.col", "rightcol", "left.col", ".secondary", "complementary", ".side."},
	gAd:         {".ad.", ".ads.", "advert", ".adv.", "adsense", "dfp", "sponsor", "adslot", "ad.unit", "adunit", "gpt.ad", "google.ad", "anuncio", "publicidad", "commercial", "affiliate"},
	gPromo:      {"promo", "callout", "cta.", ".cta", "marketing", "offer.", "donat", "membership", "banner", "campaign"},
	gNewsletter: {"newsletter", "subscri", "signup", "sign.up", "mailchimp", "mailing", ".optin", "opt.in", "email", "mc.embed"},
	gByline:     {"byline", "by.line", "author", "autor", "writer", "contributor", ".vcard", "reporter"},
	gBio:        {".bio.", "biography", "author.box", "authorbox", "author.info", "about.author", "about.the.author", "profile", "author.desc", "author.bio", "avatar"},
	gDate:       {".date", "publish", "timestamp", "updated", ".posted", "dateline", "pubdate", "fecha", "datum"},
	gMeta:       {".meta", "postmeta", "entrymeta", ".info.", "details", "infos"},
	gTag:        {".tag.", ".tags", "taglist", "post.tag", "keyword", "hashtag", "topics", ".topic"},
	gCategory:   {"category", "categor", "kicker", "eyebrow", "section.name", "label", "rubric", ".cat.", "overline"},
	gCaption:    {"caption", "legend", "wp.cap", ".cutline"},
	gCredit:     {"credit", "copyright.holder", "photographer", "attribution", ".source."},
	gArticle:    {"article", "artikel", "articulo"},
	gContent:    {"content", "contenido", "inhalt", "conteudo"},
	gBody:       {".body", "articlebody", "bodytext", "body.copy", "bodycopy", "mainbody", "storybody"},
	gText:       {".text", "texto", "richtext", "copytext", "prose", "paragraph", ".copy."},
	gTitle:      {"title", "headline", ".titulo", "heading"},
	gStandfirst: {"standfirst", "dek.", ".dek", "subtitle", "sub.title", "subhead", "summary", "excerpt", ".lead.", ".lede", ".intro", "deck", "abstract", "teaser.text", "description", ".chapo", ".desc."},
	gPullQuote:  {"pullquote", "pull.quote", "pulledquote", "pull.out", "pullout", "quote.pull", "blockquote.pull", "shareable.quote", "tweetable"},
	gNote:       {"correction", "clarification", "editor.note", "editors.note", "editorsnote", "editornote", "editorial.note", "ednote", "disclaimer", "disclosure", "update.note", "amendment", ".notice", ".note."},
	gPopular:    {"popular", "trending", "most.read", "mostread", "most.viewed", "latest", "recent", "top.stories", "topstories", "hot.", "whats.hot", "ranking", "highlights", "editors.pick", "featured", "breaking"},
	gCookie:     {"cookie", "consent", "gdpr", "privacy", "ccpa", "onetrust", "notification"},
	gPaywall:    {"paywall", "regwall", "metered", "premium", "piano", "locked", "subscriber.only", "gateway"},
	gGallery:    {"gallery", "slideshow", "slider", "carousel", "slick", "swiper", "lightbox", "photo.list"},
	gWidget:     {"widget", "module", "component", "plugin", "block.views", ".panel"},
	gBreadcrumb: {"breadcrumb", "crumb", "trail"},
	gLogin:      {"login", "log.in", "signin", "sign.in", "account", "register", "user.", "password"},
	gHidden:     {"hidden", "hide", "invisible", ".sr.only", "screen.reader", "visually", "collapsed", "offscreen", "noprint", "no.print", "popup", "modal", "overlay", "tooltip", "dropdown"},
	gEmbed:      {"embed", "oembed", "instagram", "iframe", "storify", "fb.post", "tiktok", "bluesky", "mastodon", "reddit"},
	gTweet:      {"tweet", "twitter.video"},
	gForm:       {".form", "survey", "poll", "quiz", "captcha", "contact"},
	gVideo:      {"video", "player", "jwplayer", "brightcove", "podcast", "audio", "youtube"},
	gCopyright:  {"copyright", "legal", "terms", "license"},
	gPager:      {"pagination", "pager", "paging", "page.numbers", "page.links", "page.nav", "pagenav"},
	gTool:       {"tool", ".bar.", "action", "button", ".btn", "control", "utility", "settings", "options", ".icon", "print.", "rating", ".vote", ".like", "counter", "views"},
	gList:       {".list", ".items", ".item.", "listing", "archive", "index", "grid", "feed", "stream", "river", ".row."},
	gTeaser:     {"teaser", ".card", "tease", "preview", "thumb", "tile", "snippet"},
	gBox:        {"infobox", "info.box", "factbox", "fact.box", ".box", "inset", "call.out", "fact.", "glance", "explainer"},
	gSearch:     {"search", "buscar"},
	gPrint:      {"print"},
	gQuote:      {"quote", "zitat", ".cite", "citation"},
	gImage:      {"image", "img", "photo", "picture", ".pic", "figure", "media", "foto"},
	gReview:     {"review", "rating", "product", "price", "shop", "buy.", "amazon", "deal"},
	gMain:       {".main", "primary", "wrapper", "container"},
	gSection:    {"section", "region", ".zone"},
	gEntry:      {"entry", "hentry"},
	gStory:      {"story", "stories", "noticia", "news"},
	gPost:       {".post", ".single", "blog"},
	gRecipe:     {"recipe", "ingredient", "instruction", "direction"},
	gEvent:      {"event", "calendar", "weather", "stock", "ticker", "score", "standings", "fixture"},
	gTime:       {".time", "reading.time", "readtime", "read.time", "duration", "ago."},
	gToc:        {".toc", "table.of.contents", "contents.list", "jump", "anchor.nav"},
}

// automaton finds all keywords in one pass (Aho and Corasick, 1975). Each
// keyword belongs to a set of bits.
type automaton struct {
	next  [][27]uint16
	out   []uint64
	depth []uint8 // of each state in the tree of keywords
}

// newAutomaton builds the automaton of the keywords of each bit.
func newAutomaton[B ~uint64](keywords map[B][]string, bits int) *automaton {
	a := &automaton{next: make([][27]uint16, 1), out: make([]uint64, 1), depth: make([]uint8, 1)}
	for i := 0; i < bits; i++ {
		for _, w := range keywords[B(1)<<i] {
			s := uint16(0)
			for i := 0; i < len(w); i++ {
				c := letter(w[i])
				if a.next[s][c] == 0 {
					a.next = append(a.next, [27]uint16{})
					a.out = append(a.out, 0)
					a.depth = append(a.depth, uint8(i+1))
					a.next[s][c] = uint16(len(a.next) - 1)
				}
				s = a.next[s][c]
			}
			a.out[s] |= 1 << i
		}
	}
	fail := make([]uint16, len(a.next))
	queue := []uint16{}
	for _, s := range a.next[0] {
		if s != 0 {
			queue = append(queue, s)
		}
	}
	for len(queue) > 0 {
		s := queue[0]
		queue = queue[1:]
		a.out[s] |= a.out[fail[s]]
		for c, t := range a.next[s] {
			if t == 0 {
				a.next[s][c] = a.next[fail[s]][c]
				continue
			}
			fail[t] = a.next[fail[s]][c]
			queue = append(queue, t)
		}
	}
	return a
}

var finder = sync.OnceValue(func() *automaton { return newAutomaton(keywords, nGroups) })

// letter is the automaton's symbol for a lower-cased byte: 0 for a change of word.
func letter(c byte) int {
	if 'a' <= c && c <= 'z' {
		return int(c-'a') + 1
	}
	return 0
}

// scan returns the bits of the keywords that s holds.
func (a *automaton) scan(s string) (g uint64) {
	state := a.next[0][0]
	wasLower := false
	dot := true
	step := func(c int) {
		if c == 0 {
			if dot {
				return
			}
			dot = true
		} else {
			dot = false
		}
		state = a.next[state][c]
		g |= a.out[state]
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		upper := 'A' <= c && c <= 'Z'
		if upper {
			if wasLower {
				step(0)
			}
			c += 'a' - 'A'
		}
		wasLower = !upper && letter(c) > 0
		step(letter(c))
	}
	step(0)
	return g
}

// maxNames bounds how much of an attribute is looked at.
const maxNames = 400

// wordsOf returns what the names in n's attributes say.
func wordsOf(n *html.Node) (g groups) {
	f := finder()
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class", "id", "role", "itemprop", "rel", "data-component", "data-module", "data-testid", "data-qa", "data-type", "aria-label", "name":
			v := a.Val
			if len(v) > maxNames {
				v = v[:maxNames]
			}
			g |= groups(f.scan(v))
		case "hidden":
			g |= gHidden
		case "aria-hidden":
			if a.Val == "true" {
				g |= gHidden
			}
		case "style":
			if hides(a.Val) {
				g |= gHidden
			}
		}
	}
	return g
}

// tagSet is a set of the elements that say what their content is.
type tagSet uint32

// The elements.
const (
	tArticle tagSet = 1 << iota
	tMain
	tAside
	tNav
	tHeader
	tFooter
	tSection
	tFigure
	tTable
	tList
	tItem
	tForm
	tQuote
	tP
	tHeading
	tCite
	tPre
	tAddress
	tCaption
	tDL
	tCell
	nTags = iota
)

var tagOf = map[atom.Atom]tagSet{
	atom.Article: tArticle, atom.Main: tMain, atom.Aside: tAside, atom.Nav: tNav, atom.Header: tHeader, atom.Footer: tFooter,
	atom.Section: tSection, atom.Figure: tFigure, atom.Table: tTable, atom.Ul: tList, atom.Ol: tList, atom.Li: tItem, atom.Form: tForm,
	atom.Blockquote: tQuote, atom.P: tP, atom.H1: tHeading, atom.H2: tHeading, atom.H3: tHeading, atom.H4: tHeading, atom.H5: tHeading,
	atom.H6: tHeading, atom.Cite: tCite, atom.Pre: tPre, atom.Address: tAddress, atom.Figcaption: tCaption | tFigure, atom.Caption: tCaption,
	atom.Dl: tDL, atom.Td: tCell, atom.Th: tCell,
}
