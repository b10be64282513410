package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// stateBack is how many sentences back the name of "the state" is looked for.
const stateBack = 4

// stateOf is the state that the plain n, "the state", means in a claim that names
// none: the only one that the few sentences before name, or that the nearest of them
// does; "" for none, or where the title or the dateline tells.
func (w *rewriting) stateOf(n nominal) string {
	a := w.a
	h := &a.Tokens[n.head]
	if n.pointing || n.last-n.first != 2 || h.Lemma != "state" || h.POS != nlp.NN || n.last < w.p.last && (a.Tokens[n.last].POS == nlp.IN && w.low(n.last) == "of" || a.Tokens[n.last].POS == nlp.WRB || a.Tokens[n.last].POS == nlp.WDT) {
		return ""
	}
	if strings.ContainsAny(w.dateplace(), ",") || stateIn(w.title()) != "" || stateIn(w.c.Span.Of(a.Text)) != "" {
		return ""
	}
	s := int(h.Sentence)
	only, nearest, several, unsure := "", "", false, false
	for from := s; from >= 0 && s-from < stateBack && (from == s || !w.headings[from]); from-- {
		settled := nearest != "" || unsure
		for k := a.Sentences[from].First; k < min(n.first, a.Sentences[from].Last); k++ {
			name := w.stateAt(k)
			if name == "" {
				continue
			}
			several = several || only != "" && only != name
			only = name
			if !settled {
				unsure = unsure || nearest != "" && nearest != name || w.onlyHome(k, name) || s-from > 1
				nearest = name
			}
		}
	}
	found := only
	if several {
		if found = nearest; unsure {
			return ""
		}
	}
	if found == "New York" {
		found = "New York State"
	}
	return found
}

// onlyHome reports whether the state called name at token k only says where
// somebody is from or what a thing is called: "Sen. Orr of Maine", "Orr (R-Maine)",
// "the Maine Times".
func (ar *article) onlyHome(k int, name string) bool {
	a := ar.a
	last := k + 1 + strings.Count(name, " ")
	if k > 0 && a.Tokens[k-1].POS.Proper() && ar.low(k-1) != "northern" && ar.low(k-1) != "southern" {
		return true // the Orlo Nevada
	}
	if k > 1 && (a.Tokens[k-1].POS == nlp.HYPH || strings.EqualFold(a.Word(k-1), "of") && a.Tokens[k-2].POS.Proper()) {
		return true
	}
	return last < len(a.Tokens) && (a.Tokens[last].POS.Proper() || a.Tokens[last].POS == nlp.RRB || titlesOfState[ar.low(last)])
}

// titlesOfState follow the state that somebody holds an office of.
var titlesOfState = set("senator governor congressman congresswoman representative lawmaker legislator mayor senators lawmakers gov.")

// stateAt is the name of a state that begins at token k, not of the city that is
// called so; "" for none.
func (ar *article) stateAt(k int) string {
	a := ar.a
	name, n := "", 1
	if w := a.Word(k); states[w] {
		name = w
	} else if k+1 < len(a.Tokens) && stateParts[w] != "" && strings.Contains(stateParts[w], " "+a.Word(k+1)+" ") {
		name, n = w+" "+a.Word(k+1), 2
	}
	if name == "" || k+n < len(a.Tokens) && a.Word(k+n) == "City" {
		return ""
	}
	return name
}

// stateIn is a state that text names, "" for none.
func stateIn(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,.;:'’“”\"()[]-–—", r) })
	for i, w := range words {
		if states[w] {
			return w
		}
		if i+1 < len(words) && strings.Contains(stateParts[w], " "+words[i+1]+" ") {
			return w + " " + words[i+1]
		}
	}
	return ""
}

// stateParts are the second words of states by their first.
var stateParts = map[string]string{"New": " Hampshire Jersey Mexico York ", "North": " Carolina Dakota ", "South": " Carolina Dakota ", "West": " Virginia ", "Rhode": " Island "}
