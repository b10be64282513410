package extract

import (
	"strconv"
	"strings"
	"time"
)

// layouts are the forms of date and time that pages use, after tidyDate.
var layouts = []struct {
	layout      string
	zoned, date bool
}{
	{"2006-01-02T15:04:05Z07:00", true, false},
	{"2006-01-02T15:04:05Z0700", true, false},
	{"2006-01-02T15:04:05Z07", true, false},
	{"2006-01-02T15:04Z07:00", true, false},
	{"2006-01-02T15:04Z0700", true, false},
	{"2006-01-02T15:04:05", false, false},
	{"2006-01-02T15:04", false, false},
	{"2006-01-02 15:04:05 -0700", true, false},
	{"2006-01-02 15:04:05 -07:00", true, false},
	{"2006-01-02 15:04:05Z07:00", true, false},
	{"2006-01-02 15:04:05Z0700", true, false},
	{"2006-01-02 15:04 -0700", true, false},
	{"2006-01-02 15:04:05", false, false},
	{"2006-01-02 15:04", false, false},
	{"2006-01-02 3:04 PM", false, false},
	{"2006-01-02 3:04:05 PM", false, false},
	{"2006-01-02", false, true},
	{"2006/01/02 15:04:05", false, false},
	{"2006/01/02 15:04", false, false},
	{"2006/1/2", false, true},
	{"2006.01.02 15:04", false, false},
	{"2006.1.2", false, true},
	{"20060102T150405Z0700", true, false},
	{"20060102150405", false, false},
	{"20060102", false, true},
	{"Mon Jan 2 2006 15:04:05 -0700", true, false},
	{"Mon 2 Jan 2006 15:04:05 -0700", true, false},
	{"Mon 2 Jan 2006 15:04:05", false, false},
	{"Mon Jan 2 15:04:05 -0700 2006", true, false},
	{"2 Jan 2006 15:04:05 -0700", true, false},
	{"2 Jan 2006 15:04 -0700", true, false},
	{"2 Jan 2006 3:04 PM -0700", true, false},
	{"2 Jan 2006 3:04 PM", false, false},
	{"2 Jan 2006 15:04:05", false, false},
	{"2 Jan 2006 15:04", false, false},
	{"2 Jan 2006", false, true},
	{"Jan 2 2006 15:04:05 -0700", true, false},
	{"Jan 2 2006 15:04 -0700", true, false},
	{"Jan 2 2006 3:04 PM -0700", true, false},
	{"Jan 2 2006 3:04:05 PM", false, false},
	{"Jan 2 2006 3:04 PM", false, false},
	{"Jan 2 2006 15:04:05", false, false},
	{"Jan 2 2006 15:04", false, false},
	{"Jan 2 2006", false, true},
	{"15:04 -0700 2 Jan 2006", true, false},
	{"15:04 2 Jan 2006", false, false},
	{"3:04 PM -0700 Jan 2 2006", true, false},
	{"3:04 PM Jan 2 2006", false, false},
	{"15:04 -0700 Jan 2 2006", true, false},
	{"15:04 Jan 2 2006", false, false},
}

// zones are the abbreviations that English-language news uses. They are
// ambiguous elsewhere in the world; these are the readings of the press.
var zones = map[string]string{"UTC": "+0000", "GMT": "+0000", "Z": "+0000", "EST": "-0500", "EDT": "-0400", "ET": "", "CST": "-0600", "CDT": "-0500",
	"MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700", "BST": "+0100", "CET": "+0100", "CEST": "+0200", "IST": "+0530", "AEST": "+1000",
	"AEDT": "+1100", "JST": "+0900", "KST": "+0900", "MSK": "+0300", "SGT": "+0800", "HKT": "+0800", "NZDT": "+1300", "NZST": "+1200", "SAST": "+0200",
	"EET": "+0200", "EEST": "+0300", "WAT": "+0100", "EAT": "+0300", "PKT": "+0500", "PT": "", "CT": "", "MT": ""}

var (
	fraction  = pattern(`(\d{2}:\d{2}:\d{2})[.,]\d+`)
	ordinal   = pattern(`(?i)\b(\d{1,2})(?:st|nd|rd|th)\b`)
	amPM      = pattern(`(?i)(\d)\s*\b?([ap])\.?\s?m\b\.?`)
	weekday   = pattern(`(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s*`)
	month     = pattern(`(?i)\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`)
	zoneName  = pattern(`\b(` + strings.Join(zoneNames(), "|") + `)\b`)
	dotted    = pattern(`\b(\d{1,2})\.(\d{2})(\s*(?:[AP]M|` + strings.Join(zoneNames(), "|") + `)\b)`) // "12.30 BST"
	offset    = pattern(`\b(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?\b`)
	bracketed = pattern(`\([^)]*\)`)
	prefix    = pattern(`(?i)^.*?\b(?:(?:published|posted|updated|modified|on|at|date|created|first published|last updated|for immediate release)\b(?: on| at)?\s*:?\s*)+`)
	fillers   = pattern(`(?i)[,|•·–—]|\b(?:at|on|um|a las)\b`)
	isoInside = pattern(`\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?:\s?(?:Z|[+-]\d{2}:?\d{2}))?)?`)
	dmyInside = pattern(`\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b(?: \d{1,2}:\d{2}(?: [AP]M)?)?(?: [+-]\d{4})?|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2} \d{4}\b(?: \d{1,2}:\d{2}(?: [AP]M)?)?(?: [+-]\d{4})?`)
	blanks    = pattern(`\s+`)
)

func zoneNames() []string {
	return []string{"AEDT", "AEST", "NZDT", "NZST", "SAST", "CEST", "EEST", "UTC", "GMT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "BST", "CET",
		"IST", "JST", "KST", "MSK", "SGT", "HKT", "EET", "WAT", "EAT", "PKT", "ET", "PT", "CT", "MT"}
}

// maxDate bounds what is taken for a date.
const maxDate = 120

// parseDate reads a date, with or without time and zone, out of s.
func parseDate(s string) (Time, bool) {
	if t, ok := parseWhole(s); ok {
		return t, true
	}
	if len(s) > maxDate {
		return Time{}, false
	}
	if m := isoInside().FindString(s); m != "" {
		return tryLayouts(fraction().ReplaceAllString(m, "$1"))
	}
	if m := dmyInside().FindString(tidyDate(s)); m != "" {
		return tryLayouts(m)
	}
	return Time{}, false
}

// parseWhole reads a date that, less a word like "Published", is all of s.
func parseWhole(s string) (Time, bool) {
	s = strings.TrimSpace(s)
	if len(s) > maxDate || !strings.ContainsAny(s, "0123456789") {
		return Time{}, false // every date has a digit
	}
	if t, ok := unixDate(s); ok {
		return t, true
	}
	s = fraction().ReplaceAllString(s, "$1")
	if t, ok := tryLayouts(s); ok {
		return t, true
	}
	tidy := tidyDate(s)
	if t, ok := tryLayouts(tidy); ok {
		return t, true
	}
	if t, ok := tryLayouts(strings.TrimSpace(prefix().ReplaceAllString(tidy, ""))); ok {
		return t, true
	}
	return Time{}, false
}

// tidyDate brings a written date near one of the layouts.
func tidyDate(s string) string {
	s = bracketed().ReplaceAllString(s, " ")
	s = weekday().ReplaceAllString(s, "")
	s = ordinal().ReplaceAllString(s, "$1")
	s = month().ReplaceAllStringFunc(s, func(m string) string { return strings.ToUpper(m[:1]) + strings.ToLower(m[1:3]) })
	s = amPM().ReplaceAllStringFunc(s, func(m string) string {
		if strings.ContainsAny(m, "pP") {
			return m[:1] + " PM"
		}
		return m[:1] + " AM"
	})
	s = dotted().ReplaceAllString(s, "$1:$2$3")
	s = offset().ReplaceAllStringFunc(s, hoursOff)
	s = zoneName().ReplaceAllStringFunc(s, func(z string) string { return zones[z] })
	s = fillers().ReplaceAllString(s, " ")
	return strings.TrimSpace(blanks().ReplaceAllString(s, " "))
}

// hoursOff writes an offset like "GMT+1" as "+0100".
func hoursOff(s string) string {
	s = strings.ReplaceAll(s[strings.IndexAny(s, "+-"):], ":", "")
	sign, digits := s[:1], s[1:]
	if len(digits)%2 == 1 {
		digits = "0" + digits
	}
	return sign + digits + "00"[:4-len(digits)]
}

func tryLayouts(s string) (Time, bool) {
	for _, l := range layouts {
		t, err := time.Parse(l.layout, s)
		if err != nil {
			continue
		}
		if y := t.Year(); y < 1900 || y > 2200 {
			return Time{}, false
		}
		if !l.zoned {
			t = t.UTC()
		} else if _, off := t.Zone(); off == 0 {
			t = t.UTC()
		} else {
			t = t.In(time.FixedZone("", off)) // never the machine's own zone
		}
		return Time{Time: t, Zoned: l.zoned, DateOnly: l.date}, true
	}
	return Time{}, false
}

// unixDate reads seconds or milliseconds since 1970.
func unixDate(s string) (Time, bool) {
	if len(s) != 10 && len(s) != 13 {
		return Time{}, false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 {
		return Time{}, false
	}
	t := time.Unix(n, 0)
	if len(s) == 13 {
		t = time.UnixMilli(n)
	}
	if y := t.UTC().Year(); y < 1990 || y > 2100 {
		return Time{}, false
	}
	return Time{Time: t.UTC(), Zoned: true}, true
}

// urlDate wants the same sign between all parts of a date: in
// "/2014/11/5-bridges/" there is no day.
var urlDate = pattern(`/((?:19|20)\d{2})(?:/(\d{1,2})/(\d{1,2})(?:/|$)|-(\d{1,2})-(\d{1,2})(?:/|-|$)|/?(\d{2})-?(\d{2})(?:/|-|$))`)

// dateOfURL reads the day that many addresses of articles hold.
func dateOfURL(u string) (Time, bool) {
	m := urlDate().FindStringSubmatch(u)
	if m == nil {
		return Time{}, false
	}
	y, _ := strconv.Atoi(m[1])
	mo, _ := strconv.Atoi(m[2] + m[4] + m[6])
	d, _ := strconv.Atoi(m[3] + m[5] + m[7])
	t := time.Date(y, time.Month(mo), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d || t.Month() != time.Month(mo) {
		return Time{}, false
	}
	return Time{Time: t, DateOnly: true}, true
}
