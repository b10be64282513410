package nlp

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/onrecord/onrecord/internal/depparse"
	"github.com/onrecord/onrecord/internal/words"
)

//go:embed model/parse.bin
var parseModel []byte

var loadParser = sync.OnceValues(func() (*depparse.Parser, error) {
	p, err := load(parseModel, depparse.Read)
	if err != nil {
		return nil, fmt.Errorf("the dependency parser: %w", err)
	}
	return p, nil
})

// posTags are the tags as the parser knows them.
var posTags = sync.OnceValue(func() *depparse.Tags { return depparse.NewTags(posNames[:]) })

// parseScratch is the memory that parsing works in.
type parseScratch struct {
	tok  []depparse.Token
	head []int32
	rel  []uint8
	work depparse.Work
}

// parse sets heads and relations: one tree a sentence. ws are the words of
// the whole text.
func (b *Builtin) parse(a *Annotation, ws []words.Word, w *parseScratch) {
	tags := posTags()
	for k := range a.Sentences {
		s := &a.Sentences[k]
		n := s.Last - s.First
		w.tok, w.head, w.rel = grow(w.tok, n), grow(w.head, n), grow(w.rel, n)
		for i := range n {
			w.tok[i] = tags.Token(&ws[s.First+i], uint8(a.Tokens[s.First+i].POS))
		}
		b.parser.Parse(w.tok, &w.work, w.head, w.rel, uint8(Root), uint8(Parataxis))
		for i := range n {
			t := &a.Tokens[s.First+i]
			t.Rel = Rel(w.rel[i])
			t.Head = -1
			if w.head[i] >= 0 {
				t.Head = w.head[i] + int32(s.First)
			}
		}
		a.bareRelatives(s)
	}
}

// bareRelatives mends clauses that begin with a pronoun right behind an object
// and have no word that joins them: they say more of that object ("the money
// it was promised") and not when or why.
func (a *Annotation) bareRelatives(s *Sentence) {
	for i := s.First + 1; i < s.Last; i++ {
		t, before := &a.Tokens[i], &a.Tokens[i-1]
		if t.POS != PRP || t.Rel != Nsubj && t.Rel != NsubjPass || int(t.Head) < i || before.Rel != Obj || !before.POS.Noun() {
			continue
		}
		// What stands between a verb and its clause is not the clause's, so that
		// the pronoun is its first word.
		if v := &a.Tokens[t.Head]; v.Rel == Advcl && v.Head == before.Head {
			v.Rel, v.Head = ACLRelcl, int32(i-1)
		}
	}
}

// WordClass returns the fine (of about 400) and the coarse (of about 50)
// class of a word by the company that it keeps, zeros for an unknown word.
func WordClass(word string) (fine, coarse uint16) {
	k, err := loadWordLists()
	if err != nil {
		return 0, 0
	}
	var w words.Word
	w.Set(word)
	return k.classes.Get(w.Low)
}
