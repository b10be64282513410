package across

import (
	"slices"
	"strings"
	"unicode"
)

// name is a person's or an organization's name as far as comparing needs it.
type name struct {
	// last and first are hashes, first 0 where only a last name is known. An
	// organization has its whole name in last and org set.
	last, first uint32
	// given is the name before the last one: where first is a title that was
	// not known for one, the first name.
	given   uint32
	initial byte // of the first name
	org     bool
}

// honorifics come before names and do not belong to them.
var honorifics = set(`mr mrs ms miss dr prof professor sir dame lord lady president vice-president prime minister premier chancellor senator sen
representative rep congressman congresswoman governor gov mayor judge justice general gen colonel col captain capt lieutenant lt sergeant sgt
officer detective chief secretary ambassador king queen prince princess pope cardinal bishop archbishop father rev reverend rabbi imam sheikh
king crown the former acting deputy attorney`)

// generational suffixes follow names and do not belong to them.
var suffixes = set(`jr sr ii iii iv phd md esq`)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// nameTokens splits a name into lower-case tokens without honorifics, the
// words of the speaker's role before it, suffixes, middle initials.
func nameTokens(s, role string) []string {
	f := lowerTokens(s)
	var title []string
	if len(f) > 2 && role != "" {
		title = strings.Fields(strings.ToLower(role))
	}
	for len(f) > 1 && (honorifics[f[0]] || slices.Contains(title, f[0])) {
		f = f[1:]
	}
	for len(f) > 1 && suffixes[f[len(f)-1]] {
		f = f[:len(f)-1]
	}
	if len(f) > 2 {
		out := f[:1:1]
		for _, t := range f[1 : len(f)-1] {
			if len(t) > 1 {
				out = append(out, t)
			}
		}
		f = append(out, f[len(f)-1])
	}
	return f
}

func lowerTokens(s string) []string {
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '\'' && r != '\u2019'
	})
	for i := range f {
		f[i] = strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(f[i], "\u2019", "'"), "'s"), "'")
	}
	return f
}

// parseName reads a speaker's name; kind is onrecord.Speaker.Kind. Names of
// unnamed sources and groups are none.
func parseName(s, kind, role string) name {
	t := nameTokens(s, role)
	if len(t) == 0 {
		return name{}
	}
	switch kind {
	case "person", "author":
		n := name{last: hashString(t[len(t)-1])}
		if len(t) > 1 {
			n.first, n.given, n.initial = hashString(t[0]), hashString(t[len(t)-2]), t[0][0]
			if len([]rune(t[0])) == 1 {
				n.first, n.given = 0, 0
			}
		}
		return n
	case "organization", "document":
		return name{last: hashString(strings.Join(t, " ")), org: true}
	}
	return name{}
}

func hashString(s string) uint32 {
	h := uint32(fnvStart)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return max(1, h)
}

// relation says what the names of two quotations' speakers mean for whether
// the quotations are the same.
type relation int

const (
	unknownSpeaker relation = iota // at least one is not known
	sameSpeaker
	likelySpeaker // last names agree, and one first name is not known
	otherSpeaker
)

func (n name) relation(o name) relation {
	switch {
	case n.last == 0 || o.last == 0:
		return unknownSpeaker
	case n.org != o.org:
		return unknownSpeaker // a person may speak for an organization
	case n.last != o.last:
		if n.org {
			return unknownSpeaker // names of organizations vary too much
		}
		return otherSpeaker
	case n.first != 0 && o.first != 0:
		if n.first == o.first || n.first == o.given || n.given == o.first {
			return sameSpeaker
		}
		return otherSpeaker
	case n.initial != 0 && o.initial != 0 && n.initial != o.initial:
		return otherSpeaker
	case n.first == 0 || o.first == 0:
		if !n.org {
			return likelySpeaker
		}
	}
	return sameSpeaker
}
