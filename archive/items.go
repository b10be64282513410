package archive

import (
	"context"
	"io"
)

// Each calls f with every article of in, in order, decoded; for an item that
// cannot be read, with its failure and no article. It is for pipelines of
// one's own: Run does more. maxArticle is as in WithMaxArticle, 0 for its
// default. The item is f's to keep.
func Each(ctx context.Context, in Input, maxArticle int64, f func(*Item, *Failure) error) error {
	if maxArticle <= 0 {
		maxArticle = defaults().maxArticle
	}
	seq := int64(0)
	for file := range in.files() {
		src, err := in.open(file, maxArticle)
		if err != nil {
			src = &deadReader{err: err, name: file.path}
		}
		err = eachOf(ctx, src, file.path, &seq, f)
		src.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

func eachOf(ctx context.Context, src reader, path string, seq *int64, f func(*Item, *Failure) error) error {
	for {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		it := &Item{resume: -1}
		if err := src.next(it, false); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		it.Source, it.Seq = path, *seq
		*seq++
		err := it.err
		if err == nil && it.decode != nil {
			err = it.decode(it)
		}
		it.decode = nil
		if err != nil {
			err = f(nil, FailureOf(it, err))
		} else {
			err = f(it, nil)
		}
		if err != nil {
			return err
		}
	}
}

// FailureOf says what is wrong with an item for which Analyze returned err.
func FailureOf(it *Item, err error) *Failure {
	return &Failure{Input: it.Source, Offset: it.Offset, Seq: it.Seq, Cause: causeOf(err, CauseAnalyze), Error: err.Error()}
}
