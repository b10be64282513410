// Package checkworthy scores sentences and clauses by whether a fact-checking
// desk would want them checked, and says what type of claim they are.
//
// Two layers of multinomial logistic regression over hashed n-grams, word
// classes and part-of-speech patterns do it. The first layer's models are
// trained on other genres and questions (US debates and political speeches;
// fact or opinion; cause or none), each on data that the second never sees;
// the second, trained on news articles in the order of their sentences (a
// linear-chain CRF), takes the first one's log-odds as features beside its own.
package checkworthy

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"sync"

	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/internal/vectors"
	"github.com/onrecord/onrecord/nlp"
)

// The models of the first layer.
const (
	Debate  = iota // check-worthy in a debate
	Speech         // verifiable in a political speech
	Opinion        // factual, not opinion
	Cause          // causal
	AuxCount
)

// The labels of the second layer.
const (
	C = iota // check-worthy
	F        // factual, but trivial or setting the stage
	N        // not a factual claim
	LabelCount
)

// TypeCount is the number of claim types, in the order of claims.Types.
const TypeCount = 7

// Model holds both layers. It is read-only and safe for concurrent use.
type Model struct {
	Aux   [AuxCount]*linear.CRF
	Main  *linear.CRF
	Types *linear.CRF
	// Scale holds, per genre, slope and intercept from log-odds to calibrated
	// ones (Platt, 1999).
	Scale [GenreCount][2]float32
	// Norm is where the word vectors of sentences lie.
	Norm Norm

	// diff holds the first layer's weights for yes less those for no, the
	// models side by side, so that a feature is looked up once for all of
	// them. Read sets it.
	diff []int16
}

// side sets m.diff. The first layer's tables are all of one size.
func (m *Model) side() {
	n := m.Aux[0].Rows()
	m.diff = make([]int16, n*AuxCount)
	for k, c := range m.Aux {
		if c.Rows() != n {
			m.diff = nil
			return
		}
		for r := range n {
			m.diff[r*AuxCount+k] = int16(c.At(r, 1)) - int16(c.At(r, 0))
		}
	}
}

// The genres that scores are calibrated for.
const (
	News = iota
	DebateGenre
	SpeechGenre
	GenreCount
)

//go:embed model/claims.bin
var packed []byte

// Load returns the embedded model, which is unpacked once and shared.
var Load = sync.OnceValues(func() (*Model, error) { return model.Load(packed, Read) })

// Read reads what WriteTo wrote.
func Read(r *bytes.Buffer) (*Model, error) {
	var m Model
	read := func(name string) (*linear.CRF, error) {
		c, err := linear.ReadCRF(r)
		if err != nil {
			return nil, fmt.Errorf("claim model, %s: %w", name, err)
		}
		return c, nil
	}
	var err error
	for i := range m.Aux {
		if m.Aux[i], err = read("first layer"); err != nil {
			return nil, err
		}
	}
	if m.Main, err = read("second layer"); err != nil {
		return nil, err
	}
	if m.Types, err = read("types"); err != nil {
		return nil, err
	}
	for _, x := range []any{&m.Scale, &m.Norm} {
		if err := binary.Read(r, binary.LittleEndian, x); err != nil {
			return nil, fmt.Errorf("claim model, calibration: %w", err)
		}
	}
	if _, err := vectors.Load(); err != nil {
		return nil, err
	}
	m.side()
	return &m, nil
}

// WriteTo writes m.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	var n int64
	for _, c := range append(append([]*linear.CRF{}, m.Aux[:]...), m.Main, m.Types) {
		k, err := c.WriteTo(w)
		n += k
		if err != nil {
			return n, err
		}
	}
	for _, x := range []any{&m.Scale, &m.Norm} {
		if err := binary.Write(w, binary.LittleEndian, x); err != nil {
			return n, err
		}
		n += int64(binary.Size(x))
	}
	return n, nil
}

// Scorer is the memory that scoring works in. It must not be shared between
// goroutines.
type Scorer struct {
	S   Scratch
	f   linear.Features
	seq linear.Features
	lat linear.Lattice
	aux [AuxCount]float32
	acc [2]int32
}

// AuxScores computes the first layer's log-odds for the tokens [first, last).
// The result is valid until the next call.
func (m *Model) AuxScores(s *Scorer, a *nlp.Annotation, first, last int) []float32 {
	s.f.Reset()
	s.S.Norm = &m.Norm
	s.S.Words(&s.f, a, first, last)
	s.f.Next()
	rows := s.f.At(0)
	if m.diff != nil {
		var sum [AuxCount]int32
		mask := uint32(len(m.diff)/AuxCount - 1)
		for _, r := range rows {
			i := int(r&mask) * AuxCount
			w := m.diff[i : i+AuxCount]
			for k := range sum {
				sum[k] += int32(w[k])
			}
		}
		for k, c := range m.Aux {
			s.aux[k] = float32(sum[k]) * c.Scale()
		}
		return s.aux[:]
	}
	for k, c := range m.Aux {
		s.acc = [2]int32{}
		c.Add(s.acc[:], rows)
		s.aux[k] = float32(s.acc[1]-s.acc[0]) * c.Scale()
	}
	return s.aux[:]
}

// Bare scores the tokens [first, last) by themselves: the calibrated
// probability that they are check-worthy in a debate or speech.
func (m *Model) Bare(s *Scorer, a *nlp.Annotation, first, last, genre int) float64 {
	k := Debate
	if genre == SpeechGenre {
		k = Speech
	}
	return m.Calibrate(genre, float64(m.AuxScores(s, a, first, last)[k]))
}

// Calibrate turns log-odds into a calibrated probability.
func (m *Model) Calibrate(genre int, x float64) float64 {
	p := m.Scale[genre]
	return 1 / (1 + math.Exp(-(float64(p[0])*x + float64(p[1]))))
}

// Begin starts an article.
func (s *Scorer) Begin() { s.seq.Reset() }

// Sentence adds the next sentence of the article, the tokens [first, last),
// and returns the first layer's log-odds for it.
func (m *Model) Sentence(s *Scorer, a *nlp.Annotation, first, last int, c *Context) [AuxCount]float32 {
	m.AuxScores(s, a, first, last)
	// The first layer has just made the features of the words.
	s.seq.Add(s.f.At(0)...)
	s.S.addRest(&s.seq, a, first, last, c, s.aux[:])
	s.seq.Next()
	return s.aux
}

// Scores finishes the article: the log-odds of C for each sentence, in order.
func (m *Model) Scores(s *Scorer, dst []float64) []float64 {
	if s.seq.Len() == 0 {
		return dst
	}
	m.Main.Emit(&s.seq, &s.lat)
	m.Main.Infer(&s.lat)
	for i := 0; i < s.seq.Len(); i++ {
		p := s.lat.Marginal[i*LabelCount+C]
		p = math.Min(math.Max(p, 1e-6), 1-1e-6)
		dst = append(dst, math.Log(p/(1-p)))
	}
	return dst
}

// TypeProbs sets dst to the probability of each type for a sentence. aux are
// the first layer's log-odds for it, as Sentence returned them.
func (m *Model) TypeProbs(s *Scorer, a *nlp.Annotation, first, last int, c *Context, aux []float32, dst *[TypeCount]float64) {
	s.f.Reset()
	s.S.Type(&s.f, a, first, last, c, aux)
	s.f.Next()
	m.Types.Emit(&s.f, &s.lat)
	m.Types.Infer(&s.lat)
	copy(dst[:], s.lat.Marginal[:TypeCount])
}
