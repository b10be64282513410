package quotes

import (
	"bytes"
	"errors"
	"io"

	"github.com/onrecord/onrecord/internal/boost"
	"github.com/onrecord/onrecord/internal/linear"
)

// Model is what an Extractor has learnt. It is read-only and safe for
// concurrent use.
type Model struct {
	readers [2]reader // by scope
}

// reader is what reads a page in one scope.
type reader struct {
	cue    *linear.CRF // which tokens ascribe
	role   *linear.CRF // which tokens around a cue are source and content
	pick   *linear.CRF // how good a reading of a cue is among the others
	accept *linear.CRF // whether a reading is right
	state  *linear.CRF // whether it is right and a statement
	trees              // which decide, by what the three above say and more

	sure platt // what a score of the trees is worth
}

// candidateThreshold is the probability from which a token is tried as a
// cue; kBest the number of readings tried for each.
const (
	candidateThreshold = 0.04
	kBest              = 6
	// stateCandidate is the score from which a reading may be a statement.
	stateCandidate = 0.04
	// stateShown and acceptShown are the scores from which a statement and
	// another act are kept by default.
	stateShown  = 0.4
	acceptShown = 0.37
	// sureFrom is the score from which readings tell what a score is worth.
	sureFrom = 0.35
)

// WriteTo writes m.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	var n int64
	for i := range m.readers {
		r := &m.readers[i]
		for _, c := range []*linear.CRF{r.cue, r.role, r.pick, r.accept, r.state} {
			k, err := c.WriteTo(w)
			n += k
			if err != nil {
				return n, err
			}
		}
		for _, t := range []*boost.Model{r.right, r.exact, r.said} {
			k, err := t.WriteTo(w)
			n += k
			if err != nil {
				return n, err
			}
		}
		if err := r.sure.write(w); err != nil {
			return n, err
		}
		n += 8
	}
	return n, nil
}

// readModel reads what WriteTo wrote.
func readModel(src *bytes.Buffer) (*Model, error) {
	m := &Model{}
	for i := range m.readers {
		r := &m.readers[i]
		var err error
		for _, c := range []**linear.CRF{&r.cue, &r.role, &r.pick, &r.accept, &r.state} {
			if *c, err = linear.ReadCRF(src); err != nil {
				return nil, err
			}
		}
		for _, t := range []**boost.Model{&r.right, &r.exact, &r.said} {
			if *t, err = boost.Read(src); err != nil {
				return nil, err
			}
			if (*t).Features > len(measures{}) {
				return nil, errors.New("trees of another version")
			}
		}
		if r.sure, err = readPlatt(src); err != nil {
			return nil, err
		}
	}
	return m, nil
}
