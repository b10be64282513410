package extract

import "strings"

// byline is what a line printed below a headline tells of the article.
type byline struct {
	authors   []string
	published Time
	modified  Time // which stands for published where nothing else does
	by        bool // a word like "By" says that the names are the authors'
}

// The bounds of a line that is read as a byline.
const (
	maxByline      = 140
	maxBylineWords = 20
)

// readByline reads a line that says who wrote the article, when, or both, and
// nothing else: "By Ann Lee in Paris", "3 March 2021 | Ann Lee", "Ann Lee,
// health correspondent". It reports false for any other line.
func readByline(s string) (byline, bool) {
	var b byline
	if len(s) > maxByline || len(strings.Fields(s)) > maxBylineWords || strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ".m.") {
		return b, false
	}
	if isDateline(s) && !bylineStart().MatchString(s) {
		b.published, _ = parseWhole(s)
		if changedStart().MatchString(s) {
			b.modified = b.published
		}
		return b, true
	}
	by, name, role, label := false, false, false, ""
	parts := bylineParts(s)
	for _, p := range parts {
		if len(parts) > 1 && creditStart().MatchString(p) {
			continue // who took the pictures
		}
		if dateLabel().MatchString(p) {
			label = p + " " // "Updated - May 9, 2023"
			continue
		}
		p, label = label+p, ""
		starts := bylineStart().MatchString(p)
		if t, rest, ok := dateWithin(p); ok && rest == "" {
			if changedStart().MatchString(p) {
				b.modified = t
			} else if b.published.IsZero() {
				b.published = t
			}
			continue
		} else if ok {
			p = rest
			if b.published.IsZero() {
				b.published = t
			}
		} else if len(parts) > 1 && changedStart().MatchString(p) {
			continue // only at what time
		}
		ns := printed([]string{p})
		switch {
		case len(ns) > 0:
			by, name = by || starts, true
			role = role || strings.Contains(p, ",") && jobWord().MatchString(p)
			for _, n := range ns {
				b.authors = appendName(b.authors, n)
			}
		case by && len(strings.Fields(p)) <= 6: // whom they write for
		case starts || !roleWord().MatchString(p) && !readTime().MatchString(p) || len(strings.Fields(p)) > 6:
			return byline{}, false
		}
	}
	if b.published.IsZero() {
		b.published = b.modified
	}
	b.by = by
	if name && !by && !role && (b.published.IsZero() || !strings.ContainsAny(s, "|•·\n") || placeStart().MatchString(b.authors[0])) {
		return byline{}, false // a place and a day as likely as a name and a day
	}
	return b, name || !b.published.IsZero()
}

// bylineParts parts a byline at the bars and dots, where its date ends, and
// where another date begins.
func bylineParts(s string) []string {
	var out []string
	add := func(p string) {
		if p = strings.Trim(p, " ,;"); p != "" {
			out = append(out, p)
		}
	}
	for _, p := range barred().Split(s, -1) {
		// "3 March 2021, by Ann Lee", "Posted March 3, 2021 by Ann Lee"
		if i := strings.Index(strings.ToLower(p), " by "); i > 0 {
			if _, ok := parseWhole(p[:i]); ok || p[i-1] == ',' {
				add(p[:i])
				p = p[i:]
			}
		}
		// "Posted March 3, 2021, updated March 4, 2021"
		if i := changedAgain().FindStringSubmatchIndex(p); i != nil {
			add(p[:i[2]])
			p = p[i[2]:]
		}
		add(p)
	}
	return out
}

// dateWithin reads the date that ends p, and returns what stands before it.
func dateWithin(p string) (t Time, before string, ok bool) {
	by := bylineStart().FindString(p)
	if t, ok := parseWhole(p); ok && by == "" {
		return t, "", true
	}
	i := dateStart().FindStringIndex(p[len(by):])
	if i == nil || len(by)+i[0] == 0 {
		return Time{}, "", false
	}
	at := len(by) + i[0]
	t, ok = parseWhole(strings.Trim(p[at:], " ,"))
	return t, strings.TrimSpace(p[:at]), ok
}

var (
	barred       = pattern(`\s*[|•·]\s*|\s+[–—-]+\s+`)
	changedStart = pattern(`(?i)^(?:and\s+)?(?:last\s+)?(?:updated|modified)\b`)
	// changedAgain is where, behind a year or a time, the date of a change begins.
	changedAgain = pattern(`(?i)(?:\d|[ap]\.?m\.?|\b[A-Z]{2,4}|\)),?\s*((?:last\s+)?(?:updated|modified)\b)`)
	dateLabel    = pattern(`(?i)^(?:first\s+|last\s+)?(?:published|posted|updated|modified|issued|created)(?:\s+on)?\s*:?$`)
	creditStart  = pattern(`(?i)^(?:photo(?:graph)?s?|photography|pictures?|images?|illustrations?|graphics?|video|edit(?:ed|ing)|produced)(?:\s+by\b|\s*:)`)
	placeStart   = pattern(`^(?:New|San|Santa|St\.?|Saint|Los|Las|El|Port|Fort|North|South|East|West|Cape|Hong|Kuala|Tel|Buenos|São|Sao|Rio|Mexico|Addis|Abu|Ho|Phnom|Salt|Kansas|Lake|Mount|Costa|Puerto|Sri|Saudi|United|Great|Northern|Southern|Eastern|Western|Central|Papua|Sierra|Burkina|The)\s`)
	readTime     = pattern(`(?i)^\d+ ?-?min(?:ute)?s?(?: read)?$`)
	// jobWord is what somebody who writes for a newsroom is called.
	jobWord = pattern(`(?i)\b(?:writer|reporter|editor|correspondent|columnist|contributor|producer|journalist|bureau chief|critic)\b`)
	// afterRole is where a name ends at what its bearer is called there.
	afterRole = pattern(roleBehind)
	// afterName is where a name ends in a byline: at where or for whom its
	// bearer writes, at a handle, or at what he is called there.
	afterName = pattern(`\s+(?:(?:in|at|for|from|IN|AT|FOR|FROM)\s|[@(])|` + roleBehind)
)

// roleBehind is what somebody is called, behind his name.
const roleBehind = `(?i:\s+(?:the )?(?:associated press|press association|pa media|agence france-presse|reuters|afp|bloomberg news)$)|(?i:\s+(?:(?:staff|senior|chief|deputy|special|political|politics|health|science|business|economics|education|environment|sports?|crime|courts?|legal|technology|diplomatic|defen[cs]e|security|foreign|world|national|city|news|local|arts|music|culture|features|managing|contributing|associate|assistant|guest|freelance|media|transport|religion|home|social|affairs|us|uk|europe|africa|asia|washington|democracy)\s+)*(?:staff|writer|reporter|editor|correspondent|columnist|contributor|producer|journalist)\b)`

// placeAndDay is how a release or a dispatch opens: "OSLO, Norway, Oct. 14,
// 2021 /NEWSLINE/ --", "OSLO (March 3, 2021) —".
var placeAndDay = pattern(`^\p{Lu}[\p{L} .,'’-]{1,60}[,–—(-]\s?((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, (?:19|20)\d\d)\)?\s*(?:/|\(|--|–|—|-|:)`)

// dispatched returns the day that one of the first paragraphs opens with.
func (d *Document) dispatched() Time {
	n := 0
	for _, b := range d.Blocks {
		if b.Kind != Paragraph {
			continue
		}
		if m := placeAndDay().FindStringSubmatch(b.Of(d.Text)); m != nil {
			t, _ := parseWhole(m[1])
			return t
		}
		if n++; n == maxDispatched {
			break
		}
	}
	return Time{}
}

// maxDispatched is how many paragraphs may stand before a dateline.
const maxDispatched = 3
