package nlp

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/onrecord/onrecord/internal/depparse"
	"github.com/onrecord/onrecord/internal/words"
)

//go:embed model/classes.bin
var classesModel []byte

//go:embed model/meanings.bin
var meaningsModel []byte

//go:embed lexicon/places.txt
var placeList string

//go:embed lexicon/surnames.txt
var surnameList string

//go:embed lexicon/organizations.txt
var organizationList string

// wordLists tells what is known of single words, whatever stands around them.
type wordLists struct {
	classes  *depparse.Clusters // distributional
	meanings *depparse.Clusters // by the vectors of words
	lexicon  *words.Lexicon
}

var loadWordLists = sync.OnceValues(func() (*wordLists, error) {
	c, err := load(classesModel, depparse.ReadClusters)
	if err != nil {
		return nil, fmt.Errorf("the classes of words: %w", err)
	}
	m, err := load(meaningsModel, depparse.ReadClusters)
	if err != nil {
		return nil, fmt.Errorf("the meanings of words: %w", err)
	}
	book := nounBook()
	l := words.NewLexicon(len(book.names) + len(book.known) + 25000)
	for name := range book.names {
		l.Add(name, words.FirstName)
	}
	for noun, kind := range book.known {
		switch kind {
		case PersonNoun:
			l.Add(noun, words.PersonNoun)
		case OrganizationNoun:
			l.Add(noun, words.OrgNoun)
		case PlaceNoun:
			l.Add(noun, words.PlaceNoun)
		}
	}
	for line := range strings.Lines(surnameList) {
		if !strings.HasPrefix(line, "#") {
			for name := range strings.FieldsSeq(line) {
				l.Add(name, words.Surname)
			}
		}
	}
	for _, x := range []struct {
		list string
		kind uint16
	}{{placeList, words.InPlace}, {organizationList, words.InOrganization}} {
		for line := range strings.Lines(x.list) {
			if !strings.HasPrefix(line, "#") {
				for name := range strings.SplitSeq(strings.TrimSpace(line), ", ") {
					l.AddName(name, x.kind)
				}
			}
		}
	}
	return &wordLists{c, m, l}, nil
})

// lookUp sets the classes and lexicon bits of the words of a sentence.
func (k *wordLists) lookUp(ws []words.Word) {
	for i := range ws {
		w := &ws[i]
		w.Fine, w.Coarse = k.classes.Get(w.Low)
		w.Near, w.Group = k.meanings.Get(w.Low)
	}
	k.lexicon.LookUp(ws)
}

// WordMeaning returns the class of words that mean the like of word, and that
// class's group, 0 and 0 for a word that is not known. It allocates nothing.
func WordMeaning(word string) (class, group uint16) {
	k, err := loadWordLists()
	if err != nil {
		return 0, 0
	}
	var w words.Word
	w.Set(word)
	return k.meanings.Get(w.Low)
}

// LookUp sets what word lists say of the words of a sentence. It is for
// training.
func LookUp(ws []words.Word) error {
	k, err := loadWordLists()
	if err == nil {
		k.lookUp(ws)
	}
	return err
}
