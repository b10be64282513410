package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// stateBack is how many sentences back the name of "the state" is looked for.
const stateBack = 4

// stateOf is the state that the plain n, "the state", means in a claim that names
// none: the only one that the few sentences before name; "" for none, or where
// the title or the dateline tells.
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
	from := s
	for from > 0 && s-from < stateBack && !w.headings[from-1] {
		from--
	}
	found := ""
	for k := a.Sentences[from].First; k < n.first; k++ {
		name := w.stateAt(k)
		if name == "" {
			continue
		}
		if found != "" && found != name {
			return ""
		}
		found = name
	}
	if found == "New York" {
		found = "New York State"
	}
	return found
}

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
