package claims

import (
	"context"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// Detector finds check-worthy claims. It is safe for concurrent use.
type Detector struct{}

// Option changes what a Detector finds.
type Option func(*Detector)

// New returns a detector.
func New(opts ...Option) (*Detector, error) { return &Detector{}, nil }

// Detect finds the claims of doc. a is the annotation of doc.Text and q the
// quotations found in it, nested and non-statement ones included where known.
func (d *Detector) Detect(ctx context.Context, doc *extract.Document, a *nlp.Annotation, q *quotes.Result) ([]Claim, error) {
	return nil, nil
}
