package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// fewOf reports whether n is a small number of things that were told before,
// whatever else is said of them: "the two Delmark mayors".
func (ar *article) fewOf(n nominal) bool {
	a := ar.a
	if n.head < n.first+2 || a.Tokens[n.head].POS != nlp.NNS {
		return false
	}
	switch ar.low(n.first + 1) {
	case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
		return !pairs[ar.low(n.head)]
	}
	return false
}

// kindOnly reports whether n is a noun for one of many with a single proper
// word among what stands before it, which tells of what kind it is.
func (ar *article) kindOnly(n nominal) bool {
	a := ar.a
	if l := strings.ToLower(a.Tokens[n.head].Lemma); !kinds[l] && !ofNations[l] {
		return false
	}
	names := 0
	for k := n.first + 1; k < n.head; k++ {
		if a.Tokens[k].POS.Proper() {
			names++
		}
	}
	// "The Belmark club" has a name, "the GOP candidate" has none.
	// "the London firm" is one of several.
	// "The Portuguese boss", "the New York businessman" is one of many.
	if w := a.Word(n.head - 1); a.Tokens[n.head-1].POS.Proper() && w != strings.ToUpper(w) && !(ofNations[strings.ToLower(a.Tokens[n.head].Lemma)] && ar.placeWords(n.first+1, n.head)) && !(ofPlaces[strings.ToLower(a.Tokens[n.head].Lemma)] && n.head-n.first == 2) {
		return false
	}
	return names == 1
}

var kinds = set(`giant band brand group duo trio star legend veteran native candidate nominee lawmaker senator congressman congresswoman official player striker midfielder defender goalkeeper
coach side team club company firm bank retailer carmaker automaker maker startup singer rapper actor actress director businessman billionaire man woman teenager student politician diplomat judge
court agency couple family town city village newspaper outlet network publication artist author writer winner champion finalist`)

// ofPlaces are bodies of which a place has several.
var ofPlaces = set("side giant firm company bank retailer outfit band group startup")

// ofNations are people of whom a country has many.
var ofNations = set(`boss manager swimmer runner legislator lawmaker senator congressman congresswoman businessman businesswoman billionaire magnate tycoon star legend veteran striker
midfielder defender goalkeeper coach player singer rapper actor actress director artist author writer teenager student driver cyclist boxer golfer winger`)

// placeWords reports whether the tokens [first, last) name a place, a nation or an
// event and nothing else: "Portuguese", "New York".
func (ar *article) placeWords(first, last int) bool {
	for i := range ar.a.Entities {
		if e := &ar.a.Entities[i]; e.First <= first && e.Last >= last {
			return e.Kind == nlp.Place || e.Kind == nlp.Misc
		}
	}
	return false
}
