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

// state gives governors, of whom no state is named there, the state that the
// text names most.
func (r *resolver) state() {
	a := r.a
	best, most, tie := -1, 0, false
	for c := range a.Chains {
		ch := &a.Chains[c]
		if ch.Kind != Place || !states[ch.Name] {
			continue
		}
		switch n := len(ch.Mentions); {
		case n > most:
			best, most, tie = c, n, false
		case n == most:
			tie = true
		}
	}
	if best < 0 || tie {
		return
	}
	for i := range a.Chains {
		ch := &a.Chains[i]
		if ch.Kind != Person || ch.Name == "" || ch.Affiliation != "" {
			continue
		}
		switch w, _, _ := strings.Cut(ch.Role, ","); w {
		case "Gov.", "Governor", "governor", "Lt. Gov.", "Lieutenant Governor", "lieutenant governor":
			ch.Affiliation = a.Chains[best].Name
		}
	}
}

// states are those that have governors, the United States' and others'.
var states = map[string]bool{"Alabama": true, "Alaska": true, "Arizona": true, "Arkansas": true, "California": true, "Colorado": true, "Connecticut": true, "Delaware": true, "Florida": true, "Georgia": true,
	"Hawaii": true, "Idaho": true, "Illinois": true, "Indiana": true, "Iowa": true, "Kansas": true, "Kentucky": true, "Louisiana": true, "Maine": true, "Maryland": true, "Massachusetts": true, "Michigan": true,
	"Minnesota": true, "Mississippi": true, "Missouri": true, "Montana": true, "Nebraska": true, "Nevada": true, "New Hampshire": true, "New Jersey": true, "New Mexico": true, "New York": true,
	"New York state": true, "North Carolina": true, "North Dakota": true, "Ohio": true, "Oklahoma": true, "Oregon": true, "Pennsylvania": true, "Rhode Island": true, "South Carolina": true, "South Dakota": true,
	"Tennessee": true, "Texas": true, "Utah": true, "Vermont": true, "Virginia": true, "Washington": true, "West Virginia": true, "Wisconsin": true, "Wyoming": true, "Puerto Rico": true}

// statesMissed makes places of the states with two words that no entity covers
// as a whole: "South Dakota".
func (r *resolver) statesMissed() {
	a := r.a
	r.extra = r.extra[:0]
	for t := 0; t+1 < len(a.Tokens); t++ {
		if capital(a.Word(t)) && capital(a.Word(t+1)) && states[a.Word(t)+" "+a.Word(t+1)] {
			r.missed(Place, t, t+2)
		}
	}
	if len(r.extra) == 0 {
		return
	}
	n, x := 0, 0
	for _, e := range a.Entities {
		for x < len(r.extra) && r.extra[x].Last <= e.First {
			x++
		}
		if x < len(r.extra) && e.First >= r.extra[x].First && e.Last <= r.extra[x].Last {
			continue // a part of it
		}
		a.Entities[n] = e
		n++
	}
	a.Entities = a.Entities[:n]
	// Those within larger names stay as they are.
	k, e := 0, 0
	for _, s := range r.extra {
		for e < len(a.Entities) && a.Entities[e].Last <= s.First {
			e++
		}
		if e < len(a.Entities) && a.Entities[e].First < s.Last {
			continue
		}
		a.Tokens[s.First].POS, a.Tokens[s.Last-1].POS = NNP, NNP
		r.extra[k] = s
		k++
	}
	r.extra = r.extra[:k]
	r.mergeExtra()
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
