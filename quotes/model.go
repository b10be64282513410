package quotes

import (
	"bytes"
	"errors"
	"io"

	"github.com/onrecord/onrecord/internal/linear"
)

// Model is what an Extractor has learnt. It is read-only and safe for
// concurrent use.
type Model struct {
	cue    *linear.CRF // which tokens ascribe
	role   *linear.CRF // which tokens around a cue are source and content
	accept *linear.CRF // whether a reading is right
	state  *linear.CRF // whether it is right and a statement

	acceptSure platt // what a score of the accept model is worth
}

// candidateThreshold is the probability from which a token is tried as a
// cue; kBest the number of readings tried for each.
const (
	candidateThreshold = 0.08
	kBest              = 3
	// stateCandidate is the accept score from which a reading may be a statement.
	stateCandidate = 0.1
	// stateShown and acceptShown are the scores from which a statement and
	// another act are kept by default.
	stateShown  = 0.4
	acceptShown = 0.35
)

// WriteTo writes m.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	var n int64
	for _, c := range []*linear.CRF{m.cue, m.role, m.accept, m.state} {
		k, err := c.WriteTo(w)
		n += k
		if err != nil {
			return n, err
		}
	}
	return n + 8, m.acceptSure.write(w)
}

// readModel reads what WriteTo wrote.
func readModel(r *bytes.Reader) (*Model, error) {
	m := &Model{}
	var err [5]error
	m.cue, err[0] = linear.ReadCRF(r)
	m.role, err[1] = linear.ReadCRF(r)
	m.accept, err[2] = linear.ReadCRF(r)
	m.state, err[3] = linear.ReadCRF(r)
	m.acceptSure, err[4] = readPlatt(r)
	return m, errors.Join(err[:]...)
}
