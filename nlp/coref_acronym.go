package nlp

import "strings"

// aliases are names of the same place.
var placeAliases = map[string]uint32{
	"us": 1, "u.s.": 1, "u.s": 1, "usa": 1, "u.s.a.": 1, "united states": 1, "united states of america": 1, "america": 1,
	"uk": 2, "u.k.": 2, "britain": 2, "united kingdom": 2, "great britain": 2, "eu": 3, "e.u.": 3, "european union": 3, "un": 4, "u.n.": 4, "united nations": 4,
	"uae": 5, "u.a.e.": 5, "united arab emirates": 5, "dc": 6, "d.c.": 6, "washington, d.c.": 6, "washington, dc": 6, "washington dc": 6, "washington d.c.": 6, "district of columbia": 6,
	"nyc": 7, "new york city": 7, "la": 8, "l.a.": 8, "los angeles": 8, "gop": 9, "g.o.p.": 9, "republican party": 9,
	"fbi": 10, "f.b.i.": 10, "federal bureau of investigation": 10, "cia": 11, "c.i.a.": 11, "central intelligence agency": 11, "epa": 12, "e.p.a.": 12, "environmental protection agency": 12,
	"nato": 13, "north atlantic treaty organization": 13, "imf": 14, "i.m.f.": 14, "international monetary fund": 14, "who": 15, "world health organization": 15, "cdc": 16, "centers for disease control and prevention": 16, "centers for disease control": 16,
	"doj": 17, "justice department": 17, "department of justice": 17, "state department": 18, "department of state": 18, "pentagon": 19, "defense department": 19, "department of defense": 19,
	"treasury": 20, "treasury department": 20, "department of the treasury": 20, "nypd": 21, "new york police department": 21, "new york city police department": 21,
}

// alias is a number for a name that has well-known variants, 0 for others.
func (r *resolver) alias(first, last int32) uint32 {
	if last-first > 7 {
		return 0
	}
	n, ok := lookup(placeAliases, r.a.Span(int(first), int(last)).Of(r.a.Text))
	if !ok {
		return 0
	}
	return n*0x9E3779B1 | 1
}

// inFull are the nouns that titles are short for.
var inFull = func() map[string]uint32 {
	m := map[string]uint32{}
	for _, l := range []string{"sen. senator", "sen senator", "rep. representative", "rep congressman", "gov. governor", "gov governor", "gen. general", "gen general", "dr. doctor", "dr doctor", "prof. professor", "prof professor",
		"lt. lieutenant", "col. colonel", "sgt. sergeant", "capt. captain", "maj. major", "adm. admiral", "cmdr. commander", "det. detective", "supt. superintendent", "supt superintendent", "insp. inspector", "rev. reverend", "atty. attorney"} {
		short, long, _ := strings.Cut(l, " ")
		m[short] = hashLemma(long)
	}
	return m
}()

// acronymHash is the hash of a name as an acronym: of itself if it is one,
// else of its initials; 0 if it has none.
func (r *resolver) acronymHash(x *info) uint32 {
	const offset = 2166136261
	a := r.a
	if x.nameLast-x.nameFirst == 1 {
		w := a.Word(int(x.nameFirst))
		h, n := uint32(offset), 0
		for i := 0; i < len(w); i++ {
			switch c := w[i]; {
			case 'A' <= c && c <= 'Z':
				h = (h ^ uint32(c)) * 16777619
				n++
			case c == '.' || c == '&':
			default:
				return 0
			}
		}
		if n < 2 || n > 8 {
			return 0
		}
		return h
	}
	h, n := uint32(offset), 0
	for t := x.nameFirst; t < x.nameLast; t++ {
		w := a.Word(int(t))
		if t == x.nameLast-1 && legalForm(w) && n > 1 {
			break
		}
		if c := w[0]; 'A' <= c && c <= 'Z' {
			h = (h ^ uint32(c)) * 16777619
			n++
			// "Anti-Defamation"
			for i := 1; i+1 < len(w); i++ {
				if w[i] == '-' && 'A' <= w[i+1] && w[i+1] <= 'Z' {
					h = (h ^ uint32(w[i+1])) * 16777619
					n++
				}
			}
		}
	}
	if n < 2 {
		return 0
	}
	return h
}

// acronym reports whether the name of s is the acronym of that of l.
func (r *resolver) acronym(s, l *info) bool {
	if s.nameLast-s.nameFirst != 1 || l.nameLast-l.nameFirst < 2 {
		return false
	}
	if h := r.acronymHash(s); h != 0 && h == r.acronymHash(l) {
		return true
	}
	// All letters of the short one occur in order in the long one.
	w, long := r.a.Word(int(s.nameFirst)), r.a.Span(int(l.nameFirst), int(l.nameLast)).Of(r.a.Text)
	i, n := 0, 0
	for k := 0; k < len(long) && i < len(w); k++ {
		if w[i] == long[k] || w[i] == long[k]-'a'+'A' && n > 0 {
			i++
			n++
		}
	}
	upper := 0
	for k := 0; k < len(w); k++ {
		if 'A' <= w[k] && w[k] <= 'Z' {
			upper++
		}
	}
	return i == len(w) && upper >= 2 && w[0] == long[0]
}
