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
	w.document.Reset()
	for k := range a.Sentences {
		s := &a.Sentences[k]
		labels := w.labels[s.First:s.Last]
		if !anyName(w.words[s.First:s.Last]) {
			clear(labels)
			continue
		}
		copy(labels, b.names.Label(w.words[s.First:s.Last], w.tags[s.First:s.Last], nil, &w.names))
		w.document.Add(w.words[s.First:s.Last], labels)
	}
	// Second pass: where the rest of the document speaks against what a
	// sentence was labelled, it is labelled again in that light.
	w.hints = grow(w.hints, n)
	w.again = w.again[:0]
	for k := range a.Sentences {
		s := &a.Sentences[k]
		if w.document.Hints(w.hints[s.First:s.Last], w.words[s.First:s.Last], w.labels[s.First:s.Last]) {
			w.again = append(w.again, k)
		}
	}
	for _, k := range w.again {
		s := &a.Sentences[k]
		copy(w.labels[s.First:s.Last], b.names.Label(w.words[s.First:s.Last], w.tags[s.First:s.Last], w.hints[s.First:s.Last], &w.names))
	}
	w.votes.Apply(w.words, w.labels, func(yield func(first, last int) bool) {
		for k := range a.Sentences {
			if !yield(a.Sentences[k].First, a.Sentences[k].Last) {
				return
			}
		}
	}, func(i int) bool { return nameTitle(a.Word(i)) }, func(i int) bool { return legalForm(a.Word(i)) }, func(i int) bool { return a.Tokens[i].POS.Proper() })
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

// nameTitle reports whether w is a title, or the country that often stands
// before one, and so no part of the name behind it.
func nameTitle(w string) bool {
	switch w {
	case "US", "U.S.", "UK", "U.K.", "President", "Vice", "Senator", "Representative", "Governor", "Mayor", "Judge", "Justice", "Chief", "Secretary", "General", "Captain", "Colonel", "Col", "Major", "Lieutenant", "Sergeant",
		"Minister", "Prime", "Chancellor", "Ambassador", "Professor", "Doctor", "Miss", "Sir", "Dame", "Lord", "Lady", "Reverend", "Father", "Bishop", "Archbishop", "Cardinal", "Pope", "Speaker", "Congressman", "Congresswoman", "Commissioner", "Councillor", "Councilman", "Councilwoman", "Detective", "Officer", "Inspector", "Superintendent", "Sheriff", "Attorney", "Director", "Chairman", "Chairwoman", "Deputy", "Former", "Coach", "Dr", "Mr", "Mrs", "Ms", "Prof", "Gen", "Sen", "Rep", "Gov", "Lt", "Sgt", "Capt", "Maj", "King", "Queen", "Prince", "Princess", "Sheikh", "Imam", "Rabbi", "Ayatollah", "Sister", "Brother", "Candidate", "Spokesman", "Spokeswoman", "Republican", "Democrat", "MP":
		return true
	}
	return len(w) > 2 && w[len(w)-1] == '.' && abbreviation(w[:len(w)-1]) == abbrTitle
}

// legalForm reports whether w is the legal form of a firm.
func legalForm(w string) bool {
	switch w {
	case "Co.", "Inc.", "Inc", "Corp.", "Corp", "Ltd.", "Ltd", "LLC", "L.L.C.", "PLC", "plc", "LLP", "L.P.", "GmbH", "AG", "S.A.", "SA", "NV", "N.V.", "Corporation", "Incorporated", "Limited", "Company", "Holdings", "Pty", "AB":
		return true
	}
	return false
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

// fillAmounts adds the dates and amounts that stand between the names that
// Entities already holds.
func (a *Annotation) fillAmounts() {
	names := append([]Entity(nil), a.Entities...)
	a.Entities = a.Entities[:0]
	k := 0
	for _, s := range a.Sentences {
		at := s.First
		for k < len(names) && names[k].First < s.Last {
			a.amounts(at, names[k].First)
			a.Entities = append(a.Entities, names[k])
			at = names[k].Last
			k++
		}
		a.amounts(at, s.Last)
	}
}
