package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// birth is a name at birth with the one that the article has called the person by
// before.
type birth struct{ born, name string }

// knownAs is what the article calls the person called name by who was only born
// with that name: Ida Marsh, of "Ida Jane Holm was born in Orsund", where she was
// told of before.
func (ar *article) knownAs(name string) string {
	for _, b := range ar.bornOtherwise() {
		if b.born == name {
			return b.name
		}
	}
	return name
}

// knownIn is the note with every name of a birth as knownAs has it.
func (ar *article) knownIn(note string) string {
	for _, b := range ar.bornOtherwise() {
		note = strings.ReplaceAll(note, b.born, b.name)
	}
	return note
}

// bornOtherwise are the persons of the article who go by another name than that
// at birth.
func (ar *article) bornOtherwise() []birth {
	if !ar.bornRead {
		ar.bornRead, ar.births = true, ar.findBirths()
	}
	return ar.births
}

// findBirths looks for what bornOtherwise returns.
func (ar *article) findBirths() []birth {
	a := ar.a
	var found []birth
	for k := 2; k < len(a.Tokens); k++ {
		if a.Word(k) != "born" || a.Word(k-1) != "was" || !a.Tokens[k-2].POS.Proper() {
			continue
		}
		f := k - 2
		for f > 0 && a.Tokens[f-1].POS.Proper() && a.Tokens[f-1].Sentence == a.Tokens[k].Sentence {
			f--
		}
		m := ar.mentionOf(f, k-1)
		if m < 0 || a.Mentions[m].Chain < 0 || k-1-f < 2 {
			continue
		}
		born := a.Chains[a.Mentions[m].Chain].Name
		name := ""
		for i := range a.Chains {
			c := &a.Chains[i]
			if c.Kind != nlp.Person || c.Name == born || !strings.HasPrefix(c.Name, a.Word(f)+" ") || len(c.Mentions) == 0 || a.Mentions[c.Mentions[0]].First >= f {
				continue
			}
			if name != "" {
				name = ""
				break // which of them?
			}
			name = c.Name
		}
		if name != "" {
			found = append(found, birth{born, name})
		}
	}
	return found
}
