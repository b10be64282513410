package checkworthy

import (
	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/internal/vectors"
	"github.com/onrecord/onrecord/nlp"
)

// Scratch is the memory that features are made in.
type Scratch struct {
	// of is the annotation that all holds the words of, nil for none.
	of  *nlp.Annotation
	all struct {
		word, kind []uint32
		cls        []class
		row        []int32
	}
	word []uint32
	kind []uint32 // the word for function words, the tag for others
	cls  []class
	row  []int32 // of the words' vectors, -1 for none

	// Norm is where the vectors of sentences lie, nil to do without vectors.
	Norm  *Norm
	table *vectors.Table
}

// Norm holds, by dimension, the mean and the inverse of the standard deviation
// of the mean word vectors of sentences.
type Norm struct{ Mean, Scale [vectors.Dims]float32 }

// numberKind stands for all numbers of a kind, so that "14" teaches "15".
func numberKind(w string) uint32 {
	digit, comma, point := 0, false, false
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case '0' <= c && c <= '9':
			digit++
		case c == ',':
			comma = true
		case c == '.':
			point = true
		default:
			return 0
		}
	}
	switch {
	case digit == 0:
		return 0
	case digit == 4 && !comma && !point && (w[0] == '1' || w[0] == '2'):
		return 0xA001 // a year
	case point:
		return 0xA002
	case comma || digit > 3:
		return 0xA003
	case digit == 3:
		return 0xA004
	case digit == 2:
		return 0xA005
	}
	return 0xA006
}

// Prepare looks at each word of a once, for all features that will be made of
// it until Release. a must not change in between.
func (s *Scratch) Prepare(a *nlp.Annotation) {
	x := &s.all
	x.word, x.kind, x.cls, x.row = x.word[:0], x.kind[:0], x.cls[:0], x.row[:0]
	for i := range a.Tokens {
		w, k, c := look(a, i)
		x.word, x.kind, x.cls, x.row = append(x.word, w), append(x.kind, k), append(x.cls, c), append(x.row, s.rowOf(w))
	}
	s.of = a
}

// Release ends what Prepare began.
func (s *Scratch) Release() { s.of, s.word, s.kind, s.cls, s.row = nil, nil, nil, nil, nil }

// rowOf looks up the vector of a word by its hash.
func (s *Scratch) rowOf(hash uint32) int32 {
	if s.Norm == nil {
		return -1
	}
	if s.table == nil {
		t, err := vectors.Load()
		if err != nil {
			return -1 // the embedded file is tested; Load reports it
		}
		s.table = t
	}
	return s.table.Row(hash)
}

// look computes the hash of token i, its kind (the word for function words,
// the tag for others) and its classes.
func look(a *nlp.Annotation, i int) (word, kind uint32, c class) {
	w := a.Word(i)
	h := numberKind(w)
	if h == 0 {
		h = linear.Lower(w)
	}
	p := a.Tokens[i].POS
	k := uint32(p) + 1
	switch p {
	case nlp.NoPOS, nlp.IN, nlp.DT, nlp.MD, nlp.PRP, nlp.PRPS, nlp.TO, nlp.WDT, nlp.WP, nlp.WRB, nlp.CC, nlp.RP, nlp.EX:
		k = h
	}
	return h, k, classes(a, i)
}

// fill sets s to the tokens [first, last).
func (s *Scratch) fill(a *nlp.Annotation, first, last int) {
	if s.of == a {
		s.word, s.kind, s.cls, s.row = s.all.word[first:last], s.all.kind[first:last], s.all.cls[first:last], s.all.row[first:last]
		return
	}
	if s.of != nil {
		s.Release()
	}
	s.word, s.kind, s.cls, s.row = s.word[:0], s.kind[:0], s.cls[:0], s.row[:0]
	for i := first; i < last; i++ {
		w, k, c := look(a, i)
		s.word, s.kind, s.cls, s.row = append(s.word, w), append(s.kind, k), append(s.cls, c), append(s.row, s.rowOf(w))
	}
}
