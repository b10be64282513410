package nlp

import "strings"

// nation gives those who hold an office of a state, with only an adjective for
// it ("Afghan Ambassador Ann Lee"), to the country that the text names.
func (r *resolver) nation() {
	for i := range r.a.Chains {
		ch := &r.a.Chains[i]
		if ch.Affiliation != "" || ch.Role == "" || ch.Kind == Place {
			continue
		}
		word, rest, _ := strings.Cut(ch.Role, " ")
		if word == "Former" || word == "former" {
			word, rest, _ = strings.Cut(rest, " ")
		}
		if rest == "" || !capital(word) || !r.stateOffice(rest) {
			continue
		}
		ch.Affiliation = r.country(word)
	}
}

// stateOffice reports whether a role is an office of a state.
func (r *resolver) stateOffice(role string) bool {
	for rest := role; rest != ""; {
		var w string
		if w, rest, _ = strings.Cut(rest, " "); ofStates[strings.ToLower(strings.Trim(w, ","))] {
			return true
		}
	}
	return false
}

var ofStates = set("ambassador minister president premier chancellor secretary envoy diplomat consul king queen prince princess monarch prime government ministry embassy army police senator lawmaker opposition " +
	"foreign defence defense general official officials government troops military")

// country is the place that the text names and the adjective belongs to, ""
// for none: "Afghanistan" for "Afghan".
func (r *resolver) country(adjective string) string {
	names := countries[adjective]
	for i := range r.a.Chains {
		ch := &r.a.Chains[i]
		if ch.Kind != Place || ch.Name == "" {
			continue
		}
		if names != "" {
			if strings.Contains(names, "|"+ch.Name+"|") {
				return ch.Name
			}
			continue
		}
		n := 0
		for n < len(ch.Name) && n < len(adjective) && ch.Name[n] == adjective[n] {
			n++
		}
		// "Mali" of "Malian", "Canad" of "Canadian": all but an ending.
		if n >= 4 && n >= len(ch.Name)-5 && n >= len(adjective)-4 && len(adjective) > n-1 && adjective != ch.Name {
			return ch.Name
		}
	}
	return ""
}

// countries are adjectives for countries that begin otherwise than their
// names, with these.
var countries = map[string]string{"French": "|France|", "Dutch": "|Netherlands|Holland|", "British": "|Britain|UK|U.K.|United Kingdom|", "Spanish": "|Spain|", "Swiss": "|Switzerland|", "Greek": "|Greece|",
	"Turkish": "|Turkey|Türkiye|", "Danish": "|Denmark|", "Polish": "|Poland|", "Welsh": "|Wales|", "American": "|United States|U.S.|US|America|", "Irish": "|Ireland|", "Finnish": "|Finland|", "Swedish": "|Sweden|",
	"Thai": "|Thailand|", "Norwegian": "|Norway|", "Scottish": "|Scotland|", "English": "|England|", "Filipino": "|Philippines|", "Philippine": "|Philippines|", "Emirati": "|UAE|United Arab Emirates|"}
