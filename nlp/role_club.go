package nlp

import "strings"

// wholeClubs gives the whole name of the club to those in sport whose affiliation
// is a part of it: "Marlow coach Ann Lee" in a report on Marlow City.
func (r *resolver) wholeClubs() {
	a := r.a
	for i := range a.Chains {
		ch := &a.Chains[i]
		if ch.Kind != Person || ch.Affiliation == "" || strings.Contains(ch.Affiliation, " ") || !inSport(ch.Role) && !teams[strings.ToLower(ch.Affiliation)] {
			continue
		}
		found := -1
		for c := range a.Chains {
			o := &a.Chains[c]
			if o.Kind == Person || c == i || !strings.HasPrefix(o.Name, ch.Affiliation+" ") && !strings.HasSuffix(o.Name, " "+ch.Affiliation) {
				continue
			}
			if last := o.Name[strings.LastIndexByte(o.Name, ' ')+1:]; o.Kind != Organization && !teams[strings.ToLower(last)] && !townTeams[last] {
				continue
			}
			if found >= 0 && a.Chains[found].Name != o.Name {
				found = -2
				break
			}
			found = c
		}
		if found >= 0 {
			ch.Affiliation = a.Chains[found].Name
		}
	}
}

// inSport reports whether a role is one in sport.
func inSport(role string) bool {
	for w := range strings.FieldsSeq(role) {
		if sports[strings.ToLower(strings.Trim(w, ","))] {
			return true
		}
	}
	return false
}

var sports = set("coach manager captain boss skipper striker midfielder defender goalkeeper winger forward quarterback pitcher infielder outfielder guard centre-back full-back fly-half scrum-half prop flanker batter bowler " +
	"wicketkeeper all-rounder goaltender")

// townTeams are words that end names of clubs, and of much else.
var townTeams = map[string]bool{"City": true, "Town": true, "County": true, "Villa": true, "Orient": true, "Palace": true}
