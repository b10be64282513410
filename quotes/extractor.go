package quotes

import (
	"context"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
)

// Extractor finds quotations. It is safe for concurrent use.
type Extractor struct{}

// Option changes what an Extractor finds.
type Option func(*Extractor)

// New returns an extractor.
func New(opts ...Option) (*Extractor, error) { return &Extractor{}, nil }

// Extract finds the quotations of doc and who says them. a is the annotation
// of doc.Text.
func (e *Extractor) Extract(ctx context.Context, doc *extract.Document, a *nlp.Annotation) (*Result, error) {
	return &Result{}, nil
}
