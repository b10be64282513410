package claims

import "github.com/onrecord/onrecord/nlp"

// ofHere reports whether the claim speaks of what is where the article is about,
// without naming a place: "local dealers".
func (w *rewriting) ofHere() bool {
	if w.placeIn(w.p) {
		return false
	}
	for k := w.p.first; k < w.p.last; k++ {
		switch w.low(k) {
		case "local", "locally":
			return true
		}
	}
	return false
}

// leadPlace is the only place that the article's first sentence names, for an
// article without a dateline; "" for none.
func (ar *article) leadPlace() string {
	a := ar.a
	if ar.dateplace() != "" {
		return ""
	}
	s := 0
	for s < len(a.Sentences) && ar.headings[s] {
		s++
	}
	if s == len(a.Sentences) {
		return ""
	}
	found := ""
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != nlp.Place || e.First < a.Sentences[s].First || e.Last > a.Sentences[s].Last {
			continue
		}
		name := e.Span.Of(a.Text)
		if found != "" && found != name {
			return ""
		}
		found = name
	}
	return found
}
