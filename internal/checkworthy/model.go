// Package checkworthy scores sentences and clauses by whether a fact-checking
// desk would want them checked, and says what type of claim they are.
//
// Two layers of multinomial logistic regression over hashed n-grams, word
// classes and part-of-speech patterns do it. The first layer's models are
// trained on other genres and questions (US debates and political speeches;
// fact or opinion; cause or none), each on data that the second never sees;
// the second, trained on news articles in the order of their sentences (a
// linear-chain CRF), takes the first one's log-odds as features beside its own.
// Boosted trees decide in the end: they take what the linear models make of a
// sentence, of its neighbours and of the whole article beside some two hundred
// measurements, which a linear sum cannot weigh against each other.
package checkworthy

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"sync"

	"github.com/onrecord/onrecord/internal/boost"
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

// Model holds all layers. It is read-only and safe for concurrent use.
type Model struct {
	Aux   [AuxCount]*linear.CRF
	Main  *linear.CRF
	Types *linear.CRF
	// Judge tells C from the rest, Kinds each type from the rest.
	Judge *boost.Model
	Kinds [TypeCount]*boost.Model
	// Scale holds, per genre, slope and intercept from log-odds to calibrated
	// ones (Platt, 1999).
	Scale [GenreCount][2]float32
	// Linear holds the same for Main, KindScale for Kinds.
	Linear    [2]float32
	KindScale [TypeCount][2]float32
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
	if m.Judge, err = boost.Read(r); err != nil {
		return nil, fmt.Errorf("claim model, %w", err)
	}
	for i := range m.Kinds {
		if m.Kinds[i], err = boost.Read(r); err != nil {
			return nil, fmt.Errorf("claim model, types, %w", err)
		}
	}
	for _, x := range []any{&m.Scale, &m.Linear, &m.KindScale, &m.Norm} {
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
	for _, b := range append([]*boost.Model{m.Judge}, m.Kinds[:]...) {
		k, err := b.WriteTo(w)
		n += k
		if err != nil {
			return n, err
		}
	}
	for _, x := range []any{&m.Scale, &m.Linear, &m.KindScale, &m.Norm} {
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
	lat linear.Lattice
	aux [AuxCount]float32
	acc [2]int32

	// Of the article that Article saw last.
	seq, types linear.Features
	read       []Reading
	measurer   Measurer
	rows       []float32
	width      int // of a row
	kinds      [TypeCount]float64
	kindsOf    int // the unit that kinds is of, -1 for none
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

// Calibrate turns log-odds into a calibrated probability.
func (m *Model) Calibrate(genre int, x float64) float64 { return logistic(m.Scale[genre], x) }

func logistic(p [2]float32, x float64) float64 {
	return 1 / (1 + math.Exp(-(float64(p[0])*x + float64(p[1]))))
}

// Article scores the units of an article: the log-odds of C for each, in order.
func (m *Model) Article(s *Scorer, dst []float64, a *nlp.Annotation, units []Unit, ctx []Context) []float64 {
	s.seq.Reset()
	s.types.Reset()
	s.read = s.read[:0]
	s.kindsOf = -1
	for i, u := range units {
		r := Reading{Aux: [AuxCount]float32(m.AuxScores(s, a, u.First, u.Last))}
		// The first layer has just made the features of the words.
		s.seq.Add(s.f.At(0)...)
		s.S.addRest(&s.seq, a, u.First, u.Last, &ctx[i], r.Aux[:])
		s.seq.Next()
		s.S.Type(&s.types, a, u.First, u.Last, &ctx[i], r.Aux[:])
		s.types.Next()
		s.read = append(s.read, r)
	}
	if len(units) == 0 {
		return dst
	}
	m.Readings(s.read, &s.lat, &s.seq, &s.types)
	s.rows, s.width = s.measurer.Measure(s.rows, &s.S, a, units, ctx, s.read)
	for i := range units {
		dst = append(dst, m.Judge.Score(s.rows[i*s.width:(i+1)*s.width]))
	}
	return dst
}

// Bare is the log-odds of unit i of the article that Article saw last by a
// model of the first layer, which sees nothing but the sentence.
func (s *Scorer) Bare(i, model int) float64 { return float64(s.read[i].Aux[model]) }

// Readings sets Label, Alone and Type of what is read of an article's sentences:
// f are their features as Sentence makes them, types as Type does.
func (m *Model) Readings(dst []Reading, lat *linear.Lattice, f, types *linear.Features) {
	var p [TypeCount]float64
	m.Main.Emit(f, lat)
	m.Main.Infer(lat)
	for i := range dst {
		r := &dst[i]
		m.Main.Single(lat, i, p[:LabelCount])
		for k := range LabelCount {
			r.Label[k] = float32(logit(lat.Marginal[i*LabelCount+k]))
			r.Alone[k] = float32(logit(p[k]))
		}
	}
	m.Types.Emit(types, lat)
	for i := range dst {
		m.Types.Single(lat, i, p[:])
		for k, x := range p {
			dst[i].Type[k] = float32(math.Log(max(x, 1e-6)))
		}
	}
}

func logit(p float64) float64 { return linear.LogOdds(p, 1e-6) }

// Part scores the tokens [first, last), a part of a sentence, without the
// other sentences: the calibrated probability of C by the linear models, which
// tells parts of a sentence apart.
func (m *Model) Part(s *Scorer, a *nlp.Annotation, first, last int, c *Context) float64 {
	m.AuxScores(s, a, first, last)
	s.seq.Reset()
	s.seq.Add(s.f.At(0)...)
	s.S.addRest(&s.seq, a, first, last, c, s.aux[:])
	s.seq.Next()
	var p [LabelCount]float64
	m.Main.Emit(&s.seq, &s.lat)
	m.Main.Single(&s.lat, 0, p[:])
	return logistic(m.Linear, logit(p[C]))
}

// TypeProbs returns the probability of each type for unit i of the article
// that Article saw last.
func (m *Model) TypeProbs(s *Scorer, i int) [TypeCount]float64 {
	if s.kindsOf == i {
		return s.kinds
	}
	s.kindsOf = i
	sum := 0.0
	for k, b := range m.Kinds {
		s.kinds[k] = logistic(m.KindScale[k], b.Score(s.rows[i*s.width:(i+1)*s.width]))
		sum += s.kinds[k]
	}
	for k := range s.kinds {
		s.kinds[k] /= sum
	}
	return s.kinds
}
