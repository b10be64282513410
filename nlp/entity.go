package nlp

import (
	"github.com/onrecord/onrecord/internal/names"
	"github.com/onrecord/onrecord/internal/words"
)

var nameKinds = [...]EntityKind{names.Person: Person, names.Organization: Organization, names.Place: Place, names.Misc: Misc}

// entities sets Entities.
func (b *Builtin) entities(a *Annotation, w *workspace) {
	n := len(a.Tokens)
	w.labels = grow(w.labels, n)
	for k := range a.Sentences {
		s := &a.Sentences[k]
		labels := w.labels[s.First:s.Last]
		if !anyName(w.words[s.First:s.Last]) {
			clear(labels)
			continue
		}
		copy(labels, b.names.Label(w.words[s.First:s.Last], w.tags[s.First:s.Last], nil, &w.names))
	}
	for i := 0; i < n; i++ {
		l := w.labels[i]
		if l == 0 {
			j := i + 1
			for j < n && w.labels[j] == 0 && a.Tokens[j].Sentence == a.Tokens[i].Sentence {
				j++
			}
			a.amounts(i, j)
			i = j - 1
			continue
		}
		j := i + 1
		for j < n && w.labels[j] != 0 && w.labels[j]%2 == 0 && a.Tokens[j].Sentence == a.Tokens[i].Sentence {
			j++
		}
		a.Entities = append(a.Entities, Entity{Span: a.Span(i, j), Kind: nameKinds[(l-1)/2], First: i, Last: j})
		i = j - 1
	}
}

// anyName reports whether a sentence has a word that could begin a name.
func anyName(ws []words.Word) bool {
	for i := range ws {
		if ws[i].Cap {
			return true
		}
	}
	return false
}
