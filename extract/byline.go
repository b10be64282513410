package extract

import "strings"

// byline is what a line printed below a headline tells of the article.
type byline struct {
	authors   []string
	published Time
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
	if isDateline(s) {
		b.published, _ = parseWhole(s)
		return b, true
	}
	var changed Time
	by, name, role := false, false, false
	for _, p := range bylineParts(s) {
		starts := bylineStart().MatchString(p)
		if t, rest, ok := dateWithin(p); ok && rest == "" {
			if changedStart().MatchString(p) {
				changed = t
			} else if b.published.IsZero() {
				b.published = t
			}
			continue
		} else if ok {
			p = rest
			if b.published.IsZero() {
				b.published = t
			}
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
		b.published = changed
	}
	if name && !by && !role && (b.published.IsZero() || !strings.ContainsAny(s, "|•·\n") || placeStart().MatchString(b.authors[0])) {
		return byline{}, false // a place and a day as likely as a name and a day
	}
	return b, name || !b.published.IsZero()
}

// bylineParts parts a byline at the bars and dots, and where its date ends.
func bylineParts(s string) []string {
	var out []string
	for _, p := range barred().Split(s, -1) {
		// "3 March 2021, by Ann Lee"
		if i := strings.Index(strings.ToLower(p), ", by "); i > 0 {
			out = append(out, strings.TrimSpace(p[:i]))
			p = p[i+2:]
		}
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// dateWithin reads the date that ends p, and returns what stands before it.
func dateWithin(p string) (t Time, before string, ok bool) {
	if t, ok := parseWhole(p); ok {
		return t, "", true
	}
	i := dateStart().FindStringIndex(p)
	if i == nil || i[0] == 0 {
		return Time{}, "", false
	}
	t, ok = parseWhole(strings.Trim(p[i[0]:], " ,"))
	return t, strings.TrimSpace(p[:i[0]]), ok
}

var (
	barred       = pattern(`\s*[|•·]\s*|\s+[–—-]+\s+`)
	changedStart = pattern(`(?i)^(?:last\s+)?(?:updated|modified)\b`)
	placeStart   = pattern(`^(?:New|San|Santa|St\.?|Saint|Los|Las|El|Port|Fort|North|South|East|West|Cape|Hong|Kuala|Tel|Buenos|São|Sao|Rio|Mexico|Addis|Abu|Ho|Phnom|Salt|Kansas|Lake|Mount|Costa|Puerto|Sri|Saudi|United|Great|Northern|Southern|Eastern|Western|Central|Papua|Sierra|Burkina|The)\s`)
	readTime     = pattern(`(?i)^\d+ ?-?min(?:ute)?s?(?: read)?$`)
	// jobWord is what somebody who writes for a newsroom is called.
	jobWord = pattern(`(?i)\b(?:writer|reporter|editor|correspondent|columnist|contributor|producer|journalist|bureau chief|critic)\b`)
	// afterName is where a name ends in a byline: at where or for whom its
	// bearer writes, at a handle, or at what he is called there.
	afterName = pattern(`\s+(?:(?:in|at|for|from|IN|AT|FOR|FROM)\s|[@(])|(?i:\s+(?:(?:staff|senior|chief|deputy|special|political|politics|health|science|business|economics|education|environment|sports?|crime|courts?|legal|technology|diplomatic|defen[cs]e|security|foreign|world|national|city|news|local|arts|music|culture|features|managing|contributing|associate|assistant|guest|freelance|media|transport|religion|home|social|affairs|us|uk|europe|africa|asia|washington)\s+)*(?:staff|writer|reporter|editor|correspondent|columnist|contributor|producer|journalist)\b)`)
)

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
