package extract

import (
	"context"
	"fmt"

	"github.com/onrecord/onrecord/span"
)

// Candidate is one block of a page, whether or not it was kept, and what the
// decision about it rests on. Candidates are for looking into the extractor
// and for training its classifier; a Document holds what was kept.
type Candidate struct {
	Text string
	Kind Kind
	Path string
	// Source is the block's place in the decoded source.
	Source span.Span
	// Score is the probability that the block belongs to the article.
	Score float64
	Kept  bool
	// Features are the values that Score was computed from, named by FeatureNames.
	Features []float32
}

// FeatureNames names the features of a Candidate, in order.
func FeatureNames() []string { return append([]string(nil), featureNames...) }

// Candidates returns all blocks of a page in reading order.
func Candidates(ctx context.Context, src []byte, opts ...Option) ([]Candidate, error) {
	c := newConfig(opts)
	if err := c.checkBytes(len(src)); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	ctx, cancel, explain := c.withTimeout(ctx)
	defer cancel()
	text, _ := decode(src, c.contentType, true)
	p, err := parse(ctx, text, &c)
	if err != nil {
		return nil, fmt.Errorf("extract: %w", explain(err))
	}
	p.prune()
	var d Document
	m := readMetadata(&d, p.root, c.url)
	w := p.walk()
	v := w.survey(&d, m, w.vote(&c))
	k, err := c.judge()
	if err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	f, score := v.judge(k)
	v.readTitle(&d)
	n := len(featureNames)
	keep := v.decide(append([]float64(nil), score...), &d)
	at := newPaths(p.root)
	out := make([]Candidate, len(w.blocks))
	for i, b := range w.blocks {
		out[i] = Candidate{Text: b.text, Kind: b.kind, Source: b.src, Path: at.of(b.node), Score: score[i], Kept: keep[i], Features: f[i*n : (i+1)*n]}
	}
	return out, nil
}
