package nlp

import "strings"

// party gives those whose role has the name of a party, and who have
// no other affiliation, to it: "Labour MP Ann Lee".
func (r *resolver) party() {
	for i := range r.a.Chains {
		ch := &r.a.Chains[i]
		if ch.Affiliation == "" && ch.Kind == Person {
			ch.Affiliation = r.partyBefore(ch)
		}
		if ch.Affiliation == "" && ch.Kind == Person {
			ch.Affiliation = r.bracketed(ch)
		}
		if before, last, ok := cutLast(ch.Role, ", "); ok && parties[last] && ch.Kind == Person {
			ch.Role, ch.Affiliation = before, last
		}
		if w, of, ok := strings.Cut(ch.Role, " "); ch.Kind == Person && (ok && parties[w] && strings.HasPrefix(of, "of ") || parties[ch.Role] && parties[w]) {
			ch.Affiliation = w // "Representative Ann Lee, Republican of Ohio"
		}
		if w, rest, ok := strings.Cut(ch.Role, " "); ok && parties[w] && seats[rest] && r.onlyPlace(ch.Affiliation) {
			ch.Affiliation = "" // "the Labour MP for Lakeland"
		}
		if ch.Affiliation != "" || ch.Role == "" {
			continue
		}
		for rest := ch.Role; rest != "" && ch.Affiliation == ""; {
			var w string
			first := len(rest) == len(ch.Role)
			if w, rest, _ = strings.Cut(rest, " "); parties[w] {
				ch.Affiliation = w
				if first && seats[rest] {
					ch.Role = rest
				}
			}
		}
	}
}

// onlyPlace reports whether no organisation has the name.
func (r *resolver) onlyPlace(name string) bool {
	for i := range r.a.Chains {
		if r.a.Chains[i].Kind == Organization && r.a.Chains[i].Name == name {
			return false
		}
	}
	return true
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// bracketed is the party and state, or the party, in "Ann Lee (D-Ohio)"; "" for
// none.
func (r *resolver) bracketed(ch *Chain) string {
	a := r.a
	for _, m := range ch.Mentions {
		t := a.Mentions[m].Last
		if a.Mentions[m].Kind != Named || t+2 >= len(a.Tokens) || a.Tokens[t].POS != LRB {
			continue
		}
		w := a.Word(t + 1)
		if w[0] != 'D' && w[0] != 'R' && w[0] != 'I' || len(w) > 1 && w[1] != '-' && w[1] != '.' && w[1] != ',' {
			continue
		}
		for k := t + 2; k < len(a.Tokens) && k < t+8; k++ {
			if a.Tokens[k].POS == RRB {
				switch p := r.phrase(t+1, k); p {
				case "R":
					return "Republican"
				case "D":
					return "Democratic"
				default:
					return p
				}
			}
		}
	}
	return ""
}

// seats are offices before which a party's name is no part of the office.
var seats = set("MP MEP MSP MLA TD")

// partyBefore is the party in "Labour's Ann Lee", "Labour's | shadow minister
// Ann Lee"; "" for none.
func (r *resolver) partyBefore(ch *Chain) string {
	a := r.a
	for _, m := range ch.Mentions {
		if a.Mentions[m].Kind != Named {
			continue
		}
		if t := int(r.info[m].seg) - 2; t >= 0 && a.Tokens[t+1].POS == POSS && parties[a.Word(t)] {
			return a.Word(t)
		}
	}
	return ""
}

var parties = map[string]bool{"Republican": true, "Democratic": true, "Democrat": true, "GOP": true, "Labour": true, "Labor": true, "Conservative": true, "Tory": true, "Liberal": true,
	"Lib": true, "Green": true, "Greens": true, "SNP": true, "DUP": true, "Nationals": true, "BJP": true, "Libertarian": true}
