package archive

import (
	"context"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

// Analyze makes the record of one item, with what its source says of it. With
// a limit above 0 it fails when that passes.
func Analyze(ctx context.Context, an Analyzer, it *Item, limit time.Duration) (*onrecord.Record, error) {
	if limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
	}
	var known []extract.Option
	if it.Meta.ContentType != "" {
		known = append(known, extract.WithContentType(it.Meta.ContentType))
	}
	if it.Meta.URL != "" {
		known = append(known, extract.WithURL(it.Meta.URL))
	}
	doc, err := an.ExtractAs(ctx, it.Body, it.Format, known...)
	if err != nil {
		return nil, &itemError{causeOf(err, CauseExtract), err}
	}
	it.Meta.apply(doc)
	rec, err := an.AnalyzeDocument(ctx, it.Input, doc)
	if err != nil {
		return nil, &itemError{causeOf(err, CauseAnalyze), err}
	}
	return rec, nil
}
