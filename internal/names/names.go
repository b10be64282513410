// Package names finds the names of people, organisations, places and other
// things: a linear-chain conditional random field over the words around, their
// parts of speech and, in a second pass, what the document calls the same
// word elsewhere.
package names

import (
	"io"

	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/internal/words"
)

// The kinds of name, as label 2k+1 (its first word) and 2k+2 (a further one)
// for kind k; label 0 is no name.
const (
	Person = iota
	Organization
	Place
	Misc
	Labels = 9
)

// Allowed reports whether label next may follow label prev (-1: the start).
func Allowed(prev, next int) bool {
	if next > 0 && next%2 == 0 {
		return prev == next || prev == next-1
	}
	return true
}

// Model finds names. It is read-only and safe for concurrent use.
type Model struct{ crf *linear.CRF }

// Scratch is the memory that labelling works in.
type Scratch struct {
	f linear.Features
	l linear.Lattice
}

// Label returns one label a word, valid until s is used again. doc holds what
// the document says of each word elsewhere (0 for nothing), or is nil.
func (m *Model) Label(ws []words.Word, tags []uint8, doc []uint8, s *Scratch) []uint8 {
	s.f.Reset()
	Features(&s.f, ws, tags, doc)
	m.crf.Emit(&s.f, &s.l)
	return m.crf.Decode(&s.l)
}

var outside = words.Word{Form: 0xB0B0, Low: 0xB0B0, Suf2: 0xB0B0, Suf3: 0xB0B0, Shape: 0xB0B0}

// Features appends the features of a sentence's words to f.
func Features(f *linear.Features, ws []words.Word, tags []uint8, doc []uint8) {
	at := func(i int) (*words.Word, uint32) {
		if i < 0 || i >= len(ws) {
			return &outside, 0
		}
		return &ws[i], uint32(tags[i])
	}
	for i := range ws {
		w, t := at(i)
		p1, tp1 := at(i - 1)
		p2, tp2 := at(i - 2)
		n1, tn1 := at(i + 1)
		n2, tn2 := at(i + 2)
		first := uint32(0)
		if i == 0 {
			first = 1
		}
		f.Add(
			linear.F1(1, w.Form),
			linear.F1(2, w.Low),
			linear.F1(3, w.Suf2),
			linear.F1(4, w.Suf3),
			linear.F1(5, w.Suf4),
			linear.F1(6, w.Pre2),
			linear.F1(7, w.Pre3),
			linear.F2(8, w.Shape, first),
			linear.F2(9, t, first),
			linear.F1(10, p1.Form),
			linear.F1(11, n1.Form),
			linear.F1(12, p2.Low),
			linear.F1(13, n2.Low),
			linear.F2(14, p1.Low, w.Low),
			linear.F2(15, w.Low, n1.Low),
			linear.F3(16, p1.Shape, w.Shape, n1.Shape),
			linear.F3(17, tp1, t, tn1),
			linear.F2(18, p1.Shape, w.Shape),
			linear.F2(19, w.Shape, n1.Shape),
			linear.F2(20, tp1, t),
			linear.F2(21, t, tn1),
			linear.F2(22, p2.Low, p1.Low),
			linear.F2(23, n1.Low, n2.Low),
			linear.F2(24, p1.Low, w.Shape),
			linear.F2(25, n1.Low, w.Shape),
			linear.F2(26, tn1, tn2),
			linear.F2(27, tp2, tp1),
			linear.F1(28, n1.Suf3),
			linear.F1(29, p1.Suf3),
			linear.F2(30, w.Suf3, w.Shape),
			linear.F2(31, n1.Suf3, t),
			linear.F1(32, uint32(w.Fine)),
			linear.F2(33, uint32(p1.Fine), w.Shape),
			linear.F2(34, uint32(n1.Fine), w.Shape),
			linear.F2(35, uint32(p1.Coarse), uint32(w.Coarse)),
			linear.F2(36, uint32(w.Lex), w.Shape),
			linear.F3(37, uint32(p1.Lex), uint32(w.Lex), uint32(n1.Lex)),
			linear.F3(38, uint32(p1.Lex), w.Shape, tp1),
			linear.F3(39, uint32(n1.Lex), w.Shape, tn1),
			linear.F2(44, uint32(w.Near), w.Shape),
			linear.F2(45, uint32(p1.Near), w.Shape),
			linear.F2(46, uint32(n1.Near), w.Shape),
			linear.F3(47, uint32(p1.Group), uint32(w.Group), w.Shape),
			linear.F3(48, uint32(w.Group), uint32(n1.Group), w.Shape),
		)
		if doc != nil && doc[i] != 0 {
			d := uint32(doc[i])
			f.Add(linear.F1(40, d), linear.F2(41, d, t), linear.F2(42, d, w.Shape), linear.F2(43, d, tp1))
		}
		f.Next()
	}
}

// Sentence is one sentence to learn from.
type Sentence struct {
	Words  []words.Word
	Tags   []uint8
	Doc    []uint8
	Labels []uint8
	Weight float32
}

// Train trains a model.
func Train(data []Sentence, t linear.Training) *Model {
	ex := make([]linear.Example, len(data))
	for i := range data {
		d := &data[i]
		var f linear.Features
		Features(&f, d.Words, d.Tags, d.Doc)
		ex[i] = linear.Example{F: f.Clone(), Labels: d.Labels, Weight: d.Weight}
	}
	t.Classes = Labels
	t.Allowed = Allowed
	return &Model{crf: t.Train(ex)}
}

// WriteTo writes m.
func (m *Model) WriteTo(w io.Writer) (int64, error) { return m.crf.WriteTo(w) }

// Read reads what WriteTo wrote.
func Read(r io.Reader) (*Model, error) {
	c, err := linear.ReadCRF(r)
	if err != nil {
		return nil, err
	}
	return &Model{crf: c}, nil
}
