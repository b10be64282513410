package nlp

import (
	"strings"
	"unicode"

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
	a.tidy(w.labels, w.words)
	a.firms(w.labels, w.words)
	a.offices(w.labels, w.words)
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
		if s := a.Span(i, j); strings.ContainsFunc(s.Of(a.Text), alphanumeric) { // no emoji
			a.Entities = append(a.Entities, Entity{Span: s, Kind: nameKinds[(l-1)/2], First: i, Last: j})
		}
		i = j - 1
	}
}

func alphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// tidy mends labels at marks: no name runs over a quotation mark or takes
// in the letters behind it, and a compound is a name as a whole or not at all.
func (a *Annotation) tidy(labels []uint8, ws []words.Word) {
	for i := range labels {
		l := labels[i]
		if l == 0 {
			continue
		}
		further := func(k int) bool {
			return k < len(labels) && labels[k] != 0 && labels[k]%2 == 0 && a.Tokens[k].Sentence == a.Tokens[i].Sentence
		}
		kind := (l - 1) / 2
		if kind == names.Person && l%2 == 0 && postNominal[a.Word(i)] && !further(i+1) {
			labels[i] = 0
			continue
		}
		switch a.Tokens[i].POS {
		case OpenQuote, CloseQuote:
			labels[i] = 0
			if further(i + 1) {
				labels[i+1]--
			}
		case HYPH:
			switch {
			case l%2 == 1: // begins with it
				labels[i] = 0
				if further(i + 1) {
					labels[i+1]--
				}
			case further(i + 1):
			case i+1 < len(labels) && ws[i+1].Cap && a.gapless(i+1) && a.Tokens[i+1].Sentence == a.Tokens[i].Sentence:
				// African-American, Dodd-Frank
				if n := labels[i+1]; n != 0 && n%2 == 1 {
					// Another name begins here: it goes on as this one.
					for k := i + 2; k < len(labels) && labels[k] == n+1; k++ {
						labels[k] = 2*kind + 2
					}
				}
				labels[i+1] = 2*kind + 2
			default:
				labels[i] = 0
			}
		}
	}
}

// postNominal are letters behind a person's name that are no part of it.
var postNominal = set("KC QC SC MP MEP MSP MLA TD OBE MBE CBE KBE DBE BEM FRS FRCS FRCP PhD DPhil MD")

// offices cuts names at an office in their midst: of "Ostby Mayor Ana Brandt"
// it makes a place and a person.
func (a *Annotation) offices(labels []uint8, ws []words.Word) {
	for i := 1; i+1 < len(labels); i++ {
		if labels[i] == 0 || labels[i]%2 == 1 || labels[i+1] != labels[i] || ws[i+1].Lex&words.FirstName == 0 {
			continue
		}
		switch w := a.Word(i); w {
		case "Mayor", "President", "Governor", "Senator", "Congressman", "Congresswoman", "Minister", "Chancellor", "Ambassador", "Commissioner", "Judge", "Sheriff", "Superintendent":
		default:
			if w[len(w)-1] != '.' || abbreviation(w[:len(w)-1]) != abbrTitle || w == "St." {
				continue
			}
		}
		first := i
		for labels[first]%2 == 0 {
			first--
		}
		kind := int(labels[first]-1) / 2
		if kind == names.Person {
			kind = names.Organization
			for k := first; k < i; k++ {
				if ws[k].Lex&words.InPlace != 0 {
					kind = names.Place
				}
			}
		}
		for k := first; k < i; k++ {
			labels[k] = uint8(2*kind + 2)
		}
		labels[first]--
		old := labels[i]
		labels[i] = 0
		k := i + 1
		for ; k < len(labels) && labels[k] == old; k++ {
			labels[k] = 2*names.Person + 2
		}
		labels[i+1]--
	}
}

// firms labels what stands before the legal form of a firm (Velmora Inc.) as
// an organisation, whatever the model says.
func (a *Annotation) firms(labels []uint8, ws []words.Word) {
	for i := range labels {
		switch a.Word(i) {
		case "Inc.", "Inc", "Corp.", "Corp", "Ltd.", "Ltd", "LLC", "L.L.C.", "PLC", "Plc", "LLP", "GmbH", "Co.", "Pty":
		default:
			continue
		}
		first := a.Sentences[a.Tokens[i].Sentence].First
		j := i
		for j > first && i-j < 6 {
			w := a.Word(j - 1)
			if ws[j-1].Cap && (a.Tokens[j-1].POS.Proper() || labels[j-1] != 0) && !nameTitle(w) ||
				j < i && j-1 > first && ws[j-2].Cap && (w == "&" || w == "-" && a.gapless(j-1)) ||
				j == i && w == "," && j-1 > first && ws[j-2].Cap && labels[j-2] != 0 {
				j--
				continue
			}
			break
		}
		if j == i {
			continue
		}
		// The rest of a name that is cut begins anew.
		for k := j; k <= i; k++ {
			labels[k] = 2*names.Organization + 2
		}
		labels[j]--
		if i+1 < len(labels) && labels[i+1] != 0 && labels[i+1]%2 == 0 && labels[i+1] != 2*names.Organization+2 {
			labels[i+1]--
		}
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
